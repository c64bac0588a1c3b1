"""What follows from each kind of vote: what is to do, what the facts show as done, what is without object."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from scicvote.core.a_faire import Action, prochaine_etape
from scicvote.core.dossier import ActeFaits, Dossier
from scicvote.core.faits import (
    Affectation,
    Candidature,
    Cloture,
    Compte,
    CorpsScrutin,
    Depouillement,
    EtatColleges,
    Fait,
    FinMandat,
    Mandat,
    Mouvement,
    PresidentCollege,
    ProcesVerbal,
    Proclamation,
    Resolution,
    Scrutin,
    Signature,
    SuiteNotee,
    VersionStatuts,
    VoixCandidat,
)
from scicvote.core.mandats import terme_mandat
from scicvote.core.statuts import Statuts
from scicvote.core.suite_vote import SuiteVote
from scicvote.core.suites_vote import suite_de_cle, suites_a_faire, suites_vote
from scicvote.exchange.statuts import connus
from tests.outils.cooperative import JOUR, assemblee, convocation, fiche, heure, mouvement, resolution, seance

CLISS = connus()["cliss-xxi"]
TOUS = tuple(range(1, 13))
CLOTURE = Cloture(1, heure(20))
APRES = date(2026, 7, 20)
CANDIDATE = (fiche(20, "Zoé", "Candidate"), mouvement(20, "candidature", date(2026, 4, 1), 0, "2"))


def vote(r: Resolution, decision: str) -> tuple[Fait, ...]:
    """A vote on a resolution, as far as its decision."""
    n = r.resolution
    scrutin = Scrutin(n, r.assemblee, n, r.regle, "resolution", "main_levee", 1, heure(19))
    return scrutin, Proclamation(r.assemblee, n, heure(19), decision, "{}")


def elire(r: Resolution, voix: dict[int, int], decision: str, tour: int = 1) -> tuple[Fait, ...]:
    """One round by heads, twelve voters: votes by candidate."""
    n = 10 * r.resolution + tour
    return (
        Scrutin(n, 1, r.resolution, r.regle, "resolution", "secret_papier", tour, heure(19, tour)),
        CorpsScrutin(1, n, "*", 12, 12, 0, 0),
        Depouillement(1, n, heure(19, 10), True),
        Compte(1, n, "*", 12, 0, 0, 0, 0, 0),
        *(VoixCandidat(1, n, "*", candidat, combien) for candidat, combien in voix.items()),
        Proclamation(1, n, heure(19, 20), decision, '{"elus": []}'),
    )


def de(*faits: Fait, par_college: bool = False, statuts: Statuts | None = None, **notice: Any) -> dict[str, SuiteVote]:
    """The follow-ups by key."""
    dossier, ag = assemblee(convocation(par_college=par_college, **notice), *faits, statuts=statuts)
    return {suite.cle: suite for suite in suites_vote(dossier, ag)}


def etats(suites: dict[str, SuiteVote]) -> dict[str, str]:
    return {cle: str(suite.etat) for cle, suite in suites.items()}


def adoptee(objet: str, regle: str = "ordinaire", **champs: Any) -> tuple[Resolution, tuple[Fait, ...]]:
    r = resolution(1, regle, objet, **champs)
    return r, (r, *vote(r, "adoptee"))


# --- nothing before the proclamation, nothing of what was rejected


@pytest.mark.parametrize("objet", ["admission", "exclusion", "revocation", "colleges", "poids", "statuts"])
def test_rien_ne_suit_ce_qui_n_est_pas_adopte(objet: str) -> None:
    r = resolution(1, "extraordinaire", objet, concerne=5)
    assert de(r) == {}
    assert de(r, *vote(r, "rejetee")) == {}
    assert de(r, *vote(r, "sans_quorum")) == {}


def test_ce_qui_n_appelle_rien() -> None:
    for objet in ("autre", "quitus", "convention", "decision_college"):
        _, faits = adoptee(objet)
        assert de(*faits) == {}


# --- the register


@pytest.mark.parametrize(
    ("nom", "attendu"),
    [
        ("Département de la Fable", "de «\u00a0Département de la Fable\u00a0»"),
        ("Atelier Marmotte", "de «\u00a0Atelier Marmotte\u00a0»"),
        ("Les Amarres imaginaires", "des Amarres imaginaires"),
    ],
)
def test_une_denomination_sans_article_est_citee(nom: str, attendu: str) -> None:
    _, faits = adoptee("admission", "admission", concerne=20)
    morale = (fiche(20, "", nom, "morale"), *CANDIDATE[1:])
    ecriture, _ = de(*morale, *faits).values()
    assert ecriture.titre == f"Porter l’admission {attendu} au registre"


def test_une_admission_s_ecrit_et_attend_les_parts() -> None:
    _, faits = adoptee("admission", "admission", concerne=20)
    suites = de(*CANDIDATE, *faits)
    assert etats(suites) == {"admission:11:20": "a_faire", "liberation:11:20": "a_faire"}
    ecriture, parts = suites.values()
    assert (ecriture.geste, ecriture.nature, ecriture.associe, ecriture.debut) == ("mouvement", "admission", 20, JOUR)
    assert ecriture.titre == "Porter l’admission de Zoé Candidate au registre"
    assert ecriture.articles == ("statuts 13",)
    assert (parts.nature, parts.parts) == ("souscription", 0)
    assert "commence le jour où les parts sont payées" in parts.phrase


@pytest.mark.parametrize(
    ("assemblee_", "jour", "etat"),
    [
        (1, date(2026, 6, 15), "fait"),
        (None, JOUR, "fait"),
        (None, date(2026, 6, 15), "fait"),
        (None, date(2026, 6, 11), "a_faire"),
        (2, JOUR, "a_faire"),
    ],
)
def test_l_ecriture_est_celle_de_l_assemblee_ou_la_suit(assemblee_: int | None, jour: date, etat: str) -> None:
    _, faits = adoptee("admission", "admission", concerne=20)
    ecrite = mouvement(20, "admission", jour, assemblee=assemblee_)
    assert etats(de(*CANDIDATE, *faits, ecrite))["admission:11:20"] == etat


def test_souscrites_les_parts_se_liberent_puis_c_est_fait() -> None:
    _, faits = adoptee("admission", "admission", concerne=20)
    souscrites = (*CANDIDATE, *faits, mouvement(20, "souscription", APRES, 3))
    parts = de(*souscrites)["liberation:11:20"]
    assert (parts.etat, parts.nature, parts.parts) == ("a_faire", "liberation", 3)
    assert parts.phrase.startswith("3\u00a0parts souscrites")
    payees = de(*souscrites, mouvement(20, "liberation", APRES, 3))["liberation:11:20"]
    assert payees.etat == "fait"
    assert payees.phrase.startswith("Parts payées le 20\u00a0juillet\u00a02026")


def test_des_parts_recues_d_un_associe_sont_payees() -> None:
    _, faits = adoptee("admission", "admission", concerne=20)
    recues = mouvement(5, "cession", APRES, 2, tiers=20)
    assert etats(de(*CANDIDATE, *faits, recues))["liberation:11:20"] == "fait"
    donnees = mouvement(20, "cession", APRES, 2, tiers=5)
    assert etats(de(*CANDIDATE, *faits, donnees))["liberation:11:20"] == "a_faire"


def test_qui_revient_doit_souscrire_de_nouveau() -> None:
    _, faits = adoptee("admission", "admission", concerne=5)
    parti = mouvement(5, "demission", date(2024, 3, 1))
    assert etats(de(parti, *faits))["liberation:11:5"] == "a_faire"
    assert etats(de(parti, *faits, mouvement(5, "liberation", APRES, 1)))["liberation:11:5"] == "fait"


def test_une_resolution_qui_ne_nomme_personne_est_dite_sans_objet() -> None:
    _, faits = adoptee("admission", "admission")
    (seule,) = de(*faits).values()
    assert (seule.etat, seule.geste) == ("sans_objet", "noter")
    assert "ne nomme personne" in seule.phrase
    _, exclusion = adoptee("exclusion", "exclusion")
    assert etats(de(*exclusion)) == {"exclusion:11": "sans_objet"}


def test_une_exclusion_s_ecrit_puis_les_parts_se_remboursent_a_leur_tour() -> None:
    _, faits = adoptee("exclusion", "exclusion", concerne=5)
    suites = de(*faits)
    assert etats(suites) == {"exclusion:11:5": "a_faire"}
    assert suites["exclusion:11:5"].articles == ("statuts 15", "statuts 11")
    exclue = mouvement(5, "exclusion", JOUR, assemblee=1)
    dette = de(*faits, exclue)["remboursement:11:5"]
    assert (dette.etat, dette.parts, dette.des) == ("a_faire", 10, date(2028, 6, 12))
    assert (
        dette.phrase
        == "10\u00a0parts, 200\u00a0€ au plus\u00a0; exigible à partir du 12\u00a0juin\u00a02028, à son tour."
    )
    remboursee = mouvement(5, "remboursement", date(2028, 7, 1), 10)
    assert de(*faits, exclue, remboursee)["remboursement:11:5"].etat == "fait"
    neuf = mouvement(5, "remboursement", date(2028, 7, 1), 9)
    assert de(*faits, exclue, neuf)["remboursement:11:5"].parts == 1


def test_sans_delai_ni_valeur_des_parts_il_n_est_rien_promis() -> None:
    _, faits = adoptee("exclusion", "exclusion", concerne=5)
    exclue = mouvement(5, "exclusion", JOUR, assemblee=1)
    sans_delai = de(*faits, exclue, statuts=replace(CLISS, remboursement_annees=None))["remboursement:11:5"]
    assert (sans_delai.des, sans_delai.phrase) == (None, "10\u00a0parts, 200\u00a0€ au plus, à son tour.")
    muets = replace(CLISS, capital=replace(CLISS.capital, valeur_part=None))
    assert list(de(*faits, exclue, statuts=muets)) == ["exclusion:11:5"]


def test_qui_etait_deja_parti_n_est_plus_a_exclure() -> None:
    _, faits = adoptee("exclusion", "exclusion", concerne=5)
    (seule,) = de(*faits, mouvement(5, "demission", date(2026, 6, 1))).values()
    assert (seule.etat, seule.phrase) == (
        "sans_objet",
        "Eva Fiction n’a plus la qualité d’associé depuis le 1er\u00a0juin\u00a02026.",
    )
    _, inconnue = adoptee("exclusion", "exclusion", concerne=99)
    assert etats(de(*inconnue)) == {"exclusion:11:99": "sans_objet"}


@pytest.mark.parametrize("decision", ["adoptee", "rejetee"])
def test_l_avis_d_un_college_s_ecrit_dans_les_deux_sens(decision: str) -> None:
    r = resolution(1, "avis_college", "avis", concerne=20, college="PP")
    suites = de(*CANDIDATE, r, *vote(r, decision))
    assert etats(suites) == {"avis:11:20": "a_faire"}
    assert suites["avis:11:20"].nature == "avis_college"
    ecrit = mouvement(20, "avis_college", JOUR, assemblee=1)
    assert etats(de(*CANDIDATE, r, *vote(r, decision), ecrit)) == {"avis:11:20": "fait"}
    assert de(replace(r, concerne=None), *vote(r, decision)) == {}


# --- managers


def election(sieges: int = 1, *candidats: int) -> tuple[Resolution, tuple[Fait, ...]]:
    r = resolution(1, "election_gerance", "election", sieges=sieges)
    return r, (r, *(Candidature(1, 11, n, "") for n in candidats))


def test_l_elue_commence_son_mandat_pour_la_duree_des_statuts() -> None:
    r, faits = election(1, 1, 5)
    suites = de(*seance(*TOUS), *faits, *elire(r, {1: 4, 5: 8}, "elus"))
    assert etats(suites) == {"mandat:11:5": "a_faire"}
    mandat = suites["mandat:11:5"]
    assert (mandat.debut, mandat.fin) == (JOUR, date(2027, 6, 12))
    assert mandat.titre == "Commencer le mandat d’Eva Fiction"
    assert mandat.articles == ("statuts 18-2", "C. com. L223-18")


def test_sans_duree_aux_statuts_la_fin_reste_a_dire() -> None:
    muets = replace(CLISS, delais=replace(CLISS.delais, mandat_gerance_annees=None))
    assert terme_mandat(muets, JOUR) is None
    r, faits = election(1, 5)
    mandat = de(*seance(*TOUS), *faits, *elire(r, {5: 8}, "elus"), statuts=muets)["mandat:11:5"]
    assert mandat.fin is None
    assert "ne disent pas pour combien de temps" in mandat.phrase


def test_qui_est_reelu_continue_le_lendemain_de_son_mandat() -> None:
    r, faits = election(1, 5)
    passe = Mandat(5, date(2025, 6, 20), date(2026, 6, 19), None)
    suites = de(*seance(*TOUS), *faits, *elire(r, {5: 8}, "elus"), passe)
    assert etats(suites) == {"mandat:11:5": "a_faire"}
    assert (suites["mandat:11:5"].debut, suites["mandat:11:5"].fin) == (date(2026, 6, 20), date(2027, 6, 19))


@pytest.mark.parametrize(
    ("debut", "lie", "etat"), [(JOUR, 1, "fait"), (date(2026, 6, 1), 1, "fait"), (JOUR, None, "fait"),
                               (date(2026, 6, 1), None, "a_faire"), (JOUR, 2, "a_faire")],
)  # fmt: skip
def test_le_mandat_enregistre_est_celui_de_l_assemblee(debut: date, lie: int | None, etat: str) -> None:
    r, faits = election(1, 5)
    mandat = Mandat(5, debut, date(2027, 6, 12), lie)
    assert etats(de(*seance(*TOUS), *faits, *elire(r, {5: 8}, "elus"), mandat))["mandat:11:5"] == etat


def test_qui_n_est_pas_reelu_finit_quand_tous_les_sieges_etaient_a_pourvoir() -> None:
    r, faits = election(1, 1, 5)
    base = (*seance(*TOUS), *faits, *elire(r, {1: 4, 5: 8}, "elus"))
    passe = Mandat(1, date(2025, 6, 20), date(2026, 6, 19), None)
    fin = de(*base, passe)["fin_mandat:11:1"]
    assert (fin.etat, fin.geste, fin.associe, fin.debut) == ("a_faire", "fin_mandat", 1, JOUR)
    assert "prévu jusqu’au 19\u00a0juin\u00a02026, finit le 12\u00a0juin\u00a02026" in fin.phrase
    assert de(*base, passe, FinMandat(1, JOUR, "non réélu"))["fin_mandat:11:1"].etat == "fait"
    deux = Mandat(2, date(2025, 6, 20), date(2026, 6, 19), None)
    assert "fin_mandat:11:1" not in de(*base, passe, deux)  # one seat of two: the other keeps theirs


def test_un_mandat_qui_finit_le_jour_meme_finit_seul() -> None:
    r, faits = election(1, 1, 5)
    base = (*seance(*TOUS), *faits, *elire(r, {1: 4, 5: 8}, "elus"))
    echu = de(*base, Mandat(1, date(2025, 6, 12), JOUR, None))["fin_mandat:11:1"]
    assert (echu.etat, echu.phrase) == ("sans_objet", "Il finit de lui-même le 12\u00a0juin\u00a02026.")
    assert "fin_mandat:11:1" not in de(*base, Mandat(1, date(2025, 6, 11), date(2026, 6, 11), None))
    demission = FinMandat(1, date(2026, 6, 1), "démission")
    assert "fin_mandat:11:1" not in de(*base, Mandat(1, date(2025, 6, 20), date(2026, 6, 19), None), demission)


def test_les_elus_du_premier_tour_commencent_meme_si_le_second_echoue() -> None:
    r, faits = election(2, 1, 5, 6)
    premier = elire(r, {1: 10, 5: 5, 6: 5}, "second_tour")
    assert list(de(*seance(*TOUS), *faits, *premier)) == ["mandat:11:1"]
    second = elire(r, {5: 6, 6: 6}, "ballottage", 2)
    assert list(de(*seance(*TOUS), *faits, *premier, *second)) == ["mandat:11:1"]


def test_une_revocation_finit_le_mandat_le_jour_du_vote() -> None:
    _, faits = adoptee("revocation", "revocation_gerance", concerne=1)
    mandat = Mandat(1, date(2025, 6, 20), date(2026, 6, 19), None)
    suite = de(*faits, mandat)["revocation:11:1"]
    assert (suite.etat, suite.geste, suite.debut) == ("a_faire", "fin_mandat", JOUR)
    assert suite.phrase == "Il finit le 12\u00a0juin\u00a02026, jour du vote."
    assert de(*faits, mandat, FinMandat(1, JOUR, "révocation"))["revocation:11:1"].etat == "fait"
    assert de(*faits)["revocation:11:1"].etat == "sans_objet"
    assert de(*adoptee("revocation", "revocation_gerance")[1]) == {}


def designation(decision: str = "adoptee", **champs: Any) -> tuple[Fait, ...]:
    r = resolution(1, "designation_candidat", "designation", **{"concerne": 5, "college": "PP", **champs})
    return (r, *vote(r, decision))


def test_qui_est_designe_se_presente_a_l_election_qui_vient() -> None:
    seule = de(*designation())["presentation:11:5"]
    assert (seule.etat, seule.cible, seule.geste) == ("a_faire", None, "presenter")
    assert "inscrire d’abord l’élection" in seule.phrase
    prochaine = convocation(2, date(2026, 7, 1))
    election_ = resolution(1, "election_gerance", "election", assemblee=2, sieges=1)
    prete = de(*designation(), prochaine, election_)["presentation:11:5"]
    assert (prete.etat, prete.cible) == ("a_faire", (2, 21))
    assert prete.phrase == "À l’élection de l’AG ordinaire du 1er\u00a0juillet\u00a02026, au nom du collège PP."
    presente = de(*designation(), prochaine, election_, Candidature(2, 21, 5, "PP"))["presentation:11:5"]
    assert presente.etat == "fait"
    ailleurs = de(*designation(), prochaine, election_, Candidature(2, 21, 5, "SB"))["presentation:11:5"]
    assert ailleurs.etat == "a_faire"
    tenue = de(*designation(), prochaine, election_, Cloture(2, heure(20)))["presentation:11:5"]
    assert (tenue.etat, tenue.phrase) == ("sans_objet", "L’élection s’est tenue sans cette candidature.")
    passee = convocation(2, date(2026, 6, 1))
    assert de(*designation(), passee, election_)["presentation:11:5"].cible is None


def test_une_designation_sans_nom_ou_rejetee_n_appelle_rien() -> None:
    assert de(*designation(concerne=None)) == {}
    assert de(*designation("rejetee")) == {}


def test_le_college_d_une_assemblee_de_college_presente() -> None:
    suites = de(*designation(college=""), nature="college", college="SB")
    assert suites["presentation:11:5"].college == "SB"


# --- colleges and statutes


def test_les_colleges_se_constituent_puis_designent_leurs_presidents() -> None:
    _, faits = adoptee("colleges", "extraordinaire")
    suites = de(*faits)
    assert etats(suites) == {"colleges:11": "a_faire"}
    assert suites["colleges:11"].debut == JOUR
    constitues = EtatColleges(JOUR, "constitues", None, 1)
    president = PresidentCollege("SB", 2, None, APRES)
    assert etats(de(*faits, constitues, president)) == {
        "colleges:11": "fait",
        "presidence:11:SB": "fait",
        "presidence:11:PP": "a_faire",
        "presidence:11:PM": "a_faire",
    }
    demandes = EtatColleges(JOUR, "demandes", 5, None)
    assert etats(de(*faits, demandes)) == {"colleges:11": "a_faire"}
    avant = de(*faits, EtatColleges(date(2020, 1, 1), "constitues", None, None))
    assert etats(avant) == {"colleges:11": "sans_objet"}
    assert "Ils l’étaient déjà" in avant["colleges:11"].phrase


POIDS = "L’assemblée fixe ainsi leurs poids\u00a0: SB, 45\u00a0%, PP, 30\u00a0%, PM, 25\u00a0%."


def version(dossier: Dossier, effet: date, poids: Iterable[int]) -> Dossier:
    colleges = tuple(replace(c, poids=Fraction(p)) for c, p in zip(CLISS.colleges, poids, strict=True))
    return dossier.avec(ActeFaits(9, (VersionStatuts(effet, ""),)), [replace(CLISS, colleges=colleges)])


@pytest.mark.parametrize(
    ("effet", "poids", "etat"),
    [
        (JOUR, (45, 30, 25), "a_faire"),
        (date(2026, 6, 13), (45, 30, 25), "fait"),
        (date(2026, 6, 13), (50, 25, 25), "a_faire"),
    ],
)
def test_les_poids_votes_entrent_en_vigueur_apres_l_assemblee(
    effet: date, poids: tuple[int, int, int], etat: str
) -> None:
    _, faits = adoptee("poids", "modification_poids", texte=POIDS)
    dossier, _ = assemblee(convocation(), *faits)
    dossier = version(dossier, effet, poids)
    suite = suite_de_cle(dossier, dossier.assemblees[1], "poids:11")
    assert suite is not None
    assert (suite.etat, suite.geste) == (etat, "poids")
    assert suite.phrase.startswith("SB 45\u202f%, PP 30\u202f% et PM 25\u202f%, en vigueur ")


def test_des_poids_illisibles_se_lisent_par_des_gens() -> None:
    _, faits = adoptee("poids", "modification_poids", texte="L’assemblée change les poids.")
    (suite,) = de(*faits).values()
    assert (suite.cle, suite.geste, suite.etat) == ("statuts:11", "statuts", "a_faire")


def test_une_modification_des_statuts_se_note_avec_sa_version() -> None:
    _, faits = adoptee("statuts", "extraordinaire")
    assert etats(de(*faits)) == {"statuts:11": "a_faire"}
    note = SuiteNotee(1, "statuts:11", APRES, "sans_objet", "aucune règle de ce fichier ne change")
    suite = de(*faits, note)["statuts:11"]
    assert suite.etat == "sans_objet"
    assert suite.phrase == "Sans objet le 20\u00a0juillet\u00a02026\u00a0: aucune règle de ce fichier ne change."


# --- capital, parts, the end

GROS = (fiche(30, "Léa", "Abondante"), mouvement(30, "reprise", date(2020, 1, 1), 180, "2"))  # 6 000 € in all


@pytest.mark.parametrize(("euros", "baisse", "hausse"), [
    ("5999", "a_faire", "fait"), ("6000", "fait", "fait"), ("6001", "fait", "a_faire"),
])  # fmt: skip
def test_le_capital_vote_est_atteint_quand_le_registre_le_dit(euros: str, baisse: str, hausse: str) -> None:
    for objet, etat in (("reduction", baisse), ("augmentation", hausse)):
        _, faits = adoptee(objet, "extraordinaire", texte=f"Le capital passe à {euros} €.")
        suites = de(*GROS, *faits)
        assert etats(suites) == {"capital:11": etat, "statuts:11": "a_faire"}
        assert suites["capital:11"].geste == "registre"
        assert "plancher de 3\u202f800\u00a0€" in suites["capital:11"].phrase


def test_un_montant_illisible_se_note() -> None:
    _, faits = adoptee("reduction", "extraordinaire")
    assert de(*GROS, *faits)["capital:11"].geste == "noter"
    vide = Dossier().avec(ActeFaits(1, (VersionStatuts(CLISS.date, ""), convocation(), *faits)), [CLISS])
    assert suites_vote(vide, vide.assemblees[1])[0].geste == "noter"


def test_un_nouveau_college_s_ecrit_dans_les_statuts() -> None:
    _, faits = adoptee("nouveau_college", "extraordinaire")
    suite = de(*faits)["statuts:11"]
    assert (suite.geste, suite.articles) == ("statuts", ("statuts 25-2", "statuts 22"))


def test_une_cession_agreee_se_porte_au_registre() -> None:
    _, faits = adoptee("agrement", concerne=5)
    suite = de(*faits)["cession:11:5"]
    assert (suite.etat, suite.nature) == ("a_faire", "cession")
    for jour, etat in ((JOUR, "fait"), (date(2026, 6, 11), "a_faire")):
        assert de(*faits, mouvement(5, "cession", jour, 2, tiers=6))["cession:11:5"].etat == etat
    assert de(*adoptee("agrement")[1]) == {}


def test_un_remboursement_anticipe_est_du_tout_de_suite() -> None:
    _, faits = adoptee("remboursement", concerne=5)
    suite = de(*faits, mouvement(5, "demission", date(2026, 3, 1)))["remboursement:11:5"]
    assert (suite.etat, suite.des, suite.parts) == ("a_faire", None, 10)
    assert de(*faits)["remboursement:11:5"].etat == "fait"
    assert de(*adoptee("remboursement")[1]) == {}


def test_une_dissolution_finit_les_mandats_et_se_publie() -> None:
    _, faits = adoptee("dissolution", "extraordinaire")
    mandat = Mandat(1, date(2025, 6, 20), date(2026, 6, 19), None)
    suites = de(*faits, mandat, CLOTURE)
    assert list(suites) == ["liquidateur:11", "dissolution:11:1", "liquidation"]
    assert (suites["dissolution:11:1"].geste, suites["dissolution:11:1"].articles) == (
        "fin_mandat",
        ("C. com. L237-15",),
    )
    assert suites["liquidation"].terme == date(2026, 7, 12)


@pytest.mark.parametrize("objet", ["nouveau_college", "agrement", "augmentation", "remboursement", "dissolution"])
def test_rien_ne_suit_un_rejet_du_capital_ni_de_la_fin(objet: str) -> None:
    r = resolution(1, "extraordinaire", objet, concerne=5)
    assert de(r, *vote(r, "rejetee")) == {}


# --- what happens outside the file


def annuelle() -> tuple[Fait, ...]:
    comptes, affectation = resolution(1, objet="comptes"), resolution(2, objet="affectation")
    chiffres = Affectation(1, 12, "1000", "0", "0", "0", "150", "0", "800", "50")
    return (comptes, affectation, chiffres, *vote(comptes, "adoptee"), *vote(affectation, "adoptee"), CLOTURE)


def test_les_comptes_se_deposent_et_les_interets_se_payent_hors_du_fichier() -> None:
    suites = de(*annuelle(), exercice=2025)
    assert etats(suites) == {"depot": "a_faire", "paiement": "a_faire"}
    assert [s.terme for s in suites.values()] == [date(2026, 7, 12), date(2026, 9, 30)]
    assert {s.geste for s in suites.values()} == {"noter"}
    avant_cloture = [f for f in annuelle() if f is not CLOTURE]
    assert de(*avant_cloture, exercice=2025) == {}


@pytest.mark.parametrize(("etat", "motif", "phrase"), [
    ("fait", "récépissé n°\u00a012", "Fait le 20\u00a0juillet\u00a02026\u00a0: récépissé n°\u00a012."),
    ("sans_objet", "", "Sans objet le 20\u00a0juillet\u00a02026."),
])  # fmt: skip
def test_une_formalite_notee_ne_reste_pas_a_faire(etat: str, motif: str, phrase: str) -> None:
    faits = (*annuelle(), SuiteNotee(1, "depot", APRES, etat, motif))
    depot = de(*faits, exercice=2025)["depot"]
    assert (depot.etat, depot.phrase) == (etat, phrase)
    autre = (*annuelle(), SuiteNotee(2, "depot", APRES, etat, motif))
    assert de(*autre, exercice=2025)["depot"].etat == "a_faire"


def test_une_note_ne_contredit_pas_un_fait() -> None:
    _, faits = adoptee("admission", "admission", concerne=20)
    ecrite = mouvement(20, "admission", JOUR, assemblee=1)
    note = SuiteNotee(1, "admission:11:20", APRES, "sans_objet", "elle renonce")
    assert de(*CANDIDATE, *faits, ecrite, note)["admission:11:20"].etat == "fait"
    assert de(*CANDIDATE, *faits, note)["admission:11:20"].etat == "sans_objet"


def test_la_seconde_consultation_se_convoque() -> None:
    r = resolution(1, objet="comptes")
    echouee = (r, *vote(r, "rejetee"), CLOTURE)
    suites = de(*echouee)
    assert (suites["seconde"].etat, suites["seconde"].geste) == ("a_faire", "seconde")
    convoquee = de(*echouee, convocation(2, date(2026, 7, 10), consultation=2, suite_de=1))
    assert convoquee["seconde"].etat == "fait"


def test_d_autres_statuts_ne_sont_pas_cites_par_les_numeros_de_cliss() -> None:
    _, faits = adoptee("exclusion", "exclusion", concerne=5)
    (suite,) = de(*faits, statuts=replace(CLISS, references={})).values()
    assert suite.articles == ("statuts",)


# --- what is still to do of the whole file


def test_l_accueil_dit_ce_qui_reste_a_faire_une_fois_la_seance_close() -> None:
    _, faits = adoptee("exclusion", "exclusion", concerne=5)
    tenue = (convocation(par_college=False), *faits)
    dossier, _ = assemblee(*tenue)
    assert suites_a_faire(dossier, APRES) == ()
    signee = (*tenue, CLOTURE, ProcesVerbal(1, "", 1, JOUR, None, ""), Signature(1, "", 1, JOUR, ("Ada Fictive",)))
    dossier, ag = assemblee(*signee)
    assert [(a.numero, s.cle) for a, s in suites_a_faire(dossier, APRES)] == [(ag.numero, "exclusion:11:5")]
    etape = prochaine_etape(dossier, APRES)
    assert (etape.action, etape.assemblee, etape.article) == (Action.SUIVRE, 1, "statuts 15")
    ecrite: Mouvement = mouvement(5, "exclusion", JOUR, assemblee=1)
    faite, _ = assemblee(*signee, ecrite)
    assert suites_a_faire(faite, APRES) == ()
    assert prochaine_etape(faite, APRES).action == Action.ANNUELLE


def test_un_remboursement_ne_se_rappelle_qu_une_fois_exigible() -> None:
    _, faits = adoptee("exclusion", "exclusion", concerne=5)
    ecrite = mouvement(5, "exclusion", JOUR, assemblee=1)
    dossier, _ = assemblee(convocation(), *faits, CLOTURE, ecrite)
    assert suites_a_faire(dossier, date(2028, 6, 11)) == ()
    assert [s.cle for _, s in suites_a_faire(dossier, date(2028, 6, 12))] == ["remboursement:11:5"]


def test_ce_qui_a_un_terme_est_au_calendrier_et_non_dans_ce_qui_reste() -> None:
    dossier, ag = assemblee(convocation(exercice=2025), *annuelle())
    assert suites_a_faire(dossier, APRES) == ()
    assert suite_de_cle(dossier, ag, "rien") is None


def test_une_suite_se_lit_dans_les_seules_ecritures_de_la_personne() -> None:
    """A register of thousands is not read again for each vote of each assembly."""
    admission, exclusion = (
        resolution(1, "admission", "admission", concerne=20),
        resolution(2, "exclusion", "exclusion", concerne=5),
    )
    exclue = mouvement(5, "exclusion", JOUR, assemblee=1)
    faits = (
        *CANDIDATE,
        admission,
        exclusion,
        *vote(admission, "adoptee"),
        *vote(exclusion, "adoptee"),
        exclue,
        CLOTURE,
    )
    dossier, _ = assemblee(convocation(par_college=False), *faits)
    assert len(suites_a_faire(dossier, date(2030, 1, 1))) == 3
    assert dossier.registre._etats == {}
