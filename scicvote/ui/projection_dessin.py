"""Drawing the screen of the room: one scale for every projector, text that shrinks until it fits."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from scicvote.core.papier import BarreVote
from scicvote.ui import icones, polices
from scicvote.ui.lecture_salle import TableauSalle
from scicvote.ui.theme import SOMBRE

_HAUTEUR: Final = 900  # the drawing's own height; everything is in its pixels
_MARGE: Final = 80
_CORPS, _TITRE, _GRAND = 60, 72, 176
_BARRE: Final = 96
_P: Final = SOMBRE  # a dark screen, whatever the desk's: a projector in a dim room
_MARQUES: Final = {  # polylines, from the left of the place and its middle
    "check": (((8.0, 4.0), (48.0, 46.0), (124.0, -40.0)),),
    "x": (((14.0, -46.0), (106.0, 46.0)), ((106.0, -46.0), (14.0, 46.0))),
    "minus": (((14.0, 0.0), (106.0, 0.0)),),
}
_ENROULE: Final = Qt.TextFlag.TextWordWrap


class Dessin:
    """Traces one state on a painter, within ``cadre`` pixels."""

    def __init__(self, peintre: QPainter, cadre: QRectF, echelle_ecran: float) -> None:
        self._p, self._ecran = peintre, echelle_ecran
        self._e = min(cadre.height() / _HAUTEUR, cadre.width() / (_HAUTEUR * 4 / 3))
        marge = _MARGE * self._e
        self._zone = cadre.adjusted(marge, marge * 0.9, -marge, -marge * 0.8)
        peintre.fillRect(cadre, QColor(_P.fond))

    def tracer(self, t: TableauSalle) -> None:
        """Draw it all."""
        haut = self._zone.top()
        if t.surtitre:
            haut = self._ecrire(t.surtitre, haut, _CORPS * 0.9, _P.discret, QFont.Weight.Normal, 1)
        if t.titre:
            haut = self._ecrire(t.titre, haut + 8 * self._e, _TITRE, _P.texte, QFont.Weight.DemiBold, 2)
        haut += 36 * self._e
        if t.grand and t.etat is not None:
            self._resultat(t, haut)
            return
        bas = self._zone.bottom()
        if t.etat is not None:
            bas -= 110 * self._e
            self._etat(t, bas)
        reste = QRectF(self._zone.left(), haut, self._zone.width(), bas - haut - 16 * self._e)
        if t.texte:
            self._dans(t.texte, reste, _CORPS)
        elif t.lignes:
            self._dans("\n".join(t.lignes), reste, _CORPS)

    # --- texts

    def _police(self, taille: float, graisse: QFont.Weight = QFont.Weight.Normal) -> QFont:
        return polices.police(max(8, round(taille * self._e)), graisse)

    def _ecrire(
        self, texte: str, haut: float, taille: float, couleur: str, graisse: QFont.Weight, lignes: int
    ) -> float:
        """A text from ``haut`` on, smaller until it takes at most so many lines; returns where it ends."""
        while True:
            police = self._police(taille, graisse)
            metriques = QFontMetricsF(police)
            place = metriques.boundingRect(QRectF(0, 0, self._zone.width(), 10_000), int(_ENROULE), texte)
            if place.height() <= metriques.lineSpacing() * lignes + 1 or taille <= 24:
                break
            taille -= 4
        self._p.setFont(police)
        self._p.setPen(QColor(couleur))
        rect = QRectF(self._zone.left(), haut, self._zone.width(), place.height())
        self._p.drawText(rect, int(_ENROULE), texte)
        return rect.bottom()

    def _dans(self, texte: str, rect: QRectF, taille: float) -> None:
        """A text within a place, smaller until it is all there."""
        while True:
            police = self._police(taille)
            place = QFontMetricsF(police).boundingRect(QRectF(0, 0, rect.width(), 100_000), int(_ENROULE), texte)
            if (place.height() <= rect.height() and place.width() <= rect.width() + 1) or taille <= 14:
                break
            taille -= 2
        self._p.setFont(police)
        self._p.setPen(QColor(_P.texte))
        self._p.drawText(rect, int(_ENROULE), texte)

    def _icone(self, nom: str, couleur: str, x: float, haut: float, taille: float) -> None:
        cote = max(8, round(taille * self._e))
        self._p.drawPixmap(QPointF(x, haut), icones.pixmap(nom, couleur, cote, self._ecran))

    def _marque(self, nom: str, couleur: str, milieu: QPointF) -> None:
        """The mark of a result, as bold as its word."""
        trait = _MARQUES.get(nom)
        if trait is None:
            self._icone(nom, couleur, milieu.x(), milieu.y() - 64 * self._e, 128)
            return
        plume = QPen(QColor(couleur), 22 * self._e)
        plume.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        self._p.setPen(plume)
        for points in trait:
            self._p.drawPolyline([milieu + QPointF(x, y) * self._e for x, y in points])

    # --- a state

    def _etat(self, t: TableauSalle, haut: float) -> None:
        """A state at the foot of the screen, with its icon."""
        if t.etat is None:
            return
        couleur = getattr(_P, t.etat.couleur)
        self._p.setPen(QPen(QColor(_P.ligne), max(1.0, 2 * self._e)))
        self._p.drawLine(QLineF(self._zone.left(), haut, self._zone.right(), haut))
        self._icone(t.etat.icone, couleur, self._zone.left(), haut + 38 * self._e, 60)
        self._p.setFont(self._police(_CORPS, QFont.Weight.Medium))
        self._p.setPen(QColor(couleur))
        rect = QRectF(self._zone.left() + 88 * self._e, haut + 24 * self._e, self._zone.width(), 88 * self._e)
        self._p.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter), t.etat.mot)

    def _resultat(self, t: TableauSalle, haut: float) -> None:
        if t.etat is None:
            return
        couleur = getattr(_P, t.etat.couleur)
        taille = float(_GRAND)
        place = self._zone.width() - 180 * self._e
        while QFontMetricsF(self._police(taille, QFont.Weight.Bold)).horizontalAdvance(t.etat.mot) > place:
            taille -= 4
        police = self._police(taille, QFont.Weight.Bold)
        hauteur = QFontMetricsF(police).height()
        self._marque(t.etat.icone, couleur, QPointF(self._zone.left(), haut + hauteur / 2))
        self._p.setFont(police)
        self._p.setPen(QColor(couleur))
        gauche = self._zone.left() + 176 * self._e
        self._p.drawText(QRectF(gauche, haut, place + 8, hauteur), int(Qt.AlignmentFlag.AlignVCenter), t.etat.mot)
        haut += hauteur + 20 * self._e
        if t.barre is not None:
            self._barre(t, t.barre)
        elif t.lignes:
            rect = QRectF(self._zone.left(), haut, self._zone.width(), self._zone.bottom() - haut)
            self._dans("\n".join(t.lignes), rect, _TITRE)

    # --- the drawing

    def _barre(self, t: TableauSalle, barre: BarreVote) -> None:
        """The whole, for, against, abstentions, from the foot of the screen upwards."""
        e, zone = self._e, self._zone
        legende = 84 * e
        rect = QRectF(zone.left(), zone.bottom() - legende - (_BARRE + 12) * e, zone.width(), _BARRE * e)
        self._p.fillRect(rect, QColor(_P.creux))
        pour = float(sum(corps.pour for corps in barre.corps))
        contre = float(sum(corps.parts()[1] for corps in barre.corps))
        abstention = float(sum(corps.parts()[2] for corps in barre.corps))
        x = rect.left()
        for nature, part in enumerate((pour, contre, abstention)):
            largeur = rect.width() * part / 100
            self._segment(nature, QRectF(x, rect.top(), largeur, rect.height()))
            x += largeur
        if barre.seuil is not None:
            self._seuil(rect, rect.left() + rect.width() * float(barre.seuil) / 100, t.seuil)
        police = self._police(_TITRE, QFont.Weight.DemiBold)
        if t.pour and t.contre:
            while QFontMetricsF(police).horizontalAdvance(f"{t.pour}    {t.contre}") > zone.width():
                police.setPixelSize(police.pixelSize() - 2)
        self._p.setFont(police)
        ligne = QRectF(zone.left(), rect.bottom() + 12 * e, zone.width(), legende)
        for texte, couleur, cote in (
            (t.pour, _P.bon, Qt.AlignmentFlag.AlignLeft),
            (t.contre, _P.faute, Qt.AlignmentFlag.AlignRight),
        ):
            self._p.setPen(QColor(couleur))
            self._p.drawText(ligne, int(cote | Qt.AlignmentFlag.AlignVCenter), texte)

    def _segment(self, nature: int, rect: QRectF) -> None:
        if rect.width() <= 0:
            return
        couleur = (_P.bon, _P.faute, _P.abstention)[nature]
        self._p.fillRect(rect, QColor(couleur))
        if nature != 1:
            return
        self._p.save()
        self._p.setClipRect(rect)
        self._p.setPen(QPen(QColor(_P.fond), max(1.5, 5 * self._e)))
        pas, x = 30 * self._e, rect.left() - rect.height()
        while x < rect.right() + pas:
            self._p.drawLine(QLineF(x, rect.bottom(), x + rect.height(), rect.top()))
            x += pas
        self._p.restore()

    def _seuil(self, rect: QRectF, x: float, mot: str) -> None:
        e = self._e
        self._p.fillRect(QRectF(x - 8 * e, rect.top() - 8 * e, 16 * e, rect.height() + 16 * e), QColor(_P.fond))
        self._p.fillRect(QRectF(x - 3 * e, rect.top() - 12 * e, 6 * e, rect.height() + 20 * e), QColor(_P.texte))
        taille = 44.0
        while QFontMetricsF(self._police(taille)).horizontalAdvance(mot) > self._zone.width():
            taille -= 2
        self._p.setFont(self._police(taille))
        self._p.setPen(QColor(_P.texte))
        largeur = QFontMetricsF(self._p.font()).horizontalAdvance(mot) + 4
        gauche = min(max(x - largeur / 2, self._zone.left()), self._zone.right() - largeur)
        haut = rect.top() - 76 * e
        self._p.drawText(QRectF(gauche, haut, largeur, 56 * e), int(Qt.AlignmentFlag.AlignCenter), mot)
