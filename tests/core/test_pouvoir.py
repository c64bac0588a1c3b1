"""Proxies: what cannot be is refused, what the articles disagree on is the chair's."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from scicvote.actes import cooperative
from scicvote.actes import seance as seances
from scicvote.core.faits import Fait, Pouvoir
from scicvote.core.pouvoir import a_decider, attribuer, controler_pouvoir
from scicvote.core.statuts import Pouvoirs, Statuts
from scicvote.exchange.statuts import connus, texte_fourni
from tests.outils.cooperative import arrivee, assemblee, convocation, liste, mouvement, pouvoir, seance
from tests.scene_papiers import Scene, a

CLISS = connus()["cliss-xxi"]


def codes(*faits: Fait, statuts: Statuts = CLISS, par_college: bool = True, **champs: Any) -> list[tuple[str, bool]]:
    valeurs = {"mandant": 2, "mandataire": 1, **champs}
    tout, ag = assemblee(convocation(par_college=par_college), *liste(), *faits, statuts=statuts)
    essai = pouvoir(9, valeurs.pop("mandant"), valeurs.pop("mandataire"), **valeurs)
    return [(issue.code, issue.bloquante) for issue in controler_pouvoir(tout, ag, essai)]


def avec(**champs: Any) -> Statuts:
    return replace(CLISS, pouvoirs=Pouvoirs(**{"meme_college": True, **champs}))


def test_un_pouvoir_ordinaire() -> None:
    assert codes() == []
    assert codes(par_college=False, mandataire=5) == []  # by heads there is no college to be of


@pytest.mark.parametrize(
    ("faits", "champs", "attendus"),
    [
        ((), {"mandant": 99}, [("MANDANT", True)]),
        ((arrivee(2),), {}, [("MANDANT_PRESENT", True)]),
        ((pouvoir(1, 2, 3),), {}, [("POUVOIR_DEJA", True)]),
        ((pouvoir(1, 2, None, conjoint="Max Conjoint"),), {}, [("POUVOIR_DEJA", True)]),
        ((), {"mandataire": None}, [("MANDATAIRE", True)]),
        ((), {"mandataire": 2}, [("MANDATAIRE", True)]),
        ((), {"mandataire": 99}, [("MANDATAIRE", True)]),
        ((mouvement(1, "demission", date(2026, 6, 1)),), {}, [("MANDATAIRE", True)]),
        ((mouvement(2, "demission", date(2026, 6, 1)),), {}, [("MANDANT", True)]),
        ((), {"mandataire": 5}, [("POUVOIR_AUTRE_COLLEGE", False)]),
        ((), {"mandataire": None, "conjoint": "Max Conjoint"}, [("POUVOIR_CONJOINT", False)]),
        ((), {"mandataire": 1, "lien_conjoint": True}, []),
        ((), {"mandataire": 5, "lien_conjoint": True}, [("POUVOIR_AUTRE_COLLEGE", False)]),
    ],
)
def test_ce_qui_s_oppose(faits: tuple[Fait, ...], champs: dict[str, Any], attendus: list[tuple[str, bool]]) -> None:
    assert codes(*faits, **champs) == attendus


def test_les_trois_articles_se_citent() -> None:
    tout, ag = assemblee(convocation(), *liste())
    (issue,) = controler_pouvoir(tout, ag, pouvoir(1, 2, 5))
    assert issue.articles == ("statuts 23", "statuts 26", "C. com. L223-28")
    assert "admis par l’art.\u00a023, exclu par l’art.\u00a026" in issue.phrase
    assert "la voix compte en SB" in issue.phrase
    (issue,) = controler_pouvoir(tout, ag, pouvoir(1, 2, None, conjoint="Max Conjoint"))
    assert issue.articles == ("statuts 23", "statuts 26", "C. com. L223-28")


def test_des_statuts_sans_article() -> None:
    tout, ag = assemblee(convocation(), *liste(), statuts=replace(CLISS, references={}))
    (issue,) = controler_pouvoir(tout, ag, pouvoir(1, 2, 5))
    assert "admis par l’art.\u00a0L223-28, exclu par les statuts" in issue.phrase


def test_selon_les_statuts() -> None:
    conjoint = {"mandataire": None, "conjoint": "Max Conjoint"}
    assert codes(statuts=avec(conjoint=False), **conjoint) == [("POUVOIR_CONJOINT", False)]
    assert codes(statuts=avec(conjoint=False), lien_conjoint=True) == [("POUVOIR_CONJOINT", False)]
    assert codes(statuts=avec(meme_college=False), **conjoint) == []
    assert codes(statuts=avec(meme_college=False), mandataire=5) == []


@pytest.mark.parametrize(("deja", "attendus"), [(1, []), (2, [("POUVOIRS_MAXIMUM", False)])])
def test_le_maximum_de_pouvoirs(deja: int, attendus: list[tuple[str, bool]]) -> None:
    portes = [pouvoir(n, n + 2, 1) for n in range(1, deja + 1)]
    assert codes(*portes, statuts=avec(maximum=2)) == attendus
    assert codes(*portes, statuts=avec(maximum=2), mandataire=None, conjoint="Max Conjoint") == [
        ("POUVOIR_CONJOINT", False)
    ]


def a_trancher(*faits: Fait, statuts: Statuts = CLISS) -> list[tuple[int, list[str]]]:
    tout, ag = assemblee(convocation(), *liste(), *faits, statuts=statuts)
    return [(p.pouvoir, [issue.code for issue in issues]) for p, issues in a_decider(tout, ag)]


def test_ce_qui_attend_le_president() -> None:
    ordinaire, autre = pouvoir(1, 2, 1), pouvoir(2, 3, 5)
    assert a_trancher(ordinaire, autre) == [(2, ["POUVOIR_AUTRE_COLLEGE"])]
    assert a_trancher(ordinaire, replace(autre, decision="admis")) == []
    assert a_trancher(ordinaire, autre, arrivee(3)) == []  # fallen: its giver is there
    assert a_trancher(pouvoir(1, 2, 1), pouvoir(2, 3, 1), statuts=avec(maximum=1)) == [
        (1, ["POUVOIRS_MAXIMUM"]),
        (2, ["POUVOIRS_MAXIMUM"]),
    ]


def test_un_pouvoir_decide_garde_sa_place() -> None:
    """The decision of the chair is the same proxy, written again: nothing else of the attendance moves."""
    dit = replace(pouvoir(1, 3, 5), decision="admis")
    _, avant = assemblee(convocation(), *liste(), arrivee(5), pouvoir(1, 3, 5), pouvoir(2, 2, 1))
    assert avant.assistance.pouvoirs[1].decision == ""
    apres = avant.avec((dit,))
    _, relu = assemblee(convocation(), *liste(), arrivee(5), pouvoir(1, 3, 5), pouvoir(2, 2, 1), dit)
    assert apres == relu
    assert apres.assistance == relu.assistance
    assert [p.decision for p in apres.tous(Pouvoir)] == ["admis", ""]
    _, tombe = assemblee(convocation(), *liste(), pouvoir(1, 3, 5), arrivee(3), dit)
    assert (tombe.assistance.pouvoirs, tombe.assistance.chutes[0].pouvoir.decision) == ({}, "admis")


# --- a proxy that names nobody


@pytest.mark.parametrize(
    ("forme", "bureau", "en_blanc", "conjoint", "porteur", "attendus"),
    [
        ("SARL", True, "president", "", 1, [("POUVOIR_BLANC", False)]),
        ("SARL", False, "president", "", None, [("POUVOIR_BLANC", True)]),  # nobody is the chair yet
        ("SARL", True, "interdit", "", None, []),  # left without a holder: refused as such
        ("SARL", True, "president", "Ida Conjointe", None, []),
        ("SA", True, "president", "", 1, [("POUVOIR_BLANC", False)]),
    ],
)
def test_un_pouvoir_sans_nom_va_au_president(forme, bureau, en_blanc, conjoint, porteur, attendus) -> None:
    statuts = replace(CLISS, forme=forme, pouvoirs=Pouvoirs(en_blanc=en_blanc))
    faits = seance(1, 3) if bureau else liste()
    _, ag = assemblee(convocation(par_college=False), *faits, statuts=statuts)
    complet, issues = attribuer(ag, pouvoir(9, 2, None, conjoint=conjoint), statuts)
    assert complet.mandataire == porteur
    assert [(i.code, i.bloquante) for i in issues] == attendus
    assert ("agrée" in "".join(i.phrase for i in issues)) is (forme == "SA")


def test_un_pouvoir_deja_nomme_reste_a_son_porteur() -> None:
    statuts = avec(en_blanc="president")
    _, ag = assemblee(convocation(), *seance(1, 3), statuts=statuts)
    nomme = pouvoir(9, 2, 3)
    assert attribuer(ag, nomme, statuts) == (nomme, ())


def test_l_acte_remet_le_pouvoir_sans_nom_au_president(tmp_path) -> None:
    scene = Scene.creer(tmp_path, 12)
    scene.preparer()
    scene.resolution("Logo")
    scene.convoquer()
    scene.arriver(range(1, 6))
    scene.ouvrir()
    blanc = Pouvoir(0, scene.ag, 9, None, "", False, a(18, 10), "")
    assert [i.code for i in seances.donner_pouvoir(scene.depot, blanc).refus] == ["MANDATAIRE"]  # no holder
    texte = texte_fourni("cliss-xxi")
    assert 'en_blanc     = "interdit"' in texte
    autres = texte.replace('en_blanc     = "interdit"', 'en_blanc     = "president"')
    scene.faire(cooperative.changer_statuts(scene.depot, autres, date(2026, 1, 1)))
    acte = scene.faire(seances.donner_pouvoir(scene.depot, blanc))
    assert acte.faits[0].mandataire == 1
    assert scene.assemblee.assistance.representes[9].mandataire == 1
    scene.depot.fermer()
