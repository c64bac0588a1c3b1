"""The four parts of the registers' page: each has a table, what it says while it is empty, and buttons of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from scicvote.core.assemblee import Assemblee
from scicvote.core.exact import accord
from scicvote.core.francais import rangs
from scicvote.core.mandats import A_VENIR, EN_COURS
from scicvote.ui.models.decisions_model import DecisionsModel, decisions
from scicvote.ui.models.mandats_model import LigneMandat, MandatsModel, lignes_mandats
from scicvote.ui.models.mouvements_model import MouvementsModel, mouvements
from scicvote.ui.models.proces_verbaux_model import LigneProcesVerbal, ProcesVerbauxModel, lignes
from scicvote.ui.models.table_model import ModeleTable
from scicvote.ui.pages.page import Page
from scicvote.ui.widgets.carte import Carte
from scicvote.ui.widgets.icone import Bouton
from scicvote.ui.widgets.tableau import Tableau
from scicvote.ui.widgets.vide import Vide


class Partie(QWidget):
    """``registre`` is "" for the general one, a college's code, or None for all; ``change``: other buttons, please."""

    change = Signal()

    def __init__(self, page: Page, modele: ModeleTable[Any], table: Tableau, titre: str, vide: Vide) -> None:
        super().__init__()
        self.page, self.modele, self.table = page, modele, table
        self.registre: str | None = None
        self.carte = Carte(titre, " ")
        self._pile = QStackedWidget()
        conseil = self.tr("Essayer un autre mot, ou vider le champ avec Échap.")
        for widget in (table, vide, Vide("search", self.tr("Rien ne répond à cette recherche"), conseil)):
            self._pile.addWidget(widget)
        self.carte.ajouter(self._pile, 1)
        boite = QVBoxLayout(self)
        boite.setContentsMargins(0, 0, 0, 0)
        boite.addWidget(self.carte)
        table.selectionModel().currentRowChanged.connect(lambda *_: self.change.emit())

    def remplir(self) -> None:
        """Show the present state."""
        raise NotImplementedError

    def montrer(self, rangees: Sequence[Any]) -> None:
        """Show rows, the first one chosen where none was."""
        self.modele.remplacer(rangees)
        if self.modele.rowCount() and self.table.rang() < 0:
            self.table.choisir_rang(0)
        self._empiler()

    def filtrer(self, saisie: str) -> None:
        """Keep the rows that hold these words."""
        self.modele.filtrer(saisie)
        self._empiler()

    def _empiler(self) -> None:
        self._pile.setCurrentIndex(1 if not self.modele.total else 0 if self.modele.rowCount() else 2)

    def choisie(self) -> Any:
        """The selected row, None without one."""
        rang = self.table.rang()
        return self.modele.ligne(rang) if 0 <= rang < self.modele.rowCount() else None

    def boutons(self) -> tuple[Bouton, ...]:
        """What the footer offers for the selected row."""
        return ()

    def compter(self) -> str:
        """How many rows, in words."""
        raise NotImplementedError

    def support(self) -> Assemblee | None:
        """The assembly that the whole register is printed for; None while there is none."""
        return None


def derniere(ags: Sequence[Assemblee]) -> Assemblee | None:
    """The latest of some assemblies."""
    return max(ags, key=lambda ag: ag.jour, default=None)


