"""The text of the notice as it was sent: when and where, agenda, resolutions as they were put (statuts 21-2, 21-3)."""

from __future__ import annotations

from collections.abc import Iterator

from scicvote.core.article import regle
from scicvote.core.assemblee import Assemblee, Nature
from scicvote.core.contexte_papier import Contexte
from scicvote.core.demandes_assemblee import phrase_papier
from scicvote.core.dossier import Dossier
from scicvote.core.droit_forme import QUESTIONS
from scicvote.core.exact import INSECABLE, poids_court
from scicvote.core.faits import Envoi, Resolution
from scicvote.core.francais import capitale, date_longue, enumerer, heure_fr, ordinal, par
from scicvote.core.papier import Bloc, Ensemble, Liste, Papier, Style, Titre, ligne, liste, paragraphe


@regle("statuts", "21-2", "21-3", "23", "28")
@regle("C. com.", "L223-27", "R223-20")
def texte_convocation(dossier: Dossier, assemblee: Assemblee) -> Papier:
    """What every associé was sent, without an addressee: amendments and what was added in the sitting are not in it."""
    contexte = Contexte(dossier, assemblee)
    return contexte.papier("Texte de la convocation", _blocs(contexte), mention="" if assemblee.convoquee else "PROJET")


def _blocs(contexte: Contexte) -> Iterator[Bloc]:
    convocation = contexte.ag.convocation
    article = contexte.citer("delais.convocation_jours", "assemblees")
    yield paragraphe(
        f"Les associés sont convoqués par {convocation.convoquee_par} le {date_longue(contexte.ag.jour)} à "
        f"{heure_fr(convocation.heure)}, {convocation.lieu} ({article})."
    )
    if demande := phrase_papier(contexte.dossier, contexte.ag, nommer=False):
        yield paragraphe(demande)
    resolutions = [r for r in contexte.ag.resolutions if not r.hors_ordre]
    yield Titre(1, "Ordre du jour")
    if resolutions:
        yield Liste(tuple(ligne(f"{r.titre}.") for r in resolutions), numerotee=True)
    else:
        yield paragraphe("L’ordre du jour n’est pas encore écrit.")
    yield from _rappels(contexte)
    if resolutions:
        yield Titre(1, "Texte des résolutions")
    for resolution in resolutions:
        yield from _resolution(resolution)
    yield from _envois(contexte)


def _rappels(contexte: Contexte) -> Iterator[Bloc]:
    """Proxies, written questions, and that colleges exist, whether or not the vote is by college."""
    college, pouvoirs = (
        contexte.ag.convocation.nature == Nature.COLLEGE,
        contexte.citer("pouvoirs", defaut="C. com. L223-28"),
    )
    rappels = [
        f"Un associé peut se faire représenter par son conjoint ou par un autre associé ({pouvoirs}).",
        f"Chaque associé dispose d’une voix, quel que soit le nombre de ses parts ({contexte.citer('colleges', 'vote.report')}).",
    ]
    if contexte.ag.convocation.exercice is not None:
        rappels.append(
            f"Des questions écrites peuvent être posées jusqu’à l’assemblée ({contexte.loi('C. com. L223-26', sujet=QUESTIONS)})."
        )
    if contexte.statuts.colleges and not college:
        rappels.append(_colleges(contexte))
    yield Ensemble((Titre(1, "Rappels"), liste(*rappels)))


def _colleges(contexte: Contexte) -> str:
    noms = enumerer([f"{c.nom} ({c.code}, {poids_court(c.poids)})" for c in contexte.statuts.colleges])
    mode = "se vote par collège" if contexte.par_college else "se vote une personne, une voix, sans collège"
    return f"Les statuts connaissent des collèges{INSECABLE}: {noms} ({contexte.citer('colleges')}). Cette assemblée {mode}."


def _resolution(resolution: Resolution) -> Iterator[Bloc]:
    titre = Titre(2, f"{capitale(ordinal(resolution.numero, feminin=True))} résolution – {resolution.titre}")
    alineas = [paragraphe(a.strip(), style=Style.CITATION) for a in resolution.texte.split("\n") if a.strip()]
    yield Ensemble((titre, *alineas[:1]))
    yield from alineas[1:]


def _envois(contexte: Contexte) -> Iterator[Bloc]:
    """When and how it left, and what was sent with it."""
    envois = [*contexte.ag.envois("convocation"), *contexte.ag.envois("documents")]
    yield Titre(1, "Envoi")
    yield liste(*map(_envoi, envois)) if envois else paragraphe("Aucun envoi n’est enregistré.")


def _envoi(envoi: Envoi) -> str:
    quoi = "Convocation" if envoi.objet == "convocation" else "Documents"
    pieces = f"{INSECABLE}: {enumerer(envoi.pieces)}" if envoi.pieces else ""
    return f"{quoi}, le {date_longue(envoi.jour)} {par(envoi.mode)}{pieces}."
