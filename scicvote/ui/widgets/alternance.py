"""Several things in one place, one shown at a time; what is not shown asks for no room."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget


class Alternance(QWidget):
    """Shows the first that was added, until another is asked for."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        self.montre: QWidget | None = None
        self._boite = QVBoxLayout(self)
        self._boite.setContentsMargins(0, 0, 0, 0)
        self._boite.setSpacing(0)
        for widget in widgets:
            self._boite.addWidget(widget)
            widget.setVisible(False)
        if widgets:
            self.montrer(widgets[0])

    def montrer(self, widget: QWidget) -> None:
        """Show one of them."""
        if widget is self.montre:
            return
        if self.montre is not None:
            self.montre.setVisible(False)
        self.montre = widget
        widget.setVisible(True)
        self.updateGeometry()
