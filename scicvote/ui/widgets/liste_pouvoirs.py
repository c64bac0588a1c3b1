"""The proxies of a sitting: those that count, those that wait for their holder, those that wait for the chair."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from scicvote.core.article import citer
from scicvote.core.faits import Pouvoir, PouvoirBlanc
from scicvote.core.issue import Issue
from scicvote.core.pouvoir import a_decider
from scicvote.ui.candidats import pastille_colleges
from scicvote.ui.lecture_emargement import LectureEmargement
from scicvote.ui.textes import heure, majuscule
from scicvote.ui.widgets.carte_onglets import Contenu, colonne
from scicvote.ui.widgets.icone import Bouton, Icone
from scicvote.ui.widgets.mise_en_page import pile, rangee
from scicvote.ui.widgets.pastille import pastille
from scicvote.ui.widgets.texte import paragraphe


@dataclass(frozen=True, slots=True)
class LignePouvoir:
    """A proxy as it is listed; ``suite`` says what is out of the ordinary."""

    pouvoir: Pouvoir
    mandant: str
    porteur: str
    college: str
    etat: str  # "compte" | "attend" | "tombe"
    suite: str
    issues: tuple[Issue, ...] = ()  # what the chair has to decide


def lignes_pouvoirs(lecture: LectureEmargement) -> tuple[LignePouvoir, ...]:
    """What waits for the chair first, then the proxies in force, then those that fell, the latest first."""
    ag, dossier = lecture.ag, lecture.dossier
    attente = {pouvoir.pouvoir: issues for pouvoir, issues in a_decider(dossier, ag)}
    comptent = {pouvoir.pouvoir for pouvoir in ag.assistance.comptent}

    def ligne(pouvoir: Pouvoir, etat: str, suite: str) -> LignePouvoir:
        portee = ag.assistance.portees.get(pouvoir.pouvoir, ())
        college = "+".join(portee) or pastille_colleges(ag, pouvoir.mandant)
        issues = attente.get(pouvoir.pouvoir, ()) if etat != "tombe" else ()
        return LignePouvoir(
            pouvoir, dossier.nom(pouvoir.mandant, ag.jour), lecture.porteur(pouvoir), college, etat, suite, issues
        )

    sans_nom = {fait.pouvoir for fait in ag.tous(PouvoirBlanc)}

    def dit(pouvoir: Pouvoir) -> str:
        return ", ".join(filter(None, ("Sans nom" if pouvoir.pouvoir in sans_nom else "", pouvoir.decision)))

    en_vigueur = [
        ligne(p, "compte", dit(p)) if p.pouvoir in comptent else ligne(p, "attend", "Reçu, attend le mandataire")
        for p in ag.assistance.pouvoirs.values()
    ]
    en_vigueur.sort(key=lambda ligne_: not ligne_.issues)
    tombes = [ligne(c.pouvoir, "tombe", f"Tombé à {heure(c.heure)}\u00a0: {c.motif}") for c in ag.assistance.chutes]
    return (*en_vigueur, *reversed(tombes))


_ICONES = {"compte": ("check", "bon"), "attend": ("clock", "alerte"), "tombe": ("x", "discret")}


class _Rangee(QWidget):
    """One proxy, on one line, and what is out of the ordinary below."""

    def __init__(self, ligne: LignePouvoir, retirer: Bouton | None) -> None:
        super().__init__()
        couleur = "discret" if ligne.etat == "tombe" else ""
        qui = paragraphe(f"{ligne.mandant} → {ligne.porteur}", couleur=couleur)
        tete = rangee(Icone(*_ICONES[ligne.etat]), espace=12)
        tete.addWidget(qui, 1)
        if ligne.college:
            tete.addWidget(pastille(ligne.college))
        if retirer is not None:
            tete.addWidget(retirer)
        boite = pile(tete, espace=0)
        if ligne.suite:
            suite = paragraphe(ligne.suite, couleur="discret")
            suite.setContentsMargins(28, 0, 0, 0)
            boite.addWidget(suite)
        boite.setContentsMargins(0, 2, 0, 6)
        self.setLayout(boite)
        self.setAccessibleName(
            ", ".join(filter(None, (f"{ligne.mandant} à {ligne.porteur}", ligne.college, ligne.suite)))
        )


class _ADecider(QFrame):
    """A proxy on which the articles disagree, with the button to decide."""

    def __init__(self, ligne: LignePouvoir, decider: Bouton) -> None:
        super().__init__()
        self.setProperty("encart", "alerte")
        boite = QHBoxLayout(self)
        boite.setContentsMargins(12, 12, 12, 12)
        boite.setSpacing(10)
        boite.addWidget(Icone("triangle-alert", "alerte"), 0, Qt.AlignmentFlag.AlignTop)
        lignes = pile(
            paragraphe(f"{ligne.mandant} à {ligne.porteur}", "fort"),
            *(paragraphe(issue.phrase) for issue in ligne.issues),
            paragraphe(majuscule(citer(ligne.issues[0].articles)), couleur="discret"),
            *((paragraphe(ligne.suite, couleur="discret"),) if ligne.suite else ()),
            8,
            rangee(decider, None),
            espace=2,
        )
        boite.addLayout(lignes, 1)


class ListePouvoirs(Contenu):
    """The list; only what changed is made again."""

    decision = Signal(object)  # a Pouvoir
    retrait = Signal(object)
    nouveau = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.lignes: tuple[LignePouvoir, ...] = ()
        self._close = False
        self._faites: dict[LignePouvoir, QWidget] = {}
        boite = colonne(self)
        self._vide = paragraphe(
            self.tr("Aucun pouvoir n’est encore reçu. Choisir le mandant dans la liste, puis P."), couleur="discret"
        )
        self.ajouter = Bouton(self.tr("Donner un pouvoir…"), "petit", "plus")
        self.ajouter.clicked.connect(lambda: self.nouveau.emit())
        self._boite = QVBoxLayout()
        self._boite.setSpacing(0)
        boite.addWidget(self._vide)
        boite.addLayout(self._boite)
        boite.addSpacing(12)
        boite.addLayout(rangee(self.ajouter, None))
        boite.addStretch(1)

    def montrer(self, lignes: tuple[LignePouvoir, ...], close: bool = False) -> None:
        """Show these proxies; once the sitting is closed, only the chair's decisions can still be written."""
        if (lignes, close) == (self.lignes, self._close):
            return
        if close != self._close:
            self._vider()
        self._close = close
        self.ajouter.setVisible(not close)
        self._vider(set(lignes))
        for rang, ligne in enumerate(lignes):
            if ligne not in self._faites:
                self._faites[ligne] = self._faire(ligne)
                self._boite.insertWidget(rang, self._faites[ligne])
            elif self._boite.indexOf(self._faites[ligne]) != rang:
                self._boite.insertWidget(rang, self._faites[ligne])
        self.lignes = lignes
        self._vide.setVisible(not lignes)
        self.updateGeometry()

    def _vider(self, restent: Collection[LignePouvoir] = ()) -> None:
        for ligne in set(self._faites).difference(restent):
            widget = self._faites.pop(ligne)
            self._boite.removeWidget(widget)
            widget.hide()
            widget.deleteLater()

    def _faire(self, ligne: LignePouvoir) -> QWidget:
        if ligne.issues:
            decider = Bouton(self.tr("Décider…"), "petit").nommer(
                self.tr("Décider du pouvoir de {}").format(ligne.mandant)
            )
            decider.clicked.connect(lambda: self.decision.emit(ligne.pouvoir))
            return _ADecider(ligne, decider)
        if ligne.etat == "tombe" or self._close:
            return _Rangee(ligne, None)
        retirer = Bouton("", "icone", "x").nommer(self.tr("Retirer le pouvoir de {}").format(ligne.mandant))
        retirer.setFixedWidth(32)
        retirer.clicked.connect(lambda: self.retrait.emit(ligne.pouvoir))
        return _Rangee(ligne, retirer)
