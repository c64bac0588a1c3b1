"""Sealed urns, the colleges' returns, and what follows a vote."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def _faits(nom: str, *colonnes: sa.Column[object]) -> None:
    op.create_table(
        nom,
        sa.Column(
            "_acte",
            sa.Integer(),
            sa.ForeignKey("journal.numero", name=f"fk_{nom}__acte_journal"),
            nullable=False,
            autoincrement=False,
        ),
        sa.Column("_rang", sa.Integer(), nullable=False, autoincrement=False),
        *colonnes,
        sa.PrimaryKeyConstraint("_acte", "_rang", name=f"pk_{nom}"),
    )


def upgrade() -> None:
    _faits(
        "suite_notee",
        sa.Column("assemblee", sa.BigInteger(), nullable=False),
        sa.Column("cle", sa.Text(), nullable=False),
        sa.Column("jour", sa.Date(), nullable=False),
        sa.Column("etat", sa.Text(), nullable=False),
        sa.Column("motif", sa.Text(), nullable=False),
    )
    _faits(
        "demande_assemblee",
        sa.Column("demande", sa.BigInteger(), nullable=False),
        sa.Column("recue", sa.Date(), nullable=False),
        sa.Column("mode", sa.Text(), nullable=False),
        sa.Column("objet", sa.Text(), nullable=False),
        sa.Column("demandeurs", sa.Text(), nullable=False),
    )
    _faits(
        "assemblee_demandee",
        sa.Column("assemblee", sa.BigInteger(), nullable=False),
        sa.Column("demande", sa.BigInteger(), nullable=False),
    )
