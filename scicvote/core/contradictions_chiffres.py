"""Figures and dates of free text against the data: votes, amounts, the day of the sitting, the financial year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Final

from scicvote.core.affectation import lire_montants
from scicvote.core.assemblee import MOIS
from scicvote.core.contexte_papier import Contexte
from scicvote.core.convocation import cloture_exercice
from scicvote.core.exact import euros, lire_exact
from scicvote.core.faits import Affectation, Resolution
from scicvote.core.francais import JOURS, date_longue
from scicvote.core.issue import Issue, avertissement
from scicvote.core.normalise import cle
from scicvote.core.resolution import Objet

_ESPACE: Final = r"[ \u00a0\u202f]"
_MOIS: Final = {cle(mois): rang for rang, mois in enumerate(MOIS, 1)}
_DATE: Final = re.compile(
    rf"(?:\b({'|'.join(JOURS)}){_ESPACE}+)?\b(1er|\d{{1,2}}){_ESPACE}+({'|'.join(MOIS)}){_ESPACE}+(\d{{4}})\b",
    re.IGNORECASE,
)
_REUNION: Final = re.compile(
    rf"\b(?:présente|cette){_ESPACE}+(?:assemblée|réunion|séance)\b|\bce{_ESPACE}+jour\b", re.IGNORECASE
)
_EXERCICE: Final = re.compile(
    rf"\bexercice{_ESPACE}+(?:social{_ESPACE}+)?(?:clos{_ESPACE}+)?(?:(?:en|le{_ESPACE}+\d{{1,2}}{_ESPACE}+\w+){_ESPACE}+)?(\d{{4}})\b",
    re.IGNORECASE,
)
_VOIX: Final = re.compile(
    rf"\b(\d+){_ESPACE}+(voix|suffrages?|abstentions?|pour|contre|votants?|bulletins?)\b", re.IGNORECASE
)
_EUROS: Final = re.compile(rf"(\d{{1,3}}(?:{_ESPACE}\d{{3}})+|\d+)(?:,(\d{{1,2}}))?{_ESPACE}*(?:€|euros?\b)")
_COMPTES: Final = (Objet.COMPTES, Objet.AFFECTATION)


# --- dates


def contradictions_dates(contexte: Contexte, chemin: str, texte: str) -> Iterator[Issue]:
    """A day that is not that of its week, or that is said to be the day of this sitting and is not."""
    for trouve in _DATE.finditer(texte):
        jour = _lire(trouve)
        if jour is None:
            phrase = f"«\u00a0{trouve[0]}\u00a0» n’est pas un jour du calendrier."
        elif trouve[1] and JOURS[jour.weekday()] != trouve[1].lower():
            phrase = f"Le {date_longue(jour)} est un {JOURS[jour.weekday()]}, le texte dit {trouve[1].lower()}."
        elif jour != contexte.ag.jour and _dit_aujourd_hui(texte, trouve):
            phrase = (
                f"Le texte situe la séance au {date_longue(jour)}, elle se tient le {date_longue(contexte.ag.jour)}."
            )
        elif (jour.day, jour.month) == (contexte.ag.jour.day, contexte.ag.jour.month) and jour != contexte.ag.jour:
            phrase = f"Le texte dit {date_longue(jour)}, l’assemblée est du {date_longue(contexte.ag.jour)}\u00a0: vérifier l’année."
        else:
            continue
        yield avertissement("PV_TEXTE_DATE", phrase, contexte.loi_pv, chemin=chemin)


def _lire(trouve: re.Match[str]) -> date | None:
    quantieme = 1 if trouve[2].lower() == "1er" else int(trouve[2])
    try:
        return date(int(trouve[4]), _MOIS[cle(trouve[3])], quantieme)
    except ValueError:
        return None


def _dit_aujourd_hui(texte: str, trouve: re.Match[str]) -> bool:
    """Whether the words just before a date say that it is this sitting's."""
    return _REUNION.search(texte[max(0, trouve.start() - 40) : trouve.start()]) is not None


