"""The repository of one cooperative: its present state, and the one way to add an act to it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from threading import RLock
from typing import Any, Final

import sqlalchemy as sa

from scicvote.core.dossier import ActeFaits, Dossier, composer
from scicvote.core.faits import Fait, VersionStatuts
from scicvote.core.issue import Issue, bloquantes
from scicvote.core.statuts import Statuts
from scicvote.store import urnes
from scicvote.store.base import est_url, examiner, marquer, moteur, nom_lisible
from scicvote.store.journal import ORIGINE, Entree, empreintes_groupes
from scicvote.store.lecture import Lecture
from scicvote.store.lignes import CODECS, Codec, Groupes, insertion, par_nature
from scicvote.store.refus import FichierAbime, FichierRefuse
from scicvote.store.sauvegarde import avant_migration
from scicvote.store.schema import CONTENU, JOURNAL, METADATA

LireStatuts = Callable[[str], Statuts]
Horloge = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Projet:
    """What an act would do: one French sentence, the facts to write, and what stands against it.

    ``contenus`` are the bytes that some of these facts name by their digest; ``urne`` is what is done to a sealed urn
    in the same transaction, which the journal does not hold.
    """

    resume: str
    faits: tuple[Fait, ...]
    issues: tuple[Issue, ...] = ()
    contenus: tuple[bytes, ...] = ()
    urne: urnes.Geste | None = None


@dataclass(frozen=True, slots=True)
class Acte:
    """What an act did. ``numero`` is 0 when it was refused: then ``issues`` say why, and nothing was written."""

    nom: str
    numero: int
    resume: str
    faits: tuple[Fait, ...]
    issues: tuple[Issue, ...]
    horodatage: datetime | None = None

    @property
    def accepte(self) -> bool:
        return self.numero > 0

    @property
    def refus(self) -> tuple[Issue, ...]:
        """What prevented the act."""
        return tuple(bloquantes(self.issues))

    @property
    def avertissements(self) -> tuple[Issue, ...]:
        """What was passed over, and traced."""
        return tuple(issue for issue in self.issues if not issue.bloquante)


class Depot:
    """One open cooperative. The rows are the truth; ``dossier`` is what they say, kept in step act by act."""

    def __init__(self, moteur_: sa.Engine, lire_statuts: LireStatuts, horloge: Horloge, nom: str) -> None:
        self._moteur = moteur_
        self._lire = lire_statuts
        self._horloge = horloge
        self.nom = nom_lisible(nom)
        self._tete = (0, ORIGINE)
        self._dossier = Dossier()
        self._essai = False
        self._verrou = RLock()  # one connection, and long work reads beside the window

    # --- opening and closing

    @classmethod
    def creer(cls, nom: str | Path, lire_statuts: LireStatuts, horloge: Horloge = datetime.now) -> Depot:
        """A new, empty file. Raises FichierRefuse when something is already there or it cannot be written."""
        if not est_url(str(nom)):
            chemin = Path(nom)
            if "\x00" in str(nom):
                raise FichierRefuse("Ce nom de fichier n’est pas utilisable\u00a0: en choisir un autre.")
            if chemin.exists():
                raise FichierRefuse(f"«\u00a0{chemin}\u00a0» existe déjà\u00a0: choisir un autre nom.")
            if not chemin.absolute().parent.is_dir():
                raise FichierRefuse(f"Le dossier «\u00a0{chemin.parent}\u00a0» n’existe pas.")
        depot = cls(moteur(nom), lire_statuts, horloge, str(nom))
        depot._preparer()
        return depot

    @classmethod
    def ouvrir(cls, nom: str | Path, lire_statuts: LireStatuts, horloge: Horloge = datetime.now) -> Depot:
        """An existing file; an older one is copied beside, then migrated. Raises FichierRefuse with a sentence."""
        ancienne = True
        if not est_url(str(nom)):
            ancienne = avant_migration(Path(nom), examiner(Path(nom))) is not None
        depot = cls(moteur(nom), lire_statuts, horloge, str(nom))
        if ancienne:
            depot._preparer()  # a file of the present version is not written to open it
        depot.recharger()
        return depot

    @classmethod
    def reprendre(cls, chemin: Path, lu: Lecture, lire_statuts: LireStatuts, horloge: Horloge = datetime.now) -> Depot:
        """A file that has just been read (``lecture.lire``): nothing is read again."""
        depot = cls(moteur(chemin), lire_statuts, horloge, str(chemin))
        depot._dossier, depot._tete = lu.dossier, lu.tete
        return depot

    def fermer(self) -> None:
        """Let go of the file."""
        self._moteur.dispose()

    def __enter__(self) -> Depot:
        return self

    def __exit__(self, *_: object) -> None:
        self.fermer()

    def _preparer(self) -> None:
        from scicvote.store.migrations import migrer  # loaded for a new file or an older one, not to open one

        try:
            with self._moteur.begin() as connexion:
                migrer(connexion)
                marquer(connexion)
        except sa.exc.DBAPIError as erreur:
            self.fermer()
            raise FichierRefuse(_phrase(erreur, self.nom)) from erreur

    # --- reading

    @property
    def dossier(self) -> Dossier:
        """The present state."""
        return self._dossier

    @property
    def empreinte(self) -> str:
        """The digest of the journal's last entry."""
        return self._tete[1]

    def recharger(self) -> None:
        """Read everything again from the rows."""
        try:
            with self._lecture() as connexion:
                self._relire(connexion)
        except (sa.exc.DBAPIError, ValueError) as erreur:
            self.fermer()
            raise FichierAbime(f"Le contenu de «\u00a0{self.nom}\u00a0» est abîmé et ne peut pas être lu.") from erreur

    @contextmanager
    def _lecture(self) -> Iterator[sa.Connection]:
        with self._verrou, self._moteur.connect().execution_options(lecture=True) as connexion:
            yield connexion

    def _relire(self, connexion: sa.Connection) -> None:
        actes = tuple(lire_actes(connexion))
        textes = [fait.texte for acte in actes for fait in acte.faits if isinstance(fait, VersionStatuts)]
        self._dossier = composer(actes, [self._lire(texte) for texte in textes])
        self._tete = _tete(connexion)

    def lignes(self) -> dict[int, list[tuple[int, Fait]]]:
        """The rows as they stand, with their ranks, by act."""
        with self._lecture() as connexion:
            return _par_acte(connexion)

    def entrees(self) -> tuple[Entree, ...]:
        """The whole journal, in order."""
        with self._lecture() as connexion:
            return tuple(lire_journal(connexion))

    def contenu(self, empreinte: str) -> bytes | None:
        """The bytes kept under a digest, as they stand; None where there are none."""
        octets = sa.cast(CONTENU.c.octets, sa.LargeBinary)  # whatever was put in their place, as bytes
        with self._lecture() as connexion:
            lu = connexion.execute(sa.select(octets).where(CONTENU.c.empreinte == empreinte)).scalar()
        return None if lu is None else bytes(lu)

    def contenus(self) -> frozenset[str]:
        """The digests under which bytes are kept."""
        with self._lecture() as connexion:
            return frozenset(connexion.execute(sa.select(CONTENU.c.empreinte)).scalars())

    def urne(self, scrutin: int) -> urnes.UrneScellee | None:
        """The sealed urn of a vote; None where there is none, not yet or no more."""
        with self._lecture() as connexion:
            return urnes.lire(connexion, scrutin)

    def urnes_pleines(self) -> dict[int, int]:
        """How many sealed ballots the file holds, by scrutin."""
        with self._lecture() as connexion:
            return urnes.compter(connexion)

    @property
    def sur_serveur(self) -> bool:
        """Whether the rows are a server's, and not one file's."""
        return self._moteur.dialect.name != "sqlite"

    def instant(self) -> datetime:
        """The present hour by the file's clock, to the second."""
        return self._horloge().replace(microsecond=0, tzinfo=None)

    # --- writing

    @property
    def en_essai(self) -> bool:
        """Whether acts are only tried: what they would keep need not be made."""
        return self._essai

    def essayer(self, acte: Callable[[Depot], Acte]) -> Acte:
        """What an act would do to the present state: its sentence, facts and issues. Nothing is written."""
        with self._verrou:
            self._essai = True
            try:
                return acte(self)
            finally:
                self._essai = False

    def accomplir(self, nom: str, decider: Callable[[Dossier], Projet]) -> Acte:
        """Run one act: load, decide, record, in one transaction. A refused act writes nothing."""
        with self._verrou:
            if self._essai:
                projet = self._decider(decider)
                return Acte(nom, 0, projet.resume, projet.faits, projet.issues)
            return self._accomplir(nom, decider)

    def _decider(self, decider: Callable[[Dossier], Projet]) -> Projet:
        """What an act decides, its issues under the articles of the cooperative's own form and statutes."""
        projet = decider(self._dossier)
        if not self._dossier.statuts_lus:
            return projet
        return replace(projet, issues=tuple(map(self._dossier.statuts.adapter, projet.issues)))

    def _accomplir(self, nom: str, decider: Callable[[Dossier], Projet]) -> Acte:
        try:
            with self._moteur.begin() as connexion:
                if _tete(connexion) != self._tete:
                    self._relire(connexion)
                projet = self._decider(decider)
                if bloquantes(projet.issues):
                    return Acte(nom, 0, projet.resume, (), projet.issues)
                entree = self._ecrire(connexion, nom, projet)
        except sa.exc.DBAPIError as erreur:
            self._tete = (-1, "")  # what the file holds is not known: read it again before the next act
            raise FichierRefuse(_phrase(erreur, self.nom)) from erreur
        self._tete = (entree.numero, entree.empreinte)
        textes = [fait.texte for fait in projet.faits if isinstance(fait, VersionStatuts)]
        acte = ActeFaits(entree.numero, projet.faits)
        self._dossier = self._dossier.avec(acte, [self._lire(texte) for texte in textes])
        return Acte(nom, entree.numero, projet.resume, projet.faits, projet.issues, entree.horodatage)

    def _ecrire(self, connexion: sa.Connection, nom: str, projet: Projet) -> Entree:
        numero, groupes = self._tete[0] + 1, par_nature(enumerate(projet.faits))
        entree = Entree(
            numero,
            self.instant(),
            nom,
            projet.resume,
            tuple(issue.ligne() for issue in projet.issues),
            empreintes_groupes(groupes),
            self._tete[1],
        )
        entree = replace(entree, empreinte=entree.calculer_empreinte())
        insertion(JOURNAL, connexion.dialect).executer(connexion, ([valeur] for valeur in _ligne_journal(entree)))
        _inserer(connexion, numero, groupes)
        _garder(connexion, projet.contenus)
        if projet.urne is not None:
            urnes.appliquer(connexion, projet.urne)
        return entree


