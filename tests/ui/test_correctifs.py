"""What the libraries below get wrong must not stop an assembly."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication


def test_an_evening_of_painting_does_not_stop_the_program(qapp: QApplication) -> None:
    """Each of these calls takes a reference from None on CPython 3.11: far more of them than None has by itself."""
    image = QPixmap(8, 8)
    peintre = QPainter(image)
    for _ in range(200_000):
        peintre.save()
        peintre.restore()
    peintre.end()
    assert not image.isNull()
