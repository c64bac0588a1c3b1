"""Allocation of the result: the arithmetic of statuts 29 and 30, checked before it is put to the vote."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from fractions import Fraction

from scicvote.core.article import regle
from scicvote.core.exact import arrondi, euros, lire_exact, pourcent_court
from scicvote.core.faits import Affectation
from scicvote.core.issue import Issue, avertissement, refus
from scicvote.core.statuts import Statuts

_MONTANTS = tuple(champ.name for champ in fields(Affectation) if champ.name not in ("assemblee", "resolution"))


@dataclass(frozen=True, slots=True)
class Montants:
    """The amounts in euros, exact, and what follows from them."""

    resultat: Fraction
    pertes_anterieures: Fraction
    subventions: Fraction
    reserve_legale_avant: Fraction
    dotation_legale: Fraction
    reserve_statutaire_avant: Fraction
    dotation_statutaire: Fraction
    interets: Fraction

    @property
    def excedent(self) -> Fraction:
        """What is to allocate: the result less earlier losses (statuts 29)."""
        return self.resultat - self.pertes_anterieures

    @property
    def reserve_legale_apres(self) -> Fraction:
        return self.reserve_legale_avant + self.dotation_legale

    @property
    def reserve_statutaire_apres(self) -> Fraction:
        return self.reserve_statutaire_avant + self.dotation_statutaire


def lire_montants(affectation: Affectation) -> tuple[Montants | None, tuple[Issue, ...]]:
    """The amounts of a fact; a fault for each that is not written ``12`` or ``12.50``."""
    lus = {nom: lire_exact(getattr(affectation, nom)) for nom in _MONTANTS}
    fautes = tuple(
        refus("MONTANT", "Un montant s’écrit en euros\u00a0: 14188 ou 2128.20.", "statuts 30", chemin=nom)
        for nom, lu in lus.items()
        if lu is None
    )
    if fautes:
        return None, fautes
    return Montants(**{nom: lu for nom, lu in lus.items() if lu is not None}), ()


@regle("statuts", "30")
def dotation_legale(montants: Montants, statuts: Statuts, plus_haut: Fraction) -> Fraction:
    """What goes to the legal reserve: its share of the result, until it equals the highest capital ever reached."""
    part = statuts.repartition.reserve_legale * montants.excedent
    return max(Fraction(0), min(part, plus_haut - montants.reserve_legale_avant))


@regle("statuts", "30")
def dotations_proposees(
    resultat: Fraction,
    pertes_anterieures: Fraction,
    reserve_legale_avant: Fraction,
    interets: Fraction,
    statuts: Statuts,
    plus_haut: Fraction,
) -> tuple[Fraction, Fraction]:
    """What goes to the legal and to the statutory reserve, in euros, for these amounts; nothing where there is a loss.

    The legal share is exact where it falls on a cent, else rounded to the euro, which is admitted; the balance of the
    rest goes to the statutory reserve.
    """
    zero = Fraction(0)
    montants = Montants(resultat, pertes_anterieures, zero, reserve_legale_avant, zero, zero, zero, interets)
    exacte = dotation_legale(montants, statuts, plus_haut)
    legale = exacte if arrondi(exacte, 2) == exacte else arrondi(exacte, 0)
    return legale, max(zero, montants.excedent - legale - interets)


@regle("statuts", "29", "30")
def controler_affectation(affectation: Affectation, statuts: Statuts, plus_haut: Fraction) -> tuple[Issue, ...]:
    """Check an allocation: earlier losses first, the reserves' shares, the cap, subsidies out of what is distributed.

    ``plus_haut`` is the highest capital ever reached, in euros. An allocation rounded to the euro is accepted and said.
    """
    montants, fautes = lire_montants(affectation)
    if montants is None:
        return fautes
    return (
        *_somme(montants),
        *_legale(montants, statuts, plus_haut),
        *_statutaire(montants, statuts),
        *_interets(montants),
    )


def _somme(montants: Montants) -> Iterator[Issue]:
    if montants.excedent < 0:
        phrase = f"Les pertes antérieures ({euros(montants.pertes_anterieures)}) dépassent le résultat\u00a0: rien à affecter."
        yield refus("PERTES", phrase, "statuts 29", chemin="pertes_anterieures")
        return
    affecte = montants.dotation_legale + montants.dotation_statutaire + montants.interets
    if affecte != montants.excedent:
        phrase = f"{euros(affecte)} affectés pour {euros(montants.excedent)} à affecter\u00a0: les montants doivent s’égaler."
        yield refus("AFFECTATION_SOMME", phrase, "statuts 30", chemin="resultat")


def _legale(montants: Montants, statuts: Statuts, plus_haut: Fraction) -> Iterator[Issue]:
    attendu = dotation_legale(montants, statuts, plus_haut)
    part = pourcent_court(statuts.repartition.reserve_legale)
    if montants.dotation_legale == attendu:
        return
    if montants.dotation_legale == arrondi(attendu, 0):
        phrase = f"La dotation légale exacte est de {euros(attendu)}\u00a0; l’arrondi à l’euro est admis."
        yield avertissement("ARRONDI", phrase, "statuts 30", chemin="dotation_legale")
    else:
        phrase = (
            f"La réserve légale reçoit {part} du résultat, jusqu’à égaler le plus haut capital ({euros(plus_haut)})\u00a0: "
            f"{euros(attendu)} attendus, {euros(montants.dotation_legale)} proposés."
        )
        yield refus("RESERVE_LEGALE", phrase, "statuts 30", chemin="dotation_legale")


def _statutaire(montants: Montants, statuts: Statuts) -> Iterator[Issue]:
    reste = montants.excedent - montants.dotation_legale
    minimum = statuts.repartition.reserve_statutaire_minimum * reste
    if montants.dotation_statutaire < minimum:
        part = pourcent_court(statuts.repartition.reserve_statutaire_minimum)
        phrase = f"La réserve statutaire reçoit au moins {part} du reste, soit {euros(minimum)}."
        yield refus("RESERVE_STATUTAIRE", phrase, "statuts 30", chemin="dotation_statutaire")


def _interets(montants: Montants) -> Iterator[Issue]:
    distribuable = max(Fraction(0), montants.excedent - montants.dotation_legale - montants.subventions)
    if montants.interets > distribuable:
        phrase = f"Les subventions ne se distribuent pas\u00a0: au plus {euros(distribuable)} d’intérêts."
        yield refus("INTERETS", phrase, "statuts 30", chemin="interets")


def texte_affectation(montants: Montants, annee: int) -> str:
    """The text of the resolution, from its figures alone."""
    lignes = [
        f"L’assemblée affecte le résultat de l’exercice clos en {annee}, soit {euros(montants.resultat)}, comme suit\u00a0:",
    ]
    if montants.pertes_anterieures:
        lignes.append(f"– aux pertes antérieures\u00a0: {euros(montants.pertes_anterieures)}\u00a0;")
    lignes.append(
        f"– à la réserve légale\u00a0: {euros(montants.dotation_legale)}, ce qui la porte de "
        f"{euros(montants.reserve_legale_avant)} à {euros(montants.reserve_legale_apres)}\u00a0;"
    )
    if montants.interets:
        lignes.append(f"– à l’intérêt des parts sociales\u00a0: {euros(montants.interets)}\u00a0;")
    lignes.append(
        f"– à la réserve statutaire impartageable\u00a0: {euros(montants.dotation_statutaire)}, ce qui la porte de "
        f"{euros(montants.reserve_statutaire_avant)} à {euros(montants.reserve_statutaire_apres)}."
    )
    return "\n".join(lignes)
