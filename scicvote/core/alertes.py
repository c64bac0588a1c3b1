"""What the register of a day says against the statutes and the law: alerts with their article and figure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import Final

from scicvote.core.article import regle
from scicvote.core.college import articles_contestes, classer, personne_admise
from scicvote.core.exact import accord, euros, nombre, pourcent, pourcent_court
from scicvote.core.normalise import cle
from scicvote.core.registre import Associe, EtatRegistre, Registre
from scicvote.core.statuts import LOI_COLLEGES, Categorie, Statuts

FAUTE: Final = "faute"
AVERTISSEMENT: Final = "avertissement"
OK: Final = "ok"

LOI_CATEGORIES: Final = "loi 47-1775 19 septies"
_NOMS_CITES: Final = 5


@dataclass(frozen=True, slots=True)
class Alerte:
    """One check of the register. ``gravite``: ``faute``, ``avertissement``, or ``ok`` for a check that holds.

    ``mesure`` and ``limite`` are the exact figures compared (a number, a share of one, or euros), where there are any.
    """

    code: str
    gravite: str
    titre: str
    detail: str
    articles: tuple[str, ...]
    mesure: Fraction | None = None
    limite: Fraction | None = None


@dataclass(frozen=True)
class _Examen:
    """A register on one day, under its statutes."""

    etat: EtatRegistre
    registre: Registre
    statuts: Statuts
    capital_plus_haut: Fraction

    @cached_property
    def effectifs(self) -> Counter[str]:
        """Associés by category."""
        return Counter(associe.categorie for associe in self.etat.associes)

    @cached_property
    def plus_haut(self) -> Fraction:
        """The highest capital ever reached until that day, in euros."""
        passes = replace(
            self.registre, mouvements=tuple(m for m in self.registre.mouvements if m.jour <= self.etat.jour), _etats={}
        )
        valeur = self.statuts.capital.valeur_part or Fraction(0)
        return max(self.capital_plus_haut, passes.parts_au_plus_haut[0] * valeur)

    def articles(self, *cles: str, defaut: str) -> tuple[str, ...]:
        """The articles of the first of these keys, one by one."""
        textes = self.statuts.article(*cles, defaut=defaut).split(",")
        return tuple(texte.strip() for texte in textes if texte.strip())

    def nom(self, code: str) -> str:
        """``catégorie 2 (Usagers)``."""
        categorie = self.statuts.categories_par_code.get(code)
        return f"catégorie {code} ({categorie.nom})" if categorie else f"catégorie {code}"


def alertes(
    etat: EtatRegistre,
    registre: Registre,
    statuts: Statuts,
    capital_plus_haut: Fraction,
    autres: Iterable[Alerte] = (),
) -> tuple[Alerte, ...]:
    """Every check of the register of ``etat.jour``, the faults first, those that hold last.

    ``capital_plus_haut`` is the highest capital reached before this register, in euros; the register's own is added.
    ``autres`` are checks of other figures (``alerte_capitaux``), sorted among these.
    Nothing here blocks anything: these are alerts. A check that the statutes give no limit for is left out.
    """
    examen = _Examen(etat, registre, statuts, capital_plus_haut)
    controles = (
        _categories_minimum,
        _categories_obligatoires,
        _plafonds,
        _maximum_associes,
        _capital_minimum,
        _capital_plancher,
        _souscriptions,
        _personnes,
        _contestees,
        _inactifs,
        _sans_college,
    )
    trouvees = [*(alerte for controle in controles for alerte in controle(examen)), *autres]
    return tuple(sorted(trouvees, key=lambda alerte: (FAUTE, AVERTISSEMENT, OK).index(alerte.gravite)))


@regle("statuts", "12")
def _categories_minimum(examen: _Examen) -> Iterator[Alerte]:
    """At least so many categories of associés are present."""
    minimum = examen.statuts.societariat.categories_minimum
    if minimum is None:
        return
    presentes = sum(1 for c in examen.statuts.categories if examen.effectifs[c.code])
    manque = presentes < minimum
    detail = f"{accord(presentes, 'catégorie présente', 'catégories présentes')}, {nombre(minimum)} au moins."
    articles = examen.articles("societariat.categories_minimum", "societariat", defaut=LOI_CATEGORIES)
    gravite = FAUTE if manque else OK
    yield Alerte(
        "CATEGORIES_MINIMUM", gravite, "Catégories présentes", detail, articles, Fraction(presentes), Fraction(minimum)
    )


@regle("statuts", "12")
def _categories_obligatoires(examen: _Examen) -> Iterator[Alerte]:
    """Each mandatory category has at least one associé."""
    for categorie in examen.statuts.categories:
        if categorie.obligatoire:
            effectif = examen.effectifs[categorie.code]
            titre = f"Catégorie obligatoire\u00a0: {categorie.nom}"
            detail = f"{accord(effectif, 'associé')} en {examen.nom(categorie.code)}, un au moins."
            cles = (f"categories.{categorie.code}.obligatoire", "categories.obligatoire", "categories")
            articles = examen.articles(*cles, defaut=LOI_CATEGORIES)
            gravite = OK if effectif else FAUTE
            yield Alerte("CATEGORIE_OBLIGATOIRE", gravite, titre, detail, articles, Fraction(effectif), Fraction(1))


@regle("statuts", "12")
def _plafonds(examen: _Examen) -> Iterator[Alerte]:
    """A category holds at most its share of the capital (statuts 12: public bodies, one fifth)."""
    parts = examen.etat.parts_par_categorie()
    for categorie in examen.statuts.categories:
        if categorie.plafond_capital is not None and examen.etat.parts:
            yield _plafond(examen, categorie, categorie.plafond_capital, parts.get(categorie.code, 0))


def _plafond(examen: _Examen, categorie: Categorie, plafond: Fraction, parts: int) -> Alerte:
    total = examen.etat.parts
    ratio = Fraction(parts, total)
    exces = parts - (total * plafond.numerator) // plafond.denominator
    detail = (
        f"{accord(parts, 'part')} sur {nombre(total)}, soit {pourcent(ratio, plafond)} du capital, "
        f"{pourcent_court(plafond)} au plus"
    )
    if ratio > plafond:
        detail += f"\u00a0: {accord(exces, 'part')} de trop à capital égal"
    if plafond < Fraction(1, 2):
        detail += f"\u202f; depuis 2014 la loi permet {pourcent_court(Fraction(1, 2))} aux collectivités publiques"
    cles = (f"categories.{categorie.code}.plafond_capital", "categories.plafond_capital", "categories")
    gravite = FAUTE if ratio > plafond else OK
    articles = tuple(dict.fromkeys((*examen.articles(*cles, defaut=LOI_CATEGORIES), LOI_CATEGORIES)))
    titre = f"Part du capital\u00a0: {categorie.nom}"
    return Alerte("PLAFOND_CAPITAL", gravite, titre, f"{detail}.", articles, ratio, plafond)


@regle("C. com.", "L223-3")
def _maximum_associes(examen: _Examen) -> Iterator[Alerte]:
    """A SARL has at most as many associés as the law allows it."""
    maximum = examen.statuts.societariat.maximum_associes
    if maximum is None:
        return
    effectif = len(examen.etat.associes)
    detail = f"{accord(effectif, 'associé')}, {nombre(maximum)} au plus."
    articles = examen.articles("societariat.maximum_associes", defaut="C. com. L223-3")
    gravite = FAUTE if effectif > maximum else OK
    yield Alerte(
        "MAXIMUM_ASSOCIES", gravite, "Nombre d’associés", detail, articles, Fraction(effectif), Fraction(maximum)
    )


@regle("statuts", "8")
def _capital_minimum(examen: _Examen) -> Iterator[Alerte]:
    """The capital is never under the minimum of the statutes."""
    capital = examen.statuts.capital
    if capital.minimum is None or capital.valeur_part is None:
        return
    articles = examen.articles("capital.minimum", "capital", defaut="C. com. L231-5")
    yield _capital(examen, "CAPITAL_MINIMUM", "Capital minimum", capital.minimum, capital.valeur_part, "", articles)


@regle("statuts", "8")
def _capital_plancher(examen: _Examen) -> Iterator[Alerte]:
    """The capital is never under a share (a quarter) of the highest it ever reached."""
    capital = examen.statuts.capital
    if capital.plancher_relatif is None or capital.valeur_part is None:
        return
    plus_haut = examen.plus_haut
    precision = f" ({pourcent_court(capital.plancher_relatif)} du plus haut capital atteint, {euros(plus_haut)})"
    articles = examen.articles("capital.plancher_relatif", "capital", defaut="loi 47-1775 13")
    limite = plus_haut * capital.plancher_relatif
    titre = "Capital et plus haut capital atteint"
    yield _capital(examen, "CAPITAL_PLANCHER", titre, limite, capital.valeur_part, precision, articles)


def _capital(
    examen: _Examen, code: str, titre: str, limite: Fraction, part: Fraction, precision: str, articles: tuple[str, ...]
) -> Alerte:
    montant = examen.etat.parts * part
    detail = f"{euros(montant)} ({accord(examen.etat.parts, 'part')}), {euros(limite)} au moins{precision}"
    if montant < limite:
        manque = -((montant - limite) // part)
        detail += f"\u00a0: il manque {accord(manque, 'part')}"
    return Alerte(code, FAUTE if montant < limite else OK, titre, f"{detail}.", articles, montant, limite)


@regle("statuts", "12")
def _souscriptions(examen: _Examen) -> Iterator[Alerte]:
    """Subscribed parts are paid up: the quality of associé begins then."""
    debiteurs = [p for p in examen.etat.personnes if p.sortie is None and p.parts > p.liberees]
    impayees = sum(p.parts - p.liberees for p in debiteurs)
    detail = "toutes les parts souscrites sont libérées."
    if debiteurs:
        detail = f"{accord(impayees, 'part souscrite', 'parts souscrites')} à libérer\u00a0: {_noms(debiteurs)}."
    articles = examen.articles("capital.liberation", "societariat", defaut="statuts 12")
    gravite = AVERTISSEMENT if debiteurs else OK
    titre = "Libération des parts"
    yield Alerte("PARTS_NON_LIBEREES", gravite, titre, detail, articles, Fraction(impayees), Fraction(0))


@regle("statuts", "6", "12")
def _personnes(examen: _Examen) -> Iterator[Alerte]:
    """Everybody is in a category of the statutes that takes their kind of person."""
    statuts = examen.statuts
    fautifs = [p for p in examen.etat.associes if not personne_admise(statuts, p.categorie, p.fiche.personne)]
    detail = "chaque associé est dans une catégorie qui l’admet."
    if fautifs:
        detail = f"catégorie inconnue, ou qui n’admet pas ce type de personne\u00a0: {_noms(fautifs)}."
    articles = examen.articles("categories.personnes", "categories", defaut="statuts 6")
    gravite = FAUTE if fautifs else OK
    yield Alerte(
        "PERSONNE_CATEGORIE", gravite, "Catégories et personnes", detail, articles, Fraction(len(fautifs)), Fraction(0)
    )


@regle("statuts", "6", "12")
def _contestees(examen: _Examen) -> Iterator[Alerte]:
    """Kinds of person that two articles disagree on, where the profile says so (statuts 6 and 12: financeurs)."""
    for categorie in examen.statuts.categories:
        for personne in categorie.personnes:
            articles = articles_contestes(examen.statuts, categorie.code, personne)
            if articles:
                yield _contestee(examen, categorie, personne, articles)


def _contestee(examen: _Examen, categorie: Categorie, personne: str, articles: tuple[str, ...]) -> Alerte:
    concernes = [p for p in examen.etat.associes if (p.categorie, p.fiche.personne) == (categorie.code, personne)]
    nom = examen.nom(categorie.code)
    detail = f"aucune personne {personne} en {nom}, où les statuts ne s’accordent pas sur elle."
    if concernes:
        detail = f"{nom}\u00a0: les statuts ne s’accordent pas sur la personne {personne}\u202f; {_noms(concernes)}."
    titre = f"Personne {personne} parmi\u00a0: {categorie.nom}"
    gravite = AVERTISSEMENT if concernes else OK
    return Alerte("PERSONNE_CONTESTEE", gravite, titre, detail, articles, Fraction(len(concernes)), Fraction(0))


@regle("statuts", "14")
def _inactifs(examen: _Examen) -> Iterator[Alerte]:
    """Associés of the categories concerned without any operation or mission for so many years."""
    annees = examen.statuts.inactivite_annees
    if annees is None:
        return
    concernees = categories_a_activite(examen.statuts)
    limite = _il_y_a(examen.etat.jour, annees)
    inactifs = [p for p in examen.etat.associes if p.categorie in concernees and _dernier_signe(p) <= limite]
    duree = accord(annees, "an")
    detail = f"aucun associé sans opération ni mission depuis {duree}."
    suivies = any(p.derniere_operation is not None for p in examen.etat.personnes)
    if inactifs and not suivies:
        detail = f"ni opération ni mission au registre\u00a0: la perte de qualité après {duree} n’y est pas contrôlée."
    elif inactifs:
        detail = f"aucune opération ni mission enregistrée depuis {duree}, à vérifier\u00a0: {_noms(inactifs)}."
    articles = examen.articles("pertes.inactivite_annees", "pertes", defaut="statuts 14")
    gravite = AVERTISSEMENT if inactifs else OK
    yield Alerte(
        "INACTIVITE", gravite, "Opérations et missions", detail, articles, Fraction(len(inactifs)), Fraction(0)
    )


def categories_a_activite(statuts: Statuts) -> frozenset[str]:
    """The categories whose quality is lost for want of operations or missions (statuts 14).

    The profile says which by references ``pertes.inactivite_annees.<code>``; else those named after usagers and
    bénévoles; else all.
    """
    codes = [categorie.code for categorie in statuts.categories]
    dites = [code for code in codes if f"pertes.inactivite_annees.{code}" in statuts.references]
    nommees = [c.code for c in statuts.categories if any(m in cle(c.nom) for m in ("usager", "benevole"))]
    return frozenset(dites or nommees or codes)


def _dernier_signe(associe: Associe) -> date:
    """The last known operation, else the entry."""
    return max(jour for jour in (associe.derniere_operation, associe.entree) if jour is not None)


def _il_y_a(jour: date, annees: int) -> date:
    """The same day so many years before (28 February for a 29 February)."""
    annee = max(jour.year - annees, 1)
    return jour.replace(year=annee, day=28) if (jour.month, jour.day) == (2, 29) else jour.replace(year=annee)


@regle("statuts", "22")
def _sans_college(examen: _Examen) -> Iterator[Alerte]:
    """Every associé is taken by a college, where the vote may be by college."""
    statuts = examen.statuts
    if not statuts.vote_possible_par_college:
        return
    seuls = [p for p in examen.etat.associes if classer(statuts, p.categorie, p.fiche.personne).college is None]
    detail = "chaque associé a un collège."
    if seuls:
        detail = f"{accord(len(seuls), 'associé')} sans collège, donc sans voix dans un vote par collège\u00a0: {_noms(seuls)}."
    articles = examen.articles("colleges", defaut=LOI_COLLEGES)
    gravite = FAUTE if seuls else OK
    yield Alerte("SANS_COLLEGE", gravite, "Collèges", detail, articles, Fraction(len(seuls)), Fraction(0))


def _noms(personnes: Sequence[Associe]) -> str:
    """Some names, and how many others."""
    noms = ", ".join(p.nom_complet for p in _tri(personnes)[:_NOMS_CITES])
    reste = len(personnes) - _NOMS_CITES
    return f"{noms} et {accord(reste, 'autre')}" if reste > 0 else noms


def _tri(personnes: Iterable[Associe]) -> list[Associe]:
    return sorted(personnes, key=lambda p: (cle(p.nom_registre), p.numero))
