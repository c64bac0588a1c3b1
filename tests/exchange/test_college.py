"""``scicvote-college/1`` and ``scicvote-retour/1``: what is written is read back; anything else is sentences."""

from __future__ import annotations

import json
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scicvote.core.faits import (
    Candidature,
    Convocation,
    Fiche,
    FinPouvoir,
    LigneListe,
    ListeArretee,
    Pouvoir,
    Presence,
    Resolution,
    VersionStatuts,
)
from scicvote.core.paquet_college import Paquet, Point, version_point
from scicvote.core.retour_college import LigneRetour, Retour
from scicvote.exchange.college import TAILLE_MAXIMALE, ecrire, format_de, lire_fichier
from scicvote.exchange.college_paquet import ecrire_paquet, lire_paquet
from scicvote.exchange.college_retour import contenu_de, ecrire_retour, lire_retour
from tests.outils.hasard import PROFIL

SOIR = datetime(2026, 6, 12, 18)
MAI = date(2026, 5, 27)


def fiche(numero: int, **champs: str) -> Fiche:
    vide = dict.fromkeys(("domicile", "representant", "qualite_representant"), "")
    return Fiche(numero, MAI, "physique", f"Fictif{numero}", "Ada", "Mme", courriel="", **{**vide, **champs})


def point(resolution: int, candidats: tuple[tuple[int, str], ...] = ()) -> Point:
    r = Resolution(
        resolution, 3, resolution, "Titre", "Texte", "ordinaire", "autre", len(candidats), None, "", None, False
    )
    presentes = tuple(Candidature(3, resolution, n, "SB") for n, _ in candidats)
    return Point(r, 1, version_point(r, 1, candidats), presentes)


def paquet(**champs: Any) -> Paquet:
    valeurs: dict[str, Any] = {
        "identifiant": "0a" * 16, "export": 1, "prepare": SOIR, "denomination": "Fabrique", "siege": "1 rue", "rcs": "",
        "statuts": VersionStatuts(date(2012, 9, 29), "format = 1"), "titre": "Assemblée", "college": "SB", "nom_college": "Salariés",
        "convocation": Convocation(3, "ordinaire", SOIR, "Ici", True, "", "", 1, None, None, "la gérance"), "reunion": SOIR,
        "lieu": "Là", "president": 1, "suppleant": None, "numero_pv": 1, "liste": ListeArretee(3, MAI, "la gérance"),
        "membres": tuple((fiche(n, domicile="2 rue"), LigneListe(3, n, "1", "SB", 10, 1)) for n in (1, 2)),
        "candidats": (fiche(9),), "pouvoirs": (Pouvoir(4, 3, 2, 1, "", False, SOIR, ""),),
        "points": (point(1), point(2, ((1, "Ada Fictif1"), (9, "Ada Fictif9")))), "cle_publique": "0b" * 32,
        "cle_scellee": {"passes": 3, "sel": "c2Vs"},
    }  # fmt: skip
    return Paquet(**{**valeurs, **champs})


def retour() -> Retour:
    evenements = (
        Presence(0, 1, SOIR, "arrivee", "", ""),
        Pouvoir(1, 0, 2, None, "Max", True, SOIR, ""),
        FinPouvoir(1, 0, SOIR, "retiré"),
    )
    lignes = (
        LigneRetour(1, 1, "0c" * 32, "main_levee", 2, 2, 1, 0, 2, 1, 1),
        LigneRetour(2, 1, "0d" * 32, "", 2, 0, 0, 0, 0, voix={1: 0, 9: 0}),
    )
    return Retour(
        "0a" * 16, "SB", 1, "0e" * 32, "0f" * 32, "0a" * 32, 1, SOIR, SOIR, None, 1, "Iris", evenements, lignes
    )


def oui(_cle: bytes, _signature: bytes, _octets: bytes) -> bool:
    return True


OCTETS = ecrire_paquet(paquet())
RETOUR = ecrire_retour(retour(), b"c" * 32, lambda _: b"s" * 64)


def test_un_paquet_se_relit() -> None:
    assert lire_paquet(OCTETS) == (paquet(), ())


def test_un_retour_se_relit() -> None:
    lu, issues = lire_retour(RETOUR, oui)
    assert lu is not None
    assert (lu.retour, lu.cle, lu.signature, issues) == (retour(), b"c" * 32, b"s" * 64, ())
    assert len(RETOUR) < 4096
    arbre = json.loads(RETOUR)
    assert lu.signe == ecrire({k: v for k, v in arbre.items() if k != "signature"})


