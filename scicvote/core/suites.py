"""What follows an assembly, each step with its last day and its articles (statuts 31, C. com. L232-22, L232-13…)."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Final

from scicvote.core.article import regle
from scicvote.core.assemblee import Assemblee
from scicvote.core.capitaux_propres import constat
from scicvote.core.convocation import Echeance, ajouter_mois, cloture_exercice, terme_annuel
from scicvote.core.dossier import Dossier
from scicvote.core.exact import INSECABLE, lire_exact
from scicvote.core.faits import Affectation, ProcesVerbal, Signature, SuiteNotee
from scicvote.core.francais import date_longue, enumerer
from scicvote.core.resolution import Objet, connait_seconde
from scicvote.core.statuts import Statuts

REGISTRE: Final = "registre"  # the step that sums up the entries of the register
_ECHOUEES = ("rejetee", "ballottage", "sans_quorum")


@dataclass(frozen=True, slots=True)
class Suite:
    """One step: its last day (None: no text gives one), what is due, what to know, the articles, whether it is done.

    ``cle`` tells apart those that happen outside the file, and that somebody notes once they are done.
    """

    jour: date | None
    libelle: str
    detail: str
    articles: tuple[str, ...]
    fait: bool = False
    cle: str = ""


def suites(dossier: Dossier, assemblee: Assemblee) -> tuple[Suite, ...]:
    """The steps after an assembly, those without a date first, then by date.

    What follows a decision is there once it was taken; before the sitting closes, once it is on the agenda.
    """
    etapes = (_minutes, _registre, seconde, formalites, _prochaine)
    statuts = dossier.statuts_au(assemblee.jour)
    trouvees = [_citee(statuts, suite) for etape in etapes for suite in etape(dossier, assemblee)]
    return tuple(sorted(trouvees, key=lambda suite: (suite.jour is not None, suite.jour or date.min)))


def echeances_apres(dossier: Dossier, assemblee: Assemblee) -> Iterator[Echeance]:
    """The steps that a text gives a day, the next annual assembly apart: dates to show once the sitting is closed."""
    statuts = dossier.statuts_au(assemblee.jour)
    datees = ((suite.jour, _citee(statuts, suite)) for suite in formalites(dossier, assemblee))
    yield from (Echeance(jour, s.libelle, s.articles[0], s.fait) for jour, s in datees if jour is not None)


def formalites(dossier: Dossier, assemblee: Assemblee) -> Iterator[Suite]:
    """What is filed, published or paid outside the file; done once it is noted, done or without object."""
    notes = {note.cle for note in dossier.tous(SuiteNotee) if note.assemblee == assemblee.numero}
    for etape in (_depot, _gerance, _statuts, _dissolution, _liquidation, _paiement):
        yield from (replace(suite, fait=suite.cle in notes) for suite in etape(dossier, assemblee))


def _citee(statuts: Statuts, suite: Suite) -> Suite:
    """A step under the articles of the cooperative's own form and statutes."""
    return replace(suite, articles=tuple(dict.fromkeys(map(statuts.cite, suite.articles))))


def un_mois_apres(jour: date, mois: int = 1) -> date:
    """The same day so many months later, or the last one of a shorter month."""
    total = jour.year * 12 + jour.month - 1 + mois
    annee, rang = divmod(total, 12)
    return date(annee, rang + 1, min(jour.day, calendar.monthrange(annee, rang + 1)[1]))


def _points(ag: Assemblee, *objets: str) -> list[int]:
    """The resolutions of these kinds that were adopted; before the sitting closes, those still to be voted too."""
    retenues = ("adoptee", "elus") if ag.close else ("adoptee", "elus", "")
    return [r.numero for r in ag.resolutions if r.objet in objets and ag.decision(r.resolution) in retenues]


def _quelles(numeros: list[int]) -> str:
    mot = "résolution" if len(numeros) == 1 else "résolutions"
    return f"{mot} {enumerer([str(n) for n in numeros])}"


