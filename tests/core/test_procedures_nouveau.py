"""A new college or another composition: who asked and how, what comes with it, and each college heard (statuts 25-2)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from scicvote.core.condition import Condition
from scicvote.core.faits import DemandeCollege, Fait
from scicvote.core.procedures import checklist
from scicvote.core.procedures_nouveau import controler_demande_college, demande_sans_suite
from scicvote.core.resolutions_types import propositions
from scicvote.exchange.statuts import connus
from tests.core.test_procedures import vote
from tests.outils.cooperative import assemblee, convocation, dossier, resolution

CLISS = connus()["cliss-xxi"]
R = resolution(9, "extraordinaire", "nouveau_college")
DEMANDE = DemandeCollege(
    date(2026, 4, 1), (5, 6, 7), "lettre recommandée", "les usagers du logiciel", ("SB 40, PP 20, PM 20, US 20",)
)


def conditions(*faits: Fait, **options: Any) -> dict[str, Condition]:
    tout, ag = assemblee(convocation(), R, *faits, statuts=options.get("statuts"))
    return {c.cle: c for c in checklist(tout, ag, R)}


def etats(*faits: Fait, **options: Any) -> dict[str, str]:
    return {cle: str(c.etat) for cle, c in conditions(*faits, **options).items() if not cle.startswith("entendu")}


def test_le_cours_ordinaire() -> None:
    lues = conditions(DEMANDE)
    assert etats(DEMANDE) == dict.fromkeys(("demande", "lettre", "affiliation", "hypotheses"), "faite")
    assert lues["demande"].phrase == "Demandé par 3\u00a0sociétaires au moins, ou par la gérance"
    assert lues["demande"].detail == "3\u00a0sociétaires, le 1er\u00a0avril\u00a02026."
    assert lues["hypotheses"].detail == "1\u00a0hypothèse\u00a0: SB 40, PP 20, PM 20, US 20."
    assert all(c.articles == ("statuts 25-2",) for c in lues.values())


@pytest.mark.parametrize(("combien", "etat"), [(1, "manquante"), (2, "manquante"), (3, "faite"), (4, "faite")])
def test_trois_societaires_au_moins(combien: int, etat: str) -> None:
    assert etats(replace(DEMANDE, demandeurs=tuple(range(5, 5 + combien))))["demande"] == etat


def test_la_gerance_peut_le_proposer_sans_lettre() -> None:
    gerance = replace(DEMANDE, demandeurs=(), mode="")
    assert (etats(gerance)["demande"], etats(gerance)["lettre"]) == ("faite", "sans_objet")
    assert conditions(gerance)["demande"].detail == "Par la gérance, le 1er\u00a0avril\u00a02026."


def test_ce_qui_manque_a_la_demande() -> None:
    assert etats() == {"demande": "manquante"}
    nue = replace(DEMANDE, mode="courriel", affiliation="", hypotheses=())
    assert etats(nue) == {"demande": "faite"} | dict.fromkeys(("lettre", "affiliation", "hypotheses"), "manquante")
    assert conditions(replace(DEMANDE, mode=""))["lettre"].detail == ""
    plus_tard = replace(DEMANDE, recue=date(2026, 6, 13))
    assert etats(plus_tard) == {"demande": "manquante"}
    assert conditions(DEMANDE, replace(DEMANDE, recue=date(2026, 5, 1), demandeurs=()))["lettre"].etat == "sans_objet"


def test_des_statuts_muets_ne_connaissent_que_la_gerance() -> None:
    muets = replace(CLISS, constitution=replace(CLISS.constitution, demandeurs_nouveau_college=None))
    lues = conditions(DEMANDE, statuts=muets)
    assert (lues["demande"].phrase, lues["demande"].etat) == ("Demandé par la gérance", "manquante")


@pytest.mark.parametrize("decision", ["adoptee", "rejetee"])
def test_chaque_college_delibere_dans_un_sens_ou_dans_l_autre(decision: str) -> None:
    avis = resolution(1, "avis_college", "avis", college="SB", titre="Projet de collège")
    lues = conditions(DEMANDE, avis, *vote(avis, decision))
    assert [str(lues[f"entendu_{code}"].etat) for code in ("SB", "PP", "PM")] == ["faite", "manquante", "manquante"]
    assert lues["entendu_PP"].detail == "Pas encore délibéré."
    assert conditions(avis, *vote(avis, decision))["entendu_SB"].etat == "faite"


def test_une_deliberation_d_avant_la_demande_n_est_pas_sur_elle() -> None:
    avant = convocation(2, date(2026, 3, 1), nature="college", college="SB", par_college=False)
    avis = resolution(1, "avis_college", "avis", assemblee=2)
    assert conditions(DEMANDE, avant, avis, *vote(avis, "adoptee"))["entendu_SB"].etat == "manquante"


def test_ce_qui_s_oppose_a_la_demande() -> None:
    def codes(demande: DemandeCollege) -> list[tuple[str, str, bool]]:
        return [(i.code, i.chemin, i.bloquante) for i in controler_demande_college(dossier(), demande)]

    assert codes(DEMANDE) == []
    assert codes(replace(DEMANDE, demandeurs=())) == []
    assert codes(replace(DEMANDE, demandeurs=(5, 6, 99))) == [("DEMANDEUR", "demandeurs", True)]
    assert codes(replace(DEMANDE, demandeurs=(5, 6))) == [("DEMANDEUR", "demandeurs", False)]
    nue = replace(DEMANDE, mode="courriel", affiliation=" ", hypotheses=())
    assert [chemin for _, chemin, _ in codes(nue)] == ["mode", "affiliation", "hypotheses"]
    assert {code for code, _, _ in codes(nue)} == {"DEMANDE_COLLEGE"}


def test_une_demande_attend_tant_qu_aucune_assemblee_n_a_vote() -> None:
    def attend(*faits: Fait, jour: date = date(2026, 6, 12)) -> bool:
        return demande_sans_suite(dossier(*faits), jour) is not None

    assert not attend()
    assert attend(DEMANDE)
    assert not attend(DEMANDE, jour=date(2026, 3, 31))
    assert attend(DEMANDE, convocation(), R)
    assert not attend(DEMANDE, convocation(), R, *vote(R, "rejetee"))
    assert attend(DEMANDE, convocation(), R, *vote(R, "rejetee"), jour=date(2026, 6, 11))
    assert attend(
        replace(DEMANDE, recue=date(2026, 6, 12)), convocation(jour=date(2026, 6, 11)), R, *vote(R, "rejetee")
    )


def test_elle_se_propose_a_l_ordre_du_jour_d_une_assemblee_extraordinaire() -> None:
    tout, ag = assemblee(convocation(nature="extraordinaire"), DEMANDE)
    assert "nouveau_college" in [p.resolution.objet for p in propositions(tout, ag)]
    sans, vide = assemblee(convocation(nature="extraordinaire"))
    assert "nouveau_college" not in [p.resolution.objet for p in propositions(sans, vide)]
