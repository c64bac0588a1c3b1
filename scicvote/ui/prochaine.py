"""The next step in words: the button that does it, where it leads, and how it is said in one sentence."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from scicvote.core.a_faire import Action, Prochaine
from scicvote.core.dossier import Dossier
from scicvote.ui.demandes import NouvelleAssemblee


@dataclass(frozen=True, slots=True)
class Pas:
    """A step to take: the word of its button, one sentence, the page that it leads to and what that page is given."""

    mot: str
    phrase: str
    page: str
    argument: object = None


def _tr(contenu: str) -> str:
    return QCoreApplication.translate("prochaine", contenu)


def _pages() -> dict[Action, tuple[str, str, str]]:
    """The steps of an assembly: the button, the sentence, the page."""
    return {
        Action.PREPARER: (_tr("Écrire l’ordre du jour"), _tr("Son ordre du jour est encore vide."), "preparer"),
        Action.ARRETER_LISTE: (
            _tr("Arrêter la liste des associés"),
            _tr("L’ordre du jour est écrit\u00a0; la liste des associés reste à arrêter."),
            "convoquer",
        ),
        Action.CONVOQUER: (
            _tr("Envoyer les convocations"),
            _tr("La liste est arrêtée\u00a0; les convocations restent à envoyer."),
            "convoquer",
        ),
        Action.EMARGER: (_tr("Ouvrir l’émargement"), _tr("Les convocations sont parties."), "emarger"),
        Action.VOTER: (_tr("Reprendre le vote"), _tr("La séance est ouverte."), "voter"),
        Action.CLORE: (
            _tr("Proclamer et clore"),
            _tr("Toutes les résolutions sont décidées\u00a0; la séance est encore ouverte."),
            "proclamer",
        ),
        Action.DRESSER: (
            _tr("Dresser le procès-verbal"),
            _tr("L’assemblée est close, son procès-verbal n’est pas dressé."),
            "proces_verbal",
        ),
        Action.SIGNER: (
            _tr("Enregistrer les signatures"),
            _tr("Le procès-verbal est dressé, il reste à le signer."),
            "proces_verbal",
        ),
        Action.SUIVRE: (
            _tr("Faire ce qui suit les votes"),
            _tr("Des décisions de l’assemblée restent à porter dans le fichier."),
            "proclamer",
        ),
    }


def pas(prochaine: Prochaine, dossier: Dossier) -> Pas:
    """The step as the first page shows it."""
    ag = dossier.assemblee(prochaine.assemblee) if prochaine.assemblee is not None else None
    if ag is not None and prochaine.action != Action.SECONDE:
        mot, phrase, page = _pages()[prochaine.action]
        return Pas(mot, f"{ag.titre_court}. {phrase}", page, ag.numero)
    if ag is not None:
        phrase = _tr("{}. Une résolution n’a pas réuni la majorité de toutes les voix.").format(ag.titre_court)
        return Pas(_tr("Convoquer la seconde consultation"), phrase, "preparer", NouvelleAssemblee(suite_de=ag.numero))
    if prochaine.action == Action.INSCRIRE:
        return Pas(_tr("Importer le registre"), _tr("Le registre des associés est encore vide."), "importation")
    if prochaine.action == Action.DEMANDEE:
        phrase = _tr("Des associés ont demandé une assemblée, que rien ne prépare encore.")
        reponse = NouvelleAssemblee(demande=prochaine.demande)
        return Pas(_tr("Préparer l’assemblée demandée"), phrase, "preparer", reponse)
    if prochaine.action == Action.ANNUELLE:
        phrase = _tr("L’assemblée annuelle de l’exercice {} n’est pas préparée.").format(prochaine.exercice)
        mot = _tr("Préparer l’assemblée annuelle")
        return Pas(mot, phrase, "preparer", NouvelleAssemblee(exercice=prochaine.exercice))
    return Pas(_tr("Préparer une assemblée"), _tr("Rien n’est dû aujourd’hui."), "preparer", NouvelleAssemblee())
