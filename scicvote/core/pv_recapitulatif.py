"""All the decisions of an assembly in one table: what was for, what it takes, what was decided (C. com. R223-24)."""

from __future__ import annotations

from collections.abc import Sequence

from scicvote.core.assemblee import Vote
from scicvote.core.contexte_papier import Contexte
from scicvote.core.etapes import LIBELLES, comparaison
from scicvote.core.exact import accord
from scicvote.core.faits import Resolution
from scicvote.core.francais import capitale, enumerer, ordinal, selon
from scicvote.core.papier import Alignement, Colonne, Rangee, Tableau, gras, ligne, rangee
from scicvote.core.pv_election import elus_du_tour
from scicvote.core.pv_regles import majorite_requise
from scicvote.core.pv_secret import taire
from scicvote.core.recalcul import resultat_de
from scicvote.core.resultat import AnyResultat, Decision, Resultat

_TU = "–"  # no figure, or none that may be shown


def recapitulatif(contexte: Contexte) -> Tableau:
    """One row for each resolution of the agenda; for an election one for each round, with the elected.

    Nothing here that the detail leaves out: a share by heads is left out where it would say who voted what.
    """
    colonnes = (
        Colonne("N°", 9, Alignement.DROITE),
        Colonne("Résolution", 62),
        Colonne("Pour", 20, Alignement.DROITE),
        Colonne("Il faut", 56),
        Colonne("Décision", 38),
    )
    rangees = [une for resolution in contexte.ag.resolutions for une in _rangees(contexte, resolution)]
    return Tableau(colonnes, tuple(rangees), petit=True, vide="Aucune résolution n’est inscrite.")


def _rangees(contexte: Contexte, resolution: Resolution) -> Sequence[Rangee]:
    votes = [vote for vote in contexte.ag.votes_de(resolution.resolution) if vote.depouillement is not None]
    if contexte.ag.retrait(resolution.resolution) is not None:
        return [_rangee(resolution, _TU, "", "Retirée")]
    if not votes:
        return [_rangee(resolution, _TU, "", "Non mise aux voix")]
    return [_votee(contexte, resolution, vote, len(votes) > 1) for vote in votes]


def _votee(contexte: Contexte, resolution: Resolution, vote: Vote, plusieurs: bool) -> Rangee:
    resultat = resultat_de(contexte.dossier, contexte.ag, vote)
    cadre = resultat.cadre
    decision = _decision(contexte, vote, resultat)
    tour = f", {_rang(vote.scrutin.tour)} tour" if plusieurs else ""
    if resultat.decision == Decision.PORTEE:
        pour = accord(int(resultat.pour), "voix", "voix") if isinstance(resultat, Resultat) and not taire(vote) else _TU
        return _rangee(resolution, pour, "", decision, tour)
    seuil = majorite_requise(contexte, resolution)
    if not isinstance(resultat, Resultat):
        relative = cadre.regle.tour2 == "relative" and resultat.tour == 2
        return _rangee(resolution, _TU, "" if relative else seuil, decision, tour)
    pour = _TU if taire(vote) and not cadre.par_college else comparaison(resultat.ratio, cadre.ligne)
    return _rangee(resolution, pour, seuil, decision, tour)


def _rang(tour: int) -> str:
    """There are only two rounds under most statutes."""
    return "second" if tour == 2 else ordinal(tour)


def _decision(contexte: Contexte, vote: Vote, resultat: AnyResultat) -> str:
    """``Adoptée``; of an election, who is elected, and what the round ends with when seats remain."""
    decision = capitale(LIBELLES[resultat.decision])
    if isinstance(resultat, Resultat):
        return decision
    elus = elus_du_tour(contexte, vote, resultat)
    if not elus:
        return decision
    femmes = all(contexte.accorder(n, "m", "f") == "f" for n in elus)
    mot = selon(len(elus), *(("Élue", "Élues") if femmes else ("Élu", "Élus")))
    noms = f"{mot}\u00a0: {enumerer([contexte.civil(n) for n in elus])}"
    return noms if resultat.decision == Decision.ELUS else f"{noms}. {decision}"


def _rangee(resolution: Resolution, pour: str, seuil: str, decision: str, tour: str = "") -> Rangee:
    return rangee(str(resolution.numero), f"{resolution.titre}{tour}", pour, seuil, ligne(gras(decision)))
