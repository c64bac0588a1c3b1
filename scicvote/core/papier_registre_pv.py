"""The summary at the front of a register of minutes: what it holds, page by page (C. com. R221-3, statuts 24-4)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scicvote.core.article import regle
from scicvote.core.assemblee import Assemblee
from scicvote.core.contexte_papier import Contexte, citer
from scicvote.core.dossier import Dossier
from scicvote.core.exact import INSECABLE, accord, nombre
from scicvote.core.faits import ProcesVerbal, Signature
from scicvote.core.francais import date_longue
from scicvote.core.papier import (
    Alignement,
    Bloc,
    CaseSignature,
    Colonne,
    Ensemble,
    Papier,
    Rangee,
    Signatures,
    Style,
    Tableau,
    paragraphe,
    rangee,
)


@dataclass(frozen=True, slots=True)
class Place:
    """Minutes in their register: their first and last page."""

    pv: ProcesVerbal
    premiere: int
    derniere: int


def premiere_page(dossier: Dossier, registre: str) -> int:
    """The page on which a register begins here: the one after the paper register's last, else the first."""
    reprise = dossier.reprise(registre)
    return reprise.premiere_page if reprise is not None else 1


def nom_registre(registre: str) -> str:
    """``Registre spécial des procès-verbaux``, or a college's register of decisions."""
    return f"Registre des décisions du collège {registre}" if registre else "Registre spécial des procès-verbaux"


@regle("C. com.", "R221-3")
@regle("statuts", "21-8", "24-4")
def sommaire_registre(dossier: Dossier, assemblee: Assemblee, registre: str, places: Sequence[Place]) -> Papier:
    """The cover: whose register, where it goes on from, what it holds, room for the authority that initials it."""
    contexte = Contexte(dossier, assemblee)
    return contexte.papier(
        nom_registre(registre),
        _blocs(contexte, registre, places),
        sous_titre=_sous_titre(places),
        pied="Page de garde, hors de la numérotation du registre",
    )


def _sous_titre(places: Sequence[Place]) -> str:
    if not places:
        return "Aucun procès-verbal"
    return f"Feuillets mobiles, pages {places[0].premiere} à {places[-1].derniere}"


def _blocs(contexte: Contexte, registre: str, places: Sequence[Place]) -> Iterator[Bloc]:
    articles = contexte.loi("statuts 24-4") if registre else citer((contexte.loi_registre,))
    annexe = "Registre annexé au registre général. " if registre else ""
    yield paragraphe(
        f"{annexe}Feuillets mobiles numérotés sans discontinuité, conservés au siège ({articles}). Toute addition, "
        "suppression, substitution ou interversion de feuillets est interdite."
    )
    reprise = contexte.dossier.reprise(registre)
    if reprise is not None:
        yield paragraphe(
            f"Ce registre fait suite au registre tenu sur papier jusqu’au {date_longue(reprise.jour)}{INSECABLE}: il reprend au "
            f"procès-verbal n°{INSECABLE}{reprise.premier_numero} et à la page {reprise.premiere_page}."
        )
    colonnes = (
        Colonne("N°", 12, Alignement.DROITE),
        Colonne("Assemblée", 84),
        Colonne("Dressé le", 30),
        Colonne("Signé le", 30),
        Colonne("Pages", 22, Alignement.DROITE),
    )
    yield Tableau(colonnes, tuple(_rangee(contexte, p) for p in places), petit=True, vide="Aucun procès-verbal.")
    yield paragraphe(
        "Un procès-verbal signé figure ici tel que son PDF a été conservé le jour de sa signature. Un procès-verbal qui "
        "n’est pas encore signé porte la mention PROJET.",
        style=Style.NOTE,
    )
    if not registre:
        pages = accord(places[-1].derniere - places[0].premiere + 1, "page") if places else "…… pages"
        yield Ensemble(
            (
                paragraphe(f"Coté et paraphé par nous, {pages}, le …………………… ({articles})."),
                Signatures((CaseSignature("", "L’autorité qui paraphe, et son sceau"),)),
            )
        )


def _rangee(contexte: Contexte, place: Place) -> Rangee:
    pv = place.pv
    ag = contexte.dossier.assemblees[pv.assemblee]
    titre = ag.titre if pv.rectifie is None else f"Rectificatif du n°{INSECABLE}{pv.rectifie}, {ag.titre_court}"
    signe = next((s for s in ag.tous(Signature) if (s.registre, s.numero) == (pv.registre, pv.numero)), None)
    pages = nombre(place.premiere) if place.premiere == place.derniere else f"{place.premiere} à {place.derniere}"
    return rangee(
        nombre(pv.numero), titre, f"{pv.jour:%d/%m/%Y}", f"{signe.jour:%d/%m/%Y}" if signe else "Projet", pages
    )
