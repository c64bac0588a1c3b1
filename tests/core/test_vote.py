"""Opening, counting and declaring: what must hold at each step."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from scicvote.core.assemblee import Assemblee, Vote
from scicvote.core.dossier import ActeFaits, Dossier
from scicvote.core.faits import (
    Candidature,
    Cloture,
    Compte,
    CorpsScrutin,
    Deport,
    Depouillement,
    Envoi,
    Fait,
    Fiche,
    Proclamation,
    RetraitResolution,
    Scrutin,
    Suspension,
    VoixCandidat,
)
from scicvote.core.issue import Issue
from scicvote.core.recalcul import (
    candidats_du_tour,
    cle_candidat,
    cles_anciennes,
    elus_de,
    question_de,
    resultat_de,
    seance_de,
    sieges_du_tour,
)
from scicvote.core.statuts import Statuts
from scicvote.core.vote import (
    ComptageCorps,
    controler_comptage,
    controler_deport,
    controler_ouverture,
    corps_attendus,
    corps_du_vote,
    voix_manquantes,
)
from scicvote.exchange.statuts import connus
from tests.outils.cooperative import (
    arrivee,
    assemblee,
    convocation,
    fiche,
    heure,
    liste,
    mouvement,
    pouvoir,
    resolution,
    seance,
)

CLISS = connus()["cliss-xxi"]
TOUS = tuple(range(1, 13))


def codes(issues: Any) -> list[tuple[str, bool]]:
    return [(issue.code, issue.bloquante) for issue in issues]


def scrutin(
    numero: int = 1,
    n: int = 11,
    regle: str = "ordinaire",
    objet: str = "resolution",
    mode: str = "main_levee",
    tour: int = 1,
) -> Scrutin:
    return Scrutin(numero, 1, n, regle, objet, mode, tour, heure(19))


def corps(numero: int = 1, college: str = "SB", inscrits: int = 4, presents: int = 4, retires: int = 0) -> CorpsScrutin:
    return CorpsScrutin(1, numero, college, inscrits, presents, 0, retires)


def depouille(numero: int = 1) -> Depouillement:
    return Depouillement(1, numero, heure(19, 10), False)


def proclame(decision: str, numero: int = 1, resultat: str = "{}") -> Proclamation:
    return Proclamation(1, numero, heure(19, 20), decision, resultat)


def ouverture(*faits: Fait, mode: str = "main_levee", presents: tuple[int, ...] = TOUS,
              statuts: Statuts = CLISS, par_college: bool = True, **champs: Any) -> tuple[Issue, ...]:  # fmt: skip
    point = resolution(**champs)
    tout, ag = assemblee(convocation(par_college=par_college), point, *seance(*presents), *faits, statuts=statuts)
    return controler_ouverture(tout, ag, point, mode, "resolution")


# --- the bodies


def corps_vus(
    *faits: Fait, par_college: bool = True, objet: str = "resolution"
) -> dict[str, tuple[int, int, int, int]]:
    tout, ag = assemblee(convocation(par_college=par_college), resolution(objet="convention"), *liste(), *faits)
    return {
        c.college: (c.inscrits, c.presents, c.representes, c.retires)
        for c in corps_du_vote(tout, ag, scrutin(objet=objet))
    }


def test_les_corps_comme_ils_sont_la() -> None:
    faits = (arrivee(1), arrivee(2), pouvoir(1, 3, 1), pouvoir(2, 4, 5), arrivee(9), arrivee(6))
    assert corps_vus(*faits) == {"SB": (4, 3, 1, 0), "PP": (4, 1, 0, 0), "PM": (4, 1, 0, 0)}  # 5 has not come
    assert corps_vus(*faits, par_college=False) == {"*": (12, 5, 1, 0)}
    assert corps_vus(*faits, arrivee(5))["SB"] == (4, 4, 2, 0)  # counted in the giver's college


def test_qui_a_perdu_la_qualite_ne_compte_plus() -> None:
    assert corps_vus(arrivee(1), mouvement(4, "demission", date(2026, 6, 10)))["SB"] == (3, 1, 0, 0)
    assert corps_vus(arrivee(4), mouvement(4, "demission", date(2026, 6, 12)))["SB"] == (3, 0, 0, 0)


def test_seule_une_convention_retire_de_la_base() -> None:
    deport = Deport(1, 11, 1, heure(18), "convention")
    assert corps_vus(arrivee(1), deport)["SB"] == (4, 1, 0, 1)
    assert corps_vus(arrivee(1), replace(deport, motif="libre"))["SB"] == (4, 1, 0, 0)
    assert corps_vus(deport)["SB"] == (4, 0, 0, 0)  # not there: nothing to withdraw from
    assert corps_vus(arrivee(1), deport, objet="demande_secret")["SB"] == (4, 1, 0, 0)


# --- opening


@pytest.mark.parametrize(
    ("faits", "champs", "attendus"),
    [
        ((), {}, []),
        ((Cloture(1, heure(20)),), {}, ["SEANCE_CLOSE"]),
        ((Suspension(1, heure(19), "suspension", ""),), {}, ["SUSPENDUE"]),
        ((Suspension(1, heure(19), "suspension", ""), Suspension(1, heure(19, 5), "reprise", "")), {}, []),
        ((scrutin(), corps()), {}, ["SCRUTIN_OUVERT"]),
        ((scrutin(), corps(), depouille()), {}, ["NON_PROCLAMEE"]),
        ((scrutin(), corps(), depouille(), proclame("adoptee")), {}, ["DEJA_VOTEE"]),
        ((scrutin(n=12), corps(), depouille(), proclame("adoptee")), {}, []),
        ((scrutin(), corps(), depouille(), proclame("second_tour")), {}, []),
        ((RetraitResolution(1, 11, heure(19), ""),), {}, ["RETIREE"]),
        ((), {"mode": "à mains nues"}, ["MODE"]),
        ((), {"objet": "demande_secret"}, []),
        ((), {"objet": "demande_secret", "mode": "?"}, ["MODE"]),
    ],
)
def test_ce_qui_empeche_d_ouvrir(faits: tuple[Fait, ...], champs: dict[str, Any], attendus: list[str]) -> None:
    objet = champs.pop("objet", "resolution")
    point = resolution()
    tout, ag = assemblee(convocation(), point, *seance(*TOUS), *faits)
    issues = controler_ouverture(tout, ag, point, champs.get("mode", "main_levee"), objet)
    assert codes(issues) == [(code, True) for code in attendus]


def test_avant_la_seance() -> None:
    tout, ag = assemblee(convocation(), resolution(), *liste())
    issues = controler_ouverture(tout, ag, resolution(), "main_levee", "resolution")
    assert codes(issues) == [("SEANCE_NON_OUVERTE", True), ("BUREAU", True)]


def test_la_demande_d_un_scrutin_secret() -> None:
    demande = (scrutin(1, regle="scrutin_secret", objet="demande_secret"), corps(), depouille())
    acceptee = (*demande, proclame("adoptee"))
    assert codes(ouverture(*acceptee)) == [("SECRET_DEMANDE", True)]
    assert ouverture(*acceptee, mode="secret_papier") == ()
    assert ouverture(*demande, proclame("rejetee")) == ()
    assert ouverture(*demande) == ()  # counted, not declared: nothing is decided yet
    tout, ag = assemblee(convocation(), resolution(), *seance(*TOUS), *acceptee)
    assert codes(controler_ouverture(tout, ag, resolution(), "main_levee", "demande_secret")) == [("DEJA_VOTEE", True)]
    sans = replace(CLISS, regles={nom: r for nom, r in CLISS.regles.items() if nom != "scrutin_secret"})
    tout, ag = assemblee(convocation(), resolution(), *seance(*TOUS), statuts=sans)
    assert codes(controler_ouverture(tout, ag, resolution(), "main_levee", "demande_secret")) == [
        ("REGLE_INCONNUE", True)
    ]


ELECTION: dict[str, Any] = {"regle": "election_gerance", "objet": "election", "sieges": 1}


def test_une_election_est_secrete_et_a_des_candidats() -> None:
    presentee = Candidature(1, 11, 1, "SB")
    assert codes(ouverture(mode="secret_papier", **ELECTION)) == [("SANS_CANDIDAT", True)]
    assert codes(ouverture(presentee, **ELECTION)) == [("SECRET_OBLIGATOIRE", True)]
    assert ouverture(presentee, mode="secret_papier", **ELECTION) == ()
    seule = replace(presentee, presente_par="")
    deux = (seule, Candidature(1, 11, 2, ""))
    assert codes(ouverture(*deux, mode="secret_papier", **ELECTION)) == [("CANDIDAT_NON_PRESENTE", False)]
    assert ouverture(seule, mode="secret_papier", par_college=False, **ELECTION) == ()


def test_une_exclusion_suppose_une_convocation_speciale() -> None:
    exclusion: dict[str, Any] = {"regle": "exclusion", "objet": "exclusion", "concerne": 4}
    envoi = Envoi(1, date(2026, 5, 20), "convocation_speciale", "recommandé", (), 4)
    assert codes(ouverture(**exclusion)) == [("CONVOCATION_SPECIALE", True)]
    assert codes(ouverture(replace(envoi, destinataire=3), **exclusion)) == [("CONVOCATION_SPECIALE", True)]
    assert ouverture(envoi, **exclusion) == ()


def test_l_avis_precede_une_admission() -> None:
    admission: dict[str, Any] = {"regle": "admission", "objet": "admission", "concerne": 13, "numero": 2}
    candidat = (fiche(13, "Ivo", "Candidat"), mouvement(13, "candidature", date(2026, 6, 1), categorie="3"))
    avis = resolution(1, "avis_college", "avis", college="PP", concerne=13)
    assert codes(ouverture(*candidat, **admission)) == [("AVIS_MANQUANT", False)]
    assert ouverture(*candidat, par_college=False, **admission) == ()
    assert ouverture(**{**admission, "concerne": None}) == ()
    for decision, mot in (("adoptee", "favorable"), ("rejetee", "défavorable")):
        (issue,) = ouverture(*candidat, avis, scrutin(), corps(), depouille(), proclame(decision), **admission)
        assert (issue.code, issue.bloquante) == ("AVIS_COLLEGE", False)
        assert f"Avis {mot} du collège PP" in issue.phrase


@pytest.mark.parametrize(("presents", "manque"), [((1, 2, 3, 4), 0), ((1, 2, 3), 0), ((1, 2), 1), ((1,), 2), ((5,), 3)])
def test_une_designation_hors_d_atteinte_se_dit_avant(presents: tuple[int, ...], manque: int) -> None:
    designation: dict[str, Any] = {"regle": "designation_candidat", "objet": "designation", "college": "SB"}
    issues = ouverture(presents=presents, **designation)
    assert codes(issues) == ([("MAJORITE_IMPOSSIBLE", False)] if manque else [])
    assert not manque or f"Il manque {manque}\u00a0" in issues[0].phrase


def test_les_voix_qui_manquent() -> None:
    def manque(regle: str, presents: tuple[int, ...], statuts: Statuts = CLISS, **champs: Any) -> int:
        par_college = champs.pop("par_college", True)
        point = resolution(regle=regle, **champs)
        tout, ag = assemblee(convocation(par_college=par_college), point, *seance(*presents), statuts=statuts)
        return voix_manquantes(tout, ag, point)

    assert manque("ordinaire", (1,)) == 0  # by college: points, not heads
    assert manque("avis_college", (1,), college="SB") == 0  # of those present
    assert manque("designation_candidat", (1, 5), college="*") == 5  # more than half of twelve
    assert manque("ordinaire", (1, 2), par_college=False) == 5
    assert manque("extraordinaire", (1, 2), par_college=False) == 7  # at least nine of twelve, exactly


# --- withdrawing


def deport(
    *faits: Fait, associe: int = 1, motif: str = "convention", n: int = 11, objet: str = "convention"
) -> list[str]:
    tout, ag = assemblee(convocation(), resolution(objet=objet), *seance(*TOUS), *faits)
    issues = controler_deport(tout, ag, Deport(1, n, associe, heure(19), motif))
    assert all(issue.bloquante for issue in issues)
    return [issue.code for issue in issues]


def test_se_retirer() -> None:
    assert deport() == []
    assert deport(motif="libre", objet="exclusion") == []  # freely, and stays in the base
    for objet in ("exclusion", "revocation", "election", "quitus", "autre"):
        assert deport(objet=objet) == ["DEPORT"]
    assert deport(n=12) == ["RESOLUTION"]
    assert deport(associe=99) == ["DEPORT"]
    assert deport(Deport(1, 11, 1, heure(18), "libre")) == ["DEPORT_DEJA"]
    assert deport(scrutin(), corps()) == ["SCRUTIN_OUVERT"]
    assert deport(scrutin(tour=2), corps()) == []


# --- counting


def comptage(
    *faits: Fait, compte: dict[str, ComptageCorps], encore: dict[str, ComptageCorps] | None = None, **champs: Any
) -> list[tuple[str, bool]]:
    tout, ag = assemblee(convocation(), resolution(**champs), *seance(*TOUS), *faits)
    vote = ag.vote(1)
    assert vote is not None
    return codes(controler_comptage(tout, ag, vote, compte, encore))


OUVERT = (scrutin(), corps(), corps(college="PP"), corps(college="PM", retires=1))


@pytest.mark.parametrize(
    ("compte", "attendus"),
    [
        ({}, []),
        ({"SB": ComptageCorps(2, 1, 1)}, []),
        ({"SB": ComptageCorps(4, 1)}, [("VOTANTS", True)]),
        ({"PM": ComptageCorps(3)}, []),
        ({"PM": ComptageCorps(1, 1, 1, 1)}, [("VOTANTS", True)]),
        ({"SB": ComptageCorps(nul=5)}, [("VOTANTS", True)]),
        ({"SB": ComptageCorps(-1)}, [("COMPTE", True)]),
        ({"ZZ": ComptageCorps(1)}, [("COLLEGE_INCONNU", True)]),
        ({"*": ComptageCorps(1)}, [("COLLEGE_INCONNU", True)]),
        ({"SB": ComptageCorps(5), "PP": ComptageCorps(blanc=-2)}, [("VOTANTS", True), ("COMPTE", True)]),
    ],
)
def test_des_comptes(compte: dict[str, ComptageCorps], attendus: list[tuple[str, bool]]) -> None:
    assert comptage(*OUVERT, compte=compte) == attendus


def test_deux_saisies_qui_ne_concordent_pas() -> None:
    un, autre = {"SB": ComptageCorps(2, 1)}, {"SB": ComptageCorps(1, 2)}
    assert comptage(*OUVERT, compte=un, encore=un) == []
    assert comptage(*OUVERT, compte=un, encore=autre) == [("SAISIES", True)]


@pytest.mark.parametrize(("presents", "devoile"), [(0, False), (1, True), (2, True), (3, False)])
def test_un_secret_de_moins_de_trois_votants_est_devoile(presents: int, devoile: bool) -> None:
    faits = (scrutin(mode="secret_papier"), corps(presents=presents))
    assert comptage(*faits, compte={}) == ([("SECRET_DEVOILE", False)] if devoile else [])
    assert comptage(scrutin(), corps(presents=presents), compte={}) == []


def test_le_corps_d_un_vote_par_tete() -> None:
    avis = resolution(1, "avis_college", "avis", college="PP")
    tout, ag = assemblee(convocation(), avis, *OUVERT)
    vote = ag.vote(1)
    assert vote is not None
    assert list(corps_attendus(ag, vote)) == ["PP"]
    tous = replace(avis, college="*")
    tout, ag = assemblee(convocation(), tous, *OUVERT)
    vote = ag.vote(1)
    assert vote is not None
    (ensemble,) = corps_attendus(ag, vote).values()
    assert (ensemble.college, ensemble.inscrits, ensemble.presents, ensemble.retires) == ("*", 12, 12, 1)
    secret = (scrutin(regle="scrutin_secret", objet="demande_secret"), *OUVERT[1:])
    tout, ag = assemblee(convocation(), resolution(), *secret)
    vote = ag.vote(1)
    assert vote is not None
    assert list(corps_attendus(ag, vote)) == ["*"]
    tetes = (scrutin(regle="scrutin_secret", objet="demande_secret"), corps(college="*"))
    tout, ag = assemblee(convocation(par_college=False), resolution(), *tetes)
    vote = ag.vote(1)
    assert vote is not None
    assert list(corps_attendus(ag, vote)) == ["*"]
    assert tout.nom(1) == "Ada Fictive"


CANDIDATS = (Candidature(1, 11, 1, "SB"), Candidature(1, 11, 5, "PP"))


def compter_election(compte: ComptageCorps, sieges: int = 1, *faits: Fait) -> list[str]:
    champs = {**ELECTION, "sieges": sieges}
    lus = comptage(
        scrutin(mode="secret_papier", regle="election_gerance"),
        corps(),
        *CANDIDATS,
        *faits,
        compte={"SB": compte},
        **champs,
    )
    assert all(bloquante for _, bloquante in lus)
    return [code for code, _ in lus]


def test_les_bulletins_d_une_election() -> None:
    assert compter_election(ComptageCorps(votants=4, blanc=1, voix={1: 2, 5: 1})) == []
    assert compter_election(ComptageCorps(votants=5, voix={1: 5})) == ["VOTANTS"]
    assert compter_election(ComptageCorps(votants=1, blanc=1, nul=1)) == ["BLANCS_NULS"]
    assert compter_election(ComptageCorps(votants=4, voix={2: 1})) == ["CANDIDAT_INCONNU"]
    assert compter_election(ComptageCorps(votants=4, voix={2: 0, 1: 4})) == []
    assert compter_election(ComptageCorps(votants=3, voix={1: 4})) == ["VOIX_CANDIDAT", "VOIX_TOTAL"]
    assert compter_election(ComptageCorps(votants=3, voix={1: 3, 5: 1})) == ["VOIX_TOTAL"]
    assert compter_election(ComptageCorps(votants=3, voix={1: 3, 5: 3}), 2) == []
    assert compter_election(ComptageCorps(votants=3, voix={1: -1})) == ["COMPTE"]


# --- from the facts back to the tally


def second_tour() -> tuple[Dossier, Assemblee, Vote]:
    """Two seats: one filled at the first round, one left."""
    premier = (
        scrutin(mode="secret_papier", regle="election_gerance"), corps(), corps(college="PP"), corps(college="PM"), depouille(),
        Compte(1, 1, "SB", 4, 0, 0, 0, 0, 0), Compte(1, 1, "PP", 4, 0, 0, 0, 0, 0), VoixCandidat(1, 1, "SB", 1, 4),
        VoixCandidat(1, 1, "PP", 1, 4), VoixCandidat(1, 1, "PP", 5, 1),
        proclame("second_tour", resultat='{"elus": ["Ada Fictive"]}'),
    )  # fmt: skip
    second = (
        scrutin(2, mode="secret_papier", regle="election_gerance", tour=2), corps(2), corps(2, "PP"), corps(2, "PM"),
        Depouillement(1, 2, heure(19, 40), False), Compte(1, 2, "SB", 4, 0, 0, 0, 1, 0), VoixCandidat(1, 2, "SB", 5, 3),
    )  # fmt: skip
    tout, ag = assemblee(
        convocation(), resolution(**{**ELECTION, "sieges": 2}), *seance(*TOUS), *CANDIDATS, *premier, *second
    )
    vote = ag.vote(2)
    assert vote is not None
    return tout, ag, vote


def corrige(tout: Dossier, *fiches: Fiche) -> tuple[Dossier, Assemblee]:
    """The same cooperative, with identities corrected since."""
    apres = tout.avec(ActeFaits(3, fiches))
    ag = apres.assemblee(1)
    assert ag is not None
    return apres, ag


def fiche_de(tout: Dossier, associe: int) -> Fiche:
    return next(f for f in tout.registre.fiches if f.associe == associe)


def test_un_elu_dont_le_nom_est_corrige_n_est_plus_candidat() -> None:
    """The result that was recorded has the former name; who was elected is counted again."""
    tout, _, _ = second_tour()
    apres, ag = corrige(tout, replace(fiche_de(tout, 1), prenom="Adélaïde"))
    vu = ag.vote(2)
    assert vu is not None
    assert candidats_du_tour(apres, ag, vu) == (5,)


def test_les_noms_qu_un_candidat_a_portes() -> None:
    tout, _, _ = second_tour()
    cinq = replace(fiche_de(tout, 5), prenom="Ada", nom="Fictive")
    apres, ag = corrige(tout, replace(fiche_de(tout, 1), prenom="Adélaïde"), cinq)
    cles = cles_anciennes(apres, ag, 11)
    assert cles["Adélaïde Fictive"] == "Adélaïde Fictive"
    assert cles["Eva Fiction"] == cles["Ada Fictive (n°\u00a05)"] == "Ada Fictive"
    assert cles["Ada Fictive (n°\u00a01)"] == "Adélaïde Fictive"
    assert "Ada Fictive" not in cles  # two persons had that name


def test_au_second_tour_les_elus_ne_sont_plus_candidats() -> None:
    tout, ag, vote = second_tour()
    assert elus_de(tout, ag, ag.votes_de(11)) == (1,)
    assert sieges_du_tour(ag, vote) == 1
    assert candidats_du_tour(tout, ag, vote) == (5,)
    assert codes(controler_comptage(tout, ag, vote, {"SB": ComptageCorps(votants=4, voix={1: 1})}, None)) == [
        ("CANDIDAT_INCONNU", True)
    ]
    deux_noms = {"SB": ComptageCorps(votants=4, voix={5: 4, 6: 0})}
    assert codes(controler_comptage(tout, ag, vote, deux_noms, None)) == []
    question = question_de(tout, ag, vote)
    assert (question.sieges, question.tour) == (1, 2)
    assert question.suffrages["SB"].candidats == {"Eva Fiction": 3}
    assert question.suffrages["SB"].votants == 4
    assert resultat_de(tout, ag, vote).decision == "ballottage"


def test_deux_candidats_du_meme_nom() -> None:
    homonyme = (fiche(13, "Ada", "Fictive"), mouvement(13, "reprise", parts=1, categorie="1"))
    tout, ag = assemblee(convocation(), *CANDIDATS, *homonyme)
    assert cle_candidat(tout, ag, 1) == "Ada Fictive"  # a namesake who is no candidate changes nothing
    tout, ag = assemblee(convocation(), *CANDIDATS, *homonyme, Candidature(1, 11, 13, ""))
    assert cle_candidat(tout, ag, 1) == "Ada Fictive (n°\u00a01)"
    assert cle_candidat(tout, ag, 13) == "Ada Fictive (n°\u00a013)"
    assert cle_candidat(tout, ag, 5) == "Eva Fiction"
    renommee = fiche(5, "Eva", "Autrenom", effet=date(2026, 6, 13))
    tout, ag = assemblee(convocation(), *CANDIDATS, renommee)
    assert cle_candidat(tout, ag, 5) == "Eva Fiction"  # a name of the day, for ever


def test_une_resolution_se_recalcule() -> None:
    faits = (
        *OUVERT, depouille(), Compte(1, 1, "SB", 4, 3, 1, 0, 0, 0), Compte(1, 1, "PP", 4, 4, 0, 0, 0, 0),
        Compte(1, 1, "SB", 4, 4, 0, 0, 0, 0), Depouillement(1, 1, heure(19, 15), True),
    )  # fmt: skip
    tout, ag = assemblee(convocation(), resolution(), *seance(*TOUS), *faits)
    vote = ag.vote(1)
    assert vote is not None
    assert vote.depouillement == Depouillement(1, 1, heure(19, 15), True)
    assert question_de(tout, ag, vote).retires == {"PM": 1}
    assert seance_de(ag, vote).par_college
    resultat = resultat_de(tout, ag, vote)
    assert resultat.decision == "adoptee"  # the recount replaced the count
    assert resultat.base_valeur == 100
    assert ag.vote(9) is None
