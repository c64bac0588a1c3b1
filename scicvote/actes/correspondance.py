"""Acts on votes by post: a form is received, or set aside (C. com. L225-107, R225-77)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from scicvote.actes.commun import dans_assemblee
from scicvote.core.article import regle
from scicvote.core.assemblee import Assemblee, date_longue
from scicvote.core.correspondance import article, controler_formulaire, offertes
from scicvote.core.dossier import Dossier
from scicvote.core.faits import ChoixFormulaire, FinFormulaire, FormulaireVote
from scicvote.core.issue import Issue, refus
from scicvote.store.depot import Acte, Depot, Projet


@regle("C. com.", "L225-107", "R225-77")
def recevoir_formulaire(
    depot: Depot, assemblee: int, associe: int, recu: date, choix: Mapping[int, str], decision: str = ""
) -> Acte:
    """A form of vote by post is recorded, with what it says by resolution; ``decision``: what the chair said, where asked."""

    def decider(dossier: Dossier, ag: Assemblee) -> Projet:
        formulaire = FormulaireVote(
            dossier.prochain("formulaire", FormulaireVote), assemblee, associe, recu, decision.strip()
        )
        issues = [*_ouvert(ag), *controler_formulaire(dossier, ag, formulaire, choix)]
        ordre = [r.resolution for r in offertes(dossier.statuts_au(ag.jour), ag)]
        faits = (ChoixFormulaire(formulaire.formulaire, assemblee, n, choix[n]) for n in ordre if n in choix)
        resume = f"Vote par correspondance de {dossier.nom(associe)}, reçu le {date_longue(recu)}"
        return Projet(resume, (formulaire, *faits), tuple(issues))

    return dans_assemblee(depot, "recevoir_formulaire", assemblee, decider)


@regle("C. com.", "L225-107", "R225-77")
def ecarter_formulaire(depot: Depot, assemblee: int, associe: int, heure: datetime, motif: str) -> Acte:
    """A form no longer counts: it came late, or its giver took it back."""

    def decider(dossier: Dossier, ag: Assemblee) -> Projet:
        formulaire = ag.assistance.formulaires.get(associe)
        source = article(dossier.statuts_au(ag.jour))
        if formulaire is None:
            phrase = f"{dossier.nom(associe)} n’a pas de vote par correspondance en vigueur."
            return Projet("", (), (refus("FORMULAIRE", phrase, source, chemin="associe"),))
        issues = _ouvert(ag)
        if any(vote.depouillement is None for vote in ag.votes):
            issues.append(refus("SCRUTIN_OUVERT", "Un scrutin est ouvert\u00a0: le dépouiller d’abord.", source))
        fait = FinFormulaire(formulaire.formulaire, assemblee, heure, motif.strip() or "écarté")
        return Projet(
            f"Vote par correspondance de {dossier.nom(associe)} écarté\u00a0: {fait.motif}", (fait,), tuple(issues)
        )

    return dans_assemblee(depot, "ecarter_formulaire", assemblee, decider)


def _ouvert(ag: Assemblee) -> list[Issue]:
    issues = []
    if ag.close:
        issues.append(refus("SEANCE_CLOSE", "La séance est close.", "C. com. R223-24"))
    if ag.liste_arretee is None:
        issues.append(refus("LISTE", "Arrêter d’abord la liste des associés.", "statuts 21-1"))
    return issues
