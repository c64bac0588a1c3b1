"""A decision as the window reads it: words and drawings made from core's values. Nothing is counted here."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from PySide6.QtCore import QCoreApplication

from scicvote.core.assemblee import Vote
from scicvote.core.etapes import LIBELLES, PORTEES, libelle_base, libelle_seuil
from scicvote.core.exact import accord, decimales_utiles, nombre, points, pourcent, pourcent_court
from scicvote.core.papier import BarreVote, PartCorps
from scicvote.core.pv_secret import taire
from scicvote.core.pv_tableaux import barre as barre_imprimee
from scicvote.core.resultat import AnyResultat, Decision, Resultat, ResultatElection
from scicvote.ui.etats import Etat, etat_decision
from scicvote.ui.textes import majuscule

ZERO: Final = Fraction(0)
CENT: Final = Fraction(100)
_LECTURES: Final = {
    "exprimes": "exprimés",
    "votants": "votants",
    "presents": "présents ou représentés",
    "inscrits": "toutes les voix",
    "tous": "absents comptés dans leur collège",
}


@dataclass(frozen=True, slots=True)
class LigneCorps:
    """One body on the result card: its code, weight and three figures; ``part`` is None when it carried nothing."""

    code: str
    poids: str
    pour: str
    contre: str
    abstention: str
    part: PartCorps | None
    mention: str = ""


def tr(texte: str) -> str:
    return QCoreApplication.translate("Resultat", texte)


def verdict(resultat: AnyResultat) -> Etat:
    """The decision in capitals, with its icon and colour."""
    etat = etat_decision(resultat.decision)
    return Etat(etat.icone, etat.mot.upper(), etat.couleur)


def etat_court(resultat: AnyResultat, vote: Vote) -> Etat:
    """``Adoptée, 95,71 %``, as the agenda shows it; the word alone where a secret vote would be given away."""
    etat = etat_decision(resultat.decision)
    if sans_chiffre(resultat, vote):
        return etat
    return Etat(etat.icone, f"{etat.mot}, {chiffre(resultat)}", etat.couleur)


def chiffre(resultat: AnyResultat) -> str:
    """The figure that decides: the share that was for, or how many were elected."""
    if resultat.decision == Decision.PORTEE:
        if isinstance(resultat, ResultatElection):
            return accord(len(resultat.candidats), "candidat")
        return tr("{}\u00a0pour").format(nombre(resultat.pour))
    if isinstance(resultat, ResultatElection):
        return accord(len(resultat.elus), "élu")
    return pourcent(resultat.ratio, resultat.cadre.ligne.seuil)


def complement(resultat: AnyResultat) -> str:
    """What the figure is."""
    if resultat.decision == Decision.PORTEE:
        return ""
    if isinstance(resultat, ResultatElection):
        return tr("sur {}").format(accord(resultat.sieges, "siège"))
    return tr("pour")


def consultation(numero: int) -> str:
    return tr("première consultation") if numero == 1 else tr("seconde consultation")


def phrase(resultat: AnyResultat) -> str:
    """The decision and the condition it was held against."""
    cadre = resultat.cadre
    if resultat.decision == Decision.PORTEE:
        return PORTEES
    if cadre.quorum is not None and cadre.sans_quorum:
        return tr("Le quorum de {} n’est pas atteint\u00a0: {}. Aucune décision.").format(
            pourcent_court(cadre.quorum.demande), pourcent(cadre.quorum.atteint, cadre.quorum.demande)
        )
    if isinstance(resultat, ResultatElection) and not a_un_seuil(resultat):
        return tr("{}\u00a0: au second tour, les mieux placés sont élus.").format(
            majuscule(LIBELLES[resultat.decision])
        )
    return tr("{}\u00a0: il fallait {}, à la {}.").format(
        majuscule(LIBELLES[resultat.decision]),
        libelle_seuil(cadre.ligne, cadre.par_college),
        consultation(cadre.consultation),
    )


def a_un_seuil(resultat: ResultatElection) -> bool:
    """Whether this round is won against a threshold."""
    return not (resultat.tour == 2 and resultat.cadre.regle.tour2 == "relative")


def lectures(resultat: Resultat) -> tuple[str, str, tuple[str, ...]] | None:
    """Other readings of the text: (kind of box, title, lines); None when the text knows no other."""
    if not resultat.lectures:
        return None
    if resultat.stable:
        lignes = tuple(f"{_LECTURES[nom]} {_ratio(resultat, nom)}" for nom in resultat.lectures)
        return "discret", tr("Autres lectures\u00a0: même décision."), (majuscule(", ".join(lignes)),)
    autres = tuple(
        f"{majuscule(_LECTURES[nom])} {_ratio(resultat, nom)}, {LIBELLES[decision]}"
        for nom, decision in resultat.lectures.items()
        if decision != resultat.decision
    )
    return "alerte", tr("Autre lecture, autre décision."), autres


def _ratio(resultat: Resultat, lecture: str) -> str:
    return pourcent(resultat.ratios_lectures[lecture], resultat.cadre.ligne.seuil)


# --- the bodies


def lignes_corps(resultat: Resultat) -> tuple[LigneCorps, ...]:
    """One line per college that has a weight; by heads none."""
    ponderation = resultat.cadre.ponderation
    if ponderation is None:
        return ()
    vides = {corps.code for corps in ponderation.vides}
    lignes = []
    for corps in resultat.cadre.corps:
        part = resultat.parts.get(corps.code)
        poids = pourcent_court((part.poids if part else corps.poids) / 100)
        if part is None:
            mention = tr("Aucun inscrit") if corps.code in vides else tr("Personne n’y a voté")
            lignes.append(LigneCorps(corps.code, poids, "–", "–", "–", None, mention))
            continue
        dessin = PartCorps(corps.code, part.pour, part.contre, part.abstention, part.non_votants)
        figures = (points(part.pour), points(part.contre), points(part.abstention))
        lignes.append(LigneCorps(corps.code, poids, *figures, dessin, _fusion(corps.membres)))
    return tuple(lignes)


def _fusion(membres: tuple[str, ...]) -> str:
    return tr("Vote avec {}").format(", ".join(membres[1:])) if len(membres) > 1 else ""


def ensemble(resultat: Resultat) -> tuple[str, str, str]:
    """For, against, abstention of the whole: points by college, heads without."""
    if not resultat.cadre.par_college:
        return nombre(resultat.pour), nombre(resultat.contre), nombre(resultat.abstention)
    decimales = decimales_utiles(100 * resultat.ratio, 100 * resultat.cadre.ligne.seuil)
    return nombre(resultat.pour, decimales), points(resultat.contre), points(resultat.abstention)


def barre(resultat: Resultat, vote: Vote) -> BarreVote | None:
    """The drawing of the whole, the one that is printed; None where the secret of the vote leaves nothing to draw."""
    if resultat.decision == Decision.PORTEE:
        return None
    return next((bloc for bloc in barre_imprimee(resultat, vote) if isinstance(bloc, BarreVote)), None)


def barre_candidat(resultat: ResultatElection, nom: str) -> BarreVote:
    """The drawing of one candidate, on the scale of the base."""
    seuil = resultat.cadre.ligne.seuil if a_un_seuil(resultat) else None
    part = PartCorps("", CENT * resultat.candidats[nom].ratio, ZERO)
    libelle = pourcent_court(seuil) if seuil is not None else ""
    return BarreVote((part,), None if seuil is None else CENT * seuil, libelle)


def voix_candidat(resultat: ResultatElection, nom: str) -> str:
    """``57,14 % de toutes les voix``; the number of heads before, without colleges."""
    voix, cadre = resultat.candidats[nom], resultat.cadre
    part = f"{pourcent(voix.ratio, cadre.ligne.seuil)} {libelle_base(cadre.ligne.base, cadre.par_college)}"
    return part if cadre.par_college else f"{accord(int(voix.part), 'voix', 'voix')}, {part}"


def sans_chiffre(resultat: AnyResultat, vote: Vote) -> bool:
    """Whether no figure at all may be shown: too few voted in secret, and there is no college to weigh them."""
    return taire(vote) and not resultat.cadre.par_college