class PartieProcesVerbaux(Partie):
    """Minutes by number; those that wait for a signature are chosen first."""

    def __init__(self, page: Page) -> None:
        modele = ProcesVerbauxModel(page)
        conseil = page.tr(
            "Un procès-verbal reçoit son numéro ici quand il est clos\u00a0; le premier porte le n°\u00a01."
        )
        table = Tableau(modele, page.tr("Procès-verbaux"))
        super().__init__(
            page, modele, table, page.tr("Procès-verbaux"), Vide("book", page.tr("Aucun procès-verbal"), conseil)
        )
        self.table.choisi.connect(lambda _rang: self.ouvrir())
        self.bouton_rectifier = page.bouton_pied(self.tr("Rectifier…"), icone="file-pen")
        self.bouton_rectifier.clicked.connect(self.rectifier)
        self.bouton_imprimer = page.bouton_pied(self.tr("Imprimer…"), icone="printer")
        self.bouton_imprimer.clicked.connect(self.imprimer)
        self.bouton_ouvrir = page.bouton_pied(self.tr("Voir l’assemblée"), "principal")
        self.bouton_ouvrir.clicked.connect(self.ouvrir)
        self.bouton_signer = page.bouton_pied(self.tr("Signer…"), "principal")
        self.bouton_signer.clicked.connect(self.signer)

    def remplir(self) -> None:
        toutes = lignes(self.page.session.dossier)
        avant: LigneProcesVerbal | None = self.choisie()
        self.montrer([x for x in toutes if self.registre is None or x.pv.registre == self.registre])
        rang = self.modele.rang_de((avant.pv.registre, avant.pv.numero)) if avant is not None else None
        if rang is None:
            rang = next((i for i, x in enumerate(self.modele.lignes_visibles()) if x.signature is None), 0)
        if self.modele.rowCount():
            self.table.choisir_rang(rang)
        self.carte.note.setText(self._numeros())

    def _numeros(self) -> str:
        """The numbers of the register that is shown, and the next one."""
        if self.registre is None:
            return self.tr("C. com. R221-3 et R221-4")
        dossier = self.page.session.dossier
        numeros = [pv.numero for pv in dossier.proces_verbaux(self.registre)]
        prochain = dossier.prochain_proces_verbal(self.registre)
        portes = self.tr("n° {}, sans lacune").format(rangs(numeros)) if numeros else self.tr("aucun numéro porté")
        return self.tr("{}\u00a0; prochain\u00a0: n°\u00a0{}").format(portes, prochain)

    def compter(self) -> str:
        return accord(self.modele.total, "procès-verbal", "procès-verbaux")

    def support(self) -> Assemblee | None:
        voulu = self.registre or ""
        return derniere([x.assemblee for x in lignes(self.page.session.dossier) if x.pv.registre == voulu])

    def boutons(self) -> tuple[Bouton, ...]:
        choisie: LigneProcesVerbal | None = self.choisie()
        if choisie is None:
            return ()
        if choisie.signature is None:
            return (self.bouton_imprimer, self.bouton_signer)
        return (self.bouton_rectifier, self.bouton_imprimer, self.bouton_ouvrir)

    def ouvrir(self) -> None:
        """The assembly of the selected minutes."""
        choisie: LigneProcesVerbal | None = self.choisie()
        if choisie is not None:
            self.page.demande.emit("resultats", choisie.assemblee.numero)

    def signer(self) -> None:
        """Who signed the selected minutes, and when."""
        choisie: LigneProcesVerbal | None = self.choisie()
        if choisie is not None:
            from scicvote.ui.dialogs.proces_verbal import DialogueSigner

            self.dialogue = DialogueSigner(self.page.session, choisie.assemblee, choisie.pv.numero, self.page)
            self.dialogue.open()

    def rectifier(self) -> None:
        """Minutes that rectify the selected ones, under a number of their own."""
        choisie: LigneProcesVerbal | None = self.choisie()
        if choisie is not None:
            from scicvote.ui.dialogs.proces_verbal import DialogueRectifier

            self.dialogue_rectifier = DialogueRectifier(
                self.page.session, choisie.assemblee, choisie.pv.numero, self.page
            )
            self.dialogue_rectifier.open()

    def imprimer(self) -> None:
        """The selected minutes as they print: to sign, or as they were kept once signed."""
        choisie: LigneProcesVerbal | None = self.choisie()
        if choisie is None:
            return
        from scicvote.actes import papiers  # what draws papers is loaded with the first one

        genre = papiers.PV if choisie.signature is not None else papiers.PV_A_SIGNER
        numero = None if choisie.pv.rectifie is None else choisie.pv.numero
        depot, instant, ag = self.page.session.depot, self.page.session.maintenant, choisie.assemblee.numero
        registre = f"-{choisie.pv.registre}" if choisie.pv.registre else ""
        self.page.montrer_papier(
            self.tr("Procès-verbal n°\u00a0{}").format(choisie.pv.numero),
            f"proces-verbal{registre}-{choisie.pv.numero}.pdf",
            lambda _progres: papiers.imprimer(depot, ag, genre, instant, numero),
        )


