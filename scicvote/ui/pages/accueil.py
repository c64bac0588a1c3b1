"""The first page: what comes next and by when, the register's alerts and figures, the latest assemblies."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scicvote.core.a_faire import Action, Prochaine, calendrier, en_main, prochaine_etape
from scicvote.core.alertes import Alerte
from scicvote.core.assemblee import Assemblee
from scicvote.core.exact import accord, euros, nombre
from scicvote.core.registre import EtatRegistre
from scicvote.core.statuts import Statuts
from scicvote.core.suite_vote import SuiteVote
from scicvote.core.suites_vote import suites_a_faire
from scicvote.ui import theme
from scicvote.ui.alertes_registre import controles
from scicvote.ui.demandes import Inscription, NouvelleAssemblee
from scicvote.ui.etapes import etape_en_cours
from scicvote.ui.models.assemblees_model import AssembleesModel, par_date
from scicvote.ui.pages.page import Aide, Commande, Page
from scicvote.ui.prochaine import Pas, pas
from scicvote.ui.session import Session
from scicvote.ui.textes import jour_semaine
from scicvote.ui.tours import Tours
from scicvote.ui.travaux import Progres
from scicvote.ui.widgets.carte import Carte
from scicvote.ui.widgets.icone import Bouton
from scicvote.ui.widgets.lignes_accueil import (
    ligne_alerte,
    ligne_chiffre,
    ligne_controle,
    ligne_echeance,
    ligne_pas,
    ligne_suite,
)
from scicvote.ui.widgets.mise_en_page import Colonnes, pile, rangee, trait, vider
from scicvote.ui.widgets.tableau import Tableau
from scicvote.ui.widgets.vide import Vide

_RECENTES: Final = 5
_A_PART: Final = 5_000  # identities from which the register is read on another thread
Lu = tuple[EtatRegistre, Statuts, tuple[tuple[Alerte, ...], tuple[Alerte, ...]]]


class PageAccueil(Page):
    """What is shown here is read; each part leads to its own page, and the primary button to the next step."""

    cle = "accueil"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._tours = Tours(self, lambda: session.ouverte)
        self._montre: dict[str, object] = {}
        self.modele = AssembleesModel(self, abrege=True)
        self.table = Tableau(self.modele, self.tr("Assemblées récentes"), triable=False, ouvrable=True)
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.choisi.connect(lambda rang: self._voir(self.modele.ligne(rang)))
        self.echeances = Carte(self.tr("Échéances"), " ")
        self.suites = Carte(self.tr("Suites des votes"), " ")
        self.suites.hide()
        self.alertes = Carte(self.tr("Alertes du registre"), " ")
        self.chiffres = Carte(self.tr("Sociétariat"), " ")
        self.regles = Carte(self.tr("Registre en règle"), " ")
        self.recentes = Carte(self.tr("Assemblées récentes"))
        self.vide = Carte()
        self._sans_assemblee = Vide(
            "vote", self.tr("Aucune assemblée"), self.tr("Ce fichier ne contient encore que le registre.")
        )
        self.importer = Bouton(self.tr("Importer le registre"), "petit", "file-up")
        self.inscrire = Bouton(self.tr("Inscrire un associé"), "petit", "user-plus")
        self.toutes = Bouton(self.tr("Toutes les assemblées"), "lien")
        self.suivant = self.bouton_pied("", "principal")
        self.nouvelle = self.bouton_pied(self.tr("Nouvelle assemblée"))
        self._pas: Pas | None = None
        self._composer()
        self._relier()

    def _composer(self) -> None:
        if self.recentes.tete is not None and (tete := self.recentes.tete.layout()) is not None:
            tete.addWidget(self.toutes)
        self.recentes.ajouter(self.table)
        self.recentes.ajouter(self._sans_assemblee)
        self._lignes: dict[Carte, QVBoxLayout] = {}
        for carte in (self.echeances, self.suites, self.alertes, self.regles, self.chiffres):
            self._lignes[carte] = QVBoxLayout()
            carte.ajouter(self._lignes[carte])
        self.vide.ajouter(self._bienvenue())
        cartes = (self.vide, self.echeances, self.suites, self.recentes, self.chiffres)
        gauche, droite = QWidget(), QWidget()
        gauche.setLayout(pile(*cartes, None, espace=theme.GOUTTIERE))
        droite.setLayout(pile(self.alertes, self.regles, None, espace=theme.GOUTTIERE))
        self.colonnes = Colonnes()
        self.colonnes.ajouter(gauche)
        self.colonnes.ajouter(droite, 400)
        self.boite.addWidget(self.colonnes)
        self.boite.addStretch(1)

    def _bienvenue(self) -> QWidget:
        """The first time: nobody is in the register."""
        conseil = self.tr(
            "Importer un tableur (CSV, XLSX ou ODS) avec un aperçu avant d’écrire, ou inscrire les associés un à un."
        )
        contenu = QWidget()
        boutons = rangee(None, self.importer, self.inscrire, None, espace=12)
        boutons.setContentsMargins(0, 0, 0, 32)
        contenu.setLayout(pile(Vide("users", self.tr("Le registre est vide"), conseil), boutons))
        return contenu

    def _relier(self) -> None:
        self.suivant.clicked.connect(self.avancer)
        self.nouvelle.clicked.connect(self._nouvelle)
        self.toutes.clicked.connect(lambda: self.demande.emit("assemblees", None))
        self.importer.clicked.connect(lambda: self.demande.emit("importation", None))
        self.inscrire.clicked.connect(self._inscrire)

    # --- the page

    def titre(self) -> str:
        return self.session.statuts().denomination if self.session.ouverte else self.tr("Accueil")

    def sous_titre(self) -> str:
        return jour_semaine(self.session.aujourdhui)

    def aides(self) -> tuple[Aide, ...]:
        return (
            Aide((self.tr("Entrée"),), self.tr("faire la prochaine étape")),
            Aide(("Ctrl", "K"), self.tr("tout trouver")),
            Aide(("F1",), self.tr("aide")),
        )

    def boutons(self) -> tuple[Bouton, ...]:
        if self._pas is None:
            return ()
        nouvelle = (self.nouvelle,) if self._pas.argument != NouvelleAssemblee() else ()
        return (*(nouvelle if self.session.dossier.registre.fiches else ()), self.suivant)

    def commandes(self) -> tuple[Commande, ...]:
        fait = () if self._pas is None else (Commande(self._pas.mot, self._pas.phrase, "arrow-right", self.avancer),)
        return (
            *fait,
            Commande(self.tr("Nouvelle assemblée"), self.tr("La préparer"), "plus", self._nouvelle),
            Commande(self.tr("Inscrire un associé"), self.tr("Au registre"), "user-plus", self._inscrire),
        )

    def premier_focus(self) -> QWidget | None:
        return self.suivant if self._pas is not None else None

    def actualiser(self) -> None:
        dossier, aujourdhui = self.session.dossier, self.session.aujourdhui
        prochaine = prochaine_etape(dossier, aujourdhui)
        vide = prochaine.action == Action.INSCRIRE
        self._pas = pas(prochaine, dossier)
        self.suivant.setText(self._pas.mot)
        self.vide.setVisible(vide)
        for carte in (self.echeances, self.recentes, self.chiffres, self.alertes):
            carte.setVisible(not vide)
        echeances = partial(self._montrer_echeances, prochaine)
        self._tours.lancer((self._montrer_assemblees, echeances, self._montrer_suites, self._lire_registre))
        self.entete_change.emit()

    # --- what it leads to

    def avancer(self) -> None:
        """Go where the next step is done."""
        if self._pas is None:
            return
        if isinstance(self._pas.argument, int):
            self.session.choisir_assemblee(self._pas.argument)
        self.demande.emit(self._pas.page, self._pas.argument)

    def _nouvelle(self) -> None:
        self.demande.emit("preparer", NouvelleAssemblee())

    def _inscrire(self) -> None:
        self.demande.emit("associes", Inscription())

    def _voir(self, assemblee: Assemblee) -> None:
        if assemblee.ouverte:
            self.demande.emit("resultats", assemblee.numero)
            return
        self.session.choisir_assemblee(assemblee.numero)
        self.demande.emit(etape_en_cours(assemblee), assemblee.numero)

    # --- assemblies

    def _montrer_assemblees(self) -> None:
        recentes = par_date(self.session.dossier.assemblees.values())
        self.modele.remplacer(recentes[:_RECENTES])
        self.table.setVisible(bool(recentes))
        self._sans_assemblee.setVisible(not recentes)
        self.table.setFixedHeight(40 + theme.RANGEE * min(len(recentes), _RECENTES) + 14)

    def _montrer_echeances(self, prochaine: Prochaine) -> None:
        """The next step in one sentence, then the dates."""
        dossier, aujourdhui = self.session.dossier, self.session.aujourdhui
        ag = en_main(dossier)
        self.echeances.note.setText(ag.titre_court if ag is not None else "")
        dues = calendrier(dossier, aujourdhui)
        if not self._nouveau("echeances", (self._pas, prochaine, dues, aujourdhui)):
            return
        rangs = [ligne_echeance(echeance, aujourdhui) for echeance in dues]
        etape = [ligne_pas(self._pas, prochaine, aujourdhui)] if self._pas is not None else []
        _lister(self._lignes[self.echeances], [*etape, *rangs])

    def _montrer_suites(self) -> None:
        """What the votes of closed assemblies still want."""
        restes = suites_a_faire(self.session.dossier, self.session.aujourdhui)
        self.suites.setVisible(bool(restes))
        self.suites.note.setText(self.tr("{} à faire").format(nombre(len(restes))))
        if self._nouveau("suites", restes):
            _lister(self._lignes[self.suites], [self._ligne_suite(ag, suite) for ag, suite in restes])

    def _ligne_suite(self, ag: Assemblee, suite: SuiteVote) -> QWidget:
        bouton = Bouton(self.tr("Voir"), "petit").nommer(self.tr("Voir\u00a0: {}").format(suite.titre))
        bouton.clicked.connect(lambda: self._suivre(ag.numero))
        return ligne_suite(suite, ag.titre_court, bouton)

    def _suivre(self, assemblee: int) -> None:
        self.session.choisir_assemblee(assemblee)
        self.demande.emit("proclamer", assemblee)

    # --- the register

    def _lire_registre(self) -> None:
        """The register's state and checks; on another thread where there are many people."""
        dossier, statuts, aujourdhui = self.session.dossier, self.session.statuts(), self.session.aujourdhui

        def lire(progres: Progres) -> Lu:
            etat = dossier.registre.au(aujourdhui)
            progres(1, 2)
            return etat, statuts, controles(dossier, etat, statuts)

        if len(dossier.registre.fiches) < _A_PART:
            self._montrer_registre(lire(lambda _fait, _total: True))
        else:
            self.travailler(self.tr("Lecture du registre"), lire, self._montrer_registre)

    def _montrer_registre(self, lu: Lu) -> None:
        etat, statuts, (lues, tenus) = lu
        peuple = bool(self.session.dossier.registre.fiches)
        if self._nouveau("alertes", (lues, tenus, peuple)):
            self._montrer_alertes(lues, tenus)
        if self._nouveau("chiffres", (etat.jour, [(a.numero, a.categorie, a.parts) for a in etat.associes], statuts)):
            self._montrer_chiffres(etat, statuts)
        self.colonnes.updateGeometry()

    def _nouveau(self, partie: str, valeurs: object) -> bool:
        """Whether a part shows something else than it does already: rows are laid again for that alone."""
        if self._montre.get(partie) == valeurs:
            return False
        self._montre[partie] = valeurs
        return True

    def _montrer_alertes(self, lues: tuple[Alerte, ...], tenus: tuple[Alerte, ...]) -> None:
        _lister(self._lignes[self.alertes], [ligne_alerte(alerte) for alerte in lues])
        _lister(self._lignes[self.regles], [ligne_controle(controle) for controle in tenus])
        self.regles.setVisible(bool(tenus) and bool(self.session.dossier.registre.fiches))
        self.alertes.note.setText(self.tr("{} à traiter").format(nombre(len(lues))) if lues else "")
        self.regles.note.setText(accord(len(tenus), "contrôle"))
        if not lues:
            conseil = self.tr("Catégories, capital et effectif sont dans les limites des statuts.")
            vide = Vide("shield-check", self.tr("Aucune alerte"), conseil)
            self._lignes[self.alertes].addWidget(vide)

    def _montrer_chiffres(self, etat: EtatRegistre, statuts: Statuts) -> None:
        rangs = []
        self.chiffres.note.setText(accord(len(etat.associes), "associé"))
        par_categorie = {c.code: 0 for c in statuts.categories}
        for associe in etat.associes:
            par_categorie[associe.categorie] = par_categorie.get(associe.categorie, 0) + 1
        for code, combien in par_categorie.items():
            categorie = statuts.categories_par_code.get(code)
            rangs.append(ligne_chiffre(categorie.nom if categorie else code, nombre(combien)))
        valeur = statuts.capital.valeur_part
        capital = euros(valeur * etat.parts) if valeur is not None else ""
        rangs.append(ligne_chiffre(self.tr("Capital"), capital, accord(etat.parts, "part")))
        _lister(self._lignes[self.chiffres], rangs)


def _lister(lignes: QVBoxLayout, widgets: list[QWidget]) -> None:
    """Rows with a line between them, in place of those before."""
    vider(lignes)
    for i, widget in enumerate(widgets):
        if i:
            lignes.addWidget(trait())
        lignes.addWidget(widget)
