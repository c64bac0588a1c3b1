"""The last step of a college's file: what it gives back, signed under the phrase, as a file and a paper."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from scicvote.core.assemblee import Assemblee
from scicvote.core.exact import accord
from scicvote.core.faits_college import RetourPrepare
from scicvote.core.issue import Issue, bloquantes
from scicvote.core.pv_secret import taire
from scicvote.core.retour_college import controler_preparation
from scicvote.exchange.fichiers import ecrire_octets
from scicvote.scelles.mots import mots
from scicvote.store.depot import Acte
from scicvote.ui import theme
from scicvote.ui.dialogs.preparer_retour import DialoguePreparer
from scicvote.ui.pages.page import Aide, Commande
from scicvote.ui.pages.page_etape import PageEtape
from scicvote.ui.session import Session
from scicvote.ui.textes import heure as dire_heure
from scicvote.ui.textes import jour
from scicvote.ui.travaux import Progres
from scicvote.ui.widgets.carte import Carte, ligne_carte
from scicvote.ui.widgets.icone import Bouton
from scicvote.ui.widgets.issues import ListeIssues
from scicvote.ui.widgets.mise_en_page import Colonnes, pile, rangee, trait, vider
from scicvote.ui.widgets.texte import paragraphe, selectionnable, texte


class PageRetour(PageEtape):
    """On the left what is given back; on the right what was signed, with its eight words."""

    cle = etape = "retour"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.dialogue: DialoguePreparer | None = None
        self.lignes = QVBoxLayout()
        self.issues = ListeIssues()
        self.contenu = Carte(self.tr("Voix du collège"), " ")
        self.signe = Carte(self.tr("Retour"), " ")
        self.phrase_signe = paragraphe("", "corps15")
        self.mots = selectionnable(paragraphe("", "titre"))
        self.mots.setAccessibleName(self.tr("Huit mots à comparer"))
        self.explication = paragraphe("", couleur="discret")
        self.enregistrer = Bouton(self.tr("Enregistrer le fichier…"), "petit", "save")
        self.imprimer = Bouton(self.tr("Imprimer le papier…"), "petit", "printer")
        self.principal = self.bouton_pied(self.tr("Préparer le retour…"), "principal")
        self._pile = QStackedWidget()
        self._composer()
        self._relier()

    def _composer(self) -> None:
        self.contenu.ajouter(self.lignes)
        self.contenu.corps.addStretch(1)
        boutons = rangee(self.enregistrer, self.imprimer, None, espace=12)
        droite = pile(self.phrase_signe, self.mots, self.explication, boutons, self.issues, None, espace=16)
        droite.setContentsMargins(theme.GOUTTIERE - 1, 16, theme.GOUTTIERE - 1, theme.GOUTTIERE - 1)
        self.signe.ajouter(droite, 1)
        colonnes = Colonnes(880)
        colonnes.ajouter(self.contenu)
        colonnes.ajouter(self.signe, 420)
        self._pile.addWidget(colonnes)
        self._pile.addWidget(self.carte_sans_assemblee())
        self.boite.addWidget(self._pile, 1)

    def _relier(self) -> None:
        self.principal.clicked.connect(self.preparer)
        self.enregistrer.clicked.connect(self.enregistrer_fichier)
        self.imprimer.clicked.connect(self.montrer)

    # --- the page

    def aides(self) -> tuple[Aide, ...]:
        return (Aide((self.tr("Ctrl"), self.tr("Entrée")), self.principal.text().rstrip("…").lower()),)

    def boutons(self) -> tuple[Bouton, ...]:
        return (self.principal,) if self.ag is not None else ()

    def premier_focus(self) -> QWidget | None:
        return self.principal

    def commandes(self) -> tuple[Commande, ...]:
        preparer = Commande(self.tr("Préparer le retour"), self.tr("Signer"), "signature", self.preparer)
        if self.prepare is None:
            return (preparer,)
        return (
            preparer,
            Commande(self.tr("Enregistrer le fichier du retour"), ".scicollege", "save", self.enregistrer_fichier),
            Commande(self.tr("Imprimer le papier du retour"), "PDF", "printer", self.montrer),
        )

    @property
    def prepare(self) -> RetourPrepare | None:
        """The last return that was signed."""
        return self.ag.dernier(RetourPrepare) if self.ag is not None else None

    def actualiser(self) -> None:
        ag = self.ag
        self._pile.setCurrentIndex(0 if ag is not None else 1)
        if ag is not None:
            self._montrer(ag)
        self.entete_change.emit()

    def _montrer(self, ag: Assemblee) -> None:
        vider(self.lignes)
        votees = 0
        for i, resolution in enumerate(ag.resolutions):
            votes = [v for v in ag.votes_de(resolution.resolution) if v.proclamation is not None]
            votees += bool(votes)
            dit = self._dire(votes[-1]) if votes else self.tr("non votée\u00a0: le collège y sera silencieux")
            if i:
                self.lignes.addWidget(trait())
            titre = paragraphe(f"{resolution.numero}. {resolution.titre}", "fort")
            self.lignes.addWidget(ligne_carte(titre, texte(dit, couleur="" if votes else "alerte")))
        self.contenu.note.setText(
            self.tr("{} sur {}").format(accord(votees, "résolution votée", "résolutions votées"), len(ag.resolutions))
        )
        issues = controler_preparation(ag)
        self.issues.montrer(issues)
        self.principal.setEnabled(not bloquantes(issues))
        self._montrer_signe()

    def _dire(self, vote: object) -> str:
        from scicvote.core.assemblee import Vote

        if not isinstance(vote, Vote):
            return ""
        if taire(vote):
            return self.tr("scrutin secret, voix non montrées")
        if vote.voix:
            return accord(sum(c.votants for c in vote.comptes), "votant")
        pour, contre, abstention = (
            sum(getattr(c, nom) for c in vote.comptes) for nom in ("pour", "contre", "abstention")
        )
        return self.tr("{} pour, {} contre, {}").format(pour, contre, accord(abstention, "abstention"))

    def _montrer_signe(self) -> None:
        prepare = self.prepare
        for widget in (self.mots, self.enregistrer, self.imprimer):
            widget.setVisible(prepare is not None)
        if prepare is None:
            self.signe.note.setText(self.tr("pas encore préparé"))
            self.phrase_signe.setText(
                self.tr(
                    "Une fois les votes proclamés, signer le retour avec la phrase remise à part, puis le rapporter."
                )
            )
            self.explication.setText("")
            self.principal.setText(self.tr("Préparer le retour…"))
            return
        self.signe.note.setText(self.tr("n°\u00a0{}").format(prepare.numero))
        self.phrase_signe.setText(
            self.tr("Signé le {} à {}. Rapporter le fichier et le papier signé.").format(
                jour(prepare.heure.date()), dire_heure(prepare.heure)
            )
        )
        self.mots.setText(" ".join(mots(prepare.empreinte)))
        self.explication.setText(
            self.tr(
                "Ces huit mots sont aussi sur le papier\u00a0: le gérant les compare. Ils n’ont pas de valeur juridique."
            )
        )
        self.principal.setText(self.tr("Préparer un nouveau retour…"))

    # --- gestures

    def preparer(self) -> None:
        """Ask the phrase, sign, write the file beside this one."""
        ag = self.ag
        if ag is None or bloquantes(controler_preparation(ag)):
            return
        self.dialogue = DialoguePreparer(self.session, ag.numero, self)
        self.dialogue.fait.connect(self._prepare)
        self.dialogue.open()

    def _prepare(self, _acte: Acte) -> None:
        prepare, chemin = self.prepare, self.chemin_propose()
        if prepare is not None and not chemin.exists():
            self._ecrire(chemin, prepare)

    def chemin_propose(self) -> Path:
        """Where the file of the last return goes, beside this one."""
        prepare, ag = self.prepare, self.ag
        numero = prepare.numero if prepare is not None else 1
        college = ag.convocation.college if ag is not None else ""
        return self.session.chemin.with_name(f"retour-{college}-{numero}.scicollege")

    def enregistrer_fichier(self) -> None:
        """The file of the last return, wherever it is asked for."""
        prepare = self.prepare
        if prepare is None:
            return
        filtre = self.tr("Retours de collège (*.scicollege)")
        nom, _ = QFileDialog.getSaveFileName(self, self.tr("Enregistrer le retour"), str(self.chemin_propose()), filtre)
        if nom:
            chemin = Path(nom)
            self._ecrire(chemin if chemin.suffix else chemin.with_suffix(".scicollege"), prepare)

    def _ecrire(self, chemin: Path, prepare: RetourPrepare) -> None:
        issues = ecrire_octets(chemin, prepare.texte.encode("utf-8"))
        if issues:
            self.phrase.emit(issues[0].phrase, "faute")
        else:
            ou = self.tr("Retour écrit\u00a0: {}, dans le dossier «\u00a0{}\u00a0».")
            self.phrase.emit(ou.format(chemin.name, chemin.parent.name), "bon")

    def montrer(self) -> None:
        """The college's paper, to be signed."""
        ag, session = self.ag, self.session
        if ag is None:
            return
        numero, moment = ag.numero, session.maintenant

        def composer(progres: Progres) -> tuple[bytes | None, tuple[Issue, ...]]:
            from scicvote.actes.papiers_college import imprimer_retour  # what draws papers is loaded with the first

            progres(0, 1)
            return imprimer_retour(session.depot, numero, moment), ()

        fichier = self.chemin_propose().with_suffix(".pdf").name
        self.montrer_papier(self.tr("Retour du collège {}").format(ag.convocation.college), fichier, composer)
