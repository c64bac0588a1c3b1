"""The command line: exit codes, one line per fault, French sentences, never a traceback."""

from __future__ import annotations

import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from argparse import Namespace
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest

from scicvote.actes.cooperative import ouvrir
from scicvote.actes.correction import annuler
from scicvote.cli import main
from scicvote.commandes import papiers as commandes_papiers

FAUTE = re.compile(r"[A-Z][A-Z_0-9]* \S.*?: \S.*")
Lancer = Callable[..., SimpleNamespace]


@pytest.fixture
def lancer(capsys: pytest.CaptureFixture[str]) -> Lancer:
    """Run a command in this process: exit code, standard output, standard error."""

    def executer(*mots: object) -> SimpleNamespace:
        code = main([str(mot) for mot in mots])
        sortie = capsys.readouterr()
        return SimpleNamespace(code=code, out=sortie.out, err=sortie.err)

    return executer


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration, made once."""
    dossier = tmp_path_factory.mktemp("demo")
    assert main(["demo", str(dossier), "--horloge", "2026-06-12T14:00"]) == 0
    return dossier


def refuse(resultat: SimpleNamespace) -> list[str]:
    """A refusal as the contract wants it: exit 2, nothing on standard output, one well-formed line per fault."""
    assert resultat.code == 2
    assert resultat.out == ""
    lignes = resultat.err.splitlines()
    assert lignes
    assert all(FAUTE.fullmatch(ligne) for ligne in lignes), lignes
    assert "Traceback" not in resultat.err
    return lignes


# --- bad input to every command

COMMANDES_A_FICHIER = [
    ("calculer", "X"),
    ("statuts", "verifier", "X"),
    ("verifier", "X"),
    ("suites", "X", "--ag", "1"),
    ("importer", "X", "X"),
    ("exporter", "X", "registre", "s.csv"),
    ("exporter", "X", "resultats", "--ag", "1", "s.json"),
    ("exporter", "X", "archive", "--ag", "1", "s.zip"),
    ("imprimer", "X", "--ag", "1", "feuille-presence", "s.pdf"),
    ("imprimer", "X", "--ag", "1", "proces-verbal", "s.pdf"),
    ("demander-ag", "X", "--de", "1"),
    ("remboursements", "X"),
    ("sauvegarder", "X", "s.scic"),
    ("restaurer", "X", "s.scic"),
]
CONTENUS = {
    "vide": b"",
    "octets": bytes(range(256)) * 40,
    "texte": "rien à lire ici".encode(),
    "sqlite": b"SQLite format 3\x00" + bytes(84),
    "tronque": b"SQLite format 3\x00",
    "zip": b"PK\x03\x04" + bytes(40),
    "nul": b"\x00" * 200,
}


@pytest.mark.parametrize("contenu", sorted(CONTENUS))
@pytest.mark.parametrize("mots", COMMANDES_A_FICHIER, ids=" ".join)
def test_bad_files(mots: tuple[str, ...], contenu: str, lancer: Lancer, tmp_path: Path) -> None:
    mauvais = tmp_path / "mauvais"
    mauvais.write_bytes(CONTENUS[contenu])
    sortie = tmp_path / "s"
    arguments = [str(mauvais) if m == "X" else str(sortie) + m[1:] if m.startswith("s.") else m for m in mots]
    refuse(lancer(*arguments))
    assert [chemin.name for chemin in tmp_path.iterdir()] == ["mauvais"]


@pytest.mark.parametrize("mots", COMMANDES_A_FICHIER, ids=" ".join)
@pytest.mark.parametrize("quoi", ["absent", "dossier", "nom\x00nul"])
def test_missing_files_and_folders(mots: tuple[str, ...], quoi: str, lancer: Lancer, tmp_path: Path) -> None:
    (tmp_path / "dossier").mkdir()
    arguments = [str(tmp_path / quoi) if m == "X" else str(tmp_path / m) if m.startswith("s.") else m for m in mots]
    refuse(lancer(*arguments))


@pytest.mark.parametrize(
    "mots",
    [
        ("calculer",),
        ("calculer", "a", "b"),
        ("calculer", "a", "--xml"),
        ("statuts",),
        ("statuts", "lire", "a"),
        ("imprimer", "a", "--ag", "un", "feuille-presence", "b"),
        ("imprimer", "a", "--ag", "1", "affiche", "b"),
        ("imprimer", "a", "feuille-presence", "b"),
        ("exporter", "a", "tout", "b"),
        ("nouveau", "a"),
        ("inconnue", "a"),
        ("-x",),
        ("exporter",),
    ],
    ids=" ".join,
)
def test_bad_usage_in_french(mots: tuple[str, ...], lancer: Lancer) -> None:
    lignes = refuse(lancer(*mots))
    assert lignes[0].startswith("USAGE .: ")
    anglais = ("required", "invalid", "unrecognized", "expected", "choose", "argument ")
    assert not [mot for mot in anglais if mot in lignes[0]]


def test_help_in_french(lancer: Lancer) -> None:
    aide = lancer("--help")
    assert aide.code == 0
    assert not [mot for mot in ("show this", "usage: ", "positional", "optional", "exit") if mot in aide.out]


# --- calculer

CALCUL = {
    "format": "scicvote-calcul/1",
    "statuts": "cliss-xxi",
    "assemblee": {"nature": "ordinaire", "date": "2026-06-12", "consultation": 1, "vote_par_college": True},
    "corps": {
        "SB": {"inscrits": 7, "presents": 7},
        "PP": {"inscrits": 7, "presents": 7},
        "PM": {"inscrits": 4, "presents": 4},
    },
    "resolutions": [
        {
            "numero": 1,
            "regle": "ordinaire",
            "suffrages": {
                "SB": {"pour": 5, "contre": 2},
                "PP": {"pour": 4, "contre": 3},
                "PM": {"pour": 2, "contre": 2},
            },
        }
    ],
}


def test_calculer_json(lancer: Lancer, tmp_path: Path) -> None:
    fichier = tmp_path / "calcul.json"
    fichier.write_text(json.dumps(CALCUL))
    resultat = lancer("calculer", fichier, "--json")
    assert (resultat.code, resultat.err) == (0, "")
    (resolution,) = json.loads(resultat.out)["resolutions"]
    assert (resolution["decision"], resolution["ratio"], resolution["pour"]) == ("adoptee", "17/28", "425/7")
    assert resolution["articles"] == ["statuts 22", "statuts 24-1", "C. com. L223-29"]


def test_calculer_text(lancer: Lancer, tmp_path: Path) -> None:
    fichier = tmp_path / "calcul.json"
    fichier.write_text(json.dumps(CALCUL))
    resultat = lancer("calculer", fichier)
    assert resultat.code == 0
    assert "ADOPTÉE" in resultat.out
    assert "60,71\u202f%" in resultat.out
    assert "C. com., art. L223-29" in resultat.out


def test_calculer_says_all_faults_at_once(lancer: Lancer, tmp_path: Path) -> None:
    fautif = json.loads(json.dumps(CALCUL))
    fautif["corps"]["SB"]["presents"] = 8
    fautif["corps"]["XX"] = {"inscrits": 1}
    fautif["resolutions"][0]["suffrages"]["PP"]["pour"] = 1.5
    fautif["resolutions"][0]["suffrages"]["PM"]["pour"] = -1
    fautif["resolutions"][0]["regle"] = "coutume"
    fautif["resolutions"][0]["couleur"] = "vert"
    fichier = tmp_path / "calcul.json"
    fichier.write_text(json.dumps(fautif))
    chemins = {ligne.split(" ", 1)[1].split(":", 1)[0] for ligne in refuse(lancer("calculer", fichier, "--json"))}
    assert chemins == {
        "corps.SB.presents",
        "corps.XX",
        "resolutions[0].suffrages.PP.pour",
        "resolutions[0].suffrages.PM.pour",
        "resolutions[0].regle",
        "resolutions[0].couleur",
    }


def test_statuts_verifier(lancer: Lancer) -> None:
    for profil in sorted(Path("resources/statuts").glob("*.toml")):
        resultat = lancer("statuts", "verifier", profil)
        assert resultat.code == 0
        assert "conformes" in resultat.out


# --- the demonstration and what can be done with it


def test_demo_makes_its_file_and_papers(demo: Path) -> None:
    noms = {chemin.name for chemin in demo.iterdir()}
    toujours = ("convocations", "pouvoirs", "feuille-presence", "resultats", "proces-verbal")
    papiers = {f"{p}-ag{n}.pdf" for n in range(1, 6) for p in toujours}
    secrets = {"bulletins-ag3.pdf", "feuille-depouillement-ag3.pdf"}  # the managers are elected there
    a_venir = {f"{p}-ag6.pdf" for p in ("convocations", "pouvoirs", "feuille-presence")}
    assert noms == {"cliss-xxi.scic", *papiers, *secrets, *a_venir}


def test_demo_leaves_an_assembly_to_hold(demo: Path, tmp_path: Path, lancer: Lancer) -> None:
    """Its notices have left and nothing is voted: a college can be handed over, one that votes by college alone."""
    fichier = Path(shutil.copy(demo / "cliss-xxi.scic", tmp_path / "demo.scic"))
    fait = lancer("college", "exporter", fichier, "--ag", 6, "--college", "PM", tmp_path / "pm.scicollege")
    assert fait.code == 0
    assert (tmp_path / "pm.scicollege").stat().st_size > 0


def test_demo_twice_gives_the_same_bytes(demo: Path, tmp_path: Path, lancer: Lancer) -> None:
    assert lancer("demo", tmp_path / "autre", "--horloge", "2026-06-12T14:00").code == 0
    for fichier in demo.iterdir():
        assert fichier.read_bytes() == (tmp_path / "autre" / fichier.name).read_bytes(), fichier.name


def test_demo_tells_what_it_made(tmp_path: Path, lancer: Lancer) -> None:
    dit = lancer("demo", tmp_path)
    assert dit.code == 0
    assert "80\u00a0parts sur 454, soit 17,62\u202f% du capital" in dit.out
    assert "Constitution des collèges\u00a0: adoptée" in dit.out
    assert "Location d’un second local\u00a0: rejetée" in dit.out
    assert "Location d’un second local\u00a0: adoptée" in dit.out
    assert "rien ne diffère" in dit.out


def test_demo_again_in_the_same_folder(tmp_path: Path, lancer: Lancer) -> None:
    assert lancer("demo", tmp_path).code == 0
    assert lancer("demo", tmp_path).code == 0
    with closing(sqlite3.connect(tmp_path / "cliss-xxi.scic")) as base, base:
        base.execute("UPDATE journal SET resume = 'à moi' WHERE numero = 3")
    refuse(lancer("demo", tmp_path))


@pytest.mark.parametrize("heure", ["demain", "2026-02-30T10:00", ""])
def test_demo_refuses_an_impossible_clock(heure: str, tmp_path: Path, lancer: Lancer) -> None:
    refuse(lancer("demo", tmp_path / "d", "--horloge", heure))
    assert not (tmp_path / "d").exists()


def test_verifier(demo: Path, lancer: Lancer) -> None:
    resultat = lancer("verifier", demo / "cliss-xxi.scic")
    assert resultat.code == 0
    assert "rien ne diffère" in resultat.out


@pytest.mark.parametrize(
    "changement",
    [
        "UPDATE compte SET pour = pour + 1 WHERE rowid = 5",
        "UPDATE proclamation SET decision = 'rejetee' WHERE rowid = 1",
        "UPDATE corps_scrutin SET inscrits = inscrits + 1 WHERE rowid = 1",
        "UPDATE fiche SET nom = 'Intrus' WHERE rowid = 2",
        "DELETE FROM presence WHERE rowid = 4",
        "UPDATE journal SET resume = 'autre' WHERE numero = 10",
        "UPDATE journal SET horodatage = '2020-01-01 00:00:00.000000' WHERE numero = 10",
        "UPDATE mouvement SET parts = 1000 WHERE rowid = 7",
        "UPDATE fiche SET effet = 'jamais' WHERE rowid = 2",
    ],
)
def test_verifier_names_what_was_changed(changement: str, demo: Path, tmp_path: Path, lancer: Lancer) -> None:
    copie = tmp_path / "copie.scic"
    copie.write_bytes((demo / "cliss-xxi.scic").read_bytes())
    with closing(sqlite3.connect(copie)) as base, base:
        assert base.execute(changement).rowcount == 1
    resultat = lancer("verifier", copie)
    assert resultat.code == 1
    assert all(FAUTE.fullmatch(ligne) for ligne in resultat.err.splitlines())


def test_archive_is_checked_whole(demo: Path, tmp_path: Path, lancer: Lancer) -> None:
    archive = tmp_path / "ago.zip"
    assert lancer("exporter", demo / "cliss-xxi.scic", "archive", "--ag", 3, archive).code == 0
    assert lancer("verifier", archive).code == 0
    octets = bytearray(archive.read_bytes())
    refusees = 0
    for place in range(0, len(octets), len(octets) // 60):
        octets[place] ^= 0x55
        archive.write_bytes(octets)
        refusees += lancer("verifier", archive).code in (1, 2)
        octets[place] ^= 0x55
    # What a zip does not protect (a date, a flag that nobody reads) may be changed without any effect on its content.
    assert refusees >= 50


def test_results_agree_with_the_archive_and_the_file(demo: Path, tmp_path: Path, lancer: Lancer) -> None:
    sortie = tmp_path / "r.json"
    assert lancer("exporter", demo / "cliss-xxi.scic", "resultats", "--ag", 3, sortie).code == 0
    decisions = {r["numero"]: r["decision"] for r in json.loads(sortie.read_text())["resolutions"]}
    assert decisions == {1: "adoptee", 2: "adoptee", 3: "adoptee", 4: "adoptee", 5: "adoptee", 6: "adoptee",
                         7: "adoptee", 8: "elus", 9: "adoptee", 10: "rejetee"}  # fmt: skip


@pytest.mark.parametrize("genre", ["csv", "xlsx", "ods"])
def test_register_out_and_in_again_changes_nothing(genre: str, demo: Path, tmp_path: Path, lancer: Lancer) -> None:
    sortie = tmp_path / f"registre.{genre}"
    assert lancer("exporter", demo / "cliss-xxi.scic", "registre", sortie).code == 0
    copie = tmp_path / "copie.scic"
    copie.write_bytes((demo / "cliss-xxi.scic").read_bytes())
    avant = copie.read_bytes()
    resultat = lancer("importer", copie, sortie)
    assert resultat.code == 0
    assert "41\u00a0associés inchangés" in resultat.out
    assert copie.read_bytes() == avant


def test_new_cooperative_import_save_restore(tmp_path: Path, lancer: Lancer) -> None:
    fichier = tmp_path / "n.scic"
    assert lancer("nouveau", fichier, "--statuts", "cliss-xxi").code == 0
    refuse(lancer("nouveau", fichier, "--statuts", "cliss-xxi"))
    registre = "resources/demonstration/registre.csv"
    essai = lancer("importer", fichier, registre, "--essai")
    assert (essai.code, "40\u00a0nouveaux associés" in essai.out) == (0, True)
    assert lancer("importer", fichier, registre).code == 0
    copie, retour = tmp_path / "s.scic", tmp_path / "r.scic"
    assert lancer("sauvegarder", fichier, copie).code == 0
    assert lancer("restaurer", copie, retour).code == 0
    refuse(lancer("restaurer", copie, retour))
    assert lancer("verifier", retour).code == 0


@pytest.mark.parametrize("ag", [0, 99, -1])
def test_unknown_assembly(ag: int, demo: Path, tmp_path: Path, lancer: Lancer) -> None:
    refuse(lancer("imprimer", demo / "cliss-xxi.scic", f"--ag={ag}", "proces-verbal", tmp_path / "s.pdf"))
    refuse(lancer("exporter", demo / "cliss-xxi.scic", "archive", f"--ag={ag}", tmp_path / "s.zip"))


def test_outputs_that_cannot_be_written(demo: Path, tmp_path: Path, lancer: Lancer) -> None:
    fichier = demo / "cliss-xxi.scic"
    refuse(lancer("imprimer", fichier, "--ag", 3, "proces-verbal", tmp_path / "pas" / "la.pdf"))
    refuse(lancer("exporter", fichier, "registre", tmp_path / "registre.txt"))
    refuse(lancer("exporter", fichier, "resultats", tmp_path / "r.json"))
    refuse(lancer("sauvegarder", fichier, tmp_path / "pas" / "s.scic"))


@pytest.mark.parametrize("nom", ["a\x00b", ""])
def test_names_that_no_file_can_have(nom: str, demo: Path, tmp_path: Path, lancer: Lancer) -> None:
    chemin = f"{tmp_path}/{nom}" if nom else nom
    refuse(lancer("nouveau", chemin, "--statuts", "cliss-xxi"))
    refuse(lancer("sauvegarder", demo / "cliss-xxi.scic", chemin))
    refuse(lancer("demo", chemin))
    assert list(tmp_path.iterdir()) == []


def test_why_a_file_cannot_be_written_is_said_in_french(demo: Path, tmp_path: Path, lancer: Lancer) -> None:
    fichier = demo / "cliss-xxi.scic"
    (dossier,) = refuse(lancer("imprimer", fichier, "--ag", 3, "proces-verbal", tmp_path))
    assert dossier.endswith("c’est un dossier.")
    (absent,) = refuse(lancer("imprimer", fichier, "--ag", 3, "proces-verbal", tmp_path / "pas" / "la.pdf"))
    assert absent.endswith("son dossier n’existe pas.")


def test_window_without_a_screen_is_a_sentence() -> None:
    env = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    fini = subprocess.run([sys.executable, "-m", "scicvote"], env=env, capture_output=True, text=True, check=False)
    assert fini.returncode == 2
    assert fini.stderr.startswith("ECRAN .: ")


def test_output_closed_early_is_no_fault(tmp_path: Path) -> None:
    fichier = tmp_path / "calcul.json"
    fichier.write_text(json.dumps(CALCUL))
    commande = f"{sys.executable} -m scicvote calculer {fichier} --json | true"
    fini = subprocess.run(["sh", "-c", commande], capture_output=True, text=True, check=False)
    assert "Traceback" not in fini.stderr


def test_minutes_to_sign_and_papers_that_cannot_be(demo: Path, tmp_path: Path, lancer: Lancer) -> None:
    sortie = tmp_path / "pv.pdf"
    assert lancer("imprimer", demo / "cliss-xxi.scic", "--ag", 3, "proces-verbal", sortie, "--a-signer").code == 0
    assert sortie.read_bytes().startswith(b"%PDF")
    refuse(lancer("imprimer", demo / "cliss-xxi.scic", "--ag", 3, "feuille-presence", sortie, "--a-signer"))


def test_nothing_of_a_signed_assembly_is_taken_back(demo: Path, tmp_path: Path) -> None:
    copie = tmp_path / "copie.scic"
    copie.write_bytes((demo / "cliss-xxi.scic").read_bytes())
    with ouvrir(copie) as depot:
        incident = next(e.numero for e in depot.entrees() if e.acte == "noter_incident")
        acte = annuler(depot, incident, "saisi par erreur")
        assert [issue.code for issue in acte.refus] == ["PV_SIGNE"]


def test_demo_keeps_its_files_when_nobody_reads_to_the_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """``scicvote demo DOSSIER | head``: the files are there before anything is said."""

    def rompu(_texte: str = "") -> None:
        raise BrokenPipeError

    monkeypatch.setattr(commandes_papiers, "dire", rompu)
    arguments = Namespace(dossier=str(tmp_path), horloge="2026-06-12T14:00")
    with pytest.raises(BrokenPipeError):
        commandes_papiers.demo(arguments)
    assert (tmp_path / "cliss-xxi.scic").exists()
    assert (tmp_path / "convocations-ag3.pdf").exists()
