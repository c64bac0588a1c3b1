"""Each follow-up of a vote as one act: done once, bound to its assembly, and only where a vote calls for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from scicvote.actes import correction, papiers, preparation, proces_verbal, registre, seance, suites
from scicvote.actes.verification import verifier
from scicvote.core.faits import (
    Candidature,
    Envoi,
    EtatColleges,
    FinMandat,
    Mandat,
    Mouvement,
    PresidentCollege,
    SuiteNotee,
    VersionStatuts,
)
from scicvote.core.suite_vote import SuiteVote
from scicvote.core.suites_vote import suites_vote
from scicvote.exchange.statuts import texte_fourni
from scicvote.store.depot import Acte
from tests.outils.cooperative import JOUR, PERSONNES, heure, mouvement
from tests.outils.histoire import INSTANT, MARS, Histoire, mains

AG = 3
AVRIL = date(2026, 4, 3)
JUILLET = date(2026, 7, 15)
Annee = Callable[[str], Histoire]
POIDS = "L’assemblée fixe ainsi leurs poids\u00a0: SB, 50\u00a0%, PP, 25\u00a0%, PM, 25\u00a0%."


def les_suites(histoire: Histoire, ag: int = AG) -> dict[str, SuiteVote]:
    return {suite.cle: suite for suite in suites_vote(histoire.depot.dossier, histoire.ag(ag))}


def cle(histoire: Histoire, debut: str, ag: int = AG) -> str:
    """The key that begins so."""
    (une,) = (c for c in les_suites(histoire, ag) if c.startswith(f"{debut}:"))
    return une


def refus(acte: Acte) -> list[str]:
    assert not acte.accepte
    return [issue.code for issue in acte.refus]


def extraordinaire(histoire: Histoire, titre: str, objet: str, regle: str, texte: str = "", **champs: int) -> int:
    """An extraordinary assembly of April by heads, that adopts one resolution."""
    ag = histoire.preparer(AVRIL, nature="extraordinaire", par_college=False)
    point = histoire.inscrire(ag, titre, regle, objet, **champs)
    if texte:
        ecrit = replace(histoire.ag(ag).resolution_par_numero[point], texte=texte)
        histoire.faire(preparation.inscrire_resolution(histoire.depot, ecrit))
    if objet == "exclusion":
        speciale = Envoi(ag, MARS, "convocation_speciale", "recommandé", (), champs["concerne"])
        histoire.faire(preparation.envoyer(histoire.depot, speciale))
    histoire.tenir(ag, AVRIL, tuple(PERSONNES))
    histoire.voter(ag, point, {"*": mains(12)}, AVRIL)
    histoire.faire(seance.clore_seance(histoire.depot, ag, heure(20, jour=AVRIL)))
    return ag


def test_une_admission_entre_au_registre_apres_la_signature(a: Annee) -> None:
    h = a("close")
    d = h.depot
    h.faire(proces_verbal.dresser(d, AG, JUILLET))
    h.faire(proces_verbal.signer(d, AG, 1, JUILLET, ("Ada Fictive",)))
    suite = cle(h, "admission")
    assert les_suites(h)[suite].etat == "a_faire"
    vide = Mouvement(0, JOUR, "", 0, "", None, AG, "")
    acte = h.faire(suites.porter(d, AG, suite, vide))
    assert acte.faits == (mouvement(13, "admission", JOUR, assemblee=AG),)
    assert les_suites(h)[suite].etat == "fait"
    assert refus(suites.porter(d, AG, suite, vide)) == ["SUITE_FAITE"]
    parts = cle(h, "liberation")
    h.faire(suites.porter(d, AG, parts, replace(vide, parts=2, jour=JUILLET)))
    assert (les_suites(h)[parts].nature, les_suites(h)[parts].parts) == ("liberation", 2)
    h.faire(suites.porter(d, AG, parts, replace(vide, parts=2, jour=JUILLET)))
    assert les_suites(h)[parts].etat == "fait"
    assert 13 in {p.numero for p in d.dossier.registre.au(JUILLET).associes}
    assert verifier(d).issues == ()


def test_une_ecriture_annulee_redevient_a_faire(a: Annee) -> None:
    h = a("close")
    suite = cle(h, "admission")
    acte = h.faire(suites.porter(h.depot, AG, suite, Mouvement(0, JOUR, "", 0, "", None, AG, "")))
    h.faire(correction.annuler(h.depot, acte.numero, "sur la mauvaise fiche"))
    assert les_suites(h)[suite].etat == "a_faire"


def test_le_mandat_de_l_elue(a: Annee) -> None:
    h = a("close")
    suite = les_suites(h)[cle(h, "mandat")]
    assert (suite.associe, suite.debut, suite.fin) == (1, date(2026, 6, 20), date(2027, 6, 19))
    assert suite.debut is not None
    assert suite.fin is not None
    assert refus(suites.commencer_mandat(h.depot, AG, suite.cle, suite.debut, suite.debut)) == ["MANDAT"]
    acte = h.faire(suites.commencer_mandat(h.depot, AG, suite.cle, suite.debut, suite.fin))
    assert acte.faits == (Mandat(1, suite.debut, suite.fin, AG),)
    assert h.depot.dossier.gerants(date(2027, 6, 19)) == (1,)
    assert h.depot.dossier.gerants(date(2027, 6, 20)) == ()
    assert les_suites(h)[suite.cle].etat == "fait"


def test_un_acte_ne_se_fait_que_par_sa_suite(a: Annee) -> None:
    h = a("close")
    admission = cle(h, "admission")
    assert refus(suites.commencer_mandat(h.depot, AG, admission, JOUR, JUILLET)) == ["SUITE"]
    assert refus(suites.commencer_mandat(h.depot, AG, "rien", JOUR, JUILLET)) == ["SUITE"]
    assert refus(suites.commencer_mandat(h.depot, 99, admission, JOUR, JUILLET)) == ["SUITE"]
    avant = a("ouverte")
    assert les_suites(avant) == {}
    assert refus(suites.porter(avant.depot, AG, admission, Mouvement(0, JOUR, "", 0, "", None, AG, ""))) == ["SUITE"]


def test_une_revocation_finit_le_mandat(a: Annee) -> None:
    h = a("peuplee")
    ag = extraordinaire(h, "Révocation", "revocation", "revocation_gerance", concerne=1)
    suite = cle(h, "revocation", ag)
    acte = h.faire(suites.finir_mandat(h.depot, ag, suite, AVRIL, "révocation"))
    assert acte.faits == (FinMandat(1, AVRIL, "révocation"),)
    assert h.depot.dossier.gerants(AVRIL) == ()
    assert les_suites(h, ag)[suite].etat == "fait"


def test_une_exclusion_sort_du_registre_le_jour_du_vote(a: Annee) -> None:
    h = a("peuplee")
    ag = extraordinaire(h, "Exclusion d’Eva", "exclusion", "exclusion", concerne=5)
    suite = cle(h, "exclusion", ag)
    h.faire(suites.porter(h.depot, ag, suite, Mouvement(0, AVRIL, "", 0, "", None, ag, "")))
    etat = h.depot.dossier.registre.au(AVRIL).par_numero[5]
    assert (etat.sortie, etat.motif_sortie) == (AVRIL, "exclusion")
    dette = les_suites(h, ag)[cle(h, "remboursement", ag)]
    assert (dette.parts, dette.des) == (10, date(2028, 4, 3))
    payee = Mouvement(0, date(2028, 5, 1), "", 10, "", None, None, "")  # 2 400 € of capital: under the floor already
    assert refus(suites.porter(h.depot, ag, dette.cle, payee)) == ["CAPITAL_PLANCHER"]
    h.faire(registre.mouvementer(h.depot, mouvement(1, "souscription", date(2027, 1, 1), 80)))
    assert refus(suites.porter(h.depot, ag, dette.cle, replace(payee, parts=11))) == ["PARTS"]
    h.faire(suites.porter(h.depot, ag, dette.cle, payee))
    assert les_suites(h, ag)[dette.cle].etat == "fait"


def test_les_colleges_et_leurs_presidents(a: Annee) -> None:
    h = a("peuplee")
    ag = extraordinaire(h, "Constitution", "colleges", "extraordinaire")
    d = h.depot
    acte = h.faire(suites.constituer_colleges(d, ag, cle(h, "colleges", ag), AVRIL))
    assert acte.faits == (EtatColleges(AVRIL, "constitues", None, ag),)
    sb = next(c for c in les_suites(h, ag) if c.endswith(":SB"))
    assert refus(suites.designer_president(d, ag, sb, 99, AVRIL)) == ["PRESIDENT"]
    acte = h.faire(suites.designer_president(d, ag, sb, 2, AVRIL, 3))
    assert acte.faits == (PresidentCollege("SB", 2, 3, AVRIL),)
    assert refus(suites.designer_president(d, ag, sb, 2, AVRIL)) == ["SUITE_FAITE"]


def test_les_poids_votes_en_vigueur_du_lendemain(a: Annee) -> None:
    h = a("peuplee")
    ag = extraordinaire(h, "Poids", "poids", "modification_poids", POIDS)
    d = h.depot
    (suite,) = (s for s in les_suites(h, ag).values() if s.geste == "poids")
    assert suite.poids == {"SB": 50, "PP": 25, "PM": 25}
    texte = texte_fourni("cliss-xxi").replace('poids = "40"', 'poids = "50"').replace('poids = "30"', 'poids = "25"')
    assert refus(suites.changer_statuts(d, ag, suite.cle, texte, AVRIL)) == ["EFFET"]
    assert "MANQUANT" in refus(suites.changer_statuts(d, ag, suite.cle, "[vote]", AVRIL + timedelta(days=1)))
    inchangee = d.essayer(lambda un: suites.changer_statuts(un, ag, suite.cle, texte_fourni("cliss-xxi"), JUILLET))
    assert [i.code for i in inchangee.avertissements] == ["POIDS_VOTES"]
    acte = h.faire(suites.changer_statuts(d, ag, suite.cle, texte, AVRIL + timedelta(days=1)))
    assert acte.avertissements == ()
    version, note = acte.faits
    assert isinstance(version, VersionStatuts)
    assert isinstance(note, SuiteNotee)
    assert les_suites(h, ag)[suite.cle].etat == "fait"
    assert [c.poids for c in d.dossier.statuts_au(AVRIL).colleges] == [40, 30, 30]
    assert [c.poids for c in d.dossier.statuts_au(AVRIL + timedelta(days=1)).colleges] == [50, 25, 25]


def test_une_formalite_se_note_faite_ou_sans_objet(a: Annee) -> None:
    h = a("close")
    d = h.depot
    assert refus(suites.noter(d, AG, "depot", JUILLET, "peut-être", "")) == ["ETAT_SUITE"]
    assert refus(suites.noter(d, AG, "depot", JUILLET, "sans_objet", " ")) == ["MOTIF"]
    acte = h.faire(suites.noter(d, AG, "depot", JUILLET, "fait", "récépissé"))
    assert acte.faits == (SuiteNotee(AG, "depot", JUILLET, "fait", "récépissé"),)
    assert les_suites(h)["depot"].etat == "fait"
    h.faire(correction.annuler(d, acte.numero, "ce n’était pas ce dépôt"))
    assert les_suites(h)["depot"].etat == "a_faire"


def test_ce_que_le_fichier_voit_ne_se_note_pas_fait(a: Annee) -> None:
    h = a("close")
    admission = cle(h, "admission")
    assert refus(suites.noter(h.depot, AG, admission, JUILLET, "fait", "au registre papier")) == ["ETAT_SUITE"]
    h.faire(suites.noter(h.depot, AG, admission, JUILLET, "sans_objet", "la personne renonce"))
    assert les_suites(h)[admission].etat == "sans_objet"


def test_une_note_apres_signature_s_annule_et_ne_retient_pas_la_seance(a: Annee) -> None:
    h = a("finie")
    note = next(e for e in h.depot.entrees() if e.acte == "noter_suite")
    assert les_suites(h)["depot"].etat == "fait"
    h.faire(correction.annuler(h.depot, note.numero, "erreur"))
    assert les_suites(h)["depot"].etat == "a_faire"
    assert verifier(h.depot).issues == ()


@pytest.mark.parametrize("quoi", ["admission", "mandat"])
def test_l_annee_racontee_a_fait_ses_suites(a: Annee, quoi: str) -> None:
    h = a("finie")
    assert les_suites(h)[cle(h, quoi)].etat == "fait"


def test_la_candidate_d_un_college_se_presente_a_l_election(a: Annee) -> None:
    h = a("peuplee")
    d = h.depot
    ag = h.preparer(AVRIL, nature="college", college="PP", par_college=False)
    point = h.inscrire(ag, "Candidature", "designation_candidat", "designation", concerne=5)
    h.tenir(ag, AVRIL, (5, 6, 7), 5)
    h.voter(ag, point, {"*": mains(3)}, AVRIL, mode="secret_papier")
    suite = cle(h, "presentation", ag)
    assert refus(suites.presenter(d, ag, suite)) == ["SUITE"]
    annuelle = h.preparer(JOUR)
    election = h.inscrire(annuelle, "Élection", "election_gerance", "election", sieges=1)
    acte = h.faire(suites.presenter(d, ag, suite))
    assert acte.faits == (Candidature(annuelle, election, 5, "PP"),)
    assert les_suites(h, ag)[suite].etat == "fait"


def test_le_proces_verbal_ne_change_pas_de_ce_qui_suit(a: Annee) -> None:
    """Drawn up or signed, the minutes say what was voted: what is done with it afterwards changes no byte of them."""

    def imprime(h: Histoire) -> bytes | None:
        return papiers.imprimer(h.depot, AG, "proces-verbal", INSTANT)[0]

    for signe in (False, True):
        h = a("close")
        d = h.depot
        h.faire(proces_verbal.dresser(d, AG, JUILLET))
        if signe:
            h.faire(proces_verbal.signer(d, AG, 1, JUILLET, ("Ada Fictive",)))
        avant = imprime(h)
        assert avant is not None
        h.faire(suites.porter(d, AG, cle(h, "admission"), Mouvement(0, JOUR, "", 0, "", None, AG, "")))
        mandat = les_suites(h)[cle(h, "mandat")]
        assert mandat.debut is not None
        h.faire(suites.commencer_mandat(d, AG, mandat.cle, mandat.debut, date(2027, 6, 19)))
        h.faire(suites.noter(d, AG, "depot", JUILLET, "fait", "récépissé"))
        assert imprime(h) == avant
