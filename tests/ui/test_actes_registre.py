"""Acts on the register from the window: every nature, each refusal on its field, warnings asked about once."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from scicvote.core.registre import LIBELLES, SORTIES, Associe, NatureMouvement
from scicvote.exchange.tableur import lire_table
from scicvote.ui.dialogs.alertes import DialogueAlertes
from scicvote.ui.dialogs.annulation import DialogueAnnulation, acte_de
from scicvote.ui.dialogs.fiche import DialogueFiche
from scicvote.ui.dialogs.inscription import ENTREES, DialogueInscription
from scicvote.ui.dialogs.mouvement import CHAMPS, DialogueMouvement, natures
from tests.ui import fabrique
from tests.ui.drivers import Pilote
from tests.ui.gestes_registre import avertissements, champ, dialogue, refus, remplir, sur_la_fiche, valider

N = NatureMouvement
AUJOURDHUI = fabrique.MAINTENANT.date()
FACULTATIFS = ("parts", "tiers", "categorie", "assemblee")


@pytest.fixture
def page(pilote: Pilote) -> Pilote:
    pilote.naviguer("associes")
    return pilote


def inscription(page: Pilote) -> DialogueInscription:
    page.cliquer("Inscrire un associé")
    return dialogue(page, DialogueInscription)


def mouvement(page: Pilote, qui: str, nature: NatureMouvement) -> DialogueMouvement:
    sur_la_fiche(page, qui, "Mouvement")
    ouvert = dialogue(page, DialogueMouvement)
    ouvert.choisir(nature)
    return ouvert


def associe(page: Pilote, nom: str, jour: date = AUJOURDHUI) -> Associe:
    etat = page.fenetre.session.dossier.registre.au(jour)
    return next(a for a in etat.personnes if a.nom_registre == nom)


# --- somebody new


def test_somebody_taken_over_is_an_associe_at_once(page: Pilote) -> None:
    ouvert = inscription(page)
    assert champ(ouvert, "nom").controle.hasFocus()
    page.taper("Pivoine")
    remplir(ouvert, prenom="Léa", domicile="1 rue de l’Exemple", categorie="5", nature="reprise", parts="3")
    assert "collège SB" in champ(ouvert, "categorie").note.text()
    valider(page, ouvert)
    nouvelle = associe(page, "Pivoine Léa")
    assert (nouvelle.parts, nouvelle.liberees, nouvelle.entree) == (3, 3, fabrique.MAINTENANT.date())
    assert page.associes.fiche.textes()[0] == "Léa Pivoine"
    assert page.banniere == "Léa Pivoine entre au registre."


@pytest.mark.parametrize(
    ("entree", "parts", "liberees"), [("candidature", 0, 0), ("souscription", 2, 0), ("liberation", 2, 2)]
)
def test_a_candidate_waits_for_the_assembly(page: Pilote, entree: str, parts: int, liberees: int) -> None:
    ouvert = inscription(page)
    remplir(ouvert, nom="Pivoine", prenom="Léa", domicile="ici", categorie="2", nature=entree)
    assert champ(ouvert, "parts").isHidden() == (entree == "candidature")
    if parts:
        remplir(ouvert, parts=str(parts))
    assert "art. 12 et 13" in champ(ouvert, "nature").note.text()
    valider(page, ouvert)
    nouvelle = associe(page, "Pivoine Léa")
    assert (nouvelle.parts, nouvelle.liberees, nouvelle.entree) == (parts, liberees, None)
    assert page.associes.tous.isChecked()  # she is shown, though not yet an associée
    assert page.associes.fiche.textes()[0] == "Léa Pivoine"


def test_every_fault_of_an_entry_at_once(page: Pilote) -> None:
    ouvert = inscription(page)
    remplir(ouvert, nature="reprise")
    valider(page, ouvert)
    assert refus(ouvert) == {
        "nom": "NOM",
        "categorie": "CATEGORIE_MANQUANTE",
        "parts": "PARTS",
        "domicile": "DOMICILE",
    }
    assert champ(ouvert, "nom").controle.hasFocus()
    assert ouvert.isVisible()


def test_a_day_is_needed(page: Pilote) -> None:
    ouvert = inscription(page)
    remplir(ouvert, nom="Pivoine", jour="")
    valider(page, ouvert)
    assert refus(ouvert) == {"jour": "DATE"}
    remplir(ouvert, jour="35 juin")
    valider(page, ouvert)
    assert champ(ouvert, "jour").controle.hasFocus()
    assert ouvert.isVisible()


def test_a_legal_person_has_a_representative_and_no_first_name(page: Pilote) -> None:
    ouvert = inscription(page)
    remplir(
        ouvert, personne="morale", nom="Atelier Pivoine", representant="Zoé Fictive", qualite_representant="gérante"
    )
    assert champ(ouvert, "prenom").isHidden()
    assert champ(ouvert, "nom").etiquette.text() == "Dénomination"
    remplir(ouvert, domicile="ici", categorie="5", nature="reprise", parts="1")
    valider(page, ouvert)
    assert avertissements(page) == ("CATEGORIE_PERSONNE",)  # said, never blocked
    assert associe(page, "Atelier Pivoine").fiche.representant == "Zoé Fictive"


def test_the_enter_key_is_enough_and_escape_keeps_the_draft(page: Pilote) -> None:
    ouvert = inscription(page)
    remplir(ouvert, nom="Pivoine", prenom="Léa", domicile="ici", categorie="2")
    page.touche(Qt.Key.Key_Escape)
    repris = inscription(page)
    assert champ(repris, "prenom").texte() == "Léa"
    page.qtbot.keyClick(champ(repris, "nom").controle, Qt.Key.Key_Return)
    assert associe(page, "Pivoine Léa").entree is None
    assert champ(inscription(page), "nom").texte() == ""  # the draft is done with


def test_every_way_in_begins_with_a_category() -> None:
    assert all(entree[0] in (N.CANDIDATURE, N.REPRISE) for entree in ENTREES.values())


# --- movements


@pytest.mark.parametrize("nature", list(NatureMouvement))
def test_each_nature_has_its_fields(page: Pilote, nature: NatureMouvement) -> None:
    ouvert = mouvement(page, "marjolaine", nature)
    montres = {nom for nom in FACULTATIFS if not champ(ouvert, nom).isHidden()}
    assert montres == CHAMPS[nature]
    assert champ(ouvert, "nature").note.text()  # what it means, and its article


@pytest.mark.parametrize(
    ("nature", "champs", "attendu"),
    [
        (N.SOUSCRIPTION, {"parts": "4"}, (9, 5)),
        (N.CESSION, {"parts": "2", "tiers": "Camomille Sacha (2)"}, (3, 3)),
        (N.RECTIFICATION, {"parts": "-2"}, (3, 3)),
        (N.OPERATION, {}, (5, 5)),
        (N.AVIS_COLLEGE, {"assemblee": "3"}, (5, 5)),
        (N.ADMISSION, {"assemblee": "3"}, (5, 5)),
        (N.CHANGEMENT_CATEGORIE, {"categorie": "5"}, (5, 5)),
        (N.REMBOURSEMENT, {"parts": "1"}, (5, 5)),
        (N.REPRISE, {"parts": "1", "categorie": "1"}, (6, 6)),
        (N.CANDIDATURE, {"categorie": "1"}, (5, 5)),
        *((nature, {}, (0, 0)) for nature in sorted(SORTIES)),
    ],
)
def test_a_movement_is_recorded(
    page: Pilote, nature: NatureMouvement, champs: dict[str, str], attendu: tuple[int, int]
) -> None:
    ouvert = mouvement(page, "marjolaine", nature)
    remplir(ouvert, **champs, piece="lettre")
    valider(page, ouvert)
    if nature == N.REMBOURSEMENT:
        assert avertissements(page) == ("PARTS",)  # nothing is due to somebody who is still there
    elle = associe(page, "Marjolaine Inès")
    assert (elle.parts, elle.liberees) == attendu
    dernier = page.fenetre.session.dossier.registre.mouvements_de(elle.numero)[-1]
    assert (dernier.nature, dernier.piece) == (str(nature), "lettre")
    assert page.banniere.startswith(LIBELLES[nature])


def test_paying_up_after_subscribing(page: Pilote) -> None:
    ouvert = mouvement(page, "marjolaine", N.SOUSCRIPTION)
    remplir(ouvert, parts="4")
    valider(page, ouvert)
    assert any("Libération des parts" in texte for texte in page.associes.fiche.textes())  # an alert, on the card
    encore = mouvement(page, "marjolaine", N.LIBERATION)
    remplir(encore, parts="4")
    valider(page, encore)
    assert associe(page, "Marjolaine Inès").liberees == 9


@pytest.mark.parametrize(
    ("nature", "champs", "attendus"),
    [
        (N.SOUSCRIPTION, {}, {"parts": "PARTS"}),
        (N.LIBERATION, {"parts": "1"}, {"parts": "PARTS"}),
        (N.CESSION, {"parts": "99", "tiers": "Camomille Sacha (2)"}, {"parts": "PARTS"}),
        (N.CESSION, {}, {"parts": "PARTS", "tiers": "CESSION"}),
        (N.RECTIFICATION, {"parts": "-6"}, {"parts": "PARTS"}),
        (N.CHANGEMENT_CATEGORIE, {}, {"categorie": "CATEGORIE_MANQUANTE"}),
        (N.DEMISSION, {"jour": "1/1/2012"}, {".": "SORTIE"}),
    ],
)
def test_each_refusal_is_on_its_field(
    page: Pilote, nature: NatureMouvement, champs: dict[str, str], attendus: dict[str, str]
) -> None:
    avant = page.fenetre.session.dossier
    ouvert = mouvement(page, "marjolaine", nature)
    remplir(ouvert, **champs)
    valider(page, ouvert)
    vus = refus(ouvert)
    assert vus == attendus or vus == {"associe": attendus.get(".", "")}
    assert ouvert.isVisible()
    assert page.fenetre.session.dossier is avant


def test_a_transfer_between_categories_is_warned_about_with_its_article(page: Pilote) -> None:
    ouvert = mouvement(page, "marjolaine", N.CESSION)
    remplir(ouvert, parts="1", tiers="Œillet François (15)")
    valider(page, ouvert)
    assert avertissements(page) == ("AGREMENT",)
    assert associe(page, "Œillet François").parts == 2


def test_what_fits_the_person_comes_first(page: Pilote) -> None:
    assert natures(associe(page, "Marjolaine Inès"))[0] == N.SOUSCRIPTION
    assert natures(associe(page, "Prunelle Ada"))[0] == N.AVIS_COLLEGE
    assert natures(associe(page, "Romarin Paul"))[0] == N.REMBOURSEMENT
    assert set(natures(associe(page, "Romarin Paul"))) == set(NatureMouvement)


def test_enter_on_a_row_opens_the_movement(page: Pilote) -> None:
    page.touche(Qt.Key.Key_Down)
    page.touche(Qt.Key.Key_Return)
    assert dialogue(page, DialogueMouvement).isVisible()


def test_without_a_row_nothing_opens(page: Pilote) -> None:
    page.taper("zzz")
    page.associes.mouvementer()
    page.associes.modifier()
    assert page.associes.dialogue is None


# --- identities


def test_an_identity_changes_from_a_day_on(page: Pilote) -> None:
    sur_la_fiche(page, "lavande", "Modifier")
    ouvert = dialogue(page, DialogueFiche)
    remplir(ouvert, domicile="2 place Neuve", effet="1/6/2026")
    valider(page, ouvert)
    assert associe(page, "Lavande Maëlys").fiche.domicile == "2 place Neuve"
    assert associe(page, "Lavande Maëlys", date(2026, 5, 31)).fiche.domicile == "16 rue de l’Exemple, 00000 Fictiville"
    assert "2 place Neuve" in page.associes.fiche.textes()


def test_an_identity_needs_a_name_and_a_day(page: Pilote) -> None:
    sur_la_fiche(page, "lavande", "Modifier")
    ouvert = dialogue(page, DialogueFiche)
    remplir(ouvert, nom="", domicile="")
    valider(page, ouvert)
    assert refus(ouvert) == {"nom": "NOM", "domicile": "DOMICILE"}
    remplir(ouvert, nom="Lavande", effet="")
    valider(page, ouvert)
    assert refus(ouvert)["effet"] == "DATE"


# --- taking back


def test_a_movement_is_taken_back(page: Pilote) -> None:
    ouvert = mouvement(page, "marjolaine", N.SOUSCRIPTION)
    remplir(ouvert, parts="4")
    valider(page, ouvert)
    dossier = page.fenetre.session.dossier
    souscrit = dossier.registre.mouvements_de(1)[-1]
    retour = next(
        b for b in page.associes.fiche.boutons_retour() if b.accessibleName().startswith("Annuler\u00a0: Souscription")
    )
    page.qtbot.mouseClick(retour, Qt.MouseButton.LeftButton)
    annulation = dialogue(page, DialogueAnnulation)
    assert acte_de(dossier, souscrit) == page.fenetre.session.entrees()[-1].numero
    remplir(annulation, motif="saisie deux fois")
    valider(page, annulation)
    assert associe(page, "Marjolaine Inès").parts == 5


def test_what_others_rest_on_is_not_taken_back(page: Pilote) -> None:
    page.associes.recherche.setText("marjolaine")
    page.associes.annuler(page.fenetre.session.dossier.registre.mouvements_de(1)[0])
    annulation = dialogue(page, DialogueAnnulation)
    remplir(annulation, motif="essai")
    valider(page, annulation)
    assert set(refus(annulation).values()) == {"ACTE_DEFINITIF"}


def test_a_fact_of_no_act_has_no_number(page: Pilote) -> None:
    assert acte_de(page.fenetre.session.dossier, fabrique.mouvement(1, date(2026, 1, 1), "operation")) == 0


# --- alerts, export


def test_the_alerts_with_figures_and_articles(page: Pilote) -> None:
    page.cliquer("3\u00a0alertes")
    textes = page.textes(dialogue(page, DialogueAlertes))
    assert any("27,63\u202f% du capital" in texte for texte in textes)
    assert any("art. 12" in texte for texte in textes)
    page.cliquer("Fermer")


@pytest.mark.parametrize("format_", ["xlsx", "ods", "csv"])
def test_the_register_is_exported_and_reads_again(
    page: Pilote, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, format_: str
) -> None:
    chemin = tmp_path / f"registre.{format_}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(chemin), ""))
    with page.qtbot.waitSignal(page.associes.phrase) as dit:
        page.cliquer("Exporter")
    assert dit.args == [f"Registre écrit\u00a0: {chemin}", "bon"]
    table = lire_table(chemin).table
    assert table is not None
    assert len(table.lignes) == 22


def test_the_ending_follows_the_format_that_was_chosen(
    page: Pilote, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reponse = (str(tmp_path / "registre"), "Classeur OpenDocument (*.ods)")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: reponse)
    with page.qtbot.waitSignal(page.associes.phrase):
        page.associes.ouvrir_export()
    assert (tmp_path / "registre.ods").exists()


def test_an_export_that_cannot_be_written_says_why(
    page: Pilote, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "absent" / "r.csv"), ""))
    with page.qtbot.waitSignal(page.associes.phrase) as dit:
        page.associes.ouvrir_export()
    assert dit.args[1] == "faute"
    assert "ne peut pas être écrit" in dit.args[0]


def test_giving_up_the_export_writes_nothing(page: Pilote, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    with page.qtbot.assertNotEmitted(page.associes.travail):
        page.associes.ouvrir_export()


# --- where one was


def test_one_comes_back_to_the_same_person(page: Pilote) -> None:
    page.associes.recherche.setText("lavande")
    instantane = page.associes.instantane()
    page.associes.recherche.clear()
    page.associes.restituer(instantane)
    assert page.associes.fiche.textes()[0] == "Maëlys Lavande"
    page.associes.restituer("autre chose")
    assert page.associes.recherche.text() == "lavande"


def test_what_the_palette_offers(page: Pilote) -> None:
    mots = [commande.mot for commande in page.associes.commandes()]
    assert mots == [
        "Inscrire un associé",
        "Importer un registre",
        "Exporter le registre",
        "Alertes du registre",
        "Enregistrer un mouvement",
        "Modifier la fiche",
    ]
