"""Importing a register file: every row's fate, all faults at once, and the same file twice."""

from __future__ import annotations

from datetime import date

import pytest

from scicvote.core.apercu_import import Apercu, Sort
from scicvote.core.faits import Fiche, Mouvement
from scicvote.core.import_registre import preparer
from scicvote.core.registre import Registre
from scicvote.core.statuts import MORALE, Vote
from scicvote.core.tableau import LigneBrute, Table
from tests.core.fabrique import ENTETES, JOUR, fiche, mouvement, registre, reprise, statuts_cliss, table

ADA = ("Zéphyr", "Ada", "2", "5", "1 rue du Phare", "ada@exemple.fr")
STATUTS = statuts_cliss()


def apercu(*lignes: tuple[str, ...], entetes: tuple[str, ...] = ENTETES, r: Registre | None = None) -> Apercu:
    return preparer(table(*lignes, entetes=entetes), r or Registre(), STATUTS, JOUR)


def importer(a: Apercu, r: Registre | None = None) -> Registre:
    assert a.acceptable, a.toutes_issues
    faits = a.faits()
    fiches = [f for f in faits if isinstance(f, Fiche)]
    return (r or Registre()).avec(fiches, [f for f in faits if isinstance(f, Mouvement)])


def codes(a: Apercu) -> list[str]:
    return [issue.code for issue in a.toutes_issues]


def seule(a: Apercu, code: str) -> str:
    """The only fault of this kind, as a line."""
    trouvees = [issue for issue in a.toutes_issues if issue.code == code]
    assert len(trouvees) == 1, a.toutes_issues
    return f"{code} {trouvees[0].chemin}: {trouvees[0].phrase}"


def test_a_new_associe() -> None:
    a = apercu(ADA)
    assert [ligne.sort for ligne in a.lignes] == [Sort.NOUVEAU]
    assert a.faits() == (
        Fiche(1, JOUR, "physique", "Zéphyr", "Ada", "", "1 rue du Phare", "ada@exemple.fr", "", ""),
        Mouvement(1, JOUR, "reprise", 5, "2", None, None, "import"),
    )
    assert a.resume() == "1\u00a0nouvel associé."
    assert a.lignes_texte() == ("ligne 2\u00a0: Zéphyr Ada – nouveau, catégorie 2 (Usagers), 5\u00a0parts",)
    assert a.nombre(Sort.NOUVEAU) == 1


def test_the_same_file_twice_changes_nothing() -> None:
    lignes = (ADA, ("Marée SARL", "", "2", "10", "", ""), ("Zéphyr", "Ada", "3", "1", "2 rue du Phare", ""))
    r = importer(apercu(*lignes))
    a = apercu(*lignes, r=r)
    assert [ligne.sort for ligne in a.lignes] == [Sort.INCHANGE] * 3
    assert (a.faits(), a.acceptable) == ((), True)
    assert len(r.au(JOUR).associes) == 3


def test_entry_date_is_kept() -> None:
    entetes = (*ENTETES, "Date d'entrée")
    r = importer(apercu((*ADA, "12/05/2019"), entetes=entetes))
    assert r.au(JOUR).associes[0].entree == date(2019, 5, 12)
    assert r.fiches[0].effet == date(2019, 5, 12)
    a = apercu((*ADA, "13/05/2019"), entetes=entetes, r=r)
    assert a.lignes[0].sort == Sort.INCHANGE
    assert "12/05/2019" in seule(a, "DATE_DIFFERENTE")


def test_future_entry_is_a_warning_and_stays_unchanged() -> None:
    entetes = (*ENTETES, "Date d'entrée")
    a = apercu((*ADA, "01/06/2026"), entetes=entetes)
    assert "ligne 2, colonne Date d'entrée" in seule(a, "DATE_FUTURE")
    r = importer(a)
    assert r.fiches[0].effet == JOUR
    assert [ligne.sort for ligne in apercu((*ADA, "01/06/2026"), entetes=entetes, r=r).lignes] == [Sort.INCHANGE]


