"""The chain of the journal: whatever is changed afterwards, in any table, shows."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from scicvote.actes.cooperative import lire
from scicvote.actes.registre import modifier_fiche
from scicvote.actes.verification import verifier
from scicvote.core.dossier import ActeFaits
from scicvote.core.faits import FAITS, Bureau, Candidature, Debat, Envoi
from scicvote.store.canonique import canonique
from scicvote.store.depot import Depot
from scicvote.store.journal import ORIGINE, Entree, empreintes, sha256
from scicvote.store.schema import champs
from tests.outils.hasard import PROFIL
from tests.outils.histoire import INSTANT

GENRES = [genre.TABLE for genre in FAITS]


def codes(chemin: Path) -> list[str]:
    with Depot.ouvrir(chemin, lire) as depot:
        return sorted({issue.code for issue in verifier(depot).issues})


def alterer(chemin: Path, *ordres: str) -> None:
    with closing(sqlite3.connect(chemin)) as brut:
        for ordre in ordres:
            assert brut.execute(ordre).rowcount, ordre
        brut.commit()


def test_une_annee_entiere_ne_montre_rien(annee: Path) -> None:
    with Depot.ouvrir(annee, lire) as depot:
        verification = verifier(depot)
        assert verification.issues == ()
        assert verification.actes == len(depot.entrees()) > 100
        assert verification.decisions == 9
        vus = {type(fait) for acte in depot.dossier.actes for fait in acte.faits}
        assert vus == set(FAITS)  # every kind of fact is in the story


CHAMP = {genre.TABLE: champs(genre)[-1] for genre in FAITS}


def autre_valeur(table: str) -> str:
    nom, type_, _, liste = CHAMP[table]
    if liste:
        return f'"{nom}" = \'["autre"]\''
    if type_ is date:
        return f"\"{nom}\" = '1999-01-01'"
    if type_ is datetime:
        return f"\"{nom}\" = '2026-06-12 12:34:56.000000'"
    if type_ in (int, bool):
        return f'"{nom}" = coalesce("{nom}", 0) + 1' if type_ is int else f'"{nom}" = 1 - "{nom}"'
    return f'"{nom}" = "{nom}" || \'x\''


def examiner(chemin: Path) -> set[str]:
    """The tables whose rows are named as changed, without rebuilding what no longer makes sense."""
    depot = Depot.ouvrir(chemin, lire)
    with depot:
        return {issue.chemin.split("[")[0] for issue in verifier(depot).issues if issue.code == "LIGNES"}


LISIBLES = [t for t in GENRES if t not in {"version_statuts", "proclamation", "fiche", "convocation"}]


def derniere(table: str) -> str:
    return f"rowid = (SELECT max(rowid) FROM {table})"


def test_une_ligne_changee_se_voit_dans_chaque_table(annee: Path) -> None:
    alterer(annee, *(f"UPDATE {table} SET {autre_valeur(table)} WHERE {derniere(table)}" for table in LISIBLES))
    assert examiner(annee) == set(LISIBLES)


@pytest.mark.parametrize(("table", "valeur"), [("fiche", "nom = 'Autre'"), ("convocation", "lieu = 'Ailleurs'"), ("proclamation", "heure = '2026-06-12 12:00:00.000000'"),
                                               ("version_statuts", "texte = texte || ' '")])  # fmt: skip
def test_une_ligne_changee_dans_une_table_dont_tout_depend(annee: Path, table: str, valeur: str) -> None:
    alterer(annee, f"UPDATE {table} SET {valeur} WHERE rowid = (SELECT max(rowid) FROM {table})")
    assert examiner(annee) == {table}


SANS_DEGAT = [t for t in LISIBLES if t not in {"scrutin", "resolution"}]  # what a decision is rebuilt from comes apart


def test_une_ligne_otee_se_voit_dans_chaque_table(annee: Path) -> None:
    alterer(annee, *(f"DELETE FROM {table} WHERE {derniere(table)}" for table in SANS_DEGAT))
    assert examiner(annee) == set(SANS_DEGAT)


@pytest.mark.parametrize("table", ["scrutin", "resolution"])
def test_ce_dont_une_decision_depend_ne_s_ote_pas_sans_se_voir(annee: Path, table: str) -> None:
    alterer(annee, f"DELETE FROM {table} WHERE {derniere(table)}")
    assert examiner(annee) == {table}


def test_une_ligne_ajoutee_se_voit_dans_chaque_table(annee: Path) -> None:
    """A copy of a row under another rank of the same act: digests count ranks too."""
    for genre in FAITS:
        colonnes = ", ".join(f'"{nom}"' for nom, *_ in champs(genre))
        choisie = f"{colonnes} FROM {genre.TABLE} ORDER BY _acte DESC LIMIT 1"
        alterer(annee, f"INSERT INTO {genre.TABLE} (_acte, _rang, {colonnes}) SELECT _acte, 999, {choisie}")
    assert examiner(annee) == set(GENRES)


def test_des_lignes_d_un_acte_qui_n_est_pas_au_journal(annee: Path) -> None:
    alterer(annee, "INSERT INTO excuse (_acte, _rang, assemblee, associe) VALUES (999, 0, 3, 1)")
    with Depot.ouvrir(annee, lire) as depot:
        assert [(i.code, i.chemin) for i in verifier(depot).issues] == [("LIGNES", "journal[999]")]


@pytest.mark.parametrize(
    ("ordre", "attendus"),
    [
        ("UPDATE journal SET resume = 'Autre' WHERE numero = 5", ["JOURNAL_ENTREE"]),
        ("UPDATE journal SET acte = 'autre' WHERE numero = 5", ["JOURNAL_ENTREE"]),
        ("UPDATE journal SET horodatage = '2026-01-01 00:00:00.000000' WHERE numero = 5", ["JOURNAL_ENTREE"]),
        ("UPDATE journal SET avertissements = '[\"rien\"]' WHERE numero = 5", ["JOURNAL_ENTREE"]),
        ("UPDATE journal SET lignes = '{}' WHERE numero = 5", ["JOURNAL_ENTREE", "LIGNES"]),
        (
            "UPDATE journal SET empreinte = 'x' || substr(empreinte, 2) WHERE numero = 5",
            ["JOURNAL_CHAINE", "JOURNAL_ENTREE"],
        ),
        (
            "UPDATE journal SET precedent = 'x' || substr(precedent, 2) WHERE numero = 5",
            ["JOURNAL_CHAINE", "JOURNAL_ENTREE"],
        ),
        ("DELETE FROM journal WHERE numero = 5", ["JOURNAL_SUITE", "LIGNES"]),
        ("DELETE FROM journal WHERE numero = 1", ["JOURNAL_SUITE", "LIGNES"]),
    ],
)
def test_une_entree_changee_se_voit(annee: Path, ordre: str, attendus: list[str]) -> None:
    alterer(annee, ordre)
    assert codes(annee) == attendus


def test_deux_entrees_permutees_se_voient(annee: Path) -> None:
    alterer(annee, "UPDATE journal SET numero = 9999 WHERE numero = 5", "UPDATE journal SET numero = 5 WHERE numero = 6",
            "UPDATE journal SET numero = 6 WHERE numero = 9999")  # fmt: skip
    assert "JOURNAL_CHAINE" in codes(annee)


def test_une_entree_refaite_rompt_la_chaine(annee: Path) -> None:
    """Even with its own digest made again: the next one no longer follows."""
    with Depot.ouvrir(annee, lire) as depot:
        refaite = replace(depot.entrees()[4], resume="Autre")
        neuve = refaite.calculer_empreinte()
    alterer(annee, f"UPDATE journal SET resume = 'Autre', empreinte = '{neuve}' WHERE numero = 5")
    assert codes(annee) == ["JOURNAL_CHAINE"]


def test_un_compte_change_change_la_decision_et_se_voit(annee: Path) -> None:
    alterer(annee, "UPDATE compte SET pour = 0, contre = pour WHERE scrutin = 1")
    assert codes(annee) == ["DECISION", "LIGNES"]


def test_un_resultat_enregistre_change_se_voit(annee: Path) -> None:
    alterer(
        annee,
        "UPDATE proclamation SET resultat = replace(resultat, '\"stable\":true', '\"stable\":false') WHERE scrutin = 1",
    )
    assert codes(annee) == ["LIGNES", "RESULTAT"]


def test_un_nom_corrige_depuis_ne_change_aucun_resultat(annee: Path) -> None:
    """The elected ones' names, corrected from the first day: every figure recorded is still the one computed."""
    with Depot.ouvrir(annee, lire) as depot:
        candidats = {c.candidat for ag in depot.dossier.assemblees.values() for c in ag.tous(Candidature)}
        assert candidats
        for numero in candidats:
            fiche = next(f for f in depot.dossier.registre.fiches if f.associe == numero)
            assert modifier_fiche(depot, replace(fiche, nom=f"{fiche.nom} Corrigé")).accepte
        assert verifier(depot).issues == ()
    alterer(
        annee, "UPDATE proclamation SET resultat = replace(resultat, '\"ballottage\":false', '\"ballottage\":true')"
    )
    assert codes(annee) == ["LIGNES", "RESULTAT"]


