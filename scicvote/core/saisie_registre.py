"""One row of a register file, read: its values and what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from operator import methodcaller
from typing import Any, Final

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

Textes = Mapping[Champ, Sequence[str]]  # the columns of a file, cleaned
Lu = tuple[Any, Callable[["Saisie"], None] | None]  # the value of a text, and what is noted on the rows that have it


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


def nettoyees(places: Mapping[Champ, int], lignes: Sequence[LigneBrute]) -> Textes:
    """The cells of the known columns, cleaned; "" where a row is too short."""
    largeur = max(places.values()) + 1
    rangees = [textes if len(textes) >= largeur else (*textes, *[""] * largeur) for _, textes in lignes]
    return {champ: nettoyer([rangee[place] for rangee in rangees]) for champ, place in places.items()}


def champs_de(textes: Textes, rang: int) -> dict[Champ, str]:
    """The filled cells of one row, by what they hold."""
    return {champ: colonne[rang] for champ, colonne in textes.items() if colonne[rang]}


@dataclass(frozen=True)
class LecteurLignes:
    """Reads rows under these headers and statutes; ``jour`` tells a date to come from a past one.

    Rows are read column by column: a text that many rows have is understood once.
    """

    statuts: Statuts
    colonnes: Colonnes
    jour: date

    @cached_property
    def _categories(self) -> Mapping[str, str]:
        return index_categories(self.statuts)

    def lire(self, numeros: Sequence[int], textes: Textes) -> list[Saisie]:
        """The rows, under their numbers. Every fault of every row at once."""
        saisies = self._saisies(numeros, textes)
        self._identites(saisies, textes)
        self._remplir(saisies, textes, Champ.NUMERO, "numero", self._numero)
        self._remplir(saisies, textes, Champ.CATEGORIE, "categorie", self._categorie)
        self._remplir(saisies, textes, Champ.PARTS, "parts", self._parts)
        self._remplir(saisies, textes, Champ.ENTREE, "entree", self._entree)
        self._remplir(saisies, textes, Champ.COURRIEL, "courriel", self._courriel)
        self._remplir(saisies, textes, Champ.CIVILITE, "civilite", self._civilite)
        return saisies

    @staticmethod
    def _saisies(numeros: Sequence[int], textes: Textes) -> list[Saisie]:
        """The rows with what is taken as it is written."""
        vide = [""] * len(numeros)
        nom, prenom, representant, qualite, college = (
            textes.get(champ, vide)
            for champ in (Champ.NOM, Champ.PRENOM, Champ.REPRESENTANT, Champ.QUALITE, Champ.COLLEGE)
        )
        adresse = textes.get(Champ.DOMICILE, vide)
        if not _LOCALITE.isdisjoint(textes):
            adresse = list(map(_domicile, adresse, *(textes.get(champ, vide) for champ in _LIEUX)))
        return list(map(Saisie, numeros, nom, prenom, vide, adresse, vide, representant, qualite, college))

    @staticmethod
    def _remplir(
        saisies: Sequence[Saisie], textes: Textes, champ: Champ, attribut: str, lire: Callable[[str], Lu]
    ) -> None:
        """One column: its values put in the rows, its faults noted on them."""
        colonne = textes.get(champ, ())
        lus = {texte: lire(texte) for texte in set(colonne) if texte}
        for saisie, texte in zip(saisies, colonne, strict=False):
            if texte:
                valeur, noter = lus[texte]
                setattr(saisie, attribut, valeur)
                if noter is not None:
                    noter(saisie)

    def _identites(self, saisies: Sequence[Saisie], textes: Textes) -> None:
        """Who each row is. Most say it in their column of names, and in another whether it is a legal person."""
        vide = [""] * len(saisies)
        personnes, denominations = textes.get(Champ.PERSONNE, vide), textes.get(Champ.DENOMINATION, vide)
        lues = {texte: lire_personne(texte) for texte in set(personnes)}
        for rang, saisie in enumerate(saisies):
            saisie.personne = lues[personnes[rang]]
            if saisie.personne is None or denominations[rang] or not saisie.nom:
                self._identite(saisie, champs_de(textes, rang))

    def _identite(self, saisie: Saisie, champs: Mapping[Champ, str]) -> None:
        texte = champs.get(Champ.PERSONNE, "")
        if texte and saisie.personne is None:
            phrase = f"{montrer(texte)} n’est pas un type de personne\u202f; écrire physique ou morale."
            saisie.refuser("TYPE_PERSONNE", phrase, self.colonnes.nom(Champ.PERSONNE))
        saisie.evidence = None if saisie.personne else self._evidence(champs)
        if Champ.DENOMINATION in champs:
            self._denomination(saisie, champs[Champ.DENOMINATION])
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

    def _evidence(self, champs: Mapping[Champ, str]) -> str | None:
        if Champ.DENOMINATION in champs:
            contradictoire = Champ.NOM not in champs and Champ.PRENOM in champs
            return None if contradictoire else MORALE
        if Champ.PRENOM in champs:
            return PHYSIQUE
        sans_prenom = Champ.PRENOM in self.colonnes.places and Champ.CIVILITE not in champs
        return MORALE if sans_prenom else None

    def _refus(self, code: str, phrase: str, champ: Champ, *articles: str) -> Callable[[Saisie], None]:
        return methodcaller("refuser", code, phrase, self.colonnes.nom(champ), *articles)

    def _avis(self, code: str, phrase: str, champ: Champ) -> Callable[[Saisie], None]:
        return methodcaller("avertir", code, phrase, self.colonnes.nom(champ))

    def _numero(self, texte: str) -> Lu:
        numero = lire_numero(texte)
        if numero is not None:
            return numero, None
        phrase = f"{montrer(texte)} n’est pas un numéro d’associé\u202f; écrire un entier ou laisser vide."
        return None, self._refus("NUMERO", phrase, Champ.NUMERO)

    def _categorie(self, texte: str) -> Lu:
        categorie = trouver_categorie(self._categories, texte)
        if categorie:
            return categorie, None
        admises = ", ".join(f"{c.code} ({c.nom})" for c in self.statuts.categories)
        phrase = f"catégorie inconnue des statuts\u00a0: {montrer(texte)}\u202f; catégories admises\u00a0: {admises}."
        article = self.statuts.article("categories", defaut="statuts")
        return "", self._refus("CATEGORIE_INCONNUE", phrase, Champ.CATEGORIE, article)

    def _parts(self, texte: str) -> Lu:
        lues = lire_parts(texte)
        if isinstance(lues, str):
            return None, self._refus("PARTS", f"{montrer(texte)} {lues}.", Champ.PARTS)
        return lues, None

    def _entree(self, texte: str) -> Lu:
        lue = lire_date(texte)
        if isinstance(lue, str):
            return None, self._refus("DATE", f"la date {montrer(texte)} {lue}.", Champ.ENTREE)
        if lue <= self.jour:
            return lue, None
        phrase = f"la date d’entrée {lue:%d/%m/%Y} est dans l’avenir."
        return lue, self._avis("DATE_FUTURE", phrase, Champ.ENTREE)

    def _courriel(self, texte: str) -> Lu:
        if courriel_plausible(texte):
            return texte, None
        phrase = f"{montrer(texte)} ne ressemble pas à une adresse électronique\u202f; elle est reprise telle quelle."
        return texte, self._avis("COURRIEL", phrase, Champ.COURRIEL)

    def _civilite(self, texte: str) -> Lu:
        civilite = lire_civilite(texte)
        if civilite:
            return civilite, None
        phrase = f"civilité non reprise\u00a0: {montrer(texte)}\u202f; le registre connaît M. et Mme."
        return "", self._avis("CIVILITE", phrase, Champ.CIVILITE)


_LIEUX: Final = (Champ.COMPLEMENT, Champ.CODE_POSTAL, Champ.VILLE)
_LOCALITE: Final = frozenset(_LIEUX)


def _domicile(adresse: str, complement: str, postal: str, ville: str) -> str:
    """Address, complement, postcode and town on one line."""
    if re.fullmatch("[0-9]{4}", postal):
        postal = f"0{postal}"  # a spreadsheet takes 01000 for a number
    localite = f"{postal} {ville}".strip()
    if localite and cle(localite) in cle(adresse):
        localite = ""
    return ", ".join(texte for texte in (adresse, complement, localite) if texte)
