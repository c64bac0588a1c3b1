"""A college tallied on another computer: handed over, held there, returned, taken once, and refused with a reason."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scicvote.actes import (
    cooperative,
    export_college,
    isoloir,
    preparation,
    proces_verbal,
    registre,
    retour_college,
    seance,
    vote,
)
from scicvote.actes.export_college import Remise, Rendez
from scicvote.actes.papiers import imprimer
from scicvote.actes.papiers_college import imprimer_bordereau, imprimer_retour
from scicvote.actes.retour_college import Confrontation
from scicvote.actes.travail_college import (
    mission_du_fichier,
    ouvrir_cle,
    ouvrir_paquet,
    preparer_retour,
)
from scicvote.actes.verification import verifier
from scicvote.core.faits import Amendement, Bureau, FormulaireVote, Pouvoir, Presence, Scrutin
from scicvote.core.isoloir import electeurs_de
from scicvote.core.mission import college_du_fichier
from scicvote.core.retour_college import Retour, Saisie, composer_retour, retour_saisi
from scicvote.core.retours import Etat, colleges_attendus, suivis
from scicvote.core.vote import ComptageCorps
from scicvote.exchange.college import ecrire, empreinte
from scicvote.exchange.college_retour import ecrire_retour, lire_retour
from scicvote.exchange.statuts import texte_fourni
from scicvote.scelles import signature
from scicvote.scelles.signature import est_signe
from scicvote.store.depot import Acte, Projet
from tests.outils.college import ELECTION, PRESENTS, VOIX, Portable, deposer
from tests.outils.cooperative import PERSONNES, PM, PP, SB, heure, mouvement
from tests.outils.hasard import PROFIL
from tests.outils.histoire import INSTANT, PHRASE, Histoire, mains
from tests.outils.pdf import textes_pdf

AG = 3
CODES = ("SB", "PP", "PM")


@dataclass
class Echange:
    """The cooperative after it handed a package to each college, the packages, and what came back."""

    fichier: Path
    remises: dict[str, Remise]
    retours: dict[str, bytes]
    portables: dict[str, Path]

    def retour(self, college: str) -> Retour:
        lu, issues = lire_retour(self.retours[college], est_signe)
        assert lu is not None, issues
        return lu.retour


@pytest.fixture(scope="session")
def echange(_etapes: Path, tmp_path_factory: pytest.TempPathFactory) -> Echange:
    dossier = tmp_path_factory.mktemp("echange")
    fichier = Path(shutil.copy(_etapes / "preparee.scic", dossier / "coop.scic"))
    remises, retours, portables = {}, {}, {}
    with cooperative.ouvrir(fichier, lambda: INSTANT) as depot:
        for code in CODES:
            acte, remise = export_college.exporter(depot, AG, code)
            assert remise is not None, acte.issues
            remises[code] = remise
    for code, remise in remises.items():
        portable = Portable.ouvrir(deposer(remise, dossier / code), remise.phrase)
        portable.tenir()
        retours[code] = portable.rendre().octets
        portables[code] = dossier / code / f"{code}-1.scic"
        portable.histoire.depot.fermer()
    return Echange(fichier, remises, retours, portables)


@pytest.fixture
def coop(echange: Echange, tmp_path: Path) -> Iterator[Histoire]:
    """The cooperative that awaits its three colleges."""
    chemin = Path(shutil.copy(echange.fichier, tmp_path / "coop.scic"))
    with cooperative.ouvrir(chemin, lambda: INSTANT) as depot:
        yield Histoire(depot)


@pytest.fixture
def portable(echange: Echange, tmp_path: Path) -> Iterator[Portable]:
    """The computer of the SB college, its assembly held and one return given."""
    chemin = Path(shutil.copy(echange.portables["SB"], tmp_path / "sb.scic"))
    with cooperative.ouvrir(chemin, lambda: INSTANT) as depot:
        yield Portable(Histoire(depot), AG, "SB", echange.remises["SB"].phrase)


def prendre(coop: Histoire, octets: bytes, **options: bool) -> Acte:
    lu, issues = lire_retour(octets, est_signe)
    assert lu is not None, issues
    return retour_college.importer(coop.depot, lu, **options)


def confronter(coop: Histoire, octets: bytes) -> Confrontation:
    lu, issues = lire_retour(octets, est_signe)
    assert lu is not None, issues
    return retour_college.confronter(coop.depot.dossier, lu)


def codes(acte: Acte | Confrontation) -> list[str]:
    return [issue.code for issue in acte.issues]


def ouvrir_ag(coop: Histoire, presents: tuple[int, ...] = (1,)) -> None:
    for numero in presents:
        coop.faire(coop.arriver(AG, numero))
    bureau = Bureau(AG, heure(18, 2), 1, "Bob Exemple", (), "")
    coop.faire(seance.constituer_bureau(coop.depot, bureau), seance.ouvrir_seance(coop.depot, AG, heure(18, 5)))


def points(coop: Histoire) -> dict[str, int]:
    return {r.titre: r.resolution for r in coop.ag(AG).resolutions}


def ouvrir(coop: Histoire, point: int, mode: str = "main_levee") -> int:
    acte = coop.faire(vote.ouvrir_scrutin(coop.depot, AG, point, mode, heure(18, 30)))
    return next(f.scrutin for f in acte.faits if isinstance(f, Scrutin))


# --- what leaves


def test_rien_des_autres_colleges_ne_part(echange: Echange) -> None:
    for code, siens in (("SB", SB), ("PP", PP), ("PM", PM)):
        arbre = json.loads(echange.remises[code].octets)
        assert [m["associe"] for m in arbre["membres"]] == list(siens)
        texte = json.dumps({k: v for k, v in arbre.items() if k != "statuts"}, ensure_ascii=False)
        candidats = {c["associe"] for c in arbre["candidats"]}
        for numero, (_, nom, _, _) in PERSONNES.items():
            assert (nom in texte) == (numero in siens or numero in candidats), (code, nom)
        assert "courriel" not in texte


def test_la_phrase_n_est_ni_dans_le_paquet_ni_dans_le_fichier(echange: Echange) -> None:
    for remise in echange.remises.values():
        assert remise.phrase.encode() not in remise.octets
        assert remise.phrase.encode() not in echange.fichier.read_bytes()
        assert len(remise.phrase.split()) == 7
        assert len(remise.mots) == 8


def test_chaque_export_a_sa_cle_et_l_assemblee_un_seul_identifiant(echange: Echange) -> None:
    faits = [remise.export for remise in echange.remises.values()]
    assert len({f.cle_publique for f in faits}) == 3
    assert len({f.identifiant for f in faits}) == 1
    assert all(f.empreinte == empreinte(echange.remises[f.college].octets) for f in faits)


def test_un_export_refuse_dit_pourquoi(a: Callable[[str], Histoire], coop: Histoire) -> None:
    peuplee = a("peuplee")
    assert codes(export_college.exporter(peuplee.depot, 9, "SB")[0]) == ["ASSEMBLEE"]
    assert codes(export_college.exporter(coop.depot, AG, "XX")[0]) == ["COLLEGE_INCONNU"]
    assert codes(export_college.exporter(coop.depot, 1, "SB")[0]) == ["EXPORT_PAR_TETE"]
    close = a("close")
    assert {"SEANCE_CLOSE", "EXPORT_VIDE"} <= set(codes(export_college.exporter(close.depot, AG, "SB")[0]))


def test_un_second_paquet_previent_et_un_essai_n_ecrit_rien(coop: Histoire) -> None:
    avant = coop.depot.empreinte
    essai = coop.depot.essayer(lambda depot: export_college.exporter(depot, AG, "SB")[0])
    assert codes(essai) == ["EXPORT_DEJA"]
    assert coop.depot.empreinte == avant
    acte, remise = export_college.exporter(coop.depot, AG, "SB", Rendez(datetime(2026, 6, 14, 10), "Chez nous"))
    assert remise is not None
    assert codes(acte) == ["EXPORT_DEJA", "EXPORT_APRES"]
    assert (remise.export.numero, remise.export.lieu) == (2, "Chez nous")


def test_le_bordereau_porte_les_mots_et_jamais_la_phrase(coop: Histoire, echange: Echange) -> None:
    remise = echange.remises["SB"]
    texte = textes_pdf(imprimer_bordereau(coop.depot, remise.export, INSTANT))
    assert all(mot in texte for mot in remise.mots)
    assert remise.phrase not in texte
    assert "aucune valeur juridique" in texte
    assert "4 membres" in texte


# --- on the college's computer


def test_le_meme_paquet_reprend_le_meme_travail(echange: Echange, tmp_path: Path) -> None:
    paquet = deposer(echange.remises["SB"], tmp_path)
    (tmp_path / "SB-1.scic").write_bytes(b"autre chose")
    premiere = ouvrir_paquet(paquet)
    assert premiere.chemin is not None
    assert premiere.chemin.name == f"SB-1-{empreinte(paquet.read_bytes())[:8]}.scic"
    assert not premiere.reprise
    seconde = ouvrir_paquet(paquet)
    assert (seconde.chemin, seconde.reprise) == (premiere.chemin, True)
    with cooperative.ouvrir(premiere.chemin) as depot:
        assert mission_du_fichier(depot.dossier) == echange.remises["SB"].export.empreinte
        assert verifier(depot).issues == ()
        mission = college_du_fichier(depot.dossier)
        assert mission is not None
        assert mission.titre == "Assemblée générale ordinaire annuelle du 12\u00a0juin\u00a02026"


def test_un_dossier_ou_rien_ne_s_ecrit(echange: Echange, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paquet = deposer(echange.remises["SB"], tmp_path / "cle")
    donnees = tmp_path / "donnees"
    monkeypatch.setattr("scicvote.actes.travail_college.dossier_donnees", lambda: donnees)
    (tmp_path / "cle").chmod(0o500)
    try:
        ouverture = ouvrir_paquet(paquet)
        reprise = ouvrir_paquet(paquet)
    finally:
        (tmp_path / "cle").chmod(0o700)
    assert ouverture.chemin is not None
    assert reprise.chemin == ouverture.chemin
    assert ouverture.chemin.parent in (donnees / "colleges", tmp_path / "cle")  # the superuser writes anywhere


def test_un_paquet_qui_ne_se_lit_pas(tmp_path: Path, echange: Echange) -> None:
    assert [i.code for i in ouvrir_paquet(tmp_path / "absent.scicollege").issues] == ["FICHIER"]
    retour = tmp_path / "retour.scicollege"
    retour.write_bytes(echange.retours["SB"])
    assert [i.code for i in ouvrir_paquet(retour).issues] == ["FORMAT"]
    abime = tmp_path / "abime.scicollege"
    abime.write_bytes(echange.remises["SB"].octets.replace(b"approuve", b"rejette.", 1))
    assert [i.code for i in ouvrir_paquet(abime).issues] == ["PAQUET_ABIME"]
    assert list(tmp_path.glob("*.scic")) == []


def test_le_college_vote_et_ne_decide_rien(portable: Portable) -> None:
    ag = portable.histoire.ag(AG)
    assert {ag.decision(r.resolution) for r in ag.resolutions} == {"portee"}
    assert verifier(portable.histoire.depot).issues == ()
    octets, _ = imprimer(portable.histoire.depot, AG, "proces-verbal", INSTANT)
    assert octets is not None
    texte = textes_pdf(octets)
    assert "l’assemblée générale les porte selon son poids" in texte
    assert "adoptée" not in texte
    assert "Capital au" not in texte
    assert "Voix portées à l’assemblée générale" not in texte
    resultats, _ = imprimer(portable.histoire.depot, AG, "resultats", INSTANT)
    assert resultats is not None


def test_ce_que_le_college_ne_change_pas(portable: Portable) -> None:
    depot, point = portable.histoire.depot, portable.histoire.ag(AG).resolutions[0].resolution
    amendement = Amendement(AG, point, heure(18, 10), "Autre texte", "")
    assert codes(seance.amender(depot, amendement)) == ["MISSION"]
    assert codes(seance.retirer_resolution(depot, AG, point, heure(18, 10), "")) == ["MISSION"]
    assert codes(export_college.exporter(depot, AG, "SB")[0]) == ["MISSION"]


def test_la_mauvaise_phrase_et_un_vote_en_cours(echange: Echange, tmp_path: Path) -> None:
    remise = echange.remises["PP"]
    neuf = Portable.ouvrir(deposer(remise, tmp_path), remise.phrase)
    depot = neuf.histoire.depot
    acte, rendu = preparer_retour(depot, AG, remise.phrase)
    assert rendu is None
    assert acte.refus[0].code == "SEANCE_NON_OUVERTE"
    neuf.emarger()
    neuf.voter(ELECTION)
    acte, rendu = preparer_retour(depot, AG, "les mauvais mots")
    assert rendu is None
    assert codes(acte) == ["RETOUR_NON_VOTEE", "SEANCE_NON_CLOSE", "PHRASE"]
    election = next(r.resolution for r in neuf.histoire.ag(AG).resolutions if r.titre == ELECTION)
    neuf.histoire.faire(vote.ouvrir_scrutin(depot, AG, election, "secret_papier", heure(19)))
    assert "NON_PROCLAMEE" in codes(preparer_retour(depot, AG, remise.phrase)[0])
    depot.fermer()


def test_un_fichier_de_cooperative_n_a_pas_de_retour(coop: Histoire) -> None:
    assert codes(preparer_retour(coop.depot, AG, "x")[0]) == ["MISSION"]
    assert mission_du_fichier(coop.depot.dossier) == ""
    with pytest.raises(LookupError):
        composer_retour(coop.ag(AG), INSTANT)
    assert imprimer_retour(coop.depot, AG, INSTANT) is None


def test_le_papier_du_retour_dit_ce_que_le_fichier_dit(portable: Portable) -> None:
    rendu = portable.rendre()
    assert rendu.retour.numero == 2
    octets = imprimer_retour(portable.histoire.depot, AG, INSTANT)
    assert octets is not None
    texte = textes_pdf(octets)
    assert all(mot in texte for mot in rendu.mots)
    assert "Retour n° 2 du collège SB" in texte
    assert "Dan Essai" in texte
    assert "scrutin secret" in texte


# --- what comes back


@pytest.mark.parametrize("ordre", [("SB", "PP", "PM"), ("PM", "PP", "SB"), ("PP", "SB", "PM")])
def test_les_colleges_reviennent_dans_tout_ordre(coop: Histoire, echange: Echange, ordre: tuple[str, ...]) -> None:
    for i, code in enumerate(ordre):
        assert set(colleges_attendus(coop.ag(AG))) == set(ordre[i:])
        coop.faire(prendre(coop, echange.retours[code]))
    assert colleges_attendus(coop.ag(AG)) == ()
    assert verifier(coop.depot).issues == ()
    assert set(coop.ag(AG).assistance.presents) == {n for presents in PRESENTS.values() for n in presents}
    assert set(coop.ag(AG).assistance.representes) == {4, 7}


def test_tous_revenus_une_resolution_se_proclame_sans_rien_saisir(coop: Histoire, echange: Echange) -> None:
    for octets in echange.retours.values():
        coop.faire(prendre(coop, octets))
    ouvrir_ag(coop, ())
    for titre, point in points(coop).items():
        mode = "secret_papier" if titre == ELECTION else "main_levee"
        actes = vote.voter(coop.depot, AG, point, mode, {}, (heure(18, 30),) * 3)
        coop.faire(*actes)
    ag = coop.ag(AG)
    comptes = ag.votes_de(points(coop)["Approbation des comptes"])[0]
    assert {c.college: (c.pour, c.contre, c.abstention) for c in comptes.comptes} == {
        code: (v[""].pour, v[""].contre, v[""].abstention) for code, v in VOIX.items()
    }
    assert {c.college: (c.inscrits, c.presents, c.representes) for c in comptes.corps} == {
        "SB": (4, 4, 1), "PP": (4, 3, 1), "PM": (4, 3, 0),
    }  # fmt: skip
    coop.faire(seance.clore_seance(coop.depot, AG, heure(20)), proces_verbal.dresser(coop.depot, AG, date(2026, 6, 15)))
    octets, _ = imprimer(coop.depot, AG, "proces-verbal", INSTANT)
    assert octets is not None
    texte = textes_pdf(octets)
    for code in CODES:
        assert f"Le collège {code} se réunit de son côté" in texte
        assert empreinte(echange.retours[code]) in texte.replace(" ", "")
    assert verifier(coop.depot).issues == ()


def test_un_second_import_ne_change_rien(coop: Histoire, echange: Echange) -> None:
    coop.faire(prendre(coop, echange.retours["SB"]))
    avant = coop.depot.empreinte
    assert confronter(coop, echange.retours["SB"]).deja
    acte = prendre(coop, echange.retours["SB"])
    assert codes(acte) == ["RETOUR_DEJA"]
    assert coop.depot.empreinte == avant


def test_un_retour_plus_recent_remplace_apres_confirmation(
    coop: Histoire, echange: Echange, portable: Portable
) -> None:
    coop.faire(prendre(coop, echange.retours["SB"]))
    nouveau = portable.rendre().octets
    assert confronter(coop, nouveau).remplace
    assert codes(prendre(coop, nouveau)) == ["RETOUR_REMPLACE"]
    coop.faire(prendre(coop, nouveau, remplacer=True))
    (suivi,) = [s for s in suivis(coop.ag(AG)) if s.export.college == "SB"]
    assert suivi.retour is not None
    assert (suivi.retour.numero, suivi.etat) == (2, Etat.RETOURNE)
    assert codes(prendre(coop, echange.retours["SB"])) == ["RETOUR_ANCIEN"]
    gardes = [f for acte in coop.depot.dossier.actes for f in acte.faits if f.TABLE == "retour_college"]
    assert len(gardes) == 2  # both are kept
    assert set(coop.ag(AG).assistance.presents) == set(PRESENTS["SB"])
    assert verifier(coop.depot).issues == ()


def test_deux_retours_differents_d_un_meme_numero(coop: Histoire, echange: Echange) -> None:
    coop.faire(prendre(coop, echange.retours["SB"]))
    autre = resigner(echange, replace(echange.retour("SB"), secretaire="Autre"))
    assert codes(prendre(coop, autre)) == ["RETOUR_NUMERO"]


def resigner(echange: Echange, retour: Retour, cle: bytes | None = None) -> bytes:
    """A return signed again with the college's own key, as a dishonest president could."""
    privee = cle or _cle(echange, retour.college)
    return ecrire_retour(retour, signature.cle_publique(privee), lambda octets: signature.signer(privee, octets))


