"""Taking an act back: what it wrote, why, then a new act that says so."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from scicvote.actes import correction
from scicvote.core.dossier import Dossier
from scicvote.core.exact import accord
from scicvote.core.faits import Fait
from scicvote.ui.dialogs.dialogue import DialogueActe
from scicvote.ui.session import ActeDemande, Session
from scicvote.ui.widgets.champs import ChampTexte
from scicvote.ui.widgets.formulaire import Formulaire


def _tr(contenu: str) -> str:
    return QCoreApplication.translate("annulation", contenu)


def acte_de(dossier: Dossier, fait: Fait) -> int:
    """The number of the act that wrote a fact; 0 for a fact of no act."""
    return next((acte.numero for acte in dossier.actes if any(autre is fait for autre in acte.faits)), 0)


class DialogueAnnulation(DialogueActe):
    """Ask why, and take the act back. What rests on it is refused by the act, with the reason."""

    def __init__(self, session: Session, acte: int, quoi: str, parent: QWidget | None = None) -> None:
        self._numero = acte
        self.motif = ChampTexte(_tr("Motif"), "motif", _tr("Reste au journal avec l’annulation."))
        combien = len(session.dossier.faits_de(acte))
        phrase = _tr("Acte n°\u00a0{}, «\u00a0{}\u00a0»").format(acte, quoi)
        if combien > 1:
            ecritures = accord(combien, "écriture")
            phrase = _tr("{}\u00a0: il contient {}, toutes seront annulées").format(phrase, ecritures)
        formulaire = Formulaire(self.motif, brouillons=session.brouillons, prefixe=f"annulation/{acte}")
        super().__init__(
            session, _tr("Annuler un acte"), formulaire, self._demander, _tr("Annuler cet acte"), parent, f"{phrase}."
        )
        self.annuler.setText(_tr("Revenir"))

    def _demander(self) -> ActeDemande:
        numero, motif = self._numero, self.motif.valeur()
        return lambda depot: correction.annuler(depot, numero, motif)
