"""Check-in as it is laid out and shown: the field, the list, the counters; what an act changes, and no more."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from scicvote.core.contexte_papier import citer
from scicvote.core.correspondance import prevue
from scicvote.core.dossier import Dossier
from scicvote.core.faits import FormulaireVote
from scicvote.core.moments import effectifs, ensemble, heure_cloture
from scicvote.core.scrutin import ENSEMBLE
from scicvote.store.depot import Acte
from scicvote.ui import theme
from scicvote.ui.derniers_gestes import derniers_gestes
from scicvote.ui.heures import heure_par_defaut, instant
from scicvote.ui.lecture_emargement import LectureEmargement, concernes
from scicvote.ui.pages.emarger_gestes import GestesEmarger
from scicvote.ui.pages.page import Aide, Commande
from scicvote.ui.pages.page_etape import PageEtape
from scicvote.ui.session import Session
from scicvote.ui.textes import heure
from scicvote.ui.widgets.carte import Carte
from scicvote.ui.widgets.carte_gestes import CarteGestes
from scicvote.ui.widgets.carte_onglets import CarteOnglets
from scicvote.ui.widgets.compteurs import CarteCompteurs, Corps
from scicvote.ui.widgets.grande_ligne import ChampEmargement, ChampHeureSuivie
from scicvote.ui.widgets.icone import Bouton
from scicvote.ui.widgets.liste_emargement import ListeEmargement
from scicvote.ui.widgets.liste_pouvoirs import ListePouvoirs, lignes_pouvoirs
from scicvote.ui.widgets.mise_en_page import Colonnes, pile, rangee
from scicvote.ui.widgets.panneau_morale import PanneauMorale
from scicvote.ui.widgets.texte import Coupe
from scicvote.ui.widgets.vide import Vide
from scicvote.ui.widgets.volet_courrier import VoletCourrier
from scicvote.ui.widgets.volets_seance import VoletBureau, VoletInvites, VoletListe

_TIC = 5000  # milliseconds between two looks at the clock

_COTE_A_COTE = theme.FENETRE_ETROITE - theme.NAVIGATION_ETROITE  # under this width the counters stand below the list


class VueEmarger(PageEtape):
    """Reads the whole list once; after that each act changes its rows and the counters, nothing else."""

    cle = etape = "emarger"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.saisie = ChampEmargement(self.tr("Qui arrive"), self.tr("Trois lettres du nom"), lambda: self.a_la_main)
        self.heure = ChampHeureSuivie(self.tr("Arrivée"))
        self.panneau = PanneauMorale(session.brouillons)
        self.liste = ListeEmargement(self.tr("Associés de l’assemblée"))
        self.derniers, self.compteurs = CarteGestes(), CarteCompteurs()
        self.resume = Coupe("fort")  # the counters in one line, where their card has no room beside the list
        self.pouvoirs, self.bureau, self.invites = ListePouvoirs(), VoletBureau(), VoletInvites()
        self.courrier, self.changements = VoletCourrier(), VoletListe()
        self.volets = CarteOnglets(self.tr("Pouvoirs, bureau, invités, liste"))
        self.gestes = GestesEmarger(self, self._heure_fixee)
        self.seance = self.bouton_pied(self.tr("Séance"), "pied", "ellipsis")
        self.feuille = self.bouton_pied(self.tr("Feuille de présence"))
        self.principal = self.bouton_pied("", "principal")
        self.a_la_main = False  # a row was chosen by the arrows or the mouse: letters are gestures
        self._ambigu = ""
        self._vu: tuple[Dossier, int] | None = None
        self._en_main: tuple[Path, int] | None = None
        self._pied: object = None
        self._composer()

    # --- building

    def _composer(self) -> None:
        self._personne = Vide("user-x", "", "", Bouton(self.tr("Inviter sans voix…"), "petit", "user-plus"))
        self._pile_liste = QStackedWidget()
        self._pile_liste.addWidget(self.liste)
        self._pile_liste.addWidget(self._personne)
        carte = Carte()
        carte.ajouter(self._pile_liste, 1)
        for cle_, mot, contenu in (
            ("pouvoirs", self.tr("Pouvoirs"), self.pouvoirs),
            ("bureau", self.tr("Bureau"), self.bureau),
            ("courrier", self.tr("Poste"), self.courrier),
            ("invites", self.tr("Sans voix"), self.invites),
            ("liste", self.tr("Liste"), self.changements),
        ):
            self.volets.onglet(cle_, mot, contenu)
        self.volets.setMinimumHeight(232)
        self.heure.setFixedWidth(184)
        entree = rangee(espace=16)
        entree.addWidget(self.saisie, 1)
        entree.addWidget(self.heure)
        gauche, droite = QWidget(), QWidget()
        boite = pile(entree, self.resume, self.panneau, espace=16)
        boite.addWidget(carte, 1)
        boite.addSpacing(8)
        boite.addWidget(self.derniers)
        gauche.setLayout(boite)
        colonne = pile(self.compteurs, espace=theme.GOUTTIERE)
        colonne.addWidget(self.volets, 1)
        droite.setLayout(colonne)
        self.colonnes = Colonnes(_COTE_A_COTE)
        self.colonnes.ajouter(gauche)
        self.colonnes.ajouter(droite, 400)
        self._vide = Vide("users", "", "", Bouton(self.tr("Les assemblées"), "petit"))
        self._pile = QStackedWidget()
        self._pile.addWidget(self.colonnes)
        self._pile.addWidget(self._vide)
        self.boite.addWidget(self._pile, 1)

    # --- the page

    def aides(self) -> tuple[Aide, ...]:
        if not self._prete or (self.ag is not None and self.ag.close):
            return ()
        return (
            Aide((self.tr("Entrée"),), self.tr("présent")),
            Aide(("↓", "P"), self.tr("pouvoir")),
            Aide(("↓", "D"), self.tr("départ")),
            Aide((self.tr("Échap"),), self.tr("effacer")),
        )

    def boutons(self) -> tuple[Bouton, ...]:
        if self.ag is None:
            return ()
        if not self._prete:
            return (self.principal,)
        return (self.feuille, self.principal) if self.ag.close else (self.seance, self.feuille, self.principal)

    def commandes(self) -> tuple[Commande, ...]:
        return self.gestes.commandes() if self._prete else ()

    def premier_focus(self) -> QWidget | None:
        if not self._prete:
            return self._vide.bouton if self.ag is None else self.principal
        if self.ag is not None and self.ag.close:
            return self.liste
        return self.panneau.piece.controle if self.panneau.isVisibleTo(self) else self.saisie

    def chercher(self) -> bool:
        self.saisie.setFocus()
        self.saisie.selectAll()
        return True

    def _heure_fixee(self) -> datetime | None:
        """The hour that was set by hand, if one was."""
        valeur = self.heure.valeur()
        return instant(self.ag, valeur) if self.ag is not None and self.heure.fixe and valeur is not None else None

    @property
    def _prete(self) -> bool:
        return self.ag is not None and self.ag.liste_arretee is not None

    def instantane(self) -> object:
        """What was typed, the chosen row, the tab, an hour set by hand."""
        choisie = self.liste.choisie()
        return {
            "saisie": self.saisie.text(),
            "associe": choisie.associe if choisie and self.a_la_main else None,
            "onglet": self.volets.courant,
            "heure": self.heure.text() if self.heure.fixe else "",
        }

    def restituer(self, instantane: object) -> None:
        if not isinstance(instantane, dict) or not self._prete:
            return
        self.saisie.setText(str(instantane.get("saisie") or ""))
        self.volets.choisir(str(instantane.get("onglet")))
        if fixee := instantane.get("heure"):
            self.heure.poser(str(fixee))
        rang = self.liste.modele.rang_de(instantane.get("associe") or 0)
        if rang is not None:
            self.liste.choisir_rang(rang)
            self.a_la_main = True

    # --- what is shown

    def actualiser(self) -> None:
        """Read everything, unless each act was followed since: then there is nothing to do."""
        self._pile.setCurrentIndex(0 if self._prete else 1)
        ag = self.ag
        if ag is None or ag.liste_arretee is None:
            self._dire_vide()
        elif self._vu is None or self._vu[0] is not self.session.dossier or self._vu[1] != ag.numero:
            if self._en_main != (self.session.chemin, ag.numero):
                self._en_main = (self.session.chemin, ag.numero)
                self.commencer(ag.numero)
            lecture = LectureEmargement(self.session.dossier, ag)
            self.liste.modele.remplacer(lecture.lignes())
            self._montrer(lecture)
            self.apres_lecture()
        self._montrer_pied()

    def commencer(self, numero: int) -> None:
        """Another assembly than the one shown, before it is read."""

    def apres_lecture(self) -> None:
        """After everything was read again."""

    def suivre(self, acte: Acte) -> None:
        """After an act: its rows, the counters, the last gestures."""
        ag, dossier = self.ag, self.session.dossier
        if ag is None or self._vu is None or not self.isVisible() or self._vu[1] != ag.numero:
            return
        numeros = concernes(acte.faits, ag)
        if numeros is None or len(self._vu[0].actes) + 1 != len(dossier.actes):
            return
        self.saisie.dire("")
        lecture = LectureEmargement(dossier, ag)
        self.liste.modele.suivre(numeros, lecture.ligne)
        self._montrer(lecture)

    def _montrer(self, lecture: LectureEmargement) -> None:
        contexte, ag = lecture.contexte, lecture.ag
        self._vu = (lecture.dossier, ag.numero)
        corps = [Corps(self._nom_corps(lecture, e.code), e) for e in effectifs(contexte, ag.assistance)]
        self.compteurs.montrer(corps, ensemble(contexte, ag.assistance))
        self.resume.setText(self.compteurs.en_une_ligne())
        self.derniers.montrer(() if ag.close else derniers_gestes(lecture.dossier, ag), self._close())
        lignes = lignes_pouvoirs(lecture)
        self.pouvoirs.montrer(lignes, ag.close)
        en_vigueur = [ligne for ligne in lignes if ligne.etat != "tombe"]
        self.volets.compter("pouvoirs", len(en_vigueur), sum(1 for ligne in lignes if ligne.issues))
        self.bureau.montrer(lecture)
        self.volets.compter("courrier", self.courrier.montrer(lecture))
        self.volets.offrir("courrier", prevue(contexte.statuts) or bool(ag.tous(FormulaireVote)))
        self.volets.compter("invites", self.invites.montrer(lecture))
        self.volets.compter("liste", self.changements.montrer(lecture))
        for volet in (self.bureau, self.courrier, self.invites):
            volet.fermer(ag.close)
        self.saisie.setEnabled(not ag.close)
        self.saisie.setPlaceholderText(self.tr("La séance est close") if ag.close else self.tr("Trois lettres du nom"))
        self.heure.setEnabled(not ag.close)
        self.lire_horloge()

    def _close(self) -> str:
        """What is said of a closed sitting."""
        fin = heure_cloture(self.ag) if self.ag is not None else None
        if fin is None:
            return ""
        return self.tr("La séance est close depuis {}\u00a0: la feuille de présence ne change plus.").format(heure(fin))

    def _nom_corps(self, lecture: LectureEmargement, code: str) -> str:
        if code == ENSEMBLE:
            return self.tr("Ensemble")
        college = lecture.contexte.statuts.par_code.get(code)
        return college.nom if college else self.tr("Sans collège")

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.resume.setVisible(event.size().width() - 2 * theme.GOUTTIERE < _COTE_A_COTE)
        super().resizeEvent(event)

    def lire_horloge(self) -> None:
        """The hour proposed, unless one was set by hand."""
        if self.ag is not None and self.session.ouverte:
            self.heure.suivre(heure_par_defaut(self.ag, self.session.maintenant))

    def _dire_vide(self) -> None:
        """Why nobody can be signed in yet, and where to go."""
        if self._vide.bouton is not None:
            self._vide.bouton.setVisible(self.ag is None)
        if self.ag is None:
            self._vide.dire(
                self.tr("Aucune assemblée n’est choisie"), self.tr("Ouvrir celle que l’on tient aujourd’hui.")
            )
        else:
            self._vide.dire(
                self.tr("La liste des associés n’est pas encore arrêtée"),
                self.tr(
                    "On n’émarge que les associés d’une liste arrêtée avant l’assemblée ({})\u00a0: elle s’arrête à "
                    "l’étape Convoquer."
                ).format(citer((self.session.dossier.statuts_au(self.ag.jour).cite("statuts 21-1"),))),
            )

    # --- the one next step

    def etape_suivante(self) -> tuple[str, str]:
        """The key and the word of the primary button."""
        ag = self.ag
        if ag is not None and ag.liste_arretee is None:
            return "convoquer", self.tr("Convoquer")
        if ag is None or ag.close:
            return "proces_verbal", self.tr("Procès-verbal")
        if ag.suspendue:
            return "reprise", self.tr("Reprendre la séance")
        if ag.ouverte:
            return "voter", self.tr("Passer aux votes")
        if ag.bureau is None:
            return "bureau", self.tr("Constituer le bureau")
        return "ouvrir", self.tr("Ouvrir la séance")

    def suite(self) -> None:
        """Do the one next step."""
        cle_ = self.etape_suivante()[0]
        if cle_ == "ouvrir":
            self.gestes.ouvrir_seance()
        elif cle_ in ("bureau", "reprise"):
            self.gestes.lancer(cle_)
        elif self.ag is not None:
            self.demande.emit(cle_, self.ag.numero)

    def _montrer_pied(self) -> None:
        """Title, hints and buttons are sent to the window only when they are others."""
        mot = self.etape_suivante()[1]
        etat = (self.titre(), self.sous_titre(), self.aides(), self._prete, mot, self.ag.numero if self.ag else 0)
        if etat != self._pied:
            self._pied = etat
            self.principal.setText(mot)
            self.entete_change.emit()