def _cle(echange: Echange, college: str) -> bytes:
    with cooperative.ouvrir(echange.portables[college]) as depot:
        mission = college_du_fichier(depot.dossier)
        assert mission is not None
        cle = ouvrir_cle(mission, echange.remises[college].phrase)
        assert cle is not None
        return cle


REFUS: dict[str, dict[str, Any]] = {
    "RETOUR_ASSEMBLEE": {"identifiant": "0" * 32},
    "RETOUR_COLLEGE": {"college": "XX"},
    "RETOUR_EXPORT": {"export": 7},
    "RETOUR_PAQUET": {"paquet": "0" * 64},
    "RETOUR_STATUTS": {"statuts": "0" * 64},
    "RETOUR_LISTE": {"liste": "0" * 64},
    "RETOUR_POINTS": {"lignes": ()},
}


@pytest.mark.parametrize("code", REFUS)
def test_un_retour_qui_ne_repond_pas_a_ce_qui_est_demande(coop: Histoire, echange: Echange, code: str) -> None:
    privee = _cle(echange, "SB")
    octets = resigner(echange, replace(echange.retour("SB"), **REFUS[code]), privee)
    vu = confronter(coop, octets)
    assert code in codes(vu)
    assert not vu.acceptable
    acte = prendre(coop, octets)
    assert code in codes(acte)
    assert not acte.accepte


