"""Tally sheets of a secret vote: a page for each body, boxes for bars of five, who counted (statuts 21-5, 21-7)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scicvote.core.article import regle
from scicvote.core.assemblee import Assemblee
from scicvote.core.bulletins_vote import Urne, choisies, nom_corps, nom_scrutin, urnes
from scicvote.core.contexte_papier import Contexte
from scicvote.core.dossier import Dossier
from scicvote.core.exact import INSECABLE, accord, nombre
from scicvote.core.feuille_presence import signataire
from scicvote.core.francais import capitale
from scicvote.core.papier import (
    Alignement,
    Bloc,
    CaseSignature,
    Colonne,
    Ensemble,
    Genre,
    Papier,
    SautDePage,
    Signatures,
    Tableau,
    Titre,
    paragraphe,
    rangee,
)
from scicvote.core.recalcul import candidats_du_tour, cle_candidat, sieges_du_tour

_CASES_MINIMUM, _CASES = 4, 10  # boxes on a row
_BATONS = 5  # ballots in a box: four bars, and the fifth across
_PAQUET = 50  # ballots in a box where there are many
_BEAUCOUP = 500  # voters
_HAUT = 11  # millimetres: room for bars
_CHOIX = ("Pour", "Contre", "Abstention")
_SANS_CHOIX = ("Blancs", "Nuls")


@regle("statuts", "18-1", "21-5", "21-7")
def feuille_depouillement(dossier: Dossier, assemblee: Assemblee, numeros: Sequence[int] = ()) -> Papier:
    """The tally sheets of these places on the agenda (none: of the secret votes), one for each body that votes."""
    contexte = Contexte(dossier, assemblee)
    attendues = urnes(contexte, choisies(contexte, numeros))
    blocs: list[Bloc] = []
    for urne in attendues:
        blocs += [*([SautDePage()] if blocs else []), *_feuille(contexte, urne)]
    return contexte.papier("Feuille de dépouillement", blocs)


def _feuille(contexte: Contexte, urne: Urne) -> Iterator[Bloc]:
    yield Titre(1, nom_scrutin(urne))
    votants = accord(urne.votants, "votant")
    yield paragraphe(
        f"{nom_corps(contexte, urne.corps)}{INSECABLE}: {votants} au plus. {_mode_d_emploi(contexte, urne)}"
    )
    yield _controle()
    yield Titre(2, "Voix")
    yield _pointage(contexte, urne)
    yield Ensemble(
        (
            paragraphe("Dépouillement de …… h …… à …… h ……. Observations\u00a0: ……………………………………"),
            Signatures(_scrutateurs(contexte)),
        )
    )


def _mode_d_emploi(contexte: Contexte, urne: Urne) -> str:
    case = (
        f"Chaque case reçoit cinq bâtons, le cinquième en travers{INSECABLE}; le chiffre au-dessus est le cumul."
        if urne.votants <= _BEAUCOUP
        else f"Les bulletins sont mis en paquets de {_PAQUET}, comptés deux fois{INSECABLE}: chaque case vaut un paquet, la dernière le reste."
    )
    if not urne.resolution.sieges:
        return case
    sieges = accord(sieges_du_tour(contexte.ag, urne.vote), "siège")
    return f"{sieges} à pourvoir. {case}"


def _controle() -> Tableau:
    """What is counted before the ballots are read: they are as many as the voters."""
    colonnes = (Colonne("Avant de lire les bulletins", 100), Colonne("Nombre", 30, Alignement.DROITE))
    lignes = ("Votants, d’après la feuille de présence", "Bulletins trouvés dans l’urne", "Différence")
    return Tableau(colonnes, tuple(rangee(mot, "") for mot in lignes), hauteur=8, quadrille=True, petit=True)


def _pointage(contexte: Contexte, urne: Urne) -> Tableau:
    """One row of boxes, or several, for each choice; blank and void ballots; the total."""
    unite = _BATONS if urne.votants <= _BEAUCOUP else _PAQUET
    cases = min(_CASES, max(_CASES_MINIMUM, -(-urne.votants // unite)))
    titres = (nombre(unite * (i + 1)) for i in range(cases))
    colonnes = (
        Colonne("Choix" if not urne.resolution.sieges else "Candidat", 34),
        *(Colonne(titre, 10, Alignement.CENTRE) for titre in titres),
        Colonne("Total", 18, Alignement.DROITE),
    )
    vides = ("",) * (cases + 1)
    departs = range(0, urne.votants, unite * cases)
    lignes = [rangee(_choix(choix, depart), *vides) for choix in _lignes(contexte, urne) for depart in departs]
    lignes += [rangee(mot, *vides) for mot in _SANS_CHOIX]
    if not urne.resolution.sieges:  # names may be more or fewer than ballots
        lignes.append(rangee("Ensemble", *vides, genre=Genre.TOTAL))
    return Tableau(colonnes, tuple(lignes), hauteur=_HAUT, quadrille=True, petit=True)


def _lignes(contexte: Contexte, urne: Urne) -> Sequence[str]:
    if not urne.resolution.sieges:
        return _CHOIX
    candidats = contexte.tries(candidats_du_tour(contexte.dossier, contexte.ag, urne.vote))
    return [cle_candidat(contexte.dossier, contexte.ag, n) for n in candidats]


def _choix(choix: str, depart: int) -> str:
    """A further row of one choice says from which figure it goes on."""
    return f"{choix} (après {nombre(depart)})" if depart else choix


def _scrutateurs(contexte: Contexte) -> tuple[CaseSignature, ...]:
    """Two rooms to sign, with the names of the scrutateurs once they are chosen."""
    choisis = contexte.ag.bureau.scrutateurs if contexte.ag.bureau is not None else ()
    cases = [
        CaseSignature(signataire(contexte, n), capitale(contexte.accorder(n, "scrutateur", "scrutatrice")))
        for n in choisis
    ]
    vides = [CaseSignature("", "Scrutateur")] * (2 - len(cases))
    return (*cases, *vides)
