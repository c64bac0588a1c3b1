"""Parts of those who left: in which order, from which day and how far they are reimbursed (statuts 8, 16, 17)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from scicvote.core.article import regle
from scicvote.core.convocation import ajouter_mois, cloture_exercice
from scicvote.core.dossier import Dossier
from scicvote.core.registre import SORTIES, NatureMouvement, Registre
from scicvote.core.statuts import Statuts


@dataclass(frozen=True, slots=True)
class Dette:
    """Parts cancelled by a loss of quality on ``perte``, and how many of them were reimbursed since.

    ``cloture`` is the closing day on which the amount is settled, ``exigible`` the day from which it can be claimed,
    ``pertes_jusqu_au`` the last day on which losses still reduce it (None: the statutes say nothing).
    ``permises`` are the parts still due that the floor of the capital allows to reimburse now, its turn considered.
    """

    associe: int
    perte: date
    motif: str
    parts: int
    remboursees: int
    cloture: date
    exigible: date | None
    pertes_jusqu_au: date | None
    permises: int = 0

    @property
    def dues(self) -> int:
        """Parts still due."""
        return self.parts - self.remboursees


@dataclass(frozen=True, slots=True)
class Plan:
    """What is due on a day, the oldest loss first. Amounts in euros, at most: losses reduce them (statuts 16-1, 16-2).

    ``capital`` counts the parts of the associés and those still due; ``plancher`` is what it never goes under.
    """

    jour: date
    dettes: tuple[Dette, ...]
    valeur_part: Fraction
    capital: Fraction
    plancher: Fraction

    @property
    def du(self) -> Fraction:
        """What is due in all."""
        return sum(dette.dues for dette in self.dettes) * self.valeur_part

    @property
    def permis(self) -> Fraction:
        """What the floor allows to reimburse now."""
        return sum(dette.permises for dette in self.dettes) * self.valeur_part

    @property
    def a_souscrire(self) -> Fraction:
        """The new subscriptions without which the rest waits (statuts 16-3)."""
        return self.du - self.permis


@regle("statuts", "16-3", "17")
def plan_remboursement(dossier: Dossier, jour: date, capital_plus_haut: Fraction = Fraction(0)) -> Plan | None:
    """What is due to those who left, as of ``jour``; None where the statutes give no value to a part.

    ``capital_plus_haut`` is the highest capital reached before this register, in euros; the register's own is added.
    """
    statuts = dossier.statuts_au(jour)
    valeur = statuts.capital.valeur_part
    if valeur is None:
        return None
    passe = _jusqu_au(dossier.registre, jour)
    dues = tuple(dette for dette in _dettes(passe, statuts) if dette.dues)
    capital = (passe.au(jour).parts + sum(dette.dues for dette in dues)) * valeur
    plancher = plancher_capital(statuts, max(capital_plus_haut, passe.parts_au_plus_haut[0] * valeur))
    libres = max(0, (capital - plancher) // valeur)
    return Plan(jour, tuple(_permettre(dues, libres)), valeur, capital, plancher)


@regle("statuts", "8")
def plancher_capital(statuts: Statuts, plus_haut: Fraction) -> Fraction:
    """The greater of the least capital and of the share of the highest one ever reached, in euros."""
    relatif = (statuts.capital.plancher_relatif or Fraction(0)) * plus_haut
    return max(statuts.capital.minimum or Fraction(0), relatif)


@regle("statuts", "16-3", "17")
def dettes_de(registre: Registre, statuts: Statuts, associe: int) -> tuple[Dette, ...]:
    """What is due to one person by all that is entered, the oldest loss first, read from their own entries alone."""
    siennes = Registre((), registre.mouvements_de(associe))
    return tuple(d for d in _dettes(siennes, statuts) if d.associe == associe and d.dues)


def _jusqu_au(registre: Registre, jour: date) -> Registre:
    return replace(registre, mouvements=tuple(m for m in registre.mouvements if m.jour <= jour), _etats={})


def _dettes(registre: Registre, statuts: Statuts) -> Iterator[Dette]:
    """Every loss of quality that cancelled parts, in the order of the register, with what was paid back of it."""
    payees: Counter[int] = Counter()
    for mouvement in registre.mouvements:
        if mouvement.nature == NatureMouvement.REMBOURSEMENT:
            payees[mouvement.associe] += mouvement.parts
    avant: dict[int, int] = defaultdict(int)
    total = 0
    for mouvement, apres in registre.soldes():
        annulees, total = total - apres, apres
        if mouvement.nature not in SORTIES or annulees <= 0:
            continue
        payee = min(annulees, payees[mouvement.associe] - avant[mouvement.associe])
        avant[mouvement.associe] += payee
        yield _dette(statuts, mouvement.associe, mouvement.jour, mouvement.nature, annulees, payee)


@regle("statuts", "16-1", "16-2", "17")
def _dette(statuts: Statuts, associe: int, perte: date, motif: str, parts: int, payee: int) -> Dette:
    """The days that count from a loss: the next closing, the years before a claim, those in which losses reduce it."""
    cloture = cloture_exercice(statuts, perte.year)
    if cloture < perte:
        cloture = cloture_exercice(statuts, perte.year + 1)
    exigible, pertes = (_annees_apres(perte, n) for n in (statuts.remboursement_annees, statuts.pertes_annees))
    return Dette(associe, perte, motif, parts, payee, cloture, exigible, pertes)


def _annees_apres(jour: date, annees: int | None) -> date | None:
    return None if annees is None else ajouter_mois(jour, 12 * annees)


@regle("statuts", "16-3")
def _permettre(dettes: tuple[Dette, ...], libres: int) -> Iterator[Dette]:
    """Each in its turn takes what the floor leaves; nobody before an older loss."""
    for dette in dettes:
        permises = min(dette.dues, libres)
        libres -= permises
        yield replace(dette, permises=permises)