def contradictions_exercice(contexte: Contexte, resolution: Resolution) -> Iterator[Issue]:
    """The text on the accounts or the result names financial years, and not the one whose accounts are laid."""
    exercice = contexte.ag.convocation.exercice
    if exercice is None or resolution.objet not in _COMPTES:
        return
    nommes = [int(annee) for annee in _EXERCICE.findall(contexte.ag.texte_de(resolution))]
    if nommes and exercice not in nommes:
        fin = date_longue(cloture_exercice(contexte.statuts, exercice))
        phrase = f"Résolution {resolution.numero}\u00a0: le texte parle de l’exercice {nommes[0]}, les comptes soumis sont ceux clos le {fin}."
        chemin = f"resolutions[{resolution.numero}].texte"
        yield avertissement("PV_TEXTE_EXERCICE", phrase, contexte.loi_pv, "C. com. L223-26", chemin=chemin)


# --- votes and amounts


def contradictions_votes(contexte: Contexte, resolution: Resolution, chemin: str, texte: str) -> Iterator[Issue]:
    """A number of votes that none of the counts on this resolution gives."""
    votes = [
        v for objet in ("resolution", "demande_secret") for v in contexte.ag.votes_de(resolution.resolution, objet)
    ]
    if not votes:
        return
    connus = {n for v in votes for n in _chiffres(v.comptes)} | {n for v in votes for n in _chiffres(v.corps)}
    connus |= {v.voix for vote in votes for v in vote.voix}
    for candidat in {v.candidat for vote in votes for v in vote.voix}:
        connus |= {sum(v.voix for v in vote.voix if v.candidat == candidat) for vote in votes}
    for trouve in _VOIX.finditer(texte):
        if int(trouve[1]) not in connus:
            phrase = f"Le texte parle de «\u00a0{trouve[0]}\u00a0», ce chiffre n’est dans aucun décompte de la résolution {resolution.numero}."
            yield avertissement("PV_TEXTE_NOMBRE", phrase, contexte.loi_pv, chemin=chemin)


def _chiffres(lignes: tuple[object, ...]) -> set[int]:
    """The figures of counts or bodies, one by one and in total; what is said of one person (``une voix``) too."""
    champs = ("votants", "pour", "contre", "abstention", "blanc", "nul", "inscrits", "presents", "representes")
    colonnes = [[getattr(ligne, champ, 0) for ligne in lignes] for champ in champs]
    exprimes = [getattr(ligne, "pour", 0) + getattr(ligne, "contre", 0) for ligne in lignes]
    return {n for colonne in (*colonnes, exprimes) for n in (*colonne, sum(colonne))} | {1}


def contradictions_montants(contexte: Contexte, resolution: Resolution) -> Iterator[Issue]:
    """An amount in the text of the allocation that its figures do not give."""
    faits = [f for f in contexte.ag.tous(Affectation) if f.resolution == resolution.resolution]
    montants = lire_montants(faits[-1])[0] if faits else None
    if montants is None:
        return
    connus = {getattr(montants, nom) for nom in montants.__dataclass_fields__}
    connus |= {montants.excedent, montants.reserve_legale_apres, montants.reserve_statutaire_apres}
    for trouve in _EUROS.finditer(contexte.ag.texte_de(resolution)):
        montant = _montant(trouve)
        if montant not in connus:
            phrase = f"Résolution {resolution.numero}\u00a0: le texte dit {euros(montant)}, montant que les chiffres de l’affectation ne donnent pas."
            chemin = f"resolutions[{resolution.numero}].texte"
            yield avertissement("PV_TEXTE_MONTANT", phrase, "statuts 30", contexte.loi_pv, chemin=chemin)


def _montant(trouve: re.Match[str]) -> Fraction:
    entier = re.sub(r"\D", "", trouve[1])
    return lire_exact(f"{entier}.{trouve[2]}" if trouve[2] else entier) or Fraction(0)
