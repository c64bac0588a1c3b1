"""Votes by post: forms received before the meeting, counted in their giver's college (C. com. L225-107, R225-77)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from scicvote.core.article import regle
from scicvote.core.assemblee import Assemblee, Vote, date_longue
from scicvote.core.dossier import Dossier
from scicvote.core.faits import (
    ChoixFormulaire,
    CorpsScrutin,
    CorrespondanceScrutin,
    FormulaireVote,
    Resolution,
    Scrutin,
)
from scicvote.core.issue import Issue, avertissement, refus
from scicvote.core.liste import corps_de, est_inscrit
from scicvote.core.presence import Assistance
from scicvote.core.resolution import Objet
from scicvote.core.scrutin import ENSEMBLE
from scicvote.core.statuts import Statuts

POUR: Final = "pour"
CONTRE: Final = "contre"
ABSTENTION: Final = "abstention"
CHOIX: Final = (POUR, CONTRE, ABSTENTION)
_LOI: Final = "C. com. L225-107"
_DELAI: Final = "C. com. R225-77"
_DEUX: Final = "C. com. R225-81"


# --- what the statutes and the law say


@regle("C. com.", "L223-27", "L225-107")
def prevue(statuts: Statuts) -> bool:
    """Whether one may vote by post: the statutes say so, or it is a SA, whatever its statutes say."""
    return statuts.distance.courrier or statuts.forme == "SA"


def article(statuts: Statuts) -> str:
    """The article on voting by post: the statutes' own where they have one, else that of the form of company."""
    return statuts.article("distance.courrier", "distance", defaut=_LOI if statuts.forme == "SA" else "C. com. L223-27")


@regle("C. com.", "R225-77")
def echeance(statuts: Statuts, jour: date) -> date | None:
    """The last day on which a form can be received for a meeting on ``jour``; None where nothing says.

    A SA whose statutes are silent has the three days of the decree, the longest that they may ask for.
    """
    jours = statuts.distance.courrier_jours
    if jours is None:
        jours = 3 if statuts.forme == "SA" else None
    return None if jours is None else jour - timedelta(days=jours)


def article_echeance(statuts: Statuts) -> str:
    """Where that day comes from."""
    return statuts.article("distance.courrier_jours", "distance", defaut=_DELAI if statuts.forme == "SA" else "statuts")


@regle("statuts", "21-7")
def offertes(statuts: Statuts, assemblee: Assemblee) -> tuple[Resolution, ...]:
    """The points on which a form can say for, against or abstention: neither people to elect nor a secret ballot."""
    return tuple(
        r
        for r in assemblee.resolutions
        if not r.sieges
        and r.objet != Objet.DESIGNATION
        and r.regle not in statuts.secret
        and assemblee.retrait(r.resolution) is None
    )


# --- a form


@regle("C. com.", "L223-27", "L225-107", "R225-77", "R225-81")
def controler_formulaire(
    dossier: Dossier, assemblee: Assemblee, formulaire: FormulaireVote, choix: Mapping[int, str]
) -> Iterator[Issue]:
    """What stands against a form and its choices (``pour``, ``contre``, ``abstention`` by lasting number of resolution).

    Statutes that do not provide for it and a form that came late are warnings: the officers decide.
    """
    statuts = dossier.statuts_au(assemblee.jour)
    nom, source = dossier.nom(formulaire.associe), article(statuts)
    if not est_inscrit(dossier, assemblee, formulaire.associe):
        yield refus("MANDANT", f"{nom} n’est pas sur la liste de cette assemblée.", source, chemin="associe")
    yield from _deja(dossier, assemblee, formulaire, source)
    permises = {r.resolution for r in offertes(statuts, assemblee)}
    if set(choix) - permises or set(choix.values()) - set(CHOIX):
        phrase = (
            "Un formulaire dit pour, contre ou abstention sur une résolution de l’ordre du jour\u00a0; ni une élection, ni un "
            "scrutin secret ne s’y votent."
        )
        yield refus("FORMULAIRE_CHOIX", phrase, source, chemin="choix")
    if any(vote.depouillement is None for vote in assemblee.votes):
        phrase = "Un scrutin est ouvert\u00a0: le dépouiller avant d’ajouter un formulaire."
        yield refus("SCRUTIN_OUVERT", phrase, source)
    if not prevue(statuts):
        phrase = (
            "Les statuts ne prévoient pas de voter par correspondance\u00a0: ces voix peuvent être contestées. Au président de "
            "décider."
        )
        yield avertissement("VOTE_DISTANCE", phrase, source)
    yield from _tard(statuts, assemblee, formulaire)


def _deja(dossier: Dossier, assemblee: Assemblee, formulaire: FormulaireVote, source: str) -> Iterator[Issue]:
    assistance, nom = assemblee.assistance, dossier.nom(formulaire.associe)
    if formulaire.associe in assistance.presents:
        yield refus("MANDANT_PRESENT", f"{nom} est présent\u00a0: il vote dans la salle.", source, chemin="associe")
    if formulaire.associe in assistance.formulaires:
        phrase = f"{nom} a déjà voté par correspondance\u00a0: écarter d’abord ce formulaire."
        yield refus("FORMULAIRE_DEJA", phrase, source, chemin="associe")
    if any(p.mandant == formulaire.associe for p in assistance.pouvoirs.values()):
        phrase = f"{nom} a donné pouvoir\u00a0: retirer ce pouvoir, ou laisser ce formulaire de côté."
        yield refus("POUVOIR_DEJA", phrase, _DEUX, chemin="associe")


