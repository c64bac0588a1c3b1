"""The colleges that vote on another computer: who is awaited, who returned, and what can be done about it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout

from scicvote.core.exact import accord
from scicvote.core.retours import Etat, Suivi
from scicvote.ui import theme
from scicvote.ui.textes import heure
from scicvote.ui.widgets.carte import Carte
from scicvote.ui.widgets.icone import Bouton, Icone
from scicvote.ui.widgets.mise_en_page import pile, rangee, vider
from scicvote.ui.widgets.texte import Coupe, paragraphe, texte

_ICONES = {
    Etat.ATTENDU: ("clock", "alerte"),
    Etat.RETOURNE: ("check", "bon"),
    Etat.SILENCE: ("minus", "discret"),
    Etat.SALLE: ("circle", "discret"),
}


class CarteAilleurs(Carte):
    """``exportation`` and ``importation`` ask for it; ``geste`` carries what to do (saisir, attester, renoncer) and the export."""

    importation = Signal()
    exportation = Signal()
    geste = Signal(str, object)

    def __init__(self, exporte: bool = False) -> None:
        super().__init__(self.tr("Collèges ailleurs"), " ")
        self.note.show()
        self._exporte = exporte
        self._lignes = QVBoxLayout()
        self._lignes.setSpacing(6)
        self.phrase = paragraphe(
            self.tr("Un président de collège peut tenir l’assemblée de son collège sur son ordinateur, sans réseau."),
            couleur="discret",
        )
        self.exporter = Bouton(self.tr("Exporter pour le président…"), "petit", "send")
        self.exporter.clicked.connect(self.exportation)
        self.importer = Bouton(self.tr("Importer un retour…"), "petit", "log-in")
        self.importer.clicked.connect(self.importation)
        self.boutons: dict[str, Bouton] = {}
        self.menu: QMenu | None = None
        contenu = pile(espace=12)
        contenu.addWidget(self.phrase)
        contenu.addLayout(self._lignes)
        contenu.addLayout(rangee(self.exporter, None))
        contenu.addLayout(rangee(self.importer, None))
        contenu.setContentsMargins(theme.GOUTTIERE - 1, 14, theme.GOUTTIERE - 1, 16)
        self.ajouter(contenu)
        if not exporte:  # shown without a parent, any of them would be a window of its own
            for widget in (self.phrase, self.exporter, self):
                widget.hide()

    def montrer(self, suivis: tuple[Suivi, ...], close: bool) -> None:
        """These exports; where nothing is exported from, the card is hidden while there is none."""
        self.setVisible(bool(suivis) or self._exporte)
        self.phrase.setVisible(self._exporte and not suivis)
        vider(self._lignes)
        self.boutons = {}
        attendus = sum(1 for suivi in suivis if suivi.etat == Etat.ATTENDU)
        self.note.setText(accord(attendus, "attendu") if attendus else "")
        for suivi in suivis:
            self._ligne(suivi, close)
        self.importer.setVisible(not close)

    def _ligne(self, suivi: Suivi, close: bool) -> None:
        """The college, where it stands, and a menu while it is awaited."""
        icone, couleur = _ICONES[suivi.etat]
        detail = Coupe(couleur="discret")
        detail.setText(self._detail(suivi))
        ligne = rangee(Icone(icone, couleur), texte(suivi.export.college, "fort"), detail, espace=6)
        ligne.setStretch(2, 1)
        if suivi.etat == Etat.ATTENDU and not close:
            bouton = Bouton("", "petit", "ellipsis").nommer(
                self.tr("Sans fichier du collège {}").format(suivi.export.college)
            )
            bouton.clicked.connect(lambda: self.ouvrir_menu(suivi, bouton))
            self.boutons[suivi.export.college] = bouton
            ligne.addWidget(bouton)
        self._lignes.addLayout(ligne)

    def _detail(self, suivi: Suivi) -> str:
        if suivi.retour is not None:
            moment = heure(suivi.retour.heure)
            if suivi.retour.origine == "papier":
                return self.tr("saisi à {}").format(moment)
            return self.tr("pris à {}, n°\u00a0{}").format(moment, suivi.retour.numero)
        if suivi.silence is not None:
            return self.tr("silence attesté")
        return self.tr("attendu")

    def ouvrir_menu(self, suivi: Suivi, bouton: Bouton) -> None:
        """What can be done while a college is awaited."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for cle, mot in (
            ("saisir", self.tr("Saisir d’après le papier signé…")),
            ("attester", self.tr("Attester que personne n’y a voté…")),
            ("renoncer", self.tr("Faire voter dans la salle…")),
        ):
            menu.addAction(mot, partial(self.geste.emit, cle, suivi.export))
        self.menu = menu
        menu.popup(bouton.mapToGlobal(QPoint(0, bouton.height())))