def test_une_autre_cle_est_refusee(coop: Histoire, echange: Echange) -> None:
    octets = resigner(echange, echange.retour("SB"), signature.creer_cle()[0])
    assert codes(prendre(coop, octets)) == ["RETOUR_CLE"]
    sous_pm = resigner(echange, replace(echange.retour("SB"), college="PM"), _cle(echange, "SB"))
    assert codes(prendre(coop, sous_pm)) == ["RETOUR_CLE"]


LIGNES: dict[str, dict[str, Any]] = {
    "VOTANTS": {"pour": 40, "votants": 41},
    "RETOUR_INSCRITS": {"inscrits": 5},
    "RETOUR_PRESENTS": {"representes": 5},
    "RETOUR_RESOLUTION": {"version": "0" * 64},
}


@pytest.mark.parametrize("code", LIGNES)
def test_des_chiffres_qui_ne_peuvent_pas_etre(coop: Histoire, echange: Echange, code: str) -> None:
    retour = echange.retour("SB")
    premiere = replace(retour.lignes[0], **LIGNES[code])
    octets = resigner(echange, replace(retour, lignes=(premiere, *retour.lignes[1:])))
    assert code in codes(prendre(coop, octets))


def test_plus_de_presents_que_de_noms_et_un_nom_d_ailleurs(coop: Histoire, echange: Echange) -> None:
    retour = echange.retour("SB")
    sans = replace(retour, evenements=retour.evenements[:1])
    assert "RETOUR_PRESENTS" in codes(prendre(coop, resigner(echange, sans)))
    intrus = replace(retour, evenements=(*retour.evenements, Presence(0, 9, heure(18), "arrivee", "", "")))
    assert "RETOUR_MEMBRE" in codes(prendre(coop, resigner(echange, intrus)))


