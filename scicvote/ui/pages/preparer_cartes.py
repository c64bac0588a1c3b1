"""The cards of a preparation: the assembly in short, and one point of its agenda in full."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scicvote.core.article import citer
from scicvote.core.assemblee import Assemblee, Nature
from scicvote.core.dossier import Dossier
from scicvote.core.exact import accord
from scicvote.core.faits import Candidature, Resolution
from scicvote.core.francais import heure_fr
from scicvote.core.issue import Issue
from scicvote.core.procedures import checklist
from scicvote.core.pv_regles import nom_regle
from scicvote.core.recalcul import resultat_de
from scicvote.core.resolution import BLANC, GENRES, Objet, a_completer, avis_rendu, competence, controler_resolution
from scicvote.core.scrutin import ENSEMBLE
from scicvote.ui.etats import Etat, etat_decision
from scicvote.ui.lecture_resultat import etat_court
from scicvote.ui.models.assemblees_model import nature
from scicvote.ui.session import Session
from scicvote.ui.textes import jour_semaine, majuscule
from scicvote.ui.widgets.banniere import Encart
from scicvote.ui.widgets.carte import Carte
from scicvote.ui.widgets.carte_procedure import ListeConditions
from scicvote.ui.widgets.icone import Bouton
from scicvote.ui.widgets.issues import ListeIssues
from scicvote.ui.widgets.mise_en_page import pile, rangee, vider
from scicvote.ui.widgets.pastille import MarqueEtat, pastille
from scicvote.ui.widgets.texte import paragraphe, selectionnable, texte


class CarteAssemblee(Carte):
    """What was prepared; ``modifier`` and ``premiere`` are wishes."""

    modifier = Signal()
    abandonner = Signal()
    demande_colleges = Signal()
    premiere = Signal(int)

    def __init__(self) -> None:
        super().__init__(self.tr("L’assemblée"), marges=True)
        self._lignes = QVBoxLayout()
        self._lignes.setSpacing(12)
        self.ajouter(self._lignes)
        self.bouton = Bouton(self.tr("Modifier…"), "petit", "pencil").nommer(self.tr("Modifier l’assemblée"))
        self.bouton.clicked.connect(self.modifier)
        self.abandon = Bouton(self.tr("Abandonner…"), "petit", "trash-2").nommer(self.tr("Abandonner cette assemblée"))
        self.abandon.clicked.connect(self.abandonner)
        self.avertis = ListeIssues()
        self.colleges = Bouton(self.tr("Collèges demandés…"), "petit", "colleges")
        self.colleges.clicked.connect(self.demande_colleges)
        self.voir_premiere = Bouton(self.tr("Voir la première consultation"), "petit", "arrow-left")
        self._premiere: int = 0
        self.voir_premiere.clicked.connect(lambda: self.premiere.emit(self._premiere))
        self.corps.addSpacing(16)
        self.ajouter(self.avertis)
        self.corps.addSpacing(16)
        boutons = QVBoxLayout()
        boutons.setSpacing(8)
        boutons.addLayout(rangee(self.bouton, self.abandon, None))
        for bouton in (self.colleges, self.voir_premiere):
            boutons.addWidget(bouton, 0, Qt.AlignmentFlag.AlignLeft)
        self.ajouter(boutons)
        self.corps.addStretch(1)

    def montrer(self, ag: Assemblee, demandables: bool, issues: tuple[Issue, ...], demande: str = "") -> None:
        """Show an assembly; ``demandables``: the colleges sleep and can be asked for; ``issues``: what is contestable;
        ``demande``: what is said of the members who asked for it.
        """
        vider(self._lignes)
        self.avertis.montrer(issues)
        self.abandon.setVisible(not ag.verrouillee)
        c = ag.convocation
        self._ligne(majuscule(jour_semaine(ag.jour)) + self.tr(", {}").format(heure_fr(c.heure)), nature(ag), "fort15")
        self._ligne(c.lieu or self.tr("Lieu à indiquer"), self.tr("Lieu"))
        if c.nature != Nature.COLLEGE:
            vote = self.tr("Par collège") if c.par_college else self.tr("Par tête\u00a0: une personne, une voix")
            self._ligne(vote, majuscule(c.motif_vote) or self.tr("Vote"))
        if c.exercice is not None:
            self._ligne(str(c.exercice), self.tr("Exercice dont les comptes sont présentés"))
        self._ligne(majuscule(c.convoquee_par) or "–", self.tr("Convoquée par"))
        if demande:
            self._lignes.addWidget(Encart("accent", "users", self.tr("Demandée par des associés"), demande))
        self.bouton.setVisible(not ag.verrouillee)
        self.colleges.setVisible(demandables and not ag.verrouillee)
        self._premiere = c.suite_de or 0
        self.voir_premiere.setVisible(bool(self._premiere))
        if ag.verrouillee:
            pourquoi = self.tr("La séance est ouverte.") if ag.ouverte else self.tr("Les convocations sont parties.")
            suite = self.tr(
                "La date, le lieu et l’ordre du jour ne changent plus. En séance, un texte peut être amendé ou retiré."
            )
            self._lignes.addWidget(Encart("discret", "lock", pourquoi, suite))
        self.updateGeometry()

    def _ligne(self, valeur: str, libelle: str, role: str = "fort") -> None:
        self._lignes.addLayout(pile(paragraphe(valeur, role), paragraphe(libelle, couleur="discret"), espace=2))


def etat_point(dossier: Dossier, ag: Assemblee, r: Resolution) -> Etat:
    """Where a point stands while it is prepared: a decision, a blank to fill, candidates, else its kind."""
    if (decision := ag.decision(r.resolution)) != "":
        return etat_decision(decision)
    if a_completer(r):
        return Etat("pencil", _tr("À compléter"), "alerte")
    if r.objet == Objet.ELECTION:
        candidats = len(ag.candidats(r.resolution))
        mots = f"{accord(r.sieges, 'siège')}, {accord(candidats, 'candidat') if candidats else _tr('aucun candidat')}"
        return Etat("users" if candidats else "triangle-alert", mots, "discret" if candidats else "alerte")
    if r.objet == Objet.ADMISSION and not avis_rendu(dossier, ag, r.concerne or 0):
        return Etat("file-text", _tr("Admission, avis attendu"))
    return Etat("file-text", GENRES[r.objet].libelle if r.objet in GENRES else r.objet)


def _tr(mot: str) -> str:
    return QCoreApplication.translate("preparer", mot)


class CartePoint(Carte):
    """One point in full, with what can be done to it."""

    modifier = Signal()
    retirer = Signal()
    candidat = Signal()
    annuler = Signal(object, str)
    monter = Signal()
    descendre = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(marges=True)
        self.session = session
        self.setAccessibleName(self.tr("Résolution"))
        self._contenu = QVBoxLayout()
        self._contenu.setSpacing(16)
        self.conditions = ListeConditions()
        self.avertis = ListeIssues()
        self.bouton_modifier = Bouton(self.tr("Modifier…"), "petit", "pencil")
        self.bouton_candidat = Bouton(self.tr("Candidat…"), "petit", "user-plus").nommer(
            self.tr("Présenter un candidat")
        )
        self.bouton_retirer = Bouton(self.tr("Retirer"), "petit", "trash-2").nommer(
            self.tr("Retirer de l’ordre du jour (Suppr)")
        )
        self.bouton_monter = Bouton("", "petit", "arrow-up").nommer(self.tr("Monter d’une place (Alt + ↑)"))
        self.bouton_descendre = Bouton("", "petit", "arrow-down").nommer(self.tr("Descendre d’une place (Alt + ↓)"))
        for bouton, signal in (
            (self.bouton_modifier, self.modifier),
            (self.bouton_candidat, self.candidat),
            (self.bouton_retirer, self.retirer),
            (self.bouton_monter, self.monter),
            (self.bouton_descendre, self.descendre),
        ):
            bouton.clicked.connect(signal)
        self.barre = QWidget()
        self.barre.setLayout(
            rangee(
                self.bouton_modifier, self.bouton_candidat, None,
                self.bouton_monter, self.bouton_descendre, self.bouton_retirer,
            )
        )  # fmt: skip
        self.ajouter(self._contenu)
        self.corps.addSpacing(16)
        self.ajouter(self.conditions)
        self.ajouter(self.avertis)
        self.corps.addSpacing(16)
        self.ajouter(self.barre)
        self.corps.addStretch(1)

    def montrer(self, ag: Assemblee, r: Resolution) -> None:
        """Show a point."""
        vider(self._contenu)
        dossier = self.session.dossier
        numero = texte(self.tr("Résolution {}").format(r.numero), couleur="discret")
        self._contenu.addLayout(pile(numero, paragraphe(r.titre, "titre"), espace=4))
        self._contenu.addWidget(selectionnable(paragraphe(ag.texte_de(r), "corps15")))
        if a_completer(r):
            phrase = self.tr("Il reste un blanc à compléter\u00a0: {}").format(BLANC)
            self._contenu.addWidget(MarqueEtat(Etat("pencil", phrase, "alerte")))
        self._contenu.addWidget(self._regle(ag, r))
        if r.origine is not None:
            self._contenu.addWidget(self._pourquoi(ag, r))
        if r.objet == Objet.ELECTION:
            self._contenu.addWidget(self._candidats(ag, r))
        self.conditions.montrer(checklist(dossier, ag, r))
        self.avertis.montrer(i for i in controler_resolution(dossier, ag, r) if not i.bloquante)
        libre = not ag.verrouillee
        self.barre.setVisible(libre)
        self.bouton_candidat.setVisible(r.objet == Objet.ELECTION)
        self.bouton_modifier.setVisible(ag.convocation.consultation == 1)
        self.bouton_monter.setEnabled(r.numero > 1)
        self.bouton_descendre.setEnabled(r.numero < len(ag.resolutions))
        self.updateGeometry()

    def _regle(self, ag: Assemblee, r: Resolution) -> QWidget:
        """Whose competence, under which majority, who votes."""
        regle = self.session.dossier.statuts_au(ag.jour).regles.get(r.regle)
        articles = majuscule(citer(regle.articles)) if regle is not None and regle.articles else ""
        de_qui = {
            "ordinaire": self.tr("Compétence de l’assemblée ordinaire"),
            "extraordinaire": self.tr("Compétence de l’assemblée extraordinaire"),
            "college": self.tr("Compétence du collège"),
        }[competence(r, ag)]
        college = self.session.dossier.statuts_au(ag.jour).par_code.get(r.college)
        qui = [self.tr("Toute l’assemblée vote")] if r.college == ENSEMBLE else []
        boite = QWidget()
        lignes = pile(paragraphe(nom_regle(r.regle), "fort"), espace=2)
        lignes.addWidget(paragraphe(" · ".join(filter(None, (de_qui, articles, *qui))), couleur="discret"))
        if college is not None:
            lignes.addSpacing(8)
            lignes.addLayout(
                rangee(pastille(college.code, college.nom), texte(self.tr("vote seul"), couleur="discret"), None)
            )
        boite.setLayout(lignes)
        return boite

    def _pourquoi(self, ag: Assemblee, r: Resolution) -> QWidget:
        """Why it is put again: what was decided at the first consultation."""
        dossier = self.session.dossier
        premiere = dossier.assemblee(ag.convocation.suite_de or 0)
        votes = premiere.votes_de(r.origine or 0) if premiere is not None else ()
        proclames = [vote for vote in votes if vote.proclamation is not None]
        if premiere is None or not proclames:
            return Encart("accent", "refresh-cw", self.tr("Remise aux voix après la première consultation"))
        etat = etat_court(resultat_de(dossier, premiere, proclames[-1]), proclames[-1])
        phrase = self.tr("Première consultation\u00a0: {}").format(etat.mot)
        suite = self.tr("{}. Ici, la majorité se compte sur les votes émis.").format(premiere.titre_court)
        return Encart("accent", "refresh-cw", phrase, suite)

    def _annuler(self, candidature: Candidature, nom: str) -> Bouton:
        bouton = Bouton("", "icone", "undo-2").nommer(self.tr("Annuler la candidature de {}…").format(nom))
        bouton.setFixedWidth(32)
        bouton.clicked.connect(lambda: self.annuler.emit(candidature, self.tr("candidature de {}").format(nom)))
        return bouton

    def _candidats(self, ag: Assemblee, r: Resolution) -> QWidget:
        boite = QWidget()
        connus = ag.candidats(r.resolution)
        combien = accord(len(connus), "candidat") if connus else self.tr("Aucun candidat")
        titre = self.tr("{} pour {}").format(combien, accord(r.sieges, "siège"))
        lignes = pile(texte(titre, "fort"), espace=8)
        for candidature in connus:
            nom = texte(self.session.dossier.nom(candidature.candidat, ag.jour))
            marque = [pastille(candidature.presente_par)] if candidature.presente_par else []
            annuler = [] if ag.votes_de(r.resolution) else [self._annuler(candidature, nom.text())]
            lignes.addLayout(rangee(*marque, nom, None, *annuler, espace=12))
        if not connus:
            lignes.addWidget(MarqueEtat(Etat("triangle-alert", self.tr("Sans candidat, pas d’élection."), "alerte")))
        boite.setLayout(lignes)
        return boite
