"""A scrutin as it is shown: its grid, what is being typed, what was counted, its result."""

from __future__ import annotations

from fractions import Fraction

from scicvote.actes import vote as actes_vote
from scicvote.actes.votes_externes import depouiller_avec
from scicvote.core.assemblee import Assemblee, Vote
from scicvote.core.correspondance import par_poste
from scicvote.core.correspondance_vote import corps_en_salle, dire, retrancher
from scicvote.core.exact import accord, pourcent_court
from scicvote.core.faits import Resolution
from scicvote.core.francais import enumerer
from scicvote.core.pouvoir import blancs
from scicvote.core.pv_secret import expose, taire
from scicvote.core.recalcul import (
    candidats_du_tour,
    cle_candidat,
    est_election,
    resultat_de,
    sieges_du_tour,
    statuts_de,
)
from scicvote.core.retours import Etat as EtatCollege
from scicvote.core.retours import comptage_recu, etats_du_vote
from scicvote.core.saisie_vote import cle_candidat_saisie, comptages, figures, participants, reste_ensemble, sans_vote
from scicvote.core.scrutin import ENSEMBLE
from scicvote.core.vote import DEMANDE_SECRET, ISOLOIR, SECRETS
from scicvote.core.votes_externes import VotesExternes
from scicvote.ui.heures import heure_par_defaut
from scicvote.ui.lecture_resultat import consultation
from scicvote.ui.lecture_vote import (
    NOMINAL,
    Phase,
    votants,
)
from scicvote.ui.pages.voter_isoloir import GestesIsoloir
from scicvote.ui.pages.voter_socle import SocleVoter
from scicvote.ui.saisie_vote import ROUVERT
from scicvote.ui.session import ActeDemande, Session
from scicvote.ui.textes import heure, majuscule
from scicvote.ui.widgets.banniere import Encart
from scicvote.ui.widgets.grille_vote import Corps, Figure


