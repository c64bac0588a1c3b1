"""Freezing the list, and what leaves for the associés: notices, documents, a special convocation, a question received."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtWidgets import QWidget

from scicvote.actes import preparation
from scicvote.core.assemblee import Assemblee, Nature
from scicvote.core.convocation import jour_liste
from scicvote.core.exact import accord
from scicvote.core.faits import Envoi
from scicvote.core.liste import composer_liste
from scicvote.core.resolution import Objet
from scicvote.ui.dialogs.preparation import DialogueVif, Requis, personnes, tr
from scicvote.ui.session import ActeDemande, Session
from scicvote.ui.widgets.banniere import Encart
from scicvote.ui.widgets.champ_associe import ChampAssocie
from scicvote.ui.widgets.champs import ChampChoix, ChampDate, ChampLong, ChampTexte

PIECES: Final = (
    "Comptes annuels",
    "Rapport de gestion",
    "Rapport sur les conventions réglementées",
    "Texte des résolutions",
)


def modes() -> list[tuple[str, str]]:
    """How something is sent: what the file keeps, and the word of the choice."""
    return [
        ("lettre recommandée", tr("Lettre recommandée")),
        ("lettre recommandée électronique", tr("Lettre recommandée électronique")),
        ("remise en main propre contre décharge", tr("Remise en main propre contre décharge")),
        ("courriel", tr("Courriel")),
        ("lettre simple", tr("Lettre simple")),
    ]


class DialogueListe(DialogueVif):
    """Freeze the list of associés (statuts 21-1); how many are on it follows the day."""

    def __init__(self, session: Session, ag: Assemblee, parent: QWidget | None = None) -> None:
        self.ag = ag
        college = ag.convocation.nature == Nature.COLLEGE
        prevu = None if college else jour_liste(session.dossier.statuts_au(ag.jour), ag.jour)
        propose = prevu or min(session.aujourdhui, ag.jour)
        self.jour = ChampDate(tr("Liste arrêtée au"), "jour", session.aujourdhui)
        self.par = ChampTexte(tr("Arrêtée par"), "par")
        self.jour.poser(propose)
        self.par.poser(ag.convocation.convoquee_par or tr("la gérance"))
        super().__init__(
            session,
            f"convoquer/{ag.numero}/liste",
            tr("Arrêter la liste des associés"),
            tr("Arrêter la liste"),
            (self.jour, self.par),
            tr(
                "Elle dit qui est convoqué et qui vote. Ce qui change au registre ensuite s’affiche à côté, avec sa date."
            ),
            parent,
        )
        self.combien = Encart("discret", "users", tr("Sur la liste"), " ")
        self.corps.addWidget(self.combien)
        self.prevenir()

    def requis(self) -> Iterator[Requis]:
        yield self.jour, "DATE", tr("Indiquer le jour.")

    def lire(self) -> ActeDemande | None:
        jour, par, numero = self.jour.valeur(), self.par.valeur(), self.ag.numero
        aujourdhui = self.session.aujourdhui
        return (lambda depot: preparation.arreter_liste(depot, numero, jour, par, aujourdhui)) if jour else None

    def prevenir(self) -> None:
        jour = self.jour.valeur()
        combien = len(composer_liste(self.session.dossier, self.ag, jour)) if jour else 0
        self.combien.setVisible(jour is not None)
        self.combien.dire(tr("{} à cette date, une voix chacun.").format(accord(combien, "associé")))
        super().prevenir()


class DialogueEnvoi(DialogueVif):
    """The notices leave: the agenda is locked from here on. Or the documents of an annual assembly, or both days later."""

    def __init__(self, session: Session, ag: Assemblee, objet: str, parent: QWidget | None = None) -> None:
        self.ag, self.quoi = ag, objet
        self.jour = ChampDate(tr("Jour d’envoi"), "jour", session.aujourdhui, tr("Celui du dépôt à la poste."))
        self.mode = ChampChoix(tr("Mode d’envoi"), "mode", modes())
        self.pieces = ChampLong(tr("Documents envoyés, un par ligne"), "pieces", lignes=4)
        self.qui = ChampAssocie(tr("Personne convoquée"), "destinataire", personnes(session.dossier, ag))
        self.jour.poser(min(session.aujourdhui, ag.jour))
        if ag.convocation.nature == Nature.COLLEGE:
            self.mode.poser("courriel")
        if objet == "documents":
            self.pieces.poser("\n".join(self._pieces(ag)))
        exclus = [r.concerne for r in ag.resolutions if r.objet == Objet.EXCLUSION and r.concerne]
        convoques = {e.destinataire for e in ag.envois("convocation_speciale")}
        self.qui.poser(next((numero for numero in exclus if numero not in convoques), None))
        titre, verbe, explication = self._mots(ag)
        rangs = [(self.jour, self.mode)]
        super().__init__(
            session,
            f"convoquer/{ag.numero}/{objet}",
            titre,
            verbe,
            (
                *((self.qui,) if objet == "convocation_speciale" else ()),
                *rangs,
                *((self.pieces,) if objet == "documents" else ()),
            ),
            explication,
            parent,
            largeur=640,
        )
        self.prevenir()

    def _mots(self, ag: Assemblee) -> tuple[str, str, str]:
        if self.quoi == "documents":
            return (
                tr("Documents envoyés"),
                tr("Enregistrer l’envoi"),
                tr(
                    "Comptes, rapport et texte des résolutions sont envoyés à chaque associé avant l’assemblée annuelle."
                ),
            )
        if self.quoi == "convocation_speciale":
            return (
                tr("Convocation spéciale"),
                tr("Enregistrer l’envoi"),
                tr(
                    "La personne dont l’exclusion est proposée est d’abord convoquée pour être entendue. Sans cette date, le vote ne s’ouvre pas."
                ),
            )
        if ag.convoquee:
            return tr("Nouvel envoi"), tr("Enregistrer l’envoi"), tr("Cet envoi s’ajoute à ceux déjà enregistrés.")
        return (
            tr("Convocations envoyées"),
            tr("Enregistrer et verrouiller"),
            tr(
                "À partir de cet envoi ne changent plus\u00a0: la date, l’heure et le lieu, la manière de voter, l’ordre du jour et "
                "le texte des résolutions. Cet enregistrement ne s’annule pas."
            ),
        )

    @staticmethod
    def _pieces(ag: Assemblee) -> list[str]:
        annee = ag.convocation.exercice
        return [f"{PIECES[0]} de {annee}" if annee else PIECES[0], *PIECES[1:]]

    def requis(self) -> Iterator[Requis]:
        if self.quoi == "convocation_speciale":
            yield self.qui, "DESTINATAIRE", tr("Indiquer la personne convoquée.")
        yield self.jour, "DATE", tr("Indiquer le jour de l’envoi.")
        if self.quoi == "documents":
            yield self.pieces, "TEXTE", tr("Nommer au moins un document.")

    def lire(self) -> ActeDemande | None:
        jour = self.jour.valeur()
        if jour is None:
            return None
        documents = self.pieces.valeur() if self.quoi == "documents" else ""
        pieces = tuple(ligne.strip() for ligne in documents.splitlines() if ligne.strip())
        qui = self.qui.valeur() if self.quoi == "convocation_speciale" else None
        envoi = Envoi(self.ag.numero, jour, self.quoi, self.mode.valeur(), pieces, qui)
        return lambda depot: preparation.envoyer(depot, envoi)


class DialogueQuestion(DialogueVif):
    """A written question, received until the meeting (C. com. L223-26)."""

    def __init__(self, session: Session, ag: Assemblee, parent: QWidget | None = None) -> None:
        self.ag = ag
        self.qui = ChampAssocie(tr("Posée par"), "associe", personnes(session.dossier, ag))
        self.recue = ChampDate(tr("Reçue le"), "recue", session.aujourdhui)
        self.texte = ChampLong(tr("Question"), "texte", lignes=5)
        self.recue.poser(min(session.aujourdhui, ag.jour))
        super().__init__(
            session,
            f"convoquer/{ag.numero}/question",
            tr("Question écrite"),
            tr("Enregistrer la question"),
            ((self.qui, self.recue), self.texte),
            tr("Il y est répondu en séance\u00a0; la réponse se note alors au procès-verbal."),
            parent,
            largeur=640,
        )
        self.prevenir()

    def requis(self) -> Iterator[Requis]:
        yield self.qui, "ASSOCIE", tr("Choisir l’associé qui la pose.")
        yield self.recue, "DATE", tr("Indiquer le jour de réception.")

    def lire(self) -> ActeDemande | None:
        qui, recue, texte, numero = self.qui.valeur(), self.recue.valeur(), self.texte.valeur(), self.ag.numero
        return (lambda depot: preparation.poser_question(depot, numero, qui, recue, texte)) if qui and recue else None
