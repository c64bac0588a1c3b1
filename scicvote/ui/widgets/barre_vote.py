"""The drawings of a vote: for is solid, against hatched, abstention grey; the threshold a mark with a clear halo."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from scicvote.core.papier import BarreVote, PartCorps
from scicvote.ui.apparence import courante
from scicvote.ui.theme import Palette

POUR, CONTRE, ABSTENTION, RESTE = range(4)
_PAS: Final = 6.0  # between two lines of the hatching
_TRAIT: Final = 2.6  # their width


def remplir(peintre: QPainter, nature: int, rect: QRectF, p: Palette) -> None:
    """One segment, filled as its nature wants."""
    if rect.width() <= 0:
        return
    if nature == CONTRE:
        _hachurer(peintre, rect, p)
        return
    peintre.fillRect(rect, QColor({POUR: p.bon, ABSTENTION: p.abstention, RESTE: p.creux}[nature]))


def _hachurer(peintre: QPainter, rect: QRectF, p: Palette) -> None:
    peintre.save()
    peintre.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    peintre.fillRect(rect, QColor(p.surface))
    peintre.setRenderHint(QPainter.RenderHint.Antialiasing)
    peintre.setPen(QPen(QColor(p.faute), _TRAIT))
    x = rect.left() - rect.height()
    while x < rect.right() + _PAS:
        peintre.drawLine(QLineF(x, rect.bottom(), x + rect.height(), rect.top()))
        x += _PAS
    peintre.restore()


def marquer(peintre: QPainter, x: float, haut: float, bas: float, p: Palette) -> None:
    """The threshold: two pixels, with a halo of two on either side."""
    peintre.fillRect(QRectF(round(x) - 3, haut, 6, bas - haut), QColor(p.surface))
    peintre.fillRect(QRectF(round(x) - 1, haut, 2, bas - haut), QColor(p.texte))


class Echantillon(QWidget):
    """The sample of a segment, for a legend."""

    def __init__(self, nature: int) -> None:
        super().__init__()
        self._nature = nature
        self.setFixedSize(10, 10)

    def paintEvent(self, _event: QPaintEvent) -> None:
        remplir(QPainter(self), self._nature, QRectF(self.rect()), courante())


class BarreCorps(QWidget):
    """One college, at its weight on the scale of the whole."""

    def __init__(self, part: PartCorps, hauteur: int = 12) -> None:
        super().__init__()
        self._part, self._hauteur = part, hauteur
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(120, self._hauteur)

    def paintEvent(self, _event: QPaintEvent) -> None:
        peintre, gauche = QPainter(self), 0.0
        for nature, points in enumerate(self._part.parts()):
            largeur = self.width() * float(points) / 100
            remplir(peintre, nature, QRectF(gauche, 0, largeur, self._hauteur), courante())
            gauche += largeur


class BarreEnsemble(QWidget):
    """The whole: for, body after body, then against, abstentions, the rest; the threshold at its place."""

    def __init__(self, barre: BarreVote, hauteur: int = 32) -> None:
        super().__init__()
        self._barre, self._hauteur = barre, hauteur
        self._haut = 24 if barre.seuil is not None and barre.libelle_seuil else 4
        self._noms = 24 if any(corps.libelle for corps in barre.corps) else 6
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(240, self._haut + self._hauteur + self._noms)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def _abscisse(self, points: float) -> float:
        return self.width() * points / 100

    def paintEvent(self, _event: QPaintEvent) -> None:
        peintre, p = QPainter(self), courante()
        peintre.setFont(self.font())
        remplir(peintre, RESTE, QRectF(0, self._haut, self.width(), self._hauteur), p)
        self._segments(peintre, p)
        if self._barre.seuil is not None:
            self._seuil(peintre, self._abscisse(float(self._barre.seuil)), p)

    def _segments(self, peintre: QPainter, p: Palette) -> None:
        points, fin_nom = 0.0, -1.0
        for corps in self._barre.corps:
            rect = self._rect(points, float(corps.pour))
            remplir(peintre, POUR, rect, p)
            if corps.pour:
                self._separer(peintre, rect, p)
                fin_nom = self._nommer(peintre, corps.libelle, rect, fin_nom, p)
            points += float(corps.pour)
        for nature in (CONTRE, ABSTENTION):
            part = float(sum(corps.parts()[nature] for corps in self._barre.corps))
            remplir(peintre, nature, self._rect(points, part), p)
            points += part

    def _rect(self, debut: float, part: float) -> QRectF:
        return QRectF(self._abscisse(debut), self._haut, self._abscisse(part), self._hauteur)

    def _separer(self, peintre: QPainter, rect: QRectF, p: Palette) -> None:
        if rect.left() > 0:
            peintre.fillRect(QRectF(round(rect.left()) - 1, rect.top(), 1.5, rect.height()), QColor(p.surface))

    def _nommer(self, peintre: QPainter, libelle: str, rect: QRectF, apres: float, p: Palette) -> float:
        """The body's name under what it brings, unless it would touch the one before; returns where it ends."""
        largeur = peintre.fontMetrics().horizontalAdvance(libelle)
        gauche = rect.center().x() - largeur / 2
        if not libelle or gauche < apres + 4:
            return apres
        peintre.setPen(QColor(p.discret))
        ligne = rect.bottom() + 6 + peintre.fontMetrics().ascent()
        peintre.drawText(QPointF(gauche, ligne), libelle)
        return gauche + largeur

    def _seuil(self, peintre: QPainter, x: float, p: Palette) -> None:
        x = min(max(x, 1), self.width() - 1)
        marquer(peintre, x, self._haut - 5, self._haut + self._hauteur + 4, p)
        police = self.font()
        police.setWeight(police.Weight.DemiBold)
        peintre.setFont(police)
        peintre.setPen(QColor(p.texte))
        largeur = peintre.fontMetrics().horizontalAdvance(self._barre.libelle_seuil)
        gauche = min(max(x - largeur / 2, 0), self.width() - largeur)
        peintre.drawText(QPointF(gauche, self._haut - 10), self._barre.libelle_seuil)