def test_ce_que_dit_un_fichier() -> None:
    assert (format_de(OCTETS), format_de(RETOUR), format_de(b"x")) == ("scicvote-college/1", "scicvote-retour/1", "")
    assert format_de(b'{"format": 3}') == ""


def test_l_un_pris_pour_l_autre() -> None:
    assert "un paquet à ouvrir" in lire_retour(OCTETS, oui)[1][0].phrase
    assert "le retour d’un collège, pas un paquet" in lire_paquet(RETOUR)[1][0].phrase
    assert [i.code for i in lire_paquet(b'{"format": "autre"}')[1]] == ["FORMAT"]
    assert [i.code for i in lire_paquet(b"[]")[1]] == ["FORMAT"]


@pytest.mark.parametrize("octets", [b" " + OCTETS, OCTETS + b"\n", json.dumps(json.loads(OCTETS)).encode()])
def test_une_autre_ecriture_du_meme_est_refusee(octets: bytes) -> None:
    assert [i.code for i in lire_paquet(octets)[1]] == ["PAQUET_ABIME"]


@pytest.mark.parametrize("octets", [b" " + RETOUR, json.dumps(json.loads(RETOUR)).encode()])
def test_un_retour_reecrit_est_refuse_avant_sa_signature(octets: bytes) -> None:
    assert [i.code for i in lire_retour(octets, oui)[1]] == ["RETOUR_ABIME"]


def test_une_signature_fausse_ne_laisse_rien_lire() -> None:
    arbre = {**json.loads(RETOUR), "contenu": 3}
    assert [i.code for i in lire_retour(ecrire(arbre), lambda *_: False)[1]] == ["RETOUR_ABIME"]
    assert [i.code for i in lire_retour(ecrire(arbre), oui)[1]] == ["TYPE"]
    haute = {**json.loads(RETOUR), "signature": "AB" * 64, "cle": "z" * 64}
    assert [(i.code, i.chemin) for i in lire_retour(ecrire(haute), oui)[1]] == [
        ("VALEUR", "cle"),
        ("VALEUR", "signature"),
    ]


def changer(chemin: str, valeur: object) -> bytes:
    """The return with one value changed, at a path of ``contenu``, its signature said to be good."""
    arbre = json.loads(RETOUR)
    noeud: Any = arbre["contenu"]
    *debut, fin = [int(c) if c.isdigit() else c for c in chemin.split(".")]
    for cle in debut:
        noeud = noeud[cle]
    if valeur is None:
        del noeud[fin]
    else:
        noeud[fin] = valeur
    return ecrire(arbre)


@pytest.mark.parametrize(
    ("chemin", "valeur", "code"),
    [
        ("heure", "hier", "DATE"), ("heure", "2026-06-12T18:00", "DATE"), ("heure", "2026-06-12T18:00:00+02:00", "DATE"),
        ("heure", 3, "TYPE"), ("numero", -1, "NOMBRE"), ("numero", "1", "TYPE"), ("numero", None, "MANQUANT"),
        ("paquet", "court", "VALEUR"), ("paquet", 4, "TYPE"), ("evenements", 4, "TYPE"), ("evenements.0.genre", "rien", "VALEUR"),
        ("evenements.0.sens", "parti", "VALEUR"), ("evenements.0.associe", "x", "TYPE"), ("evenements.0", 4, "TYPE"),
        ("evenements.1.lien_conjoint", 1, "TYPE"), ("resolutions.0", 4, "TYPE"), ("resolutions.0.pour", -3, "NOMBRE"),
        ("resolutions.0.voix", 3, "TYPE"), ("resolutions.1.voix.0.candidat", 9, "DOUBLON"), ("resolutions.1.voix.0", 2, "TYPE"),
        ("de_trop", 1, "CLE_INCONNUE"), ("resolutions", 4, "TYPE"),
    ],
)  # fmt: skip
def test_une_faute_de_contenu_dit_ou(chemin: str, valeur: object, code: str) -> None:
    lu, issues = lire_retour(changer(chemin, valeur), oui)
    assert lu is None
    assert code in [i.code for i in issues]
    assert all(i.chemin.startswith("contenu") for i in issues)


def autre(**champs: Any) -> bytes:
    return ecrire({**json.loads(OCTETS), **champs})


