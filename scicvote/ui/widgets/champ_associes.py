"""Several people: searched one by one, listed below, each with a way to take them off again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from scicvote.ui.widgets.champ_associe import Candidat, ChampAssocie
from scicvote.ui.widgets.champs import Champ
from scicvote.ui.widgets.icone import Bouton
from scicvote.ui.widgets.mise_en_page import pile, rangee, vider
from scicvote.ui.widgets.texte import texte


class ChampAssocies(Champ[list[int]]):
    """``valeur`` lists numbers in the order in which people were chosen; Enter on a name adds it."""

    def __init__(self, libelle: str, chemin: str, candidats: Sequence[Candidat] = (), aide: str = "") -> None:
        self._choisis: list[int] = []
        self._noms = {c.numero: c.libelle for c in candidats}
        self.recherche = ChampAssocie(libelle, chemin, candidats)
        self.recherche.etiquette.hide()
        self._liste = pile(espace=0)
        corps = QWidget()
        corps.setLayout(pile(self.recherche, self._liste, espace=4))
        super().__init__(libelle, chemin, corps, aide)
        corps.setFocusProxy(self.recherche.ligne)
        self.recherche.ligne.installEventFilter(self)
        self.recherche.ligne.returnPressed.connect(self._ajouter)  # from the list of names, past any filter
        self.recherche._completeur.activated.connect(lambda _mot: self._ajouter())

    def proposer(self, candidats: Sequence[Candidat]) -> None:
        """Offer other people; those chosen who are no longer offered stay, by their former name."""
        self._noms.update({c.numero: c.libelle for c in candidats})
        self.recherche.proposer(candidats)

    def eventFilter(self, objet: QObject, event: QEvent) -> bool:
        """Enter on a name adds it and goes no further; on an empty line it is the form's."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            entree = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if entree and not event.modifiers() & Qt.KeyboardModifier.ControlModifier and self.recherche.texte():
                self._ajouter()
                return True
        return super().eventFilter(objet, event)

    def _ajouter(self) -> None:
        """Take the one person who answers to what is typed; the line is then ready for the next."""
        numero = self.recherche.valeur()
        if numero is None:
            return
        QTimer.singleShot(0, self.recherche.ligne, self.recherche.ligne.clear)  # once the list of names has closed
        if numero not in self._choisis:
            self._choisis.append(numero)
            self._lister()
            self.change.emit()

    def _retirer(self, numero: int) -> None:
        self._choisis.remove(numero)
        self._lister()
        self.recherche.ligne.setFocus()
        self.change.emit()

    def _lister(self) -> None:
        vider(self._liste)
        for numero in self._choisis:
            nom = self._noms.get(numero, str(numero))
            croix = Bouton("", "icone", "x").nommer(self.tr("Retirer {}").format(nom))
            croix.setFixedWidth(32)
            croix.clicked.connect(lambda _coche=False, qui=numero: self._retirer(qui))
            ligne = QWidget()
            ligne.setLayout(rangee(texte(nom), None, croix))
            self._liste.addWidget(ligne)
        self.updateGeometry()

    def valeur(self) -> list[int]:
        return list(self._choisis)

    def poser(self, valeur: list[int] | None) -> None:
        self._choisis = list(dict.fromkeys(valeur or ()))
        self._lister()
        self._apres_pose()

    def texte(self) -> str:
        return ", ".join(map(str, self._choisis))

    def poser_texte(self, contenu: str) -> None:
        self.poser([int(mot) for mot in contenu.replace(",", " ").split() if mot.isdigit()])
