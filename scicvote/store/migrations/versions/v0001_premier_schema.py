"""First schema: the journal, and one table per kind of fact."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
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
    op.create_table(
        "journal",
        sa.Column("numero", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("horodatage", sa.DateTime(), nullable=False),
        sa.Column("acte", sa.Text(), nullable=False),
        sa.Column("resume", sa.Text(), nullable=False),
        sa.Column("avertissements", sa.Text(), nullable=False),
        sa.Column("lignes", sa.Text(), nullable=False),
        sa.Column("precedent", sa.Text(), nullable=False),
        sa.Column("empreinte", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("numero", name="pk_journal"),
        sa.UniqueConstraint("empreinte", name="uq_journal_empreinte"),
    )
    _faits(
        "version_statuts",
        sa.Column("effet", sa.Date(), nullable=False),
        sa.Column("texte", sa.Text(), nullable=False),
    )
    _faits(
        "identite",
        sa.Column("effet", sa.Date(), nullable=False),
        sa.Column("siege", sa.Text(), nullable=False),
        sa.Column("rcs", sa.Text(), nullable=False),
        sa.Column("capital_plus_haut", sa.Text(), nullable=False),
    )
    _faits(
        "mandat",
        sa.Column("associe", sa.BigInteger(), nullable=False),
        sa.Column("debut", sa.Date(), nullable=False),
        sa.Column("fin", sa.Date(), nullable=False),
        sa.Column("assemblee", sa.BigInteger(), nullable=True),
    )
    _faits(
        "fin_mandat",
        sa.Column("associe", sa.BigInteger(), nullable=False),
        sa.Column("jour", sa.Date(), nullable=False),
        sa.Column("motif", sa.Text(), nullable=False),
    )
    _faits(
        "fiche",
        sa.Column("associe", sa.BigInteger(), nullable=False),
        sa.Column("effet", sa.Date(), nullable=False),
        sa.Column("personne", sa.Text(), nullable=False),
        sa.Column("nom", sa.Text(), nullable=False),
        sa.Column("prenom", sa.Text(), nullable=False),
        sa.Column("civilite", sa.Text(), nullable=False),
        sa.Column("domicile", sa.Text(), nullable=False),
        sa.Column("courriel", sa.Text(), nullable=False),
        sa.Column("representant", sa.Text(), nullable=False),
        sa.Column("qualite_representant", sa.Text(), nullable=False),
    )
    _faits(
        "mouvement",
        sa.Column("associe", sa.BigInteger(), nullable=False),
        sa.Column("jour", sa.Date(), nullable=False),
        sa.Column("nature", sa.Text(), nullable=False),
        sa.Column("parts", sa.BigInteger(), nullable=False),
        sa.Column("categorie", sa.Text(), nullable=False),
        sa.Column("tiers", sa.BigInteger(), nullable=True),
        sa.Column("assemblee", sa.BigInteger(), nullable=True),
        sa.Column("piece", sa.Text(), nullable=False),
    )
    _faits(
        "etat_colleges",
        sa.Column("jour", sa.Date(), nullable=False),
        sa.Column("etat", sa.Text(), nullable=False),
        sa.Column("demandeur", sa.BigInteger(), nullable=True),
        sa.Column("assemblee", sa.BigInteger(), nullable=True),
    )
    _faits(
        "president_college",
        sa.Column("college", sa.Text(), nullable=False),
        sa.Column("associe", sa.BigInteger(), nullable=False),
        sa.Column("suppleant", sa.BigInteger(), nullable=True),
        sa.Column("jour", sa.Date(), nullable=False),
    )
    _faits(
        "convocation",
        sa.Column("assemblee", sa.BigInteger(), nullable=False),
        sa.Column("nature", sa.Text(), nullable=False),
        sa.Column("heure", sa.DateTime(), nullable=False),
        sa.Column("lieu", sa.Text(), nullable=False),
        sa.Column("par_college", sa.Boolean(), nullable=False),
        sa.Column("motif_vote", sa.Text(), nullable=False),
        sa.Column("college", sa.Text(), nullable=False),
        sa.Column("consultation", sa.BigInteger(), nullable=False),
        sa.Column("suite_de", sa.BigInteger(), nullable=True),
        sa.Column("exercice", sa.BigInteger(), nullable=True),
        sa.Column("convoquee_par", sa.Text(), nullable=False),
    )
    _faits(
        "resolution",
        sa.Column("resolution", sa.BigInteger(), nullable=False),
        sa.Column("assemblee", sa.BigInteger(), nullable=False),
        sa.Column("numero", sa.BigInteger(), nullable=False),
        sa.Column("titre", sa.Text(), nullable=False),
        sa.Column("texte", sa.Text(), nullable=False),
        sa.Column("regle", sa.Text(), nullable=False),
        sa.Column("objet", sa.Text(), nullable=False),
        sa.Column("sieges", sa.BigInteger(), nullable=False),
        sa.Column("concerne", sa.BigInteger(), nullable=True),
        sa.Column("college", sa.Text(), nullable=False),
        sa.Column("origine", sa.BigInteger(), nullable=True),
        sa.Column("hors_ordre", sa.Boolean(), nullable=False),
    )
    _faits(
        "affectation",
        sa.Column("assemblee", sa.BigInteger(), nullable=False),
        sa.Column("resolution", sa.BigInteger(), nullable=False),
        sa.Column("resultat", sa.Text(), nullable=False),
        sa.Column("pertes_anterieures", sa.Text(), nullable=False),
        sa.Column("subventions", sa.Text(), nullable=False),
        sa.Column("reserve_legale_avant", sa.Text(), nullable=False),
        sa.Column("dotation_legale", sa.Text(), nullable=False),
        sa.Column("reserve_statutaire_avant", sa.Text(), nullable=False),
        sa.Column("dotation_statutaire", sa.Text(), nullable=False),
        sa.Column("interets", sa.Text(), nullable=False),
    )
    _faits(
        "candidature",
        sa.Column("assemblee", sa.BigInteger(), nullable=False),
        sa.Column("resolution", sa.BigInteger(), nullable=False),
        sa.Column("candidat", sa.BigInteger(), nullable=False),
        sa.Column("presente_par", sa.Text(), nullable=False),
    )
    _faits(
        "liste_arretee",
        sa.Column("assemblee", sa.BigInteger(), nullable=False),
        sa.Column("jour", sa.Date(), nullable=False),
        sa.Column("arretee_par", sa.Text(), nullable=False),
    )
    _faits(
        "ligne_liste",
        sa.Column("assemblee", sa.BigInteger(), nullable=False),
        sa.Column("associe", sa.BigInteger(), nullable=False),
        sa.Column("categorie", sa.Text(), nullable=False),
        sa.Column("college", sa.Text(), nullable=False),
        sa.Column("parts", sa.BigInteger(), nullable=False),
        sa.Column("voix", sa.BigInteger(), nullable=False),
    )
    _faits(
        "envoi",
        sa.Column("assemblee", sa.BigInteger(), nullable=False),
        sa.Column("jour", sa.Date(), nullable=False),
        sa.Column("objet", sa.Text(), nullable=False),
        sa.Column("mode", sa.Text(), nullable=False),
        sa.Column("pieces", sa.Text(), nullable=False),
        sa.Column("destinataire", sa.BigInteger(), nullable=True),
    )
    _faits(
        "question_ecrite",
        sa.Column("question", sa.BigInteger(), nullable=False),
        sa.Column("assemblee", sa.BigInteger(), nullable=False),
        sa.Column("associe", sa.BigInteger(), nullable=False),
        sa.Column("recue", sa.Date(), nullable=False),
        sa.Column("texte", sa.Text(), nullable=False),
    )
    _faits(
        "reponse_question",
        sa.Column("question", sa.BigInteger(), nullable=False),
        sa.Column("assemblee", sa.BigInteger(), nullable=False),
        sa.Column("heure", sa.DateTime(), nullable=False),
        sa.Column("texte", sa.Text(), nullable=False),
    )
    _faits(
        "presence",
        sa.Column("assemblee", sa.BigInteger(), nullable=False),
        sa.Column("associe", sa.BigInteger(), nullable=False),
        sa.Column("heure", sa.DateTime(), nullable=False),
        sa.Column("sens", sa.Text(), nullable=False),
        sa.Column("representant", sa.Text(), nullable=False),
        sa.Column("piece", sa.Text(), nullable=False),
    )
    _faits(
        "excuse",
        sa.Column("assemblee", sa.BigInteger(), nullable=False),
        sa.Column("associe", sa.BigInteger(), nullable=False),
    )
    _faits(
        "pouvoir",
        sa.Column("pouvoir", sa.BigInteger(), nullable=False),
        sa.Column("assemblee", sa.BigInteger(), nullable=False),
        sa.Column("mandant", sa.BigInteger(), nullable=False),
        sa.Column("mandataire", sa.BigInteger(), nullable=True),
        sa.Column("conjoint", sa.Text(), nullable=False),
        sa.Column("lien_conjoint", sa.Boolean(), nullable=False),
        sa.Column("heure", sa.DateTime(), nullable=False),
        sa.Column("decision", sa.Text(), nullable=False),
    )
    _faits(
        "fin_pouvoir",
        sa.Column("pouvoir", sa.BigInteger(), nullable=False),
        sa.Column("assemblee", sa.BigInteger(), nullable=False),
        sa.Column("heure", sa.DateTime(), nullable=False),
        sa.Column("motif", sa.Text(), nullable=False),
    )
    _faits(
        "invite",
        sa.Column("assemblee", sa.BigInteger(), nullable=False),
        sa.Column("nom", sa.Text(), nullable=False),
        sa.Column("qualite", sa.Text(), nullable=False),
    )
    _faits(
        "bureau",
        sa.Column("assemblee", sa.BigInteger(), nullable=False),
        sa.Column("heure", sa.DateTime(), nullable=False),
        sa.Column("president", sa.BigInteger(), nullable=False),
        sa.Column("secretaire", sa.Text(), nullable=False),
        sa.Column("scrutateurs", sa.Text(), nullable=False),
        sa.Column("motif_president", sa.Text(), nullable=False),
    )
    _faits(
        "ouverture",
        sa.Column("assemblee", sa.BigInteger(), nullable=False),
        sa.Column("heure", sa.DateTime(), nullable=False),
    )
    _faits(
        "suspension",
        sa.Column("assemblee", sa.BigInteger(), nullable=False),
        sa.Column("heure", sa.DateTime(), nullable=False),
        sa.Column("sens", sa.Text(), nullable=False),
        sa.Column("motif", sa.Text(), nullable=False),
    )
    _faits(
        "document_depose",
        sa.Column("assemblee", sa.BigInteger(), nullable=False),
        sa.Column("titre", sa.Text(), nullable=False),
    )
    _faits(
        "amendement",
        sa.Column("assemblee", sa.BigInteger(), nullable=False),
        sa.Column("resolution", sa.BigInteger(), nullable=False),
        sa.Column("heure", sa.DateTime(), nullable=False),
        sa.Column("texte", sa.Text(), nullable=False),
        sa.Column("auteur", sa.Text(), nullable=False),
    )
    _faits(
        "retrait_resolution",
        sa.Column("assemblee", sa.BigInteger(), nullable=False),
        sa.Column("resolution", sa.BigInteger(), nullable=False),
        sa.Column("heure", sa.DateTime(), nullable=False),
        sa.Column("motif", sa.Text(), nullable=False),
    )
    _faits(
        "debat",
        sa.Column("assemblee", sa.BigInteger(), nullable=False),
        sa.Column("resolution", sa.BigInteger(), nullable=False),
        sa.Column("texte", sa.Text(), nullable=False),
    )
    _faits(
        "incident",
        sa.Column("assemblee", sa.BigInteger(), nullable=False),
        sa.Column("heure", sa.DateTime(), nullable=False),
        sa.Column("texte", sa.Text(), nullable=False),
    )
    _faits(
        "deport",
        sa.Column("assemblee", sa.BigInteger(), nullable=False),
        sa.Column("resolution", sa.BigInteger(), nullable=False),
        sa.Column("associe", sa.BigInteger(), nullable=False),
        sa.Column("heure", sa.DateTime(), nullable=False),
        sa.Column("motif", sa.Text(), nullable=False),
    )
    _faits(
        "scrutin",
        sa.Column("scrutin", sa.BigInteger(), nullable=False),
        sa.Column("assemblee", sa.BigInteger(), nullable=False),
        sa.Column("resolution", sa.BigInteger(), nullable=False),
        sa.Column("regle", sa.Text(), nullable=False),
        sa.Column("objet", sa.Text(), nullable=False),
        sa.Column("mode", sa.Text(), nullable=False),
        sa.Column("tour", sa.BigInteger(), nullable=False),
        sa.Column("heure", sa.DateTime(), nullable=False),
    )
    _faits(
        "corps_scrutin",
        sa.Column("assemblee", sa.BigInteger(), nullable=False),
        sa.Column("scrutin", sa.BigInteger(), nullable=False),
        sa.Column("college", sa.Text(), nullable=False),
        sa.Column("inscrits", sa.BigInteger(), nullable=False),
        sa.Column("presents", sa.BigInteger(), nullable=False),
        sa.Column("representes", sa.BigInteger(), nullable=False),
        sa.Column("retires", sa.BigInteger(), nullable=False),
    )
    _faits(
        "depouillement",
        sa.Column("assemblee", sa.BigInteger(), nullable=False),
        sa.Column("scrutin", sa.BigInteger(), nullable=False),
        sa.Column("heure", sa.DateTime(), nullable=False),
        sa.Column("contradictoire", sa.Boolean(), nullable=False),
    )
    _faits(
        "compte",
        sa.Column("assemblee", sa.BigInteger(), nullable=False),
        sa.Column("scrutin", sa.BigInteger(), nullable=False),
        sa.Column("college", sa.Text(), nullable=False),
        sa.Column("votants", sa.BigInteger(), nullable=False),
        sa.Column("pour", sa.BigInteger(), nullable=False),
        sa.Column("contre", sa.BigInteger(), nullable=False),
        sa.Column("abstention", sa.BigInteger(), nullable=False),
        sa.Column("blanc", sa.BigInteger(), nullable=False),
        sa.Column("nul", sa.BigInteger(), nullable=False),
    )
    _faits(
        "voix_candidat",
        sa.Column("assemblee", sa.BigInteger(), nullable=False),
        sa.Column("scrutin", sa.BigInteger(), nullable=False),
        sa.Column("college", sa.Text(), nullable=False),
        sa.Column("candidat", sa.BigInteger(), nullable=False),
        sa.Column("voix", sa.BigInteger(), nullable=False),
    )
    _faits(
        "proclamation",
        sa.Column("assemblee", sa.BigInteger(), nullable=False),
        sa.Column("scrutin", sa.BigInteger(), nullable=False),
        sa.Column("heure", sa.DateTime(), nullable=False),
        sa.Column("decision", sa.Text(), nullable=False),
        sa.Column("resultat", sa.Text(), nullable=False),
    )
    _faits(
        "cloture",
        sa.Column("assemblee", sa.BigInteger(), nullable=False),
        sa.Column("heure", sa.DateTime(), nullable=False),
    )
    _faits(
        "proces_verbal",
        sa.Column("assemblee", sa.BigInteger(), nullable=False),
        sa.Column("registre", sa.Text(), nullable=False),
        sa.Column("numero", sa.BigInteger(), nullable=False),
        sa.Column("jour", sa.Date(), nullable=False),
        sa.Column("rectifie", sa.BigInteger(), nullable=True),
        sa.Column("texte", sa.Text(), nullable=False),
    )
    _faits(
        "signature",
        sa.Column("assemblee", sa.BigInteger(), nullable=False),
        sa.Column("registre", sa.Text(), nullable=False),
        sa.Column("numero", sa.BigInteger(), nullable=False),
        sa.Column("jour", sa.Date(), nullable=False),
        sa.Column("signataires", sa.Text(), nullable=False),
    )
    _faits(
        "annulation",
        sa.Column("acte", sa.BigInteger(), nullable=False),
        sa.Column("motif", sa.Text(), nullable=False),
    )
