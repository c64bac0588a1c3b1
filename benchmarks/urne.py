"""A sealed urn of 10,000 ballots opened, counted and erased, against the bare library that decrypts as many."""

from __future__ import annotations

import csv
import secrets
from collections.abc import Iterator
from datetime import date, datetime
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from benchmarks.mesure import Essai, Mesure, alterner, medianes, pret
from benchmarks.terrain import ENTETES, JOUR, connexion_nue, cooperative_vide, copie, registre
from scicvote.actes import cooperative, importation, isoloir, preparation, seance
from scicvote.core.faits import Bureau, Convocation, EmargementIsoloir, Presence, Resolution
from scicvote.core.isoloir import SUFFRAGES, Bulletin, Choix, contexte, ecrire, electeurs_de, taille, urne_de
from scicvote.scelles import urne
from scicvote.scelles.phrase import MEMOIRE, PASSES, VOIES
from scicvote.store.depot import Acte, Depot, Projet

BULLETINS: Final = 10_000
TOURS: Final = 5
LIMITE: Final = 1.5
HEURE: Final = datetime(2026, 6, 12, 18, 0)
PHRASE: Final = "quatre lunes sur un étang"


def _accepte(acte: Acte) -> Acte:
    assert acte.accepte, acte.issues
    return acte


def urne_ouverte(dossier: Path) -> tuple[Depot, int, int, str]:
    """An assembly by heads where 10,000 people are present, and its urn, empty: file, assembly, scrutin, recovery key."""
    fichier = dossier / "registre.csv"
    with fichier.open("w", encoding="utf-8", newline="") as texte:
        csv.writer(texte, delimiter=";").writerows([ENTETES, *registre(BULLETINS)])
    depot = cooperative_vide(dossier / "urne.scic")
    importe = importation.importer(depot, fichier, JOUR)
    assert importe.acte is not None, importe.issues
    convocation = Convocation(0, "ordinaire", HEURE, "Salle des fêtes", False, "", "", 1, None, None, "la gérance")
    ag = int(_accepte(preparation.preparer(depot, convocation)).faits[0].assemblee)  # type: ignore[attr-defined]
    point = Resolution(0, ag, 0, "Question", "L’assemblée approuve.", "ordinaire", "autre", 0, None, "", None, False)
    resolution = _accepte(preparation.inscrire_resolution(depot, point)).faits[0].resolution  # type: ignore[attr-defined]
    _accepte(preparation.arreter_liste(depot, ag, date(2026, 5, 27), "la gérance"))
    arrivees = tuple(Presence(ag, n, HEURE, "arrivee", "", "") for n in depot.dossier.assemblees[ag].liste)
    _accepte(depot.accomplir("emarger", lambda _: Projet("tous présents", arrivees)))
    _accepte(seance.constituer_bureau(depot, Bureau(ag, HEURE, arrivees[0].associe, "Secrétaire", (), "choisi")))
    _accepte(seance.ouvrir_seance(depot, ag, HEURE))
    placee = isoloir.ouvrir(depot, ag, resolution, PHRASE, PHRASE, HEURE)
    _accepte(placee.acte)
    return depot, ag, placee.scrutin, " ".join(placee.secours)


def remplir(depot: Depot, ag: int, scrutin: int) -> bytes:
    """10,000 votes, signed in and sealed, as the isoloir writes them, in one go; the urn's public key."""
    assemblee = depot.dossier.assemblees[ag]
    vote, placee = assemblee.vote(scrutin), urne_de(assemblee, scrutin)
    assert vote is not None
    assert placee is not None
    publique, lien = bytes.fromhex(placee.cle_publique), contexte(vote.scrutin, placee.cle_publique)
    large, attendus = taille(depot.dossier, assemblee, vote), electeurs_de(assemblee, scrutin)
    assert len(attendus) == BULLETINS
    signes = tuple(EmargementIsoloir(ag, scrutin, e.college, e.associe, "") for e in attendus)
    _accepte(depot.accomplir("deposer_bulletin", lambda _: Projet("tous ont voté", signes)))
    lignes = [
        (secrets.token_bytes(16), scrutin, urne.sceller(publique, ecrire(Bulletin("*", Choix(mot))), large, lien))
        for mot in (SUFFRAGES * BULLETINS)[:BULLETINS]
    ]
    nue = connexion_nue(Path(depot.nom))
    nue.execute("BEGIN IMMEDIATE")
    nue.executemany("INSERT INTO bulletin_scelle VALUES (?, ?, ?)", sorted(lignes))
    nue.execute("COMMIT")
    nue.close()
    return publique


def cle_de_la_phrase() -> bytes:
    """What the library must do to come from a phrase to a key."""
    return Argon2id(salt=bytes(16), length=32, iterations=PASSES, lanes=VOIES, memory_cost=MEMOIRE).derive(
        PHRASE.encode()
    )


def dechiffrer(cle: X25519PrivateKey, suite: Suite, scelles: list[bytes], lien: bytes) -> list[bytes]:
    """The reference: the library, ballot by ballot, and nothing else."""
    return [suite.decrypt(scelle, cle, info=lien) for scelle in scelles]


def mesurer() -> Iterator[Mesure]:
    """The urn of a copy opened by its recovery key, then by its phrase; the library decrypts as many, key made or not."""
    with TemporaryDirectory() as dossier:
        depot, ag, scrutin, secours = urne_ouverte(Path(dossier))
        remplir(depot, ag, scrutin)
        chemin = Path(depot.nom)
        depot.fermer()
        suite = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)
        privee, publique = urne.creer()
        cle, lien = X25519PrivateKey.from_private_bytes(privee), b"scicvote-isoloir/1 1 1 " + publique.hex().encode()
        destinataire = X25519PublicKey.from_public_bytes(publique)
        scelles = [suite.encrypt(bytes(66), destinataire, info=lien) for _ in range(BULLETINS)]
        rang = count()
        ouverts: list[Depot] = []

        def ouvrir(**cles: str) -> Essai:
            for ancien in ouverts:
                ancien.fermer()
            ouverts[:] = [cooperative.ouvrir(copie(chemin, f"copie-{next(rang)}.scic"))]
            return lambda: _accepte(isoloir.depouiller(ouverts[0], ag, scrutin, HEURE, **cles))

        nue = pret(dechiffrer, cle, suite, scelles, lien)
        avec = pret(lambda: (cle_de_la_phrase(), dechiffrer(cle, suite, scelles, lien)))
        essais = [lambda: ouvrir(code=secours), nue, lambda: ouvrir(phrase=PHRASE), avec]
        par_cle, seule, par_phrase, entiere = medianes(alterner(essais, TOURS))
        ouverts[0].fermer()
    yield Mesure("une urne de 10 000 bulletins ouverte par sa clé de secours", par_cle, seule, TOURS, LIMITE)
    yield Mesure("la même par sa phrase (Argon2id des deux côtés)", par_phrase, entiere, TOURS, LIMITE)
