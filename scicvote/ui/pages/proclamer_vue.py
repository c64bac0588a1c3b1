"""What is declared and what waits, as rows; the card of the end of the sitting."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from scicvote.actes import preparation, seance
from scicvote.actes import vote as actes_vote
from scicvote.core.article import citer
from scicvote.core.assemblee import Assemblee, Vote
from scicvote.core.dossier import Dossier
from scicvote.core.etapes import articles_de
from scicvote.core.exact import accord
from scicvote.core.faits import Resolution
from scicvote.core.moments import heure_cloture
from scicvote.core.recalcul import resultat_de, statuts_de
from scicvote.core.resultat import Resultat, ResultatElection
from scicvote.core.suite_vote import SuiteVote
from scicvote.core.suites_vote import suites_vote
from scicvote.core.vote import DEMANDE_SECRET
from scicvote.store.depot import Acte, Depot
from scicvote.ui import theme
from scicvote.ui.etats import Etat
from scicvote.ui.heures import heure_par_defaut, instant
from scicvote.ui.lecture_resultat import barre, etat_court, phrase
from scicvote.ui.lecture_vote import Phase, etat_point, phase, reste_a_voter, titre_vote
from scicvote.ui.pages.page_etape import PageEtape
from scicvote.ui.scene import scene_de
from scicvote.ui.session import ActeDemande, Session
from scicvote.ui.textes import heure, majuscule
from scicvote.ui.widgets.banniere import Encart
from scicvote.ui.widgets.carte import Carte
from scicvote.ui.widgets.carte_suites import CarteSuites
from scicvote.ui.widgets.champs import ChampHeure
from scicvote.ui.widgets.icone import Bouton
from scicvote.ui.widgets.issues import ListeIssues
from scicvote.ui.widgets.ligne_resultat import LigneResultat
from scicvote.ui.widgets.mise_en_page import Colonnes, pile, trait, vider
from scicvote.ui.widgets.texte import paragraphe
from scicvote.ui.widgets.vide import Vide


class VueProclamer(PageEtape):
    """What is shown; ``PageProclamer`` adds the one next step."""

    cle = etape = "proclamer"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.lignes: list[LigneResultat] = []
        self.boutons_proclamer: dict[int, Bouton] = {}
        self.suites = CarteSuites()
        self._liste = QVBoxLayout()
        self._liste.setSpacing(theme.GOUTTIERE)
        self._pile = QStackedWidget()
        self._vide = Vide("gavel", "", "")
        self.heure = ChampHeure(self.tr("Heure de clôture"), "heure")
        self.empechements = ListeIssues()
        self.phrase_cloture = paragraphe("", "corps15")
        self._montre: tuple[Dossier, int] | None = None
        self._remises = QVBoxLayout()
        self._remises.setSpacing(12)
        self.seconde = Bouton(self.tr("Seconde consultation…"), "", "refresh-cw")
        self.imprimer = Bouton(self.tr("Imprimer les résultats…"), "", "printer")
        self.secondaire = self.bouton_pied("")
        self.principal = self.bouton_pied("", "principal")
        self._composer()

    def _composer(self) -> None:
        gauche = QWidget()
        self._liste.setContentsMargins(0, 0, 0, 0)
        gauche.setLayout(self._liste)
        cloture = Carte(self.tr("Clôture de la séance"))
        contenu = pile(self.phrase_cloture, self.heure, self.empechements, espace=16)
        contenu.addLayout(self._remises)
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

    # --- the list

    def _montrer(self, ag: Assemblee) -> None:
        montre = (self.session.dossier, ag.numero)
        if self._montre is None or self._montre[0] is not montre[0] or self._montre[1] != montre[1]:
            self._montre = montre
            self._lister(ag)
        self._montrer_cloture(ag)

    def _lister(self, ag: Assemblee) -> None:
        """Lay every line again; only a new act, or another assembly, makes another list."""
        vider(self._liste)
        self.lignes, self.boutons_proclamer = [], {}
        a_proclamer = [v for v in ag.votes if v.depouillement is not None and v.proclamation is None]
        proclames = [v for v in ag.votes if v.proclamation is not None]
        proclames.sort(key=lambda v: (ag.resolution_par_numero[v.scrutin.resolution].numero, v.scrutin.scrutin))
        retirees = [r for r in ag.resolutions if phase(ag, r.resolution) is Phase.RETIREE]
        comptes = {v.scrutin.resolution for v in a_proclamer}
        reste = [r for r in reste_a_voter(ag) if r.resolution not in comptes]
        self.imprimer.setVisible(bool(proclames))
        self.suites = self._suites_de(ag)
        if ag.close:  # from then on, what follows is what one comes here for
            self._liste.addWidget(self.suites)
        self._section(self.tr("À proclamer"), [self._ligne(ag, v) for v in a_proclamer])
        self._section(
            self.tr("Décisions"),
            [*(self._ligne(ag, v) for v in proclames), *(self._ligne_sans_vote(ag, r) for r in retirees)],
        )
        if not ag.close:
            self._liste.addWidget(self.suites)
        mot = self.tr("Non mises aux voix") if ag.close else self.tr("Reste à voter")
        self._section(mot, [self._ligne_sans_vote(ag, r) for r in reste])
        self._liste.addStretch(1)
        self.colonnes.updateGeometry()

    def _suites_de(self, ag: Assemblee) -> CarteSuites:
        """What the declared votes want; hidden while they want nothing."""
        carte = CarteSuites()
        carte.montrer(suites_vote(self.session.dossier, ag), {r.resolution: r.numero for r in ag.resolutions})
        carte.demandee.connect(self.suivre)
        carte.notee.connect(self.noter)
        return carte

    def suivre(self, suite: SuiteVote) -> None:
        """Open what does a follow-up."""
        raise NotImplementedError

    def noter(self, suite: SuiteVote) -> None:
        """Say that a follow-up is without object."""
        raise NotImplementedError

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
        self._montrer_remises(ag)

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

    def _montrer_remises(self, ag: Assemblee) -> None:
        """What failed and can be put again at a second consultation."""
        vider(self._remises)
        titres = self._a_remettre(ag)
        if titres:
            self._remises.addWidget(
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
