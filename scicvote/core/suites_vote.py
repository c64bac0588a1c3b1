"""What follows from the votes of an assembly, offered as acts to confirm one by one (statuts 9 to 34)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from scicvote.core.article import regle
from scicvote.core.assemblee import Assemblee
from scicvote.core.dossier import Dossier
from scicvote.core.mission import mission_de
from scicvote.core.resolution import Objet
from scicvote.core.suite_vote import EtatSuite, Geste, SuiteVote, Vu, avec_notes, etat
from scicvote.core.suites import Suite, formalites, seconde
from scicvote.core.suites_capital import suites_agrement, suites_capital, suites_dissolution, suites_remboursement
from scicvote.core.suites_gerance import suites_designation, suites_election, suites_revocation
from scicvote.core.suites_registre import suites_admission, suites_avis, suites_exclusion
from scicvote.core.suites_statuts import (
    suites_colleges,
    suites_modification,
    suites_nouveau_college,
    suites_poids,
)

_DECIDEES: Final = ("adoptee", "rejetee", "elus", "ballottage", "second_tour")

_SUITES: Final[Mapping[str, Callable[[Vu], Iterator[SuiteVote]]]] = {
    Objet.ADMISSION: suites_admission,
    Objet.AVIS: suites_avis,
    Objet.EXCLUSION: suites_exclusion,
    Objet.DESIGNATION: suites_designation,
    Objet.ELECTION: suites_election,
    Objet.REVOCATION: suites_revocation,
    Objet.COLLEGES: suites_colleges,
    Objet.POIDS: suites_poids,
    Objet.STATUTS: suites_modification,
    Objet.NOUVEAU_COLLEGE: suites_nouveau_college,
    Objet.AGREMENT: suites_agrement,
    Objet.AUGMENTATION: suites_capital,
    Objet.REDUCTION: suites_capital,
    Objet.REMBOURSEMENT: suites_remboursement,
    Objet.DISSOLUTION: suites_dissolution,
}


def suites_vote(dossier: Dossier, ag: Assemblee) -> tuple[SuiteVote, ...]:
    """The follow-ups of the votes that were declared, in the order of the agenda, then what the assembly as a whole wants.

    Each is done, to do or without object as the facts say; articles are those that the statutes can cite. Nothing follows
    here from what a college carries to a general assembly.
    """
    if mission_de(ag) is not None:
        return ()
    trouvees = [*_par_resolution(dossier, ag), *_de_l_assemblee(dossier, ag)]
    cite = dossier.statuts_au(ag.jour).cite
    return tuple(
        replace(suite, articles=tuple(dict.fromkeys(map(cite, suite.articles))))
        for suite in avec_notes(dossier, ag, trouvees)
    )


def suite_de_cle(dossier: Dossier, ag: Assemblee, cle: str) -> SuiteVote | None:
    """A follow-up by its key."""
    return next((suite for suite in suites_vote(dossier, ag) if suite.cle == cle), None)


def _par_resolution(dossier: Dossier, ag: Assemblee) -> Iterator[SuiteVote]:
    for resolution in ag.resolutions:
        de_ce_genre = _SUITES.get(resolution.objet)
        if de_ce_genre is not None and ag.decision(resolution.resolution) in _DECIDEES:
            yield from de_ce_genre(Vu(dossier, ag, resolution))


def _de_l_assemblee(dossier: Dossier, ag: Assemblee) -> Iterator[SuiteVote]:
    """What a closed assembly wants: a second consultation, and what is published, filed or paid outside the file."""
    if not ag.close:
        return
    yield from (_suite(suite, Geste.SECONDE) for suite in seconde(dossier, ag))
    yield from (_suite(suite, Geste.NOTER) for suite in formalites(dossier, ag))


def _suite(suite: Suite, geste: Geste) -> SuiteVote:
    """Of what happens outside the file, the note that says so is read with the others."""
    fait = etat(suite.fait and geste != Geste.NOTER)
    return SuiteVote(suite.cle, None, suite.libelle, suite.detail, suite.articles, fait, geste, terme=suite.jour)


@regle("statuts", "12", "18-2", "22")
def suites_a_faire(dossier: Dossier, jour: date) -> tuple[tuple[Assemblee, SuiteVote], ...]:
    """What is still to do of closed assemblies, the oldest first.

    Left out: what cannot be asked for yet on ``jour``, what has a last day of its own (the calendar says it), and a
    second consultation (it is a next step of its own).
    """
    closes = sorted((ag for ag in dossier.assemblees.values() if ag.close), key=lambda ag: (ag.jour, ag.numero))
    return tuple((ag, suite) for ag in closes for suite in suites_vote(dossier, ag) if _due(suite, jour))


def _due(suite: SuiteVote, jour: date) -> bool:
    if suite.etat != EtatSuite.A_FAIRE or suite.terme is not None or suite.geste == Geste.SECONDE:
        return False
    return suite.des is None or suite.des <= jour
