"""The list of associés of an assembly: frozen, and what changed since (statuts 12, 14, 21-1)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from scicvote.core.article import regle
from scicvote.core.assemblee import Assemblee, Nature, date_longue
from scicvote.core.college import codes_de
from scicvote.core.dossier import Dossier
from scicvote.core.faits import LigneListe
from scicvote.core.issue import Issue, avertissement
from scicvote.core.scrutin import ENSEMBLE


@dataclass(frozen=True, slots=True)
class Changement:
    """Somebody who left or came since the list was frozen; ``nature`` is ``parti`` or ``entre``."""

    associe: int
    nature: str
    jour: date
    motif: str


@regle("statuts", "21-1", "22", "26")
def composer_liste(dossier: Dossier, assemblee: Assemblee, jour: date) -> tuple[LigneListe, ...]:
    """The associés as of ``jour``, each with their college and one vote, whatever their parts.

    Where the statutes let a person vote in several colleges, a line and a vote for each of theirs. The list of a
    college's assembly holds its members alone.
    """
    statuts = dossier.statuts_au(assemblee.jour)
    convocation = assemblee.convocation
    lignes = []
    for associe in dossier.registre.au(jour).associes:
        codes = codes_de(statuts, associe.categorie, associe.fiche.personne) or ("",)
        if convocation.nature == Nature.COLLEGE:
            codes = tuple(code for code in codes if code == convocation.college)
        lignes += [
            LigneListe(assemblee.numero, associe.numero, associe.categorie, code, associe.parts, 1) for code in codes
        ]
    return tuple(lignes)


@regle("statuts", "21-1")
def controler_jour(jour: date, aujourdhui: date) -> tuple[Issue, ...]:
    """A list is the register of its day: before that day comes, it cannot know who enters until then."""
    if jour <= aujourdhui:
        return ()
    phrase = (
        f"Le {date_longue(jour)} n’est pas encore venu\u00a0: qui devient associé d’ici là ne serait pas sur la liste. "
        "Attendre ce jour pour l’arrêter."
    )
    return (avertissement("LISTE_AVANT", phrase, "statuts 21-1", chemin="jour"),)


@regle("statuts", "12", "14", "21-1")
def changements(dossier: Dossier, assemblee: Assemblee) -> tuple[Changement, ...]:
    """Who lost the quality since the list was frozen, and who became an associé, up to the day of the meeting.

    What the assembly itself decided (an exclusion, an admission) changes nothing to who could vote in it.
    """
    arretee = assemblee.liste_arretee
    if arretee is None:
        return ()
    etat = dossier.registre.au(assemblee.jour)
    ici = {m.associe for m in dossier.registre.mouvements if m.assemblee == assemblee.numero}
    partis = [
        Changement(numero, "parti", personne.sortie, personne.motif_sortie)
        for numero in assemblee.liste
        if (personne := etat.par_numero.get(numero)) is not None and personne.sortie is not None and numero not in ici
    ]
    entres = [
        Changement(associe.numero, "entre", associe.entree, "admission")
        for associe in etat.associes
        if associe.entree is not None
        and associe.entree > arretee.jour
        and associe.numero not in assemblee.liste
        and associe.numero not in ici
    ]
    return (*partis, *entres)


def inscrits(dossier: Dossier, assemblee: Assemblee) -> dict[int, LigneListe]:
    """Who can vote: the frozen list, less those who lost the quality since."""
    partis = {c.associe for c in changements(dossier, assemblee) if c.nature == "parti"}
    return {numero: ligne for numero, ligne in assemblee.liste.items() if numero not in partis}


def est_inscrit(dossier: Dossier, assemblee: Assemblee, associe: int) -> bool:
    """Whether one person can vote, as ``inscrits`` says of all of them."""
    if associe not in assemblee.liste or assemblee.liste_arretee is None:
        return associe in assemblee.liste
    personne = dossier.registre.au(assemblee.jour).par_numero.get(associe)
    if personne is None or personne.sortie is None:
        return True
    return any(m.associe == associe and m.assemblee == assemblee.numero for m in dossier.registre.mouvements)


def corps_de(assemblee: Assemblee, associe: int) -> tuple[str, ...]:
    """The bodies in which an associé of the frozen list votes: their colleges, or the whole."""
    return assemblee.colleges[associe] if assemblee.convocation.par_college else (ENSEMBLE,)


@regle("statuts", "22", "26")
def plusieurs(assemblee: Assemblee, associes: Iterable[int]) -> tuple[int, ...]:
    """Those of these associés who vote in several bodies, in the order given."""
    return tuple(n for n in associes if len(corps_de(assemblee, n)) > 1)
