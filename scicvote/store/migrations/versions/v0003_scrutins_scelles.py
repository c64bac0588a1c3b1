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


def _entier(nom: str, nul: bool = False) -> sa.Column[object]:
    return sa.Column(nom, sa.BigInteger(), nullable=nul)


def _texte(nom: str) -> sa.Column[object]:
    return sa.Column(nom, sa.Text(), nullable=False)


def _heure(nom: str) -> sa.Column[object]:
    return sa.Column(nom, sa.DateTime(), nullable=False)


def _isoloir() -> None:
    """Sealed urns: who is expected, who voted; and, outside the facts, what is erased once an urn is opened."""
    _faits("urne", _entier("assemblee"), _entier("scrutin"), _texte("cle_publique"))
    _faits(
        "electeur",
        _entier("assemblee"),
        _entier("scrutin"),
        _texte("college"),
        _entier("associe"),
        _entier("porteur", nul=True),
        _texte("conjoint"),
    )
    _faits(
        "emargement_isoloir",
        _entier("assemblee"),
        _entier("scrutin"),
        _texte("college"),
        _entier("associe"),
        _texte("venu"),
    )
    _faits(
        "scrutin_nul",
        _entier("assemblee"),
        _entier("scrutin"),
        _heure("heure"),
        _entier("emarges"),
        _texte("motif"),
    )
    _faits("accord_total", _entier("assemblee"), _entier("scrutin"), _texte("college"), _heure("heure"))
    op.create_table(
        "urne_scellee",
        sa.Column("scrutin", sa.BigInteger(), nullable=False, autoincrement=False),
        sa.Column("moitie", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("scrutin", name="pk_urne_scellee"),
    )
    op.create_table(
        "bulletin_scelle",
        sa.Column("cle", sa.LargeBinary(), nullable=False),
        sa.Column("scrutin", sa.BigInteger(), nullable=False),
        sa.Column("scelle", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("cle", name="pk_bulletin_scelle"),
        sqlite_with_rowid=False,
    )


def upgrade() -> None:
    _isoloir()
    _retours()
    _faits(
        "demande_college",
        sa.Column("recue", sa.Date(), nullable=False),
        sa.Column("demandeurs", sa.Text(), nullable=False),
        sa.Column("mode", sa.Text(), nullable=False),
        sa.Column("affiliation", sa.Text(), nullable=False),
        sa.Column("hypotheses", sa.Text(), nullable=False),
    )
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
    _faits(
        "portee_pouvoir",
        sa.Column("pouvoir", sa.BigInteger(), nullable=False),
        sa.Column("assemblee", sa.BigInteger(), nullable=False),
        sa.Column("colleges", sa.Text(), nullable=False),
    )
    _faits("pouvoir_blanc", _entier("pouvoir"), _entier("assemblee"))
    _correspondance()


def _retours() -> None:
    """What leaves for a college's president, and what comes back."""
    _faits(
        "export_college",
        sa.Column("assemblee", sa.BigInteger(), nullable=False),
        sa.Column("college", sa.Text(), nullable=False),
        sa.Column("numero", sa.BigInteger(), nullable=False),
        sa.Column("identifiant", sa.Text(), nullable=False),
        sa.Column("heure", sa.DateTime(), nullable=False),
        sa.Column("reunion", sa.DateTime(), nullable=False),
        sa.Column("lieu", sa.Text(), nullable=False),
        sa.Column("cle_publique", sa.Text(), nullable=False),
        sa.Column("empreinte", sa.Text(), nullable=False),
        sa.Column("statuts", sa.Text(), nullable=False),
        sa.Column("liste", sa.Text(), nullable=False),
        sa.Column("resolutions", sa.Text(), nullable=False),
        sa.Column("tours", sa.Text(), nullable=False),
        sa.Column("versions", sa.Text(), nullable=False),
    )
    _faits(
        "renonciation_export",
        sa.Column("assemblee", sa.BigInteger(), nullable=False),
        sa.Column("college", sa.Text(), nullable=False),
        sa.Column("export", sa.BigInteger(), nullable=False),
        sa.Column("heure", sa.DateTime(), nullable=False),
        sa.Column("motif", sa.Text(), nullable=False),
    )
    _faits(
        "retour_college",
        sa.Column("assemblee", sa.BigInteger(), nullable=False),
        sa.Column("college", sa.Text(), nullable=False),
        sa.Column("export", sa.BigInteger(), nullable=False),
        sa.Column("numero", sa.BigInteger(), nullable=False),
        sa.Column("origine", sa.Text(), nullable=False),
        sa.Column("heure", sa.DateTime(), nullable=False),
        sa.Column("empreinte", sa.Text(), nullable=False),
        sa.Column("texte", sa.Text(), nullable=False),
    )
    _faits(
        "compte_retour",
        sa.Column("assemblee", sa.BigInteger(), nullable=False),
        sa.Column("college", sa.Text(), nullable=False),
        sa.Column("export", sa.BigInteger(), nullable=False),
        sa.Column("resolution", sa.BigInteger(), nullable=False),
        sa.Column("tour", sa.BigInteger(), nullable=False),
        sa.Column("mode", sa.Text(), nullable=False),
        sa.Column("inscrits", sa.BigInteger(), nullable=False),
        sa.Column("presents", sa.BigInteger(), nullable=False),
        sa.Column("representes", sa.BigInteger(), nullable=False),
        sa.Column("retires", sa.BigInteger(), nullable=False),
        sa.Column("votants", sa.BigInteger(), nullable=False),
        sa.Column("pour", sa.BigInteger(), nullable=False),
        sa.Column("contre", sa.BigInteger(), nullable=False),
        sa.Column("abstention", sa.BigInteger(), nullable=False),
        sa.Column("blanc", sa.BigInteger(), nullable=False),
        sa.Column("nul", sa.BigInteger(), nullable=False),
    )
    _faits(
        "voix_retour",
        sa.Column("assemblee", sa.BigInteger(), nullable=False),
        sa.Column("college", sa.Text(), nullable=False),
        sa.Column("export", sa.BigInteger(), nullable=False),
        sa.Column("resolution", sa.BigInteger(), nullable=False),
        sa.Column("tour", sa.BigInteger(), nullable=False),
        sa.Column("candidat", sa.BigInteger(), nullable=False),
        sa.Column("voix", sa.BigInteger(), nullable=False),
    )
    _faits(
        "college_silencieux",
        sa.Column("assemblee", sa.BigInteger(), nullable=False),
        sa.Column("college", sa.Text(), nullable=False),
        sa.Column("export", sa.BigInteger(), nullable=False),
        sa.Column("heure", sa.DateTime(), nullable=False),
        sa.Column("certifie_par", sa.Text(), nullable=False),
        sa.Column("texte", sa.Text(), nullable=False),
    )
    _faits(
        "mission_college",
        sa.Column("assemblee", sa.BigInteger(), nullable=False),
        sa.Column("college", sa.Text(), nullable=False),
        sa.Column("export", sa.BigInteger(), nullable=False),
        sa.Column("identifiant", sa.Text(), nullable=False),
        sa.Column("titre", sa.Text(), nullable=False),
        sa.Column("empreinte", sa.Text(), nullable=False),
        sa.Column("statuts", sa.Text(), nullable=False),
        sa.Column("liste", sa.Text(), nullable=False),
        sa.Column("resolutions", sa.Text(), nullable=False),
        sa.Column("tours", sa.Text(), nullable=False),
        sa.Column("versions", sa.Text(), nullable=False),
        sa.Column("texte", sa.Text(), nullable=False),
    )
    _faits(
        "retour_prepare",
        sa.Column("assemblee", sa.BigInteger(), nullable=False),
        sa.Column("numero", sa.BigInteger(), nullable=False),
        sa.Column("heure", sa.DateTime(), nullable=False),
        sa.Column("empreinte", sa.Text(), nullable=False),
        sa.Column("texte", sa.Text(), nullable=False),
    )


def _correspondance() -> None:
    _faits(
        "formulaire_vote",
        _entier("formulaire"),
        _entier("assemblee"),
        _entier("associe"),
        sa.Column("recu", sa.Date(), nullable=False),
        _texte("decision"),
    )
    _faits("choix_formulaire", _entier("formulaire"), _entier("assemblee"), _entier("resolution"), _texte("choix"))
    _faits("fin_formulaire", _entier("formulaire"), _entier("assemblee"), _heure("heure"), _texte("motif"))
    _faits(
        "correspondance_scrutin",
        _entier("assemblee"),
        _entier("scrutin"),
        _texte("college"),
        _entier("votants"),
        _entier("pour"),
        _entier("contre"),
        _entier("abstention"),
    )
