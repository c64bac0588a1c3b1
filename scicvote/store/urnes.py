"""Sealed urns as rows: placed, filled ballot by ballot, emptied; outside the facts, for nothing of them is kept.

Where a row lies in the file would tell its rank among the ballots. So the ballots are written anew at each deposit,
in the order of their random keys: two files with the same ballots hold them at the same places, whoever came first.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Final

import sqlalchemy as sa

from scicvote.store.lignes import insertion
from scicvote.store.schema import BULLETIN_SCELLE, URNE_SCELLEE

_CLE: Final = 16  # octets drawn at random for a ballot


@dataclass(frozen=True, slots=True)
class UrneScellee:
    """An urn as it stands: its private half, sealed, as text; its sealed ballots, in no order that says anything."""

    moitie: str
    bulletins: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Placer:
    """Place an urn, empty: the private half, sealed, as text."""

    scrutin: int
    moitie: str


@dataclass(frozen=True, slots=True)
class Deposer:
    """Put one sealed ballot in an urn."""

    scrutin: int
    bulletin: bytes


@dataclass(frozen=True, slots=True)
class Vider:
    """Erase an urn: its ballots and its private half."""

    scrutin: int


Geste = Placer | Deposer | Vider


def appliquer(connexion: sa.Connection, geste: Geste) -> None:
    """Do it, in the transaction that is open."""
    if isinstance(geste, Placer):
        connexion.execute(URNE_SCELLEE.insert().values(scrutin=geste.scrutin, moitie=geste.moitie))
    elif isinstance(geste, Deposer):
        _deposer(connexion, geste)
    else:
        connexion.execute(BULLETIN_SCELLE.delete().where(BULLETIN_SCELLE.c.scrutin == geste.scrutin))
        connexion.execute(URNE_SCELLEE.delete().where(URNE_SCELLEE.c.scrutin == geste.scrutin))


def _deposer(connexion: sa.Connection, geste: Deposer) -> None:
    bulletins = [tuple(ligne) for ligne in connexion.execute(sa.select(BULLETIN_SCELLE))]
    bulletins.append((secrets.token_bytes(_CLE), geste.scrutin, geste.bulletin))
    connexion.execute(BULLETIN_SCELLE.delete())
    insertion(BULLETIN_SCELLE, connexion.dialect).executer(connexion, zip(*sorted(bulletins), strict=True))


def lire(connexion: sa.Connection, scrutin: int) -> UrneScellee | None:
    """An urn; None where there is none, not yet or no more."""
    moitie = connexion.execute(sa.select(URNE_SCELLEE.c.moitie).where(URNE_SCELLEE.c.scrutin == scrutin)).scalar()
    if moitie is None:
        return None
    octets = sa.cast(BULLETIN_SCELLE.c.scelle, sa.LargeBinary)  # whatever was put in their place, as bytes
    voulus = sa.select(octets).where(BULLETIN_SCELLE.c.scrutin == scrutin)
    return UrneScellee(moitie, tuple(connexion.execute(voulus.order_by(BULLETIN_SCELLE.c.cle)).scalars()))


def compter(connexion: sa.Connection) -> dict[int, int]:
    """How many sealed ballots each urn holds; ballots without an urn are counted too."""
    groupes = sa.select(BULLETIN_SCELLE.c.scrutin, sa.func.count()).group_by(BULLETIN_SCELLE.c.scrutin)
    vides = dict.fromkeys(connexion.execute(sa.select(URNE_SCELLEE.c.scrutin)).scalars(), 0)
    return vides | {ligne[0]: ligne[1] for ligne in connexion.execute(groupes)}


__all__ = ["Deposer", "Geste", "Placer", "UrneScellee", "Vider", "appliquer", "compter", "lire"]
