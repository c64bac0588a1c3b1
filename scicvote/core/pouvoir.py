"""Proxies: who may hold whose, and the articles that disagree (statuts 23, 26; C. com. L223-28)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from scicvote.core.article import regle
from scicvote.core.assemblee import Assemblee
from scicvote.core.dossier import Dossier
from scicvote.core.exact import accord
from scicvote.core.faits import Pouvoir, PouvoirBlanc
from scicvote.core.francais import enumerer
from scicvote.core.issue import Issue, avertissement, refus
from scicvote.core.liste import corps_de, est_inscrit
from scicvote.core.statuts import Statuts


@regle("statuts", "23", "26")
@regle("C. com.", "L223-28")
def controler_pouvoir(
    dossier: Dossier, assemblee: Assemblee, pouvoir: Pouvoir, colleges: tuple[str, ...] = ()
) -> tuple[Issue, ...]:
    """What stands against a proxy. ``colleges``: the only ones of its giver for which it is given (none: all).

    A holder of another college, or a spouse, is a warning with the articles that disagree: the chair decides, the
    program never refuses. What cannot be is refused: a giver who is there, is not on the list or gave already.
    """
    statuts = dossier.statuts_au(assemblee.jour)
    return (
        *_mandant(dossier, assemblee, pouvoir, statuts, colleges),
        *_portee(dossier, assemblee, pouvoir, statuts, colleges),
        *_mandataire(dossier, assemblee, pouvoir, statuts, colleges),
        *_nombre(dossier, assemblee, pouvoir, statuts),
    )


@regle("statuts", "23", "26")
@regle("C. com.", "L223-28")
def a_decider(dossier: Dossier, assemblee: Assemblee) -> tuple[tuple[Pouvoir, tuple[Issue, ...]], ...]:
    """The proxies in force of which the articles disagree and the chair said nothing yet, each with what they say."""
    statuts = dossier.statuts_au(assemblee.jour)
    attendent = []
    for pouvoir in assemblee.assistance.pouvoirs.values():
        issues = tuple(map(statuts.adapter, desaccords(dossier, assemblee, pouvoir, statuts)))
        if issues and not pouvoir.decision.strip():
            attendent.append((pouvoir, issues))
    return tuple(attendent)


@regle("C. com.", "L225-106")
def attribuer(assemblee: Assemblee, pouvoir: Pouvoir, statuts: Statuts) -> tuple[Pouvoir, tuple[Issue, ...]]:
    """A proxy that names nobody goes to the chair, where the statutes say so (``en_blanc = "president"``).

    Anywhere else it is left as it is, and refused by ``controler_pouvoir`` for want of a holder. Refused here too
    while no officers are constituted: nobody is the chair yet.
    """
    if pouvoir.mandataire is not None or pouvoir.conjoint or statuts.pouvoirs.en_blanc != "president":
        return pouvoir, ()
    article = statuts.article("pouvoirs.en_blanc", "pouvoirs", defaut="C. com. L223-28")
    if assemblee.bureau is None:
        phrase = "Un pouvoir sans nom revient au président de séance\u00a0: constituer d’abord le bureau."
        return pouvoir, (refus("POUVOIR_BLANC", phrase, article, chemin="mandataire"),)
    phrase = "Pouvoir sans nom\u00a0: il revient au président de séance."
    if statuts.forme == "SA":
        phrase += " Il vote pour les projets que le conseil présente ou agrée, contre les autres."
    return replace(pouvoir, mandataire=assemblee.bureau.president), (avertissement("POUVOIR_BLANC", phrase, article),)


@regle("C. com.", "L225-106")
def blancs(assemblee: Assemblee) -> tuple[Pouvoir, ...]:
    """The proxies that named nobody and count now in the chair's hands: for what the board puts forward, against the rest."""
    sans_nom = {fait.pouvoir for fait in assemblee.tous(PouvoirBlanc)}
    return tuple(pouvoir for pouvoir in assemblee.assistance.comptent if pouvoir.pouvoir in sans_nom)