class VueScrutin(SocleVoter):
    """Shows one scrutin; nothing of a secret one before it is closed."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.isoloir = GestesIsoloir(self)

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
        for code, tel in corps_en_salle(ag, vote).items():
            college, poste = statuts.par_code.get(code), self._poste(vote, code)
            if code == ENSEMBLE or college is None:
                nom = self.tr("Une voix par personne")
                corps.append(Corps(ENSEMBLE, f"{nom}, {poste}" if poste else nom, "", tel))
            else:
                poids = self.tr("une voix par personne") if par_tete else self._poids(college.poids)
                corps.append(Corps(code, college.nom, f"{poids}\n{poste}" if poste else poids, tel))
        return corps

    def _poste(self, vote: Vote, code: str) -> str:
        """What the votes by post add to a body; of a secret vote, how many they are."""
        poste = par_poste(vote, code)
        if not poste.votants:
            return ""
        if vote.scrutin.mode in SECRETS:
            return self.tr("et {} par poste").format(poste.votants)
        mots = ((poste.pour, self.tr("pour")), (poste.contre, self.tr("contre")), (poste.abstention, self.tr("abst.")))
        dits = ", ".join(f"{n}\u00a0{mot}" for n, mot in mots if n)
        return self.tr("poste\u00a0: {}").format(dits)

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
        carte.grille.setVisible(vote.scrutin.mode != ISOLOIR)
        if vote.scrutin.mode == ISOLOIR:
            carte.appel.hide()
            carte.encarts(self.isoloir.encarts())
            self.montrer_apercu()
            return
        carte.grille.figer(False)
        cases = saisie.cases(saisie.passe)
        nominal = vote.scrutin.mode == NOMINAL and not est_election(ag, vote)
        if nominal and not cases:
            cases = {(c.code, "pour"): str(participants(c.corps)) for c in self._corps(ag, vote)}
        carte.grille.poser(cases)
        self._bloquer_ailleurs(ag, vote)
        carte.grille.marquer([(code, cle) for code, cle, _, _ in saisie.ecarts_vus()])
        carte.appel.setVisible(nominal)
        if nominal:
            carte.appel.proposer(votants(self.session.dossier, ag, vote))
        carte.encarts(self._encarts_saisie(vote))
        self.montrer_apercu()

    def _bloquer_ailleurs(self, ag: Assemblee, vote: Vote) -> None:
        """The colleges that vote on another computer are not typed; in secret their figures wait for the others'."""
        recus, etats = comptage_recu(ag, vote), etats_du_vote(ag, vote)
        figures: dict[tuple[str, str], str] = {}
        for code, compte in recus.items() if vote.scrutin.mode not in SECRETS else ():
            if etats[code] == EtatCollege.RETOURNE:
                figures |= {(code, cle): str(getattr(compte, cle)) for cle in ("pour", "contre", "abstention")}
        self.carte.grille.bloquer(tuple(recus), figures)

    def _encarts_ailleurs(self, ag: Assemblee, vote: Vote) -> list[Encart]:
        """Where the votes of each college that is not in the room come from."""
        mots = {
            EtatCollege.ATTENDU: (
                "alerte",
                "clock",
                self.tr("Collège {}\u00a0: son retour est attendu avant la proclamation."),
            ),
            EtatCollege.RETOURNE: ("bon", "check", self.tr("Collège {}\u00a0: ses voix sont celles de son retour.")),
            EtatCollege.SILENCE: ("discret", "minus", self.tr("Collège {}\u00a0: son silence est attesté.")),
        }
        etats = etats_du_vote(ag, vote).items()
        return [Encart(*mots[etat][:2], mots[etat][2].format(code)) for code, etat in etats if etat in mots]

    def _encarts_saisie(self, vote: Vote) -> list[Encart]:
        encarts, saisie = [] if self.ag is None else self._encarts_ailleurs(self.ag, vote), self.saisie
        if saisie.recompte:
            titre = (
                self.tr("Contre-épreuve\u00a0: tout est recompté.")
                if saisie.recompte == "contre-epreuve"
                else self.tr("Scrutin rouvert\u00a0: corriger, puis clore.")
            )
            encarts.append(Encart("accent", "refresh-cw", titre, self.tr("Le premier décompte reste au dossier.")))
        encarts += self._encart_poste(vote, self.tr("Ils s’ajoutent d’eux-mêmes\u00a0: ne compter ici que la salle."))
        encarts += self._encarts_blancs(vote)
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

    def _encart_poste(self, vote: Vote, suite: str) -> list[Encart]:
        """The votes by post, and what becomes of them."""
        ag = self.ag
        ecrits = dire(ag, vote, choix=vote.scrutin.mode not in SECRETS) if ag is not None else ""
        return [Encart("accent", "send", f"{ecrits}.", suite)] if ecrits else []

    def _encarts_blancs(self, vote: Vote) -> list[Encart]:
        """How the chair votes for those whose proxy named nobody, where the law says it."""
        ag = self.ag
        combien = len(blancs(ag)) if ag is not None and vote.scrutin.objet != DEMANDE_SECRET else 0
        if ag is None or not combien or statuts_de(self.session.dossier, ag).forme != "SA":
            return []
        titre = self.tr("{} à la présidence.").format(accord(combien, "pouvoir sans nom", "pouvoirs sans nom"))
        detail = self.tr(
            "Pour les projets que le conseil présente ou agrée, contre les autres (C. com., art.\u00a0L225-106)."
        )
        return [Encart("discret", "file-check", titre, detail)]

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

    def fichier_comptable(self) -> bool:
        """Whether votes from a file can be counted with the figures typed: an open vote, not secret, on a resolution.

        Not once reopened: the figures brought back already hold those of a file.
        """
        vote, point = self.vote, self.point
        if vote is None or point is None or self.phase() is not Phase.OUVERT or self.saisie.recompte == ROUVERT:
            return False
        return not point.sieges and vote.scrutin.objet != DEMANDE_SECRET and vote.scrutin.mode not in SECRETS

    def depouiller_avec_demande(self, votes: VotesExternes, mode: str) -> ActeDemande:
        """The act that closes the scrutin in hand on the figures typed and those of a file. Raises RuntimeError without one."""
        ag, vote = self.ag, self.vote
        if ag is None or vote is None:
            raise RuntimeError("no scrutin in hand")
        numero, scrutin, moment = ag.numero, vote.scrutin.scrutin, heure_par_defaut(ag, self.session.maintenant)
        salle = self.carte.grille.comptage()
        return lambda depot: depouiller_avec(depot, numero, scrutin, salle, votes, mode, moment)

    def _montrer_compte(self, vote: Vote) -> None:
        """The recorded count; the figures of a secret vote that speak wait to be asked for."""
        carte = self.carte
        cases: dict[tuple[str, str], str] = {}
        for compte in vote.comptes:
            noms = ("pour", "contre", "abstention", "blanc", "nul", "votants")
            salle = retrancher(vote, compte.college, {nom: getattr(compte, nom) for nom in noms})
            cases |= {(compte.college, nom): str(n) for nom, n in salle.items()}
        for voix in vote.voix:
            cases[voix.college, cle_candidat_saisie(voix.candidat)] = str(voix.voix)
        demandes = self.devoile == vote.scrutin.scrutin and not vote.total_seul
        parle = bool(expose(vote).corps or vote.total_seul) and not demandes
        carte.grille.poser({} if parle else cases)
        carte.grille.figer(True)
        carte.grille.marquer(())
        carte.grille.setVisible(not parle)
        carte.appel.hide()
        carte.appel.oublier()
        carte.montrer_chiffres.setVisible(parle and not vote.total_seul)
        encarts = self._encart_poste(vote, self.tr("Ils sont ajoutés à ces chiffres, qui sont ceux de la salle."))
        if expose(vote).corps and not vote.total_seul:
            encarts.append(
                Encart(
                    "alerte",
                    "lock",
                    self.tr("Ces chiffres diraient qui a voté quoi."),
                    self.tr("Moins de trois votants, ou un vote unanime, dans un corps qui a voté en secret."),
                )
            )
        if vote.total_seul:
            titre = self.tr("{} {} que seul le total porté soit donné.").format(
                enumerer(vote.total_seul), "accepte" if len(vote.total_seul) == 1 else "acceptent"
            )
            encarts.append(Encart("accent", "lock", titre))
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