def test_future_entry_beside_an_older_associe() -> None:
    r = Registre((fiche(1), fiche(2), fiche(3)), (reprise(1, 2, "2"), mouvement(1, "cession", 1, JOUR, tiers=3)))
    r = r.avec([], [reprise(2, 4, "2", date(2027, 1, 1))])
    a = apercu(("Fictif2", "", "2", "4", "", ""), r=r)
    assert a.lignes[0].sort == Sort.INCHANGE


@pytest.mark.parametrize(
    "ecrite",
    [
        "2019-05-12",
        "12/5/2019",
        "12-05-2019",
        "12.05.2019",
        "12 mai 2019",
        "2019-05-12T00:00:00",
        "12/05/2019 00:00:00",
    ],
)
def test_dates_people_write(ecrite: str) -> None:
    a = apercu((*ADA, ecrite), entetes=(*ENTETES, "Date d’admission"))
    assert importer(a).au(JOUR).associes[0].entree == date(2019, 5, 12)


@pytest.mark.parametrize(
    ("ecrite", "raison"),
    [
        ("31/02/2020", "n’existe pas au calendrier"),
        ("2020-13-01", "n’existe pas au calendrier"),
        ("hier", "n’est pas une date"),
        ("12/05/19", "n’est pas une date"),
        ("12 floréal 2019", "n’est pas une date"),
        ("01/01/0019", "antérieure"),
        ("43831", "n’est pas une date"),
    ],
)
def test_impossible_dates(ecrite: str, raison: str) -> None:
    assert raison in seule(apercu((*ADA, ecrite), entetes=(*ENTETES, "Entrée")), "DATE")


@pytest.mark.parametrize(
    ("ecrit", "lu"), [("5", 5), ("5,00", 5), ("5.0", 5), ("+5", 5), ("1 200", 1200), ("1\u202f200", 1200), ("05", 5)]
)
def test_numbers_of_parts(ecrit: str, lu: int) -> None:
    assert importer(apercu(("Zéphyr", "Ada", "2", ecrit, "", ""))).au(JOUR).parts == lu


@pytest.mark.parametrize(
    ("ecrit", "raison"),
    [
        ("-3", "négatif"),
        ("−3", "négatif"),
        ("2.5", "ne se divise pas"),
        ("2,5", "ne se divise pas"),
        ("4/2", "ne se divise pas"),
        ("0", "est nul"),
        ("-0", "est nul"),
        ("cinq", "n’est pas un nombre"),
        ("1.000", "n’est pas un nombre"),
        ("1e3", "n’est pas un nombre"),
        ("9" * 5000, "n’est pas un nombre"),
        ("9" * 12, "démesuré"),
    ],
)
def test_wrong_numbers_of_parts(ecrit: str, raison: str) -> None:
    a = apercu(("Zéphyr", "Ada", "2", ecrit, "", ""))
    assert raison in seule(a, "PARTS")
    assert "PARTS ligne 2, colonne Nombre de parts" in seule(a, "PARTS")
    assert (a.acceptable, a.faits()) == (False, ())
    assert a.resume() == "1\u00a0ligne refusée\u202f; rien ne sera importé."


@pytest.mark.parametrize(
    "ecrite", ["2", "Usagers", "usager", "USAGERS", "catégorie 2", "Cat. 2", "2 – Usagers", "Catégorie des usagers"]
)
def test_ways_to_write_a_category(ecrite: str) -> None:
    assert importer(apercu(("Zéphyr", "Ada", ecrite, "1", "", ""))).au(JOUR).associes[0].categorie == "2"


def test_unknown_category_names_those_admitted() -> None:
    phrase = seule(apercu(("Zéphyr", "Ada", "Amis", "1", "", "")), "CATEGORIE_INCONNUE")
    assert "«\u00a0Amis\u00a0»" in phrase
    assert "2 (Usagers)" in phrase


