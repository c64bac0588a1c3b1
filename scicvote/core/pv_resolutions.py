"""Each resolution of the agenda in the minutes: text, debates, who withdrew, votes, decision (C. com. R223-24)."""

from __future__ import annotations

from collections.abc import Iterator

from scicvote.core.assemblee import Assemblee, Nature
from scicvote.core.contexte_papier import Contexte, citer
from scicvote.core.etapes import LIBELLES
from scicvote.core.exact import INSECABLE
from scicvote.core.faits import Deport, Resolution
from scicvote.core.francais import capitale, date_longue, de, heure_fr, ordinal, par
from scicvote.core.moments import assistance_a
from scicvote.core.papier import Bloc, Ensemble, Style, Titre, italique, paragraphe
from scicvote.core.pv_election import acceptation, candidats, tour
from scicvote.core.pv_regles import COMPETENCES
from scicvote.core.pv_votes import demande_secret, deroulement, scrutin
from scicvote.core.resolution import Objet, college_receveur, competence
from scicvote.core.vote import DEMANDE_SECRET

_ORDINAIRES: dict[str, str] = {  # what an assembly decides when nothing else is said
    Nature.ORDINAIRE: "ordinaire",
    Nature.ORDINAIRE_REUNIE: "ordinaire",
    Nature.EXTRAORDINAIRE: "extraordinaire",
}


def resolutions(contexte: Contexte) -> Iterator[Bloc]:
    """Every resolution in the order of the agenda, rejected and withdrawn ones in full."""
    yield Titre(1, "Délibérations")
    if not contexte.ag.resolutions:
        yield paragraphe("Aucune résolution n’est mise aux voix.")
    for resolution in contexte.ag.resolutions:
        yield from une_resolution(contexte, resolution)


def nom_resolution(resolution: Resolution) -> str:
    """``Première résolution``."""
    return f"{capitale(ordinal(resolution.numero, feminin=True))} résolution"


def une_resolution(contexte: Contexte, resolution: Resolution, *, debats: bool = True) -> Iterator[Bloc]:
    """One resolution in full; ``debats`` False leaves out what was said, as an extract does.

    Its text and its result are on one page, as long as a page can hold them.
    """
    yield Ensemble(tuple(_resolution(contexte, resolution, debats)))


def _resolution(contexte: Contexte, resolution: Resolution, debats: bool) -> Iterator[Bloc]:
    yield Titre(2, f"{nom_resolution(resolution)} – {resolution.titre}")
    yield from _competence(contexte, resolution)
    yield from _textes(contexte, resolution)
    yield from _prealables(contexte, resolution)
    if resolution.sieges:
        yield from candidats(contexte, resolution)
    if debats:
        yield from _debats(contexte, resolution)
    yield from _deports(contexte, resolution)
    for vote in contexte.ag.votes_de(resolution.resolution, DEMANDE_SECRET):
        yield from demande_secret(contexte, vote)
    yield from _votes(contexte, resolution)


def _competence(contexte: Contexte, resolution: Resolution) -> Iterator[Bloc]:
    """Whose matter it is, where one sitting holds matters of several (statuts 24-1, 24-3)."""
    quelle = competence(resolution, contexte.ag)
    if contexte.ag.convocation.nature == Nature.MIXTE or quelle != _ORDINAIRES.get(
        contexte.ag.convocation.nature, quelle
    ):
        yield paragraphe(f"Compétence{INSECABLE}: {COMPETENCES[quelle]}.", style=Style.NOTE)


# --- what is put to the vote


def _textes(contexte: Contexte, resolution: Resolution) -> Iterator[Bloc]:
    """The text put to the vote; an amended one after the original."""
    amendements = contexte.ag.amendements(resolution.resolution)
    if amendements:
        yield from _citation(resolution.texte, "Texte inscrit à l’ordre du jour\u00a0:")
    else:
        yield from _citation(resolution.texte)
    for amendement in amendements:
        auteur = f", sur proposition {de(amendement.auteur)}" if amendement.auteur else ""
        dernier = amendement is amendements[-1] and contexte.ag.retrait(resolution.resolution) is None
        seul = ", seul mis aux voix" if dernier else ""
        tete = f"Texte amendé en séance à {heure_fr(amendement.heure)}{auteur}{seul}\u00a0:"
        yield from _citation(amendement.texte, tete)


def _citation(texte: str, tete: str = "") -> Iterator[Bloc]:
    """A text as it was put, paragraph by paragraph; what introduces it stays with the first."""
    alineas = [paragraphe(a.strip(), style=Style.CITATION) for a in texte.strip().split("\n") if a.strip()]
    if tete:
        yield Ensemble((paragraphe(tete), *alineas[:1]))
        alineas = alineas[1:]
    yield from alineas


def _prealables(contexte: Contexte, resolution: Resolution) -> Iterator[Bloc]:
    """What had to come first: the first consultation, a college's opinion, a special convocation."""
    yield from _premiere_consultation(contexte, resolution)
    if resolution.hors_ordre:
        article = contexte.citer("scrutin.hors_ordre_du_jour", "ordre_du_jour")
        yield paragraphe(f"Cette résolution est mise en délibération sans être à l’ordre du jour ({article}).")
    if resolution.objet == Objet.ADMISSION and resolution.concerne is not None:
        yield from _avis(contexte, resolution.concerne)
    if resolution.objet == Objet.EXCLUSION and resolution.concerne is not None:
        yield from _convocation_speciale(contexte, resolution.concerne)


