"""From the blocks of the tree to what reportlab lays out."""

from __future__ import annotations

from typing import Any

from reportlab.platypus import PageBreak, Spacer

from scicvote.core.papier import (
    BarreVote,
    Bloc,
    Ensemble,
    Liste,
    Papier,
    Paragraphe,
    Signatures,
    Tableau,
    Titre,
)
from scicvote.core.planche import Planche
from scicvote.documents.barres import Barre
from scicvote.documents.logo import logo
from scicvote.documents.planches import planche
from scicvote.documents.signatures import signatures
from scicvote.documents.styles import ENTETE, FIN_TETE, ITEM, ITEM_NUMEROTE, PARAGRAPHES, SOUS_TITRE, TITRE_PAPIER
from scicvote.documents.suites import Groupe, enchainer
from scicvote.documents.tableaux import tableau_courant
from scicvote.documents.textes import paragraphe, simple
from scicvote.documents.titres import TitreCourant


def _liste(liste: Liste) -> list[Any]:
    if liste.numerotee:
        return [paragraphe(item, ITEM_NUMEROTE, f"{i}.") for i, item in enumerate(liste.items, 1)]
    return [paragraphe(item, ITEM, "–") for item in liste.items]


def _bloc(bloc: Bloc, largeur: float, page: float) -> list[Any]:
    match bloc:
        case Titre():
            return [TitreCourant(bloc)]
        case Paragraphe(texte=texte, style=style):
            return [paragraphe(texte, PARAGRAPHES[style])]
        case Liste():
            return _liste(bloc)
        case Tableau():
            return [tableau_courant(bloc, largeur)]
        case BarreVote():
            return [Barre(bloc)]
        case Signatures():
            return signatures(bloc, largeur)
        case Planche():
            return planche(bloc, largeur, page)
        case Ensemble():
            contenu = [flowable for un in bloc.blocs for flowable in _bloc(un, largeur, page)]
            return [Groupe(contenu, page)] if contenu else []
        case _:
            return [PageBreak()]


def _tete(papier: Papier, largeur: float, page: float) -> list[Any]:
    """Letter-head, addressee of a letter, title and subtitle."""
    tete = [*logo(papier.logo), *(simple(texte, ENTETE) for texte in papier.entete)]
    tete += [flowable for bloc in papier.avant for flowable in _bloc(bloc, largeur, page)]
    tete.append(simple(papier.titre, TITRE_PAPIER))
    if papier.sous_titre:
        tete.append(simple(papier.sous_titre, SOUS_TITRE))
    return [*tete, Spacer(0, FIN_TETE)]


def flux(papier: Papier, largeur: float, page: float) -> list[Any]:
    """The whole paper as flowables, for a text ``largeur`` wide and at most ``page`` high on each page."""
    corps = [flowable for bloc in papier.blocs for flowable in _bloc(bloc, largeur, page)]
    return [*_tete(papier, largeur, page), *enchainer(corps, page)]