def test_une_ligne_non_votee_et_des_voix(coop: Histoire, echange: Echange) -> None:
    retour = echange.retour("SB")
    premiere = replace(retour.lignes[0], mode="")
    octets = resigner(echange, replace(retour, lignes=(premiere, *retour.lignes[1:])))
    assert codes(prendre(coop, octets)) == ["VOTANTS"]
    sans_somme = replace(retour.lignes[0], votants=2)
    octets = resigner(echange, replace(retour, lignes=(sans_somme, *retour.lignes[1:])))
    assert codes(prendre(coop, octets)) == ["VOTANTS"]


def test_les_champs_de_deux_retours_ne_s_echangent_pas(coop: Histoire, echange: Echange) -> None:
    """Any top field, or field of ``contenu``, of one valid return in the other: never accepted."""
    sb, pp = (json.loads(echange.retours[code]) for code in ("SB", "PP"))
    essais = 0
    for cle in sb:
        essais += _refuser(coop, {**sb, cle: pp[cle]}, sb)
    for cle in sb["contenu"]:
        essais += _refuser(coop, {**sb, "contenu": {**sb["contenu"], cle: pp["contenu"][cle]}}, sb)
    assert essais > 8


def _refuser(coop: Histoire, arbre: dict[str, Any], original: dict[str, Any]) -> int:
    if arbre == original:
        return 0
    lu, issues = lire_retour(ecrire(arbre), est_signe)
    assert lu is None
    assert issues
    return 1


