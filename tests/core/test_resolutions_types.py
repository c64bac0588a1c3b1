"""Ready-made resolutions: what an annual assembly usually votes, in French, with the true figures, names and dates."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from scicvote.core.assemblee import Assemblee
from scicvote.core.dossier import Dossier
from scicvote.core.faits import Cloture, EtatColleges, Fait, Mandat
from scicvote.core.resolution import BLANC, GENRES, Objet, a_completer, controler_resolution
from scicvote.core.resolutions_types import FORMALITES, candidats_associes, colleges_votants, propositions
from scicvote.core.statuts import Delais, Statuts
from scicvote.core.textes_resolution import Sujet, modele
from scicvote.exchange.statuts import connus
from tests.outils.cooperative import JOUR, assemblee, convocation, fiche, heure, mouvement, resolution

CLISS = connus()["cliss-xxi"]


def annuelle(*faits: Fait, **champs: Any) -> tuple[Dossier, Assemblee]:
    return assemblee(convocation(**{"exercice": 2025, **champs}), *faits)


def candidature(numero: int = 40, categorie: str = "2", parts: int = 3, civilite: str = "Mme") -> tuple[Fait, ...]:
    personne = replace(fiche(numero, "Iris", "Candide"), civilite=civilite)
    return personne, mouvement(numero, "candidature", date(2026, 5, 2), parts, categorie)


def objets(dossier: Dossier, ag: Assemblee, usuelles: bool = True) -> list[str]:
    return [p.resolution.objet for p in propositions(dossier, ag) if p.usuelle or not usuelles]


def net(texte: str) -> str:
    return texte.replace("\u00a0", " ").replace("\u202f", " ")


def texte(objet: str, dossier: Dossier, ag: Assemblee, **champs: Any) -> str:
    return net(modele(Sujet(dossier, ag, **champs), objet).texte)


def titre(objet: str, dossier: Dossier, ag: Assemblee, **champs: Any) -> str:
    return net(modele(Sujet(dossier, ag, **champs), objet).titre)


# --- which ones


def test_l_assemblee_annuelle_a_ses_resolutions_dans_l_ordre() -> None:
    dossier, ag = annuelle(*candidature())
    proposees = propositions(dossier, ag)
    assert objets(dossier, ag) == [
        "comptes", "affectation", "convention", "quitus", "election", "avis", "admission", "autre",
    ]  # fmt: skip
    assert [p.resolution.titre for p in proposees if not p.usuelle] == [
        "Candidature à la gérance présentée par le collège «\u00a0" + college.nom + "\u00a0»"
        for college in CLISS.colleges
    ] + ["Pertes de la qualité d’associé"]
    for p in proposees:
        assert p.resolution.assemblee == 1
        assert [i for i in controler_resolution(dossier, ag, p.resolution) if i.bloquante] == []


def test_par_tete_ni_avis_ni_designation() -> None:
    dossier, ag = annuelle(*candidature(), par_college=False)
    assert objets(dossier, ag, usuelles=False) == [
        "comptes", "affectation", "convention", "quitus", "election", "admission", "autre", "autre",
    ]  # fmt: skip


def test_ce_qui_est_deja_a_l_ordre_du_jour_n_est_plus_propose() -> None:
    dossier, ag = annuelle(
        resolution(1, "ordinaire", "comptes"),
        resolution(2, "admission", "admission", concerne=40),
        resolution(3, titre=FORMALITES),
        *candidature(),
    )
    restantes = [p.resolution for p in propositions(dossier, ag)]
    assert "comptes" not in [r.objet for r in restantes]
    assert "admission" not in [r.objet for r in restantes]
    assert FORMALITES not in [r.titre for r in restantes]
    assert "Pertes de la qualité d’associé" in [r.titre for r in restantes]


def test_hors_de_l_annuelle_il_ne_reste_que_les_admissions() -> None:
    assert objets(*annuelle(*candidature(), exercice=None, nature="ordinaire_extraordinairement")) == [
        "avis",
        "admission",
    ]
    assert objets(*annuelle(*candidature(), exercice=None, nature="extraordinaire")) == []


@pytest.mark.parametrize(
    ("nature", "attendus"), [("extraordinaire", ["colleges"]), ("mixte", ["colleges"]), ("ordinaire", [])]
)
def test_les_colleges_demandes_vont_a_l_assemblee_extraordinaire(nature: str, attendus: list[str]) -> None:
    demande = EtatColleges(date(2026, 1, 5), "demandes", 5, None)
    assert objets(*annuelle(demande, exercice=None, nature=nature)) == attendus
    constitues = EtatColleges(date(2026, 3, 5), "constitues", None, None)
    assert objets(*annuelle(demande, constitues, exercice=None, nature=nature)) == []


def test_la_seconde_consultation_ne_propose_rien() -> None:
    assert objets(*annuelle(consultation=2, suite_de=3), usuelles=False) == []


def test_un_college_donne_son_avis_et_presente_un_candidat() -> None:
    champs = {"nature": "college", "college": "PP", "par_college": False, "exercice": None}
    assert objets(*annuelle(*candidature(), **champs)) == ["avis", "designation"]
    assert objets(*annuelle(*candidature(), **{**champs, "college": "PM"})) == ["designation"]


def test_l_avis_rendu_ou_prevu_ailleurs_n_est_pas_redemande() -> None:
    reunion = convocation(2, date(2026, 6, 2), nature="college", college="PP", par_college=False)
    point = resolution(1, "avis_college", "avis", assemblee=2, concerne=40)
    prevue = annuelle(reunion, point, *candidature())
    assert "avis" not in objets(*prevue)
    assert "avis" in objets(*prevue, usuelles=False)
    close = annuelle(reunion, point, Cloture(2, heure(19, jour=date(2026, 6, 2))), *candidature())
    assert "avis" in objets(*close)  # held without deciding: the opinion is still to be given


def test_qui_est_candidat() -> None:
    dossier, ag = annuelle(*candidature())
    assert [p.numero for p in candidats_associes(dossier, ag)] == [40]
    admis = annuelle(*candidature(), mouvement(40, "admission", date(2026, 5, 20)))
    assert candidats_associes(*admis) == ()
    parti = mouvement(5, "demission", date(2026, 2, 1))
    assert candidats_associes(*annuelle(parti)) == ()
    revenu = annuelle(parti, mouvement(5, "candidature", date(2026, 4, 1), 1, "2"))
    assert [p.numero for p in candidats_associes(*revenu)] == [5]


def test_un_candidat_sans_college_n_appelle_pas_d_avis() -> None:
    assert objets(*annuelle(*candidature(categorie="9"), exercice=None)) == ["admission"]


# --- their texts


def test_les_textes_de_l_assemblee_annuelle() -> None:
    mandats = (Mandat(1, date(2025, 6, 13), JOUR, None), Mandat(2, date(2025, 6, 13), JOUR, None))
    dossier, ag = annuelle(*mandats)
    assert texte("comptes", dossier, ag) == (
        "L’assemblée, après avoir entendu le rapport de gestion et pris connaissance des comptes de l’exercice clos le "
        "31 décembre 2025, approuve ce rapport et ces comptes tels qu’ils lui ont été présentés, ainsi que les opérations "
        "qu’ils traduisent."
    )
    assert "quitus entier et sans réserve" in texte("quitus", dossier, ag)
    assert "à la gérance (Ada Fictive et Bob Exemple)" in texte("quitus", dossier, ag)
    assert "l’article L223-19" in texte("convention", dossier, ag)
    election = next(p.resolution for p in propositions(dossier, ag) if p.resolution.objet == "election")
    assert (election.sieges, election.titre) == (2, "Élection de deux gérants")
    assert (
        net(election.texte)
        == "L’assemblée élit deux gérants pour une année, parmi les candidats présentés par les collèges."
    )


def test_sans_gerant_connu() -> None:
    dossier, ag = annuelle(par_college=False, exercice=None)
    assert "donne à la gérance quitus" in texte("quitus", dossier, ag)
    assert "clos le 31 décembre 2025" in texte("quitus", dossier, ag)
    assert titre("election", dossier, ag) == "Élection d’un gérant"
    sans_duree = replace(CLISS, delais=Delais())
    muets = assemblee(convocation(par_college=False), statuts=sans_duree)
    assert texte("election", *muets, sieges=3) == "L’assemblée élit trois gérants."


def test_les_pertes_de_qualite_par_categorie() -> None:
    partis = (
        mouvement(1, "fin_contrat", date(2025, 3, 1)),
        mouvement(6, "demission", date(2025, 9, 1)),
        mouvement(7, "demission", date(2025, 9, 2)),
        mouvement(8, "demission", date(2026, 1, 5)),  # after the closing: told next year
    )
    dossier, ag = annuelle(*partis)
    pertes = next(p for p in propositions(dossier, ag) if p.resolution.titre.startswith("Pertes"))
    assert pertes.usuelle
    assert net(pertes.resolution.texte) == (
        "L’assemblée prend acte que trois associés ont perdu cette qualité au cours de l’exercice 2025. "
        "Catégorie 1 (Salariés) : 1 ; Catégorie 3 (Membres soutiens) : 2."
    )


def test_une_seule_perte_et_une_categorie_inconnue() -> None:
    entree = mouvement(41, "reprise", date(2021, 1, 1), 1, "9")
    dossier, ag = annuelle(fiche(41, "Zoé", "Hors"), entree, mouvement(41, "demission", date(2025, 5, 5)))
    pertes = next(p for p in propositions(dossier, ag) if p.resolution.titre.startswith("Pertes"))
    assert "prend acte qu’un associé a perdu" in net(pertes.resolution.texte)
    assert "Catégorie 9 : 1." in net(pertes.resolution.texte)


def test_une_admission_dit_la_categorie_et_les_parts() -> None:
    dossier, ag = annuelle(*candidature())
    assert titre("admission", dossier, ag, concerne=40) == "Admission d’Iris Candide"
    assert texte("admission", dossier, ag, concerne=40) == (
        "L’assemblée admet Iris Candide en qualité d’associée, dans la catégorie 2 (Usagers), pour 3 parts sociales."
    )
    assert "avis favorable à l’admission d’Iris Candide" in texte("avis", dossier, ag, concerne=40, college="PP")
    sans_parts = annuelle(*candidature(parts=0, categorie="9", civilite="M."))
    assert texte("admission", *sans_parts, concerne=40).endswith("en qualité d’associé, dans la catégorie 9.")
    sans_rien = annuelle(fiche(42, "Jo", "Nulle"), mouvement(42, "avis_college", date(2026, 5, 5)))
    assert f"dans la catégorie {BLANC}" in texte("admission", *sans_rien, concerne=42)


def test_les_mots_s_accordent() -> None:
    dossier, ag = annuelle(*candidature())
    assert "Iris Candide ayant été spécialement convoquée pour être entendue" in texte(
        "exclusion", dossier, ag, concerne=40
    )
    assert "Ada Fictive ayant été spécialement convoqué pour être entendu," in texte(
        "exclusion", dossier, ag, concerne=1
    )
    assert (
        texte("revocation", dossier, ag, concerne=40) == "L’assemblée révoque Iris Candide de ses fonctions de gérante."
    )
    assert titre("convention", dossier, ag, concerne=9) == "Convention réglementée avec La Fabrique imaginaire"


def test_le_college_qui_vote() -> None:
    dossier, ag = annuelle()
    nom = CLISS.par_code["PM"].nom
    assert nom in texte("designation", dossier, ag, college="PM")
    assert texte("decision_college", dossier, ag) == f"Le collège décide {BLANC}."
    reunion = annuelle(nature="college", college="PM", par_college=False)
    assert nom in texte("decision_college", *reunion)


def test_constituer_et_peser() -> None:
    dossier, ag = annuelle()
    assert "prévus par les statuts (statuts, art. 22)" in texte("colleges", dossier, ag)
    assert "(40 % des voix)" in texte("colleges", dossier, ag)
    assert texte("poids", dossier, ag).count(BLANC) == 3
    nus: Statuts = replace(CLISS, colleges=(), references={})
    muets = assemblee(convocation(par_college=False), statuts=nus)
    assert texte("colleges", *muets) == f"L’assemblée constitue les collèges prévus par les statuts : {BLANC}."
    assert texte("poids", *muets).endswith(f"{BLANC}.")


@pytest.mark.parametrize("forme", ["SARL", "SA", "SAS"])
def test_l_article_des_conventions_suit_la_forme(forme: str) -> None:
    articles = {"SARL": "L223-19", "SA": "L225-38", "SAS": "L227-10"}
    dossier, ag = assemblee(convocation(), statuts=replace(CLISS, forme=forme))
    assert f"l’article {articles[forme]} du" in texte("convention", dossier, ag)


@pytest.mark.parametrize("objet", list(GENRES))
def test_chaque_genre_a_son_texte_et_ses_blancs(objet: str) -> None:
    """What is not known is a blank, never an invention; and blanks are found again."""
    dossier, ag = annuelle()
    ecrit = modele(Sujet(dossier, ag), objet)
    assert ecrit.texte.endswith(".") or ecrit.texte.endswith("»")
    complet = resolution(1, GENRES[objet].regle, objet, titre=ecrit.titre, texte=ecrit.texte)
    sans_blanc = {Objet.COMPTES, Objet.CONVENTION, Objet.QUITUS, Objet.ELECTION, Objet.COLLEGES}
    assert a_completer(complet) == (objet not in sans_blanc)


def test_un_blanc_dans_le_titre_se_voit() -> None:
    assert a_completer(resolution(1, titre=f"Admission de {BLANC}"))


# --- who votes


def test_les_colleges_qui_peuvent_voter() -> None:
    _, ag = annuelle()
    codes = [code for code, _ in colleges_votants(CLISS, ag, "avis")]
    assert codes == ["SB", "PP", "PM", "*"]
    assert colleges_votants(CLISS, ag, "comptes") == ()
    _, par_tete = annuelle(par_college=False)
    assert colleges_votants(CLISS, par_tete, "avis") == ()
    assert colleges_votants(replace(CLISS, regles={}), ag, "avis") == ()
