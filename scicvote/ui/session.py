"""The open cooperative, as the window knows it: one file, its present state, and the signals that follow acts.

One way down: a page calls ``accomplir`` with an act. One way up: ``act_done`` carries the Act, ``dossier_change`` says
that the state is another value; pages read ``dossier`` and never ask the database again.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from scicvote.core.dossier import Dossier
from scicvote.core.statuts import Statuts
from scicvote.exchange.statuts import statuts_de_texte
from scicvote.store.base import FichierRefuse
from scicvote.store.depot import Acte, Depot, Horloge
from scicvote.store.journal import Entree

ActeDemande = Callable[[Depot], Acte]


def lire_statuts(texte: str) -> Statuts:
    """The statutes that a file holds. Raises ValueError when they do not read: the file is damaged."""
    lus = statuts_de_texte(texte).statuts
    if lus is None:
        raise ValueError("unreadable statutes")
    return lus


class Session(QObject):
    """Owns the Depot. ``horloge`` gives the present moment; tests hold it still."""

    act_done = Signal(object)  # an accepted Acte
    dossier_change = Signal()  # another state: opened, closed, or one more act
    erreur = Signal(str)  # a French sentence

    def __init__(self, horloge: Horloge = datetime.now, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._horloge = horloge
        self._depot: Depot | None = None
        self._enregistre: datetime | None = None

    # --- reading

    @property
    def ouverte(self) -> bool:
        return self._depot is not None

    @property
    def depot(self) -> Depot:
        """The open file. Raises RuntimeError when none is."""
        if self._depot is None:
            raise RuntimeError("no open file")
        return self._depot

    @property
    def dossier(self) -> Dossier:
        """The present state."""
        return self.depot.dossier

    @property
    def chemin(self) -> Path:
        """The open file's path."""
        return Path(self.depot.nom)

    @property
    def aujourdhui(self) -> date:
        return self._horloge().date()

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
            depot = Depot.ouvrir(chemin, lire_statuts, self._horloge)
        except FichierRefuse as refus:
            self.erreur.emit(str(refus))
            return False
        if not depot.dossier.statuts_lus:
            depot.fermer()
            self.erreur.emit(
                self.tr(
                    "«\u00a0{}\u00a0» ne contient encore aucune coopérative\u00a0: choisir un autre fichier."
                ).format(chemin)
            )
            return False
        self.adopter(depot)
        return True

    def adopter(self, depot: Depot) -> None:
        """Take an open file over (one that was just created, say) and let go of the former."""
        if self._depot is not None and self._depot is not depot:
            self._depot.fermer()
        self._depot = depot
        entrees = depot.entrees()
        self._enregistre = entrees[-1].horodatage if entrees else None
        self.dossier_change.emit()

    def fermer(self) -> None:
        """Let go of the file."""
        if self._depot is not None:
            self._depot.fermer()
            self._depot = None
            self._enregistre = None
            self.dossier_change.emit()

    # --- acting

    def accomplir(self, acte: ActeDemande) -> Acte | None:
        """Run an act. Returns it, accepted or refused with its issues; None when the file could not be written."""
        try:
            fait = acte(self.depot)
        except FichierRefuse as refus:
            self.erreur.emit(str(refus))
            return None
        if fait.accepte:
            self._enregistre = fait.horodatage
            self.act_done.emit(fait)
            self.dossier_change.emit()
        return fait
