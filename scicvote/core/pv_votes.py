"""One vote in the minutes: how, who was there, the counts, the majority, the decision (C. com. R223-24)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from scicvote.core.article import regle
from scicvote.core.assemblee import Vote
from scicvote.core.contexte_papier import Contexte, citer
from scicvote.core.corps import Corps
from scicvote.core.correspondance import article as article_correspondance
from scicvote.core.correspondance_vote import dire
from scicvote.core.etapes import LIBELLES, PORTEES, articles_de, comparaison, libelle_base
from scicvote.core.exact import INSECABLE, accord, nombre, points, pourcent, pourcent_court
from scicvote.core.francais import capitale, enumerer, heure_fr, selon
from scicvote.core.majorite import atteint
from scicvote.core.papier import Bloc, Ensemble, Style, gras, paragraphe
from scicvote.core.pv_regles import regle_de
from scicvote.core.pv_secret import avertir, taire
from scicvote.core.pv_tableaux import barre, decompte
from scicvote.core.recalcul import resultat_de
from scicvote.core.report_voix import Ponderation
from scicvote.core.resultat import AnyResultat, Decision, Resultat
from scicvote.core.vote import DEMANDE_SECRET, MODES, SECRETS

_MANIERES = {
    "main_levee": "Vote à main levée",
    "appel_nominal": "Vote par appel nominal",
    "secret_papier": "Vote au scrutin secret, par bulletins de papier",
    "secret_isoloir": "Vote au scrutin secret, sur l’ordinateur de la séance, bulletins chiffrés dans une urne scellée",
}
_QUORUMS = {
    "associes": "des associés sont présents ou représentés",
    "voix": "des voix, pondérées par collège, sont présentes ou représentées",
    "chaque_college": "des membres du collège le moins présent sont présents ou représentés",
}


def scrutin(contexte: Contexte, vote: Vote, sujet: str) -> Iterator[Bloc]:
    """A counted vote on a resolution; ``sujet`` is what the decision is about: ``Première résolution``."""
    resultat = _resultat(contexte, vote)
    if resultat.decision == Decision.PORTEE:
        yield Ensemble(
            (paragraphe(deroulement(contexte, vote)), *avertir(vote), *decompte(contexte, vote, resultat), portees())
        )
        return
    yield Ensemble(
        (
            paragraphe(deroulement(contexte, vote)),
            *avertir(vote),
            *_poste(contexte, vote),
            *decompte(contexte, vote, resultat),
            *sans_voix(resultat),
            *quorum(resultat),
            paragraphe(_majorite(contexte, resultat, vote)),
            paragraphe(gras(f"{sujet}{INSECABLE}: {LIBELLES[resultat.decision]}.")),
        )
    )
    articles = fondement(contexte, resultat, _memes_lectures(resultat, taire(vote)))
    yield Ensemble((*barre(resultat, vote), *_autrement(resultat, taire(vote)), articles))


def portees() -> Bloc:
    """What becomes of a college's votes on what the general assembly decides."""
    return paragraphe(gras(PORTEES))


@regle("C. com.", "L225-107")
def _poste(contexte: Contexte, vote: Vote) -> Iterator[Bloc]:
    """The votes by post that were counted, and what they say unless the ballot is secret; never whose they are."""
    dit = dire(contexte.ag, vote, choix=vote.scrutin.mode not in SECRETS)
    if dit:
        article = citer((article_correspondance(contexte.statuts),))
        yield paragraphe(f"{capitale(dit)}. Ils sont comptés avec les votes de la salle ({article}).")


def _resultat(contexte: Contexte, vote: Vote) -> Resultat:
    """The decision of a counted vote on a resolution, or on the request of a secret vote. Raises TypeError on another."""
    resultat = resultat_de(contexte.dossier, contexte.ag, vote)
    if not isinstance(resultat, Resultat):
        raise TypeError(f"scrutin {vote.scrutin.scrutin} is an election")
    return resultat


