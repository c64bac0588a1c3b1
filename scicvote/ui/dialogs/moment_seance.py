"""What the dialogs of a sitting share: an hour that follows the clock, drafts, warnings said where they are caused."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from scicvote.core.assemblee import Assemblee
from scicvote.core.issue import Issue, refus
from scicvote.ui.dialogs.dialogue import DialogueActe
from scicvote.ui.heures import heure_par_defaut, instant
from scicvote.ui.session import ActeDemande, Session
from scicvote.ui.widgets.champs import ChampHeure
from scicvote.ui.widgets.formulaire import Formulaire, Rang
from scicvote.ui.widgets.issues import ListeIssues


def tr(mot: str) -> str:
    """A word of these dialogs, translated."""
    return QCoreApplication.translate("seance", mot)


class DialogueSeance(DialogueActe):
    """One act of the sitting in hand. Subclasses give ``demande``, the act as their fields say it.

    Warnings are shown in the dialog as soon as what is typed causes them, with their articles: the primary button is
    then the one answer to them. The hour follows the clock at each opening; everything else keeps its draft.
    """

    avertit = True

    def __init__(
        self,
        session: Session,
        cle: str,
        titre: str,
        verbe: str,
        rangs: Sequence[Rang],
        *,
        heure: bool = True,
        explication: str = "",
        parent: QWidget | None = None,
    ) -> None:
        ag = session.ag
        if ag is None:
            raise RuntimeError("no assembly in hand")
        self.numero = ag.numero
        self.heure = ChampHeure(tr("Heure"), "heure")
        self.avertis = ListeIssues()
        formulaire = Formulaire(
            *rangs,
            *((self.heure,) if heure else ()),
            brouillons=session.brouillons,
            prefixe=f"seance/{ag.numero}/{cle}",
        )
        self.heure.poser(heure_par_defaut(ag, session.maintenant).time())
        super().__init__(
            session, titre, formulaire, lambda: self.demande(), verbe, parent, explication=explication, largeur=560
        )
        if not heure:
            self.heure.setParent(self)
            self.heure.hide()
        self.corps.addWidget(self.avertis)
        formulaire.change.connect(self.prevenir)

    @property
    def ag(self) -> Assemblee:
        """The assembly as it stands now."""
        return self.session.dossier.assemblees[self.numero]

    def demande(self) -> ActeDemande | None:
        """The act that the fields ask for; None while one is not understood."""
        raise NotImplementedError

    def poser_heure(self, heure: time) -> None:
        """Take the hour that the page shows."""
        self.heure.poser(heure)

    def moment(self) -> datetime | None:
        """The hour that was typed, on the day of the sitting; without one, the field says so."""
        heure = self.heure.valeur()
        if heure is None:
            self.heure.montrer_issue(refus("HEURE", tr("Indiquer l’heure."), chemin="heure"))
            self.heure.controle.setFocus()
            return None
        return instant(self.ag, heure)

    def avertissements(self) -> tuple[Issue, ...]:
        """What the act would be warned of, as the fields stand."""
        if self.formulaire.incompris():
            return ()
        acte = self.demande()
        return self.session.essayer(acte).avertissements if acte is not None else ()

    def prevenir(self) -> None:
        """Show the warnings of the act as the fields stand."""
        if self.heure.valeur() is not None:
            self.avertis.montrer(self.avertissements())
            self.ajuster()
