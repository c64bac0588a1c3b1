"""What other statutes would have decided of the last assembly: the same counts, the same tally."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from scicvote.core import faits as f
from scicvote.core.consequences import Consequence, consequences, derniere_votee
from scicvote.core.dossier import ActeFaits, Dossier
from scicvote.core.resultat import ResultatElection
from scicvote.core.statuts import Appartenance, Ligne, Regle, Statuts
from scicvote.store.depot import Depot
from tests.ui import fabrique

MOITIE_EXPRIMES = Ligne(Fraction(1, 2), True, "exprimes")


@pytest.fixture(scope="module")
def depot(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Depot]:
    with fabrique.ouvrir(tmp_path_factory.mktemp("consequences") / "fabrique.scic") as ouvert:
        yield ouvert


@pytest.fixture(scope="module")
def dossier(depot: Depot) -> Dossier:
    return depot.dossier


def avec_regle(statuts: Statuts, nom: str, **valeurs: object) -> Statuts:
    return replace(statuts, regles={**statuts.regles, nom: replace(statuts.regles[nom], **valeurs)})  # type: ignore[arg-type]


def avec_vote(statuts: Statuts, **valeurs: object) -> Statuts:
    return replace(statuts, vote=replace(statuts.vote, **valeurs))  # type: ignore[arg-type]


def de(dossier: Dossier, numero: int, statuts: Statuts) -> dict[str, Consequence]:
    assemblee = dossier.assemblee(numero)
    assert assemblee is not None
    return {c.titre: c for c in consequences(dossier, assemblee, statuts)}


def test_the_last_assembly_is_the_last_of_which_a_vote_was_counted(dossier: Dossier, tmp_path: Path) -> None:
    votee = derniere_votee(dossier)
    assert votee is not None
    assert votee.numero == 3
    with Depot.ouvrir(fabrique.vide(tmp_path / "vide.scic"), fabrique.lire_statuts, lambda: fabrique.MAINTENANT) as nu:
        assert derniere_votee(nu.dossier) is None


def test_the_same_statutes_change_nothing(dossier: Dossier) -> None:
    lues = de(dossier, 3, dossier.statuts)
    assert list(lues) == [
        "Comptes de 2025",
        "Affectation du résultat",
        "Conventions",
        "Élection de la gérance",
        "Adhésion à un réseau",
    ]
    assert not any(c.change for c in lues.values())
    assert all(c.apres == c.avant for c in lues.values())


def test_another_base_adopts_what_was_rejected(dossier: Dossier) -> None:
    reseau = de(dossier, 3, avec_regle(dossier.statuts, "ordinaire", premiere=MOITIE_EXPRIMES))["Adhésion à un réseau"]
    assert reseau.change
    assert reseau.apres is not None
    assert (reseau.avant.decision, reseau.apres.decision) == ("rejetee", "adoptee")


def test_other_elected_are_a_change_of_an_election(dossier: Dossier) -> None:
    unanime = avec_regle(dossier.statuts, "election_gerance", premiere=Ligne(Fraction(3, 4), True, "inscrits"))
    election = de(dossier, 3, unanime)["Élection de la gérance"]
    assert isinstance(election.apres, ResultatElection)
    assert election.change
    assert len(election.apres.elus) < 2


def test_without_colleges_each_voter_counts_for_one(dossier: Dossier) -> None:
    lues = de(dossier, 3, avec_vote(dossier.statuts, colleges="jamais"))
    comptes = lues["Comptes de 2025"].apres
    assert comptes is not None
    assert not comptes.cadre.par_college
    assert (comptes.pour, comptes.base_valeur) == (17, 22)  # type: ignore[union-attr]
    election = lues["Élection de la gérance"].apres
    assert isinstance(election, ResultatElection)
    assert election.candidats["Inès Marjolaine"].part == 14


def test_a_rule_by_heads_counts_the_colleges_together(dossier: Dossier) -> None:
    autre = avec_regle(dossier.statuts, "ordinaire", par_tete=True, sans_college=None)
    comptes = de(dossier, 3, autre)["Comptes de 2025"].apres
    assert comptes is not None
    assert not comptes.cadre.par_college
    assert (comptes.pour, comptes.base_valeur) == (17, 22)  # type: ignore[union-attr]


def test_what_cannot_be_known_says_why(dossier: Dossier) -> None:
    statuts = dossier.statuts
    sans_regle = replace(statuts, regles={nom: r for nom, r in statuts.regles.items() if nom != "ordinaire"})
    perdue = de(dossier, 3, sans_regle)["Comptes de 2025"]
    assert (perdue.apres, perdue.motif) == (None, "la règle «\u00a0Décision ordinaire\u00a0» n’existe plus.")
    assert not perdue.change
    premier, *autres = statuts.colleges
    deplace = replace(premier, appartenances=(Appartenance(("1",)),))
    assert de(dossier, 3, replace(statuts, colleges=(deplace, *autres)))["Comptes de 2025"].motif.startswith(
        "les collèges ne sont plus les mêmes"
    )
    siege = de(dossier, 2, avec_vote(statuts, colleges="toujours"))["Transfert du siège"]
    assert siege.motif.startswith("ses voix ont été comptées par tête")
    assert de(dossier, 2, statuts)["Transfert du siège"].apres is not None


def test_the_vote_of_one_college_stays_its_own(dossier: Dossier) -> None:
    """A decision of a college is counted by heads among its members, whoever else was in the room."""
    heure = datetime(2026, 6, 12, 20, 30)
    point = fabrique.resolution(18, 3, 8, "Avis du collège", "Le collège donne son avis.", "avis_college")
    faits = (
        point,
        *fabrique.scrutin(18, point, heure),
        f.Depouillement(3, 18, heure + timedelta(minutes=2), False),
        f.Compte(3, 18, "PP", 7, 5, 2, 0, 0, 0),
    )
    apres = dossier.avec(ActeFaits(999, faits))
    avis = de(apres, 3, apres.statuts)["Avis du collège"]
    assert avis.apres is not None
    assert (avis.avant.base_valeur, avis.apres.base_valeur) == (7, 7)
    jamais = de(apres, 3, avec_vote(apres.statuts, colleges="jamais"))["Avis du collège"].apres
    assert jamais is not None
    assert jamais.base_valeur == 7
    par_college = Regle("avis_college", (), Ligne(Fraction(1, 2), True, "presents"))
    autre = replace(apres.statuts, regles={**apres.statuts.regles, "avis_college": par_college})
    assert de(apres, 3, autre)["Avis du collège"].motif.startswith("ses voix ont été comptées par tête")


def test_several_votes_on_one_resolution_are_told_apart(dossier: Dossier) -> None:
    heure = datetime(2026, 6, 12, 20, 0)
    point = fabrique.resolution(19, 3, 9, "Élection de clôture", "L’assemblée élit.", "election_gerance", 1)
    secret = replace(next(iter(fabrique.scrutin(20, point, heure))), objet="demande_secret", regle="scrutin_secret")
    faits = (
        point,
        f.Candidature(3, 19, 1, "SB"),
        secret,
        *tuple(fabrique.scrutin(20, point, heure))[1:],
        f.Compte(3, 20, "*", 18, 10, 8, 0, 0, 0),
        *fabrique.scrutin(21, point, heure, tour=2),
        f.Compte(3, 21, "SB", 7, 0, 0, 0, 0, 0),
        f.VoixCandidat(3, 21, "SB", 1, 7),
    )
    lues = de(dossier.avec(ActeFaits(999, faits)), 3, avec_vote(dossier.statuts, colleges="jamais"))
    assert list(lues)[-2:] == ["Bulletin secret demandé\u00a0: Élection de clôture", "Élection de clôture, tour 2"]
    demande = lues["Bulletin secret demandé\u00a0: Élection de clôture"]
    assert demande.apres is not None
    assert (demande.avant.base_valeur, demande.apres.base_valeur) == (18, 18)


def test_a_secret_vote_of_a_few_is_not_counted_again(dossier: Dossier) -> None:
    heure = datetime(2026, 6, 12, 20, 45)
    point = fabrique.resolution(22, 3, 10, "Vote de peu", "L’assemblée décide.")
    corps = {"SB": (7, 2), "PP": (8, 0), "PM": (7, 0)}
    faits = (
        point,
        *fabrique.scrutin(22, point, heure, corps, "secret_papier"),
        f.Depouillement(3, 22, heure + timedelta(minutes=2), True),
        f.Compte(3, 22, "SB", 2, 2, 0, 0, 0, 0),
    )
    tue = de(dossier.avec(ActeFaits(999, faits)), 3, dossier.statuts)["Vote de peu"]
    assert tue.apres is None
    assert tue.motif.startswith("un scrutin secret de si peu de voix")
