"""What statutes must satisfy as a whole: weights, colleges, categories, fusions (loi 47-1775, art. 19 octies)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

from scicvote.core.article import regle
from scicvote.core.exact import pourcent_court, texte_exact
from scicvote.core.issue import Issue, avertissement
from scicvote.core.lecture import Lecteur, montrer, sous
from scicvote.core.statuts import LOI_COLLEGES, Statuts

DELAI_FORMULAIRES = 3  # C. com. R225-77: days before a SA's meeting, at most
COLLEGES_MINIMUM = 3  # loi 47-1775, art. 19 octies: where there are colleges, at least three


def controler(statuts: Statuts, racine: Mapping[str, Any], lecteur: Lecteur, chemin: str) -> None:
    """Note in ``lecteur`` every fault that reading single values cannot show."""
    _uniques((categorie.code for categorie in statuts.categories), "categories", "catégories", lecteur, chemin)
    _uniques((college.code for college in statuts.colleges), "colleges", "collèges", lecteur, chemin)
    _poids(statuts, lecteur, chemin)
    _bornes(statuts, lecteur, chemin)
    _nombre_de_colleges(statuts, lecteur, chemin)
    _categories_citees(statuts, lecteur, chemin)
    _fusions(statuts, lecteur, chemin)
    _sans_toit(statuts, racine, lecteur, chemin)
    if statuts.vote.seuil_college < Fraction(1, 2) or statuts.vote.seuil_college > 1:
        lecteur.faute(
            "SEUIL",
            sous(sous(chemin, "vote"), "seuil_college"),
            f"{texte_exact(statuts.vote.seuil_college)}\u00a0; le seuil d’un collège va de 1/2 à 1.",
        )


def _uniques(codes: Iterable[str], cle: str, quoi: str, lecteur: Lecteur, chemin: str) -> None:
    vus: set[str] = set()
    for i, code in enumerate(codes):
        if code and code in vus:
            endroit = sous(sous(sous(chemin, cle), i), "code")
            lecteur.faute(
                "DOUBLON", endroit, f"deux {quoi} portent le code {montrer(code)}\u00a0; chacun doit avoir le sien."
            )
        vus.add(code)


@regle("statuts", "22")
def _poids(statuts: Statuts, lecteur: Lecteur, chemin: str) -> None:
    """The weights of the colleges sum to exactly one hundred."""
    poids = [college.poids for college in statuts.colleges]
    if poids and min(poids) >= 0 and sum(poids) != 100:
        total = texte_exact(sum(poids, Fraction(0)))
        lecteur.faute(
            "POIDS_TOTAL", sous(chemin, "colleges"), f"les poids font {total}\u00a0; ils doivent faire 100 exactement."
        )


@regle("loi 47-1775", "19 octies")
def _bornes(statuts: Statuts, lecteur: Lecteur, chemin: str) -> None:
    """No college under the floor or over the cap of the statutes (10 % and 50 % in law)."""
    bas, haut = statuts.vote.plancher, statuts.vote.plafond
    for i, college in enumerate(statuts.colleges):
        if college.poids >= 0 and not bas <= college.poids <= haut:
            lecteur.faute(
                "POIDS_BORNES",
                sous(sous(sous(chemin, "colleges"), i), "poids"),
                f"poids {texte_exact(college.poids)}\u00a0; un collège pèse de {pourcent_court(bas / 100)} "
                f"à {pourcent_court(haut / 100)} ({LOI_COLLEGES}).",
            )


@regle("loi 47-1775", "19 octies")
def _nombre_de_colleges(statuts: Statuts, lecteur: Lecteur, chemin: str) -> None:
    """Where votes can be by college there are at least three."""
    if statuts.vote_possible_par_college and len(statuts.colleges) < COLLEGES_MINIMUM:
        lecteur.faute(
            "COLLEGES_MINIMUM",
            sous(chemin, "colleges"),
            f"{len(statuts.colleges)} collège(s)\u00a0; il en faut au moins {COLLEGES_MINIMUM} quand le vote peut être "
            f'fait par collège ({LOI_COLLEGES}), ou vote.colleges = "jamais".',
        )


def _categories_citees(statuts: Statuts, lecteur: Lecteur, chemin: str) -> None:
    connues = set(statuts.categories_par_code)
    for i, college in enumerate(statuts.colleges):
        for j, appartenance in enumerate(college.appartenances):
            for k, code in enumerate(appartenance.categories or ()):
                if code not in connues:
                    endroit = sous(sous(sous(sous(sous(sous(chemin, "colleges"), i), "regle"), j), "categories"), k)
                    lecteur.faute("CATEGORIE_INCONNUE", endroit, f"la catégorie {montrer(code)} n’est pas définie.")


def _fusions(statuts: Statuts, lecteur: Lecteur, chemin: str) -> None:
    for i, college in enumerate(statuts.colleges):
        vers = college.fusion_avec
        if vers is None:
            continue
        endroit = sous(sous(sous(chemin, "colleges"), i), "fusion_avec")
        cible = statuts.par_code.get(vers)
        if vers == college.code:
            lecteur.faute("FUSION", endroit, "un collège ne peut pas fusionner avec lui-même.")
        elif cible is None:
            lecteur.faute("FUSION", endroit, f"le collège {montrer(vers)} n’est pas défini.")
        elif cible.fusion_avec is not None:
            lecteur.faute(
                "FUSION",
                endroit,
                f"le collège {montrer(vers)} a lui-même un fusion_avec\u00a0; viser un autre collège.",
            )


@regle("statuts", "22")
def _sans_toit(statuts: Statuts, racine: Mapping[str, Any], lecteur: Lecteur, chemin: str) -> None:
    """Every kind of person of every category has a college, where the vote can be by college."""
    if not statuts.vote_possible_par_college or "colleges" not in racine:
        return
    for i, categorie in enumerate(statuts.categories):
        for personne in categorie.personnes:
            lignes = (ligne for college in statuts.colleges for ligne in college.appartenances)
            if not any(ligne.accepte(categorie.code, personne) for ligne in lignes):
                lecteur.faute(
                    "SANS_COLLEGE",
                    sous(sous(chemin, "categories"), i),
                    f"aucun collège ne prend les personnes {personne}s de la catégorie {montrer(categorie.code)}.",
                )


def remarques(statuts: Statuts) -> tuple[Issue, ...]:
    """What is allowed and yet worth a look before an assembly: never a refusal."""
    lignes = []
    for nom in (*statuts.secret, *statuts.hors_ordre_du_jour):
        if nom not in statuts.regles:
            lignes.append(
                avertissement(
                    "REGLE_INCONNUE",
                    f"la table scrutin cite {montrer(nom)}, qui n’est pas une règle.",
                    chemin="scrutin",
                )
            )
    if statuts.forme == "SARL" and statuts.societariat.maximum_associes is None:
        lignes.append(
            avertissement(
                "MAXIMUM_ASSOCIES",
                "aucun maximum d’associés n’est écrit\u00a0; une SARL en compte au plus 100.",
                "C. com. L223-3",
                chemin="societariat.maximum_associes",
            )
        )
    jours = statuts.distance.courrier_jours
    if statuts.forme == "SA" and jours is not None and jours > DELAI_FORMULAIRES:
        lignes.append(
            avertissement(
                "DELAI_FORMULAIRES",
                f"les formulaires de vote par correspondance sont à recevoir {jours} jours avant l’assemblée\u00a0; la loi "
                f"n’en admet pas plus de {DELAI_FORMULAIRES}.",
                "C. com. R225-77",
                chemin="distance.courrier_jours",
            )
        )
    if statuts.societariat.plusieurs_colleges:
        lignes.append(
            avertissement(
                "PLUSIEURS_COLLEGES",
                "les statuts admettent de voter dans plusieurs collèges\u00a0; chacun a une voix dans chaque collège qui le "
                "prend. La loi parle d’une voix «\u00a0dans le collège auquel il appartient\u00a0».",
                LOI_COLLEGES,
                chemin="societariat.plusieurs_colleges",
            )
        )
    return tuple(lignes)
