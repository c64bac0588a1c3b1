"""One file, one act, one transaction: opening and refusing, writing whole or not at all."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import datetime
from pathlib import Path
from threading import Thread

import pytest
import sqlalchemy as sa

from scicvote.actes import cooperative, registre
from scicvote.actes.cooperative import StatutsRefuses, lire
from scicvote.actes.verification import verifier
from scicvote.core.faits import Incident
from scicvote.core.issue import avertissement, refus
from scicvote.exchange.statuts import texte_fourni
from scicvote.store import base
from scicvote.store.base import IDENTIFIANT, VERSION, est_url, examiner
from scicvote.store.depot import Depot, Projet
from scicvote.store.refus import FichierAbime, FichierRefuse
from tests.outils.cooperative import fiche, mouvement
from tests.outils.histoire import INSTANT

INCIDENT = Incident(1, datetime(2026, 6, 12, 19), "Panne imaginaire.")


@pytest.fixture
def chemin(tmp_path: Path) -> Path:
    return tmp_path / "fiction.scic"


@pytest.fixture
def depot(chemin: Path) -> Depot:
    return Depot.creer(chemin, lire, lambda: INSTANT)


def ecrire(depot: Depot, nom: str = "essai") -> bool:
    return depot.accomplir(nom, lambda _: Projet("Essai", (INCIDENT,))).accepte


def pragma(connexion: sa.Connection, nom: str) -> object:
    return connexion.exec_driver_sql(f"PRAGMA {nom}").scalar_one()


# --- opening


def test_les_reglages_de_la_base(depot: Depot, chemin: Path) -> None:
    assert ecrire(depot)
    with depot._moteur.connect() as connexion:
        assert pragma(connexion, "foreign_keys") == 1
        assert pragma(connexion, "synchronous") == 2  # FULL
        assert pragma(connexion, "journal_mode") == "delete"
        assert pragma(connexion, "secure_delete") == 1
        assert pragma(connexion, "application_id") == IDENTIFIANT == int.from_bytes(b"SCIC", "big")
        assert pragma(connexion, "user_version") == VERSION
    assert [f.name for f in chemin.parent.iterdir()] == [chemin.name]  # one file to carry, nothing beside it


def test_une_cle_etrangere_tient(depot: Depot) -> None:
    with pytest.raises(sa.exc.IntegrityError), depot._moteur.begin() as connexion:
        connexion.exec_driver_sql("INSERT INTO excuse (_acte, _rang, assemblee, associe) VALUES (99, 0, 1, 1)")


def test_creer_puis_ouvrir(depot: Depot, chemin: Path) -> None:
    assert ecrire(depot)
    empreinte = depot.empreinte
    depot.fermer()
    avant = chemin.read_bytes()
    with Depot.ouvrir(chemin, lire) as suite:
        assert suite.empreinte == empreinte
        assert [e.acte for e in suite.entrees()] == ["essai"]
        assert suite.dossier.assemblees[1].tous(Incident) == (INCIDENT,)
    assert chemin.read_bytes() == avant  # opening a file writes nothing in it


def test_ne_pas_ecraser(chemin: Path) -> None:
    chemin.write_text("déjà là")
    with pytest.raises(FichierRefuse, match="existe déjà"):
        Depot.creer(chemin, lire)
    assert chemin.read_text() == "déjà là"


def test_creer_dans_un_dossier_absent(tmp_path: Path) -> None:
    with pytest.raises(FichierRefuse, match="n’existe pas"):
        Depot.creer(tmp_path / "absent" / "fiction.scic", lire)


def test_des_statuts_refuses_ne_laissent_rien(chemin: Path) -> None:
    with pytest.raises(StatutsRefuses) as leve:
        cooperative.creer(chemin, 'cle = "x"')
    assert len(leve.value.issues) > 3
    assert not chemin.exists()


@pytest.mark.parametrize(
    ("octets", "mots"),
    [
        (b"", "n’est pas un fichier SCICVote"),
        (b"du texte", "n’est pas un fichier SCICVote"),
        (b"SQLite format 3\x00", "n’est pas un fichier SCICVote"),
        (bytes(range(256)) * 20, "n’est pas un fichier SCICVote"),
    ],
)
def test_autre_chose_qu_une_base(chemin: Path, octets: bytes, mots: str) -> None:
    chemin.write_bytes(octets)
    with pytest.raises(FichierRefuse, match=mots):
        Depot.ouvrir(chemin, lire)
    assert chemin.read_bytes() == octets


def test_ni_un_absent_ni_un_dossier(tmp_path: Path) -> None:
    with pytest.raises(FichierRefuse, match="n’existe pas"):
        Depot.ouvrir(tmp_path / "absent.scic", lire)
    with pytest.raises(FichierRefuse, match="est un dossier"):
        Depot.ouvrir(tmp_path, lire)
    assert not (tmp_path / "absent.scic").exists()


def test_la_base_d_un_autre_programme(chemin: Path) -> None:
    with closing(sqlite3.connect(chemin)) as autre:
        autre.execute("CREATE TABLE t (x)")
        autre.commit()
    with pytest.raises(FichierRefuse, match="autre programme"):
        Depot.ouvrir(chemin, lire)


def test_un_fichier_plus_recent(depot: Depot, chemin: Path) -> None:
    depot.fermer()
    with closing(sqlite3.connect(chemin)) as brut:
        brut.execute(f"PRAGMA user_version = {VERSION + 1}")
    avant = chemin.read_bytes()
    with pytest.raises(FichierRefuse, match="plus récente"):
        Depot.ouvrir(chemin, lire)
    assert chemin.read_bytes() == avant
    assert list(chemin.parent.iterdir()) == [chemin]


@pytest.mark.parametrize("reste", [100, 4096, 20_000])
def test_un_fichier_tronque(annee: Path, reste: int) -> None:
    annee.write_bytes(annee.read_bytes()[:reste])
    with pytest.raises(FichierAbime, match="abîmé"):
        Depot.ouvrir(annee, lire)


def test_un_contenu_abime(annee: Path) -> None:
    with closing(sqlite3.connect(annee)) as brut:
        brut.execute("UPDATE version_statuts SET texte = 'cassé'")
        brut.commit()
    with pytest.raises(FichierAbime, match="abîmé"):
        Depot.ouvrir(annee, lire)


def test_un_fichier_que_le_systeme_refuse_de_lire(depot: Depot, chemin: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    depot.fermer()

    def refuser(*_: object, **__: object) -> object:
        raise PermissionError(13, "refusé")

    monkeypatch.setattr(Path, "open", refuser)
    with pytest.raises(FichierRefuse, match="ne peut pas être lu"):
        examiner(chemin)


def test_un_fichier_verrouille(depot: Depot, chemin: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    depot.fermer()
    monkeypatch.setattr(base, "ATTENTE", 0)
    with Depot.ouvrir(chemin, lire) as ouvert, closing(sqlite3.connect(chemin, isolation_level=None)) as autre:
        autre.execute("BEGIN IMMEDIATE")
        with pytest.raises(FichierRefuse, match="en cours d’écriture par un autre programme"):
            ecrire(ouvert)
        assert ouvert.entrees() == ()  # reading goes on meanwhile
        autre.execute("ROLLBACK")
        assert ecrire(ouvert)  # and nothing was lost on the way
        assert [e.numero for e in ouvert.entrees()] == [1]


def test_une_base_en_lecture_seule(depot: Depot, chemin: Path) -> None:
    assert ecrire(depot)
    with depot._moteur.connect() as connexion:
        connexion.exec_driver_sql("PRAGMA query_only = ON")
    with pytest.raises(FichierRefuse, match="ne peut pas être écrit"):
        ecrire(depot)
    assert len(depot.entrees()) == 1


def test_un_dossier_ou_rien_ne_s_ecrit() -> None:
    with pytest.raises(FichierRefuse, match="ne peut pas être écrit"):
        Depot.creer(Path("/proc/fiction.scic"), lire)  # nobody, root included, makes a file there


@pytest.mark.parametrize(
    ("detail", "mots"),
    [("database or disk is full", "plein"), ("attempt to write a readonly database", "droits"), ("database is locked", "autre programme"),
     ("database disk image is malformed", "abîmé"), ("autre chose", "rien n’a été écrit"), ("unable to open database file", "droits")],
)  # fmt: skip
def test_une_phrase_par_erreur(depot: Depot, detail: str, mots: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def echouer(*_: object) -> None:
        raise sa.exc.OperationalError("INSERT", {}, sqlite3.OperationalError(detail))

    monkeypatch.setattr("scicvote.store.depot._inserer", echouer)
    with pytest.raises(FichierRefuse, match=mots):
        ecrire(depot)
    assert depot.entrees() == ()


def test_une_adresse_de_base() -> None:
    assert est_url("postgresql+psycopg://ici/base")
    assert not est_url("C:\\Fictive\\fiction.scic")
    with pytest.raises(FichierRefuse, match="n’est pas utilisable"):
        Depot.ouvrir("inconnu://ici/base", lire)


def test_une_base_par_son_adresse(tmp_path: Path) -> None:
    """The same code runs on a database named by its URL: schema made on opening, acts in transactions."""
    nom = f"sqlite:///{tmp_path / 'fiction.db'}"
    with Depot.creer(nom, lire) as depot:
        assert ecrire(depot)
    with Depot.ouvrir(nom, lire) as suite:
        assert [e.acte for e in suite.entrees()] == ["essai"]


# --- one act, one transaction


def test_un_acte_refuse_n_ecrit_rien(depot: Depot) -> None:
    issues = (refus("FAUTE", "Non."), avertissement("DOUTE", "Peut-être."))
    acte = depot.accomplir("essai", lambda _: Projet("Essai", (INCIDENT,), issues))
    assert not acte.accepte
    assert (acte.numero, acte.faits, acte.horodatage) == (0, (), None)
    assert acte.refus == issues[:1]
    assert acte.avertissements == issues[1:]
    assert depot.entrees() == ()
    assert depot.dossier.actes == ()


def test_un_avertissement_est_trace(depot: Depot) -> None:
    acte = depot.accomplir("essai", lambda _: Projet("Essai", (INCIDENT,), (avertissement("DOUTE", "Peut-être."),)))
    assert acte.accepte
    assert acte.horodatage == INSTANT
    (entree,) = depot.entrees()
    assert entree.avertissements == ("DOUTE .: Peut-être.",)


@pytest.mark.parametrize("table", ["fiche", "mouvement", "journal"])
def test_une_panne_au_milieu_ne_laisse_rien(depot: Depot, chemin: Path, table: str) -> None:
    """A row refused by the database, after others of the same act were written."""
    assert ecrire(depot)
    with closing(sqlite3.connect(chemin)) as brut:
        brut.execute(f"CREATE TRIGGER panne BEFORE INSERT ON {table} BEGIN SELECT RAISE(ABORT, 'panne'); END")
        brut.commit()
    deux = (mouvement(1, "reprise", parts=10, categorie="1"),)
    essai = Projet("Essai", (fiche(1, "Ada", "Fictive"), *deux))
    with pytest.raises(FichierRefuse, match="rien n’a été écrit"):
        depot.accomplir("inscrire", lambda _: essai)
    assert len(depot.entrees()) == 1
    assert {n: len(faits) for n, faits in depot.lignes().items()} == {1: 1}
    with closing(sqlite3.connect(chemin)) as brut:
        brut.execute("DROP TRIGGER panne")
        brut.commit()
    assert depot.accomplir("inscrire", lambda _: essai).numero == 2  # the next act takes the number that was not used
    assert verifier(depot).issues == ()


def test_un_defaut_dans_la_decision_ne_laisse_rien(depot: Depot) -> None:
    with pytest.raises(ZeroDivisionError):
        depot.accomplir("essai", lambda _: Projet(str(1 // 0), ()))
    assert ecrire(depot)
    assert len(depot.entrees()) == 1


def test_deux_programmes_sur_un_fichier(depot: Depot, chemin: Path) -> None:
    """Each act reads again what another program has written since."""
    with Depot.ouvrir(chemin, lire) as autre:
        assert ecrire(depot, "un")
        assert ecrire(autre, "deux")
        assert ecrire(depot, "trois")
        assert [e.acte for e in autre.entrees()] == ["un", "deux", "trois"]
        assert len(depot.dossier.assemblees[1].tous(Incident)) == 3
        assert verifier(depot).issues == ()


def test_relire_donne_ce_que_les_actes_ont_donne(annee: Path) -> None:
    with cooperative.ouvrir(annee, lambda: INSTANT) as depot:
        avant = depot.dossier
        acte = registre.mouvementer(depot, mouvement(2, "operation", INSTANT.date()))
        assert acte.accepte
        pas = depot.dossier
        depot.recharger()
        assert depot.dossier.actes == pas.actes
        assert depot.dossier.registre == pas.registre
        assert depot.dossier.assemblees == pas.assemblees == avant.assemblees
        assert depot.dossier.autres == pas.autres


ECRIVAIN = """
import sys
from datetime import datetime
from scicvote.actes.cooperative import lire
from scicvote.core.faits import Incident
from scicvote.store.depot import Depot, Projet

