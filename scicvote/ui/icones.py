"""Line icons, tinted and drawn sharp at any scale."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from scicvote.paths import ressources


def chemin(nom: str) -> Path:
    """The file of an icon."""
    return ressources() / "icons" / f"{nom}.svg"


def _svg(nom: str, couleur: str) -> QByteArray:
    fichier = chemin(nom)
    texte = fichier.read_text(encoding="utf-8") if fichier.is_file() else ""
    return QByteArray(texte.replace("currentColor", couleur).encode())


def pixmap(nom: str, couleur: str, taille: int, echelle: float = 1.0) -> QPixmap:
    """An icon ``taille`` pixels wide in a colour, for a screen of this device-pixel ratio; cached by Qt."""
    cle = f"scicvote/{nom}/{couleur}/{taille}/{echelle}"
    image = QPixmap()
    if QPixmapCache.find(cle, image):
        return image
    image = _dessiner(_svg(nom, couleur), round(taille * echelle))
    image.setDevicePixelRatio(echelle)
    QPixmapCache.insert(cle, image)
    return image


def _dessiner(svg: QByteArray, cote: int) -> QPixmap:
    image = QPixmap(cote, cote)
    image.fill(Qt.GlobalColor.transparent)
    if not svg.isEmpty():
        peintre = QPainter(image)
        QSvgRenderer(svg).render(peintre, QRectF(0, 0, cote, cote))
        peintre.end()
    return image


def icone(nom: str, couleur: str, taille: int = 16) -> QIcon:
    """An icon for a button, drawn for the sharpest screen: the others show it reduced."""
    resultat = QIcon()
    application = QGuiApplication.instance()
    echelle = application.devicePixelRatio() if isinstance(application, QGuiApplication) else 1.0
    resultat.addPixmap(pixmap(nom, couleur, taille, echelle))
    return resultat


def icone_programme() -> QIcon:
    """The program's own mark."""
    resultat = QIcon()
    for taille in (16, 32, 64, 128, 256):
        resultat.addPixmap(pixmap("scicvote", "#1D5C9E", taille))
    return resultat
