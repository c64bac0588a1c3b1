"""The registers: minutes numbered without a gap, decisions, movements of the associés, managers and their mandates."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QStackedWidget, QWidget

from scicvote.actes import papiers
from scicvote.core.exact import accord, nombre
from scicvote.core.francais import rangs
from scicvote.core.mandats import A_VENIR, EN_COURS
from scicvote.ui.dialogs.cadre import Cadre
from scicvote.ui.dialogs.mandat import DialogueFinMandat, DialogueMandat
from scicvote.ui.dialogs.proces_verbal import DialogueRectifier, DialogueSigner
from scicvote.ui.models.decisions_model import DecisionsModel, decisions
from scicvote.ui.models.mandats_model import LigneMandat, MandatsModel, lignes_mandats
from scicvote.ui.models.mouvements_model import MouvementsModel, mouvements
from scicvote.ui.models.proces_verbaux_model import LigneProcesVerbal, ProcesVerbauxModel, lignes
from scicvote.ui.models.table_model import ModeleTable
from scicvote.ui.pages.page import Aide, Commande, Page
from scicvote.ui.session import Session
from scicvote.ui.widgets.carte import Carte
from scicvote.ui.widgets.champs import Combo
from scicvote.ui.widgets.icone import Bouton
from scicvote.ui.widgets.mise_en_page import rangee
from scicvote.ui.widgets.parties import Onglets, Parties
from scicvote.ui.widgets.recherche import Recherche
from scicvote.ui.widgets.tableau import Tableau
from scicvote.ui.widgets.vide import Vide

_TOUS = "*"


class PageRegistres(Page):
    """Enter on minutes or a decision opens their assembly; the footer's buttons act on the selected row."""

    cle = "registres"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.onglets = Onglets(
            self.tr("Registres"),
            (
                ("proces_verbaux", self.tr("Procès-verbaux")),
                ("decisions", self.tr("Décisions")),
                ("mouvements", self.tr("Mouvements")),
                ("gerance", self.tr("Gérance")),
            ),
        )
        self.registre = Combo()
        self.registre.setAccessibleName(self.tr("Registre"))
        self.registre.setMinimumContentsLength(16)
        self.registre.setMaximumWidth(280)
        self.registre.currentIndexChanged.connect(lambda _rang: self._remplir())
        self.recherche = Recherche(self.tr("Chercher dans ce registre"), self.tr("Chercher"))
        self.recherche.textChanged.connect(self._filtrer)
        self.parties = Parties(self.onglets)
        self._tables: dict[str, tuple[Tableau, ModeleTable[object], QStackedWidget]] = {}
        self._composer()
        self._boutons()
        self.onglets.change.connect(lambda _cle: self._changer())
        haut = rangee(self.onglets, espace=16)
        haut.setStretch(0, 1)
        self.boite.setSpacing(16)
        self.boite.addLayout(haut)
        self.outils = QWidget()
        outils = rangee(self.registre, self.recherche, self.bouton_papier, espace=12)
        outils.setStretch(0, 1)
        outils.setStretch(1, 3)
        outils.addStretch(0)
        self.outils.setLayout(outils)
        self.boite.addWidget(self.outils)
        self.boite.addWidget(self.parties, 1)

    # --- building

    def _composer(self) -> None:
        self.modele = ProcesVerbauxModel(self)
        self.table = Tableau(self.modele, self.tr("Procès-verbaux"))
        self.modele_decisions, self.modele_mouvements = DecisionsModel(self), MouvementsModel(self)
        self.modele_mandats = MandatsModel(self)
        self.table_decisions = Tableau(self.modele_decisions, self.tr("Décisions"), triable=False)
        self.table_mouvements = Tableau(self.modele_mouvements, self.tr("Mouvements"))
        self.table_mandats = Tableau(self.modele_mandats, self.tr("Mandats"), triable=False)
        self.table.choisi.connect(self._ouvrir)
        self.table_decisions.choisi.connect(self._ouvrir_decision)
        self.note_pv = self._partie(
            "proces_verbaux",
            self.table,
            self.tr("Procès-verbaux"),
            Vide(
                "book",
                self.tr("Aucun procès-verbal"),
                self.tr(
                    "Un procès-verbal reçoit son numéro ici quand il est clos\u00a0; le premier porte le n°\u00a01."
                ),
            ),
        )
        self._partie(
            "decisions",
            self.table_decisions,
            self.tr("Décisions proclamées"),
            Vide(
                "gavel", self.tr("Aucune décision"), self.tr("Une décision entre ici quand son résultat est proclamé.")
            ),
        )
        self._partie(
            "mouvements",
            self.table_mouvements,
            self.tr("Registre des mouvements"),
            Vide(
                "users",
                self.tr("Aucun mouvement"),
                self.tr("Les entrées, parts et sorties s’enregistrent sur la page Associés."),
            ),
        )
        self._partie(
            "gerance",
            self.table_mandats,
            self.tr("Mandats de la gérance"),
            Vide("user-check", self.tr("Aucun mandat"), self.tr("Enregistrer ici le mandat des gérants en fonction.")),
        )
        for table in (self.table, self.table_mandats):
            table.selectionModel().currentRowChanged.connect(self._selection)

    def _partie(self, cle: str, table: Tableau, titre: str, vide: Vide) -> Carte:
        pile = QStackedWidget()
        pile.addWidget(table)
        pile.addWidget(vide)
        conseil = self.tr("Essayer un autre mot, ou vider le champ avec Échap.")
        pile.addWidget(Vide("search", self.tr("Rien ne répond à cette recherche"), conseil))
        carte = Carte(titre, " ")
        carte.ajouter(pile, 1)
        self.parties.ajouter(cle, carte)
        self._tables[cle] = (table, table._modele, pile)
        return carte

    def _boutons(self) -> None:
        self.bouton_papier = Bouton(self.tr("Imprimer le registre…"), "petit", "book")
        self.bouton_papier.clicked.connect(self.imprimer_registre)
        self.bouton_rectifier = self.bouton_pied(self.tr("Rectifier…"), icone="file-pen")
        self.bouton_rectifier.clicked.connect(self.rectifier)
        self.bouton_imprimer = self.bouton_pied(self.tr("Imprimer…"), icone="printer")
        self.bouton_imprimer.clicked.connect(self.imprimer)
        self.bouton_ouvrir = self.bouton_pied(self.tr("Voir l’assemblée"), "principal")
        self.bouton_ouvrir.clicked.connect(lambda: self._ouvrir(self.table.rang()))
        self.bouton_signer = self.bouton_pied(self.tr("Signer…"), "principal")
        self.bouton_signer.clicked.connect(self.signer)
        self.bouton_decision = self.bouton_pied(self.tr("Voir l’assemblée"), "principal")
        self.bouton_decision.clicked.connect(lambda: self._ouvrir_decision(self.table_decisions.rang()))
        self.bouton_finir = self.bouton_pied(self.tr("Finir ce mandat…"))
        self.bouton_finir.clicked.connect(self.finir_mandat)
        self.bouton_mandat = self.bouton_pied(self.tr("Commencer un mandat…"), "principal")
        self.bouton_mandat.clicked.connect(self.commencer_mandat)

    # --- the page

    def titre(self) -> str:
        return self.tr("Registres")

    def sous_titre(self) -> str:
        mots = {
            "proces_verbaux": lambda n: accord(n, "procès-verbal", "procès-verbaux"),
            "decisions": lambda n: accord(n, "décision"),
            "mouvements": lambda n: accord(n, "mouvement"),
            "gerance": lambda n: accord(n, "mandat"),
        }
        total = self._tables[self.onglets.courant][1].total
        return mots[self.onglets.courant](total) if total else ""

    def aides(self) -> tuple[Aide, ...]:
        aides: tuple[Aide, ...] = (Aide(("↑", "↓"), self.tr("choisir")),)
        if self.onglets.courant in ("proces_verbaux", "decisions"):
            aides = (*aides, Aide((self.tr("Entrée"),), self.tr("voir l’assemblée")))
        if self.onglets.courant in ("decisions", "mouvements"):
            aides = (*aides, Aide(("Ctrl", "F"), self.tr("chercher")))
        return aides

    def boutons(self) -> tuple[Bouton, ...]:
        courant = self.onglets.courant
        if courant == "gerance":
            choisi = self._mandat()
            self.bouton_finir.setEnabled(choisi is not None and choisi.suivi.etat in (EN_COURS, A_VENIR))
            return (self.bouton_finir, self.bouton_mandat)
        if courant == "decisions":
            return (self.bouton_decision,) if self.modele_decisions.rowCount() else ()
        choisie = self._choisie() if courant == "proces_verbaux" else None
        if choisie is None:
            return ()
        if choisie.signature is None:
            return (self.bouton_imprimer, self.bouton_signer)
        return (self.bouton_rectifier, self.bouton_imprimer, self.bouton_ouvrir)

    def commandes(self) -> tuple[Commande, ...]:
        mot = self.tr("Registres")
        propres = [Commande(self.tr("Commencer un mandat de gérant…"), mot, "user-check", self.commencer_mandat)]
        choisie = self._choisie()
        if choisie is not None and choisie.signature is None:
            numero = nombre(choisie.pv.numero)
            propres.append(
                Commande(self.tr("Signer le procès-verbal n°\u00a0{}…").format(numero), mot, "signature", self.signer)
            )
        return tuple(propres)

    def premier_focus(self) -> QWidget | None:
        table, modele, _ = self._tables[self.onglets.courant]
        return table if modele.rowCount() else self.onglets.boutons[self.onglets.courant]

    def chercher(self) -> bool:
        if self.recherche.isHidden() or self.outils.isHidden():
            return False
        self.recherche.setFocus()
        self.recherche.selectAll()
        return True

    def instantane(self) -> object:
        return self.onglets.courant

    def restituer(self, instantane: object) -> None:
        self.onglets.choisir(instantane)

    # --- what is shown

    def actualiser(self) -> None:
        self._proposer_registres()
        self._remplir()
        self._changer()

    def _proposer_registres(self) -> None:
        """The general register, and each college that has minutes or a name in the statutes."""
        choisi = self.registre.currentData() or _TOUS
        dossier = self.session.dossier
        codes = dict.fromkeys(
            (*(c.code for c in self.session.statuts().colleges), *(x.pv.registre for x in lignes(dossier)))
        )
        self.registre.blockSignals(True)
        self.registre.clear()
        self.registre.addItem(self.tr("Tous les registres"), _TOUS)
        self.registre.addItem(self.tr("Registre général"), "")
        for code in filter(None, codes):
            self.registre.addItem(self.tr("Collège {}").format(code), code)
        self.registre.setCurrentIndex(max(0, self.registre.findData(choisi)))
        self.registre.blockSignals(False)

    def _remplir(self) -> None:
        voulu, dossier = self.registre.currentData() or "", self.session.dossier
        tous = self.registre.currentIndex() <= 0
        choisi = self._choisie()
        self.modele.remplacer([x for x in lignes(dossier) if tous or x.pv.registre == voulu])
        self.modele_decisions.remplacer(
            [x for x in decisions(dossier) if tous or x.assemblee.convocation.college == voulu]
        )
        self.modele_mandats.remplacer(lignes_mandats(dossier, self.session.aujourdhui))
        if self.onglets.courant == "mouvements":
            self.modele_mouvements.remplacer(mouvements(dossier))
        self._garder(choisi)
        self._dire_numeros()
        self._empiler()
        self.bouton_papier.setEnabled(self._support() is not None)

    def _garder(self, choisi: LigneProcesVerbal | None) -> None:
        """Keep the row that was selected; else the first that waits for a signature, else the first."""
        rang = self.modele.rang_de((choisi.pv.registre, choisi.pv.numero)) if choisi is not None else None
        if rang is None:
            rang = next((i for i, x in enumerate(self.modele.lignes_visibles()) if x.signature is None), 0)
        if self.modele.rowCount():
            self.table.choisir_rang(rang)
        for table, modele, _ in list(self._tables.values())[1:]:
            if modele.rowCount() and table.rang() < 0:
                table.choisir_rang(0)

    def _dire_numeros(self) -> None:
        """The numbers of the register that is shown, and the next one."""
        if self.registre.currentIndex() <= 0:
            self.note_pv.note.setText(self.tr("C. com. R221-3 et R221-4"))
            return
        registre, dossier = self.registre.currentData() or "", self.session.dossier
        numeros = [pv.numero for pv in dossier.proces_verbaux(registre)]
        prochain = dossier.prochain_proces_verbal(registre)
        portes = self.tr("n° {}, sans lacune").format(rangs(numeros)) if numeros else self.tr("aucun numéro porté")
        self.note_pv.note.setText(self.tr("{}\u00a0; prochain\u00a0: n°\u00a0{}").format(portes, prochain))

    def _changer(self) -> None:
        courant = self.onglets.courant
        if courant == "mouvements":
            self.modele_mouvements.remplacer(mouvements(self.session.dossier))
        self.registre.setVisible(courant in ("proces_verbaux", "decisions"))
        self.recherche.setVisible(courant in ("decisions", "mouvements"))
        self.bouton_papier.setVisible(courant in ("proces_verbaux", "mouvements"))
        self.bouton_papier.setEnabled(self._support() is not None)
        self.outils.setVisible(courant != "gerance")
        self._filtrer(self.recherche.text())
        self._empiler()
        self.entete_change.emit()

    def _filtrer(self, saisie: str) -> None:
        for modele in (self.modele_decisions, self.modele_mouvements):
            modele.filtrer(saisie)
        self._empiler()

    def _empiler(self) -> None:
        for _, modele, pile in self._tables.values():
            pile.setCurrentIndex(1 if not modele.total else 0 if modele.rowCount() else 2)

    def _selection(self, _courant: QModelIndex, _avant: QModelIndex) -> None:
        self.entete_change.emit()

    def _choisie(self) -> LigneProcesVerbal | None:
        rang = self.table.rang()
        return self.modele.ligne(rang) if 0 <= rang < self.modele.rowCount() else None

    def _mandat(self) -> LigneMandat | None:
        rang = self.table_mandats.rang()
        return self.modele_mandats.ligne(rang) if 0 <= rang < self.modele_mandats.rowCount() else None

    # --- going and acting

    def _ouvrir(self, rang: int) -> None:
        if 0 <= rang < self.modele.rowCount():
            self.demande.emit("resultats", self.modele.ligne(rang).assemblee.numero)

    def _ouvrir_decision(self, rang: int) -> None:
        if 0 <= rang < self.modele_decisions.rowCount():
            self.demande.emit("resultats", self.modele_decisions.ligne(rang).assemblee.numero)

    def _montrer(self, dialogue: Cadre) -> None:
        self.dialogue = dialogue
        dialogue.open()

    def signer(self) -> None:
        """Who signed the selected minutes, and when."""
        choisie = self._choisie()
        if choisie is not None:
            self._montrer(DialogueSigner(self.session, choisie.assemblee, choisie.pv.numero, self))

    def rectifier(self) -> None:
        """Minutes that rectify the selected ones, under a number of their own."""
        choisie = self._choisie()
        if choisie is not None:
            self._montrer(DialogueRectifier(self.session, choisie.assemblee, choisie.pv.numero, self))

    def imprimer(self) -> None:
        """The selected minutes as they print: to sign, or as they were kept once signed."""
        choisie = self._choisie()
        if choisie is None:
            return
        genre = papiers.PV if choisie.signature is not None else papiers.PV_A_SIGNER
        numero = None if choisie.pv.rectifie is None else choisie.pv.numero
        depot, instant, ag = self.session.depot, self.session.maintenant, choisie.assemblee.numero
        registre = f"-{choisie.pv.registre}" if choisie.pv.registre else ""
        self.montrer_papier(
            self.tr("Procès-verbal n°\u00a0{}").format(choisie.pv.numero),
            f"proces-verbal{registre}-{choisie.pv.numero}.pdf",
            lambda _progres: papiers.imprimer(depot, ag, genre, instant, numero),
        )

    def _support(self) -> int | None:
        """The assembly that a whole register is printed for: its register, and its day; None while there is none."""
        if self.onglets.courant == "proces_verbaux":
            voulu = self.registre.currentData() if self.registre.currentIndex() > 0 else ""
            du_registre = [x.assemblee for x in lignes(self.session.dossier) if x.pv.registre == voulu]
        else:
            du_registre = list(self.session.dossier.assemblees.values())
        derniere = max(du_registre, key=lambda ag: ag.jour, default=None)
        return None if derniere is None else derniere.numero

    def imprimer_registre(self) -> None:
        """The register that is shown, whole: minutes bound with their summary, or movements up to the last assembly."""
        support = self._support()
        if support is None:
            return
        relie = self.onglets.courant == "proces_verbaux"
        genre = "registre" if relie else "registre-mouvements"
        titre = self.tr("Registre des procès-verbaux") if relie else self.tr("Registre des mouvements")
        depot, instant = self.session.depot, self.session.maintenant
        self.montrer_papier(titre, f"{genre}.pdf", lambda _progres: papiers.imprimer(depot, support, genre, instant))

    def commencer_mandat(self) -> None:
        """A manager's mandate."""
        self._montrer(DialogueMandat(self.session, self))

    def finir_mandat(self) -> None:
        """The early end of the selected mandate."""
        choisi = self._mandat()
        if choisi is not None:
            self._montrer(DialogueFinMandat(self.session, choisi.suivi, self))