@pytest.mark.parametrize(
    ("octets", "code"),
    [
        (autre(membres=4), "TYPE"),
        (autre(membres=[4]), "TYPE"),
        (autre(statuts={"effet": "hier", "texte": ""}), "DATE"),
        (autre(cle=4), "TYPE"),
        (autre(cle={"publique": "court", "scellee": {}}), "VALEUR"),
        (autre(cle={"publique": "0b" * 32, "scellee": 4}), "TYPE"),
        (autre(resolutions=[4]), "TYPE"),
        (autre(resolutions=4), "TYPE"),
        (autre(de_trop=4), "CLE_INCONNUE"),
        (autre(export="un"), "TYPE"),
        (ecrire_paquet(paquet(candidats=(fiche(1),))), "DOUBLON"),
        (ecrire_paquet(paquet(points=(point(1), point(1)))), "DOUBLON"),
        (ecrire_paquet(paquet(president=9)), "ASSOCIE"),
        (ecrire_paquet(paquet(candidats=())), "ASSOCIE"),
        (ecrire_paquet(paquet(points=(replace(point(1), version="0" * 64),))), "PAQUET_ABIME"),
    ],
)
def test_un_paquet_qui_ne_va_pas_dit_pourquoi(octets: bytes, code: str) -> None:
    lu, issues = lire_paquet(octets)
    assert lu is None
    assert code in [i.code for i in issues]


def test_un_fichier_demesure_ne_se_lit_pas(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chemin = tmp_path / "gros.scicollege"
    chemin.write_bytes(b"[" * (TAILLE_MAXIMALE + 1))
    assert [i.code for i in lire_fichier(chemin)[1]] == ["TAILLE"]
    assert [i.code for i in lire_paquet(chemin.read_bytes())[1]] == ["TAILLE"]
    assert [i.code for i in lire_fichier(tmp_path / "absent")[1]] == ["FICHIER"]
    monkeypatch.setattr("scicvote.exchange.college_paquet._LISTE_MAXIMUM", 1)
    assert "TAILLE" in [i.code for i in lire_paquet(OCTETS)[1]]


PROFONDS = [
    b"[" * 100_000,
    b'{"a":' * 100_000,
    b'"' * 100_001,
    b"9" * 100_000,
    b'{"format":"scicvote-retour/1","cle":1e400}',
]


@pytest.mark.parametrize("octets", PROFONDS)
@pytest.mark.parametrize("lire", [lire_paquet, lambda o: lire_retour(o, oui)])
def test_la_memoire_reste_bornee(octets: bytes, lire: Callable[[bytes], tuple[object, tuple[Any, ...]]]) -> None:
    tracemalloc.start()
    lu, issues = lire(octets)
    _, sommet = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert lu is None
    assert issues
    assert sommet < 20 * len(octets) + 2_000_000


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda s: st.lists(s, max_size=4) | st.dictionaries(st.text(max_size=8), s, max_size=4),
    max_leaves=12,
)


@PROFIL
@given(JSON, st.sampled_from(sorted(contenu_de(retour()))))
def test_un_contenu_quelconque_donne_des_phrases(valeur: object, cle: str) -> None:
    arbre = json.loads(RETOUR)
    arbre["contenu"][cle] = valeur
    phrases(lambda: lire_retour(json.dumps(arbre).encode(), oui))


@PROFIL
@given(JSON, st.sampled_from(sorted(json.loads(OCTETS))))
def test_un_paquet_quelconque_donne_des_phrases(valeur: object, cle: str) -> None:
    phrases(lambda: lire_paquet(json.dumps({**json.loads(OCTETS), cle: valeur}).encode()))
    try:
        octets = autre(**{cle: valeur})
    except ValueError:
        return  # no canonical form
    phrases(lambda: lire_paquet(octets))


def phrases(lire: Callable[[], tuple[object, tuple[Any, ...]]]) -> None:
    lu, issues = lire()
    assert (lu is None) == bool(issues)
    assert all(issue.phrase.endswith(".") and issue.ligne() for issue in issues)


@PROFIL
@given(st.integers(0, len(OCTETS) - 1), st.binary(min_size=0, max_size=3))
def test_un_paquet_abime_n_importe_ou_donne_des_phrases(place: int, octets: bytes) -> None:
    change = OCTETS[:place] + octets + OCTETS[place + 1 :]
    phrases(lambda: lire_paquet(change))
