"""The page of the votes as it is laid out and shown: agenda and attendance, the point in hand, its result."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from scicvote.actes import vote as actes_vote
from scicvote.core.assemblee import Assemblee, Vote
from scicvote.core.contexte_papier import Contexte
from scicvote.core.exact import accord, pourcent_court
from scicvote.core.faits import Resolution, Scrutin
from scicvote.core.moments import effectifs
from scicvote.core.pv_secret import expose, taire
from scicvote.core.recalcul import (
    candidats_du_tour,
    cle_candidat,
    est_election,
    resultat_de,
    sieges_du_tour,
    statuts_de,
)
from scicvote.core.saisie_vote import cle_candidat_saisie, comptages, figures, participants, reste_ensemble, sans_vote
from scicvote.core.scrutin import ENSEMBLE
from scicvote.core.vote import DEMANDE_SECRET, SECRETS, corps_attendus
from scicvote.store.depot import Acte
from scicvote.ui.heures import heure_par_defaut
from scicvote.ui.lecture_avant import candidats_presentes, encarts_possibilite, majorite, notes
from scicvote.ui.lecture_resultat import consultation
from scicvote.ui.lecture_vote import (
    NOMINAL,
    Phase,
    etat_point,
    modes_permis,
    phase,
    titre_vote,
    votants,
    vote_en_main,
)
from scicvote.ui.pages.page_etape import PageEtape
from scicvote.ui.saisie_vote import SaisieVote
from scicvote.ui.scene import scene_de
from scicvote.ui.session import ActeDemande, Session
from scicvote.ui.textes import heure, majuscule
from scicvote.ui.widgets.alternance import Alternance
from scicvote.ui.widgets.banniere import Encart
from scicvote.ui.widgets.carte import Carte
from scicvote.ui.widgets.carte_avant import CarteAvant
from scicvote.ui.widgets.carte_presents import CartePresents
from scicvote.ui.widgets.carte_resultat import CarteResultat
from scicvote.ui.widgets.carte_vote import CarteVote
from scicvote.ui.widgets.grille_vote import Corps, Figure
from scicvote.ui.widgets.mise_en_page import Colonnes
from scicvote.ui.widgets.ordre_du_jour import OrdreDuJour, Point
from scicvote.ui.widgets.vide import Vide


class VueVoter(PageEtape):
    """What is shown; ``PageVoter`` adds what is done."""

    cle = etape = "voter"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.resolution = 0
        self.devoile = 0  # the scrutin whose figures were asked for though they speak
        self.ordre = OrdreDuJour(self.tr("Ordre du jour"))
        self.presents = CartePresents()
        self.carte = CarteVote()
        self.avant, self.carte_resultat = CarteAvant(), CarteResultat()
        self.attente = Vide("vote", "", "")
        self._carte_attente = Carte()
        self.droite = Alternance(self.avant, self._carte_attente, self.carte_resultat)
        self._vide = Vide("vote", "", "")
        self._pile = QStackedWidget()
        self.secondaire = self.bouton_pied("")
        self.principal = self.bouton_pied("", "principal")
        self._disposer()

    def _disposer(self) -> None:
        agenda = Carte(self.tr("Ordre du jour"))
        agenda.ajouter(self.ordre, 1)
        gauche = QWidget()
        boite = QVBoxLayout(gauche)
        boite.setContentsMargins(0, 0, 0, 0)
        boite.setSpacing(24)
        boite.addWidget(agenda, 1)
        boite.addWidget(self.presents)
        self._carte_attente.ajouter(self.attente, 1)
        self.colonnes = Colonnes(920)
        self.colonnes.ajouter(gauche, 240)
        self.colonnes.ajouter(self.carte)
        self.colonnes.ajouter(self.droite, 328)
        vide = Carte()
        vide.ajouter(self._vide, 1)
        self._pile.addWidget(self.colonnes)
        self._pile.addWidget(vide)
        self.boite.addWidget(self._pile, 1)

    # --- what is in hand

    @property
    def point(self) -> Resolution | None:
        """The point in hand."""
        return self.ag.resolution_par_numero.get(self.resolution) if self.ag else None

    @property
    def vote(self) -> Vote | None:
        """The scrutin in hand."""
        return vote_en_main(self.ag, self.resolution) if self.ag else None

    @property
    def saisie(self) -> SaisieVote:
        """The drafts of the scrutin in hand. Raises RuntimeError without one."""
        ag, vote = self.ag, self.vote
        if ag is None or vote is None:
            raise RuntimeError("no scrutin in hand")
        return SaisieVote(self.session.brouillons, ag.numero, vote.scrutin.scrutin)

    def phase(self) -> Phase:
        """Where the point in hand stands; a scrutin that is being counted again is open."""
        ou = phase(self.ag, self.resolution) if self.ag else Phase.A_VOTER
        return Phase.OUVERT if ou is Phase.DEPOUILLE and self.saisie.recompte else ou

    def mode(self) -> str:
        """The mode chosen for the next scrutin on the point."""
        ag, point = self.ag, self.point
        if ag is None or point is None:
            return ""
        permis = [cle for cle, _ in modes_permis(self.session.dossier, ag, point)]
        garde = self.session.brouillons.lire(f"voter/{ag.numero}/mode/{point.resolution}") or ""
        return garde if garde in permis else permis[0]

    def ouvrir_demande(self, objet: str = "resolution") -> ActeDemande:
        """The act that opens the next scrutin. Raises RuntimeError without an assembly."""
        if self.ag is None:
            raise RuntimeError("no assembly in hand")
        numero, point, moment = self.ag.numero, self.resolution, heure_par_defaut(self.ag, self.session.maintenant)
        mode = "main_levee" if objet == DEMANDE_SECRET else self.mode()
        return lambda depot: actes_vote.ouvrir_scrutin(depot, numero, point, mode, moment, objet)

    # --- showing

    def actualiser(self) -> None:
        ag = self.ag
        pret = ag is not None and bool(ag.resolutions)
        self._pile.setCurrentIndex(0 if pret else 1)
        if ag is None or not pret:
            self._dire_vide()
        else:
            points = [
                Point(r.resolution, r.numero, r.titre, etat_point(self.session.dossier, ag, r)) for r in ag.resolutions
            ]
            with QSignalBlocker(self.ordre):  # the point is shown once, below
                self.ordre.remplacer(points)
                voulue = scene_de(self.session).resolution
                rang = self.ordre.modele.rang_de(voulue or self.resolution)
                self.ordre.choisir_rang(self._premier(ag) if rang is None else rang)
            self.montrer(self.ordre.modele.ligne(self.ordre.rang()).resolution)
            self._montrer_presents(ag)
        self.montrer_pied()

    @staticmethod
    def _premier(ag: Assemblee) -> int:
        """The first point that waits, else the first."""
        finies = (Phase.PROCLAME, Phase.RETIREE)
        attendent = [i for i, r in enumerate(ag.resolutions) if phase(ag, r.resolution) not in finies]
        return attendent[0] if attendent else 0

    def _dire_vide(self) -> None:
        if self.ag is None:
            self._vide.dire(
                self.tr("Aucune assemblée n’est choisie"), self.tr("Ouvrir celle que l’on tient aujourd’hui.")
            )
        else:
            self._vide.dire(
                self.tr("L’ordre du jour est vide"),
                self.tr("Rien n’est à voter\u00a0: l’ordre du jour s’écrit à l’étape Préparer."),
            )

    def _montrer_presents(self, ag: Assemblee) -> None:
        contexte = Contexte(self.session.dossier, ag)
        moment = heure_par_defaut(ag, self.session.maintenant)
        note = self.tr("séance close") if ag.close else self.tr("à {}").format(heure(moment))
        self.presents.montrer(effectifs(contexte, ag.assistance), note)
        self.presents.mouvement.setEnabled(not ag.close)

    def montrer_pied(self) -> None:
        """The footer's buttons."""

    def montrer(self, resolution: int) -> None:
        """Show a point of the agenda."""
        ag = self.ag
        if ag is None or resolution not in ag.resolution_par_numero:
            return
        self.resolution = resolution
        scene_de(self.session).montrer(resolution)
        point, vote = ag.resolution_par_numero[resolution], self.vote
        self.carte.dire(
            titre_vote(point, vote), point.titre, ag.texte_de(point), list(notes(self.session.dossier, ag, point))
        )
        ou = self.phase()
        if ou in (Phase.A_VOTER, Phase.SECOND_TOUR):
            self._montrer_avant(ag, point, ou)
        elif ou is Phase.RETIREE or vote is None:
            self._montrer_retiree()
        else:
            self._montrer_vote(ag, point, vote, ou)
        self._montrer_gestes(ag, point, ou)
        self.colonnes.updateGeometry()
        self.montrer_pied()

    def _montrer_gestes(self, ag: Assemblee, point: Resolution, ou: Phase) -> None:
        carte, avant = self.carte, ou is Phase.A_VOTER and ag.ouverte and not ag.close
        secret_possible = "scrutin_secret" in statuts_de(self.session.dossier, ag).regles
        deja = bool(ag.votes_de(point.resolution, DEMANDE_SECRET))
        carte.contre_epreuve.setVisible(ou is Phase.DEPOUILLE)
        carte.secret.setVisible(avant and secret_possible and not deja and self.mode() not in SECRETS)
        carte.deport.setVisible(avant)
        carte.amender.setVisible(avant)
        carte.autre.setVisible(not ag.close)

    # --- before

    def _montrer_avant(self, ag: Assemblee, point: Resolution, ou: Phase) -> None:
        carte, dossier = self.carte, self.session.dossier
        carte.proposer_modes(() if ag.close else modes_permis(dossier, ag, point), self.mode())
        carte.dire_mode("", majuscule(consultation(ag.convocation.consultation)))
        essai = self.session.essayer(self.ouvrir_demande())
        tour = 2 if ou is Phase.SECOND_TOUR else 1
        temoin = self._temoin(ag, essai)
        self._grille(ag, temoin)
        carte.grille.show()
        carte.grille.poser({})
        carte.grille.figer(True, comptee=False)
        carte.appel.hide()
        carte.montrer_chiffres.hide()
        carte.encarts(())
        carte.heures.setText("")
        if ou is Phase.SECOND_TOUR:
            self._montrer_resultat(ag, point, self.vote)
            return
        encarts = [*encarts_possibilite(dossier, ag, point, tour), *candidats_presentes(dossier, ag, point)]
        rien = () if encarts or essai.issues else (self.tr("Rien ne s’y oppose\u00a0: ouvrir le scrutin."),)
        phrases = (*rien, *majorite(dossier, ag, point))
        # both say the same of a designation: the note says more
        issues = [issue for issue in essai.issues if issue.code != "MAJORITE_IMPOSSIBLE"]
        self.avant.montrer(self.tr("Avant le vote"), issues, encarts, phrases)
        self.droite.montrer(self.avant)

    @staticmethod
    def _temoin(ag: Assemblee, essai: Acte) -> Vote | None:
        """The scrutin as it would be opened."""
        numero = next((fait.scrutin for fait in essai.faits if isinstance(fait, Scrutin)), None)
        return ag.avec(essai.faits).vote(numero) if numero is not None else None

    def _montrer_retiree(self) -> None:
        carte = self.carte
        carte.proposer_modes((), "")
        carte.dire_mode("", "")
        carte.grille.composer((), ())
        carte.appel.hide()
        carte.montrer_chiffres.hide()
        carte.encarts(())
        carte.heures.setText("")
        self._attendre(self.tr("Résolution retirée"), self.tr("Elle n’est pas mise aux voix."))

    def _attendre(self, titre: str, conseil: str) -> None:
        self.attente.dire(titre, conseil)
        self.droite.montrer(self._carte_attente)

    # --- a scrutin

    def _grille(self, ag: Assemblee, vote: Vote | None) -> None:
        """Lay the grid out for a scrutin."""
        if vote is None:
            self.carte.grille.composer((), ())
            return
        dossier, election = self.session.dossier, est_election(ag, vote)
        candidats = candidats_du_tour(dossier, ag, vote) if election else ()
        mots = {
            "pour": self.tr("Pour"),
            "contre": self.tr("Contre"),
            "abstention": self.tr("Abst."),
            "blanc": self.tr("Blancs"),
            "nul": self.tr("Nuls"),
            "votants": self.tr("Votants"),
            **{cle_candidat_saisie(n): cle_candidat(dossier, ag, n) for n in candidats},
        }
        cles = figures(vote.scrutin.mode, candidats)
        self.carte.grille.composer(
            self._corps(ag, vote), [Figure(cle, mots[cle]) for cle in cles], sieges_du_tour(ag, vote) if election else 0
        )

    def _corps(self, ag: Assemblee, vote: Vote) -> list[Corps]:
        statuts = statuts_de(self.session.dossier, ag)
        par_tete = statuts.regles[vote.scrutin.regle].par_tete
        corps = []
        for code, tel in corps_attendus(ag, vote).items():
            college = statuts.par_code.get(code)
            if code == ENSEMBLE or college is None:
                corps.append(Corps(ENSEMBLE, self.tr("Une voix par personne"), "", tel))
            else:
                poids = self.tr("une voix par personne") if par_tete else self._poids(college.poids)
                corps.append(Corps(code, college.nom, poids, tel))
        return corps

    def _poids(self, poids: Fraction) -> str:
        return self.tr("{} des voix").format(pourcent_court(poids / 100))

    def _montrer_vote(self, ag: Assemblee, point: Resolution, vote: Vote, ou: Phase) -> None:
        carte = self.carte
        carte.proposer_modes((), "")
        carte.dire_mode(vote.scrutin.mode, majuscule(consultation(ag.convocation.consultation)))
        self._grille(ag, vote)
        if ou is Phase.OUVERT:
            self._montrer_saisie(ag, vote)
        else:
            self._montrer_compte(vote)
            self._montrer_resultat(ag, point, vote)
        carte.heures.setText(self._heures(ag, vote))

    def _montrer_saisie(self, ag: Assemblee, vote: Vote) -> None:
        carte, saisie = self.carte, self.saisie
        carte.montrer_chiffres.hide()
        carte.grille.show()
        carte.grille.figer(False)
        cases = saisie.cases(saisie.passe)
        nominal = vote.scrutin.mode == NOMINAL and not est_election(ag, vote)
        if nominal and not cases:
            cases = {(c.code, "pour"): str(participants(c.corps)) for c in self._corps(ag, vote)}
        carte.grille.poser(cases)
        carte.grille.marquer([(code, cle) for code, cle, _, _ in saisie.ecarts_vus()])
        carte.appel.setVisible(nominal)
        if nominal:
            carte.appel.proposer(votants(self.session.dossier, ag, vote))
        carte.encarts(self._encarts_saisie(vote))
        self.montrer_apercu()

    def _encarts_saisie(self, vote: Vote) -> list[Encart]:
        encarts, saisie = [], self.saisie
        if saisie.recompte:
            titre = (
                self.tr("Contre-épreuve\u00a0: tout est recompté.")
                if saisie.recompte == "contre-epreuve"
                else self.tr("Scrutin rouvert\u00a0: corriger, puis clore.")
            )
            encarts.append(Encart("accent", "refresh-cw", titre, self.tr("Le premier décompte reste au dossier.")))
        if vote.scrutin.mode in SECRETS:
            if vus := saisie.ecarts_vus():
                mots = {f.cle: f.mot for f in self.carte.grille.figures}
                lignes = [
                    self.tr("{}{}\u00a0: {}, puis {}").format(
                        "" if code == ENSEMBLE else f"{code}, ", mots.get(cle, cle), une, deux
                    )
                    for code, cle, une, deux in vus
                ]
                titre = self.tr("Les deux saisies diffèrent\u00a0: recompter les bulletins, puis ressaisir.")
                encarts.append(Encart("alerte", "triangle-alert", titre, *lignes))
            if saisie.passe == 1:
                titre, detail = self.tr("Première saisie."), self.tr("Une seconde, indépendante, doit concorder.")
            else:
                titre = self.tr("Seconde saisie.")
                detail = self.tr("Faite par quelqu’un d’autre, sans regarder la première.")
            encarts.append(Encart("discret", "lock", titre, detail))
        return encarts

    def montrer_apercu(self) -> None:
        """The result as it would be, live, for an open vote whose count balances; nothing of a secret one."""
        ag, vote = self.ag, self.vote
        if ag is None or vote is None:
            return
        if vote.scrutin.mode in SECRETS:
            self._attendre(
                self.tr("Scrutin secret en cours"), self.tr("Rien n’est montré avant que le scrutin soit clos.")
            )
            return
        restants = self.carte.grille.restants()
        essai = self.session.essayer(self.depouiller_demande())
        if essai.refus or any(restants.values()):
            manque = reste_ensemble(sans_vote(restants))
            self._attendre(
                self.tr("Scrutin en cours"),
                essai.refus[0].phrase
                if essai.refus
                else self.tr("Reste {} à compter.").format(accord(manque, "voix", "voix")),
            )
            return
        apres = ag.avec(essai.faits)
        compte = apres.vote(vote.scrutin.scrutin)
        if compte is not None:
            resultat = resultat_de(self.session.dossier, apres, compte)
            self.carte_resultat.montrer(resultat, compte, statuts_de(self.session.dossier, ag), {}, apercu=True)
            self.droite.montrer(self.carte_resultat)

    def depouiller_demande(self, seconde: bool = False) -> ActeDemande:
        """The act that closes the scrutin in hand on the figures typed. Raises RuntimeError without one."""
        ag, vote = self.ag, self.vote
        if ag is None or vote is None:
            raise RuntimeError("no scrutin in hand")
        numero, scrutin, moment = ag.numero, vote.scrutin.scrutin, heure_par_defaut(ag, self.session.maintenant)
        compte = self.carte.grille.comptage()
        contre = compte if seconde else None
        return lambda depot: actes_vote.depouiller(depot, numero, scrutin, compte, moment, contre)

    def _montrer_compte(self, vote: Vote) -> None:
        """The recorded count; the figures of a secret vote that speak wait to be asked for."""
        carte = self.carte
        cases = {}
        for compte in vote.comptes:
            for nom in ("pour", "contre", "abstention", "blanc", "nul", "votants"):
                cases[compte.college, nom] = str(getattr(compte, nom))
        for voix in vote.voix:
            cases[voix.college, cle_candidat_saisie(voix.candidat)] = str(voix.voix)
        parle = bool(expose(vote).corps) and self.devoile != vote.scrutin.scrutin
        carte.grille.poser({} if parle else cases)
        carte.grille.figer(True)
        carte.grille.marquer(())
        carte.grille.setVisible(not parle)
        carte.appel.hide()
        carte.appel.oublier()
        carte.montrer_chiffres.setVisible(parle)
        encarts = []
        if expose(vote).corps:
            encarts.append(
                Encart(
                    "alerte",
                    "lock",
                    self.tr("Ces chiffres diraient qui a voté quoi."),
                    self.tr("Moins de trois votants, ou un vote unanime, dans un corps qui a voté en secret."),
                )
            )
        carte.encarts(encarts)

    def _heures(self, ag: Assemblee, vote: Vote) -> str:
        mots = [self.tr("Ouvert à {}").format(heure(vote.scrutin.heure))]
        if vote.depouillement is not None:
            mots.append(self.tr("clos à {}").format(heure(vote.depouillement.heure)))
            if vote.depouillement.contradictoire:
                mots.append(self.tr("deux saisies concordantes"))
        if vote.proclamation is not None:
            mots.append(self.tr("proclamé à {}").format(heure(vote.proclamation.heure)))
        phrase = ", ".join(mots) + "."
        if len(fois := comptages(ag, vote.scrutin.scrutin)) > 1:
            phrase += " " + self.tr("Compté {} fois").format(len(fois))
            if not taire(vote) and not expose(vote).corps and not est_election(ag, vote):
                pour, contre, abstention = map(fois[0].total, ("pour", "contre", "abstention"))
                phrase += self.tr("\u00a0; la première fois\u00a0: {} pour, {} contre, {}").format(
                    pour, contre, accord(abstention, "abstention")
                )
            phrase += "."
        return phrase

    # --- a result

    def _montrer_resultat(self, ag: Assemblee, point: Resolution, vote: Vote | None) -> None:
        if vote is None:
            return
        resultat = resultat_de(self.session.dossier, ag, vote)
        statuts = statuts_de(self.session.dossier, ag)
        self.carte_resultat.montrer(resultat, vote, statuts, self._mots_elus(ag, point))
        self.droite.montrer(self.carte_resultat)

    def _mots_elus(self, ag: Assemblee, point: Resolution) -> dict[str, str]:
        personnes = self.session.dossier.registre.au(ag.jour).par_numero
        mots = {}
        for candidature in ag.candidats(point.resolution):
            personne = personnes.get(candidature.candidat)
            feminin = personne is not None and personne.fiche.civilite == "Mme"
            cle = cle_candidat(self.session.dossier, ag, candidature.candidat)
            mots[cle] = self.tr("Élue") if feminin else self.tr("Élu")
        return mots
