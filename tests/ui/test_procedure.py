"""The checklist beside a resolution: an icon, a word and an article for each condition."""

from __future__ import annotations

import pytest

from scicvote.core.procedures import Condition, EtatCondition
from scicvote.ui.pages.preparer import PagePreparer
from scicvote.ui.widgets.carte_procedure import ListeConditions, etat_condition
from scicvote.ui.widgets.conditions_pliables import ConditionsPliables
from tests.ui.drivers import Pilote


def condition(etat: EtatCondition, bloquante: bool = False, detail: str = "") -> Condition:
    return Condition("essai", "Avis du collège d’accueil", ("statuts 13",), etat, bloquante, detail)


@pytest.mark.parametrize("etat", list(EtatCondition))
def test_chaque_etat_a_une_icone_et_un_mot(etat: EtatCondition) -> None:
    vu = etat_condition(condition(etat))
    assert vu.icone
    assert vu.mot


def test_ce_qui_refuse_le_vote_se_distingue_de_ce_qui_avertit() -> None:
    refuse, avertit = (etat_condition(condition(EtatCondition.MANQUANTE, b)) for b in (True, False))
    assert (refuse.icone, refuse.mot) == ("octagon-alert", "Manque, le vote sera refusé")
    assert (avertit.icone, avertit.mot) == ("triangle-alert", "Manque")
    assert etat_condition(condition(EtatCondition.FAITE, True)).mot == "Fait"


def test_la_liste_se_cache_quand_rien_n_est_demande(pilote: Pilote) -> None:
    liste = ListeConditions()
    pilote.qtbot.addWidget(liste)
    liste.montrer([condition(EtatCondition.A_VENIR, detail="Collège PP.")])
    assert liste.isVisibleTo(None)
    assert [c.etat for c in liste.conditions] == [EtatCondition.A_VENIR]
    liste.montrer([condition(EtatCondition.A_VENIR, detail="Collège PP.")])
    liste.montrer([])
    assert not liste.isVisibleTo(None)


def test_la_page_preparer_montre_les_conditions_de_la_resolution_choisie(pilote: Pilote) -> None:
    pilote.fenetre.aller("preparer", 3)
    page = pilote.fenetre.page
    assert isinstance(page, PagePreparer)
    ag = page.ag
    assert ag is not None
    vues = {}
    for r in ag.resolutions:
        page._montrer_point(r.resolution)
        vues[r.objet] = [c.cle for c in page.point.conditions.conditions]
    assert vues["election"] == ["candidats", "qualite", "presentation", "secret"]
    assert vues["autre"] == []


def test_dans_une_carte_etroite_deux_lignes_et_le_detail_de_ce_qui_manque(pilote: Pilote) -> None:
    pliables = ConditionsPliables()
    pilote.qtbot.addWidget(pliables)
    faite = condition(EtatCondition.FAITE, detail="Le 20 mai.")
    manque = condition(EtatCondition.MANQUANTE, bloquante=True, detail="Enregistrer sa date.")
    pliables.montrer(1, [faite, manque])
    pliables.show()
    dits = pilote.textes(pliables)
    assert "Fait · Statuts, art. 13" in dits
    assert "Manque, le vote sera refusé · Enregistrer sa date · Statuts, art. 13" in dits
    assert pliables.bilan.mot.property("couleur") == "faute"
    pliables.montrer(2, [condition(EtatCondition.A_VENIR)])
    assert pliables.bilan.mot.text() == "aucune ne manque"
    assert not pliables.liste.isVisible()
    pliables.montrer(3, [])
    assert not pliables.isVisible()