def _premiere_consultation(contexte: Contexte, resolution: Resolution) -> Iterator[Bloc]:
    premiere = contexte.dossier.assemblee(contexte.ag.convocation.suite_de or 0)
    if premiere is None or resolution.origine is None:
        return
    origine = premiere.resolution_par_numero.get(resolution.origine)
    decision = premiere.decision(resolution.origine)
    if origine is not None and decision in LIBELLES:
        rang = f"{ordinal(origine.numero, feminin=True)} résolution"
        yield paragraphe(
            f"Première consultation ({rang} de l’assemblée du {date_longue(premiere.jour)}){INSECABLE}: {LIBELLES[decision]}."
        )


def _avis(contexte: Contexte, associe: int) -> Iterator[Bloc]:
    """The receiving college's opinion, shown before the vote (statuts 13)."""
    college = college_receveur(contexte.dossier, contexte.ag, associe)
    article = citer((contexte.statuts.article("admission", defaut="statuts"),))
    trouve = _avis_rendu(contexte, associe)
    if trouve is None:
        if contexte.par_college:
            yield paragraphe(f"Aucun avis du collège {college} n’est enregistré ({article}).")
        return
    ag, decision = trouve
    sens = "favorable" if decision == "adoptee" else "défavorable"
    quand = "au cours de la présente assemblée" if ag.numero == contexte.ag.numero else f"le {date_longue(ag.jour)}"
    yield paragraphe(
        f"Avis du collège {college}, rendu {quand} et présenté avant le vote{INSECABLE}: {sens} ({article})."
    )


def _avis_rendu(contexte: Contexte, associe: int) -> tuple[Assemblee, str] | None:
    """The latest opinion given up to this assembly, its own first, as ``resolution.avis_rendu`` finds it."""
    ags = sorted(contexte.dossier.assemblees.values(), key=lambda ag: (ag.numero != contexte.ag.numero, -ag.numero))
    for ag in ags:
        for r in ag.resolutions if ag.jour <= contexte.ag.jour else ():
            if r.objet == Objet.AVIS and r.concerne == associe and ag.decision(r.resolution) in ("adoptee", "rejetee"):
                return ag, ag.decision(r.resolution)
    return None


def _convocation_speciale(contexte: Contexte, associe: int) -> Iterator[Bloc]:
    envois = [e for e in contexte.ag.envois("convocation_speciale") if e.destinataire == associe]
    for envoi in envois:
        yield paragraphe(
            f"Convocation spéciale adressée à {contexte.civil(associe)} le {date_longue(envoi.jour)} {par(envoi.mode)} "
            f"({citer((contexte.statuts.article('exclusion', defaut='statuts'),))})."
        )


# --- debates and withdrawals


def _debats(contexte: Contexte, resolution: Resolution) -> Iterator[Bloc]:
    texte = contexte.ag.debat(resolution.resolution).strip()
    if texte:
        yield paragraphe(italique("Débats. "), capitale(texte))
    elif contexte.ag.votes_de(resolution.resolution):
        yield paragraphe(italique("Débats. "), "Néant.")


def _deports(contexte: Contexte, resolution: Resolution) -> Iterator[Bloc]:
    for deport in contexte.ag.deports(resolution.resolution):
        yield paragraphe(_deport(contexte, deport))


def _deport(contexte: Contexte, deport: Deport) -> str:
    """Who withdrew, and whether they leave the base (agreements alone: C. com. L223-19)."""
    qui, article = contexte.civil(deport.associe), contexte.loi("C. com. L223-19")
    if deport.motif != "convention":
        return f"{qui} déclare à {heure_fr(deport.heure)} ne pas prendre part au vote et reste au nombre des inscrits."
    votes = contexte.ag.votes_de(deport.resolution)
    heure = votes[0].scrutin.heure if votes else deport.heure
    assistance = assistance_a(contexte.ag, heure)
    if deport.associe in assistance.presents or deport.associe in assistance.representes:
        return f"{qui}, que la convention intéresse, ne prend pas part au vote{INSECABLE}: sa voix sort des inscrits et des présents ({article})."
    return f"{qui}, que la convention intéresse, ne prend pas part au vote, sans présence ni pouvoir à ce moment ({article})."


# --- votes


def _votes(contexte: Contexte, resolution: Resolution) -> Iterator[Bloc]:
    retrait = contexte.ag.retrait(resolution.resolution)
    votes = contexte.ag.votes_de(resolution.resolution)
    if retrait is not None:
        motif = f"{INSECABLE}: {retrait.motif.rstrip('.')}" if retrait.motif else ""
        yield paragraphe(f"Résolution retirée à {heure_fr(retrait.heure)}, sans être mise aux voix{motif}.")
    elif not votes:
        yield paragraphe("Cette résolution n’a pas été mise aux voix.")
    for vote in votes:
        if vote.depouillement is None:
            yield paragraphe(f"{deroulement(contexte, vote)} Le scrutin n’est pas dépouillé.")
        elif resolution.sieges:
            yield from tour(contexte, vote, len(votes) > 1)
        else:
            yield from scrutin(contexte, vote, nom_resolution(resolution))
    if resolution.sieges:
        yield from acceptation(contexte, resolution)
