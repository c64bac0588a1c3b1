"""Check-in: the cursor waits in one field; three letters, Enter, present."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QScrollArea, QWidget

from scicvote.core.exact import accord, nombre
from scicvote.core.issue import Issue
from scicvote.core.normalise import cle
from scicvote.ui import theme
from scicvote.ui.candidats import est_morale
from scicvote.ui.dialogs.confirmation import DialogueIssues
from scicvote.ui.dialogs.seance import representation
from scicvote.ui.heures import heure_par_defaut, instant
from scicvote.ui.lecture_emargement import PRESENT, LigneEmargement
from scicvote.ui.pages.emarger_vue import VueEmarger
from scicvote.ui.session import Session

_TIC = 5000  # milliseconds between two looks at the clock


class PageEmarger(VueEmarger):
    """What the keyboard and the mouse do. Nobody is signed in by a guess: where several people answer as well, it asks."""

    cle = etape = "emarger"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._ambigu = ""  # what was typed when Enter found several people
        self._relier()

    def _relier(self) -> None:
        self.saisie.textChanged.connect(lambda _texte: self._filtrer())
        self.saisie.valide.connect(self._valider)
        self.saisie.deplace.connect(self._deplacer)
        self.saisie.geste.connect(self.faire)
        self.saisie.abandonne.connect(self._abandonner)
        self.heure.rendu.connect(self.saisie.setFocus)
        self.liste.geste.connect(self.faire)
        self.liste.choisie_a_la_main.connect(self._choisir_a_la_main)
        self.liste.tapee.connect(self._taper)
        self.panneau.valide.connect(self._valider_morale)
        self.panneau.abandonne.connect(self._fermer_panneau)
        self.derniers.annulation.connect(self.gestes.annuler)
        self.pouvoirs.decision.connect(self.gestes.decider)
        self.pouvoirs.retrait.connect(self.gestes.retirer)
        self.pouvoirs.nouveau.connect(lambda: self.gestes.donner_pouvoir(None))
        self.bureau.demande.connect(self.gestes.lancer)
        self.courrier.demande.connect(self.gestes.lancer)
        self.invites.demande.connect(self.gestes.lancer)
        self.gestes.fait.connect(self._fait)
        self.seance.clicked.connect(lambda: self.gestes.menu_seance(self.seance))
        self.feuille.clicked.connect(self.gestes.feuille)
        self.principal.clicked.connect(self.suite)
        if self._personne.bouton is not None and self._vide.bouton is not None:
            self._personne.bouton.clicked.connect(self._inviter)
            self._vide.bouton.clicked.connect(lambda: self.demande.emit("assemblees", None))
        for touches, geste in (("Alt+P", "pouvoir"), ("Alt+D", "depart"), ("Alt+E", "excuse")):
            raccourci = QShortcut(QKeySequence(touches), self)
            raccourci.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            raccourci.activated.connect(lambda nom=geste: self.faire(nom))
        self.session.act_done.connect(self.suivre)
        self._horloge = QTimer(self)
        self._horloge.setInterval(_TIC)
        self._horloge.timeout.connect(self.lire_horloge)
        self._horloge.start()

    # --- an assembly begins

    def commencer(self, numero: int) -> None:
        """Another assembly: what was typed for it comes back, the hour follows the clock."""
        self.heure.liberer()
        self.panneau.hide()
        self.saisie.setText(self.session.brouillons.lire(self._brouillon(numero)) or "")
        self.saisie.dire("")

    def apres_lecture(self) -> None:
        self._filtrer()

    def _brouillon(self, numero: int) -> str:
        return f"emarger/{numero}/saisie"

    # --- typing

    def _filtrer(self) -> None:
        saisie, modele = self.saisie.text().strip(), self.liste.modele
        modele.filtrer(saisie)
        self.a_la_main, self._ambigu = False, ""
        visibles, meilleures = modele.rowCount(), modele.meilleures()
        self.liste.choisir_rang(meilleures[0] if meilleures else 0 if saisie and visibles else -1)
        if saisie:
            self.saisie.dire(self.tr("{} sur {}").format(accord(visibles, "associé"), nombre(modele.total)))
        self._montrer_personne(bool(saisie) and not visibles)
        if self.ag is not None:
            self.session.brouillons.ecrire(self._brouillon(self.ag.numero), self.saisie.text())

    def _montrer_personne(self, personne: bool) -> None:
        self._pile_liste.setCurrentIndex(1 if personne else 0)
        if personne:
            self._personne.dire(
                self.tr("Personne ne répond à «\u00a0{}\u00a0»").format(self.saisie.text().strip()),
                self.tr("Essayer d’autres lettres\u00a0; qui n’est pas sur la liste arrêtée peut assister sans voix."),
            )

    def _taper(self, lettre: str) -> None:
        """A letter typed on the list goes to the field."""
        self.saisie.setFocus()
        self.saisie.insert(lettre)

    def _deplacer(self, pas: int) -> None:
        dernier = self.liste.modele.rowCount() - 1
        if dernier >= 0:
            self.liste.choisir_rang(max(0, min(dernier, self.liste.rang() + pas)))
            self._choisir_a_la_main()

    def _choisir_a_la_main(self) -> None:
        self.a_la_main, self._ambigu = self.liste.choisie() is not None, ""

    def _abandonner(self) -> None:
        """Escape: what was typed first, then the choice."""
        self.saisie.dire("")
        if self.saisie.text():
            self.saisie.clear()
        else:
            self.liste.choisir_rang(-1)
            self.a_la_main = False

    def dire(self, phrase: str, couleur: str) -> None:
        """Say a sentence in the field, or across the page where it has no room there."""
        marque = "✓ " if couleur == "bon" else ""
        if self.saisie.tient(f"{marque}{phrase}"):
            self.saisie.dire(f"{marque}{phrase}", couleur)
        else:
            self.saisie.dire(self.tr("✓ Enregistré") if marque else "", couleur)
            self.phrase.emit(phrase, couleur)

    # --- gestures

    def faire(self, geste: str) -> None:
        """``present``, ``pouvoir``, ``depart``, ``excuse``, ``autres`` on the chosen row; ``annuler`` the last act."""
        if self.ag is None or self.ag.close:
            return
        ligne = self.liste.choisie()
        if geste == "annuler":
            dernier = self.derniers.lignes[0].geste
            if dernier is not None:
                self.gestes.annuler(dernier)
        elif geste == "pouvoir" and ligne is None:
            self.gestes.donner_pouvoir(None)
        elif ligne is None:
            self.dire(self.tr("Choisir d’abord quelqu’un dans la liste."), "alerte")
        elif geste == "present":
            self._emarger(ligne)
        elif geste == "autres":
            self.gestes.menu_ligne(ligne, self.liste.gestes.autres)
        elif geste == "depart" and ligne.situation != PRESENT:
            self.dire(self.tr("{} n’est pas là.").format(self._nom(ligne)), "alerte")
        elif geste == "excuse" and ligne.situation == PRESENT:
            self.dire(self.tr("{} est là.").format(self._nom(ligne)), "alerte")
        else:
            {"pouvoir": self.gestes.donner_pouvoir, "depart": self.gestes.partir, "excuse": self.gestes.excuser}[geste](
                ligne
            )

    def _nom(self, ligne: LigneEmargement) -> str:
        return f"{ligne.prenom} {ligne.nom}".strip()

    def _valider(self) -> None:
        """Enter in the field."""
        ligne, saisie = self.liste.choisie(), self.saisie.text().strip()
        if ligne is None:
            mot = self.tr("Personne ne répond.") if saisie else self.tr("Taper trois lettres du nom.")
            self.dire(mot, "alerte")
            self.saisie.selectAll()  # the next name takes the place of the one that was not found
            return
        egales = 1 if self.a_la_main else len(self.liste.modele.meilleures())
        if egales > 1 and self._ambigu != saisie:
            self._ambigu = saisie
            phrase = self.tr("{}\u00a0: ↓, ou encore Entrée").format(accord(egales, "réponse"))
            self.saisie.dire(phrase, "alerte")
            return
        self._emarger(ligne)

    def _moment(self) -> datetime | None:
        """The hour of an arrival; without one, the field of the hour has the keyboard."""
        if self.ag is None:
            return None
        if not self.heure.fixe:
            return heure_par_defaut(self.ag, self.session.maintenant)
        valeur = self.heure.valeur()
        if valeur is None:
            self.dire(self.tr("L’heure d’arrivée n’est pas comprise."), "faute")
            self.heure.setFocus()
            return None
        return instant(self.ag, valeur)

    def _emarger(self, ligne: LigneEmargement) -> None:
        if ligne.situation == PRESENT:
            self.dire(self.tr("{} est déjà là depuis {}.").format(self._nom(ligne), ligne.heure), "alerte")
            self.saisie.selectAll()
            return
        moment = self._moment()
        if moment is None or self.ag is None:
            return
        if est_morale(self.session.dossier, self.ag, ligne.associe):
            self._demander_representant(ligne)
        elif refus := self.gestes.arriver(ligne, moment):
            self._refuser(refus)

    def _refuser(self, refus: tuple[Issue, ...]) -> None:
        """One refusal is said in the field; several in a dialog."""
        if len(refus) == 1:
            self.dire(refus[0].phrase, "faute")
        else:
            self.dialogue = DialogueIssues(self.tr("Ce n’est pas possible"), refus, parent=self)
            self.dialogue.open()

    # --- legal persons

    def _demander_representant(self, ligne: LigneEmargement) -> None:
        if self.ag is None:
            return
        propose = representation(self.session, ligne.associe)
        prefixe = f"emarger/{self.ag.numero}/morale/{ligne.associe}"
        self.panneau.demander(ligne.associe, ligne.nom, propose, prefixe, self._sur_la_liste(propose[0]))
        self._faire_voir(self.panneau)

    def _sur_la_liste(self, representant: str) -> bool:
        """Whether a representative is also an associé of the list."""
        if self.ag is None:
            return False
        nom = cle(representant.split(",", maxsplit=1)[0])
        return bool(nom) and any(cle(self.session.dossier.nom(n, self.ag.jour)) == nom for n in self.ag.liste)

    def _valider_morale(self) -> None:
        ligne, moment = self.liste.modele.connue(self.panneau.associe), self._moment()
        if ligne is None or moment is None:
            return
        valeurs = self.panneau.representant.valeur(), self.panneau.piece.valeur()
        refus = self.gestes.arriver(ligne, moment, *valeurs, averti=self.panneau.avertie)
        self.panneau.montrer_refus(refus)

    def _fermer_panneau(self) -> None:
        self.panneau.hide()
        self._attendre()

    def _attendre(self) -> None:
        """The cursor waits in the field, in sight."""
        self.saisie.setFocus()
        self._faire_voir(self.saisie)

    def _faire_voir(self, widget: QWidget) -> None:
        """Bring a part of the page into sight, where the window is too small to hold it whole."""
        zone: QWidget | None = self
        while zone is not None and not isinstance(zone, QScrollArea):
            zone = zone.parentWidget()
        if zone is not None:
            zone.ensureWidgetVisible(widget, 0, theme.GOUTTIERE)

    def _fait(self, phrase: str) -> None:
        """Something was done: the field is ready for the next."""
        if self.panneau.isVisibleTo(self) and self._est_la(self.panneau.associe):
            self.panneau.finir()
        self.saisie.clear()
        self.dire(phrase, "bon")
        self.liste.choisir_rang(-1)
        self.a_la_main = False
        if not self.panneau.isVisibleTo(self):
            self._attendre()

    def _est_la(self, associe: int) -> bool:
        return self.ag is not None and associe in self.ag.assistance.presents

    def _inviter(self) -> None:
        self.gestes.inviter(self.saisie.text().strip().title())