@regle("C. com.", "R225-77")
def _tard(statuts: Statuts, assemblee: Assemblee, formulaire: FormulaireVote) -> Iterator[Issue]:
    """A form received after the last day is said, and the chair decides; after the meeting it is none."""
    if formulaire.recu > assemblee.jour:
        phrase = "Un formulaire se reçoit avant l’assemblée."
        yield refus("DATE", phrase, article_echeance(statuts), chemin="recu")
        return
    dernier = echeance(statuts, assemblee.jour)
    if dernier is not None and formulaire.recu > dernier:
        phrase = (
            f"Reçu le {date_longue(formulaire.recu)}, après le {date_longue(dernier)}, dernier jour. Au président de dire "
            "s’il en est tenu compte\u00a0; sinon, l’écarter."
        )
        yield avertissement("FORMULAIRE_TARDIF", phrase, article_echeance(statuts), chemin="recu")


def choix_de(assemblee: Assemblee, formulaire: int) -> dict[int, str]:
    """What a form says, by resolution; nothing where it says nothing."""
    return {c.resolution: c.choix for c in assemblee.tous(ChoixFormulaire) if c.formulaire == formulaire}


@regle("C. com.", "R225-85")
def formulaire_tombe(statuts: Statuts, nom: str) -> Issue:
    """Somebody who wrote comes in person: they vote in the room. A SA's decree has it otherwise unless its statutes say so."""
    phrase = f"{nom} est là\u00a0: son vote par correspondance tombe, il vote dans la salle."
    if statuts.forme != "SA":
        return avertissement("FORMULAIRE_TOMBE", phrase, article(statuts))
    phrase += " Sauf clause des statuts, qui a voté par correspondance ne change plus de mode\u00a0: au président d’en décider."
    return avertissement("FORMULAIRE_TOMBE", phrase, "C. com. R225-85")


# --- a vote


def compte_pour(scrutin: Scrutin) -> bool:
    """Whether those who wrote count as attending: for the resolutions, not for what is asked in the room."""
    return scrutin.objet == "resolution"


@regle("C. com.", "L225-107")
def ecrivent(assistance: Assistance, scrutin: Scrutin) -> frozenset[int]:
    """Whose form counts at a vote: neither there nor fallen."""
    return frozenset(assistance.formulaires) if compte_pour(scrutin) else frozenset()


@regle("C. com.", "L225-107")
def figer(
    assemblee: Assemblee, scrutin: Scrutin, corps: Iterable[CorpsScrutin], hors: Iterable[int], liste: Iterable[int]
) -> tuple[CorrespondanceScrutin, ...]:
    """What the forms bring to each body of a vote as it opens; bodies without any are left out.

    A form that says nothing on a point abstains. So does one whose text was amended since: it was not on that text.
    Elections have no choice by post: those who wrote attend, and vote for nobody. ``hors``: who takes no part.
    """
    resolution = assemblee.resolution_par_numero[scrutin.resolution]
    dehors = set(hors)
    qui = [n for n in liste if n in ecrivent(assemblee.assistance, scrutin) and n not in dehors]
    amende = bool(assemblee.amendements(scrutin.resolution))
    comptes = []
    for un in corps:
        siens = [n for n in qui if un.college == ENSEMBLE or un.college in corps_de(assemblee, n)]
        if not siens:
            continue
        votes = [_choix(assemblee, n, scrutin.resolution, amende) for n in siens]
        nombres = (0, 0, 0) if resolution.sieges else tuple(votes.count(choix) for choix in CHOIX)
        comptes.append(CorrespondanceScrutin(assemblee.numero, scrutin.scrutin, un.college, len(siens), *nombres))
    return tuple(comptes)


def _choix(assemblee: Assemblee, associe: int, resolution: int, amende: bool) -> str:
    if amende:
        return ABSTENTION
    formulaire = assemblee.assistance.formulaires[associe].formulaire
    return choix_de(assemblee, formulaire).get(resolution, ABSTENTION)


@regle("C. com.", "L225-107")
def en_salle(vote: Vote, corps: CorpsScrutin) -> CorpsScrutin:
    """A body of a vote without those who wrote: who can be counted in the room."""
    return replace(corps, presents=corps.presents - par_poste(vote, corps.college).votants)


def par_poste(vote: Vote, code: str) -> CorrespondanceScrutin:
    """What the forms bring to a body: of ``*`` beside colleges, everybody once where that was counted, else their sum."""
    connus = {c.college: c for c in vote.correspondance}
    vide = CorrespondanceScrutin(vote.scrutin.assemblee, vote.scrutin.scrutin, code, 0, 0, 0, 0)
    if code in connus or code != ENSEMBLE or vote.personnes is not None:
        return connus.get(code, vide)
    sommes = (sum(getattr(c, nom) for c in connus.values()) for nom in ("votants", *CHOIX))
    return CorrespondanceScrutin(vide.assemblee, vide.scrutin, code, *sommes)


@regle("C. com.", "L225-107")
def avertir_ouverture(dossier: Dossier, assemblee: Assemblee, resolution: Resolution, secret: bool) -> Iterator[Issue]:
    """What is to be known of the forms as a vote opens: their text was amended, or the ballot is secret and they are not."""
    formulaires = assemblee.assistance.formulaires
    if not formulaires:
        return
    source = article(dossier.statuts_au(assemblee.jour))
    if assemblee.amendements(resolution.resolution):
        phrase = "Le texte a été amendé\u00a0: les votes par correspondance, qui portaient sur l’ancien, comptent en abstention."
        yield avertissement("FORMULAIRE_AMENDE", phrase, source)
    if secret and not resolution.sieges:
        phrase = "Le scrutin est secret\u00a0; les votes par correspondance, eux, portent le nom de qui les a envoyés."
        yield avertissement("FORMULAIRE_SECRET", phrase, source)
