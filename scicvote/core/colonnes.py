"""The columns of a register file, recognised by their French headers in any order and spelling."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from scicvote.core.issue import Issue, avertissement, refus
from scicvote.core.normalise import cle, propre


class Champ(StrEnum):
    """What a column holds; the value is the French name that sentences use."""

    NUMERO = "numéro"
    PERSONNE = "type de personne"
    CIVILITE = "civilité"
    NOM = "nom"
    DENOMINATION = "dénomination"
    PRENOM = "prénom"
    CATEGORIE = "catégorie"
    COLLEGE = "collège"
    PARTS = "nombre de parts"
    ENTREE = "date d’entrée"
    DOMICILE = "domicile"
    COMPLEMENT = "complément d’adresse"
    CODE_POSTAL = "code postal"
    VILLE = "ville"
    COURRIEL = "courriel"
    REPRESENTANT = "représentant"
    QUALITE = "qualité du représentant"


_SYNONYMES: Final[Mapping[Champ, str]] = {
    Champ.NUMERO: "n|no|num|numero|n associe|n d associe|no d associe|numero d associe|numero associe"
    "|numero de societaire|n de societaire|n societaire|no de societaire|numero societaire",
    Champ.PERSONNE: "type de personne|type|personne|physique ou morale|personne physique ou morale"
    "|nature de la personne|physique morale|type d associe|type personne|p physique morale",
    Champ.CIVILITE: "civilite|civ|titre",
    Champ.NOM: "nom|noms|nom de famille|nom patronymique|nom usuel|nom d usage|nom ou denomination|nom denomination"
    "|nom ou raison sociale|nom raison sociale|nom de l associe|nom du societaire|nom associe|nom societaire",
    Champ.DENOMINATION: "denomination|denomination sociale|raison sociale|denomination ou raison sociale|structure"
    "|organisme|organisation|nom de la structure|nom de l organisme",
    Champ.PRENOM: "prenom|prenoms|prenom usuel|prenom de l associe",
    Champ.CATEGORIE: "categorie|categories|cat|code categorie|categorie d associe|categorie d associes"
    "|categorie de societaire|categorie de societaires|n categorie|n de categorie|numero de categorie",
    Champ.COLLEGE: "college|collectif|college de vote|code college",
    Champ.PARTS: "parts|part|nombre de parts|nb parts|nb de parts|nbre de parts|nbre parts|nombre parts|parts sociales"
    "|nombre de parts sociales|nb de parts sociales|nb parts sociales|parts detenues|nombre de parts detenues"
    "|parts souscrites|nombre de parts souscrites",
    Champ.ENTREE: "date d entree|date entree|entree|date d admission|date admission|admission|date d adhesion"
    "|date adhesion|associe depuis|societaire depuis|date d entree au capital",
    Champ.DOMICILE: "domicile|adresse|adresse postale|adresse 1|rue|domicile ou siege|domicile siege|siege|siege social"
    "|adresse du siege|adresse complete",
    Champ.COMPLEMENT: "complement|complement d adresse|complement adresse|adresse 2",
    Champ.CODE_POSTAL: "code postal|cp|code post",
    Champ.VILLE: "ville|commune|localite",
    Champ.COURRIEL: "courriel|courriels|email|e mail|mail|emails|mel|adresse mail|adresse email|adresse e mail"
    "|adresse courriel|adresse electronique|courrier electronique|adresse de courriel",
    Champ.REPRESENTANT: "representant|representante|representant legal|representant permanent|nom du representant"
    "|represente par|representee par",
    Champ.QUALITE: "qualite du representant|qualite|fonction|fonction du representant|qualite representant",
}
_PAR_CLE: Final = {mot: champ for champ, mots in _SYNONYMES.items() for mot in mots.split("|")}
_PARENTHESES: Final = re.compile(r"\([^()]*\)")


@lru_cache(maxsize=1024)
def champ_de(entete: str) -> Champ | None:
    """What a header announces (``Prénom(s)``, ``N° d'associé``, ``NB. PARTS``), or None."""
    champ = _PAR_CLE.get(cle(entete))
    return champ if champ or "(" not in entete else _PAR_CLE.get(cle(_PARENTHESES.sub(" ", entete)))


def nombre_reconnus(cellules: Sequence[str]) -> int:
    """How many different columns of a register these cells would head."""
    return len({champ for cellule in cellules if len(cellule) < 80 and (champ := champ_de(cellule))})


def intitule(entete: str) -> str:
    """A header as a sentence or a path quotes it: one line, short."""
    texte = propre(entete)
    return texte if len(texte) <= 40 else f"{texte[:40]}…"


@dataclass(frozen=True, slots=True)
class Colonnes:
    """Where each known column is, under its header, and what is wrong with the headers."""

    places: Mapping[Champ, int]
    intitules: Mapping[Champ, str]
    issues: tuple[Issue, ...]
    largeur: int

    def nom(self, champ: Champ) -> str:
        """The header of a column as the file writes it."""
        return self.intitules.get(champ, champ.value)

    @property
    def nommee(self) -> bool:
        """Whether a column holds the names, without which no row can be read."""
        return Champ.NOM in self.places or Champ.DENOMINATION in self.places


def reconnaitre(entetes: Sequence[str]) -> Colonnes:
    """Columns of a header row. Unknown ones are listed as ignored; two of one meaning are refused."""
    places: dict[Champ, int] = {}
    issues: list[Issue] = []
    inconnues: list[str] = []
    for place, entete in enumerate(entetes):
        champ = champ_de(entete)
        if champ is None:
            inconnues.extend([intitule(entete)] if propre(entete) else [])
        elif champ in places:
            issues.append(_double(entetes[places[champ]], entete, champ))
        else:
            places[champ] = place
    intitules = {champ: intitule(entetes[place]) for champ, place in places.items()}
    issues += _manquantes(places, inconnues) + _ignorees(inconnues)
    return Colonnes(places, intitules, tuple(issues), len(entetes))


def _double(premiere: str, seconde: str, champ: Champ) -> Issue:
    un, deux = intitule(premiere), intitule(seconde)
    return refus(
        "COLONNE_EN_DOUBLE",
        f"deux colonnes donnent la même information ({champ.value})\u00a0: «\u00a0{un}\u00a0» et «\u00a0{deux}\u00a0»"
        "\u202f; n’en garder qu’une.",
        chemin=f"colonne {deux}",
    )


def _manquantes(places: Mapping[Champ, int], inconnues: Sequence[str]) -> list[Issue]:
    if Champ.NOM in places or Champ.DENOMINATION in places:
        return []
    conseil = "nommer cette colonne «\u00a0Nom\u00a0» ou «\u00a0Nom ou dénomination\u00a0»."
    if any({"nom", "prenom"} <= set(cle(entete).split()) for entete in inconnues):
        conseil = "séparer le nom et le prénom en deux colonnes, «\u00a0Nom\u00a0» et «\u00a0Prénom\u00a0»."
    return [refus("COLONNE_MANQUANTE", f"aucune colonne ne donne le nom des associés\u202f; {conseil}")]


def _ignorees(inconnues: Sequence[str]) -> list[Issue]:
    if not inconnues:
        return []
    liste = ", ".join(f"«\u00a0{entete}\u00a0»" for entete in inconnues[:20]) + (", …" if len(inconnues) > 20 else "")
    accord = "colonne ignorée" if len(inconnues) == 1 else "colonnes ignorées"
    return [avertissement("COLONNES_IGNOREES", f"{accord}\u00a0: {liste}.")]
