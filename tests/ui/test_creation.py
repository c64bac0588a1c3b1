"""Creating a cooperative: shipped statutes, a TOML file, the guided form; by keyboard alone, each fault shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QRadioButton

from scicvote.core.issue import Issue
from scicvote.exchange.statuts import statuts_de_texte, texte_fourni
from scicvote.ui.creation import Projet, etape_de
from scicvote.ui.pages.creation_fin import EtapeApercu
from scicvote.ui.pages.creation_source import EtapeSource
from scicvote.ui.reglages import Reglages
from tests.ui.drivers import Pilote
from tests.ui.gestes_creation import FAUTIF, GestesCreation


@pytest.fixture
def gestes(pilote_nu: Pilote) -> GestesCreation:
    return GestesCreation(pilote_nu)


# --- the first page


def test_the_first_page_offers_to_begin(pilote_nu: Pilote) -> None:
    assert pilote_nu.fenetre.depart.bouton_creer.hasFocus()
    pilote_nu.cliquer("Créer une coopérative…")
    assert pilote_nu.page.cle == "creation"
    assert pilote_nu.titre == "Nouvelle coopérative"


def test_a_recent_file_that_is_gone_says_so_and_can_be_removed(
    pilote: Pilote, reglages: Reglages, tmp_path: Path
) -> None:
    ouvert = pilote.fenetre.session.chemin
    reglages.noter_ouvert(tmp_path / "parti.scic")
    pilote.raccourci(Qt.Key.Key_W)
    textes = pilote.textes()
    assert f"Introuvable dans {tmp_path}" in textes
    assert str(ouvert.parent) in textes
    retirer = [b for b in pilote.fenetre.depart.recents.findChildren(type(pilote.fenetre.depart.bouton_creer)) if b.accessibleName() == "Retirer parti.scic de la liste"]  # fmt: skip
    pilote.qtbot.mouseClick(retirer[0], Qt.MouseButton.LeftButton)
    assert reglages.recents == (ouvert,)
    assert f"Introuvable dans {tmp_path}" not in pilote.textes()


# --- shipped statutes


def test_shipped_statutes_by_keyboard_alone(gestes: GestesCreation, tmp_path: Path, reglages: Reglages) -> None:
    pilote = gestes.pilote
    page = gestes.commencer()
    assert page.source.choix["cliss-xxi"].hasFocus()
    gestes.choisir(2)
    assert page.projet.fourni == "les-sentiers-communs"
    assert "report majoritaire" in " ".join(pilote.textes())
    pilote.cliquer("Continuer")
    assert page.courante == "fichier"
    pilote.raccourci(Qt.Key.Key_A)
    pilote.taper(str(tmp_path / "sentiers"))
    pilote.touche(Qt.Key.Key_Return)
    gestes.attendre()
    assert page.courante == "entete"
    assert pilote.fenetre.session.chemin == tmp_path / "sentiers.scic"
    assert reglages.dernier == tmp_path / "sentiers.scic"
    pilote.taper("1 rue de l’Exemple, 00000 Fictiville")
    pilote.touche(Qt.Key.Key_Tab)
    pilote.taper("RCS Fictiville 000 000 000")
    pilote.touche(Qt.Key.Key_Return)
    assert page.entete.formulaire.capital.note.text().startswith("Le plus haut capital")
    assert page.entete.formulaire.capital.controle.hasFocus()
    pilote.taper("8 080,50")
    pilote.touche(Qt.Key.Key_Return)
    assert pilote.page.cle == "accueil"
    identite = pilote.fenetre.session.dossier.identite
    assert identite is not None
    assert (identite.siege, identite.capital_plus_haut) == ("1 rue de l’Exemple, 00000 Fictiville", "8080.50")
    assert pilote.fenetre.session.statuts().cle == "les-sentiers-communs"


def test_enter_goes_on_from_a_choice(gestes: GestesCreation) -> None:
    pilote = gestes.pilote
    pilote.raccourci(Qt.Key.Key_N)
    assert isinstance(QApplication.focusWidget(), QRadioButton)
    pilote.touche(Qt.Key.Key_Return)
    assert pilote.fenetre.page.courante == "fichier"  # type: ignore[attr-defined]


def test_the_letterhead_can_wait(gestes: GestesCreation, tmp_path: Path) -> None:
    page = gestes.commencer()
    gestes.avancer()
    page.fichier_scic.chemin.ligne.setText(str(tmp_path / "a.scic"))
    assert gestes.avancer() == "entete"
    assert gestes.reculer() == "entete"  # the file is there: no way back
    gestes.pilote.cliquer("Plus tard")
    assert gestes.pilote.page.cle == "accueil"
    assert gestes.pilote.fenetre.session.dossier.identite is None


@pytest.mark.parametrize(
    ("nom", "morceau"),
    [("", "Choisir où enregistrer"), ("fabrique.scic", "existe déjà"), ("nulle/part.scic", "n’existe pas")],
)
def test_a_file_that_cannot_be_made_is_refused_on_its_field(
    gestes: GestesCreation, fichier: Path, nom: str, morceau: str
) -> None:
    page = gestes.commencer()
    gestes.avancer()
    page.fichier_scic.chemin.ligne.setText(str(fichier.parent / nom) if nom else "")
    assert gestes.avancer() == "fichier"
    assert morceau in page.fichier_scic.chemin.note.text()
    assert not gestes.pilote.fenetre.session.ouverte


def test_a_file_that_went_away_before_it_was_opened_is_told(
    gestes: GestesCreation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = gestes.commencer()
    gestes.avancer()
    page.fichier_scic.chemin.ligne.setText(str(tmp_path / "parti.scic"))
    monkeypatch.setattr(page.session, "creer", lambda *_: ())
    assert gestes.avancer() == "fichier"
    assert "n’existe pas" in gestes.pilote.banniere
    assert page.projet.statuts is not None


def test_where_it_goes_can_be_chosen(gestes: GestesCreation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = gestes.commencer()
    gestes.avancer()
    choisi = str(tmp_path / "choisi.scic")
    monkeypatch.setattr("scicvote.ui.pages.creation_fin.QFileDialog.getSaveFileName", lambda *_: (choisi, ""))
    gestes.pilote.cliquer("Choisir l’endroit…")
    assert page.fichier_scic.fichier() == tmp_path / "choisi.scic"


def test_back_to_the_page_one_came_from(gestes: GestesCreation, fichier: Path) -> None:
    gestes.commencer()
    assert gestes.avancer() == "fichier"
    assert gestes.reculer() == "source"
    assert gestes.reculer() == "depart"
    gestes.pilote.ouvrir(fichier)
    gestes.commencer()
    assert gestes.reculer() == "accueil"


# --- a TOML file


def test_a_dropped_file_shows_all_its_faults_at_once(gestes: GestesCreation, tmp_path: Path) -> None:
    gestes.pilote.deposer(gestes.fichier_toml(tmp_path, FAUTIF))
    page = gestes.page
    textes = gestes.pilote.textes()
    assert "5\u00a0fautes dans ce fichier" in textes
    for morceau in (
        "Les poids font 105",
        "« GIE »",
        "Clé inconnue",
        "La clé « base » manque",
        "Aucun collège ne prend",
    ):
        assert any(morceau.replace(" ", "\u00a0") in t.replace(" ", "\u00a0") for t in textes), morceau
    assert "Clé\u00a0: regles.scrutin_secret.premiere.base" in textes
    assert gestes.avancer() == "source"
    assert page.projet.statuts is None


def test_a_right_file_is_taken_word_for_word(gestes: GestesCreation, tmp_path: Path) -> None:
    texte = texte_fourni("cliss-xxi").replace('denomination = "Cliss XXI"', 'denomination = "La Ruche imaginaire"')
    gestes.pilote.deposer(gestes.fichier_toml(tmp_path, texte))
    assert "Rien à corriger dans ce fichier." in gestes.pilote.textes()
    assert gestes.avancer() == "fichier"
    gestes.page.fichier_scic.chemin.ligne.setText(str(tmp_path / "ruche.scic"))
    gestes.avancer()
    from scicvote.core.faits import VersionStatuts

    (version,) = gestes.pilote.fenetre.session.dossier.tous(VersionStatuts)
    assert version.texte == texte


@pytest.mark.parametrize("contenu", [b"\xff\xfe", b"[", b""])
def test_a_file_that_is_no_toml_is_told(gestes: GestesCreation, tmp_path: Path, contenu: bytes) -> None:
    chemin = tmp_path / "x.toml"
    chemin.write_bytes(contenu)
    gestes.pilote.deposer(chemin)
    assert gestes.page.projet.statuts is None
    assert gestes.avancer() == "source"


def test_a_file_is_asked_for_where_none_was_chosen(
    gestes: GestesCreation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = gestes.commencer()
    gestes.choisir(3)
    assert page.source.choix["fichier"].isChecked()
    choisi = str(gestes.fichier_toml(tmp_path, texte_fourni("la-grande-ourse")))
    monkeypatch.setattr("scicvote.ui.pages.creation_source.QFileDialog.getOpenFileName", lambda *_: (choisi, ""))
    assert gestes.avancer() == "source"
    assert "Rien à corriger dans ce fichier." in gestes.pilote.textes()
    assert gestes.avancer() == "fichier"


def test_a_faulty_file_is_put_right_in_the_form(gestes: GestesCreation, tmp_path: Path) -> None:
    gestes.pilote.deposer(gestes.fichier_toml(tmp_path, FAUTIF))
    gestes.pilote.cliquer("Corriger dans le formulaire")
    page = gestes.page
    assert page.courante == "societe"
    assert gestes.champ("denomination").texte() == "Cliss XXI"
    assert gestes.avancer() == "societe"
    assert "n’est pas admis" in gestes.dite("forme")
    gestes.repondre("forme", "SARL")
    assert gestes.dite("forme") == ""


# --- the guided form


def test_the_form_with_faults_then_right(gestes: GestesCreation, tmp_path: Path) -> None:
    pilote = gestes.pilote
    page = gestes.commencer()
    gestes.choisir(4)
    assert gestes.avancer() == "societe"  # a SARL unless another form is asked for
    assert gestes.avancer() == "societe"
    assert gestes.dite("denomination") == "À remplir."
    assert gestes.champ("denomination").controle.hasFocus()
    pilote.taper("La Ruche imaginaire")
    assert gestes.champ("cle").texte() == "la-ruche-imaginaire"
    gestes.remplir("date", "le trente")
    assert "n’est pas une date" in gestes.dite("date")
    gestes.remplir("date", "1/9/2025")
    gestes.remplir("capital.valeur_part", "20,50")
    gestes.remplir("capital.minimum", "beaucoup")
    assert "n’est pas un nombre exact" in gestes.dite("capital.minimum")
    gestes.remplir("capital.minimum", "3000")
    gestes.remplir("exercice.cloture", "31/13")
    assert "n’est pas un jour de clôture" in gestes.dite("exercice.cloture")
    gestes.remplir("exercice.cloture", "30/06")
    pilote.touche(Qt.Key.Key_Return)
    assert page.courante == "categories"
    _categories(gestes)
    assert gestes.avancer() == "colleges"
    _colleges(gestes)
    assert gestes.avancer() == "majorites"
    _majorites(gestes)
    assert gestes.avancer() == "delais"
    gestes.remplir("delais.demande_ag_voix", "3/2")
    assert gestes.avancer() == "delais"
    assert "une part de 0 à 1" in gestes.dite("delais.demande_ag_voix")
    gestes.remplir("delais.demande_ag_voix", "10 %")
    gestes.champ("pouvoirs.conjoint").controle.click()  # type: ignore[attr-defined]
    assert gestes.avancer() == "apercu"
    _enregistrer(gestes, tmp_path)


def _categories(gestes: GestesCreation) -> None:
    gestes.pilote.cliquer("Ajouter une catégorie")
    assert gestes.champ("categories[3].code").controle.hasFocus()
    gestes.pilote.taper("1")
    gestes.remplir("categories[3].nom", "Communes")
    assert gestes.avancer() == "categories"
    assert "portent le code" in gestes.dite("categories[3].code")
    gestes.remplir("categories[3].code", "4")
    gestes.repondre("categories[3].personnes", "morale")
    gestes.remplir("categories[3].plafond_capital", "50 %")
    gestes.remplir("categories[0].code", "S")


def _colleges(gestes: GestesCreation) -> None:
    page = gestes.page
    assert gestes.avancer() == "colleges"
    assert any("personnes morales de la catégorie" in t for t in gestes.pilote.textes())
    gestes.repondre("ou:4/morale", "1")
    gestes.remplir("colleges[0].poids", "55")
    assert "de 10\u202f% à 50\u202f%" in gestes.dite("colleges[0].poids")
    assert any("doivent faire 100 exactement" in t for t in gestes.pilote.textes())
    assert "SAL 55\u202f%" in page.etape.barre.accessibleName()  # type: ignore[attr-defined]
    gestes.remplir("colleges[0].poids", "40")
    gestes.pilote.cliquer("Ajouter un collège")
    page.etape.retirer(3)  # type: ignore[attr-defined]
    page.etape.retirer(2)  # type: ignore[attr-defined]
    assert any("au moins 3" in t for t in gestes.pilote.textes())
    gestes.repondre("vote.colleges", "jamais")
    assert "colleges" not in page.projet.ebauche.table
    assert page.etape.carte_qui.isHidden()  # type: ignore[attr-defined]
    gestes.repondre("vote.colleges", "toujours")
    gestes.pilote.cliquer("Ajouter un collège")
    gestes.pilote.taper("SOU")
    gestes.remplir("colleges[2].poids", "30")
    for paire in ("3/physique", "3/morale"):
        gestes.repondre(f"ou:{paire}", "2")


def _majorites(gestes: GestesCreation) -> None:
    assert any(t.startswith("Plus de 50\u202f% de toutes les voix") for t in gestes.pilote.textes())
    gestes.remplir("regles.extraordinaire.premiere.seuil", "5/4")
    assert "supérieur à 0" in gestes.dite("regles.extraordinaire.premiere.seuil")
    gestes.remplir("regles.extraordinaire.premiere.seuil", "2/3")
    gestes.champ("regles.ordinaire.deuxieme").controle.click()  # type: ignore[attr-defined]
    gestes.repondre("regles.election_gerance.premiere.stricte", "non")
    gestes.repondre("regles.election_gerance.premiere.base", "exprimes")
    gestes.remplir("regles.extraordinaire.articles", "statuts 30, C. com. L223-30")


def _enregistrer(gestes: GestesCreation, dossier: Path) -> None:
    page = gestes.page
    texte = page.projet.texte
    assert page.etape.zone.toPlainText() == texte.replace("\u00a0", " ")  # type: ignore[attr-defined]  # Qt says so
    gestes.avancer()
    page.fichier_scic.chemin.ligne.setText(str(dossier / "ruche.scic"))
    assert gestes.avancer() == "entete"
    statuts = gestes.pilote.fenetre.session.statuts()
    lus = statuts_de_texte(texte).statuts
    assert lus is not None
    assert statuts == lus
    assert (statuts.denomination, statuts.cle, statuts.cloture) == (
        "La Ruche imaginaire",
        "la-ruche-imaginaire",
        (6, 30),
    )
    assert [(c.code, str(c.poids)) for c in statuts.colleges] == [("SAL", "40"), ("USA", "30"), ("SOU", "30")]
    assert statuts.colleges[0].appartenances[0].categories == ("S",)
    assert statuts.colleges[1].appartenances[0].accepte("2", "physique")
    assert any(a.accepte("4", "morale") for a in statuts.colleges[1].appartenances)
    assert str(statuts.regles["exclusion"].premiere.seuil) == "2/3"
    assert statuts.regles["ordinaire"].deuxieme is None
    assert statuts.regles["extraordinaire"].articles == ("statuts 30", "C. com. L223-30")
    assert not statuts.regles["election_gerance"].premiere.stricte
    assert not statuts.pouvoirs.conjoint


def test_the_form_begins_from_shipped_statutes(gestes: GestesCreation) -> None:
    page = gestes.commencer()
    gestes.choisir(1)
    gestes.pilote.cliquer("Partir de ces statuts dans le formulaire")
    assert page.courante == "societe"
    assert gestes.champ("denomination").texte() == ""
    assert page.projet.ebauche.lire("regles.election_administrateurs.tour2") == "relative"


def test_another_form_changes_what_the_law_says(gestes: GestesCreation) -> None:
    page = gestes.commencer()
    page.source.ecrire.emit("SAS")
    gestes.repondre("forme", "SA")
    assert page.projet.ebauche.lire("quorum.ordinaire.premiere") == "1/5"
    assert page.projet.ebauche.lire("forme") == "SA"


def test_a_sarl_of_after_2005_has_a_starting_point_of_its_own(gestes: GestesCreation) -> None:
    page = gestes.commencer()
    page.source.choisir("guide")
    gestes.choisir(0)
    gestes.pilote.cliquer("SCIC SARL fondée après août 2005")
    assert page.projet.ebauche.lire("forme") == "SARL"
    assert page.projet.ebauche.lire("quorum.extraordinaire.premiere") == "1/4"


def test_a_category_leaves_and_its_colleges_follow(gestes: GestesCreation) -> None:
    page = gestes.commencer()
    page.source.ecrire.emit("SARL")
    page._entrer("categories")
    page.etape.retirer(2)  # type: ignore[attr-defined]
    assert [c["code"] for c in page.projet.ebauche.table["categories"]] == ["1", "2"]
    assert page.projet.ebauche.membres(2) == set()


def test_tab_goes_down_the_rows_as_the_eye_does(gestes: GestesCreation) -> None:
    page = gestes.commencer()
    page.source.ecrire.emit("SARL")
    page._entrer("categories")
    gestes.champ("categories[0].code").controle.setFocus()
    vus = []
    for _ in range(6):
        vus.append(QApplication.focusWidget().accessibleName())
        gestes.pilote.touche(Qt.Key.Key_Tab)
    assert vus[:5] == ["Code", "Nom", "Qui peut en être", "Du capital, au plus", "Au moins un associé"]
    assert vus[5] == "Retirer la catégorie Salariés"


def test_steps_can_be_clicked_back_and_forward_as_far_as_all_is_right(gestes: GestesCreation) -> None:
    page = gestes.commencer()
    page.source.ecrire.emit("SARL")
    page.fil.demandee.emit("majorites")
    assert page.courante == "societe"
    assert gestes.dite("denomination") == "À remplir."
    page.fil.demandee.emit("source")
    assert page.courante == "source"
    page.fil.demandee.emit("entete")
    assert page.courante == "source"


def test_statutes_begun_here_wait_for_the_next_start(gestes: GestesCreation, tmp_path: Path) -> None:
    page = gestes.commencer()
    page.source.ecrire.emit("SARL")
    gestes.remplir("denomination", "L’Atelier rêvé")
    page.projet.enregistrer()
    suite = Projet(tmp_path / "brouillons")
    assert suite.brouillon
    suite.reprendre()
    assert suite.ebauche.lire("denomination") == "L’Atelier rêvé"
    suite.oublier()
    assert not Projet(tmp_path / "brouillons").brouillon


def test_what_was_begun_is_offered_again(gestes: GestesCreation) -> None:
    page = gestes.commencer()
    page.source.ecrire.emit("SARL")
    gestes.remplir("denomination", "L’Atelier rêvé")
    page._entrer("source")
    page.source.choisir("guide")
    assert "Des statuts commencés ici attendent." in gestes.pilote.textes()
    gestes.pilote.cliquer("Les reprendre")
    assert gestes.champ("denomination").texte() == "L’Atelier rêvé"


def test_the_text_can_be_kept_apart(gestes: GestesCreation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = gestes.commencer()
    page.source.ecrire.emit("SARL")
    page._entrer("apercu")
    apercu = page.etape
    assert isinstance(apercu, EtapeApercu)
    assert not apercu.valider()
    assert len(apercu.issues.issues) == 3
    garde = tmp_path / "garde.toml"
    monkeypatch.setattr("scicvote.ui.pages.creation_fin.QFileDialog.getSaveFileName", lambda *_: (str(garde), ""))
    gestes.pilote.cliquer("Enregistrer ce texte…")
    assert garde.read_text(encoding="utf-8") == page.projet.texte
    monkeypatch.setattr(
        "scicvote.ui.pages.creation_fin.QFileDialog.getSaveFileName", lambda *_: (str(tmp_path / "non" / "x"), "")
    )
    gestes.pilote.cliquer("Enregistrer ce texte…")
    assert any(issue.code == "ECRITURE" for issue in apercu.issues.issues)


@pytest.mark.parametrize(
    ("chemin", "etape"),
    [
        ("societariat.maximum_associes", "societe"),
        ("societariat.categories_minimum", "categories"),
        ("colleges[1].poids", "colleges"),
        ("regles.x.premiere", "majorites"),
        ("pouvoirs", "delais"),
        ("couleur", "apercu"),
        (".", "apercu"),
    ],
)
def test_each_fault_has_its_step(chemin: str, etape: str) -> None:
    assert etape_de(Issue("X", "x", chemin)) == etape


def test_a_cooperative_can_be_begun_while_another_is_open(pilote: Pilote, tmp_path: Path) -> None:
    gestes = GestesCreation(pilote)
    page = gestes.commencer()
    assert isinstance(page.etape, EtapeSource)
    gestes.avancer()
    page.fichier_scic.chemin.ligne.setText(str(tmp_path / "autre.scic"))
    gestes.avancer()
    assert pilote.fenetre.session.chemin == tmp_path / "autre.scic"


def test_a_file_dropped_while_one_is_begun_is_for_the_new_one(pilote: Pilote, tmp_path: Path) -> None:
    gestes = GestesCreation(pilote)
    page = gestes.commencer()
    pilote.deposer(gestes.fichier_toml(tmp_path, texte_fourni("la-grande-ourse")))
    assert pilote.page is page
    assert page.projet.statuts is not None
    assert page.projet.statuts.cle == "la-grande-ourse"


def test_leaving_the_page_puts_the_draft_on_disk(gestes: GestesCreation, tmp_path: Path) -> None:
    page = gestes.commencer()
    page.source.ecrire.emit("SARL")
    gestes.remplir("denomination", "L’Atelier quitté")
    gestes.pilote.fenetre.close()
    suite = Projet(tmp_path / "brouillons")
    suite.reprendre()
    assert suite.ebauche.lire("denomination") == "L’Atelier quitté"


def test_the_palette_offers_a_new_cooperative(pilote_nu: Pilote) -> None:
    mots = [mot for mot, *_ in pilote_nu.fenetre.commandes_fenetre()]
    assert "Nouvelle coopérative…" in mots
