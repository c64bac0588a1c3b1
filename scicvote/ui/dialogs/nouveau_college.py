"""A new college, or another composition, is asked for: by whom and how, who would belong to it, at which weights (statuts 25-2)."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from scicvote.actes import nouveau_college
from scicvote.core.faits import DemandeCollege
from scicvote.core.statuts import MORALE
from scicvote.ui.dialogs.envoi import modes
from scicvote.ui.dialogs.preparation import DialogueVif, Requis, tr
from scicvote.ui.session import ActeDemande, Session
from scicvote.ui.widgets.champ_associe import Candidat
from scicvote.ui.widgets.champ_associes import ChampAssocies
from scicvote.ui.widgets.champs import ChampCase, ChampChoix, ChampDate, ChampLong, ChampTexte


class DialogueNouveauCollege(DialogueVif):
    """What the request lacks is said as one types; it can be recorded all the same."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        self.gerance = ChampCase(tr("La gérance le propose"), "gerance")
        self.qui = ChampAssocies(tr("Demandé par"), "demandeurs", _associes(session))
        self.recue = ChampDate(tr("Reçue le"), "recue", session.aujourdhui)
        self.mode = ChampChoix(tr("Comment"), "mode", modes())
        self.affiliation = ChampTexte(tr("Qui en serait membre"), "affiliation")
        aide = tr("Une répartition des droits de vote par ligne\u00a0: SB 40, PP 20, PM 20, US 20.")
        self.hypotheses = ChampLong(tr("Hypothèses de poids"), "hypotheses", aide, lignes=3)
        self.recue.poser(session.aujourdhui)
        super().__init__(
            session,
            "nouveau-college",
            tr("Demande d’un nouveau collège"),
            tr("Noter la demande"),
            (self.gerance, self.qui, (self.recue, self.mode), self.affiliation, self.hypotheses),
            tr(
                "Ou d’une autre composition des collèges. Chaque collège en délibère, puis l’assemblée extraordinaire décide."
            ),
            parent,
            640,
        )
        self.formulaire.change.connect(self._suivre)
        self._suivre()
        self.prevenir()

    def _suivre(self) -> None:
        """Nobody signs what the management proposes."""
        self.qui.setVisible(not self.gerance.valeur())
        self.mode.setVisible(not self.gerance.valeur())

    def requis(self) -> Iterator[Requis]:
        yield self.recue, "DATE", tr("Indiquer le jour où la demande a été reçue.")
        if not self.qui.isHidden() and not self.qui.valeur():
            yield self.qui.recherche, "DEMANDEUR", tr("Choisir qui le demande.")

    def lire(self) -> ActeDemande | None:
        recue = self.recue.valeur()
        if recue is None:
            return None
        gerance = self.gerance.valeur()
        lignes = tuple(ligne.strip() for ligne in self.hypotheses.valeur().splitlines() if ligne.strip())
        fait = DemandeCollege(
            recue,
            () if gerance else tuple(self.qui.valeur()),
            "" if gerance else self.mode.valeur(),
            self.affiliation.valeur(),
            lignes,
        )
        return lambda depot: nouveau_college.demander_nouveau_college(depot, fait)


def _associes(session: Session) -> tuple[Candidat, ...]:
    trouves = [
        Candidat(p.numero, p.nom_registre, p.fiche.representant if p.fiche.personne == MORALE else "")
        for p in session.dossier.registre.au(session.aujourdhui).associes
    ]
    return tuple(sorted(trouves, key=lambda candidat: candidat.libelle.casefold()))
