"""Each starting point reads without fault, and decides just below, at and above the thresholds of its form."""

from __future__ import annotations

from datetime import date

import pytest

from scicvote.core.decision import calculer
from scicvote.core.resultat import Resultat
from scicvote.core.scrutin import Effectif, Question, Seance, Suffrages
from scicvote.core.statuts import Statuts
from scicvote.exchange.ebauche_statuts import Ebauche, modele, modeles
from scicvote.exchange.statuts import dossier, observations

A, R, Q = "adoptee", "rejetee", "sans_quorum"


def statuts(nom: str) -> Statuts:
    ebauche = Ebauche(modele(nom))
    for chemin, valeur in (("cle", "x"), ("denomination", "X"), ("date", date(2026, 1, 1))):
        ebauche.poser(chemin, valeur)
    lecture = ebauche.lecture()
    assert lecture.issues == ()
    assert lecture.statuts is not None
    assert observations(ebauche.texte(), lecture.statuts) == ()
    return lecture.statuts


@pytest.mark.parametrize("nom", ["sa", "sarl", "sarl-2005", "sas"])
def test_un_modele_se_lit_sans_faute_et_dit_ses_articles(nom: str) -> None:
    assert nom.upper() in modeles()
    lus = statuts(nom)
    assert lus.forme == nom.split("-", maxsplit=1)[0].upper()
    texte = (dossier() / "modeles" / f"{nom}.toml").read_text(encoding="utf-8")
    autres = {"SARL": ("L225-", "L227-"), "SA": ("L223-", "L227-"), "SAS": ("L223-", "L225-")}[lus.forme]
    assert [article for article in autres if article in texte] == []


@pytest.mark.parametrize(
    ("nom", "regle", "consultation", "presents", "votes", "attendue"),
    [
        # SARL of before 2005: all the votes, then those cast; three quarters of all
        ("sarl", "ordinaire", 1, 60, (50, 0, 0), R),
        ("sarl", "ordinaire", 1, 60, (51, 0, 0), A),
        ("sarl", "ordinaire", 2, 6, (3, 3, 0), R),
        ("sarl", "ordinaire", 2, 6, (3, 2, 1), A),
        ("sarl", "extraordinaire", 1, 90, (74, 0, 0), R),
        ("sarl", "extraordinaire", 1, 90, (75, 0, 0), A),
        # SARL of after 2005: a quarter, a fifth; two thirds of those present or represented
        ("sarl-2005", "extraordinaire", 1, 24, (24, 0, 0), Q),
        ("sarl-2005", "extraordinaire", 1, 25, (25, 0, 0), A),
        ("sarl-2005", "extraordinaire", 2, 19, (19, 0, 0), Q),
        ("sarl-2005", "extraordinaire", 2, 20, (20, 0, 0), A),
        ("sarl-2005", "extraordinaire", 1, 60, (39, 0, 21), R),
        ("sarl-2005", "extraordinaire", 1, 60, (40, 0, 20), A),
        ("sarl-2005", "extraordinaire", 1, 60, (40, 20, 0), A),
        ("sarl-2005", "extraordinaire", 2, 30, (19, 0, 0), R),
        ("sarl-2005", "extraordinaire", 2, 30, (20, 0, 0), A),
        ("sarl-2005", "exclusion", 1, 24, (24, 0, 0), Q),
        ("sarl-2005", "modification_poids", 2, 20, (14, 6, 0), A),
        ("sarl-2005", "ordinaire", 1, 60, (50, 10, 0), R),
        ("sarl-2005", "ordinaire", 2, 3, (2, 1, 0), A),
        # SA: a fifth then none; a quarter then a fifth; votes expressed
        ("sa", "ordinaire", 1, 19, (19, 0, 0), Q),
        ("sa", "ordinaire", 1, 20, (1, 0, 19), A),
        ("sa", "ordinaire", 1, 20, (10, 10, 0), R),
        ("sa", "ordinaire", 1, 21, (11, 10, 0), A),
        ("sa", "ordinaire", 2, 1, (1, 0, 0), A),
        ("sa", "extraordinaire", 1, 24, (24, 0, 0), Q),
        ("sa", "extraordinaire", 1, 25, (25, 0, 0), A),
        ("sa", "extraordinaire", 2, 19, (19, 0, 0), Q),
        ("sa", "extraordinaire", 2, 20, (20, 0, 0), A),
        ("sa", "extraordinaire", 1, 30, (19, 10, 1), R),
        ("sa", "extraordinaire", 1, 30, (20, 10, 0), A),
        ("sa", "extraordinaire", 1, 30, (2, 1, 27), A),
        # SAS: what its statutes say, here without quorum
        ("sas", "ordinaire", 1, 2, (1, 1, 0), R),
        ("sas", "ordinaire", 1, 3, (2, 1, 0), A),
        ("sas", "extraordinaire", 1, 30, (19, 10, 0), R),
        ("sas", "extraordinaire", 1, 30, (20, 10, 0), A),
    ],
)
def test_juste_sous_sur_et_au_dela_du_seuil(
    nom: str, regle: str, consultation: int, presents: int, votes: tuple[int, int, int], attendue: str
) -> None:
    seance = Seance(consultation, False, {"*": Effectif(100, presents)})
    resultat = calculer(statuts(nom), seance, Question(1, regle, {"*": Suffrages(*votes)}))
    assert isinstance(resultat, Resultat)
    assert resultat.decision == attendue


def test_les_pouvoirs_sans_nom_et_le_vote_a_distance_d_une_sa() -> None:
    lus = statuts("sa")
    assert lus.pouvoirs.en_blanc == "president"
    assert lus.distance.courrier
    assert lus.distance.courrier_jours == 3  # C. com. R225-77
    assert not lus.distance.visioconference


def test_voter_dans_plusieurs_colleges_est_dit() -> None:
    ebauche = Ebauche(modele("sas"))
    for chemin, valeur in (("cle", "x"), ("denomination", "X"), ("date", date(2026, 1, 1))):
        ebauche.poser(chemin, valeur)
    ebauche.poser("societariat.plusieurs_colleges", True)
    lus = ebauche.lecture().statuts
    assert lus is not None
    assert [(i.code, i.bloquante) for i in observations(ebauche.texte(), lus)] == [("PLUSIEURS_COLLEGES", False)]