def test_une_resolution_votee_qui_disparait(annee: Path) -> None:
    alterer(annee, "DELETE FROM resolution WHERE resolution = 1")
    assert codes(annee) == ["DECISION", "LIGNES"]


def test_un_corps_qui_disparait(annee: Path) -> None:
    alterer(annee, "DELETE FROM compte WHERE scrutin = 1", "UPDATE corps_scrutin SET college = 'ZZ' WHERE scrutin = 1")
    assert "DECISION" in codes(annee)


@pytest.mark.parametrize(
    "ordre",
    [
        "UPDATE scrutin SET regle = 'disparue' WHERE scrutin = 1",
        "DELETE FROM compte WHERE scrutin = 3",  # a vote by heads in an assembly by college, with no count left
        "DELETE FROM corps_scrutin WHERE scrutin = 3",
        "UPDATE proclamation SET resultat = '[]' WHERE scrutin = 7",
        "UPDATE proclamation SET resultat = '{' WHERE scrutin = 7",  # the first round that the second rests on
    ],
)
def test_une_decision_qui_ne_se_refait_plus_se_dit(annee: Path, ordre: str) -> None:
    alterer(annee, ordre)
    assert {"DECISION", "LIGNES"} <= set(codes(annee))


# --- the digests themselves


def test_le_json_canonique_est_celui_de_la_rfc_8785() -> None:
    """Keys by UTF-16 code unit, no spaces, escapes as short as can be: values checked by hand, not by the library."""
    arbre = {"é": '\u20ac\n"\\\x1f', "z": [1, True, None, {"b": "", "a": 0}], "\U0001f600": 1, "\ufb33": 2, "1": -7}
    texte = '{"1":-7,"z":[1,true,null,{"a":0,"b":""}],"é":"€\\n\\"\\\\\\u001f","\U0001f600":1,"\ufb33":2}'
    assert sha256(arbre) == hashlib.sha256(texte.encode()).hexdigest()


