"""Statutes being written: a table that fields fill by path, and the TOML text that it gives.

It decides nothing: what is wrong is said by the reader of statutes, on the text as it would be saved.
"""

from __future__ import annotations

import copy
import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any, Final

from scicvote.core.lecture import Flottant
from scicvote.core.statuts_lecture import FORMAT, Lecture
from scicvote.exchange.ecriture_toml import ecrire_toml
from scicvote.exchange.statuts import analyser, dossier, statuts_de_texte

# Rules that most statutes put under the majority of another one: while they are equal, they change together.
_SUIVEUSES: Final[Mapping[str, tuple[str, ...]]] = {
    "ordinaire": ("admission", "revocation_gerance"),
    "extraordinaire": ("exclusion", "modification_poids"),
}
_PAS: Final = re.compile(r"([^.\[\]]+)|\[([0-9]+)\]")
Etape = str | int


def nombre_saisi(texte: str) -> str:
    """A number as people type it, as the file wants it: ``12,5`` is ``12.5``, ``75 %`` is ``75/100``."""
    nu = "".join(texte.split()).replace(",", ".")
    pour_cent = re.fullmatch(r"([0-9]+)(?:\.([0-9]+))?%", nu)
    if pour_cent is None:
        return nu
    entier, decimales = pour_cent[1], pour_cent[2] or ""
    return f"{int(entier + decimales)}/{100 * 10 ** len(decimales)}"


def cle_de(denomination: str) -> str:
    """The short name of a cooperative: ``L’Établi commun`` is ``l-etabli-commun``."""
    sans_accent = unicodedata.normalize("NFKD", denomination.lower().replace("œ", "oe").replace("æ", "ae"))
    ascii_ = "".join(c if c.isascii() and c.isalnum() else " " for c in sans_accent if not unicodedata.combining(c))
    return "-".join(ascii_.split())


def modeles() -> tuple[str, ...]:
    """The forms (SARL…) that there is a starting point for."""
    return tuple(sorted(chemin.stem.upper() for chemin in (dossier() / "modeles").glob("*.toml")))


def modele(forme: str) -> dict[str, Any]:
    """A starting point for a form: what the law says where statutes have nothing of their own."""
    texte = (dossier() / "modeles" / f"{forme.lower()}.toml").read_text(encoding="utf-8")
    return tomllib.loads(texte, parse_float=Flottant)


def cloture_saisie(texte: str) -> str:
    """A day of closing as people type it (``31/12``), as the file wants it (``12-31``); anything else as it is."""
    trouve = re.fullmatch(r"([0-9]{1,2})\s*/\s*([0-9]{1,2})", texte.strip())
    return f"{int(trouve[2]):02}-{int(trouve[1]):02}" if trouve else texte.strip()


def cloture_lisible(texte: str) -> str:
    """And back: ``12-31`` is ``31/12``."""
    trouve = re.fullmatch(r"([0-9]{2})-([0-9]{2})", texte)
    return f"{trouve[2]}/{trouve[1]}" if trouve else texte


