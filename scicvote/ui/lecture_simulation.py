"""What is typed of a hypothesis, as core takes it; and how a cell of a simulation is shown. Nothing is decided here."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Final

from PySide6.QtCore import QCoreApplication

from scicvote.core.etapes import libelle_base
from scicvote.core.exact import lire_exact, poids_court, texte_exact
from scicvote.core.hypothese import TOUTES, Hypothese, Majorite
from scicvote.core.phrases_simulation import mot_case
from scicvote.core.pv_regles import nom_regle
from scicvote.core.simulation import Case, Obstacle
from scicvote.core.statuts import BASES, SORTS, Statuts
from scicvote.core.statuts_mots import BASES as MOTS_BASES
from scicvote.ui.etats import Etat, etat_decision
from scicvote.ui.textes import majuscule

PAR_TETE: Final = "par_tete"
SEUILS: Final[dict[str, tuple[Fraction, bool]]] = {
    "moitie": (Fraction(1, 2), True),
    "tiers": (Fraction(2, 3), False),
    "quarts": (Fraction(3, 4), False),
    "tous": (Fraction(1), False),
}
Options = list[tuple[str, str]]


def tr(texte: str) -> str:
    return QCoreApplication.translate("Simulation", texte)


# --- what can be chosen


def options_colleges(statuts: Statuts) -> Options:
    """As in the statutes, one college with another, or none at all."""
    codes = list(statuts.par_code)
    paires = [(un, autre) for un in codes for autre in codes if un != autre]
    reunis = [(f"{un}>{autre}", tr("{} vote avec {}").format(un, autre)) for un, autre in paires]
    return [("", _comme()), *reunis, (PAR_TETE, tr("Une personne, une voix"))]


def options_regles(regles: Iterable[str]) -> Options:
    """Every majority, or one of those that were used."""
    return [(TOUTES, tr("Toutes les majorités")), *((nom, nom_regle(nom)) for nom in dict.fromkeys(regles))]


def options_seuils() -> Options:
    return [
        ("", _comme()),
        ("moitie", tr("Plus de la moitié")),
        ("tiers", tr("Au moins les deux tiers")),
        ("quarts", tr("Au moins les trois quarts")),
        ("tous", tr("L’unanimité")),
    ]


def options_bases() -> Options:
    return [("", _comme()), *((base, majuscule(libelle_base(base, True))) for base in BASES)]


def options_reports() -> Options:
    return [("", _comme()), *((base, majuscule(MOTS_BASES[base])) for base in BASES)]


def options_sorts() -> Options:
    mots = {
        "perdu": tr("Perdu"),
        "exclu": tr("Retiré de la base"),
        "abstention": tr("En abstention"),
        "egal": tr("Réparti également"),
        "prorata": tr("Réparti au prorata"),
    }
    return [("", _comme()), *((sort, mots[sort]) for sort in SORTS)]


def _comme() -> str:
    return tr("Comme aux statuts")


# --- what was typed


def lire_poids(texte: str) -> Fraction | None:
    """``45``, ``33,5`` or ``100/3``, the percent sign allowed; None for anything else."""
    return lire_exact("".join(texte.split()).removesuffix("%").replace(",", "."))


def ecrire_poids(poids: Fraction) -> str:
    """A weight as it is typed, exact: ``33,5``, or ``100/3`` where two decimals do not say it."""
    court = (100 * poids).denominator == 1
    return poids_court(poids).rstrip("\u202f%") if court else texte_exact(poids)


def fusion(choix: str) -> dict[str, str]:
    """The college that joins another, by the key of the choice."""
    un, lien, autre = choix.partition(">")
    return {un: autre} if lien else {}


def hypothese(nom: str, poids: dict[str, Fraction], choix: dict[str, str]) -> Hypothese:
    """A hypothesis from its weights and the keys of its choices (``colleges``, ``seuil``, ``base``…)."""
    seuil, stricte = SEUILS.get(choix["seuil"], (None, None))
    change = seuil is not None or choix["base"]
    reunis = fusion(choix["colleges"])
    return Hypothese(
        nom,
        {code: valeur for code, valeur in poids.items() if code not in reunis},
        reunis,
        choix["colleges"] == PAR_TETE,
        choix["report"],
        "",
        choix["sort"],
        choix["sort"],
        (Majorite(choix["regle"], seuil, stricte, choix["base"]),) if change else (),
    )


# --- a cell


def etat_actuel(mot: str, decision: str) -> Etat:
    """The decision as declared."""
    etat = etat_decision(decision)
    return Etat(etat.icone, mot, etat.couleur)


def etat_case(case: Case) -> Etat:
    """A cell: in colour and with the word where the decision changes, muted where it stays."""
    if case.resultat is None:
        return Etat("lock" if case.obstacle is Obstacle.SECRET else "ban", mot_case(case), "discret")
    etat = etat_decision(case.resultat.decision)
    if case.change:
        return Etat(etat.icone, tr("Change\u00a0: {}").format(mot_case(case)), etat.couleur)
    return Etat(etat.icone, mot_case(case), "discret")
