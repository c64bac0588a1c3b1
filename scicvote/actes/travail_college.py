"""On the college's computer: the file made from a package, and the return that is signed there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from scicvote.actes import cooperative
from scicvote.actes.commun import dans_assemblee
from scicvote.actes.export_college import contexte
from scicvote.core.assemblee import Assemblee
from scicvote.core.dossier import Dossier
from scicvote.core.faits import Identite
from scicvote.core.faits_college import MissionCollege, RetourPrepare
from scicvote.core.issue import Issue, bloquantes, refus
from scicvote.core.mission import college_du_fichier, mission_de
from scicvote.core.paquet_college import Paquet, faits_du_paquet
from scicvote.core.retour_college import Retour, composer_retour, controler_preparation
from scicvote.exchange.college import empreinte, lire_fichier
from scicvote.exchange.college_paquet import lire_paquet
from scicvote.exchange.college_retour import ecrire_retour
from scicvote.paths import dossier_donnees
from scicvote.scelles import mots, phrase, signature
from scicvote.store.depot import Acte, Depot, Projet
from scicvote.store.refus import FichierRefuse

Horloge = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Ouverture:
    """The working file of a package: where it is, and whether it was there already."""

    chemin: Path | None
    reprise: bool = False
    issues: tuple[Issue, ...] = ()


def ouvrir_paquet(paquet: Path, horloge: Horloge = datetime.now) -> Ouverture:
    """The working file of a package: the one that was made from it before, else a new one.

    It is beside the package, or among the user's data where nothing can be written there. Nothing is left behind when it
    cannot be made.
    """
    octets, issues = lire_fichier(paquet)
    if octets is None:
        return Ouverture(None, issues=issues)
    lu, issues = lire_paquet(octets)
    if lu is None:
        return Ouverture(None, issues=issues)
    try:
        cooperative.lire(lu.statuts.texte)
    except cooperative.StatutsRefuses as erreur:
        return Ouverture(None, issues=erreur.issues)
    cle = empreinte(octets)
    for dossier in (paquet.absolute().parent, dossier_donnees() / "colleges"):
        for chemin in _noms(dossier, paquet.stem, cle):
            if _est_de(chemin, cle):
                return Ouverture(chemin, reprise=True)
    return _creer(paquet, lu, octets, horloge)


def _noms(dossier: Path, nom: str, cle: str) -> tuple[Path, Path]:
    return dossier / f"{nom}.scic", dossier / f"{nom}-{cle[:8]}.scic"


def _est_de(chemin: Path, cle: str) -> bool:
    """Whether a file is the working file of this package."""
    if not chemin.exists():
        return False
    try:
        with cooperative.ouvrir(chemin) as depot:
            return mission_du_fichier(depot.dossier) == cle
    except (FichierRefuse, cooperative.StatutsRefuses):
        return False


def mission_du_fichier(dossier: Dossier) -> str:
    """The digest of the package that a file was made from; "" for a cooperative's file."""
    mission = college_du_fichier(dossier)
    return mission.empreinte if mission is not None else ""


def _creer(paquet: Path, lu: Paquet, octets: bytes, horloge: Horloge) -> Ouverture:
    cle = empreinte(octets)
    donnees = dossier_donnees() / "colleges"
    refuse: FichierRefuse | None = None
    for dossier in (paquet.absolute().parent, donnees):
        if dossier == donnees:
            donnees.mkdir(parents=True, exist_ok=True)
        chemin = next((nom for nom in _noms(dossier, paquet.stem, cle) if not nom.exists()), None)
        if chemin is None:
            continue
        try:
            _ecrire(chemin, lu, octets, horloge)
        except FichierRefuse as erreur:
            chemin.unlink(missing_ok=True)
            refuse = erreur
            continue
        return Ouverture(chemin)
    phrase_ = str(refuse) if refuse is not None else "Le fichier de travail du collège ne peut pas être fait."
    return Ouverture(None, issues=(refus("FICHIER", phrase_),))


def _ecrire(chemin: Path, paquet: Paquet, octets: bytes, horloge: Horloge) -> None:
    depot, _ = cooperative.creer(chemin, paquet.statuts.texte, horloge)

    def decider(_: Dossier) -> Projet:
        faits = faits_du_paquet(paquet, empreinte(octets), octets.decode("utf-8"))
        identite = Identite(paquet.liste.jour, paquet.siege, paquet.rcs, "0")
        return Projet(f"Collège {paquet.college}, {paquet.titre}", (identite, *faits))

    with depot:
        depot.accomplir("ouvrir_paquet", decider)


# --- the return


@dataclass(frozen=True, slots=True)
class Rendu:
    """A signed return: its file and the eight words of it."""

    octets: bytes
    mots: tuple[str, ...]
    retour: Retour


def preparer_retour(depot: Depot, assemblee: int, mot: str) -> tuple[Acte, Rendu | None]:
    """Sign what the college voted, under the next number. ``mot``: the phrase that opens the key.

    None with the act's refusals when it cannot: a wrong phrase, a vote that is not declared.
    """
    rendus: list[Rendu] = []

    def decider(_: Dossier, ag: Assemblee) -> Projet:
        issues = controler_preparation(ag)
        mission = mission_de(ag)
        if mission is None or bloquantes(issues) or depot.en_essai:
            return Projet("Retour du collège", (), issues)
        privee = ouvrir_cle(mission, mot)
        if privee is None:
            phrase_ = "Cette phrase n’ouvre pas la clé du collège\u00a0: vérifier chaque mot, elle a été remise avec le paquet."
            return Projet("Retour du collège", (), (*issues, refus("PHRASE", phrase_, chemin="phrase")))
        retour = composer_retour(ag, depot.instant())
        octets = ecrire_retour(retour, signature.cle_publique(privee), lambda b: signature.signer(privee, b))
        fait = RetourPrepare(assemblee, retour.numero, retour.heure, empreinte(octets), octets.decode("utf-8"))
        rendus.append(Rendu(octets, mots.mots(fait.empreinte), retour))
        return Projet(f"Retour n°\u00a0{retour.numero} du collège {mission.college} signé", (fait,), issues)

    acte = dans_assemblee(depot, "preparer_retour", assemblee, decider)
    return acte, rendus[-1] if acte.accepte else None


def ouvrir_cle(mission: MissionCollege, mot: str) -> bytes | None:
    """The private key of a college's file; None: this phrase does not open it."""
    paquet, _ = lire_paquet(mission.texte.encode("utf-8"))
    if paquet is None:
        return None
    try:
        scelle = phrase.lire(paquet.cle_scellee)
        return phrase.ouvrir(scelle, mot, contexte(bytes.fromhex(paquet.cle_publique)))
    except ValueError:
        return None
