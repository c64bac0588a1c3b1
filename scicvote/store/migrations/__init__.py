"""The schema's history, one Alembic revision a version. A file is migrated in one transaction."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config

ICI = Path(__file__).resolve().parent


def migrer(connexion: sa.Connection) -> None:
    """Bring the schema behind ``connexion`` to the present version, inside its transaction."""
    config = Config()
    config.set_main_option("script_location", str(ICI))
    config.attributes["connection"] = connexion
    command.upgrade(config, "head")
