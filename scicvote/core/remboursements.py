"""Reimbursing parts: what a day allows, what it makes wait, what stands against one reimbursement (statuts 8, 16, 17)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from fractions import Fraction

from scicvote.core.article import regle
from scicvote.core.assemblee import date_longue
from scicvote.core.dossier import Dossier
from scicvote.core.exact import INSECABLE, accord, euros, lire_exact
from scicvote.core.faits import Mouvement
from scicvote.core.francais import enumerer
from scicvote.core.issue import Issue, avertissement, refus
from scicvote.core.registre import LIBELLES
from scicvote.core.remboursement import Dette, Plan, plan_remboursement


class Attente(StrEnum):
    """Why parts wait, or do not."""

    PLANCHER = "plancher"  # nothing can be paid back without new subscriptions
    EN_PARTIE = "en_partie"  # the floor leaves some of them
    PAS_EXIGIBLE = "pas_exigible"  # it can be paid back, and cannot be claimed yet
    EXIGIBLE = "exigible"  # it can be claimed, and paid back in its turn


@regle("statuts", "8")
def capital_d_ouverture(dossier: Dossier) -> Fraction:
    """The highest capital before this register, in euros, as the user gave it; 0 where nobody did."""
    identite = dossier.identite
    lu = lire_exact(identite.capital_plus_haut) if identite is not None else None
    return lu or Fraction(0)


def plan_du(dossier: Dossier, jour: date) -> Plan | None:
    """What is due on a day, the opening figure of the capital counted; None where a part has no known value."""
    return plan_remboursement(dossier, jour, capital_d_ouverture(dossier))


@regle("statuts", "16-3", "17")
def attente(plan: Plan, dette: Dette) -> Attente:
    """What makes a debt wait on the day of its plan: the floor first, then the years before it can be claimed."""
    if not dette.permises:
        return Attente.PLANCHER
    if dette.permises < dette.dues:
        return Attente.EN_PARTIE
    if dette.exigible is not None and plan.jour < dette.exigible:
        return Attente.PAS_EXIGIBLE
    return Attente.EXIGIBLE


def phrase_dette(dossier: Dossier, plan: Plan, dette: Dette) -> str:
    """What is due to one person, from which loss, until when losses reduce it, and from when it can be claimed."""
    motif = LIBELLES.get(dette.motif, dette.motif).lower()
    montant = euros(dette.dues * plan.valeur_part)
    mots = [
        f"{accord(dette.dues, 'part')}, {montant} au plus, depuis le {date_longue(dette.perte)} ({motif})",
        f"arrêté à la clôture du {date_longue(dette.cloture)}",
    ]
    if dette.pertes_jusqu_au is not None and dette.pertes_jusqu_au >= plan.jour:
        mots.append(f"réduit des pertes jusqu’au {date_longue(dette.pertes_jusqu_au)}")
    if dette.exigible is not None:
        mots.append(
            f"exigible {'depuis' if dette.exigible <= plan.jour else 'à partir du'} {_le(plan, dette.exigible)}"
        )
    return f"{dossier.nom(dette.associe, plan.jour)}{INSECABLE}: {', '.join(mots)}."


def _le(plan: Plan, jour: date) -> str:
    return f"{'le ' if jour <= plan.jour else ''}{date_longue(jour)}"


def phrase_plan(plan: Plan) -> str:
    """``420 € restent dus au plus, dont 200 € peuvent l’être aujourd’hui sans descendre sous 3 800 € de capital.``"""
    if not plan.dettes:
        return "Rien ne reste dû."
    plancher = f"sans descendre sous {euros(plan.plancher)} de capital"
    if plan.permis == plan.du:
        return f"{euros(plan.du)} restent dus au plus{INSECABLE}; tout peut être remboursé {plancher}."
    return (
        f"{euros(plan.du)} restent dus au plus{INSECABLE}; {euros(plan.permis)} peuvent être remboursés {plancher}, "
        f"le reste attend {euros(plan.a_souscrire)} de souscriptions nouvelles."
    )


@regle("statuts", "8", "16-3", "17")
def controler_remboursement(dossier: Dossier, mouvement: Mouvement) -> Iterator[Issue]:
    """What stands against a reimbursement: more than is due, or the floor; its turn and its years are warnings."""
    plan = plan_du(dossier, mouvement.jour)
    if mouvement.parts < 1:
        yield refus("PARTS", "Indiquer un nombre de parts d’au moins une.", "statuts 16-3", chemin="parts")
        return
    if plan is None:
        return
    siennes = [dette for dette in plan.dettes if dette.associe == mouvement.associe]
    dues = sum(dette.dues for dette in siennes)
    nom = dossier.nom(mouvement.associe, mouvement.jour)
    if mouvement.parts > dues:
        reste = f"{accord(dues, 'part reste due', 'parts restent dues')}" if dues else "rien n’est dû"
        phrase = f"À {nom}, {reste} ce jour-là."
        yield refus("PARTS", phrase, "statuts 16-3", chemin="parts")
        return
    yield from _plancher(plan, mouvement)
    yield from _tour(dossier, plan, mouvement)
    restant = mouvement.parts
    for dette in siennes:
        if dette.exigible is not None and dette.exigible > mouvement.jour and restant > 0:
            phrase = f"Ces parts ne sont exigibles qu’à partir du {date_longue(dette.exigible)}\u00a0: rien n’oblige à les rembourser avant."
            yield avertissement("REMBOURSEMENT_DELAI", phrase, "statuts 17", chemin="jour")
            return
        restant -= dette.dues


@regle("statuts", "8")
def _plancher(plan: Plan, mouvement: Mouvement) -> Iterator[Issue]:
    """The capital never goes under its floor."""
    libres = max(0, (plan.capital - plan.plancher) // plan.valeur_part)
    if mouvement.parts > libres:
        apres = plan.capital - mouvement.parts * plan.valeur_part
        phrase = (
            f"Le capital passerait à {euros(apres)}, sous le plancher de {euros(plan.plancher)}\u00a0: "
            f"au plus {accord(libres, 'part')} ce jour-là, le reste attend de nouvelles souscriptions."
        )
        yield refus("CAPITAL_PLANCHER", phrase, "statuts 8", "statuts 16-3", chemin="parts")


@regle("statuts", "16-3")
def _tour(dossier: Dossier, plan: Plan, mouvement: Mouvement) -> Iterator[Issue]:
    """Nobody before an older loss."""
    rang = next(i for i, dette in enumerate(plan.dettes) if dette.associe == mouvement.associe)
    avant = tuple(dict.fromkeys(dette.associe for dette in plan.dettes[:rang]))
    if avant:
        noms = enumerer([dossier.nom(n, plan.jour) for n in avant])
        phrase = f"L’ordre des pertes de qualité fait passer avant\u00a0: {noms}."
        yield avertissement("REMBOURSEMENT_ORDRE", phrase, "statuts 16-3", chemin="parts")
