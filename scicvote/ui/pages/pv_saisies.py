"""What the secretary writes beside the minutes: debates of each point, documents laid, incidents, answers."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scicvote.core.assemblee import Assemblee
from scicvote.core.faits import DocumentDepose, Incident, QuestionEcrite, ReponseQuestion
from scicvote.ui.session import Session
from scicvote.ui.textes import heure
from scicvote.ui.widgets.carte import Carte
from scicvote.ui.widgets.champs import ChampChoix, ChampLong
from scicvote.ui.widgets.icone import Bouton, Icone
from scicvote.ui.widgets.mise_en_page import pile, rangee, vider
from scicvote.ui.widgets.texte import paragraphe, texte


def cle_debat(ag: Assemblee, resolution: int) -> str:
    """Where the draft of the debates on a point is kept."""
    return f"debat/{ag.numero}/{resolution}"


class CarteDebats(Carte):
    """One point at a time; ``noter`` carries its number and the text to record."""

    noter = Signal(int, str)

    def __init__(self, session: Session) -> None:
        super().__init__(self.tr("Débats"), " ", marges=True)
        self.session = session
        self.choix = ChampChoix(self.tr("Point de l’ordre du jour"), "resolution", ())
        self.recit = ChampLong(
            self.tr("Résumé des débats"),
            "debat",
            self.tr("Questions, avis, réponses\u00a0; sans dire qui a voté quoi."),
            5,
        )
        self.bouton = Bouton(self.tr("Noter les débats"), "petit", "check").nommer(
            self.tr("Noter les débats (Ctrl+Entrée)")
        )
        self.etat = texte("", couleur="discret")
        self.corps.setSpacing(12)
        self.ajouter(self.choix)
        self.ajouter(self.recit)
        self.ajouter(rangee(self.bouton, self.etat, None, espace=12))
        self.choix.change.connect(self._montrer)
        self.recit.change.connect(self._taper)
        self.bouton.clicked.connect(self.enregistrer)

    # --- what is shown

    def actualiser(self, verrouille: bool) -> None:
        """Show the points of the assembly in hand; signed minutes are read only."""
        ag = self.session.ag
        if ag is None:
            return
        points = [(str(r.resolution), f"{r.numero}. {r.titre}{self._marque(ag, r.resolution)}") for r in ag.resolutions]
        self.choix.proposer(points)
        faits = sum(1 for r in ag.resolutions if ag.debat(r.resolution).strip())
        self.note.setText(self.tr("{} sur {} résumés").format(faits, len(points)))
        self.recit.zone.setReadOnly(verrouille)
        self.bouton.setVisible(not verrouille)
        self._montrer()

    def _marque(self, ag: Assemblee, resolution: int) -> str:
        if self.session.brouillons.lire(cle_debat(ag, resolution)) is not None:
            return self.tr(" (à noter)")
        return "" if ag.debat(resolution).strip() else self.tr(" (rien)")

    @property
    def resolution(self) -> int:
        """The point that is shown, 0 without one."""
        return int(self.choix.valeur() or 0)

    def choisir(self, resolution: int) -> None:
        """Show a point."""
        self.choix.poser(str(resolution))
        self._montrer()
        self.recit.zone.setFocus()

    def _montrer(self) -> None:
        ag = self.session.ag
        if ag is None:
            return
        brouillon = self.session.brouillons.lire(cle_debat(ag, self.resolution))
        voulu = ag.debat(self.resolution) if brouillon is None else brouillon
        if voulu != self.recit.texte():
            self.recit.poser_texte(voulu)
        self._dire_etat()

    def _taper(self) -> None:
        ag = self.session.ag
        if ag is None or not self.resolution:
            return
        if self.recit.valeur() == ag.debat(self.resolution):
            self.session.brouillons.oublier(cle_debat(ag, self.resolution))
        else:
            self.session.brouillons.ecrire(cle_debat(ag, self.resolution), self.recit.texte())
        self._dire_etat()

    def _dire_etat(self) -> None:
        ag = self.session.ag
        change = ag is not None and self.recit.valeur() != ag.debat(self.resolution)
        self.bouton.setEnabled(bool(change and self.resolution))
        self.etat.setText(self.tr("Brouillon gardé, pas encore au procès-verbal") if change else "")

    def enregistrer(self) -> None:
        """Record what is shown."""
        if self.bouton.isEnabled():
            self.noter.emit(self.resolution, self.recit.valeur())


class CarteFaits(Carte):
    """Documents laid, incidents, written questions and their answers; each list with its button."""

    document = Signal()
    incident = Signal()
    reponse = Signal(int)

    def __init__(self, session: Session) -> None:
        super().__init__(self.tr("Documents, questions, incidents"), " ", marges=True)
        self.session = session
        self._lignes = QVBoxLayout()
        self._lignes.setSpacing(6)
        self.bouton_document = self._bouton(self.tr("Document…"), "paperclip", self.document.emit)
        self.bouton_incident = self._bouton(self.tr("Incident…"), "flag", self.incident.emit)
        self.bouton_reponse = self._bouton(self.tr("Réponse…"), "message-square", self._repondre)
        self.corps.setSpacing(12)
        self.ajouter(self._lignes)
        self.ajouter(rangee(self.bouton_document, self.bouton_incident, self.bouton_reponse, None))

    def _bouton(self, mot: str, icone: str, action: Callable[[], object]) -> Bouton:
        bouton = Bouton(mot, "petit", icone)
        bouton.clicked.connect(lambda: action())
        return bouton

    def actualiser(self, verrouille: bool) -> None:
        """Show what was noted."""
        ag = self.session.ag
        vider(self._lignes)
        if ag is None:
            return
        lignes = self._tout(ag)
        for icone, mot in lignes:
            self._lignes.addWidget(_ligne(icone, mot))
        if not lignes:
            self._lignes.addWidget(texte(self.tr("Rien de noté."), couleur="discret"))
        for bouton in (self.bouton_document, self.bouton_incident):
            bouton.setVisible(not verrouille)
        self.bouton_reponse.setVisible(not verrouille and bool(self._sans_reponse(ag)))

    def _tout(self, ag: Assemblee) -> list[tuple[str, str]]:
        noms = self.session.dossier
        lignes = [("paperclip", d.titre) for d in ag.tous(DocumentDepose)]
        repondues = {r.question for r in ag.tous(ReponseQuestion)}
        for question in ag.tous(QuestionEcrite):
            etat = self.tr("répondue") if question.question in repondues else self.tr("sans réponse notée")
            lignes.append(
                ("message-square", self.tr("Question de {}, {}").format(noms.nom(question.associe, ag.jour), etat))
            )
        lignes += [("flag", f"{heure(i.heure)}\u00a0: {i.texte}") for i in ag.tous(Incident)]
        return lignes

    def _sans_reponse(self, ag: Assemblee) -> list[int]:
        repondues = {r.question for r in ag.tous(ReponseQuestion)}
        return [q.question for q in ag.tous(QuestionEcrite) if q.question not in repondues]

    def _repondre(self) -> None:
        ag = self.session.ag
        attente = self._sans_reponse(ag) if ag is not None else []
        if attente:
            self.reponse.emit(attente[0])


def _ligne(icone: str, mot: str) -> QWidget:
    ligne = QWidget()
    boite = rangee(espace=10)
    marque = Icone(icone, "discret")
    boite.addLayout(pile(2, marque, None))
    boite.addWidget(paragraphe(mot), 1)
    ligne.setLayout(boite)
    return ligne
