"""The desk of the isoloir: who still has a vote to cast; three letters, Enter, and they go in."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSizePolicy, QVBoxLayout, QWidget

from scicvote.core.normalise import cle
from scicvote.ui.lecture_isoloir import Votant
from scicvote.ui.widgets.icone import Bouton
from scicvote.ui.widgets.mise_en_page import pile, rangee
from scicvote.ui.widgets.recherche import Recherche
from scicvote.ui.widgets.texte import paragraphe, texte


class ListeVotants(QListWidget):
    """Rows of those who are waited for; Enter or a double click calls one in."""

    appele = Signal(object)

    def __init__(self, nom: str) -> None:
        super().__init__()
        self.setAccessibleName(nom)
        self.setProperty("isoloir", "true")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemActivated.connect(lambda item: self.appele.emit(item.data(Qt.ItemDataRole.UserRole)))

    def montrer(self, votants: list[Votant]) -> None:
        """Show these, the first of them chosen."""
        self.clear()
        for votant in votants:
            item = QListWidgetItem(f"{votant.nom}\u2002·\u2002{votant.detail}")
            item.setData(Qt.ItemDataRole.UserRole, votant)
            self.addItem(item)
        if votants:
            self.setCurrentRow(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentItem() is not None:
            self.itemActivated.emit(self.currentItem())
        else:
            super().keyPressEvent(event)


class PanneauBureau(QWidget):
    """``appele`` carries the Votant who goes in; ``ferme`` leaves the isoloir."""

    appele = Signal(object)
    ferme = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._votants: tuple[Votant, ...] = ()
        self.titre = paragraphe("", "titre")
        self.compte = paragraphe("", "resultat")
        self.detail = paragraphe("", couleur="discret")
        self.recherche = Recherche(self.tr("Qui vient voter"), self.tr("Trois lettres du nom"))
        self.recherche.setProperty("grand", "true")
        self.recherche.textChanged.connect(self._filtrer)
        self.recherche.vers_les_lignes.connect(self._valider)
        self.liste = ListeVotants(self.tr("Votes attendus"))
        self.liste.appele.connect(self.appele)
        self.vide = paragraphe("", "titre-leger", "discret")
        self._reste = QWidget()  # takes the room of the rows where there are none
        self._reste.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.MinimumExpanding)
        self.quitter = Bouton(self.tr("Quitter l’isoloir"), "pied")
        self.quitter.clicked.connect(self.ferme)
        self.appeler = Bouton(self.tr("Faire entrer"), "principal")
        self.appeler.clicked.connect(self._appeler)
        colonne = QWidget()
        colonne.setMaximumWidth(880)
        colonne.setLayout(
            pile(
                texte(self.tr("Bureau de vote"), couleur="discret"), 4, self.titre, 16, self.compte, self.detail, 24,
                self.recherche, 12, self.liste, self.vide, self._reste, 16, rangee(self.quitter, None, self.appeler, espace=12),
            )
        )  # fmt: skip
        boite = QVBoxLayout(self)
        boite.setContentsMargins(32, 32, 32, 24)
        centre = rangee(None, colonne, None)
        centre.setStretchFactor(colonne, 100)
        boite.addLayout(centre)

    def montrer(self, titre: str, compte: str, detail: str, votants: tuple[Votant, ...]) -> None:
        """Show who is still waited for."""
        self.titre.setText(titre)
        self.compte.setText(compte)
        self.detail.setText(detail)
        self.detail.setVisible(bool(detail))
        self._votants = votants
        self.recherche.clear()
        self._filtrer()

    def premier(self) -> QWidget:
        """What has the keyboard: the search, or the way out once everybody has voted."""
        return self.recherche if self._votants else self.quitter

    def _filtrer(self) -> None:
        mots = cle(self.recherche.text()).split()
        trouves = [votant for votant in self._votants if votant.repond(mots)]
        self.liste.montrer(trouves)
        self.liste.setVisible(bool(trouves))
        phrase = (
            self.tr("Tous les votes attendus sont dans l’urne.")
            if not self._votants
            else self.tr("Personne ne répond à ce nom.")
        )
        self.vide.setText("" if trouves else phrase)
        self.vide.setVisible(not trouves)
        self._reste.setVisible(not trouves)
        self.recherche.setVisible(bool(self._votants))
        self.appeler.setEnabled(bool(trouves))

    def _valider(self) -> None:
        """Enter: the only one who answers goes in; among several, the rows have the keyboard."""
        if self.liste.count() == 1:
            self._appeler()
        elif self.liste.count():
            self.liste.setFocus(Qt.FocusReason.TabFocusReason)

    def _appeler(self) -> None:
        item = self.liste.currentItem()
        if item is not None:
            self.appele.emit(item.data(Qt.ItemDataRole.UserRole))
