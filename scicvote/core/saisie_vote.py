"""Counts as they are typed: which figures a body is asked for, what is left of those present, where two entries differ."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from scicvote.core.article import regle
from scicvote.core.assemblee import Assemblee
from scicvote.core.faits import Compte, CorpsScrutin, Depouillement, VoixCandidat
from scicvote.core.vote import SECRETS, ComptageCorps

POUR, CONTRE, ABSTENTION, BLANC, NUL, VOTANTS = "pour", "contre", "abstention", "blanc", "nul", "votants"
_OUVERT: Final = (POUR, CONTRE, ABSTENTION)
_BULLETINS: Final = (*_OUVERT, BLANC, NUL)

Cases = Mapping[tuple[str, str], str]  # by (body, figure): what was typed


def cle_candidat_saisie(candidat: int) -> str:
    """The figure of a candidate's votes."""
    return f"candidat/{candidat}"


@regle("statuts", "21-7", "22")
def figures(mode: str, candidats: Iterable[int] = ()) -> tuple[str, ...]:
    """The figures that each body is asked for: ballots can be blank or void, hands cannot."""
    noms = tuple(cle_candidat_saisie(candidat) for candidat in candidats)
    if noms:
        return (VOTANTS, *noms, BLANC, NUL)
    return _BULLETINS if mode in SECRETS else _OUVERT


def lire(texte: str) -> int:
    """A figure; nothing typed is none. Raises ValueError for anything else than digits."""
    nu = texte.strip()
    if nu and not (nu.isascii() and nu.isdigit()):
        raise ValueError(nu)
    return int(nu or 0)


def comptage(cases: Cases, corps: Iterable[str], cles: Iterable[str]) -> dict[str, ComptageCorps]:
    """The counts of each body. For an election ``votants`` and the candidates' votes are filled in."""
    voulues = tuple(cles)
    return {code: _compte(code, cases, voulues) for code in corps}


def _compte(code: str, cases: Cases, cles: tuple[str, ...]) -> ComptageCorps:
    lus = {cle: lire(cases.get((code, cle), "")) for cle in cles}
    voix = {int(cle.split("/")[1]): lu for cle, lu in lus.items() if cle.startswith("candidat/")}
    return ComptageCorps(
        lus.get(POUR, 0),
        lus.get(CONTRE, 0),
        lus.get(ABSTENTION, 0),
        lus.get(BLANC, 0),
        lus.get(NUL, 0),
        lus.get(VOTANTS, 0),
        voix,
    )


@regle("statuts", "21-4", "22")
def participants(corps: CorpsScrutin) -> int:
    """Who can take part in a vote: present or represented, less those out of the base."""
    return corps.presents - corps.retires


def voix_comptees(compte: ComptageCorps, election: bool) -> int:
    """The voters that a count says."""
    return compte.votants if election else compte.pour + compte.contre + compte.abstention + compte.blanc + compte.nul


def reste(corps: CorpsScrutin, compte: ComptageCorps, election: bool) -> int:
    """How many of those who can take part are not counted; negative where there are more votes than people."""
    return participants(corps) - voix_comptees(compte, election)


def reste_ensemble(restes: Mapping[str, int]) -> int:
    """What is left of all bodies together; what is too much in one is not made up for by another."""
    trop = [reste_ for reste_ in restes.values() if reste_ < 0]
    return sum(trop) if trop else sum(restes.values())


def sans_vote(restes: Mapping[str, int]) -> dict[str, int]:
    """The bodies where somebody who can take part is not counted, and how many."""
    return {code: reste_ for code, reste_ in restes.items() if reste_ > 0}


def total(cases: Cases, cle: str) -> int:
    """One figure, all bodies together."""
    return sum(lire(texte) for (_, nom), texte in cases.items() if nom == cle)


def ecarts(premiere: Cases, seconde: Cases) -> tuple[tuple[str, str], ...]:
    """The figures on which two entries differ; nothing typed and zero are the same."""
    cles = dict.fromkeys((*premiere, *seconde))
    return tuple(cle for cle in cles if lire(premiere.get(cle, "")) != lire(seconde.get(cle, "")))


@dataclass(frozen=True, slots=True)
class Comptage:
    """One counting of a scrutin, the first or a recount: when, and its counts."""

    depouillement: Depouillement
    comptes: tuple[Compte, ...]
    voix: tuple[VoixCandidat, ...]

    def total(self, figure: str) -> int:
        """``pour``, ``contre``, ``abstention``, ``blanc``, ``nul`` or ``votants``, all bodies together."""
        return sum(getattr(compte, figure) for compte in self.comptes)


@regle("C. com.", "R223-24")
def comptages(assemblee: Assemblee, scrutin: int) -> tuple[Comptage, ...]:
    """Every counting of a scrutin in order: a recount replaces the one before, and both stay in the file."""
    fois = [d for d in assemblee.tous(Depouillement) if d.scrutin == scrutin]
    comptes = [c for c in assemblee.tous(Compte) if c.scrutin == scrutin]
    voix = [v for v in assemblee.tous(VoixCandidat) if v.scrutin == scrutin]
    corps, noms = len({c.college for c in comptes}), len({(v.college, v.candidat) for v in voix})
    return tuple(
        Comptage(d, tuple(comptes[i * corps : (i + 1) * corps]), tuple(voix[i * noms : (i + 1) * noms]))
        for i, d in enumerate(fois)
    )
