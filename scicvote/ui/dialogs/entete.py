"""The letterhead: registered office and RCS in one act; address, telephone, mail and logo in another."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from scicvote.actes import cooperative
from scicvote.exchange.fichiers import lire_octets
from scicvote.ui.dialogs.dialogue import DialogueActe
from scicvote.ui.formulaire_entete import FormulaireSiege
from scicvote.ui.session import ActeDemande, Session
from scicvote.ui.widgets.champs import ChampLong, ChampTexte
from scicvote.ui.widgets.formulaire import Formulaire
from scicvote.ui.widgets.icone import Bouton
from scicvote.ui.widgets.mise_en_page import rangee
from scicvote.ui.widgets.texte import texte

_LOGO_MAXIMUM = 4_000_000  # bytes read at most; the act says what a logo may weigh


def _tr(phrase: str) -> str:
    return QCoreApplication.translate("DialogueEnTete", phrase)


class DialogueSiege(DialogueActe):
    """Registered office, RCS, highest capital."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        self.siege = FormulaireSiege(session.brouillons, "statuts/siege")
        self.siege.montrer(session.dossier)
        super().__init__(
            session,
            _tr("Siège et capital"),
            self.siege,
            lambda: self.siege.acte(session.aujourdhui),
            _tr("Enregistrer"),
            parent,
        )


class DialogueEnTete(DialogueActe):
    """What papers show besides: the logo is read when it is chosen, and kept in the file."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        self.adresse = ChampLong(_tr("Adresse postale, si elle n’est pas celle du siège"), "adresse", lignes=2)
        self.adresse.zone.setMaximumHeight(80)
        self.telephone = ChampTexte(_tr("Téléphone"), "telephone")
        self.courriel = ChampTexte(_tr("Courriel"), "courriel")
        connu = session.dossier.entete
        if connu is not None:
            self.adresse.poser(connu.adresse)
            self.telephone.poser(connu.telephone)
            self.courriel.poser(connu.courriel)
        formulaire = Formulaire(
            self.adresse, [self.telephone, self.courriel], brouillons=session.brouillons, prefixe="statuts/entete"
        )
        self.logo: bytes | None = None
        super().__init__(session, _tr("En-tête des papiers"), formulaire, self._demander, _tr("Enregistrer"), parent)
        a_un_logo = connu is not None and bool(connu.logo)
        self.etat_logo = texte(
            self.tr("Un logo est enregistré.") if a_un_logo else self.tr("Aucun logo."), couleur="discret"
        )
        choisir = Bouton(self.tr("Choisir un logo…"), "petit", "folder-open")
        choisir.clicked.connect(self.choisir_logo)
        self.sans = Bouton(self.tr("Sans logo"), "petit")
        self.sans.clicked.connect(lambda: self._prendre(b"", self.tr("Aucun logo.")))
        self.sans.setVisible(a_un_logo)
        self.corps.addLayout(rangee(choisir, self.sans, self.etat_logo, None, espace=12))

    def choisir_logo(self) -> None:
        """Ask for a picture."""
        filtre = self.tr("Images (*.png *.jpg *.jpeg)")
        nom, _ = QFileDialog.getOpenFileName(self, self.tr("Choisir un logo"), str(Path.home()), filtre)
        if not nom:
            return
        octets, issues = lire_octets(Path(nom), _LOGO_MAXIMUM)
        if octets is None:
            self.formulaire.montrer_issues(issues)
        else:
            self._prendre(octets, Path(nom).name)

    def _prendre(self, octets: bytes, mot: str) -> None:
        self.logo = octets
        self.etat_logo.setText(mot)

    def _demander(self) -> ActeDemande | None:
        adresse, telephone = self.adresse.valeur(), self.telephone.valeur()
        courriel, logo, effet = self.courriel.valeur(), self.logo, self.session.aujourdhui
        return lambda depot: cooperative.composer_entete(depot, effet, adresse, telephone, courriel, logo)
