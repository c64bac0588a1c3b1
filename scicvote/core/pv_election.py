"""An election in the minutes: candidates, ballots, votes carried, the elected, round by round (statuts 18-1)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from scicvote.core.assemblee import Vote
from scicvote.core.contexte_papier import Contexte
from scicvote.core.etapes import LIBELLES, libelle_base
from scicvote.core.etapes import comparaison as part_comparee
from scicvote.core.exact import INSECABLE, accord, nombre, points, pourcent_court
from scicvote.core.faits import Resolution
from scicvote.core.francais import capitale, cardinal, enumerer, ordinal, selon
from scicvote.core.papier import (
    Alignement,
    Bloc,
    Colonne,
    Ensemble,
    Rangee,
    Tableau,
    Titre,
    gras,
    liste,
    paragraphe,
    rangee,
)
from scicvote.core.pv_secret import avertir, taire
from scicvote.core.pv_tableaux import decompte
from scicvote.core.pv_votes import deroulement, fondement, portees, quorum, sans_voix
from scicvote.core.recalcul import candidats_du_tour, cle_candidat, resultat_de
from scicvote.core.resultat import Decision, ResultatElection

_DROITE = Alignement.DROITE


def candidats(contexte: Contexte, resolution: Resolution) -> Iterator[Bloc]:
    """The candidates, each with the college that presents them."""
    connus = contexte.ag.candidats(resolution.resolution)
    if not connus:
        yield paragraphe("Aucune candidature n’est présentée.")
        return
    yield paragraphe(
        f"{_sieges(resolution.sieges)} à pourvoir. {selon(len(connus), 'Candidature', 'Candidatures')}\u00a0:"
    )
    yield liste(*(_candidature(contexte, c.candidat, c.presente_par) for c in connus))


def _sieges(n: int) -> str:
    return f"{capitale(cardinal(n))} {selon(n, 'siège', 'sièges')}"


def _candidature(contexte: Contexte, candidat: int, college: str) -> str:
    if not college:
        return contexte.civil(candidat)
    presente = contexte.accorder(candidat, "présenté", "présentée")
    return f"{contexte.civil(candidat)}, {presente} par le collège {college}"


def tour(contexte: Contexte, vote: Vote, plusieurs: bool) -> Iterator[Bloc]:
    """One round: ballots, votes carried by each candidate, the elected. ``plusieurs``: the rounds are named."""
    resultat = _resultat(contexte, vote)
    if plusieurs:
        yield Titre(3, f"{_rang(vote.scrutin.tour)} tour")
    tete = (paragraphe(deroulement(contexte, vote)), *avertir(vote))
    yield Ensemble((*tete, *decompte(contexte, vote, resultat)))
    if resultat.decision == Decision.PORTEE:
        yield Ensemble((_tableau(contexte, vote, resultat), portees()))
        return
    yield Ensemble(
        (
            _tableau(contexte, vote, resultat),
            *sans_voix(resultat),
            *quorum(resultat),
            paragraphe(_condition(resultat)),
            *_elus(contexte, vote, resultat),
            fondement(contexte, resultat),
        )
    )


def _resultat(contexte: Contexte, vote: Vote) -> ResultatElection:
    """The decision of a counted election. Raises TypeError on another vote."""
    resultat = resultat_de(contexte.dossier, contexte.ag, vote)
    if not isinstance(resultat, ResultatElection):
        raise TypeError(f"scrutin {vote.scrutin.scrutin} is not an election")
    return resultat


def _rang(numero: int) -> str:
    """``Premier``, ``Second`` (there are only two rounds under most statutes)."""
    return "Second" if numero == 2 else capitale(ordinal(numero))


def _tableau(contexte: Contexte, vote: Vote, resultat: ResultatElection) -> Tableau:
    """The candidates, best first: votes in each college, points, share of the base."""
    par_college = resultat.cadre.par_college
    codes = [c.college for c in vote.comptes] if par_college and not taire(vote) else []
    colonnes = [Colonne("Candidat", 54), *(Colonne(f"Voix {code}", 18, _DROITE) for code in codes)]
    if par_college:
        colonnes.append(Colonne("Points", 20, _DROITE))
    elif not taire(vote):
        colonnes.append(Colonne("Voix", 20, _DROITE))
    if par_college or not taire(vote):
        colonnes.append(Colonne(f"Part {libelle_base(resultat.cadre.ligne.base, par_college)}", 46, _DROITE))
    rangees = [_ligne(contexte, vote, resultat, n, codes) for n in _classes(contexte, vote, resultat)]
    return Tableau(tuple(colonnes), tuple(rangees), petit=True, vide="Aucun candidat.")


def _classes(contexte: Contexte, vote: Vote, resultat: ResultatElection) -> list[int]:
    connus = candidats_du_tour(contexte.dossier, contexte.ag, vote)
    return sorted(connus, key=lambda n: (-_portee(contexte, resultat, n), contexte.ordre(n)))


def _portee(contexte: Contexte, resultat: ResultatElection, candidat: int) -> Fraction:
    voix = resultat.candidats.get(cle_candidat(contexte.dossier, contexte.ag, candidat))
    return voix.part if voix else Fraction(0)


def _ligne(contexte: Contexte, vote: Vote, resultat: ResultatElection, candidat: int, codes: list[str]) -> Rangee:
    par_college = resultat.cadre.par_college
    voix = resultat.candidats.get(cle_candidat(contexte.dossier, contexte.ag, candidat))
    recues = {v.college: v.voix for v in vote.voix if v.candidat == candidat}
    cellules = [contexte.civil(candidat), *(nombre(recues.get(code, 0)) for code in codes)]
    if par_college or not taire(vote):
        part = _portee(contexte, resultat, candidat)
        cellules.append(points(part) if par_college else nombre(part))
        cellules.append(part_comparee(voix.ratio, resultat.cadre.ligne) if voix else "–")
    return rangee(*cellules)


def _condition(resultat: ResultatElection) -> str:
    """What it takes to be elected at this round."""
    cadre = resultat.cadre
    sieges = f"{_sieges(resultat.sieges)} à pourvoir{INSECABLE}; " if resultat.tour > 1 else ""
    if resultat.tour == 2 and cadre.regle.tour2 == "relative":
        return f"{sieges}au second tour, les mieux placés sont élus."
    ligne = cadre.ligne
    requis = f"{'plus de' if ligne.stricte else 'au moins'} {pourcent_court(ligne.seuil)}"
    base = libelle_base(ligne.base, cadre.par_college)
    if not cadre.par_college:
        base += f" ({accord(int(resultat.base_valeur), 'voix', 'voix')})"
    elif resultat.base_valeur != 100:
        base += f" ({points(resultat.base_valeur)} points)"
    return capitale(f"{sieges}pour être élu, il faut {requis} {base}.")


def elus_du_tour(contexte: Contexte, vote: Vote, resultat: ResultatElection) -> list[int]:
    """The elected of a round, best first, as associés."""
    cles = {
        cle_candidat(contexte.dossier, contexte.ag, c.candidat): c.candidat
        for c in contexte.ag.candidats(vote.scrutin.resolution)
    }
    return [cles[nom] for nom in resultat.elus if nom in cles]


def _elus(contexte: Contexte, vote: Vote, resultat: ResultatElection) -> Iterator[Bloc]:
    elus = elus_du_tour(contexte, vote, resultat)
    if elus:
        femmes = all(contexte.accorder(n, "m", "f") == "f" for n in elus)
        sont = selon(len(elus), *(("est élue", "sont élues") if femmes else ("est élu", "sont élus")))
        yield paragraphe(gras(f"{enumerer([contexte.civil(n) for n in elus])} {sont}."))
    else:
        yield paragraphe(gras("Personne n’est élu."))
    if resultat.ballottage:
        yield paragraphe("Les candidats à égalité pour le dernier siège ne sont pas élus.")
    if resultat.decision != Decision.ELUS:
        yield paragraphe(f"Résultat du tour{INSECABLE}: {LIBELLES[resultat.decision]}.")


def elus(contexte: Contexte) -> list[int]:
    """Everybody elected in this assembly, in the order of the agenda and of the rounds."""
    trouves: list[int] = []
    for resolution in contexte.ag.resolutions:
        for vote in contexte.ag.votes_de(resolution.resolution):
            if resolution.sieges and vote.depouillement is not None:
                trouves += elus_du_tour(contexte, vote, _resultat(contexte, vote))
    return list(dict.fromkeys(trouves))


def acceptation(contexte: Contexte, resolution: Resolution) -> Iterator[Bloc]:
    """Nobody is taken to have accepted: acceptance is signed below, or given apart."""
    votes = [v for v in contexte.ag.votes_de(resolution.resolution) if v.depouillement is not None]
    if any(_resultat(contexte, v).elus for v in votes):
        yield paragraphe(
            "L’acceptation des fonctions n’est pas présumée\u00a0: elle est signée au bas du procès-verbal ou donnée par un "
            "acte séparé."
        )
