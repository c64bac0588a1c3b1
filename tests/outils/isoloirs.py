"""An assembly as large as wanted, whose urn is open: for secrecy, power cuts and the bench."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from scicvote.actes import cooperative, isoloir, preparation, registre, seance
from scicvote.core.faits import Bureau, Convocation, Fiche, Mouvement, Presence, Resolution
from scicvote.exchange.statuts import texte_fourni
from scicvote.store.depot import Acte, Depot

HEURE = datetime(2026, 6, 12, 18, 0)
PHRASE = "quatre lunes sur un étang"
CATEGORIES = ("1", "2", "3")  # colleges SB, PP, PP


@dataclass(frozen=True)
class Isoloir:
    """An open urn: the file, the assembly, the scrutin, its recovery key."""

    depot: Depot
    ag: int
    scrutin: int
    secours: tuple[str, ...]

    def deposer(self, associe: int, choix: isoloir.Choix) -> Acte:
        return isoloir.deposer(self.depot, self.ag, self.scrutin, associe, choix, f"Prénom Fictif-{associe}")


def faire(acte: Acte) -> Acte:
    assert acte.accepte, [issue.ligne() for issue in acte.refus]
    return acte


def ouvrir_isoloir(chemin: Path, electeurs: int, par_college: bool = False, sieges: int = 0) -> Isoloir:
    """A cooperative of ``electeurs`` persons, all present, and an urn open on its resolution (or election)."""
    depot, acte = cooperative.creer(chemin, texte_fourni("cliss-xxi"), lambda: HEURE)
    faire(acte)
    jour, noms = date(2020, 1, 1), range(1, electeurs + 1)
    fiches = [Fiche(n, jour, "physique", f"Fictif-{n}", "Prénom", "", "1 rue Inventée", "", "", "") for n in noms]
    parts = [Mouvement(n, jour, "reprise", 1, CATEGORIES[n % 3], None, None, "") for n in noms]
    faire(registre.importer_faits(depot, "essai", (*fiches, *parts), (), "associés"))
    faire(cooperative.commencer_mandat(depot, 1, date(2026, 1, 1), date(2026, 12, 31)))
    convocation = Convocation(0, "ordinaire", HEURE, "Salle", par_college, "", "", 1, None, None, "la gérance")
    ag = faire(preparation.preparer(depot, convocation)).faits[0].assemblee  # type: ignore[attr-defined]
    regle, objet = ("election_gerance", "election") if sieges else ("ordinaire", "autre")
    point = Resolution(0, ag, 0, "Question", "L’assemblée approuve.", regle, objet, sieges, None, "", None, False)
    resolution = faire(preparation.inscrire_resolution(depot, point)).faits[0].resolution  # type: ignore[attr-defined]
    for numero in range(1, sieges + 3 if sieges else 0):
        faire(preparation.presenter_candidat(depot, ag, resolution, numero, "SB"))
    faire(preparation.arreter_liste(depot, ag, date(2026, 6, 1), "la gérance"))
    arrivees = tuple(Presence(ag, n, HEURE, "arrivee", "", "") for n in noms)
    _ensemble(depot, arrivees)
    faire(seance.constituer_bureau(depot, Bureau(ag, HEURE, 1, "Bob Exemple", (), "")))
    faire(seance.ouvrir_seance(depot, ag, HEURE))
    placee = isoloir.ouvrir(depot, ag, resolution, PHRASE, PHRASE, HEURE)
    faire(placee.acte)
    return Isoloir(depot, ag, placee.scrutin, placee.secours)


def _ensemble(depot: Depot, arrivees: tuple[Presence, ...]) -> None:
    """All arrivals in one act: the tests that use this ask nothing of arrivals."""
    from scicvote.store.depot import Projet

    faire(depot.accomplir("emarger", lambda _: Projet("tous présents", arrivees)))


__all__ = ["HEURE", "PHRASE", "Isoloir", "faire", "ouvrir_isoloir"]
