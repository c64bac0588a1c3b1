"""One page: what follows an assembly, by when and on which article."""

from __future__ import annotations

from collections.abc import Iterator

from scicvote.core.article import regle
from scicvote.core.assemblee import Assemblee
from scicvote.core.contexte_papier import Contexte, citer
from scicvote.core.dossier import Dossier
from scicvote.core.francais import date_longue
from scicvote.core.papier import Bloc, Colonne, Papier, Rangee, Style, Tableau, gras, ligne, paragraphe, rangee
from scicvote.core.suites import Suite, suites


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
    rangees = tuple(map(_rangee, suites(contexte.dossier, contexte.ag)))
    yield Tableau(colonnes, rangees, quadrille=True)
    yield paragraphe(
        "Les textes cités sont ceux de 2020\u00a0: vérifier les délais avant de s’y fier.", style=Style.NOTE
    )


def _rangee(suite: Suite) -> Rangee:
    quand = date_longue(suite.jour) if suite.jour else "Sans délai fixé"
    quoi = ligne(gras(suite.libelle), f"\n{suite.detail}" if suite.detail else "")
    return rangee(quand, quoi, citer(suite.articles), "Fait" if suite.fait else "")
