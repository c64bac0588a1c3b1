"""The page of a convocation on hypotheses of weights: what each says, and what past votes would have been (25-2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from scicvote.core.article import regle
from scicvote.core.assemblee import Assemblee
from scicvote.core.contexte_papier import Contexte, citer
from scicvote.core.dossier import Dossier
from scicvote.core.exact import INSECABLE, nombre, poids_court
from scicvote.core.francais import capitale
from scicvote.core.hypothese import Hypothese, poids_de
from scicvote.core.papier import (
    Alignement,
    Bloc,
    Colonne,
    Genre,
    Ligne,
    Papier,
    Rangee,
    Style,
    Tableau,
    Texte,
    Titre,
    gras,
    ligne,
    paragraphe,
    rangee,
)
from scicvote.core.phrases_simulation import PARTAGE, autres_changements, mot_actuel, mot_case, titre_ligne
from scicvote.core.simulation import Case, LigneSimulation, Simulation

_DROITE = Alignement.DROITE


@regle("statuts", "25-2")
def papier_simulation(dossier: Dossier, assemblee: Assemblee, simulation: Simulation) -> Papier:
    """One page, to be joined to a convocation: the hypotheses side by side, then each past decision under them."""
    contexte = Contexte(dossier, assemblee)
    papier = contexte.papier(
        "Hypothèses de pondération des collèges",
        _blocs(contexte, simulation),
        sous_titre=f"Appliquées aux votes de l’{assemblee.titre[:1].lower()}{assemblee.titre[1:]}",
    )
    return replace(papier, entete=papier.entete[:1])  # joined to a letter that bears the whole heading


def _blocs(contexte: Contexte, simulation: Simulation) -> Iterator[Bloc]:
    articles = citer((contexte.statuts.cite("statuts 25-2"),))
    yield paragraphe(
        "Chaque collège délibère sur ces hypothèses, puis l’assemblée générale extraordinaire décide selon les règles en "
        f"vigueur à sa date ({articles}). Les décisions déjà prises ne changent pas."
    )
    if simulation.statuts.colleges:
        yield _tableau_poids(simulation)
    yield from _autres_changements(simulation)
    yield Titre(2, "Ce que les votes auraient donné")
    yield _tableau_votes(simulation)
    yield paragraphe(
        " ".join([f"En gras, les décisions qui changent. {PARTAGE}", *_remarques(simulation)]), style=Style.NOTE
    )


def _remarques(simulation: Simulation) -> Iterator[str]:
    for hypothese, issues in zip(simulation.hypotheses, simulation.issues, strict=True):
        for issue in issues:
            yield f"{hypothese.nom}{INSECABLE}: {issue.phrase} {capitale(citer(issue.articles))}."


def _tableau_poids(simulation: Simulation) -> Tableau:
    colonnes = (
        Colonne("Collège", 76),
        Colonne("Statuts", 22, _DROITE),
        *(Colonne(hypothese.nom, 33, _DROITE) for hypothese in simulation.hypotheses),
    )
    statuts = simulation.statuts
    poids = [_poids(simulation, hypothese) for hypothese in simulation.hypotheses]
    rangees = [
        rangee(
            f"{college.nom} ({college.code})",
            poids_court(college.poids),
            *(
                _cellule_poids(hypothese, un, college.code)
                for hypothese, un in zip(simulation.hypotheses, poids, strict=True)
            ),
        )
        for college in statuts.colleges
    ]
    return Tableau(colonnes, tuple(rangees), petit=True)


def _poids(simulation: Simulation, hypothese: Hypothese) -> dict[str, Fraction]:
    return {} if hypothese.par_tete else poids_de(simulation.statuts, hypothese)


def _cellule_poids(hypothese: Hypothese, poids: dict[str, Fraction], code: str) -> str:
    if code in poids:
        return poids_court(poids[code])
    return "sans collège" if hypothese.par_tete else f"avec {hypothese.rejoint(code)}"


def _autres_changements(simulation: Simulation) -> Iterator[Bloc]:
    """What hypotheses say besides the weights."""
    morceaux: list[str | Texte] = []
    for hypothese in simulation.hypotheses:
        if autres := autres_changements(hypothese):
            morceaux += [gras(f"{hypothese.nom}{INSECABLE}: "), f"{' '.join(autres)} "]
    if morceaux:
        yield paragraphe(*morceaux, style=Style.NOTE)


def _tableau_votes(simulation: Simulation) -> Tableau:
    colonnes = (
        Colonne("Résolution", 62),
        Colonne("Décision", 34),
        *(Colonne(hypothese.nom, 34) for hypothese in simulation.hypotheses),
    )
    lignes = [_rangee(une) for une in simulation.lignes]
    bilans = [_bilan(simulation, rang) for rang in range(len(simulation.hypotheses))]
    total = rangee("Décisions qui changent", "", *bilans, genre=Genre.TOTAL)
    return Tableau(colonnes, (*lignes, total), petit=True)


def _bilan(simulation: Simulation, rang: int) -> str:
    connues = sum(une.cases[rang].resultat is not None for une in simulation.lignes)
    return f"{nombre(simulation.changements(rang))} sur {nombre(connues)}"


def _rangee(une: LigneSimulation) -> Rangee:
    return rangee(titre_ligne(une), mot_actuel(une), *map(_cellule, une.cases))


def _cellule(case: Case) -> Ligne:
    """The word of a change goes with its bold face."""
    mot = mot_case(case)
    return ligne(gras(f"{mot} (change)")) if case.change else ligne(mot)
