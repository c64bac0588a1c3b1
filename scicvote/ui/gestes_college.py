"""What the gérant does with the colleges that vote on another computer; for the pages of an assembly."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from scicvote.actes.export_college import Remise
from scicvote.core.assemblee import Assemblee
from scicvote.core.faits_college import ExportCollege
from scicvote.core.issue import Issue
from scicvote.core.mission import college_du_fichier
from scicvote.store.depot import Acte
from scicvote.ui.dialogs.cadre import Cadre
from scicvote.ui.models.assemblees_model import par_date
from scicvote.ui.pages.page import Commande, Page
from scicvote.ui.travaux import Progres


class GestesCollege(QObject):
    """For one page: dialogs are its children, sentences are said across it."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self.dialogue: Cadre | None = None

    @property
    def ag(self) -> Assemblee | None:
        """The assembly in hand, else the nearest that votes by college and is not over."""
        session = self._page.session
        en_main = session.ag
        if en_main is not None and en_main.convocation.par_college and not en_main.close:
            return en_main
        if not session.ouverte or college_du_fichier(session.dossier) is not None:
            return None
        restent = [ag for ag in par_date(session.dossier.assemblees.values()) if _a_venir(ag)]
        return restent[-1] if restent else None

    def commandes(self) -> tuple[Commande, ...]:
        """For the palette, where an assembly votes by college."""
        ag = self.ag
        if ag is None:
            return ()
        return (
            Commande(self.tr("Exporter pour le président du collège"), ag.titre_court, "send", self.exporter),
            Commande(self.tr("Importer un retour de collège"), ag.titre_court, "log-in", self.importer),
        )

    def exporter(self, college: str = "") -> None:
        """Hand a college's part of the assembly over."""
        ag = self.ag
        if ag is None:
            phrase = self.tr(
                "Aucune assemblée à venir ne vote par collège\u00a0: la préparer et arrêter sa liste d’abord."
            )
            self._page.phrase.emit(phrase, "accent")
            return
        from scicvote.ui.dialogs.export_college import DialogueExport

        dialogue = DialogueExport(self._page.session, ag, college or "", self._page)
        dialogue.remis.connect(self._remettre)
        self._ouvrir(dialogue)

    def _remettre(self, remise: Remise, chemin: Path | None) -> None:
        from scicvote.ui.dialogs.export_college import DialogueRemise

        self._ouvrir(DialogueRemise(remise, chemin, lambda: self._imprimer(remise.export), self._page))

    def _imprimer(self, export: ExportCollege) -> None:
        session = self._page.session
        moment = session.maintenant

        def composer(progres: Progres) -> tuple[bytes | None, tuple[Issue, ...]]:
            from scicvote.actes.papiers_college import imprimer_bordereau  # what draws papers is loaded with the first

            progres(0, 1)
            return imprimer_bordereau(session.depot, export, moment), ()

        titre = self.tr("Bordereau du collège {}").format(export.college)
        self._page.montrer_papier(titre, f"bordereau-{export.college}-{export.numero}.pdf", composer)

    def importer(self) -> None:
        """Ask for a return, then show it."""
        filtre = self.tr("Retours de collège (*.scicollege);;Tous les fichiers (*)")
        depart = str(self._page.session.chemin.parent)
        nom, _ = QFileDialog.getOpenFileName(self._page, self.tr("Importer un retour"), depart, filtre)
        if nom:
            from scicvote.ui.dialogs.retour_college import ouvrir_retour

            self.dialogue = ouvrir_retour(self._page.session, Path(nom), self._page, self._page.phrase.emit)

    def faire(self, cle: str, export: ExportCollege) -> None:
        """What the card asks for: ``saisir``, ``attester`` or ``renoncer``."""
        {"saisir": self.saisir, "attester": self.attester, "renoncer": self.renoncer}[cle](export)

    def saisir(self, export: ExportCollege) -> None:
        """Type a return from its signed paper."""
        from scicvote.ui.dialogs.saisie_retour import DialogueSaisie

        ag = self._page.session.dossier.assemblees[export.assemblee]
        dialogue = DialogueSaisie(self._page.session, ag, export, self._page)
        dialogue.fait.connect(self._dire)
        self._ouvrir(dialogue)

    def attester(self, export: ExportCollege) -> None:
        """Record that nobody voted."""
        from scicvote.ui.dialogs.silence_college import DialogueSilence

        ag = self._page.session.dossier.assemblees[export.assemblee]
        dialogue = DialogueSilence(self._page.session, ag, export, self._page)
        dialogue.fait.connect(self._dire)
        self._ouvrir(dialogue)

    def renoncer(self, export: ExportCollege) -> None:
        """The college votes in the room after all."""
        from scicvote.ui.dialogs.silence_college import DialogueRenoncer

        ag = self._page.session.dossier.assemblees[export.assemblee]
        dialogue = DialogueRenoncer(self._page.session, ag, export, self._page)
        dialogue.fait.connect(self._dire)
        self._ouvrir(dialogue)

    def _dire(self, acte: Acte) -> None:
        self._page.phrase.emit(f"{acte.resume}.", "bon")

    def _ouvrir(self, dialogue: Cadre) -> None:
        self.dialogue = dialogue
        dialogue.open()


def _a_venir(ag: Assemblee) -> bool:
    return ag.convocation.par_college and not ag.close and ag.liste_arretee is not None