@pytest.mark.parametrize(
    ("entete", "champ"),
    [("NOM DE FAMILLE", "nom"), ("nom ou dénomination", "nom"), ("Nom(s)", "nom"), ("Raison sociale", "nom")],
)
def test_headers_of_names(entete: str, champ: str) -> None:
    a = apercu(("Brume", "Commune", "4", "1"), entetes=(entete, "Note", "CATÉGORIE", "Nb. parts"))
    assert a.lignes[0].nom == "Brume"
    assert "«\u00a0Note\u00a0»" in seule(a, "COLONNES_IGNOREES")


def test_columns_in_any_order_with_a_split_address() -> None:
    entetes = (
        "Ville",
        "CP",
        "Adresse",
        "E-mail",
        "PARTS (20 €)",
        "Civilité",
        "prenom",
        "nom",
        "Catégorie",
        "N° d’associé",
    )
    ligne = ("Liévin", "1000", "1 rue du Phare", "a@b.fr", "2", "Madame", "Ada", "Zéphyr", "3", "12")
    lue = importer(apercu(ligne, entetes=entetes)).fiches[0]
    assert (lue.associe, lue.civilite, lue.courriel) == (12, "Mme", "a@b.fr")
    assert lue.domicile == "1 rue du Phare, 01000 Liévin"


def test_town_already_in_the_address_is_not_repeated() -> None:
    a = apercu((*ADA[:4], "1 rue du Phare, 62800 LIEVIN", "", "62800", "Liévin"), entetes=(*ENTETES, "CP", "Ville"))
    assert importer(a).fiches[0].domicile == "1 rue du Phare, 62800 LIEVIN"


def test_missing_and_double_columns() -> None:
    a = apercu(("x",), entetes=("Ville",))
    assert "Nom ou dénomination" in seule(a, "COLONNE_MANQUANTE")
    assert (a.lignes, a.acceptable) == ((), False)
    assert a.resume() == "aucune ligne\u202f; rien ne sera importé."
    assert "deux colonnes" in seule(apercu(("x",), entetes=("Nom et prénom",)), "COLONNE_MANQUANTE")
    a = apercu((*ADA, "x"), entetes=(*ENTETES, "E-mail"))
    assert "«\u00a0Courriel\u00a0» et «\u00a0E-mail\u00a0»" in seule(a, "COLONNE_EN_DOUBLE")
    a = apercu(("Zéphyr", "Ada"), entetes=("Nom", "Prénom"))
    assert codes(a).count("COLONNE_MANQUANTE") == 2
    assert codes(apercu()) == ["AUCUNE_LIGNE"]


def test_many_unknown_columns_are_shortened() -> None:
    a = apercu(ADA, entetes=(*ENTETES, *(f"{'Très ' * 12}{i}" for i in range(30))))
    assert seule(a, "COLONNES_IGNOREES").endswith(", ….")


def test_empty_and_total_rows_are_skipped_without_preventing() -> None:
    a = apercu(
        ADA,
        ("", " ", "\u00a0", "", "", ""),
        ("TOTAL", "", "", "5", "", ""),
        ("", "", "", "Total général", "", ""),
        ("Sous-total Usagers", "", "2", "5", "", ""),
        ("Total : 1 associé", "", "", "", "", ""),
    )
    assert [ligne.sort for ligne in a.lignes] == [Sort.NOUVEAU, *[Sort.IGNORE] * 5]
    assert codes(a) == ["LIGNE_VIDE", *["LIGNE_TOTAL"] * 4]
    assert a.acceptable
    assert importer(a).au(JOUR).parts == 5
    assert a.lignes[1].texte() == "ligne 3\u00a0: ignorée – la ligne est vide."
    assert "2\u00a0lignes" not in a.resume()
    assert "5\u00a0lignes ignorées" in a.resume()


