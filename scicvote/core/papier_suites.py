"""One page: what follows an assembly, by when and on which article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from scicvote.core.article import regle
from scicvote.core.assemblee import Assemblee
from scicvote.core.contexte_papier import Contexte, citer
from scicvote.core.dossier import Dossier
from scicvote.core.francais import date_longue
from scicvote.core.papier import Bloc, Colonne, Papier, Rangee, Style, Tableau, gras, ligne, paragraphe, rangee
from scicvote.core.suite_vote import EtatSuite, SuiteVote
from scicvote.core.suites import REGISTRE, Suite, suites
from scicvote.core.suites_vote import suites_vote

_ETATS: Final = {EtatSuite.A_FAIRE: "", EtatSuite.FAIT: "Fait", EtatSuite.SANS_OBJET: "Sans objet"}


@regle("C. com.", "L232-22", "L232-13")
@regle("statuts", "31")
def calendrier_suites(dossier: Dossier, assemblee: Assemblee) -> Papier:
    """The steps after an assembly, with a box to tick."""
    contexte = Contexte(dossier, assemblee)
    return contexte.papier("Suites de l’assemblée", _blocs(contexte), pied="Aide-mémoire, sans valeur d’acte")


def _blocs(contexte: Contexte) -> Iterator[Bloc]:
    if not contexte.ag.close:
        yield paragraphe(
            f"L’assemblée n’est pas close\u00a0: ces dates valent si elle se tient le {date_longue(contexte.ag.jour)} et "
            "adopte les résolutions inscrites."
        )
    colonnes = (Colonne("Au plus tard", 30), Colonne("Quoi", 92), Colonne("Articles", 40), Colonne("État", 14))
    yield Tableau(colonnes, tuple(_rangees(contexte)), quadrille=True)
    yield paragraphe(
        "Les textes cités sont ceux de 2020\u00a0: vérifier les délais avant de s’y fier.", style=Style.NOTE
    )


def _rangees(contexte: Contexte) -> Iterator[Rangee]:
    """The steps that have no day, what each vote wants among them, then the days in their order.

    Once the votes are declared, each entry of the register has a line of its own in place of the one for all.
    """
    des_votes = {suite.cle: suite for suite in suites_vote(contexte.dossier, contexte.ag)}
    etapes = [e for e in suites(contexte.dossier, contexte.ag) if e.cle != REGISTRE or not contexte.ag.close]
    connues = {etape.cle for etape in etapes}
    yield from (_etape(etape, des_votes.get(etape.cle)) for etape in etapes if etape.jour is None)
    yield from (_suite(suite) for cle, suite in des_votes.items() if cle not in connues)
    yield from (_etape(etape, des_votes.get(etape.cle)) for etape in etapes if etape.jour is not None)


def _etape(etape: Suite, notee: SuiteVote | None) -> Rangee:
    """A step; what was noted of it says whether it was done, or without object."""
    if notee is not None and notee.etat != EtatSuite.A_FAIRE:
        return _suite(replace(notee, terme=etape.jour))
    return _ligne(etape.jour, etape.libelle, etape.detail, etape.articles, "Fait" if etape.fait else "")


def _suite(suite: SuiteVote) -> Rangee:
    return _ligne(suite.terme, suite.titre, suite.phrase, suite.articles, _ETATS[suite.etat])


def _ligne(jour: date | None, quoi: str, detail: str, articles: tuple[str, ...], etat: str) -> Rangee:
    quand = date_longue(jour) if jour else "Sans délai fixé"
    return rangee(quand, ligne(gras(quoi), f"\n{detail}" if detail else ""), citer(articles), etat)