def test_chaque_octet_change_est_refuse(echange: Echange) -> None:
    octets = echange.retours["PM"]
    acceptes = 0
    for place, octet in enumerate(octets):
        for masque in (0x01, 0x20, 0x80):
            change = octets[:place] + bytes([octet ^ masque]) + octets[place + 1 :]
            lu, issues = lire_retour(change, est_signe)
            acceptes += lu is not None
            assert issues
    assert acceptes == 0
    for coupe in range(0, len(octets), 37):
        assert lire_retour(octets[:coupe], est_signe)[0] is None


@PROFIL
@given(st.binary(max_size=400))
def test_des_octets_quelconques_donnent_une_phrase(octets: bytes) -> None:
    lu, issues = lire_retour(octets, est_signe)
    assert lu is None
    assert all(issue.phrase.endswith(".") for issue in issues)
    assert issues


# --- what changed since


def test_une_resolution_amendee_depuis(coop: Histoire, echange: Echange) -> None:
    ouvrir_ag(coop)
    point = points(coop)["Approbation des comptes"]
    amendement = Amendement(AG, point, heure(18, 10), "Un autre texte.", "Eva Fiction")
    assert codes(coop.faire(seance.amender(coop.depot, amendement))) == ["RETOUR_TEXTE"]
    assert "RETOUR_RESOLUTION" in codes(prendre(coop, echange.retours["SB"]))


def test_un_texte_que_le_college_a_vote_ne_s_amende_plus(coop: Histoire, echange: Echange) -> None:
    coop.faire(prendre(coop, echange.retours["SB"]))
    ouvrir_ag(coop, ())
    point = points(coop)["Approbation des comptes"]
    amendement = Amendement(AG, point, heure(18, 10), "Un autre texte.", "Eva Fiction")
    assert codes(seance.amender(coop.depot, amendement)) == ["RETOUR_TEXTE"]


def test_des_candidats_ou_une_liste_changes_depuis(coop: Histoire, echange: Echange) -> None:
    coop.faire(prendre(coop, echange.retours["SB"]))
    coop.faire(preparation.presenter_candidat(coop.depot, AG, points(coop)[ELECTION], 2, "SB"))
    assert "RETOUR_RESOLUTION" in codes(prendre(coop, echange.retours["PP"]))
    ouvrir_ag(coop, ())
    acte = vote.ouvrir_scrutin(coop.depot, AG, points(coop)[ELECTION], "secret_papier", heure(18, 30))
    assert codes(acte) == ["RETOUR_RESOLUTION"]


def test_un_membre_parti_depuis(coop: Histoire, echange: Echange) -> None:
    coop.faire(registre.mouvementer(coop.depot, mouvement(4, "demission", date(2026, 6, 10))))
    assert "RETOUR_LISTE" in codes(prendre(coop, echange.retours["SB"]))


def test_des_statuts_changes_depuis(coop: Histoire, echange: Echange) -> None:
    nouveaux = texte_fourni("cliss-xxi") + "\n# une ligne de plus\n"
    coop.faire(cooperative.changer_statuts(coop.depot, nouveaux, date(2026, 6, 1)))
    assert "RETOUR_STATUTS" in codes(prendre(coop, echange.retours["SB"]))


