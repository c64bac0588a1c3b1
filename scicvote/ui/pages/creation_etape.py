"""A step of creating a cooperative: its fields, bound to the statutes being written, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from scicvote.core.issue import Issue
from scicvote.exchange.ebauche_statuts import Ebauche, nombre_saisi
from scicvote.ui.etats import Etat
from scicvote.ui.redaction import Redaction
from scicvote.ui.widgets.carte import Carte
from scicvote.ui.widgets.champs import AnyChamp, ChampCase, ChampChoix, ChampDate, ChampNombre
from scicvote.ui.widgets.issues import ListeIssues
from scicvote.ui.widgets.mise_en_page import Colonnes, pile
from scicvote.ui.widgets.pastille import MarqueEtat
from scicvote.ui.widgets.texte import paragraphe

Valeur = Callable[[AnyChamp], Any]


def valeur_texte(champ: AnyChamp) -> Any:
    """A text; nothing takes the key away."""
    return champ.texte().strip() or None


def valeur_exacte(champ: AnyChamp) -> Any:
    """An exact number, as the file wants it."""
    return nombre_saisi(champ.texte()) or None


def valeur_lue(champ: AnyChamp) -> Any:
    """A whole number, a day, a yes: what was understood, else what was typed, so that the fault is said."""
    lue = champ.valeur()
    return lue if lue is not None else (champ.texte().strip() or None)


def en_haut(champ: AnyChamp) -> QWidget:
    """A field that keeps to the top of its column, whatever its neighbours say below."""
    boite = QFrame()
    boite.setLayout(pile(champ, None))
    return boite


class EtapeCreation(QWidget):
    """``suite`` asks for the next step: Enter in a field does what the primary button does."""

    cle = ""
    mot = ""
    suite = Signal()

    def __init__(self, projet: Redaction) -> None:
        super().__init__()
        self.projet = projet
        self.setProperty("fond", "neutre")
        self.boite = QVBoxLayout(self)
        self.boite.setContentsMargins(0, 0, 0, 0)
        self.boite.setSpacing(16)

    def entrer(self) -> None:
        """The step is shown."""

    def valider(self) -> bool:
        """Whether one may go on; what is wrong is shown."""
        return True

    def premier(self) -> QWidget | None:
        """What has the keyboard when the step is shown."""
        return None


class EtapeFormulaire(EtapeCreation):
    """A step of the guided form. Faults show on a field once it was typed in, on all of them once one wants to go on."""

    def __init__(self, projet: Redaction) -> None:
        super().__init__(projet)
        self._champs: list[tuple[AnyChamp, Valeur, Callable[[], Any]]] = []
        self._touches: set[str] = set()
        self.tout_dire = False  # say every fault at once, even where nothing was typed
        self._tout = False
        self.restes = ListeIssues()
        self.controle = Carte(self.tr("Vérification"), marges=True)
        self.controle.corps.setSpacing(12)
        self.etat = MarqueEtat(Etat("check", ""), "fort")
        self.conseil = paragraphe(couleur="discret")
        self.controle.ajouter(self.etat)
        self.controle.ajouter(self.conseil)
        self.controle.ajouter(self.restes)
        self.controle.corps.addStretch(1)
        self.gauche = QVBoxLayout()
        self.gauche.setContentsMargins(0, 0, 0, 0)
        self.gauche.setSpacing(16)
        cote = QWidget()
        cote.setLayout(self.gauche)
        self.droite = QWidget()
        self.droite.setLayout(pile(self.controle, None))
        colonnes = Colonnes(800)
        colonnes.ajouter(cote)
        colonnes.ajouter(self.droite, 304)
        self.boite.addWidget(colonnes)
        self.boite.addStretch(1)

    @property
    def ebauche(self) -> Ebauche:
        return self.projet.ebauche

    # --- fields

    def lier(self, champ: AnyChamp, valeur: Valeur | None = None, lire: Callable[[], Any] | None = None) -> AnyChamp:
        """Bind a field to the value at its path; ``valeur`` says what is written, ``lire`` what is shown."""
        choisie = valeur or (valeur_lue if isinstance(champ, ChampNombre | ChampDate | ChampCase) else valeur_texte)
        self._champs.append((champ, choisie, lire or (lambda: self.ebauche.lire(champ.chemin))))
        champ.change.connect(lambda: self._poser(champ, choisie))
        ligne = getattr(champ, "ligne", None)
        if ligne is not None:
            ligne.returnPressed.connect(self.suite)
        return champ

    def delier(self, racine: str) -> None:
        """Forget the fields under a path: their rows are rebuilt."""
        self._champs = [lien for lien in self._champs if not lien[0].chemin.startswith(racine)]
        self._touches = {chemin for chemin in self._touches if not chemin.startswith(racine)}

    def _poser(self, champ: AnyChamp, valeur: Valeur) -> None:
        self.ecrire(champ.chemin, valeur(champ))
        self._touches.add(champ.chemin)
        self.projet.toucher()
        self.montrer()

    def ecrire(self, chemin: str, valeur: Any) -> None:
        """Write a value in the statutes; steps that write more than one key say so here."""
        self.ebauche.poser(chemin, valeur)

    def charger(self) -> None:
        """Show in every field what the statutes hold."""
        for champ, _, lire in self._champs:
            lue = lire()
            if isinstance(champ, ChampCase):
                champ.poser(bool(lue))
            elif isinstance(champ, ChampChoix):
                champ.poser(None if lue is None else str(lue))  # a word that is not offered shows no choice
            elif isinstance(champ, ChampDate) and not isinstance(lue, str):
                champ.poser(lue)
            else:
                champ.poser_texte("" if lue is None else str(lue))

    def champs(self) -> tuple[AnyChamp, ...]:
        """Every bound field."""
        return tuple(champ for champ, _, _ in self._champs)

    def champ(self, chemin: str) -> AnyChamp:
        """A field by its path. Raises StopIteration for one that is not here."""
        return next(champ for champ, _, _ in self._champs if champ.chemin == chemin)

    # --- the step

    def entrer(self) -> None:
        self._tout = self.tout_dire
        self.charger()
        self.montrer()

    def premier(self) -> QWidget | None:
        return next((champ.controle for champ, _, _ in self._champs if not champ.isHidden()), None)

    def valider(self) -> bool:
        self._tout = True
        issues = self.montrer()
        fautif = next(
            (champ for champ, _, _ in self._champs if champ.issue is not None and champ.issue.bloquante), None
        )
        if fautif is not None:
            fautif.controle.setFocus()
        return not any(issue.bloquante for issue in issues)

    def montrer(self) -> tuple[Issue, ...]:
        """Say what is wrong here: on the field that a fault names, else beside the fields."""
        issues = self.projet.issues_de(self.cle)
        par_chemin = {issue.chemin: issue for issue in reversed(issues)}
        restes = list(issues)
        for champ, _, _ in self._champs:
            issue = par_chemin.get(champ.chemin)
            montree = issue if self._tout or champ.chemin in self._touches else None
            champ.montrer_issue(montree)
            restes = [autre for autre in restes if autre.chemin != champ.chemin]
        self.restes.montrer(restes)
        manque = sum(issue.bloquante for issue in issues)
        if manque:
            self.etat.montrer(Etat("circle-alert", self.tr("À compléter"), "alerte"))
        else:
            self.etat.montrer(Etat("check", self.tr("Rien à corriger ici"), "bon"))
        self.conseil.setText(self._conseil(manque, len(restes)))
        self.conseil.setVisible(bool(self.conseil.text()))
        self.apres_montrer()
        return issues

    def _conseil(self, manque: int, restes: int) -> str:
        if not manque:
            return self.tr("Entrée, ou Continuer, mène à l’étape suivante.")
        return self.tr("Des champs restent à remplir ou à corriger.") if manque > restes else ""

    def apres_montrer(self) -> None:
        """What else follows each key."""
