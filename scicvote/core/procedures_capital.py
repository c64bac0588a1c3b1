"""What a resolution on the capital wants before its vote: its floor, transfers, reimbursements, dissolution (statuts 8 to 34)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from scicvote.core.article import regle
from scicvote.core.capital_social import capital_au, capital_vote
from scicvote.core.capitaux_propres import constat
from scicvote.core.condition import Cas, Condition, EtatCondition, Regle, dit
from scicvote.core.exact import accord, euros
from scicvote.core.francais import date_longue
from scicvote.core.remboursement import Dette, Plan, plancher_capital
from scicvote.core.remboursements import plan_du
from scicvote.core.resolution import Objet

_RELIRE: Final = "À relire dans le texte mis aux voix."


# --- capital


@regle("statuts", "8")
def _plancher(cas: Cas) -> Iterator[Condition]:
    """The capital never goes under the least of the statutes, nor the share of the highest ever reached."""
    phrase, articles = "Capital au moins égal au plancher des statuts", ("statuts 8",)
    capital, vise = capital_au(cas.dossier, cas.ag.jour), capital_vote(cas.ag.texte_de(cas.resolution))
    if capital is None:
        yield Condition(
            "plancher", phrase, articles, EtatCondition.A_VERIFIER, detail="La valeur d’une part n’est pas aux statuts."
        )
        return
    chiffres = f"Plancher de {euros(capital.plancher)}\u00a0; {euros(capital.plus_haut)} au plus haut"
    if vise is None:
        yield Condition("plancher", phrase, articles, EtatCondition.A_VERIFIER, detail=f"{chiffres}. {_RELIRE}")
    else:
        apres = plancher_capital(cas.statuts, max(capital.plus_haut, vise))
        monte = f", plancher porté à {euros(apres)}" if apres > capital.plancher else ""
        detail = f"{chiffres}\u00a0; {euros(vise)} votés{monte}."
        yield Condition("plancher", phrase, articles, dit(vise >= capital.plancher), detail=detail)


@regle("statuts", "7", "8")
def _sens(cas: Cas) -> Iterator[Condition]:
    """A text that raises the capital gives more than today's, one that reduces it less."""
    capital, vise = capital_au(cas.dossier, cas.ag.jour), capital_vote(cas.ag.texte_de(cas.resolution))
    hausse = cas.resolution.objet == Objet.AUGMENTATION
    phrase = "Montant supérieur au capital actuel" if hausse else "Montant inférieur au capital actuel"
    articles = ("statuts 7",) if hausse else ("statuts 7", "C. com. L223-34")
    if capital is None or vise is None:
        yield Condition("montant", phrase, articles, EtatCondition.A_VERIFIER, detail=_RELIRE)
        return
    etat = dit(vise > capital.montant if hausse else vise < capital.montant)
    yield Condition(
        "montant", phrase, articles, etat, detail=f"{euros(capital.montant)} ce jour-là, {euros(vise)} votés."
    )


@regle("C. com.", "L223-34")
def _egalite(_cas: Cas) -> Iterator[Condition]:
    """A reduction leaves the associés equal, and creditors may oppose it: the file cannot know of either."""
    detail = "Sans perte qui la motive, les créanciers peuvent s’y opposer\u00a0; la variabilité du capital en dispense entre ses bornes."
    articles = ("C. com. L223-34", "C. com. L231-1")
    phrase = "Égalité des associés, et créanciers"
    yield Condition("egalite", phrase, articles, EtatCondition.A_VERIFIER, detail=detail)


@regle("statuts", "10", "12")
def _souscriptions(cas: Cas) -> Iterator[Condition]:
    """New parts are subscribed with the leave of the management, and no category goes over its share of the capital."""
    detail = "Un bulletin en deux originaux par souscripteur."
    yield Condition(
        "souscriptions",
        "Souscriptions autorisées par la gérance",
        ("statuts 10",),
        EtatCondition.A_VENIR,
        detail=detail,
    )
    etat = cas.dossier.registre.au(cas.ag.jour)
    parts = etat.parts_par_categorie()
    for categorie in cas.statuts.categories:
        if categorie.plafond_capital is None or not etat.parts:
            continue
        tenues = parts.get(categorie.code, 0)
        tient = tenues <= categorie.plafond_capital * etat.parts
        detail = f"{accord(tenues, 'part')} sur {etat.parts} avant les souscriptions."
        phrase = f"Plafond de la catégorie {categorie.code} ({categorie.nom})"
        yield Condition(f"plafond_{categorie.code}", phrase, ("statuts 12",), dit(tient), detail=detail)


# --- parts


