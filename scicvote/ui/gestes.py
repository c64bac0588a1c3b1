"""Running an act from the window: try it, show what stands against it, ask about warnings once, then do it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:  # the window is painted before what acts need is loaded
    from scicvote.core.issue import Issue
    from scicvote.store.depot import Acte
    from scicvote.ui.session import ActeDemande, Session
    from scicvote.ui.widgets.formulaire import Formulaire

Apres = Callable[["Acte"], None]
Dire = Callable[[str, str], None]


def agir(
    parent: QWidget,
    session: Session,
    acte: ActeDemande,
    *,
    apres: Apres | None = None,
    confirmer: bool = True,
    formulaire: Formulaire | None = None,
    verbe: str = "",
    dire: Dire | None = None,
) -> None:
    """Run ``acte``; nothing is written before its refusals are gone and its warnings are accepted.

    Refusals go to the fields of ``formulaire``, else to a dialog. With ``confirmer`` off, warnings stop nothing and
    are said by ``dire`` afterwards. ``apres`` is called with the accepted act.
    """

    def accomplir() -> None:
        fait = session.accomplir(acte)
        if fait is None:
            return
        if not fait.accepte:  # another desk wrote in between
            _refuser(parent, fait.issues, formulaire)
            return
        if formulaire is not None:
            formulaire.effacer_issues()
            formulaire.oublier()
        if dire is not None and not confirmer and fait.avertissements:
            dire(" ".join(issue.phrase for issue in fait.avertissements), "alerte")
        if apres is not None:
            apres(fait)

    essai = session.essayer(acte)
    if essai.refus:
        _refuser(parent, essai.issues, formulaire)
    elif essai.avertissements and confirmer:
        _demander(parent, essai.avertissements, verbe, accomplir)
    else:
        accomplir()


def _refuser(parent: QWidget, issues: tuple[Issue, ...], formulaire: Formulaire | None) -> None:
    if formulaire is not None:
        formulaire.montrer_issues(issues)
        return
    from scicvote.ui.dialogs.confirmation import DialogueIssues

    DialogueIssues(parent.tr("Ce n’est pas possible"), issues, parent=parent).open()


def _demander(parent: QWidget, issues: tuple[Issue, ...], verbe: str, suite: Callable[[], None]) -> None:
    from scicvote.ui.dialogs.confirmation import DialogueIssues

    dialogue = DialogueIssues(
        parent.tr("À savoir avant d’enregistrer"), issues, verbe or parent.tr("Enregistrer quand même"), parent
    )
    dialogue.accepted.connect(suite)
    dialogue.open()
