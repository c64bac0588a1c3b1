"""What a thief learns of 1,000 ballots whose order and choices are known here: from files, copies and raw octets, nothing.

Every attacker below looks for an order or a choice in something that they can read. The order of signing in is in the
journal, for all to see; so whoever finds the ballots' order, and later a choice by ballot, knows who chose what.
A guess that is right by chance alone stays within BORNE standard deviations of its mean: beyond, the test fails.
Choices and keys are drawn at random; the bound is wide enough that an honest run fails once in a million.
"""

from __future__ import annotations

import random
import sqlite3
import statistics
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import pytest

from scicvote.actes import isoloir
from scicvote.actes.isoloir import Choix
from scicvote.scelles import phrase, urne
from scicvote.store import urnes
from tests.outils.isoloirs import HEURE, PHRASE, faire, ouvrir_isoloir

ELECTEURS = 1000
COPIES = (1, 2, 3, 10, 11, 12, 250, 251, 252, 600, 601, 602, 998, 999, 1000)  # files copied after so many votes
BORNE = 5.0  # standard deviations


@dataclass
class Terrain:
    """What happened (ordre, choix, scelle: by rank of deposit) and what was taken."""

    choix: list[str] = field(default_factory=list)
    scelles: list[bytes] = field(default_factory=list)
    copies: dict[int, bytes] = field(default_factory=dict)
    journaux: dict[int, bytes] = field(default_factory=dict)  # the rollback journal during a deposit
    ferme: bytes = b""
    ouvert: bytes = b""  # the file once the urn was opened and erased
    moitie: str = ""
    comptes: dict[str, int] = field(default_factory=dict)
    privee: bytes = b""


@pytest.fixture(scope="module")
def terrain(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Terrain]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(phrase, "MEMOIRE", 64)
        patch.setattr(phrase, "PASSES", 1)
        yield _voter(tmp_path_factory.mktemp("secret") / "urne.scic", patch)


def _voter(chemin: Path, patch: pytest.MonkeyPatch) -> Terrain:
    t = Terrain()
    vraie, appliquer, creer = urne.sceller, urnes.appliquer, urne.creer
    patch.setattr(urne, "creer", lambda: _retenir(t, creer()))
    lieu = ouvrir_isoloir(chemin, ELECTEURS)
    brute = lieu.depot._moteur.raw_connection().driver_connection
    assert isinstance(brute, sqlite3.Connection)
    brute.execute("PRAGMA synchronous = OFF")  # power cuts are another test's affair

    def retenir(*arguments: object) -> bytes:
        t.scelles.append(vraie(*arguments))  # type: ignore[arg-type]
        return t.scelles[-1]

    def guetter(connexion: object, geste: urnes.Geste) -> None:
        appliquer(connexion, geste)  # type: ignore[arg-type]
        rang, journal = len(t.scelles), chemin.with_name(chemin.name + "-journal")
        if isinstance(geste, urnes.Deposer) and rang in COPIES and journal.exists():
            t.journaux[rang] = journal.read_bytes()

    patch.setattr(urne, "sceller", retenir)
    patch.setattr(urnes, "appliquer", guetter)
    ordre = list(range(1, ELECTEURS + 1))
    random.shuffle(ordre)
    for rang, associe in enumerate(ordre, 1):
        mot = random.choice(("pour", "contre"))
        t.choix.append(mot)
        faire(lieu.deposer(associe, Choix(mot)))
        if rang in COPIES:
            t.copies[rang] = chemin.read_bytes()
    scellee = lieu.depot.urne(lieu.scrutin)
    assert scellee is not None
    t.moitie, t.ferme = scellee.moitie, chemin.read_bytes()
    acte = faire(isoloir.depouiller(lieu.depot, lieu.ag, lieu.scrutin, HEURE, phrase=PHRASE))
    compte = acte.faits[1]
    t.comptes = {"pour": compte.pour, "contre": compte.contre}  # type: ignore[attr-defined]
    lieu.depot.fermer()
    t.ouvert = chemin.read_bytes()
    return t