def test_a_company_called_total_is_an_associe() -> None:
    a = apercu(("Total", "", "6", "5", "1 place du Phare", ""), ("Total Brume", "", "6", "5", "", ""))
    assert [ligne.sort for ligne in a.lignes] == [Sort.NOUVEAU, Sort.NOUVEAU]


def test_a_row_without_a_name() -> None:
    assert "ligne 2, colonne Nom:" in seule(apercu(("", "Ada", "2", "5", "", "")), "NOM_MANQUANT")
    a = apercu(("", "x@y.fr"), entetes=("Dénomination", "Courriel"))
    assert "colonne Dénomination" in seule(a, "NOM_MANQUANT")


def test_a_row_longer_than_the_headers() -> None:
    a = apercu((*ADA, "", "reste"))
    assert not a.acceptable
    assert codes(a) == ["LIGNE_TROP_LONGUE"]
    assert apercu((*ADA, "", " ")).acceptable
    assert apercu(ADA[:4]).acceptable


# --- kind of person --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("entetes", "ligne", "personne"),
    [
        (("Nom", "Prénom"), ("Zéphyr", "Ada"), "physique"),
        (("Nom", "Prénom"), ("Brume SA", ""), "morale"),
        (("Dénomination",), ("Brume SA",), "morale"),
        (("Nom", "Type"), ("Zéphyr", "Personne physique"), "physique"),
        (("Nom", "Type"), ("Brume", "PM"), "morale"),
        (("Nom", "Raison sociale", "Prénom"), ("Zéphyr", "", "Ada"), "physique"),
        (("Nom", "Raison sociale"), ("", "Brume SA"), "morale"),
    ],
)
def test_kind_of_person(entetes: tuple[str, ...], ligne: tuple[str, ...], personne: str) -> None:
    a = apercu((*ligne, "2", "1"), entetes=(*entetes, "Catégorie", "Parts"))
    assert importer(a).fiches[0].personne == personne


@pytest.mark.parametrize(
    ("entetes", "ligne"),
    [
        (("Nom",), ("Zéphyr",)),
        (("Nom", "Prénom", "Civilité"), ("Zéphyr", "", "Mme")),
        (("Dénomination", "Prénom"), ("Brume", "Ada")),
    ],
)
def test_ambiguous_kind_is_refused(entetes: tuple[str, ...], ligne: tuple[str, ...]) -> None:
    a = apercu((*ligne, "2", "1"), entetes=(*entetes, "Catégorie", "Parts"))
    assert codes(a) == ["PERSONNE_AMBIGUE"]


def test_category_of_one_kind_decides() -> None:
    a = apercu(("Zéphyr", "1", "1"), ("Brume", "4", "1"), entetes=("Nom", "Catégorie", "Parts"))
    assert [f.personne for f in importer(a).fiches] == ["physique", "morale"]


def test_name_beside_a_denomination_is_the_representative() -> None:
    entetes = ("Raison sociale", "Nom", "Prénom", "Qualité", "Catégorie", "Parts")
    lue = importer(apercu(("Brume SA", "Zéphyr", "Ada", "gérante", "2", "1"), entetes=entetes)).fiches[0]
    assert (lue.nom, lue.prenom, lue.representant, lue.qualite_representant) == (
        "Brume SA",
        "",
        "Ada Zéphyr",
        "gérante",
    )
    a = apercu(("Brume SA", "Zéphyr", "Ada", "", "3", "1"), entetes=entetes)
    assert codes(a) == ["PERSONNE_CATEGORIE"]
    meme = apercu(("Brume SA", "BRUME SA", "", "", "2", "1"), entetes=entetes)
    assert importer(meme).fiches[0].representant == ""


def test_denomination_of_a_natural_person_is_left_out() -> None:
    entetes = ("Raison sociale", "Nom", "Prénom", "Type", "Catégorie", "Parts")
    a = apercu(("Brume", "Zéphyr", "Ada", "physique", "2", "1"), entetes=entetes)
    assert codes(a) == ["DENOMINATION_IGNOREE"]
    assert importer(a).fiches[0].nom == "Zéphyr"


