"""The open cooperative, as the window knows it: one file, its present state, and the signals that follow acts.

One way down: a page calls ``accomplir`` with an act. One way up: ``act_done`` carries the Act, ``dossier_change`` says
that the state is another value; pages read ``dossier`` and never ask the database again.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from scicvote.core.issue import Issue, refus
from scicvote.store.refus import FichierRefuse
from scicvote.ui.brouillons import Brouillons

if TYPE_CHECKING:  # loaded with the first file, after the window is painted
    from scicvote.core.assemblee import Assemblee
    from scicvote.core.dossier import Dossier
    from scicvote.core.statuts import Statuts
    from scicvote.store.depot import Acte, Depot, Horloge
    from scicvote.store.journal import Entree
    from scicvote.store.lecture import Lecture

ActeDemande = Callable[["Depot"], "Acte"]


def lire_statuts(texte: str) -> Statuts:
    """The statutes that a file holds. Raises ValueError when they do not read: the file is damaged."""
    from scicvote.exchange.statuts import statuts_de_texte

    lus = statuts_de_texte(texte).statuts
    if lus is None:
        raise ValueError("unreadable statutes")
    return lus


class Session(QObject):
    """Owns the Depot. ``horloge`` gives the present moment; tests hold it still."""

    act_done = Signal(object)  # an accepted Acte
    dossier_change = Signal()  # another state: opened, closed, or one more act
    assemblee_change = Signal()  # another assembly in hand
    erreur = Signal(str)  # a French sentence

    def __init__(
        self, horloge: Horloge = datetime.now, parent: QObject | None = None, brouillons: Path | None = None
    ) -> None:
        """``brouillons``: the folder of drafts, the user's own unless said."""
        super().__init__(parent)
        self._horloge = horloge
        self.brouillons = Brouillons(brouillons, self)
        self._assemblee: int | None = None
        self._lu: Lecture | None = None  # the file as it was read, until the first act wants its Depot
        self._depot: Depot | None = None
        self._chemin = Path()
        self._enregistre: datetime | None = None

    # --- reading

    @property
    def ouverte(self) -> bool:
        return self._depot is not None or self._lu is not None

    @property
    def depot(self) -> Depot:
        """The open file. Raises RuntimeError when none is."""
        if self._depot is None:
            if self._lu is None:
                raise RuntimeError("no open file")
            from scicvote.store.depot import Depot

            self._depot = Depot.reprendre(self._chemin, self._lu, lire_statuts, self._horloge)
            self._lu = None
        return self._depot

    @property
    def dossier(self) -> Dossier:
        """The present state."""
        return self._lu.dossier if self._lu is not None else self.depot.dossier

    @property
    def chemin(self) -> Path:
        """The open file's path."""
        return self._chemin

    @property
    def maintenant(self) -> datetime:
        """The present minute."""
        return self._horloge().replace(second=0, microsecond=0)

    @property
    def aujourdhui(self) -> date:
        return self._horloge().date()

    @property
    def assemblee(self) -> int | None:
        """The number of the assembly in hand."""
        return self._assemblee

    @property
    def ag(self) -> Assemblee | None:
        """The assembly in hand, as it stands; None when no file is open or none was chosen."""
        if not self.ouverte or self._assemblee is None:
            return None
        return self.dossier.assemblee(self._assemblee)

    def choisir_assemblee(self, numero: int | None) -> None:
        """Take an assembly in hand: the six steps show it."""
        if numero != self._assemblee:
            self._assemblee = numero
            self.assemblee_change.emit()

    @property
    def enregistre(self) -> datetime | None:
        """When the last act was written."""
        return self._enregistre

    def statuts(self) -> Statuts:
        """The statutes in force today."""
        return self.dossier.statuts_au(self.aujourdhui)

    def entrees(self) -> tuple[Entree, ...]:
        """The journal."""
        return self.depot.entrees()

    # --- opening and closing

    def ouvrir(self, chemin: Path) -> bool:
        """Open a file in place of the present one. On failure says the sentence and keeps the present one."""
        try:
            return self.prendre(chemin, self.lire(chemin))
        except FichierRefuse as erreur:
            self.erreur.emit(str(erreur))
            return False

    @staticmethod
    def lire(chemin: Path) -> Lecture | None:
        """Read a file, on any thread; None where its Depot must open it. Raises FichierRefuse with a sentence."""
        from scicvote.store.lecture import lire

        return None if "://" in str(chemin) else lire(chemin, lire_statuts)

    def prendre(self, chemin: Path, lu: Lecture | None) -> bool:
        """Take over a file that was read. False, with a sentence, where it holds no cooperative yet."""
        depot = self._ouvrir_depot(chemin) if lu is None else None
        dossier = depot.dossier if depot is not None else lu.dossier if lu is not None else None
        if dossier is None or not dossier.statuts_lus:
            if depot is not None:
                depot.fermer()
            self.erreur.emit(
                self.tr(
                    "«\u00a0{}\u00a0» ne contient encore aucune coopérative\u00a0: choisir un autre fichier."
                ).format(chemin)
            )
            return False
        if depot is not None:
            self.adopter(depot)
        elif lu is not None:
            self._prendre(chemin, lu.horodatage, None, lu)
        return True

    def _ouvrir_depot(self, chemin: Path) -> Depot:
        """An older file, or one without any act yet: migrated, read by its Depot."""
        from scicvote.store.depot import Depot

        return Depot.ouvrir(chemin, lire_statuts, self._horloge)

    def creer(self, chemin: Path, texte_statuts: str) -> tuple[Issue, ...]:
        """Write a new cooperative's file under these statutes, and close it; the faults, none when it is there."""
        from scicvote.actes import cooperative

        try:
            depot, acte = cooperative.creer(chemin, texte_statuts, self._horloge)
        except cooperative.StatutsRefuses as refuses:
            return refuses.issues
        except FichierRefuse as erreur:
            return (refus("FICHIER", str(erreur), chemin="chemin"),)
        depot.fermer()
        return acte.refus

    def adopter(self, depot: Depot) -> None:
        """Take an open file over (one that was just created, say) and let go of the former."""
        entrees = depot.entrees()
        self._prendre(Path(depot.nom), entrees[-1].horodatage if entrees else None, depot, None)

    def _prendre(self, chemin: Path, enregistre: datetime | None, depot: Depot | None, lu: Lecture | None) -> None:
        if self._depot is not None and self._depot is not depot:
            self._depot.fermer()
        self._depot, self._lu, self._chemin, self._enregistre = depot, lu, chemin, enregistre
        self._assemblee = None
        self.brouillons.ouvrir(chemin)
        self.dossier_change.emit()

    def fermer(self) -> None:
        """Let go of the file."""
        if self.ouverte:
            if self._depot is not None:
                self._depot.fermer()
            self._depot, self._lu = None, None
            self._enregistre = None
            self._assemblee = None
            self.brouillons.fermer()
            self.dossier_change.emit()

    # --- acting

    def essayer(self, acte: ActeDemande) -> Acte:
        """What an act would do: its issues, and nothing written."""
        return self.depot.essayer(acte)

    def accomplir(self, acte: ActeDemande) -> Acte | None:
        """Run an act. Returns it, accepted or refused with its issues; None when the file could not be written."""
        try:
            fait = acte(self.depot)
        except FichierRefuse as erreur:
            self.erreur.emit(str(erreur))
            return None
        if fait.accepte:
            self._enregistre = fait.horodatage
            self.act_done.emit(fait)
            self.dossier_change.emit()
        return fait
