"""The tables: one per kind of fact, the journal, the bytes that facts name by their digest, and sealed urns.

Rows only; they are added, never changed, but for sealed urns: they are emptied when they are opened.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Final

import sqlalchemy as sa

from scicvote.core.faits import FAITS, Fait
from scicvote.store.champs import champs

CONVENTION: Final = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
METADATA: Final = sa.MetaData(naming_convention=CONVENTION)

JOURNAL: Final = sa.Table(
    "journal",
    METADATA,
    sa.Column("numero", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("horodatage", sa.DateTime, nullable=False),
    sa.Column("acte", sa.Text, nullable=False),
    sa.Column("resume", sa.Text, nullable=False),
    sa.Column("avertissements", sa.Text, nullable=False),
    sa.Column("lignes", sa.Text, nullable=False),
    sa.Column("precedent", sa.Text, nullable=False),
    sa.Column("empreinte", sa.Text, nullable=False, unique=True),
)

# Bytes kept whole (signed minutes, a logo). A fact names them by their SHA-256, and the journal's digest covers it.
CONTENU: Final = sa.Table(
    "contenu",
    METADATA,
    sa.Column("empreinte", sa.Text, primary_key=True),
    sa.Column("octets", sa.LargeBinary, nullable=False),
)

# A sealed urn is no fact: once it is opened, nothing of it is kept but the counts. The private half waits under the
# scrutateurs' phrase; a ballot has a key drawn at random, and neither hour, rank nor name (``urnes``).
URNE_SCELLEE: Final = sa.Table(
    "urne_scellee",
    METADATA,
    sa.Column("scrutin", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("moitie", sa.Text, nullable=False),
)
BULLETIN_SCELLE: Final = sa.Table(
    "bulletin_scelle",
    METADATA,
    sa.Column("cle", sa.LargeBinary, primary_key=True),
    sa.Column("scrutin", sa.BigInteger, nullable=False),
    sa.Column("scelle", sa.LargeBinary, nullable=False),
    sqlite_with_rowid=False,  # a rowid would be the order of the ballots
)

_TYPES: Final[dict[type, type[sa.types.TypeEngine[Any]]]] = {
    int: sa.BigInteger,
    str: sa.Text,
    bool: sa.Boolean,
    date: sa.Date,
    datetime: sa.DateTime,
}


def _table(nature: type[Fait]) -> sa.Table:
    """A fact's table: the act that wrote the row, its rank in that act, then the fields."""
    colonnes = [
        sa.Column(nom, sa.Text if tuple_ else _TYPES[type_], nullable=nul) for nom, type_, nul, tuple_ in champs(nature)
    ]
    return sa.Table(
        nature.TABLE,
        METADATA,
        sa.Column("_acte", sa.Integer, sa.ForeignKey(JOURNAL.c.numero), primary_key=True, autoincrement=False),
        sa.Column("_rang", sa.Integer, primary_key=True, autoincrement=False),
        *colonnes,
    )


TABLES: Final[dict[type[Fait], sa.Table]] = {nature: _table(nature) for nature in FAITS}
