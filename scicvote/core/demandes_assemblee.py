"""Requests for an assembly, once recorded: what stands against them, what came of them, what papers say (statuts 24-2)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from scicvote.core.article import citer, regle
from scicvote.core.assemblee import Assemblee, date_longue
from scicvote.core.demande_ag import DemandeAG, demande_ag
from scicvote.core.dossier import Dossier
from scicvote.core.exact import INSECABLE, accord, pourcent, pourcent_court
from scicvote.core.faits import AssembleeDemandee, DemandeAssemblee
from scicvote.core.francais import enumerer, par, selon
from scicvote.core.issue import Issue, avertissement, refus

A_LA_DEMANDE = "à la demande d’associés"


def demande_par_numero(dossier: Dossier, numero: int) -> DemandeAssemblee | None:
    """A request by its number; None when there is none, or it was taken back."""
    return next((fait for fait in dossier.tous(DemandeAssemblee) if fait.demande == numero), None)


def demande_de(dossier: Dossier, ag: Assemblee) -> DemandeAssemblee | None:
    """The request that an assembly answers."""
    lien = ag.dernier(AssembleeDemandee)
    return demande_par_numero(dossier, lien.demande) if lien is not None else None


def assemblee_de(dossier: Dossier, demande: int) -> Assemblee | None:
    """The assembly that answers a request."""
    return next(
        (ag for ag in dossier.assemblees.values() if any(a.demande == demande for a in ag.tous(AssembleeDemandee))),
        None,
    )


@regle("statuts", "24-2")
@regle("C. com.", "L223-27")
def demandes_sans_suite(dossier: Dossier) -> tuple[DemandeAssemblee, ...]:
    """The requests that no assembly answers yet, the oldest first."""
    faits = sorted(dossier.tous(DemandeAssemblee), key=lambda fait: (fait.recue, fait.demande))
    return tuple(fait for fait in faits if assemblee_de(dossier, fait.demande) is None)


# --- recording one


@regle("statuts", "24-2")
def controler_demande(dossier: Dossier, fait: DemandeAssemblee, aujourdhui: date) -> Iterator[Issue]:
    """What stands against a request: nobody holds a vote, or no day; below the share, it is recorded with a warning."""
    vue = demande_ag(dossier, fait.demandeurs, fait.recue)
    if fait.recue > aujourdhui:
        yield refus("DATE", "La demande n’a pas pu être reçue un jour à venir.", vue.article, chemin="recue")
    if not fait.mode.strip():
        yield refus("VALEUR", "Dire comment la demande a été reçue.", vue.article, chemin="mode")
    if not vue.demandeurs:
        phrase = "Choisir au moins un associé qui le demande."
        yield refus("DEMANDEUR", phrase, vue.article, chemin="demandeurs")
        return
    if vue.ecartes:
        noms = enumerer([dossier.nom(numero, fait.recue) for numero in vue.ecartes])
        phrase = f"{noms} n’{selon(len(vue.ecartes), 'a', 'ont')} pas de droit de vote ce jour-là, et ne compte{selon(len(vue.ecartes), '', 'nt')} pas."
        yield avertissement("DEMANDEUR", phrase, vue.article, chemin="demandeurs")
    if not vue.atteinte:
        yield from _sous_le_seuil(dossier, vue)


@regle("C. com.", "L223-27")
def _sous_le_seuil(dossier: Dossier, vue: DemandeAG) -> Iterator[Issue]:
    """Below the share of the statutes, the law may still be enough: half the parts, or a tenth held by a tenth."""
    articles = tuple(dict.fromkeys((vue.article, dossier.statuts_au(vue.jour).cite("C. com. L223-27"))))
    if atteinte_par_la_loi(dossier, vue):
        suite = "la loi suffit ici\u00a0: la moitié des parts, ou le dixième des parts et des associés."
    else:
        suite = "la gérance n’est pas tenue de convoquer, elle le peut."
    yield avertissement("DEMANDE_SEUIL", f"{phrase_part(vue)} Sous ce seuil, {suite}", *articles, chemin="demandeurs")


@regle("C. com.", "L223-27")
def atteinte_par_la_loi(dossier: Dossier, vue: DemandeAG) -> bool:
    """Whether they hold half of the parts of a SARL, or a tenth of them while being a tenth of the associés."""
    etat = dossier.registre.au(vue.jour)
    if not dossier.statuts_au(vue.jour).forme.startswith("SARL") or not etat.parts:
        return False
    tenues = Fraction(sum(etat.par_numero[numero].parts for numero in vue.demandeurs), etat.parts)
    tetes = Fraction(len(vue.demandeurs), len(etat.associes))
    return tenues >= Fraction(1, 2) or (tetes >= Fraction(1, 10) and tenues >= Fraction(1, 10))


# --- saying it


def phrase_part(vue: DemandeAG) -> str:
    """``3 associés détiennent 12,50 % des droits de vote ; il en faut au moins 10 % (statuts, art. 24-2).``"""
    qui = accord(len(vue.demandeurs), "associé")
    part = pourcent(vue.part, vue.seuil)
    return (
        f"{qui} {selon(len(vue.demandeurs), 'détient', 'détiennent')} {part} des droits de vote{INSECABLE}; "
        f"il en faut au moins {pourcent_court(vue.seuil)} ({citer((vue.article,))})."
    )


def phrase_demande(dossier: Dossier, fait: DemandeAssemblee) -> str:
    """Who asked, when and how, and what they hold: ``Le 1er mars 2026, par courriel : Ada Fictive. 1 associé…``."""
    vue = demande_ag(dossier, fait.demandeurs, fait.recue)
    noms = enumerer([dossier.nom(numero, fait.recue) for numero in vue.demandeurs])
    return f"Le {date_longue(fait.recue)}, {par(fait.mode)}{INSECABLE}: {noms}. {phrase_part(vue)}"


def phrase_papier(dossier: Dossier, ag: Assemblee, *, nommer: bool) -> str:
    """What a notice (``nommer`` off) or minutes say of the request that an assembly answers; "" where there is none."""
    fait = demande_de(dossier, ag)
    if fait is None:
        return ""
    vue = demande_ag(dossier, fait.demandeurs, fait.recue)
    noms = enumerer([dossier.nom(numero, fait.recue) for numero in vue.demandeurs])
    qui = f"{accord(len(vue.demandeurs), 'associé')}{f' ({noms})' if nommer else ''}"
    objet = f" Objet de la demande{INSECABLE}: {fait.objet.strip().rstrip('.')}." if fait.objet.strip() else ""
    return (
        f"Cette assemblée a été demandée par {qui}, {par(fait.mode)}, le {date_longue(fait.recue)}. "
        f"{selon(len(vue.demandeurs), 'Il détenait', 'Ils détenaient')} ce jour-là {pourcent(vue.part, vue.seuil)} "
        f"des droits de vote ({citer((vue.article,))}).{objet}"
    )
