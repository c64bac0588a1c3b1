"""The statutes: all that they say, every majority with its articles, their versions, and a new one."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from scicvote.core.statuts_clairs import Section, sections
from scicvote.core.statuts_majorites import majorites
from scicvote.exchange.fichiers import ecrire_octets
from scicvote.exchange.statuts import cles_ecrites, lectures
from scicvote.ui import theme
from scicvote.ui.dialogs.cadre import Cadre
from scicvote.ui.models.regles_model import ReglesModel
from scicvote.ui.models.versions_model import LigneVersion, VersionsModel, versions
from scicvote.ui.pages.page import Aide, Commande, Page
from scicvote.ui.session import Session
from scicvote.ui.textes import jour, majuscule
from scicvote.ui.tours import Tours
from scicvote.ui.widgets.banniere import Encart
from scicvote.ui.widgets.carte import Carte
from scicvote.ui.widgets.icone import Bouton
from scicvote.ui.widgets.lignes_statuts import CarteSection, ListeEcarts
from scicvote.ui.widgets.mise_en_page import Colonnes, pile, rangee, vider
from scicvote.ui.widgets.parties import Onglets, Parties
from scicvote.ui.widgets.tableau import Tableau
from scicvote.ui.widgets.texte import paragraphe, selectionnable, texte


class PageStatuts(Page):
    """``recevoir`` takes a TOML file that was dropped: a new version."""

    cle = "statuts"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.version: LigneVersion | None = None
        self._texte_montre = ""
        self._tours = Tours(self)
        self.dialogue: Cadre | None = None
        self.onglets = Onglets(
            self.tr("Parties des statuts"),
            (
                ("clair", self.tr("Ce que disent les statuts")),
                ("majorites", self.tr("Majorités")),
                ("versions", self.tr("Versions")),
            ),
        )
        self.parties = Parties(self.onglets)
        self.parties.ajouter("clair", self._clair())
        self.parties.ajouter("majorites", self._majorites())
        self.parties.ajouter("versions", self._versions())
        self.boite.setSpacing(16)
        self.bouton_modifier = Bouton(self.tr("Modifier…"), "petit", "file-pen")
        self.bouton_modifier.clicked.connect(self.modifier)
        self.bouton_simuler = Bouton(self.tr("Simuler…"), "petit", "scale")
        self.bouton_simuler.clicked.connect(self.simuler)
        tete = rangee()
        tete.addWidget(self.onglets, 1)
        tete.addWidget(self.bouton_simuler)
        tete.addWidget(self.bouton_modifier)
        self.boite.addLayout(tete)
        self._avis = QVBoxLayout()
        self.boite.addLayout(self._avis)
        self.boite.addWidget(self.parties, 1)
        self.bouton_entete = self.bouton_pied(self.tr("En-tête…"))
        self.bouton_entete.clicked.connect(self.ouvrir_entete)
        self.bouton_siege = self.bouton_pied(self.tr("Siège…"))
        self.bouton_siege.clicked.connect(self.ouvrir_siege)
        self.bouton_exporter = self.bouton_pied(self.tr("Exporter…"), icone="file-down")
        self.bouton_exporter.clicked.connect(self.exporter)
        self.bouton_importer = self.bouton_pied(self.tr("Nouvelle version…"), "principal")
        self.bouton_importer.clicked.connect(self.importer)

    # --- building

    def _clair(self) -> QWidget:
        self._gauche, self._droite = QVBoxLayout(), QVBoxLayout()
        colonnes = Colonnes(1000)
        for boite in (self._gauche, self._droite):
            boite.setContentsMargins(0, 0, 0, 0)
            boite.setSpacing(theme.GOUTTIERE)
            cote = QWidget()
            cote.setLayout(boite)
            colonnes.ajouter(cote)
        partie = QWidget()
        partie.setLayout(pile(colonnes, None))
        return partie

    def _majorites(self) -> QWidget:
        self.modele = ReglesModel(self)
        self.table = Tableau(self.modele, self.tr("Règles de majorité"), triable=False)
        self.table.selectionModel().currentRowChanged.connect(self._choisir_regle)
        regles = Carte(self.tr("Règles de majorité"))
        regles.ajouter(self.table, 1)
        self.detail = Carte(marges=True)
        self._detail = QVBoxLayout()
        self._detail.setSpacing(6)
        self.detail.ajouter(self._detail)
        partie = QWidget()
        boite = pile(espace=16)
        boite.addWidget(regles, 1)
        boite.addWidget(self.detail)
        partie.setLayout(boite)
        return partie

    def _versions(self) -> QWidget:
        self.modele_versions = VersionsModel(self)
        self.table_versions = Tableau(self.modele_versions, self.tr("Versions des statuts"), triable=False)
        self.table_versions.selectionModel().currentRowChanged.connect(self._choisir_version)
        carte = Carte(self.tr("Versions"), self.tr("Chaque assemblée garde celle de son jour"))
        carte.ajouter(self.table_versions, 1)
        self.lire = Bouton(self.tr("Lire cette version"), "petit", "eye")
        self.lire.clicked.connect(self._lire_version)
        self.change = Carte(self.tr("Ce qui change"), marges=True)
        self.ecarts = ListeEcarts()
        self.sans_ecart = paragraphe(couleur="discret")
        for element in (rangee(self.lire, None), 12, self.sans_ecart, self.ecarts):
            if isinstance(element, int):
                self.change.corps.addSpacing(element)
            else:
                self.change.ajouter(element)
        colonnes = Colonnes(900)
        colonnes.ajouter(carte, part=5)
        colonnes.ajouter(self.change, part=4)
        return colonnes

    # --- the page

    def titre(self) -> str:
        return self.session.statuts().denomination if self.session.ouverte else self.tr("Statuts")

    def sous_titre(self) -> str:
        if not self.session.ouverte or self.version is None:
            return ""
        statuts = self.version.statuts
        return self.tr("SCIC {}, statuts du {}").format(statuts.forme, jour(statuts.date))

    def aides(self) -> tuple[Aide, ...]:
        return (Aide(("Tab",), self.tr("parties")), Aide(("←", "→"), self.tr("changer de partie")))

    def boutons(self) -> tuple[Bouton, ...]:
        return (self.bouton_siege, self.bouton_entete, self.bouton_exporter, self.bouton_importer)

    def commandes(self) -> tuple[Commande, ...]:
        mot = self.tr("Statuts")
        return (
            Commande(self.tr("Nouvelle version des statuts…"), mot, "file-up", self.importer),
            Commande(self.tr("Modifier les statuts…"), mot, "file-pen", self.modifier),
            Commande(self.tr("Exporter les statuts…"), mot, "file-down", self.exporter),
            Commande(self.tr("Simuler d’autres statuts…"), self.tr("Sur des votes passés"), "scale", self.simuler),
            Commande(self.tr("Siège, RCS, plus haut capital…"), mot, "house", self.ouvrir_siege),
            Commande(self.tr("En-tête des papiers…"), mot, "pencil", self.ouvrir_entete),
        )

    def premier_focus(self) -> QWidget | None:
        return self.onglets.boutons[self.onglets.courant]

    def instantane(self) -> object:
        return self.onglets.courant

    def restituer(self, instantane: object) -> None:
        self.onglets.choisir(instantane)

    def recevoir(self, argument: object) -> None:
        if isinstance(argument, Path):
            self._proposer(argument)

    def actualiser(self) -> None:
        lignes = versions(self.session.dossier, self.session.aujourdhui)
        self.modele_versions.remplacer(lignes)
        courante = next((ligne for ligne in lignes if ligne.etat == "courante"), lignes[0])
        self._montrer(courante)
        rang = self.modele_versions.rang_de(courante.rang)
        self.table_versions.choisir_rang(rang or 0)

    # --- a version

    def _montrer(self, version: LigneVersion) -> None:
        """Show one version in the two first parts."""
        self.version = version
        self._dire_ancienne(version)
        self._remplir(version)
        self.modele.montrer(version.statuts)
        self.table.choisir_rang(0)
        self.entete_change.emit()

    def _dire_ancienne(self, version: LigneVersion) -> None:
        vider(self._avis)
        if version.etat != "courante":
            phrases = {
                "future": self.tr("Version à venir\u00a0: elle sera en vigueur le {}."),
                "passee": self.tr("Version remplacée\u00a0: elle a été en vigueur depuis le {}."),
            }
            retour = Bouton(self.tr("Revenir à la version en vigueur"), "petit")
            retour.clicked.connect(self.actualiser)
            encart = Encart("accent", "history", phrases[version.etat].format(jour(version.effet)))
            ligne = rangee(espace=12)
            ligne.addWidget(encart, 1)
            ligne.addWidget(retour)
            boite = QWidget()
            boite.setLayout(ligne)
            self._avis.addWidget(boite)

    def _remplir(self, version: LigneVersion) -> None:
        """Lay the sections, a few a turn; those that are there already stay."""
        if version.texte == self._texte_montre:
            return
        self._texte_montre = version.texte
        for boite in (self._gauche, self._droite):
            vider(boite)
        statuts = version.statuts
        parties = sections(statuts, cles_ecrites(version.texte), lectures().get(statuts.cle))
        self._tours.lancer([*(partial(self._ajouter, section) for section in parties), self._finir])

    def _ajouter(self, section: Section) -> None:
        gauche = section.cle in ("societe", "categories", "colleges", "vie")
        (self._gauche if gauche else self._droite).addWidget(CarteSection(section))

    def _finir(self) -> None:
        for boite in (self._gauche, self._droite):
            boite.addStretch(1)

    def _choisir_version(self, courant: QModelIndex, _avant: QModelIndex) -> None:
        if not courant.isValid():
            return
        ligne = self.modele_versions.ligne(courant.row())
        self.ecarts.montrer(ligne.ecarts)
        if ligne.rang == 1:
            self.sans_ecart.setText(self.tr("Première version enregistrée."))
        else:
            self.sans_ecart.setText("" if ligne.ecarts else self.tr("Aucune valeur ne change."))
        self.sans_ecart.setVisible(bool(self.sans_ecart.text()))

    def _lire_version(self) -> None:
        rang = self.table_versions.rang()
        if rang >= 0:
            self._montrer(self.modele_versions.ligne(rang))
            self.onglets.choisir("clair")

    def _choisir_regle(self, courant: QModelIndex, _avant: QModelIndex) -> None:
        vider(self._detail)
        if not courant.isValid() or self.version is None:
            return
        ligne = majorites(self.version.statuts)[courant.row()]
        self._detail.addWidget(texte(ligne.libelle, "fort15"))
        self._detail.addWidget(selectionnable(paragraphe(majuscule(ligne.valeur))))
        if ligne.note:
            self._detail.addWidget(selectionnable(paragraphe(ligne.note, couleur="discret")))

    # --- acts and files

    def importer(self) -> None:
        """Ask for a TOML file: its faults, or what it changes, are shown before anything is recorded."""
        filtre = self.tr("Statuts (*.toml);;Tous les fichiers (*)")
        nom, _ = QFileDialog.getOpenFileName(self, self.tr("Nouvelle version des statuts"), str(Path.home()), filtre)
        if nom:
            self._proposer(Path(nom))

    def _proposer(self, chemin: Path) -> None:
        from scicvote.ui.dialogs.version_statuts import proposer_version

        self.dialogue = proposer_version(self.session, chemin, self)

    def modifier(self) -> None:
        """Open the editor, on the latest version."""
        self.demande.emit("statuts_editeur", None)

    def exporter(self) -> None:
        """Write the version that is shown in a file of its own, as it was recorded."""
        if self.version is None:
            return
        propose = str(Path.home() / f"{self.version.statuts.cle}-{self.version.effet:%Y-%m-%d}.toml")
        nom, _ = QFileDialog.getSaveFileName(
            self, self.tr("Exporter les statuts"), propose, self.tr("Statuts (*.toml)")
        )
        if not nom:
            return
        chemin = Path(nom) if Path(nom).suffix else Path(f"{nom}.toml")
        issues = ecrire_octets(chemin, self.version.texte.encode())
        if issues:
            self.phrase.emit(issues[0].phrase, "faute")
        else:
            self.phrase.emit(self.tr("Statuts exportés dans {}.").format(chemin.name), "bon")

    def simuler(self) -> None:
        """See past votes again under other statutes."""
        self.demande.emit("simulation", None)

    def ouvrir_siege(self) -> None:
        """Registered office, RCS, highest capital."""
        from scicvote.ui.dialogs.entete import DialogueSiege

        self.dialogue = DialogueSiege(self.session, self)
        self.dialogue.open()

    def ouvrir_entete(self) -> None:
        """What papers show at their head."""
        from scicvote.ui.dialogs.entete import DialogueEnTete

        self.dialogue = DialogueEnTete(self.session, self)
        self.dialogue.open()