@regle("statuts", "21-8")
@regle("C. com.", "R221-3", "R223-24")
def _minutes(_dossier: Dossier, ag: Assemblee) -> Iterator[Suite]:
    """Minutes drawn up, signed, in their register."""
    article = "statuts 24-4" if ag.convocation.college else "statuts 21-8"
    dresses = bool(ag.tous(ProcesVerbal))
    yield Suite(None, "Dresser le procès-verbal et le porter au registre", "", (article, "C. com. R221-3"), dresses)
    detail = "Par la gérance et la présidence de séance\u00a0; l’original reste au siège."
    signe = bool(ag.tous(Signature))
    yield Suite(None, "Signer le procès-verbal", detail, (article, "C. com. R223-24"), signe)


@regle("statuts", "12", "13", "15")
def _registre(dossier: Dossier, ag: Assemblee) -> Iterator[Suite]:
    """Admissions and exclusions go to the register of movements."""
    numeros = _points(ag, Objet.ADMISSION, Objet.EXCLUSION)
    if not numeros:
        return
    portes = {m.associe for m in dossier.registre.mouvements if m.assemblee == ag.numero}
    voulus = {r.concerne for r in ag.resolutions if r.numero in numeros}
    detail = f"{_quelles(numeros).capitalize()}. La qualité d’associé commence quand les parts sont libérées."
    yield Suite(
        None,
        "Porter les admissions et exclusions au registre des mouvements",
        detail,
        ("statuts 12", "statuts 13", "statuts 15"),
        ag.close and voulus <= portes,
        REGISTRE,
    )


@regle("C. com.", "L223-29")
def seconde(dossier: Dossier, ag: Assemblee) -> Iterator[Suite]:
    """What failed at the first consultation may be put again, in another assembly."""
    if not ag.close or ag.convocation.consultation != 1:
        return
    regles = dossier.statuts_au(ag.jour).regles
    echouees = [
        r.numero
        for r in ag.resolutions
        if ag.decision(r.resolution) in _ECHOUEES
        and (une := regles.get(r.regle)) is not None
        and connait_seconde(une.applicable(ag.convocation.par_college))
    ]
    if echouees:
        faite = any(autre.convocation.suite_de == ag.numero for autre in dossier.assemblees.values())
        detail = f"{_quelles(echouees).capitalize()}, sur nouvelle convocation recommandée."
        articles = ("C. com. L223-29", "statuts 21-2")
        yield Suite(None, "Convoquer la seconde consultation", detail, articles, faite, "seconde")


@regle("C. com.", "L232-22")
def _depot(_dossier: Dossier, ag: Assemblee) -> Iterator[Suite]:
    """The accounts are filed within a month of their approval, two when it is done electronically."""
    exercice = ag.convocation.exercice
    comptes = [r for r in ag.resolutions if r.objet == Objet.COMPTES]
    if exercice is None or not comptes:
        return
    terme, ligne = un_mois_apres(ag.jour), un_mois_apres(ag.jour, 2)
    voie = f"Par voie électronique, un mois de plus, soit le {date_longue(ligne)}."
    if ag.close and ag.decision(comptes[0].resolution) != "adoptee":
        quoi = f"Déposer au greffe la délibération sur les comptes de l’exercice {exercice}"
        detail = f"Les comptes ne sont pas approuvés\u00a0: une copie de la délibération est déposée dans le même délai. {voie}"
    else:
        quoi = f"Déposer au greffe les comptes de l’exercice {exercice}"
        detail = f"Avec la proposition d’affectation et la résolution votée. {voie}"
    yield Suite(terme, quoi, detail, ("C. com. L232-22",), cle="depot")


@regle("C. com.", "R123-66", "R210-9")
def _gerance(_dossier: Dossier, ag: Assemblee) -> Iterator[Suite]:
    """A manager who comes or goes is published and entered in the RCS within a month."""
    numeros = _points(ag, Objet.ELECTION, Objet.REVOCATION)
    if numeros:
        detail = (
            f"{_quelles(numeros).capitalize()}\u00a0: avis dans un support d’annonces légales, puis inscription "
            "modificative au RCS. Sans objet pour un gérant réélu."
        )
        articles = ("C. com. R123-66", "C. com. R210-9")
        yield Suite(un_mois_apres(ag.jour), "Publier le changement de gérance", detail, articles, cle="gerance")


