"""The command line (formats/commandes): what it understands, in French, and which function it calls."""

from __future__ import annotations

import argparse
import gettext
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from scicvote import __version__
from scicvote.commandes.sortie import FAIT, REFUSE, refuser
from scicvote.core.issue import refus
from scicvote.paths import ressources

COMMANDES = (
    "demo",
    "nouveau",
    "importer",
    "exporter",
    "imprimer",
    "calculer",
    "statuts",
    "suites",
    "verifier",
    "demander-ag",
    "remboursements",
    "sauvegarder",
    "restaurer",
    "college",
)


PAPIERS = (  # every paper that ``imprimer`` knows, without loading what makes them
    "convocations",
    "pouvoirs",
    "formulaires-vote",
    "modele-convocation",
    "feuille-presence",
    "proces-verbal",
    "bulletins",
    "feuille-depouillement",
    "texte-convocation",
    "liste-associes",
    "etat-pouvoirs",
    "resultats",
    "extrait",
    "suites",
    "etat-departs",
    "societariat",
    "registre-mouvements",
    "remboursements",
    "bulletin-souscription",
    "attestation-parts",
    "registre",
    "dossier-complet",
)


class _Analyseur(argparse.ArgumentParser):
    """Faults of usage as any other: one line, ``USAGE .: phrase``, exit 2."""

    def error(self, message: str) -> NoReturn:
        refuser((refus("USAGE", f"{message} (aide\u00a0: {self.prog} --help)"),))
        raise SystemExit(REFUSE)


def _en_francais() -> None:
    """argparse speaks through gettext: give it the shipped catalogue."""
    os.environ["LANGUAGE"] = "fr"
    gettext.bindtextdomain("scicvote", str(ressources() / "i18n"))
    gettext.textdomain("scicvote")


def analyseur() -> argparse.ArgumentParser:
    """The whole grammar of the command line."""
    racine = _Analyseur(
        prog="scicvote",
        description="Les assemblées générales des SCIC. Sans commande, ouvre l’application : scicvote [FICHIER.scic]",
        allow_abbrev=False,
    )
    racine.add_argument("--version", action="version", version=f"SCICVote {__version__}", help="montre la version")
    sous = racine.add_subparsers(dest="commande", metavar="COMMANDE", required=True, parser_class=_Analyseur)
    _commandes_fichier(sous)
    _commandes_papiers(sous)
    _commandes_calcul(sous)
    _commandes_college(sous)
    return racine


def _ajouter(sous: argparse._SubParsersAction[_Analyseur], nom: str, aide: str, cible: str) -> _Analyseur:
    """A command whose work is done by ``module.fonction`` of scicvote.commandes, imported when it is called."""
    commande = sous.add_parser(nom, help=aide, description=aide, allow_abbrev=False)
    commande.set_defaults(cible=cible)
    return commande


def _commandes_fichier(sous: argparse._SubParsersAction[_Analyseur]) -> None:
    c = _ajouter(sous, "nouveau", "Crée une coopérative.", "fichier.nouveau")
    c.add_argument("fichier", metavar="FICHIER.scic")
    c.add_argument("--statuts", required=True, metavar="NOM_OU_TOML", help="statuts fournis, ou un fichier TOML")
    c = _ajouter(sous, "importer", "Importe un registre d’associés, en entier ou pas du tout.", "fichier.importer")
    c.add_argument("fichier", metavar="FICHIER.scic")
    c.add_argument("registre", metavar="REGISTRE", help="fichier .csv, .xlsx ou .ods")
    c.add_argument("--essai", action="store_true", help="montre seulement ce qui se passerait")
    c = _ajouter(
        sous, "exporter", "Exporte le registre, les résultats ou l’archive d’une assemblée.", "fichier.exporter"
    )
    c.add_argument("fichier", metavar="FICHIER.scic")
    c.add_argument("quoi", choices=("registre", "resultats", "archive"), metavar="{registre,resultats,archive}")
    c.add_argument("--ag", type=int, metavar="N", help="numéro de l’assemblée")
    c.add_argument("sortie", metavar="SORTIE")
    c = _ajouter(
        sous, "verifier", "Recalcule chaque décision et le journal, et dit ce qui diffère.", "fichier.verifier_fichier"
    )
    c.add_argument("fichier", metavar="FICHIER.scic|ARCHIVE")
    c = _ajouter(
        sous,
        "demander-ag",
        "Note que des associés demandent une assemblée, avec leur part des droits de vote.",
        "demandes.demander_ag",
    )
    c.add_argument("fichier", metavar="FICHIER.scic")
    c.add_argument("--de", type=int, nargs="+", required=True, metavar="N", help="numéros de ceux qui demandent")
    c.add_argument("--recue", metavar="AAAA-MM-JJ", help="jour de réception (aujourd’hui sans cette option)")
    c.add_argument("--mode", default="lettre recommandée", metavar="MODE", help="comment elle a été reçue")
    c.add_argument("--objet", default="", metavar="TEXTE", help="ce qu’ils veulent voir à l’ordre du jour")
    c.add_argument("--essai", action="store_true", help="montre seulement ce qui se passerait")
    c = _ajouter(
        sous, "remboursements", "Dit les parts à rembourser à qui est parti, dans l’ordre.", "remboursements.lister"
    )
    c.add_argument("fichier", metavar="FICHIER.scic")
    c.add_argument("--jour", metavar="AAAA-MM-JJ", help="à quelle date (aujourd’hui sans cette option)")
    c = _ajouter(sous, "sauvegarder", "Fait une copie cohérente.", "fichier.sauvegarder")
    c.add_argument("fichier", metavar="FICHIER.scic")
    c.add_argument("sortie", metavar="SORTIE")
    c = _ajouter(sous, "restaurer", "Remet une sauvegarde en place, sous un nom libre.", "fichier.restaurer")
    c.add_argument("sauvegarde", metavar="SAUVEGARDE")
    c.add_argument("fichier", metavar="FICHIER.scic")


