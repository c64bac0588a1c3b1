"""The schema's history ends at the schema that the program uses; files of every version open for ever."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from scicvote.actes.cooperative import lire
from scicvote.actes.verification import verifier
from scicvote.store import base, migrations
from scicvote.store.base import VERSION
from scicvote.store.depot import Depot
from scicvote.store.refus import FichierRefuse
from scicvote.store.sauvegarde import avant_migration, copier
from scicvote.store.schema import METADATA
from tests.outils.resume import resumer

GARDES = Path(__file__).parent / "files"
FICHIERS = sorted(GARDES.glob("*.scic"))


def test_le_schema_des_migrations_est_celui_du_programme(tmp_path: Path) -> None:
    depot = Depot.creer(tmp_path / "neuf.scic", lire)
    with depot._moteur.connect() as connexion:
        contexte = MigrationContext.configure(connexion, opts={"compare_type": True, "compare_server_default": True})
        ecarts = [ecart for ecart in compare_metadata(contexte, METADATA) if "alembic_version" not in repr(ecart)]
        assert ecarts == []
        inspecteur = sa.inspect(connexion)
        for table in METADATA.sorted_tables:
            voulues = [colonne.name for colonne in table.primary_key.columns]
            assert inspecteur.get_pk_constraint(table.name)["constrained_columns"] == voulues
            vues = {(c["name"], c["nullable"]) for c in inspecteur.get_columns(table.name)}
            assert vues == {(c.name, c.nullable) for c in table.columns}


def test_une_revision_par_version() -> None:
    script = ScriptDirectory(str(migrations.ICI))
    assert len(list(script.walk_revisions())) == VERSION
    assert script.get_current_head() == f"{VERSION:04d}"


def test_chaque_version_a_son_fichier_garde() -> None:
    assert [f.stem for f in FICHIERS] == [f"v{n:04d}" for n in range(1, VERSION + 1)]


@pytest.mark.parametrize("garde", FICHIERS, ids=[f.stem for f in FICHIERS])
def test_un_fichier_garde_s_ouvre_et_dit_la_meme_chose(garde: Path, tmp_path: Path) -> None:
    copie = Path(shutil.copy(garde, tmp_path))
    with Depot.ouvrir(copie, lire) as depot:
        attendu: Any = json.loads(garde.with_suffix(".json").read_text(encoding="utf-8"))
        assert resumer(depot) == attendu
        assert verifier(depot).issues == ()


# --- an older file


@pytest.fixture
def ancien(annee: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that says it is older than the program."""
    with closing(sqlite3.connect(annee)) as brut:
        brut.execute(f"PRAGMA user_version = {VERSION - 1}")
    return annee


def test_un_fichier_ancien_est_copie_puis_migre(ancien: Path) -> None:
    avant = ancien.read_bytes()
    with Depot.ouvrir(ancien, lire) as depot:
        assert verifier(depot).issues == ()
    assert base.examiner(ancien) == VERSION
    copie = ancien.with_name(f"annee.avant-schema-{VERSION}.scic")
    assert base.examiner(copie) == VERSION - 1
    with closing(sqlite3.connect(copie)) as gardee, closing(sqlite3.connect(":memory:")) as neuve:
        neuve.deserialize(avant)
        assert list(gardee.iterdump()) == list(neuve.iterdump())


def test_une_migration_qui_echoue_laisse_le_fichier_comme_il_etait(
    ancien: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    avant = ancien.read_bytes()

    def echouer(connexion: sa.Connection) -> None:
        connexion.exec_driver_sql("CREATE TABLE moitie (x)")
        connexion.exec_driver_sql("DROP TABLE excuse")
        raise sa.exc.OperationalError("DDL", {}, sqlite3.OperationalError("disk is full"))

    monkeypatch.setattr("scicvote.store.migrations.migrer", echouer)
    with pytest.raises(FichierRefuse, match="plein"):
        Depot.ouvrir(ancien, lire)
    assert ancien.read_bytes() == avant


def test_la_copie_d_avant_migration_ne_se_refait_pas(ancien: Path) -> None:
    copie = avant_migration(ancien, VERSION - 1)
    assert copie is not None
    vue = copie.stat().st_mtime_ns
    assert avant_migration(ancien, VERSION - 1) == copie
    assert copie.stat().st_mtime_ns == vue
    assert avant_migration(ancien, VERSION) is None


# --- copies


def test_une_copie_est_le_fichier_entier(annee: Path, tmp_path: Path) -> None:
    copie = tmp_path / "copie.scic"
    with Depot.ouvrir(annee, lire) as ouvert:  # in use
        copier(annee, copie)
        with Depot.ouvrir(copie, lire) as depot:
            assert verifier(depot).issues == ()
            assert depot.empreinte == ouvert.empreinte
            assert depot.dossier.assemblees == ouvert.dossier.assemblees
    assert sorted(f.name for f in tmp_path.iterdir()) == ["annee.scic", "copie.scic"]


def test_une_copie_refusee(annee: Path, tmp_path: Path) -> None:
    deja = tmp_path / "deja.scic"
    deja.write_text("déjà là")
    with pytest.raises(FichierRefuse, match="existe déjà"):
        copier(annee, deja)
    assert deja.read_text() == "déjà là"
    with pytest.raises(FichierRefuse, match="n’existe pas"):
        copier(tmp_path / "absent.scic", tmp_path / "copie.scic")
    with pytest.raises(FichierRefuse, match="n’a pas pu être faite"):
        copier(annee, tmp_path / "absent" / "copie.scic")
    assert not (tmp_path / "absent").exists()


def test_un_index_abime_ne_se_copie_pas(annee: Path, tmp_path: Path) -> None:
    """What opens and reads well, and is wrong inside: the check of the copy finds it."""
    with closing(sqlite3.connect(annee)) as brut:
        brut.execute("PRAGMA writable_schema = ON")
        brut.execute(
            "UPDATE sqlite_master SET rootpage = (SELECT rootpage FROM sqlite_master WHERE name = 'excuse') WHERE name = 'invite'"
        )
        brut.commit()
    with pytest.raises(FichierRefuse, match="abîmé"):
        copier(annee, tmp_path / "copie.scic")
    assert [f.name for f in tmp_path.iterdir()] == ["annee.scic"]


def test_un_fichier_abime_ne_se_copie_pas(annee: Path, tmp_path: Path) -> None:
    octets = bytearray(annee.read_bytes())
    octets[4096 * 3 : 4096 * 6] = b"\xff" * 4096 * 3
    annee.write_bytes(octets)
    with pytest.raises(FichierRefuse):
        copier(annee, tmp_path / "copie.scic")
    assert [f.name for f in tmp_path.iterdir()] == ["annee.scic"]