def _inserer(connexion: sa.Connection, numero: int, groupes: Groupes) -> None:
    for nature, (rangs, colonnes) in groupes.items():
        rangees = ([numero] * len(rangs), rangs, *CODECS[nature].textes(colonnes))
        insertion(CODECS[nature].table, connexion.dialect).executer(connexion, rangees)


def _garder(connexion: sa.Connection, contenus: Iterable[bytes]) -> None:
    """Keep bytes under their digest; the same bytes are kept once."""
    for octets in contenus:
        cle = empreinte_octets(octets)
        if connexion.execute(sa.select(CONTENU.c.empreinte).where(CONTENU.c.empreinte == cle)).first() is None:
            connexion.execute(CONTENU.insert().values(empreinte=cle, octets=octets))


def empreinte_octets(octets: bytes) -> str:
    """SHA-256 of bytes, in hexadecimal: the name under which they are kept."""
    return hashlib.sha256(octets).hexdigest()


def _ligne_journal(entree: Entree) -> tuple[Any, ...]:
    """The values of an entry, in the order of the columns."""
    return (
        entree.numero,
        entree.horodatage,
        entree.acte,
        entree.resume,
        json.dumps(list(entree.avertissements), ensure_ascii=False),
        json.dumps(dict(entree.lignes), sort_keys=True),
        entree.precedent,
        entree.empreinte,
    )


