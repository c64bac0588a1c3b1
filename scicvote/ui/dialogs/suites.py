"""The dialogs of what follows a vote: those of every day, filled from the vote, and bound to it by their act."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from scicvote.actes import cooperative, suites
from scicvote.core.article import citer
from scicvote.core.assemblee import Assemblee
from scicvote.core.faits import FinMandat, Mandat, Mouvement, PresidentCollege, VersionStatuts
from scicvote.core.mandats import EN_COURS, MandatSuivi, mandats
from scicvote.core.registre import LIBELLES, Associe
from scicvote.core.statuts import College
from scicvote.core.suite_vote import EtatSuite, Geste, SuiteVote
from scicvote.exchange.poids_statuts import avec_poids
from scicvote.ui.demandes import SuiteStatuts
from scicvote.ui.dialogs.colleges import DialogueConstitution, DialoguePresidence
from scicvote.ui.dialogs.dialogue import DialogueActe
from scicvote.ui.dialogs.exiger import exiger_jour
from scicvote.ui.dialogs.mandat import DialogueFinMandat, DialogueMandat
from scicvote.ui.dialogs.mouvement import DialogueMouvement
from scicvote.ui.dialogs.version_statuts import DialogueVersion
from scicvote.ui.session import ActeDemande, Session
from scicvote.ui.textes import majuscule
from scicvote.ui.widgets.champ_associe import Candidat
from scicvote.ui.widgets.champs import ChampChoix, ChampDate, ChampTexte
from scicvote.ui.widgets.formulaire import Formulaire


def _tr(contenu: str) -> str:
    return QCoreApplication.translate("suites", contenu)


class SuiteMouvement(DialogueMouvement):
    """An entry of the register, its nature and its assembly given by the vote."""

    def __init__(self, session: Session, ag: Assemblee, suite: SuiteVote, associe: Associe, parent: QWidget) -> None:
        self._ag, self._cle = ag.numero, suite.cle
        super().__init__(session, associe, parent, f"suite/{ag.numero}/{suite.cle}")
        self.nature.proposer([(suite.nature, LIBELLES[suite.nature])])
        self.assemblee.proposer([(str(ag.numero), ag.titre_court)])
        if not self.formulaire.reprendre():
            self.jour.poser(suite.debut or session.aujourdhui)
            self.parts.poser(suite.parts or None)
        self._accorder()

    def porter(self, mouvement: Mouvement) -> ActeDemande:
        ag, cle = self._ag, self._cle
        return lambda depot: suites.porter(depot, ag, cle, mouvement)


class SuiteMandat(DialogueMandat):
    """The mandate of somebody elected, for the term of the statutes."""

    def __init__(self, session: Session, ag: Assemblee, suite: SuiteVote, parent: QWidget) -> None:
        self._cle, self._assemblee = suite.cle, ag.numero
        super().__init__(session, parent, f"suite/{ag.numero}/{suite.cle}")
        elu = suite.associe or 0
        self.associe.proposer([Candidat(elu, session.dossier.nom(elu, ag.jour))])
        self.associe.poser(elu)
        self.associe.controle.setEnabled(False)
        self.origine.proposer([(str(ag.numero), ag.titre_court)])
        if not self.formulaire.reprendre():
            self.debut.poser(suite.debut)
            self.fin.poser(suite.fin)
        self.debut.controle.setFocus()

    def commencer(self, mandat: Mandat) -> ActeDemande:
        ag, cle = self._assemblee, self._cle
        return lambda depot: suites.commencer_mandat(depot, ag, cle, mandat.debut, mandat.fin)


class SuiteFinMandat(DialogueFinMandat):
    """The end of the mandate of somebody revoked, or not elected again."""

    def __init__(self, session: Session, ag: Assemblee, suite: SuiteVote, parent: QWidget) -> None:
        self._cle, self._assemblee = suite.cle, ag.numero
        super().__init__(session, _suivi(session, ag, suite), parent)
        if not self.formulaire.reprendre():
            self.jour.poser(suite.debut)
            motifs = {"revocation": _tr("révocation"), "dissolution": _tr("dissolution de la société")}
            self.motif.poser(motifs.get(suite.cle.partition(":")[0], _tr("mandat non renouvelé")))

    def finir(self, fin: FinMandat) -> ActeDemande:
        ag, cle = self._assemblee, self._cle
        return lambda depot: suites.finir_mandat(depot, ag, cle, fin.jour, fin.motif)


def _suivi(session: Session, ag: Assemblee, suite: SuiteVote) -> MandatSuivi:
    """The mandate that ran on the day of the assembly."""
    suivis = (s for s in mandats(session.dossier, ag.jour) if s.mandat.associe == suite.associe)
    return next(s for s in suivis if s.etat == EN_COURS)


class SuiteConstitution(DialogueConstitution):
    """The colleges, constituted by this assembly."""

    def __init__(self, session: Session, ag: Assemblee, suite: SuiteVote, parent: QWidget) -> None:
        self._cle = suite.cle
        super().__init__(session, parent)
        self.assemblee.proposer([(str(ag.numero), ag.titre_court)])
        if not self.formulaire.reprendre():
            self.jour.poser(suite.debut)

    def constituer(self, jour: date, assemblee: int) -> ActeDemande:
        cle = self._cle
        return lambda depot: suites.constituer_colleges(depot, assemblee, cle, jour)


class SuitePresidence(DialoguePresidence):
    """The president of a college that was constituted."""

    def __init__(self, session: Session, ag: Assemblee, suite: SuiteVote, college: College, parent: QWidget) -> None:
        self._cle, self._assemblee = suite.cle, ag.numero
        super().__init__(session, college, parent)

    def designer(self, fait: PresidentCollege) -> ActeDemande:
        ag, cle = self._assemblee, self._cle
        return lambda depot: suites.designer_president(depot, ag, cle, fait.associe, fait.jour, fait.suppleant)


class SuitePoids(DialogueVersion):
    """The statutes of today with the weights that were voted, in force as soon as they can be."""

    def __init__(self, session: Session, ag: Assemblee, suite: SuiteVote, parent: QWidget) -> None:
        texte = avec_poids(session.dossier.tous(VersionStatuts)[-1].texte, suite.poids, ag.jour)
        nom = Path(f"{session.dossier.statuts.cle}.toml")
        super().__init__(session, nom, texte, parent, SuiteStatuts(ag.numero, suite.cle))
        self.effet.poser(cooperative.premier_effet(session.dossier, ag.jour))


class DialogueNote(DialogueActe):
    """What the file cannot see: done elsewhere, with its document; or without object, and why."""

    def __init__(self, session: Session, ag: Assemblee, suite: SuiteVote, parent: QWidget) -> None:
        self._ag, self._cle = ag.numero, suite.cle
        etats = [(str(EtatSuite.SANS_OBJET), _tr("Sans objet"))]
        if suite.geste in (Geste.NOTER, Geste.STATUTS):
            etats.insert(0, (str(EtatSuite.FAIT), _tr("Fait")))
        self.etat = ChampChoix(_tr("État"), "etat", etats)
        self.jour = ChampDate(_tr("Le"), "jour", session.aujourdhui)
        self.motif = ChampTexte(_tr("Pièce, ou motif"), "motif", _tr("Récépissé, numéro de dépôt…"))
        self.jour.poser(session.aujourdhui)
        formulaire = Formulaire(
            self.etat,
            self.jour,
            self.motif,
            brouillons=session.brouillons,
            prefixe=f"suite/{ag.numero}/{suite.cle}/note",
        )
        phrase = f"{suite.titre}. {majuscule(citer(suite.articles))}."
        super().__init__(session, _tr("Noter une suite"), formulaire, self._demander, _tr("Noter"), parent, phrase)
        self.etat.change.connect(self._suivre)
        self._suivre()

    def _suivre(self) -> None:
        """A reason is wanted where there is nothing to do, a document where it was done."""
        if self.etat.valeur() == EtatSuite.FAIT:
            self.motif.aider(_tr("Récépissé, numéro de dépôt…"))
        else:
            self.motif.aider(_tr("Pourquoi il n’y a rien à faire."))

    def _demander(self) -> ActeDemande | None:
        jour = exiger_jour(self.jour)
        if jour is None:
            return None
        ag, cle, etat, motif = self._ag, self._cle, self.etat.valeur(), self.motif.valeur()
        return lambda depot: suites.noter(depot, ag, cle, jour, etat, motif)


def dialogue_de(session: Session, ag: Assemblee, suite: SuiteVote, parent: QWidget) -> DialogueActe | None:
    """The dialog that does a follow-up, filled; None for what another page does, or for somebody unknown."""
    personne = session.dossier.registre.au(session.aujourdhui).par_numero.get(suite.associe or 0)
    college = session.statuts().par_code.get(suite.college)
    if suite.geste == Geste.MOUVEMENT and personne is not None:
        return SuiteMouvement(session, ag, suite, personne, parent)
    if suite.geste == Geste.PRESIDENCE and college is not None:
        return SuitePresidence(session, ag, suite, college, parent)
    faire = {
        Geste.MANDAT: SuiteMandat,
        Geste.FIN_MANDAT: SuiteFinMandat,
        Geste.COLLEGES: SuiteConstitution,
        Geste.POIDS: SuitePoids,
        Geste.NOTER: DialogueNote,
    }.get(suite.geste)
    return faire(session, ag, suite, parent) if faire is not None else None
