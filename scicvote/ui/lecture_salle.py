"""What the screen of the room says: words and one drawing. No name ever stands beside a figure, nothing secret is there.

Figures come only once a result is proclaimed; those of a secret vote that would say who voted what never do.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from scicvote.core.assemblee import Assemblee, Vote
from scicvote.core.contexte_papier import Contexte
from scicvote.core.dossier import Dossier
from scicvote.core.etapes import libelle_seuil
from scicvote.core.exact import accord, nombre, pourcent
from scicvote.core.faits import Resolution
from scicvote.core.moments import effectifs, ensemble
from scicvote.core.papier import BarreVote
from scicvote.core.pv_secret import expose
from scicvote.core.recalcul import resultat_de, statuts_de
from scicvote.core.resultat import Resultat, ResultatElection
from scicvote.core.vote import DEMANDE_SECRET, ISOLOIR
from scicvote.ui.etats import Etat, etat_decision
from scicvote.ui.lecture_isoloir import progres
from scicvote.ui.lecture_resultat import barre
from scicvote.ui.lecture_vote import mot_mode, secret_decide, titre_vote, vote_en_main


@dataclass(frozen=True, slots=True)
class TableauSalle:
    """One state of the screen. ``etat`` is said large, ``texte`` and ``lignes`` as there is room."""

    surtitre: str
    titre: str
    texte: str = ""
    etat: Etat | None = None
    grand: bool = False  # the state fills the screen: a result
    barre: BarreVote | None = None
    pour: str = ""
    contre: str = ""
    seuil: str = ""
    lignes: tuple[str, ...] = ()

    def textes(self) -> tuple[str, ...]:
        """Every word of it."""
        mot = self.etat.mot if self.etat else ""
        return tuple(
            filter(None, (self.surtitre, self.titre, self.texte, mot, self.seuil, self.pour, self.contre, *self.lignes))
        )


def tr(texte: str) -> str:
    return QCoreApplication.translate("Salle", texte)


def tableau(dossier: Dossier, ag: Assemblee | None, resolution: int) -> TableauSalle:
    """What is shown while a point (0 for none) is put forward."""
    if ag is None:
        return TableauSalle("", tr("Bienvenue"))
    denomination = dossier.statuts_au(ag.jour).denomination
    if ag.close:
        return TableauSalle(denomination, ag.titre_court, etat=Etat("check", tr("Séance close"), "texte"), grand=True)
    if ag.suspendue:
        return TableauSalle(
            denomination, ag.titre_court, etat=Etat("pause", tr("Séance suspendue"), "alerte"), grand=True
        )
    point = ag.resolution_par_numero.get(resolution)
    if not ag.ouverte or point is None:
        return TableauSalle(denomination, ag.titre_court, lignes=_assistance(dossier, ag))
    return _point(dossier, ag, point)


def _assistance(dossier: Dossier, ag: Assemblee) -> tuple[str, ...]:
    contexte = Contexte(dossier, ag)
    corps, tous = effectifs(contexte, ag.assistance), ensemble(contexte, ag.assistance)
    if contexte.plusieurs:
        total = accord(tous.total, "associé présent ou représenté", "associés présents ou représentés")
        voix = sum(contexte.voix(n) for n in contexte.inscrits)
        total = tr("{} sur {}, {} sur {}").format(
            total, nombre(tous.associes), accord(tous.voix, "voix", "voix"), nombre(voix)
        )
        detail = ", ".join(tr("{} {} sur {}").format(e.code, nombre(e.total), nombre(e.associes)) for e in corps)
        return (total, detail)
    total = tr("{} sur {}").format(
        accord(tous.total, "voix présente ou représentée", "voix présentes ou représentées"), nombre(tous.associes)
    )
    detail = ", ".join(tr("{} {} sur {}").format(e.code, nombre(e.total), nombre(e.associes)) for e in corps)
    return (total, detail) if len(corps) > 1 else (total,)


def _point(dossier: Dossier, ag: Assemblee, point: Resolution) -> TableauSalle:
    vote = vote_en_main(ag, point.resolution)
    surtitre, contenu = titre_vote(point, vote), ag.texte_de(point)
    demande = vote is not None and vote.scrutin.objet == DEMANDE_SECRET
    if demande:
        contenu = tr("L’assemblée demande-t-elle le scrutin secret\u00a0?")
    if vote is None:
        etat = etat_decision("retiree") if ag.retrait(point.resolution) else None
        if etat is None and secret_decide(ag, point.resolution):
            etat = Etat("lock", tr("Scrutin secret décidé"), "accent")
        return TableauSalle(surtitre, point.titre, contenu, etat)
    if vote.depouillement is None and vote.scrutin.mode == ISOLOIR:
        mot = tr("Vote à l’isoloir, {}").format(progres(ag, vote.scrutin.scrutin))
        return TableauSalle(surtitre, point.titre, contenu, Etat("lock", mot, "accent"))
    if vote.depouillement is None:
        mot = tr("Vote en cours, {}").format(mot_mode(vote.scrutin.mode).lower())
        return TableauSalle(surtitre, point.titre, contenu, Etat("circle-dot", mot, "accent"))
    if vote.proclamation is None:
        return TableauSalle(surtitre, point.titre, contenu, Etat("clock", tr("Scrutin clos"), "accent"))
    return _resultat(dossier, ag, point, vote, surtitre)


def _resultat(dossier: Dossier, ag: Assemblee, point: Resolution, vote: Vote, surtitre: str) -> TableauSalle:
    resultat = resultat_de(dossier, ag, vote)
    etat = etat_decision(resultat.decision)
    if isinstance(resultat, ResultatElection):
        elus = resultat.elus or (tr("Personne n’est élu à ce tour."),)
        return TableauSalle(surtitre, point.titre, etat=etat, grand=True, lignes=elus)
    if expose(vote).corps or vote.total_seul:
        return TableauSalle(surtitre, point.titre, etat=etat, grand=True, lignes=(tr("Scrutin secret"),))
    return _chiffre(
        ag, statuts_de(dossier, ag).regles[vote.scrutin.regle].par_tete, vote, resultat, surtitre, point, etat
    )


def _chiffre(
    ag: Assemblee, par_tete: bool, vote: Vote, resultat: Resultat, surtitre: str, point: Resolution, etat: Etat
) -> TableauSalle:
    """The whole against its threshold; no college by itself."""
    ligne, dessin = resultat.cadre.ligne, barre(resultat, vote)
    return TableauSalle(
        surtitre,
        point.titre,
        etat=etat,
        grand=True,
        barre=dessin,
        seuil=libelle_seuil(ligne, ag.convocation.par_college and not par_tete),
        pour=tr("Pour {}").format(pourcent(resultat.ratio, ligne.seuil)),
        contre=tr("Contre {}").format(pourcent(resultat.ratio_contre)),
    )
