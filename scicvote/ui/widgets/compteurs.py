"""Counters of attendance, always in sight: the whole in large, then each college; solid present, hatched represented."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from scicvote.core.exact import accord, nombre
from scicvote.core.moments import Effectif
from scicvote.ui.apparence import courante
from scicvote.ui.theme import Palette
from scicvote.ui.widgets.carte import Carte
from scicvote.ui.widgets.mise_en_page import pile, rangee, vider
from scicvote.ui.widgets.pastille import pastille
from scicvote.ui.widgets.texte import chiffre, paragraphe, texte

_HAUTEUR: Final = 8
_PAS: Final = 6.0
_TRAIT: Final = 2.4


def _remplir(peintre: QPainter, rect: QRectF, hachure: bool, p: Palette) -> None:
    if rect.width() <= 0:
        return
    if not hachure:
        peintre.fillRect(rect, QColor(p.accent))
        return
    peintre.save()
    peintre.setClipRect(rect)
    peintre.fillRect(rect, QColor(p.surface))
    peintre.setRenderHint(QPainter.RenderHint.Antialiasing)
    peintre.setPen(QPen(QColor(p.accent), _TRAIT))
    x = rect.left() - rect.height()
    while x < rect.right() + _PAS:
        peintre.drawLine(QLineF(x, rect.bottom(), x + rect.height(), rect.top()))
        x += _PAS
    peintre.restore()


class BarrePresence(QWidget):
    """Present, then represented, on the scale of a body's members."""

    def __init__(self) -> None:
        super().__init__()
        self._effectif: Effectif | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(120, _HAUTEUR)

    def montrer(self, effectif: Effectif) -> None:
        """Show other counts."""
        self._effectif = effectif
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        peintre, p = QPainter(self), courante()
        peintre.fillRect(self.rect(), QColor(p.creux))
        if self._effectif is None or not self._effectif.associes:
            return
        largeur = self.width()
        fin_presents = largeur * self._effectif.presents // self._effectif.associes
        fin = largeur * self._effectif.total // self._effectif.associes
        _remplir(peintre, QRectF(0, 0, fin_presents, self.height()), False, p)
        _remplir(peintre, QRectF(fin_presents, 0, fin - fin_presents, self.height()), True, p)


class _Temoin(QWidget):
    """The sample of a legend."""

    def __init__(self, hachure: bool) -> None:
        super().__init__()
        self._hachure = hachure
        self.setFixedSize(10, 10)

    def paintEvent(self, _event: QPaintEvent) -> None:
        _remplir(QPainter(self), QRectF(self.rect()), self._hachure, courante())


@dataclass(frozen=True, slots=True)
class Corps:
    """A body with its name."""

    nom: str
    effectif: Effectif


class _Legende(QWidget):
    """``5 présents`` and ``1 représenté``, each with its sample; what is none is not said."""

    def __init__(self) -> None:
        super().__init__()
        self._mots: list[tuple[QWidget, QWidget]] = []
        boite = rangee(espace=8)
        for hachure in (False, True):
            temoin, mot = _Temoin(hachure), texte("", couleur="discret")
            self._mots.append((temoin, mot))
            boite.addWidget(temoin)
            boite.addWidget(mot)
            boite.addSpacing(12)
        boite.addStretch(1)
        self.setLayout(boite)
        self.presents, self.representes = (mot for _, mot in self._mots)
        self.ecrits = texte("", couleur="discret")
        boite.insertWidget(boite.count() - 1, self.ecrits)

    def montrer(self, effectif: Effectif) -> None:
        for (temoin, mot), combien, phrase in zip(
            self._mots,
            (effectif.presents, effectif.representes),
            (accord(effectif.presents, "présent"), accord(effectif.representes, "représenté")),
            strict=True,
        ):
            mot.setText(phrase)  # type: ignore[attr-defined]
            temoin.setVisible(bool(combien))
            mot.setVisible(bool(combien) or mot is self.presents)
        self.ecrits.setText(_ecrits(effectif))
        self.ecrits.setVisible(bool(effectif.correspondants))


