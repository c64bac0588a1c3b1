"""Proxy forms: what each carries, for a person, a company, with and without colleges."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from scicvote.actes import registre
from scicvote.core.contexte_papier import Contexte
from scicvote.core.courrier import Courrier
from scicvote.core.papier_procurations import formulaires_pouvoir
from tests.scene_papiers import JOUR, Scene, dit

TOUJOURS = (
    "Cliss XXI", "Pouvoir", "Assemblée générale ordinaire annuelle du 12 juin 2026", "donne pouvoir à (nom et prénom) :",
    "représenter à l’assemblée générale ordinaire annuelle qui se tiendra le vendredi 12 juin 2026 à 18 h 00",
    "salle des Utopies", "voter sur les questions à l’ordre du jour", "« Bon pour pouvoir »", "« Bon pour acceptation »",
    "conjoint ou par un autre associé (statuts, art. 23 ; C. com., art. L223-28)", "ne se transmet pas à une autre personne",
    "tombe si vous venez", "quand la personne qui le porte quitte la séance", "annexé à la feuille de présence (statuts, art. 21-4)",
)  # fmt: skip


def formulaires(scene, associe=None):
    courrier = Courrier(Contexte(scene.depot.dossier, scene.assemblee), date(2026, 5, 27), associe)
    return list(formulaires_pouvoir(courrier))


@pytest.mark.parametrize("par_college", [False, True])
def test_mentions(tmp_path, par_college):
    scene = Scene.creer(tmp_path, 15)
    scene.preparer(par_college=par_college)
    scene.resolution("Comptes", objet="comptes")
    assert {f.mention for f in formulaires(scene)} == {"PROJET"}
    scene.convoquer()
    tous = formulaires(scene)
    assert len(tous) == 15
    for formulaire in tous:
        assert formulaire.mention == ""
        for mention in TOUJOURS:
            assert mention in dit(formulaire), mention
        assert ("du même collège que vous (statuts, art. 26)" in dit(formulaire)) is par_college
    textes = "\n".join(map(dit, tous))
    college = " dans le collège SB" if par_college else ""
    assert (
        f"Je soussignée Mme Inès Marjolaine, demeurant 1 allée des Fables, 00100 Fictiville, associée de Cliss XXI, 6 parts, 1 voix{college},"
        in textes
    )
    assert "Je soussigné M. Sacha Camomille" in textes
    assert (
        "Atelier Fougère, ayant son siège 5 allée des Fables, 00100 Fictiville, représentée par Malo Fougère, gérant de l’atelier, associée"
        in textes
    )
    assert "pour la représenter" in textes


def test_what_is_not_known_is_a_blank(tmp_path):
    scene = Scene.creer(tmp_path, 5)
    scene.preparer()
    personnes = scene.depot.dossier.registre.au(JOUR).par_numero
    scene.faire(registre.modifier_fiche(scene.depot, replace(personnes[5].fiche, representant="", domicile="")))
    scene.faire(registre.modifier_fiche(scene.depot, replace(personnes[2].fiche, civilite="", domicile="")))
    (atelier,), (sacha,) = formulaires(scene, 5), formulaires(scene, 2)
    assert "Atelier Fougère, représentée par …" in dit(atelier)
    assert "Je soussigné Sacha Camomille, associé de" in dit(sacha)
    assert formulaires(scene, 99) == []
