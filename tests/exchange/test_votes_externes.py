"""CSV files of votes cast elsewhere: encodings, separators, and what is not a table."""

import hashlib
from pathlib import Path

import pytest

from scicvote.exchange.votes_externes import TAILLE_MAXIMALE, lire_votes, lire_votes_de

TEXTE = "collectif;Siège social;Approbation\nSB;oui;non\n\nPP;;pour\n"


@pytest.mark.parametrize(
    ("octets", "notes"),
    [
        (TEXTE.encode(), []),
        (TEXTE.encode("utf-8-sig"), []),
        (TEXTE.encode("utf-16"), []),
        (TEXTE.encode("cp1252"), ["ENCODAGE_SUPPOSE"]),
        (TEXTE.replace(";", ",").encode(), []),
        (TEXTE.replace(";", "\t").encode(), []),
        (b"\n;\n" + TEXTE.encode(), []),
    ],
)
def test_encodages_et_separateurs(octets: bytes, notes: list[str]) -> None:
    lecture = lire_votes_de(octets, "votes.csv")
    assert lecture.table is not None
    assert lecture.table.entetes == ("collectif", "Siège social", "Approbation")
    assert [ligne.cellules for ligne in lecture.table.lignes] == [("SB", "oui", "non"), ("PP", "", "pour")]
    assert [i.code for i in lecture.issues] == notes
    assert lecture.empreinte == hashlib.sha256(octets).hexdigest()


@pytest.mark.parametrize(
    ("octets", "code"),
    [
        (b"", "VIDE"),
        (b";;\n\n", "VIDE"),
        (b"PK\x03\x04", "FORMAT"),
        (b"a;b\x00\n", "BINAIRE"),
        (b'a;b\n"c;d\n', "CSV"),
        (b"a" * (TAILLE_MAXIMALE + 1), "TAILLE"),
    ],
)
def test_ce_qui_n_est_pas_un_tableau(octets: bytes, code: str) -> None:
    lecture = lire_votes_de(octets, "votes.csv")
    assert lecture.table is None
    assert [i.code for i in lecture.issues] == [code]


def test_un_fichier(tmp_path: Path) -> None:
    chemin = tmp_path / "votes.csv"
    assert [i.code for i in lire_votes(chemin).issues] == ["FICHIER"]
    chemin.write_text(TEXTE, encoding="utf-8")
    lecture = lire_votes(chemin)
    assert lecture.table is not None
    assert lecture.table.source == "votes.csv"
