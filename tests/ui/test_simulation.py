"""Past votes seen again in the window: by keyboard and mouse, kept as drafts, printed; what it says is what core says."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester

from scicvote.core.hypothese import TOUTES, Hypothese, Majorite
from scicvote.core.phrases_simulation import PARTAGE, mot_case
from scicvote.core.simulation import Case, Obstacle, simuler
from scicvote.core.statuts import SORTS
from scicvote.ui.lecture_simulation import (
    ecrire_poids,
    etat_case,
    fusion,
    hypothese,
    lire_poids,
    options_bases,
    options_reports,
    options_seuils,
    options_sorts,
)
from tests.ui import fabrique
from tests.ui.drivers import Pilote
from tests.ui.gestes_simulation import aller, choisir, colonne, peser, tabuler

VIDES = {"colleges": "", "seuil": "", "base": "", "report": "", "sort": "", "regle": TOUTES}


def test_the_statutes_first_and_nothing_changes(pilote: Pilote, qtmodeltester: ModelTester) -> None:
    page = aller(pilote)
    assert (pilote.titre, page.choix.valeur()) == ("Simulation", "3")
    assert [champ.texte() for champ in page.cartes[0].poids.values()] == ["40", "30", "30"]
    assert page.cartes[0].liste.issues == ()
    assert not any(mot.startswith("Change") for mot in colonne(page, "hypothese1"))
    assert colonne(page, "actuel")[0] == "Adoptée, 95,71\u202f%"
    assert PARTAGE in pilote.textes()
    qtmodeltester.check(page.modele)


def test_weights_typed_are_seen_at_once(pilote: Pilote) -> None:
    page = aller(pilote)
    peser(pilote, page, 1, SB="50", PP="25", PM="25")
    session = pilote.fenetre.session
    voulue = Hypothese("Hypothèse 1", {"SB": Fraction(50), "PP": Fraction(25), "PM": Fraction(25)})
    attendue = simuler(session.dossier, session.dossier.assemblees[3], [voulue])
    assert page.simulation == attendue
    for mot, ligne in zip(colonne(page, "hypothese1"), attendue.lignes, strict=True):
        assert mot.endswith(mot_case(ligne.cases[0]))
        assert mot.startswith("Change\u00a0: ") == ligne.cases[0].change


def test_what_cannot_be_is_said_with_its_article(pilote: Pilote) -> None:
    page = aller(pilote)
    peser(pilote, page, 1, SB="60")
    assert [i.code for i in page.cartes[0].liste.issues] == ["POIDS_TOTAL", "POIDS_BORNES"]
    dits = " ".join(pilote.textes())
    assert "Les poids font 120\u00a0; ils doivent faire 100 exactement." in dits
    assert "19 octies" in dits
    assert set(colonne(page, "hypothese1")) == {"Hypothèse à corriger"}
    peser(pilote, page, 1, SB="quarante")
    assert page.cartes[0].poids["SB"].note.text() == "Écrire 45, 33,5 ou 100/3."
    peser(pilote, page, 1, SB="100/3", PP="100/3", PM="100/3")
    assert page.cartes[0].liste.issues == ()


def test_colleges_that_vote_together_or_not_at_all(pilote: Pilote) -> None:
    page = aller(pilote)
    choisir(page, 1, "colleges", "PP>PM")
    carte = page.cartes[0]
    assert (carte.poids["PM"].texte(), carte.poids["PP"].controle.isEnabled()) == ("60", False)
    peser(pilote, page, 1, SB="50", PM="50")
    assert [i.code for i in carte.liste.issues] == ["COLLEGES_MINIMUM"]
    choisir(page, 1, "colleges", "par_tete")
    assert carte.liste.issues == ()
    assert not any(champ.controle.isEnabled() for champ in carte.poids.values())
    assert not carte.barre.isVisible()
    assert any(mot.startswith("Change") for mot in colonne(page, "hypothese1"))


def test_another_majority(pilote: Pilote) -> None:
    page = aller(pilote)
    assert not page.cartes[0].choix["seuil"].isVisible()
    pilote.cliquer("Autres règles")
    assert page.cartes[0].choix["seuil"].isVisible()
    choisir(page, 1, "seuil", "quarts")
    assert page.simulation is not None
    assert page.simulation.hypotheses[0].majorites == (Majorite(TOUTES, Fraction(3, 4), False),)
    assert page.simulation.changements(0) >= 1


def test_up_to_three_side_by_side_and_kept(pilote: Pilote) -> None:
    page = aller(pilote)
    pilote.cliquer("Ajouter une hypothèse")
    pilote.qtbot.waitUntil(lambda: page.cartes[1].premier().hasFocus())
    pilote.cliquer("Ajouter une hypothèse")
    assert (page.ajouter.isEnabled(), page.retirer.isEnabled()) == (False, True)
    peser(pilote, page, 3, SB="50", PP="20")
    session = pilote.fenetre.session
    chemin = session.chemin
    session.fermer()
    assert pilote.ouvrir(chemin)
    page = aller(pilote)
    assert [carte.poids["SB"].texte() for carte in page.cartes] == ["40", "40", "50"]
    pilote.cliquer("Retirer la dernière")
    assert (len(page.cartes), page.table.isColumnHidden(4)) == (2, True)
    pilote.cliquer("Ajouter une hypothèse")
    assert page.cartes[2].poids["SB"].texte() == "40"
    pilote.cliquer("Reprendre les statuts")
    assert [champ.texte() for champ in page.cartes[0].poids.values()] == ["40", "30", "30"]
    assert (page.ajouter.isEnabled(), page.retirer.isEnabled(), len(page.cartes)) == (True, False, 1)


def test_the_keyboard_goes_from_field_to_field(pilote: Pilote) -> None:
    page = aller(pilote)
    assert page.premier_focus() is page.choix.controle
    page.choix.controle.setFocus()
    for code in ("SB", "PP", "PM"):
        tabuler(pilote)
        assert QApplication.focusWidget() is page.cartes[0].poids[code].ligne
    pilote.qtbot.keyClicks(QApplication.focusWidget(), "5")
    assert page.cartes[0].poids["PM"].texte() == "5"


def test_another_assembly(pilote: Pilote) -> None:
    page = aller(pilote)
    autres = [page.choix.combo.itemData(i) for i in range(page.choix.combo.count())]
    assert "3" in autres
    page.restituer("3")
    assert page.instantane() == "3"
    page.restituer(["inconnu"])
    page.recevoir(99)
    assert page.instantane() == "3"


def test_the_page_is_printed(pilote: Pilote) -> None:
    page = aller(pilote)
    recus: list[tuple[str, str, object]] = []
    page.papier.disconnect()
    page.papier.connect(lambda *papier: recus.append(papier))
    pilote.cliquer("Imprimer la page")
    titre, fichier, composer = recus[0]
    assert (titre, fichier) == ("Hypothèses de pondération", "hypotheses-2026-06-12.pdf")
    octets, issues = composer(lambda _fait, _total: True)  # type: ignore[operator]
    assert octets.startswith(b"%PDF")
    assert issues == ()


@pytest.mark.parametrize(("cle", "mot"), [("statuts", "Simuler…"), ("colleges", "Simuler d’autres poids")])
def test_reached_from_the_statutes_and_the_colleges(pilote: Pilote, cle: str, mot: str) -> None:
    pilote.naviguer(cle)
    pilote.cliquer(mot)
    assert pilote.page.cle == "simulation"
    assert pilote.fenetre.navigation.boutons["statuts"].isChecked()


def test_reached_from_an_assembly(pilote: Pilote) -> None:
    pilote.naviguer("assemblees")
    rang = pilote.assemblees.modele.rang_de(3)
    assert rang is not None
    pilote.assemblees.table.choisir_rang(rang)
    pilote.cliquer("Simuler")
    assert (pilote.page.cle, pilote.page.instantane()) == ("simulation", "3")


def test_by_the_palette(pilote: Pilote) -> None:
    page = aller(pilote)
    assert [c.mot for c in page.commandes()] == ["Imprimer les hypothèses", "Reprendre les statuts"]
    for cle in ("statuts", "colleges", "assemblees"):
        pilote.naviguer(cle)
        if cle == "assemblees":
            pilote.assemblees.restituer(3)
        mots = [c.mot for c in pilote.page.commandes()]
        assert any(mot.startswith("Simuler d’autres") for mot in mots), cle


def test_nothing_was_voted_yet(pilote_nu: Pilote, tmp_path: Path) -> None:
    pilote_nu.ouvrir(fabrique.vide(tmp_path / "vide.scic"))
    page = aller(pilote_nu)
    assert "Aucune décision à revoir" in pilote_nu.textes()
    assert page.boutons() == ()
    assert page.commandes() == ()
    assert page.premier_focus() is page.assemblees
    page.assemblees.click()
    assert pilote_nu.page.cle == "assemblees"


# --- reading


@pytest.mark.parametrize(
    ("texte", "poids"),
    [("45", Fraction(45)), (" 33,5 % ", Fraction(67, 2)), ("100/3", Fraction(100, 3)), ("", None), ("-3", None), ("a", None)],
)  # fmt: skip
def test_a_weight_as_people_type_it(texte: str, poids: Fraction | None) -> None:
    assert lire_poids(texte) == poids


@pytest.mark.parametrize("poids", [Fraction(40), Fraction(67, 2), Fraction(100, 3), Fraction(1, 8)])
def test_a_weight_is_written_exactly(poids: Fraction) -> None:
    assert lire_poids(ecrire_poids(poids)) == poids


def test_choices_make_a_hypothesis() -> None:
    assert hypothese("H", {}, VIDES) == Hypothese("H")
    choix = {**VIDES, "sort": "exclu", "report": "exprimes", "base": "votants", "regle": "ordinaire"}
    une = hypothese("H", {}, choix)
    assert (une.college_vide, une.college_silencieux, une.base_report) == ("exclu", "exclu", "exprimes")
    assert une.majorites == (Majorite("ordinaire", base="votants"),)
    assert fusion("PP>PM") == {"PP": "PM"}
    assert fusion("par_tete") == {}


def test_every_choice_has_a_word() -> None:
    for options in (options_bases(), options_reports(), options_seuils(), options_sorts()):
        assert options[0][0] == ""
        assert all(mot and mot[0].isupper() for _, mot in options)
    assert [cle for cle, _ in options_sorts()[1:]] == list(SORTS)


def test_a_secret_is_shown_as_one() -> None:
    secret, inconnu = Case(None, obstacle=Obstacle.SECRET), Case(None, obstacle=Obstacle.COLLEGE_SEUL)
    assert (etat_case(secret).icone, etat_case(inconnu).icone) == ("lock", "ban")
