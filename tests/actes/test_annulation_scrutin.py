"""A vote opened by mistake is cancelled: it counts nowhere, and is told in the minutes' incidents (C. com. R223-24)."""

from __future__ import annotations

import json
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from scicvote.actes import archive, correction, isoloir, preparation, seance, vote
from scicvote.actes.annulation_scrutin import annuler_scrutin
from scicvote.actes.verification import verifier
from scicvote.core.faits import Incident, Scrutin, ScrutinNul
from scicvote.core.papier import textes
from scicvote.core.proces_verbal import proces_verbal
from scicvote.store.depot import Acte, Depot
from tests.outils.cooperative import heure
from tests.outils.histoire import Histoire, mains

OUI = {"SB": mains(3, 1), "PP": mains(3), "PM": mains(2)}
NON = {"SB": mains(0, 4), "PP": mains(0, 3), "PM": mains(0, 2)}


@pytest.fixture
def histoire(tmp_path: Path) -> Histoire:
    """The annual assembly, open."""
    conte = Histoire.commencer(tmp_path / "annulation.scic")
    conte.peupler()
    conte.constituer()
    conte.ouvrir(conte.annuelle())
    return conte


def ag_de(histoire: Histoire) -> int:
    return max(histoire.depot.dossier.assemblees)


def ouvrir(histoire: Histoire, place: int = 1, m: int = 10, mode: str = "main_levee", objet: str = "resolution") -> int:
    ag = ag_de(histoire)
    point = histoire.ag(ag).resolutions[place - 1].resolution
    acte = histoire.faire(vote.ouvrir_scrutin(histoire.depot, ag, point, mode, heure(18, m), objet))
    return next(f.scrutin for f in acte.faits if isinstance(f, Scrutin))


def annuler(histoire: Histoire, scrutin: int, motif: str = "ouvert par erreur.", m: int = 12) -> Acte:
    return annuler_scrutin(histoire.depot, ag_de(histoire), scrutin, motif, heure(18, m))


def codes(acte: Acte) -> list[str]:
    return [issue.code for issue in acte.refus]


def test_il_est_trace_au_journal_et_au_proces_verbal(histoire: Histoire) -> None:
    scrutin = ouvrir(histoire)
    acte = histoire.faire(annuler(histoire, scrutin))
    assert acte.resume == "Scrutin ouvert à 18\u00a0h\u00a010 annulé à 18\u00a0h\u00a012"
    assert acte.faits[0] == ScrutinNul(ag_de(histoire), scrutin, heure(18, 12), 0, "ouvert par erreur.")
    texte = (
        "Le scrutin ouvert à 18\u00a0h\u00a010 sur la résolution 1 est annulé avant tout décompte\u00a0: ouvert par erreur. "
        "Il ne compte pour aucun résultat."
    )
    assert acte.faits[1] == Incident(ag_de(histoire), heure(18, 12), texte)
    dossier = histoire.depot.dossier
    assert texte in "\n".join(textes(proces_verbal(dossier, histoire.ag(ag_de(histoire)))))


def test_il_ne_compte_nulle_part_et_la_resolution_se_vote_ensuite(histoire: Histoire) -> None:
    d, ag = histoire.depot, ag_de(histoire)
    scrutin = ouvrir(histoire)
    histoire.faire(annuler(histoire, scrutin))
    etat, point = histoire.ag(ag), histoire.ag(ag).resolutions[0].resolution
    assert etat.vote(scrutin) is None
    assert etat.vote_ouvert is None
    assert etat.votes_de(point) == ()
    assert etat.decision(point) == ""
    assert codes(vote.depouiller(d, ag, scrutin, OUI, heure(18, 13))) == ["SCRUTIN"]
    assert codes(vote.proclamer(d, ag, scrutin, heure(18, 13))) == ["SCRUTIN"]
    assert archive.resultats(d, ag)[0] == {"format": "scicvote-resultat/1", "resolutions": []}
    histoire.voter(ag, point, OUI, m=15)
    (tenu,) = histoire.ag(ag).votes_de(point)
    assert (tenu.scrutin.scrutin, tenu.scrutin.tour) == (scrutin + 1, 1)  # a number is never used again
    assert verifier(d).issues == ()
    octets, issues = archive.archiver(d, ag)
    assert octets is not None, issues
    with zipfile.ZipFile(BytesIO(octets)) as archivee:
        comptes = [nom for nom in archivee.namelist() if nom.endswith(".calcul.json")]
        actes = [entree["acte"] for entree in json.loads(archivee.read("journal.json"))]
    assert len(comptes) == 1
    assert "annuler_scrutin" in actes
    d.recharger()
    assert histoire.ag(ag).vote(scrutin) is None


