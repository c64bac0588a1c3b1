"""Resolutions: what stands against one on the agenda, whose competence it is, and what comes first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from scicvote.core.faits import Candidature, Cloture, Envoi, Fait, Ouverture, Proclamation, Scrutin
from scicvote.core.issue import Issue
from scicvote.core.resolution import (
    GENRES,
    avis_rendu,
    college_receveur,
    competence,
    connait_seconde,
    controler_candidature,
    controler_resolution,
)
from scicvote.core.statuts import Quorum, Statuts
from scicvote.exchange.statuts import connus
from tests.outils.cooperative import assemblee, convocation, fiche, heure, mouvement, resolution

CLISS = connus()["cliss-xxi"]
ENVOI = Envoi(1, date(2026, 5, 20), "convocation", "recommandé", (), None)
OUVERTE = Ouverture(1, heure(18))


def codes(issues: tuple[Issue, ...]) -> list[tuple[str, bool]]:
    return [(issue.code, issue.bloquante) for issue in issues]


def controle(*faits: Fait, statuts: Statuts = CLISS, **champs: Any) -> list[tuple[str, bool]]:
    convoquee = {cle: champs.pop(cle) for cle in ("nature", "par_college", "consultation", "suite_de") if cle in champs}
    numero = 2 if convoquee.get("suite_de") else 1
    tout, ag = assemblee(convocation(numero, **convoquee), *faits, statuts=statuts, numero=numero)
    return codes(controler_resolution(tout, ag, resolution(assemblee=numero, **champs)))


def proclamee(decision: str, n: int = 11, ag: int = 1, scrutin: int = 1) -> tuple[Fait, ...]:
    return (
        Scrutin(scrutin, ag, n, "ordinaire", "resolution", "main_levee", 1, heure(19)),
        Proclamation(ag, scrutin, heure(19, 5), decision, "{}"),
    )


def test_chaque_genre_suit_une_regle_des_statuts() -> None:
    assert {genre.regle for genre in GENRES.values()} <= set(CLISS.regles)


@pytest.mark.parametrize(
    ("faits", "champs", "attendus"),
    [
        ((), {}, []),
        ((), {"titre": " "}, [("TITRE", True)]),
        ((), {"texte": "\n"}, [("TEXTE", True)]),
        ((), {"objet": "fête"}, [("OBJET", True)]),
        ((), {"regle": "au_hasard"}, [("REGLE_INCONNUE", True)]),
        ((), {"objet": "election", "regle": "election_gerance"}, [("SIEGES", True)]),
        ((), {"objet": "election", "regle": "election_gerance", "sieges": 1}, []),
        ((), {"sieges": 1}, [("SIEGES", True)]),
        ((), {"objet": "avis", "regle": "avis_college"}, [("COLLEGE_INCONNU", True)]),
        ((), {"objet": "avis", "regle": "avis_college", "college": "ZZ"}, [("COLLEGE_INCONNU", True)]),
        ((), {"objet": "avis", "regle": "avis_college", "college": "PP"}, []),
        ((), {"objet": "avis", "regle": "avis_college", "college": "*"}, []),
        ((), {"objet": "avis", "regle": "avis_college", "par_college": False}, []),
        (
            (),
            {"objet": "avis", "regle": "avis_college", "college": "PP", "par_college": False},
            [("COLLEGE_INCONNU", True)],
        ),
        ((), {"college": "PP"}, [("COLLEGE_INCONNU", True)]),
        ((Cloture(1, heure(20)),), {}, [("SEANCE_CLOSE", True)]),
        ((ENVOI,), {}, [("ORDRE_DU_JOUR_VERROUILLE", True)]),
        ((OUVERTE,), {}, [("ORDRE_DU_JOUR_VERROUILLE", True)]),
        ((ENVOI,), {"hors_ordre": True}, [("HORS_ORDRE_DU_JOUR", True)]),
        ((ENVOI, OUVERTE), {"hors_ordre": True, "regle": "revocation_gerance", "objet": "revocation"}, []),
        ((resolution(), *proclamee("adoptee")), {}, [("DEJA_VOTEE", True)]),
        ((), {"regle": "extraordinaire", "objet": "statuts"}, [("COMPETENCE", False)]),
        ((), {"regle": "extraordinaire", "objet": "statuts", "nature": "extraordinaire"}, []),
        ((), {"regle": "extraordinaire", "objet": "statuts", "nature": "mixte"}, []),
        ((), {"objet": "comptes", "nature": "extraordinaire"}, [("COMPETENCE", False)]),
        ((), {"objet": "autre", "nature": "extraordinaire"}, []),
        ((), {"objet": "comptes", "nature": "mixte"}, []),
        (
            (),
            {"regle": "exclusion", "objet": "exclusion", "nature": "ordinaire_extraordinairement"},
            [("COMPETENCE", False)],
        ),
    ],
)
def test_ce_qui_s_oppose(faits: tuple[Fait, ...], champs: dict[str, Any], attendus: list[tuple[str, bool]]) -> None:
    assert controle(*faits, **champs) == attendus


@pytest.mark.parametrize("decision", ["rejetee", "ballottage", "second_tour", "sans_quorum"])
def test_ce_qui_a_echoue_se_remet_aux_voix(decision: str) -> None:
    premiere = (convocation(jour=date(2026, 5, 12)), resolution(), *proclamee(decision))
    assert controle(*premiere, consultation=2, suite_de=1, origine=11) == []


def test_le_reste_ne_se_remet_pas() -> None:
    seconde: dict[str, Any] = {"consultation": 2, "suite_de": 1}
    refus = [("SECONDE_CONSULTATION", True)]
    premiere = (convocation(jour=date(2026, 5, 12)), resolution())
    assert controle(*premiere, *proclamee("adoptee"), **seconde, origine=11) == refus
    assert controle(*premiere, **seconde, origine=11) == refus  # never voted
    assert controle(*premiere, *proclamee("rejetee"), **seconde) == refus  # linked to nothing
    assert controle(**seconde, origine=11) == refus  # no first assembly
    age = (convocation(jour=date(2026, 5, 12)), resolution(regle="extraordinaire"), *proclamee("rejetee"))
    assert controle(*age, **seconde, origine=11) == refus  # three quarters, whatever the consultation
    assert controle(*premiere, *proclamee("adoptee"), **seconde, hors_ordre=True, regle="revocation_gerance") == []
    sans_regle = (convocation(jour=date(2026, 5, 12)), resolution(regle="disparue"), *proclamee("rejetee"))
    assert controle(*sans_regle, **seconde, origine=11) == refus


def test_une_regle_connait_une_seconde_consultation() -> None:
    extraordinaire = CLISS.regles["extraordinaire"]
    assert connait_seconde(CLISS.regles["ordinaire"])
    assert not connait_seconde(extraordinaire)
    assert not connait_seconde(replace(extraordinaire, quorum=Quorum(None, None)))
    assert connait_seconde(replace(extraordinaire, quorum=Quorum(None, CLISS.delais.demande_ag_voix)))


@pytest.mark.parametrize(
    ("nature", "champs", "attendue"),
    [
        ("ordinaire", {}, "ordinaire"),
        ("mixte", {"regle": "extraordinaire"}, "extraordinaire"),
        ("mixte", {"regle": "exclusion"}, "extraordinaire"),
        ("ordinaire", {"regle": "avis_college", "objet": "avis"}, "college"),
        ("ordinaire", {"regle": "designation_candidat", "objet": "designation"}, "college"),
        ("college", {"regle": "extraordinaire"}, "college"),
    ],
)
def test_la_competence(nature: str, champs: dict[str, Any], attendue: str) -> None:
    college = {"college": "SB", "par_college": False} if nature == "college" else {}
    _, ag = assemblee(convocation(nature=nature, **college))
    assert competence(resolution(**champs), ag) == attendue


@pytest.mark.parametrize(
    ("faits", "candidat", "sieges", "attendus"),
    [
        ((), 1, 1, []),
        ((), 9, 1, [("CANDIDAT", True)]),
        ((), 99, 1, [("CANDIDAT", True)]),
        ((mouvement(1, "demission", date(2026, 6, 1)),), 1, 1, [("CANDIDAT", True)]),
        ((Candidature(1, 11, 1, ""),), 1, 1, [("CANDIDAT_DEJA", True)]),
        ((Candidature(1, 12, 1, ""),), 1, 1, []),
        ((), 1, 0, [("SIEGES", True)]),
    ],
)
def test_un_candidat(faits: tuple[Fait, ...], candidat: int, sieges: int, attendus: list[tuple[str, bool]]) -> None:
    tout, ag = assemblee(convocation(), *faits)
    assert codes(controler_candidature(tout, ag, resolution(sieges=sieges), candidat)) == attendus


def test_le_college_qui_recevrait() -> None:
    candidat = (fiche(13, "Ivo", "Candidat"), mouvement(13, "candidature", date(2026, 6, 1), categorie="3"))
    tout, ag = assemblee(convocation(), *candidat)
    assert college_receveur(tout, ag, 13) == "PP"
    assert college_receveur(tout, ag, 13, "1") == "SB"
    assert college_receveur(tout, ag, 99) == ""


def test_l_avis_rendu() -> None:
    avis = resolution(1, "avis_college", "avis", college="PP", concerne=13)
    dans_le_college = (
        convocation(2, jour=date(2026, 6, 1), nature="college", college="PP", par_college=False),
        replace(avis, assemblee=2, resolution=21),
        *proclamee("rejetee", 21, 2, 2),
    )
    tout, ag = assemblee(convocation(), *dans_le_college)
    assert avis_rendu(tout, ag, 13) == "rejetee"
    assert avis_rendu(tout, ag, 12) == ""
    tout, ag = assemblee(convocation(), avis, *proclamee("adoptee"), *dans_le_college)
    assert avis_rendu(tout, ag, 13) == "adoptee"  # this assembly's own opinion comes first
    tout, ag = assemblee(convocation(jour=date(2026, 5, 1)), *dans_le_college)
    assert avis_rendu(tout, ag, 13) == ""  # given later: it did not precede