depot = Depot.ouvrir(sys.argv[1], lire)
fait = Incident(1, datetime(2026, 6, 12, 19), "x" * 5000)
while True:
    acte = depot.accomplir("essai", lambda _: Projet("Essai", (fait,) * 20))
    print(acte.numero, flush=True)
"""

SUSPENDU = """
import sys
from datetime import datetime
import scicvote.store.depot as module
from scicvote.actes.cooperative import lire
from scicvote.core.faits import Incident

depot = module.Depot.ouvrir(sys.argv[1], lire)
fait = Incident(1, datetime(2026, 6, 12, 19), "x" * 5000)
inserer = module._inserer
def arreter(connexion, numero, faits):
    inserer(connexion, numero, faits)
    connexion.exec_driver_sql("PRAGMA cache_spill = 1")
    print("pret", flush=True)
    sys.stdin.read()
module._inserer = arreter
depot.accomplir("essai", lambda _: module.Projet("Essai", (fait,) * 3000))
"""


@pytest.mark.parametrize(
    ("programme", "lignes"), [(ECRIVAIN, 5), (SUSPENDU, 1)], ids=["entre deux actes", "au milieu d’un acte"]
)
def test_tuer_le_programme_laisse_un_fichier_entier(depot: Depot, chemin: Path, programme: str, lignes: int) -> None:
    depot.fermer()
    ecrivain = subprocess.Popen(
        [sys.executable, "-c", programme, str(chemin)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert ecrivain.stdout is not None
    dits = [ecrivain.stdout.readline() for _ in range(lignes)]
    ecrivain.kill()
    ecrivain.communicate()
    with Depot.ouvrir(chemin, lire) as suite:
        verification = verifier(suite)
        assert verification.issues == ()
        assert verification.actes >= (int(dits[-1]) if programme == ECRIVAIN else 0)
        assert verification.actes == 0 or programme == ECRIVAIN
        assert ecrire(suite)
        with suite._moteur.connect() as connexion:
            assert pragma(connexion, "integrity_check") == "ok"


def test_texte_des_statuts_fournis() -> None:
    assert lire(texte_fourni("cliss-xxi")).cle == "cliss-xxi"


def test_an_act_that_is_tried_writes_nothing_and_says_what_it_would(depot: Depot) -> None:
    with depot:
        avant = (depot.empreinte, len(depot.dossier.actes))
        essai = depot.essayer(lambda d: d.accomplir("essai", lambda _: Projet("Rien", (), ())))
        assert (essai.resume, essai.accepte, essai.refus) == ("Rien", False, ())
        assert (depot.empreinte, len(depot.dossier.actes)) == avant
        assert depot.accomplir("vrai", lambda _: Projet("Vrai", (), ())).accepte


def test_another_thread_reads_while_acts_are_written(depot: Depot) -> None:
    with depot:
        lus: list[int] = []
        fil = Thread(target=lambda: lus.extend(len(depot.entrees()) for _ in range(50)))
        fil.start()
        for i in range(50):
            assert depot.accomplir("acte", lambda _, i=i: Projet(f"Acte {i}", ())).accepte
        fil.join()
        assert len(lus) == 50
        assert lus == sorted(lus)
