"""One row of a register file, read: its values and what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from operator import itemgetter
from typing import Final

from scicvote.core.colonnes import Champ, Colonnes
from scicvote.core.issue import Issue, avertissement, refus
from scicvote.core.lecture import montrer
from scicvote.core.normalise import cle, cle_nom, nettoyer
from scicvote.core.statuts import MORALE, PHYSIQUE, Statuts
from scicvote.core.tableau import LigneBrute
from scicvote.core.valeurs_registre import (
    courriel_plausible,
    index_categories,
    lire_civilite,
    lire_date,
    lire_numero,
    lire_parts,
    lire_personne,
    trouver_categorie,
)

# What every row is asked for, reached once: the members of an enumeration are slow to reach.
_NOM, _DENOMINATION, _PRENOM, _PERSONNE = Champ.NOM, Champ.DENOMINATION, Champ.PRENOM, Champ.PERSONNE
_DOMICILE, _COLLEGE, _REPRESENTANT, _QUALITE = Champ.DOMICILE, Champ.COLLEGE, Champ.REPRESENTANT, Champ.QUALITE


@dataclass(slots=True)
class Saisie:
    """What a row says. An empty text or None: the row says nothing of it.

    ``evidence`` is the kind of person that the filled cells show, where no column says it.
    """

    ligne: int
    nom: str = ""
    prenom: str = ""
    civilite: str = ""
    domicile: str = ""
    courriel: str = ""
    representant: str = ""
    qualite: str = ""
    college: str = ""
    categorie: str = ""
    numero: int | None = None
    parts: int | None = None
    entree: date | None = None
    personne: str | None = None
    evidence: str | None = None
    denommee: bool = False  # named in a column of denominations
    issues: list[Issue] = field(default_factory=list)

    @property
    def nom_registre(self) -> str:
        return f"{self.nom} {self.prenom}".strip()

    @property
    def cle_identite(self) -> tuple[str, str]:
        """Name and first name, without accents, case nor punctuation."""
        return cle_nom(self.nom), cle_nom(self.prenom)

    def refuser(self, code: str, phrase: str, colonne: str = "", *articles: str) -> None:
        """Note what prevents the row."""
        self.issues.append(refus(code, phrase, *articles, chemin=chemin(self.ligne, colonne)))

    def avertir(self, code: str, phrase: str, colonne: str = "", *articles: str) -> None:
        """Note what deserves a look."""
        self.issues.append(avertissement(code, phrase, *articles, chemin=chemin(self.ligne, colonne)))


def chemin(ligne: int, colonne: str = "") -> str:
    """Where a fault is: ``ligne 12`` or ``ligne 12, colonne Parts``."""
    return f"ligne {ligne}, colonne {colonne}" if colonne else f"ligne {ligne}"


def cellules(places: Mapping[Champ, int], lignes: Sequence[LigneBrute]) -> Iterator[dict[Champ, str]]:
    """For each row its filled cells, cleaned, by what they hold. Columns are cleaned whole."""
    largeur = max(places.values()) + 1
    rangees = [textes if len(textes) >= largeur else (*textes, *[""] * largeur) for _, textes in lignes]
    colonnes = [nettoyer(list(map(itemgetter(place), rangees))) for place in places.values()]
    for textes in zip(*colonnes, strict=True):
        yield {champ: texte for champ, texte in zip(places, textes, strict=True) if texte}


@dataclass(frozen=True)
class LecteurLigne:
    """Reads rows under these headers and statutes; ``jour`` tells a date to come from a past one."""

    statuts: Statuts
    colonnes: Colonnes
    jour: date
    _categories: Mapping[str, str] = field(init=False)
    _lecteurs: tuple[tuple[Champ, Callable[[Saisie, str], None]], ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_categories", index_categories(self.statuts))
        lecteurs = (
            (Champ.NUMERO, self._numero),
            (Champ.CATEGORIE, self._categorie),
            (Champ.PARTS, self._parts),
            (Champ.ENTREE, self._entree),
            (Champ.COURRIEL, self._courriel),
            (Champ.CIVILITE, self._civilite),
        )
        object.__setattr__(self, "_lecteurs", tuple(paire for paire in lecteurs if paire[0] in self.colonnes.places))

    def lire(self, ligne: int, champs: Mapping[Champ, str]) -> Saisie:
        """The values of one row. Every fault of the row at once."""
        saisie = Saisie(ligne)
        self._identite(saisie, champs)
        for champ, lire in self._lecteurs:
            if champ in champs:
                lire(saisie, champs[champ])
        saisie.domicile = _domicile(champs)
        saisie.qualite, saisie.college = champs.get(_QUALITE, ""), champs.get(_COLLEGE, "")
        return saisie

    def _identite(self, saisie: Saisie, champs: Mapping[Champ, str]) -> None:
        saisie.nom, saisie.prenom = champs.get(_NOM, ""), champs.get(_PRENOM, "")
        saisie.representant = champs.get(_REPRESENTANT, "")
        self._personne(saisie, champs)
        if _DENOMINATION in champs:
            self._denomination(saisie, champs[_DENOMINATION])
        if not saisie.nom:
            saisie.refuser("NOM_MANQUANT", "la ligne ne donne pas de nom.", self.colonnes.nom(self._champ_nom))

    def _denomination(self, saisie: Saisie, denomination: str) -> None:
        nom, saisie.denommee = saisie.nom, True
        morale = (saisie.personne or saisie.evidence) != PHYSIQUE
        if morale or not nom:
            saisie.nom = denomination
        if morale and nom and cle(nom) != cle(denomination):
            self._contact(saisie, nom)
        elif nom and not morale:
            phrase = f"la dénomination {montrer(denomination)} n’est pas reprise\u00a0: c’est une personne physique."
            saisie.avertir("DENOMINATION_IGNOREE", phrase, self.colonnes.nom(Champ.DENOMINATION))

    @property
    def _champ_nom(self) -> Champ:
        return Champ.NOM if Champ.NOM in self.colonnes.places else Champ.DENOMINATION

    @staticmethod
    def _contact(saisie: Saisie, nom: str) -> None:
        """Beside a denomination, a name and first name are those of the representative."""
        saisie.representant = saisie.representant or f"{saisie.prenom} {nom}".strip()
        saisie.prenom = ""

    def _personne(self, saisie: Saisie, champs: Mapping[Champ, str]) -> None:
        texte = champs.get(_PERSONNE, "")
        saisie.personne = lire_personne(texte)
        if texte and saisie.personne is None:
            phrase = f"{montrer(texte)} n’est pas un type de personne\u202f; écrire physique ou morale."
            saisie.refuser("TYPE_PERSONNE", phrase, self.colonnes.nom(Champ.PERSONNE))
        saisie.evidence = None if saisie.personne else self._evidence(champs)

    def _evidence(self, champs: Mapping[Champ, str]) -> str | None:
        if Champ.DENOMINATION in champs:
            contradictoire = Champ.NOM not in champs and Champ.PRENOM in champs
            return None if contradictoire else MORALE
        if Champ.PRENOM in champs:
            return PHYSIQUE
        sans_prenom = Champ.PRENOM in self.colonnes.places and Champ.CIVILITE not in champs
        return MORALE if sans_prenom else None

    def _numero(self, saisie: Saisie, texte: str) -> None:
        saisie.numero = lire_numero(texte)
        if saisie.numero is None:
            phrase = f"{montrer(texte)} n’est pas un numéro d’associé\u202f; écrire un entier ou laisser vide."
            saisie.refuser("NUMERO", phrase, self.colonnes.nom(Champ.NUMERO))

    def _categorie(self, saisie: Saisie, texte: str) -> None:
        saisie.categorie = trouver_categorie(self._categories, texte) or ""
        if not saisie.categorie:
            admises = ", ".join(f"{c.code} ({c.nom})" for c in self.statuts.categories)
            phrase = (
                f"catégorie inconnue des statuts\u00a0: {montrer(texte)}\u202f; catégories admises\u00a0: {admises}."
            )
            article = self.statuts.article("categories", defaut="statuts")
            saisie.refuser("CATEGORIE_INCONNUE", phrase, self.colonnes.nom(Champ.CATEGORIE), article)

    def _parts(self, saisie: Saisie, texte: str) -> None:
        lues = lire_parts(texte)
        if isinstance(lues, str):
            saisie.refuser("PARTS", f"{montrer(texte)} {lues}.", self.colonnes.nom(Champ.PARTS))
        else:
            saisie.parts = lues

    def _entree(self, saisie: Saisie, texte: str) -> None:
        lue = lire_date(texte)
        if isinstance(lue, str):
            saisie.refuser("DATE", f"la date {montrer(texte)} {lue}.", self.colonnes.nom(Champ.ENTREE))
            return
        saisie.entree = lue
        if lue > self.jour:
            phrase = f"la date d’entrée {lue:%d/%m/%Y} est dans l’avenir."
            saisie.avertir("DATE_FUTURE", phrase, self.colonnes.nom(Champ.ENTREE))

    def _courriel(self, saisie: Saisie, texte: str) -> None:
        saisie.courriel = texte
        if not courriel_plausible(texte):
            phrase = (
                f"{montrer(texte)} ne ressemble pas à une adresse électronique\u202f; elle est reprise telle quelle."
            )
            saisie.avertir("COURRIEL", phrase, self.colonnes.nom(Champ.COURRIEL))

    def _civilite(self, saisie: Saisie, texte: str) -> None:
        saisie.civilite = lire_civilite(texte) or ""
        if not saisie.civilite:
            phrase = f"civilité non reprise\u00a0: {montrer(texte)}\u202f; le registre connaît M. et Mme."
            saisie.avertir("CIVILITE", phrase, self.colonnes.nom(Champ.CIVILITE))


_LOCALITE: Final = frozenset({Champ.COMPLEMENT, Champ.CODE_POSTAL, Champ.VILLE})


def _domicile(champs: Mapping[Champ, str]) -> str:
    """Address, complement, postcode and town on one line."""
    adresse = champs.get(_DOMICILE, "")
    if _LOCALITE.isdisjoint(champs):
        return adresse
    postal = champs.get(Champ.CODE_POSTAL, "")
    if re.fullmatch("[0-9]{4}", postal):
        postal = f"0{postal}"  # a spreadsheet takes 01000 for a number
    localite = f"{postal} {champs.get(Champ.VILLE, '')}".strip()
    if localite and cle(localite) in cle(adresse):
        localite = ""
    return ", ".join(texte for texte in (adresse, champs.get(Champ.COMPLEMENT, ""), localite) if texte)
