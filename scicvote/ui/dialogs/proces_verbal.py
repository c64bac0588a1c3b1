"""Drawing up, signing and rectifying minutes: what each asks for."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from scicvote.actes import proces_verbal as pv
from scicvote.core.assemblee import Assemblee
from scicvote.core.faits import ProcesVerbal, Signature
from scicvote.ui.dialogs.dialogue import DialogueActe
from scicvote.ui.session import ActeDemande, Session
from scicvote.ui.widgets.champs import ChampDate, ChampLong
from scicvote.ui.widgets.formulaire import Formulaire


def tr(texte: str) -> str:
    return QCoreApplication.translate("ProcesVerbal", texte)


def dresse(ag: Assemblee) -> ProcesVerbal | None:
    """The minutes of an assembly, those that rectify apart; None before they are drawn up."""
    return next((fait for fait in ag.tous(ProcesVerbal) if fait.rectifie is None), None)


def signature_de(ag: Assemblee, numero: int) -> Signature | None:
    """Who signed these minutes and when; None before."""
    return next((fait for fait in ag.tous(Signature) if fait.numero == numero), None)


class DialogueDresser(DialogueActe):
    """The minutes take their number in the register."""

    def __init__(self, session: Session, ag: Assemblee, parent: QWidget | None = None) -> None:
        self._ag = ag
        self.jour = ChampDate(tr("Dressé le"), "jour", ag.jour)
        self.jour.poser(max(ag.jour, session.aujourdhui))
        numero = session.dossier.prochain_proces_verbal(ag.convocation.college)
        explication = tr(
            "Il portera le n°\u00a0{} du registre, sans blanc ni numéro sauté. Il reste un projet, que l’on peut encore "
            "compléter, jusqu’à sa signature."
        ).format(numero)
        super().__init__(
            session,
            tr("Dresser le procès-verbal"),
            Formulaire(self.jour),
            self._demande,
            tr("Dresser"),
            parent,
            explication,
        )

    def _demande(self) -> ActeDemande | None:
        jour = self.jour.valeur()
        return (lambda depot: pv.dresser(depot, self._ag.numero, jour)) if jour else None


class DialogueSigner(DialogueActe):
    """Minutes were signed on paper: by whom, and when. From here on they never change."""

    def __init__(self, session: Session, ag: Assemblee, numero: int, parent: QWidget | None = None) -> None:
        self._ag, self._numero = ag, numero
        self.jour = ChampDate(tr("Signé le"), "jour", ag.jour)
        self.signataires = ChampLong(tr("Signé par"), "signataires", tr("Un nom par ligne."), lignes=4)
        self.jour.poser(max(ag.jour, session.aujourdhui))
        self.signataires.poser("\n".join(self._attendus(session)))
        formulaire = Formulaire(
            self.jour,
            self.signataires,
            brouillons=session.brouillons,
            prefixe=f"signer/{ag.numero}/{numero}",
        )
        explication = tr(
            "Le procès-verbal signé ne change plus\u00a0: une erreur se corrige par un procès-verbal rectificatif. "
            "Le PDF tel qu’il a été signé est gardé dans le fichier."
        )
        super().__init__(
            session,
            tr("Procès-verbal n°\u00a0{}\u00a0: signature").format(numero),
            formulaire,
            self._demande,
            tr("Enregistrer la signature"),
            parent,
            explication,
        )

    def _attendus(self, session: Session) -> list[str]:
        """The managers and the chair (statuts 21-8)."""
        dossier, bureau = session.dossier, self._ag.bureau
        numeros = [] if self._ag.convocation.college else list(dossier.gerants(self._ag.jour))
        if bureau is not None:
            numeros.append(bureau.president)
        return list(dict.fromkeys(dossier.nom(numero, self._ag.jour) for numero in numeros))

    def _demande(self) -> ActeDemande | None:
        jour = self.jour.valeur()
        noms = tuple(nom.strip() for nom in self.signataires.texte().splitlines() if nom.strip())
        return (lambda depot: pv.signer(depot, self._ag.numero, self._numero, jour, noms)) if jour else None


class DialogueRectifier(DialogueActe):
    """Minutes that rectify signed ones, under a number of their own."""

    def __init__(self, session: Session, ag: Assemblee, numero: int, parent: QWidget | None = None) -> None:
        self._ag, self._numero = ag, numero
        self.jour = ChampDate(tr("Dressé le"), "jour", session.aujourdhui)
        self.jour.poser(session.aujourdhui)
        self.recit = ChampLong(tr("Ce qui est rectifié"), "texte", tr("Ce qui était écrit, et ce qu’il faut lire."), 6)
        formulaire = Formulaire(
            self.jour, self.recit, brouillons=session.brouillons, prefixe=f"rectifier/{ag.numero}/{numero}"
        )
        super().__init__(
            session,
            tr("Rectifier le procès-verbal n°\u00a0{}").format(numero),
            formulaire,
            self._demande,
            tr("Dresser le rectificatif"),
            parent,
            tr(
                "Le procès-verbal signé reste tel qu’il est\u00a0; le rectificatif prend le numéro suivant du registre."
            ),
        )

    def _demande(self) -> ActeDemande | None:
        jour, recit = self.jour.valeur(), self.recit.valeur()
        return (lambda depot: pv.rectifier(depot, self._ag.numero, self._numero, jour, recit)) if jour else None