def test_wrong_kinds() -> None:
    entetes = ("Nom", "Prénom", "Type", "Catégorie", "Parts")
    assert codes(apercu(("Zéphyr", "", "fantôme", "2", "1"), entetes=entetes)) == ["TYPE_PERSONNE"]
    assert codes(apercu(("Brume", "Ada", "morale", "2", "1"), entetes=entetes)) == ["PERSONNE_CONTRADICTOIRE"]
    assert codes(apercu(("Zéphyr", "Ada", "physique", "4", "1"), entetes=entetes)) == ["PERSONNE_CATEGORIE"]
    assert codes(apercu(("Zéphyr", "", "physique", "2", "1"), entetes=entetes)) == ["PRENOM_MANQUANT"]


def test_unknown_kind_and_no_first_name_column() -> None:
    a = apercu(("Zéphyr", "fantôme", "2", "1"), entetes=("Nom", "Type", "Catégorie", "Parts"))
    assert codes(a) == ["TYPE_PERSONNE"]


def test_natural_person_among_financeurs_is_a_warning_only_where_the_statutes_disagree() -> None:
    ligne = ("Zéphyr", "Ada", "6", "1", "", "")
    a = apercu(ligne)
    assert (codes(a), a.acceptable) == (["PERSONNE_CONTESTEE"], True)
    assert a.toutes_issues[0].articles == ("statuts 6", "statuts 12")
    assert preparer(table(ligne), Registre(), statuts_cliss(references={}), JOUR).toutes_issues == ()


# --- college, e-mail, civility ---------------------------------------------------------------------------------


def test_the_college_of_the_file_is_compared() -> None:
    entetes = (*ENTETES, "Collectif")
    for dit in ("PP", "Personnes physiques", "collège pp"):
        assert apercu((*ADA, dit), entetes=entetes).toutes_issues == ()
    a = apercu((*ADA, "Personnes morales"), entetes=entetes)
    phrase = seule(a, "COLLEGE_DIFFERENT")
    assert "«\u00a0Personnes morales\u00a0»" in phrase
    assert "collège PP (Personnes physiques)" in phrase
    assert a.acceptable


def test_no_college_takes_them() -> None:
    sans = statuts_cliss(colleges=statuts_cliss().colleges[:1])
    assert codes(preparer(table(ADA), Registre(), sans, JOUR)) == ["SANS_COLLEGE"]
    assert codes(preparer(table(ADA), Registre(), statuts_cliss(colleges=()), JOUR)) == []


def test_gvot_file_updates_those_known() -> None:
    r = registre((fiche(1, "Zéphyr", "Ada", courriel="vieux@exemple.fr"), 5, "2"))
    a = apercu(("ZEPHYR", "ada", "PP", "ada@exemple.fr"), entetes=("nom", "prenom", "collectif", "courriel"), r=r)
    champs = {c.champ: (c.avant, c.apres) for c in a.lignes[0].changements}
    assert champs["courriel"] == ("vieux@exemple.fr", "ada@exemple.fr")
    assert a.lignes[0].sort == Sort.MODIFIE
    assert "courriel\u00a0: «\u00a0vieux@exemple.fr\u00a0» → «\u00a0ada@exemple.fr\u00a0»" in a.lignes[0].texte()


def test_bad_mail_and_civility_are_warnings() -> None:
    a = apercu((*ADA[:5], "ada.exemple.fr", "Dr"), entetes=(*ENTETES, "Civ."))
    assert codes(a) == ["COURRIEL", "CIVILITE"]
    assert importer(a).fiches[0].courriel == "ada.exemple.fr"


