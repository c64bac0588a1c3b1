"""Signed minutes are kept as they printed: the same bytes ever after, and a difference is named."""

from __future__ import annotations

import hashlib
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from scicvote.actes import cooperative, proces_verbal, registre
from scicvote.actes.archive import archiver, verifier_archive
from scicvote.actes.papiers import composer, imprimer
from scicvote.actes.verification import verifier
from scicvote.core.faits import PieceConservee, RepriseRegistre
from tests.outils.cooperative import JOUR, fiche
from tests.outils.histoire import LOGO, Histoire

AG = 3
A = Callable[[str], Histoire]
PLUS_TARD = datetime(2031, 1, 1, 8)


def texte(octets: bytes) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(octets)).pages)


def pdf(
    histoire: Histoire, genre: str = "proces-verbal", numero: int | None = None, quand: datetime = PLUS_TARD
) -> bytes:
    octets, issues = imprimer(histoire.depot, AG, genre, quand, numero)
    assert octets is not None, issues
    return octets


def test_signer_garde_le_pdf_et_son_empreinte(a: A) -> None:
    histoire = a("close")
    d = histoire.depot
    histoire.faire(proces_verbal.dresser(d, AG, JOUR))
    a_signer = pdf(histoire, "proces-verbal-a-signer")
    acte = proces_verbal.signer(d, AG, 1, JOUR, ("Ada Fictive",))
    (piece,) = (f for f in acte.faits if isinstance(f, PieceConservee))
    octets = d.contenu(piece.empreinte)
    assert octets is not None
    assert (piece.nom, piece.taille) == ("proces-verbal-1.pdf", len(octets))
    assert piece.empreinte == hashlib.sha256(octets).hexdigest()
    signe = "Signé le 12 juin 2026 par Ada Fictive. "
    assert signe in texte(octets)
    assert texte(octets).replace(signe, "") == texte(a_signer)  # what was signed on paper, and that it was
    assert "PROJET" not in texte(octets)


def test_il_revient_octet_pour_octet_quoi_qu_il_arrive_ensuite(a: A) -> None:
    histoire = a("finie")
    d = histoire.depot
    avant = pdf(histoire)
    histoire.faire(registre.modifier_fiche(d, replace(fiche(2, "Bob", "Autrement"), effet=date(2020, 1, 1))))
    histoire.faire(cooperative.identifier(d, date(2020, 1, 1), "ailleurs", "RCS autre", "10000"))
    histoire.faire(cooperative.composer_entete(d, date(2020, 1, 1), "", "", "", b""))
    assert pdf(histoire) == pdf(histoire, "proces-verbal-a-signer") == avant
    assert "Autrement" not in texte(avant)
    assert verifier(d).issues == ()


def test_un_rectificatif_a_sa_propre_piece(a: A) -> None:
    histoire = a("finie")
    d = histoire.depot
    assert d.dossier.piece("", 2) is None
    assert "PROJET" in texte(pdf(histoire, numero=2))
    histoire.faire(proces_verbal.signer(d, AG, 2, date(2026, 6, 18), ("Ada Fictive",)))
    assert "rectifie le procès-verbal n° 1" in texte(pdf(histoire, numero=2))
    assert pdf(histoire, numero=2) != pdf(histoire)
    assert pdf(histoire, numero=1) == pdf(histoire)


def test_un_refus_ne_garde_rien(a: A) -> None:
    histoire = a("close")
    histoire.faire(proces_verbal.dresser(histoire.depot, AG, JOUR))
    avant = histoire.depot.contenus()
    assert not proces_verbal.signer(histoire.depot, AG, 1, JOUR, ()).accepte
    assert histoire.depot.contenus() == avant


def alterer(histoire: Histoire, ordre: str) -> None:
    with closing(sqlite3.connect(Path(histoire.depot.nom))) as brut:
        assert brut.execute(ordre).rowcount
        brut.commit()


@pytest.mark.parametrize(
    ("ordre", "codes"),
    [
        ("UPDATE contenu SET octets = octets || x'00' WHERE length(octets) > 500", {"PIECE_CHANGEE"}),
        ("DELETE FROM contenu WHERE length(octets) > 500", {"PIECE_ABSENTE"}),
        ("UPDATE contenu SET octets = x'00' WHERE length(octets) < 500", {"PIECE_CHANGEE"}),
        ("INSERT INTO contenu VALUES ('abcdef0123456789', x'00')", {"CONTENU_INCONNU"}),
        ("DELETE FROM piece_conservee", {"LIGNES", "CONTENU_INCONNU"}),
    ],
)
def test_la_verification_nomme_ce_qui_differe(a: A, ordre: str, codes: set[str]) -> None:
    histoire = a("finie")
    alterer(histoire, ordre)
    histoire.depot.recharger()
    assert {issue.code for issue in verifier(histoire.depot).issues} == codes


def test_un_pdf_change_ne_s_imprime_plus_pour_ce_qu_il_n_est_pas(a: A) -> None:
    histoire = a("finie")
    alterer(histoire, "UPDATE contenu SET octets = x'00' WHERE length(octets) > 500")
    octets, (issue,) = imprimer(histoire.depot, AG, "proces-verbal", PLUS_TARD)
    assert octets is None
    assert issue.code == "PIECE_CHANGEE"
    assert "procès-verbal n°\u00a01" in issue.phrase


