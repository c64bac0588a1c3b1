"""The six steps above an assembly's pages: where one is, what is behind, and a way to each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from scicvote.ui import icones, polices, theme
from scicvote.ui.apparence import courante
from scicvote.ui.etapes import Etape
from scicvote.ui.widgets.mise_en_page import vider

_HAUTEUR: Final = 40
_ROND: Final = 20


class BoutonEtape(QAbstractButton):
    """One step: its number in a ring, a check mark once it is done, a tinted pill while one is there."""

    def __init__(self, etape: Etape, rang: int, courante_: bool, touches: str) -> None:
        super().__init__()
        self.etape, self._rang, self._courante = etape, rang, courante_
        self._etroit = False
        etat = self.tr("étape en cours") if courante_ else self.tr("faite") if etape.faite else self.tr("à venir")
        self.setAccessibleName(f"{etape.mot}, {etat}")
        self.setToolTip(f"{etape.mot} ({touches.format(rang)})" if touches else etape.mot)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedHeight(32)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def reduire(self, etroit: bool) -> None:
        """Narrow window: the word of the current step alone."""
        self._etroit = etroit
        self.updateGeometry()
        self.update()

    @property
    def _mot(self) -> str:
        return "" if self._etroit and not self._courante else self.etape.mot

    def _police(self) -> QFont:
        return polices.police(graisse=QFont.Weight.DemiBold if self._courante else QFont.Weight.Normal)

    def sizeHint(self) -> QSize:
        police = self._police()
        mot = self._mot
        large = QFontMetrics(police).horizontalAdvance(mot) + 8 if mot else 0
        return QSize(_ROND + large + (20 if self._courante else 0), 32)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        p, peintre = courante(), QPainter(self)
        peintre.setRenderHint(QPainter.RenderHint.Antialiasing)
        marge = 6 if self._courante else 0
        if self._courante:
            peintre.setPen(Qt.PenStyle.NoPen)
            peintre.setBrush(QColor(p.teinte_accent))
            peintre.drawRoundedRect(self.rect(), 16, 16)
        rond = QRect(marge, (self.height() - _ROND) // 2, _ROND, _ROND)
        self._dessiner_rond(peintre, rond)
        peintre.setFont(self._police())
        peintre.setPen(QColor(p.accent if self._courante or self.underMouse() else p.discret))
        place = self.rect().adjusted(rond.right() + 9, 0, 0, 0)
        peintre.drawText(place, Qt.AlignmentFlag.AlignVCenter, self._mot)

    def _dessiner_rond(self, peintre: QPainter, rond: QRect) -> None:
        p = courante()
        if self.etape.faite and not self._courante:
            image = icones.pixmap("check", p.discret, 16, self.devicePixelRatioF())
            peintre.drawPixmap(rond.left() + 2, rond.top() + 2, image)
            return
        peintre.setPen(QPen(QColor(p.accent if self._courante else p.controle), 1.2))
        peintre.setBrush(QColor(p.accent) if self._courante else Qt.BrushStyle.NoBrush)
        peintre.drawEllipse(rond.adjusted(1, 1, -1, -1))
        peintre.setFont(polices.police(12, QFont.Weight.DemiBold))
        peintre.setPen(QColor(p.sur_accent if self._courante else p.discret))
        peintre.drawText(rond, Qt.AlignmentFlag.AlignCenter, str(self._rang))


class FilEtapes(QWidget):
    """40 pixels high, hidden on pages that are no step. ``demandee`` carries the key of the step that is asked for."""

    demandee = Signal(str)

    def __init__(self, nom: str = "", touches: str = "Alt+{}", marge: int = theme.GOUTTIERE) -> None:
        super().__init__()
        self._touches = touches
        self.setFixedHeight(_HAUTEUR)
        self.setAccessibleName(nom or self.tr("Étapes de l’assemblée"))
        self.boutons: dict[str, BoutonEtape] = {}
        self._montre: tuple[tuple[Etape, ...], str] = ((), "")
        self._boite = QHBoxLayout(self)
        self._boite.setContentsMargins(marge, 0, marge, 8)
        self._boite.setSpacing(8)
        self._etroit = False
        self.hide()

    def montrer(self, etapes: Sequence[Etape], courante_: str) -> None:
        """Show these steps; none hides the whole."""
        voulu = (tuple(etapes), courante_)
        self.setVisible(bool(etapes))
        if voulu == self._montre:
            return
        self._montre = voulu
        vider(self._boite)
        self.boutons = {}
        for rang, etape in enumerate(etapes, 1):
            if rang > 1:
                self._boite.addWidget(_Trait())
            bouton = BoutonEtape(etape, rang, etape.cle == courante_, self._touches)
            bouton.clicked.connect(lambda _coche=False, cle=etape.cle: self.demandee.emit(cle))
            bouton.reduire(self._etroit)
            self._boite.addWidget(bouton)
            self.boutons[etape.cle] = bouton
        self._boite.addStretch(1)

    def reduire(self, etroit: bool) -> None:
        """Narrow window: numbers alone, but for the current step."""
        self._etroit = etroit
        for bouton in self.boutons.values():
            bouton.reduire(etroit)


class _Trait(QWidget):
    """The line between two steps."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumWidth(8)
        self.setMaximumWidth(24)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        return QSize(24, 8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        peintre = QPainter(self)
        peintre.fillRect(QRect(0, self.height() // 2, self.width(), 1), QColor(courante().controle))
