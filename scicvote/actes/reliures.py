"""Papers bound together: a register of minutes, the complete file of an assembly; bookmarks, one numbering."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final

from scicvote.actes.papiers_registres import DOSSIER_COMPLET, GENRES, REGISTRE
from scicvote.actes.pieces import logo_courant, octets_de, piece_de
from scicvote.core.article import regle
from scicvote.core.assemblee import Assemblee
from scicvote.core.exact import INSECABLE
from scicvote.core.extrait import resultats
from scicvote.core.faits import Pouvoir, ProcesVerbal
from scicvote.core.feuille_presence import feuille_presence
from scicvote.core.issue import Issue, avertissement, refus
from scicvote.core.papier import Papier
from scicvote.core.papier_pouvoirs import etat_pouvoirs
from scicvote.core.papier_registre import liste_associes
from scicvote.core.papier_registre_pv import Place, nom_registre, premiere_page, sommaire_registre
from scicvote.core.proces_verbal import proces_verbal
from scicvote.core.texte_convocation import texte_convocation
from scicvote.documents.assemblage import Bandeau, Piece, assembler, nombre_de_pages
from scicvote.documents.rendu import illisibles, rendre
from scicvote.store.depot import Depot


@dataclass(frozen=True)
class _Presse:
    """Renders papers of one cooperative at one instant, under its logo."""

    depot: Depot
    instant: datetime
    logo: bytes | None
    absents: set[str] = field(default_factory=set)  # the characters that the fonts lacked so far

    def tirer(self, papier: Papier) -> bytes:
        """The PDF of a paper."""
        self.absents.update(illisibles(papier))
        return rendre(replace(papier, logo=self.logo), instant=self.instant)

    def minutes(self, pv: ProcesVerbal) -> tuple[bytes | None, tuple[Issue, ...]]:
        """Minutes as they were kept once signed; as they would print today before."""
        ag = self.depot.dossier.assemblees[pv.assemblee]
        numero = None if pv.rectifie is None else pv.numero
        piece = piece_de(self.depot.dossier, ag, numero)
        if piece is not None:
            return octets_de(self.depot, piece)
        return self.tirer(proces_verbal(self.depot.dossier, ag, numero)), ()


def relier(depot: Depot, assemblee: int, genre: str, instant: datetime) -> tuple[bytes | None, tuple[Issue, ...]]:
    """A bound PDF (``registre``, ``dossier-complet``) dated ``instant``; None, and why, when it cannot be made.

    Raises ValueError for a kind that does not exist.
    """
    ag = depot.dossier.assemblee(assemblee)
    if ag is None:
        return None, (refus("ASSEMBLEE", f"Il n’y a pas d’assemblée n°{INSECABLE}{assemblee}.", chemin="assemblee"),)
    presse = _Presse(depot, instant, logo_courant(depot))
    if genre not in _FAIRE:
        raise ValueError(f"no binding named {genre!r}")
    octets, issues = _FAIRE[genre](presse, ag)
    if presse.absents:
        phrase = f"Ne s’imprime pas\u00a0: {', '.join(sorted(presse.absents))}."
        issues = (*issues, avertissement("CARACTERE", phrase, chemin="papier"))
    return octets, issues


# --- a register of minutes


@regle("C. com.", "R221-3")
@regle("statuts", "24-4")
def _registre(presse: _Presse, ag: Assemblee) -> tuple[bytes | None, tuple[Issue, ...]]:
    """The register in which the minutes of an assembly are: a college's for its own, else the general one.

    Signed minutes are the very pages that were kept, under a band with the register's page; pages follow one another
    from where the paper register ended.
    """
    dossier, registre = presse.depot.dossier, ag.convocation.college
    page = premiere_page(dossier, registre)
    pieces, places = [], []
    for pv in dossier.proces_verbaux(registre):
        octets, issues = presse.minutes(pv)
        if octets is None:
            return None, issues
        places.append(Place(pv, page, page + nombre_de_pages(octets) - 1))
        pieces.append(Piece(_signet(presse, pv), octets))
        page = places[-1].derniere + 1
    garde = Piece("Page de garde", presse.tirer(sommaire_registre(dossier, ag, registre, places)), folio=False)
    auteur = dossier.statuts_au(ag.jour).denomination
    bandeau = Bandeau(
        f"{nom_registre(registre)} · {auteur}", premiere_page(dossier, registre), "Registre, page", paraphe=True
    )
    titre = nom_registre(registre)
    return assembler([garde, *pieces], bandeau, titre=titre, auteur=auteur, instant=presse.instant), ()


def _signet(presse: _Presse, pv: ProcesVerbal) -> str:
    ag = presse.depot.dossier.assemblees[pv.assemblee]
    mot = "Procès-verbal" if pv.rectifie is None else "Procès-verbal rectificatif"
    return f"{mot} n°{INSECABLE}{pv.numero}, {ag.titre_court}"


# --- the whole file of an assembly


def _dossier_complet(presse: _Presse, ag: Assemblee) -> tuple[bytes | None, tuple[Issue, ...]]:
    """Everything that an assembly leaves on paper, in the order in which it was made."""
    pieces = list(_papiers(presse, ag))
    for pv in ag.tous(ProcesVerbal):
        octets, issues = presse.minutes(pv)
        if octets is None:
            return None, issues
        pieces.append(Piece(_signet(presse, pv), octets))
    auteur = presse.depot.dossier.statuts_au(ag.jour).denomination
    bandeau = Bandeau(f"{ag.titre_court} · {auteur}", mot="Dossier, page")
    titre = f"Dossier complet – {ag.titre}"
    return assembler(pieces, bandeau, titre=titre, auteur=auteur, instant=presse.instant), ()


def _papiers(presse: _Presse, ag: Assemblee) -> Iterator[Piece]:
    dossier = presse.depot.dossier
    for nom in _AVANT:
        yield _piece(presse, ag, nom)
    yield Piece("Feuille de présence", presse.tirer(feuille_presence(dossier, ag)))
    if ag.tous(Pouvoir):
        yield _piece(presse, ag, "etat-pouvoirs")
    yield _piece(presse, ag, "resultats")
    if not ag.tous(ProcesVerbal):
        yield Piece("Procès-verbal (projet)", presse.tirer(proces_verbal(dossier, ag)))


def _piece(presse: _Presse, ag: Assemblee, nom: str) -> Piece:
    return Piece(GENRES[nom].libelle, presse.tirer(_COMPOSER[nom](presse.depot.dossier, ag)))


_FAIRE: Final = {REGISTRE: _registre, DOSSIER_COMPLET: _dossier_complet}
_COMPOSER: Final = {
    "texte-convocation": texte_convocation,
    "liste-associes": liste_associes,
    "etat-pouvoirs": etat_pouvoirs,
    "resultats": resultats,
}
_AVANT: Final = ("texte-convocation", "liste-associes")
