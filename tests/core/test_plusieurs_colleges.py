"""One person in several colleges, where the statutes allow it: one voice in each, and one head (statuts 22, 26)."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scicvote.core.assemblee import Assemblee, Vote
from scicvote.core.calcul_lecture import lire_calcul
from scicvote.core.college import classer, codes_de
from scicvote.core.contexte_papier import Contexte
from scicvote.core.corps import Corps
from scicvote.core.decision import calculer
from scicvote.core.dossier import Dossier
from scicvote.core.faits import CorpsScrutin, Deport, LigneListe, PorteePouvoir, Scrutin
from scicvote.core.hypothese import Hypothese
from scicvote.core.liste import composer_liste, corps_de, plusieurs
from scicvote.core.moments import effectifs, ensemble
from scicvote.core.possibilite import possibilite
from scicvote.core.pouvoir import a_decider, controler_pouvoir
from scicvote.core.presence import assister
from scicvote.core.quorum import attendance
from scicvote.core.recalcul import question_de, seance_de
from scicvote.core.scrutin import Effectif, Question, Seance, Suffrages
from scicvote.core.simulation import Obstacle, revoir
from scicvote.core.statuts import Quorum, Statuts
from scicvote.core.statuts_controles import remarques
from scicvote.core.vote import corps_attendus, corps_du_vote, voix_manquantes
from tests.outils import cooperative as fiction
from tests.outils.plusieurs import statuts_plusieurs, texte_plusieurs

# Number 3 is a volunteer: SB 1-4, PP 3 and 5-8, PM 9-12. Twelve people, thirteen voices.


@pytest.fixture(scope="module")
def statuts() -> Statuts:
    return statuts_plusieurs()


def scene(statuts: Statuts, *faits: object, **champs: object) -> tuple[Dossier, Assemblee]:
    """The dozen under these statutes, the list composed by the program itself."""
    convocation = fiction.convocation(**champs)  # type: ignore[arg-type]
    tout, ag = fiction.assemblee(convocation, statuts=statuts)
    lignes = composer_liste(tout, ag, fiction.JOUR)
    arretee = fiction.liste()[0]
    return fiction.assemblee(convocation, arretee, *lignes, *faits, statuts=statuts)  # type: ignore[arg-type]


def temoin(regle: str = "ordinaire") -> Scrutin:
    return Scrutin(1, 1, 11, regle, "resolution", "main_levee", 1, fiction.heure(18, 30))


def chiffres(corps: Sequence[CorpsScrutin]) -> dict[str, tuple[int, int, int]]:
    return {c.college: (c.inscrits, c.presents, c.representes) for c in corps}


# --- who votes where


def test_chaque_college_dont_la_regle_convient(statuts: Statuts) -> None:
    assert codes_de(statuts, "5", "physique") == ("SB", "PP")
    assert codes_de(statuts, "1", "physique") == ("SB",)
    assert codes_de(statuts, "9", "physique") == ()
    assert "collèges SB et PP" in classer(statuts, "5", "physique").raison
    assert classer(statuts, "5", "physique").code == "SB"


def test_sans_la_cle_le_premier_seulement(statuts: Statuts) -> None:
    fermes = replace(statuts, societariat=replace(statuts.societariat, plusieurs_colleges=False))
    assert codes_de(fermes, "5", "physique") == ("SB",)
    _, ag = scene(fermes)
    assert len(ag.colleges) == len(ag.liste) == 12
    assert ag.colleges[3] == ("SB",)
    assert plusieurs(ag, ag.liste) == ()


def test_la_liste_porte_une_ligne_par_college(statuts: Statuts) -> None:
    _, ag = scene(statuts)
    assert ag.colleges[3] == ("SB", "PP")
    assert ag.liste[3].college == "SB"
    assert corps_de(ag, 3) == ("SB", "PP")
    assert plusieurs(ag, ag.liste) == (3,)


def test_par_tete_une_personne_une_voix(statuts: Statuts) -> None:
    tout, ag = scene(statuts, par_college=False)
    assert corps_de(ag, 3) == ("*",)
    assert chiffres(corps_du_vote(tout, ag, temoin())) == {"*": (12, 0, 0)}


def test_l_assemblee_d_un_college_reunit_ses_membres(statuts: Statuts) -> None:
    _, ag = scene(statuts, nature="college", college="PP", par_college=False)
    assert sorted(ag.liste) == [3, 5, 6, 7, 8]


def test_les_statuts_qui_l_admettent_avertissent(statuts: Statuts) -> None:
    (issue,) = [i for i in remarques(statuts) if i.code == "PLUSIEURS_COLLEGES"]
    assert not issue.bloquante
    assert issue.articles == ("loi 47-1775 19 octies",)


# --- who is there


def test_presente_dans_chacun(statuts: Statuts) -> None:
    tout, ag = scene(statuts, fiction.arrivee(1), fiction.arrivee(3))
    assert chiffres(corps_du_vote(tout, ag, temoin())) == {
        "SB": (4, 2, 0), "PP": (5, 1, 0), "PM": (4, 0, 0), "*": (12, 2, 0),
    }  # fmt: skip
    contexte = Contexte(tout, ag)
    e = ensemble(contexte, ag.assistance)
    assert (e.associes, e.presents, e.parts, e.parts_presentes, e.voix) == (12, 2, 120, 20, 3)
    assert [x.voix for x in effectifs(contexte, ag.assistance)] == [2, 1, 0]
    assert contexte.voix(3) == 2
    assert "associé vote dans plusieurs collèges, une voix dans chacun" in contexte.deux_fois()


def test_un_pouvoir_pour_un_college(statuts: Statuts) -> None:
    """Number 3 gave a proxy for SB alone: represented there, absent in PP, one head."""
    tout, ag = scene(statuts, fiction.arrivee(1), fiction.pouvoir(1, 3, 1), PorteePouvoir(1, 1, ("SB",)))
    assert chiffres(corps_du_vote(tout, ag, temoin())) == {
        "SB": (4, 2, 1), "PP": (5, 0, 0), "PM": (4, 0, 0), "*": (12, 2, 1),
    }  # fmt: skip
    assert Contexte(tout, ag).portee(ag.assistance.pouvoirs[1]) == ", pour le collège SB"
    assert ag.assistance.voix_de(1) == (1, 3)


def test_un_pouvoir_par_college_a_deux_personnes(statuts: Statuts) -> None:
    faits = (
        fiction.arrivee(1), fiction.arrivee(5),
        fiction.pouvoir(1, 3, 1), PorteePouvoir(1, 1, ("SB",)), fiction.pouvoir(2, 3, 5), PorteePouvoir(2, 1, ("PP",)),
    )  # fmt: skip
    tout, ag = scene(statuts, *faits)
    assert chiffres(corps_du_vote(tout, ag, temoin())) == {
        "SB": (4, 2, 1), "PP": (5, 2, 1), "PM": (4, 0, 0), "*": (12, 3, 1),
    }  # fmt: skip
    assert ag.assistance.representes_en("PP")[3].mandataire == 5
    assert ag.assistance.representes[3].mandataire == 1
    depuis = assister((fiction.depart(1),), ag.assistance)
    assert depuis.representes_en("SB") == {}
    assert set(depuis.representes_en("PP")) == {3}


def test_qui_arrive_fait_tomber_tous_ses_pouvoirs(statuts: Statuts) -> None:
    faits = (fiction.arrivee(1), fiction.pouvoir(1, 3, 1), PorteePouvoir(1, 1, ("SB",)), fiction.arrivee(3, 18, 10))
    tout, ag = scene(statuts, *faits)
    assert not ag.assistance.pouvoirs
    assert chiffres(corps_du_vote(tout, ag, temoin()))["*"] == (12, 2, 0)


# --- proxies


def essai(tout: Dossier, ag: Assemblee, vers: int, *colleges: str) -> list[tuple[str, bool]]:
    return [(i.code, i.bloquante) for i in controler_pouvoir(tout, ag, fiction.pouvoir(9, 3, vers), colleges)]


def test_les_colleges_d_un_pouvoir_sont_ceux_du_mandant(statuts: Statuts) -> None:
    tout, ag = scene(statuts)
    assert essai(tout, ag, 1, "SB") == []
    assert essai(tout, ag, 1, "PM") == [("PORTEE", True)]
    assert essai(tout, ag, 1, "PP", "PM") == [("PORTEE", True), ("POUVOIR_AUTRE_COLLEGE", False)]
    tetes, par_tete = scene(statuts, par_college=False)
    assert essai(tetes, par_tete, 1, "SB") == [("PORTEE", True)]


def test_le_mandataire_est_du_college_ou_le_president_decide(statuts: Statuts) -> None:
    tout, ag = scene(statuts)
    assert essai(tout, ag, 1) == [("POUVOIR_AUTRE_COLLEGE", False)]  # SB is shared, PP is not
    assert essai(tout, ag, 5, "PP") == []
    (issue,) = controler_pouvoir(tout, ag, fiction.pouvoir(9, 3, 1))
    assert "la voix compte en PP" in issue.phrase


def test_deux_pouvoirs_ne_valent_pas_pour_un_meme_college(statuts: Statuts) -> None:
    tout, ag = scene(statuts, fiction.pouvoir(1, 3, 1), PorteePouvoir(1, 1, ("SB",)))
    assert essai(tout, ag, 5, "PP") == []
    assert ("POUVOIR_DEJA", True) in essai(tout, ag, 2, "SB")
    assert ("POUVOIR_DEJA", True) in essai(tout, ag, 5)
    assert a_decider(tout, ag) == ()


def test_le_maximum_compte_des_personnes(statuts: Statuts) -> None:
    """Two proxies of one giver for two colleges are one person represented."""
    une = replace(statuts, pouvoirs=replace(statuts.pouvoirs, maximum=1))
    tout, ag = scene(une, fiction.pouvoir(1, 3, 2), PorteePouvoir(1, 1, ("SB",)))
    assert ("POUVOIRS_MAXIMUM", False) not in essai(tout, ag, 2, "PP")
    issues = controler_pouvoir(tout, ag, fiction.pouvoir(9, 4, 2))
    assert [i.code for i in issues] == ["POUVOIRS_MAXIMUM"]


# --- the tally


def fige(tout: Dossier, ag: Assemblee, **regle: object) -> Vote:
    corps = corps_du_vote(tout, ag, temoin())
    suite = ag.avec((fiction.resolution(**regle), temoin(), *corps))  # type: ignore[arg-type]
    return suite.votes[0]


def test_les_corps_figes_et_les_personnes(statuts: Statuts) -> None:
    tout, ag = scene(statuts, fiction.arrivee(1), fiction.arrivee(3))
    vote = fige(tout, ag)
    assert [c.college for c in vote.corps] == ["SB", "PP", "PM"]
    assert vote.personnes is not None
    assert vote.personnes.presents == 2
    seance = seance_de(ag, vote)
    assert seance.par_college
    assert seance.personnes == Effectif(12, 2)


def test_une_regle_par_tete_compte_des_tetes(statuts: Statuts) -> None:
    tout, ag = scene(
        statuts, fiction.arrivee(1), fiction.arrivee(3), fiction.resolution(regle="scrutin_secret", college="*")
    )
    corps = corps_du_vote(tout, ag, temoin("scrutin_secret"))
    suite = ag.avec((temoin("scrutin_secret"), *corps))
    attendus = corps_attendus(suite, suite.votes[0])
    assert {c: (a.inscrits, a.presents) for c, a in attendus.items()} == {"*": (12, 2)}
    question = Question(1, "scrutin_secret", {"*": Suffrages(pour=2)}, {})
    resultat = calculer(statuts, seance_de(suite, suite.votes[0]), question)
    assert resultat.cadre.corps[0].inscrits == 12
    assert possibilite(tout, suite, suite.resolutions[0]).possible
    assert voix_manquantes(tout, suite, suite.resolutions[0]) == 0


def test_un_retire_sort_de_chacun_de_ses_colleges(statuts: Statuts) -> None:
    deport = fiction_deport(3)
    resolution = fiction.resolution(objet="convention")
    tout, ag = scene(statuts, fiction.arrivee(1), fiction.arrivee(3), resolution, deport)
    corps = corps_du_vote(tout, ag, temoin())
    assert {c.college: c.retires for c in corps} == {"SB": 1, "PP": 1, "PM": 0, "*": 1}
    suite = ag.avec((temoin(), *corps))
    assert question_de(tout, suite, suite.votes[0]).retires == {"SB": 1, "PP": 1, "*": 1}
    seance = Seance(1, True, {}, Effectif(12, 2))
    question = Question(1, "scrutin_secret", {"*": Suffrages(pour=1)}, {"*": 1})
    assert calculer(statuts, seance, question).cadre.corps[0].inscrits == 11


def fiction_deport(associe: int) -> object:
    return Deport(1, 11, associe, fiction.heure(18, 20), "convention")


@pytest.mark.parametrize(("presents", "suffit"), [(2, False), (3, True), (4, True)])
def test_le_quorum_compte_des_associes(statuts: Statuts, presents: int, suffit: bool) -> None:
    """A quarter of twelve associés is three, whoever sits in two colleges."""
    ordinaire = replace(statuts.regles["ordinaire"], quorum=Quorum(Fraction(1, 4), None))
    avec = replace(statuts, regles={**statuts.regles, "ordinaire": ordinaire})
    corps = {"SB": Effectif(4, 2), "PP": Effectif(5, presents - 1), "PM": Effectif(4, 0)}
    seance = Seance(1, True, corps, Effectif(12, presents))
    question = Question(1, "ordinaire", {"SB": Suffrages(pour=2)})
    quorum = calculer(avec, seance, question).cadre.quorum
    assert quorum is not None
    assert quorum.atteint == Fraction(presents, 12)
    assert quorum.suffit is suffit


def test_le_quorum_des_autres_bases_reste_aux_colleges(statuts: Statuts) -> None:
    def corps(code: str, inscrits: int, presents: int) -> Corps:
        return Corps(code, Fraction(50), inscrits, inscrits, presents, 0, 0, 0, 0, 0, {}, (code,))

    deux = [corps("A", 4, 2), corps("B", 2, 2)]
    personnes = Effectif(5, 3)
    assert attendance(deux, "associes", personnes) == Fraction(3, 5)
    assert attendance(deux, "associes") == Fraction(4, 6)
    assert attendance(deux, "chaque_college", personnes) == Fraction(1, 2)
    assert attendance(deux[:1], "associes", personnes) == Fraction(1, 2)


# --- the public file of votes


def document(**corps: object) -> dict[str, object]:
    table = json.loads(json.dumps(tomllib.loads(texte_plusieurs()), default=str))
    return {
        "format": "scicvote-calcul/1",
        "statuts": table,
        "assemblee": {"nature": "ordinaire", "date": "2026-06-12", "consultation": 1, "vote_par_college": True},
        "corps": {
            "SB": {"inscrits": 4, "presents": 2}, "PP": {"inscrits": 5, "presents": 1}, "PM": {"inscrits": 4}, **corps,
        },
        "resolutions": [{"numero": 1, "regle": "scrutin_secret", "suffrages": {"*": {"pour": 2}}}],
    }  # fmt: skip


def test_le_fichier_de_votes_dit_les_personnes() -> None:
    lu = lire_calcul(document(**{"*": {"inscrits": 12, "presents": 2}}), {}, {})
    assert lu.issues == ()
    assert lu.calcul is not None
    assert lu.calcul.seance.personnes == Effectif(12, 2)


def test_plus_de_voix_par_tete_que_de_personnes() -> None:
    texte = document(**{"*": {"inscrits": 12, "presents": 2}})
    texte["resolutions"] = [{"numero": 1, "regle": "scrutin_secret", "suffrages": {"*": {"pour": 3}}}]
    assert [i.code for i in lire_calcul(texte, {}, {}).issues] == ["VOTANTS"]
    texte["resolutions"] = [
        {"numero": 1, "regle": "scrutin_secret", "retires": {"*": 1}, "suffrages": {"*": {"pour": 2}}}
    ]
    assert [i.code for i in lire_calcul(texte, {}, {}).issues] == ["VOTANTS"]


@pytest.mark.parametrize(
    ("personnes", "chemins"),
    [
        ({"inscrits": 14, "presents": 2}, ["inscrits"]),
        ({"inscrits": 13, "presents": 3}, []),
        ({"inscrits": 5, "presents": 2}, []),
        ({"inscrits": 4, "presents": 1}, ["inscrits", "presents"]),
        ({"inscrits": 12, "presents": 4}, ["presents"]),
    ],
)
def test_les_personnes_vont_avec_les_colleges(personnes: dict[str, int], chemins: list[str]) -> None:
    texte = document(**{"*": personnes})
    texte["resolutions"] = [{"numero": 1, "regle": "ordinaire", "suffrages": {"SB": {"pour": 2}}}]
    issues = lire_calcul(texte, {}, {}).issues
    assert [(i.code, i.chemin.rpartition(".")[2]) for i in issues] == [("PERSONNES", c) for c in chemins]


def test_une_etoile_illisible_ne_donne_pas_d_autre_faute() -> None:
    lu = lire_calcul(document(**{"*": {"inscrits": "douze"}}), {}, {})
    assert [i.code for i in lu.issues] == ["TYPE"]


# --- seen again


def test_ce_que_les_comptes_ne_disent_pas(statuts: Statuts) -> None:
    seance = Seance(1, True, {"SB": Effectif(4, 2), "PP": Effectif(5, 1), "PM": Effectif(4, 0)}, Effectif(12, 2))
    question = Question(1, "ordinaire", {"SB": Suffrages(pour=2), "PP": Suffrages(pour=1)})
    assert revoir(Hypothese("sans", par_tete=True), statuts, seance, question) is None
    assert revoir(Hypothese("réunis", fusions={"PP": "SB"}), statuts, seance, question) is None
    assert revoir(Hypothese("autres poids"), statuts, seance, question) is not None
    assert Obstacle.PERSONNES.value == "personnes"


@given(
    st.lists(st.sets(st.sampled_from(("SB", "PP", "PM")), min_size=1), min_size=1, max_size=12),
    st.sets(st.integers(min_value=0, max_value=11)),
)
def test_les_personnes_ne_depassent_jamais_les_voix(appartenances: list[set[str]], presents: set[int]) -> None:
    """Whoever belongs where: each body counts its members, ``*`` everybody once, and the rows are the voices."""
    lignes = tuple(
        LigneListe(1, n, "1", code, 10, 1) for n, codes in enumerate(appartenances, 1) for code in sorted(codes)
    )
    la = [fiction.arrivee(n + 1) for n in sorted(presents) if n < len(appartenances)]
    tout, ag = fiction.assemblee(fiction.convocation(), fiction.liste()[0], *lignes, *la)
    par_code = {c.college: c for c in corps_du_vote(tout, ag, temoin())}
    colleges = [c for code, c in par_code.items() if code != "*"]
    assert sum(c.inscrits for c in colleges) == len(lignes)
    assert ("*" in par_code) == any(len(codes) > 1 for codes in appartenances)
    e = ensemble(Contexte(tout, ag), ag.assistance)
    assert (e.associes, e.presents) == (len(appartenances), len(la))
    assert e.voix == sum(c.presents for c in colleges)
    if "*" in par_code:
        assert (par_code["*"].inscrits, par_code["*"].presents) == (e.associes, e.presents)
        assert max(c.presents for c in colleges) <= e.presents <= e.voix