def test_il_n_appelle_ni_seconde_consultation_ni_second_tour(histoire: Histoire) -> None:
    d, ag = histoire.depot, ag_de(histoire)
    histoire.faire(annuler(histoire, ouvrir(histoire)))
    seconde = preparation.convoquer_seconde(d, ag, heure(18).replace(month=9), "Salle", "la gérance")
    assert "SANS_OBJET" in codes(seconde)
    election = next(r.resolution for r in histoire.ag(ag).resolutions if r.sieges)
    place = histoire.ag(ag).resolution_par_numero[election].numero
    histoire.faire(annuler(histoire, ouvrir(histoire, place, 20, "secret_papier"), m=21))
    refait = ouvrir(histoire, place, 22, "secret_papier")
    rouvert = histoire.ag(ag).vote(refait)
    assert rouvert is not None
    assert rouvert.scrutin.tour == 1


def test_la_demande_de_secret_annulee_ne_lie_pas_l_assemblee(histoire: Histoire) -> None:
    ag = ag_de(histoire)
    scrutin = ouvrir(histoire, objet="demande_secret")
    acte = histoire.faire(annuler(histoire, scrutin))
    assert "sur la demande de scrutin secret de la résolution 1" in acte.faits[1].texte  # type: ignore[attr-defined]
    point = histoire.ag(ag).resolutions[0].resolution
    assert histoire.ag(ag).votes_de(point, "demande_secret") == ()
    ouvrir(histoire, m=15)


def test_ce_qui_refuse_l_annulation(histoire: Histoire) -> None:
    d, ag = histoire.depot, ag_de(histoire)
    assert codes(annuler(histoire, 99)) == ["SCRUTIN"]
    assert codes(annuler_scrutin(d, 99, 1, "x", heure(18, 12))) == ["ASSEMBLEE"]
    scrutin = ouvrir(histoire)
    assert codes(annuler(histoire, scrutin, " ", m=9)) == ["HEURE", "TEXTE"]
    histoire.faire(vote.depouiller(d, ag, scrutin, OUI, heure(18, 12)))
    assert codes(annuler(histoire, scrutin, m=13)) == ["DEPOUILLE"]
    histoire.faire(vote.proclamer(d, ag, scrutin, heure(18, 13)))
    assert codes(annuler(histoire, scrutin, m=14)) == ["DEPOUILLE"]
    suivant = ouvrir(histoire, 2, 15)
    histoire.faire(vote.depouiller(d, ag, suivant, NON, heure(18, 16)))


def test_une_arrivee_s_annule_quand_seul_un_scrutin_annule_reposait_sur_elle(histoire: Histoire) -> None:
    d, ag = histoire.depot, ag_de(histoire)
    arrivee = histoire.faire(histoire.arriver(ag, 12, 18, 9))
    scrutin = ouvrir(histoire)
    assert codes(correction.annuler(d, arrivee.numero, "erreur")) == ["ACTE_UTILISE"]
    histoire.faire(annuler(histoire, scrutin))
    assert correction.annuler(d, arrivee.numero, "erreur").accepte


def test_un_point_dont_le_scrutin_est_annule_se_retire(histoire: Histoire) -> None:
    ag = ag_de(histoire)
    histoire.faire(annuler(histoire, ouvrir(histoire)))
    point = histoire.ag(ag).resolutions[0].resolution
    histoire.faire(seance.retirer_resolution(histoire.depot, ag, point, heure(18, 20), "à reprendre"))
    assert histoire.ag(ag).decision(point) == "retiree"


def test_a_l_isoloir_l_urne_est_effacee_sans_etre_ouverte(histoire: Histoire) -> None:
    d: Depot = histoire.depot
    ag = ag_de(histoire)
    point = histoire.ag(ag).resolutions[0].resolution
    phrase = "quatre mots pour cette urne imaginaire"
    placee = isoloir.ouvrir(d, ag, point, phrase, phrase, heure(18, 10))
    assert placee.scrutin, placee.acte.issues
    acte = histoire.faire(annuler(histoire, placee.scrutin))
    assert acte.nom == "declarer_nul"
    assert d.urnes_pleines() == {}
    assert histoire.ag(ag).votes == ()
    assert verifier(d).issues == ()
