"""The statutes' editor: every key in its section, checked at each change, and what the last assembly would become."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from scicvote.actes import cooperative
from scicvote.core.consequences import derniere_votee
from scicvote.core.exact import accord
from scicvote.exchange.fichiers import ecrire_octets
from scicvote.ui import theme
from scicvote.ui.demandes import SuiteStatuts
from scicvote.ui.dialogs.cadre import Cadre
from scicvote.ui.dialogs.confirmation import confirmer
from scicvote.ui.edition_statuts import SECTIONS, Edition
from scicvote.ui.etats import Etat
from scicvote.ui.ordre_clavier import ordonner
from scicvote.ui.pages.creation_etape import EtapeCreation
from scicvote.ui.pages.creation_fin import EtapeApercu
from scicvote.ui.pages.editeur_listes import SectionCategories, SectionColleges
from scicvote.ui.pages.editeur_majorites import SectionMajorites
from scicvote.ui.pages.editeur_quorums import SectionQuorums
from scicvote.ui.pages.editeur_section import SectionRegles, SectionSimple
from scicvote.ui.pages.page import Aide, Commande, Page
from scicvote.ui.session import Session
from scicvote.ui.textes import jour
from scicvote.ui.widgets.carte import Carte
from scicvote.ui.widgets.carte_consequences import CarteConsequences
from scicvote.ui.widgets.icone import Bouton
from scicvote.ui.widgets.issues import ListeIssues
from scicvote.ui.widgets.liste_sections import ListeSections
from scicvote.ui.widgets.mise_en_page import Colonnes, pile
from scicvote.ui.widgets.pastille import MarqueEtat
from scicvote.ui.widgets.texte import paragraphe

_ETROITE: Final = 1000  # pixels: under this width the columns stand one above the other
_DELAI: Final = 60  # milliseconds after the last key: the decisions are counted again
_SIMPLES: Final = {
    "societe": (
        "denomination", "cle", "forme", "date", "capital.valeur_part", "capital.minimum", "capital.plancher_relatif",
        "societariat.maximum_associes",
    ),
    "vote": (
        "vote.report", "vote.base_report", "vote.seuil_college", "vote.abstention", "vote.effectif_minimal",
        "vote.college_vide", "vote.college_silencieux",
    ),
    "pouvoirs": ("pouvoirs.conjoint", "pouvoirs.meme_college", "pouvoirs.en_blanc", "pouvoirs.maximum"),
    "delais": (
        "delais.convocation_jours", "delais.arrete_liste_jours", "delais.documents_jours",
        "delais.documents_sur_demande_jours", "delais.ag_annuelle_mois", "delais.demande_ag_voix",
        "delais.mandat_gerance_annees",
    ),
    "exercice": ("exercice.cloture",),
    "constitution": (
        "constitution.associes_plus_de", "constitution.exercices", "constitution.demandeurs",
        "constitution.demandeurs_nouveau_college",
    ),
    "repartition": ("repartition.reserve_legale", "repartition.reserve_statutaire_minimum"),
    "sorties": ("pertes.inactivite_annees", "remboursement.delai_annees", "remboursement.pertes_annees"),
    "distance": ("distance.courrier", "distance.courrier_jours", "distance.visioconference"),
    "scrutin": ("scrutin.secret", "scrutin.hors_ordre_du_jour"),
}  # fmt: skip


class PageEditeurStatuts(Page):
    """``recevoir`` takes the key of a section, or the vote that the new version answers while this page is shown."""

    cle = "statuts_editeur"
    rubrique = "statuts"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.dialogue: Cadre | None = None
        self.edition = Edition(session, self)
        self._sections: dict[str, EtapeCreation] = {}
        self._charge: object = None
        self._suite: SuiteStatuts | None = None
        self.liste = ListeSections(self.tr("Sections des statuts"), [(cle, self._mot(cle)) for cle in SECTIONS])
        self.liste.change.connect(self._montrer_section)
        self.verification = Carte(self.tr("Vérification"), marges=True)
        self.etat, self.conseil = MarqueEtat(Etat("check", ""), "fort"), paragraphe(couleur="discret")
        self.issues = ListeIssues()
        self.consequences = CarteConsequences()
        self._composer()
        self._minuterie = QTimer(self)
        self._minuterie.setSingleShot(True)
        self._minuterie.setInterval(_DELAI)
        self._minuterie.timeout.connect(self.recompter)
        self.edition.change.connect(self._change)
        for touches, pas in (("Alt+Down", 1), ("Alt+Up", -1)):
            QShortcut(QKeySequence(touches), self).activated.connect(lambda p=pas: self._avancer(p))

    def _composer(self) -> None:
        self.verification.corps.setSpacing(12)
        for element in (self.etat, self.conseil, self.issues):
            self.verification.ajouter(element)
        self._centre = QVBoxLayout()
        self._centre.setContentsMargins(0, 0, 0, 0)
        centre, droite = QWidget(), QWidget()
        centre.setLayout(self._centre)
        droite.setLayout(pile(self.verification, self.consequences, None, espace=theme.GOUTTIERE))
        self._colonnes = Colonnes(_ETROITE)
        self._colonnes.ajouter(self.liste, 184)
        self._colonnes.ajouter(centre)
        self._colonnes.ajouter(droite, 288)
        self.boite.addWidget(self._colonnes, 1)
        self.bouton_abandonner = self.bouton_pied(self.tr("Tout annuler…"), icone="undo-2")
        self.bouton_abandonner.clicked.connect(self.abandonner)
        self.bouton_exporter = self.bouton_pied(self.tr("Exporter…"), icone="file-down")
        self.bouton_exporter.clicked.connect(self.exporter)
        self.bouton_enregistrer = self.bouton_pied(self.tr("Enregistrer cette version…"), "principal")
        self.bouton_enregistrer.clicked.connect(self.enregistrer)

    def _mot(self, cle: str) -> str:
        return {
            "societe": self.tr("Société et capital"),
            "categories": self.tr("Catégories"),
            "colleges": self.tr("Collèges"),
            "vote": self.tr("Vote par collège"),
            "majorites": self.tr("Majorités"),
            "quorums": self.tr("Quorums"),
            "pouvoirs": self.tr("Pouvoirs"),
            "delais": self.tr("Délais"),
            "exercice": self.tr("Exercice"),
            "constitution": self.tr("Constitution"),
            "repartition": self.tr("Répartition"),
            "sorties": self.tr("Pertes et départs"),
            "distance": self.tr("Vote à distance"),
            "scrutin": self.tr("Scrutin"),
            "fichier": self.tr("Fichier"),
        }[cle]

    # --- the page

    def titre(self) -> str:
        return self.tr("Modifier les statuts")

    def sous_titre(self) -> str:
        if (suite := self._suite) is not None and (ag := self.session.dossier.assemblee(suite.assemblee)) is not None:
            return self.tr("suite du vote\u00a0: {}").format(ag.titre_court)
        if not self.edition.modifie:
            return self.tr("version du {}").format(jour(self.edition.effet))
        fautes = sum(self.edition.fautes().values())
        changes = sum(une.change for une in self.consequences.lignes)
        if fautes:
            return self.tr("brouillon gardé, {} à corriger").format(accord(fautes, "faute"))
        return self.tr("brouillon gardé, {}").format(self._autres(changes)) if changes else self.tr("brouillon gardé")

    def aides(self) -> tuple[Aide, ...]:
        return (
            Aide(("Alt", "↓"), self.tr("section suivante")),
            Aide(("Tab",), self.tr("champ suivant")),
        )

    def boutons(self) -> tuple[Bouton, ...]:
        return (self.bouton_abandonner, self.bouton_exporter, self.bouton_enregistrer)

    def commandes(self) -> tuple[Commande, ...]:
        mot = self.tr("Statuts")
        return (
            Commande(self.tr("Enregistrer cette version des statuts…"), mot, "save", self.enregistrer),
            Commande(self.tr("Exporter ces statuts…"), mot, "file-down", self.exporter),
            Commande(self.tr("Revenir aux statuts enregistrés…"), mot, "undo-2", self.abandonner),
        )

    def premier_focus(self) -> QWidget | None:
        return self.liste.premier()

    def instantane(self) -> object:
        return self.liste.courante

    def restituer(self, instantane: object) -> None:
        self.liste.choisir(instantane)

    def recevoir(self, argument: object) -> None:
        if isinstance(argument, SuiteStatuts):
            self._suite = argument
            self.entete_change.emit()
        else:
            self.liste.choisir(argument)

    def actualiser(self) -> None:
        version = (self.session.chemin, self.session.dossier.statuts_lus)
        if version != self._charge:
            self._charge = version
            self.edition.charger()
            self._montrer_section(self.liste.courante)
        self.recompter()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.liste.reduire(event.size().width() - 2 * theme.GOUTTIERE < _ETROITE)
        super().resizeEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Another page, or the end of the program: what was typed is on disk."""
        self.session.brouillons.enregistrer()
        self._suite = None
        super().hideEvent(event)

    # --- sections

    def section(self, cle: str) -> EtapeCreation:
        """A section by its key, made when it is first shown."""
        if cle not in self._sections:
            neuve = self._faire(cle)
            neuve.hide()
            self._centre.addWidget(neuve, 1)
            self._sections[cle] = neuve
        return self._sections[cle]

    def _faire(self, cle: str) -> EtapeCreation:
        edition, aujourdhui = self.edition, self.session.aujourdhui
        if cle in _SIMPLES:
            genre = SectionRegles if cle == "scrutin" else SectionSimple
            return genre(edition, cle, self._mot(cle), _SIMPLES[cle], aujourdhui)
        return {
            "categories": SectionCategories,
            "colleges": SectionColleges,
            "majorites": SectionMajorites,
            "quorums": SectionQuorums,
            "fichier": EtapeApercu,
        }[cle](edition)

    @property
    def courante(self) -> EtapeCreation:
        """The section that is shown."""
        return self.section(self.liste.courante)

    def _montrer_section(self, cle: str) -> None:
        if self._charge is None:
            return
        montree = self.section(cle)
        montree.entrer()
        for autre in self._sections.values():
            autre.setVisible(autre is montree)
        ordonner(self)
        self._verifier()

    def _avancer(self, pas: int) -> None:
        rang = SECTIONS.index(self.liste.courante) + pas
        if 0 <= rang < len(SECTIONS):
            self.liste.choisir(SECTIONS[rang])

    # --- at each change

    def _change(self) -> None:
        self._minuterie.start()

    def recompter(self) -> None:
        """Say what is wrong and what the last assembly would become, for what is written now."""
        self._minuterie.stop()
        if not self.session.ouverte:  # closed since the last key
            return
        self._verifier()
        self.bouton_abandonner.setEnabled(self.edition.modifie)
        self.bouton_enregistrer.setEnabled(self.edition.modifie)
        lignes = self.edition.consequences()
        self.consequences.montrer(self._phrase(len([une for une in lignes if une.change])), lignes)
        self.entete_change.emit()

    def _phrase(self, changes: int) -> str:
        assemblee = derniere_votee(self.session.dossier)
        if assemblee is None:
            return self.tr("Aucune assemblée n’a encore voté\u00a0: il n’y a rien à recompter.")
        if self.edition.statuts is None:
            return self.tr("Corriger d’abord les fautes\u00a0: les votes seront alors recomptés.")
        quand = jour(assemblee.jour)
        if not self.edition.modifie:
            return self.tr("Rien n’est modifié. L’assemblée du {} a décidé ceci\u00a0:").format(quand)
        if not changes:
            return self.tr("Aucune décision connue de l’assemblée du {} ne changerait.").format(quand)
        return self.tr("{} de l’assemblée du {} {}.").format(accord(changes, "décision"), quand, self._serait(changes))

    def _serait(self, combien: int) -> str:
        return self.tr("serait autre") if combien == 1 else self.tr("seraient autres")

    def _autres(self, combien: int) -> str:
        return f"{accord(combien, 'décision')} {self._serait(combien)}"

    def _verifier(self) -> None:
        fautes = self.edition.fautes()
        self.liste.marquer(fautes, self.edition.modifiees())
        ici = self.liste.courante
        self.verification.setVisible(ici != "fichier")  # that section says every fault itself
        self.issues.montrer(() if ici == "fichier" else self.edition.issues_de(ici))
        total = sum(fautes.values())
        if not total:
            self.etat.montrer(Etat("check", self.tr("Rien à corriger"), "bon"))
        else:
            self.etat.montrer(Etat("circle-alert", self.tr("{} à corriger").format(accord(total, "faute")), "faute"))
        ailleurs = [self._mot(cle) for cle in fautes if cle != ici]
        self.conseil.setText(self.tr("Ailleurs\u00a0: {}.").format(", ".join(ailleurs)) if ailleurs else "")
        self.conseil.setVisible(bool(ailleurs))

    # --- acts and files

    def enregistrer(self) -> None:
        """Ask from which day, with all that changes; where there are faults, go to the first one."""
        if not self.edition.modifie:
            self.phrase.emit(self.tr("Rien n’est modifié\u00a0: il n’y a rien à enregistrer."), "accent")
            return
        fautes = self.edition.fautes()
        if fautes:
            self.liste.choisir(next(cle for cle in SECTIONS if cle in fautes))
            self.courante.valider()
            return
        from scicvote.ui.dialogs.version_statuts import DialogueVersion

        nom = Path(f"{self.edition.ebauche.lire('cle')}.toml")
        dialogue = DialogueVersion(self.session, nom, self.edition.texte, self, self._suite)
        dialogue.effet.poser(self._effet())
        dialogue.fait.connect(lambda _acte: self._enregistre())
        self.dialogue = dialogue
        dialogue.open()

    def _effet(self) -> date:
        return cooperative.premier_effet(self.session.dossier, self.session.aujourdhui)

    def _enregistre(self) -> None:
        self.edition.abandonner()
        self._montrer_section(self.liste.courante)
        self.phrase.emit(self.tr("Nouvelle version des statuts enregistrée."), "bon")
        if self._suite is not None:
            self.demande.emit("proclamer", self._suite.assemblee)
        else:
            self.demande.emit("statuts", None)

    def abandonner(self) -> None:
        """Come back to the statutes that are recorded, once it is confirmed."""
        if self.edition.modifie:
            sections = [self._mot(cle) for cle in SECTIONS if cle in self.edition.modifiees()]
            phrase = self.tr("Ce qui a été écrit ici est effacé\u00a0: {}.").format(", ".join(sections))
            self.dialogue = confirmer(
                self,
                self.tr("Revenir aux statuts enregistrés"),
                (phrase,),
                self.tr("Tout annuler"),
                self._revenir,
            )

    def _revenir(self) -> None:
        self.edition.abandonner()
        self._montrer_section(self.liste.courante)
        self.recompter()

    def exporter(self) -> None:
        """Write the text in a file of its own, faults and all."""
        propose = str(Path.home() / f"{self.edition.ebauche.lire('cle', 'statuts')}.toml")
        nom, _ = QFileDialog.getSaveFileName(
            self, self.tr("Exporter ces statuts"), propose, self.tr("Statuts (*.toml)")
        )
        if not nom:
            return
        chemin = Path(nom) if Path(nom).suffix else Path(f"{nom}.toml")
        issues = ecrire_octets(chemin, self.edition.texte.encode())
        if issues:
            self.phrase.emit(issues[0].phrase, "faute")
        else:
            self.phrase.emit(self.tr("Statuts exportés dans {}.").format(chemin.name), "bon")
