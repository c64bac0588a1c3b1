"""The secret vote on this computer: who may vote, what a ballot says, and how an opened urn is counted (statuts 21-7).

A ballot names a body and a choice, never a person. Counting starts only where as many ballots as signed votes are in
the urn, body by body.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from scicvote.core.article import regle
from scicvote.core.assemblee import Assemblee, Vote
from scicvote.core.dossier import Dossier
from scicvote.core.exact import accord
from scicvote.core.faits import Electeur, EmargementIsoloir, Scrutin, Urne
from scicvote.core.issue import Issue, avertissement, refus
from scicvote.core.liste import corps_de, inscrits
from scicvote.core.recalcul import candidats_du_tour, est_election, sieges_du_tour
from scicvote.core.scrutin import ENSEMBLE
from scicvote.core.vote import ISOLOIR, ComptageCorps, corps_attendus

BLANC: Final = "blanc"
SUFFRAGES: Final = ("pour", "contre", "abstention", BLANC)
MINIMUM: Final = 3  # voters: under this, the counts of a body name them
_PAS: Final = 64  # octets: sizes are rounded up to a multiple of this


@dataclass(frozen=True, slots=True)
class Choix:
    """What one voter chose: ``pour``, ``contre``, ``abstention`` or ``blanc``; in an election ``blanc`` or names.

    ``noms`` are associés by number; ``suffrage`` is then "".
    """

    suffrage: str = ""
    noms: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Bulletin:
    """One ballot: the body in which it counts, and the choice."""

    college: str
    choix: Choix


# --- who votes


@regle("statuts", "21-4", "21-7", "22", "26")
def electeurs(dossier: Dossier, assemblee: Assemblee, vote: Vote) -> tuple[Electeur, ...]:
    """Everybody whose vote the urn expects as things stand, each with who casts it.

    Those on the list who are present or represented, less those who withdrew from this vote, in the bodies that vote:
    whoever is in several of them has a vote in each.
    """
    liste, assistance = inscrits(dossier, assemblee), assemblee.assistance
    scrutin, attendus = vote.scrutin, corps_attendus(assemblee, vote)
    retires = {d.associe for d in assemblee.deports(scrutin.resolution)} if scrutin.objet == "resolution" else set()
    trouves = []
    for associe in sorted(liste.keys() - retires):
        for corps in (c for c in dict.fromkeys((*corps_de(assemblee, associe), ENSEMBLE)) if c in attendus):
            pouvoir = assistance.representes_en(corps).get(associe)
            if associe in assistance.presents:
                trouves.append(Electeur(assemblee.numero, scrutin.scrutin, corps, associe, associe, ""))
            elif pouvoir is not None:
                qui = (pouvoir.mandataire, pouvoir.conjoint)
                trouves.append(Electeur(assemblee.numero, scrutin.scrutin, corps, associe, *qui))
    return tuple(trouves)


@regle("statuts", "21-7")
def avertir_petits_corps(attendus: Iterable[Electeur]) -> Iterator[Issue]:
    """Before an urn is placed: the bodies where so few would vote that their counts would say who voted what."""
    for code, combien in Counter(electeur.college for electeur in attendus).items():
        if combien < MINIMUM:
            ou = "" if code == ENSEMBLE else f" dans le collège {code}"
            phrase = f"Moins de trois votants attendus{ou}\u00a0: les chiffres diraient qui a voté quoi. Seul le total sera imprimé."
            yield avertissement("SECRET_DEVOILE", phrase, "statuts 21-7", chemin=code)


def electeurs_de(assemblee: Assemblee, scrutin: int) -> tuple[Electeur, ...]:
    """The votes that an urn expects, as they were written when it was placed."""
    return tuple(e for e in assemblee.tous(Electeur) if e.scrutin == scrutin)


def emarges(assemblee: Assemblee, scrutin: int) -> frozenset[tuple[int, str]]:
    """The votes that were cast: on behalf of which associé, in which body."""
    return frozenset((e.associe, e.college) for e in assemblee.tous(EmargementIsoloir) if e.scrutin == scrutin)


def urne_de(assemblee: Assemblee, scrutin: int) -> Urne | None:
    """The sealed urn of a vote, opened or not; None for a vote held otherwise."""
    return next((urne for urne in assemblee.tous(Urne) if urne.scrutin == scrutin), None)


def reste_a_emarger(assemblee: Assemblee, scrutin: int) -> tuple[Electeur, ...]:
    """The votes that have not been cast."""
    faits = emarges(assemblee, scrutin)
    return tuple(e for e in electeurs_de(assemblee, scrutin) if (e.associe, e.college) not in faits)


def emarges_par_corps(assemblee: Assemblee, scrutin: int) -> dict[str, int]:
    """How many votes were cast in each body that was expected."""
    faits, attendus = emarges(assemblee, scrutin), electeurs_de(assemblee, scrutin)
    comptes = Counter(code for _, code in faits)
    return {code: comptes[code] for code in dict.fromkeys(e.college for e in attendus)}


def vote_restant(assemblee: Assemblee, scrutin: int, associe: int, college: str = "") -> Electeur | None:
    """The vote to cast on behalf of somebody: in ``college``, or ("") the first that they have left; None without any."""
    restent = (e for e in reste_a_emarger(assemblee, scrutin) if e.associe == associe)
    return next((e for e in restent if college in ("", e.college)), None)


# --- before a ballot is sealed


@regle("statuts", "21-7", "22")
def controler_depot(
    dossier: Dossier, assemblee: Assemblee, vote: Vote, associe: int, choix: Choix, college: str = ""
) -> Iterator[Issue]:
    """What stands against one more ballot: a closed urn, somebody who has no vote left, a choice that is none."""
    scrutin = vote.scrutin.scrutin
    if vote.scrutin.mode != ISOLOIR or vote.depouillement is not None:
        yield refus("URNE_FERMEE", "Ce scrutin n’a pas d’urne ouverte au vote.", "statuts 21-7", chemin="scrutin")
        return
    if associe not in {e.associe for e in electeurs_de(assemblee, scrutin)}:
        phrase = f"{dossier.nom(associe)} n’était ni présent ni représenté à l’ouverture de ce scrutin."
        yield refus("ELECTEUR", phrase, "statuts 21-4", chemin="associe")
    elif vote_restant(assemblee, scrutin, associe, college) is None:
        phrase = f"Un vote est déjà dans l’urne pour {dossier.nom(associe)}."
        yield refus("DEJA_EMARGE", phrase, "statuts 22", chemin="associe")
    if not valable(dossier, assemblee, vote, choix):
        phrase = "Ce choix n’est pas de ceux que le scrutin propose\u00a0: recommencer."
        yield refus("CHOIX", phrase, "statuts 21-7", chemin="choix")


@regle("statuts", "18-1", "21-7")
def valable(dossier: Dossier, assemblee: Assemblee, vote: Vote, choix: Choix) -> bool:
    """Whether a choice is one of the vote's: a word, or up to as many candidates as seats are left, each once."""
    if not est_election(assemblee, vote):
        return choix.suffrage in SUFFRAGES and not choix.noms
    if choix.suffrage:
        return choix.suffrage == BLANC and not choix.noms
    permis = candidats_du_tour(dossier, assemblee, vote)
    unique = len(set(choix.noms)) == len(choix.noms)
    return unique and set(choix.noms) <= set(permis) and 1 <= len(choix.noms) <= sieges_du_tour(assemblee, vote)


