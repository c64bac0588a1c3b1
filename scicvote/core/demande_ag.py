"""An assembly asked for by members: the voting rights that they hold, and whether the tenth is reached (statuts 24-2)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from scicvote.core.article import regle
from scicvote.core.college import CONSTITUES, codes_de, etat_colleges
from scicvote.core.dossier import Dossier
from scicvote.core.registre import Associe
from scicvote.core.statuts import Statuts


@dataclass(frozen=True, slots=True)
class PartCollege:
    """What those who ask hold in one college ("" by heads): ``part`` is a share of all the voting rights."""

    college: str
    demandeurs: int
    membres: int
    part: Fraction


@dataclass(frozen=True, slots=True)
class DemandeAG:
    """A request on a day. ``ecartes`` are those named who hold no voting right that day; ``seuil`` is a share."""

    jour: date
    demandeurs: tuple[int, ...]
    ecartes: tuple[int, ...]
    parts: tuple[PartCollege, ...]
    seuil: Fraction
    article: str

    @property
    def part(self) -> Fraction:
        """The share of all the voting rights."""
        return sum((un.part for un in self.parts), Fraction(0))

    @property
    def par_college(self) -> bool:
        return any(un.college for un in self.parts)

    @property
    def atteinte(self) -> bool:
        """The share asked for is reached: exactly a tenth is enough."""
        return bool(self.demandeurs) and self.part >= self.seuil


@regle("statuts", "24-2")
@regle("C. com.", "L223-27")
def demande_ag(dossier: Dossier, demandeurs: Iterable[int], jour: date) -> DemandeAG:
    """The share of the voting rights that a list of people hold on ``jour``, each counted once.

    By heads while the colleges are not constituted; then each member holds an equal part of their college's weight.
    The rights are those that somebody holds: the weight of a college without members is nobody's, and is not counted.
    Whoever votes in several colleges holds a part of each.
    """
    statuts = dossier.statuts_au(jour)
    etat = etat_colleges(dossier.etats_colleges, jour)
    par_college = statuts.vote.colleges == "toujours" or (
        statuts.vote_possible_par_college and etat is not None and etat.etat == CONSTITUES
    )
    corps = {p.numero: _corps(statuts, p) if par_college else ("",) for p in dossier.registre.au(jour).associes}
    votants = {numero: codes for numero, codes in corps.items() if codes}
    nommes = tuple(dict.fromkeys(demandeurs))
    retenus = tuple(numero for numero in nommes if numero in votants)
    membres = Counter(code for codes in votants.values() for code in codes)
    demandent = Counter(code for numero in retenus for code in votants[numero])
    poids = {code: statuts.par_code[code].poids if code else Fraction(1) for code in membres}
    total = sum(poids.values(), Fraction(0))
    return DemandeAG(
        jour,
        retenus,
        tuple(numero for numero in nommes if numero not in votants),
        tuple(
            PartCollege(code, demandent[code], membres[code], poids[code] / total * demandent[code] / membres[code])
            for code in sorted(membres)
        ),
        statuts.delais.demande_ag_voix,
        statuts.article("delais.demande_ag_voix", defaut="C. com. L223-27"),
    )


def _corps(statuts: Statuts, personne: Associe) -> tuple[str, ...]:
    """The colleges of an associé; none when no college of the statutes takes them: they then hold no vote there."""
    return codes_de(statuts, personne.categorie, personne.fiche.personne)
