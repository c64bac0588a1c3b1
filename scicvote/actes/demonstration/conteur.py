"""What the chapters of the demonstration share: acts that must be accepted, attendance, votes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import TypeVar

from scicvote.actes import preparation, proces_verbal, seance, vote
from scicvote.core.assemblee import Assemblee
from scicvote.core.faits import Bureau, Convocation, Envoi, Fait, Pouvoir, Presence, Resolution
from scicvote.core.statuts import MORALE
from scicvote.core.vote import ComptageCorps
from scicvote.store.depot import Acte, Depot

F = TypeVar("F", bound=Fait)


class ActeRefuse(RuntimeError):  # noqa: N818
    """An act of the demonstration was refused: a fault of the program, not of its user."""


@dataclass
class Conteur:
    """Plays acts on one cooperative and keeps what they said."""

    depot: Depot
    actes: list[Acte] = field(default_factory=list)

    def faire(self, *actes: Acte) -> Acte:
        """Keep acts; each must have been accepted. Returns the last one."""
        for acte in actes:
            if not acte.accepte:
                raise ActeRefuse(f"{acte.nom}: {'; '.join(issue.ligne() for issue in acte.refus)}")
            self.actes.append(acte)
        return actes[-1]

    def fait(self, acte: Acte, nature: type[F]) -> F:
        """The fact of one kind that an act wrote."""
        return next(fait for fait in self.faire(acte).faits if isinstance(fait, nature))

    def ag(self, numero: int) -> Assemblee:
        """An assembly as it stands."""
        return self.depot.dossier.assemblees[numero]

    # --- before the sitting

    def preparer(self, **champs: object) -> int:
        """Prepare an assembly; returns its number."""
        valeurs: dict[str, object] = {
            "assemblee": 0,
            "motif_vote": "",
            "college": "",
            "consultation": 1,
            "suite_de": None,
            "exercice": None,
            "convoquee_par": "la gérance",
            **champs,
        }
        acte = preparation.preparer(self.depot, Convocation(**valeurs))  # type: ignore[arg-type]
        return self.fait(acte, Convocation).assemblee

    def resolution(self, assemblee: int, titre: str, texte: str, regle: str, objet: str, **champs: object) -> int:
        """Put a resolution on the agenda; returns its lasting number."""
        acte = preparation.inscrire_resolution(self.depot, point(assemblee, titre, texte, regle, objet, **champs))
        return self.fait(acte, Resolution).resolution

    def convoquer(self, assemblee: int, jour: date, pieces: tuple[str, ...] = ()) -> None:
        """Freeze the list on its day, send the notices, and the documents where there are any."""
        liste = self.ag(assemblee).jour - timedelta(days=16)
        self.faire(preparation.arreter_liste(self.depot, assemblee, liste, "la gérance"))
        mode = "lettre recommandée avec avis de réception"
        self.faire(preparation.envoyer(self.depot, Envoi(assemblee, jour, "convocation", mode, (), None)))
        if pieces:
            self.faire(preparation.envoyer(self.depot, Envoi(assemblee, jour, "documents", mode, pieces, None)))

    # --- the sitting

    def arriver(self, assemblee: int, associes: Iterable[int], debut: datetime) -> None:
        """Sign in one after the other, a minute apart from the third on; legal persons by their representative."""
        for rang, associe in enumerate(associes):
            self.emarger(assemblee, associe, debut + timedelta(minutes=rang // 2))

    def emarger(self, assemblee: int, associe: int, heure: datetime) -> None:
        """One arrival."""
        fiche = self.depot.dossier.registre.au(heure.date()).par_numero[associe].fiche
        representant = f"{fiche.representant}, {fiche.qualite_representant}" if fiche.personne == MORALE else ""
        piece = "délibération ou pouvoir de représentation" if representant else ""
        presence = Presence(assemblee, associe, heure, "arrivee", representant, piece)
        self.faire(seance.emarger(self.depot, presence))

    def pouvoir(self, assemblee: int, mandant: int, mandataire: int, heure: datetime, decision: str = "") -> None:
        """One proxy."""
        fait = Pouvoir(0, assemblee, mandant, mandataire, "", False, heure, decision)
        self.faire(seance.donner_pouvoir(self.depot, fait))

    def ouvrir(
        self,
        assemblee: int,
        heure: datetime,
        president: int,
        secretaire: int | str,
        scrutateurs: tuple[int, ...],
        motif: str = "",
    ) -> None:
        """Constitute the bureau, then open the sitting."""
        nom = secretaire if isinstance(secretaire, str) else self.depot.dossier.nom(secretaire)
        bureau = Bureau(assemblee, heure, president, nom, scrutateurs, motif)
        self.faire(seance.constituer_bureau(self.depot, bureau), seance.ouvrir_seance(self.depot, assemblee, heure))

    def voter(
        self,
        assemblee: int,
        resolution: int,
        comptage: Mapping[str, ComptageCorps],
        heure: datetime,
        mode: str = "main_levee",
        objet: str = "resolution",
    ) -> str:
        """Open, count (twice when secret) and declare; returns the decision."""
        secret = mode == "secret_papier"
        heures = (heure, heure + timedelta(minutes=6 if secret else 2), heure + timedelta(minutes=8 if secret else 3))
        contre = comptage if secret else None
        self.faire(*vote.voter(self.depot, assemblee, resolution, mode, comptage, heures, contre, objet))
        derniers = self.ag(assemblee).votes_de(resolution, objet)
        proclamation = derniers[-1].proclamation
        return proclamation.decision if proclamation else ""

    def finir(self, assemblee: int, heure: datetime, signe: date, signataires: tuple[str, ...]) -> None:
        """Close the sitting, draw the minutes up and record that they were signed."""
        self.faire(seance.clore_seance(self.depot, assemblee, heure))
        self.faire(proces_verbal.dresser(self.depot, assemblee, signe))
        numero = self.depot.dossier.prochain_proces_verbal(self.ag(assemblee).convocation.college) - 1
        self.faire(proces_verbal.signer(self.depot, assemblee, numero, signe, signataires))


def point(assemblee: int, titre: str, texte: str, regle: str, objet: str, **champs: object) -> Resolution:
    """A resolution with the usual blanks."""
    valeurs: dict[str, object] = {
        "sieges": 0,
        "concerne": None,
        "college": "",
        "origine": None,
        "hors_ordre": False,
        **champs,
    }
    return Resolution(0, assemblee, 0, titre, texte, regle, objet, **valeurs)  # type: ignore[arg-type]


def mains(pour: int, contre: int = 0, abstention: int = 0) -> ComptageCorps:
    """A show of hands."""
    return ComptageCorps(pour, contre, abstention)


def urne(votants: int, blanc: int = 0, **voix: int) -> ComptageCorps:
    """Ballots of an election: ``a1=9`` is nine votes for associé 1."""
    return ComptageCorps(blanc=blanc, votants=votants, voix={int(nom[1:]): nombre for nom, nombre in voix.items()})
