"""Majority rules in words, and what a new version of the statutes changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scicvote.core.article import citer, regle
from scicvote.core.etapes import LIBELLES_QUORUM, libelle_base, libelle_seuil
from scicvote.core.exact import INSECABLE, pourcent_court
from scicvote.core.francais import capitale, enumerer
from scicvote.core.pv_regles import nom_regle
from scicvote.core.statuts import Ligne, Quorum, Regle, Statuts
from scicvote.core.statuts_clairs import LigneClaire, sections


@dataclass(frozen=True, slots=True)
class Ecart:
    """What one version says and the next one says otherwise; ``""`` where a version has no such line."""

    section: str
    libelle: str
    avant: str
    apres: str


@regle("statuts", "22", "24-1", "24-3")
def majorites(statuts: Statuts) -> tuple[LigneClaire, ...]:
    """Each majority rule as one line of words, with its articles; its other readings are the note."""
    return tuple(
        LigneClaire(f"regles.{nom}", nom_regle(nom), _phrase(un, nom in statuts.secret), un.articles, note=_note(un))
        for nom, un in statuts.regles.items()
    )


def autres_lectures(ligne: Ligne, par_college: bool) -> str:
    """The other defensible readings of a line (``des suffrages exprimés ou des votants``), ``""`` without any."""
    return enumerer([libelle_base(base, par_college) for base in ligne.lectures], "ou")


def _phrase(un: Regle, secret: bool) -> str:
    """``plus de 50 % de toutes les voix ; en seconde consultation, … ; sans collège, …``."""
    mots = [libelle_seuil(un.premiere, not un.par_tete), *_seconde(un, not un.par_tete)]
    sans = un.sans_college
    if sans is not None and _seuils(sans) != _seuils(un):
        mots += [f"sans collège, {libelle_seuil(sans.premiere, False)}", *_seconde(sans, False)]
    if un.tour2 == "relative":
        mots.append("au second tour, la majorité relative")
    mots += _quorum(un.quorum)
    if secret:
        mots.append("à bulletin secret")
    return f"{INSECABLE}; ".join(mots)


def _seconde(un: Regle, par_college: bool) -> Iterator[str]:
    if un.deuxieme is not None:
        yield f"en seconde consultation, {libelle_seuil(un.deuxieme, par_college)}"


def _seuils(un: Regle) -> tuple[object, ...]:
    """What decides in a rule, its other readings aside."""
    lignes = (un.premiere, un.deuxieme)
    return tuple(None if ligne is None else (ligne.seuil, ligne.stricte, ligne.base) for ligne in lignes)


def _quorum(quorum: Quorum | None) -> Iterator[str]:
    if quorum is not None and quorum.premiere:
        yield f"quorum de {pourcent_court(quorum.premiere)} {LIBELLES_QUORUM[quorum.base]}"
        if quorum.deuxieme:
            yield f"puis de {pourcent_court(quorum.deuxieme)}"
        elif quorum.deuxieme is not None:
            yield "puis aucun"


def _note(un: Regle) -> str:
    """Which other readings of the same sentence can be defended, per consultation."""
    mots = [autres_lectures(un.premiere, not un.par_tete)]
    if un.deuxieme is not None and un.deuxieme.lectures:
        mots.append(f"en seconde consultation, {autres_lectures(un.deuxieme, not un.par_tete)}")
    dites = [mot for mot in mots if mot]
    return f"Autres lectures possibles\u00a0: {f'{INSECABLE}; '.join(dites)}." if dites else ""


def ecarts(avant: Statuts, apres: Statuts) -> tuple[Ecart, ...]:
    """What ``apres`` says otherwise than ``avant``, in the order in which a member reads them."""
    anciennes, nouvelles = _a_plat(avant), _a_plat(apres)
    trouves = []
    for cle in dict.fromkeys((*nouvelles, *anciennes)):
        section, ligne = nouvelles.get(cle) or anciennes[cle]
        ancienne, nouvelle = _dite(anciennes, cle), _dite(nouvelles, cle)
        if ancienne != nouvelle:
            trouves.append(Ecart(section, ligne.libelle, ancienne, nouvelle))
    return tuple(trouves)


_APlat = dict[str, tuple[str, LigneClaire]]


def _a_plat(statuts: Statuts) -> _APlat:
    lignes = [(s.titre, ligne) for s in sections(statuts) for ligne in s.lignes]
    lignes += [("Majorités", ligne) for ligne in majorites(statuts)]
    return {ligne.cle: (titre, ligne) for titre, ligne in lignes}


def _dite(lignes: _APlat, cle: str) -> str:
    """All that a line says, its articles included: one that moves is a change."""
    if cle not in lignes:
        return ""
    ligne = lignes[cle][1]
    suite = [ligne.note.rstrip(".")] if ligne.note else []
    articles = f" ({citer(ligne.articles)})" if ligne.articles else ""
    return f"{f'{INSECABLE}; '.join((capitale(ligne.valeur), *suite))}{articles}"
