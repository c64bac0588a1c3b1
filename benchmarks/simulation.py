"""200 resolutions of three colleges seen again under 3 hypotheses, against the tally called as often on ready values."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from fractions import Fraction
from random import Random
from typing import Final

from benchmarks.mesure import Mesure, alterner, meilleurs, pret
from scicvote.core.assemblee import Assemblee
from scicvote.core.decision import calculer
from scicvote.core.dossier import Dossier
from scicvote.core.faits import (
    Compte,
    Convocation,
    CorpsScrutin,
    Depouillement,
    Fait,
    Proclamation,
    Resolution,
    Scrutin,
)
from scicvote.core.hypothese import Hypothese, Majorite, appliquer
from scicvote.core.recalcul import question_de, seance_de, statuts_de
from scicvote.core.scrutin import Question, Seance
from scicvote.core.simulation import simuler
from scicvote.core.statuts import Statuts
from scicvote.exchange.statuts import connus

RESOLUTIONS: Final = 200
TOURS: Final = 15
LIMITE: Final = 1.3
HEURE: Final = datetime(2026, 6, 12, 18, 0)
CENT: Final = Fraction(100)
HYPOTHESES: Final = (
    Hypothese("Poids", {"SB": Fraction(45), "PP": Fraction(30), "PM": Fraction(25)}),
    Hypothese("Tiers", {"SB": CENT / 3, "PP": CENT / 3, "PM": CENT / 3}),
    Hypothese("Seuil", majorites=(Majorite(seuil=Fraction(2, 3), stricte=False, base="exprimes"),)),
)


def assemblee(hasard: Random) -> tuple[Dossier, Assemblee]:
    """An assembly of two hundred votes by show of hands, each proclaimed."""
    convocation = Convocation(1, "mixte", HEURE, "ici", True, "", "", 1, None, 2025, "la gérance")
    faits: list[Fait] = [convocation]
    for n in range(1, RESOLUTIONS + 1):
        regle = hasard.choice(("ordinaire", "extraordinaire", "admission"))
        faits.append(Resolution(n, 1, n, f"Point {n}", "", regle, "autre", 0, None, "", None, False))
        faits += [Scrutin(n, 1, n, regle, "resolution", "main_levee", 1, HEURE), Depouillement(1, n, HEURE, False)]
        faits += [fait for code in ("SB", "PP", "PM") for fait in _corps(hasard, n, code)]
        faits.append(Proclamation(1, n, HEURE, "adoptee", "{}"))
    ag = Assemblee(1).avec(faits)
    return Dossier(assemblees={1: ag}, statuts_lus=((date(2012, 9, 29), connus()["cliss-xxi"]),)), ag


def _corps(hasard: Random, n: int, code: str) -> Iterator[Fait]:
    inscrits = hasard.randint(12, 40)
    presents = hasard.randint(inscrits // 2, inscrits)
    pour = hasard.randint(0, presents - 1)
    contre = hasard.randint(1, presents - pour)
    yield CorpsScrutin(1, n, code, inscrits, presents, 0, 0)
    yield Compte(1, n, code, presents, pour, contre, presents - pour - contre, 0, 0)


def prets(dossier: Dossier, ag: Assemblee) -> list[tuple[Statuts, Seance, Question]]:
    """Everything the tally takes, worked out beforehand: as declared, then under each hypothesis."""
    statuts = statuts_de(dossier, ag)
    tous = [statuts, *(appliquer(statuts, hypothese) for hypothese in HYPOTHESES)]
    return [(un, seance_de(ag, vote), question_de(dossier, ag, vote)) for vote in ag.votes for un in tous]


def depouiller(appels: list[tuple[Statuts, Seance, Question]]) -> object:
    """The bare tally."""
    return [calculer(*appel) for appel in appels]


def mesurer() -> Iterator[Mesure]:
    """The whole simulation, at most 1.3 times the tally called as often."""
    dossier, ag = assemblee(Random(25))
    appels = prets(dossier, ag)
    vus = [
        r
        for ligne in simuler(dossier, ag, HYPOTHESES).lignes
        for r in (ligne.actuel, *(c.resultat for c in ligne.cases))
    ]
    assert vus == depouiller(appels)
    produit, nu = meilleurs(
        alterner([pret(simuler, dossier, ag, HYPOTHESES), pret(depouiller, appels)], TOURS),
    )
    yield Mesure(f"simuler, {RESOLUTIONS} résolutions × {len(HYPOTHESES)} hypothèses, contre le dépouillement nu", produit, nu, TOURS, LIMITE)  # fmt: skip
