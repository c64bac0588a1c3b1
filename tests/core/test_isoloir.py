"""The secret vote on this computer: who may vote, what a ballot says, and when an urn is counted."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scicvote.core import faits as f
from scicvote.core.assemblee import Assemblee, Vote
from scicvote.core.dossier import Dossier
from scicvote.core.isoloir import (
    SUFFRAGES,
    Bulletin,
    Choix,
    avertir_petits_corps,
    compter,
    contexte,
    controler_depot,
    controler_urne,
    ecrire,
    electeurs,
    emarges_par_corps,
    lire,
    reste_a_emarger,
    taille,
    urne_de,
    valable,
)
from scicvote.core.vote import ComptageCorps, corps_du_vote
from tests.outils.cooperative import assemblee, convocation, heure, pouvoir, resolution, seance

TOUS = tuple(range(1, 13))
POUR = Choix("pour")


def ouvert(
    *faits: f.Fait, presents: tuple[int, ...] = TOUS, par_college: bool = True, **point: Any
) -> tuple[Dossier, Assemblee, Vote]:
    """An assembly with its urn open on its only resolution."""
    nature = {"nature": "college", "college": "PP"} if point.pop("du_college", False) else {}
    avant = (convocation(par_college=par_college, **nature), resolution(**point), *seance(*presents), *faits)
    scrutin = f.Scrutin(1, 1, 11, point.get("regle", "ordinaire"), "resolution", "secret_isoloir", 1, heure(18, 30))
    dossier, ag = assemblee(*avant)
    dossier, ag = assemblee(*avant, scrutin, *corps_du_vote(dossier, ag, scrutin))
    vote = ag.vote(1)
    assert vote is not None
    attendus = electeurs(dossier, ag, vote)
    suite = (f.Urne(1, 1, "ab"), *attendus)
    return dossier, ag.avec(suite), vote


def signer(ag: Assemblee, *associes: int) -> Assemblee:
    colleges = {e.associe: e.college for e in ag.tous(f.Electeur)}
    return ag.avec(f.EmargementIsoloir(1, 1, colleges[n], n, "") for n in associes)


def codes(issues: Any) -> list[str]:
    return [issue.code for issue in issues]


ELECTION: dict[str, Any] = {"regle": "election_gerance", "objet": "election", "sieges": 2}
CANDIDATS = (f.Candidature(1, 11, 1, "SB"), f.Candidature(1, 11, 5, "PP"), f.Candidature(1, 11, 12345, "PM"))


# --- who votes


def test_les_presents_et_les_representes_votent_dans_leur_college() -> None:
    portes = (pouvoir(1, 3, 2), pouvoir(2, 7, None, conjoint="Léa Conjointe"), pouvoir(3, 12, 11))
    _, ag, _ = ouvert(*portes, presents=(1, 2, 5, 6, 9))
    attendus = [(e.associe, e.college, e.porteur, e.conjoint) for e in ag.tous(f.Electeur)]
    assert attendus == [
        (1, "SB", 1, ""), (2, "SB", 2, ""), (3, "SB", 2, ""), (5, "PP", 5, ""), (6, "PP", 6, ""), (7, "PP", None, "Léa Conjointe"),
        (9, "PM", 9, ""),
    ]  # fmt: skip
    assert urne_de(ag, 1) == f.Urne(1, 1, "ab")
    assert urne_de(ag, 2) is None


def test_par_tete_tous_votent_ensemble() -> None:
    _, ag, vote = ouvert(presents=(1, 5, 9), par_college=False)
    assert {e.college for e in ag.tous(f.Electeur)} == {"*"}
    assert emarges_par_corps(signer(ag, 1, 9), vote.scrutin.scrutin) == {"*": 2}


def test_un_seul_college_vote_sur_ce_qui_le_concerne() -> None:
    _, ag, _ = ouvert(regle="designation_president", objet="designation", college="PP")
    assert [e.associe for e in ag.tous(f.Electeur)] == [5, 6, 7, 8]


def test_par_tete_dans_une_assemblee_par_college() -> None:
    _, ag, _ = ouvert(presents=(1, 5, 9), regle="avis_college", objet="avis", college="*")
    assert [(e.associe, e.college) for e in ag.tous(f.Electeur)] == [(1, "*"), (5, "*"), (9, "*")]


@pytest.mark.parametrize("motif", ["convention", "libre"])
def test_qui_ne_prend_pas_part_au_vote_n_est_pas_attendu(motif: str) -> None:
    _, ag, _ = ouvert(f.Deport(1, 11, 2, heure(18, 20), motif), regle="ordinaire", objet="convention")
    assert 2 not in {e.associe for e in ag.tous(f.Electeur)}


def test_qui_a_perdu_la_qualite_n_est_pas_attendu() -> None:
    depart = f.Mouvement(4, heure(10).date(), "demission", 0, "", None, None, "")
    _, ag, _ = ouvert(depart)
    assert 4 not in {e.associe for e in ag.tous(f.Electeur)}


def test_il_reste_ceux_qui_n_ont_pas_vote() -> None:
    _, ag, _ = ouvert(presents=(1, 2, 5))
    assert [e.associe for e in reste_a_emarger(signer(ag, 2), 1)] == [1, 5]
    assert emarges_par_corps(signer(ag, 2), 1) == {"SB": 1, "PP": 0}


# --- before a ballot is sealed


def test_un_depot_admis() -> None:
    dossier, ag, vote = ouvert()
    assert codes(controler_depot(dossier, ag, vote, 3, POUR)) == []


def test_un_depot_refuse_et_pourquoi() -> None:
    dossier, ag, vote = ouvert(presents=(1, 2, 5))
    assert codes(controler_depot(dossier, ag, vote, 3, POUR)) == ["ELECTEUR"]
    assert codes(controler_depot(dossier, signer(ag, 2), vote, 2, Choix("nul"))) == ["DEJA_EMARGE", "CHOIX"]
    compte = Vote(vote.scrutin, vote.corps, f.Depouillement(1, 1, heure(19), False))
    assert codes(controler_depot(dossier, ag, compte, 1, POUR)) == ["URNE_FERMEE"]
    papier = Vote(f.Scrutin(1, 1, 11, "ordinaire", "resolution", "secret_papier", 1, heure(18)), vote.corps)
    assert codes(controler_depot(dossier, ag, papier, 1, POUR)) == ["URNE_FERMEE"]


@pytest.mark.parametrize(
    ("choix", "bon"),
    [
        *((Choix(mot), True) for mot in SUFFRAGES),
        (Choix(""), False),
        (Choix("nul"), False),
        (Choix("pour", (1,)), False),
    ],
)
def test_les_choix_d_une_resolution(choix: Choix, bon: bool) -> None:
    dossier, ag, vote = ouvert()
    assert valable(dossier, ag, vote, choix) is bon


@pytest.mark.parametrize(
    ("choix", "bon"),
    [
        (Choix("", (1,)), True),
        (Choix("", (5, 1)), True),  # as many as there are seats
        (Choix("", (1, 5, 12345)), False),
        (Choix("", (1, 1)), False),
        (Choix("", (2,)), False),
        (Choix(""), False),
        (Choix("blanc"), True),
        (Choix("pour"), False),
        (Choix("blanc", (1,)), False),
    ],
)
def test_les_choix_d_une_election(choix: Choix, bon: bool) -> None:
    dossier, ag, vote = ouvert(*CANDIDATS, **ELECTION)
    assert valable(dossier, ag, vote, choix) is bon


# --- a ballot as octets


@given(
    st.text(max_size=5),
    st.one_of(
        st.sampled_from(SUFFRAGES).map(Choix), st.sets(st.integers(1, 10**6)).map(lambda n: Choix("", tuple(sorted(n))))
    ),
)
def test_un_bulletin_se_relit(college: str, choix: Choix) -> None:
    assert lire(ecrire(Bulletin(college, choix))) == Bulletin(college, choix)


def test_l_ordre_des_noms_ne_s_ecrit_pas() -> None:
    assert ecrire(Bulletin("SB", Choix("", (5, 1)))) == ecrire(Bulletin("SB", Choix("", (1, 5))))


@given(st.binary(max_size=64))
def test_autre_chose_n_est_pas_un_bulletin(octets: bytes) -> None:
    with pytest.raises(ValueError, match=r"not a ballot"):
        lire(octets)


@pytest.mark.parametrize("octets", [b"[1,2]", b'[1,"",[]]', b'["SB",1,[]]', b'["SB","",1]', b'["SB","",["1"]]', b'["SB","",[true]]', b"[" * 60])  # fmt: skip
def test_presque_un_bulletin(octets: bytes) -> None:
    with pytest.raises(ValueError, match="not a ballot"):
        lire(octets)


def test_tous_les_bulletins_d_un_vote_ont_une_longueur() -> None:
    dossier, ag, vote = ouvert(*CANDIDATS, **ELECTION)
    longueur = taille(dossier, ag, vote)
    assert longueur == 64
    assert all(len(ecrire(Bulletin("SB", c))) <= longueur for c in (Choix("blanc"), Choix("", (5, 12345))))
    assert taille(*ouvert()) == 64


def test_un_sceau_est_lie_a_son_scrutin() -> None:
    _, _, vote = ouvert()
    autre = f.Scrutin(2, 1, 11, "ordinaire", "resolution", "secret_isoloir", 1, heure(18, 30))
    assert len({contexte(vote.scrutin, "ab"), contexte(vote.scrutin, "ac"), contexte(autre, "ab")}) == 3


# --- an opened urn


def urne(*colleges: str) -> list[Bulletin | None]:
    return [Bulletin(code, POUR) if code else None for code in colleges]


def essai(ag: Assemblee, vote: Vote, lus: list[Bulletin | None], scelles: list[bytes] | None = None) -> list[str]:
    return codes(controler_urne(ag, vote, scelles or [bytes([i]) for i in range(len(lus))], lus))


def test_autant_de_bulletins_que_d_emargements() -> None:
    _, ag, vote = ouvert()
    ag = signer(ag, 1, 2, 5)
    assert essai(ag, vote, urne("SB", "PP", "SB")) == []
    assert essai(ag, vote, urne("SB", "SB")) == ["URNE_ECART", "URNE_ECART"]  # in all, and of a college
    assert essai(ag, vote, urne("SB", "SB", "SB")) == [
        "URNE_ECART",
        "URNE_ECART",
    ]  # one too many here, one missing there
    assert essai(ag, vote, urne("SB", "SB", "PP", "PM")) == ["URNE_ECART", "URNE_ECART"]
    assert essai(ag, vote, urne("SB", "SB", "*")) == ["URNE_ECART"]
    assert essai(ag, vote, urne("SB", "SB", "ZZ")) == ["URNE_ECART", "URNE_ECART"]


def test_l_ecart_se_dit_en_nombres() -> None:
    _, ag, vote = ouvert(par_college=False)
    (issue,) = controler_urne(signer(ag, 1, 2, 3), vote, [b"1"], urne("*"))
    assert (
        issue.phrase == "1\u00a0bulletin dans l’urne pour 3\u00a0votes émargés\u00a0: 2 manquants. Rien n’est compté."
    )
    (issue,) = controler_urne(signer(ag, 1), vote, [b"1", b"2"], urne("*", "*"))
    assert issue.phrase == "2\u00a0bulletins dans l’urne pour 1\u00a0vote émargé\u00a0: 1 de trop. Rien n’est compté."
    (issue,) = controler_urne(signer(ag, 1, 2), vote, [b"1"], urne("*"))
    assert "1 manquant." in issue.phrase


def test_un_bulletin_qui_ne_s_ouvre_pas_arrete_tout() -> None:
    _, ag, vote = ouvert()
    ag = signer(ag, 1, 2)
    assert essai(ag, vote, urne("SB", "")) == ["URNE_ABIMEE"]
    assert essai(ag, vote, urne("", "")) == ["URNE_ABIMEE"]
    assert essai(ag, vote, urne("", "", "")) == ["URNE_ABIMEE", "URNE_ECART"]


def test_un_bulletin_copie_arrete_tout() -> None:
    _, ag, vote = ouvert()
    ag = signer(ag, 1, 2, 3)
    assert essai(ag, vote, urne("SB", "SB", "SB"), [b"1", b"1", b"2"]) == ["URNE_COPIES"]
    assert essai(ag, vote, urne("SB", "SB", "SB"), [b"1", b"1", b"1"]) == ["URNE_COPIES"]


CHOIX = st.sampled_from([*map(Choix, SUFFRAGES), Choix("nul"), Choix("", (1,))])


@given(st.lists(st.tuples(st.sampled_from(("SB", "PP", "PM")), CHOIX)))
def test_le_compte_est_celui_des_bulletins(bulletins: list[tuple[str, Choix]]) -> None:
    dossier, ag, vote = ouvert()
    comptes = compter(dossier, ag, vote, [Bulletin(code, choix) for code, choix in bulletins])
    assert set(comptes) == {"SB", "PP", "PM"}
    for code, compte in comptes.items():
        mots = Counter(choix.suffrage for college, choix in bulletins if college == code and not choix.noms)
        nuls = mots["nul"] + sum(college == code and bool(choix.noms) for college, choix in bulletins)
        assert compte == ComptageCorps(mots["pour"], mots["contre"], mots["abstention"], mots["blanc"], nuls)


def test_le_compte_d_une_election() -> None:
    dossier, ag, vote = ouvert(*CANDIDATS, **ELECTION)
    choix = [Choix("", (1, 5)), Choix("", (5,)), Choix("blanc"), Choix("", (1, 5, 12345))]
    comptes = compter(dossier, ag, vote, [Bulletin("SB", un) for un in choix])
    assert comptes["SB"] == ComptageCorps(blanc=1, nul=1, votants=4, voix={1: 1, 5: 2})
    assert comptes["PP"] == ComptageCorps()


# --- too few in a body


@pytest.mark.parametrize(
    ("presents", "codes_"), [((1, 2, 3, 5, 6, 9), ["PP", "PM"]), ((1, 2, 3, 5, 6, 7, 9, 10, 11), [])]
)
def test_un_corps_de_moins_de_trois_est_signale_avant(presents: tuple[int, ...], codes_: list[str]) -> None:
    _, ag, _ = ouvert(presents=presents)
    issues = list(avertir_petits_corps(ag.tous(f.Electeur)))
    assert [issue.chemin for issue in issues] == codes_
    assert all(issue.code == "SECRET_DEVOILE" and not issue.bloquante for issue in issues)


def test_par_tete_on_ne_nomme_pas_de_college() -> None:
    _, ag, _ = ouvert(presents=(1, 2), par_college=False)
    (issue,) = avertir_petits_corps(ag.tous(f.Electeur))
    assert "collège" not in issue.phrase