def _commandes_papiers(sous: argparse._SubParsersAction[_Analyseur]) -> None:
    c = _ajouter(sous, "demo", "Fait la coopérative de démonstration et ses papiers.", "papiers.demo")
    c.add_argument("dossier", metavar="DOSSIER")
    c.add_argument(
        "--horloge", metavar="AAAA-MM-JJTHH:MM", help="fixe l’heure enregistrée, pour refaire les mêmes octets"
    )
    c = _ajouter(sous, "imprimer", "Écrit un papier d’une assemblée, en PDF ou en ODT.", "impression.imprimer")
    c.add_argument("fichier", metavar="FICHIER.scic")
    c.add_argument("--ag", type=int, required=True, metavar="N", help="numéro de l’assemblée")
    papiers = (*PAPIERS, "simulation")
    c.add_argument("papier", choices=papiers, metavar="PAPIER", help=", ".join(papiers))
    c.add_argument("sortie", metavar="SORTIE")
    c.add_argument(
        "--associe",
        type=int,
        metavar="N",
        help="de qui (convocations, pouvoirs, bulletin-souscription, attestation-parts)",
    )
    c.add_argument(
        "--resolutions",
        type=int,
        nargs="+",
        metavar="N",
        help="lesquelles (extrait\u00a0: toutes sans cette option\u00a0; bulletins\u00a0: les scrutins secrets)",
    )
    c.add_argument("--gerant", type=int, metavar="N", help="qui certifie (extrait)")
    c.add_argument(
        "--jour", metavar="AAAA-MM-JJ", help="date portée par le papier (convocations, extrait, attestation-parts)"
    )
    c.add_argument(
        "--format",
        choices=("pdf", "odt"),
        help="pdf, ou odt pour continuer à l’écrire\u00a0; sans cette option, d’après SORTIE",
    )
    c.add_argument("--modele", metavar="MODELE.odt", help="la lettre à remplir pour chaque associé (convocations)")
    c.add_argument(
        "--poids",
        action="append",
        metavar="SB=45,PP=30,PM=25",
        help="les poids d’une hypothèse (simulation), en PDF\u00a0; à répéter, jusqu’à trois",
    )
    c.add_argument("--a-signer", action="store_true", help="le procès-verbal dressé, au net, pour être signé")
    c = _ajouter(sous, "suites", "Liste ce qui suit les votes d’une assemblée, fait ou à faire.", "suites.lister")
    c.add_argument("fichier", metavar="FICHIER.scic")
    c.add_argument("--ag", type=int, required=True, metavar="N", help="numéro de l’assemblée")


