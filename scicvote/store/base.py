"""Opening the file: pragmas, identity, version, and the sentences said when it cannot be opened."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from scicvote.store.refus import FichierRefuse

if TYPE_CHECKING:  # loaded with the first engine: a file is examined and read without
    import sqlalchemy as sa

IDENTIFIANT: Final = 0x53434943  # "SCIC", SQLite's application_id
ATTENTE: float = 5  # seconds to wait for another program that is writing
VERSION: Final = 3  # user_version of the files that this program writes


def est_url(nom: str) -> bool:
    """Whether a name is a database URL rather than a file."""
    return "://" in nom


def nom_lisible(nom: str) -> str:
    """A name as it may be shown: the password of a database URL is left out."""
    if not est_url(nom):
        return nom
    import sqlalchemy as sa

    try:
        return sa.make_url(nom).render_as_string(hide_password=True)
    except sa.exc.ArgumentError:
        return nom.split("://", 1)[0] + "://…"


def moteur(nom: str | Path) -> sa.Engine:
    """An engine on a ``.scic`` file, or on a PostgreSQL URL."""
    import sqlalchemy as sa
    from sqlalchemy.pool import StaticPool

    if isinstance(nom, str) and est_url(nom):
        return _moteur_url(nom)
    # The driver must not open transactions of its own: with its defaults, DDL would not be rolled back.
    adresse = sa.URL.create("sqlite", database=str(nom))
    moteur_ = sa.create_engine(
        adresse,
        poolclass=StaticPool,  # threads take turns by the Depot's lock
        connect_args={"isolation_level": None, "timeout": ATTENTE, "check_same_thread": False},
    )
    sa.event.listen(moteur_, "connect", _pragmas)
    sa.event.listen(moteur_, "begin", _begin)
    return moteur_


def _moteur_url(nom: str) -> sa.Engine:
    import sqlalchemy as sa
    from sqlalchemy.pool import NullPool

    try:
        return sa.create_engine(nom, poolclass=NullPool, isolation_level="SERIALIZABLE")
    except (sa.exc.ArgumentError, sa.exc.NoSuchModuleError, ImportError) as erreur:
        raise FichierRefuse(
            "Cette adresse de base de données n’est pas utilisable\u00a0; écrire postgresql+psycopg://…, "
            "le module psycopg étant installé."
        ) from erreur


def _pragmas(connexion: sqlite3.Connection, _fiche: Any) -> None:
    connexion.execute("PRAGMA foreign_keys = ON")
    connexion.execute("PRAGMA synchronous = FULL")
    connexion.execute("PRAGMA journal_mode = DELETE")
    connexion.execute("PRAGMA secure_delete = ON")


def _begin(connexion: sa.Connection) -> None:
    """Writing takes its lock at once; reading (``lecture``) never waits for it, and works on a read-only file."""
    lecture = connexion.get_execution_options().get("lecture", False)
    connexion.exec_driver_sql("BEGIN" if lecture else "BEGIN IMMEDIATE")


def examiner(chemin: Path) -> int:
    """The version of an existing ``.scic`` file. Raises FichierRefuse, with a sentence, for anything else."""
    if not chemin.exists():
        raise FichierRefuse(f"Le fichier «\u00a0{chemin}\u00a0» n’existe pas.")
    if chemin.is_dir():
        raise FichierRefuse(f"«\u00a0{chemin}\u00a0» est un dossier, pas un fichier .scic.")
    try:
        with chemin.open("rb") as fichier:
            tete = fichier.read(100)
    except OSError as erreur:
        raise FichierRefuse(f"Le fichier «\u00a0{chemin}\u00a0» ne peut pas être lu.") from erreur
    if tete[:16] != b"SQLite format 3\x00" or len(tete) < 100:
        raise FichierRefuse(f"«\u00a0{chemin}\u00a0» n’est pas un fichier SCICVote.")
    identifiant, version = int.from_bytes(tete[68:72], "big"), int.from_bytes(tete[60:64], "big")
    if identifiant != IDENTIFIANT:
        raise FichierRefuse(f"«\u00a0{chemin}\u00a0» est la base d’un autre programme, pas un fichier SCICVote.")
    if version > VERSION:
        raise FichierRefuse(
            f"«\u00a0{chemin}\u00a0» vient d’une version plus récente de SCICVote (schéma {version}, connu ici "
            f"jusqu’à {VERSION})\u00a0: mettre le programme à jour avant de l’ouvrir."
        )
    return version


def marquer(connexion: sa.Connection) -> None:
    """Write the program's identity and the schema's version in a SQLite file."""
    if connexion.dialect.name == "sqlite":
        connexion.exec_driver_sql(f"PRAGMA application_id = {IDENTIFIANT}")
        connexion.exec_driver_sql(f"PRAGMA user_version = {VERSION}")