@regle("C. com.", "R123-105")
def _statuts(_dossier: Dossier, ag: Assemblee) -> Iterator[Suite]:
    """Amended statutes are published and filed within a month."""
    numeros = _points(ag, Objet.STATUTS, Objet.COLLEGES, Objet.POIDS, Objet.NOUVEAU_COLLEGE)
    if numeros:
        detail = f"{_quelles(numeros).capitalize()}, pour ce qui modifie les statuts\u00a0: procès-verbal et statuts mis à jour."
        articles = ("C. com. R123-105", "C. com. R210-9")
        yield Suite(
            un_mois_apres(ag.jour), "Publier et déposer au greffe les statuts modifiés", detail, articles, cle="greffe"
        )


@regle("statuts", "33")
@regle("C. com.", "L223-42")
def _dissolution(dossier: Dossier, ag: Assemblee) -> Iterator[Suite]:
    """Net assets under half of the capital: the associés decide within four months whether to go on."""
    vu = constat(dossier)
    if vu is not None and vu.insuffisants and vu.exercice == ag.convocation.exercice:
        detail = "Les capitaux propres sont inférieurs à la moitié du capital\u00a0; la décision est publiée, quelle qu’elle soit."
        quoi = "Décider en assemblée extraordinaire s’il y a lieu à dissolution anticipée"
        yield Suite(un_mois_apres(ag.jour, 4), quoi, detail, ("statuts 33", "C. com. L223-42"), cle="moitie")


@regle("statuts", "34")
@regle("C. com.", "R237-2", "R123-66")
def _liquidation(_dossier: Dossier, ag: Assemblee) -> Iterator[Suite]:
    """Within a month the naming of the liquidators is published, and the RCS is told."""
    numeros = _points(ag, Objet.DISSOLUTION)
    if numeros:
        detail = (
            f"{_quelles(numeros).capitalize()}\u00a0: avis par les liquidateurs, puis inscription modificative au RCS."
        )
        quoi, articles = "Publier la dissolution et le liquidateur", ("C. com. R237-2", "C. com. R123-66")
        yield Suite(un_mois_apres(ag.jour), quoi, detail, articles, cle="liquidation")


@regle("statuts", "31")
@regle("C. com.", "L232-13")
def _paiement(dossier: Dossier, ag: Assemblee) -> Iterator[Suite]:
    """Interest on the parts is paid within nine months of the closing."""
    exercice = ag.convocation.exercice
    if exercice is None:
        return
    numeros = _points(ag, Objet.AFFECTATION)
    places = {r.resolution for r in ag.resolutions if r.numero in numeros}
    montants = {a.resolution: lire_exact(a.interets) or Fraction(0) for a in ag.tous(Affectation)}
    if any(montant > 0 for resolution, montant in montants.items() if resolution in places):
        fin = cloture_exercice(dossier.statuts_au(ag.jour), exercice)
        detail = f"Neuf mois après la clôture du {date_longue(fin)}, sauf délai plus long accordé en justice."
        articles = ("statuts 31", "C. com. L232-13")
        quoi = f"Payer les intérêts aux parts sociales, exercice {exercice}"
        yield Suite(ajouter_mois(fin, 9), quoi, detail, articles, cle="paiement")


@regle("statuts", "20")
@regle("C. com.", "L223-26")
def _prochaine(dossier: Dossier, ag: Assemblee) -> Iterator[Suite]:
    """The term of the next annual assembly."""
    exercice = ag.convocation.exercice
    if exercice is not None and ag.convocation.consultation == 1:
        statuts = dossier.statuts_au(ag.jour)
        mois = f"{statuts.delais.ag_annuelle_mois}{INSECABLE}mois"
        detail = f"{mois} après la clôture de l’exercice {exercice + 1}."
        tenue = any(autre.convocation.exercice == exercice + 1 for autre in dossier.assemblees.values())
        articles = (statuts.article("delais.ag_annuelle_mois", defaut="C. com. L223-26"),)
        yield Suite(
            terme_annuel(statuts, exercice + 1), "Tenir la prochaine assemblée annuelle", detail, articles, tenue
        )
