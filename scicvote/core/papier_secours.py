"""The recovery sheet of a sealed urn: printed once, put in an envelope; it opens the urn where the phrase is lost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scicvote.core.article import regle
from scicvote.core.assemblee import Assemblee
from scicvote.core.contexte_papier import Contexte
from scicvote.core.dossier import Dossier
from scicvote.core.exact import INSECABLE
from scicvote.core.faits import Scrutin
from scicvote.core.francais import heure_fr
from scicvote.core.papier import (
    Bloc,
    CaseSignature,
    Colonne,
    Ensemble,
    Papier,
    Signatures,
    Style,
    Tableau,
    Titre,
    gras,
    ligne,
    liste,
    paragraphe,
    rangee,
)


@regle("statuts", "21-5", "21-7")
def fiche_de_secours(dossier: Dossier, assemblee: Assemblee, scrutin: Scrutin, lignes: Sequence[str]) -> Papier:
    """The sheet: which vote, the key in ``lignes``, what to do with it, who witnesses the envelope."""
    contexte = Contexte(dossier, assemblee)
    return contexte.papier("Fiche de secours de l’urne", _blocs(contexte, scrutin, lignes))


def _blocs(contexte: Contexte, scrutin: Scrutin, lignes: Sequence[str]) -> Iterator[Bloc]:
    point = contexte.ag.resolution_par_numero[scrutin.resolution]
    yield paragraphe(
        f"Scrutin secret sur l’ordinateur de la séance, ouvert à {heure_fr(scrutin.heure)}. Résolution {point.numero}{INSECABLE}: ",
        gras(point.titre.rstrip(".")),
        ".",
    )
    yield Titre(1, "La clé")
    colonnes = (Colonne("Ligne", 20), *(Colonne("", 34) for _ in lignes[0].split("-")))
    rangees = [
        rangee(str(rang), *(ligne(gras(groupe)) for groupe in une.split("-"))) for rang, une in enumerate(lignes, 1)
    ]
    yield Tableau(colonnes, tuple(rangees))
    yield paragraphe(
        "Ni I, ni L, ni O, ni U dans cette clé. Chaque ligne se contrôle seule\u00a0: une faute de copie est signalée.",
        style=Style.NOTE,
    )
    yield Titre(1, "Ce qu’il faut en faire")
    yield liste(
        "La mettre aussitôt sous enveloppe fermée, signée par les scrutateurs.",
        "Ne l’ouvrir que si la phrase des scrutateurs est oubliée, devant eux, le vote terminé.",
        "L’urne comptée, la détruire\u00a0: elle n’ouvre plus rien dans le fichier, mais ouvrirait une copie faite pendant le vote.",
    )
    yield paragraphe(
        "Cette clé n’est gardée nulle part ailleurs. Qui la détient avec une copie du fichier faite pendant le scrutin peut lire les bulletins."
    )
    bureau = contexte.ag.bureau
    temoins = [contexte.nom(n) for n in bureau.scrutateurs] if bureau is not None else []
    cases = tuple(CaseSignature(nom, "Scrutateur") for nom in (temoins or ("", "")))
    yield Ensemble((Titre(1, "Scrutateurs"), Signatures(cases)))
