"""Reading a tree of plain values (parsed TOML or JSON) while gathering every fault, each with its path."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from fractions import Fraction
from typing import Any

from scicvote.core.exact import lire_exact
from scicvote.core.issue import Issue

_SIMPLE = re.compile(r"[^\s:\"\\\[\].](?:[^:\"\\\[\]]*[^\s:\"\\\[\]])?")
MANQUE = object()


def sous(chemin: str, cle: str | int) -> str:
    """The path one step below: ``corps.SB``, ``resolutions[0]``; unusual keys are quoted: a path stays a line."""
    if isinstance(cle, int):
        return f"{chemin}[{cle}]"
    nom = cle
    if not (_SIMPLE.fullmatch(cle) and cle.isprintable()):
        nom = '"' + cle.encode("unicode_escape").decode("ascii").replace('"', '\\"') + '"'
    return nom if chemin == "." else f"{chemin}.{nom}"


def montrer(valeur: object) -> str:
    """A value as it may be quoted in a sentence: short, on one line."""
    if isinstance(valeur, bool):
        return "true" if valeur else "false"
    if isinstance(valeur, str):
        texte = "".join(c if c.isprintable() else "\ufffd" for c in " ".join(valeur[:1000].split()))
        return f"«\u00a0{texte[:40]}{'…' if len(texte) > 40 else ''}\u00a0»"
    if isinstance(valeur, Mapping):
        return "une table"
    if isinstance(valeur, list | tuple):
        return "une liste"
    if isinstance(valeur, int) and abs(valeur) >= 10**40:
        return "un nombre démesuré"
    return "null" if valeur is None else str(valeur)


@dataclass
class Lecteur:
    """Typed access to a tree. Each method returns the value read, or None after having noted the fault.

    Codes given here: ``MANQUANT``, ``CLE_INCONNUE``, ``TYPE``, ``FLOTTANT``, ``NOMBRE``, ``VALEUR``, ``DATE``.
    """

    issues: list[Issue] = field(default_factory=list)

    def faute(self, code: str, chemin: str, phrase: str) -> None:
        """Note one fault."""
        self.issues.append(Issue(code, phrase, chemin))

    def table(self, valeur: object, chemin: str, cles: Collection[str] | None = None) -> Mapping[str, Any] | None:
        """A table; with ``cles``, every other key in it is a fault."""
        if not isinstance(valeur, Mapping):
            self.faute("TYPE", chemin, f"une table est attendue, pas {montrer(valeur)}.")
            return None
        if cles is not None:
            for cle in valeur:
                if cle not in cles:
                    self.faute(
                        "CLE_INCONNUE",
                        sous(chemin, cle),
                        f"clé inconnue\u00a0; clés acceptées\u00a0: {', '.join(cles)}.",
                    )
        return valeur

    def liste(self, valeur: object, chemin: str) -> Sequence[Any] | None:
        """A list."""
        if not isinstance(valeur, list | tuple):
            self.faute("TYPE", chemin, f"une liste est attendue, pas {montrer(valeur)}.")
            return None
        return valeur

    def requis(self, table: Mapping[str, Any], cle: str, chemin: str) -> object:
        """The value of a required key; ``MANQUE`` after having noted that it is missing."""
        if cle not in table:
            self.faute("MANQUANT", sous(chemin, cle), f"la clé «\u00a0{cle}\u00a0» manque.")
            return MANQUE
        valeur: object = table[cle]
        return valeur

    def texte(self, valeur: object, chemin: str) -> str | None:
        """A text."""
        if not isinstance(valeur, str):
            self.faute(self._code(valeur), chemin, f"un texte est attendu, pas {montrer(valeur)}.")
            return None
        if not valeur.isprintable() and any("\ud800" <= c <= "\udfff" for c in valeur):
            self.faute("TYPE", chemin, "ce texte contient un caractère Unicode invalide.")
            return None
        return valeur

    def choix(self, valeur: object, chemin: str, admis: Sequence[str]) -> str | None:
        """One of the words ``admis``."""
        texte = self.texte(valeur, chemin)
        if texte is None:
            return None
        if texte not in admis:
            self.faute(
                "VALEUR", chemin, f"{montrer(texte)} n’est pas admis\u00a0; valeurs admises\u00a0: {', '.join(admis)}."
            )
            return None
        return texte

    def booleen(self, valeur: object, chemin: str) -> bool | None:
        """``true`` or ``false``."""
        if not isinstance(valeur, bool):
            self.faute(self._code(valeur), chemin, f"true ou false est attendu, pas {montrer(valeur)}.")
            return None
        return valeur

    def entier(self, valeur: object, chemin: str, minimum: int = 0, maximum: int | None = None) -> int | None:
        """A whole number, written as such."""
        if isinstance(valeur, bool) or not isinstance(valeur, int):
            self.faute(self._code(valeur), chemin, f"un nombre entier est attendu, pas {montrer(valeur)}.")
            return None
        if valeur < minimum or (maximum is not None and valeur > maximum):
            borne = f"d’au moins {minimum}" if maximum is None else f"de {minimum} à {maximum}"
            self.faute("NOMBRE", chemin, f"un entier {borne} est attendu, pas {montrer(valeur)}.")
            return None
        return valeur

    def exact(self, valeur: object, chemin: str) -> Fraction | None:
        """An exact number: a whole one, or a text ``12``, ``12.5`` or ``3/4``."""
        if isinstance(valeur, int) and not isinstance(valeur, bool) and valeur >= 0:
            return Fraction(valeur)
        lu = lire_exact(valeur) if isinstance(valeur, str) else None
        if lu is None:
            code = "FLOTTANT" if est_flottant(valeur) else "NOMBRE"
            self.faute(code, chemin, f'{montrer(valeur)} n’est pas un nombre exact\u00a0; écrire 12, "12.5" ou "3/4".')
        return lu

    def jour(self, valeur: object, chemin: str) -> date | None:
        """A date: a TOML one or a text ``AAAA-MM-JJ``."""
        if isinstance(valeur, date) and not isinstance(valeur, datetime):
            return valeur
        lu = lire_jour(valeur) if isinstance(valeur, str) else None
        if lu is None:
            self.faute("DATE", chemin, f"{montrer(valeur)} n’est pas une date\u00a0; écrire AAAA-MM-JJ.")
        return lu

    def _code(self, valeur: object) -> str:
        return "FLOTTANT" if est_flottant(valeur) else "TYPE"


@dataclass(frozen=True, slots=True)
class Flottant:
    """A number with a point or an exponent, as it was written: never turned into a binary one."""

    texte: str

    def __str__(self) -> str:
        return self.texte[:40]


def est_flottant(valeur: object) -> bool:
    """Whether a value was written as a number with a point or an exponent."""
    return isinstance(valeur, Flottant)


def lire_jour(texte: str) -> date | None:
    """``2026-06-12`` as a date; None for anything else, impossible dates included."""
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", texte):
        return None
    try:
        return date.fromisoformat(texte)
    except ValueError:
        return None
