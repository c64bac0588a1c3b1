"""Votes by post: what a form needs, when it is late, what it brings to a vote, when it falls (C. com. L225-107, R225-77)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from scicvote.core.assemblee import Assemblee
from scicvote.core.contexte_papier import Contexte
from scicvote.core.correspondance import (
    article,
    article_echeance,
    avertir_ouverture,
    controler_formulaire,
    echeance,
    en_salle,
    figer,
    formulaire_tombe,
    offertes,
    par_poste,
    prevue,
)
from scicvote.core.correspondance_vote import ajouter, corps_en_salle, dire, retrancher
from scicvote.core.courrier import Courrier
from scicvote.core.dossier import Dossier
from scicvote.core.faits import (
    Amendement,
    ChoixFormulaire,
    Compte,
    Deport,
    Depouillement,
    Fait,
    FinFormulaire,
    FormulaireVote,
    Ouverture,
    RetraitResolution,
    Scrutin,
)
from scicvote.core.lettre_rappels import par_correspondance
from scicvote.core.liste import inscrits
from scicvote.core.moments import assistance_a, effectifs, ensemble, participants
from scicvote.core.pouvoir import colleges_sans_pouvoir, controler_pouvoir
from scicvote.core.presence import assister
from scicvote.core.recalcul import resultat_de
from scicvote.core.statuts import Distance, Quorum, Statuts
from scicvote.core.statuts_controles import remarques
from scicvote.core.vote import ComptageCorps, controler_comptage, corps_du_vote
from scicvote.exchange.statuts import connus
from tests.outils.cooperative import (
    JOUR,
    PERSONNES,
    arrivee,
    assemblee,
    convocation,
    depart,
    heure,
    liste,
    pouvoir,
    resolution,
)

CLISS = connus()["cliss-xxi"]
SA = replace(CLISS, forme="SA", references={}, distance=Distance(courrier=True, courrier_jours=3))
POINTS = (resolution(1), resolution(2), resolution(3, "election_gerance", "election", sieges=1))


def formulaire(numero: int, associe: int, recu: date = date(2026, 6, 9)) -> FormulaireVote:
    return FormulaireVote(numero, 1, associe, recu, "")


def dit(numero: int, resolution_: int, choix: str) -> ChoixFormulaire:
    return ChoixFormulaire(numero, 1, resolution_, choix)


def scene(*faits: Fait, statuts: Statuts = SA, **champs: object) -> tuple[Dossier, Assemblee]:
    return assemblee(convocation(**champs), *POINTS, *liste(), *faits, statuts=statuts)  # type: ignore[arg-type]


def temoin(point: int = 11, objet: str = "resolution", mode: str = "main_levee") -> Scrutin:
    return Scrutin(1, 1, point, "ordinaire", objet, mode, 1, heure(18, 30))


def ouvrir(tout: Dossier, ag: Assemblee, scrutin: Scrutin) -> Assemblee:
    """The assembly with this vote opened, as the act writes it."""
    corps = corps_du_vote(tout, ag, scrutin)
    hors = [d.associe for d in ag.deports(scrutin.resolution)]
    return ag.avec((scrutin, *corps, *figer(ag, scrutin, corps, hors, inscrits(tout, ag))))


# --- what the statutes and the law say


def test_une_sa_le_prevoit_toujours_une_sarl_par_ses_statuts() -> None:
    assert prevue(replace(SA, distance=Distance()))
    assert not prevue(CLISS)
    assert prevue(replace(CLISS, distance=Distance(courrier=True)))
    assert article(SA) == "C. com. L225-107"
    assert article(replace(CLISS, references={})) == "C. com. L223-27"
    assert article(replace(CLISS, references={"distance": "statuts 16"})) == "statuts 16"


def test_le_dernier_jour_pour_recevoir() -> None:
    assert echeance(SA, JOUR) == date(2026, 6, 9)
    assert echeance(replace(SA, distance=Distance()), JOUR) == date(2026, 6, 9)  # R225-77, where statutes are silent
    assert echeance(replace(SA, distance=Distance(courrier_jours=1)), JOUR) == date(2026, 6, 11)
    assert echeance(CLISS, JOUR) is None
    assert article_echeance(SA) == "C. com. R225-77"
    assert article_echeance(replace(CLISS, references={})) == "statuts"


@pytest.mark.parametrize(("jours", "codes"), [(2, []), (3, []), (4, ["DELAI_FORMULAIRES"]), (None, [])])
def test_une_sa_ne_peut_pas_demander_plus_de_trois_jours(jours: int | None, codes: list[str]) -> None:
    statuts = replace(SA, distance=Distance(courrier=True, courrier_jours=jours))
    assert [i.code for i in remarques(statuts) if i.code == "DELAI_FORMULAIRES"] == codes
    assert not [i for i in remarques(replace(statuts, forme="SARL")) if i.code == "DELAI_FORMULAIRES"]


def test_ce_qui_se_vote_par_correspondance() -> None:
    _, ag = scene(resolution(4, "revocation_gerance"), RetraitResolution(1, 12, heure(18), "sans objet"))
    assert [r.resolution for r in offertes(SA, ag)] == [11, 14]
    secrets = replace(SA, secret=("ordinaire",))
    assert [r.resolution for r in offertes(secrets, ag)] == [14]


def test_la_lettre_dit_le_dernier_jour_ou_rien() -> None:
    """A society that is no SA and whose statutes set no day: the letter gives none."""

    def phrases(statuts: Statuts) -> str:
        tout, ag = scene(statuts=statuts)
        return "\n".join(par_correspondance(Courrier(Contexte(tout, ag), JOUR)))

    sas = replace(SA, forme="SAS")
    assert "au plus tard le 10\u00a0juin\u00a02026" in phrases(
        replace(sas, distance=Distance(courrier=True, courrier_jours=2))
    )
    sans = phrases(replace(sas, distance=Distance(courrier=True)))
    assert "au plus tard" not in sans
    assert "formulaire joint" in sans
    assert phrases(replace(sas, distance=Distance())) == ""


# --- a form


def codes(tout: Dossier, ag: Assemblee, un: FormulaireVote, choix: dict[int, str] | None = None) -> list[str]:
    return [i.code for i in controler_formulaire(tout, ag, un, choix or {})]


@pytest.mark.parametrize(
    ("recu", "attendus"),
    [
        (date(2026, 6, 8), []),
        (date(2026, 6, 9), []),  # three days before: in time
        (date(2026, 6, 10), ["FORMULAIRE_TARDIF"]),
        (date(2026, 6, 12), ["FORMULAIRE_TARDIF"]),
        (date(2026, 6, 13), ["DATE"]),
    ],
)
def test_le_jour_de_reception(recu: date, attendus: list[str]) -> None:
    tout, ag = scene()
    assert codes(tout, ag, formulaire(1, 5, recu)) == attendus


def test_un_formulaire_tardif_avertit_sans_empecher() -> None:
    tout, ag = scene()
    (issue,) = controler_formulaire(tout, ag, formulaire(1, 5, date(2026, 6, 10)), {})
    assert not issue.bloquante
    assert issue.articles == ("C. com. R225-77",)


def test_des_statuts_qui_ne_le_prevoient_pas_avertissent() -> None:
    tout, ag = scene(statuts=CLISS)
    (issue,) = controler_formulaire(tout, ag, formulaire(1, 5, date(2026, 6, 12)), {})
    assert (issue.code, issue.bloquante) == ("VOTE_DISTANCE", False)


def test_ce_qui_s_oppose_a_un_formulaire() -> None:
    tout, ag = scene(arrivee(1), formulaire(1, 5), pouvoir(1, 6, 1))
    assert codes(tout, ag, formulaire(9, 99)) == ["MANDANT"]
    assert codes(tout, ag, formulaire(9, 1)) == ["MANDANT_PRESENT"]
    assert codes(tout, ag, formulaire(9, 5)) == ["FORMULAIRE_DEJA"]
    assert codes(tout, ag, formulaire(9, 6)) == ["POUVOIR_DEJA"]
    assert codes(tout, ag, formulaire(9, 7), {11: "pour", 12: "contre"}) == []
    for faux in ({13: "pour"}, {11: "oui"}, {99: "pour"}):
        assert codes(tout, ag, formulaire(9, 7), faux) == ["FORMULAIRE_CHOIX"]
    ouverte = ouvrir(tout, ag, temoin())
    assert codes(tout, ouverte, formulaire(9, 7)) == ["SCRUTIN_OUVERT"]


def test_qui_a_vote_par_correspondance_ne_donne_pas_pouvoir() -> None:
    tout, ag = scene(formulaire(1, 5))
    assert "FORMULAIRE_DEJA" in [i.code for i in controler_pouvoir(tout, ag, pouvoir(9, 5, 6))]
    assert colleges_sans_pouvoir(ag, 5) == ("PP",)
    _, donne = scene(pouvoir(1, 5, 6))
    assert colleges_sans_pouvoir(donne, 5) == ()


# --- who attends


def test_il_compte_tant_qu_il_n_est_pas_la() -> None:
    tout, ag = scene(arrivee(1), formulaire(1, 5))
    e = ensemble(Contexte(tout, ag), ag.assistance)
    assert (e.presents, e.representes, e.correspondants, e.total, e.voix, e.parts_presentes) == (1, 0, 1, 2, 2, 20)
    assert [(x.code, x.correspondants) for x in effectifs(Contexte(tout, ag), ag.assistance)] == [
        ("SB", 0), ("PP", 1), ("PM", 0),
    ]  # fmt: skip
    venu = assister((arrivee(5, 18, 10),), ag.assistance)
    assert venu.formulaires == {}
    (chute,) = venu.chutes_formulaires
    assert (chute.formulaire.associe, chute.motif) == (5, "venu en personne")
    assert assister((depart(5, 19),), venu).formulaires == {}  # it falls for good


def test_un_formulaire_ecarte() -> None:
    _, ag = scene(formulaire(1, 5), FinFormulaire(1, 1, heure(18, 5), "reçu trop tard"))
    assert ag.assistance.formulaires == {}
    _, autre = scene(FinFormulaire(7, 1, heure(18, 5), "inconnu"))
    assert autre.assistance.chutes_formulaires == ()


def test_a_une_heure_donnee() -> None:
    tout, ag = scene(arrivee(1), formulaire(1, 5), FinFormulaire(1, 1, heure(18, 30), "retiré"))
    assert set(assistance_a(ag, heure(18, 10)).formulaires) == {5}
    assert assistance_a(ag, heure(18, 30)).formulaires == {}
    assert assistance_a(ag, heure(18, 10, jour=date(2026, 6, 1))).formulaires == {}
    assert participants(Contexte(tout, ag.avec((Ouverture(1, heure(18, 5)),)))) == {1, 5}


@pytest.mark.parametrize("forme", ["SA", "SARL"])
def test_ce_qui_est_dit_quand_il_arrive(forme: str) -> None:
    issue = formulaire_tombe(replace(SA, forme=forme), "Eva Fiction")
    assert issue.code == "FORMULAIRE_TOMBE"
    assert ("C. com. R225-85" in issue.articles) is (forme == "SA")


# --- a vote


def test_ses_voix_s_ajoutent_dans_son_college() -> None:
    faits = (arrivee(1), arrivee(9), formulaire(1, 5), formulaire(2, 6), formulaire(3, 10))
    choix = (dit(1, 11, "pour"), dit(2, 11, "contre"), dit(2, 12, "pour"))
    tout, ag = scene(*faits, *choix)
    ouverte = ouvrir(tout, ag, temoin())
    (vote,) = ouverte.votes
    assert [(c.college, c.votants, c.pour, c.contre, c.abstention) for c in vote.correspondance] == [
        ("PP", 2, 1, 1, 0), ("PM", 1, 0, 0, 1),
    ]  # fmt: skip
    corps = {c.college: (c.inscrits, c.presents, c.representes) for c in vote.corps}
    assert corps == {"SB": (4, 1, 0), "PP": (4, 2, 0), "PM": (4, 2, 0)}
    salle = corps_en_salle(ouverte, vote)
    assert {code: c.presents for code, c in salle.items()} == {"SB": 1, "PP": 0, "PM": 1}
    complet = ajouter(vote, salle, {"SB": ComptageCorps(1), "PM": ComptageCorps(0, 1)})
    assert complet == {"SB": ComptageCorps(1), "PP": ComptageCorps(1, 1), "PM": ComptageCorps(0, 1, 1)}
    assert retrancher(vote, "PM", {"pour": 0, "contre": 1, "abstention": 1, "votants": 2}) == {
        "pour": 0, "contre": 1, "abstention": 0, "votants": 2,
    }  # fmt: skip
    assert dire(ouverte, vote, choix=True) == (
        "3\u00a0votes par correspondance (PP\u00a02, PM\u00a01)\u00a0: 1\u00a0pour, 1\u00a0contre et 1\u00a0abstention"
    )
    assert dire(ouverte, vote, choix=False) == "3\u00a0votes par correspondance (PP\u00a02, PM\u00a01)"


def test_personne_dans_la_salle_ne_vote_pour_eux() -> None:
    tout, ag = scene(arrivee(5), formulaire(1, 6))
    ouverte = ouvrir(tout, ag, temoin())
    (vote,) = ouverte.votes
    assert controler_comptage(tout, ouverte, vote, {"PP": ComptageCorps(1)}, None) == ()
    refus = controler_comptage(tout, ouverte, vote, {"PP": ComptageCorps(2)}, None)
    assert [i.code for i in refus] == ["VOTANTS"]


def test_sans_formulaire_rien_ne_change() -> None:
    tout, ag = scene(arrivee(1))
    ouverte = ouvrir(tout, ag, temoin())
    (vote,) = ouverte.votes
    assert vote.correspondance == ()
    assert dire(ouverte, vote, choix=True) == ""
    assert en_salle(vote, vote.corps[0]) == vote.corps[0]
    assert tuple(avertir_ouverture(tout, ag, POINTS[0], True)) == ()


def test_par_tete_les_colleges_s_additionnent() -> None:
    tout, ag = scene(arrivee(1), formulaire(1, 5), formulaire(2, 9), dit(1, 11, "pour"))
    ouverte = ouvrir(tout, ag, temoin())
    ensemble_ = par_poste(ouverte.votes[0], "*")
    assert (ensemble_.votants, ensemble_.pour, ensemble_.abstention) == (2, 1, 1)
    tetes, seule = scene(arrivee(1), formulaire(1, 5), dit(1, 11, "contre"), par_college=False)
    un = ouvrir(tetes, seule, temoin())
    assert dire(un, un.votes[0], choix=True) == "1\u00a0vote par correspondance\u00a0: 1\u00a0contre"


def test_un_texte_amende_compte_en_abstention() -> None:
    amende = Amendement(1, 11, heure(18, 20), "Autre texte", "Ada Fictive")
    tout, ag = scene(arrivee(1), formulaire(1, 5), dit(1, 11, "pour"), amende)
    (un,) = ouvrir(tout, ag, temoin()).votes[0].correspondance
    assert (un.pour, un.abstention) == (0, 1)
    assert [i.code for i in avertir_ouverture(tout, ag, POINTS[0], False)] == ["FORMULAIRE_AMENDE"]
    assert [i.code for i in avertir_ouverture(tout, ag, POINTS[1], True)] == ["FORMULAIRE_SECRET"]
    assert [i.code for i in avertir_ouverture(tout, ag, POINTS[2], True)] == []


def test_une_election_les_compte_presents_sans_voix() -> None:
    tout, ag = scene(arrivee(1), formulaire(1, 5))
    ouverte = ouvrir(tout, ag, temoin(13))
    (un,) = ouverte.votes[0].correspondance
    assert (un.votants, un.pour, un.contre, un.abstention) == (1, 0, 0, 0)
    assert dire(ouverte, ouverte.votes[0], choix=True) == "1\u00a0vote par correspondance (PP\u00a01)"


def test_ce_que_la_salle_demande_ne_les_regarde_pas() -> None:
    tout, ag = scene(arrivee(1), formulaire(1, 5))
    ouverte = ouvrir(tout, ag, temoin(objet="demande_secret"))
    (vote,) = ouverte.votes
    assert vote.correspondance == ()
    assert sum(c.presents for c in vote.corps) == 1


def test_qui_ne_prend_pas_part_ne_vote_pas_par_poste() -> None:
    convention = resolution(5, objet="convention")
    retire = Deport(1, 15, 5, heure(18, 20), "convention")
    tout, ag = scene(arrivee(1), formulaire(1, 5), dit(1, 15, "pour"), convention, retire)
    ouverte = ouvrir(tout, ag, temoin(15))
    (vote,) = ouverte.votes
    assert vote.correspondance == ()
    assert {c.college: (c.presents, c.retires) for c in vote.corps} == {"SB": (1, 0), "PP": (1, 1), "PM": (0, 0)}


def test_le_quorum_compte_les_formulaires() -> None:
    """Twelve associés, a fifth is 2.4: two are not enough, three are, however they attend."""
    ordinaire = replace(SA.regles["ordinaire"], quorum=Quorum(Fraction(1, 5), None))
    statuts = replace(SA, regles={**SA.regles, "ordinaire": ordinaire})
    for ecrits, suffit in ((1, False), (2, True), (3, True)):
        qui = [n for n in PERSONNES if n >= 5][:ecrits]
        tout, ag = scene(arrivee(1), *(formulaire(n, n) for n in qui), statuts=statuts)
        ouverte = ouvrir(tout, ag, temoin())
        compte = ouverte.avec((Depouillement(1, 1, heure(18, 40), False), Compte(1, 1, "SB", 1, 1, 0, 0, 0, 0)))
        quorum = resultat_de(tout, compte, compte.votes[0]).cadre.quorum
        assert quorum is not None
        assert quorum.suffit is suffit
