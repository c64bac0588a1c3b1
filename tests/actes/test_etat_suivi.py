"""The state kept in step act by act is the one that the rows give when the file is opened."""

from __future__ import annotations

from pathlib import Path

from scicvote.actes.cooperative import ouvrir
from scicvote.actes.demonstration import raconter
from scicvote.core.liste import est_inscrit, inscrits
from scicvote.core.presence import assister


def test_suivre_ou_relire_donne_le_meme_etat(tmp_path: Path) -> None:
    with raconter(tmp_path / "demonstration.scic").depot as suivi, ouvrir(tmp_path / "demonstration.scic") as relu:
        assert suivi.empreinte == relu.empreinte
        assert suivi.dossier.registre == relu.dossier.registre
        assert suivi.dossier.assemblees.keys() == relu.dossier.assemblees.keys()
        for numero, ag in suivi.dossier.assemblees.items():
            autre = relu.dossier.assemblees[numero]
            assert ag == autre
            assert ag.assistance == autre.assistance == assister(ag.seance)
            assert (ag.resolutions, ag.resolution_par_numero) == (autre.resolutions, autre.resolution_par_numero)
            assert (ag.liste, ag.votes) == (autre.liste, autre.votes)


def test_un_inscrit_est_de_ceux_qui_le_sont(tmp_path: Path) -> None:
    with raconter(tmp_path / "demonstration.scic").depot as depot:
        for ag in depot.dossier.assemblees.values():
            tous = [personne.numero for personne in depot.dossier.registre.au(ag.jour).personnes]
            votants = [numero for numero in (*tous, 9999) if est_inscrit(depot.dossier, ag, numero)]
            assert votants == sorted(inscrits(depot.dossier, ag))
