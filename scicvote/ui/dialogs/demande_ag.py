"""Members ask for an assembly: who, received when and how, and whether they hold the share that it takes (statuts 24-2)."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from scicvote.actes import demandes
from scicvote.core.demande_ag import DemandeAG, demande_ag
from scicvote.core.demandes_assemblee import phrase_part
from scicvote.core.exact import pourcent
from scicvote.core.faits import DemandeAssemblee
from scicvote.core.statuts import MORALE
from scicvote.ui.dialogs.envoi import modes
from scicvote.ui.dialogs.preparation import DialogueVif, Requis, tr
from scicvote.ui.etats import Etat
from scicvote.ui.session import ActeDemande, Session
from scicvote.ui.widgets.barre_demande import BarreDemande
from scicvote.ui.widgets.champ_associe import Candidat
from scicvote.ui.widgets.champ_associes import ChampAssocies
from scicvote.ui.widgets.champs import ChampChoix, ChampDate, ChampTexte
from scicvote.ui.widgets.mise_en_page import pile
from scicvote.ui.widgets.pastille import MarqueEtat
from scicvote.ui.widgets.texte import paragraphe


class DialogueDemandeAG(DialogueVif):
    """The share follows each name that is chosen; below the threshold the request is recorded, and that is said."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        self.qui = ChampAssocies(tr("Demandée par"), "demandeurs", _associes(session))
        self.recue = ChampDate(tr("Reçue le"), "recue", session.aujourdhui)
        self.mode = ChampChoix(tr("Comment"), "mode", modes())
        self.objet = ChampTexte(tr("Ce qu’ils demandent"), "objet", tr("Dit dans la convocation et au procès-verbal."))
        self.recue.poser(session.aujourdhui)
        self.barre, self.atteinte = BarreDemande(), MarqueEtat(Etat("clock", ""), "fort")
        self.parts, self.phrase = paragraphe("", couleur="discret"), paragraphe("")
        super().__init__(
            session,
            "demande-ag",
            tr("Demande d’une assemblée par des associés"),
            tr("Noter la demande"),
            (self.qui, (self.recue, self.mode), self.objet),
            tr("Qui détient assez des droits de vote peut obtenir de la gérance qu’elle convoque une assemblée."),
            parent,
            640,
        )
        self._bilan = QWidget()
        self._bilan.setLayout(pile(self.barre, self.atteinte, self.parts, self.phrase, espace=8))
        self.corps.insertWidget(self.corps.indexOf(self.avertis), self._bilan)
        self.prevenir()

    @property
    def vue(self) -> DemandeAG:
        """The share of those who are chosen, on the day of the request."""
        jour = self.recue.valeur() or self.session.aujourdhui
        return demande_ag(self.session.dossier, self.qui.valeur(), jour)

    def requis(self) -> Iterator[Requis]:
        yield self.recue, "DATE", tr("Indiquer le jour où la demande a été reçue.")

    def lire(self) -> ActeDemande | None:
        recue = self.recue.valeur()
        if recue is None:
            return None
        mode, objet, aujourdhui = self.mode.valeur(), self.objet.valeur(), self.session.aujourdhui
        fait = DemandeAssemblee(0, recue, mode, objet, tuple(self.qui.valeur()))
        return lambda depot: demandes.demander_assemblee(depot, fait, aujourdhui)

    def prevenir(self) -> None:
        vue = self.vue
        self._bilan.setVisible(bool(vue.demandeurs))
        self.barre.montrer(vue)
        etat = (
            ("check", tr("Seuil atteint"), "bon")
            if vue.atteinte
            else ("triangle-alert", tr("Seuil non atteint"), "alerte")
        )
        self.atteinte.montrer(Etat(*etat))
        self.parts.setText(
            "\n".join(
                tr("{} : {} sur {}, {} des droits de vote").format(p.college, p.demandeurs, p.membres, pourcent(p.part))
                for p in vue.parts
                if p.college
            )
        )
        self.parts.setVisible(vue.par_college)
        self.phrase.setText(phrase_part(vue))
        self.phrase.setVisible(vue.atteinte)  # below, the warning says it
        super().prevenir()


def _associes(session: Session) -> tuple[Candidat, ...]:
    etat = session.dossier.registre.au(session.aujourdhui)
    trouves = [
        Candidat(p.numero, p.nom_registre, p.fiche.representant if p.fiche.personne == MORALE else "")
        for p in etat.associes
    ]
    return tuple(sorted(trouves, key=lambda candidat: candidat.libelle.casefold()))