def test_un_paquet_abandonne_ou_remplace(coop: Histoire, echange: Echange) -> None:
    assert codes(export_college.renoncer(coop.depot, AG, "SB", 1, heure(18), " ")) == ["TEXTE"]
    assert codes(export_college.renoncer(coop.depot, AG, "SB", 4, heure(18), "x")) == ["EXPORT"]
    coop.faire(export_college.renoncer(coop.depot, AG, "SB", 1, heure(18), "l’ordinateur est en panne"))
    assert codes(export_college.renoncer(coop.depot, AG, "SB", 1, heure(18), "x")) == ["EXPORT"]
    assert "SB" not in colleges_attendus(coop.ag(AG))
    assert codes(prendre(coop, echange.retours["SB"])) == ["EXPORT_RENONCE"]
    _, remise = export_college.exporter(coop.depot, AG, "PP")
    assert remise is not None
    assert codes(prendre(coop, echange.retours["PP"])) == ["EXPORT_ANCIEN"]
    assert codes(retour_college.certifier_silence(coop.depot, AG, "PP", 1, (5, 6), heure(18), ""))[0] == "EXPORT_ANCIEN"


# --- awaited is not silent


def test_rien_ne_se_proclame_tant_qu_un_college_est_attendu(coop: Histoire, echange: Echange) -> None:
    coop.faire(prendre(coop, echange.retours["SB"]), prendre(coop, echange.retours["PM"]))
    ouvrir_ag(coop, ())
    point = points(coop)["Approbation des comptes"]
    scrutin = ouvrir(coop, point)
    assert codes(vote.depouiller(coop.depot, AG, scrutin, {"PP": mains(1)}, heure(18, 31))) == ["RETOUR_SALLE"]
    coop.faire(vote.depouiller(coop.depot, AG, scrutin, {}, heure(18, 31)))
    acte = vote.proclamer(coop.depot, AG, scrutin, heure(18, 32))
    assert codes(acte) == ["RETOUR_ATTENDU"]
    assert "attestation" in acte.refus[0].phrase
    coop.faire(prendre(coop, echange.retours["PP"]))  # it comes when the room is already counted
    coop.faire(vote.proclamer(coop.depot, AG, scrutin, heure(18, 33)))
    (compte,) = [c for c in coop.ag(AG).votes_de(point)[0].comptes if c.college == "PP"]
    assert (compte.votants, compte.pour, compte.contre, compte.abstention) == (3, 1, 1, 1)
    assert codes(prendre(coop, echange.retours["SB"])) == ["RETOUR_DEJA"]
    assert verifier(coop.depot).issues == ()


def test_une_resolution_proclamee_ne_change_plus(coop: Histoire, echange: Echange, portable: Portable) -> None:
    for octets in echange.retours.values():
        coop.faire(prendre(coop, octets))
    ouvrir_ag(coop, ())
    coop.faire(
        *vote.voter(coop.depot, AG, points(coop)["Approbation des comptes"], "main_levee", {}, (heure(18, 30),) * 3)
    )
    assert "RETOUR_PROCLAMEE" in codes(prendre(coop, portable.rendre().octets, remplacer=True))


def test_le_silence_s_atteste(coop: Histoire, echange: Echange) -> None:
    coop.faire(prendre(coop, echange.retours["SB"]), prendre(coop, echange.retours["PM"]))

    def attester(*qui: int, export: int = 1) -> Acte:
        return retour_college.certifier_silence(
            coop.depot, AG, "PP", export, qui, heure(18, 20), "le collège ne s’est pas réuni"
        )

    assert codes(attester(5, export=3)) == ["EXPORT"]
    assert "ATTESTATION" in codes(attester(5))
    assert "ATTESTATION" in codes(attester(5, 9))
    coop.faire(registre.designer_president(coop.depot, "PP", 6, date(2026, 5, 1), None))
    assert not coop.depot.essayer(lambda _: attester(6)).refus
    coop.faire(attester(5, 7))
    assert "EXPORT" in codes(attester(5, 7))
    assert colleges_attendus(coop.ag(AG)) == ()
    ouvrir_ag(coop, ())
    point = points(coop)["Approbation des comptes"]
    scrutin = ouvrir(coop, point)
    assert codes(vote.depouiller(coop.depot, AG, scrutin, {"PP": mains(1)}, heure(18, 31)))[0] == "RETOUR_SALLE"
    coop.faire(
        vote.depouiller(coop.depot, AG, scrutin, {}, heure(18, 31)),
        vote.proclamer(coop.depot, AG, scrutin, heure(18, 32)),
    )
    octets, _ = imprimer(coop.depot, AG, "proces-verbal", INSTANT)
    assert octets is not None
    assert "il est attesté par eva fiction et gil invente" in textes_pdf(octets).lower()


def test_un_vote_par_correspondance_n_est_pas_un_silence(coop: Histoire) -> None:
    formulaire = FormulaireVote(1, AG, 6, date(2026, 6, 8), "")
    coop.faire(coop.depot.accomplir("essai", lambda _: Projet("Vote reçu par correspondance", (formulaire,))))
    acte = retour_college.certifier_silence(coop.depot, AG, "PP", 1, (5, 7), heure(18), "")
    assert [i.code for i in acte.refus] == ["ATTESTATION"]


def test_emarger_dans_la_salle_previent(coop: Histoire) -> None:
    assert codes(coop.faire(coop.arriver(AG, 2))) == ["COLLEGE_AILLEURS"]


