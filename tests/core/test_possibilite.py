"""What those present could do, just below, at and above what it takes; against trying every attendance."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from itertools import product
from pathlib import Path
from random import Random

import pytest

from scicvote.core.majorite import decider
from scicvote.core.possibilite import Possibilite, possibilite, possible_avec
from scicvote.core.resultat import Decision
from scicvote.core.scrutin import ENSEMBLE, Effectif, Question, Seance, Suffrages
from scicvote.core.statuts import Statuts
from scicvote.exchange.statuts import statuts_de_texte, texte_fourni
from tests.outils.histoire import Histoire

TEXTE = texte_fourni("cliss-xxi")


def _lire(texte: str) -> Statuts:
    lus = statuts_de_texte(texte).statuts
    assert lus is not None
    return lus


CLISS = _lire(TEXTE)


def _possible(
    statuts: Statuts,
    corps: dict[str, tuple[int, int]],
    regle: str,
    consultation: int = 1,
    seul: str = "",
    retires: dict[str, int] | None = None,
) -> Possibilite:
    effectifs = {code: Effectif(*nombres) for code, nombres in corps.items()}
    votants = {seul: effectifs[seul]} if seul else effectifs
    seance = Seance(consultation, ENSEMBLE not in corps, effectifs)
    return possible_avec(statuts, seance, votants, retires or {}, regle)


@pytest.mark.parametrize(
    ("presents", "possible", "manque", "necessaires"),
    [(29, False, 1, None), (30, True, 0, 30), (31, True, 0, 30), (40, True, 0, 30), (0, False, 30, None)],
)
def test_three_quarters_of_forty_by_heads(presents: int, possible: bool, manque: int, necessaires: int | None) -> None:
    trouvee = _possible(CLISS, {ENSEMBLE: (40, presents)}, "extraordinaire")
    assert (trouvee.possible, trouvee.manque, trouvee.necessaires) == (possible, manque, necessaires)
    assert trouvee.ratio == Fraction(presents, 40)


@pytest.mark.parametrize(
    ("inscrits", "presents", "manque"),
    [(12, 6, 1), (12, 7, 0), (12, 8, 0), (13, 6, 1), (13, 7, 0), (1, 0, 1)],
)
def test_the_majority_of_the_members_of_a_college(inscrits: int, presents: int, manque: int) -> None:
    corps = {"SB": (inscrits, presents), "PP": (20, 1), "PM": (8, 1)}
    trouvee = _possible(CLISS, corps, "designation_candidat", seul="SB")
    assert (trouvee.possible, trouvee.manque) == (manque == 0, manque)


def test_a_secret_vote_asked_for_by_all_the_room() -> None:
    trouvee = _possible(CLISS, {"SB": (12, 4), "PP": (20, 4), "PM": (8, 1)}, "scrutin_secret")
    assert (trouvee.possible, trouvee.necessaires) == (True, 5)


def test_an_absent_college_bars_the_three_quarters() -> None:
    corps = {"SB": (12, 10), "PP": (20, 0), "PM": (8, 6)}
    trouvee = _possible(CLISS, corps, "extraordinaire")
    assert trouvee == Possibilite(False, Fraction(7, 10), Fraction(3, 4), 1, {"PP": 1})
    assert _possible(CLISS, {**corps, "PP": (20, 1)}, "extraordinaire").possible


def test_nobody_on_the_list_of_a_college_and_it_can_never_be() -> None:
    corps = {"SB": (12, 10), "PP": (0, 0), "PM": (8, 6)}
    trouvee = _possible(CLISS, corps, "extraordinaire")
    assert (trouvee.possible, trouvee.manque, dict(trouvee.ou)) == (False, None, {})


def test_who_is_out_of_the_base_is_not_counted_on() -> None:
    trouvee = _possible(CLISS, {ENSEMBLE: (4, 3)}, "ordinaire", retires={ENSEMBLE: 1})
    assert (trouvee.possible, trouvee.ratio, trouvee.necessaires) == (True, Fraction(2, 3), 2)


def test_without_quorum_it_is_the_quorum_that_is_missing() -> None:
    sa = _lire(texte_fourni("la-grande-ourse"))
    trouvee = _possible(sa, {college.code: (100, 1) for college in sa.colleges}, "extraordinaire")
    assert (trouvee.possible, trouvee.sans_quorum, trouvee.manque) == (False, True, None)


@pytest.mark.parametrize("base", ["votants", "presents", "inscrits", "exprimes"])
@pytest.mark.parametrize("ligne", ["inscrits", "presents"])
def test_the_fewest_to_come_are_those_that_trying_every_attendance_finds(base: str, ligne: str) -> None:
    texte = re.sub(r"(?m)^base_report\b.*$", f'base_report = "{base}"', TEXTE)
    statuts = _lire(re.sub(r'base *= *"inscrits"', f'base = "{ligne}"', texte))
    hasard = Random(3)
    for _ in range(60):
        corps = {code: (n := hasard.randint(0, 4), hasard.randint(0, n)) for code in ("SB", "PP", "PM")}
        trouvee = _possible(statuts, corps, "extraordinaire")
        essais = product(*(range(inscrits - presents + 1) for inscrits, presents in corps.values()))
        couts = [sum(plus) for plus in essais if _adopte(statuts, corps, plus)]
        assert trouvee.manque == min(couts, default=None), corps


def _adopte(statuts: Statuts, corps: dict[str, tuple[int, int]], plus: tuple[int, ...]) -> bool:
    venus = {code: Effectif(i, p + de_plus) for (code, (i, p)), de_plus in zip(corps.items(), plus, strict=True)}
    question = Question(1, "extraordinaire", {code: Suffrages(pour=e.presents) for code, e in venus.items()})
    return decider(statuts, Seance(1, True, venus), question).decision == Decision.ADOPTEE


def test_in_an_assembly_the_bodies_are_those_of_its_moment(tmp_path: Path) -> None:
    histoire = Histoire.commencer(tmp_path / "annee.scic")
    with histoire.depot as depot:
        histoire.peupler()
        histoire.constituer()
        histoire.college()
        ag = histoire.annuelle()
        assemblee = depot.dossier.assemblees[ag]
        for resolution in assemblee.resolutions:
            assert not possibilite(depot.dossier, assemblee, resolution).possible  # nobody is there yet
        histoire.ouvrir(ag)
        assemblee = depot.dossier.assemblees[ag]
        trouvees = {r.objet: possibilite(depot.dossier, assemblee, r) for r in assemblee.resolutions}
        assert trouvees["comptes"].possible
        assert trouvees["comptes"].seuil == Fraction(1, 2)
        designation = replace(assemblee.resolutions[0], regle="designation_candidat", college="SB")
        presents = sum(1 for n in assemblee.assistance.presents if assemblee.liste[n].college == "SB")
        membres = sum(1 for ligne in assemblee.liste.values() if ligne.college == "SB")
        trouvee = possibilite(depot.dossier, assemblee, designation)
        assert trouvee.possible == (2 * presents > membres)
        partout = possibilite(depot.dossier, assemblee, replace(designation, regle="scrutin_secret", college="*"))
        assert partout.necessaires is not None
