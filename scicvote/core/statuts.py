"""The parsed profile of a cooperative's statutes: frozen values, every number exact, every rule with its articles."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import Final

from scicvote.core.article import citer
from scicvote.core.droit_forme import article_selon_forme
from scicvote.core.issue import Issue

PHYSIQUE: Final = "physique"
MORALE: Final = "morale"
PERSONNES: Final = (PHYSIQUE, MORALE)

FORMES: Final = ("SARL", "SA", "SAS")
BASES: Final = ("exprimes", "votants", "presents", "inscrits")
TOUS: Final = "tous"
LECTURES: Final = (*BASES, TOUS)
SORTS: Final = ("perdu", "exclu", "abstention", "egal", "prorata")
VOTES_COLLEGE: Final = ("toujours", "sur_demande", "jamais")
REPORTS: Final = ("proportionnel", "majoritaire")
BASES_QUORUM: Final = ("associes", "voix", "chaque_college")

# What general law says where a profile cites nothing of its own.
LOI_COLLEGES: Final = "loi 47-1775 19 octies"


@dataclass(frozen=True, slots=True)
class Categorie:
    """A kind of associé. ``plafond_capital`` is a share of the capital (1/5), or None."""

    code: str
    nom: str
    personnes: tuple[str, ...] = PERSONNES
    obligatoire: bool = False
    plafond_capital: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Appartenance:
    """One line of a college's rule: these categories, these kinds of person."""

    categories: tuple[str, ...] | None  # None: every category
    personnes: tuple[str, ...] = PERSONNES

    def accepte(self, categorie: str, personne: str) -> bool:
        return (self.categories is None or categorie in self.categories) and personne in self.personnes


@dataclass(frozen=True, slots=True)
class College:
    """A voting college. ``poids`` is in percent of the assembly's votes."""

    code: str
    nom: str
    poids: Fraction
    appartenances: tuple[Appartenance, ...] = ()
    fusion_avec: str | None = None


@dataclass(frozen=True, slots=True)
class Ligne:
    """One line of a majority rule: the threshold (share of the base), strict or not, the base, other readings."""

    seuil: Fraction
    stricte: bool
    base: str
    lectures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quorum:
    """The share of attendance a rule wants, per consultation (None: none asked)."""

    premiere: Fraction | None
    deuxieme: Fraction | None
    base: str = "associes"

    def part(self, consultation: int) -> Fraction | None:
        """The share asked at this consultation; the second takes its own line where there is one."""
        if consultation == 2 and self.deuxieme is not None:
            return self.deuxieme
        return self.premiere


@dataclass(frozen=True, slots=True)
class Regle:
    """A majority rule under its name in the statutes, with the articles that it comes from."""

    nom: str
    articles: tuple[str, ...]
    premiere: Ligne
    deuxieme: Ligne | None = None
    tour2: str = "meme"
    par_tete: bool = False
    sans_college: Regle | None = None
    quorum: Quorum | None = None

    def ligne(self, consultation: int) -> Ligne:
        """The line that decides at this consultation."""
        return self.deuxieme if consultation == 2 and self.deuxieme is not None else self.premiere

    def applicable(self, par_college: bool) -> Regle:
        """The rule as it stands with colleges, or with the keys of ``sans_college`` in their place."""
        return self if par_college or self.sans_college is None else self.sans_college


@dataclass(frozen=True, slots=True)
class Vote:
    """The table ``[vote]``. ``plancher`` and ``plafond`` are in percent, ``seuil_college`` a share."""

    colleges: str = "sur_demande"
    report_voix: str = "proportionnel"
    base_report: str = "votants"
    abstention: str = "neutre"
    effectif_minimal: int = 1
    college_vide: str = "perdu"
    college_silencieux: str = "perdu"
    plancher: Fraction = Fraction(10)
    plafond: Fraction = Fraction(50)
    seuil_college: Fraction = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Capital:
    """Values in euros; ``plancher_relatif`` is a share of the highest capital ever reached."""

    valeur_part: Fraction | None = None
    minimum: Fraction | None = None
    plancher_relatif: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Societariat:
    categories_minimum: int | None = None
    maximum_associes: int | None = None
    plusieurs_colleges: bool = False