def test_un_retour_remplace_un_silence_atteste(coop: Histoire, echange: Echange) -> None:
    coop.faire(retour_college.certifier_silence(coop.depot, AG, "PP", 1, (5, 6), heure(18), ""))
    assert codes(prendre(coop, echange.retours["PP"])) == ["RETOUR_REMPLACE"]
    coop.faire(prendre(coop, echange.retours["PP"], remplacer=True))
    (suivi,) = [s for s in suivis(coop.ag(AG)) if s.export.college == "PP"]
    assert (suivi.etat, suivi.silence) == (Etat.RETOURNE, None)


# --- typed from the signed paper


def test_un_retour_saisi_deux_fois_vaut_le_fichier(coop: Histoire, echange: Echange, portable: Portable) -> None:
    saisi = replace(echange.retour("SB"), numero=0)
    autre = replace(saisi, lignes=(replace(saisi.lignes[0], pour=2, contre=2), *saisi.lignes[1:]))
    assert codes(retour_college.saisir(coop.depot, AG, saisi, autre)) == ["SAISIES"]
    assert codes(retour_college.saisir(coop.depot, AG, saisi, None)) == ["SAISIES"]
    assert codes(retour_college.saisir(coop.depot, AG, replace(saisi, export=9), saisi)) == ["EXPORT"]
    coop.faire(retour_college.saisir(coop.depot, AG, saisi, saisi))
    assert codes(retour_college.saisir(coop.depot, AG, saisi, saisi)) == ["RETOUR_REMPLACE"]
    par_papier = set(coop.ag(AG).assistance.presents)
    vu = confronter(coop, echange.retours["SB"])
    assert vu.remplace
    assert vu.acceptable
    coop.faire(prendre(coop, echange.retours["SB"], remplacer=True))
    assert set(coop.ag(AG).assistance.presents) == par_papier
    assert verifier(coop.depot).issues == ()
    assert portable.college == "SB"


def test_une_saisie_de_papier_fait_le_meme_retour(coop: Histoire, echange: Echange) -> None:
    retour, export = echange.retour("SB"), echange.remises["SB"].export
    comptages = {
        li.resolution: li.comptage(election=bool(li.voix))
        for li in retour.lignes[:-1]  # the last one was not voted
    }
    saisie = Saisie(frozenset(PRESENTS["SB"]), {4: 2}, comptages)
    dossier, ag = coop.depot.dossier, coop.ag(AG)
    saisi = retour_saisi(dossier, ag, export, saisie, INSTANT)
    for lue, ecrite in zip(saisi.lignes[:-1], retour.lignes[:-1], strict=True):
        assert lue == ecrite
    assert (saisi.lignes[-1].mode, saisi.lignes[-1].votants) == ("", 0)
    coop.faire(retour_college.saisir(coop.depot, AG, saisi, saisi))
    (suivi,) = [s for s in suivis(coop.ag(AG)) if s.export.college == "SB"]
    assert suivi.retour is not None
    assert suivi.retour.origine == "papier"
    assert set(coop.ag(AG).assistance.representes) == {4}
    assert retour_saisi(dossier, ag, replace(export, resolutions=(99,), tours=(1,), versions=("v",)), saisie, INSTANT)


def test_un_mode_qui_ne_va_pas(coop: Histoire, echange: Echange) -> None:
    retour = echange.retour("SB")
    for mode, rang in (("par telepathie", 0), ("main_levee", 3)):
        lignes = [replace(li, mode=mode) if i == rang else li for i, li in enumerate(retour.lignes)]
        assert codes(prendre(coop, resigner(echange, replace(retour, lignes=tuple(lignes))))) == ["MODE"]


# --- attendance, proxies, several rounds


def test_une_presence_en_salle_et_un_pouvoir_connu(a: Callable[[str], Histoire], tmp_path: Path) -> None:
    """A proxy given before the package left comes back under its own number; who signed in the room stays once."""
    coop = a("preparee")
    coop.faire(seance.donner_pouvoir(coop.depot, Pouvoir(0, AG, 4, 2, "", False, heure(17), "")))
    coop.faire(seance.donner_pouvoir(coop.depot, Pouvoir(0, AG, 3, 9, "", False, heure(17), "admis")))
    coop.faire(coop.arriver(AG, 1))
    acte, remise = export_college.exporter(coop.depot, AG, "SB")
    assert remise is not None
    assert codes(acte) == ["EXPORT_SALLE", "EXPORT_POUVOIR"]
    portable = Portable.ouvrir(deposer(remise, tmp_path), remise.phrase)
    h = portable.histoire
    for numero in (1, 2):
        h.faire(h.arriver(AG, numero))
    assert set(h.ag(AG).assistance.representes) == {4}
    h.faire(
        seance.constituer_bureau(h.depot, Bureau(AG, heure(18), 2, "Iris", (), "choisi")),
        seance.ouvrir_seance(h.depot, AG, heure(18, 5)),
    )
    h.faire(seance.partir(h.depot, AG, 2, heure(18, 50)))
    rendu = portable.rendre()
    acte = coop.faire(prendre(coop, rendu.octets))
    assert codes(acte) == ["RETOUR_SALLE"]
    arrivees = [p for p in coop.ag(AG).tous(Presence) if p.associe == 1]
    assert len(arrivees) == 1
    assert len(coop.ag(AG).tous(Pouvoir)) == 2
    h.depot.fermer()


