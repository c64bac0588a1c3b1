"""The register of minutes and the whole file of an assembly: what they hold, in which order, on which pages."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from scicvote.actes import proces_verbal, seance
from scicvote.actes.papiers import imprimer
from scicvote.actes.papiers_registres import RELIURES
from scicvote.actes.reliures import relier
from tests.outils.cooperative import JOUR
from tests.outils.histoire import Histoire

AG, COLLEGE, EXTRAORDINAIRE = 3, 2, 1
A = Callable[[str], Histoire]
QUAND = datetime(2026, 7, 1, 9)


def lire(octets: bytes) -> PdfReader:
    return PdfReader(BytesIO(octets))


def pages(octets: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in lire(octets).pages]


def relie(histoire: Histoire, genre: str, ag: int = AG) -> bytes:
    octets, issues = relier(histoire.depot, ag, genre, QUAND)
    assert octets is not None, issues
    return octets


def signets(octets: bytes) -> dict[str, int]:
    lu = lire(octets)
    trouves: list[Any] = list(lu.outline)
    return {signet.title: int(lu.get_destination_page_number(signet) or 0) for signet in trouves}


def test_le_registre_est_fait_des_pages_memes_des_proces_verbaux(a: A) -> None:
    histoire = a("finie")
    signe, _ = imprimer(histoire.depot, AG, "proces-verbal", QUAND)
    assert signe is not None
    octets = relie(histoire, "registre")
    ou = signets(octets)
    assert list(ou) == [
        "Page de garde",
        "Procès-verbal n°\u00a01, AG ordinaire du 12\u00a0juin\u00a02026",
        "Procès-verbal rectificatif n°\u00a02, AG ordinaire du 12\u00a0juin\u00a02026",
    ]
    toutes = pages(octets)
    debut = list(ou.values())[1]
    for rang, attendue in enumerate(pages(signe)):
        bande = f"Registre spécial des procès-verbaux · Cliss XXI Registre, page {rang + 1} Paraphe"
        assert bande in toutes[debut + rang]
        assert " ".join(toutes[debut + rang].replace(bande, "").split()) == attendue
    assert "PROJET" in toutes[-1]  # the rectifying minutes are not signed
    assert "Paraphe" not in toutes[0]
    assert "Page de garde, hors de la numérotation" in toutes[0]


def test_le_registre_suit_celui_de_papier(a: A) -> None:
    histoire = a("close")
    histoire.faire(proces_verbal.reprendre_registre(histoire.depot, "", 20, 143, date(2025, 12, 31)))
    histoire.faire(proces_verbal.dresser(histoire.depot, AG, JOUR))
    toutes = pages(relie(histoire, "registre"))
    assert "Registre, page 143" in toutes[1]
    assert f"Registre, page {142 + len(toutes) - 1}" in toutes[-1]
    assert f"pages 143 à {142 + len(toutes) - 1}" in toutes[0]


def test_le_registre_d_un_college_est_le_sien(a: A) -> None:
    octets = relie(a("finie"), "registre", COLLEGE)
    assert list(signets(octets))[1].startswith("Procès-verbal n°\u00a01, Assemblée du collège PP")
    assert "Registre des décisions du collège PP" in pages(octets)[1]


def test_un_registre_vide_a_sa_page_de_garde(a: A) -> None:
    toutes = pages(relie(a("preparee"), "registre"))
    assert len(toutes) == 1
    assert "Aucun procès-verbal" in toutes[0]


def test_le_dossier_complet_suit_l_ordre_de_l_assemblee(a: A) -> None:
    octets = relie(a("finie"), "dossier-complet")
    noms = list(signets(octets))
    attendus = [
        "Texte de la convocation",
        "Liste arrêtée des associés",
        "Feuille de présence",
        "Pouvoirs",
        "Résultats des votes",
    ]
    assert [nom for nom in noms if nom in attendus] == attendus
    assert [nom.split(",")[0] for nom in noms[-2:]] == [
        "Procès-verbal n°\u00a01",
        "Procès-verbal rectificatif n°\u00a02",
    ]
    for rang, page in enumerate(pages(octets), 1):
        assert f"Dossier, page {rang} " in f"{page} "
    assert sum("Page 1 sur" in page for page in pages(octets)) == len(noms)  # each paper keeps its own numbering


def test_un_dossier_sans_pouvoir_ni_proces_verbal(a: A) -> None:
    octets = relie(a("finie"), "dossier-complet", EXTRAORDINAIRE)
    noms = list(signets(octets))
    assert "Pouvoirs" not in noms
    assert noms[-1] == "Procès-verbal (projet)"
    assert "PROJET" in pages(octets)[-1]


@pytest.mark.parametrize("genre", RELIURES)
def test_memes_valeurs_memes_octets(a: A, genre: str) -> None:
    histoire = a("finie")
    assert relie(histoire, genre) == relie(histoire, genre)


@pytest.mark.parametrize("genre", RELIURES)
def test_un_proces_verbal_change_ne_se_relie_pas(a: A, genre: str) -> None:
    histoire = a("finie")
    with closing(sqlite3.connect(Path(histoire.depot.nom))) as brut:
        brut.execute("DELETE FROM contenu WHERE length(octets) > 500")
        brut.commit()
    octets, issues = relier(histoire.depot, AG, genre, QUAND)
    assert octets is None
    assert [issue.code for issue in issues] == ["PIECE_ABSENTE"]


def test_ce_que_les_polices_n_ont_pas_est_dit(a: A) -> None:
    histoire = a("preparee")
    histoire.faire(seance.inviter(histoire.depot, AG, "Mme 林", "experte fictive"))
    octets, issues = relier(histoire.depot, AG, "dossier-complet", QUAND)
    assert octets is not None
    (issue,) = issues
    assert (issue.code, issue.bloquante) == ("CARACTERE", False)
    assert "U+6797" in issue.phrase


def test_une_reliure_refusee(a: A) -> None:
    histoire = a("peuplee")
    octets, issues = relier(histoire.depot, 99, "registre", QUAND)
    assert octets is None
    assert [issue.code for issue in issues] == ["ASSEMBLEE"]
    with pytest.raises(ValueError, match="carton"):
        relier(a("finie").depot, AG, "carton", QUAND)


def test_une_assemblee_en_cours_a_son_dossier(a: A) -> None:
    histoire = a("ouverte")
    histoire.faire(seance.inviter(histoire.depot, AG, "Nina Neuve", ""))
    assert "PROVISOIRE" in " ".join(pages(relie(histoire, "dossier-complet")))
