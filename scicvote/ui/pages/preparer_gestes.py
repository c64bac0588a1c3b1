"""What can be done to an assembly that is prepared: its points moved, taken off, written; its dialogs opened."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from scicvote.actes import preparation
from scicvote.core.assemblee import Assemblee
from scicvote.core.faits import DemandeAssemblee, Fait, Resolution
from scicvote.core.resolutions_types import propositions
from scicvote.store.depot import Acte
from scicvote.ui.demandes import NouvelleAssemblee
from scicvote.ui.dialogs.annulation import DialogueAnnulation, acte_de
from scicvote.ui.dialogs.convocation import (
    DialogueAbandon,
    DialogueConvocation,
    DialogueDemandeColleges,
    DialogueSeconde,
)
from scicvote.ui.dialogs.demande_ag import DialogueDemandeAG
from scicvote.ui.dialogs.ordre_du_jour import DialogueCandidat, DialogueUsuelles
from scicvote.ui.dialogs.resolution import DialogueResolution
from scicvote.ui.pages.page_etape import PageEtape
from scicvote.ui.session import Session


class GestesPreparer(PageEtape):
    """The gestures, without what shows them. ``_resolution`` is the point in hand."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.dialogue: QWidget | None = None
        self._resolution = 0

    def _courant(self) -> Resolution | None:
        return self.ag.resolution_par_numero.get(self._resolution) if self.ag is not None else None

    def deplacer(self, depuis: int, vers: int) -> None:
        """Give a point another place."""
        ag = self.ag
        if ag is None:
            return
        ordre = [r.resolution for r in ag.resolutions]
        ordre.insert(vers, ordre.pop(depuis))
        self._resolution = ordre[vers]
        numero = ag.numero
        self.agir(lambda depot: preparation.ordonner(depot, numero, tuple(ordre)))

    def retirer(self) -> None:
        """Take the point off; it can be put back from below the list."""
        ag, r = self.ag, self._courant()
        if ag is None or r is None or ag.verrouillee:
            return
        reste = tuple(autre.resolution for autre in ag.resolutions if autre.resolution != r.resolution)
        suivant = reste[min(r.numero - 1, len(reste) - 1)] if reste else 0
        numero = ag.numero

        def dire(_acte: Acte) -> None:
            self.phrase.emit(self.tr("«\u00a0{}\u00a0» retirée de l’ordre du jour.").format(r.titre), "accent")

        self._resolution = suivant
        self.agir(lambda depot: preparation.ordonner(depot, numero, reste), dire)

    def _retiree(self, ag: Assemblee) -> Resolution | None:
        """The latest point that was taken off."""
        derniers = {r.resolution: r for r in ag.tous(Resolution)}
        return next((r for r in reversed(derniers.values()) if not r.numero), None)

    def remettre_point(self) -> None:
        """Put the latest point that was taken off at the end."""
        ag = self.ag
        r = self._retiree(ag) if ag is not None else None
        if r is not None:
            self._resolution = r.resolution
            self.agir(lambda depot: preparation.inscrire_resolution(depot, r))

    # --- dialogs

    def _ouvrir(self, dialogue: QWidget) -> None:
        self.dialogue = dialogue
        dialogue.open()  # type: ignore[attr-defined]

    def ajouter_resolution(self) -> None:
        """A point of any kind."""
        ag = self.ag
        if ag is not None and not ag.verrouillee:
            dialogue = DialogueResolution(self.session, ag, None, self)
            dialogue.fait.connect(self._choisir_ajoutee)
            self._ouvrir(dialogue)

    def _choisir_ajoutee(self, acte: Acte) -> None:
        ajoutees = [fait.resolution for fait in acte.faits if isinstance(fait, Resolution)]
        if ajoutees:
            self._resolution = ajoutees[0]
            self.restituer(self._resolution)

    def modifier_point(self) -> None:
        """Open the point that is shown."""
        ag, r = self.ag, self._courant()
        if ag is not None and r is not None and not ag.verrouillee and ag.convocation.consultation == 1:
            self._ouvrir(DialogueResolution(self.session, ag, r, self))

    def presenter(self) -> None:
        """A candidate for the election that is shown."""
        ag, r = self.ag, self._courant()
        if ag is not None and r is not None:
            self._ouvrir(DialogueCandidat(self.session, ag, r, self))

    def ajouter_usuelles(self) -> None:
        """The usual resolutions, in one gesture."""
        ag = self.ag
        if ag is not None:
            dialogue = DialogueUsuelles(self.session, ag, propositions(self.session.dossier, ag), self)
            dialogue.fait.connect(self._choisir_ajoutee)
            self._ouvrir(dialogue)

    def demander_assemblee(self) -> None:
        """Members ask for an assembly; the one that answers them is then begun."""
        dialogue = DialogueDemandeAG(self.session, self)
        dialogue.fait.connect(self._repondre)
        self._ouvrir(dialogue)

    def _repondre(self, acte: Acte) -> None:
        numero = next((f.demande for f in acte.faits if isinstance(f, DemandeAssemblee)), None)
        self.demande.emit("preparer", NouvelleAssemblee(demande=numero))

    def modifier_assemblee(self) -> None:
        """Nature, date, place, vote."""
        if self.ag is not None:
            self._ouvrir(DialogueConvocation(self.session, self.ag, self))

    def abandonner(self) -> None:
        """Give the assembly up, then go back to the others."""
        if self.ag is not None:
            dialogue = DialogueAbandon(self.session, self.ag, self)
            dialogue.fait.connect(self._quitter)
            self._ouvrir(dialogue)

    def _quitter(self, _acte: Acte) -> None:
        self.session.choisir_assemblee(None)
        self.demande.emit("assemblees", None)

    def annuler(self, fait: Fait, quoi: str) -> None:
        """Take back the act that wrote something."""
        self._ouvrir(DialogueAnnulation(self.session, acte_de(self.session.dossier, fait), quoi, self))

    def demander_colleges(self) -> None:
        """Somebody asks for the colleges."""
        if self.ag is not None:
            self._ouvrir(DialogueDemandeColleges(self.session, self.ag, self))

    def convoquer_seconde(self, premiere: Assemblee) -> None:
        """The second consultation of an assembly."""
        dialogue = DialogueSeconde(self.session, premiere, self)
        dialogue.fait.connect(self._prendre)
        self._ouvrir(dialogue)

    def _prendre(self, acte: Acte) -> None:
        """Take in hand the assembly that an act has just prepared."""
        neuve = next((f.assemblee for f in acte.faits if hasattr(f, "assemblee")), None)
        self.session.choisir_assemblee(neuve)
        self._resolution = 0
        self.actualiser()
