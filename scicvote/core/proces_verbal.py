"""The minutes of an assembly as a paper, with every mention of statuts 21-8 and C. com. R223-24."""

from __future__ import annotations

from collections.abc import Iterator

from scicvote.core.article import regle
from scicvote.core.assemblee import Assemblee
from scicvote.core.contexte_papier import Contexte
from scicvote.core.dossier import Dossier
from scicvote.core.exact import INSECABLE
from scicvote.core.faits import ProcesVerbal
from scicvote.core.francais import date_longue
from scicvote.core.papier import Bloc, Papier, paragraphe
from scicvote.core.pv_cloture import cloture, signature_de, signatures
from scicvote.core.pv_mouvements import mouvements
from scicvote.core.pv_ouverture import ouverture
from scicvote.core.pv_presence import presence
from scicvote.core.pv_regles import regles_de_vote
from scicvote.core.pv_resolutions import resolutions
from scicvote.core.pv_retours import retours_de_colleges
from scicvote.core.pv_seance import documents, ordre_du_jour, questions

PROJET = "PROJET"


@regle("statuts", "21-8", "24-4")
@regle("C. com.", "R223-24", "R221-3")
def proces_verbal(
    dossier: Dossier, assemblee: Assemblee, numero: int | None = None, *, a_signer: bool = False
) -> Papier:
    """The minutes as they print; ``numero`` asks for minutes that rectify, by their own number.

    They are marked PROJET until they are recorded as signed; ``a_signer`` gives the clean copy, once they have their
    number in the register. Every result is computed again from the counts. Raises KeyError for a number that is not
    one of this assembly's minutes.
    """
    contexte = Contexte(dossier, assemblee)
    pv = _choisi(assemblee, numero)
    rectifie = pv is not None and pv.rectifie is not None
    blocs = _rectification(contexte, pv) if pv is not None and rectifie else _blocs(contexte, pv)
    definitif = pv is not None and (a_signer or signature_de(contexte, pv) is not None)
    return Papier(
        titre=_titre(pv),
        sous_titre=assemblee.titre,
        auteur=contexte.statuts.denomination,
        entete=contexte.entete,
        blocs=tuple(blocs),
        pied=_pied(contexte, pv),
        mention="" if definitif else PROJET,
    )


def _choisi(assemblee: Assemblee, numero: int | None) -> ProcesVerbal | None:
    pvs = assemblee.tous(ProcesVerbal)
    if numero is None:
        return next((pv for pv in pvs if pv.rectifie is None), None)
    return {pv.numero: pv for pv in pvs}[numero]


def _titre(pv: ProcesVerbal | None) -> str:
    if pv is None:
        return "Procès-verbal"
    mot = "Procès-verbal rectificatif" if pv.rectifie is not None else "Procès-verbal"
    return f"{mot} n°{INSECABLE}{pv.numero}"


def _pied(contexte: Contexte, pv: ProcesVerbal | None) -> str:
    college = contexte.ag.convocation.college
    registre = f"Registre des décisions du collège {college}" if college else "Registre des délibérations"
    if pv is None:
        return f"{registre}{INSECABLE}: projet"
    return f"{registre}, n°{INSECABLE}{pv.numero}, dressé le {date_longue(pv.jour)}"


def _blocs(contexte: Contexte, pv: ProcesVerbal | None) -> Iterator[Bloc]:
    yield from ouverture(contexte)
    yield from presence(contexte)
    yield from ordre_du_jour(contexte)
    yield from documents(contexte)
    yield from questions(contexte)
    yield from regles_de_vote(contexte)
    yield from retours_de_colleges(contexte)
    yield from resolutions(contexte)
    yield from mouvements(contexte)
    yield from cloture(contexte, pv)


def _rectification(contexte: Contexte, pv: ProcesVerbal) -> Iterator[Bloc]:
    """Minutes that rectify: which ones, and their own text; the first stay as they are in the register."""
    yield paragraphe(
        f"Le présent procès-verbal rectifie le procès-verbal n°{INSECABLE}{pv.rectifie}, qui demeure au registre tel qu’il a été signé."
    )
    for alinea in pv.texte.strip().split("\n"):
        if alinea.strip():
            yield paragraphe(alinea.strip())
    yield paragraphe(f"Porté au registre le {date_longue(pv.jour)} sous le n°{INSECABLE}{pv.numero}.")
    yield from signatures(contexte, pv)