def _commandes_calcul(sous: argparse._SubParsersAction[_Analyseur]) -> None:
    c = _ajouter(sous, "calculer", "Décide à partir des seuls comptes.", "calcul.calculer")
    c.add_argument("calcul", metavar="CALCUL.json")
    c.add_argument("--json", action="store_true", help="le résultat en JSON plutôt qu’en texte")
    statuts = sous.add_parser("statuts", help="Contrôle des statuts.", description="Contrôle des statuts.")
    dessous = statuts.add_subparsers(dest="sous_commande", metavar="COMMANDE", required=True, parser_class=_Analyseur)
    c = _ajouter(dessous, "verifier", "Contrôle des statuts écrits en TOML.", "calcul.verifier_statuts")
    c.add_argument("statuts", metavar="STATUTS.toml")


def _commandes_college(sous: argparse._SubParsersAction[_Analyseur]) -> None:
    aide = "L’échange avec l’ordinateur d’un président de collège."
    college = sous.add_parser("college", help=aide, description=aide)
    dessous = college.add_subparsers(dest="sous_commande", metavar="COMMANDE", required=True, parser_class=_Analyseur)
    c = _ajouter(
        dessous, "exporter", "Prépare le paquet d’un collège, et dit la phrase à remettre à part.", "college.exporter"
    )
    c.add_argument("fichier", metavar="FICHIER.scic")
    c.add_argument("--ag", type=int, required=True, metavar="N", help="numéro de l’assemblée")
    c.add_argument("--college", required=True, metavar="CODE", help="quel collège")
    c.add_argument("--heure", metavar="AAAA-MM-JJTHH:MM", help="quand il se réunit, si ce n’est pas avec l’assemblée")
    c.add_argument("--lieu", metavar="LIEU", help="où il se réunit, si ce n’est pas avec l’assemblée")
    c.add_argument("--bordereau", metavar="BORDEREAU.pdf", help="écrit aussi la feuille qui accompagne le paquet")
    c.add_argument("sortie", metavar="SORTIE.scicollege")
    c = _ajouter(
        dessous, "importer", "Montre le retour d’un collège et le prend, en entier ou pas du tout.", "college.importer"
    )
    c.add_argument("fichier", metavar="FICHIER.scic")
    c.add_argument("retour", metavar="RETOUR.scicollege")
    c.add_argument(
        "--remplacer", action="store_true", help="remplace la réponse déjà prise de ce collège, qui est gardée"
    )


def _fonction(cible: str) -> Callable[[argparse.Namespace], int]:
    from importlib import import_module

    module, nom = cible.split(".")
    fonction: Callable[[argparse.Namespace], int] = getattr(import_module(f"scicvote.commandes.{module}"), nom)
    return fonction


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line. Returns the exit code: 0 done, 1 the answer is no, 2 bad usage or input."""
    mots = list(sys.argv[1:] if arguments is None else arguments)
    _flux()
    _en_francais()
    sys.set_int_max_str_digits(0)  # exact fractions may be long; what comes in is bounded by its readers
    if not mots or (mots[0] not in COMMANDES and not mots[0].startswith("-") and len(mots) == 1):
        return _fenetre(mots[0] if mots else None)
    try:
        lus = analyseur().parse_args(mots)
    except SystemExit as sortie:
        return sortie.code if isinstance(sortie.code, int) else FAIT
    try:
        return _fonction(lus.cible)(lus)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAIT
    except KeyboardInterrupt:
        return refuser((refus("INTERROMPU", "interrompu."),))


def _flux() -> None:
    """UTF-8 whatever the terminal says; what it cannot show is escaped, never a crash."""
    for flux in (sys.stdout, sys.stderr):
        if hasattr(flux, "reconfigure"):
            flux.reconfigure(encoding="utf-8", errors="backslashreplace")


def ecran_disponible() -> bool:
    """Whether a window can be shown here."""
    if os.environ.get("QT_QPA_PLATFORM") or not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _fenetre(fichier: str | None) -> int:
    if fichier is not None and not fichier.endswith(".scic") and "://" not in fichier and not os.path.exists(fichier):  # noqa: PTH110
        connues = ", ".join(COMMANDES)
        return refuser(
            (
                refus(
                    "USAGE",
                    f"«\u00a0{fichier}\u00a0» n’est ni un fichier ni une commande\u00a0; commandes\u00a0: {connues}.",
                ),
            )
        )
    if not ecran_disponible():
        phrase = "aucun écran ici\u00a0: employer les commandes (scicvote --help)."
        return refuser((refus("ECRAN", phrase),))
    from scicvote.ui.application import lancer

    return lancer(fichier, _demonstration)


def _demonstration() -> Path:
    from scicvote.commandes.papiers import demonstration  # papers are loaded with the first demonstration

    return demonstration()


if __name__ == "__main__":
    sys.exit(main())
