"""A new college asked for, in the window; the votes on the capital and on parts on the page where they are prepared."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from scicvote.core import faits as f
from scicvote.ui.dialogs.nouveau_college import DialogueNouveauCollege
from scicvote.ui.dialogs.resolution import DialogueResolution
from scicvote.ui.pages.colleges import PageColleges
from scicvote.ui.pages.preparer import PagePreparer
from scicvote.ui.pages.proclamer import PageProclamer
from tests.ui import fabrique, fabrique_suites
from tests.ui.drivers import Pilote


def ouvrir(pilote: Pilote) -> DialogueNouveauCollege:
    page = pilote.naviguer("colleges")
    assert isinstance(page, PageColleges)
    pilote.cliquer("Demande d’un nouveau collège…")
    assert isinstance(page.dialogue, DialogueNouveauCollege)
    return page.dialogue


def demandes(pilote: Pilote) -> tuple[f.DemandeCollege, ...]:
    return pilote.fenetre.session.dossier.tous(f.DemandeCollege)


def test_what_the_request_lacks_is_said_and_it_is_recorded(pilote: Pilote) -> None:
    dialogue = ouvrir(pilote)
    dialogue.valider.click()
    assert dialogue.qui.recherche.issue is not None
    dialogue.qui.poser([9, 10])
    dialogue.prevenir()
    assert [i.chemin for i in dialogue.avertis.issues] == ["demandeurs", "affiliation", "hypotheses"]
    dialogue.qui.poser([9, 10, 11])
    dialogue.affiliation.poser("les usagers du logiciel")
    dialogue.hypotheses.poser("SB 40, PP 20, PM 20, US 20\n\nSB 30, PP 30, PM 20, US 20")
    dialogue.prevenir()
    assert dialogue.avertis.issues == ()
    dialogue.valider.click()
    (fait,) = demandes(pilote)
    assert (fait.demandeurs, fait.mode, len(fait.hypotheses)) == ((9, 10, 11), "lettre recommandée", 2)
    assert "Nouveau collège demandé le 12\u00a0juin\u00a02026 par 3\u00a0sociétaires" in pilote.textes()


def test_the_management_proposes_it_without_a_letter(pilote: Pilote) -> None:
    dialogue = ouvrir(pilote)
    dialogue.gerance.case.click()
    assert not dialogue.qui.isVisible()
    assert not dialogue.mode.isVisible()
    dialogue.recue.poser(None)
    assert dialogue.lire() is None
    dialogue.recue.poser(pilote.fenetre.session.aujourdhui)
    dialogue.valider.click()
    (fait,) = demandes(pilote)
    assert (fait.demandeurs, fait.mode) == ((), "")
    assert "Nouveau collège demandé le 12\u00a0juin\u00a02026 par la gérance" in pilote.textes()


def test_statutes_without_colleges_have_no_such_request(pilote: Pilote) -> None:
    page = pilote.naviguer("colleges")
    assert isinstance(page, PageColleges)
    page.modele.remplacer([])
    page.demander_nouveau()
    assert page.dialogue is None


@pytest.mark.parametrize(
    ("objet", "personne", "conditions"),
    [
        ("remboursement", 4, ["dette", "tour", "plancher", "delai", "pertes"]),
        ("agrement", 9, ["categories", "gerance", "parts"]),
        ("reduction", None, ["montant", "plancher", "egalite"]),
        ("augmentation", None, ["montant", "plancher", "souscriptions", "plafond_4"]),
        ("dissolution", None, ["liquidateurs", "boni"]),
        ("nouveau_college", None, ["demande", "entendu_SB", "entendu_PP", "entendu_PM"]),
    ],
)
def test_a_point_of_each_new_kind(pilote: Pilote, objet: str, personne: int | None, conditions: list[str]) -> None:
    pilote.fenetre.aller("preparer", 4)
    page = pilote.fenetre.page
    assert isinstance(page, PagePreparer)
    session = pilote.fenetre.session
    ag = session.dossier.assemblees[4]
    dialogue = DialogueResolution(session, ag, None, page)
    dialogue.objet.poser(objet)
    dialogue.objet.change.emit()
    assert dialogue.concerne.isHidden() == (personne is None)
    if personne is not None:
        dialogue.concerne.poser(personne)
        dialogue.concerne.change.emit()
        assert session.dossier.nom(personne) in dialogue.titre_.texte()
    assert dialogue.texte.texte()
    dialogue.valider.click()
    point = next(r for r in session.dossier.assemblees[4].resolutions if r.objet == objet)
    page._montrer_point(point.resolution)
    assert [c.cle for c in page.point.conditions.conditions] == conditions


def test_what_follows_a_vote_on_the_capital_leads_to_the_register(pilote_nu: Pilote, tmp_path: Path) -> None:
    chemin = tmp_path / "capital.scic"
    with fabrique.ouvrir(chemin) as depot:
        ag = fabrique_suites.tenir(depot)
        point = replace(
            fabrique.resolution(301, ag, 9, "Augmentation", "L’assemblée porte le capital à 90\u202f000\u00a0€."),
            objet="augmentation",
            regle="extraordinaire",
        )
        fabrique_suites.ecrire(depot, point)
        oui = {"SB": (7, 0, 0), "PP": (7, 0, 0), "PM": (4, 0, 0)}
        fabrique_suites.ecrire(depot, *fabrique.voter(401, point, fabrique_suites.HEURE, oui, "adoptee"))
    assert pilote_nu.ouvrir(chemin)
    pilote_nu.fenetre.session.choisir_assemblee(ag)
    pilote_nu.fenetre.aller("proclamer", ag)
    page = pilote_nu.page
    assert isinstance(page, PageProclamer)
    assert page.suites.boutons["capital:301"].text() == "Voir le registre"
    page.suites.boutons["capital:301"].click()
    assert pilote_nu.page.cle == "associes"
