"""A college tallied elsewhere where some people vote in several: they count in each, and once among all (statuts 22, 26)."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from scicvote.actes import cooperative, export_college, retour_college, seance, vote
from scicvote.actes.travail_college import ouvrir_paquet, preparer_retour
from scicvote.actes.verification import verifier
from scicvote.core.faits import Bureau, PorteePouvoir, Pouvoir, Presence, Scrutin
from scicvote.core.mission import college_du_fichier
from scicvote.exchange.college_retour import lire_retour
from scicvote.scelles.signature import est_signe
from tests.outils.college import deposer
from tests.outils.plusieurs import PP, donner, scene_plusieurs
from tests.scene_papiers import HORLOGE, a, mains


def test_qui_vote_dans_plusieurs_colleges_compte_dans_chacun(tmp_path: Path) -> None:
    scene = scene_plusieurs(tmp_path)
    donner(scene, 7, 1, "SB")  # stands for SB alone: it does not leave with PP
    depot, ag = scene.depot, scene.ag
    acte, remise = export_college.exporter(depot, ag, "PP")
    assert remise is not None, acte.issues
    ouverture = ouvrir_paquet(deposer(remise, tmp_path / "PP"), lambda: HORLOGE)
    assert ouverture.chemin is not None
    with cooperative.ouvrir(ouverture.chemin, lambda: HORLOGE) as portable:
        mission = college_du_fichier(portable.dossier)
        assert mission is not None
        la = portable.dossier.assemblees[ag]
        assert set(la.liste) == set(PP)
        assert la.assistance.pouvoirs == {}
        for n in (2, 3, 4):
            assert seance.emarger(portable, Presence(ag, n, a(17), "arrivee", "", "")).accepte
        assert seance.donner_pouvoir(portable, Pouvoir(0, ag, 7, 3, "", False, a(17), "")).accepte
        assert seance.constituer_bureau(portable, Bureau(ag, a(17), 3, "Iris", (), "choisi")).accepte
        assert seance.ouvrir_seance(portable, ag, a(17, 5)).accepte
        (point,) = la.resolutions
        heures = (a(17, 10), a(17, 11), a(17, 12))
        actes = vote.voter(portable, ag, point.resolution, "main_levee", {"*": mains(3, 1)}, heures)
        assert all(acte.accepte for acte in actes)
        _, rendu = preparer_retour(portable, ag, remise.phrase)
        assert rendu is not None
    # the room: 1, 2 (also there for SB) and 5; the vote is opened before the return comes
    scene.arriver((1, 2, 5))
    scene.ouvrir()
    ouvert = scene.faire(vote.ouvrir_scrutin(depot, ag, 1, "main_levee", a(18, 30)))
    numero = next(f.scrutin for f in ouvert.faits if isinstance(f, Scrutin))
    (avant,) = scene.assemblee.votes
    assert avant.personnes is not None
    assert avant.personnes.presents == 4  # 1, 2, 5, and 7 by proxy in SB
    scene.faire(vote.depouiller(depot, ag, numero, {"SB": mains(3), "PM": mains(1)}, a(18, 31)))
    lu, _ = lire_retour(rendu.octets, est_signe)
    assert lu is not None
    acte = scene.faire(retour_college.importer(depot, lu))
    assert [i.code for i in acte.issues] == ["RETOUR_SALLE"]
    assert [f.colleges for f in acte.faits if isinstance(f, PorteePouvoir)] == [("PP",)]
    (apres,) = scene.assemblee.votes
    assert {c.college: (c.inscrits, c.presents, c.representes) for c in apres.corps} == {
        "SB": (4, 3, 1), "PP": (6, 4, 1), "PM": (2, 1, 0),
    }  # fmt: skip
    assert apres.personnes is not None
    assert apres.personnes.presents == 6  # 1, 2, 3, 4, 5, and 7 once
    scene.faire(vote.proclamer(depot, ag, numero, a(18, 31) + timedelta(minutes=5)))
    assert verifier(depot).issues == ()
