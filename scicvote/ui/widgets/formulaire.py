"""Forms: fields in rows, their drafts kept, faults shown on the field that they name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scicvote.core.issue import Issue
from scicvote.ui.brouillons import Brouillons
from scicvote.ui.widgets.champs import AnyChamp
from scicvote.ui.widgets.issues import ListeIssues
from scicvote.ui.widgets.mise_en_page import Colonnes

Rang = AnyChamp | Sequence[AnyChamp]


class Formulaire(QWidget):
    """Fields one above the other, or side by side where a row names several.

    With ``brouillons`` each field keeps its draft under ``prefixe`` until ``oublier``; a draft that was kept is shown
    again by ``reprendre`` (called here for the fields given), over what ``poser`` set.
    """

    change = Signal()

    def __init__(self, *rangs: Rang, brouillons: Brouillons | None = None, prefixe: str = "") -> None:
        super().__init__()
        self._champs: dict[str, AnyChamp] = {}
        self._brouillons, self._prefixe = brouillons, prefixe
        self._boite = QVBoxLayout(self)
        self._boite.setContentsMargins(0, 0, 0, 0)
        self._boite.setSpacing(16)
        self.restes = ListeIssues()
        for rang in rangs:
            self.ajouter(rang)
        self._boite.addWidget(self.restes)
        self.reprendre()

    def ajouter(self, rang: Rang) -> None:
        """One more row."""
        champs = rang if isinstance(rang, Sequence) else (rang,)
        if len(champs) == 1:
            self._boite.insertWidget(self._boite.count() - self._apres(), champs[0])
        else:
            colonnes = Colonnes(480, espace=16)
            for champ in champs:
                colonnes.ajouter(_EnHaut(champ))
            self._boite.insertWidget(self._boite.count() - self._apres(), colonnes)
        for champ in champs:
            self._champs[champ.chemin] = champ
            champ.change.connect(self._suivre)

    def _apres(self) -> int:
        return 1 if self._boite.indexOf(self.restes) >= 0 else 0

    # --- fields

    @property
    def champs(self) -> tuple[AnyChamp, ...]:
        return tuple(self._champs.values())

    def champ(self, chemin: str) -> AnyChamp:
        """A field by its path. Raises KeyError for one that is not here."""
        return self._champs[chemin]

    def premier(self) -> AnyChamp | None:
        """The first field that is shown."""
        return next((champ for champ in self.champs if not champ.isHidden()), None)

    def incompris(self) -> tuple[AnyChamp, ...]:
        """The fields whose text is not understood."""
        return tuple(champ for champ in self.champs if not champ.isHidden() and champ.incompris())

    # --- drafts

    def _cle(self, champ: AnyChamp) -> str:
        return f"{self._prefixe}/{champ.chemin}"

    def _suivre(self) -> None:
        if self._brouillons is not None:
            for champ in self.champs:
                self._brouillons.ecrire(self._cle(champ), champ.texte())
        self.restes.montrer(())
        self.change.emit()

    def reprendre(self) -> bool:
        """Show the drafts again; True where there were any."""
        repris = False
        if self._brouillons is not None:
            for champ in self.champs:
                if (brouillon := self._brouillons.lire(self._cle(champ))) is not None:
                    champ.poser_texte(brouillon)
                    repris = True
        return repris

    def oublier(self) -> None:
        """Forget the drafts: what was typed is recorded, or given up."""
        if self._brouillons is not None:
            self._brouillons.oublier(f"{self._prefixe}/")

    # --- faults

    def montrer_issues(self, issues: Iterable[Issue]) -> None:
        """Each fault on the field that it names, the others below the fields; the first faulty field has the keyboard."""
        self.effacer_issues()
        restes: list[Issue] = []
        premier: AnyChamp | None = None
        for issue in issues:
            champ = self._champs.get(issue.chemin)
            if champ is None or champ.isHidden() or champ.issue is not None:
                restes.append(issue)
                continue
            champ.montrer_issue(issue)
            premier = premier or (champ if issue.bloquante else None)
        self.restes.montrer(restes)
        if premier is not None:
            premier.controle.setFocus()

    def effacer_issues(self) -> None:
        """Take every fault away."""
        for champ in self.champs:
            champ.montrer_issue(None)
        self.restes.montrer(())


class _EnHaut(QWidget):
    """A field that keeps to the top of its column, whatever its neighbour says below; put away, it leaves no hole."""

    def __init__(self, champ: AnyChamp) -> None:
        super().__init__()
        self._champ = champ
        pile = QVBoxLayout(self)
        pile.setContentsMargins(0, 0, 0, 0)
        pile.addWidget(champ)
        pile.addStretch(1)
        if champ.isHidden():  # shown without a parent it would be a window of its own, and take the keyboard away
            self.hide()
        champ.installEventFilter(self)

    def eventFilter(self, objet: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self.setVisible(not self._champ.isHidden())
            if isinstance(colonnes := self.parentWidget(), Colonnes):
                colonnes.accorder()
        return super().eventFilter(objet, event)
