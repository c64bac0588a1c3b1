"""Every act refused when it must be: the code, the article, and a file that has not changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from scicvote.actes import cooperative as coop
from scicvote.actes import correction, preparation, proces_verbal, registre, seance, vote
from scicvote.core.faits import (
    Affectation,
    Amendement,
    Bureau,
    Convocation,
    Deport,
    Envoi,
    Pouvoir,
    Presence,
    Resolution,
)
from scicvote.core.vote import ComptageCorps
from scicvote.exchange.statuts import texte_fourni
from scicvote.store.depot import Acte
from tests.outils.cooperative import JOUR, convocation, fiche, heure, mouvement
from tests.outils.histoire import Histoire

AG = 3
COMPTES, AFFECTATION, CONVENTION, ELECTION, ADMISSION, RETIREE = 3, 4, 5, 6, 7, 9
CLISS = texte_fourni("cliss-xxi")

Essai = Callable[[Histoire], Acte]


def point(**champs: Any) -> Resolution:
    valeurs: dict[str, Any] = {
        "titre": "Titre", "texte": "Texte.", "regle": "ordinaire", "objet": "autre", "sieges": 0, "concerne": None, "college": "",
        "origine": None, "hors_ordre": False,
    }  # fmt: skip
    return Resolution(0, champs.pop("assemblee", AG), 0, **{**valeurs, **champs})


def chiffres(**champs: str) -> Affectation:
    return replace(Affectation(AG, 0, "14188", "0", "0", "7540", "2128", "7982", "12060", "0"), **champs)


def envoi(objet: str, jour: date = date(2026, 5, 1), qui: int | None = None) -> Envoi:
    return Envoi(AG, jour, objet, "recommandé", (), qui)


def arrivee(numero: int, h: int = 18, **champs: Any) -> Presence:
    return replace(Presence(AG, numero, heure(h), "arrivee", "", ""), **champs)


def pouvoir(mandant: int, mandataire: int | None) -> Pouvoir:
    return Pouvoir(0, AG, mandant, mandataire, "", False, heure(18), "")


def bureau(**champs: Any) -> Bureau:
    return replace(Bureau(AG, heure(18), 1, "Bob Exemple", (), ""), **champs)


def ouvert(histoire: Histoire, resolution: int = COMPTES, mode: str = "main_levee") -> int:
    """A scrutin opened in the sitting; its number."""
    acte = vote.ouvrir_scrutin(histoire.depot, AG, resolution, mode, heure(18, 30))
    histoire.faire(acte)
    return int(acte.faits[0].scrutin)  # type: ignore[attr-defined]


def depouille(histoire: Histoire) -> int:
    numero = ouvert(histoire)
    histoire.faire(vote.depouiller(histoire.depot, AG, numero, {"SB": ComptageCorps(3)}, heure(18, 31)))
    return numero


def proclame(histoire: Histoire) -> int:
    numero = depouille(histoire)
    histoire.faire(vote.proclamer(histoire.depot, AG, numero, heure(18, 32)))
    return numero


def suspendue(histoire: Histoire) -> Histoire:
    histoire.faire(seance.suspendre(histoire.depot, AG, heure(18, 30), "pause"))
    return histoire


REFUS: list[tuple[str, Essai, str, str]] = [
    # the cooperative
    ("peuplee", lambda h: coop.changer_statuts(h.depot, 'cle = "x"', JOUR), "MANQUANT", ""),
    ("peuplee", lambda h: coop.changer_statuts(h.depot, CLISS, date(2012, 9, 28)), "EFFET", ""),
    ("close", lambda h: coop.changer_statuts(h.depot, CLISS, JOUR), "EFFET", ""),
    ("peuplee", lambda h: coop.identifier(h.depot, JOUR, "ici", "RCS", "8 080 €"), "MONTANT", "statuts 8"),
    ("peuplee", lambda h: coop.commencer_mandat(h.depot, 9, JOUR, date(2027, 6, 11)), "GERANT", "statuts 18-1"),
    ("peuplee", lambda h: coop.commencer_mandat(h.depot, 99, JOUR, date(2027, 6, 11)), "GERANT", "statuts 18-1"),
    ("peuplee", lambda h: coop.commencer_mandat(h.depot, 1, JOUR, JOUR), "MANDAT", "statuts 18-2"),
    ("peuplee", lambda h: coop.finir_mandat(h.depot, 2, JOUR, "démission"), "GERANT", "statuts 18-2"),
    # the register
    ("peuplee", lambda h: registre.inscrire(h.depot, fiche(0, "", " "), ()), "NOM", "statuts 21-4"),
    ("peuplee", lambda h: registre.inscrire(h.depot, fiche(0, "Ada", "X", "elfe"), ()), "PERSONNE", "statuts 12"),
    ("peuplee", lambda h: registre.modifier_fiche(h.depot, fiche(99, "Ada", "X")), "ASSOCIE", ""),
    ("peuplee", lambda h: registre.mouvementer(h.depot, mouvement(99, "operation")), "ASSOCIE", ""),
    ("peuplee", lambda h: registre.mouvementer(h.depot, mouvement(1, "danse")), "MOUVEMENT", ""),
    ("peuplee", lambda h: registre.mouvementer(h.depot, mouvement(1, "souscription")), "PARTS", "statuts 9"),
    ("peuplee", lambda h: registre.mouvementer(h.depot, mouvement(1, "operation", parts=1)), "PARTS", "statuts 9"),
    ("peuplee", lambda h: registre.mouvementer(h.depot, mouvement(1, "rectification", JOUR, -11)), "PARTS", "statuts 9"),
    ("peuplee", lambda h: registre.mouvementer(h.depot, mouvement(1, "liberation", JOUR, 1)), "PARTS", "statuts 10"),
    ("peuplee", lambda h: registre.mouvementer(h.depot, mouvement(1, "cession", JOUR, 11, tiers=2)), "PARTS", "statuts 9"),
    ("peuplee", lambda h: registre.mouvementer(h.depot, mouvement(1, "cession", JOUR, 1)), "CESSION", "statuts 9"),
    ("peuplee", lambda h: registre.mouvementer(h.depot, mouvement(1, "changement_categorie", categorie="9")), "CATEGORIE_INCONNUE", "statuts 12"),
    ("peuplee", lambda h: registre.mouvementer(h.depot, mouvement(1, "demission", date(2019, 1, 1))), "SORTIE", "statuts 14"),
    ("peuplee", lambda h: registre.mouvementer(h.depot, mouvement(1, "changement_categorie")), "CATEGORIE_MANQUANTE", "statuts 12"),
    ("peuplee", lambda h: registre.inscrire(h.depot, fiche(0, "Ivo", "X"), (mouvement(0, "candidature"),)), "CATEGORIE_MANQUANTE", "statuts 12"),
    ("peuplee", lambda h: registre.inscrire(h.depot, fiche(0, "Ivo", "X"), (mouvement(0, "admission"), mouvement(0, "souscription", parts=1),
                                            mouvement(0, "liberation", parts=2))), "PARTS", "statuts 10"),
    # the colleges
    ("peuplee", lambda h: registre.demander_colleges(h.depot, JOUR, 99), "DEMANDEUR", "statuts 25-1"),
    ("preparee", lambda h: registre.demander_colleges(h.depot, JOUR, 1), "DEJA_CONSTITUES", "statuts 25-1"),
    ("preparee", lambda h: registre.constituer_colleges(h.depot, date(2026, 3, 1), AG), "NON_CONSTITUES", "statuts 25-1"),
    ("peuplee", lambda h: registre.constituer_colleges(h.depot, JOUR, 99), "NON_CONSTITUES", "statuts 25-1"),
    ("peuplee", lambda h: registre.designer_president(h.depot, "ZZ", 1, JOUR), "COLLEGE_INCONNU", "statuts 22"),
    ("peuplee", lambda h: registre.designer_president(h.depot, "SB", 99, JOUR), "PRESIDENT", "statuts 25-3"),
    ("peuplee", lambda h: registre.designer_president(h.depot, "SB", 1, JOUR, 99), "PRESIDENT", "statuts 25-3"),
    # preparing
    ("peuplee", lambda h: preparation.preparer(h.depot, convocation(lieu="")), "LIEU", ""),
    ("peuplee", lambda h: preparation.preparer(h.depot, convocation(nature="fête")), "NATURE", "statuts 20"),
    ("peuplee", lambda h: preparation.modifier_convocation(h.depot, convocation(99)), "ASSEMBLEE", ""),
    ("preparee", lambda h: preparation.modifier_convocation(h.depot, convocation(AG)), "CONVOQUEE", "statuts 21-2"),
    ("preparee", lambda h: preparation.inscrire_resolution(h.depot, point()), "ORDRE_DU_JOUR_VERROUILLE", "statuts 21-3"),
    ("ouverte", lambda h: preparation.inscrire_resolution(h.depot, point(hors_ordre=True)), "HORS_ORDRE_DU_JOUR", "statuts 21-6"),
    ("close", lambda h: preparation.inscrire_resolution(h.depot, point(regle="revocation_gerance", hors_ordre=True)), "SEANCE_CLOSE", ""),
    ("peuplee", lambda h: preparation.inscrire_resolution(h.depot, point(assemblee=99)), "ASSEMBLEE", ""),
    ("preparee", lambda h: preparation.proposer_affectation(h.depot, point(objet="affectation"), chiffres(resultat="x")), "MONTANT", "statuts 30"),
    ("preparee", lambda h: preparation.proposer_affectation(h.depot, point(objet="affectation"), chiffres(interets="1")), "AFFECTATION_SOMME", "statuts 30"),
    ("preparee", lambda h: preparation.ordonner(h.depot, AG, (COMPTES,)), "ORDRE_DU_JOUR_VERROUILLE", "statuts 21-3"),
    ("preparee", lambda h: preparation.ordonner(h.depot, AG, (COMPTES, COMPTES)), "RESOLUTION", ""),
    ("preparee", lambda h: preparation.presenter_candidat(h.depot, AG, 99, 1), "RESOLUTION", ""),
    ("preparee", lambda h: preparation.presenter_candidat(h.depot, AG, ELECTION, 9), "CANDIDAT", "statuts 18-1"),
    ("preparee", lambda h: preparation.presenter_candidat(h.depot, AG, ELECTION, 1), "CANDIDAT_DEJA", "statuts 18-1"),
    ("preparee", lambda h: preparation.presenter_candidat(h.depot, AG, ELECTION, 2, "ZZ"), "COLLEGE_INCONNU", ""),
    ("close", lambda h: preparation.presenter_candidat(h.depot, AG, ELECTION, 2), "SCRUTIN_OUVERT", "statuts 18-1"),
    ("preparee", lambda h: preparation.arreter_liste(h.depot, AG, date(2026, 5, 27), "x"), "LISTE_DEJA", "statuts 21-1"),
    ("preparee", lambda h: preparation.arreter_liste(h.depot, AG, date(2019, 1, 1), "x"), "LISTE_VIDE", "statuts 21-1"),
    ("preparee", lambda h: preparation.arreter_liste(h.depot, AG, date(2026, 6, 13), "x"), "LISTE_APRES", "statuts 21-1"),
    ("preparee", lambda h: preparation.envoyer(h.depot, envoi("colombes")), "ENVOI", ""),
    ("preparee", lambda h: preparation.envoyer(h.depot, envoi("convocation_speciale")), "DESTINATAIRE", "statuts 15"),
    ("preparee", lambda h: preparation.envoyer(h.depot, envoi("documents", date(2026, 6, 13))), "ENVOI_APRES", "statuts 21-2"),
    ("preparee", lambda h: preparation.poser_question(h.depot, AG, 1, JOUR, " "), "TEXTE", "C. com. L223-26"),
    ("preparee", lambda h: preparation.poser_question(h.depot, AG, 1, date(2026, 6, 13), "?"), "DATE", "C. com. L223-26"),
    ("preparee", lambda h: preparation.poser_question(h.depot, AG, 99, JOUR, "?"), "ASSOCIE", ""),
    ("preparee", lambda h: preparation.excuser(h.depot, AG, 99), "ASSOCIE", ""),
    ("ouverte", lambda h: preparation.convoquer_seconde(h.depot, AG, datetime(2026, 7, 10, 18), "ici", "x"), "SANS_OBJET", "C. com. L223-29"),
    ("close", lambda h: preparation.convoquer_seconde(h.depot, AG, heure(21), "ici", "x"), "CONSULTATION", "C. com. L223-29"),
    # the sitting
    ("preparee", lambda h: seance.ouvrir_seance(h.depot, AG, heure(18)), "BUREAU", "statuts 21-5"),
    ("preparee", lambda h: seance.ouvrir_seance(h.depot, AG, heure(18)), "PERSONNE", "statuts 21-4"),
    ("ouverte", lambda h: seance.ouvrir_seance(h.depot, AG, heure(18)), "DEJA_OUVERTE", ""),
    ("peuplee", lambda h: seance.ouvrir_seance(h.depot, h.preparer(JOUR), heure(18)), "LISTE", "statuts 21-1"),
    ("peuplee", lambda h: h.arriver(h.preparer(JOUR), 1), "LISTE", "statuts 21-1"),
    ("ouverte", lambda h: seance.emarger(h.depot, arrivee(1)), "DEJA_PRESENT", "statuts 21-4"),
    ("ouverte", lambda h: seance.emarger(h.depot, arrivee(13)), "NON_INSCRIT", "statuts 21-1"),
    ("ouverte", lambda h: seance.emarger(h.depot, arrivee(12)), "REPRESENTANT", "statuts 21-4"),
    ("ouverte", lambda h: seance.emarger(h.depot, replace(arrivee(4), heure=datetime(2026, 6, 11, 18))), "HEURE", "C. com. R223-24"),
    ("ouverte", lambda h: seance.partir(h.depot, AG, 4, heure(19)), "ABSENT", "statuts 21-4"),
    ("ouverte", lambda h: seance.partir(h.depot, AG, 1, heure(17)), "HEURE", "statuts 21-4"),
    ("ouverte", lambda h: seance.donner_pouvoir(h.depot, pouvoir(1, 2)), "MANDANT_PRESENT", "statuts 23"),
    ("ouverte", lambda h: seance.donner_pouvoir(h.depot, pouvoir(4, 1)), "POUVOIR_DEJA", "statuts 23"),
    ("close", lambda h: seance.donner_pouvoir(h.depot, pouvoir(11, 9)), "SEANCE_CLOSE", "C. com. R223-24"),
    ("ouverte", lambda h: seance.retirer_pouvoir(h.depot, AG, 99, heure(19), ""), "POUVOIR", "statuts 23"),
    ("close", lambda h: seance.retirer_pouvoir(h.depot, AG, 1, heure(19), ""), "SEANCE_CLOSE", "C. com. R223-24"),
    ("ouverte", lambda h: seance.inviter(h.depot, AG, " ", ""), "NOM", ""),
    ("preparee", lambda h: seance.constituer_bureau(h.depot, bureau()), "PRESIDENT_ABSENT", "statuts 21-4"),
    ("ouverte", lambda h: seance.constituer_bureau(h.depot, bureau(secretaire=" ")), "SECRETAIRE", "C. com. R223-23"),
    ("ouverte", lambda h: seance.reprendre(h.depot, AG, heure(18, 30)), "SUSPENSION", "C. com. R223-24"),
    ("ouverte", lambda h: seance.suspendre(suspendue(h).depot, AG, heure(18, 40), ""), "SUSPENSION", "C. com. R223-24"),
    ("ouverte", lambda h: seance.reprendre(suspendue(h).depot, AG, heure(18, 20)), "HEURE", ""),
    ("ouverte", lambda h: seance.suspendre(h.depot, ouvert(h) and AG, heure(18, 40), ""), "SCRUTIN_OUVERT", "statuts 21-7"),
    ("ouverte", lambda h: seance.deposer_document(h.depot, AG, " "), "TITRE", "C. com. R223-24"),
    ("close", lambda h: seance.deposer_document(h.depot, AG, "Comptes annuels"), "DOCUMENT_DEJA", "C. com. R223-24"),
    ("close", lambda h: seance.noter_incident(h.depot, AG, heure(23, 50), "Trop tard."), "SEANCE_CLOSE", "C. com. R223-24"),
    ("ouverte", lambda h: seance.amender(h.depot, Amendement(AG, COMPTES, heure(19), " ", "x")), "TEXTE", "C. com. R223-24"),
    ("ouverte", lambda h: seance.amender(h.depot, Amendement(AG, 99, heure(19), "x", "x")), "RESOLUTION", ""),
    ("ouverte", lambda h: seance.amender(h.depot, Amendement(AG, proclame(h) and COMPTES, heure(19), "x", "x")), "DEJA_VOTEE", "C. com. R223-24"),
    ("preparee", lambda h: seance.amender(h.depot, Amendement(AG, COMPTES, heure(19), "x", "x")), "SEANCE_NON_OUVERTE", "statuts 21-5"),
    ("close", lambda h: seance.retirer_resolution(h.depot, AG, RETIREE, heure(19), ""), "RETIREE", "C. com. R223-24"),
    ("ouverte", lambda h: seance.noter_debat(h.depot, AG, 99, "x"), "RESOLUTION", ""),
    ("ouverte", lambda h: seance.noter_incident(h.depot, AG, heure(19), " "), "TEXTE", "C. com. R223-24"),
    ("ouverte", lambda h: seance.repondre(h.depot, AG, 99, heure(19), "x"), "QUESTION", ""),
    ("ouverte", lambda h: seance.clore_seance(suspendue(h).depot, AG, heure(20)), "SUSPENDUE", "C. com. R223-24"),
    ("ouverte", lambda h: seance.clore_seance(h.depot, depouille(h) and AG, heure(20)), "NON_PROCLAMEE", "C. com. R223-24"),
    ("ouverte", lambda h: seance.clore_seance(h.depot, proclame(h) and AG, heure(18, 31)), "HEURE", "C. com. R223-24"),
    ("close", lambda h: seance.clore_seance(h.depot, AG, heure(20)), "SEANCE_CLOSE", "C. com. R223-24"),
    # votes
    ("ouverte", lambda h: vote.ouvrir_scrutin(h.depot, AG, 99, "main_levee", heure(19)), "RESOLUTION", ""),
    ("ouverte", lambda h: vote.ouvrir_scrutin(h.depot, AG, ELECTION, "main_levee", heure(19)), "SECRET_OBLIGATOIRE", "statuts 21-7"),
    ("ouverte", lambda h: vote.ouvrir_scrutin(h.depot, AG, COMPTES, "?", heure(19)), "MODE", "statuts 21-7"),
    ("ouverte", lambda h: vote.ouvrir_scrutin(h.depot, AG, ouvert(h) and AFFECTATION, "main_levee", heure(19)), "SCRUTIN_OUVERT", "statuts 21-7"),
    ("ouverte", lambda h: vote.ouvrir_scrutin(h.depot, AG, depouille(h) and COMPTES, "main_levee", heure(19)), "NON_PROCLAMEE", "C. com. R223-24"),
    ("ouverte", lambda h: vote.ouvrir_scrutin(h.depot, AG, proclame(h) and COMPTES, "main_levee", heure(19)), "DEJA_VOTEE", "C. com. R223-24"),
    ("ouverte", lambda h: vote.depouiller(h.depot, AG, 99, {}, heure(19)), "SCRUTIN", ""),
    ("ouverte", lambda h: vote.depouiller(h.depot, AG, ouvert(h), {}, heure(18, 29)), "HEURE", ""),
    ("ouverte", lambda h: vote.depouiller(h.depot, AG, ouvert(h), {"SB": ComptageCorps(5)}, heure(19)), "VOTANTS", "statuts 22"),
    ("ouverte", lambda h: vote.depouiller(h.depot, AG, ouvert(h), {"SB": ComptageCorps(1)}, heure(19), {"SB": ComptageCorps(2)}), "SAISIES", "statuts 21-7"),
    ("ouverte", lambda h: vote.depouiller(h.depot, AG, proclame(h), {}, heure(19)), "PROCLAMEE", "C. com. R223-24"),
    ("ouverte", lambda h: vote.proclamer(h.depot, AG, 99, heure(19)), "SCRUTIN", ""),
    ("ouverte", lambda h: vote.proclamer(h.depot, AG, ouvert(h), heure(19)), "SCRUTIN", ""),
    ("ouverte", lambda h: vote.proclamer(h.depot, AG, depouille(h), heure(18, 30)), "HEURE", ""),
    ("ouverte", lambda h: vote.proclamer(h.depot, AG, proclame(h), heure(19)), "PROCLAMEE", "C. com. R223-24"),
    ("ouverte", lambda h: vote.deporter(h.depot, Deport(AG, COMPTES, 1, heure(18, 20), "convention")), "DEPORT", "C. civ. 1844"),
    ("ouverte", lambda h: vote.deporter(h.depot, Deport(AG, ADMISSION, 1, heure(18, 20), "convention")), "DEPORT", "C. com. L223-19"),
    # minutes and corrections
    ("ouverte", lambda h: proces_verbal.dresser(h.depot, AG, JOUR), "SEANCE_NON_CLOSE", "C. com. R223-24"),
    ("close", lambda h: proces_verbal.dresser(h.depot, AG, date(2026, 6, 11)), "DATE", "C. com. R223-24"),
    ("finie", lambda h: proces_verbal.dresser(h.depot, AG, JOUR), "PV_SIGNE", "statuts 21-8"),
    ("close", lambda h: proces_verbal.dresser(h.depot, proces_verbal.dresser(h.depot, AG, JOUR).numero and AG, JOUR), "PV_DEJA", "C. com. R221-3"),
    ("close", lambda h: proces_verbal.signer(h.depot, AG, 1, JOUR, ("Ada Fictive",)), "PV", "C. com. R221-3"),
    ("finie", lambda h: proces_verbal.signer(h.depot, AG, 1, JOUR, ("Ada Fictive",)), "SIGNE", "C. com. R221-3"),
    ("finie", lambda h: proces_verbal.signer(h.depot, AG, 2, date(2026, 6, 20), ()), "SIGNATAIRES", "statuts 21-8"),
    ("finie", lambda h: proces_verbal.signer(h.depot, AG, 2, JOUR, ("Ada Fictive",)), "DATE", "statuts 21-8"),
    ("finie", lambda h: proces_verbal.rectifier(h.depot, AG, 2, JOUR, "x"), "NON_SIGNE", "C. com. R221-3"),
    ("finie", lambda h: proces_verbal.rectifier(h.depot, AG, 1, JOUR, " "), "TEXTE", "C. com. R221-3"),
    ("finie", lambda h: seance.noter_debat(h.depot, AG, COMPTES, "après coup"), "PV_SIGNE", "statuts 21-8"),
    ("peuplee", lambda h: correction.annuler(h.depot, 999, ""), "ACTE", ""),
    ("peuplee", lambda h: correction.annuler(h.depot, 1, ""), "ACTE_DEFINITIF", "C. com. R221-3"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("etape", "essai", "code", "article"),
    REFUS,
    ids=[f"{n}-{etape}-{code}" for n, (etape, _, code, _) in enumerate(REFUS)],
)
def test_refuse(a: Callable[[str], Histoire], etape: str, essai: Essai, code: str, article: str) -> None:
    histoire = a(etape)
    acte = essai(histoire)
    assert not acte.accepte
    (issue, *_) = [issue for issue in acte.refus if issue.code == code] or [None]
    assert issue is not None, [i.ligne() for i in acte.issues]
    assert article in issue.articles or not article
    assert acte.faits == ()
    assert all(
        entree.acte != acte.nom or entree.numero <= len(histoire.depot.dossier.actes)
        for entree in histoire.depot.entrees()
    )
    assert len(histoire.depot.entrees()) == len(histoire.depot.dossier.actes)


def test_une_convocation_de_plus_ne_change_pas_de_numero(a: Callable[[str], Histoire]) -> None:
    histoire = a("preparee")
    acte = histoire.faire(preparation.preparer(histoire.depot, convocation(99)))
    (fait,) = acte.faits
    assert isinstance(fait, Convocation)
    assert fait.assemblee == AG + 1  # the number is given, whatever was asked


def test_what_the_minutes_must_tell_is_noted_after_the_closing_too(a: Callable[[str], Histoire]) -> None:
    depot = a("close").depot
    assert seance.deposer_document(depot, AG, "Rapport oublié").accepte
    assert seance.noter_incident(depot, AG, heure(19), "Une porte claque.").accepte