# --- duplicates, homonyms, numbers -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "autre",
    [
        ("ZEPHYR", "Ada", "2", "5", "1, rue du Phare", ""),
        ("Zéphyr", "ADA", "2", "5", "ailleurs", "ADA@exemple.fr"),
        ("Zéphyr", "Ada", "2", "5", "", ""),
    ],
)
def test_duplicates_in_the_file(autre: tuple[str, ...]) -> None:
    for lignes in ((ADA, autre), (autre, ADA)):
        a = apercu(*lignes)
        assert "ligne 3" in seule(a, "DOUBLON")
        assert "ligne 2" in seule(a, "DOUBLON")
        assert a.faits() == ()


def test_homonyms_in_the_file_are_warned() -> None:
    a = apercu(ADA, ("Zéphyr", "Ada", "2", "5", "9 quai du Lac", "autre@exemple.fr"))
    assert codes(a) == ["HOMONYME"]
    assert len(importer(a).au(JOUR).associes) == 2


def test_numbers_tell_twins_apart() -> None:
    entetes = ("N°", *ENTETES)
    assert apercu(("1", *ADA), ("2", *ADA), entetes=entetes).acceptable
    assert codes(apercu(("1", *ADA), ("1", "Brume", "Léo", "2", "1", "", ""), entetes=entetes)) == ["DOUBLON"]
    assert codes(apercu(("1", *ADA), ("", *ADA), entetes=entetes)) == ["DOUBLON"]
    assert codes(apercu(("", *ADA), ("1", *ADA), entetes=entetes)) == ["DOUBLON"]
    assert codes(apercu(("A12", *ADA), entetes=entetes)) == ["NUMERO"]
    assert codes(apercu(("0", *ADA), entetes=entetes)) == ["NUMERO"]


def test_given_numbers_are_not_given_twice() -> None:
    entetes = ("Numéro", *ENTETES)
    a = apercu(
        ("2", *ADA), ("", "Brume", "Léo", "2", "1", "", ""), ("", "Brume", "Éva", "2", "1", "", ""), entetes=entetes
    )
    assert [ligne.associe for ligne in a.lignes] == [2, 1, 3]


def test_number_of_somebody_else() -> None:
    r = registre((fiche(3, "Brume", "Léo"), 5, "2"))
    entetes = ("N°", *ENTETES)
    assert codes(apercu(("3", *ADA), entetes=entetes, r=r)) == ["NUMERO_AUTRE_PERSONNE"]
    a = apercu(("3", "Brume-Zéphyr", "Léo", "2", "5", "", ""), entetes=entetes, r=r)
    assert a.lignes[0].sort == Sort.MODIFIE
    a = apercu(("8", "Brume", "Léo", "2", "5", "", ""), entetes=entetes, r=r)
    assert codes(a) == ["NUMERO_DIFFERENT"]


def test_new_number_of_a_homonym() -> None:
    r = registre((fiche(3, "Zéphyr", "Ada", courriel="une@exemple.fr"), 5, "2"))
    a = apercu(("8", *ADA), entetes=("N°", *ENTETES), r=r)
    assert [ligne.sort for ligne in a.lignes] == [Sort.NOUVEAU]
    a = apercu(("8", *ADA[:5], "une@exemple.fr"), entetes=("N°", *ENTETES), r=r)
    assert codes(a) == ["NUMERO_DIFFERENT"]


def test_renamed_company_is_known_by_its_number_and_address() -> None:
    r = registre((fiche(3, "Brume", personne=MORALE, domicile="1 quai du Lac"), 5, "2"))
    a = apercu(("3", "Nuage", "", "2", "5", "1 quai du Lac", ""), entetes=("N°", *ENTETES), r=r)
    assert a.lignes[0].sort == Sort.MODIFIE


def homonymes() -> Registre:
    return registre(
        (fiche(1, "Zéphyr", "Ada", domicile="1 rue du Phare"), 5, "2"),
        (fiche(2, "Zéphyr", "Ada", courriel="deux@exemple.fr"), 7, "2"),
    )


