"""The steps of a decision, each one French sentence with its article: what a member reads to recompute it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from scicvote.core.article import citer
from scicvote.core.corps import Corps
from scicvote.core.exact import (
    accord,
    decimales_pourcent,
    nombre,
    poids_court,
    points,
    pourcent,
    pourcent_court,
    texte_exact,
)
from scicvote.core.report_voix import Ponderation
from scicvote.core.resultat import AnyResultat, Cadre, Decision, Resultat, ResultatElection
from scicvote.core.statuts import LOI_COLLEGES, TOUS, Ligne, Statuts

NB: Final = "\u00a0"

LIBELLES: Final[dict[str, str]] = {
    Decision.ADOPTEE: "adoptée",
    Decision.REJETEE: "rejetée",
    Decision.SANS_QUORUM: "sans quorum, pas de décision",
    Decision.ELUS: "tous les sièges sont pourvus",
    Decision.SECOND_TOUR: "un second tour est nécessaire",
    Decision.BALLOTTAGE: "ballottage, des sièges restent à pourvoir",
    Decision.PORTEE: "voix portées à l’assemblée générale, qui décide",
}
PORTEES: Final = "Ces voix sont celles du collège\u00a0: l’assemblée générale les porte selon son poids, et décide."
_BASES_COLLEGE: Final = {
    "exprimes": "des voix exprimées",
    "votants": "des voix des votants",
    "presents": "des voix présentes ou représentées",
    "inscrits": "de toutes les voix",
    TOUS: "de toutes les voix, les absents pesant dans leur collège",
}
_BASES_TETE: Final = {
    "exprimes": "des suffrages exprimés",
    "votants": "des votants",
    "presents": "des présents ou représentés",
    "inscrits": "de tous les associés",
    TOUS: "de tous les associés",
}
_BASES_COMPTE: Final = {
    "exprimes": ("suffrage exprimé", "suffrages exprimés"),
    "votants": ("votant", "votants"),
    "presents": ("présent ou représenté", "présents ou représentés"),
    "inscrits": ("inscrit", "inscrits"),
}
LIBELLES_SORT: Final = {
    "perdu": "son poids n’est porté par personne et reste dans la base de toutes les voix",
    "exclu": "son poids quitte la base",
    "abstention": "son poids compte en abstention",
    "egal": "son poids est réparti également entre les collèges qui votent, dans la limite du plafond",
    "prorata": "son poids est réparti au prorata entre les collèges qui votent, dans la limite du plafond",
}
LIBELLES_QUORUM: Final = {
    "associes": "des associés présents ou représentés",
    "voix": "des voix présentes ou représentées, pondérées par collège",
    "chaque_college": "de présents ou représentés dans le collège le moins présent",
}


def libelle_base(base: str, par_college: bool) -> str:
    """What a share is a share of: ``de toutes les voix``, ``des suffrages exprimés``."""
    return (_BASES_COLLEGE if par_college else _BASES_TETE)[base]


def libelle_seuil(ligne: Ligne, par_college: bool) -> str:
    """A line of a rule in words: ``plus de 50 % de toutes les voix``, ``au moins 75 % de tous les associés``."""
    comparaison = "plus de" if ligne.stricte else "au moins"
    return f"{comparaison} {pourcent_court(ligne.seuil)} {libelle_base(ligne.base, par_college)}"


def articles_de(resultat: AnyResultat, statuts: Statuts) -> tuple[str, ...]:
    """The articles that a decision rests on: the carry-over's, then the rule's."""
    cadre = resultat.cadre
    if resultat.decision == Decision.PORTEE:
        return tuple(
            dict.fromkeys(
                (statuts.article("vote.report", "colleges", defaut=LOI_COLLEGES), statuts.cite("statuts 24-4"))
            )
        )
    report = (statuts.article("vote.report", "colleges", defaut=LOI_COLLEGES),) if cadre.par_college else ()
    return tuple(dict.fromkeys((*report, *cadre.articles)))


def etapes(resultat: AnyResultat, statuts: Statuts) -> list[str]:
    """Every step from the counts to the decision, in order."""
    if resultat.decision == Decision.PORTEE:
        return [*_corps(resultat, statuts), PORTEES]
    lignes = [*_corps(resultat, statuts), *_quorum(resultat.cadre)]
    if isinstance(resultat, ResultatElection):
        return [*lignes, *_election(resultat)]
    return [*lignes, *_majorite(resultat)]


def _corps(resultat: AnyResultat, statuts: Statuts) -> Iterator[str]:
    cadre = resultat.cadre
    ponderation = cadre.ponderation
    if ponderation is None:
        yield from (_compte_tete(resultat, corps) for corps in cadre.corps)
        return
    article = citer((statuts.article("vote.report", "colleges", defaut=LOI_COLLEGES),))
    yield from _absents(cadre, ponderation, statuts)
    for corps in cadre.corps:
        poids = ponderation.poids.get(corps.code)
        if poids is not None:
            yield _compte_college(resultat, corps, poids, statuts, article)


def _absents(cadre: Cadre, ponderation: Ponderation, statuts: Statuts) -> Iterator[str]:
    minimum = statuts.vote.effectif_minimal
    article = citer((statuts.article("vote.college_vide", "vote.report", defaut=LOI_COLLEGES),))
    for corps in cadre.corps:
        if len(corps.membres) > 1:
            autres = ", ".join(code for code in corps.membres if code != corps.code)
            yield f"Moins de {accord(minimum, 'membre')}{NB}: {autres} vote avec {corps.code} ({article})."
    for corps in ponderation.vides:
        sort = LIBELLES_SORT[statuts.vote.college_vide]
        yield f"Collège {corps.code}{NB}: {accord(corps.effectif, 'inscrit')}, il est vide{NB}; {sort} ({article})."
    for corps in ponderation.silencieux:
        sort = LIBELLES_SORT[statuts.vote.college_silencieux]
        yield f"Collège {corps.code}{NB}: personne n’y a voté, il est silencieux{NB}; {sort} ({article})."


def _detail(corps: Corps) -> str:
    blancs = f", {accord(corps.abstention, 'abstention, blanc ou nul', 'abstentions, blancs ou nuls')}"
    return f"{nombre(corps.pour)} pour, {nombre(corps.contre)} contre{blancs if corps.abstention else ''}"


def _compte_tete(resultat: AnyResultat, corps: Corps) -> str:
    if isinstance(resultat, ResultatElection):
        detail = (
            f"{accord(corps.votants, 'votant')}, {accord(corps.exprimes, 'suffrage exprimé', 'suffrages exprimés')}"
        )
    else:
        detail = _detail(corps)
    effectif = (
        f"{accord(corps.presents, 'présent ou représenté', 'présents ou représentés')} sur {nombre(corps.inscrits)}"
    )
    return f"Une voix par personne{NB}: {effectif}{NB}; {detail} ({citer(resultat.cadre.articles)})."


def _compte_college(resultat: AnyResultat, corps: Corps, poids: Fraction, statuts: Statuts, article: str) -> str:
    tete = f"Collège {corps.code}, {poids_court(poids)} des voix{NB}: "
    base = corps.base(statuts.vote.base_report)
    sur = f"sur {accord(base, *_BASES_COMPTE[statuts.vote.base_report])}"
    if isinstance(resultat, ResultatElection):
        voix = sorted(resultat.par_college[corps.code].items())
        portes = ", ".join(f"{nom} {points(part)}" for nom, part in voix)
        detail = f"{accord(corps.votants, 'votant')}, report {sur}{NB}: {portes or 'aucun candidat'}"
        return f"{tete}{detail} points ({article})."
    part = resultat.parts[corps.code]
    if part.second_tour:
        return f"{tete}{_detail(corps)}{NB}: aucun côté ne l’emporte, le poids compte en abstention ({article})."
    portes = f"{points(part.pour)} points pour, {points(part.contre)} contre"
    if part.abstention:
        portes += f", {points(part.abstention)} en abstention"
    if part.non_votants:
        portes += f", {points(part.non_votants)} non votants"
    return f"{tete}{_detail(corps)} {sur}{NB}: {portes} ({article})."


def _quorum(cadre: Cadre) -> Iterator[str]:
    quorum = cadre.quorum
    if quorum is not None:
        etat = "atteint" if quorum.suffit else "non atteint"
        part = pourcent(quorum.atteint, quorum.demande)
        demande = pourcent_court(quorum.demande)
        articles = citer(cadre.articles)
        yield f"Quorum de {demande}{NB}: {part} {LIBELLES_QUORUM[quorum.base]}, {etat} ({articles})."


def comparaison(ratio: Fraction, ligne: Ligne) -> str:
    """A share held against its threshold: ``60,71 %``, with ``soit exactement 2/3`` where decimals cannot say it."""
    texte = pourcent(ratio, ligne.seuil)
    if ratio == ligne.seuil and (10000 * ratio).denominator != 1:
        return f"{texte}, soit exactement {texte_exact(ratio)}"
    return texte


def _majorite(resultat: Resultat) -> Iterator[str]:
    cadre, ligne = resultat.cadre, resultat.cadre.ligne
    articles = citer(cadre.articles)
    if cadre.par_college:
        decimales = decimales_pourcent(resultat.ratio, ligne.seuil)
        yield (
            f"Ensemble{NB}: {nombre(resultat.pour, decimales)} points pour, {points(resultat.contre)} contre, "
            f"{points(resultat.abstention)} en abstention, {points(resultat.non_votants)} non votants, "
            f"{points(resultat.perdu)} perdus ({articles})."
        )
    verdict = LIBELLES[resultat.decision]
    yield (
        f"Pour{NB}: {comparaison(resultat.ratio, ligne)} {libelle_base(ligne.base, cadre.par_college)}{NB}; "
        f"il faut {libelle_seuil(ligne, cadre.par_college)}{NB}: {verdict} ({articles})."
    )
    yield from _lectures(resultat, articles)


def _lectures(resultat: Resultat, articles: str) -> Iterator[str]:
    """The interpretation, said where it is made: the text does not name the base, these are the other readings."""
    if not resultat.lectures:
        return
    ligne, par_college = resultat.cadre.ligne, resultat.cadre.par_college
    yield (
        f"Interprétation{NB}: le texte se prête à plusieurs lectures, le programme retient la part "
        f"{libelle_base(ligne.base, par_college)}{NB}; les autres lectures suivent ({articles})."
    )
    for lecture, decision in resultat.lectures.items():
        ratio = pourcent(resultat.ratios_lectures[lecture], ligne.seuil)
        accordee = "même décision" if decision == resultat.decision else f"elle serait {LIBELLES[decision]}"
        yield f"Autre lecture, part {libelle_base(lecture, par_college)}{NB}: {ratio}, {accordee} ({articles})."


def _election(resultat: ResultatElection) -> Iterator[str]:
    cadre = resultat.cadre
    articles = citer(cadre.articles)
    unite = "points" if cadre.par_college else "voix"
    for nom, voix in sorted(resultat.candidats.items(), key=lambda paire: (-paire[1].part, paire[0])):
        part = points(voix.part) if cadre.par_college else nombre(voix.part)
        share = comparaison(voix.ratio, cadre.ligne)
        yield f"{nom}{NB}: {part} {unite}, {share} {libelle_base(cadre.ligne.base, cadre.par_college)} ({articles})."
    if resultat.tour == 2 and cadre.regle.tour2 == "relative":
        condition = "au second tour, les mieux placés sont élus"
    else:
        condition = f"il faut {libelle_seuil(cadre.ligne, cadre.par_college)}"
    sieges = accord(resultat.sieges, "siège")
    elus = (
        f"élu{'s' if len(resultat.elus) > 1 else ''} {', '.join(resultat.elus)}"
        if resultat.elus
        else "personne n’est élu"
    )
    yield f"{sieges} à pourvoir, {condition}{NB}: {elus} ({articles})."
    if resultat.ballottage:
        yield f"Égalité pour le dernier siège{NB}: aucun des candidats à égalité n’est élu ({articles})."
    yield f"Tour {resultat.tour}{NB}: {LIBELLES[resultat.decision]} ({articles})."
