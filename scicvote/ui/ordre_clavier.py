"""The order of Tab as the eye reads: rows that are rebuilt would else come after everything else."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def ordonner(racine: QWidget) -> None:
    """Set the order of Tab inside ``racine`` to the order of its layouts."""
    precedent: QWidget | None = None
    for controle in _controles(racine):
        if precedent is not None:
            QWidget.setTabOrder(precedent, controle)
        precedent = controle


def _controles(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
        yield widget
        return
    layout = widget.layout()
    if layout is not None:
        yield from _dans(layout)


def _dans(layout: QLayout) -> Iterator[QWidget]:
    for rang in range(layout.count()):
        element = layout.itemAt(rang)
        if element is None:
            continue
        if (enfant := element.widget()) is not None:
            yield from _controles(enfant)
        elif (autre := element.layout()) is not None:
            yield from _dans(autre)
