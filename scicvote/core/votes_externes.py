"""Votes cast elsewhere, read from a table and reconciled with an assembly: no name is ever kept beside a choice.

Two shapes are read. Counts: one row for each resolution and college, with the columns ``pour``, ``contre``,
``abstention``, ``blanc``, ``nul``. Ballots (GvoT's export of results): the questions as columns, one row a ballot, a
``collectif`` or ``collège`` column.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from scicvote.core.article import regle
from scicvote.core.assemblee import Assemblee
from scicvote.core.colonnes import Champ, champ_de, intitule
from scicvote.core.exact import INSECABLE, accord
from scicvote.core.faits import CorpsScrutin, Resolution
from scicvote.core.francais import enumerer
from scicvote.core.issue import Issue, avertissement, bloquantes, refus
from scicvote.core.normalise import cle, singulier
from scicvote.core.resolution import Objet
from scicvote.core.scrutin import ENSEMBLE
from scicvote.core.statuts import Statuts
from scicvote.core.tableau import LigneBrute, Table
from scicvote.core.vote import Comptage, ComptageCorps

COURRIER: Final = "courrier"
VISIOCONFERENCE: Final = "visioconference"
MODES_DISTANCE: Final = {COURRIER: "par correspondance", VISIOCONFERENCE: "pendant une visioconférence"}
CHOIX: Final = ("pour", "contre", "abstention", "blanc", "nul")

_REPONSES: Final = {
    mot: choix
    for choix, mots in {
        "pour": "pour|oui|o|favorable|d accord|je vote pour|approuve|j approuve|yes",
        "contre": "contre|non|n|defavorable|pas d accord|je vote contre|rejette|no",
        "abstention": "abstention|abstentions|je m abstiens|s abstient|sans avis|ne se prononce pas|nsp|neutre",
        "blanc": "blanc|blancs|vote blanc|bulletin blanc",
        "nul": "nul|nuls|vote nul|bulletin nul",
    }.items()
    for mot in mots.split("|")
}
_COLLEGE: Final = frozenset({"college", "collectif", "college de vote", "code college", "corps"})
_RESOLUTION: Final = frozenset({"resolution", "question", "point", "n de resolution", "numero de resolution"})
_PERSONNELS: Final = frozenset(Champ) - {Champ.COLLEGE}
_TRACES: Final = re.compile(
    r"\b(votant|electeur|electrice|identifiant|uuid|jeton|token|adresse ip|ip|horodatage|date)\b"
)
_NUMERO: Final = re.compile(r"(?:(?:resolution|question|point)(?: n| no| numero)?|n|no|numero)? ?(\d{1,3})(?: (.*))?")


@dataclass(frozen=True, slots=True)
class VotesExternes:
    """What a file says, once reconciled: the counts of each resolution by body; all its faults in ``issues``.

    ``bulletins`` is the number of ballots (0 for a file of counts), ``ecartees`` the columns that were dropped unread.
    """

    source: str
    comptes: Mapping[int, Comptage] = field(default_factory=dict)
    bulletins: int = 0
    ecartees: tuple[str, ...] = ()
    issues: tuple[Issue, ...] = ()
    empreinte: str = ""  # SHA-256 of the file, in hexadecimal

    @property
    def acceptable(self) -> bool:
        """Whether nothing stands against using these counts."""
        return not bloquantes(self.issues) and bool(self.comptes)


@regle("statuts", "22", "26")
def rapprocher(table: Table, assemblee: Assemblee, statuts: Statuts) -> VotesExternes:
    """The counts of a table, its questions matched with the agenda (by number or title) and its colleges with the statutes'.

    Codes: ``VOTES_QUESTION``, ``VOTES_COLLEGE``, ``VOTES_REPONSE``, ``VOTES_COMPTE``, ``VOTES_DOUBLE``, ``VOTES_ELECTION``,
    ``VIDE``; the warning ``VOTES_NOMS`` says the columns dropped.
    """
    return _Lecteur(table, assemblee, statuts).lire()


class _Lecteur:
    """Reads one table; every fault is noted with its row and column."""

    def __init__(self, table: Table, assemblee: Assemblee, statuts: Statuts) -> None:
        self._table, self._assemblee, self._statuts = table, assemblee, statuts
        self._issues: list[Issue] = []
        self._comptes: dict[int, dict[str, Counter[str]]] = {}
        self._corps = _corps_par_mot(statuts)
        self._cles = tuple(cle(entete) for entete in table.entetes)
        self._personnelles = {i for i, entete in enumerate(table.entetes) if self._personnelle(entete)}

    def lire(self) -> VotesExternes:
        choix = {i: _REPONSES[mot] for i, mot in enumerate(self._cles) if len(mot) > 2 and mot in _REPONSES}
        ecartees = tuple(intitule(self._table.entetes[i]) for i in sorted(self._personnelles - set(choix)))
        if ecartees:
            phrase = f"Aucun nom n’est gardé avec un choix\u00a0: {_colonnes(ecartees)}."
            self._issues.append(avertissement("VOTES_NOMS", phrase))
        comptes = {"pour", "contre"} <= set(choix.values())
        bulletins = self._lire_comptes(choix) if comptes else self._lire_bulletins()
        if not self._comptes and not bloquantes(self._issues):
            self.noter("VIDE", "le fichier ne contient aucun vote.", ".")
        lus = {n: {code: _compte(c) for code, c in corps.items()} for n, corps in self._comptes.items()}
        return VotesExternes(self._table.source, lus, bulletins, ecartees, tuple(self._issues))

    # --- counts: a row for each resolution and college

    def _lire_comptes(self, choix: Mapping[int, str]) -> int:
        place = next((i for i, mot in enumerate(self._cles) if mot in _RESOLUTION), None)
        if place is None:
            self.noter("VOTES_QUESTION", "aucune colonne «\u00a0Résolution\u00a0» ne dit ce qui est voté.", ".")
            return 0
        for ligne in self._lignes():
            resolution = self._resolution(_cellule(ligne, place), f"ligne {ligne.numero}")
            corps = self._corps_de(ligne)
            nombres = Counter({nom: self._nombre(ligne, i) for i, nom in choix.items()})
            if resolution is None or corps is None:
                continue
            if corps in self._comptes.setdefault(resolution, {}):
                self.noter(
                    "VOTES_DOUBLE", "cette résolution a déjà une ligne pour ce collège.", f"ligne {ligne.numero}"
                )
            self._comptes[resolution][corps] = nombres
        return 0

    def _nombre(self, ligne: LigneBrute, place: int) -> int:
        texte = _cellule(ligne, place).replace("\u202f", "").replace(INSECABLE, "")
        if not texte or (texte.isascii() and texte.isdigit() and len(texte) <= 6):
            return int(texte or 0)
        self.noter(
            "VOTES_COMPTE", f"«\u00a0{intitule(texte)}\u00a0» n’est pas un nombre de voix.", self._chemin(ligne, place)
        )
        return 0

    # --- ballots: a row each

    def _lire_bulletins(self) -> int:
        questions: dict[int, int] = {}
        for i, entete in enumerate(self._table.entetes):
            if not self._cles[i] or self._cles[i] in _COLLEGE or i in self._personnelles:
                continue
            chemin = f"colonne {intitule(entete)}"
            resolution = self._resolution(entete, chemin)
            if resolution in questions.values():
                self.noter("VOTES_DOUBLE", "une autre colonne porte déjà sur cette résolution.", chemin)
            elif resolution is not None:
                questions[i] = resolution
        lignes = tuple(self._lignes())
        for ligne in lignes:
            corps = self._corps_de(ligne)
            for place, resolution in questions.items():
                choix = self._reponse(ligne, place)
                if choix and corps is not None:
                    self._comptes.setdefault(resolution, {}).setdefault(corps, Counter())[choix] += 1
        return len(lignes)

    def _reponse(self, ligne: LigneBrute, place: int) -> str:
        """What a ballot says on a question; nothing where it was left without an answer."""
        texte = _cellule(ligne, place)
        choix = _REPONSES.get(cle(texte), "")
        if texte and not choix:
            phrase = f"réponse inconnue\u00a0: «\u00a0{intitule(texte)}\u00a0»\u202f; attendu\u00a0: pour, contre, abstention, blanc ou nul."
            self.noter("VOTES_REPONSE", phrase, self._chemin(ligne, place))
        return choix

    # --- matching

    def _resolution(self, texte: str, chemin: str) -> int | None:
        points = _points(texte, self._assemblee.resolutions)
        if len(points) != 1:
            quoi = "ne désigne aucune résolution" if not points else "désigne plusieurs résolutions"
            phrase = f"«\u00a0{intitule(texte)}\u00a0» {quoi} de l’ordre du jour\u202f; donner son numéro ou son titre."
            self.noter("VOTES_QUESTION", phrase, chemin)
            return None
        if points[0].objet in (Objet.ELECTION, Objet.DESIGNATION):
            phrase = f"la résolution {points[0].numero} élit des personnes\u00a0: ses bulletins se dépouillent dans la salle."
            self.noter("VOTES_ELECTION", phrase, chemin)
            return None
        return points[0].resolution

    def _personnelle(self, entete: str) -> bool:
        """Whether a column would tell who voted; a question that is on the agenda does not."""
        trace = champ_de(entete) in _PERSONNELS or _TRACES.search(cle(entete)) is not None
        return trace and not _points(entete, self._assemblee.resolutions)

    def _corps_de(self, ligne: LigneBrute) -> str | None:
        """The body of a row; the whole assembly where the vote is by heads."""
        if not self._assemblee.convocation.par_college:
            return ENSEMBLE
        place = next((i for i, mot in enumerate(self._cles) if mot in _COLLEGE), None)
        texte = "" if place is None else _cellule(ligne, place)
        corps = self._corps.get(singulier(texte))
        if corps is None:
            phrase = (
                f"collège inconnu\u00a0: «\u00a0{intitule(texte)}\u00a0»." if texte else "le collège n’est pas dit."
            )
            self.noter(
                "VOTES_COLLEGE",
                f"{phrase} Attendu\u00a0: {', '.join(self._statuts.par_code)}.",
                f"ligne {ligne.numero}",
            )
        return corps

    def _lignes(self) -> Iterator[LigneBrute]:
        return (ligne for ligne in self._table.lignes if any(map(str.strip, ligne.cellules)))

    def _chemin(self, ligne: LigneBrute, place: int) -> str:
        return f"ligne {ligne.numero}, colonne {intitule(self._table.entetes[place])}"

    def noter(self, code: str, phrase: str, chemin: str) -> None:
        self._issues.append(Issue(code, f"{phrase[0].upper()}{phrase[1:]}", chemin))


def _corps_par_mot(statuts: Statuts) -> dict[str, str]:
    """The colleges by what a file may call them: code, name, or ``name (code)``."""
    mots = (
        (college, mot)
        for college in statuts.colleges
        for mot in (college.code, college.nom, f"{college.nom} {college.code}")
    )
    return {singulier(mot): college.code for college, mot in mots}


def _points(texte: str, resolutions: tuple[Resolution, ...]) -> list[Resolution]:
    """The resolutions that a text may name: by its title, or by its number with its title or nothing after."""
    reduit = cle(texte)
    titres = [r for r in resolutions if cle(r.titre) == reduit]
    numerote = _NUMERO.fullmatch(reduit)
    if titres or numerote is None:
        return titres
    suite = numerote[2] or ""
    return [r for r in resolutions if r.numero == int(numerote[1]) and suite in ("", cle(r.titre))]


def _colonnes(noms: tuple[str, ...]) -> str:
    liste = enumerer([f"«\u00a0{nom}\u00a0»" for nom in noms])
    accordees = ("les colonnes", "sont écartées", "lues") if len(noms) > 1 else ("la colonne", "est écartée", "lue")
    return f"{accordees[0]} {liste} {accordees[1]} sans avoir été {accordees[2]}"


def _cellule(ligne: LigneBrute, place: int) -> str:
    return ligne.cellules[place].strip() if place < len(ligne.cellules) else ""


# --- with the votes of the room


def total(compte: ComptageCorps) -> int:
    """The votes of one body, in voices."""
    return compte.pour + compte.contre + compte.abstention + compte.blanc + compte.nul


def distants(attendus: Mapping[str, CorpsScrutin], comptage: Comptage) -> dict[str, ComptageCorps]:
    """The counts from outside by the bodies of a scrutin: all together where it is by heads for the whole."""
    if set(attendus) == {ENSEMBLE}:
        return {ENSEMBLE: _somme(*comptage.values())}
    return dict(comptage)


def cumuler(salle: Comptage, dehors: Comptage) -> dict[str, ComptageCorps]:
    """The counts of the room and those from outside, body by body."""
    codes = dict.fromkeys((*salle, *dehors))
    vide = ComptageCorps()
    return {code: _somme(salle.get(code, vide), dehors.get(code, vide)) for code in codes}


def _compte(voix: Mapping[str, int]) -> ComptageCorps:
    pour, contre, abstention, blanc, nul = (voix.get(nom, 0) for nom in CHOIX)
    return ComptageCorps(pour, contre, abstention, blanc, nul)


def _somme(*comptes: ComptageCorps) -> ComptageCorps:
    return _compte({nom: sum(getattr(c, nom) for c in comptes) for nom in CHOIX})


@regle("C. com.", "L223-27", "L225-107")
def controler_distance(
    statuts: Statuts, attendus: Mapping[str, CorpsScrutin], salle: Comptage, dehors: Comptage, mode: str
) -> tuple[Issue, ...]:
    """What stands against counting votes from outside.

    Attendance at a distance is not presence: only somebody present or represented on the sheet, who did not vote in the
    room, can be among them. Statutes that provide for no vote at a distance are a warning; the chair decides.
    """
    issues = []
    if mode not in MODES_DISTANCE:
        issues.append(
            refus("MODE", "Dire si ces votes viennent par correspondance ou d’une visioconférence.", chemin="mode")
        )
    elif not prevu(statuts, mode):
        phrase = (
            f"Les statuts ne prévoient pas de voter {MODES_DISTANCE[mode]}\u00a0: ces voix peuvent être contestées. Au "
            "président de décider\u202f; le procès-verbal les nomme à part."
        )
        issues.append(avertissement("VOTE_DISTANCE", phrase, article_distance(statuts)))
    for code, corps in attendus.items():
        libres = corps.presents - corps.retires - total(salle.get(code, ComptageCorps()))
        loin = total(dehors.get(code, ComptageCorps()))
        if loin > libres:
            ou = "" if code == ENSEMBLE else f" dans le collège {code}"
            qui = accord(max(libres, 0), "présent ou représenté", "présents ou représentés")
            phrase = f"{accord(loin, 'vote', 'votes')} à distance pour {qui} sans vote dans la salle{ou}."
            issues.append(refus("VOTES_PLACES", phrase, "statuts 22", chemin=code))
    return tuple(issues)


def prevu(statuts: Statuts, mode: str) -> bool:
    """Whether a vote at a distance is provided for; a SA's shareholders can always vote by post (C. com. L225-107)."""
    if mode == COURRIER:
        return statuts.distance.courrier or statuts.forme == "SA"
    return statuts.distance.visioconference


def article_distance(statuts: Statuts) -> str:
    """The article on voting at a distance, of the form of company."""
    return "C. com. L225-107" if statuts.forme == "SA" else statuts.cite("C. com. L223-27")


@regle("C. com.", "R223-24")
def mention(resolution: Resolution, votes: VotesExternes, dehors: Comptage, mode: str) -> str:
    """What the minutes say: how many votes at a distance, in which bodies, from which file. Never who, never what."""
    n = sum(map(total, dehors.values()))
    parts = [f"{code} {total(c)}" for code, c in dehors.items() if code != ENSEMBLE and total(c)]
    detail = f" ({', '.join(parts)})" if parts else ""
    return (
        f"Résolution {resolution.numero}\u00a0: {accord(n, 'vote', 'votes')} à distance, {MODES_DISTANCE[mode]}{detail}, "
        f"{'compté' if n == 1 else 'comptés'} avec ceux de la salle. Fichier «\u00a0{votes.source}\u00a0», "
        f"SHA-256\u00a0: {votes.empreinte}."
    )
