"""The large fields of check-in: 56 pixels high, with something said before or after what is typed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAction, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLineEdit

from scicvote.core.saisie_moment import lire_heure
from scicvote.ui import icones
from scicvote.ui.apparence import courante
from scicvote.ui.textes import heure as heure_courte
from scicvote.ui.widgets.clavier import laisser_au_principal
from scicvote.ui.widgets.icone import Icone
from scicvote.ui.widgets.texte import Coupe, recolorer, texte

_MARGE: Final = 24
_ENTREES: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PAS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -6, Qt.Key.Key_PageDown: 6}
_GESTES: Final = {Qt.Key.Key_P: "pouvoir", Qt.Key.Key_D: "depart", Qt.Key.Key_E: "excuse"}


class GrandeLigne(QLineEdit):
    """A line of 20 pixels type."""

    def __init__(self, nom: str) -> None:
        super().__init__()
        self.setProperty("grand", "true")
        self.setAccessibleName(nom)


class ChampEmargement(GrandeLigne):
    """Where the cursor waits: letters filter, Enter signs in, arrows choose, some letters act once somebody is chosen.

    ``gestes_permis`` says whether P, D and E are gestures now, rather than letters of a name.
    """

    valide = Signal()
    deplace = Signal(int)
    geste = Signal(str)
    abandonne = Signal()

    def __init__(self, nom: str, invite: str, gestes_permis: Callable[[], bool]) -> None:
        super().__init__(nom)
        self._permis = gestes_permis
        self.setPlaceholderText(invite)
        self._loupe = Icone("search", "discret", 20, self)
        self.mention = Coupe("", "discret")
        self.mention.setParent(self)
        self.mention.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.mention.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setTextMargins(40, 0, 0, 0)

    def dire(self, phrase: str, couleur: str = "discret") -> None:
        """Say something at the right of what is typed; readers of screens hear it where it is not muted."""
        if phrase == self.mention.text():
            return
        self.mention.setText(phrase)
        recolorer(self.mention, couleur)
        self.setAccessibleDescription(phrase)
        if couleur != "discret":
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        self._placer()

    def tient(self, phrase: str) -> bool:
        """Whether there is room to say this whole."""
        return self._largeur(phrase) <= self._place()

    def _largeur(self, phrase: str) -> int:
        return self.mention.fontMetrics().horizontalAdvance(phrase) + 4

    def _place(self) -> int:
        """What is left beside what is typed, or the beginning of the invitation to type."""
        ecrit = self.fontMetrics().horizontalAdvance(self.text() or self.placeholderText()[:12])
        return max(0, self.width() - ecrit - 2 * _MARGE - 60)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._placer()

    def _placer(self) -> None:
        self._loupe.move(_MARGE - 4, (self.height() - 20) // 2)
        largeur = min(self._largeur(self.mention.text()), self._place())
        self.mention.setGeometry(self.width() - largeur - _MARGE, 0, largeur, self.height())
        self.setTextMargins(40, 0, largeur + 12 if largeur else 0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if laisser_au_principal(event):
            return
        touche, nue = (
            event.key(),
            event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier),
        )
        if touche in _ENTREES:
            self.valide.emit()
        elif touche in _PAS and nue:
            self.deplace.emit(_PAS[Qt.Key(touche)])
        elif touche == Qt.Key.Key_Escape:
            self.abandonne.emit()
        elif event.matches(QKeySequence.StandardKey.Undo) and not self.text():
            self.geste.emit("annuler")
        elif nue and touche in _GESTES and self._permis():
            self.geste.emit(_GESTES[Qt.Key(touche)])
        else:
            super().keyPressEvent(event)


class ChampHeureSuivie(GrandeLigne):
    """An hour that follows the clock until it is typed; Escape, or the button in it, lets it follow again."""

    rendu = Signal()  # Enter: back to where names are typed

    def __init__(self, nom: str) -> None:
        super().__init__(nom)
        self._courante: datetime | None = None
        self.fixe = False
        self._nom = texte(nom, "corps15", "discret", parent=self)
        self._nom.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setMaxLength(8)
        self._horloge = QAction(self)
        self._horloge.setToolTip(self.tr("Suivre l’horloge"))
        self._horloge.triggered.connect(self.liberer)
        self.addAction(self._horloge, QLineEdit.ActionPosition.TrailingPosition)
        self._horloge.setVisible(False)
        self.textEdited.connect(self._fixer)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._nom.adjustSize()
        self._nom.move(_MARGE - 2, (self.height() - self._nom.height()) // 2)
        self.setTextMargins(self._nom.width() + 12, 0, 6, 0)

    def suivre(self, moment: datetime) -> None:
        """The clock's hour, shown unless another one was typed."""
        self._courante = moment
        if not self.fixe and self.text() != heure_courte(moment):
            self.setText(heure_courte(moment))

    def liberer(self) -> None:
        """Follow the clock again."""
        self._marquer(False)
        if self._courante is not None:
            self.setText(heure_courte(self._courante))

    def poser(self, lue: str) -> None:
        """Show an hour that was typed earlier."""
        self.setText(lue)
        self._fixer()

    def _fixer(self) -> None:
        self._marquer(True)

    def _marquer(self, fixe: bool) -> None:
        self.fixe = fixe
        self._horloge.setIcon(icones.icone("clock", courante().accent))
        self._horloge.setVisible(fixe)
        faute = fixe and self.valeur() is None
        if bool(self.property("faute")) != faute:
            self.setProperty("faute", "true" if faute else None)
            self.style().unpolish(self)
            self.style().polish(self)
        phrase = self.tr("Ce n’est pas une heure\u00a0: écrire 18h30 ou 18:30.") if faute else ""
        self.setToolTip(phrase)
        self.setAccessibleDescription(phrase or (self.tr("Fixée à la main") if fixe else ""))

    def valeur(self) -> time | None:
        """The hour shown; None when it is not one."""
        return lire_heure(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if laisser_au_principal(event):
            return
        if event.key() in _ENTREES:
            self.rendu.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.liberer()
            self.rendu.emit()
        else:
            super().keyPressEvent(event)
