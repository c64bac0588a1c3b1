"""The texts of the votes on the capital, on parts and on the end of the company (statuts 7 to 34)."""

from __future__ import annotations

from scicvote.core.article import regle
from scicvote.core.exact import accord, euros
from scicvote.core.francais import de
from scicvote.core.remboursement import plan_remboursement
from scicvote.core.resolution import BLANC
from scicvote.core.sujet_resolution import Modele, Sujet


@regle("statuts", "9")
def agrement(sujet: Sujet) -> Modele:
    """A transfer of parts between two categories is agreed to."""
    return Modele(
        f"Agrément de la cession de parts {de(sujet.nom)}",
        f"L’assemblée agrée la cession par {sujet.nom} de {BLANC} parts sociales à {BLANC}.",
    )


def _capital_actuel(sujet: Sujet) -> str:
    valeur = sujet.statuts.capital.valeur_part
    return BLANC if valeur is None else euros(sujet.dossier.registre.au(sujet.ag.jour).parts * valeur)


@regle("statuts", "7", "10")
def augmentation(sujet: Sujet) -> Modele:
    """The capital is raised by new parts, subscribed with the leave of the management."""
    return Modele(
        "Augmentation du capital",
        f"L’assemblée porte le capital social de {_capital_actuel(sujet)} à {BLANC}\u00a0€, par la souscription de parts "
        "nouvelles autorisée par la gérance.",
    )


@regle("statuts", "7", "8")
def reduction(sujet: Sujet) -> Modele:
    """The capital is reduced, above its floor."""
    return Modele(
        "Réduction du capital",
        f"L’assemblée réduit le capital social de {_capital_actuel(sujet)} à {BLANC}\u00a0€, par {BLANC}, dans le respect "
        "de l’égalité des associés.",
    )


@regle("statuts", "16-1", "17")
def remboursement(sujet: Sujet) -> Modele:
    """The parts of somebody who left are reimbursed before it could be claimed."""
    plan = plan_remboursement(sujet.dossier, sujet.ag.jour)
    dettes = [d for d in plan.dettes if d.associe == sujet.concerne] if plan is not None else []
    dues = sum(d.dues for d in dettes)
    if plan is None or not dues:
        quoi = f"des parts sociales {de(sujet.nom)}, soit {BLANC}\u00a0€"
    else:
        parts = accord(dues, "part sociale", "parts sociales")
        quoi = f"de {parts} {de(sujet.nom)}, soit {euros(dues * plan.valeur_part)}"
    return Modele(
        f"Remboursement anticipé des parts {de(sujet.nom)}",
        f"L’assemblée décide le remboursement anticipé {quoi} au plus, sous déduction des pertes.",
    )


@regle("statuts", "34")
@regle("C. com.", "L237-18")
def dissolution(_sujet: Sujet) -> Modele:
    """The company is dissolved; the assembly names liquidators, and to whom what is left goes."""
    return Modele(
        "Dissolution anticipée",
        "L’assemblée décide la dissolution anticipée de la société à compter de ce jour et sa mise en liquidation. Elle nomme "
        f"{BLANC} en qualité de liquidateur, investi des pouvoirs les plus étendus, et attribue le boni de liquidation à "
        f"{BLANC}, dont l’objet social est similaire.",
    )
