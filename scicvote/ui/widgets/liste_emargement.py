"""The list of check-in: rows of 56 pixels, letters that answer underlined, what can be done beside the chosen one."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFont, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from scicvote.ui import icones, polices, theme
from scicvote.ui.apparence import courante
from scicvote.ui.lecture_emargement import ATTENDU, PARTI, PRESENT, RECU, REPRESENTE, LigneEmargement
from scicvote.ui.models.emargement_model import ROLE_LIGNE, EmargementModel
from scicvote.ui.surlignage import places
from scicvote.ui.theme import Palette
from scicvote.ui.widgets.bouton_touche import BoutonTouche
from scicvote.ui.widgets.clavier import laisser_au_principal
from scicvote.ui.widgets.icone import Bouton

RANGEE: Final = 56
_ETROITE: Final = 640  # under this width the situation goes below the name
_TEXTE: Final = 64  # where names begin
_BORD: Final = theme.GOUTTIERE - 1
_LISSE: Final = QPainter.RenderHint.Antialiasing


class DelegueEmargement(QStyledItemDelegate):
    """Draws one row. ``reserve`` is the room that the buttons take at the right of the chosen one."""

    def __init__(self, vue: ListeEmargement) -> None:
        super().__init__(vue)
        self._vue = vue
        self._fort = polices.police(theme.COMMANDE, QFont.Weight.DemiBold)
        self._nom = polices.police(theme.COMMANDE)
        self._detail = polices.police()
        self._chiffres = polices.police(theme.COMMANDE, tabulaire=True)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(240, RANGEE)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        ligne: LigneEmargement = index.data(ROLE_LIGNE)
        p, rect = courante(), option.rect
        choisie = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if choisie:
            painter.fillRect(rect, QColor(p.teinte_accent))
            painter.fillRect(QRect(rect.left(), rect.top(), 4, rect.height()), QColor(p.accent))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(p.ligne))
        etat = ligne.etat
        image = icones.pixmap(etat.icone, getattr(p, etat.couleur), 18, self._vue.devicePixelRatioF())
        painter.drawPixmap(rect.left() + 26, rect.top() + (RANGEE - 18) // 2, image)
        fin = rect.right() - (self._vue.reserve if choisie else 0)
        if rect.width() < _ETROITE:
            self._etroite(painter, rect, fin, ligne, p)
        else:
            self._large(painter, rect, fin, ligne, p)
        painter.restore()

    def _large(self, painter: QPainter, rect: QRect, fin: int, ligne: LigneEmargement, p: Palette) -> None:
        colonne = rect.left() + rect.width() * 52 // 100
        self._noms(
            painter, QRect(rect.left() + _TEXTE, rect.top(), colonne - rect.left() - _TEXTE - 12, RANGEE), ligne, p
        )
        gauche = self._pastille(painter, colonne, rect, ligne.college, p) + 32 if ligne.college else colonne
        droite = min(rect.right() - _BORD, fin)
        largeur_heure = painter.fontMetrics().horizontalAdvance(ligne.heure) + 16 if fin >= rect.right() else 0
        painter.setFont(self._nom)
        painter.setPen(QColor(p.discret if ligne.situation in (ATTENDU, PARTI) else p.texte))
        place = QRect(gauche, rect.top(), droite - gauche - largeur_heure - 8, RANGEE)
        if painter.fontMetrics().horizontalAdvance(ligne.mot) > place.width() >= 96:
            painter.setFont(self._detail)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, ligne.mot)
        elif place.width() >= 48:
            _ecrire(painter, place, ligne.mot)
        if fin >= rect.right():
            painter.setFont(self._chiffres)
            painter.setPen(QColor(p.discret))
            painter.drawText(
                QRect(rect.left(), rect.top(), rect.width() - _BORD, RANGEE),
                Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
                ligne.heure,
            )

    def _etroite(self, painter: QPainter, rect: QRect, fin: int, ligne: LigneEmargement, p: Palette) -> None:
        """The situation before the detail, below the name; the college at the right."""
        suite = " ".join(filter(None, (ligne.mot, ligne.heure)))
        droite = min(rect.right() - _BORD, fin)
        if ligne.college and fin >= rect.right():
            painter.setFont(self._detail)
            droite -= max(42, painter.fontMetrics().horizontalAdvance(ligne.college) + 16)
            self._pastille(painter, droite, rect, ligne.college, p)
        place = QRect(rect.left() + _TEXTE, rect.top(), droite - rect.left() - _TEXTE - 12, RANGEE)
        self._noms(painter, place, ligne, p, " · ".join(filter(None, (suite, ligne.detail))))

    def _noms(self, painter: QPainter, place: QRect, ligne: LigneEmargement, p: Palette, detail: str = "") -> None:
        haut = QRect(place.left(), place.top() + 8, place.width(), 22)
        painter.setPen(QColor(p.texte))
        x = self._souligne(painter, haut, ligne.nom, self._fort, p)
        reste = QRect(x + 5, haut.top(), haut.right() - x - 5, haut.height())
        if ligne.prenom and reste.width() > 16:
            self._souligne(painter, reste, ligne.prenom, self._nom, p)
        painter.setFont(self._detail)
        painter.setPen(QColor(p.discret))
        _ecrire(painter, QRect(place.left(), place.top() + 29, place.width(), 18), detail or ligne.detail)

    def _souligne(self, painter: QPainter, place: QRect, texte: str, police: QFont, p: Palette) -> int:
        """The text, what was typed underlined in it; returns where it ends."""
        painter.setFont(police)
        mesure = painter.fontMetrics()
        coupe = mesure.elidedText(texte, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, coupe)
        for debut, fin in places(coupe, self._vue.modele.mots):
            gauche = place.left() + mesure.horizontalAdvance(coupe[:debut])
            largeur = mesure.horizontalAdvance(coupe[:fin]) - mesure.horizontalAdvance(coupe[:debut])
            painter.fillRect(QRect(gauche, place.bottom() - 1, largeur, 2), QColor(p.accent))
        return place.left() + mesure.horizontalAdvance(coupe)

    def _pastille(self, painter: QPainter, gauche: int, rect: QRect, code: str, p: Palette) -> int:
        """A college's code in its frame; returns where it ends."""
        painter.setFont(polices.police(graisse=QFont.Weight.DemiBold))
        largeur = max(42, painter.fontMetrics().horizontalAdvance(code) + 16)
        cadre = QRectF(gauche, rect.top() + (RANGEE - 24) / 2, largeur, 24)
        painter.save()
        painter.setRenderHint(_LISSE)
        painter.setPen(QPen(QColor(p.controle), 1))
        painter.setBrush(QColor(p.champ))
        painter.drawRoundedRect(cadre.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(QColor(p.texte))
        painter.drawText(cadre, Qt.AlignmentFlag.AlignCenter, code)
        painter.restore()
        return gauche + largeur


def _ecrire(painter: QPainter, place: QRect, texte: str) -> None:
    coupe = painter.fontMetrics().elidedText(texte, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, coupe)


class ActionsLigne(QWidget):
    """What can be done with the chosen row, at its right."""

    def __init__(self, vue: QWidget) -> None:
        super().__init__(vue)
        self.pouvoir = BoutonTouche(self.tr("Pouvoir"), "P")
        self.depart = BoutonTouche(self.tr("Départ"), "D")
        self.present = BoutonTouche(self.tr("Présent"), self.tr("Entrée"), "geste-fort")
        self.autres = Bouton("", "icone", "ellipsis").nommer(self.tr("Autres gestes"))
        self.autres.setFixedWidth(32)
        self.autres.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        boite = QHBoxLayout(self)
        boite.setContentsMargins(0, 0, 0, 0)
        boite.setSpacing(8)
        for bouton in (self.pouvoir, self.depart, self.present, self.autres):
            boite.addWidget(bouton)
        self.hide()

    def accorder(self, ligne: LigneEmargement, etroite: bool) -> None:
        """The gestures that a situation allows."""
        self.pouvoir.setVisible(ligne.situation not in (REPRESENTE, RECU) and not etroite)
        self.depart.setVisible(ligne.situation == PRESENT)
        self.present.setVisible(ligne.situation != PRESENT)
        self.present.dire(self.tr("De retour") if ligne.situation == PARTI else self.tr("Présent"))
        self.adjustSize()


class ListeEmargement(QListView):
    """``geste`` asks for ``present``, ``pouvoir``, ``depart``, ``excuse`` or ``autres`` on the chosen row."""

    geste = Signal(str)
    choisie_a_la_main = Signal()
    tapee = Signal(str)  # a letter typed here, for the field

    def __init__(self, nom: str) -> None:
        super().__init__()
        self.modele = EmargementModel(self)
        self.setModel(self.modele)
        self.setItemDelegate(DelegueEmargement(self))
        self.setAccessibleName(nom)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMinimumHeight(RANGEE * 4)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.gestes = ActionsLigne(self.viewport())
        for geste, bouton in (
            ("pouvoir", self.gestes.pouvoir),
            ("depart", self.gestes.depart),
            ("present", self.gestes.present),
            ("autres", self.gestes.autres),
        ):
            bouton.clicked.connect(lambda _coche=False, nom=geste: self.geste.emit(nom))
        self.clicked.connect(lambda _index: self.choisie_a_la_main.emit())
        self.modele.dataChanged.connect(self._placer)
        self.selectionModel().currentChanged.connect(self._changer)

    # --- the chosen row

    def rang(self) -> int:
        """The chosen row's rank, -1 without one."""
        return self.currentIndex().row()

    def choisie(self) -> LigneEmargement | None:
        """The chosen row."""
        rang = self.rang()
        return self.modele.ligne(rang) if 0 <= rang < self.modele.rowCount() else None

    def choisir_rang(self, rang: int) -> None:
        """Choose a row, -1 none."""
        self.setCurrentIndex(self.modele.index(rang, 0) if rang >= 0 else QModelIndex())

    @property
    def reserve(self) -> int:
        """The room that the buttons take."""
        return self.gestes.width() + 24 if self.gestes.isVisibleTo(self.viewport()) else 0

    def _placer(self) -> None:
        ligne = self.choisie()
        if ligne is None:
            self.gestes.hide()
            return
        rect = self.visualRect(self.currentIndex())
        self.gestes.accorder(ligne, rect.width() < 480)
        self.gestes.move(rect.right() - self.gestes.width() - 12, rect.top() + (RANGEE - self.gestes.height()) // 2)
        self.gestes.show()

    def _changer(self) -> None:
        self._placer()
        self.viewport().update()

    def reset(self) -> None:
        super().reset()
        if hasattr(self, "gestes"):
            self.gestes.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._placer()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._placer()

    # --- the keyboard, when it is here

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.rang() < 0 and self.modele.rowCount():
            self.choisir_rang(0)
        self.choisie_a_la_main.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if laisser_au_principal(event):
            return
        gestes = {Qt.Key.Key_P: "pouvoir", Qt.Key.Key_D: "depart", Qt.Key.Key_E: "excuse"}
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.geste.emit("present")
        elif event.modifiers() == Qt.KeyboardModifier.NoModifier and event.key() in gestes:
            self.geste.emit(gestes[Qt.Key(event.key())])
        elif event.text().isalpha() and event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.ShiftModifier,
        ):
            self.tapee.emit(event.text())
        else:
            super().keyPressEvent(event)
