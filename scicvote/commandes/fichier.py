"""Commands on a cooperative's file: create, import, export, check, save, restore."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from scicvote.actes import archive, cooperative, importation
from scicvote.actes.verification import Verification, verifier
from scicvote.commandes.sortie import FAIT, NON, conclure, dire, refuser, signaler
from scicvote.core.exact import accord
from scicvote.core.issue import Issue, refus
from scicvote.exchange.calcul import ecrire_json
from scicvote.exchange.export_registre import exporter as exporter_registre
from scicvote.exchange.fichiers import ecrire_octets
from scicvote.exchange.statuts import lire_texte, noms_fournis, texte_fourni
from scicvote.store.base import est_url
from scicvote.store.depot import Depot
from scicvote.store.refus import FichierAbime, FichierRefuse
from scicvote.store.sauvegarde import copier


def avec_depot(nom: str, suite: Callable[[Depot], int]) -> int:
    """Open a file, run ``suite`` on it, close it. A file that cannot be opened is a sentence and exit 2."""
    try:
        with cooperative.ouvrir(nom) as depot:
            return suite(depot)
    except (FichierRefuse, cooperative.StatutsRefuses) as erreur:
        return refuser((refus("FICHIER", str(erreur)),))


def nouveau(arguments: Namespace) -> int:
    """A new cooperative, under shipped statutes or a TOML file."""
    texte, issues = _statuts(arguments.statuts)
    if texte is None:
        return refuser(issues)
    try:
        depot, acte = cooperative.creer(arguments.fichier, texte)
    except cooperative.StatutsRefuses as erreur:
        return refuser(erreur.issues)
    except FichierRefuse as erreur:
        return refuser((refus("FICHIER", str(erreur)),))
    with depot:
        dire(f"{acte.resume}.")
        dire(f"Fichier créé\u00a0: {arguments.fichier}")
    return FAIT


def _statuts(nom: str) -> tuple[str | None, tuple[Issue, ...]]:
    if nom in noms_fournis():
        return texte_fourni(nom), ()
    if not nom.endswith(".toml") and not Path(nom).exists():
        fournis = ", ".join(noms_fournis())
        phrase = f"statuts «\u00a0{nom}\u00a0» inconnus\u00a0; fournis\u00a0: {fournis}, ou un fichier .toml."
        return None, (refus("STATUTS_INCONNUS", phrase, chemin="statuts"),)
    return lire_texte(Path(nom))


def importer(arguments: Namespace) -> int:
    """Preview, then import all or nothing; ``--essai`` only shows."""
    jour = datetime.now().date()

    def suite(depot: Depot) -> int:
        chemin = Path(arguments.registre)
        fait = (importation.apercevoir if arguments.essai else importation.importer)(depot, chemin, jour)
        if fait.apercu is None:
            return refuser(fait.issues)
        if not fait.apercu.acceptable:
            return refuser(fait.issues)
        for ligne in fait.apercu.lignes_texte():
            dire(ligne)
        if fait.acte is not None and not fait.acte.accepte:
            return refuser(fait.acte.refus)
        dire(("Essai, rien n’est écrit\u00a0: " if arguments.essai else "") + fait.apercu.resume())
        return FAIT

    return avec_depot(arguments.fichier, suite)


def exporter(arguments: Namespace) -> int:
    """Export the register, the results of an assembly, or its archive."""

    def suite(depot: Depot) -> int:
        octets, issues = _octets(depot, arguments)
        if octets is None:
            return refuser(issues)
        issues = ecrire_octets(Path(arguments.sortie), octets)
        if not issues:
            dire(f"Écrit\u00a0: {arguments.sortie}")
        return conclure(issues)

    return avec_depot(arguments.fichier, suite)


def _octets(depot: Depot, arguments: Namespace) -> tuple[bytes | None, tuple[Issue, ...]]:
    if arguments.quoi == "registre":
        return _registre(depot, Path(arguments.sortie))
    if arguments.ag is None:
        return None, (refus("USAGE", "indiquer l’assemblée par --ag N.", chemin="ag"),)
    if arguments.quoi == "archive":
        return archive.archiver(depot, arguments.ag)
    arbre, issues = archive.resultats(depot, arguments.ag)
    return (None, issues) if arbre is None else (ecrire_json(arbre).encode(), ())


def _registre(depot: Depot, sortie: Path) -> tuple[bytes | None, tuple[Issue, ...]]:
    genre = sortie.suffix.lower().lstrip(".")
    if genre not in ("csv", "xlsx", "ods"):
        return None, (refus("EXTENSION", "le registre s’exporte en .csv, .xlsx ou .ods.", chemin="sortie"),)
    dossier = depot.dossier
    jour = datetime.now().date()
    return exporter_registre(dossier.registre.au(jour), dossier.statuts_au(jour), genre), ()  # type: ignore[arg-type]


def verifier_fichier(arguments: Namespace) -> int:
    """Check a file or an archive; differences are named and the answer is no."""
    chemin = Path(arguments.fichier)
    if not est_url(arguments.fichier) and _est_zip(chemin):
        verification, issues = archive.verifier_archive(chemin)
        return refuser(issues) if verification is None else _rapporter(verification)
    try:
        with cooperative.ouvrir(arguments.fichier) as depot:
            return _rapporter(verifier(depot))
    except FichierAbime as erreur:
        signaler((refus("FICHIER", str(erreur)),))
        return NON
    except (FichierRefuse, cooperative.StatutsRefuses) as erreur:
        return refuser((refus("FICHIER", str(erreur)),))


def _est_zip(chemin: Path) -> bool:
    try:
        with chemin.open("rb") as fichier:
            return fichier.read(2) == b"PK"
    except (OSError, ValueError):
        return False


def _rapporter(verification: Verification) -> int:
    actes = accord(verification.actes, "acte")
    decisions = accord(verification.decisions, "décision recalculée", "décisions recalculées")
    if verification.issues:
        signaler(verification.issues)
        dire(f"{actes}, {decisions}\u00a0: {accord(len(verification.issues), 'différence')}.")
        return NON
    dire(f"{actes}, {decisions}\u00a0: rien ne diffère.")
    return FAIT


def sauvegarder(arguments: Namespace) -> int:
    """A consistent copy."""
    return _copier(arguments.fichier, arguments.sortie, "Sauvegarde écrite")


def restaurer(arguments: Namespace) -> int:
    """And back, to a file that does not exist yet."""
    return _copier(arguments.sauvegarde, arguments.fichier, "Fichier restauré")


def _copier(source: str, destination: str, dit: str) -> int:
    if est_url(source) or est_url(destination):
        phrase = "une base PostgreSQL se sauvegarde avec ses propres outils (pg_dump, pg_restore)."
        return refuser((refus("USAGE", phrase),))
    try:
        copier(Path(source), Path(destination))
    except FichierRefuse as erreur:
        return refuser((refus("FICHIER", str(erreur)),))
    dire(f"{dit}\u00a0: {destination}")
    return FAIT
