"""What would turn an election of one seat: the fewest ballots whose other name elects somebody, or elects nobody.

One voter changes one ballot. For one candidate an election is a vote: ballots with their name are for, valid ballots
with another against, blank and void ones abstentions. It is carried over proportionally, whatever the statutes say of
resolutions.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from scicvote.core.article import regle
from scicvote.core.bascule import Bascule, basculer
from scicvote.core.corps import Corps
from scicvote.core.resultat import Decision, Resultat, ResultatElection
from scicvote.core.statuts import Ligne, Statuts

_MOITIE = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class BasculeElection:
    """Whom it is about: the elected, whom ``bascule`` would unseat, else the best placed, whom it would elect."""

    candidat: str
    bascule: Bascule


@regle("statuts", "18-1")
@regle("C. com.", "L223-18", "L223-29")
def basculer_election(statuts: Statuts, resultat: ResultatElection) -> BasculeElection | None:
    """What would turn it; None where it cannot be told from the counts.

    That is: no quorum, nobody put forward, two candidates level in front; several seats, since counts do not say which
    names a ballot bears together; a relative majority, or a share that two candidates could reach at once.
    """
    cadre = resultat.cadre
    relative = resultat.tour == 2 and cadre.regle.tour2 == "relative"
    if cadre.sans_quorum or resultat.sieges != 1 or relative or not _exclusive(cadre.ligne):
        return None
    nom = _en_tete(resultat)
    if nom is None:
        return None
    vue = _comme_un_vote(resultat, nom)
    proportionnels = replace(statuts, vote=replace(statuts.vote, report_voix="proportionnel"))
    bascule = basculer(proportionnels, vue)
    return BasculeElection(nom, bascule) if bascule is not None else None


def _exclusive(ligne: Ligne) -> bool:
    """Whether one candidate alone can reach it."""
    return ligne.seuil > _MOITIE or (ligne.seuil == _MOITIE and ligne.stricte)


def _en_tete(resultat: ResultatElection) -> str | None:
    """The elected, else who alone is in front."""
    if resultat.elus:
        return resultat.elus[0]
    parts = {nom: voix.part for nom, voix in resultat.candidats.items()}
    meilleure = max(parts.values(), default=None)
    premiers = [nom for nom, part in parts.items() if part == meilleure]
    return premiers[0] if len(premiers) == 1 else None


def _comme_un_vote(resultat: ResultatElection, nom: str) -> Resultat:
    """The election as a vote on one candidate."""
    corps = tuple(_pour(c, nom) for c in resultat.cadre.corps)
    decision = Decision.ADOPTEE if nom in resultat.elus else Decision.REJETEE
    rien = Fraction(0)
    return Resultat(
        resultat.numero, decision, rien, rien, rien, rien, rien, resultat.base_valeur, resultat.candidats[nom].ratio,
        replace(resultat.cadre, corps=corps),
    )  # fmt: skip


def _pour(corps: Corps, nom: str) -> Corps:
    voix = corps.candidats.get(nom, 0)
    return replace(
        corps, pour=voix, contre=corps.exprimes - voix, abstention=corps.votants - corps.exprimes, candidats={}
    )
