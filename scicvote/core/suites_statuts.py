"""What a vote brings to the colleges and to the statutes: colleges constituted, another version in force (statuts 22, 25)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction

from scicvote.core.article import regle
from scicvote.core.college import CONSTITUES
from scicvote.core.dossier import Dossier
from scicvote.core.exact import poids_court
from scicvote.core.faits import PresidentCollege
from scicvote.core.francais import date_longue, enumerer
from scicvote.core.poids_votes import poids_votes
from scicvote.core.statuts import Statuts
from scicvote.core.suite_vote import Geste, SuiteVote, Vu, etat


@regle("statuts", "22", "25-1", "25-3")
def suites_colleges(vu: Vu) -> Iterator[SuiteVote]:
    """The colleges are constituted from the day of the assembly; each then designates its president."""
    if not vu.adoptee:
        return
    constitues = [fait for fait in vu.dossier.etats_colleges if fait.etat == CONSTITUES]
    ici = [fait for fait in constitues if fait.assemblee == vu.ag.numero or fait.jour >= vu.ag.jour]
    avant = [fait for fait in constitues if fait not in ici]
    if ici:
        phrase = f"Constitués depuis le {date_longue(ici[0].jour)}."
    elif avant:
        phrase = f"Ils l’étaient déjà, depuis le {date_longue(avant[0].jour)}."
    else:
        phrase = f"Depuis le {vu.jour}\u00a0: les assemblées suivantes votent par collège."
    yield SuiteVote(
        vu.cle("colleges"), vu.resolution.resolution, "Constituer les collèges", phrase, ("statuts 25-1", "statuts 22"),
        etat(bool(ici), sans_objet=bool(avant)), Geste.COLLEGES, debut=vu.ag.jour,
    )  # fmt: skip
    if ici:
        yield from _presidents(vu)


def _presidents(vu: Vu) -> Iterator[SuiteVote]:
    """A president for each college, whenever it was designated."""
    designes = {fait.college: fait for fait in vu.dossier.tous(PresidentCollege)}
    for college in vu.statuts.colleges:
        fait = designes.get(college.code)
        if fait is None:
            phrase = "Chaque collège désigne son président, qui le convoque par tous moyens."
        else:
            phrase = f"{vu.dossier.nom(fait.associe)}, depuis le {date_longue(fait.jour)}."
        yield SuiteVote(
            vu.cle("presidence", college.code), vu.resolution.resolution, f"Désigner la présidence du collège {college.code}",
            phrase, ("statuts 25-3",), etat(fait is not None), Geste.PRESIDENCE, college=college.code,
        )  # fmt: skip


@regle("statuts", "22")
def suites_poids(vu: Vu) -> Iterator[SuiteVote]:
    """Another version of the statutes, in force after the assembly, with the weights that were voted."""
    if not vu.adoptee:
        return
    votes = poids_votes(vu.statuts, vu.ag.texte_de(vu.resolution))
    if votes is None:
        yield version(
            vu, ("statuts 22",), "Les poids votés ne se lisent pas dans le texte\u00a0: les écrire dans les statuts."
        )
        return
    trouvee = _en_vigueur(vu.dossier, vu.ag.jour, votes)
    dits = enumerer([f"{code} {poids_court(poids)}" for code, poids in votes.items()])
    if trouvee is not None:
        phrase = f"{dits}, en vigueur depuis le {date_longue(trouvee)}."
    else:
        phrase = f"{dits}, en vigueur au plus tôt le {date_longue(vu.ag.jour + timedelta(days=1))}\u00a0: l’assemblée a voté sous les poids de son jour."
    yield SuiteVote(
        vu.cle("poids"), vu.resolution.resolution, "Mettre les nouveaux poids en vigueur", phrase, ("statuts 22",),
        etat(trouvee is not None), Geste.POIDS, poids=votes,
    )  # fmt: skip


def _en_vigueur(dossier: Dossier, jour: date, votes: dict[str, Fraction]) -> date | None:
    """From which day after the assembly a version has these weights; None while none has."""
    versions = (
        effet for effet, statuts in dossier.statuts_lus if effet > jour and poids_des_colleges(statuts) == votes
    )
    return next(versions, None)


def poids_des_colleges(statuts: Statuts) -> dict[str, Fraction]:
    """The weight in percent of each college, by code."""
    return {college.code: college.poids for college in statuts.colleges}


@regle("statuts", "24-3")
def suites_modification(vu: Vu) -> Iterator[SuiteVote]:
    """The statutes that this program applies are written again where the vote changes what they say."""
    if vu.adoptee:
        phrase = "Écrire la nouvelle version si le vote change une règle de ce fichier\u00a0; sinon, noter qu’il n’y a rien à changer."
        yield version(vu, ("statuts 24-3",), phrase)


@regle("statuts", "25-2")
def suites_nouveau_college(vu: Vu) -> Iterator[SuiteVote]:
    """The colleges as they were voted enter the statutes, with who belongs to each and its weight."""
    if vu.adoptee:
        phrase = "Écrire les collèges tels qu’ils ont été votés\u00a0: qui en est membre, et leurs poids."
        yield version(vu, ("statuts 25-2", "statuts 22"), phrase)


def version(vu: Vu, articles: tuple[str, ...], phrase: str) -> SuiteVote:
    """A version to be written: the file cannot see which one answers a text, so that its act notes it."""
    titre = "Mettre la nouvelle version des statuts en vigueur"
    return SuiteVote(vu.cle("statuts"), vu.resolution.resolution, titre, phrase, articles, etat(False), Geste.STATUTS)
