"""A new version of the statutes: what it changes, said before it is recorded, and from which day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from scicvote.actes import cooperative, suites
from scicvote.core.exact import accord
from scicvote.core.issue import Issue, refus
from scicvote.core.statuts_majorites import ecarts
from scicvote.exchange.statuts import lire_texte, observations, statuts_de_texte
from scicvote.ui.creation import lisible
from scicvote.ui.demandes import SuiteStatuts
from scicvote.ui.dialogs.cadre import Cadre
from scicvote.ui.dialogs.dialogue import DialogueActe
from scicvote.ui.session import ActeDemande, Session
from scicvote.ui.textes import majuscule
from scicvote.ui.widgets.banniere import Encart
from scicvote.ui.widgets.champs import ChampDate
from scicvote.ui.widgets.formulaire import Formulaire
from scicvote.ui.widgets.lignes_statuts import ListeEcarts
from scicvote.ui.widgets.texte import paragraphe, texte


def _tr(phrase: str) -> str:
    return QCoreApplication.translate("DialogueVersion", phrase)


class DialogueFautes(Cadre):
    """A TOML file that does not pass: every fault at once, with its key."""

    def __init__(self, nom: str, issues: tuple[Issue, ...], parent: QWidget | None = None) -> None:
        super().__init__(nom, parent, 640)
        self.issues = issues
        phrase = self.tr("{} dans ce fichier\u00a0: les corriger, puis le choisir de nouveau.")
        self.corps.addWidget(paragraphe(phrase.format(accord(len(issues), "faute")), "corps15"))
        for issue in issues:
            dite = majuscule(issue.phrase) if issue.code == "MANQUANT" else lisible(issue).phrase
            ou = (self.tr("Clé\u00a0: {}").format(issue.chemin),) if issue.chemin != "." else ()
            self.corps.addWidget(Encart("faute", "octagon-alert", dite, *ou))
        compris = self.bouton(self.tr("Compris"), "principal")
        compris.clicked.connect(self.reject)
        compris.setFocus()


class DialogueVersion(DialogueActe):
    """What the file changes, and from which day it is in force."""

    def __init__(
        self,
        session: Session,
        chemin: Path,
        texte_statuts: str,
        parent: QWidget | None = None,
        suite: SuiteStatuts | None = None,
    ) -> None:
        """``suite``: the vote that these statutes answer, to which the act binds them."""
        self._texte, self._suite = texte_statuts, suite
        self.effet = ChampDate(_tr("En vigueur depuis"), "effet", session.aujourdhui)
        self.effet.poser(session.aujourdhui)
        super().__init__(
            session,
            _tr("Nouvelle version des statuts\u00a0: {}").format(chemin.name),
            Formulaire(self.effet),
            self._demander,
            _tr("Enregistrer cette version"),
            parent,
            largeur=720,
        )
        self._montrer()

    def _montrer(self) -> None:
        lus = statuts_de_texte(self._texte).statuts
        if lus is None:
            return
        self.changements = ecarts(self.session.dossier.statuts, lus)
        for issue in observations(self._texte, lus):
            self.corps.addWidget(Encart("alerte", "triangle-alert", majuscule(issue.phrase), issue.chemin))
        if not self.changements:
            phrase = self.tr("Aucune valeur ne change\u00a0: ce fichier dit la même chose que la version en vigueur.")
            self.corps.addWidget(Encart("accent", "info", phrase))
            return
        self.corps.addWidget(texte(accord(len(self.changements), "changement"), "fort15"))
        liste = ListeEcarts()
        liste.montrer(self.changements)
        self.corps.addWidget(liste)

    def _demander(self) -> ActeDemande | None:
        effet: date | None = self.effet.valeur()
        if effet is None:
            phrase = self.tr("Dire depuis quel jour ces statuts sont en vigueur.")
            self.formulaire.montrer_issues((refus("DATE", phrase, chemin="effet"),))
            return None
        contenu, suite = self._texte, self._suite
        if suite is not None:
            return lambda depot: suites.changer_statuts(depot, suite.assemblee, suite.cle, contenu, effet)
        return lambda depot: cooperative.changer_statuts(depot, contenu, effet)


def proposer_version(session: Session, chemin: Path, parent: QWidget) -> Cadre:
    """Open the dialog that a TOML file deserves: its faults, or what it changes."""
    contenu, issues = lire_texte(chemin)
    if contenu is not None:
        issues = statuts_de_texte(contenu).issues
    if contenu is None or issues:
        dialogue: Cadre = DialogueFautes(chemin.name, issues, parent)
    else:
        dialogue = DialogueVersion(session, chemin, contenu, parent)
    dialogue.open()
    return dialogue