def _retenir(t: Terrain, paire: tuple[bytes, bytes]) -> tuple[bytes, bytes]:
    t.privee = paire[0]
    return paire


def _places(octets: bytes, scelles: Sequence[bytes]) -> list[int]:
    """Where each sealed ballot lies in a file; -1 where it is not."""
    return [octets.find(scelle) for scelle in scelles]


def correlation(rangs: Sequence[float], valeurs: Sequence[float]) -> float:
    """Spearman's, in standard deviations of what chance gives (1 / sqrt(n - 1))."""
    return statistics.correlation(_rangs(rangs), _rangs(valeurs)) * (len(rangs) - 1) ** 0.5


def _rangs(valeurs: Sequence[float]) -> list[float]:
    places = {v: i for i, v in enumerate(sorted(set(valeurs)))}
    return [float(places[v]) for v in valeurs]


def reussite(devines: Sequence[str], vrais: Sequence[str]) -> float:
    """Right guesses of one choice in two, in standard deviations from the best that the counts alone give."""
    n = len(vrais)
    frequence = max(vrais.count("pour"), vrais.count("contre")) / n
    justes = sum(d == v for d, v in zip(devines, vrais, strict=True))
    return (justes - n * frequence) / (n / 4) ** 0.5


# --- the closed file


def test_le_fichier_ferme_contient_mille_bulletins_et_la_cle_nulle_part(terrain: Terrain) -> None:
    assert min(_places(terrain.ferme, terrain.scelles)) > 0
    assert terrain.comptes == {mot: terrain.choix.count(mot) for mot in ("pour", "contre")}
    for octets in (terrain.ferme, terrain.ouvert, *terrain.copies.values(), *terrain.journaux.values()):
        assert terrain.privee not in octets
        assert terrain.privee.hex().encode() not in octets
        assert PHRASE.encode() not in octets


def test_la_taille_ne_dit_rien(terrain: Terrain) -> None:
    assert len({len(scelle) for scelle in terrain.scelles}) == 1


def test_la_place_dans_le_fichier_ne_dit_pas_l_ordre(terrain: Terrain) -> None:
    assert abs(correlation(range(ELECTEURS), _places(terrain.ferme, terrain.scelles))) < BORNE


