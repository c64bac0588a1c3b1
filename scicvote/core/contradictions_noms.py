"""Names in free text against the register and the room: nobody's name, or somebody who speaks without being there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from scicvote.core.contexte_papier import Contexte
from scicvote.core.faits import Invite, Pouvoir, Presence
from scicvote.core.issue import Issue, avertissement
from scicvote.core.normalise import cle

_CIVILITES: Final = r"(?:MM?\.|Mmes?|Mlles?|Monsieur|Madame|Mademoiselle|Messieurs|Mesdames)"
_MOT: Final = r"[^\W\d_a-zà-öø-ÿ][\w’'\-]*"
_PARTICULES: Final = r"(?:de|du|des|la|le|les|d’|l’|van|von|ben|el)"
_NOM: Final = rf"{_MOT}(?:[ \u00a0]+(?:{_PARTICULES}[ \u00a0]+)*{_MOT}){{0,3}}"
_VERBES: Final = (
    r"(?:demande|répond|précise|indique|rappelle|propose|souligne|explique|intervient|remercie|présente|expose|"
    r"s’interroge|s’étonne|estime|ajoute|insiste|annonce|déclare|regrette|constate|fait|dit|prend|donne|lit)"
)
_CIVIL: Final = re.compile(rf"\b({_CIVILITES})[ \u00a0]+({_NOM})")
_ORATEUR: Final = re.compile(rf"\b(?:({_CIVILITES})[ \u00a0]+)?({_NOM})[ \u00a0]+(?:n’|ne )?{_VERBES}\b")
_ARTICLES: Final = ("le ", "la ", "les ", "l’", "l'", "un ", "une ")


@dataclass(frozen=True)
class Noms:
    """Everybody whom minutes may name, as sets of words without accents or capitals."""

    contexte: Contexte

    @cached_property
    def connus(self) -> tuple[frozenset[str], ...]:
        """The words of each name: the register's, those of representatives, guests, the secretary, spouses."""
        return tuple({mots for nom in self._tous() if (mots := _mots(nom))})

    def _tous(self) -> Iterator[str]:
        ag = self.contexte.ag
        for personne in self.contexte.dossier.registre.au(ag.jour).personnes:
            yield personne.nom_complet
            yield personne.fiche.representant
        yield from self._venus()

    def _venus(self) -> Iterator[str]:
        """Those in the room who are not known by their number."""
        ag = self.contexte.ag
        yield from (p.representant for p in ag.tous(Presence))
        yield from (i.nom for i in ag.tous(Invite))
        yield from (p.conjoint for p in ag.tous(Pouvoir))
        if ag.bureau is not None:
            yield ag.bureau.secretaire

    @cached_property
    def presents(self) -> tuple[frozenset[str], ...]:
        """The words of the name of each human in the room at some time, and of whom a legal person represents."""
        la = [self.contexte.nom(n) for n in self.contexte.ag.assistance.vus]
        return tuple(mots for nom in (*la, *self._venus()) if (mots := _mots(nom)))

    def connait(self, nom: str) -> bool:
        """Whether every word of a name is in one known name: ``Marjolaine``, ``Inès Marjolaine``."""
        return _compris(_mots(nom), self.connus)

    def a_vu(self, nom: str) -> bool:
        """Whether somebody of that name was in the room."""
        return _compris(_mots(nom), self.presents)


def _mots(nom: str) -> frozenset[str]:
    return frozenset(re.split(r"[ \-’']+", cle(nom))) - {""}


def _compris(mots: frozenset[str], connus: Iterable[frozenset[str]]) -> bool:
    return any(mots <= un for un in connus)


def contradictions_noms(noms: Noms, chemin: str, texte: str) -> Iterator[Issue]:
    """What a text says of people: a name that nobody has here, somebody who speaks and was not in the room."""
    cites = dict.fromkeys(trouve[2] for trouve in _CIVIL.finditer(texte))
    orateurs = dict.fromkeys(t[2] for t in _ORATEUR.finditer(texte) if t[1] or _nom_entier(t[2]))
    for nom in (*cites, *(n for n in orateurs if n not in cites)):
        if not noms.connait(nom):
            phrase = f"Le texte nomme «\u00a0{nom}\u00a0», qui n’est ni au registre ni parmi les personnes venues à la séance."
            yield avertissement("PV_TEXTE_NOM", phrase, "statuts 21-4", noms.contexte.loi_pv, chemin=chemin)
        elif nom in orateurs and not noms.a_vu(nom):
            phrase = (
                f"Le texte fait parler «\u00a0{nom}\u00a0», que la feuille de présence ne montre pas dans la salle."
            )
            yield avertissement("PV_TEXTE_ABSENT", phrase, "statuts 21-4", noms.contexte.loi_pv, chemin=chemin)


def _nom_entier(nom: str) -> bool:
    """First name and name: one word alone may be anything, and what an article leads is a body, not somebody."""
    return len(nom.split()) > 1 and not nom.lower().startswith(_ARTICLES)
