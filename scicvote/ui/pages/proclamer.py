"""Proclaiming: what is counted and not declared yet, the decisions in order, what remains, and the end of the sitting."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from scicvote.actes import preparation, seance
from scicvote.actes import vote as actes_vote
from scicvote.core.article import citer
from scicvote.core.assemblee import Assemblee, Vote
from scicvote.core.etapes import articles_de
from scicvote.core.exact import accord
from scicvote.core.faits import Resolution
from scicvote.core.issue import Issue
from scicvote.core.moments import heure_cloture
from scicvote.core.recalcul import resultat_de, statuts_de
from scicvote.core.resultat import Resultat, ResultatElection
from scicvote.core.vote import DEMANDE_SECRET
from scicvote.store.depot import Acte, Depot
from scicvote.ui import theme
from scicvote.ui.demandes import NouvelleAssemblee
from scicvote.ui.dialogs.cadre import Cadre
from scicvote.ui.dialogs.confirmation import confirmer
from scicvote.ui.etats import Etat
from scicvote.ui.gestes import agir
from scicvote.ui.heures import heure_par_defaut, instant
from scicvote.ui.lecture_resultat import barre, etat_court, phrase
from scicvote.ui.lecture_vote import Phase, etat_point, phase, reste_a_voter, titre_vote
from scicvote.ui.pages.page import Aide, Commande
from scicvote.ui.pages.page_etape import PageEtape
from scicvote.ui.scene import scene_de
from scicvote.ui.session import ActeDemande, Session
from scicvote.ui.textes import heure, majuscule
from scicvote.ui.travaux import Progres
from scicvote.ui.widgets.banniere import Encart
from scicvote.ui.widgets.carte import Carte
from scicvote.ui.widgets.champs import ChampHeure
from scicvote.ui.widgets.icone import Bouton
from scicvote.ui.widgets.issues import ListeIssues
from scicvote.ui.widgets.ligne_resultat import LigneResultat
from scicvote.ui.widgets.mise_en_page import Colonnes, pile, trait, vider
from scicvote.ui.widgets.texte import paragraphe
from scicvote.ui.widgets.vide import Vide


class PageProclamer(PageEtape):
    """The one next step is to declare what is counted, then to vote what remains, then to close the sitting."""

    cle = etape = "proclamer"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.dialogue: Cadre | None = None
        self.lignes: list[LigneResultat] = []
        self.boutons_proclamer: dict[int, Bouton] = {}
        self._liste = QVBoxLayout()
        self._liste.setSpacing(theme.GOUTTIERE)
        self._pile = QStackedWidget()
        self._vide = Vide("gavel", "", "")
        self.heure = ChampHeure(self.tr("Heure de clôture"), "heure")
        self.empechements = ListeIssues()
        self.phrase_cloture = paragraphe("", "corps15")
        self._suites = QVBoxLayout()
        self._suites.setSpacing(12)
        self.seconde = Bouton(self.tr("Seconde consultation…"), "", "refresh-cw")
        self.imprimer = Bouton(self.tr("Imprimer les résultats…"), "", "printer")
        self.secondaire = self.bouton_pied("")
        self.principal = self.bouton_pied("", "principal")
        self._composer()
        self._relier()

    def _composer(self) -> None:
        gauche = QWidget()
        self._liste.setContentsMargins(0, 0, 0, 0)
        gauche.setLayout(self._liste)
        cloture = Carte(self.tr("Clôture de la séance"))
        contenu = pile(self.phrase_cloture, self.heure, self.empechements, espace=16)
        contenu.addLayout(self._suites)
        contenu.addWidget(self.seconde, 0, Qt.AlignmentFlag.AlignLeft)
        contenu.addWidget(self.imprimer, 0, Qt.AlignmentFlag.AlignLeft)
        contenu.setContentsMargins(theme.GOUTTIERE - 1, 16, theme.GOUTTIERE - 1, theme.GOUTTIERE - 1)
        cloture.ajouter(contenu)
        cloture.corps.addStretch(1)
        self.colonnes = Colonnes(880)
        self.colonnes.ajouter(gauche)
        self.colonnes.ajouter(cloture, 360)
        vide = Carte()
        vide.ajouter(self._vide, 1)
        self._pile.addWidget(self.colonnes)
        self._pile.addWidget(vide)
        self.boite.addWidget(self._pile, 1)

    def _relier(self) -> None:
        self.heure.change.connect(self._suivre_heure)
        self.seconde.clicked.connect(self.convoquer_seconde)
        self.imprimer.clicked.connect(self.montrer_resultats)
        self.principal.clicked.connect(self.suite)
        self.secondaire.clicked.connect(self.clore)
        for touches in ("Ctrl+Return", "Ctrl+Enter"):
            raccourci = QShortcut(QKeySequence(touches), self)
            raccourci.setContext(Qt.ShortcutContext.WindowShortcut)  # the footer's buttons are not in the page
            raccourci.activated.connect(self.suite)

    # --- the page

    def aides(self) -> tuple[Aide, ...]:
        return (Aide((self.tr("Ctrl"), self.tr("Entrée")), self.principal.text().lower()),)

    def boutons(self) -> tuple[Bouton, ...]:
        return tuple(b for b in (self.secondaire, self.principal) if b.text())

    def premier_focus(self) -> QWidget | None:
        return next(iter(self.boutons_proclamer.values()), self.principal)

    def commandes(self) -> tuple[Commande, ...]:
        mot = self.etape_suivante()[1]
        suite = Commande(mot, self.tr("Proclamer"), "gavel", self.suite)
        if self.ag is None or not any(vote.proclamation for vote in self.ag.votes):
            return (suite,)
        return (suite, Commande(self.tr("Imprimer les résultats…"), "PDF", "printer", self.montrer_resultats))

    def actualiser(self) -> None:
        ag = self.ag
        pret = ag is not None and bool(ag.votes or ag.resolutions) and (ag.ouverte or ag.close)
        self._pile.setCurrentIndex(0 if pret else 1)
        if ag is None or not pret:
            self._dire_vide(ag)
        else:
            self._montrer(ag)
        self._montrer_pied()

    def _dire_vide(self, ag: Assemblee | None) -> None:
        if ag is None:
            self._vide.dire(
                self.tr("Aucune assemblée n’est choisie"), self.tr("Ouvrir celle que l’on tient aujourd’hui.")
            )
        else:
            self._vide.dire(
                self.tr("Rien n’est voté"), self.tr("Les résultats sont proclamés ici une fois la séance ouverte.")
            )

    # --- the list

    def _montrer(self, ag: Assemblee) -> None:
        vider(self._liste)
        self.lignes, self.boutons_proclamer = [], {}
        a_proclamer = [v for v in ag.votes if v.depouillement is not None and v.proclamation is None]
        proclames = [v for v in ag.votes if v.proclamation is not None]
        proclames.sort(key=lambda v: (ag.resolution_par_numero[v.scrutin.resolution].numero, v.scrutin.scrutin))
        retirees = [r for r in ag.resolutions if phase(ag, r.resolution) is Phase.RETIREE]
        comptes = {v.scrutin.resolution for v in a_proclamer}
        reste = [r for r in reste_a_voter(ag) if r.resolution not in comptes]
        self.imprimer.setVisible(bool(proclames))
        self._section(self.tr("À proclamer"), [self._ligne(ag, v) for v in a_proclamer])
        self._section(
            self.tr("Décisions"),
            [*(self._ligne(ag, v) for v in proclames), *(self._ligne_sans_vote(ag, r) for r in retirees)],
        )
        mot = self.tr("Non mises aux voix") if ag.close else self.tr("Reste à voter")
        self._section(mot, [self._ligne_sans_vote(ag, r) for r in reste])
        self._liste.addStretch(1)
        self._montrer_cloture(ag)
        self.colonnes.updateGeometry()

    def _section(self, titre: str, lignes: Sequence[LigneResultat]) -> None:
        if not lignes:
            return
        carte = Carte(titre, str(len(lignes)))
        carte.note.show()
        for i, ligne in enumerate(lignes):
            if i:
                carte.ajouter(trait())
            carte.ajouter(ligne)
        self.lignes += lignes
        self._liste.addWidget(carte)

    def _ligne(self, ag: Assemblee, vote: Vote) -> LigneResultat:
        dossier, point = self.session.dossier, ag.resolution_par_numero[vote.scrutin.resolution]
        resultat, statuts = resultat_de(dossier, ag, vote), statuts_de(dossier, ag)
        titre = point.titre
        if vote.scrutin.objet == DEMANDE_SECRET or vote.scrutin.tour > 1:
            titre = f"{titre} ({titre_vote(point, vote).split(' · ')[1]})"
        phrases = [phrase(resultat), majuscule(citer(articles_de(resultat, statuts)))]
        if isinstance(resultat, ResultatElection) and resultat.elus:
            phrases.insert(0, self.tr("Élus\u00a0: {}.").format(", ".join(resultat.elus)))
        dessin = barre(resultat, vote) if isinstance(resultat, Resultat) else None
        boutons: list[Bouton] = []
        if vote.proclamation is None:
            bouton = Bouton(self.tr("Proclamer"), "", "gavel").nommer(self.tr("Proclamer\u00a0: {}").format(titre))
            bouton.clicked.connect(partial(self.proclamer, vote.scrutin.scrutin))
            self.boutons_proclamer[vote.scrutin.scrutin] = bouton
            boutons.append(bouton)
        return LigneResultat(point.numero, titre, etat_court(resultat, vote), phrases, dessin, boutons)

    def _ligne_sans_vote(self, ag: Assemblee, point: Resolution) -> LigneResultat:
        etat = etat_point(self.session.dossier, ag, point)
        phrases: list[str] = []
        if (retrait := ag.retrait(point.resolution)) is not None:
            phrases.append(
                self.tr("Retirée à {}\u00a0: {}").format(heure(retrait.heure), retrait.motif or self.tr("sans motif"))
            )
        boutons = []
        if retrait is None and not ag.close:
            bouton = Bouton(self.tr("Voter"), "", "vote").nommer(self.tr("Voter\u00a0: {}").format(point.titre))
            bouton.clicked.connect(partial(self._voter, point.resolution))
            boutons.append(bouton)
        if ag.close and retrait is None:
            etat = Etat("minus", self.tr("Non votée"))
        return LigneResultat(point.numero, point.titre, etat, phrases, None, boutons)

    # --- the end of the sitting

    def _montrer_cloture(self, ag: Assemblee) -> None:
        fin = heure_cloture(ag)
        self.heure.setVisible(fin is None)
        if fin is not None:
            self.phrase_cloture.setText(self.tr("La séance est close depuis {}.").format(heure(fin)))
            self.empechements.montrer(())
        else:
            proposee = self.session.brouillons.lire(self._cle_heure(ag))
            if proposee is not None:
                self.heure.poser_texte(proposee)
            else:
                self.heure.poser(heure_par_defaut(ag, self.session.maintenant).time())
            self.phrase_cloture.setText(
                self.tr("Une fois close, plus rien n’est voté\u00a0; le procès-verbal s’écrit ensuite.")
            )
            self._dire_empechements()
        self._montrer_suites(ag)

    @staticmethod
    def _cle_heure(ag: Assemblee) -> str:
        return f"proclamer/{ag.numero}/heure"

    def _suivre_heure(self) -> None:
        if self.ag is not None:
            self.session.brouillons.ecrire(self._cle_heure(self.ag), self.heure.texte())
            self._dire_empechements()

    def _dire_empechements(self) -> None:
        """What stands against closing, at the hour that is typed."""
        demande = self.demande_cloture()
        self.empechements.montrer(self.session.essayer(demande).issues if demande else ())

    def demande_cloture(self) -> ActeDemande | None:
        """The act that closes the sitting; None while the hour is not understood."""
        ag, valeur = self.ag, self.heure.valeur()
        if ag is None or valeur is None:
            return None
        numero, moment = ag.numero, instant(ag, valeur)
        return lambda depot: seance.clore_seance(depot, numero, moment)

    def _montrer_suites(self, ag: Assemblee) -> None:
        """What failed and can be put again at a second consultation."""
        vider(self._suites)
        titres = self._a_remettre(ag)
        if titres:
            self._suites.addWidget(
                Encart(
                    "accent",
                    "refresh-cw",
                    self.tr("{} peut être remise aux voix.").format(accord(len(titres), "résolution"))
                    if len(titres) == 1
                    else self.tr("{} peuvent être remises aux voix.").format(accord(len(titres), "résolution")),
                    *titres,
                    self.tr("La seconde consultation est une autre assemblée, convoquée à nouveau."),
                )
            )
        self.seconde.setVisible(bool(titres))

    def _a_remettre(self, ag: Assemblee) -> list[str]:
        """The points that the act of convening again would take up; none once that was done."""
        suivies = {autre.convocation.suite_de for autre in self.session.dossier.assemblees.values()}
        if ag.numero in suivies or ag.convocation.consultation == 2:
            return []
        plus_tard: datetime = max(self.session.maintenant, ag.convocation.heure) + timedelta(days=30)
        convocation, numero = ag.convocation, ag.numero

        def acte(depot: Depot) -> Acte:
            return preparation.convoquer_seconde(depot, numero, plus_tard, convocation.lieu, convocation.convoquee_par)

        return [fait.titre for fait in self.session.essayer(acte).faits if isinstance(fait, Resolution)]

    def convoquer_seconde(self) -> None:
        """Prepare the other assembly."""
        if self.ag is not None:
            self.demande.emit("preparer", NouvelleAssemblee(suite_de=self.ag.numero))

    def montrer_resultats(self) -> None:
        """The results as they print, those that are declared alone."""
        ag, session = self.ag, self.session
        if ag is None:
            return
        numero, moment = ag.numero, session.maintenant

        def composer(progres: Progres) -> tuple[bytes | None, tuple[Issue, ...]]:
            from scicvote.actes import papiers  # what draws papers is loaded with the first of them

            progres(0, 1)
            return papiers.imprimer(session.depot, numero, "resultats", moment)

        self.montrer_papier(
            self.tr("Résultats\u00a0: {}").format(ag.titre_court), f"resultats-{ag.jour.isoformat()}.pdf", composer
        )

    # --- the one next step

    def etape_suivante(self) -> tuple[str, str]:
        """The key and the word of the primary button."""
        ag = self.ag
        if ag is None:
            return "assemblees", self.tr("Choisir une assemblée")
        if ag.close:
            return "proces_verbal", self.tr("Procès-verbal")
        if not ag.ouverte:
            return "emarger", self.tr("Émarger")
        if self.boutons_proclamer:
            return "proclamer_resultat", self.tr("Proclamer le résultat")
        if reste_a_voter(ag):
            return "voter", self.tr("Revenir aux votes")
        return "clore", self.tr("Clore la séance")

    def _montrer_pied(self) -> None:
        cle, mot = self.etape_suivante()
        self.principal.setText(mot)
        a_clore = self.ag is not None and self.ag.ouverte and not self.ag.close and cle != "clore"
        self.secondaire.setText(self.tr("Clore la séance") if a_clore else "")
        self.entete_change.emit()

    def suite(self) -> None:
        """Do the one next step."""
        cle = self.etape_suivante()[0]
        if cle == "proclamer_resultat":
            self.proclamer(next(iter(self.boutons_proclamer)))
        elif cle == "clore":
            self.clore()
        else:
            self.demande.emit(cle, self.ag.numero if self.ag else None)

    def _voter(self, resolution: int, _coche: bool = False) -> None:
        scene_de(self.session).montrer(resolution)
        if self.ag is not None:
            self.demande.emit("voter", self.ag.numero)

    def proclamer(self, scrutin: int, _coche: bool = False) -> None:
        """Declare a counted result."""
        ag = self.ag
        if ag is None:
            return
        numero, moment = ag.numero, heure_par_defaut(ag, self.session.maintenant)
        vote = ag.vote(scrutin)
        if vote is not None:
            scene_de(self.session).montrer(vote.scrutin.resolution)
        self.agir(lambda depot: actes_vote.proclamer(depot, numero, scrutin, moment))

    def clore(self) -> None:
        """Close the sitting: refusals all at once, else asked once, naming what will happen."""
        ag, demande = self.ag, self.demande_cloture()
        if ag is None:
            return
        if demande is None:
            self.heure.controle.setFocus()
            return
        essai = self.session.essayer(demande)
        if essai.refus:
            self.agir(demande)
            return
        titre = self.tr("Clore la séance à {}\u00a0?").format(self.heure.texte())
        phrases = (
            self.tr("{}. Plus aucun vote ne sera possible.").format(
                accord(sum(1 for v in ag.votes if v.proclamation), "décision proclamée", "décisions proclamées")
            ),
            *(f"{issue.phrase} ({citer(issue.articles)})" for issue in essai.avertissements),
        )
        self.dialogue = confirmer(
            self,
            titre,
            phrases,
            self.tr("Clore la séance"),
            lambda: agir(self, self.session, demande, apres=self._close, confirmer=False),
        )

    def _close(self, _acte: Acte) -> None:
        if self.ag is not None:
            self.session.brouillons.oublier(self._cle_heure(self.ag))
            self.demande.emit("proces_verbal", self.ag.numero)