def test_homonyms_of_the_register_are_told_apart() -> None:
    a = apercu(("Zéphyr", "Ada", "2", "7", "", "deux@exemple.fr"), r=homonymes())
    assert (a.lignes[0].sort, a.lignes[0].associe) == (Sort.INCHANGE, 2)
    assert a.absents == (1,)
    assert a.resume().endswith("1\u00a0associé du registre ne figure pas dans le fichier.")


def test_homonyms_that_nothing_tells_apart_are_refused() -> None:
    assert "1, 2" in seule(apercu(("Zéphyr", "Ada", "2", "7", "", ""), r=homonymes()), "HOMONYMES")
    deux = ("Zéphyr", "Ada", "2", "7", "1 rue du Phare", "deux@exemple.fr")
    assert codes(apercu(deux, r=homonymes())) == ["HOMONYMES"]


def test_a_new_homonym_beside_the_known_one() -> None:
    r = registre((fiche(1, "Zéphyr", "Ada", domicile="1 rue du Phare"), 5, "2"))
    a = apercu(ADA, ("Zéphyr", "Ada", "3", "1", "9 quai du Lac", ""), r=r)
    assert [ligne.sort for ligne in a.lignes] == [Sort.MODIFIE, Sort.NOUVEAU]


def test_two_rows_for_one_person_of_the_register() -> None:
    r = registre((fiche(1, "Zéphyr", "Ada", domicile="1 rue du Phare", courriel="a@b.fr"), 5, "2"))
    un, deux = ("Zéphyr", "Ada", "2", "5", "1 rue du Phare", ""), ("Zéphyr", "Ada", "2", "5", "", "a@b.fr")
    assert "DOUBLON" in codes(apercu(un, deux, r=r))


def test_same_name_and_everything_else_changed_is_doubted() -> None:
    r = registre((fiche(1, "Zéphyr", "Ada", domicile="9 quai du Lac", courriel="vieux@exemple.fr"), 5, "2"))
    a = apercu(ADA, r=r)
    assert (codes(a), a.lignes[0].sort) == (["IDENTITE_A_VERIFIER"], Sort.MODIFIE)


# --- changes ---------------------------------------------------------------------------------------------------


def test_changes_become_facts() -> None:
    r = registre((fiche(1, "Zéphyr", "Ada", domicile="vieux"), 5, "2"))
    a = apercu(("Zéphyr", "Ada", "5", "3", "neuf", ""), r=r)
    assert [(c.champ, c.avant, c.apres) for c in a.lignes[0].changements] == [
        ("domicile", "vieux", "neuf"),
        ("catégorie", "2", "5"),
        ("nombre de parts", "5", "3"),
    ]
    nouvelle, categorie, parts = a.faits()
    assert isinstance(nouvelle, Fiche)
    assert (nouvelle.effet, nouvelle.domicile) == (JOUR, "neuf")
    assert categorie == Mouvement(1, JOUR, "changement_categorie", 0, "5", None, None, "import")
    assert parts == Mouvement(1, JOUR, "rectification", -2, "", None, None, "import")
    assert a.resume() == "1\u00a0associé modifié."
    etat = importer(a, r).au(JOUR).associes[0]
    assert (etat.parts, etat.categorie, etat.fiche.domicile) == (3, "5", "neuf")


def test_an_empty_cell_changes_nothing() -> None:
    r = registre((fiche(1, "Zéphyr", "Ada", domicile="là", courriel="a@b.fr"), 5, "2"))
    a = apercu(("Zéphyr", "Ada", "", "", "", ""), r=r)
    assert a.lignes[0].sort == Sort.INCHANGE


def test_those_who_left_or_are_candidates_are_refused() -> None:
    r = Registre(
        (fiche(1, "Zéphyr", "Ada"), fiche(2, "Brume", "Léo")),
        (reprise(1, 5, "2"), mouvement(1, "demission", 0, date(2024, 5, 1)), mouvement(2, "candidature", 0)),
    )
    assert "01/05/2024" in seule(apercu(ADA, r=r), "ASSOCIE_SORTI")
    assert "souscription" in seule(apercu(("Brume", "Léo", "2", "1", "", ""), r=r), "PAS_ENCORE_ASSOCIE")


