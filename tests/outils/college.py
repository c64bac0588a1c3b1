"""A college tallied on another computer, for tests: its package opened, its assembly held, its return signed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from scicvote.actes import cooperative, seance, travail_college
from scicvote.actes.export_college import Remise
from scicvote.actes.travail_college import Rendu
from scicvote.core.faits import Bureau, Pouvoir
from scicvote.core.vote import ComptageCorps
from tests.outils.cooperative import JOUR, heure
from tests.outils.histoire import INSTANT, Histoire, mains

ELECTION = "Élection de la gérance"
# What each college votes on the annual assembly's points, its members there and its proxies (giver, holder).
PRESENTS: dict[str, tuple[int, ...]] = {"SB": (1, 2, 3), "PP": (5, 6), "PM": (9, 10, 12)}
POUVOIRS: dict[str, tuple[tuple[int, int], ...]] = {"SB": ((4, 2),), "PP": ((7, 6),), "PM": ()}
VOIX: dict[str, dict[str, ComptageCorps]] = {
    "SB": {"": mains(3, 1), ELECTION: ComptageCorps(votants=4, voix={1: 3, 5: 1})},
    "PP": {"": mains(1, 1, 1), ELECTION: ComptageCorps(votants=3, blanc=1, voix={1: 1, 5: 1})},
    "PM": {"": mains(2, 1), ELECTION: ComptageCorps(votants=3, voix={1: 2, 5: 1})},
}


@dataclass
class Portable:
    """The computer of a college's president."""

    histoire: Histoire
    ag: int
    college: str
    phrase: str

    @classmethod
    def ouvrir(cls, paquet: Path, phrase: str) -> Portable:
        ouverture = travail_college.ouvrir_paquet(paquet, lambda: INSTANT)
        assert ouverture.chemin is not None, [i.ligne() for i in ouverture.issues]
        depot = cooperative.ouvrir(ouverture.chemin, lambda: INSTANT)
        (ag,) = depot.dossier.assemblees.values()
        return cls(Histoire(depot), ag.numero, ag.convocation.college, phrase)

    @property
    def voix(self) -> Mapping[str, ComptageCorps]:
        return VOIX[self.college]

    def emarger(self) -> None:
        h = self.histoire
        for numero in PRESENTS[self.college]:
            h.faire(h.arriver(self.ag, numero))
        connus = {p.mandant for p in h.ag(self.ag).assistance.pouvoirs.values()}
        for mandant, mandataire in POUVOIRS[self.college]:
            if mandant in connus:
                continue
            pouvoir = Pouvoir(0, self.ag, mandant, mandataire, "", False, heure(17), "")
            h.faire(seance.donner_pouvoir(h.depot, pouvoir))
        premier = PRESENTS[self.college][0]
        bureau = Bureau(self.ag, heure(18), premier, "Iris Scribe", (), "choisie par le collège")
        h.faire(seance.constituer_bureau(h.depot, bureau), seance.ouvrir_seance(h.depot, self.ag, heure(18, 5)))

    def voter(self, *sauf: str) -> None:
        for point in self.histoire.ag(self.ag).resolutions:
            if point.titre not in sauf:
                comptage = self.voix.get(point.titre, self.voix[""])
                mode = "secret_papier" if point.sieges else "main_levee"
                self.histoire.voter(self.ag, point.resolution, {"*": comptage}, JOUR, mode)

    def tenir(self) -> None:
        """The whole assembly of the college."""
        self.emarger()
        self.voter()
        self.histoire.faire(seance.clore_seance(self.histoire.depot, self.ag, heure(20)))

    def rendre(self) -> Rendu:
        acte, rendu = travail_college.preparer_retour(self.histoire.depot, self.ag, self.phrase)
        assert rendu is not None, [i.ligne() for i in acte.issues]
        return rendu


def deposer(remise: Remise, dossier: Path) -> Path:
    """A package on another computer."""
    dossier.mkdir(parents=True, exist_ok=True)
    paquet = dossier / f"{remise.export.college}-{remise.export.numero}.scicollege"
    paquet.write_bytes(remise.octets)
    return paquet
