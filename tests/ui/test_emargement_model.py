"""The list of check-in: who answers to what was typed, what is underlined, which rows an act changes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from scicvote.actes import preparation, seance
from scicvote.core import faits as f
from scicvote.core.assemblee import Assemblee
from scicvote.store.depot import Depot
from scicvote.ui.derniers_gestes import derniers_gestes
from scicvote.ui.lecture_emargement import LectureEmargement, LigneEmargement, concernes
from scicvote.ui.models.emargement_model import EmargementModel
from scicvote.ui.surlignage import places
from tests.ui import fabrique, fabrique_seance

HEURE = fabrique_seance.HEURE


@pytest.fixture
def depot(tmp_path: Path) -> Iterator[Depot]:
    with fabrique.ouvrir(tmp_path / "fabrique.scic") as depot:
        fabrique_seance.preparer(depot)
        yield depot


def ag_de(depot: Depot) -> Assemblee:
    return depot.dossier.assemblees[5]


def lecture_de(depot: Depot) -> LectureEmargement:
    return LectureEmargement(depot.dossier, ag_de(depot))


def modele_de(depot: Depot) -> EmargementModel:
    modele = EmargementModel()
    modele.remplacer(lecture_de(depot).lignes())
    return modele


def noms(modele: EmargementModel) -> list[str]:
    return [modele.ligne(rang).nom_registre for rang in range(modele.rowCount())]


def arriver(depot: Depot, *associes: int) -> None:
    for associe in associes:
        presence = f.Presence(5, associe, HEURE, "arrivee", "Alix Prunier", "pièce")
        assert seance.emarger(depot, presence).accepte


def donner(depot: Depot, mandant: int, mandataire: int | None, conjoint: str = "") -> int:
    pouvoir = f.Pouvoir(0, 5, mandant, mandataire, conjoint, bool(conjoint), HEURE, "")
    acte = seance.donner_pouvoir(depot, pouvoir)
    assert acte.accepte
    return int(acte.faits[0].pouvoir)  # type: ignore[attr-defined]


# --- searching


def test_les_meilleures_reponses_d_abord(depot: Depot) -> None:
    modele = modele_de(depot)
    modele.filtrer("MÀR")
    assert noms(modele) == [
        "Marguerite Noé",
        "Marjolaine Inès",
        "Marronnier Alix",
        "Atelier Marmotte",
        "Commune de Marelle-la-Fictive",
        "Camarine Ugo",
        "Les Amarres imaginaires",
        "Tamaris Jo",
    ]
    assert modele.meilleures() == [0, 1, 2]
    modele.filtrer("marguerite noe")
    assert modele.meilleures() == [0]


@pytest.mark.parametrize(
    ("saisie", "premier"),
    [
        ("oeil", "Œillet François"),
        ("francois", "Œillet François"),
        ("noa aub", "Aubépine Noa"),
        ("ugo camarine", "Camarine Ugo"),
        ("songes", "Caisse des Songes"),
        ("prunier songes", "Caisse des Songes"),
    ],
)
def test_nom_prenom_denomination_representant(depot: Depot, saisie: str, premier: str) -> None:
    modele = modele_de(depot)
    modele.filtrer(saisie)
    assert noms(modele)[0] == premier


def test_le_representant_repond_pour_sa_personne_morale(depot: Depot) -> None:
    modele = modele_de(depot)
    modele.filtrer("prunier")
    assert len(noms(modele)) == 7


def test_qui_est_la_n_est_plus_propose(depot: Depot) -> None:
    arriver(depot, 9, 1)
    modele = modele_de(depot)
    modele.filtrer("mar")
    assert [modele.ligne(rang).nom for rang in modele.meilleures()] == ["Marronnier"]
    modele.filtrer("")
    assert modele.meilleures() == []
    assert modele.rowCount() == modele.total == 22
    modele.filtrer("zzz")
    assert (modele.meilleures(), modele.rowCount(), modele.rang_de(9)) == ([], 0, None)


@pytest.mark.parametrize(
    ("texte", "mots", "attendu"),
    [
        ("Marguerite", ["mar"], ((0, 3),)),
        ("Camarine", ["mar"], ((2, 5),)),
        ("Commune de Marelle-la-Fictive", ["mar"], ((11, 14),)),
        ("Camara Martin", ["mar"], ((7, 10),)),
        ("Œillet", ["oei"], ((0, 2),)),
        ("Marelle-la-Fictive", ["fic", "mar"], ((0, 3), (11, 14))),
        ("Édith", ["edi"], ((0, 3),)),
        ("Tom", ["zz"], ()),
        ("Tom", [""], ()),
    ],
)
def test_les_lettres_soulignees(texte: str, mots: list[str], attendu: tuple[tuple[int, int], ...]) -> None:
    assert places(texte, mots) == attendu


# --- following acts


def test_le_modele_suit_les_regles_de_qt(depot: Depot, qtmodeltester: object) -> None:
    modele = modele_de(depot)
    testeur = QAbstractItemModelTester(modele, QAbstractItemModelTester.FailureReportingMode.Warning)
    qtmodeltester.check(modele)  # type: ignore[attr-defined]
    modele.filtrer("mar")
    arriver(depot, 9)
    assert modele.suivre([9, 9999], lecture_de(depot).ligne) == 1
    modele.filtrer("")
    assert testeur.model() is modele
    index = modele.index(modele.rang_de(9) or 0, 0)
    assert modele.data(index, Qt.ItemDataRole.AccessibleTextRole) == "Marguerite Noé, Usagers, PP, Présent, 18:30"
    assert modele.data(index) == "Marguerite Noé"
    assert modele.data(index, Qt.ItemDataRole.DecorationRole) is None
    assert modele.data(modele.index(-1, 0)) is None
    assert modele.connue(9999) is None


def test_chaque_acte_ne_change_que_ses_lignes(depot: Depot) -> None:
    """After any act, following it row by row gives what reading everything again would give."""
    suivi = modele_de(depot)
    arriver(depot, 10)
    actes = [
        lambda: seance.emarger(depot, f.Presence(5, 7, HEURE, "arrivee", "", "")),
        lambda: seance.donner_pouvoir(depot, f.Pouvoir(0, 5, 11, 10, "", False, HEURE, "")),
        lambda: seance.donner_pouvoir(depot, f.Pouvoir(0, 5, 2, 3, "", False, HEURE, "")),
        lambda: seance.emarger(depot, f.Presence(5, 3, HEURE, "arrivee", "", "")),
        lambda: preparation.excuser(depot, 5, 13),
        lambda: seance.emarger(depot, f.Presence(5, 11, HEURE, "arrivee", "", "")),
        lambda: seance.retirer_pouvoir(depot, 5, 2, HEURE, "retiré par le mandant"),
        lambda: seance.donner_pouvoir(depot, f.Pouvoir(0, 5, 5, 7, "", False, HEURE, "")),
        lambda: seance.partir(depot, 5, 7, HEURE + timedelta(hours=1)),
        lambda: seance.inviter(depot, 5, "Nora Passante", ""),
        lambda: seance.donner_pouvoir(depot, f.Pouvoir(0, 5, 12, None, "Max Conjoint", True, HEURE, "")),
    ]
    suivi.remplacer(lecture_de(depot).lignes())
    for agir in actes:
        acte = agir()
        assert acte.accepte
        numeros = concernes(acte.faits, ag_de(depot))
        assert numeros is not None
        assert len(numeros) <= 2 + len(ag_de(depot).tous(f.Pouvoir))
        suivi.suivre(numeros, lecture_de(depot).ligne)
        assert [suivi.ligne(rang) for rang in range(22)] == list(lecture_de(depot).lignes())


def test_ce_qui_peut_tout_changer_fait_tout_relire(depot: Depot) -> None:
    ag = ag_de(depot)
    assert concernes((f.Annulation(3, "erreur"),), ag) is None
    assert concernes((fabrique.mouvement(9, HEURE.date(), "demission"),), ag) is None
    assert concernes((f.FinPouvoir(99, 5, HEURE, ""),), ag) == set()
    assert concernes((f.Cloture(5, HEURE),), ag) is None  # whoever was expected is absent
    assert concernes((f.Ouverture(5, HEURE),), ag) == set()


# --- reading a row


def ligne(depot: Depot, associe: int) -> LigneEmargement:
    return lecture_de(depot).ligne(associe)


def test_chaque_situation_a_son_mot_et_son_icone(depot: Depot) -> None:
    assert (ligne(depot, 9).mot, ligne(depot, 1).mot, ligne(depot, 1).etat.icone) == ("Attendu", "Attendue", "circle")
    donner(depot, 2, 1)
    assert (ligne(depot, 2).mot, ligne(depot, 2).situation) == ("Pouvoir reçu, attend Inès Marjolaine", "recu")
    arriver(depot, 1, 18)
    assert (ligne(depot, 2).mot, ligne(depot, 2).etat.couleur) == ("Pouvoir à Inès Marjolaine", "bon")
    assert ligne(depot, 1).detail == "Salariés, gérante, porte 1\u00a0pouvoir"
    assert ligne(depot, 18).detail == "Financeurs, représentée par Alix Prunier"
    preparation.excuser(depot, 5, 16)
    assert (ligne(depot, 16).mot, ligne(depot, 16).heure) == ("Excusée", "")
    seance.partir(depot, 5, 1, HEURE + timedelta(minutes=20))
    fini = LectureEmargement(depot.dossier, ag_de(depot).avec((f.Cloture(5, HEURE),)))
    assert (fini.ligne(9).mot, fini.ligne(10).mot) == ("Absent", "Absente")
    assert (ligne(depot, 1).mot, ligne(depot, 1).heure, ligne(depot, 2).mot) == ("Partie", "18:50", "Attendu")
    donner(depot, 13, None, "Max Conjoint")
    assert ligne(depot, 13).mot == "Pouvoir à Max Conjoint"


def test_un_pouvoir_recu_avant_le_jour_dit_son_jour(depot: Depot) -> None:
    pouvoir = f.Pouvoir(0, 5, 2, 1, "", False, HEURE - timedelta(days=2), "")
    assert seance.donner_pouvoir(depot, pouvoir).accepte
    assert ligne(depot, 2).heure == "10\u00a0juin"


def test_par_tete_il_n_y_a_pas_de_college(tmp_path: Path) -> None:
    with fabrique.ouvrir(tmp_path / "tetes.scic") as depot:
        fabrique_seance.preparer(depot, par_college=False)
        assert ligne(depot, 9).college == ""


# --- the last gestures


def test_les_derniers_gestes_en_mots(depot: Depot) -> None:
    def gestes() -> list[tuple[str, str]]:
        return [(g.qui, g.quoi) for g in derniers_gestes(depot.dossier, ag_de(depot), 9)]

    arriver(depot, 1, 17)
    numero = donner(depot, 2, 1)
    seance.retirer_pouvoir(depot, 5, numero, HEURE, "retiré par le mandant")
    donner(depot, 13, None, "Max Conjoint")
    preparation.excuser(depot, 5, 16)
    seance.inviter(depot, 5, "Nora Passante", "")
    seance.deposer_document(depot, 5, "Comptes")
    seance.partir(depot, 5, 1, HEURE + timedelta(minutes=5))
    assert gestes() == [
        ("Inès Marjolaine", "partie"),
        ("Comptes", "document déposé"),
        ("Nora Passante", "assiste sans voix"),
        ("Maëlys Lavande", "excusée"),
        ("Ugo Camarine", "pouvoir à Max Conjoint"),
        ("Sacha Camomille", "pouvoir retiré par le mandant"),
        ("Sacha Camomille", "pouvoir à Inès Marjolaine"),
        ("Atelier Marmotte", "arrivé, représentée par Alix Prunier"),
        ("Inès Marjolaine", "arrivée, représentée par Alix Prunier"),
    ]
