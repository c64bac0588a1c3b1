"""What a picture must satisfy: no text cut, every control named and reached by the keyboard."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QScrollBar,
    QTableView,
    QTextEdit,
    QWidget,
)

from scicvote.ui.isoloir import FenetreIsoloir
from scicvote.ui.projection import EcranSalle
from scicvote.ui.widgets.texte import Coupe

_TOLERANCE = 1
_PASSAGERS = Qt.WindowType.Popup & ~Qt.WindowType.Window | Qt.WindowType.ToolTip & ~Qt.WindowType.Window
_SAISIES = (QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox, QAbstractItemView)


def _vus(widget: QWidget) -> Iterator[QWidget]:
    for enfant in (widget, *widget.findChildren(QWidget)):
        if enfant.isVisible():
            yield enfant


def _nom(widget: QWidget) -> str:
    noms = []
    courant: QWidget | None = widget
    while courant is not None and len(noms) < 4:
        noms.append(type(courant).__name__)
        courant = courant.parentWidget()
    return " < ".join(noms)


# --- texts


def textes_coupes(vue: QWidget) -> list[str]:
    """Every visible label, button, choice and heading whose text is wider or higher than its place."""
    return [faute for widget in _vus(vue) for faute in _coupes(widget)]


def _coupes(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel):
        yield from _label(widget)
    elif isinstance(widget, QPushButton) and widget.text():
        voulue = widget.fontMetrics().horizontalAdvance(widget.text()) + (20 if not widget.icon().isNull() else 0)
        if voulue > widget.width() + _TOLERANCE:
            yield f"bouton {widget.text()!r} ({voulue} > {widget.width()}) {_nom(widget)}"
    elif isinstance(widget, QCheckBox):
        if widget.sizeHint().width() > widget.width() + _TOLERANCE:
            yield f"case {widget.text()!r} {_nom(widget)}"
    elif isinstance(widget, QTableView):
        yield from _titres(widget)


def _label(label: QLabel) -> Iterator[str]:
    if isinstance(label, Coupe) or not label.text():
        return
    place = label.contentsRect()
    if label.wordWrap():
        voulue = label.heightForWidth(label.width())
        if voulue > label.height() + _TOLERANCE:
            yield f"texte {label.text()[:60]!r} (haut de {voulue}, {label.height()} de place) {_nom(label)}"
        mot = max((label.fontMetrics().horizontalAdvance(m) for m in label.text().split(" ")), default=0)
        if mot > place.width() + _TOLERANCE:
            yield f"mot de {label.text()[:60]!r} ({mot} > {place.width()}) {_nom(label)}"
        return
    voulue = label.sizeHint().width()
    if voulue > label.width() + _TOLERANCE:
        yield f"texte {label.text()[:60]!r} ({voulue} > {label.width()}) {_nom(label)}"
    elif not _dans_son_parent(label):
        yield f"texte {label.text()[:60]!r} déborde de {_nom(label)}"


def _dans_son_parent(label: QLabel) -> bool:
    parent = label.parentWidget()
    if parent is None:
        return True
    place = QRect(label.mapTo(parent, QPoint(0, 0)), label.size())
    return place.right() <= parent.width() + _TOLERANCE and place.left() >= -_TOLERANCE


def _titres(table: QTableView) -> Iterator[str]:
    entete, modele = table.horizontalHeader(), table.model()
    if modele is None or not entete.isVisible():
        return
    metriques = QFontMetrics(entete.font())
    for i in range(entete.count()):
        titre = str(modele.headerData(i, Qt.Orientation.Horizontal) or "")
        if not entete.isSectionHidden(i) and metriques.horizontalAdvance(titre) > entete.sectionSize(i):
            yield f"titre de colonne {titre!r} ({entete.sectionSize(i)} de place) {_nom(table)}"


class Intrus(QObject):
    """Notes every widget that is shown as a window of its own by accident: the page then loses the keyboard."""

    def __init__(self) -> None:
        super().__init__()
        self.fautes: list[str] = []

    def eventFilter(self, objet: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(objet, QWidget) and objet.isWindow():
            voulu = (
                isinstance(objet, QMainWindow | QDialog | QMenu | EcranSalle | FenetreIsoloir)
                or objet.windowFlags() & _PASSAGERS
            )
            if not voulu:
                self.fautes.append(f"fenêtre par accident {_nom(objet)} {objet.accessibleName()}")
        return False


# --- names and keyboard


def sans_nom(vue: QWidget) -> list[str]:
    """Controls that a reader of screens could not name."""
    fautes = []
    for widget in _vus(vue):
        if isinstance(widget, QScrollBar | QHeaderView) or _interne(widget):
            continue
        if isinstance(widget, QAbstractButton) and not (widget.text().strip() or widget.accessibleName()):
            fautes.append(f"bouton sans nom {_nom(widget)}")
        elif isinstance(widget, _SAISIES) and not widget.accessibleName():
            fautes.append(f"champ sans nom {_nom(widget)}")
    return fautes


def hors_clavier(vue: QWidget) -> list[str]:
    """Enabled buttons and fields that the keyboard cannot reach."""
    return [
        f"{type(widget).__name__} {_mot(widget)!r} {_nom(widget)}"
        for widget in _vus(vue)
        if isinstance(widget, QAbstractButton | QLineEdit | QPlainTextEdit | QComboBox)
        and widget.isEnabled()
        and not _interne(widget)
        and not _par_les_fleches(widget)
        and not widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


def _par_les_fleches(widget: QWidget) -> bool:
    """Of buttons that exclude one another, Tab reaches the checked one, and arrows the others."""
    if not isinstance(widget, QAbstractButton):
        return False
    groupe = widget.group()
    return widget.autoExclusive() or (groupe is not None and groupe.exclusive())


def _mot(widget: QWidget) -> str:
    return widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")


def _interne(widget: QWidget) -> bool:
    """Parts that Qt makes inside its own controls."""
    parent = widget.parentWidget()
    return widget.objectName().startswith("qt_") or isinstance(parent, QComboBox | QAbstractSpinBox | QLineEdit)
