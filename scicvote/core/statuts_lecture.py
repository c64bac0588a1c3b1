"""From the table of a statutes file to a ``Statuts``, or to every fault that it has (formats/statuts)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any, Final

from scicvote.core.issue import Issue
from scicvote.core.lecture import MANQUE, Lecteur, montrer, sous
from scicvote.core.statuts import (
    BASES,
    BASES_QUORUM,
    FORMES,
    LECTURES,
    PERSONNES,
    REPORTS,
    SORTS,
    VOTES_COLLEGE,
    Appartenance,
    Capital,
    Categorie,
    College,
    Constitution,
    Delais,
    Distance,
    Ligne,
    Pouvoirs,
    Quorum,
    Regle,
    Repartition,
    Societariat,
    Statuts,
    Vote,
)
from scicvote.core.statuts_controles import controler

FORMAT: Final = "scicvote-statuts/1"
_CLES: Final = (
    "format",
    "cle",
    "denomination",
    "forme",
    "date",
    "capital",
    "categories",
    "societariat",
    "colleges",
    "vote",
    "regles",
    "quorum",
    "pouvoirs",
    "delais",
    "exercice",
    "constitution",
    "repartition",
    "pertes",
    "remboursement",
    "distance",
    "scrutin",
)
_REGLE: Final = ("articles", "premiere", "deuxieme", "tour2", "par_tete", "sans_college")
_SANS_COLLEGE: Final = ("articles", "premiere", "deuxieme", "tour2", "par_tete")
_LIGNE: Final = ("seuil", "stricte", "base", "lectures")
_INVALIDE: Final = Ligne(Fraction(1), stricte=False, base="inscrits")


@dataclass(frozen=True)
class Lecture:
    """What reading gave: statutes, or None with the faults in ``issues``."""

    statuts: Statuts | None
    issues: tuple[Issue, ...]


def lire_statuts(table: object, references: Mapping[str, str] | None = None, chemin: str = ".") -> Lecture:
    """Parse and check a whole table. All its faults at once; ``references`` gives the article of each key."""
    lecteur = Lecteur()
    racine = lecteur.table(table, chemin, _CLES)
    if racine is None:
        return Lecture(None, tuple(lecteur.issues))
    statuts = _Composeur(lecteur, racine, chemin).composer(dict(references or {}))
    controler(statuts, racine, lecteur, chemin)
    return Lecture(None if lecteur.issues else statuts, tuple(lecteur.issues))


class _Composeur:
    """Reads each section; what is wrong is noted and stands at its default, so that the rest is still checked."""

    def __init__(self, lecteur: Lecteur, racine: Mapping[str, Any], chemin: str) -> None:
        self.lecteur = lecteur
        self.racine = racine
        self.chemin = chemin

    def composer(self, references: dict[str, str]) -> Statuts:
        self._format()
        pertes = self._section("pertes", ("inactivite_annees",))
        remboursement = self._section("remboursement", ("delai_annees", "pertes_annees"))
        scrutin = self._section("scrutin", ("secret", "hors_ordre_du_jour"))
        return Statuts(
            cle=self._cle(),
            denomination=self._texte_requis("denomination"),
            forme=self._forme(),
            date=self._jour(),
            categories=self._categories(),
            colleges=self._colleges(),
            regles=self._regles(),
            vote=self._vote(),
            capital=self._capital(),
            societariat=self._societariat(),
            pouvoirs=self._pouvoirs(),
            delais=self._delais(),
            constitution=self._constitution(),
            repartition=self._repartition(),
            distance=self._distance(),
            cloture=self._cloture(),
            inactivite_annees=self._entier(pertes, "pertes", "inactivite_annees", None),
            remboursement_annees=self._entier(remboursement, "remboursement", "delai_annees", None),
            pertes_annees=self._entier(remboursement, "remboursement", "pertes_annees", None),
            secret=self._textes(scrutin, "scrutin", "secret"),
            hors_ordre_du_jour=self._textes(scrutin, "scrutin", "hors_ordre_du_jour"),
            references=references,
        )

    # --- the head

    def _format(self) -> None:
        chemin = self._a("format")
        lu = self.lecteur.requis(self.racine, "format", self.chemin)
        if lu is not MANQUE and lu != FORMAT:
            self.lecteur.faute(
                "FORMAT", chemin, f"format {montrer(lu)}\u00a0; le format attendu est «\u00a0{FORMAT}\u00a0»."
            )

    def _cle(self) -> str:
        cle = self._texte_requis("cle")
        if cle and not re.fullmatch(r"[a-z0-9-]+", cle):
            self.lecteur.faute(
                "VALEUR",
                self._a("cle"),
                f"{montrer(cle)}\u00a0; n’employer que des minuscules, des chiffres et des tirets.",
            )
        return cle

    def _texte_requis(self, cle: str) -> str:
        lu = self.lecteur.requis(self.racine, cle, self.chemin)
        texte = None if lu is MANQUE else self.lecteur.texte(lu, self._a(cle))
        if texte is not None and not texte.strip():
            self.lecteur.faute("VALEUR", self._a(cle), "ce texte est vide.")
        return texte or ""

    def _forme(self) -> str:
        lu = self.lecteur.requis(self.racine, "forme", self.chemin)
        return (None if lu is MANQUE else self.lecteur.choix(lu, self._a("forme"), FORMES)) or FORMES[0]

    def _jour(self) -> Any:
        lu = self.lecteur.requis(self.racine, "date", self.chemin)
        return None if lu is MANQUE else self.lecteur.jour(lu, self._a("date"))

    # --- categories and colleges

    def _categories(self) -> tuple[Categorie, ...]:
        lu = self.lecteur.requis(self.racine, "categories", self.chemin)
        lignes = None if lu is MANQUE else self.lecteur.liste(lu, self._a("categories"))
        if lignes is not None and not lignes:
            self.lecteur.faute("MANQUANT", self._a("categories"), "au moins une catégorie d’associés est nécessaire.")
        return tuple(self._categorie(ligne, sous(self._a("categories"), i)) for i, ligne in enumerate(lignes or ()))

    def _categorie(self, valeur: object, chemin: str) -> Categorie:
        lu = self.lecteur.table(valeur, chemin, ("code", "nom", "personnes", "obligatoire", "plafond_capital"))
        table = lu if lu is not None else {}
        code = self._texte_de(table, chemin, "code") if lu is not None else ""
        return Categorie(
            code=code,
            nom=self._optionnel(table, chemin, "nom", self.lecteur.texte, code),
            personnes=self._personnes(table, chemin),
            obligatoire=self._optionnel(table, chemin, "obligatoire", self.lecteur.booleen, False),
            plafond_capital=self._part(table, chemin, "plafond_capital"),
        )

    def _personnes(self, table: Mapping[str, Any], chemin: str) -> tuple[str, ...]:
        if "personnes" not in table:
            return PERSONNES
        endroit = sous(chemin, "personnes")
        lignes = self.lecteur.liste(table["personnes"], endroit)
        lus = [self.lecteur.choix(valeur, sous(endroit, i), PERSONNES) for i, valeur in enumerate(lignes or ())]
        if lignes is not None and not lignes:
            self.lecteur.faute("VALEUR", endroit, "liste vide\u00a0; indiquer physique, morale, ou retirer la clé.")
        return tuple(lu for lu in lus if lu is not None) or PERSONNES

    def _colleges(self) -> tuple[College, ...]:
        if "colleges" not in self.racine:
            return ()
        lignes = self.lecteur.liste(self.racine["colleges"], self._a("colleges"))
        return tuple(self._college(ligne, sous(self._a("colleges"), i)) for i, ligne in enumerate(lignes or ()))

    def _college(self, valeur: object, chemin: str) -> College:
        lu = self.lecteur.table(valeur, chemin, ("code", "nom", "poids", "regle", "fusion_avec"))
        table = lu if lu is not None else {}
        code = self._texte_de(table, chemin, "code") if lu is not None else ""
        poids = MANQUE if lu is None else self.lecteur.requis(table, "poids", chemin)
        exact = None if poids is MANQUE else self.lecteur.exact(poids, sous(chemin, "poids"))
        return College(
            code=code,
            nom=self._optionnel(table, chemin, "nom", self.lecteur.texte, code),
            poids=Fraction(-1) if exact is None else exact,
            appartenances=self._appartenances(table, chemin),
            fusion_avec=self._optionnel(table, chemin, "fusion_avec", self.lecteur.texte, None),
        )

    def _appartenances(self, table: Mapping[str, Any], chemin: str) -> tuple[Appartenance, ...]:
        if "regle" not in table:
            return ()
        endroit = sous(chemin, "regle")
        lignes = self.lecteur.liste(table["regle"], endroit)
        return tuple(self._appartenance(ligne, sous(endroit, i)) for i, ligne in enumerate(lignes or ()))

    def _appartenance(self, valeur: object, chemin: str) -> Appartenance:
        table = self.lecteur.table(valeur, chemin, ("categories", "personnes")) or {}
        codes = self._textes(table, chemin, "categories", relatif=False) if "categories" in table else None
        return Appartenance(codes, self._personnes(table, chemin))

    # --- votes

    def _vote(self) -> Vote:
        nom = "vote"
        cles = ("colleges", "report", "base_report", "abstention", "effectif_minimal", "college_vide")
        table = self._section(
            nom, (*cles, "college_silencieux", "plancher_college", "plafond_college", "seuil_college")
        )
        defaut = Vote()
        return Vote(
            colleges=self._choix(table, nom, "colleges", VOTES_COLLEGE, defaut.colleges),
            report_voix=self._choix(table, nom, "report", REPORTS, defaut.report_voix),
            base_report=self._choix(table, nom, "base_report", BASES, defaut.base_report),
            abstention=self._choix(table, nom, "abstention", ("neutre", "pour"), defaut.abstention),
            effectif_minimal=self._entier(table, nom, "effectif_minimal", defaut.effectif_minimal),
            college_vide=self._choix(table, nom, "college_vide", SORTS, defaut.college_vide),
            college_silencieux=self._choix(table, nom, "college_silencieux", SORTS, defaut.college_silencieux),
            plancher=self._exact(table, nom, "plancher_college", defaut.plancher),
            plafond=self._exact(table, nom, "plafond_college", defaut.plafond),
            seuil_college=self._exact(table, nom, "seuil_college", defaut.seuil_college),
        )

    def _regles(self) -> dict[str, Regle]:
        table = self._section("regles")
        if "ordinaire" not in table and "regles" not in self._fautives():
            self.lecteur.faute(
                "MANQUANT", sous(self._a("regles"), "ordinaire"), "la règle «\u00a0ordinaire\u00a0» est nécessaire."
            )
        quorums = self._quorums()
        return {
            nom: self._regle(nom, valeur, sous(self._a("regles"), nom), quorums.get(nom))
            for nom, valeur in table.items()
        }

    def _regle(self, nom: str, valeur: object, chemin: str, quorum: Quorum | None) -> Regle:
        lu = self.lecteur.table(valeur, chemin, _REGLE)
        if lu is None:
            return Regle(nom, (), _INVALIDE)
        premiere = self.lecteur.requis(lu, "premiere", chemin)
        regle = Regle(
            nom=nom,
            articles=self._textes(lu, chemin, "articles", relatif=False),
            premiere=_INVALIDE if premiere is MANQUE else self._ligne(premiere, sous(chemin, "premiere")),
            deuxieme=self._ligne(lu["deuxieme"], sous(chemin, "deuxieme")) if "deuxieme" in lu else None,
            tour2=self._optionnel(lu, chemin, "tour2", self._tour2, "meme"),
            par_tete=self._optionnel(lu, chemin, "par_tete", self.lecteur.booleen, False),
            quorum=quorum,
        )
        if "sans_college" not in lu:
            return regle
        return replace(regle, sans_college=self._sans_college(regle, lu["sans_college"], sous(chemin, "sans_college")))

    def _sans_college(self, regle: Regle, valeur: object, chemin: str) -> Regle:
        """The rule with the keys of ``sans_college`` in the place of its own, one by one."""
        table = self.lecteur.table(valeur, chemin, _SANS_COLLEGE) or {}
        changements: dict[str, Any] = {}
        for cle in ("premiere", "deuxieme"):
            if cle in table:
                changements[cle] = self._ligne(table[cle], sous(chemin, cle))
        if "articles" in table:
            changements["articles"] = self._textes(table, chemin, "articles", relatif=False)
        changements["tour2"] = self._optionnel(table, chemin, "tour2", self._tour2, regle.tour2)
        changements["par_tete"] = self._optionnel(table, chemin, "par_tete", self.lecteur.booleen, regle.par_tete)
        return replace(regle, **changements)

    def _tour2(self, valeur: object, chemin: str) -> str | None:
        return self.lecteur.choix(valeur, chemin, ("meme", "relative"))

    def _ligne(self, valeur: object, chemin: str) -> Ligne:
        table = self.lecteur.table(valeur, chemin, _LIGNE)
        if table is None:
            return _INVALIDE
        seuil = self.lecteur.requis(table, "seuil", chemin)
        stricte = self.lecteur.requis(table, "stricte", chemin)
        base = self.lecteur.requis(table, "base", chemin)
        exact = None if seuil is MANQUE else self.lecteur.exact(seuil, sous(chemin, "seuil"))
        if exact is not None and not 0 < exact <= 1:
            self.lecteur.faute(
                "SEUIL",
                sous(chemin, "seuil"),
                f"seuil {montrer(seuil)}\u00a0; il doit être supérieur à 0 et au plus égal à 1.",
            )
        return Ligne(
            seuil=exact if exact is not None else Fraction(1),
            stricte=bool(None if stricte is MANQUE else self.lecteur.booleen(stricte, sous(chemin, "stricte"))),
            base=(None if base is MANQUE else self.lecteur.choix(base, sous(chemin, "base"), BASES)) or "inscrits",
            lectures=self._lectures(table, chemin),
        )

    def _lectures(self, table: Mapping[str, Any], chemin: str) -> tuple[str, ...]:
        endroit = sous(chemin, "lectures")
        lignes = self.lecteur.liste(table["lectures"], endroit) if "lectures" in table else ()
        lus = [self.lecteur.choix(valeur, sous(endroit, i), LECTURES) for i, valeur in enumerate(lignes or ())]
        return tuple(dict.fromkeys(lu for lu in lus if lu is not None))

    def _quorums(self) -> dict[str, Quorum]:
        return {
            nom: self._quorum(valeur, sous(self._a("quorum"), nom)) for nom, valeur in self._section("quorum").items()
        }

    def _quorum(self, valeur: object, chemin: str) -> Quorum:
        table = self.lecteur.table(valeur, chemin, ("premiere", "deuxieme", "base")) or {}
        return Quorum(
            premiere=self._part_quorum(table, chemin, "premiere"),
            deuxieme=self._part_quorum(table, chemin, "deuxieme"),
            base=self._choix_en(table, chemin, "base", BASES_QUORUM, "associes"),
        )

    def _part_quorum(self, table: Mapping[str, Any], chemin: str, cle: str) -> Fraction | None:
        exact: Fraction | None = self._optionnel(table, chemin, cle, self.lecteur.exact, None)
        if exact is not None and exact > 1:
            self.lecteur.faute(
                "QUORUM", sous(chemin, cle), f"quorum {montrer(table[cle])}\u00a0; il doit être compris entre 0 et 1."
            )
        return exact

    # --- the rest

    def _capital(self) -> Capital:
        table = self._section("capital", ("valeur_part", "minimum", "plancher_relatif"))
        valeur = self._exact(table, "capital", "valeur_part", None)
        if valeur == 0:
            self.lecteur.faute(
                "NOMBRE", sous(self._a("capital"), "valeur_part"), "la valeur d’une part ne peut pas être nulle."
            )
        return Capital(
            valeur,
            self._exact(table, "capital", "minimum", None),
            self._part(table, self._a("capital"), "plancher_relatif"),
        )

    def _societariat(self) -> Societariat:
        nom = "societariat"
        table = self._section(nom, ("categories_minimum", "maximum_associes", "plusieurs_colleges"))
        return Societariat(
            self._entier(table, nom, "categories_minimum", None),
            self._entier(table, nom, "maximum_associes", None),
            self._optionnel(table, self._a(nom), "plusieurs_colleges", self.lecteur.booleen, False),
        )

    def _pouvoirs(self) -> Pouvoirs:
        nom, defaut = "pouvoirs", Pouvoirs()
        table = self._section(nom, ("conjoint", "meme_college", "en_blanc", "maximum"))
        return Pouvoirs(
            self._optionnel(table, self._a(nom), "conjoint", self.lecteur.booleen, defaut.conjoint),
            self._optionnel(table, self._a(nom), "meme_college", self.lecteur.booleen, defaut.meme_college),
            self._choix(table, nom, "en_blanc", ("interdit", "president"), defaut.en_blanc),
            self._entier(table, nom, "maximum", None),
        )

    def _delais(self) -> Delais:
        nom, defaut = "delais", Delais()
        entiers = ("arrete_liste_jours", "convocation_jours", "documents_jours", "documents_sur_demande_jours")
        table = self._section(nom, (*entiers, "mandat_gerance_annees", "ag_annuelle_mois", "demande_ag_voix"))
        part = self._part(table, self._a(nom), "demande_ag_voix")
        return Delais(
            self._entier(table, nom, "arrete_liste_jours", defaut.arrete_liste_jours),
            self._entier(table, nom, "convocation_jours", defaut.convocation_jours),
            self._entier(table, nom, "documents_jours", defaut.documents_jours),
            self._entier(table, nom, "documents_sur_demande_jours", defaut.documents_sur_demande_jours),
            self._entier(table, nom, "mandat_gerance_annees", defaut.mandat_gerance_annees),
            self._entier(table, nom, "ag_annuelle_mois", defaut.ag_annuelle_mois),
            defaut.demande_ag_voix if part is None else part,
        )

    def _constitution(self) -> Constitution:
        nom, defaut = "constitution", Constitution()
        table = self._section(nom, ("associes_plus_de", "exercices", "demandeurs", "demandeurs_nouveau_college"))
        return Constitution(
            self._entier(table, nom, "associes_plus_de", None),
            self._entier(table, nom, "exercices", defaut.exercices),
            self._entier(table, nom, "demandeurs", defaut.demandeurs),
            self._entier(table, nom, "demandeurs_nouveau_college", None),
        )

    def _repartition(self) -> Repartition:
        nom, defaut = "repartition", Repartition()
        table = self._section(nom, ("reserve_legale", "reserve_statutaire_minimum"))
        legale = self._part(table, self._a(nom), "reserve_legale", zero=True)
        statutaire = self._part(table, self._a(nom), "reserve_statutaire_minimum", zero=True)
        return Repartition(
            defaut.reserve_legale if legale is None else legale,
            defaut.reserve_statutaire_minimum if statutaire is None else statutaire,
        )

    def _distance(self) -> Distance:
        table = self._section("distance", ("courrier", "courrier_jours", "visioconference"))
        lire = self.lecteur.booleen
        return Distance(
            self._optionnel(table, self._a("distance"), "courrier", lire, False),
            self._optionnel(table, self._a("distance"), "visioconference", lire, False),
            self._optionnel(table, self._a("distance"), "courrier_jours", self.lecteur.entier, None),
        )

    def _cloture(self) -> tuple[int, int]:
        table = self._section("exercice", ("cloture",))
        chemin = sous(self._a("exercice"), "cloture")
        texte: str = self._optionnel(table, self._a("exercice"), "cloture", self.lecteur.texte, "12-31")
        trouve = re.fullmatch(r"([0-9]{2})-([0-9]{2})", texte)
        mois, jour = (int(trouve[1]), int(trouve[2])) if trouve else (0, 0)
        if not (1 <= mois <= 12 and 1 <= jour <= (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[mois - 1]):
            self.lecteur.faute("DATE", chemin, f"{montrer(texte)} n’est pas un jour de clôture\u00a0; écrire MM-JJ.")
            return 12, 31
        return mois, jour

    # --- helpers

    def _a(self, cle: str) -> str:
        return sous(self.chemin, cle)

    def _fautives(self) -> set[str]:
        return {issue.chemin for issue in self.lecteur.issues}

    def _section(self, nom: str, cles: tuple[str, ...] | None = None) -> Mapping[str, Any]:
        if nom not in self.racine:
            return {}
        return self.lecteur.table(self.racine[nom], self._a(nom), cles) or {}

    def _texte_de(self, table: Mapping[str, Any], chemin: str, cle: str) -> str:
        lu = self.lecteur.requis(table, cle, chemin)
        texte = None if lu is MANQUE else self.lecteur.texte(lu, sous(chemin, cle))
        if texte == "":
            self.lecteur.faute("VALEUR", sous(chemin, cle), "ce texte est vide.")
        return texte or ""

    def _optionnel(self, table: Mapping[str, Any], chemin: str, cle: str, lire: Any, defaut: Any) -> Any:
        if cle not in table:
            return defaut
        lu = lire(table[cle], sous(chemin, cle))
        return defaut if lu is None else lu

    def _choix_en(self, table: Mapping[str, Any], chemin: str, cle: str, admis: tuple[str, ...], defaut: str) -> str:
        if cle not in table:
            return defaut
        return self.lecteur.choix(table[cle], sous(chemin, cle), admis) or defaut

    def _choix(self, table: Mapping[str, Any], section: str, cle: str, admis: tuple[str, ...], defaut: str) -> str:
        return self._choix_en(table, self._a(section), cle, admis, defaut)

    def _entier(self, table: Mapping[str, Any], section: str, cle: str, defaut: Any) -> Any:
        return self._optionnel(table, self._a(section), cle, self.lecteur.entier, defaut)

    def _exact(self, table: Mapping[str, Any], section: str, cle: str, defaut: Any) -> Any:
        return self._optionnel(table, self._a(section), cle, self.lecteur.exact, defaut)

    def _part(self, table: Mapping[str, Any], chemin: str, cle: str, zero: bool = False) -> Fraction | None:
        """A share of one, above 0 (or from 0 on) and at most 1."""
        exact: Fraction | None = self._optionnel(table, chemin, cle, self.lecteur.exact, None)
        if exact is not None and (exact > 1 or (exact == 0 and not zero)):
            self.lecteur.faute(
                "PART", sous(chemin, cle), f"{montrer(table[cle])}\u00a0; une part de 0 à 1 est attendue."
            )
        return exact

    def _textes(self, table: Mapping[str, Any], chemin: str, cle: str, relatif: bool = True) -> tuple[str, ...]:
        if cle not in table:
            return ()
        endroit = sous(self._a(chemin) if relatif else chemin, cle)
        lignes = self.lecteur.liste(table[cle], endroit)
        lus = [self.lecteur.texte(valeur, sous(endroit, i)) for i, valeur in enumerate(lignes or ())]
        return tuple(lu for lu in lus if lu is not None)
