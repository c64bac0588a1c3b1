"""The conditions of each kind of resolution: the plain course, and each condition unmet."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from scicvote.core import procedures
from scicvote.core.faits import (
    Affectation,
    Candidature,
    Deport,
    Envoi,
    EtatColleges,
    Fait,
    Mandat,
    Proclamation,
    Resolution,
    Scrutin,
)
from scicvote.core.procedures import Condition, checklist
from scicvote.core.resolution import GENRES
from scicvote.core.vote import controler_ouverture
from scicvote.exchange.statuts import connus
from tests.outils.cooperative import PM, assemblee, convocation, fiche, heure, mouvement, resolution, seance

CLISS = connus()["cliss-xxi"]
TOUS = tuple(range(1, 13))
NOUVELLE = (fiche(20, "Zoé", "Candidate"), mouvement(20, "candidature", date(2026, 4, 1), 0, "2"))


def conditions(r: Resolution, *faits: Fait, **options: Any) -> dict[str, Condition]:
    par_college, statuts = options.get("par_college", True), options.get("statuts")
    exercice = options.get("exercice")
    notice = convocation(par_college=par_college, exercice=exercice)
    dossier, ag = assemblee(notice, r, *faits, statuts=statuts)
    return {c.cle: c for c in checklist(dossier, ag, r)}


def etats(r: Resolution, *faits: Fait, **options: Any) -> dict[str, str]:
    return {cle: str(c.etat) for cle, c in conditions(r, *faits, **options).items()}


def vote(r: Resolution, decision: str, numero: int = 1, mode: str = "main_levee") -> tuple[Fait, ...]:
    scrutin = Scrutin(numero, r.assemblee, r.resolution, r.regle, "resolution", mode, 1, heure(19))
    return scrutin, Proclamation(r.assemblee, numero, heure(19, 20), decision, "{}")


def envoi(objet: str, destinataire: int | None = None) -> Envoi:
    return Envoi(1, date(2026, 5, 20), objet, "recommandé", (), destinataire)


def test_chaque_condition_porte_une_phrase_et_un_article() -> None:
    for objet in GENRES:
        for condition in conditions(resolution(objet=objet, concerne=5, sieges=1)).values():
            assert condition.phrase
            assert condition.articles


def test_admission_l_avis_d_abord_puis_les_parts() -> None:
    r, avis = resolution(2, objet="admission", concerne=20), resolution(1, "avis_college", "avis", concerne=20)
    sans = conditions(r, *NOUVELLE)
    assert (sans["avis"].etat, sans["avis"].detail) == ("manquante", "Collège PP\u00a0: pas encore rendu.")
    assert sans["liberation"].etat == "a_venir"
    for decision, mot in (("adoptee", "favorable"), ("rejetee", "défavorable")):
        rendu = conditions(r, avis, *vote(avis, decision), *NOUVELLE)["avis"]
        assert (rendu.etat, rendu.detail) == ("faite", f"Collège PP\u00a0: {mot}.")
    assert etats(r, *NOUVELLE, par_college=False)["avis"] == "sans_objet"
    assert etats(r, *NOUVELLE, mouvement(20, "liberation", date(2026, 5, 1), 1))["liberation"] == "faite"
    personne = conditions(replace(r, concerne=None))["avis"]
    assert (personne.etat, personne.detail) == ("manquante", "Indiquer la personne, et sa catégorie.")


def test_exclusion_la_convocation_speciale_est_celle_que_l_ouverture_exige() -> None:
    r = resolution(regle="exclusion", objet="exclusion", concerne=5)
    sans = conditions(r)["convocation_speciale"]
    assert (sans.etat, sans.bloquante) == ("manquante", True)
    dossier, ag = assemblee(convocation(), r, *seance(*TOUS))
    refus = [i for i in controler_ouverture(dossier, ag, r, "main_levee", "resolution") if i.bloquante]
    assert [i.code for i in refus] == ["CONVOCATION_SPECIALE"]
    avec = conditions(r, envoi("convocation_speciale", 5))["convocation_speciale"]
    assert (avec.etat, avec.detail) == ("faite", "Envoyée le 20\u00a0mai\u00a02026.")
    assert etats(r, envoi("convocation_speciale", 6))["convocation_speciale"] == "manquante"


def test_la_personne_concernee_vote_si_elle_est_sur_la_liste() -> None:
    r = resolution(regle="exclusion", objet="exclusion", concerne=5)
    assert etats(r, *seance(*TOUS))["vote_interesse"] == "a_venir"
    assert etats(replace(r, concerne=99), *seance(*TOUS))["vote_interesse"] == "sans_objet"


def test_election_candidats_qualites_presentation_secret() -> None:
    r = resolution(regle="election_gerance", objet="election", sieges=1)
    vide = {"candidats": "manquante", "qualite": "a_venir", "presentation": "a_venir", "secret": "a_venir"}
    assert etats(r) == vide
    presente, seul = Candidature(1, 11, 1, "SB"), Candidature(1, 11, 1, "")
    assert etats(r, presente) == {**vide, "candidats": "faite", "qualite": "faite", "presentation": "faite"}
    assert conditions(r, presente)["candidats"].detail == "1\u00a0candidat pour 1\u00a0siège."
    assert etats(r, seul)["presentation"] == "manquante"
    assert etats(r, seul, par_college=False)["presentation"] == "sans_objet"
    for numero in (PM[0], 99):
        assert etats(r, Candidature(1, 11, numero, "SB"))["qualite"] == "manquante"
    assert etats(r, presente, *vote(r, "elus", mode="secret_papier"))["secret"] == "faite"
    assert etats(r, presente, *vote(r, "elus"))["secret"] == "manquante"
    assert etats(r, statuts=replace(CLISS, secret=()))["secret"] == "sans_objet"


def test_revocation_un_gerant_en_fonction_meme_hors_ordre_du_jour() -> None:
    r = resolution(regle="revocation_gerance", objet="revocation", concerne=1, hors_ordre=True)
    mandat = Mandat(1, date(2026, 1, 1), date(2026, 12, 31), None)
    assert etats(r, mandat, *seance(*TOUS)) == {
        "gerant": "faite",
        "ordre_du_jour": "faite",
        "vote_interesse": "a_venir",
    }
    assert etats(r)["gerant"] == "manquante"
    ferme = replace(CLISS, hors_ordre_du_jour=())
    assert etats(r, statuts=ferme)["ordre_du_jour"] == "manquante"
    assert etats(replace(r, hors_ordre=False), statuts=ferme)["ordre_du_jour"] == "faite"


def test_designation_assez_de_membres_presents_pour_la_majorite() -> None:
    r = resolution(regle="designation_candidat", objet="designation", college="SB")
    assert etats(r) == {"majorite": "a_venir"}
    assert etats(r, *seance(1, 2, 3)) == {"majorite": "faite"}
    peu = conditions(r, *seance(1, 2))["majorite"]
    assert (peu.etat, peu.bloquante) == ("manquante", False)
    assert peu.detail.startswith("Il manque 1")


def test_convention_l_interesse_se_retire() -> None:
    r = resolution(objet="convention", concerne=5)
    assert etats(r, *seance(*TOUS)) == {"deport": "manquante"}
    assert etats(r, *seance(*TOUS), Deport(1, 11, 5, heure(18, 30), "convention")) == {"deport": "faite"}
    assert etats(replace(r, concerne=None), *seance(*TOUS)) == {"deport": "sans_objet"}


def test_comptes_l_exercice_et_l_envoi() -> None:
    r = resolution(objet="comptes")
    assert etats(r) == {"exercice": "manquante", "documents": "manquante"}
    assert etats(r, envoi("documents"), exercice=2025) == {"exercice": "faite", "documents": "faite"}


def test_affectation_et_quitus_apres_les_comptes() -> None:
    comptes, r = resolution(1, objet="comptes"), resolution(2, objet="affectation")
    chiffres = Affectation(1, 12, "100", "0", "0", "0", "15", "0", "85", "0")
    assert etats(r) == {"comptes": "manquante", "chiffres": "manquante"}
    assert etats(r, comptes, chiffres) == {"comptes": "faite", "chiffres": "faite"}
    apres = resolution(3, objet="comptes")
    assert etats(resolution(2, objet="quitus", concerne=1), apres)["comptes"] == "manquante"


def test_constitution_des_colleges_demandee_avec_assez_d_associes() -> None:
    r = resolution(regle="extraordinaire", objet="colleges")
    demande = EtatColleges(date(2026, 2, 1), "demandes", 5, None)
    assert etats(r) == {"demande": "manquante", "effectif": "sans_objet", "peuples": "faite"}
    assert etats(r, demande) == {"demande": "faite", "effectif": "manquante", "peuples": "faite"}
    venus = [fiche(n, "Zoé", f"Fictive{n}") for n in range(100, 104)]
    parts = [mouvement(n, "reprise", date(2020, 1, 1), 1, "2") for n in range(100, 104)]
    seize = conditions(r, demande, *venus, *parts)["effectif"]
    assert (seize.etat, seize.detail) == ("faite", "16\u00a0associés ce jour-là, plus de 15 demandés.")
    sans_seuil = replace(CLISS, constitution=replace(CLISS.constitution, associes_plus_de=None))
    assert etats(r, demande, statuts=sans_seuil)["effectif"] == "sans_objet"
    partis = [mouvement(n, "demission", date(2026, 3, 1)) for n in PM]
    assert etats(r, *partis)["peuples"] == "manquante"
    assert conditions(r, *[mouvement(n, "demission", date(2026, 3, 1)) for n in TOUS])["peuples"].detail == ""


def test_poids_l_avis_favorable_de_chaque_college_et_les_bornes() -> None:
    r = resolution(9, "modification_poids", "poids")
    assert etats(r) == dict.fromkeys(("avis_SB", "avis_PP", "avis_PM"), "manquante") | {"bornes": "a_verifier"}
    pour = resolution(1, "avis_college", "avis", college="SB", titre="Poids")
    contre = resolution(2, "avis_college", "avis", college="PP", titre="Poids")
    rendus = conditions(r, pour, contre, *vote(pour, "adoptee"), *vote(contre, "rejetee", 2))
    assert [str(rendus[f"avis_{code}"].etat) for code in ("SB", "PP", "PM")] == ["faite", "manquante", "manquante"]
    assert rendus["avis_SB"].detail == "Poids, 12\u00a0juin\u00a02026\u00a0: favorable."
    assert rendus["avis_PP"].detail.endswith("défavorable.")
    assert rendus["avis_PM"].detail == "Pas encore rendu."
    assert rendus["bornes"].phrase == "Chaque poids entre 10\u00a0points et 50\u00a0points, cent en tout"


@pytest.mark.parametrize(("adopte", "etat"), [("rejetee", "faite"), ("adoptee", "manquante")])
def test_un_avis_plus_ancien_que_le_dernier_changement_des_poids_ne_sert_plus(adopte: str, etat: str) -> None:
    du_college = convocation(2, date(2025, 3, 1), nature="college", college="SB", par_college=False)
    avis = resolution(1, "avis_college", "avis", assemblee=2)
    passee = convocation(3, date(2025, 6, 1), nature="extraordinaire")
    poids = resolution(1, "modification_poids", "poids", assemblee=3)
    faits = (du_college, avis, *vote(avis, "adoptee"), passee, poids, *vote(poids, adopte, 2))
    assert etats(resolution(9, "modification_poids", "poids"), *faits)["avis_SB"] == etat


def test_une_resolution_libre_n_a_pas_de_condition() -> None:
    assert conditions(resolution()) == {}
    assert set(procedures._CONDITIONS) <= set(GENRES)


@pytest.mark.parametrize(
    ("poids", "etat"),
    [
        ((50, 40, 10), "faite"),
        ((51, 39, 10), "manquante"),
        ((50, 41, 9), "manquante"),
        ((45, 30, 24), "manquante"),
    ],
)
def test_les_bornes_se_lisent_dans_le_texte_des_poids(poids: tuple[int, int, int], etat: str) -> None:
    dits = ", ".join(f"{code} {n}\u00a0%" for code, n in zip(("SB", "PP", "PM"), poids, strict=True))
    bornes = conditions(resolution(9, "modification_poids", "poids", texte=f"Poids\u00a0: {dits}."))["bornes"]
    assert bornes.etat == etat
    assert bornes.detail.startswith(f"SB {poids[0]}\u202f%, ")
