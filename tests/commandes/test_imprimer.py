"""``scicvote imprimer``: every paper by its word, what each asks for, and refusals in one line."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from odfdo import Document
from pypdf import PdfReader

from scicvote.actes.papiers import GENRES, PV_A_SIGNER
from scicvote.cli import PAPIERS, main


@pytest.fixture(scope="module")
def fichier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    dossier = tmp_path_factory.mktemp("demo")
    assert main(["demo", str(dossier), "--horloge", "2026-06-12T14:00"]) == 0
    return dossier / "cliss-xxi.scic"


def texte(chemin: Path) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(chemin.read_bytes())).pages)


def odt(chemin: Path) -> str:
    return " ".join(Document(BytesIO(chemin.read_bytes())).get_formatted_text().split())


def test_la_commande_connait_tous_les_papiers() -> None:
    assert set(PAPIERS) == set(GENRES) - {PV_A_SIGNER}


@pytest.mark.parametrize("papier", GENRES)
def test_chaque_papier_dit_a_quoi_il_sert(papier: str) -> None:
    genre = GENRES[papier]
    assert genre.libelle[:1].isupper()
    assert genre.but.endswith(".")
    assert genre.but.count(".") == 1
    assert "  " not in genre.but
    assert set(genre.formats) <= {"pdf", "odt"}
    assert genre.formats


OPTIONS = {
    "attestation-parts": ("--associe", "3", "--jour", "2026-05-01"),
    "bulletin-souscription": ("--associe", "3"),
    "extrait": ("--resolutions", "1", "3", "--jour", "2026-06-20"),
}
DITS = {
    "convocations": "Nous vous invitons à",
    "pouvoirs": "donne pouvoir à",
    "attestation-parts": "arrêté au 1er mai 2026",
    "bulletin-souscription": "Tom Verveine",
    "extrait": "certifié conforme",
    "registre": "Registre, page 1",
    "dossier-complet": "Dossier, page 1",
    "formulaires-vote": "vote par correspondance à l’assemblée",
    "modele-convocation": "{destinataire}",
    "bulletins": "cochez deux noms au plus",
    "feuille-depouillement": "Bulletins trouvés dans l’urne",
    "suites": "Déposer au greffe",
    "societariat": "Évolution du sociétariat",
}


@pytest.mark.parametrize("papier", PAPIERS)
def test_chaque_papier_s_imprime(fichier: Path, tmp_path: Path, papier: str) -> None:
    seul_odt = GENRES[papier].formats == ("odt",)
    sortie = tmp_path / f"papier{'.odt' if seul_odt else '.pdf'}"
    mots = ["imprimer", str(fichier), "--ag", "3", papier, str(sortie), *OPTIONS.get(papier, ())]
    assert main(mots) == 0
    assert DITS.get(papier, "Cliss XXI") in (odt(sortie) if seul_odt else texte(sortie))


def test_un_extrait_ne_porte_que_ce_qui_est_demande(fichier: Path, tmp_path: Path) -> None:
    sortie = tmp_path / "extrait.pdf"
    assert main(["imprimer", str(fichier), "--ag", "3", "extrait", str(sortie), *OPTIONS["extrait"]]) == 0
    lu = texte(sortie)
    assert "Première résolution : " in lu
    assert "Troisième résolution : " in lu
    assert "Deuxième résolution" not in lu
    assert "le 20 juin 2026" in lu


@pytest.mark.parametrize(
    ("ag", "papier", "options", "code"),
    [
        ("3", "attestation-parts", (), "ASSOCIE"),
        ("3", "attestation-parts", ("--associe", "999"), "ASSOCIE"),
        ("3", "bulletin-souscription", ("--associe", "999"), "ASSOCIE"),
        ("3", "extrait", ("--resolutions", "99"), "RESOLUTION"),
        ("3", "extrait", ("--gerant", "2"), "GERANT"),
        ("3", "extrait", ("--jour", "20/06/2026"), "DATE"),
        ("3", "extrait", ("--jour", "2026-06-14"), "DATE"),
        ("3", "extrait", ("--jour", "2028-06-14"), "GERANT"),
        ("1", "bulletins", (), "SANS_SCRUTIN_SECRET"),
        ("1", "feuille-depouillement", ("--resolutions", "7"), "RESOLUTION"),
        ("3", "convocations", ("--associe", "999"), "ASSOCIE"),
        ("3", "pouvoirs", ("--associe", "999"), "ASSOCIE"),
        ("9", "registre", (), "ASSEMBLEE"),
        ("9", "extrait", (), "ASSEMBLEE"),
        ("3", "registre", ("--a-signer",), "PAPIER"),
    ],
)
def test_ce_qui_manque_est_dit(
    fichier: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], ag: str, papier: str, options: tuple[str, ...], code: str
) -> None:  # fmt: skip
    sortie = tmp_path / "papier.pdf"
    assert main(["imprimer", str(fichier), "--ag", ag, papier, str(sortie), *options]) == 2
    lus = capsys.readouterr()
    assert lus.out == ""
    assert [ligne.split()[0] for ligne in lus.err.splitlines()] == [code]
    assert not sortie.exists()


def test_une_seule_lettre_a_la_date_demandee(fichier: Path, tmp_path: Path) -> None:
    sortie = tmp_path / "lettre.pdf"
    mots = [
        "imprimer",
        str(fichier),
        "--ag",
        "3",
        "convocations",
        str(sortie),
        "--associe",
        "3",
        "--jour",
        "2026-05-20",
    ]
    assert main(mots) == 0
    lu = texte(sortie)
    assert "Page 1 sur" in lu
    assert lu.count("Nous vous invitons") == 1
    assert "Fictiville, le 20 mai 2026" in lu


def test_chaque_lettre_a_ses_pages(fichier: Path, tmp_path: Path) -> None:
    sortie = tmp_path / "lettres.pdf"
    assert main(["imprimer", str(fichier), "--ag", "3", "convocations", str(sortie)]) == 0
    lu = texte(sortie)
    assert lu.count("Nous vous invitons") == lu.count("Page 1 sur") == 40


@pytest.mark.parametrize(("nom", "options"), [("pv.odt", ()), ("pv.ODT", ()), ("pv", ("--format", "odt"))])
def test_l_odt_se_demande_ou_se_lit_dans_le_nom(
    fichier: Path, tmp_path: Path, nom: str, options: tuple[str, ...]
) -> None:
    sortie_odt = tmp_path / nom
    assert main(["imprimer", str(fichier), "--ag", "3", "proces-verbal", str(sortie_odt), *options]) == 0
    assert "Approbation des comptes" in odt(sortie_odt)


def test_le_format_demande_l_emporte_sur_le_nom(fichier: Path, tmp_path: Path) -> None:
    sortie = tmp_path / "pv.odt"
    assert main(["imprimer", str(fichier), "--ag", "3", "proces-verbal", str(sortie), "--format", "pdf"]) == 0
    assert sortie.read_bytes().startswith(b"%PDF")


def test_une_reliure_n_est_pas_un_odt(fichier: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sortie = tmp_path / "registre.odt"
    assert main(["imprimer", str(fichier), "--ag", "3", "registre", str(sortie)]) == 2
    assert capsys.readouterr().err.startswith("FORMAT format: ")
    assert not sortie.exists()


# --- letters from an editable model


@pytest.fixture
def modele(fichier: Path, tmp_path: Path) -> Path:
    chemin = tmp_path / "modele.odt"
    assert main(["imprimer", str(fichier), "--ag", "3", "modele-convocation", str(chemin)]) == 0
    return chemin


def test_un_modele_se_remplit_pour_chaque_associe(fichier: Path, modele: Path, tmp_path: Path) -> None:
    sortie = tmp_path / "lettres"
    mots = ["imprimer", str(fichier), "--ag", "3", "convocations", str(sortie), "--modele", str(modele)]
    assert main(mots) == 0
    lu = odt(sortie)
    assert "{" not in lu
    assert "Mme Inès Marjolaine" in lu
    assert lu.count("Approbation des comptes et du rapport de gestion") == 2 * 40
    assert main([*mots, "--associe", "1"]) == 0
    assert odt(sortie).count("Approbation des comptes et du rapport de gestion") == 2


def test_sans_suffixe_le_modele_est_un_odt(fichier: Path, tmp_path: Path) -> None:
    assert main(["imprimer", str(fichier), "--ag", "3", "modele-convocation", str(tmp_path / "modele")]) == 0
    assert "{lieu}" in odt(tmp_path / "modele")


@pytest.mark.parametrize(
    ("papier", "sortie", "options", "code"),
    [
        ("modele-convocation", "m.pdf", (), "FORMAT"),
        ("pouvoirs", "s.odt", ("--modele", "MODELE"), "USAGE"),
        ("convocations", "s.odt", ("--modele", "MODELE", "--format", "pdf"), "FORMAT"),
        ("convocations", "s.odt", ("--modele", "absent.odt"), "FICHIER"),
        ("convocations", "s.odt", ("--modele", "CLISS"), "MODELE"),
    ],
)
def test_un_modele_qui_ne_va_pas_est_refuse(
    fichier: Path, modele: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str],
    papier: str, sortie: str, options: tuple[str, ...], code: str,
) -> None:  # fmt: skip
    chemins = {"MODELE": str(modele), "CLISS": str(fichier)}
    capsys.readouterr()
    mots = [
        "imprimer",
        str(fichier),
        "--ag",
        "3",
        papier,
        str(tmp_path / sortie),
        *(chemins.get(o, o) for o in options),
    ]
    assert main(mots) == 2
    lus = capsys.readouterr()
    assert (lus.out, lus.err.split()[0]) == ("", code)
    assert not (tmp_path / sortie).exists()


def test_les_lettres_d_un_modele_ne_s_ecrivent_pas_en_pdf(
    fichier: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sortie = tmp_path / "lettres.pdf"
    mots = [
        "imprimer",
        str(fichier),
        "--ag",
        "3",
        "convocations",
        str(sortie),
        "--modele",
        str(tmp_path / "modele.odt"),
    ]
    assert main(mots) == 2
    assert capsys.readouterr().err.startswith("FORMAT ")
    assert not sortie.exists()
