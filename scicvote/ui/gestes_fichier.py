"""What is done with the whole file: checking it, copying it, making the archive of an assembly. All of it aside."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from scicvote.core.issue import Issue
from scicvote.exchange.fichiers import ecrire_octets
from scicvote.ui.dialogs.archive import DialogueArchive
from scicvote.ui.models.assemblees_model import par_date
from scicvote.ui.pages.page import Page

if TYPE_CHECKING:
    from scicvote.actes.verification import Verification


class GestesFichier(QObject):
    """For one page: it shows the progress and says the sentences."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page

    def verifier(self) -> None:
        """Read the whole file again, aside, and say what differs."""
        nom = self._page.session.depot.nom

        def travail(_progres: object) -> Verification:
            from scicvote.actes import cooperative
            from scicvote.actes.verification import verifier

            with cooperative.ouvrir(nom) as depot:
                return verifier(depot)

        self._page.travailler(self.tr("Vérification du fichier"), travail, self._rapporter)

    def _rapporter(self, verification: Verification) -> None:
        from scicvote.ui.dialogs.verification import DialogueVerification

        self.rapport = DialogueVerification(verification, self._page)
        self.rapport.open()

    def sauvegarder(self) -> None:
        """A consistent copy of the file, under another name; nothing is written over."""
        source = self._page.session.chemin
        propose = source.with_name(f"{source.stem} {self._page.session.aujourdhui:%Y-%m-%d}.scic")
        chemin = self._ou(self.tr("Sauvegarder une copie"), propose, self.tr("Coopératives (*.scic)"))
        if chemin is None:
            return

        def travail(_progres: object) -> Path:
            from scicvote.store.sauvegarde import copier

            copier(source, chemin)
            return chemin

        self._page.travailler(self.tr("Sauvegarde"), travail, lambda fait: self._dire_ecrit(fait, ()))

    def archiver(self) -> None:
        """The archive of an assembly: which one, where, then it is written."""
        ags = tuple(par_date(self._page.session.dossier.assemblees.values()))
        if not ags:
            return
        self.choix = DialogueArchive(ags, self._page)
        self.choix.choisie.connect(self._archiver)
        self.choix.open()

    def _archiver(self, numero: int) -> None:
        ag = self._page.session.dossier.assemblees[numero]
        propose = self._page.session.chemin.with_name(f"archive-{ag.jour:%Y-%m-%d}-{numero}.zip")
        chemin = self._ou(self.tr("Archive de l’assemblée"), propose, self.tr("Archives (*.zip)"))
        if chemin is None:
            return
        depot = self._page.session.depot

        def travail(_progres: object) -> tuple[Path, tuple[Issue, ...]]:
            from scicvote.actes import archive

            octets, issues = archive.archiver(depot, numero)
            return chemin, issues if octets is None else ecrire_octets(chemin, octets)

        self._page.travailler(self.tr("Archive de l’assemblée"), travail, lambda fait: self._dire_ecrit(*fait))

    def _ou(self, titre: str, propose: Path, filtre: str) -> Path | None:
        sans_question = QFileDialog.Option.DontConfirmOverwrite
        nom, _ = QFileDialog.getSaveFileName(self._page, titre, str(propose), filtre, "", sans_question)
        if not nom:
            return None
        chemin = Path(nom)
        chemin = chemin if chemin.suffix else chemin.with_suffix(propose.suffix)
        if chemin.exists():
            phrase = self.tr("«\u00a0{}\u00a0» existe déjà\u00a0: choisir un autre nom.")
            self._page.phrase.emit(phrase.format(chemin.name), "faute")
            return None
        return chemin

    def _dire_ecrit(self, chemin: Path, issues: tuple[Issue, ...]) -> None:
        if issues:
            self._page.phrase.emit(issues[0].phrase, "faute")
        else:
            self._page.phrase.emit(self.tr("Écrit\u00a0: {}").format(chemin), "bon")
