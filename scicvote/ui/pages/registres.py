"""The registers: minutes numbered without a gap, decisions, movements of the associés, mandates, parts due."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from scicvote.core.exact import nombre
from scicvote.ui.models.proces_verbaux_model import LigneProcesVerbal, lignes
from scicvote.ui.pages.page import Aide, Commande, Page
from scicvote.ui.pages.registres_parties import (
    Partie,
    PartieDecisions,
    PartieGerance,
    PartieMouvements,
    PartieProcesVerbaux,
)
from scicvote.ui.pages.registres_remboursements import PartieRemboursements
from scicvote.ui.session import Session
from scicvote.ui.widgets.champs import Combo
from scicvote.ui.widgets.icone import Bouton
from scicvote.ui.widgets.mise_en_page import rangee
from scicvote.ui.widgets.parties import Onglets, Parties
from scicvote.ui.widgets.recherche import Recherche

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
                ("remboursements", self.tr("Remboursements")),
            ),
        )
        self.proces_verbaux, self.decisions = PartieProcesVerbaux(self), PartieDecisions(self)
        self.mouvements, self.gerance = PartieMouvements(self), PartieGerance(self)
        self.remboursements = PartieRemboursements(self)
        self.parties: dict[str, Partie] = {
            "proces_verbaux": self.proces_verbaux,
            "decisions": self.decisions,
            "mouvements": self.mouvements,
            "gerance": self.gerance,
            "remboursements": self.remboursements,
        }
        self.modele, self.table = self.proces_verbaux.modele, self.proces_verbaux.table
        self._composer()
        self.onglets.change.connect(lambda _cle: self._changer())

    def _composer(self) -> None:
        self.registre = Combo()
        self.registre.setAccessibleName(self.tr("Registre"))
        self.registre.setMinimumContentsLength(16)
        self.registre.setMaximumWidth(280)
        self.registre.currentIndexChanged.connect(lambda _rang: self._remplir())
        self.recherche = Recherche(self.tr("Chercher dans ce registre"), self.tr("Chercher"))
        self.recherche.textChanged.connect(self._filtrer)
        self.bouton_papier = Bouton(self.tr("Imprimer le registre…"), "petit", "book")
        self.bouton_papier.clicked.connect(self.imprimer_registre)
        self.outils = QWidget()
        outils = rangee(self.registre, self.recherche, self.bouton_papier, espace=12)
        outils.setStretch(0, 1)
        outils.setStretch(1, 3)
        outils.addStretch(0)
        self.outils.setLayout(outils)
        montrees = Parties(self.onglets)
        for cle, partie in self.parties.items():
            montrees.ajouter(cle, partie)
            partie.change.connect(self.entete_change)
        self.boite.setSpacing(16)
        self.boite.addWidget(self.onglets)
        self.boite.addWidget(self.outils)
        self.boite.addWidget(montrees, 1)

    # --- the page

    @property
    def partie(self) -> Partie:
        """The part that is shown."""
        return self.parties[self.onglets.courant]

    def titre(self) -> str:
        return self.tr("Registres")

    def sous_titre(self) -> str:
        return self.partie.compter() if self.partie.modele.total else ""

    def aides(self) -> tuple[Aide, ...]:
        aides: tuple[Aide, ...] = (Aide(("↑", "↓"), self.tr("choisir")),)
        if self.partie in (self.proces_verbaux, self.decisions):
            aides = (*aides, Aide((self.tr("Entrée"),), self.tr("voir l’assemblée")))
        if self.partie is self.remboursements:
            aides = (*aides, Aide((self.tr("Entrée"),), self.tr("rembourser")))
        if self.partie in (self.decisions, self.mouvements):
            aides = (*aides, Aide(("Ctrl", "F"), self.tr("chercher")))
        return aides

    def boutons(self) -> tuple[Bouton, ...]:
        return self.partie.boutons()

    def commandes(self) -> tuple[Commande, ...]:
        mot = self.tr("Registres")
        propres = [Commande(self.tr("Commencer un mandat de gérant…"), mot, "user-check", self.gerance.commencer)]
        propres.append(Commande(self.tr("Parts à rembourser"), mot, "users", self.montrer_remboursements))
        choisie: LigneProcesVerbal | None = self.proces_verbaux.choisie()
        if choisie is not None and choisie.signature is None:
            quoi = self.tr("Signer le procès-verbal n°\u00a0{}…").format(nombre(choisie.pv.numero))
            propres.append(Commande(quoi, mot, "signature", self.proces_verbaux.signer))
        return tuple(propres)

    def premier_focus(self) -> QWidget | None:
        return self.partie.table if self.partie.modele.rowCount() else self.onglets.boutons[self.onglets.courant]

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
        codes = (x.pv.registre for x in lignes(self.session.dossier))
        codes_connus = dict.fromkeys((*(c.code for c in self.session.statuts().colleges), *codes))
        self.registre.blockSignals(True)
        self.registre.clear()
        self.registre.addItem(self.tr("Tous les registres"), _TOUS)
        self.registre.addItem(self.tr("Registre général"), "")
        for code in filter(None, codes_connus):
            self.registre.addItem(self.tr("Collège {}").format(code), code)
        self.registre.setCurrentIndex(max(0, self.registre.findData(choisi)))
        self.registre.blockSignals(False)

    def _remplir(self) -> None:
        voulu = None if self.registre.currentIndex() <= 0 else str(self.registre.currentData() or "")
        for partie in self.parties.values():
            partie.registre = voulu
            if partie is not self.mouvements or partie is self.partie:
                partie.remplir()
        self.bouton_papier.setEnabled(self.partie.support() is not None)

    def _changer(self) -> None:
        if self.partie is self.mouvements:
            self.mouvements.remplir()
        self.registre.setVisible(self.partie in (self.proces_verbaux, self.decisions))
        self.recherche.setVisible(self.partie in (self.decisions, self.mouvements))
        self.bouton_papier.setVisible(self.partie in (self.proces_verbaux, self.mouvements))
        self.bouton_papier.setEnabled(self.partie.support() is not None)
        self.outils.setVisible(self.partie not in (self.gerance, self.remboursements))
        self._filtrer(self.recherche.text())
        self.entete_change.emit()

    def _filtrer(self, saisie: str) -> None:
        for partie in (self.decisions, self.mouvements):
            partie.filtrer(saisie)

    def montrer_remboursements(self) -> None:
        """The parts that are still due."""
        self.onglets.choisir("remboursements")

    def imprimer_registre(self) -> None:
        """The register that is shown, whole: minutes bound with their summary, or movements up to the last assembly."""
        ag = self.partie.support()
        if ag is None:
            return
        from scicvote.actes import papiers  # what draws papers is loaded with the first one

        relie = self.partie is self.proces_verbaux
        genre = "registre" if relie else "registre-mouvements"
        titre = self.tr("Registre des procès-verbaux") if relie else self.tr("Registre des mouvements")
        depot, instant, numero = self.session.depot, self.session.maintenant, ag.numero
        self.montrer_papier(titre, f"{genre}.pdf", lambda _progres: papiers.imprimer(depot, numero, genre, instant))
