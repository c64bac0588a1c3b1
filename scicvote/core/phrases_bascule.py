"""What would have turned a decision, and what those present can still do, as French sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from scicvote.core.article import regle
from scicvote.core.assemblee import Vote
from scicvote.core.bascule import Bascule, basculer
from scicvote.core.bascule_election import BasculeElection, basculer_election
from scicvote.core.exact import INSECABLE, accord, nombre
from scicvote.core.francais import enumerer
from scicvote.core.possibilite import Possibilite
from scicvote.core.pv_secret import taire
from scicvote.core.resultat import AnyResultat, Decision, Resultat, ResultatElection
from scicvote.core.scrutin import ENSEMBLE
from scicvote.core.statuts import Statuts

AUCUN_AUTRE: Final = "Aucun autre choix des présents n’aurait changé la décision."
# Voters are tried one by one, silent colleges set by set: beyond this it would be waited for.
_FOULE: Final = {"proportionnel": 1000, "majoritaire": 150}
_SILENCES: Final = 4


# --- after a vote


def phrase_bascule(statuts: Statuts, resultat: AnyResultat) -> str:
    """The fewest voters whose other choice turns it; ``""`` without a quorum, in a crowd, where counts cannot tell."""
    if _trop_nombreux(statuts, resultat):
        return ""
    if isinstance(resultat, ResultatElection):
        vue = basculer_election(statuts, resultat)
        return dire_bascule_election(vue) if vue is not None else ""
    bascule = basculer(statuts, resultat)
    return dire_bascule(bascule) if bascule is not None else ""


def _trop_nombreux(statuts: Statuts, resultat: AnyResultat) -> bool:
    ponderation = resultat.cadre.ponderation
    presents = sum(corps.presents for corps in resultat.cadre.corps)
    report = statuts.vote.report_voix if isinstance(resultat, Resultat) else "proportionnel"
    if presents > _FOULE[report]:
        return True
    return ponderation is not None and len(ponderation.silencieux) > _SILENCES


@regle("statuts", "21-7")
def phrase_du_vote(statuts: Statuts, resultat: AnyResultat, vote: Vote) -> str:
    """``phrase_bascule`` of a recorded vote; ``""`` where it would say who voted what in secret."""
    return "" if taire(vote) else phrase_bascule(statuts, resultat)


def dire_bascule(bascule: Bascule) -> str:
    """``Il suffisait de 3 voix de plus en PM, ou de 5 en SB, pour l’adopter.``

    Where several colleges do it together with fewer voters than any alone, their share is said first.
    """
    return _dire(bascule, "l’adopter" if bascule.vers == Decision.ADOPTEE else "la rejeter")


def dire_bascule_election(vue: BasculeElection) -> str:
    """``Il suffisait de 2 voix de plus en PM pour élire Ada Fictive.``"""
    verbe = "élire" if vue.bascule.vers == Decision.ADOPTEE else "ne pas élire"
    return _dire(vue.bascule, f"{verbe} {vue.candidat}")


def _dire(bascule: Bascule, but: str) -> str:
    if bascule.minimum is None:
        return AUCUN_AUTRE
    voies = list(_voies(bascule))
    fin = ", pour" if len(voies) > 1 else " pour"
    return f"Il suffisait {', ou '.join(voies)}{fin} {but}."


def _voies(bascule: Bascule) -> Iterator[str]:
    """Each way to turn it, the shortest first: ``de 3 voix de plus en PM``, ``de 5 en SB``."""
    minimum, seuls = bascule.minimum or 0, _croissants(bascule.seuls)
    if bascule.vers == Decision.ADOPTEE:
        quoi = "voix de plus"
    else:
        quoi = "voix contraire" if minimum == 1 else "voix contraires"
    if seuls and seuls[0][1] == minimum:
        yield f"{_de(minimum)} {quoi}{_en(seuls.pop(0)[0])}"
        seul = ""
    else:
        partage = enumerer([f"{nombre(n)}{_en(code)}" for code, n in bascule.repartition.items()])
        yield f"{_de(minimum)} {quoi} ({partage})"
        seul = " seul"
    for code, n in seuls:
        yield f"{_de(n)}{_en(code)}{seul}"


def _croissants(par_corps: Mapping[str, int]) -> list[tuple[str, int]]:
    """The fewest first; colleges of one number in the order that they came in."""
    return sorted(par_corps.items(), key=lambda paire: paire[1])


def _de(combien: int) -> str:
    return "d’une" if combien == 1 else f"de {nombre(combien)}"


def _en(code: str) -> str:
    """Where; the whole assembly is not named."""
    return "" if code == ENSEMBLE else f" en {code}"


# --- before a vote


def phrase_possibilite(possible: Possibilite) -> str:
    """What those present can do: ``Si tous ceux qui sont là votent, il faut au moins 12 voix pour.``"""
    if possible.sans_quorum:
        return "Impossible avec ceux qui sont là, le quorum n’est pas atteint."
    if not possible.possible:
        return f"Impossible avec ceux qui sont là{INSECABLE}: {_manque(possible)}."
    if possible.necessaires is None:
        return "Possible avec ceux qui sont là."
    return f"Si tous ceux qui sont là votent, il faut au moins {accord(possible.necessaires, 'voix', 'voix')} pour."


def _manque(possible: Possibilite) -> str:
    """``il manque 1 présent ou représenté en PP``; the colleges that would be enough alone, the fewest first."""
    if possible.manque is None:
        return "même toute la liste n’y suffirait pas"
    manque = f"il manque {accord(possible.manque, 'présent ou représenté', 'présents ou représentés')}"
    (code, n), *autres = _croissants(possible.ou) or [(ENSEMBLE, possible.manque)]
    if n == possible.manque:
        return manque + _en(code) + "".join(f", ou {nombre(m)}{_en(autre)}" for autre, m in autres)
    tous = [(code, n), *autres]
    return f"{manque} en tout, ou {' ou '.join(f'{nombre(m)}{_en(autre)}' for autre, m in tous)} seul"
