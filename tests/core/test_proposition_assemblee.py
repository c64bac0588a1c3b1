"""What is proposed for a new assembly: how it votes, on what ground, who calls it (statuts 22, 25, 26)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from scicvote.core.faits import EtatColleges, Mandat, PresidentCollege
from scicvote.core.proposition_assemblee import motif_vote, qui_convoque, vote_par_college
from scicvote.core.statuts import Vote
from scicvote.exchange.statuts import connus
from tests.outils.cooperative import JOUR, dossier

CLISS = connus()["cliss-xxi"]
DEMANDES = EtatColleges(date(2026, 1, 5), "demandes", 5, None)
CONSTITUES = EtatColleges(date(2026, 3, 20), "constitues", None, 2)


def net(texte: str) -> str:
    return texte.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("etats", "par_college", "attendu", "motif"),
    [
        ((), False, False, "collèges non constitués : une personne, une voix (statuts, art. 25-1)"),
        ((), True, False, ""),
        ((DEMANDES,), True, False, "collèges demandés par Eva Fiction le 5 janvier 2026 (statuts, art. 25-1)"),
        ((DEMANDES,), False, False, "collèges non constitués : une personne, une voix (statuts, art. 25-1)"),
        (
            (DEMANDES, CONSTITUES),
            True,
            True,
            "les collèges sont constitués depuis le 20 mars 2026 (statuts, art. 25-1)",
        ),
        ((CONSTITUES,), False, True, ""),
    ],
)
def test_le_vote_suit_l_etat_des_colleges(
    etats: tuple[EtatColleges, ...], par_college: bool, attendu: bool, motif: str
) -> None:
    tout = dossier(*etats)
    assert vote_par_college(tout, JOUR, "ordinaire") is attendu
    assert net(motif_vote(tout, JOUR, "ordinaire", par_college)) == motif


def test_une_demande_sans_nom() -> None:
    anonyme = replace(DEMANDES, demandeur=None)
    assert net(motif_vote(dossier(anonyme), JOUR, "ordinaire", True)).startswith("collèges demandés le 5 janvier")


def test_un_college_vote_par_tete() -> None:
    tout = dossier(CONSTITUES)
    assert not vote_par_college(tout, JOUR, "college")
    assert net(motif_vote(tout, JOUR, "college", False)) == "assemblée de collège : une voix par membre"


def test_les_statuts_qui_decident_toujours_ou_jamais() -> None:
    toujours = replace(CLISS, vote=Vote(colleges="toujours"), references={})
    assert vote_par_college(dossier(statuts=toujours), JOUR, "ordinaire")
    assert motif_vote(dossier(statuts=toujours), JOUR, "ordinaire", True) == "vote par collège prévu par les statuts"
    jamais = replace(CLISS, vote=Vote(colleges="jamais"))
    assert not vote_par_college(dossier(CONSTITUES, statuts=jamais), JOUR, "ordinaire")
    assert not vote_par_college(dossier(CONSTITUES, statuts=replace(CLISS, colleges=())), JOUR, "ordinaire")


def test_qui_convoque() -> None:
    assert qui_convoque(dossier(), JOUR, "ordinaire", "") == "la gérance"
    gerant = Mandat(1, date(2025, 6, 13), JOUR, None)
    assert qui_convoque(dossier(gerant), JOUR, "ordinaire", "") == "la gérance, Ada Fictive"
    president = PresidentCollege("PM", 9, None, date(2025, 1, 1))
    assert qui_convoque(dossier(president), JOUR, "college", "PM") == "la présidence du collège, La Fabrique imaginaire"
    assert qui_convoque(dossier(), JOUR, "college", "PM") == "la présidence du collège"