def test_faults_already_in_the_register_do_not_prevent() -> None:
    r = registre((fiche(1, "Zéphyr", "Ada"), 5, "4"), (fiche(2, "Brume", "Léo", personne=MORALE), 5, "2"))
    a = apercu(("Zéphyr", "Ada", "4", "5", "", ""), ("Brume", "Léo", "2", "5", "", ""), r=r)
    assert (codes(a), a.acceptable) == (["PERSONNE_CATEGORIE"], True)
    assert [ligne.sort for ligne in a.lignes] == [Sort.INCHANGE, Sort.INCHANGE]


def test_all_or_nothing_with_every_fault_at_once() -> None:
    a = apercu(ADA, ("", "Léo", "9", "-1", "", ""), ("Brume", "Éva", "2", "", "", ""), ("Nuage", "Io", "", "1", "", ""))
    assert sorted(codes(a)) == [
        "CATEGORIE_INCONNUE",
        "CATEGORIE_MANQUANTE",
        "NOM_MANQUANT",
        "PARTS",
        "PARTS_MANQUANTES",
    ]
    assert [ligne.sort for ligne in a.lignes] == [Sort.NOUVEAU, Sort.REFUSE, Sort.REFUSE, Sort.REFUSE]
    assert a.faits() == ()


def test_row_numbers_are_those_of_the_spreadsheet() -> None:
    t = Table("f", ENTETES, (LigneBrute(47, ("Zéphyr", "Ada", "2", "0", "", "")),), 9)
    assert preparer(t, Registre(), STATUTS, JOUR).toutes_issues[0].chemin == "ligne 47, colonne Nombre de parts"


def test_names_without_letters_are_still_compared() -> None:
    lignes = (("★", "☆", "2", "1", "", ""), ("☾", "☆", "2", "1", "", ""))
    r = importer(apercu(*lignes))
    assert [ligne.sort for ligne in apercu(*lignes, r=r).lignes] == [Sort.INCHANGE] * 2


def test_two_categories_of_one_name_are_known_by_code_only() -> None:
    from scicvote.core.statuts import Categorie

    statuts = statuts_cliss(categories=(Categorie("A", "Amis"), Categorie("B", "Amis")))
    assert codes(preparer(table(("Z", "Ada", "Amis", "1", "", "")), Registre(), statuts, JOUR)) == [
        "CATEGORIE_INCONNUE"
    ]
    assert importer(preparer(table(("Z", "Ada", "B", "1", "", "")), Registre(), statuts, JOUR)).au(JOUR).parts == 1


def test_ten_thousand_rows_take_linear_time() -> None:
    lignes = [("Zéphyr", "Ada", "2", "1", "", f"a{i}@exemple.fr") for i in range(10_000)]
    r = importer(apercu(*lignes))
    assert apercu(*lignes, r=r).nombre(Sort.INCHANGE) == 10_000


def test_somebody_whom_the_register_does_not_know() -> None:
    r = importer(apercu(ADA))
    a = apercu(ADA, ("Brume", "Zoé", "2", "3", "2 rue du Phare", "zoe@exemple.fr"), r=r)
    assert [ligne.sort for ligne in a.lignes] == [Sort.INCHANGE, Sort.NOUVEAU]
    assert [ligne.associe for ligne in a.lignes] == [1, 2]


def test_statutes_without_colleges_compare_none() -> None:
    sans = statuts_cliss(colleges=(), vote=Vote(colleges="jamais"))
    lignes = table((*ADA, "SB"), entetes=(*ENTETES, "Collège"))
    a = preparer(lignes, Registre(), sans, JOUR)
    assert [ligne.sort for ligne in a.lignes] == [Sort.NOUVEAU]
    assert codes(a) == []
