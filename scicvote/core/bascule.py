"""What would turn a decision: the fewest voters whose other choice gives the opposite result.

One voter changes one vote. Towards adoption somebody who voted against votes for, else somebody who abstained, else
somebody present who did not vote; towards rejection the same, from for to against. In that order, since a vote that
changes sides never weighs less than one that appears.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from heapq import merge
from itertools import combinations, pairwise

from scicvote.core.article import regle
from scicvote.core.corps import Corps
from scicvote.core.report_voix import Part, Ponderation, ponderer, porteur
from scicvote.core.resultat import Decision, Resultat
from scicvote.core.statuts import Ligne, Statuts

ZERO = Fraction(0)


@dataclass(frozen=True, slots=True)
class Bascule:
    """``minimum`` voters (None: no number of them) would turn the decision into ``vers``.

    ``seuls`` gives, for each body whose voters alone could do it, how many it takes; ``repartition`` one way to do it
    with ``minimum`` voters, by body.
    """

    vers: Decision
    minimum: int | None
    seuls: Mapping[str, int] = field(default_factory=dict)
    repartition: Mapping[str, int] = field(default_factory=dict)


@regle("statuts", "22", "24-1", "24-3")
def basculer(statuts: Statuts, resultat: Resultat) -> Bascule | None:
    """What would turn a decided resolution; None where nothing could: there was no quorum, or nothing is decided here."""
    if resultat.decision in (Decision.SANS_QUORUM, Decision.PORTEE):
        return None
    vers = Decision.REJETEE if resultat.decision == Decision.ADOPTEE else Decision.ADOPTEE
    if resultat.cadre.ponderation is None:
        return _par_tete(resultat, vers)
    return _par_college(statuts, resultat, vers)


# --- by heads


def _par_tete(resultat: Resultat, vers: Decision) -> Bascule:
    (corps,) = resultat.cadre.corps
    for combien in range(1, _disponibles(corps, vers) + 1):
        if _tranche(*_marge_tetes(_apres(corps, combien, vers), resultat.cadre.ligne), resultat.cadre.ligne, vers):
            return Bascule(vers, combien, {corps.code: combien}, {corps.code: combien})
    return Bascule(vers, None)


def _marge_tetes(corps: Corps, ligne: Ligne) -> tuple[Fraction, bool]:
    base = corps.base(ligne.base)
    return corps.pour - ligne.seuil * base, base > 0


def _tranche(marge: Fraction, votee: bool, ligne: Ligne, vers: Decision) -> bool:
    """Whether a margin over the threshold gives the decision that is looked for."""
    adoptee = votee and (marge > 0 or (marge == 0 and not ligne.stricte))
    return adoptee == (vers == Decision.ADOPTEE)


# --- one body after some of its voters chose otherwise


def _disponibles(corps: Corps, vers: Decision) -> int:
    """How many of a body could still choose otherwise."""
    autres = corps.contre if vers == Decision.ADOPTEE else corps.pour
    return autres + corps.abstention + corps.presents - corps.votants


def _apres(corps: Corps, combien: int, vers: Decision) -> Corps:
    """The body once ``combien`` of its people vote for (or against): from the other side, abstention, silence."""
    adopter = vers == Decision.ADOPTEE
    de_l_autre = min(combien, corps.contre if adopter else corps.pour)
    d_abstention = min(combien - de_l_autre, corps.abstention)
    du_silence = combien - de_l_autre - d_abstention
    return replace(
        corps,
        pour=corps.pour + (combien if adopter else -de_l_autre),
        contre=corps.contre + (-de_l_autre if adopter else combien),
        abstention=corps.abstention - d_abstention,
        votants=corps.votants + du_silence,
        exprimes=corps.exprimes + d_abstention + du_silence,
    )


# --- by college


def _par_college(statuts: Statuts, resultat: Resultat, vers: Decision) -> Bascule:
    """The least over every set of silent colleges that could come to vote: each set has weights of its own."""
    corps = resultat.cadre.corps
    meilleure: dict[str, int] | None = None
    seuls: dict[str, int] = {}
    for eveilles in _eveils(statuts, corps):
        cas = _Cas(statuts, corps, eveilles, resultat.cadre.ligne, vers)
        trouvee = cas.minimum(None if meilleure is None else sum(meilleure.values()))
        if trouvee is not None:
            meilleure = trouvee
        if len(eveilles) <= 1:
            for code, combien in cas.seuls(eveilles):
                seuls[code] = min(combien, seuls.get(code, combien))
    if meilleure is None:
        return Bascule(vers, None)
    return Bascule(vers, sum(meilleure.values()), seuls, meilleure)


def _eveils(statuts: Statuts, corps: Sequence[Corps]) -> Iterator[frozenset[str]]:
    """Every set of silent colleges in which somebody could vote after all, the empty one first."""
    base = statuts.vote.base_report
    muets = [
        c.code
        for c in corps
        if c.effectif >= statuts.vote.effectif_minimal and c.base(base) == 0 and _disponibles(c, Decision.ADOPTEE)
    ]
    for taille in range(len(muets) + 1):
        yield from map(frozenset, combinations(muets, taille))


class _Cas:
    """The colleges under the weights that hold when the silent ones of ``eveilles``, and no others, come to vote."""

    def __init__(
        self, statuts: Statuts, corps: Sequence[Corps], eveilles: frozenset[str], ligne: Ligne, vers: Decision
    ) -> None:
        self.ligne, self.vers, self.corps = ligne, vers, {c.code: c for c in corps}
        reveil = [_apres(c, 1, vers) if c.code in eveilles else c for c in corps]
        self.ponderation: Ponderation = ponderer(statuts, reveil, statuts.vote.base_report)
        self.porter = porteur(statuts, statuts.vote.base_report)
        self.gains = {code: self._gains(code, 1 if code in eveilles else 0) for code in self.ponderation.poids}
        self.depart = self._depart()

    def _depart(self) -> Fraction:
        """What colleges that do not vote leave in the margin."""
        if self.ligne.base == "inscrits":
            return -self.ligne.seuil * (100 - self.ponderation.exclu)
        return ZERO if self.ligne.base == "exprimes" else -self.ligne.seuil * self.ponderation.abstention

    def _gains(self, code: str, premier: int) -> dict[int, tuple[Fraction, Fraction]]:
        """What a college brings to the margin and to the base, for each number of its people who chose otherwise."""
        corps, poids = self.corps[code], self.ponderation.poids[code]
        return {
            combien: self._marge(self.porter(_apres(corps, combien, self.vers), poids))
            for combien in range(premier, _disponibles(corps, self.vers) + 1)
        }

    def _marge(self, part: Part) -> tuple[Fraction, Fraction]:
        base = part.pour + part.contre
        if self.ligne.base != "exprimes":
            base += part.abstention
        if self.ligne.base == "presents":
            base += part.non_votants
        return part.pour - (ZERO if self.ligne.base == "inscrits" else self.ligne.seuil * base), base

    # --- the least

    def minimum(self, borne: int | None) -> dict[str, int] | None:
        """The fewest voters of all colleges together, fewer than ``borne`` where there is one.

        Where each further voter of a college weighs no more than the one before, taking the heaviest first is the least;
        else every way to share them is tried.
        """
        pas = self._pas()
        return self._par_totaux(borne) if pas is None else self._par_pas(pas, borne)

    def _pas(self) -> list[list[tuple[Fraction, str, Fraction]]] | None:
        """What each further voter of each college weighs, with what they bring to the base; None where it can grow."""
        sens = 1 if self.vers == Decision.ADOPTEE else -1
        suites = []
        for code, gains in self.gains.items():
            valeurs = [gains[combien] for combien in sorted(gains)]
            suite = [(sens * (apres[0] - avant[0]), code, apres[1] - avant[1]) for avant, apres in pairwise(valeurs)]
            if any(apres[0] > avant[0] for avant, apres in pairwise(suite)):
                return None
            suites.append(suite)
        return suites

    def _par_pas(self, suites: list[list[tuple[Fraction, str, Fraction]]], borne: int | None) -> dict[str, int] | None:
        """The heaviest voters first, until the decision is the one that is looked for."""
        sens = 1 if self.vers == Decision.ADOPTEE else -1
        premiers = {code: min(gains) for code, gains in self.gains.items()}
        choix = {code: combien for code, combien in premiers.items() if combien}
        marge = self.depart + sum((self.gains[code][n][0] for code, n in premiers.items()), ZERO)
        base = self._hors_base() + sum((self.gains[code][n][1] for code, n in premiers.items()), ZERO)
        total, pas = sum(choix.values()), merge(*suites, key=lambda un: -un[0])
        while borne is None or total < borne:
            if total and _tranche(marge, base > 0, self.ligne, self.vers):
                return choix
            suivant = next(pas, None)
            if suivant is None:
                return None
            gain, code, apport = suivant
            choix[code] = choix.get(code, 0) + 1
            marge, base, total = marge + sens * gain, base + apport, total + 1
        return None

    def _par_totaux(self, borne: int | None) -> dict[str, int] | None:
        """Every number of voters of every college, the best margin kept for each total."""
        sens = 1 if self.vers == Decision.ADOPTEE else -1
        etats: dict[int, tuple[Fraction, Fraction, dict[str, int]]] = {0: (self.depart, self._hors_base(), {})}
        for code, gains in self.gains.items():
            suite: dict[int, tuple[Fraction, Fraction, dict[str, int]]] = {}
            for total, (marge, base, choix) in etats.items():
                for combien, (gain, apport) in gains.items():
                    somme = total + combien
                    if borne is not None and somme >= borne:
                        break
                    connu = suite.get(somme)
                    if connu is None or sens * (marge + gain) > sens * connu[0]:
                        suite[somme] = (marge + gain, base + apport, {**choix, code: combien} if combien else choix)
            etats = suite
        for total in sorted(etats):
            marge, base, choix = etats[total]
            if total and _tranche(marge, base > 0, self.ligne, self.vers):
                return choix
        return None

    def _hors_base(self) -> Fraction:
        """What is in the base whoever votes."""
        if self.ligne.base == "inscrits":
            return 100 - self.ponderation.exclu
        return ZERO if self.ligne.base == "exprimes" else self.ponderation.abstention

    def seuls(self, eveilles: Iterable[str]) -> Iterator[tuple[str, int]]:
        """For each college that could do it alone, how many of its people it takes."""
        reveilles = tuple(eveilles)
        for code in reveilles or self.gains:
            autres = [gains[0] for nom, gains in self.gains.items() if nom != code]
            marge = self.depart + sum((gain for gain, _ in autres), ZERO)
            base = self._hors_base() + sum((apport for _, apport in autres), ZERO)
            for combien, (gain, apport) in self.gains[code].items():
                if combien and _tranche(marge + gain, base + apport > 0, self.ligne, self.vers):
                    yield code, combien
                    break
