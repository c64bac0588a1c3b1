"""Letterhead, net assets, a paper register taken over, and the PDF of signed minutes with the bytes themselves."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
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
        "entete",
        sa.Column("effet", sa.Date(), nullable=False),
        sa.Column("adresse", sa.Text(), nullable=False),
        sa.Column("telephone", sa.Text(), nullable=False),
        sa.Column("courriel", sa.Text(), nullable=False),
        sa.Column("logo", sa.Text(), nullable=False),
    )
    _faits(
        "capitaux_propres",
        sa.Column("exercice", sa.BigInteger(), nullable=False),
        sa.Column("montant", sa.Text(), nullable=False),
    )
    _faits(
        "reprise_registre",
        sa.Column("registre", sa.Text(), nullable=False),
        sa.Column("premier_numero", sa.BigInteger(), nullable=False),
        sa.Column("premiere_page", sa.BigInteger(), nullable=False),
        sa.Column("jour", sa.Date(), nullable=False),
    )
    _faits(
        "piece_conservee",
        sa.Column("assemblee", sa.BigInteger(), nullable=False),
        sa.Column("registre", sa.Text(), nullable=False),
        sa.Column("numero", sa.BigInteger(), nullable=False),
        sa.Column("nom", sa.Text(), nullable=False),
        sa.Column("taille", sa.BigInteger(), nullable=False),
        sa.Column("empreinte", sa.Text(), nullable=False),
    )
    op.create_table(
        "contenu",
        sa.Column("empreinte", sa.Text(), nullable=False),
        sa.Column("octets", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("empreinte", name="pk_contenu"),
    )