def desaccords(dossier: Dossier, assemblee: Assemblee, pouvoir: Pouvoir, statuts: Statuts) -> tuple[Issue, ...]:
    """What is the chair's to decide of a proxy: its holder is of another college, a spouse, or has many."""
    return (
        *_desaccord(dossier, assemblee, pouvoir, statuts, assemblee.assistance.portees.get(pouvoir.pouvoir, ())),
        *_nombre(dossier, assemblee, pouvoir, statuts),
    )


@regle("statuts", "23", "26")
def _portee(
    dossier: Dossier, assemblee: Assemblee, pouvoir: Pouvoir, statuts: Statuts, colleges: tuple[str, ...]
) -> Iterator[Issue]:
    """A proxy for some colleges alone: those of its giver, in an assembly that votes by college."""
    siens = assemblee.colleges.get(pouvoir.mandant, ()) if assemblee.convocation.par_college else ()
    autres = [code for code in colleges if code not in siens]
    if autres:
        phrase = f"{dossier.nom(pouvoir.mandant)} ne vote pas {_dans(autres)}\u00a0: son pouvoir ne peut pas y valoir."
        yield refus("PORTEE", phrase, statuts.article("pouvoirs", defaut="C. com. L223-28"), chemin="colleges")


def _dans(codes: Sequence[str]) -> str:
    return f"dans {'le collège' if len(codes) == 1 else 'les collèges'} {enumerer(codes)}"


def _mandant(
    dossier: Dossier, assemblee: Assemblee, pouvoir: Pouvoir, statuts: Statuts, colleges: tuple[str, ...]
) -> Iterator[Issue]:
    article = statuts.article("pouvoirs", defaut="C. com. L223-28")
    nom = dossier.nom(pouvoir.mandant)
    assistance = assemblee.assistance
    if not est_inscrit(dossier, assemblee, pouvoir.mandant):
        yield refus("MANDANT", f"{nom} n’est pas sur la liste de cette assemblée.", article, chemin="mandant")
    elif pouvoir.mandant in assistance.presents:
        yield refus(
            "MANDANT_PRESENT", f"{nom} est présent\u00a0: son pouvoir n’a plus d’objet.", article, chemin="mandant"
        )
    if pouvoir.mandant in assistance.formulaires:
        phrase = f"{nom} a voté par correspondance\u00a0: écarter d’abord ce formulaire, ou laisser ce pouvoir de côté."
        yield refus("FORMULAIRE_DEJA", phrase, "C. com. R225-81", chemin="mandant")
    donnes = (p for p in assistance.pouvoirs.values() if p.mandant == pouvoir.mandant)
    deja = next((p for p in donnes if _se_recouvrent(colleges, assistance.portees.get(p.pouvoir, ()))), None)
    if deja is not None:
        a_qui = dossier.nom(deja.mandataire) if deja.mandataire is not None else deja.conjoint
        yield refus(
            "POUVOIR_DEJA",
            f"{nom} a déjà donné pouvoir à {a_qui}\u00a0: retirer d’abord ce pouvoir.",
            article,
            chemin="mandant",
        )


def colleges_sans_pouvoir(assemblee: Assemblee, associe: int) -> tuple[str, ...]:
    """The bodies of an associé of the list for which none of their proxies stands."""
    assistance = assemblee.assistance
    donnes = [p.pouvoir for p in assistance.pouvoirs.values() if p.mandant == associe]
    return tuple(code for code in corps_de(assemblee, associe) if not any(assistance.vaut_en(p, code) for p in donnes))


def _se_recouvrent(une: tuple[str, ...], autre: tuple[str, ...]) -> bool:
    """Whether two proxies would stand for one college; one that names none stands for all."""
    return not une or not autre or not set(une).isdisjoint(autre)


