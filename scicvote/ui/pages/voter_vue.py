"""The page of the votes as it is shown: the agenda, attendance, a point before its vote or withdrawn."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker

from scicvote.core.assemblee import Assemblee, Vote
from scicvote.core.contexte_papier import Contexte
from scicvote.core.faits import Resolution, Scrutin
from scicvote.core.mission import mission_de
from scicvote.core.moments import effectifs, ensemble
from scicvote.core.ouverture import CONDITION
from scicvote.core.procedures import checklist
from scicvote.core.recalcul import statuts_de
from scicvote.core.retours import suivis
from scicvote.core.vote import DEMANDE_SECRET, ISOLOIR, SECRETS
from scicvote.store.depot import Acte
from scicvote.ui.heures import heure_par_defaut
from scicvote.ui.lecture_avant import candidats_presentes, encarts_possibilite, majorite, notes
from scicvote.ui.lecture_resultat import consultation
from scicvote.ui.lecture_vote import (
    Phase,
    etat_point,
    modes_permis,
    phase,
    titre_vote,
)
from scicvote.ui.pages.voter_scrutin import VueScrutin
from scicvote.ui.scene import scene_de
from scicvote.ui.textes import heure, majuscule
from scicvote.ui.widgets.ordre_du_jour import Point


class VueVoter(VueScrutin):
    """What is shown; ``PageVoter`` adds what is done."""

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
        self.presents.montrer(effectifs(contexte, ag.assistance), ensemble(contexte, ag.assistance), note)
        self.presents.mouvement.setEnabled(not ag.close)
        self.ailleurs.montrer(suivis(ag), ag.close)

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
        carte.contre_epreuve.setVisible(ou is Phase.DEPOUILLE and not self.isoloir.en_main)
        carte.secret.setVisible(avant and secret_possible and not deja and self.mode() not in SECRETS)
        carte.deport.setVisible(avant)
        carte.amender.setVisible(avant and mission_de(ag) is None)
        carte.autre.setVisible(not ag.close and ou is not Phase.RETIREE)

    # --- before

    def _montrer_avant(self, ag: Assemblee, point: Resolution, ou: Phase) -> None:
        carte, dossier = self.carte, self.session.dossier
        carte.proposer_modes(() if ag.close else modes_permis(dossier, ag, point), self.mode())
        carte.dire_mode("", majuscule(consultation(ag.convocation.consultation)))
        essai = self.session.essayer(self.ouvrir_demande())
        tour = 2 if ou is Phase.SECOND_TOUR else 1
        temoin = self._temoin(ag, essai)
        self._grille(ag, temoin)
        isoloir = self.mode() == ISOLOIR and not ag.close
        carte.grille.setVisible(not isoloir)
        carte.grille.poser({})
        carte.grille.figer(True, comptee=False)
        carte.appel.hide()
        carte.montrer_chiffres.hide()
        carte.encarts((self.isoloir.annonce(),) if isoloir else ())
        carte.heures.setText("")
        if ou is Phase.SECOND_TOUR:
            self._montrer_resultat(ag, point, self.vote)
            return
        encarts = [*encarts_possibilite(dossier, ag, point, tour), *candidats_presentes(dossier, ag, point)]
        rien = () if encarts or essai.issues else (self.tr("Rien ne s’y oppose\u00a0: ouvrir le scrutin."),)
        phrases = (*rien, *majorite(dossier, ag, point))
        # the note says more of a designation, the list of the conditions says those that are missing
        issues = [issue for issue in essai.issues if issue.code not in ("MAJORITE_IMPOSSIBLE", CONDITION)]
        self.avant.montrer(self.tr("Avant le vote"), issues, encarts, phrases)
        self.avant.conditions.montrer(point.resolution, checklist(dossier, ag, point))
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
        carte.grille.hide()
        carte.appel.hide()
        carte.montrer_chiffres.hide()
        carte.encarts(())
        carte.heures.setText("")
        self._attendre(self.tr("Résolution retirée"), self.tr("Elle n’est pas mise aux voix."))
