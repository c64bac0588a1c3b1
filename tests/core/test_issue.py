"""Faults as values: one line each, whatever was quoted in them."""

from __future__ import annotations

from scicvote.core.issue import avertissement, bloquantes, refus


def test_une_faute_tient_sur_une_ligne_imprimable() -> None:
    faute = refus("FAUTE", "Une\nphrase\u00a0: \x1b[31mrouge\ud800.", "statuts 22", chemin="corps.SB")
    assert faute.ligne() == "FAUTE corps.SB: Une phrase : \ufffd[31mrouge\ufffd."
    assert faute.articles == ("statuts 22",)


def test_ce_qui_empeche_et_ce_qui_se_trace() -> None:
    faute, doute = refus("FAUTE", "Non."), avertissement("DOUTE", "Peut-être.", "statuts 23", chemin="x")
    assert bloquantes((doute, faute)) == [faute]
    assert (doute.bloquante, doute.chemin, doute.articles) == (False, "x", ("statuts 23",))