def _mandataire(
    dossier: Dossier, assemblee: Assemblee, pouvoir: Pouvoir, statuts: Statuts, colleges: tuple[str, ...]
) -> Iterator[Issue]:
    article = statuts.article("pouvoirs", defaut="C. com. L223-28")
    if pouvoir.mandataire is None and not pouvoir.conjoint:
        yield refus("MANDATAIRE", "Indiquer qui porte le pouvoir.", article, chemin="mandataire")
        return
    if pouvoir.mandataire == pouvoir.mandant:
        yield refus("MANDATAIRE", "Personne ne se donne pouvoir à soi-même.", article, chemin="mandataire")
        return
    if pouvoir.mandataire is not None and not est_inscrit(dossier, assemblee, pouvoir.mandataire):
        nom = dossier.nom(pouvoir.mandataire)
        yield refus("MANDATAIRE", f"{nom} n’est pas sur la liste de cette assemblée.", article, chemin="mandataire")
        return
    yield from _desaccord(dossier, assemblee, pouvoir, statuts, colleges)


def _desaccord(
    dossier: Dossier, assemblee: Assemblee, pouvoir: Pouvoir, statuts: Statuts, colleges: tuple[str, ...]
) -> Iterator[Issue]:
    """Where the statutes allow on one page what they exclude on another: both are cited, and L223-28."""
    libre = statuts.article("pouvoirs", defaut="C. com. L223-28")
    ferme = statuts.article("pouvoirs.meme_college", defaut="statuts")
    par_college = assemblee.convocation.par_college and statuts.pouvoirs.meme_college
    if pouvoir.lien_conjoint or pouvoir.mandataire is None:
        if not statuts.pouvoirs.conjoint:
            phrase = "Les statuts ne prévoient pas le conjoint\u00a0; la loi l’admet. Au président de décider."
            yield avertissement("POUVOIR_CONJOINT", phrase, libre, "C. com. L223-28")
        elif par_college and pouvoir.mandataire is None:
            phrase = (
                f"Conjoint non associé\u00a0: admis par {_le(libre)}, exclu par {_le(ferme)}. Au président de décider."
            )
            yield avertissement("POUVOIR_CONJOINT", phrase, libre, ferme, "C. com. L223-28")
    if not par_college or pouvoir.mandataire is None:
        return
    siens, vers = assemblee.colleges.get(pouvoir.mandant, ()), assemblee.colleges.get(pouvoir.mandataire, ())
    de = [code for code in siens if not colleges or code in colleges]
    ailleurs = [code for code in de if code not in vers]
    if ailleurs and vers:
        phrase = (
            f"{dossier.nom(pouvoir.mandant)} ({enumerer(de)}) donne pouvoir à {dossier.nom(pouvoir.mandataire)} "
            f"({enumerer(vers)})\u00a0: admis par {_le(libre)}, exclu par {_le(ferme)}. Au président de décider\u00a0; la voix compte en {enumerer(ailleurs)}."
        )
        yield avertissement("POUVOIR_AUTRE_COLLEGE", phrase, libre, ferme, "C. com. L223-28")


def _le(article: str) -> str:
    """``l’art. 23``, as a sentence names an article; the statutes as a whole where they give no number."""
    _, _, numero = article.rpartition(" ")
    return "les statuts" if article == "statuts" else f"l’art.\u00a0{numero}"


def _nombre(dossier: Dossier, assemblee: Assemblee, pouvoir: Pouvoir, statuts: Statuts) -> Iterator[Issue]:
    maximum = statuts.pouvoirs.maximum
    if maximum is None or pouvoir.mandataire is None:
        return
    autres = (p for p in assemblee.assistance.pouvoirs.values() if p.pouvoir != pouvoir.pouvoir)
    mandants = {p.mandant for p in autres if p.mandataire == pouvoir.mandataire} | {pouvoir.mandant}
    if len(mandants) > maximum:
        yield avertissement(
            "POUVOIRS_MAXIMUM",
            f"{dossier.nom(pouvoir.mandataire)} porterait {accord(len(mandants), 'pouvoir')}, les statuts en admettent "
            f"{maximum}. Au président de décider.",
            statuts.article("pouvoirs.maximum", "pouvoirs"),
        )
