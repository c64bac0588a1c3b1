"""The frozen list, and what changed since."""

from __future__ import annotations

from datetime import date, timedelta

from scicvote.core.liste import changements, composer_liste, controler_jour, corps_de, inscrits
from tests.outils.cooperative import (
    JOUR,
    PERSONNES,
    PM,
    PP,
    SB,
    assemblee,
    convocation,
    fiche,
    liste,
    mouvement,
)


def test_composer_la_liste() -> None:
    tout, ag = assemblee(convocation())
    lignes = composer_liste(tout, ag, date(2026, 5, 27))
    assert [ligne.associe for ligne in lignes] == list(PERSONNES)
    assert {ligne.associe: ligne.college for ligne in lignes} == {
        **dict.fromkeys(SB, "SB"), **dict.fromkeys(PP, "PP"), **dict.fromkeys(PM, "PM")
    }  # fmt: skip
    assert {ligne.voix for ligne in lignes} == {1}  # one vote, whatever the parts
    assert lignes[0].parts == 10
    assert composer_liste(tout, ag, date(2019, 12, 31)) == ()


def test_la_liste_d_un_college() -> None:
    tout, ag = assemblee(convocation(nature="college", college="PP", par_college=False))
    assert [ligne.associe for ligne in composer_liste(tout, ag, JOUR)] == list(PP)


def test_ce_qui_change_depuis_la_liste() -> None:
    arrivees = [fiche(13, "Ivo", "Nouveau"), mouvement(13, "reprise", date(2026, 6, 1), 5, "1")]
    avant = [fiche(14, "Jana", "Omise"), mouvement(14, "reprise", date(2026, 5, 1), 5, "1")]
    apres = [mouvement(4, "deces", date(2026, 6, 13))]
    tout, ag = assemblee(convocation(), *liste(), mouvement(2, "demission", JOUR), *arrivees, *avant, *apres)
    assert [(c.associe, c.nature, c.jour, c.motif) for c in changements(tout, ag)] == [
        (2, "parti", JOUR, "demission"),
        (13, "entre", date(2026, 6, 1), "admission"),
    ]
    assert set(inscrits(tout, ag)) == set(PERSONNES) - {2}  # who came since does not vote, who left does not either


def test_sans_liste_rien_ne_change() -> None:
    tout, ag = assemblee(convocation())
    assert changements(tout, ag) == ()
    assert inscrits(tout, ag) == {}


def test_le_corps_ou_l_on_vote() -> None:
    _, ag = assemblee(convocation(), *liste())
    assert corps_de(ag, 1) == ("SB",)
    _, tetes = assemblee(convocation(par_college=False), *liste())
    assert corps_de(tetes, 1) == ("*",)


def test_une_liste_datee_de_demain_avertit() -> None:
    """Statuts 21-1: who enters before that day would be missing from it."""
    assert controler_jour(JOUR, JOUR) == ()
    assert controler_jour(JOUR - timedelta(days=1), JOUR) == ()
    (issue,) = controler_jour(JOUR + timedelta(days=1), JOUR)
    assert (issue.code, issue.chemin, issue.bloquante) == ("LISTE_AVANT", "jour", False)
    assert "13\u00a0juin\u00a02026" in issue.phrase