@regle("statuts", "9")
def _agrement(cas: Cas) -> Iterator[Condition]:
    """Between members of one category a transfer is free; else the management agrees to it, whatever the assembly says."""
    detail = "Libre dans une même catégorie\u00a0: l’agrément est alors sans objet."
    article = cas.statuts.article("capital.cession", defaut="statuts 9")
    yield Condition(
        "categories", "Cession d’une catégorie à une autre", (article,), EtatCondition.A_VERIFIER, detail=detail
    )
    yield Condition(
        "gerance",
        "Agrément de la gérance",
        (article,),
        EtatCondition.A_VERIFIER,
        detail="Sa pièce se note avec la cession.",
    )
    personne = cas.dossier.registre.au(cas.ag.jour).par_numero.get(cas.concerne)
    tenues = personne.parts if personne is not None else 0
    detail = f"{accord(tenues, 'part')} ce jour-là." if personne is not None else "Indiquer qui cède."
    yield Condition("parts", "Le cédant détient des parts", ("statuts 9",), dit(tenues > 0), detail=detail)


def _situation(cas: Cas) -> tuple[Plan | None, Dette | None]:
    """What is due on the day of the assembly, and to the person."""
    plan = plan_du(cas.dossier, cas.ag.jour)
    dettes = plan.dettes if plan is not None else ()
    return plan, next((d for d in dettes if d.associe == cas.concerne), None)


@regle("statuts", "16-1", "16-2", "16-3", "17")
def _remboursement(cas: Cas) -> Iterator[Condition]:
    """Parts of somebody who left, in the order of the losses, above the floor; early, where the assembly says so."""
    plan, dette = _situation(cas)
    if plan is None or dette is None:
        detail = "La personne n’a pas quitté la coopérative, ou rien ne lui reste dû."
        yield Condition("dette", "Des parts annulées restent dues", ("statuts 16-1",), dit(False), detail=detail)
        return
    du = dette.dues * plan.valeur_part
    detail = f"{accord(dette.dues, 'part')}, {euros(du)} au plus, perte du {date_longue(dette.perte)}."
    yield Condition("dette", "Des parts annulées restent dues", ("statuts 16-1",), dit(True), detail=detail)
    avant = plan.dettes.index(dette)
    detail = f"{accord(avant, 'personne')} à rembourser avant elle." if avant else ""
    yield Condition("tour", "Ordre chronologique des remboursements", ("statuts 16-3",), dit(not avant), detail=detail)
    reste = plan.capital - du
    detail = f"{euros(reste)} après remboursement, plancher de {euros(plan.plancher)}."
    yield Condition(
        "plancher",
        "Capital maintenu au plancher",
        ("statuts 8", "statuts 16-3"),
        dit(reste >= plan.plancher),
        detail=detail,
    )
    yield from _delais(cas, dette)


@regle("statuts", "16-2", "17")
def _delais(cas: Cas, dette: Dette) -> Iterator[Condition]:
    """The two years before it can be claimed, that the assembly may shorten; the five in which losses reduce it."""
    if dette.exigible is not None:
        detail = f"Exigible depuis le {date_longue(dette.exigible)}."
        if dette.exigible > cas.ag.jour:
            detail = f"Exigible le {date_longue(dette.exigible)}\u00a0: l’assemblée peut décider plus tôt."
        yield Condition("delai", "Délai de remboursement", ("statuts 17",), dit(True), detail=detail)
    if dette.pertes_jusqu_au is not None:
        finies = dette.pertes_jusqu_au < cas.ag.jour
        mot = "Plus aucune depuis le" if finies else "Elles réduisent la somme, ou se reversent, jusqu’au"
        detail = f"{mot} {date_longue(dette.pertes_jusqu_au)}."
        etat = EtatCondition.SANS_OBJET if finies else EtatCondition.A_VERIFIER
        yield Condition(
            "pertes", "Pertes des exercices où la personne était associée", ("statuts 16-2",), etat, detail=detail
        )


# --- the end


@regle("statuts", "33", "34")
@regle("C. com.", "L237-18")
@regle("loi 47-1775", "19")
def _dissolution(cas: Cas) -> Iterator[Condition]:
    """The text names liquidators, and says to which like body what is left goes; the loss of half of the capital is said."""
    yield Condition(
        "liquidateurs", "Un ou plusieurs liquidateurs sont nommés", ("statuts 34", "C. com. L237-18"),
        EtatCondition.A_VERIFIER, detail=_RELIRE,
    )  # fmt: skip
    yield Condition(
        "boni", "Le boni va à une structure d’objet similaire", ("statuts 34", "loi 47-1775 19"),
        EtatCondition.A_VERIFIER, detail=_RELIRE,
    )  # fmt: skip
    vu = constat(cas.dossier)
    if vu is not None and vu.insuffisants:
        detail = f"{euros(vu.capitaux_propres)} à la clôture de {vu.exercice}, pour un capital de {euros(vu.capital)}."
        phrase = "Capitaux propres sous la moitié du capital, constatés"
        yield Condition("moitie", phrase, ("statuts 33", "C. com. L223-42"), dit(True), detail=detail)


CONDITIONS_CAPITAL: Final[Mapping[str, tuple[Regle, ...]]] = {
    Objet.AGREMENT: (_agrement,),
    Objet.AUGMENTATION: (_sens, _plancher, _souscriptions),
    Objet.REDUCTION: (_sens, _plancher, _egalite),
    Objet.REMBOURSEMENT: (_remboursement,),
    Objet.DISSOLUTION: (_dissolution,),
}
