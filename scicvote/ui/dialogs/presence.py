"""Who comes, leaves, is excused or attends without a vote, as dialogs."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from scicvote.actes import preparation, seance
from scicvote.core.faits import Presence
from scicvote.core.issue import refus
from scicvote.ui.candidats import attendus, est_morale, presents
from scicvote.ui.dialogs.moment_seance import DialogueSeance, tr
from scicvote.ui.session import ActeDemande, Session
from scicvote.ui.widgets.champ_associe import ChampAssocie
from scicvote.ui.widgets.champs import ChampTexte


def representation(session: Session, numero: int) -> tuple[str, str]:
    """Who comes for a legal person and with which document: as at its last arrival, else as its card says."""
    for ag in sorted(session.dossier.assemblees.values(), key=lambda ag: ag.convocation.heure, reverse=True):
        for presence in reversed(ag.tous(Presence)):
            if presence.associe == numero and presence.representant:
                return presence.representant, presence.piece
    jour = session.ag.jour if session.ag else session.aujourdhui
    personne = session.dossier.registre.au(jour).par_numero.get(numero)
    if personne is None:
        return "", ""
    fiche = personne.fiche
    return ", ".join(filter(None, (fiche.representant, fiche.qualite_representant))), ""


class DialogueArrivee(DialogueSeance):
    """Somebody of the list arrives, or comes back; a legal person through its representative."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        self.associe = ChampAssocie(tr("Qui arrive"), "associe")
        self.representant = ChampTexte(tr("Représentée par"), "representant", tr("Prénom, nom et qualité"))
        self.piece = ChampTexte(tr("Pièce qui le dit"), "piece", tr("Délibération, extrait, pouvoir de représentation"))
        super().__init__(
            session,
            "arrivee",
            tr("Une arrivée"),
            tr("Présent"),
            (self.associe, self.representant, self.piece),
            parent=parent,
        )
        self.associe.proposer(attendus(session.dossier, self.ag))
        self.associe.change.connect(self._choisir)
        self._choisir()

    def _choisir(self) -> None:
        numero = self.associe.valeur()
        morale = est_morale(self.session.dossier, self.ag, numero)
        for champ in (self.representant, self.piece):
            champ.setVisible(morale)
        if morale and numero is not None and not self.representant.valeur():
            qui, piece = representation(self.session, numero)
            self.representant.poser(qui)
            self.piece.poser(piece)

    def demande(self) -> ActeDemande | None:
        numero, moment = self.associe.valeur(), self.moment()
        if moment is None:
            return None
        morale = est_morale(self.session.dossier, self.ag, numero)
        presence = Presence(
            self.numero,
            numero or 0,
            moment,
            "arrivee",
            self.representant.valeur() if morale else "",
            self.piece.valeur() if morale else "",
        )
        return lambda depot: seance.emarger(depot, presence)

    def executer(self) -> None:
        if _choisi(self.associe):
            super().executer()


class DialogueDepart(DialogueSeance):
    """Somebody leaves; the proxies that fall with them are named."""

    def __init__(self, session: Session, associe: int | None = None, parent: QWidget | None = None) -> None:
        self.associe = ChampAssocie(tr("Qui part"), "associe")
        super().__init__(session, "depart", tr("Un départ"), tr("Noter le départ"), (self.associe,), parent=parent)
        self.associe.proposer(presents(session.dossier, self.ag))
        if associe is not None:
            self.associe.poser(associe)
            self.heure.controle.setFocus()
            self.heure.ligne.selectAll()
        self.prevenir()

    def demande(self) -> ActeDemande | None:
        numero, moment = self.associe.valeur(), self.moment()
        if moment is None:
            return None
        return lambda depot: seance.partir(depot, self.numero, numero or 0, moment)

    def executer(self) -> None:
        if _choisi(self.associe):
            super().executer()


class DialogueExcuse(DialogueSeance):
    """Somebody let it be known that they would not come."""

    def __init__(self, session: Session, associe: int | None = None, parent: QWidget | None = None) -> None:
        self.associe = ChampAssocie(tr("Qui s’excuse"), "associe")
        super().__init__(
            session,
            "excuse",
            tr("Un associé excusé"),
            tr("Excuser"),
            (self.associe,),
            heure=False,
            explication=tr(
                "Il reste inscrit et peut donner pouvoir\u00a0; le procès-verbal le nomme parmi les excusés."
            ),
            parent=parent,
        )
        self.associe.proposer(attendus(session.dossier, self.ag))
        if associe is not None:
            self.associe.poser(associe)

    def demande(self) -> ActeDemande | None:
        numero = self.associe.valeur() or 0
        return lambda depot: preparation.excuser(depot, self.numero, numero)

    def executer(self) -> None:
        if _choisi(self.associe):
            super().executer()


class DialogueInvite(DialogueSeance):
    """Somebody attends without a vote."""

    def __init__(self, session: Session, nom: str = "", parent: QWidget | None = None) -> None:
        self.nom = ChampTexte(tr("Prénom et nom"), "nom")
        self.qualite = ChampTexte(tr("Qualité"), "qualite", tr("Expert-comptable, candidat, élu invité…"))
        super().__init__(
            session,
            "invite",
            tr("Inviter sans voix"),
            tr("Inviter"),
            (self.nom, self.qualite),
            heure=False,
            parent=parent,
        )
        if nom:
            self.nom.poser(nom)

    def demande(self) -> ActeDemande | None:
        nom, qualite = self.nom.valeur(), self.qualite.valeur()
        return lambda depot: seance.inviter(depot, self.numero, nom, qualite)


def _choisi(champ: ChampAssocie) -> bool:
    """Whether somebody is chosen; else the field says what is missing."""
    if champ.valeur() is not None:
        return True
    champ.montrer_issue(refus("ASSOCIE", tr("Choisir quelqu’un dans la liste."), chemin=champ.chemin))
    champ.controle.setFocus()
    return False