def deroulement(contexte: Contexte, vote: Vote) -> str:
    """How the vote was held, and its hours."""
    maniere = _MANIERES.get(vote.scrutin.mode, MODES.get(vote.scrutin.mode, vote.scrutin.mode))
    heures = [f"ouvert à {heure_fr(vote.scrutin.heure)}"]
    if vote.depouillement is not None:
        double = " (deux comptages concordants)" if vote.depouillement.contradictoire else ""
        heures.append(f"dépouillé à {heure_fr(vote.depouillement.heure)}{double}")
    if vote.proclamation is not None:
        heures.append(f"proclamé à {heure_fr(vote.proclamation.heure)}")
    return f"{maniere}{_consultation(contexte, vote)}, {enumerer(heures)}."


def _consultation(contexte: Contexte, vote: Vote) -> str:
    """Which consultation this is, where a second one may follow (C. com. L223-29)."""
    if contexte.ag.convocation.consultation == 2:
        return ", en seconde consultation"
    regle = regle_de(contexte, contexte.ag.resolution_par_numero[vote.scrutin.resolution])
    return ", en première consultation" if regle.deuxieme is not None else ""


def sans_voix(resultat: AnyResultat) -> Iterator[Bloc]:
    """The colleges whose weight nobody carried, and where it went."""
    ponderation = resultat.cadre.ponderation
    if ponderation is None:
        return
    muets = [(c.code, _trop_petit(c)) for c in ponderation.vides]
    muets += [(c.code, "n’a exprimé aucun suffrage" if c.votants else "n’a pas voté") for c in ponderation.silencieux]
    if muets:
        quoi = enumerer([f"le collège {code} {pourquoi}" for code, pourquoi in muets])
        yield paragraphe(f"{capitale(quoi)}. {_sort(ponderation)}")


def _trop_petit(corps: Corps) -> str:
    """Why a college is empty: nobody in it, or fewer than the statutes want."""
    if not corps.effectif:
        return "n’a aucun membre"
    return f"compte {accord(corps.effectif, 'membre')}, trop peu pour voter"


def _sort(ponderation: Ponderation) -> str:
    """Where the weight of the colleges that do not vote went, all of it."""
    sorts = []
    if ponderation.perdu:
        sorts.append(
            f"{points(ponderation.perdu)} points ne sont portés par personne et restent dans la base de toutes les voix"
        )
    if ponderation.exclu:
        sorts.append(f"{points(ponderation.exclu)} points quittent la base")
    if ponderation.abstention:
        sorts.append(f"{points(ponderation.abstention)} points comptent en abstention")
    absents = sum((c.poids for c in (*ponderation.vides, *ponderation.silencieux)), Fraction(0))
    repartis = absents - ponderation.perdu - ponderation.exclu - ponderation.abstention
    if repartis:
        sorts.append(f"{points(repartis)} points sont répartis entre les collèges qui votent")
    return f"{capitale(enumerer(sorts))}."


def quorum(resultat: AnyResultat) -> Iterator[Bloc]:
    """The quorum, where the rule has one."""
    q = resultat.cadre.quorum
    if q is not None:
        etat = "atteint" if q.suffit else "non atteint"
        yield paragraphe(
            f"Quorum de {pourcent_court(q.demande)}, {etat}{INSECABLE}: {pourcent(q.atteint, q.demande)} {_QUORUMS[q.base]}."
        )


def _majorite(contexte: Contexte, resultat: Resultat, vote: Vote) -> str:
    ligne, par_college = resultat.cadre.ligne, resultat.cadre.par_college
    requis = f"{'plus de' if ligne.stricte else 'au moins'} {pourcent_court(ligne.seuil)}"
    base = f"{libelle_base(ligne.base, par_college)}{_du_college(contexte, resultat)}"
    if taire(vote) and not par_college:
        etat = "est réunie" if resultat.base_valeur > 0 and atteint(resultat.ratio, ligne) else "n’est pas réunie"
        return f"La majorité requise, {requis} {base}, {etat}."
    ratio = f"{comparaison(resultat.ratio, ligne)} {base}"
    if not par_college:
        ratio = f"{accord(int(resultat.pour), 'voix', 'voix')} sur {nombre(resultat.base_valeur)}, soit {ratio}"
    elif resultat.base_valeur != 100:
        ratio = f"{points(resultat.pour)} points sur {points(resultat.base_valeur)}, soit {ratio}"
    return f"Pour{INSECABLE}: {ratio}{INSECABLE}; il faut {requis}."


