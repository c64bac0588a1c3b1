"""What a result says of itself."""

from __future__ import annotations

from fractions import Fraction

from scicvote.core.decision import calculer
from scicvote.core.resultat import Resultat
from scicvote.core.scrutin import Effectif, Question, Seance, Suffrages
from scicvote.exchange.statuts import connus


def _decide(pour: int, contre: int, presents: int) -> Resultat:
    statuts = connus()["cliss-xxi"]
    seance = Seance(2, False, {"*": Effectif(12, presents)})
    resultat = calculer(statuts, seance, Question(1, "ordinaire", {"*": Suffrages(pour, contre)}))
    assert isinstance(resultat, Resultat)
    return resultat


def test_la_part_contre_sur_la_meme_base() -> None:
    partagee = _decide(2, 1, 3)
    assert (partagee.ratio, partagee.ratio_contre) == (Fraction(2, 3), Fraction(1, 3))
    assert _decide(0, 0, 3).ratio_contre == 0  # nobody expressed a vote: the base is empty