class Ebauche:
    """A statutes table, read and set by the paths by which issues name its values (``colleges[0].poids``)."""

    def __init__(self, table: Mapping[str, Any] | None = None) -> None:
        self.table: dict[str, Any] = copy.deepcopy(dict(table or {}))
        self.table["format"] = FORMAT
        self._suivis: dict[int, str | None] = {}  # the code by which colleges know a category being renamed

    @classmethod
    def de_texte(cls, texte: str) -> Ebauche:
        """Take up a TOML text; nothing of it when it does not read."""
        return cls(analyser(texte)[0])

    def lire(self, chemin: str, defaut: Any = None) -> Any:
        """The value at a path, ``defaut`` where there is none."""
        valeur: Any = self.table
        for pas in _etapes(chemin):
            try:
                valeur = valeur[pas]
            except (KeyError, IndexError, TypeError):
                return defaut
        return valeur

    def poser(self, chemin: str, valeur: Any) -> None:
        """Set a value, its tables made as needed; None or an empty text takes the key away."""
        *avant, dernier = _etapes(chemin)
        place: Any = self.table
        for pas in avant:
            place = place.setdefault(pas, {}) if isinstance(place, dict) else place[pas]
        if valeur is None or valeur == "":
            place.pop(dernier, None)
            if not place and len(avant) == 1 and isinstance(avant[0], str):
                del self.table[avant[0]]
        else:
            place[dernier] = valeur

    def poser_majorite(self, regle: str, consultation: str, cle: str, valeur: Any) -> None:
        """Set a threshold, its strictness or base; rules that had the same one follow, with and without colleges."""
        tete = f"regles.{regle}.{consultation}"
        ancien = self.lire(f"{tete}.{cle}")
        for nom in (regle, *_SUIVEUSES.get(regle, ())):
            for chemin in (f"regles.{nom}.{consultation}", f"regles.{nom}.sans_college.{consultation}"):
                ligne = self.lire(chemin)
                if chemin == tete or (isinstance(ligne, dict) and ligne.get(cle) == ancien):
                    self.poser(f"{chemin}.{cle}", valeur)

    def seconde(self, regle: str, oui: bool) -> None:
        """Give a rule a second consultation, of more than half of the votes cast unless it had one, or take it away."""
        for nom in (regle, *_SUIVEUSES.get(regle, ())):
            for chemin in (f"regles.{nom}", f"regles.{nom}.sans_college"):
                table = self.lire(chemin)
                if table is None:
                    continue
                if oui:
                    table.setdefault("deuxieme", {"seuil": "1/2", "stricte": True, "base": "exprimes"})
                else:
                    table.pop("deuxieme", None)

    def changer_forme(self, forme: str) -> None:
        """Another form: what still is as its starting point gave it becomes what the new one gives."""
        ancienne = self.lire("forme", "")
        avant = modele(ancienne) if ancienne in modeles() else {}
        apres = modele(forme) if forme in modeles() else {}
        for section in ("societariat", "regles", "quorum", "pouvoirs", "delais", "scrutin"):
            if avant and self.table.get(section) == avant.get(section):
                self.table.pop(section, None)
                if section in apres:
                    self.table[section] = apres[section]
        self.poser("forme", forme)

    def ajouter(self, liste: str, valeur: Mapping[str, Any]) -> int:
        """One more category or college; its place."""
        lignes: list[Any] = self.table.setdefault(liste, [])
        lignes.append(copy.deepcopy(dict(valeur)))
        return len(lignes) - 1

    def retirer(self, liste: str, rang: int) -> None:
        """Take a category or college away; a category leaves the colleges too."""
        ligne = self.table[liste].pop(rang)
        self._suivis.clear()
        if liste == "categories":
            self._oublier_categorie(ligne.get("code"))

    def renommer_categorie(self, rang: int, code: str) -> None:
        """Another code for a category; the colleges follow, once it is a code of its own (it is typed key by key)."""
        ancien = self._suivis.pop(rang, None) or self.lire(f"categories[{rang}].code")
        self.poser(f"categories[{rang}].code", code)
        autres = {c.get("code") for i, c in enumerate(self.table["categories"]) if i != rang}
        if not code or code in autres:
            self._suivis[rang] = ancien
        elif ancien and ancien not in autres:
            for ligne in self._appartenances():
                ligne["categories"] = [code if un == ancien else un for un in ligne["categories"]]

    def _oublier_categorie(self, code: object) -> None:
        for college in self.table.get("colleges", []):
            for ligne in college.get("regle", []):
                ligne["categories"] = [un for un in ligne.get("categories", []) if un != code]
            college["regle"] = [ligne for ligne in college.get("regle", []) if ligne["categories"]]

    def _appartenances(self) -> Iterator[dict[str, Any]]:
        for college in self.table.get("colleges", []):
            yield from (ligne for ligne in college.get("regle", []) if "categories" in ligne)

    # --- who belongs to a college

    def membres(self, rang: int) -> set[tuple[str, str]]:
        """The (category, kind of person) pairs that a college takes."""
        pris = set()
        for ligne in self.lire(f"colleges[{rang}].regle", ()):
            codes = ligne.get("categories", [c.get("code", "") for c in self.table.get("categories", [])])
            pris |= {(code, personne) for code in codes for personne in ligne.get("personnes", ("physique", "morale"))}
        return pris

    def poser_membres(self, rang: int, pris: set[tuple[str, str]]) -> None:
        """Say who a college takes, as few lines as it needs, in the order of the categories."""
        codes = [c.get("code", "") for c in self.table.get("categories", [])]
        groupes: dict[tuple[str, ...], list[str]] = {}
        for code in codes:
            genres = tuple(genre for genre in ("physique", "morale") if (code, genre) in pris)
            if genres:
                groupes.setdefault(genres, []).append(code)
        regle = [
            {"categories": membres, **({} if len(genres) == 2 else {"personnes": list(genres)})}
            for genres, membres in groupes.items()
        ]
        self.poser(f"colleges[{rang}].regle", regle or None)

    # --- what it gives

    def texte(self) -> str:
        """The TOML text, as it is saved."""
        denomination = self.lire("denomination", "")
        return ecrire_toml(_dans_l_ordre(self.table), f"Statuts de «\u00a0{denomination}\u00a0», écrits avec SCICVote.")

    def lecture(self) -> Lecture:
        """What the text gives: statutes, or every fault."""
        return statuts_de_texte(self.texte())


def _etapes(chemin: str) -> list[Etape]:
    return [int(rang) if rang else nom for nom, rang in _PAS.findall(chemin)]


_TETE: Final = ("format", "cle", "denomination", "forme", "date")


def _dans_l_ordre(table: Mapping[str, Any]) -> dict[str, Any]:
    """The five keys of the head first, whenever they were set."""
    return {**{cle: table[cle] for cle in _TETE if cle in table}, **table}
