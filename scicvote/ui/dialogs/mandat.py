"""A manager's mandate begins, or ends early."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from scicvote.actes import cooperative
from scicvote.core.faits import FinMandat, Mandat
from scicvote.core.mandats import MandatSuivi, terme_mandat
from scicvote.core.statuts import PHYSIQUE
from scicvote.ui.dialogs.dialogue import DialogueActe
from scicvote.ui.dialogs.exiger import exiger_jour
from scicvote.ui.session import ActeDemande, Session
from scicvote.ui.widgets.champ_associe import Candidat, ChampAssocie
from scicvote.ui.widgets.champs import ChampChoix, ChampDate, ChampTexte
from scicvote.ui.widgets.formulaire import Formulaire


def _tr(phrase: str) -> str:
    return QCoreApplication.translate("DialogueMandat", phrase)


class DialogueMandat(DialogueActe):
    """Who, from when to when, and elected by which assembly."""

    def __init__(self, session: Session, parent: QWidget | None = None, brouillon: str = "mandat") -> None:
        jour = session.aujourdhui
        personnes = session.dossier.registre.au(jour).associes
        candidats = [Candidat(p.numero, p.nom_registre) for p in personnes if p.fiche.personne == PHYSIQUE]
        self.associe = ChampAssocie(_tr("Gérant"), "associe", candidats)
        self.debut = ChampDate(_tr("Du"), "debut", jour)
        self.fin = ChampDate(_tr("Au, ce jour compris"), "fin", jour)
        self.debut.poser(jour)
        if (terme := terme_mandat(session.statuts(), jour)) is not None:
            self.fin.poser(terme)
        assemblees = [("", _tr("aucune ici, un mandat repris")), *_assemblees(session)]
        self.origine = ChampChoix(_tr("Élu par"), "assemblee", assemblees)
        formulaire = Formulaire(
            self.associe, [self.debut, self.fin], self.origine, brouillons=session.brouillons, prefixe=brouillon
        )
        super().__init__(
            session, _tr("Commencer un mandat"), formulaire, self._demander, _tr("Enregistrer le mandat"), parent
        )

    def _demander(self) -> ActeDemande | None:
        debut, fin = exiger_jour(self.debut), exiger_jour(self.fin)
        if debut is None or fin is None:
            return None
        associe, origine = self.associe.valeur() or 0, self.origine.valeur()  # nobody is refused by the act
        assemblee = int(origine) if origine else None
        return self.commencer(Mandat(associe, debut, fin, assemblee))

    def commencer(self, mandat: Mandat) -> ActeDemande:
        """The act that begins it."""
        return lambda depot: cooperative.commencer_mandat(
            depot, mandat.associe, mandat.debut, mandat.fin, mandat.assemblee
        )


def _assemblees(session: Session) -> list[tuple[str, str]]:
    ags = sorted(session.dossier.assemblees.values(), key=lambda ag: ag.jour, reverse=True)
    return [(str(ag.numero), ag.titre_court) for ag in ags]


class DialogueFinMandat(DialogueActe):
    """The day and the reason of an early end."""

    def __init__(self, session: Session, suivi: MandatSuivi, parent: QWidget | None = None) -> None:
        self._associe = suivi.mandat.associe
        self.jour = ChampDate(_tr("Fini le"), "jour", session.aujourdhui)
        self.jour.poser(session.aujourdhui)
        self.motif = ChampTexte(_tr("Motif"), "motif", _tr("Démission, révocation, décès…"))
        formulaire = Formulaire(
            self.jour, self.motif, brouillons=session.brouillons, prefixe=f"fin-mandat/{self._associe}"
        )
        nom = session.dossier.nom(self._associe)
        super().__init__(
            session,
            _tr("Finir le mandat de {}").format(nom),
            formulaire,
            self._demander,
            _tr("Finir ce mandat"),
            parent,
        )

    def _demander(self) -> ActeDemande | None:
        jour = exiger_jour(self.jour)
        if jour is None:
            return None
        associe, motif = self._associe, self.motif.valeur()
        return self.finir(FinMandat(associe, jour, motif))

    def finir(self, fin: FinMandat) -> ActeDemande:
        """The act that ends it."""
        return lambda depot: cooperative.finir_mandat(depot, fin.associe, fin.jour, fin.motif)
