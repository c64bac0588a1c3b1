"""Counts as they are typed: figures asked for, what is left of those present, two entries held against one another."""

from __future__ import annotations

import pytest

from scicvote.core.faits import Compte, CorpsScrutin, Depouillement, VoixCandidat
from scicvote.core.saisie_vote import (
    comptage,
    comptages,
    ecarts,
    figures,
    lire,
    participants,
    reste,
    reste_ensemble,
    sans_vote,
    total,
)
from scicvote.core.vote import ComptageCorps
from tests.outils.cooperative import assemblee, convocation, heure, resolution

CORPS = CorpsScrutin(1, 1, "SB", 7, 6, 1, 1)


def test_les_mains_ne_sont_ni_blanches_ni_nulles() -> None:
    assert figures("main_levee") == ("pour", "contre", "abstention")
    assert figures("appel_nominal") == ("pour", "contre", "abstention")
    assert figures("secret_papier") == ("pour", "contre", "abstention", "blanc", "nul")
    assert figures("secret_papier", (4, 9)) == ("votants", "candidat/4", "candidat/9", "blanc", "nul")


def test_rien_de_saisi_est_aucun() -> None:
    assert lire(" 12 ") == 12
    assert lire("") == 0
    for faux in ("-1", "1,5", "x", "²"):
        with pytest.raises(ValueError, match=faux):
            lire(faux)


def test_le_comptage_de_chaque_corps() -> None:
    cases = {("SB", "pour"): "5", ("SB", "contre"): "1", ("PP", "nul"): "2", ("PP", "autre"): "9"}
    lu = comptage(cases, ("SB", "PP", "PM"), figures("secret_papier"))
    assert lu == {"SB": ComptageCorps(5, 1), "PP": ComptageCorps(nul=2), "PM": ComptageCorps()}
    mains = comptage(cases, ("PP",), figures("main_levee"))
    assert mains == {"PP": ComptageCorps()}
    election = comptage(
        {("*", "votants"): "8", ("*", "candidat/4"): "6", ("*", "blanc"): "1"}, ("*",), figures("secret_papier", (4, 9))
    )
    assert election == {"*": ComptageCorps(blanc=1, votants=8, voix={4: 6, 9: 0})}


def test_ce_qui_reste_des_presents_moins_ceux_hors_de_la_base() -> None:
    assert participants(CORPS) == 5
    assert reste(CORPS, ComptageCorps(2, 1, 1, 0, 1), election=False) == 0
    assert reste(CORPS, ComptageCorps(2), election=False) == 3
    assert reste(CORPS, ComptageCorps(4, 2), election=False) == -1
    assert reste(CORPS, ComptageCorps(votants=4, blanc=2), election=True) == 1


def test_ce_qui_reste_de_tous_les_corps() -> None:
    assert reste_ensemble({"SB": 2, "PP": 0, "PM": 1}) == 3
    assert reste_ensemble({"SB": 2, "PP": -1, "PM": -3}) == -4  # what is too much is said, whatever lacks elsewhere
    assert sans_vote({"SB": 2, "PP": 0, "PM": -3}) == {"SB": 2}
    assert total({("SB", "pour"): "5", ("PP", "pour"): "", ("PM", "contre"): "9"}, "pour") == 5


def test_deux_saisies_qui_different() -> None:
    premiere = {("SB", "pour"): "5", ("SB", "contre"): "", ("PP", "pour"): "3"}
    assert ecarts(premiere, {("SB", "pour"): "5", ("SB", "contre"): "0", ("PP", "pour"): "3"}) == ()
    assert ecarts(premiere, {("SB", "pour"): "4", ("PM", "pour"): "1"}) == (
        ("SB", "pour"),
        ("PP", "pour"),
        ("PM", "pour"),
    )


def test_un_recomptage_laisse_lire_le_premier() -> None:
    def fois(n: int, pour: int, autre: int) -> tuple[Depouillement | Compte | VoixCandidat, ...]:
        return (
            Depouillement(1, 1, heure(19, n), False),
            Compte(1, 1, "SB", pour, pour, 0, 0, 0, 0),
            Compte(1, 1, "PP", autre, autre, 0, 0, 0, 0),
            VoixCandidat(1, 1, "SB", 4, pour),
        )

    _, ag = assemblee(
        convocation(), resolution(), *fois(10, 5, 3), *fois(20, 4, 3), Compte(1, 2, "SB", 1, 1, 0, 0, 0, 0)
    )
    premier, second = comptages(ag, 1)
    assert [c.pour for c in premier.comptes] == [5, 3]
    assert [c.pour for c in second.comptes] == [4, 3]
    assert [v.voix for v in (*premier.voix, *second.voix)] == [5, 4]
    assert (premier.depouillement.heure, second.depouillement.heure) == (heure(19, 10), heure(19, 20))
    assert (premier.total("pour"), second.total("pour"), second.total("contre")) == (8, 7, 0)
    assert comptages(ag, 9) == ()
