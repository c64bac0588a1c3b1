"""``demo``: the demonstration and its papers."""

from __future__ import annotations

import shutil
import tempfile
from argparse import Namespace
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Final

from scicvote.actes.cooperative import ouvrir
from scicvote.actes.demonstration import Demonstration, raconter
from scicvote.actes.papiers import imprimer as imprimer_papier
from scicvote.actes.papiers_votes import BULLETINS, DEPOUILLEMENT
from scicvote.actes.verification import verifier
from scicvote.commandes.sortie import FAIT, dire, refuser
from scicvote.core.bulletins_vote import resolutions_secretes
from scicvote.core.contexte_papier import Contexte
from scicvote.core.etapes import LIBELLES
from scicvote.core.exact import accord
from scicvote.core.issue import Issue, refus
from scicvote.paths import dossier_donnees
from scicvote.store.depot import Depot
from scicvote.store.refus import FichierRefuse

PAPIERS: Final = (
    "convocations",
    "pouvoirs",
    "feuille-presence",
    BULLETINS,
    DEPOUILLEMENT,
    "resultats",
    "proces-verbal",
)
AVANT_SEANCE: Final = ("convocations", "pouvoirs", "feuille-presence")  # of an assembly to come
NOM: Final = "cliss-xxi.scic"


def demo(arguments: Namespace) -> int:
    """Make the demonstration in a folder: the cooperative's file and its papers."""
    horloge = _horloge(arguments.horloge)
    if horloge is None:
        phrase = f"«\u00a0{arguments.horloge}\u00a0» n’est pas une heure\u00a0; écrire AAAA-MM-JJTHH:MM."
        return refuser((refus("HORLOGE", phrase, chemin="horloge"),))
    if not arguments.dossier.strip():
        return refuser((refus("ECRITURE", "indiquer le dossier où faire la démonstration.", chemin="dossier"),))
    dossier = Path(arguments.dossier)
    try:
        dossier.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=dossier, prefix=".demo-") as provisoire:
            return _demo(dossier, Path(provisoire), horloge)
    except BrokenPipeError:
        raise
    except (OSError, ValueError):
        phrase = f"le dossier «\u00a0{dossier}\u00a0» ne peut pas être écrit."
        return refuser((refus("ECRITURE", phrase, chemin="dossier"),))


def demonstration() -> Path:
    """The demonstration's file among the user's data, made the first time."""
    dossier = dossier_donnees() / "demonstration"
    fichier = dossier / NOM
    if not fichier.exists():
        dossier.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=dossier, prefix=".demo-") as provisoire:
            raconter(Path(provisoire) / NOM).depot.fermer()
            shutil.move(Path(provisoire) / NOM, fichier)
    return fichier


def _horloge(texte: str | None) -> Callable[[], datetime] | None:
    if texte is None:
        return datetime.now
    try:
        fixe = datetime.fromisoformat(texte).replace(tzinfo=None)
    except ValueError:
        return None
    return lambda: fixe


def _demo(dossier: Path, provisoire: Path, horloge: Callable[[], datetime]) -> int:
    recit = raconter(provisoire / NOM, horloge)
    with recit.depot as depot:
        issues = _papiers(recit, provisoire, horloge())
        if issues:
            return refuser(issues)
        existant = dossier / NOM
        if existant.exists() and not _intacte(existant, depot):
            phrase = f"«\u00a0{existant}\u00a0» existe et n’est pas une démonstration intacte\u00a0: choisir un autre dossier."
            return refuser((refus("FICHIER", phrase, chemin="dossier"),))
        recapitulatif = "\n".join(_recapitulatif(recit, dossier))
    for fichier in sorted(provisoire.iterdir()):
        shutil.move(fichier, dossier / fichier.name)
    dire(recapitulatif)  # last: a reader that stops reading takes nothing away
    return FAIT


def _intacte(chemin: Path, depot: Depot) -> bool:
    """Whether a file holds exactly the demonstration's acts: then nothing is lost by making it again."""
    try:
        with ouvrir(chemin) as autre:
            return [e.resume for e in autre.entrees()] == [e.resume for e in depot.entrees()]
    except FichierRefuse:
        return False


def _papiers(recit: Demonstration, dossier: Path, instant: datetime) -> tuple[Issue, ...]:
    for numero in recit.assemblees:
        for papier in _papiers_de(recit, numero):
            octets, issues = imprimer_papier(recit.depot, numero, papier, instant)
            if octets is None:
                return issues
            (dossier / f"{papier}-ag{numero}.pdf").write_bytes(octets)
    return ()


def _papiers_de(recit: Demonstration, numero: int) -> tuple[str, ...]:
    """The papers of an assembly: ballots and tally sheets where something was voted in secret, minutes once it is held."""
    dossier = recit.depot.dossier
    if not dossier.assemblees[numero].close:
        return AVANT_SEANCE
    secret = bool(resolutions_secretes(Contexte(dossier, dossier.assemblees[numero])))
    return tuple(papier for papier in PAPIERS if secret or papier not in (BULLETINS, DEPOUILLEMENT))


def _recapitulatif(recit: Demonstration, dossier: Path) -> Iterator[str]:
    """What was made: assemblies, decisions, the figures of the register, the papers."""
    depot = recit.depot
    yield f"Coopérative de démonstration\u00a0: {dossier / NOM}"
    for numero in recit.assemblees:
        ag = depot.dossier.assemblees[numero]
        yield f"\n{numero}. {ag.titre}"
        for resolution in ag.resolutions:
            decision = ag.decision(resolution.resolution)
            mot = LIBELLES.get(decision, "retirée") if ag.close else "à voter"
            yield f"   {resolution.numero}. {resolution.titre}\u00a0: {mot}"
        for papier in _papiers_de(recit, numero):
            yield f"   {dossier / f'{papier}-ag{numero}.pdf'}"
    yield "\nRegistre"
    for alerte in recit.alertes:
        marque = "✔" if alerte.gravite == "ok" else "!"
        yield f"   {marque} {alerte.titre}\u00a0: {alerte.detail} ({', '.join(alerte.articles)})"
    verification = verifier(depot)
    etat = "rien ne diffère" if not verification.issues else accord(len(verification.issues), "différence")
    yield f"\n{accord(verification.actes, 'acte')}, {accord(verification.decisions, 'décision')} recalculées\u00a0: {etat}."