TEXTES = st.text(max_size=6) | st.sampled_from(["],\n[", ",\n", "\ud800", "é", "\u2028", "\x7f"])
VALEURS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.integers(2**53 - 2, 2**53 + 1)
    | TEXTES
    | st.lists(TEXTES, max_size=3)
)


def par_la_bibliotheque(arbre: Any) -> bytes | None:
    try:
        return rfc8785.dumps(arbre)
    except ValueError:  # a lone surrogate, a number too large: no canonical form
        return None


@PROFIL
@given(
    st.recursive(
        VALEURS, lambda v: st.lists(v, max_size=3) | st.dictionaries(st.text(max_size=4), v, max_size=4), max_leaves=8
    )
)
def test_le_chemin_court_ecrit_ce_qu_ecrit_la_bibliotheque(arbre: Any) -> None:
    attendu = par_la_bibliotheque(arbre)
    if attendu is None:
        with pytest.raises(ValueError):  # noqa: PT011
            canonique(arbre)
    else:
        assert canonique(arbre) == attendu


ENTIERS = st.integers(0, 9) | st.integers(2**53 - 2, 2**53 + 1)


@PROFIL
@given(st.lists(st.builds(Debat, ENTIERS, ENTIERS, TEXTES), min_size=1, max_size=5))
def test_des_rangees_ecrivent_ce_qu_elles_ecriraient_une_a_une(debats: list[Debat]) -> None:
    """However the rows of an act are gathered, their digest is that of the library's writing, row by row."""
    rangees = [par_la_bibliotheque([i, d.assemblee, d.resolution, d.texte]) for i, d in enumerate(debats)]
    if None in rangees:
        with pytest.raises(ValueError):  # noqa: PT011
            empreintes(enumerate(debats))
    else:
        tout = b'["assemblee","resolution","texte"]' + b"".join(rangee for rangee in rangees if rangee is not None)
        assert empreintes(enumerate(debats)) == {"debat": hashlib.sha256(tout).hexdigest()}


def test_une_entree_se_recalcule_a_la_main(annee: Path) -> None:
    with Depot.ouvrir(annee, lire) as depot:
        premiere, seconde = depot.entrees()[:2]
    assert premiere.precedent == ORIGINE == "0" * 64
    assert seconde.precedent == premiere.empreinte
    contenu = {
        "acte": premiere.acte, "avertissements": [], "horodatage": "2026-07-01T09:00:00", "lignes": dict(premiere.lignes),
        "numero": 1, "precedent": "0" * 64, "resume": premiere.resume,
    }  # fmt: skip
    texte = json.dumps(contenu, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    assert premiere.empreinte == hashlib.sha256(texte.encode()).hexdigest()


def test_l_empreinte_des_lignes_se_recalcule_a_la_main() -> None:
    envoi = Envoi(1, date(2026, 5, 20), "documents", "courriel", ("comptes", "rapport"), None)
    bureau = Bureau(1, datetime(2026, 6, 12, 18), 1, "Bob Exemple", (2, 3), "")
    lus = empreintes([(0, envoi), (1, bureau)])
    noms = '["assemblee","jour","objet","mode","pieces","destinataire"]'
    ligne = '[0,1,"2026-05-20","documents","courriel",["comptes","rapport"],null]'
    assert lus["envoi"] == hashlib.sha256((noms + ligne).encode()).hexdigest()
    assert set(lus) == {"envoi", "bureau"}
    assert empreintes([(1, envoi)]) != empreintes([(0, envoi)])
    assert empreintes([]) == {}


def test_une_entree_sans_empreinte() -> None:
    entree = Entree(1, INSTANT, "essai", "Essai", (), {}, ORIGINE)
    assert entree.empreinte == ""
    assert len(entree.calculer_empreinte()) == 64
    assert entree.calculer_empreinte() != replace(entree, numero=2).calculer_empreinte()


def test_les_faits_reviennent_comme_ils_sont_partis(annee: Path, racontes: tuple[ActeFaits, ...]) -> None:
    with Depot.ouvrir(annee, lire) as depot:
        assert depot.dossier.actes == racontes
    for genre in FAITS:
        assert any(type(fait) is genre for acte in racontes for fait in acte.faits)