def test_un_second_tour_demande_un_second_paquet(coop: Histoire, echange: Echange, tmp_path: Path) -> None:
    partage = {"SB": ComptageCorps(votants=4, voix={1: 2, 5: 2}), "PP": ComptageCorps(votants=3, voix={1: 1, 5: 2})}
    for code in ("SB", "PP"):
        retour = echange.retour(code)
        lignes = tuple(
            replace(li, votants=partage[code].votants, blanc=0, voix=partage[code].voix) if li.voix else li
            for li in retour.lignes
        )
        coop.faire(prendre(coop, resigner(echange, replace(retour, lignes=lignes))))
    coop.faire(prendre(coop, resigner(echange, replace(echange.retour("PM"), lignes=tuple(
        replace(li, votants=3, blanc=1, voix={1: 1, 5: 1}) if li.voix else li for li in echange.retour("PM").lignes)))))  # fmt: skip
    ouvrir_ag(coop, ())
    election = points(coop)[ELECTION]
    coop.faire(*vote.voter(coop.depot, AG, election, "secret_papier", {}, (heure(18, 30),) * 3))
    assert coop.ag(AG).decision(election) == "second_tour"
    assert colleges_attendus(coop.ag(AG)) == ()
    _, remise = export_college.exporter(coop.depot, AG, "SB")
    assert remise is not None
    tours = dict(zip(remise.export.resolutions, remise.export.tours, strict=True))
    assert tours[election] == 2
    assert set(tours.values()) == {1, 2}
    portable = Portable.ouvrir(deposer(remise, tmp_path), remise.phrase)
    portable.tenir()
    coop.faire(prendre(coop, portable.rendre().octets))
    numero = ouvrir(coop, election, "secret_papier")
    second = {"PP": ComptageCorps(votants=3, voix={1: 3}), "PM": ComptageCorps(votants=3, voix={1: 3})}
    coop.faire(
        vote.depouiller(coop.depot, AG, numero, second, heure(19), second),
        vote.proclamer(coop.depot, AG, numero, heure(19)),
    )
    assert coop.ag(AG).decision(election) == "elus"
    assert verifier(coop.depot).issues == ()
    portable.histoire.depot.fermer()


def test_l_isoloir_de_la_salle_n_attend_pas_ceux_qui_votent_ailleurs(coop: Histoire, echange: Echange) -> None:
    coop.faire(prendre(coop, echange.retours["SB"]))
    coop.faire(export_college.renoncer(coop.depot, AG, "PP", 1, heure(17), "le collège vient dans la salle"))
    ouvrir_ag(coop, (5, 6, 9))
    placee = isoloir.ouvrir(coop.depot, AG, points(coop)[ELECTION], PHRASE, PHRASE, heure(18, 30))
    assert placee.acte.accepte, codes(placee.acte)
    assert {e.associe for e in electeurs_de(coop.ag(AG), placee.scrutin)} == {5, 6}
    for associe in (5, 6):
        coop.faire(isoloir.deposer(coop.depot, AG, placee.scrutin, associe, isoloir.Choix(noms=(5,)), "Eva Fiction"))
    coop.faire(isoloir.depouiller(coop.depot, AG, placee.scrutin, heure(18, 40), phrase=PHRASE))
    assert codes(vote.proclamer(coop.depot, AG, placee.scrutin, heure(18, 41))) == ["RETOUR_ATTENDU"]
    coop.faire(prendre(coop, echange.retours["PM"]))
    coop.faire(vote.proclamer(coop.depot, AG, placee.scrutin, heure(18, 42)))
    (scrutin,) = coop.ag(AG).votes
    assert {c.college: c.votants for c in scrutin.comptes} == {"SB": 4, "PP": 2, "PM": 3}
    assert {(v.college, v.voix) for v in scrutin.voix if v.candidat == 5} == {("SB", 1), ("PP", 2), ("PM", 1)}
    assert verifier(coop.depot).issues == ()


def test_le_college_vote_a_l_isoloir_sur_son_ordinateur(echange: Echange, coop: Histoire, tmp_path: Path) -> None:
    """Any mode of voting of the program can be used there; its urn never leaves."""
    remise = echange.remises["PM"]
    portable = Portable.ouvrir(deposer(remise, tmp_path), remise.phrase)
    portable.emarger()
    portable.voter(ELECTION)
    depot, election = portable.histoire.depot, points(coop)[ELECTION]
    placee = isoloir.ouvrir(depot, AG, election, PHRASE, PHRASE, heure(19))
    assert placee.acte.accepte, codes(placee.acte)
    for associe, choix in ((9, (1,)), (10, (5,)), (12, (1,))):
        portable.histoire.faire(isoloir.deposer(depot, AG, placee.scrutin, associe, isoloir.Choix(noms=choix), "Zoé"))
    assert "NON_PROCLAMEE" in codes(preparer_retour(depot, AG, remise.phrase)[0])
    portable.histoire.faire(isoloir.depouiller(depot, AG, placee.scrutin, heure(19, 5), phrase=PHRASE))
    portable.histoire.faire(vote.proclamer(depot, AG, placee.scrutin, heure(19, 6)))
    rendu = portable.rendre()
    (ligne,) = [li for li in rendu.retour.lignes if li.voix]
    assert (ligne.mode, ligne.votants, dict(ligne.voix)) == ("secret_isoloir", 3, {1: 2, 5: 1})
    coop.faire(prendre(coop, rendu.octets))
    papier = imprimer_retour(depot, AG, INSTANT)
    assert papier is not None
    assert "scrutin secret" in textes_pdf(papier)
    depot.fermer()
