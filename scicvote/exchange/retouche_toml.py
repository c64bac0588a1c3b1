"""Values changed inside a TOML text, its comments and its order kept: statutes say there where each value comes from.

Line by line, and only where the result reads back as exactly the table that is wanted; else the caller writes it anew.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from typing import Any, Final

from scicvote.core.lecture import Flottant
from scicvote.exchange.ecriture_toml import ecrire_toml, ecrire_valeur

_ENTETE: Final = re.compile(r"\s*(\[\[?)([A-Za-z0-9_.-]+)\]\]?\s*(?:#.*)?")
_CLE: Final = re.compile(r"\s*([A-Za-z0-9_-]+)\s*=\s*")
_ABSENTE: Final = object()
Place = tuple[str | int, ...]


def retoucher(texte: str, table: Mapping[str, Any]) -> str | None:
    """The text with the values of ``table``; None where that cannot be done without writing it anew."""
    lignes = texte.splitlines()
    entetes = (_ENTETE.fullmatch(ligne) for ligne in lignes)
    retouche = _Retouche(table, {tuple(entete[2].split(".")) for entete in entetes if entete is not None})
    rang = 0
    while rang < len(lignes):
        entete = _ENTETE.fullmatch(lignes[rang])
        if entete is not None:
            retouche.entrer(entete[2], entete[1] == "[[", lignes[rang])
            rang += 1
        elif (cle := _CLE.match(lignes[rang])) is not None:
            fin = _fin(lignes, rang)
            if fin is None:
                return None
            retouche.valeur(cle[1], lignes[rang:fin], cle.end())
            rang = fin
        else:
            retouche.sorties.append(lignes[rang])
            rang += 1
    neuf = retouche.finir()
    return neuf if _lire(neuf) == table else None


def _lire(texte: str) -> dict[str, Any] | None:
    try:
        return tomllib.loads(texte, parse_float=Flottant)
    except tomllib.TOMLDecodeError:
        return None


def _fin(lignes: list[str], debut: int) -> int | None:
    """The line after a value, that may take several; None where it never ends."""
    for fin in range(debut + 1, len(lignes) + 1):
        if _lire("\n".join(lignes[debut:fin])) is not None:
            return fin
    return None


class _Retouche:
    """The text being written again: ``sorties`` so far, and under which header one is."""

    def __init__(self, table: Mapping[str, Any], entetes: set[tuple[str, ...]]) -> None:
        self.table, self._entetes = table, entetes
        self.sorties: list[str] = []
        self._place: Place = ()
        self._vues: set[str] = set()
        self._apres = 0  # where a key that is new under this header goes
        self._rangs: dict[str, int] = {}

    def entrer(self, nom: str, liste: bool, ligne: str) -> None:
        """Another header; one that the table has no more goes."""
        self._completer()
        place: Place = tuple(nom.split("."))
        if liste:
            rang = self._rangs.get(nom, -1) + 1
            self._rangs[nom] = rang
            place = (*place, rang)
        self._place, self._vues = place, set()
        if self._ici() is not None:
            self.sorties.append(ligne)
        self._apres = len(self.sorties)

    def valeur(self, cle: str, lignes: list[str], debut: int) -> None:
        """A value as it stands, or the one that takes its place; nothing where the table has it no more."""
        self._vues.add(cle)
        ici = self._ici() or {}
        voulue = ici.get(cle, _ABSENTE)
        if voulue is _ABSENTE:
            return
        lue = _lire("\n".join(lignes)) or {}
        if lue[cle] == voulue:
            self.sorties.extend(lignes)
        else:
            self.sorties.append(_remplacer(lignes, debut, ecrire_valeur(voulue)))
        self._apres = len(self.sorties)

    def _ici(self) -> Mapping[str, Any] | None:
        """What the table has at the present header."""
        trouvee: Any = self.table
        for pas in self._place:
            try:
                trouvee = trouvee[pas]
            except (KeyError, IndexError, TypeError):
                return None
        return trouvee if isinstance(trouvee, Mapping) else None

    def _completer(self) -> None:
        """The keys that are new under the present header; tables of the first level have headers of their own."""
        neuves = [
            f"{cle} = {ecrire_valeur(valeur)}"
            for cle, valeur in (self._ici() or {}).items()
            if cle not in self._vues and (*self._place, cle) not in self._entetes and not self._a_part(valeur)
        ]
        self.sorties[self._apres : self._apres] = neuves

    def _a_part(self, valeur: object) -> bool:
        """Whether a value that is new here has a header of its own: a table, a rule, a quorum."""
        seule = not self._place or self._place in (("regles",), ("quorum",))
        return seule and isinstance(valeur, Mapping)

    def finir(self) -> str:
        """The text, with the tables that are new at its end."""
        self._completer()
        neuves: dict[str, Any] = {}
        for section, valeur in self.table.items():
            if not isinstance(valeur, Mapping):
                continue
            if not any(entete[0] == section for entete in self._entetes):
                neuves[section] = valeur
            elif section in ("regles", "quorum"):
                seules = {nom: une for nom, une in valeur.items() if (section, nom) not in self._entetes}
                neuves |= {section: seules} if seules else {}
        fin = f"\n{ecrire_toml(neuves)}" if neuves else ""
        return "\n".join(self.sorties).rstrip("\n") + "\n" + fin


def _remplacer(lignes: list[str], debut: int, valeur: str) -> str:
    """The line with another value; its comment stays, in its column where there is room."""
    tete = lignes[0][:debut]
    if len(lignes) > 1:
        return tete + valeur
    ligne = lignes[0]
    for rang in (i for i, c in enumerate(ligne) if c == "#"):
        if _lire(ligne[:rang]) is not None:
            neuve = tete + valeur
            return f"{neuve}{' ' * max(2, rang - len(neuve))}{ligne[rang:]}"
    return tete + valeur
