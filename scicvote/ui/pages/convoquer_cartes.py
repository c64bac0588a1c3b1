"""The cards of a convocation: what left and when, questions received, excuses, papers to print."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scicvote.core.assemblee import Assemblee
from scicvote.core.convocation import controler_envoi
from scicvote.core.exact import accord
from scicvote.core.faits import Envoi, Excuse, Fait, QuestionEcrite, ReponseQuestion
from scicvote.core.francais import par
from scicvote.core.resolution import Objet
from scicvote.ui import theme
from scicvote.ui.etats import Etat
from scicvote.ui.pages.convoquer_liste import ligne_vide
from scicvote.ui.session import Session
from scicvote.ui.textes import jour
from scicvote.ui.widgets.carte import Carte
from scicvote.ui.widgets.icone import Bouton, Icone
from scicvote.ui.widgets.issues import encart_issue
from scicvote.ui.widgets.mise_en_page import pile, rangee, trait, vider
from scicvote.ui.widgets.pastille import MarqueEtat
from scicvote.ui.widgets.texte import paragraphe


class _Lignes(Carte):
    """A card of rows, with buttons below."""

    def __init__(self, titre: str) -> None:
        super().__init__(titre, " ")
        self.lignes = QVBoxLayout()
        self.lignes.setSpacing(0)
        self.ajouter(self.lignes)
        self.bas = rangee()
        self.bas.setContentsMargins(theme.GOUTTIERE - 1, 8, theme.GOUTTIERE - 1, 16)
        self.ajouter(self.bas)
        self.corps.addStretch(1)

    def lister(self, widgets: Sequence[QWidget], vide: str) -> None:
        """Rows with a line between them."""
        vider(self.lignes)
        for rang, widget in enumerate(widgets or (ligne_vide(vide),)):
            if rang:
                self.lignes.addWidget(trait())
            self.lignes.addWidget(widget)
        self.updateGeometry()

    def boutons(self, *boutons: Bouton) -> None:
        for bouton in boutons:
            self.bas.addWidget(bouton)
        self.bas.addStretch(1)


def _ligne(
    icone: str, titre: str, *details: str, bouton: Bouton | None = None, suites: Sequence[QWidget] = ()
) -> QWidget:
    ligne = QWidget()
    boite = rangee(espace=12)
    boite.setContentsMargins(theme.GOUTTIERE - 1, 12, theme.GOUTTIERE - 1, 12)
    boite.addWidget(Icone(icone, "discret"), 0, Qt.AlignmentFlag.AlignTop)
    textes = [paragraphe(titre, "fort"), *(paragraphe(d, couleur="discret") for d in details if d)]
    boite.addLayout(pile(*textes, *suites, espace=4), 1)
    if bouton is not None:
        boite.addWidget(bouton, 0, Qt.AlignmentFlag.AlignTop)
    ligne.setLayout(boite)
    return ligne


class CarteEnvois(_Lignes):
    """What left, on which day and how; what was late is said again."""

    envoyer = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__(self.tr("Envois"))
        self.session = session
        self.convocation = Bouton(self.tr("Convocations…"), "petit", "send").nommer(
            self.tr("Enregistrer l’envoi des convocations")
        )
        self.documents = Bouton(self.tr("Documents…"), "petit", "paperclip").nommer(
            self.tr("Enregistrer l’envoi des documents")
        )
        self.speciale = Bouton(self.tr("Convocation spéciale…"), "petit", "user-x").nommer(
            self.tr("Enregistrer la convocation de la personne dont l’exclusion est proposée")
        )
        for bouton, objet in (
            (self.convocation, "convocation"),
            (self.documents, "documents"),
            (self.speciale, "convocation_speciale"),
        ):
            bouton.clicked.connect(lambda _coche=False, quoi=objet: self.envoyer.emit(quoi))
        self.boutons(self.convocation, self.documents, self.speciale)

    def montrer(self, ag: Assemblee) -> None:
        """Show what left; the special convocation is offered where an exclusion is on the agenda."""
        statuts = self.session.dossier.statuts_au(ag.jour)
        rangs = []
        for envoi in ag.tous(Envoi):
            details = (self.tr("le {}, {}").format(jour(envoi.jour), par(envoi.mode)), ", ".join(envoi.pieces))
            avertis = [encart_issue(i) for i in controler_envoi(ag, statuts, envoi) if not i.bloquante]
            rangs.append(_ligne(self._icone(envoi), self._titre(envoi), *details, suites=avertis))
        self.lister(rangs, self.tr("Rien n’est encore parti."))
        self.note.setText(accord(len(rangs), "envoi") if rangs else "")
        fini = ag.close
        self.convocation.setVisible(not fini and bool(ag.resolutions))
        self.documents.setVisible(not fini and ag.convocation.exercice is not None)
        self.speciale.setVisible(not fini and any(r.objet == Objet.EXCLUSION for r in ag.resolutions))

    def _titre(self, envoi: Envoi) -> str:
        titres = {
            "convocation": self.tr("Convocations"),
            "documents": self.tr("Documents"),
            "convocation_speciale": self.tr("Convocation spéciale de {}").format(
                self.session.dossier.nom(envoi.destinataire or 0)
            ),
        }
        return titres.get(envoi.objet, envoi.objet)

    @staticmethod
    def _icone(envoi: Envoi) -> str:
        return {"convocation": "send", "documents": "paperclip"}.get(envoi.objet, "user-x")


class CarteQuestions(_Lignes):
    """Written questions; each says whether it was answered in the sitting."""

    ajouter_question = Signal()
    annuler = Signal(object, str)

    def __init__(self, session: Session) -> None:
        super().__init__(self.tr("Questions écrites"))
        self.session = session
        self.bouton = Bouton(self.tr("Question reçue…"), "petit", "message-square")
        self.bouton.clicked.connect(self.ajouter_question)
        self.boutons(self.bouton)

    def montrer(self, ag: Assemblee) -> None:
        """Show the questions of an assembly."""
        repondues = {r.question for r in ag.tous(ReponseQuestion)}
        rangs = []
        for q in ag.tous(QuestionEcrite):
            fait = q.question in repondues
            etat = (
                Etat("check", self.tr("Répondue en séance"), "bon")
                if fait
                else Etat("clock", self.tr("À répondre en séance"))
            )
            de_qui = self.tr("{}, reçue le {}").format(self.session.dossier.nom(q.associe), jour(q.recue))
            bouton = (
                None
                if fait or ag.close
                else _annuler(self, q, self.tr("la question de {}").format(self.session.dossier.nom(q.associe)))
            )
            rangs.append(_ligne("message-square", q.texte, de_qui, bouton=bouton, suites=(MarqueEtat(etat),)))
        self.lister(rangs, self.tr("Aucune question reçue. Elles se reçoivent jusqu’à l’assemblée."))
        self.note.setText(accord(len(rangs), "question") if rangs else "")
        self.bouton.setVisible(not ag.close)


class CarteExcuses(_Lignes):
    """Those who said that they would not come."""

    ajouter_excuse = Signal()
    annuler = Signal(object, str)

    def __init__(self, session: Session) -> None:
        super().__init__(self.tr("Excusés"))
        self.session = session
        self.bouton = Bouton(self.tr("Excuse reçue…"), "petit", "user")
        self.bouton.clicked.connect(self.ajouter_excuse)
        self.boutons(self.bouton)

    def montrer(self, ag: Assemblee) -> None:
        """Show the excuses of an assembly."""
        noms = {e.associe: (self.session.dossier.nom(e.associe), e) for e in ag.tous(Excuse)}
        rangs = []
        for nom, excuse in sorted(noms.values(), key=lambda paire: paire[0]):
            bouton = None if ag.ouverte else _annuler(self, excuse, self.tr("l’excuse de {}").format(nom))
            rangs.append(_ligne("user", nom, bouton=bouton))
        attente = (
            self.tr("Personne ne s’est excusé.")
            if ag.liste_arretee
            else self.tr("Arrêter d’abord la liste des associés.")
        )
        self.lister(rangs, attente)
        self.note.setText(accord(len(rangs), "excusé") if rangs else "")
        self.bouton.setVisible(ag.liste_arretee is not None and not ag.close)


def _annuler(carte: CarteQuestions | CarteExcuses, fait: Fait, quoi: str) -> Bouton:
    bouton = Bouton("", "icone", "undo-2").nommer(carte.tr("Annuler {}…").format(quoi))
    bouton.setFixedWidth(32)
    bouton.clicked.connect(lambda: carte.annuler.emit(fait, quoi))
    return bouton


class CartePapiers(_Lignes):
    """The papers of the assembly, each with a preview to print or save."""

    imprimer = Signal(str)

    def __init__(self) -> None:
        super().__init__(self.tr("Papiers"))
        self.modele = Bouton(self.tr("Lettres d’un modèle…"), "petit", "mail").nommer(
            self.tr("Convocations d’un modèle de lettre que l’on modifie")
        )
        self.boutons(self.modele)
        self._montres: tuple[tuple[str, str], ...] = ()

    def montrer(self, papiers: tuple[tuple[str, str], ...], pourquoi: str) -> None:
        """Their keys and names; ``pourquoi`` says what must come first where they cannot be printed yet."""
        self.note.setText(pourquoi)
        if papiers == self._montres:
            return
        self._montres = papiers
        rangs = []
        for cle, nom in papiers:
            bouton = Bouton(self.tr("Aperçu…"), "petit", "printer").nommer(
                self.tr("Aperçu avant impression\u00a0: {}").format(nom)
            )
            bouton.clicked.connect(lambda _coche=False, quoi=cle: self.imprimer.emit(quoi))
            ligne = QWidget()
            boite = rangee(Icone("file-text"), espace=12)
            boite.setContentsMargins(theme.GOUTTIERE - 1, 8, theme.GOUTTIERE - 1, 8)
            boite.addWidget(paragraphe(nom), 1)
            boite.addWidget(bouton)
            ligne.setLayout(boite)
            rangs.append(ligne)
        self.lister(rangs, self.tr("Aucun papier."))