def test_la_place_dans_une_page_ne_dit_pas_l_ordre(terrain: Terrain) -> None:
    """Inside one page, where SQLite lays cells from the end down as they come: the lowest would be the last that came."""
    places = _places(terrain.ferme, terrain.scelles)
    croissants = couples = justes = 0
    hasard = variance = 0.0
    par_page: dict[int, list[int]] = {}
    for rang in sorted(range(ELECTEURS), key=lambda rang: places[rang]):
        par_page.setdefault(places[rang] // 4096, []).append(rang)
    for rangs in par_page.values():
        croissants += sum(a < b for a, b in pairwise(rangs))
        couples += len(rangs) - 1
        justes += rangs[0] == max(rangs)
        hasard += 1 / len(rangs)
        variance += (1 / len(rangs)) * (1 - 1 / len(rangs))
    assert abs(croissants - couples / 2) < BORNE * (couples / 4) ** 0.5
    assert justes - hasard < BORNE * variance**0.5, (justes, hasard)


def test_l_ordre_des_cles_ne_dit_pas_l_ordre(terrain: Terrain) -> None:
    with closing(sqlite3.connect(":memory:")) as brut:
        brut.deserialize(terrain.ferme)
        cles = {
            scelle: rang
            for rang, (scelle,) in enumerate(brut.execute("SELECT scelle FROM bulletin_scelle ORDER BY cle"))
        }
        with pytest.raises(sqlite3.OperationalError, match="no such column"):
            brut.execute("SELECT rowid FROM bulletin_scelle")
        colonnes = [ligne[1] for ligne in brut.execute("PRAGMA table_info(bulletin_scelle)")]
    assert colonnes == ["cle", "scrutin", "scelle"]
    assert abs(correlation(range(ELECTEURS), [cles[s] for s in terrain.scelles])) < BORNE


def test_les_octets_d_un_bulletin_ne_disent_ni_choix_ni_ordre(terrain: Terrain) -> None:
    """Each octet of a sealed ballot, and their sum, as a guess of the choice and of the rank."""
    moitie = ELECTEURS // 2
    for lire in (sum, *((lambda s, i=i: s[i]) for i in range(0, len(terrain.scelles[0]), 7))):
        valeurs = [lire(scelle) for scelle in terrain.scelles]
        mediane = statistics.median(valeurs)
        # The attacker learns on one half which side is which, and guesses the other.
        sens = sum(
            (v > mediane) == (c == "pour") for v, c in zip(valeurs[:moitie], terrain.choix[:moitie], strict=True)
        )
        haut, bas = ("pour", "contre") if sens * 2 >= moitie else ("contre", "pour")
        devines = [haut if v > mediane else bas for v in valeurs[moitie:]]
        assert reussite(devines, terrain.choix[moitie:]) < BORNE
        assert abs(correlation(range(ELECTEURS), valeurs)) < BORNE


# --- copies taken between votes


def test_entre_deux_copies_il_n_y_a_qu_un_bulletin_de_plus(terrain: Terrain) -> None:
    for avant, apres in pairwise(COPIES):
        if apres != avant + 1:
            continue
        la, ici = (_lus(terrain.copies[rang]) for rang in (avant, apres))
        assert len(la) == avant
        assert la < ici
        assert len(ici - la) == 1


def _lus(octets: bytes) -> set[bytes]:
    with closing(sqlite3.connect(":memory:")) as brut:
        brut.deserialize(octets)
        return {scelle for (scelle,) in brut.execute("SELECT scelle FROM bulletin_scelle")}


def test_deux_choix_changent_les_memes_octets_d_une_copie(terrain: Terrain) -> None:
    """What a deposit changes in the file, page by page, does not depend on the choice: sizes are the same."""
    tailles: dict[str, set[int]] = {"pour": set(), "contre": set()}
    for avant, apres in pairwise(COPIES):
        if apres == avant + 1:
            tailles[terrain.choix[avant]].add(len(terrain.copies[apres]) - len(terrain.copies[avant]))
    assert all(taille % 4096 == 0 for tous in tailles.values() for taille in tous)


def test_une_copie_ne_dit_pas_l_ordre_de_ceux_d_avant(terrain: Terrain) -> None:
    for rang in (250, 601, 998):
        places = _places(terrain.copies[rang], terrain.scelles[:rang])
        assert min(places) > 0
        assert abs(correlation(range(rang), places)) < BORNE


def test_le_journal_de_retour_ne_dit_que_l_etat_d_avant(terrain: Terrain) -> None:
    """The rollback journal holds the pages before: sealed ballots of the earlier voters, in no order."""
    assert terrain.journaux
    for rang, octets in terrain.journaux.items():
        assert terrain.scelles[rang - 1] not in octets
        places = _places(octets, terrain.scelles[: rang - 1])
        vus = [(i, place) for i, place in enumerate(places) if place >= 0]
        if len(vus) > 200:
            assert abs(correlation([i for i, _ in vus], [place for _, place in vus])) < BORNE


# --- once the urn is opened


def test_il_ne_reste_rien_de_l_urne_une_fois_comptee(terrain: Terrain) -> None:
    assert max(_places(terrain.ouvert, terrain.scelles)) == -1
    assert terrain.moitie.encode() not in terrain.ouvert
    debuts = [scelle[i : i + 16] for scelle in terrain.scelles for i in (0, 32, 64)]
    assert not any(debut in terrain.ouvert for debut in debuts)


# --- the attackers themselves are able to see


def test_un_ordre_qui_se_lirait_serait_vu() -> None:
    assert correlation(range(1000), range(1000)) > 30
    assert reussite(["pour"] * 500, ["pour"] * 250 + ["contre"] * 250) < BORNE
    vrais = [random.choice(("pour", "contre")) for _ in range(500)]
    assert reussite(vrais, vrais) > BORNE
