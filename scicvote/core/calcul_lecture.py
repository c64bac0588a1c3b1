"""From a ``scicvote-calcul/1`` tree to the values of the tally, or to every fault that it has (formats/calcul)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from scicvote.core.calcul_controles import (
    controler_corps,
    controler_election,
    controler_personnes,
    controler_retires,
    controler_votants,
)
from scicvote.core.issue import Issue
from scicvote.core.lecture import MANQUE, Lecteur, montrer, sous
from scicvote.core.scrutin import ENSEMBLE, Effectif, Question, Seance, Suffrages
from scicvote.core.statuts import Statuts
from scicvote.core.statuts_lecture import lire_statuts

FORMAT: Final = "scicvote-calcul/1"
_CLES: Final = ("format", "statuts", "assemblee", "corps", "resolutions")
_ASSEMBLEE: Final = ("nature", "date", "consultation", "vote_par_college")
_VOTE: Final = ("pour", "contre", "abstention", "blanc", "nul")
_ELECTION: Final = ("votants", "blanc", "nul", "candidats")
_RESOLUTION: Final = ("numero", "regle", "retires", "suffrages", "sieges")
_AUCUN: Final = Suffrages()
_ABSENT: Final = Effectif()


@dataclass(frozen=True)
class Calcul:
    """A whole document, ready to be decided."""

    statuts: Statuts
    nature: str
    jour: date
    seance: Seance
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class LectureCalcul:
    """What reading gave: a calculation, or None with the faults in ``issues``."""

    calcul: Calcul | None
    issues: tuple[Issue, ...]


def lire_calcul(
    arbre: object, connus: Mapping[str, Statuts], references: Mapping[str, Mapping[str, str]] | None = None
) -> LectureCalcul:
    """Parse and check a document. ``connus`` are the statutes the program knows, by ``cle``; all faults at once."""
    lecteur = Lecteur()
    racine = lecteur.table(arbre, ".", _CLES)
    if racine is None:
        return LectureCalcul(None, tuple(lecteur.issues))
    calcul = _Composeur(lecteur, racine, connus, references or {}).composer()
    return LectureCalcul(calcul, tuple(lecteur.issues))


class _Composeur:
    def __init__(
        self,
        lecteur: Lecteur,
        racine: Mapping[str, Any],
        connus: Mapping[str, Statuts],
        references: Mapping[str, Mapping[str, str]],
    ) -> None:
        self.lecteur = lecteur
        self.racine = racine
        self.connus = connus
        self.references = references
        self.par_college: bool | None = None
        self.statuts: Statuts | None = None
        self.corps: dict[str, Effectif] = {}
        self.personnes: Effectif | None = None  # everybody once, where somebody votes in several colleges
        self.douteux: set[str] = set()  # bodies whose counts could not be read

    def composer(self) -> Calcul | None:
        format_ = self.lecteur.requis(self.racine, "format", ".")
        if format_ is not MANQUE and format_ != FORMAT:
            self.lecteur.faute(
                "FORMAT", "format", f"format {montrer(format_)}\u00a0; le format attendu est «\u00a0{FORMAT}\u00a0»."
            )
        self.statuts = self._statuts()
        nature, jour, consultation = self._assemblee()
        self._lire_corps()
        questions = self._resolutions()
        if self.lecteur.issues or self.statuts is None or jour is None:
            return None
        seance = Seance(consultation or 1, bool(self.par_college), self.corps, self.personnes)
        return Calcul(self.statuts, nature or "", jour, seance, tuple(questions))

    # --- the head

    def _statuts(self) -> Statuts | None:
        lu = self.lecteur.requis(self.racine, "statuts", ".")
        if lu is MANQUE:
            return None
        if isinstance(lu, str):
            if lu not in self.connus:
                connus = ", ".join(sorted(self.connus))
                self.lecteur.faute(
                    "STATUTS_INCONNUS",
                    "statuts",
                    f"statuts {montrer(lu)} inconnus\u00a0; connus\u00a0: {connus}, ou une table entière.",
                )
            return self.connus.get(lu)
        cle = lu.get("cle") if isinstance(lu, Mapping) else None
        references = self.references.get(cle, {}) if isinstance(cle, str) else {}
        lecture = lire_statuts(lu, references, "statuts")
        self.lecteur.issues.extend(lecture.issues)
        return lecture.statuts

    def _assemblee(self) -> tuple[str | None, date | None, int | None]:
        lu = self.lecteur.requis(self.racine, "assemblee", ".")
        table = None if lu is MANQUE else self.lecteur.table(lu, "assemblee", _ASSEMBLEE)
        if table is None:
            return None, None, None
        nature = self._requis(table, "nature", self.lecteur.texte)
        jour = self._requis(table, "date", self.lecteur.jour)
        consultation = self._requis(table, "consultation", lambda v, c: self.lecteur.entier(v, c, 1, 2))
        self.par_college = self._requis(table, "vote_par_college", self.lecteur.booleen)
        if self.par_college and self.statuts is not None and not self.statuts.vote_possible_par_college:
            self.lecteur.faute(
                "VOTE_PAR_COLLEGE", "assemblee.vote_par_college", "les statuts ne connaissent pas le vote par collège."
            )
        return nature, jour, consultation

    def _requis(self, table: Mapping[str, Any], cle: str, lire: Any) -> Any:
        lu = self.lecteur.requis(table, cle, "assemblee")
        return None if lu is MANQUE else lire(lu, sous("assemblee", cle))

    # --- bodies

    def _cle_de_corps(self, cle: str, chemin: str, *, ensemble: bool = False) -> bool:
        """Whether ``cle`` names a body of this assembly; a fault is noted when it does not."""
        if self.par_college is None:
            return True
        if not self.par_college:
            if cle == ENSEMBLE:
                return True
            self.lecteur.faute(
                "COLLEGE_INCONNU",
                chemin,
                "l’assemblée vote sans collège\u00a0; la seule clé admise est «\u00a0*\u00a0».",
            )
            return False
        if self.statuts is None or cle in self.statuts.par_code or (ensemble and cle == ENSEMBLE):
            return True
        codes = ", ".join(self.statuts.par_code)
        self.lecteur.faute(
            "COLLEGE_INCONNU", chemin, f"collège {montrer(cle)} inconnu des statuts\u00a0; collèges\u00a0: {codes}."
        )
        return False

    @property
    def _plusieurs(self) -> bool:
        return self.statuts is not None and self.statuts.societariat.plusieurs_colleges

    def _lire_corps(self) -> None:
        lu = self.lecteur.requis(self.racine, "corps", ".")
        table = None if lu is MANQUE else self.lecteur.table(lu, "corps")
        for code, valeur in (table or {}).items():
            chemin = sous("corps", code)
            connu = self._cle_de_corps(code, chemin, ensemble=self._plusieurs)
            avant = len(self.lecteur.issues)
            compte = self.lecteur.table(valeur, chemin, ("inscrits", "presents"))
            if compte is None:
                self.douteux.add(code)
                continue
            effectif = Effectif(self._compte(compte, chemin, "inscrits"), self._compte(compte, chemin, "presents"))
            if len(self.lecteur.issues) > avant:
                self.douteux.add(code)
            else:
                controler_corps(self.lecteur, chemin, effectif)
            if connu and self.par_college and code == ENSEMBLE:
                self.personnes = effectif
            elif connu:
                self.corps[code] = effectif
        if self.personnes is not None and not self.douteux:
            controler_personnes(self.lecteur, sous("corps", ENSEMBLE), self.personnes, self.corps.values())

    def _compte(self, table: Mapping[str, Any], chemin: str, cle: str) -> int:
        valeur = table.get(cle, 0)
        if type(valeur) is int and valeur >= 0:
            return valeur
        self.lecteur.entier(valeur, sous(chemin, cle))
        return 0

    # --- resolutions

    def _resolutions(self) -> list[Question]:
        lu = self.lecteur.requis(self.racine, "resolutions", ".")
        lignes = None if lu is MANQUE else self.lecteur.liste(lu, "resolutions")
        if lignes is not None and not lignes:
            self.lecteur.faute("VIDE", "resolutions", "la liste est vide\u00a0; il faut au moins une résolution.")
        vus: dict[int, int] = {}
        questions = []
        for i, valeur in enumerate(lignes or ()):
            question = self._resolution(valeur, f"resolutions[{i}]")
            if question is None:
                continue
            questions.append(question)
            if question.numero in vus:
                autre = vus[question.numero]
                self.lecteur.faute(
                    "DOUBLON",
                    f"resolutions[{i}].numero",
                    f"le numéro {montrer(question.numero)} est déjà celui de resolutions[{autre}].",
                )
            elif question.numero:
                vus[question.numero] = i
        return questions

    def _resolution(self, valeur: object, chemin: str) -> Question | None:
        election = isinstance(valeur, Mapping) and "sieges" in valeur
        table = self.lecteur.table(valeur, chemin, (*_RESOLUTION, "tour") if election else _RESOLUTION)
        if table is None:
            return None
        regle, par_tete = self._regle(table, chemin)
        retires = self._retires(table, chemin)
        numero = self.lecteur.requis(table, "numero", chemin)
        lu = None if numero is MANQUE else self.lecteur.entier(numero, f"{chemin}.numero", 1)
        sieges = self.lecteur.entier(table["sieges"], f"{chemin}.sieges", 1) if election else None
        tour = self.lecteur.entier(table.get("tour", 1), f"{chemin}.tour", 1, 2) if election else 1
        suffrages = self._suffrages(table, chemin, retires, sieges, election, par_tete)
        return Question(lu or 0, regle, suffrages, retires, sieges if election else None, tour or 1)

    def _regle(self, table: Mapping[str, Any], chemin: str) -> tuple[str, bool]:
        """The rule's name, and whether it is voted by heads in an assembly by college."""
        lu = self.lecteur.requis(table, "regle", chemin)
        nom = None if lu is MANQUE else self.lecteur.texte(lu, f"{chemin}.regle")
        if nom is None or self.statuts is None:
            return "", False
        regle = self.statuts.regles.get(nom)
        if regle is None:
            noms = ", ".join(self.statuts.regles)
            self.lecteur.faute(
                "REGLE_INCONNUE", f"{chemin}.regle", f"règle {montrer(nom)} inconnue\u00a0; règles\u00a0: {noms}."
            )
            return nom, False
        return nom, bool(self.par_college) and regle.par_tete

    def _retires(self, table: Mapping[str, Any], chemin: str) -> dict[str, int]:
        if "retires" not in table:
            return {}
        endroit = f"{chemin}.retires"
        retires: dict[str, int] = {}
        for code, valeur in (self.lecteur.table(table["retires"], endroit) or {}).items():
            ici = sous(endroit, code)
            connu = self._cle_de_corps(code, ici, ensemble=self._plusieurs)
            nombre = self.lecteur.entier(valeur, ici)
            if not connu or nombre is None:
                continue
            if controler_retires(self.lecteur, ici, nombre, self._effectif(code), code in self.douteux):
                retires[code] = nombre
        return retires

    def _effectif(self, code: str) -> Effectif:
        """A body as it was read; everybody counted once for ``*`` beside colleges."""
        if code == ENSEMBLE and self.personnes is not None:
            return self.personnes
        return self.corps.get(code, _ABSENT)

    def _suffrages(
        self,
        table: Mapping[str, Any],
        chemin: str,
        retires: Mapping[str, int],
        sieges: int | None,
        election: bool,
        par_tete: bool,
    ) -> dict[str, Suffrages]:
        endroit = f"{chemin}.suffrages"
        lu = self.lecteur.requis(table, "suffrages", chemin)
        vus = None if lu is MANQUE else self.lecteur.table(lu, endroit)
        if vus is not None and par_tete and len(vus) != 1:
            self.lecteur.faute(
                "PAR_TETE",
                endroit,
                f"règle votée par tête\u00a0: une seule clé, un code de collège ou «\u00a0*\u00a0», pas {len(vus)}.",
            )
        suffrages: dict[str, Suffrages] = {}
        for code, valeur in (vus or {}).items():
            ici = f"{endroit}.{code}" if code.isalnum() else sous(endroit, code)
            connu = self._cle_de_corps(code, ici, ensemble=par_tete)
            avant = len(self.lecteur.issues)
            lus = self._election(valeur, ici) if election else self._vote(valeur, ici)
            if lus is None:
                continue
            suffrages[code] = lus
            if len(self.lecteur.issues) > avant or not connu:
                continue
            presents = self._presents(code, retires)
            if presents is not None:
                controler_votants(self.lecteur, ici, lus, presents, election)
            if election:
                controler_election(self.lecteur, ici, lus, sieges)
        return suffrages

    def _presents(self, code: str, retires: Mapping[str, int]) -> int | None:
        """Votes that can be cast in a body; None where it could not be read."""
        if code == ENSEMBLE and self.par_college:
            return self._presents_de_tous(retires)
        if code in self.douteux:
            return None
        return self.corps.get(code, _ABSENT).presents - retires.get(code, 0)

    def _presents_de_tous(self, retires: Mapping[str, int]) -> int | None:
        if self.statuts is None or not self.douteux.isdisjoint((*self.statuts.par_code, ENSEMBLE)):
            return None
        if self.personnes is not None:
            return self.personnes.presents - retires.get(ENSEMBLE, 0)
        return sum(self.corps.get(code, _ABSENT).presents - retires.get(code, 0) for code in self.statuts.par_code)

    def _vote(self, valeur: object, chemin: str) -> Suffrages | None:
        # The common case is read without detours: a table of whole numbers under known keys.
        if type(valeur) is dict and valeur.keys() <= _VOTE_CLES:
            for nombre in valeur.values():
                if type(nombre) is not int or nombre < 0:
                    break
            else:
                return Suffrages(**valeur)
        table = self.lecteur.table(valeur, chemin, _VOTE)
        if table is None:
            return None
        pour, contre, abstention, blanc, nul = (self._compte(table, chemin, cle) for cle in _VOTE)
        return Suffrages(pour, contre, abstention, blanc, nul)

    def _election(self, valeur: object, chemin: str) -> Suffrages | None:
        table = self.lecteur.table(valeur, chemin, _ELECTION)
        if table is None:
            return None
        endroit = f"{chemin}.candidats"
        lus = self.lecteur.table(table["candidats"], endroit) if "candidats" in table else {}
        candidats = {}
        for nom in lus or {}:
            if self.lecteur.texte(nom, sous(endroit, nom)) is not None:
                candidats[nom] = self._compte(lus or {}, endroit, nom)
        return Suffrages(
            blanc=self._compte(table, chemin, "blanc"),
            nul=self._compte(table, chemin, "nul"),
            bulletins=self._compte(table, chemin, "votants"),
            candidats=candidats,
        )


_VOTE_CLES: Final = frozenset(_VOTE)
