"""What heads a paper: the cooperative, its form, where it is and can be reached, its RCS and capital on a day."""

from __future__ import annotations

from datetime import date

from scicvote.core.article import regle
from scicvote.core.dossier import Dossier
from scicvote.core.exact import INSECABLE, euros
from scicvote.core.francais import date_longue
from scicvote.core.mission import college_du_fichier

FORME = "Société coopérative d’intérêt collectif"


@regle("C. com.", "R123-238")
def entete(dossier: Dossier, jour: date) -> tuple[str, ...]:
    """The lines of the letterhead on ``jour``, those that are not known left out."""
    statuts, identite = dossier.statuts_au(jour), dossier.identite
    siege = identite.siege if identite is not None else ""
    rcs = identite.rcs if identite is not None else ""
    lignes = [
        statuts.denomination,
        f"{FORME}, {statuts.forme} à capital variable",
        f"Siège social{INSECABLE}: {siege}" if siege else "",
        _contact(dossier),
        " · ".join(filter(None, (rcs, _capital(dossier, jour)))),
    ]
    return tuple(ligne for ligne in lignes if ligne)


def _contact(dossier: Dossier) -> str:
    connu = dossier.entete
    if connu is None:
        return ""
    adresse = f"Adresse postale{INSECABLE}: {connu.adresse}" if connu.adresse else ""
    telephone = f"Tél.{INSECABLE}{connu.telephone}" if connu.telephone else ""
    return " · ".join(filter(None, (adresse, telephone, connu.courriel)))


def _capital(dossier: Dossier, jour: date) -> str:
    valeur = dossier.statuts_au(jour).capital.valeur_part
    parts = dossier.registre.au(jour).parts
    if valeur is None or not parts or college_du_fichier(dossier) is not None:
        return ""  # a college's file knows the parts of its members alone
    return f"Capital au {date_longue(jour)}{INSECABLE}: {euros(parts * valeur)}"
