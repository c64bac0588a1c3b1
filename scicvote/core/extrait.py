"""Certified extracts of minutes (C. com. R221-4), and the results of an assembly without its debates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from scicvote.core.article import regle
from scicvote.core.assemblee import Assemblee
from scicvote.core.contexte_papier import Contexte
from scicvote.core.dossier import Dossier
from scicvote.core.exact import INSECABLE
from scicvote.core.faits import ProcesVerbal, Resolution
from scicvote.core.francais import capitale, date_longue, enumerer
from scicvote.core.papier import Bloc, CaseSignature, Ensemble, Papier, Signatures, Titre, paragraphe
from scicvote.core.pv_cloture import signature_de
from scicvote.core.pv_ouverture import officiers, reunion
from scicvote.core.pv_presence import chiffres
from scicvote.core.pv_recapitulatif import recapitulatif
from scicvote.core.pv_resolutions import une_resolution


@regle("C. com.", "R221-4")
def extrait(dossier: Dossier, assemblee: Assemblee, numeros: Sequence[int], certifie_par: int, jour: date) -> Papier:
    """Resolutions of signed minutes, in full, certified on ``jour`` by a manager (an associé's number).

    ``numeros`` are places on the agenda; none asks for all. Marked PROJET until the minutes are signed. Raises
    LookupError when the assembly has no minutes in a register.
    """
    contexte = Contexte(dossier, assemblee)
    pv = next(iter(pv for pv in assemblee.tous(ProcesVerbal) if pv.rectifie is None), None)
    if pv is None:
        raise LookupError(f"assembly {assemblee.numero} has no minutes")
    signe = signature_de(contexte, pv)
    return contexte.papier(
        f"Extrait du procès-verbal n°{INSECABLE}{pv.numero}",
        _extrait(
            contexte, pv, [r for r in assemblee.resolutions if not numeros or r.numero in numeros], certifie_par, jour
        ),
        pied=_registre(contexte, pv),
        mention="" if signe else "PROJET",
    )


def _registre(contexte: Contexte, pv: ProcesVerbal) -> str:
    registre = f"Registre des décisions du collège {pv.registre}" if pv.registre else "Registre des délibérations"
    return f"Extrait du {registre[0].lower()}{registre[1:]}, n°{INSECABLE}{pv.numero}, {contexte.ag.titre_court}"


def _extrait(
    contexte: Contexte, pv: ProcesVerbal, resolutions: Sequence[Resolution], certifie_par: int, jour: date
) -> Iterator[Bloc]:
    yield reunion(contexte)
    yield from officiers(contexte)
    yield Ensemble((Titre(1, "Présence"), chiffres(contexte)))
    yield Titre(1, "Délibérations" if len(resolutions) == len(contexte.ag.resolutions) else "Extrait des délibérations")
    for resolution in resolutions:
        yield from une_resolution(contexte, resolution, debats=False)
    yield from _rectificatifs(contexte, pv)
    yield Ensemble(
        (
            paragraphe(_certification(contexte, pv, jour)),
            Signatures((CaseSignature(contexte.nom(certifie_par), capitale(contexte.dirigeant(certifie_par))),)),
        )
    )


def _rectificatifs(contexte: Contexte, pv: ProcesVerbal) -> Iterator[Bloc]:
    """An extract that would hide a later correction would not be true to the register."""
    rectifies = [str(p.numero) for p in contexte.ag.tous(ProcesVerbal) if p.rectifie == pv.numero]
    if rectifies:
        mot = "le procès-verbal rectificatif" if len(rectifies) == 1 else "les procès-verbaux rectificatifs"
        yield paragraphe(f"Ce procès-verbal est rectifié par {mot} n°{INSECABLE}{enumerer(rectifies)}.")


def _certification(contexte: Contexte, pv: ProcesVerbal, jour: date) -> str:
    signature = signature_de(contexte, pv)
    signe = f", signé le {date_longue(signature.jour)}" if signature else ""
    article = contexte.loi("C. com. R221-4")
    return (
        f"Extrait certifié conforme au procès-verbal porté au registre sous le n°{INSECABLE}{pv.numero}{signe} "
        f"({article}), le {date_longue(jour)}."
    )


# --- results


@regle("C. com.", "R223-24")
def resultats(dossier: Dossier, assemblee: Assemblee) -> Papier:
    """All the decisions in one table, then every resolution with its text and counts, without the debates."""
    contexte = Contexte(dossier, assemblee)
    return contexte.papier("Résultats des votes", _resultats(contexte), mention="" if assemblee.close else "PROVISOIRE")


def _resultats(contexte: Contexte) -> Iterator[Bloc]:
    yield Titre(1, "Décisions")
    yield recapitulatif(contexte)
    yield Ensemble((Titre(1, "Présence"), chiffres(contexte)))
    if contexte.ag.resolutions:
        yield Titre(1, "Détail de chaque résolution")
    for resolution in contexte.ag.resolutions:
        yield from une_resolution(contexte, resolution, debats=False)