def _ecrits(effectif: Effectif) -> str:
    return f"{nombre(effectif.correspondants)}\u00a0par correspondance"


class CompteurCorps(QWidget):
    """One body; without a code, its bar alone (the vote is by heads)."""

    def __init__(self, corps: Corps, seul: bool) -> None:
        super().__init__()
        self._nom = corps.nom
        self.total, self.sur = chiffre("", "titre"), texte("", "corps15", "discret")
        self.barre, self.legende = BarrePresence(), _Legende()
        nom = paragraphe(corps.nom)
        tete = rangee(*((pastille(corps.effectif.code, corps.nom),) if corps.effectif.code else ()), espace=12)
        tete.addWidget(nom, 1)
        tete.addLayout(rangee(self.total, self.sur, espace=6))
        boite = pile(*(() if seul else (tete, 8)), self.barre, 8, self.legende)
        self.setLayout(boite)
        self.montrer(corps)

    def montrer(self, corps: Corps) -> None:
        """Show other counts."""
        effectif = corps.effectif
        self.total.setText(nombre(effectif.total))
        self.sur.setText(self.tr("sur {}").format(nombre(effectif.associes)))
        self.barre.montrer(effectif)
        self.legende.montrer(effectif)
        self.setAccessibleName(
            self.tr("{}\u00a0: {} sur {}, {}").format(
                self._nom,
                nombre(effectif.total),
                nombre(effectif.associes),
                ", ".join(
                    (
                        accord(effectif.presents, "présent"),
                        accord(effectif.representes, "représenté"),
                        *((_ecrits(effectif),) if effectif.correspondants else ()),
                    )
                ),
            )
        )


class CarteCompteurs(Carte):
    """The whole, then each college when the vote is by college. It follows each act without being made again."""

    def __init__(self) -> None:
        super().__init__(marges=True)
        self.total, self.phrase = texte("", "resultat"), texte("", "corps15", "discret")
        self.phrase.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        self.phrase.setContentsMargins(0, 0, 0, 5)
        self.corps_montres: dict[str, CompteurCorps] = {}
        self._zone = QVBoxLayout()
        self._zone.setSpacing(20)
        self.ajouter(rangee(self.total, self.phrase, None, espace=12))
        self.corps.addSpacing(16)
        self.ajouter(self._zone)
        self.setAccessibleName(self.tr("Présence"))

    def montrer(self, corps: Sequence[Corps], tous: Effectif) -> None:
        """Show these bodies, and all together: everybody once."""
        self.total.setText(nombre(tous.total))
        self.phrase.setText(self._phrase(tous))
        if tuple(self.corps_montres) != tuple(c.effectif.code for c in corps):
            self._composer(corps)
        for montre in corps:
            self.corps_montres[montre.effectif.code].montrer(montre)

    def _phrase(self, tous: Effectif) -> str:
        if tous.correspondants:
            mots = self.tr("sur {}, dont {} par correspondance")
            return mots.format(nombre(tous.associes), nombre(tous.correspondants))
        mots = self.tr("présents ou représentés sur {}") if tous.total > 1 else self.tr("présent ou représenté sur {}")
        return mots.format(nombre(tous.associes))

    def en_une_ligne(self) -> str:
        """``11 présents ou représentés sur 22 · SB 4 sur 7 · …``: the same counts where the card is out of sight."""
        corps = [f"{code} {c.total.text()} {c.sur.text()}" for code, c in self.corps_montres.items()]
        colleges = corps if len(corps) > 1 else []
        return " · ".join((f"{self.total.text()} {self.phrase.text()}", *colleges))

    def _composer(self, corps: Sequence[Corps]) -> None:
        vider(self._zone)
        self.corps_montres = {}
        for montre in corps:
            compteur = CompteurCorps(montre, len(corps) == 1)
            self.corps_montres[montre.effectif.code] = compteur
            self._zone.addWidget(compteur)
