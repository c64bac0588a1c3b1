"""What follows a vote on the capital, on parts, or on the end of the company (statuts 8 to 34)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from scicvote.core.article import regle
from scicvote.core.capital_social import capital_au, capital_vote
from scicvote.core.exact import euros
from scicvote.core.francais import date_longue, de
from scicvote.core.registre import NatureMouvement
from scicvote.core.resolution import Objet
from scicvote.core.suite_vote import Geste, SuiteVote, Vu, etat
from scicvote.core.suites_gerance import fin_mandat, mandats_avant
from scicvote.core.suites_registre import remboursement
from scicvote.core.suites_statuts import version


@regle("statuts", "9")
def suites_agrement(vu: Vu) -> Iterator[SuiteVote]:
    """The transfer that was agreed to enters the register once its deed is signed: on the day of the vote or after."""
    qui = vu.resolution.concerne
    if not vu.adoptee or qui is None:
        return
    cessions = [
        m
        for m in vu.dossier.registre.mouvements_de(qui)
        if m.nature == NatureMouvement.CESSION and m.associe == qui and m.jour >= vu.ag.jour
    ]
    if cessions:
        phrase = f"Portée au registre, au {date_longue(cessions[0].jour)}."
    else:
        phrase = "Après l’acte signé, déposé au siège ou signifié\u00a0; la pièce nomme l’agrément."
    yield SuiteVote(
        vu.cle("cession", qui), vu.resolution.resolution, f"Porter la cession {vu.de(qui)} au registre", phrase,
        ("statuts 9",), etat(bool(cessions)), Geste.MOUVEMENT, nature=str(NatureMouvement.CESSION), associe=qui,
    )  # fmt: skip


@regle("statuts", "7", "8")
def suites_capital(vu: Vu) -> Iterator[SuiteVote]:
    """The parts that make the capital what was voted; then the statutes, where they give another least capital."""
    if not vu.adoptee:
        return
    hausse = vu.resolution.objet == Objet.AUGMENTATION
    titre = "Porter les souscriptions au registre" if hausse else "Porter la réduction du capital au registre"
    vise = capital_vote(vu.ag.texte_de(vu.resolution))
    chronologie = vu.dossier.registre.chronologie
    capital = capital_au(vu.dossier, max(vu.ag.jour, chronologie[-1].jour)) if chronologie else None
    if vise is None or capital is None:
        phrase, fait, geste = (
            "Le montant voté ne se lit pas dans le texte\u00a0: le noter une fois atteint.",
            False,
            Geste.NOTER,
        )
    else:
        fait = capital.montant >= vise if hausse else capital.montant <= vise
        phrase = (
            f"{euros(vise)} votés, {euros(capital.montant)} au registre\u00a0; plancher de {euros(capital.plancher)}."
        )
        geste = Geste.REGISTRE
    yield SuiteVote(
        vu.cle("capital"), vu.resolution.resolution, titre, phrase, ("statuts 7", "statuts 8"), etat(fait), geste
    )
    phrase = "Écrire la nouvelle version si le vote change le capital minimum ou la valeur d’une part\u00a0; sinon, noter qu’il n’y a rien à changer."
    yield version(vu, ("statuts 8",), phrase)


@regle("statuts", "17")
def suites_remboursement(vu: Vu) -> Iterator[SuiteVote]:
    """What the assembly chose to reimburse early is due now."""
    qui = vu.resolution.concerne
    if vu.adoptee and qui is not None:
        yield from (replace(suite, des=None) for suite in remboursement(vu, qui))


@regle("statuts", "34")
@regle("C. com.", "L237-15", "L237-18")
def suites_dissolution(vu: Vu) -> Iterator[SuiteVote]:
    """Liquidators take over from the managers, whose mandates end with the dissolution."""
    if not vu.adoptee:
        return
    yield SuiteVote(
        vu.cle("liquidateur"), vu.resolution.resolution, "Noter le liquidateur nommé",
        "Investi des pouvoirs les plus étendus par l’assemblée\u00a0; noter son nom, et la pièce.",
        ("statuts 34", "C. com. L237-18"), etat(False), Geste.NOTER,
    )  # fmt: skip
    yield from (
        fin_mandat(vu, mandat, "dissolution", f"Finir le mandat {de(vu.nom(qui))}", ("C. com. L237-15",))
        for qui, mandat in mandats_avant(vu).items()
    )
