"""Calling an assembly: days counted as the articles count them, one day before and one after."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from scicvote.core.convocation import (
    ajouter_mois,
    cloture_exercice,
    controler_convocation,
    controler_envoi,
    dernier_jour_convocation,
    dernier_jour_documents,
    echeances,
    jour_liste,
    reserves_ouverture,
    terme_annuel,
)
from scicvote.core.faits import Cloture, Envoi, EtatColleges, Fait
from scicvote.core.issue import Issue
from scicvote.core.statuts import Delais, Statuts
from scicvote.exchange.statuts import connus
from tests.outils.cooperative import assemblee, convocation, dossier, fiche, heure, liste, mouvement, resolution

CLISS = connus()["cliss-xxi"]
TRENTE_JUIN = date(2026, 6, 30)
RECOMMANDE = "lettre recommandée"


def codes(issues: Any) -> list[tuple[str, bool]]:
    return [(issue.code, issue.bloquante) for issue in issues]


def envoi(jour: date, objet: str = "convocation", mode: str = RECOMMANDE) -> Envoi:
    return Envoi(1, jour, objet, mode, (), None)


# --- days


def test_quinze_jours() -> None:
    assert dernier_jour_convocation(CLISS, TRENTE_JUIN) == date(2026, 6, 15)
    assert dernier_jour_documents(CLISS, TRENTE_JUIN) == date(2026, 6, 15)


@pytest.mark.parametrize(
    ("jour", "attendus"),
    [
        (date(2026, 6, 14), []),
        (date(2026, 6, 15), []),  # in time: the dispatch day is not counted, the meeting day is
        (date(2026, 6, 16), [("CONVOCATION_TARDIVE", False)]),
        (date(2026, 6, 30), [("CONVOCATION_TARDIVE", False)]),
        (date(2026, 7, 1), [("ENVOI_APRES", True)]),
    ],
)
def test_une_convocation_a_temps_ou_tardive(jour: date, attendus: list[tuple[str, bool]]) -> None:
    _, ag = assemblee(convocation(jour=TRENTE_JUIN), resolution())
    assert codes(controler_envoi(ag, CLISS, envoi(jour))) == attendus


def test_tous_presents_couvrent_une_convocation_tardive() -> None:
    _, ag = assemblee(convocation(jour=TRENTE_JUIN), resolution())
    (issue,) = controler_envoi(ag, CLISS, envoi(date(2026, 6, 20)))
    assert "Envoi 10\u00a0jours avant" in issue.phrase
    assert "15\u00a0juin\u00a02026" in issue.phrase
    assert "couvrent" in issue.phrase
    assert issue.articles == ("statuts 21-2", "C. com. L223-27")


def test_une_convocation_vide_ou_simple() -> None:
    _, ag = assemblee(convocation(jour=TRENTE_JUIN))
    assert codes(controler_envoi(ag, CLISS, envoi(date(2026, 6, 1)))) == [("ORDRE_DU_JOUR_VIDE", True)]
    _, ag = assemblee(convocation(jour=TRENTE_JUIN), resolution())
    assert codes(controler_envoi(ag, CLISS, envoi(date(2026, 6, 1), mode="courriel"))) == [
        ("CONVOCATION_SIMPLE", False)
    ]


def test_un_college_se_reunit_par_tous_moyens() -> None:
    _, ag = assemblee(convocation(nature="college", college="SB", par_college=False))
    assert controler_envoi(ag, CLISS, envoi(date(2026, 6, 12), mode="téléphone")) == ()
    assert codes(controler_envoi(ag, CLISS, envoi(date(2026, 6, 13)))) == [("ENVOI_APRES", True)]


@pytest.mark.parametrize(
    ("jour", "exercice", "attendus"),
    [
        (date(2026, 6, 15), 2025, []),
        (date(2026, 6, 16), 2025, [("DOCUMENTS_TARDIFS", False)]),
        (date(2026, 6, 16), None, []),
        (date(2026, 7, 1), 2025, [("ENVOI_APRES", True)]),
    ],
)
def test_les_documents(jour: date, exercice: int | None, attendus: list[tuple[str, bool]]) -> None:
    _, ag = assemblee(convocation(jour=TRENTE_JUIN, exercice=exercice))
    assert codes(controler_envoi(ag, CLISS, envoi(jour, "documents"))) == attendus


def test_le_seizieme_jour() -> None:
    assert jour_liste(CLISS, TRENTE_JUIN) == date(2026, 6, 14)
    assert jour_liste(replace(CLISS, delais=Delais()), TRENTE_JUIN) is None


@pytest.mark.parametrize(
    ("depart", "mois", "arrivee"),
    [
        (date(2025, 12, 31), 6, date(2026, 6, 30)),
        (date(2025, 6, 30), 6, date(2025, 12, 31)),  # the end of a month stays one
        (date(2025, 8, 31), 6, date(2026, 2, 28)),
        (date(2023, 8, 31), 6, date(2024, 2, 29)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2025, 10, 15), 3, date(2026, 1, 15)),
        (date(2025, 1, 30), 1, date(2025, 2, 28)),
    ],
)
def test_ajouter_des_mois(depart: date, mois: int, arrivee: date) -> None:
    assert ajouter_mois(depart, mois) == arrivee


def test_six_mois_apres_la_cloture() -> None:
    assert terme_annuel(CLISS, 2025) == TRENTE_JUIN
    fevrier = replace(CLISS, cloture=(2, 29))
    assert cloture_exercice(fevrier, 2025) == date(2025, 2, 28)
    assert cloture_exercice(fevrier, 2024) == date(2024, 2, 29)
    assert terme_annuel(fevrier, 2025) == date(2025, 8, 31)


@pytest.mark.parametrize(
    ("jour", "tardif"), [(date(2026, 6, 29), False), (TRENTE_JUIN, False), (date(2026, 7, 1), True)]
)
def test_l_assemblee_annuelle_dans_les_six_mois(jour: date, tardif: bool) -> None:
    essai = convocation(jour=jour, exercice=2025, par_college=False)
    assert codes(controler_convocation(dossier(), essai)) == ([("TERME_ANNUEL", False)] if tardif else [])
    seconde = replace(essai, consultation=2, suite_de=1)
    tout = dossier(convocation(jour=date(2026, 6, 1), par_college=False))
    assert codes(controler_convocation(tout, seconde)) == []


def test_les_echeances_dans_l_ordre() -> None:
    _, ag = assemblee(convocation(jour=TRENTE_JUIN, exercice=2025), resolution())
    lignes = echeances(ag, CLISS)
    assert [(ligne.jour.day, ligne.fait) for ligne in lignes] == [(14, False), (15, False), (15, False), (30, False)]
    assert next(ligne.article for ligne in lignes) == "statuts 21-1"
    suite = ag.avec((*liste(), envoi(date(2026, 6, 1)), envoi(date(2026, 6, 1), "documents"), Cloture(1, heure(20))))
    assert all(ligne.fait for ligne in echeances(suite, CLISS))
    _, college = assemblee(convocation(nature="college", college="SB", par_college=False))
    assert echeances(college, CLISS) == ()
    _, reunie = assemblee(convocation(jour=TRENTE_JUIN))
    assert len(echeances(reunie, replace(CLISS, delais=Delais()))) == 1


def test_avant_d_ouvrir() -> None:
    _, ag = assemblee(convocation(exercice=2025), resolution())
    assert codes(reserves_ouverture(ag)) == [("NON_CONVOQUEE", False), ("DOCUMENTS_NON_ENVOYES", False)]
    fait = ag.avec((envoi(date(2026, 5, 1)), envoi(date(2026, 5, 1), "documents")))
    assert list(reserves_ouverture(fait)) == []
    _, college = assemblee(convocation(nature="college", college="SB", par_college=False))
    assert list(reserves_ouverture(college)) == []


# --- what is called


CONSTITUES = EtatColleges(date(2026, 1, 1), "constitues", None, 1)
DEMANDES = EtatColleges(date(2026, 1, 1), "demandes", 1, None)


def controle(*faits: Fait, statuts: Statuts = CLISS, **champs: Any) -> list[tuple[str, bool]]:
    essai = convocation(**champs)
    return codes(controler_convocation(dossier(*faits, statuts=statuts), essai))


@pytest.mark.parametrize(
    ("champs", "attendus"),
    [
        ({"nature": "fête"}, [("NATURE", True)]),
        ({"lieu": "  "}, [("LIEU", True)]),
        ({"nature": "college", "par_college": False}, [("COLLEGE_INCONNU", True)]),
        ({"nature": "college", "college": "ZZ", "par_college": False}, [("COLLEGE_INCONNU", True)]),
        ({"nature": "college", "college": "SB"}, [("PAR_COLLEGE", True)]),
        ({"nature": "college", "college": "SB", "par_college": False}, []),
        ({"college": "SB"}, [("COLLEGE_INCONNU", True)]),
        ({"suite_de": 4}, [("CONSULTATION", True)]),
        ({"consultation": 2}, [("CONSULTATION", True)]),
        ({"consultation": 2, "suite_de": 7}, [("CONSULTATION", True)]),
    ],
)
def test_la_nature_et_le_lieu(champs: dict[str, Any], attendus: list[tuple[str, bool]]) -> None:
    assert controle(CONSTITUES, **champs) == attendus


@pytest.mark.parametrize(
    ("faits", "par_college", "attendus"),
    [
        ((), False, []),
        ((), True, [("COLLEGES_DORMANTS", False)]),
        ((DEMANDES,), True, [("COLLEGES_DEMANDES", False)]),
        ((DEMANDES,), False, []),
        ((CONSTITUES,), True, []),
        ((CONSTITUES,), False, [("VOTE_PAR_TETE", False)]),
        ((replace(CONSTITUES, jour=date(2026, 6, 13)),), True, [("COLLEGES_DORMANTS", False)]),
    ],
)
def test_les_colleges_dorment_ou_non(
    faits: tuple[Fait, ...], par_college: bool, attendus: list[tuple[str, bool]]
) -> None:
    assert controle(*faits, par_college=par_college) == attendus


def test_selon_ce_que_disent_les_statuts() -> None:
    jamais = replace(CLISS, vote=replace(CLISS.vote, colleges="jamais"))
    toujours = replace(CLISS, vote=replace(CLISS.vote, colleges="toujours"))
    assert controle(statuts=jamais) == [("VOTE_PAR_COLLEGE", True)]
    assert controle(statuts=jamais, par_college=False) == []
    assert controle(statuts=toujours) == []
    assert controle(statuts=toujours, par_college=False) == [("VOTE_PAR_TETE", False)]


def test_moins_de_trois_colleges_ont_des_membres() -> None:
    partis = [mouvement(n, "demission", date(2026, 1, 1)) for n in (9, 10, 11, 12)]
    assert controle(CONSTITUES, *partis[:3]) == []
    assert controle(CONSTITUES, *partis) == [("COLLEGES_PEUPLES", False)]
    hors = [mouvement(13, "reprise", parts=1, categorie="9"), fiche(13, "Ivo", "Hors-Catégorie")]
    assert controle(CONSTITUES, *partis, *hors) == [("COLLEGES_PEUPLES", False)]


@pytest.mark.parametrize(
    ("jour", "attendus"),
    [
        (date(2026, 6, 11), [("CONSULTATION", True)]),
        (date(2026, 6, 12), [("CONSULTATION", True)]),
        (date(2026, 6, 13), []),
    ],
)
def test_une_seconde_consultation_se_tient_plus_tard(jour: date, attendus: list[tuple[str, bool]]) -> None:
    tout = dossier(CONSTITUES, convocation(heure=datetime(2026, 6, 12, 9)))
    assert codes(controler_convocation(tout, convocation(2, jour=jour, consultation=2, suite_de=1))) == attendus


def test_un_avertissement_n_arrete_rien() -> None:
    (issue,) = controler_convocation(dossier(), convocation())
    assert isinstance(issue, Issue)
    assert not issue.bloquante
    assert issue.articles == ("statuts 25-1",)


# --- dates that are passed, blanks that are left


def test_une_date_passee_dit_ce_qui_la_guerit() -> None:
    _, ag = assemblee(convocation(jour=TRENTE_JUIN, exercice=2025))
    toutes = echeances(ag, CLISS)
    assert all(echeance.remede for echeance in toutes)
    envoi_ = next(e for e in toutes if "convocations" in e.libelle)
    assert "L223-27" in envoi_.remede
    assert not envoi_.manquee(date(2026, 6, 15))
    assert envoi_.manquee(date(2026, 6, 16))
    assert not replace(envoi_, fait=True).manquee(date(2026, 6, 16))


def test_un_blanc_a_completer_avertit_avant_l_envoi() -> None:
    pleine = resolution(1)
    trous = (replace(resolution(2), texte="Le résultat de […]\u00a0€."), replace(resolution(3), titre="[…]"))
    _, ag = assemblee(convocation(jour=TRENTE_JUIN), pleine, *trous)
    trouvee = next(i for i in controler_envoi(ag, CLISS, envoi(date(2026, 6, 10))) if i.code == "TEXTE_A_COMPLETER")
    assert not trouvee.bloquante
    assert trouvee.phrase == "Il reste des blancs à compléter dans les résolutions 2 et 3."
    _, un_seul = assemblee(convocation(jour=TRENTE_JUIN), trous[0])
    (issue,) = controler_envoi(un_seul, CLISS, envoi(date(2026, 6, 10)))
    assert issue.phrase == "Il reste des blancs à compléter dans la résolution 2."
