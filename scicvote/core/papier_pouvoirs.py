"""The proxies of an assembly on their own page: who gave one to whom, what the chair decided, what became of it."""

from __future__ import annotations

from collections.abc import Iterator

from scicvote.core.article import regle
from scicvote.core.assemblee import Assemblee
from scicvote.core.contexte_papier import Contexte
from scicvote.core.dossier import Dossier
from scicvote.core.exact import accord
from scicvote.core.faits import Pouvoir
from scicvote.core.feuille_presence import pouvoirs_annexes
from scicvote.core.feuille_rangees import Emargement
from scicvote.core.papier import Bloc, Papier, paragraphe


@regle("statuts", "23", "26")
@regle("C. com.", "L223-28")
def etat_pouvoirs(dossier: Dossier, assemblee: Assemblee) -> Papier:
    """The list of proxies, landscape."""
    contexte = Contexte(dossier, assemblee)
    return contexte.papier("Pouvoirs", _blocs(contexte), paysage=True)


def _blocs(contexte: Contexte) -> Iterator[Bloc]:
    nombre = len(contexte.ag.tous(Pouvoir))
    if not nombre:
        yield paragraphe("Aucun pouvoir n’a été donné pour cette assemblée.")
        return
    yield paragraphe(
        f"{accord(nombre, 'pouvoir donné', 'pouvoirs donnés')}. Les pouvoirs signés sont annexés à la feuille de présence."
    )
    yield from pouvoirs_annexes(Emargement(contexte))