def test_un_college_se_nomme(a: A) -> None:
    histoire = a("finie")
    alterer(
        histoire, "DELETE FROM contenu WHERE empreinte = (SELECT empreinte FROM piece_conservee WHERE registre = 'PP')"
    )
    (issue,) = verifier(histoire.depot).issues
    assert "n°\u00a01 du collège PP" in issue.phrase


# --- the letterhead


def test_l_entete_porte_le_logo_et_de_quoi_ecrire(a: A) -> None:
    histoire = a("preparee")
    d = histoire.depot
    octets = pdf(histoire, "feuille-presence")
    assert len(PdfReader(BytesIO(octets)).pages[0].images) == 1
    assert "Adresse postale : BP 1, Nulle-Part · Tél. 00 00 · ecrire@exemple.fr" in texte(octets)
    histoire.faire(cooperative.composer_entete(d, JOUR, "", "11 11", ""))  # the logo stays
    octets = pdf(histoire, "feuille-presence")
    assert len(PdfReader(BytesIO(octets)).pages[0].images) == 1
    assert "Tél. 11 11" in texte(octets)
    assert "Adresse postale" not in texte(octets)
    histoire.faire(cooperative.composer_entete(d, JOUR, "", "", "", b""))
    octets = pdf(histoire, "feuille-presence")
    assert len(PdfReader(BytesIO(octets)).pages[0].images) == 0
    histoire.faire(cooperative.composer_entete(d, JOUR, "", "", "", LOGO))  # the same bytes are kept once
    assert len(d.contenus()) == 2
    assert verifier(d).issues == ()


@pytest.mark.parametrize(
    ("logo", "code"), [(b"GIF89a", "LOGO"), (b"x" * 1_000_001, "TAILLE")], ids=["autre-format", "trop-lourd"]
)
def test_un_logo_refuse(a: A, logo: bytes, code: str) -> None:
    histoire = a("peuplee")
    acte = cooperative.composer_entete(histoire.depot, JOUR, "", "", "", logo)
    assert [issue.code for issue in acte.refus] == [code]
    assert len(histoire.depot.contenus()) == 1


def test_un_courriel_douteux_est_dit(a: A) -> None:
    acte = cooperative.composer_entete(a("peuplee").depot, JOUR, "", "", "exemple.fr@")
    assert acte.accepte
    assert [issue.code for issue in acte.avertissements] == ["COURRIEL"]


def test_les_capitaux_propres_sont_un_montant(a: A) -> None:
    d = a("peuplee").depot
    assert [i.code for i in cooperative.noter_capitaux_propres(d, 2025, "5 200").refus] == ["MONTANT"]
    assert cooperative.noter_capitaux_propres(d, 2025, "-350.50").accepte
    assert d.dossier.capitaux_propres is not None
    assert d.dossier.capitaux_propres.montant == "-350.50"


# --- a register taken over from paper


def test_un_registre_repris_continue_ses_numeros(a: A) -> None:
    histoire = a("close")
    d = histoire.depot
    histoire.faire(proces_verbal.reprendre_registre(d, "", 20, 143, date(2026, 1, 1)))
    histoire.faire(proces_verbal.reprendre_registre(d, "", 21, 145, date(2026, 2, 1)))  # the last word
    assert d.dossier.reprise("") == RepriseRegistre("", 21, 145, date(2026, 2, 1))
    histoire.faire(proces_verbal.dresser(d, AG, JOUR))
    assert [pv.numero for pv in d.dossier.proces_verbaux("")] == [21]
    assert d.dossier.prochain_proces_verbal("") == 22
    assert d.dossier.prochain_proces_verbal("SB") == 8  # the college's own register
    assert d.dossier.prochain_proces_verbal("PM") == 1


@pytest.mark.parametrize(
    ("registre_", "numero", "page", "codes"),
    [
        ("", 0, 1, ["REPRISE"]),
        ("", 1, 0, ["REPRISE"]),
        ("XX", 1, 1, ["COLLEGE_INCONNU"]),
        ("PP", 5, 5, ["REGISTRE_COMMENCE"]),
    ],
)
def test_une_reprise_refusee(a: A, registre_: str, numero: int, page: int, codes: list[str]) -> None:
    acte = proces_verbal.reprendre_registre(a("close").depot, registre_, numero, page, JOUR)
    assert [issue.code for issue in acte.refus] == codes


# --- what leaves with the archive


def membres(octets: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(octets)) as archive:
        return {nom: archive.read(nom) for nom in archive.namelist()}


def test_l_archive_emporte_les_proces_verbaux_signes(a: A, tmp_path: Path) -> None:
    histoire = a("finie")
    octets, issues = archiver(histoire.depot, AG)
    assert octets is not None, issues
    assert membres(octets)["papiers/proces-verbal-1.pdf"] == pdf(histoire)
    assert "papiers/proces-verbal-2.pdf" not in membres(octets)  # not signed
    chemin = tmp_path / "archive.zip"
    chemin.write_bytes(octets)
    verification, _ = verifier_archive(chemin)
    assert verification is not None
    assert verification.issues == ()
    alterer(histoire, "DELETE FROM contenu WHERE length(octets) > 500")
    rien, issues = archiver(histoire.depot, AG)
    assert rien is None
    assert [issue.code for issue in issues] == ["PIECE_ABSENTE"]


def test_une_demande_incomplete_est_une_faute_de_programme(a: A) -> None:
    histoire = a("close")
    for genre in ("attestation-parts", "extrait"):
        with pytest.raises(LookupError):
            composer(histoire.depot, AG, genre)
