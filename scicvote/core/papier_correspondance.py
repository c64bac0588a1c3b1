"""Forms to vote by post: one page per associé, a line for each resolution (C. com. L225-107, R225-77)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from scicvote.core.article import regle
from scicvote.core.correspondance import offertes
from scicvote.core.courrier import Courrier
from scicvote.core.exact import INSECABLE
from scicvote.core.lettre_rappels import par_correspondance
from scicvote.core.papier import (
    Alignement,
    Bloc,
    CaseSignature,
    Colonne,
    Ensemble,
    Papier,
    Rangee,
    Signatures,
    Tableau,
    Titre,
    gras,
    liste,
    paragraphe,
    rangee,
)
from scicvote.core.papier_procurations import donneur, signataire, titres

_CENTRE = Alignement.CENTRE
_CASE, _COURTE = "☐", "…" * 12


@regle("C. com.", "L225-107", "R225-77", "R225-81")
def formulaires_vote(courrier: Courrier) -> Iterator[Papier]:
    """The forms of all those who are convened, in the order of the letters; each is composed when it is asked for."""
    modele = courrier.contexte.papier("Vote par correspondance", (), mention=courrier.mention)
    fin = tuple(_a_savoir(courrier))
    return (
        replace(modele, blocs=(*_formulaire(courrier, n), *fin), signet=courrier.contexte.nom(n))
        for n in courrier.destinataires
    )


def _formulaire(courrier: Courrier, associe: int) -> Iterator[Bloc]:
    """Who votes, on which assembly, a box for each answer, room to sign."""
    fiche, ag = courrier.fiches[associe], courrier.contexte.ag
    yield paragraphe(*donneur(fiche), f", {titres(courrier, associe)},")
    yield paragraphe(
        f"vote par correspondance à l’{courrier.reunion} qui se tiendra le ",
        gras(courrier.quand),
        f", {ag.convocation.lieu}, comme suit{INSECABLE}:",
    )
    yield Tableau(
        (
            Colonne("N°", 10),
            Colonne("Résolution", 94),
            *(Colonne(mot, 24, _CENTRE) for mot in ("Pour", "Contre", "Abstention")),
        ),
        tuple(_lignes(courrier)),
        hauteur=9,
        quadrille=True,
        vide="Aucune résolution de cette assemblée ne se vote par correspondance.",
    )
    yield Ensemble(
        (
            paragraphe(f"Fait à {_COURTE}, le {_COURTE}"),
            Signatures((CaseSignature(signataire(fiche), "Signature"),)),
        )
    )


def _lignes(courrier: Courrier) -> Iterator[Rangee]:
    for resolution in offertes(courrier.contexte.statuts, courrier.contexte.ag):
        yield rangee(str(resolution.numero), resolution.titre, _CASE, _CASE, _CASE)


def _a_savoir(courrier: Courrier) -> Iterator[Bloc]:
    """What to know where one signs: until when, what an empty line is worth."""
    yield Titre(2, "À savoir")
    yield liste(
        *islice(par_correspondance(courrier), 1, None),  # that one may vote so is what the form is
        "Une ligne sans réponse, ou sur laquelle deux cases sont cochées, vaut abstention.",
        "Les élections et les scrutins secrets se votent en séance.",
    )