@dataclass(frozen=True, slots=True)
class Pouvoirs:
    conjoint: bool = True
    meme_college: bool = False
    en_blanc: str = "interdit"
    maximum: int | None = None


@dataclass(frozen=True, slots=True)
class Delais:
    """Days, months and years. Without a value of the statutes, the law's own."""

    arrete_liste_jours: int | None = None
    convocation_jours: int = 15  # C. com. R223-20, R225-69
    documents_jours: int = 15  # C. com. R223-18, R223-19, R225-83
    documents_sur_demande_jours: int | None = None
    mandat_gerance_annees: int | None = None
    ag_annuelle_mois: int = 6  # C. com. L223-26, L225-100
    demande_ag_voix: Fraction = Fraction(1, 10)  # C. com. L223-27


@dataclass(frozen=True, slots=True)
class Constitution:
    associes_plus_de: int | None = None
    exercices: int = 1
    demandeurs: int = 1
    demandeurs_nouveau_college: int | None = None


@dataclass(frozen=True, slots=True)
class Repartition:
    """Shares: of the result for the legal reserve, of the rest for the statutory one."""

    reserve_legale: Fraction = Fraction(15, 100)  # loi 47-1775, art. 19 nonies
    reserve_statutaire_minimum: Fraction = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Distance:
    """``courrier_jours``: a vote by post is received so many days before the meeting; None where the statutes are silent."""

    courrier: bool = False
    visioconference: bool = False
    courrier_jours: int | None = None


@dataclass(frozen=True)
class Statuts:
    """Everything that the program knows of a cooperative's statutes.

    ``references`` maps a key of the file (``vote``, ``delais.arrete_liste_jours``) to the article that it comes from.
    """

    cle: str
    denomination: str
    forme: str
    date: date
    categories: tuple[Categorie, ...]
    colleges: tuple[College, ...]
    regles: dict[str, Regle]
    vote: Vote = Vote()
    capital: Capital = Capital()
    societariat: Societariat = Societariat()
    pouvoirs: Pouvoirs = Pouvoirs()
    delais: Delais = Delais()
    constitution: Constitution = Constitution()
    repartition: Repartition = Repartition()
    distance: Distance = Distance()
    cloture: tuple[int, int] = (12, 31)  # month, day
    inactivite_annees: int | None = None
    remboursement_annees: int | None = None
    pertes_annees: int | None = None
    secret: tuple[str, ...] = ()
    hors_ordre_du_jour: tuple[str, ...] = ()
    references: dict[str, str] = field(default_factory=dict)

    @cached_property
    def par_code(self) -> dict[str, College]:
        """The colleges by code."""
        return {college.code: college for college in self.colleges}

    @cached_property
    def categories_par_code(self) -> dict[str, Categorie]:
        """The categories by code."""
        return {categorie.code: categorie for categorie in self.categories}

    @property
    def vote_possible_par_college(self) -> bool:
        return self.vote.colleges != "jamais"

    def article(self, *cles: str, defaut: str = "statuts") -> str:
        """The article of the first of these keys that the profile gives a reference for, else ``defaut`` of its form."""
        return next((self.references[cle] for cle in cles if cle in self.references), self.cite(defaut))

    def cite(self, article: str, sujet: str = "") -> str:
        """An article as these statutes can cite it: of general law, their form's own (``sujet``: see there).

        The numbers of statutes that the code names are those of the profile whose articles are listed
        (``references``); other statutes are cited without a number rather than under another's.
        """
        if article.startswith("statuts "):
            return article if self.references else "statuts"
        return article_selon_forme(self.forme, article, sujet)

    def citer(self, *articles: str) -> str:
        """Articles as these statutes can cite them, for a reader: ``statuts, art. 12 et 13``, else ``statuts``."""
        return citer(tuple(map(self.cite, articles)))

    def adapter(self, issue: Issue) -> Issue:
        """An issue whose articles are those that these statutes and their form can cite, each once."""
        return replace(issue, articles=tuple(dict.fromkeys(map(self.cite, issue.articles))))

    @cached_property
    def lecture_tous(self) -> Statuts:
        """The same statutes with the absent weighing inside their college (reading ``tous``)."""
        return replace(self, vote=replace(self.vote, base_report="inscrits"))
