"""What a new college, or another composition of the colleges, wants before its vote (statuts 25-2)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from scicvote.core import procedures_colleges as colleges
from scicvote.core.article import regle
from scicvote.core.condition import Cas, Condition, EtatCondition, dit
from scicvote.core.dossier import Dossier
from scicvote.core.exact import accord
from scicvote.core.faits import DemandeCollege
from scicvote.core.francais import date_longue
from scicvote.core.issue import Issue, avertissement, refus
from scicvote.core.resolution import Objet

_ARTICLES: Final = ("statuts 25-2",)


def derniere_demande(dossier: Dossier, jour: date) -> DemandeCollege | None:
    """The latest request received on ``jour`` or before."""
    recues = [d for d in dossier.tous(DemandeCollege) if d.recue <= jour]
    return max(recues, key=lambda d: d.recue, default=None)


@regle("statuts", "25-2")
def demande_sans_suite(dossier: Dossier, jour: date) -> DemandeCollege | None:
    """The latest request while no assembly has voted on it."""
    demande = derniere_demande(dossier, jour)
    votee = demande is not None and any(
        r.objet == Objet.NOUVEAU_COLLEGE and ag.decision(r.resolution)
        for ag in dossier.assemblees.values()
        if demande.recue <= ag.jour <= jour
        for r in ag.resolutions
    )
    return None if votee else demande


def recommandee(mode: str) -> bool:
    """Whether it came by registered letter."""
    return "recommand" in mode.casefold()


@regle("statuts", "25-2")
def nouveau_college(cas: Cas) -> Iterator[Condition]:
    """Asked for by enough associés by registered letter, or by the management, with conditions of membership and weights."""
    demande, voulus = derniere_demande(cas.dossier, cas.ag.jour), cas.statuts.constitution.demandeurs_nouveau_college
    phrase = (
        "Demandé par la gérance"
        if voulus is None
        else f"Demandé par {accord(voulus, 'sociétaire')} au moins, ou par la gérance"
    )
    if demande is None:
        detail = "Aucune demande n’est enregistrée\u00a0: page Collèges."
        yield Condition("demande", phrase, _ARTICLES, EtatCondition.MANQUANTE, detail=detail)
        return
    combien = len(demande.demandeurs)
    par_qui = (
        f"{accord(combien, 'sociétaire')}, le {date_longue(demande.recue)}."
        if combien
        else f"Par la gérance, le {date_longue(demande.recue)}."
    )
    assez = not combien or (voulus is not None and combien >= voulus)
    yield Condition("demande", phrase, _ARTICLES, dit(assez), detail=par_qui)
    etat = dit(recommandee(demande.mode)) if combien else EtatCondition.SANS_OBJET
    detail = f"Reçue par {demande.mode}." if combien and demande.mode else ""
    yield Condition("lettre", "Lettre recommandée avec avis de réception", _ARTICLES, etat, detail=detail)
    yield Condition(
        "affiliation", "Conditions d’affiliation", _ARTICLES, dit(bool(demande.affiliation)), detail=demande.affiliation
    )
    detail = (
        f"{accord(len(demande.hypotheses), 'hypothèse')}\u00a0: {' – '.join(demande.hypotheses)}."
        if demande.hypotheses
        else ""
    )
    yield Condition(
        "hypotheses", "Une ou plusieurs hypothèses de poids", _ARTICLES, dit(bool(demande.hypotheses)), detail=detail
    )


@regle("statuts", "25-2")
def entendus(cas: Cas) -> Iterator[Condition]:
    """Each college with members deliberates on the project; whichever way it goes, the assembly decides."""
    demande = derniere_demande(cas.dossier, cas.ag.jour)
    avis = colleges.avis_sans_personne(cas.dossier, cas.ag)
    for code in colleges.peuples(cas.dossier, cas.ag):
        rendu = avis.get(code)
        depuis = rendu is not None and (demande is None or rendu.jour >= demande.recue)
        detail = (
            f"{rendu.titre}, {date_longue(rendu.jour)}\u00a0: {rendu.mot}."
            if rendu is not None and depuis
            else "Pas encore délibéré."
        )
        yield Condition(f"entendu_{code}", f"Le collège {code} a délibéré", _ARTICLES, dit(depuis), detail=detail)


@regle("statuts", "25-2")
def controler_demande_college(dossier: Dossier, demande: DemandeCollege) -> Iterator[Issue]:
    """What stands against recording a request: who asks must be associés; what it lacks is a warning."""
    statuts = dossier.statuts_au(demande.recue)
    connus = {personne.numero for personne in dossier.registre.au(demande.recue).associes}
    if any(numero not in connus for numero in demande.demandeurs):
        phrase = "Seuls des associés demandent un nouveau collège."
        yield refus("DEMANDEUR", phrase, *_ARTICLES, chemin="demandeurs")
    voulus, combien = statuts.constitution.demandeurs_nouveau_college, len(demande.demandeurs)
    if combien and voulus is not None and combien < voulus:
        phrase = f"{accord(combien, 'sociétaire')}\u00a0: les statuts en veulent {voulus} au moins, ou la gérance."
        yield avertissement("DEMANDEUR", phrase, *_ARTICLES, chemin="demandeurs")
    if combien and not recommandee(demande.mode):
        phrase = "La demande se fait par lettre recommandée avec avis de réception."
        yield avertissement("DEMANDE_COLLEGE", phrase, *_ARTICLES, chemin="mode")
    if not demande.affiliation.strip():
        phrase = "La demande dit qui appartiendrait au collège."
        yield avertissement("DEMANDE_COLLEGE", phrase, *_ARTICLES, chemin="affiliation")
    if not demande.hypotheses:
        phrase = "La demande propose une ou plusieurs répartitions des droits de vote."
        yield avertissement("DEMANDE_COLLEGE", phrase, *_ARTICLES, chemin="hypotheses")
