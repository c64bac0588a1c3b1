"""The first page: what comes next and by when, the register's alerts and figures, the latest assemblies."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scicvote.core.assemblee import Assemblee
from scicvote.core.convocation import echeances
from scicvote.core.exact import accord, euros, nombre
from scicvote.core.registre import EtatRegistre
from scicvote.core.statuts import Statuts
from scicvote.ui import theme
from scicvote.ui.alertes_registre import controles
from scicvote.ui.models.assemblees_model import AssembleesModel, par_date
from scicvote.ui.pages.page import Page
from scicvote.ui.session import Session
from scicvote.ui.textes import jour, jour_semaine
from scicvote.ui.widgets.carte import Carte
from scicvote.ui.widgets.icone import Bouton
from scicvote.ui.widgets.lignes_accueil import ligne_alerte, ligne_chiffre, ligne_controle, ligne_echeance
from scicvote.ui.widgets.mise_en_page import Colonnes, pile, trait, vider
from scicvote.ui.widgets.tableau import Tableau
from scicvote.ui.widgets.vide import Vide

_RECENTES = 5


class PageAccueil(Page):
    """Everything here is read; each part leads to its own page."""

    cle = "accueil"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.modele = AssembleesModel(self, abrege=True)
        self.table = Tableau(self.modele, self.tr("Assemblées récentes"), triable=False, ouvrable=True)
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.choisi.connect(lambda rang: self._voir(self.modele.ligne(rang)))
        self.echeances = Carte(self.tr("Échéances"), " ")
        self.alertes = Carte(self.tr("Alertes du registre"), " ")
        self.chiffres = Carte(self.tr("Sociétariat"), " ")
        self.regles = Carte(self.tr("Registre en règle"), " ")
        self.recentes = Carte(self.tr("Assemblées récentes"))
        self._sans_assemblee = Vide(
            "vote", self.tr("Aucune assemblée"), self.tr("Ce fichier ne contient encore que le registre.")
        )
        self.voir = self.bouton_pied("", "principal")
        self.voir.clicked.connect(self._voir_en_cours)
        self._vue: Assemblee | None = None
        self._composer()

    def _composer(self) -> None:
        self.recentes.ajouter(self.table)
        self.recentes.ajouter(self._sans_assemblee)
        self._lignes: dict[Carte, QVBoxLayout] = {}
        for carte in (self.echeances, self.alertes, self.regles, self.chiffres):
            self._lignes[carte] = QVBoxLayout()
            carte.ajouter(self._lignes[carte])
        gauche, droite = QWidget(), QWidget()
        gauche.setLayout(pile(self.echeances, self.recentes, self.chiffres, None, espace=theme.GOUTTIERE))
        droite.setLayout(pile(self.alertes, self.regles, None, espace=theme.GOUTTIERE))
        self.colonnes = Colonnes()
        self.colonnes.ajouter(gauche)
        self.colonnes.ajouter(droite, 400)
        self.boite.addWidget(self.colonnes)
        self.boite.addStretch(1)

    # --- the page

    def titre(self) -> str:
        return self.session.statuts().denomination if self.session.ouverte else self.tr("Accueil")

    def sous_titre(self) -> str:
        return jour_semaine(self.session.aujourdhui)

    def boutons(self) -> tuple[Bouton, ...]:
        return (self.voir,) if self._vue is not None else ()

    def premier_focus(self) -> QWidget | None:
        return self.voir if self._vue is not None else None

    def actualiser(self) -> None:
        dossier, statuts = self.session.dossier, self.session.statuts()
        etat = dossier.registre.au(self.session.aujourdhui)
        self._montrer_assemblees()
        self._montrer_echeances()
        self._montrer_alertes(etat, statuts)
        self._montrer_chiffres(etat, statuts)
        self.colonnes.updateGeometry()
        self.entete_change.emit()

    # --- assemblies

    def _montrer_assemblees(self) -> None:
        recentes = par_date(self.session.dossier.assemblees.values())
        self.modele.remplacer(recentes[:_RECENTES])
        self.table.setVisible(bool(recentes))
        self._sans_assemblee.setVisible(not recentes)
        self.table.setFixedHeight(40 + theme.RANGEE * min(len(recentes), _RECENTES) + 14)
        en_cours = self._en_cours()
        self._vue = en_cours or (recentes[0] if recentes else None)
        if self._vue is not None:
            self.voir.setText(self.tr("Voir l’assemblée du {}").format(jour(self._vue.jour)))

    def _voir(self, assemblee: Assemblee) -> None:
        self.demande.emit("resultats", assemblee.numero)

    def _voir_en_cours(self) -> None:
        if self._vue is not None:
            self._voir(self._vue)

    def _en_cours(self) -> Assemblee | None:
        """The assembly that is being prepared or held; the earliest of them."""
        ouvertes = [ag for ag in self.session.dossier.assemblees.values() if not ag.close]
        return min(ouvertes, key=lambda ag: ag.convocation.heure, default=None)

    def _montrer_echeances(self) -> None:
        """The legal dates of the assembly that is being prepared."""
        prochaine = self._en_cours()
        lignes = self._lignes[self.echeances]
        vider(lignes)
        if prochaine is None:
            self.echeances.note.setText("")
            conseil = self.tr("Les dates légales paraissent ici dès qu’une assemblée est préparée.")
            lignes.addWidget(Vide("calendar", self.tr("Aucune assemblée en préparation"), conseil))
            return
        self.echeances.note.setText(prochaine.titre_court)
        statuts = self.session.dossier.statuts_au(prochaine.jour)
        dues = echeances(prochaine, statuts)
        _lister(lignes, [ligne_echeance(echeance, self.session.aujourdhui) for echeance in dues])

    # --- the register

    def _montrer_alertes(self, etat: EtatRegistre, statuts: Statuts) -> None:
        lues, tenus = controles(self.session.dossier, etat, statuts)
        _lister(self._lignes[self.alertes], [ligne_alerte(alerte) for alerte in lues])
        _lister(self._lignes[self.regles], [ligne_controle(controle) for controle in tenus])
        self.regles.setVisible(bool(tenus))
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
