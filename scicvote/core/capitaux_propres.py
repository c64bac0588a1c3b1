"""Net assets under half of the capital: what must be decided, and the text to put to the vote (statuts 33)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from scicvote.core.alertes import FAUTE, OK, Alerte
from scicvote.core.article import regle
from scicvote.core.convocation import ajouter_mois, cloture_exercice
from scicvote.core.dossier import Dossier
from scicvote.core.exact import INSECABLE, euros, lire_exact
from scicvote.core.faits import Cloture
from scicvote.core.francais import date_longue
from scicvote.core.statuts import Statuts

ARTICLES = ("statuts 33", "C. com. L223-42")


@dataclass(frozen=True, slots=True)
class Constat:
    """Net assets and capital at the end of a financial year, in euros."""

    exercice: int
    capitaux_propres: Fraction
    capital: Fraction

    @property
    def insuffisants(self) -> bool:
        """Under half of the capital: exactly half is enough."""
        return 2 * self.capitaux_propres < self.capital


def lire_signe(texte: str) -> Fraction | None:
    """``5200``, ``5200.50`` or ``-350`` as a Fraction; None for anything else."""
    lu = lire_exact(texte.removeprefix("-"))
    return -lu if lu is not None and texte.startswith("-") else lu


@regle("statuts", "33")
@regle("C. com.", "L223-42")
def constat(dossier: Dossier) -> Constat | None:
    """The latest net assets given, against the capital on the last day of their financial year; None without any."""
    connus = dossier.capitaux_propres
    montant = lire_signe(connus.montant) if connus is not None else None
    if connus is None or montant is None:
        return None
    fin = cloture_exercice(dossier.statuts, connus.exercice)
    valeur = dossier.statuts_au(fin).capital.valeur_part
    return None if valeur is None else Constat(connus.exercice, montant, dossier.registre.au(fin).parts * valeur)


def alerte_capitaux(dossier: Dossier) -> tuple[Alerte, ...]:
    """The check of the latest net assets given; none before any were."""
    vu = constat(dossier)
    if vu is None:
        return ()
    gravite = FAUTE if vu.insuffisants else OK
    titre, suite = "Capitaux propres et moitié du capital", _detail(dossier, vu)
    return (
        Alerte(
            "CAPITAUX_PROPRES",
            gravite,
            titre,
            suite,
            tuple(map(dossier.statuts.cite, ARTICLES)),
            vu.capitaux_propres,
            vu.capital / 2,
        ),
    )


def _detail(dossier: Dossier, vu: Constat) -> str:
    """The comparison as a sentence, with what follows when the net assets are too low, and by when."""
    texte = (
        f"{euros(vu.capitaux_propres)} à la clôture de {vu.exercice}, pour un capital de {euros(vu.capital)}, "
        f"soit {euros(vu.capital / 2)} au moins"
    )
    if not vu.insuffisants:
        return f"{texte}."
    return f"{texte}{INSECABLE}: décider s’il y a lieu à dissolution anticipée {_terme(dossier, vu)}."


def _terme(dossier: Dossier, vu: Constat) -> str:
    """Four months from the assembly that approved the accounts, where it was held."""
    tenues = [ag for ag in dossier.assemblees.values() if ag.convocation.exercice == vu.exercice and ag.tous(Cloture)]
    if not tenues:
        return "dans les quatre mois de l’approbation des comptes qui ont fait apparaître la perte"
    return f"au plus tard le {date_longue(ajouter_mois(tenues[0].jour, 4))}"


@regle("statuts", "33")
@regle("C. com.", "L223-42")
def textes_dissolution(vu: Constat, statuts: Statuts) -> Iterator[tuple[str, str]]:
    """Ready-made resolutions, each a title and the text to put to the vote: to go on, or to dissolve.

    It is the matter of an extraordinary assembly; only one of them is put on the agenda.
    """
    loi = statuts.cite("C. com. L223-42").removeprefix("C. com. ")
    propres = f"aux statuts (art.{INSECABLE}33) et " if statuts.cite("statuts 33") != "statuts" else ""
    attendu = (
        f"L’assemblée, constatant que les capitaux propres au titre de l’exercice {vu.exercice} s’élèvent à "
        f"{euros(vu.capitaux_propres)} et sont inférieurs à la moitié du capital social de {euros(vu.capital)}, et "
        f"statuant conformément {propres}à l’article {loi} du code de commerce,"
    )
    delai = vu.exercice + 3
    yield (
        "Continuation de l’activité malgré la perte de la moitié du capital",
        f"{attendu} décide qu’il n’y a pas lieu à dissolution anticipée de la société. Elle prend acte que les capitaux "
        f"propres devront être reconstitués, ou le capital réduit, au plus tard à la clôture de l’exercice {delai}, et "
        "charge la gérance de publier la présente décision.",
    )
    yield (
        "Dissolution anticipée",
        f"{attendu} décide la dissolution anticipée de la société à compter de ce jour et sa mise en liquidation, et "
        "charge la gérance de publier la présente décision.",
    )
