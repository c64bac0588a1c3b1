"""Step 2: the list frozen, the papers, what leaves and when; from the notices on, the agenda is locked."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QWidget

from scicvote.actes import lettres_modele, papiers, papiers_genres
from scicvote.actes.papiers_demande import ASSEMBLEE, COLLEGE
from scicvote.actes.papiers_lettres import FORMULAIRES
from scicvote.core.assemblee import Assemblee
from scicvote.core.convocation import echeances
from scicvote.core.correspondance import prevue
from scicvote.core.faits import Fait
from scicvote.core.issue import Issue, bloquantes
from scicvote.exchange.fichiers import ecrire_octets
from scicvote.ui import theme
from scicvote.ui.dialogs.annulation import DialogueAnnulation, acte_de
from scicvote.ui.dialogs.envoi import DialogueEnvoi, DialogueListe, DialogueQuestion
from scicvote.ui.dialogs.noms_liste import DialogueNoms
from scicvote.ui.dialogs.seance import DialogueExcuse
from scicvote.ui.gestes_college import GestesCollege
from scicvote.ui.pages.convoquer_cartes import CarteEnvois, CarteExcuses, CartePapiers, CarteQuestions
from scicvote.ui.pages.convoquer_liste import CarteListe
from scicvote.ui.pages.page import Aide, Commande
from scicvote.ui.pages.page_etape import PageEtape
from scicvote.ui.session import Session
from scicvote.ui.travaux import Progres
from scicvote.ui.widgets.banniere import Encart
from scicvote.ui.widgets.dates_legales import CarteDates
from scicvote.ui.widgets.icone import Bouton
from scicvote.ui.widgets.mise_en_page import Colonnes, pile

# Papers that only the sitting, or its end, makes.
_APRES: Final = frozenset(
    {papiers.PV, papiers.PV_A_SIGNER, "etat-pouvoirs", "resultats", "extrait", "suites", "dossier-complet"}
)


class PageConvoquer(PageEtape):
    """The primary button is the next thing to do: freeze, send, send the documents, then check people in."""

    cle = "convoquer"
    etape = "convoquer"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.liste = CarteListe(session)
        self.envois = CarteEnvois(session)
        self.papiers = CartePapiers()
        self.questions = CarteQuestions(session)
        self.excuses = CarteExcuses(session)
        self.dates = CarteDates()
        self.rappel = Encart("accent", "refresh-cw", self.tr("Seconde consultation"), " ")
        self.gestes_college = GestesCollege(self)
        self.suite = self.bouton_pied("", "principal")
        self.dialogue: QWidget | None = None
        self._composer()
        self._relier()

    def _composer(self) -> None:
        gauche, droite = QWidget(), QWidget()
        gauche.setLayout(pile(self.rappel, self.liste, self.envois, self.papiers, None, espace=theme.GOUTTIERE))
        droite.setLayout(pile(self.dates, self.questions, self.excuses, None, espace=theme.GOUTTIERE))
        self.colonnes = Colonnes()
        self.colonnes.ajouter(gauche)
        self.colonnes.ajouter(droite, 400)
        self.sans = self.carte_sans_assemblee()
        self.boite.addWidget(self.sans, 1)
        self.boite.addWidget(self.colonnes)
        self.boite.addStretch(1)

    def _relier(self) -> None:
        self.liste.annuler.connect(self.annuler_liste)
        self.liste.noms.connect(self.voir_noms)
        self.envois.envoyer.connect(self.envoyer)
        self.papiers.imprimer.connect(self.imprimer)
        self.papiers.modele.clicked.connect(self.remplir_modele)
        self.questions.ajouter_question.connect(self.noter_question)
        self.questions.annuler.connect(self.annuler)
        self.excuses.ajouter_excuse.connect(self.excuser)
        self.excuses.annuler.connect(self.annuler)
        self.suite.clicked.connect(self.continuer)

    # --- the page

    def aides(self) -> tuple[Aide, ...]:
        return (Aide((self.tr("Tab"),), self.tr("suivant")), Aide(("Ctrl", "K"), self.tr("tout trouver")))

    def boutons(self) -> tuple[Bouton, ...]:
        return (self.suite,) if self.ag is not None else ()

    def premier_focus(self) -> QWidget | None:
        return self.suite

    def commandes(self) -> tuple[Commande, ...]:
        ag = self.ag
        if ag is None or ag.close:
            return ()
        excuse = (Commande(self.tr("Excuse reçue…"), ag.titre_court, "user", self.excuser),) if ag.liste_arretee else ()
        return (
            Commande(self.suite.text(), ag.titre_court, "send", self.continuer),
            Commande(self.tr("Question reçue…"), ag.titre_court, "message-square", self.noter_question),
            *excuse,
            *self.gestes_college.commandes(),
            Commande(self.tr("Lettres d’un modèle…"), ag.titre_court, "mail", self.remplir_modele),
            *(
                Commande(
                    self.tr("Imprimer\u00a0: {}").format(nom), ag.titre_court, "printer", partial(self.imprimer, cle)
                )
                for cle, nom in self.genres()
            ),
        )

    def actualiser(self) -> None:
        ag = self.ag
        self.sans.setVisible(ag is None)
        self.colonnes.setVisible(ag is not None)
        if ag is None:
            return
        self.rappel.setVisible(ag.convocation.consultation == 2)
        premiere = self.session.dossier.assemblee(ag.convocation.suite_de or 0)
        if premiere is not None:
            remises = ", ".join(r.titre for r in ag.resolutions)
            self.rappel.dire(self.tr("{} a échoué sur\u00a0: {}.").format(premiere.titre_court, remises))
        self.liste.montrer(ag)
        self.envois.montrer(ag)
        attente = "" if ag.liste_arretee else self.tr("la liste arrêtée, ils sont complets")
        self.papiers.montrer(self.genres(), attente)
        self.questions.montrer(ag)
        self.excuses.montrer(ag)
        conseil = self.tr("Un collège se réunit par tout moyen, sans délai de convocation ({}).")
        conseil = conseil.format(self.statuts_ag().citer("statuts 25-3"))
        self.dates.montrer(echeances(ag, self.statuts_ag()), self.session.aujourdhui, conseil)
        self.suite.setText(self._mot_suite(ag))
        self.colonnes.updateGeometry()
        self.entete_change.emit()

    def _mot_suite(self, ag: Assemblee) -> str:
        mots = {
            "ordre": self.tr("Écrire l’ordre du jour"),
            "liste": self.tr("Arrêter la liste…"),
            "convocation": self.tr("Enregistrer l’envoi des convocations…"),
            "documents": self.tr("Enregistrer l’envoi des documents…"),
            "emarger": self.tr("Passer à l’émargement"),
            "resultats": self.tr("Voir les résultats"),
        }
        return mots[_pas(ag)]

    # --- papers

    def genres(self) -> tuple[tuple[str, str], ...]:
        """The papers that serve before the sitting or in it: their keys and names."""
        connus = {**papiers_genres.de_portee(ASSEMBLEE), **papiers_genres.de_portee(COLLEGE)}
        apres = _APRES if prevue(self.statuts_ag()) else (*_APRES, FORMULAIRES)
        return tuple((cle, nom) for cle, nom in connus.items() if cle not in apres)

    def imprimer(self, genre: str) -> None:
        """A paper as it prints, to print or save."""
        ag = self.ag
        if ag is None:
            return
        nom = dict(self.genres()).get(genre, genre)
        depot, numero, instant = self.session.depot, ag.numero, self.session.maintenant
        self.montrer_papier(
            nom,
            f"{genre}-{ag.jour:%Y-%m-%d}.pdf",
            lambda progres: papiers.imprimer(depot, numero, genre, instant, progres=progres),
        )

    def remplir_modele(self) -> None:
        """The notices from a letter that was edited, written as one ODT."""
        ag = self.ag
        if ag is not None:
            from scicvote.ui.dialogs.modele_lettre import DialogueModele

            dialogue = DialogueModele(self.session, ag, self)
            dialogue.demandees.connect(self._ecrire_lettres)
            self._ouvrir(dialogue)

    def _ecrire_lettres(self, octets: bytes, chemin: Path) -> None:
        ag = self.ag
        if ag is None:
            return
        depot, numero, instant = self.session.depot, ag.numero, self.session.maintenant

        def travail(progres: Progres) -> tuple[Issue, ...]:
            lettres, issues = lettres_modele.remplir_modele(depot, numero, octets, instant, progres=progres)
            return tuple(bloquantes(issues)) if lettres is None else ecrire_octets(chemin, lettres)

        self.travailler(self.tr("Lettres d’un modèle"), travail, lambda issues: self._dire_lettres(chemin, issues))

    def _dire_lettres(self, chemin: Path, issues: tuple[Issue, ...]) -> None:
        if issues:
            self.phrase.emit(issues[0].phrase, "faute")
        else:
            self.phrase.emit(self.tr("Écrit\u00a0: {}").format(chemin), "bon")

    # --- dialogs

    def _ouvrir(self, dialogue: QWidget) -> None:
        self.dialogue = dialogue
        dialogue.open()  # type: ignore[attr-defined]

    def arreter_liste(self) -> None:
        """Freeze the list."""
        if self.ag is not None:
            self._ouvrir(DialogueListe(self.session, self.ag, self))

    def voir_noms(self) -> None:
        """Who is on the list, by name."""
        if self.ag is not None:
            self._ouvrir(DialogueNoms(self.session, self.ag, self.liste.lignes, self.liste.note.text(), self))

    def envoyer(self, objet: str) -> None:
        """Record a dispatch."""
        if self.ag is not None:
            self._ouvrir(DialogueEnvoi(self.session, self.ag, objet, self))

    def noter_question(self) -> None:
        """A written question."""
        if self.ag is not None:
            self._ouvrir(DialogueQuestion(self.session, self.ag, self))

    def excuser(self) -> None:
        """Somebody will not come."""
        if self.ag is not None:
            self._ouvrir(DialogueExcuse(self.session, parent=self))

    def annuler_liste(self) -> None:
        """Take the frozen list back, while the notices have not left."""
        arretee = self.ag.liste_arretee if self.ag is not None else None
        if arretee is not None:
            self.annuler(arretee, self.tr("liste des associés arrêtée"))

    def annuler(self, fait: Fait, quoi: str) -> None:
        """Take back the act that wrote something."""
        numero = acte_de(self.session.dossier, fait)
        self._ouvrir(DialogueAnnulation(self.session, numero, quoi, self))

    # --- the one next step

    def continuer(self) -> None:
        """Do the next thing."""
        ag = self.ag
        if ag is None:
            return
        pas = _pas(ag)
        if pas == "ordre":
            self.demande.emit("preparer", ag.numero)
        elif pas == "liste":
            self.arreter_liste()
        elif pas in ("emarger", "resultats"):
            self.demande.emit(pas, ag.numero)
        else:
            self.envoyer(pas)


def _pas(ag: Assemblee) -> str:
    """What comes next: the agenda, the list, the notices, the documents, the room."""
    if ag.ouverte:
        return "resultats" if ag.close else "emarger"
    if not ag.resolutions:
        return "ordre"
    if ag.liste_arretee is None:
        return "liste"
    if not ag.convoquee:
        return "convocation"
    documents = ag.convocation.exercice is None or bool(ag.envois("documents"))
    return "emarger" if documents else "documents"
