"""An assembly as one value: what was prepared, who came, what was voted."""

from __future__ import annotations

from datetime import date

import pytest

from scicvote.core.assemblee import Assemblee, date_longue
from scicvote.core.faits import (
    Amendement,
    Candidature,
    Cloture,
    Debat,
    Deport,
    Depouillement,
    Envoi,
    ListeArretee,
    Ouverture,
    Proclamation,
    Resolution,
    RetraitResolution,
    Scrutin,
    Suspension,
)
from tests.outils.cooperative import arrivee, assemblee, convocation, heure, resolution, seance

N = "\u00a0"


def test_les_dates_longues() -> None:
    assert date_longue(date(2026, 6, 12)) == f"12{N}juin{N}2026"
    assert date_longue(date(2026, 5, 1)) == f"1er{N}mai{N}2026"


@pytest.mark.parametrize(
    ("nature", "college", "titre", "court"),
    [
        ("ordinaire", "", "Assemblée générale ordinaire annuelle du", "AG ordinaire du"),
        ("mixte", "", "Assemblée générale ordinaire et extraordinaire du", "AG mixte du"),
        ("college", "SB", "Assemblée du collège SB du", "Assemblée du collège SB du"),
    ],
)
def test_les_titres(nature: str, college: str, titre: str, court: str) -> None:
    _, ag = assemblee(convocation(nature=nature, college=college))
    assert ag.titre == f"{titre} 12{N}juin{N}2026"
    assert ag.titre_court == f"{court} 12{N}juin{N}2026"


def test_l_ordre_du_jour() -> None:
    trois = [resolution(n) for n in (3, 1, 2)]
    _, ag = assemblee(convocation(), *trois)
    assert [r.numero for r in ag.resolutions] == [1, 2, 3]
    ote = Resolution(12, 1, 0, "Ôtée", "Texte", "ordinaire", "autre", 0, None, "", None, False)
    suite = ag.avec((ote, resolution(1, titre="Réécrite")))
    assert [(r.numero, r.titre) for r in suite.resolutions] == [(1, "Réécrite"), (3, "Résolution 3")]
    assert set(suite.resolution_par_numero) == {11, 13}


def test_une_assemblee_neuve() -> None:
    _, ag = assemblee(convocation())
    assert ag.jour == date(2026, 6, 12)
    assert ag.liste == {}
    assert ag.liste_arretee is None
    assert ag.bureau is None
    assert ag.vote_ouvert is None
    assert not (ag.convoquee)
    assert not (ag.ouverte)
    assert not (ag.close)
    assert not (ag.suspendue)
    assert not (ag.verrouillee)
    assert ag.dernier(ListeArretee) is None
    assert ag.debat(1) == ""
    assert ag.decision(1) == ""
    assert ag.retrait(1) is None
    assert Assemblee(4).tous(Debat) == ()


def test_la_seance() -> None:
    _, ag = assemblee(convocation(), resolution(), *seance(1, 2))
    assert ag.ouverte
    assert ag.verrouillee
    assert ag.bureau is not None
    assert set(ag.assistance.presents) == {1, 2}
    suspendue = ag.avec((Suspension(1, heure(19), "suspension", "pause"),))
    assert suspendue.suspendue
    assert not suspendue.avec((Suspension(1, heure(19, 5), "reprise", ""),)).suspendue
    assert suspendue.avec((Cloture(1, heure(20)),)).close
    assert set(suspendue.avec((arrivee(3),)).assistance.presents) == {1, 2, 3}


def test_verrouillee_par_les_convocations_ou_l_ouverture() -> None:
    _, ag = assemblee(convocation(), Envoi(1, date(2026, 5, 1), "documents", "courriel", (), None))
    assert not ag.verrouillee
    assert ag.avec((Envoi(1, date(2026, 5, 1), "convocation", "recommandé", (), None),)).verrouillee
    assert ag.avec((Ouverture(1, heure(18)),)).verrouillee


def test_les_textes_et_les_debats() -> None:
    deport = Deport(1, 11, 1, heure(19), "libre")
    _, ag = assemblee(
        convocation(), resolution(), Debat(1, 11, "un"), Debat(1, 11, "deux"), Debat(1, 12, "autre"),
        Amendement(1, 11, heure(19), "Texte amendé.", "Ada Fictive"), deport, Candidature(1, 11, 1, ""), Candidature(1, 12, 2, ""),
    )  # fmt: skip
    assert ag.texte_de(resolution()) == "Texte amendé."
    assert ag.texte_de(resolution(2)) == "L’assemblée approuve."
    assert [a.auteur for a in ag.amendements(11)] == ["Ada Fictive"]
    assert ag.debat(11) == "deux"
    assert ag.deports(11) == (deport,)
    assert [c.candidat for c in ag.candidats(11)] == [1]


def test_les_votes() -> None:
    ouvert = Scrutin(1, 1, 11, "ordinaire", "resolution", "main_levee", 1, heure(19))
    demande = Scrutin(2, 1, 11, "scrutin_secret", "demande_secret", "main_levee", 1, heure(19))
    _, ag = assemblee(convocation(), resolution(), demande, Depouillement(1, 2, heure(19), False), ouvert)
    assert ag.vote_ouvert is not None
    assert ag.vote_ouvert.scrutin == ouvert
    assert [v.scrutin.scrutin for v in ag.votes_de(11)] == [1]
    assert [v.scrutin.scrutin for v in ag.votes_de(11, "demande_secret")] == [2]
    proclamee = ag.avec((Depouillement(1, 1, heure(19, 5), False), Proclamation(1, 1, heure(19, 6), "adoptee", "{}")))
    assert proclamee.vote_ouvert is None
    assert proclamee.decision(11) == "adoptee"
    retiree = ag.avec((RetraitResolution(1, 12, heure(19), "sans objet"),))
    assert retiree.decision(12) == "retiree"
    assert retiree.decision(11) == ""
