"""How minutes end: the closing, the special register, who signs (statuts 21-8; C. com. R221-3, R223-24)."""

from __future__ import annotations

from collections.abc import Iterator

from scicvote.core.contexte_papier import Contexte, citer
from scicvote.core.exact import INSECABLE
from scicvote.core.faits import ProcesVerbal, Signature
from scicvote.core.feuille_presence import qualite_president, signataire, signataires_bureau
from scicvote.core.francais import capitale, date_longue, enumerer, heure_en_lettres
from scicvote.core.moments import heure_cloture
from scicvote.core.papier import Bloc, CaseSignature, Ensemble, Signatures, Titre, paragraphe
from scicvote.core.pv_election import elus


def cloture(contexte: Contexte, pv: ProcesVerbal | None) -> Iterator[Bloc]:
    """The hour of closing, the register, the signatures."""
    yield Ensemble(
        (
            Titre(1, "Clôture"),
            paragraphe(_levee(contexte)),
            paragraphe(_registre(contexte, pv)),
            *signatures(contexte, pv),
        )
    )
    elues = elus(contexte)
    if elues:
        cases = tuple(_acceptation(contexte, n) for n in elues)
        yield Ensemble((Titre(2, "Acceptation des fonctions"), Signatures(cases)))


def _levee(contexte: Contexte) -> str:
    heure = heure_cloture(contexte.ag)
    if heure is None:
        return "La séance n’est pas close."
    traitees = all(
        contexte.ag.votes_de(r.resolution) or contexte.ag.retrait(r.resolution) for r in contexte.ag.resolutions
    )
    tete = "L’ordre du jour étant épuisé, la séance est levée" if traitees else "La séance est levée"
    return f"{tete} à {heure_en_lettres(heure)}."


def _registre(contexte: Contexte, pv: ProcesVerbal | None) -> str:
    college = contexte.ag.convocation.college
    articles = citer((contexte.loi_registre, contexte.statuts.article("proces_verbal", defaut=contexte.loi_pv)))
    quel = "au registre spécial des délibérations"
    if college:
        articles = contexte.loi("statuts 24-4")
        quel = f"au registre des décisions du collège {college}, annexé au registre général"
    if pv is None:
        return f"Le présent procès-verbal est un projet, il n’est pas encore porté {quel} ({articles})."
    return f"De tout ce qui précède, il est dressé le présent procès-verbal, porté sous le n°{INSECABLE}{pv.numero} {quel} ({articles})."


def signatures(contexte: Contexte, pv: ProcesVerbal | None) -> Iterator[Bloc]:
    """The rooms to sign, after who signed and when once the minutes were signed."""
    signee = signature_de(contexte, pv)
    if signee is not None:
        yield paragraphe(f"Signé le {date_longue(signee.jour)} par {enumerer(signee.signataires)}.")
    yield Signatures(signataires(contexte, pv))


def signature_de(contexte: Contexte, pv: ProcesVerbal | None) -> Signature | None:
    """The record that these minutes were signed; None before."""
    if pv is None:
        return None
    toutes = contexte.ag.tous(Signature)
    return next((s for s in toutes if s.numero == pv.numero and s.registre == pv.registre), None)


def signataires(contexte: Contexte, pv: ProcesVerbal | None) -> tuple[CaseSignature, ...]:
    """Who signs: the chair and the managers in office when the minutes are drawn up (C. com. R223-24).

    In a college's assembly its chair and secretary; in a SA or SAS the officers (C. com. R225-106).
    """
    bureau = contexte.ag.bureau
    if contexte.statuts.forme != "SARL" and not contexte.ag.convocation.college:
        return signataires_bureau(contexte)
    gerants = () if contexte.ag.convocation.college else _gerants(contexte, pv)
    preside = bureau.president if bureau else None
    cases = [] if preside is None else [_president(contexte, preside, preside in gerants)]
    if contexte.ag.convocation.college and bureau is not None:
        cases.append(CaseSignature(bureau.secretaire, "Secrétaire de séance"))
    cases += [CaseSignature(contexte.nom(n), capitale(contexte.dirigeant(n))) for n in gerants if n != preside]
    return tuple(cases)


def _gerants(contexte: Contexte, pv: ProcesVerbal | None) -> tuple[int, ...]:
    jour = contexte.ag.jour if pv is None else pv.jour
    return contexte.dossier.gerants(jour) or contexte.dossier.gerants(contexte.ag.jour)


def _president(contexte: Contexte, preside: int, gere: bool) -> CaseSignature:
    qualite = capitale(qualite_president(contexte, preside))
    suite = f", {contexte.dirigeant(preside)}" if gere else ""
    return CaseSignature(signataire(contexte, preside), f"{qualite}{suite}")


def _acceptation(contexte: Contexte, associe: int) -> CaseSignature:
    return CaseSignature(contexte.nom(associe), f"Bon pour acceptation des fonctions de {contexte.dirigeant(associe)}")
