"""What comes before the votes in the minutes: agenda, documents laid, written questions (C. com. R223-24, L223-26)."""

from __future__ import annotations

from collections.abc import Iterator

from scicvote.core.contexte_papier import Contexte
from scicvote.core.droit_forme import QUESTIONS
from scicvote.core.exact import INSECABLE
from scicvote.core.faits import DocumentDepose, QuestionEcrite, ReponseQuestion
from scicvote.core.francais import capitale, date_longue, heure_fr
from scicvote.core.papier import Bloc, Liste, Style, Titre, ligne, liste, paragraphe


def ordre_du_jour(contexte: Contexte) -> Iterator[Bloc]:
    """The agenda; what was put in the sitting without being on it is said apart."""
    inscrites = [r for r in contexte.ag.resolutions if not r.hors_ordre]
    yield Titre(1, "Ordre du jour")
    if inscrites:
        yield Liste(tuple(ligne(f"{r.titre}.") for r in inscrites), numerotee=True)
    else:
        yield paragraphe("Aucune résolution n’est à l’ordre du jour.")
    for resolution in contexte.ag.resolutions:
        if resolution.hors_ordre:
            article = contexte.citer("scrutin.hors_ordre_du_jour", "ordre_du_jour")
            yield paragraphe(f"Ajoutée en séance ({article}){INSECABLE}: {resolution.titre}.")


def documents(contexte: Contexte) -> Iterator[Bloc]:
    """The documents and reports laid before the assembly."""
    yield Titre(1, "Documents soumis à l’assemblée")
    deposes = contexte.ag.tous(DocumentDepose)
    if not deposes:
        yield paragraphe("Aucun document n’a été déposé.")
        return
    yield paragraphe("Sont déposés sur le bureau, à la disposition des associés\u00a0:")
    yield liste(*(f"{_titre(d.titre)}\u00a0;" for d in deposes[:-1]), f"{_titre(deposes[-1].titre)}.")


def _titre(titre: str) -> str:
    return titre.strip().rstrip(".;")


def questions(contexte: Contexte) -> Iterator[Bloc]:
    """Written questions received before the meeting, each with its answer."""
    posees = contexte.ag.tous(QuestionEcrite)
    if not posees:
        return
    yield Titre(1, f"Questions écrites ({contexte.loi('C. com. L223-26', sujet=QUESTIONS)})")
    reponses = {reponse.question: reponse for reponse in contexte.ag.tous(ReponseQuestion)}
    for question in posees:
        yield paragraphe(f"{contexte.civil(question.associe)}, question reçue le {date_longue(question.recue)}\u00a0:")
        yield paragraphe(question.texte, style=Style.CITATION)
        yield from _reponse(reponses.get(question.question))


def _reponse(reponse: ReponseQuestion | None) -> Iterator[Bloc]:
    if reponse is None:
        yield paragraphe("Il n’y a pas été répondu en séance.")
        return
    yield paragraphe(f"Réponse donnée à {heure_fr(reponse.heure)}\u00a0:")
    yield paragraphe(capitale(reponse.texte), style=Style.CITATION)
