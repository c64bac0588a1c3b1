"""The secret of a ballot: when printed figures would say who voted what, or a college wants none (statuts 21-7)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scicvote.core.article import regle
from scicvote.core.assemblee import Vote
from scicvote.core.exact import INSECABLE
from scicvote.core.faits import Compte
from scicvote.core.francais import enumerer
from scicvote.core.isoloir import MINIMUM
from scicvote.core.papier import Bloc, italique, paragraphe
from scicvote.core.scrutin import ENSEMBLE
from scicvote.core.vote import SECRETS


@dataclass(frozen=True, slots=True)
class Expose:
    """What printed figures would reveal: bodies with too few voters, bodies that voted as one."""

    rares: tuple[str, ...] = ()
    unanimes: tuple[str, ...] = ()

    @property
    def corps(self) -> tuple[str, ...]:
        """Every body whose figures speak."""
        return tuple(dict.fromkeys((*self.rares, *self.unanimes)))


@regle("statuts", "21-7")
def expose(vote: Vote) -> Expose:
    """The bodies of a secret ballot whose figures would say who voted what; nothing for an open vote."""
    if vote.scrutin.mode not in SECRETS:
        return Expose()
    votants = [compte for compte in vote.comptes if compte.votants]
    return Expose(
        tuple(c.college for c in votants if c.votants < MINIMUM),
        tuple(c.college for c in votants if c.votants >= MINIMUM and _unanime(vote, c)),
    )


def _unanime(vote: Vote, compte: Compte) -> bool:
    """Whether all ballots of a body say the same. With several seats, whether each candidate has all or none."""
    voix = [v.voix for v in vote.voix if v.college == compte.college]
    if voix:
        return compte.blanc + compte.nul == 0 and all(v in (0, compte.votants) for v in voix)
    suffrages = (compte.pour, compte.contre, compte.abstention, compte.blanc, compte.nul)
    return compte.votants in suffrages


def taire(vote: Vote) -> bool:
    """Whether the counts are left out of the paper.

    One college's figures follow from the total and the others': where one speaks, or where a college agreed to the
    carried total alone, all are left out and that total is printed. By heads there is nothing else to print, unless
    too few voted.
    """
    if _convenu(vote):
        return True
    revele = expose(vote)
    par_corps = any(code != ENSEMBLE for code in revele.corps)
    return bool(revele.rares) or (par_corps and len(vote.comptes) > 1)


def _convenu(vote: Vote) -> bool:
    """Whether a college agreed to the carried total alone: this says nothing more of a secret vote of several bodies."""
    return bool(vote.total_seul) and vote.scrutin.mode in SECRETS and len(vote.comptes) > 1


def avertir(vote: Vote) -> Iterator[Bloc]:
    """The line that says why figures are left out, or that those printed speak.

    It names neither the college nor, where figures are left out, what made them speak: with the total that would say it.
    """
    revele = expose(vote)
    if _convenu(vote):
        accord = (
            "le collège {} accepte que son décompte"
            if len(vote.total_seul) == 1
            else "les collèges {} acceptent que leur décompte"
        )
        phrase = (
            f"{accord.format(enumerer(vote.total_seul))} ne soit pas donné\u00a0; les autres le diraient, seul le total porté est "
            "imprimé"
        )
    elif not revele.corps:
        return
    elif not taire(vote):
        phrase = "le scrutin est unanime, ses chiffres disent le vote de chacun"
    elif len(vote.comptes) > 1:
        phrase = (
            "un collège compte moins de trois votants, ou ses votants ont tous fait le même choix\u00a0; le décompte par collège "
            "dirait qui a voté quoi, seul le total porté est imprimé"
        )
    else:
        phrase = "moins de trois personnes ont voté, le décompte dirait qui a voté quoi et n’est pas imprimé"
    yield paragraphe(italique(f"Secret du vote{INSECABLE}: {phrase}."))
