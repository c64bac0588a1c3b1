"""What is due to those who left, in the order in which it is paid back (statuts 8, 16, 17)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from scicvote.core.article import regle
from scicvote.core.assemblee import Assemblee
from scicvote.core.contexte_papier import Contexte
from scicvote.core.dossier import Dossier
from scicvote.core.exact import euros, nombre
from scicvote.core.francais import date_longue
from scicvote.core.papier import Alignement, Bloc, Colonne, Genre, Papier, Style, Tableau, paragraphe, rangee
from scicvote.core.registre import LIBELLES
from scicvote.core.remboursement import Plan
from scicvote.core.remboursements import Attente, attente, phrase_plan, plan_du

MOTS: Final = {
    Attente.PLANCHER: "attend des souscriptions",
    Attente.EN_PARTIE: "en partie",
    Attente.PAS_EXIGIBLE: "pas encore exigible",
    Attente.EXIGIBLE: "exigible",
}


@regle("statuts", "16-3", "17")
def etat_remboursements(dossier: Dossier, assemblee: Assemblee, jour: date) -> Papier:
    """The debts on a day, the oldest loss first, with what the floor of the capital allows."""
    contexte = Contexte(dossier, assemblee)
    return contexte.papier(
        "Parts à rembourser", _blocs(contexte, jour), sous_titre=f"Au {date_longue(jour)}", paysage=True
    )


def _blocs(contexte: Contexte, jour: date) -> Iterator[Bloc]:
    plan = plan_du(contexte.dossier, jour)
    if plan is None:
        yield paragraphe("Les statuts ne disent pas la valeur d’une part\u00a0: aucun montant n’est calculé.")
        return
    articles = contexte.loi("statuts 8", "statuts 16-2", "statuts 16-3", "statuts 17")
    yield paragraphe(f"{phrase_plan(plan)} L’ordre est celui des pertes de qualité ({articles}).")
    yield _tableau(contexte, plan)
    note = "Montants au plus\u00a0: les pertes constatées dans le délai des statuts les réduisent."
    yield paragraphe(note, style=Style.NOTE)


def _tableau(contexte: Contexte, plan: Plan) -> Tableau:
    droite = Alignement.DROITE
    colonnes = (
        Colonne("Rang", 12, droite),
        Colonne("À qui", 60),
        Colonne("Perte de la qualité", 48),
        Colonne("Parts dues", 18, droite),
        Colonne("Montant au plus", 26, droite),
        Colonne("Possibles", 18, droite),
        Colonne("Exigible", 28),
        Colonne("Pertes jusqu’au", 28),
        Colonne("État", 36),
    )
    rangees = [
        rangee(
            nombre(rang),
            contexte.nom(dette.associe),
            f"{dette.perte:%d/%m/%Y}, {LIBELLES.get(dette.motif, dette.motif).lower()}",
            nombre(dette.dues),
            euros(dette.dues * plan.valeur_part),
            nombre(dette.permises),
            _jour(dette.exigible),
            _jour(dette.pertes_jusqu_au),
            MOTS[attente(plan, dette)],
        )
        for rang, dette in enumerate(plan.dettes, 1)
    ]
    if rangees:
        dues, permises = (sum(getattr(d, nom) for d in plan.dettes) for nom in ("dues", "permises"))
        total = ("", "Ensemble", "", nombre(dues), euros(plan.du), nombre(permises), "", "", "")
        rangees.append(rangee(*total, genre=Genre.TOTAL))
    return Tableau(colonnes, tuple(rangees), petit=True, vide="Rien ne reste dû.")


def _jour(jour: date | None) -> str:
    return "–" if jour is None else f"{jour:%d/%m/%Y}"
