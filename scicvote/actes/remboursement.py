"""The act of reimbursing parts to somebody who left: a movement, refused where the floor of the capital says no."""

from __future__ import annotations

from datetime import date

from scicvote.core.assemblee import date_longue
from scicvote.core.dossier import Dossier
from scicvote.core.exact import accord
from scicvote.core.faits import Mouvement
from scicvote.core.issue import refus
from scicvote.core.registre import NatureMouvement
from scicvote.core.remboursements import controler_remboursement
from scicvote.store.depot import Acte, Depot, Projet


def rembourser(depot: Depot, associe: int, jour: date, parts: int, piece: str = "") -> Acte:
    """Parts are paid back (statuts 16, 17). The same movement entered by hand is only warned of what refuses here:
    a register tells what happened, and this act does what may.
    """
    mouvement = Mouvement(associe, jour, str(NatureMouvement.REMBOURSEMENT), parts, "", None, None, piece)
    return depot.accomplir("rembourser", lambda dossier: projet_remboursement(dossier, mouvement))


def projet_remboursement(dossier: Dossier, mouvement: Mouvement) -> Projet:
    """What a reimbursement would write, and what stands against it."""
    if mouvement.associe not in dossier.registre.au(date.max).par_numero:
        return Projet("", (), (refus("ASSOCIE", "Cette personne n’est pas au registre.", chemin="associe"),))
    parts = accord(mouvement.parts, "part remboursée", "parts remboursées")
    resume = f"{parts} à {dossier.nom(mouvement.associe)}, {date_longue(mouvement.jour)}"
    return Projet(resume, (mouvement,), tuple(controler_remboursement(dossier, mouvement)))
