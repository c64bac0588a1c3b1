"""What the dialogs of a preparation share: drafts, fields that must be filled, warnings said as one types."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QWidget

from scicvote.core.assemblee import Assemblee
from scicvote.core.dossier import Dossier
from scicvote.core.issue import refus
from scicvote.core.statuts import MORALE
from scicvote.ui.dialogs.dialogue import DialogueActe
from scicvote.ui.session import ActeDemande, Session
from scicvote.ui.widgets.champ_associe import Candidat
from scicvote.ui.widgets.champs import AnyChamp
from scicvote.ui.widgets.formulaire import Formulaire, Rang
from scicvote.ui.widgets.issues import ListeIssues

Requis = tuple[AnyChamp, str, str]  # a field that must be filled, the code and the sentence where it is not


def tr(mot: str) -> str:
    """A word of these dialogs, translated."""
    return QCoreApplication.translate("preparation", mot)


def personnes(dossier: Dossier, ag: Assemblee, associes: bool = True) -> tuple[Candidat, ...]:
    """Those of the register on the day of the assembly, by name; ``associes`` leaves out who is not one."""
    etat = dossier.registre.au(ag.jour)
    trouvees = [
        Candidat(p.numero, p.nom_registre, p.fiche.representant if p.fiche.personne == MORALE else "")
        for p in (etat.associes if associes else etat.personnes)
    ]
    return tuple(sorted(trouvees, key=lambda candidat: candidat.libelle.casefold()))


def manquants(requis: Sequence[Requis]) -> bool:
    """Whether a field that must be filled is not; each says so, and the first has the keyboard."""
    vides = [r for r in requis if not r[0].isHidden() and r[0].valeur() in (None, "")]
    for champ, code, phrase in vides:
        champ.montrer_issue(refus(code, phrase, chemin=champ.chemin))
    if vides:
        vides[0][0].controle.setFocus()
    return bool(vides)


class DialogueVif(DialogueActe):
    """An act of the preparation. Subclasses give ``lire``, the act as the fields stand (None while it cannot be said),
    and ``requis``. Warnings are in sight as one types: the primary button is then the one answer to them.
    """

    avertit = True

    def __init__(
        self,
        session: Session,
        cle: str,
        titre: str,
        verbe: str,
        rangs: Sequence[Rang],
        explication: str = "",
        parent: QWidget | None = None,
        largeur: int = 560,
    ) -> None:
        self.avertis = ListeIssues()
        formulaire = Formulaire(*rangs, brouillons=session.brouillons, prefixe=cle)
        super().__init__(session, titre, formulaire, self._demander, verbe, parent, explication, largeur)
        self.corps.addWidget(self.avertis)
        formulaire.change.connect(self.prevenir)

    def lire(self) -> ActeDemande | None:
        """The act that the fields ask for; None while they do not say it. Nothing is shown."""
        raise NotImplementedError

    def requis(self) -> Iterator[Requis]:
        """The fields that must be filled."""
        yield from ()

    def _demander(self) -> ActeDemande | None:
        return None if manquants(tuple(self.requis())) else self.lire()

    def prevenir(self) -> None:
        """Say what the act would be warned of."""
        complet = not self.formulaire.incompris() and all(
            champ.isHidden() or champ.valeur() not in (None, "") for champ, _, _ in self.requis()
        )
        acte = self.lire() if complet else None
        self.avertis.montrer(self.session.essayer(acte).avertissements if acte is not None else ())
        QTimer.singleShot(0, self, self.ajuster)  # once the boxes have their place
