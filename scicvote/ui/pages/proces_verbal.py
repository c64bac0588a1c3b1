"""Step 6: the minutes as they will print, beside what a secretary fills and what would contradict the data."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from scicvote.actes import papiers, seance
from scicvote.core.assemblee import Assemblee
from scicvote.core.contradictions import contradictions
from scicvote.core.faits import ProcesVerbal
from scicvote.core.issue import Issue
from scicvote.store.depot import Acte
from scicvote.ui import theme
from scicvote.ui.dialogs.proces_verbal import DialogueDresser, DialogueRectifier, DialogueSigner, dresse, signature_de
from scicvote.ui.dialogs.seance import DialogueDocument, DialogueIncident, DialogueReponse
from scicvote.ui.pages.page import Aide, Commande
from scicvote.ui.pages.page_etape import PageEtape
from scicvote.ui.pages.pv_contradictions import CarteContradictions, page_de
from scicvote.ui.pages.pv_saisies import CarteDebats, CarteFaits, cle_debat
from scicvote.ui.session import Session
from scicvote.ui.textes import jour
from scicvote.ui.widgets.carte_apercu import CarteApercu, Compose
from scicvote.ui.widgets.icone import Bouton
from scicvote.ui.widgets.mise_en_page import Colonnes, pile


class PageProcesVerbal(PageEtape):
    """The primary button is the next thing to do: close the sitting, draw the minutes up, have them signed."""

    cle = "proces_verbal"
    etape = "proces_verbal"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.apercu = CarteApercu(self.tr("Aperçu"), self._composer_pdf, self)
        self.contradictions = CarteContradictions()
        self.debats = CarteDebats(session)
        self.faits = CarteFaits(session)
        self.papier_pdf = self.bouton_pied(self.tr("Imprimer…"), icone="printer")
        self.suite = self.bouton_pied("", "principal")
        self.rectifier = self.bouton_pied(self.tr("Rectifier…"), icone="file-pen")
        self.dialogue: QWidget | None = None
        self._composer()
        self._relier()

    def _composer(self) -> None:
        droite = QWidget()
        droite.setLayout(pile(self.contradictions, self.debats, self.faits, None, espace=theme.GOUTTIERE))
        self.colonnes = Colonnes()
        self.colonnes.ajouter(self.apercu)
        self.colonnes.ajouter(droite, 480)
        self.sans = self.carte_sans_assemblee()
        self.boite.addWidget(self.sans, 1)
        self.boite.addWidget(self.colonnes, 1)

    def _relier(self) -> None:
        self.contradictions.voir.connect(self._corriger)
        self.debats.noter.connect(self._noter)
        self.faits.document.connect(lambda: self._ouvrir(DialogueDocument(self.session, self)))
        self.faits.incident.connect(lambda: self._ouvrir(DialogueIncident(self.session, self)))
        self.faits.reponse.connect(lambda question: self._ouvrir(DialogueReponse(self.session, question, self)))
        self.papier_pdf.clicked.connect(self.imprimer)
        self.suite.clicked.connect(self.continuer)
        self.rectifier.clicked.connect(self._rectifier)
        raccourci = QShortcut(QKeySequence("Ctrl+Return"), self)
        raccourci.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        raccourci.activated.connect(self.debats.enregistrer)

    # --- the page

    def aides(self) -> tuple[Aide, ...]:
        return (
            Aide((self.tr("Tab"),), self.tr("champ suivant")),
            Aide(("Ctrl", self.tr("Entrée")), self.tr("noter les débats")),
        )

    def boutons(self) -> tuple[Bouton, ...]:
        if self.ag is None:
            return ()
        rectifiable = self._signe(self.ag)
        return (
            *((self.rectifier,) if rectifiable else ()),
            self.papier_pdf,
            *((self.suite,) if self.suite.text() else ()),
        )

    def premier_focus(self) -> QWidget | None:
        return self.debats.recit.zone if self.ag is not None and not self._signe(self.ag) else self.papier_pdf

    def commandes(self) -> tuple[Commande, ...]:
        if self.ag is None:
            return ()
        titre = self.ag.titre_court
        suite = (Commande(self.suite.text().strip(), titre, "signature", self.continuer),) if self.suite.text() else ()
        return (*suite, Commande(self.tr("Imprimer le procès-verbal…"), titre, "printer", self.imprimer))

    def _signe(self, ag: Assemblee) -> bool:
        pv = dresse(ag)
        return pv is not None and signature_de(ag, pv.numero) is not None

    def sous_titre(self) -> str:
        pv = dresse(self.ag) if self.ag is not None else None
        if self.ag is None or pv is None:
            return super().sous_titre()
        signature = signature_de(self.ag, pv.numero)
        if signature is not None:
            return self.tr("procès-verbal n°\u00a0{}, signé le {}").format(pv.numero, jour(signature.jour))
        return self.tr("procès-verbal n°\u00a0{}, à signer").format(pv.numero)

    def actualiser(self) -> None:
        ag = self.ag
        self.sans.setVisible(ag is None)
        self.colonnes.setVisible(ag is not None)
        if ag is None:
            return
        signe = self._signe(ag)
        self.contradictions.setVisible(not signe)
        self.contradictions.montrer(contradictions(self.session.dossier, ag))
        self.debats.actualiser(signe)
        self.faits.actualiser(signe)
        self.suite.setText(self._mot_suite(ag))
        self.apercu.perimer()
        self.colonnes.updateGeometry()
        self.entete_change.emit()

    def _mot_suite(self, ag: Assemblee) -> str:
        if not ag.close:
            return self.tr("Revenir à la séance")
        pv = dresse(ag)
        if pv is None:
            return self.tr("Dresser le procès-verbal…")
        return "" if signature_de(ag, pv.numero) else self.tr("Enregistrer la signature…")

    # --- the paper

    def _composer_pdf(self) -> Compose:
        ag = self.ag
        if ag is None:
            return None, ()
        return papiers.imprimer(self.session.depot, ag.numero, self._genre(ag), self.session.maintenant)

    def _genre(self, ag: Assemblee) -> str:
        return papiers.PV_A_SIGNER if dresse(ag) is not None else papiers.PV

    def imprimer(self) -> None:
        """The minutes as they print: a draft, the copy to sign, or the one that was signed."""
        ag = self.ag
        if ag is None:
            return
        genre, depot, instant = self._genre(ag), self.session.depot, self.session.maintenant
        self.montrer_papier(
            self.tr("Procès-verbal"),
            f"proces-verbal-{ag.jour:%Y-%m-%d}.pdf",
            lambda _progres: papiers.imprimer(depot, ag.numero, genre, instant),
        )

    # --- acting

    def continuer(self) -> None:
        """Do the next thing."""
        ag = self.ag
        if ag is None:
            return
        pv = dresse(ag)
        if not ag.close:
            self.demande.emit("proclamer" if ag.ouverte else "emarger", ag.numero)
        elif pv is None:
            self._noter_tout(ag)
            self._ouvrir(DialogueDresser(self.session, ag, self))
        elif signature_de(ag, pv.numero) is None:
            self._noter_tout(ag)
            self._ouvrir(DialogueSigner(self.session, ag, pv.numero, self))

    def _rectifier(self) -> None:
        ag = self.ag
        signes = [pv for pv in ag.tous(ProcesVerbal) if signature_de(ag, pv.numero)] if ag is not None else []
        if ag is not None and signes:
            self._ouvrir(DialogueRectifier(self.session, ag, signes[-1].numero, self))

    def _ouvrir(self, dialogue: QWidget) -> None:
        self.dialogue = dialogue
        dialogue.open()  # type: ignore[attr-defined]

    def _noter(self, resolution: int, texte: str) -> None:
        ag = self.ag
        if ag is None:
            return

        def oublier(_acte: Acte) -> None:
            self.session.brouillons.oublier(cle_debat(ag, resolution))
            self.debats.actualiser(False)
            self.phrase.emit(self.tr("Débats notés au procès-verbal."), "bon")

        self.agir(lambda depot: seance.noter_debat(depot, ag.numero, resolution, texte), oublier)

    def _noter_tout(self, ag: Assemblee) -> None:
        """Drafts of debates are recorded before the minutes are drawn up or signed: nothing typed is left out."""
        for resolution in ag.resolutions:
            brouillon = self.session.brouillons.lire(cle_debat(ag, resolution.resolution))
            if brouillon is not None:
                self._noter(resolution.resolution, brouillon.strip())

    def _corriger(self, issue: Issue) -> None:
        """Go where an issue is mended."""
        ag, page = self.ag, page_de(issue)
        if ag is None:
            return
        if page:
            self.demande.emit(page, None if page == "associes" else ag.numero)
        elif issue.chemin.startswith("document"):
            self._ouvrir(DialogueDocument(self.session, self))
        elif issue.chemin.startswith("question"):
            self.faits.bouton_reponse.click()
        else:
            self.debats.choisir(self._point(ag, issue))

    def _point(self, ag: Assemblee, issue: Issue) -> int:
        """The point that an issue names, else the first whose debates are missing."""
        for r in ag.resolutions:
            if f"[{r.numero}]" in issue.chemin:
                return r.resolution
        sans = [r.resolution for r in ag.resolutions if not ag.debat(r.resolution).strip()]
        return sans[0] if sans else self.debats.resolution
