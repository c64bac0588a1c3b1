"""Parts paid back to somebody who left: how many, on which day, with which document (statuts 8, 16, 17)."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from scicvote.actes.remboursement import rembourser
from scicvote.core.remboursement import Dette, Plan
from scicvote.core.remboursements import phrase_dette
from scicvote.ui.dialogs.preparation import DialogueVif, Requis, tr
from scicvote.ui.session import ActeDemande, Session
from scicvote.ui.widgets.champs import ChampDate, ChampNombre, ChampTexte


class DialogueRemboursement(DialogueVif):
    """What the floor allows is proposed; its turn and its years are said as one types."""

    def __init__(self, session: Session, plan: Plan, dette: Dette, parent: QWidget | None = None) -> None:
        self._associe = dette.associe
        self.parts = ChampNombre(tr("Parts remboursées"), "parts")
        self.jour = ChampDate(tr("Le"), "jour", session.aujourdhui)
        self.piece = ChampTexte(tr("Pièce"), "piece", tr("Quittance, virement\u00a0: ce qui en fait foi."))
        self.parts.poser(dette.permises or dette.dues)
        self.jour.poser(session.aujourdhui)
        super().__init__(
            session,
            f"remboursement/{dette.associe}",
            tr("Rembourser {}").format(session.dossier.nom(dette.associe)),
            tr("Enregistrer le remboursement"),
            ((self.parts, self.jour), self.piece),
            phrase_dette(session.dossier, plan, dette),
            parent,
        )
        self.prevenir()

    def requis(self) -> Iterator[Requis]:
        yield self.parts, "PARTS", tr("Dire combien de parts sont remboursées.")
        yield self.jour, "DATE", tr("Indiquer le jour du remboursement.")

    def lire(self) -> ActeDemande | None:
        jour, parts = self.jour.valeur(), self.parts.valeur()
        if jour is None or parts is None:
            return None
        qui, piece = self._associe, self.piece.valeur()
        return lambda depot: rembourser(depot, qui, jour, parts, piece)
