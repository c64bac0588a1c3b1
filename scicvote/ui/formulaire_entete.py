"""The letterhead's two forms: the registered office with the highest capital, and what papers show besides."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from scicvote.core.dossier import Dossier
from scicvote.ui.brouillons import Brouillons
from scicvote.ui.session import ActeDemande
from scicvote.ui.widgets.champs import ChampLong, ChampMontant, ChampTexte
from scicvote.ui.widgets.formulaire import Formulaire


def _tr(texte: str) -> str:
    return QCoreApplication.translate("entete", texte)


class FormulaireSiege(Formulaire):
    """Registered office, number at the RCS, highest capital ever reached (statuts 8)."""

    def __init__(self, brouillons: Brouillons, prefixe: str) -> None:
        self.siege = ChampLong(_tr("Siège"), "siege", _tr("Comme il s’imprime en tête des papiers."), lignes=2)
        self.siege.zone.setMaximumHeight(80)
        self.rcs = ChampTexte(_tr("Immatriculation au RCS"), "rcs")
        aide = _tr("En euros. Celui d’avant ce registre\u00a0: le capital ne descend pas sous une part de ce montant.")
        self.capital = ChampMontant(_tr("Plus haut capital jamais atteint"), "capital_plus_haut", aide)
        super().__init__(self.siege, [self.rcs, self.capital], brouillons=brouillons, prefixe=prefixe)

    def montrer(self, dossier: Dossier) -> None:
        """What is recorded, under the drafts."""
        identite = dossier.identite
        if identite is not None:
            self.siege.poser(identite.siege)
            self.rcs.poser(identite.rcs)
            self.capital.poser(identite.capital_plus_haut)
        self.reprendre()

    def acte(self, effet: date) -> ActeDemande:
        """The act that records it."""
        from scicvote.actes import cooperative  # loaded with the first act, not with the first page

        siege, rcs, capital = self.siege.valeur(), self.rcs.valeur(), self.capital.valeur() or ""
        return lambda depot: cooperative.identifier(depot, effet, siege, rcs, capital)
