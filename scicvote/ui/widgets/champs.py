"""Fields of forms: a label, what is typed, and below it what was understood or what is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from scicvote.core.exact import lire_exact
from scicvote.core.issue import Issue
from scicvote.core.saisie_moment import lire_heure, lire_jour
from scicvote.ui import icones
from scicvote.ui.apparence import courante
from scicvote.ui.textes import jour_semaine
from scicvote.ui.widgets.case import Case
from scicvote.ui.widgets.clavier import laisser_au_principal
from scicvote.ui.widgets.texte import paragraphe, recolorer, texte

T = TypeVar("T")


class Champ(QWidget, Generic[T]):
    """One field. ``chemin`` is the path by which issues name it; ``change`` follows each key or choice."""

    change = Signal()

    def __init__(self, libelle: str, chemin: str, controle: QWidget, aide: str = "") -> None:
        super().__init__()
        self.libelle, self.chemin, self.controle, self._aide = libelle, chemin, controle, aide
        self._issue: Issue | None = None
        self.etiquette = texte(libelle, couleur="discret")
        self.note = paragraphe(aide, couleur="discret")
        controle.setAccessibleName(libelle)
        self.etiquette.setBuddy(controle)
        self.setFocusProxy(controle)
        boite = QVBoxLayout(self)
        boite.setContentsMargins(0, 0, 0, 0)
        boite.setSpacing(4)
        if not isinstance(controle, Case):
            boite.addWidget(self.etiquette)
        boite.addWidget(controle)
        boite.addWidget(self.note)
        self.change.connect(self._suivre)
        self._dire()

    def setVisible(self, visible: bool) -> None:
        """A field that is in no form yet is not shown as a window of its own: its form will show it."""
        if visible and self.parentWidget() is None:
            self.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, False)
        else:
            super().setVisible(visible)

    # --- what it holds

    def valeur(self) -> T | None:
        """What was typed, understood; None where there is nothing or it was not understood."""
        raise NotImplementedError

    def poser(self, valeur: T | None) -> None:
        """Set the value; ``change`` is not sent."""
        raise NotImplementedError

    def texte(self) -> str:
        """What was typed, as a draft keeps it."""
        raise NotImplementedError

    def poser_texte(self, contenu: str) -> None:
        """Set what was typed; ``change`` is not sent."""
        raise NotImplementedError

    def _apres_pose(self) -> None:
        self._issue = None
        self._dire()

    # --- what is said below

    @property
    def issue(self) -> Issue | None:
        """What is said to be wrong with it."""
        return self._issue

    def montrer_issue(self, issue: Issue | None) -> None:
        """Show what is wrong with it, until it is typed in again; None takes it away."""
        self._issue = issue
        self._dire()

    def aider(self, phrase: str) -> None:
        """Say something else below it, where nothing is wrong."""
        self._aide = phrase
        self._dire()

    def compris(self) -> str:
        """What was understood of what was typed, where that is worth saying."""
        return ""

    def incompris(self) -> str:
        """What is wrong with what was typed, before any act is tried."""
        return ""

    def _suivre(self) -> None:
        self._issue = None
        self._dire()

    def _dire(self) -> None:
        phrase, couleur = self._phrase()
        self.note.setText(phrase)
        recolorer(self.note, couleur)
        self.note.setVisible(bool(phrase))
        self.controle.setAccessibleDescription(phrase)

    def _phrase(self) -> tuple[str, str]:
        if self._issue is not None:
            return self._issue.phrase, "faute" if self._issue.bloquante else "alerte"
        if incompris := self.incompris():
            return incompris, "faute"
        return self.compris() or self._aide, "discret"


class _Ligne(Champ[T]):
    """A field of one line."""

    def __init__(self, libelle: str, chemin: str, aide: str = "", invite: str = "") -> None:
        self.ligne = QLineEdit()
        self.ligne.setPlaceholderText(invite)
        super().__init__(libelle, chemin, self.ligne, aide)
        self.ligne.textChanged.connect(self.change)

    def texte(self) -> str:
        return self.ligne.text()

    def poser_texte(self, contenu: str) -> None:
        with QSignalBlocker(self.ligne):
            self.ligne.setText(contenu)
        self._apres_pose()


class ChampTexte(_Ligne[str]):
    """A line of text; its value has no spaces around it."""

    def valeur(self) -> str:
        return self.ligne.text().strip()

    def poser(self, valeur: str | None) -> None:
        self.poser_texte(valeur or "")


class ChampDate(_Ligne[date]):
    """A day as people type it (``12/6``, ``12 juin``); ``reference`` gives the year that is not said."""

    def __init__(self, libelle: str, chemin: str, reference: date, aide: str = "") -> None:
        self.reference = reference
        super().__init__(libelle, chemin, aide, "12/6/2026")
        self.ligne.setPlaceholderText(self.tr("12/6 ou 12 juin"))
        self._dire()

    def valeur(self) -> date | None:
        return lire_jour(self.ligne.text(), self.reference)

    def poser(self, valeur: date | None) -> None:
        self.poser_texte(f"{valeur:%d/%m/%Y}" if valeur else "")

    def compris(self) -> str:
        lu = self.valeur()
        return jour_semaine(lu) if lu else ""

    def incompris(self) -> str:
        if self.ligne.text().strip() and self.valeur() is None:
            return self.tr("Ce n’est pas une date\u00a0: écrire 12/6, 12 juin ou 12/6/2026.")
        return ""


class ChampHeure(_Ligne[time]):
    """An hour as people type it (``18h30``, ``1830``)."""

    def __init__(self, libelle: str, chemin: str, aide: str = "") -> None:
        super().__init__(libelle, chemin, aide, "18h30")

    def valeur(self) -> time | None:
        return lire_heure(self.ligne.text())

    def poser(self, valeur: time | None) -> None:
        self.poser_texte(f"{valeur:%H:%M}" if valeur else "")

    def incompris(self) -> str:
        if self.ligne.text().strip() and self.valeur() is None:
            return self.tr("Ce n’est pas une heure\u00a0: écrire 18h30 ou 18:30.")
        return ""


class ChampNombre(_Ligne[int]):
    """A whole number; ``signe`` takes negative ones too."""

    def __init__(self, libelle: str, chemin: str, aide: str = "", signe: bool = False) -> None:
        self._signe = signe
        super().__init__(libelle, chemin, aide)

    def valeur(self) -> int | None:
        nu = "".join(self.ligne.text().split()).replace("−", "-")
        negatif = self._signe and nu.startswith("-")
        chiffres = nu[1:] if negatif else nu
        if not chiffres.isascii() or not chiffres.isdigit() or len(chiffres) > 12:
            return None
        return -int(chiffres) if negatif else int(chiffres)

    def poser(self, valeur: int | None) -> None:
        self.poser_texte("" if valeur is None else str(valeur))

    def incompris(self) -> str:
        if self.ligne.text().strip() and self.valeur() is None:
            return self.tr("Écrire un nombre entier, en chiffres.")
        return ""


class ChampMontant(_Ligne[str]):
    """Euros, exact: ``14188`` or ``2128,20``. Its value is a text as ``core.exact.lire_exact`` reads it."""

    def __init__(self, libelle: str, chemin: str, aide: str = "") -> None:
        super().__init__(libelle, chemin, aide)

    def valeur(self) -> str | None:
        nu = "".join(self.ligne.text().split()).replace(",", ".").removesuffix("€")
        return nu if nu and "/" not in nu and lire_exact(nu) is not None else None

    def poser(self, valeur: str | None) -> None:
        self.poser_texte((valeur or "").replace(".", ","))

    def incompris(self) -> str:
        if self.ligne.text().strip() and self.valeur() is None:
            return self.tr("Écrire un montant en euros\u00a0: 14188 ou 2128,20.")
        return ""


class _Long(QPlainTextEdit):
    """Several lines; Tab goes to the next field."""

    def __init__(self, lignes: int) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setMinimumHeight(lignes * 22 + 18)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not laisser_au_principal(event):
            super().keyPressEvent(event)


class ChampLong(Champ[str]):
    """A text of several lines."""

    def __init__(self, libelle: str, chemin: str, aide: str = "", lignes: int = 4) -> None:
        self.zone = _Long(lignes)
        super().__init__(libelle, chemin, self.zone, aide)
        self.zone.textChanged.connect(self.change)

    def valeur(self) -> str:
        return self.texte().strip()

    def poser(self, valeur: str | None) -> None:
        self.poser_texte(valeur or "")

    def texte(self) -> str:
        # toPlainText would turn every no-break space into a plain one
        return self.zone.document().toRawText().replace("\u2029", "\n")

    def poser_texte(self, contenu: str) -> None:
        with QSignalBlocker(self.zone):
            self.zone.setPlainText(contenu)
        self._apres_pose()


class Combo(QComboBox):
    """A choice; a wheel that passes over it must not change it."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        p = courante()
        image = icones.pixmap(
            "chevron-down", p.discret if self.isEnabled() else p.controle, 16, self.devicePixelRatioF()
        )
        QPainter(self).drawPixmap(self.width() - 26, (self.height() - 16) // 2, image)


class ChampChoix(Champ[str]):
    """One of some words, each with its key; ``""`` where nothing is chosen yet."""

    def __init__(self, libelle: str, chemin: str, options: Sequence[tuple[str, str]], aide: str = "") -> None:
        self.combo = Combo()
        self.combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.combo.setMinimumContentsLength(8)
        super().__init__(libelle, chemin, self.combo, aide)
        self.proposer(options)
        self.combo.currentIndexChanged.connect(lambda _rang: self.change.emit())

    def proposer(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer other words; what was chosen stays where it is still offered."""
        choisi = self.valeur()
        with QSignalBlocker(self.combo):
            self.combo.clear()
            for cle, mot in options:
                self.combo.addItem(mot, cle)
            self.combo.setCurrentIndex(max(0, self.combo.findData(choisi)))

    def valeur(self) -> str:
        donnee = self.combo.currentData()
        return donnee if isinstance(donnee, str) else ""

    def poser(self, valeur: str | None) -> None:
        with QSignalBlocker(self.combo):
            self.combo.setCurrentIndex(self.combo.findData(valeur or ""))
        self._apres_pose()

    def texte(self) -> str:
        return self.valeur()

    def poser_texte(self, contenu: str) -> None:
        if self.combo.findData(contenu) >= 0:
            self.poser(contenu)


class ChampCase(Champ[bool]):
    """A box to tick."""

    def __init__(self, libelle: str, chemin: str, aide: str = "") -> None:
        self.case = Case(libelle)
        super().__init__(libelle, chemin, self.case, aide)
        self.case.toggled.connect(lambda _coche: self.change.emit())

    def valeur(self) -> bool:
        return self.case.isChecked()

    def poser(self, valeur: bool | None) -> None:
        with QSignalBlocker(self.case):
            self.case.setChecked(bool(valeur))
        self._apres_pose()

    def texte(self) -> str:
        return "1" if self.case.isChecked() else ""

    def poser_texte(self, contenu: str) -> None:
        self.poser(contenu == "1")


def entree_valide(controle: QObject, event: QEvent) -> bool:
    """Whether this key says "done" in this control: Enter in a line, Ctrl+Enter in several."""
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
        return False
    if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return False
    plusieurs = isinstance(controle, QPlainTextEdit)
    return not plusieurs or bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)


AnyChamp = Champ[Any]
