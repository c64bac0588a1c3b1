"""A dialog that asks for what an act needs, runs it, and closes once it is done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from scicvote.store.depot import Acte
from scicvote.ui.dialogs.cadre import Cadre
from scicvote.ui.gestes import agir
from scicvote.ui.session import ActeDemande, Session
from scicvote.ui.widgets.champs import entree_valide
from scicvote.ui.widgets.formulaire import Formulaire
from scicvote.ui.widgets.texte import paragraphe


class DialogueActe(Cadre):
    """``acte`` builds the act from the form; None when a field is not yet understood (the field says so).

    Enter in a field of one line, Ctrl+Enter in one of several, does what the primary button does. Closing it another
    way keeps the drafts of a form that has some.
    """

    fait = Signal(object)  # the accepted Acte
    avertit = False  # whether warnings are in sight already, so that running the act does not ask about them again

    def __init__(
        self,
        session: Session,
        titre: str,
        formulaire: Formulaire,
        acte: Callable[[], ActeDemande | None],
        verbe: str,
        parent: QWidget | None = None,
        explication: str = "",
        largeur: int = 560,
    ) -> None:
        super().__init__(titre, parent, largeur)
        self.session, self.formulaire, self._acte = session, formulaire, acte
        if explication:
            self.corps.addWidget(paragraphe(explication, couleur="discret"))
        self.corps.addWidget(formulaire)
        self.annuler = self.bouton(self.tr("Annuler"))
        self.annuler.clicked.connect(self.reject)
        self.valider = self.bouton(verbe, "principal")
        self.valider.clicked.connect(self.executer)
        self._guetter()
        premier = formulaire.premier()
        if premier is not None:
            premier.controle.setFocus()

    def _guetter(self) -> None:
        for champ in self.formulaire.champs:
            champ.controle.installEventFilter(self)

    def eventFilter(self, objet: QObject, event: QEvent) -> bool:
        if entree_valide(objet, event):
            self.executer()
            return True
        return super().eventFilter(objet, event)

    def executer(self) -> None:
        """Run the act."""
        fautifs = self.formulaire.incompris()
        if fautifs:
            fautifs[0].controle.setFocus()
            return
        acte = self._acte()
        if acte is not None:
            agir(
                self,
                self.session,
                acte,
                apres=self._apres,
                confirmer=not self.avertit,
                formulaire=self.formulaire,
            )

    def _apres(self, acte: Acte) -> None:
        self.fait.emit(acte)
        self.accept()