_TETE: Final = "SELECT numero, empreinte FROM journal ORDER BY numero DESC LIMIT 1"


def _tete(connexion: sa.Connection) -> tuple[int, str]:
    ligne = connexion.exec_driver_sql(_TETE).first()
    return (ligne[0], ligne[1]) if ligne else (0, ORIGINE)


def lire_journal(connexion: sa.Connection) -> Iterator[Entree]:
    """The entries of the journal, in order."""
    for ligne in connexion.execute(sa.select(JOURNAL).order_by(JOURNAL.c.numero)):
        yield Entree(
            ligne.numero,
            ligne.horodatage,
            ligne.acte,
            ligne.resume,
            tuple(json.loads(ligne.avertissements)),
            json.loads(ligne.lignes),
            ligne.precedent,
            ligne.empreinte,
        )


def lire_actes(connexion: sa.Connection) -> list[ActeFaits]:
    """The facts of every act, each act's in the order of their ranks."""
    par_acte: dict[int, list[tuple[int, Fait]]] = {
        numero: [] for (numero,) in connexion.execute(sa.select(JOURNAL.c.numero).order_by(JOURNAL.c.numero))
    }
    par_acte.update(_par_acte(connexion))
    return [ActeFaits(n, tuple(f for _, f in faits)) for n, faits in sorted(par_acte.items())]


