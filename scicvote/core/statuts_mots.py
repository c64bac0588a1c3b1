"""The words of statutes: categories, colleges, delays, as people say them."""

from __future__ import annotations

from collections.abc import Collection
from fractions import Fraction
from typing import Final

from scicvote.core.exact import INSECABLE, accord, euros, poids_court, pourcent_court
from scicvote.core.francais import enumerer
from scicvote.core.pv_regles import nom_regle
from scicvote.core.statuts import PERSONNES, Appartenance, Categorie, College, Statuts

MOIS: Final = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip

VOTES: Final = {
    "toujours": "toujours par collège",
    "sur_demande": "par collège quand un associé le demande, sinon une personne, une voix",
    "jamais": "une personne, une voix, jamais par collège",
}
REPORTS: Final = {
    "proportionnel": "à la proportionnelle des votes du collège",
    "majoritaire": "tout entier au côté qui l’emporte dans le collège",
}
BASES: Final = {
    "exprimes": "ses suffrages pour et contre",
    "votants": "ses votants",
    "presents": "ses présents ou représentés",
    "inscrits": "tous ses membres",
}
ABSTENTIONS: Final = {"neutre": "ni pour ni contre", "pour": "comptée comme un vote pour"}
EN_BLANC: Final = {"interdit": "refusé", "president": "au président de séance"}


def en_euros(montant: Fraction | None) -> str | None:
    return None if montant is None else euros(montant)


def au_moins(minimum: int | None) -> str | None:
    return None if minimum is None else f"au moins {minimum}"


def jours_avant(jours: int | None) -> str | None:
    return None if jours is None else f"{accord(jours, 'jour')} avant"


def en_annees(annees: int | None) -> str | None:
    return None if annees is None else accord(annees, "an")


def sans_activite(annees: int | None) -> str | None:
    return None if annees is None else f"{accord(annees, 'an')} sans opération ni mission"


def prevu(valeur: bool) -> str:
    return "prévu" if valeur else "non prévu"


def noms_regles(regles: tuple[str, ...]) -> str | None:
    return enumerer([nom_regle(nom).lower() for nom in regles]) if regles else None


def personnes(genres: Collection[str]) -> str:
    """``personnes physiques``, ``personnes morales`` or ``toute personne``."""
    if set(genres) == set(PERSONNES):
        return "toute personne"
    return enumerer([f"personnes {genre}s" for genre in genres])


def de_categorie(categorie: Categorie) -> str:
    mots = [personnes(categorie.personnes)]
    if categorie.obligatoire:
        mots.append("au moins un associé")
    if categorie.plafond_capital is not None:
        mots.append(f"au plus {pourcent_court(categorie.plafond_capital)} du capital")
    return ", ".join(mots)


def de_college(college: College, statuts: Statuts) -> str:
    membres = [_appartenance(ligne, statuts) for ligne in college.appartenances]
    texte = f"{poids_court(college.poids)} des voix{INSECABLE}: {f'{INSECABLE}; '.join(membres) or 'personne'}"
    return f"{texte}{INSECABLE}; trop petit, il rejoint {college.fusion_avec}" if college.fusion_avec else texte


def _appartenance(ligne: Appartenance, statuts: Statuts) -> str:
    if ligne.categories is None:
        qui = "toutes les catégories"
    else:
        qui = enumerer([statuts.categories_par_code[code].nom for code in ligne.categories])
    return qui if set(ligne.personnes) == set(PERSONNES) else f"{qui} ({personnes(ligne.personnes)})"
