"""The fictional year, act by act: what each leaves in the file, and what the state says after it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from scicvote.actes import cooperative, correction, preparation, proces_verbal, registre, seance, vote
from scicvote.actes.cooperative import capital_plus_haut
from scicvote.actes.verification import verifier
from scicvote.core.faits import Affectation, CorpsScrutin, Pouvoir, Presence, Resolution, Scrutin
from scicvote.core.recalcul import resultat_de
from scicvote.core.vote import ComptageCorps
from scicvote.exchange.calcul import arbre_resultat
from scicvote.exchange.statuts import texte_fourni
from tests.outils.cooperative import JOUR, PERSONNES, fiche, heure, mouvement
from tests.outils.histoire import Histoire

AG = 3
COMPTES, AFFECTATION, CONVENTION, ELECTION, ADMISSION, RETIREE = 3, 4, 5, 6, 7, 9
A = Callable[[str], Histoire]


def codes(acte_ou_issues: object) -> list[str]:
    return [issue.code for issue in getattr(acte_ou_issues, "avertissements", acte_ou_issues)]


def test_peupler(a: A) -> None:
    dossier = a("peuplee").depot.dossier
    assert [p.nom_complet for p in dossier.registre.au(JOUR).associes][:2] == ["Ada Fictive", "Bob Exemple"]
    assert dossier.registre.au(JOUR).parts == 10 * len(PERSONNES)
    assert dossier.gerants(JOUR) == (1,)
    assert capital_plus_haut(dossier) == 10000  # the opening figure: the register has reached 2,400 since
    assert dossier.statuts_au(JOUR).cle == "cliss-xxi"


def test_le_plus_haut_capital_suit_le_registre(a: A) -> None:
    histoire = a("peuplee")
    histoire.faire(registre.mouvementer(histoire.depot, mouvement(1, "souscription", JOUR, 1000)))
    assert capital_plus_haut(histoire.depot.dossier) == 20 * 1120
    with_cents = cooperative.identifier(histoire.depot, JOUR, "ici", "RCS", "30000.50")
    histoire.faire(with_cents)
    assert capital_plus_haut(histoire.depot.dossier) == Fraction(60001, 2)


def test_les_avertissements_du_registre(a: A) -> None:
    d = a("peuplee").depot
    assert codes(registre.mouvementer(d, mouvement(1, "cession", JOUR, 1, tiers=5))) == ["AGREMENT"]
    assert codes(registre.mouvementer(d, mouvement(1, "cession", JOUR, 1, tiers=5, piece="accord"))) == []
    assert codes(registre.mouvementer(d, mouvement(1, "cession", JOUR, 1, tiers=2))) == []
    assert codes(registre.mouvementer(d, mouvement(9, "changement_categorie", JOUR, categorie="1"))) == [
        "CATEGORIE_PERSONNE"
    ]
    assert codes(registre.mouvementer(d, mouvement(5, "changement_categorie", JOUR, categorie="4"))) == [
        "CATEGORIE_PERSONNE",
        "SANS_COLLEGE",
    ]
    sans_domicile = replace(fiche(0, "Ivo", "Sans-Toit"), domicile="")
    assert codes(registre.inscrire(d, sans_domicile, ())) == ["DOMICILE"]
    assert codes(registre.demander_colleges(d, JOUR, 1)) == ["EFFECTIF"]  # twelve are not more than fifteen
    assert codes(registre.designer_president(d, "SB", 5, JOUR, 6)) == ["PRESIDENT_AUTRE_COLLEGE"] * 2


def test_un_import_bloque_n_ecrit_rien(a: A) -> None:
    from scicvote.core.issue import refus

    d = a("peuplee").depot
    avant = len(d.entrees())
    assert not registre.importer_faits(
        d, "essai.csv", (fiche(20, "X", "Y"),), (refus("FAUTE", "Non."),), "1 ligne"
    ).accepte
    assert len(d.entrees()) == avant
    assert registre.importer_faits(d, "essai.csv", (fiche(20, "X", "Y"),), (), "1 ligne").accepte


def test_constituer_les_colleges(a: A) -> None:
    dossier = a("preparee").depot.dossier
    assert [etat.etat for etat in dossier.etats_colleges] == ["demandes", "constitues"]
    assert dossier.assemblees[1].decision(1) == "adoptee"
    assert dossier.presidents(JOUR)["SB"].associe == 3


def test_l_assemblee_d_un_college_a_son_registre(a: A) -> None:
    dossier = a("finie").depot.dossier
    college = dossier.assemblees[2]
    assert [ligne.associe for ligne in college.tous(type(next(iter(college.liste.values()))))] == [5, 6, 7, 8]
    assert college.decision(2) == "adoptee"
    assert dossier.prochain_proces_verbal("PP") == 2
    assert dossier.prochain_proces_verbal("") == 3  # the annual minutes, and what rectifies them


def test_preparer_l_annuelle(a: A) -> None:
    ag = a("preparee").ag(AG)
    assert ag.convocation.lieu == "Salle des Fables"
    assert [(r.numero, r.resolution) for r in ag.resolutions] == [(1, 3), (2, 4), (3, 5), (4, 6), (5, 7), (6, 9)]
    assert [c.candidat for c in ag.candidats(ELECTION)] == [1, 5]
    assert set(ag.liste) == set(PERSONNES)
    assert ag.convoquee


@pytest.mark.parametrize(
    ("jour", "attendus"),
    [(date(2026, 5, 27), []), (date(2026, 5, 28), ["LISTE_DATE"]), (date(2026, 5, 26), ["LISTE_DATE"])],
)
def test_la_liste_du_seizieme_jour(a: A, jour: date, attendus: list[str]) -> None:
    histoire = a("peuplee")
    ag = histoire.preparer(JOUR)
    acte = preparation.arreter_liste(histoire.depot, ag, jour, "la gérance")
    assert acte.accepte
    assert codes(acte) == attendus
    assert not attendus or "seizième jour" in acte.avertissements[0].phrase


def test_une_liste_d_un_autre_delai_et_sans_college(a: A) -> None:
    histoire = a("peuplee")
    d = histoire.depot
    autre = texte_fourni("cliss-xxi").replace("arrete_liste_jours          = 16", "arrete_liste_jours = 10")
    histoire.faire(cooperative.changer_statuts(d, autre, date(2026, 1, 1)))
    histoire.faire(registre.mouvementer(d, mouvement(5, "changement_categorie", date(2026, 1, 1), categorie="4")))
    ag = histoire.preparer(JOUR)
    acte = preparation.arreter_liste(d, ag, date(2026, 6, 1), "la gérance")
    assert codes(acte) == ["LISTE_DATE", "SANS_COLLEGE"]
    assert "10 jours avant" in acte.avertissements[0].phrase
    assert "Eva Fiction" in acte.avertissements[1].phrase


def test_des_minutes_sans_la_signature_d_un_gerant(a: A) -> None:
    d = a("close").depot
    assert proces_verbal.dresser(d, AG, JOUR).accepte
    acte = proces_verbal.signer(d, AG, 1, JOUR, ("Bob Exemple",))
    assert acte.accepte
    assert codes(acte) == ["GERANT"]


def test_ouvrir_la_seance(a: A) -> None:
    ag = a("ouverte").ag(AG)
    assert set(ag.assistance.presents) == {1, 2, 3, 5, 6, 9, 10}  # the mistaken arrival was taken back
    assert {m: p.mandataire for m, p in ag.assistance.representes.items()} == {4: 2, 7: 6}
    assert [c.pouvoir.mandant for c in ag.assistance.chutes] == [8, 8]  # a proxy, then one in blank, both taken back
    assert ag.bureau is not None
    assert ag.ouverte


def test_chaque_resolution_garde_la_presence_de_son_moment(a: A) -> None:
    histoire = a("ouverte")
    d = histoire.depot
    histoire.voter(AG, COMPTES, {"SB": ComptageCorps(4), "PP": ComptageCorps(3), "PM": ComptageCorps(2)})
    histoire.faire(seance.partir(d, AG, 6, heure(18, 40)))  # and the proxy that they held falls
    histoire.voter(AG, AFFECTATION, {"SB": ComptageCorps(4), "PP": ComptageCorps(1), "PM": ComptageCorps(2)}, m=45)
    histoire.faire(histoire.arriver(AG, 8, 18, 50))
    histoire.voter(AG, ADMISSION, {"SB": ComptageCorps(4), "PP": ComptageCorps(2), "PM": ComptageCorps(2)}, m=55)
    vus = [c.presents for c in histoire.ag(AG).tous(CorpsScrutin) if c.college == "PP"]
    assert vus == [3, 1, 2]
    assert resultat_de(d.dossier, histoire.ag(AG), histoire.ag(AG).votes[0]).cadre.corps[1].presents == 3


def test_les_avertissements_de_la_seance(a: A) -> None:
    histoire = a("ouverte")
    d = histoire.depot
    assert codes(seance.partir(d, AG, 2, heure(18, 40))) == ["POUVOIR_TOMBE"]
    arrivee = Presence(AG, 7, heure(18, 41), "arrivee", "", "")
    assert codes(seance.emarger(d, arrivee)) == ["POUVOIR_TOMBE"]
    sans_piece = replace(arrivee, associe=12, representant="Zoé Représentante")
    assert codes(seance.emarger(d, sans_piece)) == ["PIECE"]
    assert codes(seance.donner_pouvoir(d, Pouvoir(0, AG, 4, 5, "", False, heure(18, 42), ""))) == [
        "POUVOIR_AUTRE_COLLEGE"
    ]
    bureau = histoire.ag(AG).bureau
    assert bureau is not None
    assert codes(seance.constituer_bureau(d, replace(bureau, president=3, scrutateurs=(11,)))) == [
        "PRESIDENT",
        "SCRUTATEUR",
    ]
    assert codes(seance.constituer_bureau(d, replace(bureau, president=3, motif_president="choisie"))) == []
    assert codes(seance.clore_seance(d, AG, heure(20))) == ["NON_VOTEE"] * 6
    parti = registre.mouvementer(d, mouvement(11, "demission", JOUR))
    assert parti.accepte


def test_qui_a_perdu_la_qualite_n_emarge_pas(a: A) -> None:
    histoire = a("ouverte")
    histoire.faire(registre.mouvementer(histoire.depot, mouvement(8, "demission", date(2026, 6, 10))))
    acte = histoire.arriver(AG, 8)
    assert "a perdu la qualité" in acte.refus[0].phrase


def test_un_college_preside_par_les_siens(a: A) -> None:
    histoire = a("preparee")
    ag = histoire.preparer(JOUR, nature="college", college="SB", par_college=False)
    histoire.inscrire(ag, "Avis", "avis_college", "avis", concerne=13)
    histoire.faire(preparation.arreter_liste(histoire.depot, ag, JOUR, "la présidente"))
    for numero in (1, 3, 4):
        histoire.faire(histoire.arriver(ag, numero))
    from scicvote.core.faits import Bureau

    un = Bureau(ag, heure(18), 1, "Bob Exemple", (), "")
    assert codes(seance.constituer_bureau(histoire.depot, un)) == ["PRESIDENT"]
    assert codes(seance.constituer_bureau(histoire.depot, replace(un, president=3))) == []
    assert codes(seance.constituer_bureau(histoire.depot, replace(un, president=4))) == []  # who stands in


def test_les_votes_de_l_annee(a: A) -> None:
    ag = a("close").ag(AG)
    decisions = {r.resolution: ag.decision(r.resolution) for r in ag.resolutions}
    assert decisions == {
        COMPTES: "adoptee", AFFECTATION: "rejetee", CONVENTION: "adoptee", ELECTION: "elus", ADMISSION: "adoptee", RETIREE: "retiree",
    }  # fmt: skip
    assert [v.scrutin.tour for v in ag.votes_de(ELECTION)] == [1, 2]
    assert [v.depouillement.contradictoire for v in ag.votes_de(ELECTION) if v.depouillement] == [True, False]
    convention = ag.votes_de(CONVENTION)[0]
    assert {c.college: c.retires for c in convention.corps} == {"SB": 1, "PP": 0, "PM": 0}
    assert ag.texte_de(ag.resolution_par_numero[COMPTES]).endswith("amendés.")


def test_le_resultat_enregistre_est_le_resultat_public(a: A) -> None:
    histoire = a("close")
    dossier, ag = histoire.depot.dossier, histoire.ag(AG)
    for vu in ag.votes:
        assert vu.proclamation is not None
        public = arbre_resultat(resultat_de(dossier, ag, vu), dossier.statuts_au(ag.jour))
        public.pop("etapes", None)  # sentences are made again, figures are kept
        assert vote.lire_resultat(vu.proclamation) == json.loads(json.dumps(public))
        assert vu.proclamation.decision == public["decision"]


def test_un_recompte_remplace_tout_le_compte(a: A) -> None:
    """A body that the second count leaves out keeps nothing of the first."""
    histoire = a("ouverte")
    d = histoire.depot
    acte = histoire.faire(vote.ouvrir_scrutin(d, AG, COMPTES, "main_levee", heure(18, 30)))
    numero = next(f.scrutin for f in acte.faits if isinstance(f, Scrutin))
    histoire.faire(vote.depouiller(d, AG, numero, {"SB": ComptageCorps(4), "PP": ComptageCorps(3)}, heure(18, 31)))
    recompte = histoire.faire(vote.depouiller(d, AG, numero, {"SB": ComptageCorps(1, 3)}, heure(18, 32)))
    assert "recompté" in recompte.resume
    vu = histoire.ag(AG).vote(numero)
    assert vu is not None
    assert {c.college: c.pour for c in vu.comptes} == {"SB": 1, "PP": 0, "PM": 0}


def test_une_demande_de_secret_ou_personne_ne_vote(a: A) -> None:
    """A count left wholly empty is a count of nobody: rejected, and not a fault of the program."""
    histoire = a("ouverte")
    actes = vote.voter(histoire.depot, AG, COMPTES, "main_levee", {}, (heure(18, 30),) * 3, None, "demande_secret")
    assert [acte.accepte for acte in actes] == [True] * 3
    assert histoire.ag(AG).votes_de(COMPTES, "demande_secret")[0].proclamation.decision == "rejetee"  # type: ignore[union-attr]
    assert "Demande de scrutin secret" in actes[-1].resume


def test_voter_s_arrete_au_premier_refus(a: A) -> None:
    d = a("ouverte").depot
    assert [x.accepte for x in vote.voter(d, AG, 99, "main_levee", {}, (heure(19),) * 3)] == [False]
    trop = {"SB": ComptageCorps(99)}
    assert [x.accepte for x in vote.voter(d, AG, COMPTES, "main_levee", trop, (heure(19),) * 3)] == [True, False]


def test_hors_de_l_ordre_du_jour_une_revocation(a: A) -> None:
    histoire = a("ouverte")
    point = Resolution(
        0, AG, 0, "Révocation", "Ada Fictive est révoquée.", "revocation_gerance", "revocation", 0, 1, "", None, True
    )
    acte = histoire.faire(preparation.inscrire_resolution(histoire.depot, point))
    (fait,) = acte.faits
    assert isinstance(fait, Resolution)
    assert fait.numero == 7
    histoire.voter(AG, fait.resolution, {"SB": ComptageCorps(4), "PP": ComptageCorps(3), "PM": ComptageCorps(2)})
    assert histoire.ag(AG).decision(fait.resolution) == "adoptee"


def test_la_seconde_consultation(a: A) -> None:
    histoire = a("finie")
    seconde = histoire.ag(4)
    assert (seconde.convocation.consultation, seconde.convocation.suite_de) == (2, AG)
    assert [(r.titre, r.origine, r.numero) for r in seconde.resolutions] == [
        ("Affectation du résultat", AFFECTATION, 1)
    ]
    d = histoire.depot
    dix = date(2026, 7, 10)
    histoire.tenir(4, dix, (2, 3, 5, 9), 2)
    (r,) = histoire.ag(4).resolutions
    histoire.voter(
        4, r.resolution, {"SB": ComptageCorps(2), "PP": ComptageCorps(0, 1), "PM": ComptageCorps(0, 0, 1)}, dix
    )
    assert histoire.ag(4).decision(r.resolution) == "adoptee"  # 40 against 30: of the votes cast alone
    assert d.dossier.assemblees[AG].decision(AFFECTATION) == "rejetee"
    premiers = histoire.ag(AG).dernier(Affectation)
    remis = histoire.ag(4).dernier(Affectation)
    assert premiers is not None
    assert remis == replace(premiers, assemblee=4, resolution=r.resolution)
    assert verifier(d).issues == ()


def test_la_seconde_consultation_d_une_election_pourvoit_ce_qui_reste(a: A) -> None:
    histoire = a("peuplee")
    d = histoire.depot
    ag = histoire.preparer(JOUR, par_college=False)
    point = histoire.inscrire(ag, "Élection de la gérance", "election_gerance", "election", sieges=2)
    for numero in (1, 2):
        histoire.faire(preparation.presenter_candidat(d, ag, point, numero))
    histoire.tenir(ag, JOUR, tuple(PERSONNES))
    histoire.voter(ag, point, {"*": ComptageCorps(votants=12, voix={1: 12, 2: 3})}, mode="secret_papier")
    histoire.voter(ag, point, {"*": ComptageCorps(votants=12, voix={2: 6})}, mode="secret_papier", m=40)
    assert histoire.ag(ag).decision(point) == "ballottage"
    acte = histoire.faire(preparation.convoquer_seconde(d, ag, heure(18, jour=date(2026, 7, 1)), "ici", "la gérance"))
    (remis,) = [f for f in acte.faits if isinstance(f, Resolution)]
    assert remis.sieges == 1
    assert [c.candidat for c in histoire.ag(2).candidats(remis.resolution)] == [2]


def test_d_anciens_proces_verbaux_se_recalculent_comme_ils_etaient(a: A) -> None:
    """New weights from September on: the votes of June keep theirs, to the last fraction."""
    histoire = a("finie")
    dossier = histoire.depot.dossier
    assert [c.poids for c in dossier.statuts_au(JOUR).colleges] == [40, 30, 30]
    assert [c.poids for c in dossier.statuts_au(date(2026, 9, 1)).colleges] == [50, 25, 25]
    ag = histoire.ag(AG)
    comptes = ag.votes_de(COMPTES)[0]
    assert resultat_de(dossier, ag, comptes).base_valeur == 100
    assert {c.code: c.poids for c in resultat_de(dossier, ag, comptes).cadre.corps} == {"SB": 40, "PP": 30, "PM": 30}
    assert verifier(histoire.depot).issues == ()


def test_un_homonyme_entre_plus_tard_ne_change_rien(a: A) -> None:
    histoire = a("finie")
    homonyme = registre.inscrire(
        histoire.depot, fiche(0, "Ada", "Fictive"), (mouvement(0, "reprise", date(2026, 8, 1), 1, "1"),)
    )
    histoire.faire(homonyme)
    assert verifier(histoire.depot).issues == ()


# --- corrections


def annulation(histoire: Histoire, acte: int) -> list[str]:
    essai = correction.annuler(histoire.depot, acte, "erreur")
    return [issue.code for issue in essai.refus]


def dernier(histoire: Histoire, nom: str) -> int:
    return max(entree.numero for entree in histoire.depot.entrees() if entree.acte == nom)


def test_annuler_rend_l_etat_d_avant(a: A) -> None:
    histoire = a("ouverte")
    avant = histoire.depot.dossier
    acte = histoire.faire(histoire.arriver(AG, 12))
    assert annulation(histoire, acte.numero) == []
    assert set(histoire.ag(AG).assistance.presents) == set(avant.assemblees[AG].assistance.presents)
    assert annulation(histoire, acte.numero) == ["ACTE_ANNULE"]
    assert annulation(histoire, dernier(histoire, "annuler")) == ["ACTE_DEFINITIF"]
    assert verifier(histoire.depot).issues == ()
    histoire.faire(histoire.arriver(AG, 12))


def test_ce_qui_porte_un_vote_ne_s_annule_plus(a: A) -> None:
    histoire = a("ouverte")
    arrivee = dernier(histoire, "emarger") - 1  # the last one was taken back already
    mouvement_ = histoire.faire(registre.mouvementer(histoire.depot, mouvement(8, "operation", JOUR)))
    histoire.voter(AG, COMPTES, {"SB": ComptageCorps(4)})
    assert annulation(histoire, arrivee) == ["ACTE_UTILISE"]
    assert annulation(histoire, mouvement_.numero) == [
        "ACTE_UTILISE"
    ]  # on the list of an assembly that has voted since
    assert annulation(histoire, dernier(histoire, "ouvrir_scrutin")) == ["ACTE_DEFINITIF"]
    assert annulation(histoire, dernier(histoire, "proclamer")) == ["ACTE_DEFINITIF"]


def test_le_president_decide_d_un_pouvoir(a: A) -> None:
    """Art. 23 admits what art. 26 excludes: the proxy is taken, the chair decides, also after it was used."""
    histoire = a("ouverte")
    fait = Pouvoir(0, AG, 12, 3, "", False, heure(18, 6), "")
    donne = histoire.faire(seance.donner_pouvoir(histoire.depot, fait))
    numero = donne.faits[0].pouvoir  # type: ignore[attr-defined]
    for quel, decision, code in ((numero, "  ", "DECISION_POUVOIR"), (99, "admis", "POUVOIR")):
        refuse = seance.decider_pouvoir(histoire.depot, AG, quel, decision)
        assert [issue.code for issue in refuse.refus] == [code]
    histoire.faire(seance.decider_pouvoir(histoire.depot, AG, numero, " admis (art. 23) "))
    ag = histoire.ag(AG)
    assert ag.assistance.pouvoirs[numero].decision == "admis (art. 23)"
    assert [p.pouvoir for p in ag.tous(Pouvoir)].count(numero) == 1
    assert annulation(histoire, donne.numero) == ["ACTE_UTILISE"]
    assert annulation(histoire, dernier(histoire, "decider_pouvoir")) == []
    assert histoire.ag(AG).assistance.pouvoirs[numero].decision == ""
    histoire.voter(AG, COMPTES, {"SB": ComptageCorps(4)})
    histoire.faire(seance.decider_pouvoir(histoire.depot, AG, numero, "admis après coup"))
    assert verifier(histoire.depot).issues == ()


def test_un_ordre_du_jour_envoye_ne_s_annule_plus(a: A) -> None:
    histoire = a("peuplee")
    ag = histoire.preparer(JOUR)
    histoire.inscrire(ag, "Premier", "ordinaire", "autre")
    premier = dernier(histoire, "inscrire_resolution")
    histoire.inscrire(ag, "Second", "ordinaire", "autre")
    assert annulation(histoire, dernier(histoire, "inscrire_resolution")) == []
    from scicvote.core.faits import Envoi

    histoire.faire(
        preparation.envoyer(histoire.depot, Envoi(ag, date(2026, 5, 1), "convocation", "recommandé", (), None))
    )
    assert annulation(histoire, premier) == ["ACTE_UTILISE"]


def test_une_entree_au_registre_dont_on_s_est_servi_ne_s_annule_plus(a: A) -> None:
    histoire = a("peuplee")
    d = histoire.depot
    acte = histoire.faire(registre.inscrire(d, fiche(0, "Ivo", "Erreur"), (mouvement(0, "reprise", JOUR, 1, "1"),)))
    suite = histoire.faire(registre.mouvementer(d, mouvement(13, "operation", JOUR)))
    assert annulation(histoire, acte.numero) == ["ACTE_UTILISE"]
    assert annulation(histoire, suite.numero) == []
    assert annulation(histoire, acte.numero) == []
    assert 13 not in d.dossier.registre.au(JOUR).par_numero
    assert verifier(d).issues == ()


def test_une_fiche_modifiee_par_erreur_revient(a: A) -> None:
    histoire = a("peuplee")
    d = histoire.depot
    acte = histoire.faire(registre.modifier_fiche(d, fiche(1, "Ada", "Erreur", effet=date(2026, 1, 1))))
    histoire.faire(registre.mouvementer(d, mouvement(1, "operation", JOUR)))
    assert d.dossier.nom(1) == "Ada Erreur"
    assert annulation(histoire, acte.numero) == []  # an earlier identity stands
    assert d.dossier.nom(1) == "Ada Fictive"


def test_une_cession_sur_une_liste_ne_s_annule_plus(a: A) -> None:
    histoire = a("peuplee")
    cession = histoire.faire(
        registre.mouvementer(histoire.depot, mouvement(1, "cession", date(2026, 1, 1), 1, tiers=2))
    )
    ag = histoire.preparer(JOUR)
    histoire.faire(preparation.arreter_liste(histoire.depot, ag, date(2026, 5, 27), "la gérance"))
    assert annulation(histoire, cession.numero) == ["ACTE_UTILISE"]


def test_de_nouveaux_statuts_prennent_effet_apres_les_votes(a: A) -> None:
    histoire = a("close")
    assert not cooperative.changer_statuts(histoire.depot, texte_fourni("cliss-xxi"), JOUR).accepte
    assert cooperative.changer_statuts(histoire.depot, texte_fourni("cliss-xxi"), date(2026, 6, 13)).accepte
