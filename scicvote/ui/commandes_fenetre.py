"""What the palette lists: the page's own commands, the window's, the steps, assemblies and people."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Protocol

from PySide6.QtCore import QCoreApplication

from scicvote.ui.etapes import etape_en_cours, etapes
from scicvote.ui.models.assemblees_model import par_date
from scicvote.ui.pages.page import Commande, Page
from scicvote.ui.session import Session
from scicvote.ui.widgets.navigation import Entree


class Fenetre(Protocol):
    """What the commands ask of the window."""

    session: Session

    @property
    def page(self) -> Page: ...

    def entrees(self) -> tuple[Entree, ...]: ...

    def aller(self, cle: str, argument: object = None) -> None: ...

    def commandes_fenetre(self) -> tuple[tuple[str, str, str, Callable[[], object]], ...]: ...


def _tr(texte: str) -> str:
    return QCoreApplication.translate("Palette", texte)


def commandes(fenetre: Fenetre) -> tuple[Commande, ...]:
    """Everything that can be gone to or done from here, the nearest first."""
    session = fenetre.session
    if not session.ouverte:
        return tuple(_de_la_fenetre(fenetre))
    return (
        *fenetre.page.commandes(),
        *_etapes(fenetre),
        *_rubriques(fenetre),
        *_de_la_fenetre(fenetre),
        *_assemblees(fenetre),
        *_associes(fenetre),
    )


def _etapes(fenetre: Fenetre) -> Iterator[Commande]:
    ag = fenetre.session.ag
    for etape in etapes(ag) if ag is not None else ():
        yield Commande(etape.mot, ag.titre_court if ag else "", "flag", partial(fenetre.aller, etape.cle))


def _rubriques(fenetre: Fenetre) -> Iterator[Commande]:
    for rang, entree in enumerate(fenetre.entrees(), 1):
        yield Commande(entree.mot, f"Ctrl+{rang}", entree.icone, partial(fenetre.aller, entree.cle))


def _de_la_fenetre(fenetre: Fenetre) -> Iterator[Commande]:
    for mot, touches, icone, action in fenetre.commandes_fenetre():
        yield Commande(mot, touches, icone, action)


def _assemblees(fenetre: Fenetre) -> Iterator[Commande]:
    for ag in par_date(fenetre.session.dossier.assemblees.values()):
        yield Commande(ag.titre_court, _tr("Assemblée"), "vote", partial(fenetre.aller, etape_en_cours(ag), ag.numero))


def _associes(fenetre: Fenetre) -> Iterator[Commande]:
    session = fenetre.session
    for associe in session.dossier.registre.au(session.aujourdhui).associes:
        yield Commande(associe.nom_registre, _tr("Associé"), "user", partial(fenetre.aller, "associes", associe.numero))