def _du_college(contexte: Contexte, resultat: AnyResultat) -> str:
    """The one college that votes, in an assembly where others could."""
    code = resultat.cadre.corps[0].code
    return f" du collège {code}" if not resultat.cadre.par_college and code in contexte.statuts.par_code else ""


# --- the articles, and what other readings of the text would decide


def fondement(contexte: Contexte, resultat: AnyResultat, suite: str = "") -> Bloc:
    """The articles that a decision rests on, and the other readings."""
    articles = capitale(citer(articles_de(resultat, contexte.statuts)))
    return paragraphe(f"{articles}.{suite}", style=Style.NOTE)


def _autrement(resultat: Resultat, muet: bool) -> Iterator[Bloc]:
    """Said plainly: the readings that would decide otherwise. ``muet``: without figures, which would help to guess."""
    for lecture, decision in resultat.lectures.items():
        if decision != resultat.decision:
            base = libelle_base(lecture, resultat.cadre.par_college)
            part = f"sur la part {base}" if muet else f"à {_part(resultat, lecture)}"
            yield paragraphe(
                f"Une autre lecture du texte déciderait autrement{INSECABLE}: {part}, la résolution serait ",
                gras(LIBELLES[decision]),
                ".",
            )


def _part(resultat: Resultat, lecture: str) -> str:
    """What is for under another reading: ``46,58 % de toutes les voix``."""
    ratio = pourcent(resultat.ratios_lectures[lecture], resultat.cadre.ligne.seuil)
    return f"{ratio} {libelle_base(lecture, resultat.cadre.par_college)}"


def _memes_lectures(resultat: Resultat, muet: bool) -> str:
    """The readings that decide the same."""
    memes = [lecture for lecture, decision in resultat.lectures.items() if decision == resultat.decision]
    if muet or not memes:
        return ""
    mot = selon(len(memes), "Autre lecture qui décide", "Autres lectures qui décident")
    return f" {mot} de même{INSECABLE}: {f'{INSECABLE}; '.join(_part(resultat, lecture) for lecture in memes)}."


# --- the request of a secret vote


def demande_secret(contexte: Contexte, vote: Vote) -> Iterator[Bloc]:
    """The vote on whether to vote in secret: one paragraph, by heads (statuts 21-7)."""
    if vote.depouillement is None:
        yield paragraphe("Un scrutin secret est demandé\u00a0; la demande n’a pas été dépouillée.")
        return
    resultat = _resultat(contexte, vote)
    maniere = _MANIERES.get(vote.scrutin.mode, "").removeprefix("Vote ")
    comptes = [(resultat.pour, "pour"), (resultat.contre, "contre")]
    detail = enumerer([*(f"{nombre(n)} {mot}" for n, mot in comptes), accord(int(resultat.abstention), "abstention")])
    articles = citer(resultat.cadre.articles)
    yield paragraphe(
        f"Un scrutin secret est demandé sur cette résolution. La demande est mise aux voix {maniere}, par tête, à "
        f"{heure_fr(vote.scrutin.heure)}{INSECABLE}: {detail}. {_majorite(contexte, resultat, vote)} Demande ",
        gras(f"{LIBELLES[resultat.decision]}"),
        f" ({articles}).",
    )


__all__ = ["DEMANDE_SECRET", "demande_secret", "deroulement", "fondement", "portees", "quorum", "sans_voix", "scrutin"]
