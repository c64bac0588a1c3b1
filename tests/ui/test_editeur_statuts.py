"""The statutes' editor: every key in its section, its faults, what would change, drafts, a version recorded."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from scicvote.actes import cooperative
from scicvote.core.faits import VersionStatuts
from scicvote.exchange.ebauche_statuts import Ebauche
from scicvote.exchange.statuts import noms_fournis, statuts_de_texte, texte_fourni
from scicvote.ui.dialogs.version_statuts import DialogueVersion
from scicvote.ui.edition_statuts import SECTIONS, section_de
from scicvote.ui.pages.editeur_majorites import SectionMajorites
from scicvote.ui.pages.editeur_statuts import PageEditeurStatuts
from scicvote.ui.widgets.champs import ChampCase
from tests.ui import fabrique
from tests.ui.drivers import Pilote
from tests.ui.gestes_dialogue import dits
from tests.ui.gestes_editeur import GestesEditeur
from tests.ui.guetteur import Guetteur


@pytest.fixture
def gestes(pilote: Pilote) -> GestesEditeur:
    lus = GestesEditeur(pilote)
    lus.ouvrir()
    return lus


# --- every section writes the file

R = "regles.ordinaire"
CHANGEMENTS: tuple[tuple[str, str, str, Any], ...] = (
    ("societe", "denomination", "Les Nuages", "Les Nuages"),
    ("societe", "cle", "les-nuages", "les-nuages"),
    ("societe", "forme", "SAS", "SAS"),
    ("societe", "date", "1/2/2020", date(2020, 2, 1)),
    ("societe", "capital.valeur_part", "12,5", "12.5"),
    ("societe", "capital.minimum", "", None),
    ("societe", "capital.plancher_relatif", "20 %", "20/100"),
    ("societe", "societariat.maximum_associes", "80", 80),
    ("categories", "categories[0].nom", "Salariées", "Salariées"),
    ("categories", "categories[3].plafond_capital", "1/2", "1/2"),
    ("categories", "categories[1].personnes", "morale", ["morale"]),
    ("categories", "categories[2].obligatoire", "", True),
    ("categories", "societariat.categories_minimum", "4", 4),
    ("colleges", "colleges[0].poids", "45", "45"),
    ("colleges", "colleges[1].nom", "Des gens", "Des gens"),
    ("colleges", "colleges[2].fusion_avec", "PP", "PP"),
    ("colleges", "vote.colleges", "toujours", "toujours"),
    ("colleges", "vote.plancher_college", "15", "15"),
    ("colleges", "societariat.plusieurs_colleges", "oui", True),
    ("vote", "vote.report", "majoritaire", "majoritaire"),
    ("vote", "vote.base_report", "exprimes", "exprimes"),
    ("vote", "vote.seuil_college", "60 %", "60/100"),
    ("vote", "vote.abstention", "pour", "pour"),
    ("vote", "vote.effectif_minimal", "3", 3),
    ("vote", "vote.college_vide", "prorata", "prorata"),
    ("vote", "vote.college_silencieux", "", None),
    ("majorites", f"{R}.articles", "statuts 24-1, statuts 30", ["statuts 24-1", "statuts 30"]),
    ("majorites", f"{R}.premiere.seuil", "2/3", "2/3"),
    ("majorites", f"{R}.premiere.stricte", "non", False),
    ("majorites", f"{R}.premiere.base", "presents", "presents"),
    ("majorites", f"{R}.premiere.lectures", "inscrits", ["exprimes", "votants", "tous", "inscrits"]),
    ("majorites", f"{R}.deuxieme", "", None),
    ("majorites", f"{R}.deuxieme.lectures", "votants", None),
    ("majorites", f"{R}.tour2", "relative", "relative"),
    ("majorites", f"{R}.par_tete", "oui", True),
    ("majorites", f"{R}.sans_college", "", None),
    ("majorites", f"{R}.sans_college.premiere.seuil", "3/5", "3/5"),
    ("majorites", f"{R}.sans_college.deuxieme", "", None),
    ("majorites", f"{R}.sans_college.par_tete", "non", False),
    ("majorites", f"{R}.sans_college.tour2", "meme", "meme"),
    ("majorites", f"{R}.sans_college.articles", "statuts 26", ["statuts 26"]),
    ("quorums", "quorum.extraordinaire.premiere", "1/5", "1/5"),
    ("quorums", "quorum.ordinaire.base", "chaque_college", "chaque_college"),
    ("quorums", "quorum.avis_college.deuxieme", "0", "0"),
    ("pouvoirs", "pouvoirs.conjoint", "non", False),
    ("pouvoirs", "pouvoirs.meme_college", "", None),
    ("pouvoirs", "pouvoirs.en_blanc", "president", "president"),
    ("pouvoirs", "pouvoirs.maximum", "5", 5),
    ("delais", "delais.convocation_jours", "21", 21),
    ("delais", "delais.demande_ag_voix", "20%", "20/100"),
    ("delais", "delais.arrete_liste_jours", "", None),
    ("exercice", "exercice.cloture", "30/6", "06-30"),
    ("constitution", "constitution.associes_plus_de", "20", 20),
    ("constitution", "constitution.demandeurs", "", None),
    ("repartition", "repartition.reserve_legale", "20/100", "20/100"),
    ("sorties", "pertes.inactivite_annees", "3", 3),
    ("sorties", "remboursement.delai_annees", "5", 5),
    ("distance", "distance.courrier", "oui", True),
    ("scrutin", "scrutin.secret", "exclusion", ["election_gerance", "exclusion"]),
    ("scrutin", "scrutin.hors_ordre_du_jour", "revocation_gerance", None),
)


@pytest.mark.parametrize(("section", "chemin", "saisie", "attendue"), CHANGEMENTS, ids=[c[1] for c in CHANGEMENTS])
def test_a_field_writes_its_key_and_no_other(
    gestes: GestesEditeur, section: str, chemin: str, saisie: str, attendue: object
) -> None:
    gestes.section(section)
    gestes.remplir(chemin, saisie)
    assert gestes.lue(chemin) == attendue
    edition = gestes.page.edition
    assert edition.modifiees() == {section}
    assert Ebauche.de_texte(edition.texte).table == edition.ebauche.table
    gestes.compter()
    assert gestes.page.liste.boutons[section].accessibleName().endswith(("modifiée", "faute", "fautes"))


def test_every_key_has_its_section() -> None:
    assert section_de("couleur") == "fichier"
    assert {section for section, *_ in CHANGEMENTS} == set(SECTIONS) - {"fichier"}
    assert all(section_de(chemin) == section for section, chemin, *_ in CHANGEMENTS)


# --- nothing changes by itself


@pytest.mark.parametrize("cle", noms_fournis())
def test_shipped_statutes_go_through_every_section_unchanged(pilote: Pilote, tmp_path: Path, cle: str) -> None:
    depot, _ = cooperative.creer(tmp_path / f"{cle}.scic", texte_fourni(cle), lambda: fabrique.MAINTENANT)
    depot.fermer()
    pilote.ouvrir(tmp_path / f"{cle}.scic")
    gestes = GestesEditeur(pilote)
    page = gestes.ouvrir()
    for section in SECTIONS:
        gestes.section(section)
    majorites = page.section("majorites")
    assert isinstance(majorites, SectionMajorites)
    for nom in majorites.noms:
        majorites.montrer_regle(nom)
    assert not page.edition.modifie
    assert page.edition.texte == texte_fourni(cle)
    ecrit = page.edition.ebauche.texte()
    assert statuts_de_texte(ecrit).statuts == statuts_de_texte(texte_fourni(cle)).statuts
    assert not page.bouton_enregistrer.isEnabled()


def test_a_value_put_back_is_no_change(gestes: GestesEditeur) -> None:
    gestes.section("delais")
    gestes.remplir("delais.convocation_jours", "21")
    assert gestes.page.edition.modifie
    gestes.remplir("delais.convocation_jours", "15")
    assert not gestes.page.edition.modifie
    assert gestes.page.edition.texte == fabrique.texte_statuts()


def test_the_comments_of_the_file_stay_beside_what_changes(gestes: GestesEditeur) -> None:
    gestes.section("delais")
    gestes.remplir("delais.convocation_jours", "21")
    avant, apres = fabrique.texte_statuts().splitlines(), gestes.page.edition.texte.splitlines()
    assert [une for une in apres if une not in avant] == [
        "convocation_jours           = 21           # art. 21-2 : lettre recommandée, quinze jours au moins"
    ]
    assert len(avant) == len(apres)
    gestes.section("categories")
    gestes.page.courante.ajouter()  # type: ignore[attr-defined]
    assert "# art. 21-2" not in gestes.page.edition.texte
    assert "convocation_jours = 21" in gestes.page.edition.texte


# --- what each key means


def test_a_field_says_what_it_decides_its_article_and_the_law(gestes: GestesEditeur, pilote: Pilote) -> None:
    gestes.section("delais")
    textes = pilote.textes()
    assert "Le jour de l’envoi n’est pas compté." in textes
    assert any(
        t.startswith("Statuts, art. 21-2. Non écrit\u00a0: 15\u00a0jours avant (C. com., art. R223-20)") for t in textes
    )
    gestes.section("societe")
    gestes.remplir("forme", "SA")
    gestes.section("delais")
    assert any("R225-69" in t for t in pilote.textes())


# --- faults


@pytest.mark.parametrize(
    ("section", "chemin", "saisie", "dite"),
    [
        ("societe", "denomination", "", "remplir"),
        ("societe", "cle", "Cliss XXI", "minuscules"),
        ("societe", "capital.valeur_part", "0", "nulle"),
        ("colleges", "colleges[0].poids", "60", "pèse de"),
        ("vote", "vote.seuil_college", "1/3", "1/2 à 1"),
        ("majorites", f"{R}.premiere.seuil", "3/2", "supérieur à 0"),
        ("quorums", "quorum.ordinaire.premiere", "2", "entre 0 et 1"),
        ("delais", "delais.convocation_jours", "deux", "entier"),
        ("exercice", "exercice.cloture", "31/13", "jour de clôture"),
        ("repartition", "repartition.reserve_legale", "2", "part de 0 à 1"),
        ("pouvoirs", "pouvoirs.maximum", "x", "entier"),
        ("constitution", "constitution.exercices", "x", "entier"),
        ("sorties", "remboursement.delai_annees", "x", "entier"),
        ("categories", "categories[1].code", "1", "code"),
    ],
)
def test_a_fault_is_on_its_field_in_the_list_and_beside(
    gestes: GestesEditeur, section: str, chemin: str, saisie: str, dite: str
) -> None:
    gestes.section(section)
    gestes.remplir(chemin, saisie)
    gestes.compter()
    page = gestes.page
    assert dite in gestes.champ(chemin).note.text()
    assert "faute" in page.liste.boutons[section].accessibleName()
    assert any(issue.chemin == chemin for issue in page.issues.issues)
    assert "à corriger" in page.etat.mot.text()
    assert page.consequences.lignes == ()
    assert "Corriger d’abord" in page.consequences.phrase.text()


def test_faults_elsewhere_are_named_and_saving_goes_to_the_first(gestes: GestesEditeur, pilote: Pilote) -> None:
    page = gestes.page
    gestes.section("majorites")
    gestes.remplir(f"{R}.premiere.seuil", "3/2")
    gestes.section("delais")
    gestes.compter()
    assert page.conseil.text() == "Ailleurs\u00a0: Majorités."
    assert page.sous_titre() == "brouillon gardé, 1\u00a0faute à corriger"
    gestes.section("fichier")
    assert not page.verification.isVisible()
    pilote.cliquer("Enregistrer cette version…")
    assert page.liste.courante == "majorites"
    assert gestes.champ(f"{R}.premiere.seuil").controle.hasFocus()
    assert page.dialogue is None


def test_a_check_holds_the_window_less_than_a_tenth_of_a_second(gestes: GestesEditeur) -> None:
    gestes.section("delais")
    gestes.remplir("delais.convocation_jours", "2")
    guetteur = Guetteur()
    champ = gestes.champ("delais.convocation_jours")
    jours = iter(("21", "20", "19"))

    def verifier() -> None:
        champ.poser_texte(next(jours))
        champ.change.emit()
        gestes.page.recompter()

    guetteur.surveiller("vérifier", verifier)
    assert not guetteur.depassements


# --- the last assembly


def test_what_the_last_assembly_would_become(gestes: GestesEditeur, pilote: Pilote) -> None:
    page = gestes.page
    assert (
        page.consequences.phrase.text()
        == "Rien n’est modifié. L’assemblée du 12\u00a0juin\u00a02026 a décidé ceci\u00a0:"
    )
    gestes.section("majorites")
    gestes.remplir(f"{R}.premiere.base", "exprimes")
    gestes.compter()
    assert page.consequences.phrase.text() == "1\u00a0décision de l’assemblée du 12\u00a0juin\u00a02026 serait autre."
    premiere = page.consequences.lignes[0]
    assert (premiere.titre, premiere.change) == ("Adhésion à un réseau", True)
    textes = pilote.textes(page.consequences)
    rang = textes.index("Adhésion à un réseau")
    assert textes[rang + 1] == "Change"
    assert textes[rang + 3].startswith("Rejetée, ")
    assert textes[rang + 5].startswith("Adoptée, ")
    assert page.sous_titre() == "brouillon gardé, 1\u00a0décision serait autre"


def test_other_elected_are_named(gestes: GestesEditeur, pilote: Pilote) -> None:
    gestes.section("majorites")
    section = gestes.page.courante
    assert isinstance(section, SectionMajorites)
    section.choix.combo.setCurrentIndex(section.choix.combo.findData("election_gerance"))
    gestes.remplir("regles.election_gerance.premiere.seuil", "3/4")
    gestes.compter()
    textes = pilote.textes(gestes.page.consequences)
    assert "Inès Marjolaine et Alix Marronnier" in textes


def test_what_cannot_be_counted_again_says_why(gestes: GestesEditeur, pilote: Pilote) -> None:
    gestes.section("colleges")
    gestes.remplir("ou:5/physique", "1")
    gestes.compter()
    assert any(
        t.startswith("Inconnu\u00a0: les collèges ne sont plus") for t in pilote.textes(gestes.page.consequences)
    )
    assert "ne changerait" in gestes.page.consequences.phrase.text()


def test_before_any_vote_there_is_nothing_to_count(pilote: Pilote, tmp_path: Path) -> None:
    pilote.ouvrir(fabrique.vide(tmp_path / "vide.scic"))
    page = GestesEditeur(pilote).ouvrir()
    assert page.consequences.phrase.text().startswith("Aucune assemblée n’a encore voté")


# --- rules


def test_a_rule_is_added_and_taken_away(gestes: GestesEditeur, pilote: Pilote) -> None:
    gestes.section("majorites")
    section = gestes.page.courante
    assert isinstance(section, SectionMajorites)
    assert not section.bouton_retirer.isEnabled()
    section.retirer()
    assert "ordinaire" in section.noms
    section.nom.controle.setFocus()
    pilote.touche(Qt.Key.Key_Return)
    assert section.nom.note.text() == "Donner un nom, en lettres."
    pilote.taper("Exclusion d’un associé")
    pilote.touche(Qt.Key.Key_Return)
    assert section.nom.note.text() == "Cette règle y est déjà."
    section.nom.ligne.setText("Ratification d’un prêt")
    pilote.cliquer("Ajouter")
    assert section.courante == "ratification_d_un_pret"
    assert gestes.lue("regles.ratification_d_un_pret") == gestes.lue(R)
    gestes.section("quorums")
    gestes.remplir("quorum.ratification_d_un_pret.premiere", "1/3")
    gestes.section("scrutin")
    gestes.remplir("scrutin.secret", "ratification_d_un_pret")
    gestes.section("majorites")
    pilote.cliquer("Retirer cette règle")
    assert not gestes.page.edition.modifie
    assert section.courante == "ordinaire"


def test_without_colleges_a_rule_of_its_own(gestes: GestesEditeur) -> None:
    gestes.section("majorites")
    section = gestes.page.courante
    assert isinstance(section, SectionMajorites)
    section.montrer_regle("avis_college")
    racine = "regles.avis_college"
    sans = f"{racine}.sans_college"
    gestes.remplir(sans, "")
    assert gestes.lue(sans) == {"premiere": {"seuil": "1/2", "stricte": True, "base": "presents"}}
    gestes.remplir(f"{sans}.premiere", "")
    assert gestes.lue(sans) == {}
    gestes.remplir(f"{sans}.premiere", "")
    gestes.remplir(f"{sans}.deuxieme", "")
    assert gestes.lue(f"{sans}.deuxieme") == {"seuil": "1/2", "stricte": True, "base": "exprimes"}
    gestes.remplir(f"{racine}.deuxieme", "")
    assert gestes.lue(f"{racine}.deuxieme.base") == "exprimes"
    assert isinstance(gestes.champ(sans), ChampCase)
    gestes.remplir(sans, "")
    assert gestes.lue(sans) is None


def test_a_faulty_rule_is_the_one_that_is_shown(gestes: GestesEditeur) -> None:
    gestes.section("majorites")
    section = gestes.page.courante
    assert isinstance(section, SectionMajorites)
    section.montrer_regle("exclusion")
    gestes.remplir("regles.exclusion.premiere.seuil", "5")
    section.montrer_regle("ordinaire")
    gestes.section("delais")
    gestes.section("majorites")
    assert section.courante == "exclusion"


def test_a_quorum_of_which_nothing_is_left_goes(gestes: GestesEditeur) -> None:
    gestes.section("quorums")
    gestes.remplir("quorum.ordinaire.premiere", "1/5")
    gestes.remplir("quorum.ordinaire.premiere", "")
    assert not gestes.page.edition.modifie


def test_a_college_renamed_is_offered_under_its_new_code(gestes: GestesEditeur) -> None:
    gestes.section("colleges")
    gestes.remplir("colleges[0].code", "TR")
    assert gestes.champ("colleges[1].fusion_avec").combo.findData("TR") > 0  # type: ignore[attr-defined]
    gestes.remplir("vote.colleges", "jamais")
    assert not gestes.page.courante.carte_fusions.isVisible()  # type: ignore[attr-defined]


# --- going about, drafts, files


def test_the_keyboard_goes_from_section_to_section(gestes: GestesEditeur, pilote: Pilote) -> None:
    page = gestes.page
    assert page.liste.boutons["societe"].hasFocus()
    pilote.touche(Qt.Key.Key_Down)
    assert page.liste.courante == "categories"
    assert gestes.descendre() == "colleges"
    assert gestes.monter() == "categories"
    gestes.section("fichier")
    assert gestes.descendre() == "fichier"
    assert page.instantane() == "fichier"
    page.restituer("vote")
    assert page.liste.courante == "vote"
    page.recevoir(None)
    assert page.liste.courante == "vote"


def test_narrow_the_sections_are_a_list_to_unfold(gestes: GestesEditeur, pilote: Pilote) -> None:
    pilote.fenetre.resize(720, 450)
    page = gestes.page
    assert page.liste.choix.isVisible()
    combo = page.liste.choix.combo
    combo.setFocus()
    pilote.touche(Qt.Key.Key_Down)
    assert page.liste.courante == "categories"
    assert page.premier_focus() is combo


def test_drafts_are_kept_and_taken_up_again(gestes: GestesEditeur, pilote: Pilote, fichier: Path) -> None:
    gestes.section("delais")
    gestes.remplir("delais.convocation_jours", "21")
    pilote.naviguer("accueil")
    pilote.ouvrir(fichier)
    page = gestes.ouvrir()
    assert gestes.lue("delais.convocation_jours") == 21
    assert page.edition.modifiees() == {"delais"}
    pilote.cliquer("Tout annuler…")
    assert any("Délais" in t for t in dits(page.dialogue))
    page.dialogue.accept()  # type: ignore[union-attr]
    assert not page.edition.modifie
    assert gestes.lue("delais.convocation_jours") == 15
    page.abandonner()
    pilote.naviguer("accueil")
    pilote.ouvrir(fichier)
    assert not gestes.ouvrir().edition.modifie


def test_a_file_that_is_closed_has_nothing_to_count(gestes: GestesEditeur, pilote: Pilote) -> None:
    page = gestes.page
    gestes.section("delais")
    gestes.remplir("delais.convocation_jours", "21")
    pilote.fenetre.session.fermer()
    page.recompter()
    assert not page._minuterie.isActive()


def test_a_version_is_recorded_from_a_day_after_the_last_assembly(gestes: GestesEditeur, pilote: Pilote) -> None:
    page = gestes.page
    page.enregistrer()
    assert page.dialogue is None
    assert pilote.banniere.startswith("Rien n’est modifié")
    gestes.section("delais")
    gestes.remplir("delais.convocation_jours", "21")
    gestes.compter()
    pilote.cliquer("Enregistrer cette version…")
    dialogue = page.dialogue
    assert isinstance(dialogue, DialogueVersion)
    assert "1\u00a0changement" in dits(dialogue)
    attendu = cooperative.premier_effet(page.session.dossier, page.session.aujourdhui)
    assert attendu > date(2026, 6, 12)
    assert dialogue.effet.valeur() == attendu
    dialogue.effet.ligne.setText("12/6/2026")
    dialogue.executer()
    assert "a voté sous les statuts de son jour" in dialogue.effet.note.text()
    dialogue.effet.poser(attendu)
    dialogue.executer()
    assert pilote.page.cle == "statuts"
    versions = page.session.dossier.tous(VersionStatuts)
    assert [v.effet for v in versions] == [date(2012, 9, 29), attendu]
    assert page.session.dossier.statuts.delais.convocation_jours == 21
    assert page.session.dossier.statuts_au(date(2026, 6, 12)).delais.convocation_jours == 15
    assert not gestes.ouvrir().edition.modifie


def test_the_text_is_exported_faults_and_all(
    gestes: GestesEditeur, pilote: Pilote, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chemin = "scicvote.ui.pages.editeur_statuts.QFileDialog.getSaveFileName"
    monkeypatch.setattr(chemin, lambda *_: (str(tmp_path / "sortie"), ""))
    pilote.cliquer("Exporter…")
    assert (tmp_path / "sortie.toml").read_text(encoding="utf-8") == fabrique.texte_statuts()
    assert pilote.banniere == "Statuts exportés dans sortie.toml."
    gestes.section("exercice")
    gestes.remplir("exercice.cloture", "31/13")
    pilote.cliquer("Exporter…")
    assert 'cloture = "13-31"' in (tmp_path / "sortie.toml").read_text(encoding="utf-8")
    monkeypatch.setattr(chemin, lambda *_: (str(tmp_path / "non" / "x.toml"), ""))
    pilote.cliquer("Exporter…")
    assert "ne peut pas être écrit" in pilote.banniere
    monkeypatch.setattr(chemin, lambda *_: ("", ""))
    pilote.cliquer("Exporter…")


def test_the_palette_offers_what_the_buttons_do(gestes: GestesEditeur, pilote: Pilote) -> None:
    page: PageEditeurStatuts = gestes.page
    actions = {commande.mot: commande.action for commande in page.commandes()}
    assert actions["Enregistrer cette version des statuts…"] == page.enregistrer
    statuts = pilote.naviguer("statuts")
    (modifier,) = [c for c in statuts.commandes() if c.mot == "Modifier les statuts…"]
    modifier.action()
    assert pilote.page is page
