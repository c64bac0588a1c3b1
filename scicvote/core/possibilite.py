"""Before a vote: whether those present could adopt it at all, and how many votes it takes (statuts 18-1, 24-3)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction

from scicvote.core.article import regle
from scicvote.core.assemblee import Assemblee
from scicvote.core.bascule import Bascule, basculer
from scicvote.core.corps import tetes
from scicvote.core.dossier import Dossier
from scicvote.core.faits import Resolution, Scrutin
from scicvote.core.majorite import decider
from scicvote.core.recalcul import statuts_de
from scicvote.core.resultat import Decision, Resultat
from scicvote.core.scrutin import ENSEMBLE, Effectif, Question, Seance, Suffrages
from scicvote.core.statuts import Statuts
from scicvote.core.vote import corps_du_vote


@dataclass(frozen=True, slots=True)
class Possibilite:
    """What those present can do.

    ``possible``: all of them voting for would adopt. ``ratio``: the share of the base that this would be. ``manque``:
    how many more present or represented it takes at least (0 where it is possible, None where the whole list would
    not be enough or the quorum is what is missing), ``ou`` where they alone would be enough, by body. ``necessaires``:
    how many of those present must vote for, when all of them vote, at least (None where it is not possible).
    """

    possible: bool
    ratio: Fraction
    seuil: Fraction
    manque: int | None = 0
    ou: Mapping[str, int] = field(default_factory=dict)
    necessaires: int | None = None
    sans_quorum: bool = False


@regle("statuts", "18-1", "22", "24-1", "24-3")
def possibilite(dossier: Dossier, assemblee: Assemblee, resolution: Resolution) -> Possibilite:
    """What those present now could do with a resolution."""
    return possible_avec(statuts_de(dossier, assemblee), *_seance(dossier, assemblee, resolution), resolution.regle)


def _seance(
    dossier: Dossier, assemblee: Assemblee, resolution: Resolution
) -> tuple[Seance, dict[str, Effectif], dict[str, int]]:
    """The sitting, the bodies that vote on the resolution, and who is out of the base in each."""
    convocation = assemblee.convocation
    temoin = Scrutin(
        0, assemblee.numero, resolution.resolution, resolution.regle, "resolution", "", 1, convocation.heure
    )
    corps = corps_du_vote(dossier, assemblee, temoin)
    effectifs = {c.college: Effectif(c.inscrits, c.presents) for c in corps}
    retires = {c.college: c.retires for c in corps}
    personnes = effectifs.pop(ENSEMBLE, None) if len(corps) > 1 else None
    par_tete = statuts_de(dossier, assemblee).regles[resolution.regle].applicable(convocation.par_college).par_tete
    votants = dict(effectifs)
    if convocation.par_college and par_tete and resolution.college not in ("", ENSEMBLE):
        votants = {resolution.college: effectifs[resolution.college]}
    return Seance(convocation.consultation, convocation.par_college, effectifs, personnes), votants, retires


def possible_avec(
    statuts: Statuts, seance: Seance, votants: Mapping[str, Effectif], retires: Mapping[str, int], nom: str
) -> Possibilite:
    """What those present could do under a rule: ``votants`` are the bodies that vote, ``retires`` out of the base."""
    regle_ = statuts.regles[nom].applicable(seance.par_college)
    ensemble = seance.par_college and regle_.par_tete and len(votants) > 1
    presents = {code: max(0, e.presents - retires.get(code, 0)) for code, e in votants.items()}
    if ensemble:
        eux = tetes(seance, Question(1, nom, {}, retires))
        presents = {ENSEMBLE: eux.presents if eux is not None else sum(presents.values())}

    def voter(pour: bool) -> Resultat:
        vus = {c: Suffrages(pour=n) if pour else Suffrages(contre=n) for c, n in presents.items()}
        return decider(statuts, seance, Question(1, nom, vus, retires))

    tous = voter(pour=True)
    if tous.decision == Decision.SANS_QUORUM:
        return Possibilite(False, tous.ratio, tous.cadre.ligne.seuil, None, sans_quorum=True)
    if tous.decision == Decision.ADOPTEE:
        bascule = _sans_quorum_exclu(basculer(statuts, voter(pour=False)))
        return Possibilite(True, tous.ratio, tous.cadre.ligne.seuil, 0, {}, bascule.minimum)
    return _manque(statuts, tous)


def _sans_quorum_exclu(bascule: Bascule | None) -> Bascule:
    assert bascule is not None, "a vote without quorum is told apart before"
    return bascule


def _manque(statuts: Statuts, tous: Resultat) -> Possibilite:
    """Who would still have to come: the rest of the list is taken as present and silent, and woken vote by vote."""
    cadre = tous.cadre
    corps = tuple(replace(c, presents=c.inscrits) for c in cadre.corps)
    ligne, vote = cadre.ligne, statuts.vote
    # Everybody present votes: présents and votants are one, but where the absent weigh in the carry-over.
    if ligne.base == "presents" and (cadre.ponderation is None or vote.base_report != "inscrits"):
        ligne = replace(ligne, base="votants")
    if vote.base_report == "presents":
        statuts = replace(statuts, vote=replace(vote, base_report="votants"))
    bascule = _sans_quorum_exclu(basculer(statuts, replace(tous, cadre=replace(cadre, corps=corps, ligne=ligne))))
    return Possibilite(False, tous.ratio, cadre.ligne.seuil, bascule.minimum, bascule.seuls)