def _par_acte(connexion: sa.Connection) -> dict[int, list[tuple[int, Fait]]]:
    par_acte: dict[int, list[tuple[int, Fait]]] = {}
    for codec in _peuples(connexion):
        colonnes = (codec.table.c._acte, codec.table.c._rang, *(codec.table.c[nom] for nom in codec.noms))
        for acte, rang, *valeurs in connexion.execute(sa.select(*colonnes)):
            par_acte.setdefault(acte, []).append((rang, codec.fait(valeurs)))
    for faits in par_acte.values():
        faits.sort(key=_rang)
    return par_acte


def _peuples(connexion: sa.Connection) -> list[Codec]:
    """The kinds of facts of which there is at least one row, asked for at once: a young file holds few."""
    codecs, nommer = list(CODECS.values()), connexion.dialect.identifier_preparer.format_table
    questions = (f"SELECT {i} AS rang WHERE EXISTS (SELECT 1 FROM {nommer(c.table)})" for i, c in enumerate(codecs))
    rangs = connexion.exec_driver_sql(" UNION ALL ".join(questions)).scalars()
    return [codecs[rang] for rang in sorted(rangs)]


def _rang(paire: tuple[int, Fait]) -> int:
    return paire[0]


def _phrase(erreur: sa.exc.DBAPIError, nom: str) -> str:
    detail = str(erreur.orig).lower()
    if "locked" in detail:
        return f"«\u00a0{nom}\u00a0» est en cours d’écriture par un autre programme\u00a0: le fermer, puis recommencer."
    if "readonly" in detail or "unable to open" in detail:
        return f"«\u00a0{nom}\u00a0» ne peut pas être écrit\u00a0: vérifier les droits du fichier et du dossier."
    if "full" in detail:
        return "Le disque est plein\u00a0: libérer de la place, puis recommencer. Rien n’a été perdu."
    if "malformed" in detail or "not a database" in detail:
        return f"«\u00a0{nom}\u00a0» est abîmé\u00a0: restaurer une sauvegarde."
    return f"La base «\u00a0{nom}\u00a0» a refusé l’opération\u00a0; rien n’a été écrit."


__all__ = ["METADATA", "Acte", "Depot", "Projet", "empreinte_octets", "lire_actes", "lire_journal"]