# --- a ballot as octets


def ecrire(bulletin: Bulletin) -> bytes:
    """A ballot as octets, the names in the order of their numbers."""
    noms = sorted(bulletin.choix.noms)
    return json.dumps([bulletin.college, bulletin.choix.suffrage, noms], separators=(",", ":")).encode()


def lire(octets: bytes) -> Bulletin:
    """Back from ``ecrire``. Raises ValueError for anything else."""
    try:
        lu: Any = json.loads(octets)
    except (ValueError, RecursionError) as erreur:
        raise ValueError("not a ballot") from erreur
    if not isinstance(lu, list) or len(lu) != 3:
        raise ValueError("not a ballot")
    college, suffrage, noms = lu
    if not isinstance(college, str) or not isinstance(suffrage, str) or not isinstance(noms, list):
        raise ValueError("not a ballot")
    if any(type(nom) is not int for nom in noms):
        raise ValueError("not a ballot")
    return Bulletin(college, Choix(suffrage, tuple(noms)))


def taille(dossier: Dossier, assemblee: Assemblee, vote: Vote) -> int:
    """The one length, in octets, to which every ballot of a vote is filled up: whatever is chosen, it is as long."""
    codes = corps_attendus(assemblee, vote)
    choix = [Choix(mot) for mot in SUFFRAGES]
    if est_election(assemblee, vote):
        longs = sorted(candidats_du_tour(dossier, assemblee, vote), key=lambda n: -len(str(n)))
        choix.append(Choix("", tuple(longs[: sieges_du_tour(assemblee, vote)])))
    plus_long = max(len(ecrire(Bulletin(code, un))) for code in codes for un in choix)
    return -(-plus_long // _PAS) * _PAS


def contexte(scrutin: Scrutin, cle_publique: str) -> bytes:
    """What binds a seal to one vote of one urn."""
    return f"scicvote-isoloir/1 {scrutin.assemblee} {scrutin.scrutin} {cle_publique}".encode()


# --- once the urn is open


@regle("statuts", "21-7", "22")
def controler_urne(
    assemblee: Assemblee, vote: Vote, scelles: Sequence[bytes], lus: Sequence[Bulletin | None]
) -> Iterator[Issue]:
    """Why what came out of an urn is not counted: ballots that do not open, copies, more or fewer than signed votes."""
    fermes = sum(lu is None for lu in lus)
    if fermes:
        phrase = (
            f"{accord(fermes, 'bulletin')} de l’urne ne s’{'ouvrent' if fermes > 1 else 'ouvre'} pas\u00a0: le fichier a été "
            "changé. Reprendre une sauvegarde faite pendant le scrutin, ou déclarer le scrutin nul."
        )
        yield refus("URNE_ABIMEE", phrase, "statuts 21-7", chemin="urne")
    doubles = len(scelles) - len(set(scelles))
    if doubles:
        phrase = f"{accord(doubles, 'bulletin')} de l’urne {'sont des copies' if doubles > 1 else 'est une copie'} d’un autre\u00a0: déclarer le scrutin nul."
        yield refus("URNE_COPIES", phrase, "statuts 21-7", chemin="urne")
    yield from _ecarts(assemblee, vote, lus, complet=not fermes)


def _ecarts(assemblee: Assemblee, vote: Vote, lus: Sequence[Bulletin | None], complet: bool) -> Iterator[Issue]:
    signes, trouves = (
        emarges_par_corps(assemblee, vote.scrutin.scrutin),
        Counter(b.college for b in lus if b is not None),
    )
    ecart = len(lus) - sum(signes.values())
    if ecart:
        yield _ecart(ecart, len(lus), sum(signes.values()), "dans l’urne", "urne")
    if not complet:
        return
    for code in dict.fromkeys((*signes, *sorted(trouves))):
        if trouves[code] != signes.get(code, 0) and code != ENSEMBLE:
            de_trop = trouves[code] - signes.get(code, 0)
            yield _ecart(de_trop, trouves[code], signes.get(code, 0), f"pour le collège {code}", code)


def _ecart(ecart: int, trouves: int, signes: int, ou: str, chemin: str) -> Issue:
    mot = "de trop" if ecart > 0 else "manquants" if ecart < -1 else "manquant"
    phrase = (
        f"{accord(trouves, 'bulletin')} {ou} pour {accord(signes, 'vote émargé', 'votes émargés')}\u00a0: {abs(ecart)} {mot}. "
        "Rien n’est compté."
    )
    return refus("URNE_ECART", phrase, "statuts 21-7", "statuts 22", chemin=chemin)


@regle("statuts", "18-1", "21-7")
def compter(
    dossier: Dossier, assemblee: Assemblee, vote: Vote, bulletins: Iterable[Bulletin]
) -> dict[str, ComptageCorps]:
    """The counts by body.

    A ballot that says something which the vote does not offer is void, as one on paper would be. The isoloir makes
    none: such a ballot was put there by something else.
    """
    par_corps: dict[str, list[Choix]] = {code: [] for code in corps_attendus(assemblee, vote)}
    for bulletin in bulletins:
        par_corps[bulletin.college].append(bulletin.choix)
    election = est_election(assemblee, vote)
    return {code: _compte(dossier, assemblee, vote, choix, election) for code, choix in par_corps.items()}


def _compte(
    dossier: Dossier, assemblee: Assemblee, vote: Vote, choix: Sequence[Choix], election: bool
) -> ComptageCorps:
    permis = {un: valable(dossier, assemblee, vote, un) for un in set(choix)}
    bons = [un for un in choix if permis[un]]
    mots = Counter(un.suffrage for un in bons)
    voix: Mapping[int, int] = Counter(nom for un in bons for nom in un.noms)
    return ComptageCorps(
        mots["pour"],
        mots["contre"],
        mots["abstention"],
        mots[BLANC],
        len(choix) - len(bons),
        len(choix) if election else 0,
        dict(voix),
    )
