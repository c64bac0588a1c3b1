"""Signing a college's return: the phrase that came apart from the package."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from scicvote.actes.travail_college import preparer_retour
from scicvote.ui.dialogs.dialogue import DialogueActe
from scicvote.ui.session import ActeDemande, Session
from scicvote.ui.widgets.champs import ChampTexte
from scicvote.ui.widgets.formulaire import Formulaire


def _tr(contenu: str) -> str:
    return QCoreApplication.translate("preparer_retour", contenu)


class DialoguePreparer(DialogueActe):
    """The phrase is kept nowhere: neither in a draft nor in the file."""

    avertit = True  # the page shows the warnings beside the button

    def __init__(self, session: Session, assemblee: int, parent: QWidget | None = None) -> None:
        self._assemblee = assemblee
        self.phrase = ChampTexte(
            _tr("Phrase"), "phrase", _tr("Les mots remis à part avec le paquet, séparés par des espaces.")
        )
        explication = _tr(
            "Elle ouvre la clé qui signe le retour de ce collège. La signature montre que le fichier n’a pas changé\u202f; seul le "
            "papier signé a une valeur en droit."
        )
        titre, verbe = _tr("Préparer le retour"), _tr("Signer le retour")
        super().__init__(session, titre, Formulaire(self.phrase), self._signer, verbe, parent, explication)

    def _signer(self) -> ActeDemande | None:
        mots, assemblee = self.phrase.valeur() or "", self._assemblee
        return lambda depot: preparer_retour(depot, assemblee, mots)[0]
