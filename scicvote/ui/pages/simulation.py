"""Simulation: the decisions of an assembly seen again under other statutes, side by side (statuts 25-2)."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from scicvote.core.assemblee import Assemblee
from scicvote.core.exact import accord
from scicvote.core.phrases_simulation import PARTAGE, bilan
from scicvote.core.recalcul import statuts_de
from scicvote.core.simulation import Simulation, simulable, simuler
from scicvote.core.statuts import Statuts
from scicvote.ui.models.simulation_model import MAXIMUM, SimulationModel
from scicvote.ui.ordre_clavier import ordonner
from scicvote.ui.pages.page import Aide, Commande, Page
from scicvote.ui.session import Session
from scicvote.ui.widgets.carte import Carte
from scicvote.ui.widgets.carte_hypothese import CarteHypothese, rangee_cartes
from scicvote.ui.widgets.champs import ChampChoix
from scicvote.ui.widgets.icone import Bouton
from scicvote.ui.widgets.mise_en_page import pile, rangee, vider
from scicvote.ui.widgets.tableau import Tableau
from scicvote.ui.widgets.texte import paragraphe
from scicvote.ui.widgets.vide import Vide

_NOMBRE = "simulation/nombre"  # the draft of how many hypotheses there are


class PageSimulation(Page):
    """``recevoir`` takes the number of the assembly to see again."""

    cle = "simulation"
    rubrique = "statuts"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.simulation: Simulation | None = None
        self.cartes: list[CarteHypothese] = []
        self._montres: tuple[Statuts, tuple[str, ...]] | None = None
        self.choix = ChampChoix(self.tr("Assemblée à revoir"), "assemblee", [])
        self.choix.change.connect(self._changer_assemblee)
        self.modele = SimulationModel(self)
        self.table = Tableau(self.modele, self.tr("Décisions sous chaque hypothèse"), triable=False)
        self._cartes = QVBoxLayout()
        self._pile = QStackedWidget()
        self.assemblees = Bouton(self.tr("Voir les assemblées"))
        self.imprimer = self.bouton_pied(self.tr("Imprimer la page"), "principal")
        self.ajouter = Bouton(self.tr("Ajouter une hypothèse"), "petit", "plus")
        self.retirer = Bouton(self.tr("Retirer la dernière"), "petit", "minus")
        self.revenir = Bouton(self.tr("Reprendre les statuts"), "petit", "undo-2")
        self._composer()
        self._relier()

    def _composer(self) -> None:
        contenu = QWidget()
        tableau = Carte(self.tr("Ce que les votes auraient donné"), " ")
        tableau.ajouter(self.table, 1)
        self.tableau = tableau
        boite = pile(self.choix, self._cartes, rangee(self.ajouter, self.retirer, self.revenir, None), espace=16)
        boite.addWidget(tableau, 1)
        boite.addWidget(paragraphe(PARTAGE, couleur="discret"))
        contenu.setLayout(boite)
        sans = Carte()
        sans.ajouter(
            Vide(
                "vote",
                self.tr("Aucune décision à revoir"),
                self.tr("Une fois des votes proclamés, leurs décisions se revoient ici sous d’autres règles."),
                self.assemblees,
            ),
            1,
        )
        self._pile.addWidget(contenu)
        self._pile.addWidget(sans)
        self.boite.addWidget(self._pile, 1)

    def _relier(self) -> None:
        self.assemblees.clicked.connect(lambda: self.demande.emit("assemblees", None))
        self.imprimer.clicked.connect(self.imprimer_page)
        self.ajouter.clicked.connect(lambda: self._compter(1))
        self.retirer.clicked.connect(lambda: self._compter(-1))
        self.revenir.clicked.connect(self.reprendre_statuts)

    # --- the page

    def titre(self) -> str:
        return self.tr("Simulation")

    def sous_titre(self) -> str:
        ag = self.ag
        return ag.titre_court if ag is not None else ""

    def aides(self) -> tuple[Aide, ...]:
        return (Aide(("Tab",), self.tr("champ suivant")), Aide(("F1",), self.tr("aide")))

    def boutons(self) -> tuple[Bouton, ...]:
        return (self.imprimer,) if self.ag is not None else ()

    def commandes(self) -> tuple[Commande, ...]:
        if self.ag is None:
            return ()
        mot = self.tr("Simulation")
        return (
            Commande(self.tr("Imprimer les hypothèses"), mot, "printer", self.imprimer_page),
            Commande(self.tr("Reprendre les statuts"), mot, "undo-2", self.reprendre_statuts),
        )

    def premier_focus(self) -> QWidget | None:
        return self.choix.controle if self.ag is not None else self.assemblees

    def instantane(self) -> object:
        return self.choix.valeur()

    def restituer(self, instantane: object) -> None:
        if isinstance(instantane, str) and instantane.isdigit():
            self.recevoir(int(instantane))

    def recevoir(self, argument: object) -> None:
        if isinstance(argument, int) and self.choix.combo.findData(str(argument)) >= 0:
            self.choix.poser(str(argument))
            self._changer_assemblee()

    @property
    def ag(self) -> Assemblee | None:
        """The assembly that is seen again."""
        choisi = self.choix.valeur()
        return self.session.dossier.assemblee(int(choisi)) if self.session.ouverte and choisi else None

    def actualiser(self) -> None:
        revues = [ag for ag in self.session.dossier.assemblees.values() if simulable(ag)]
        revues.sort(key=lambda ag: (ag.jour, ag.numero), reverse=True)
        self.choix.proposer([(str(ag.numero), ag.titre) for ag in revues])
        self._pile.setCurrentIndex(0 if revues else 1)
        self._changer_assemblee()

    def _changer_assemblee(self) -> None:
        ag = self.ag
        if ag is not None:
            self._remplir(ag)
            self.simuler()
        self.entete_change.emit()

    # --- the hypotheses

    def _voulu(self) -> int:
        garde = self.session.brouillons.lire(_NOMBRE) or ""
        return min(MAXIMUM, max(1, int(garde))) if garde.isdigit() else 1

    def _remplir(self, ag: Assemblee) -> None:
        """Cards of this assembly's statutes; those that are there stay while nothing of them changes."""
        statuts = statuts_de(self.session.dossier, ag)
        regles = tuple(dict.fromkeys(vote.scrutin.regle for vote in ag.votes if vote.proclamation))
        voulu = self._voulu()
        if self._montres == (statuts, regles) and len(self.cartes) == voulu:
            return
        self._montres = (statuts, regles)
        vider(self._cartes)
        self.cartes = [
            CarteHypothese(
                self.tr("Hypothèse {}").format(rang),
                statuts,
                regles,
                self.session.brouillons,
                f"simulation/{rang}",
            )
            for rang in range(1, voulu + 1)
        ]
        for carte in self.cartes:
            carte.change.connect(self.simuler)
        self._cartes.addWidget(rangee_cartes(self.cartes))
        self.ajouter.setEnabled(voulu < MAXIMUM)
        self.retirer.setEnabled(voulu > 1)
        for rang in range(MAXIMUM):
            self.table.montrer_colonne(f"hypothese{rang + 1}", rang < voulu)
        ordonner(self)

    def _compter(self, pas: int) -> None:
        voulu = self._voulu() + pas
        if pas < 0:
            self.session.brouillons.oublier(f"simulation/{voulu + 1}/")
        self.session.brouillons.ecrire(_NOMBRE, str(voulu))
        self._changer_assemblee()
        if pas > 0:
            QTimer.singleShot(0, self.cartes[-1], self.cartes[-1].premier().setFocus)

    def reprendre_statuts(self) -> None:
        """One hypothesis, which is the statutes."""
        self.session.brouillons.oublier("simulation/")
        self._montres = None
        self._changer_assemblee()

    # --- the results

    def simuler(self) -> None:
        """See every decision again: at each key, since nothing is written."""
        ag = self.ag
        if ag is None:
            return
        self.simulation = simuler(self.session.dossier, ag, [carte.hypothese() for carte in self.cartes])
        for rang, carte in enumerate(self.cartes):
            carte.montrer_issues(self.simulation.issues[rang], bilan(self.simulation, rang))
        rang = max(0, self.table.rang())
        self.modele.montrer(self.simulation)
        self.table.choisir_rang(min(rang, self.modele.rowCount() - 1))
        self.tableau.note.setText(accord(self.modele.rowCount(), self.tr("décision")))

    def imprimer_page(self) -> None:
        """The hypotheses as one page, for the convocation."""
        from scicvote.actes.papier_simulation import imprimer_simulation

        ag = self.ag
        if ag is None:
            return
        depot, numero, instant = self.session.depot, ag.numero, self.session.maintenant
        hypotheses = [carte.hypothese() for carte in self.cartes]
        self.montrer_papier(
            self.tr("Hypothèses de pondération"),
            f"hypotheses-{ag.jour:%Y-%m-%d}.pdf",
            lambda _progres: imprimer_simulation(depot, numero, hypotheses, instant),
        )