class PartieDecisions(Partie):
    """What each assembly decided."""

    def __init__(self, page: Page) -> None:
        modele = DecisionsModel(page)
        conseil = page.tr("Une décision entre ici quand son résultat est proclamé.")
        table = Tableau(modele, page.tr("Décisions"), triable=False)
        super().__init__(
            page, modele, table, page.tr("Décisions proclamées"), Vide("gavel", page.tr("Aucune décision"), conseil)
        )
        self.table.choisi.connect(lambda _rang: self.ouvrir())
        self.bouton_ouvrir = page.bouton_pied(self.tr("Voir l’assemblée"), "principal")
        self.bouton_ouvrir.clicked.connect(self.ouvrir)

    def remplir(self) -> None:
        toutes = decisions(self.page.session.dossier)
        self.montrer([x for x in toutes if self.registre is None or x.assemblee.convocation.college == self.registre])

    def compter(self) -> str:
        return accord(self.modele.total, "décision")

    def boutons(self) -> tuple[Bouton, ...]:
        return (self.bouton_ouvrir,) if self.choisie() is not None else ()

    def ouvrir(self) -> None:
        """The assembly of the selected decision."""
        choisie = self.choisie()
        if choisie is not None:
            self.page.demande.emit("resultats", choisie.assemblee.numero)


class PartieMouvements(Partie):
    """The register of movements; read when it is shown, for it may be long."""

    def __init__(self, page: Page) -> None:
        modele = MouvementsModel(page)
        conseil = page.tr("Les entrées, parts et sorties s’enregistrent sur la page Associés.")
        table = Tableau(modele, page.tr("Mouvements"))
        super().__init__(
            page, modele, table, page.tr("Registre des mouvements"), Vide("users", page.tr("Aucun mouvement"), conseil)
        )

    def remplir(self) -> None:
        self.montrer(mouvements(self.page.session.dossier))

    def compter(self) -> str:
        return accord(self.modele.total, "mouvement")

    def support(self) -> Assemblee | None:
        return derniere(list(self.page.session.dossier.assemblees.values()))


class PartieGerance(Partie):
    """Managers and their mandates."""

    def __init__(self, page: Page) -> None:
        modele = MandatsModel(page)
        conseil = page.tr("Enregistrer ici le mandat des gérants en fonction.")
        table = Tableau(modele, page.tr("Mandats"), triable=False)
        super().__init__(
            page, modele, table, page.tr("Mandats de la gérance"), Vide("user-check", page.tr("Aucun mandat"), conseil)
        )
        self.bouton_finir = page.bouton_pied(self.tr("Finir ce mandat…"))
        self.bouton_finir.clicked.connect(self.finir)
        self.bouton_commencer = page.bouton_pied(self.tr("Commencer un mandat…"), "principal")
        self.bouton_commencer.clicked.connect(self.commencer)

    def remplir(self) -> None:
        self.montrer(lignes_mandats(self.page.session.dossier, self.page.session.aujourdhui))

    def compter(self) -> str:
        return accord(self.modele.total, "mandat")

    def boutons(self) -> tuple[Bouton, ...]:
        choisi: LigneMandat | None = self.choisie()
        self.bouton_finir.setEnabled(choisi is not None and choisi.suivi.etat in (EN_COURS, A_VENIR))
        return (self.bouton_finir, self.bouton_commencer)

    def commencer(self) -> None:
        """A manager's mandate."""
        from scicvote.ui.dialogs.mandat import DialogueMandat

        self.dialogue = DialogueMandat(self.page.session, self.page)
        self.dialogue.open()

    def finir(self) -> None:
        """The early end of the selected mandate."""
        choisi: LigneMandat | None = self.choisie()
        if choisi is not None:
            from scicvote.ui.dialogs.mandat import DialogueFinMandat

            self.dialogue_fin = DialogueFinMandat(self.page.session, choisi.suivi, self.page)
            self.dialogue_fin.open()
