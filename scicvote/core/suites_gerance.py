"""What an election or a revocation brings to the management: mandates that begin, mandates that end (statuts 18-2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from scicvote.core.article import regle
from scicvote.core.faits import FinMandat, Mandat
from scicvote.core.francais import accorder, date_longue, de
from scicvote.core.mandats import terme_mandat
from scicvote.core.recalcul import elus_de
from scicvote.core.resolution import Objet
from scicvote.core.suite_vote import EtatSuite, Geste, SuiteVote, Vu, etat

_GERANCE = ("statuts 18-2", "C. com. L223-18")


@regle("statuts", "18-1", "18-2")
@regle("C. com.", "L223-18")
def suites_election(vu: Vu) -> Iterator[SuiteVote]:
    """A mandate for each of the elected; the end of those that are not renewed, where the whole management was."""
    elus = elus_de(vu.dossier, vu.ag, vu.ag.votes_de(vu.resolution.resolution))
    yield from (_mandat(vu, elu) for elu in elus)
    en_cours = mandats_avant(vu)
    if elus and vu.resolution.sieges >= len(en_cours):
        yield from (_fin(vu, mandat) for qui, mandat in en_cours.items() if qui not in elus)


def mandats_avant(vu: Vu) -> dict[int, Mandat]:
    """The mandates that ran when the assembly met, by manager: what was recorded of its own decisions left aside."""
    fins = [(fin.associe, fin.jour) for fin in vu.dossier.tous(FinMandat) if fin.jour < vu.ag.jour]
    return {
        m.associe: m
        for m in vu.dossier.tous(Mandat)
        if m.assemblee != vu.ag.numero
        and m.debut < vu.ag.jour <= m.fin
        and not any(qui == m.associe and m.debut <= jour for qui, jour in fins)
    }


def jours_mandat(vu: Vu, elu: int) -> tuple[date, date | None]:
    """The first and the last day of a new mandate (None: the statutes give no term).

    It begins on the day of the election, or on the morrow of the mandate that it renews; its years are counted from
    the day before to the same date, as a delay in years is (CPC 641).
    """
    avant = mandats_avant(vu).get(elu)
    depart = avant.fin if avant is not None else vu.ag.jour
    debut = depart + timedelta(days=1) if avant is not None else depart
    return debut, terme_mandat(vu.statuts, depart)


def _mandat(vu: Vu, elu: int) -> SuiteVote:
    debut, fin = jours_mandat(vu, elu)
    ouverts = [
        m
        for m in vu.dossier.tous(Mandat)
        if m.associe == elu and (m.assemblee == vu.ag.numero or (m.assemblee is None and m.debut >= vu.ag.jour))
    ]
    if ouverts:
        phrase = f"Du {date_longue(ouverts[0].debut)} au {date_longue(ouverts[0].fin)}."
    elif fin is None:
        phrase = f"À partir du {date_longue(debut)}\u00a0; les statuts ne disent pas pour combien de temps."
    else:
        phrase = f"Du {date_longue(debut)} au {date_longue(fin)}, d’après la durée des statuts."
    return SuiteVote(
        vu.cle("mandat", elu), vu.resolution.resolution, f"Commencer le mandat {de(vu.nom(elu))}", phrase, _GERANCE,
        etat(bool(ouverts)), Geste.MANDAT, associe=elu, debut=debut, fin=fin,
    )  # fmt: skip


def _fin(vu: Vu, mandat: Mandat) -> SuiteVote:
    """Somebody who is not renewed: their mandate ends that day, or by itself where that is its last one."""
    titre = f"Finir le mandat {de(vu.nom(mandat.associe))}, {_non_reelu(vu, mandat.associe)}"
    suite = fin_mandat(vu, mandat, "fin_mandat", titre, _GERANCE)
    if suite.etat != EtatSuite.A_FAIRE:
        return suite
    phrase = (
        f"Tous les sièges étaient à pourvoir\u00a0: ce mandat, prévu jusqu’au {date_longue(mandat.fin)}, finit le {vu.jour}, "
        "à moins que l’assemblée ait voulu ajouter un gérant."
    )
    return replace(suite, phrase=phrase)


def fin_mandat(vu: Vu, mandat: Mandat, quoi: str, titre: str, articles: tuple[str, ...]) -> SuiteVote:
    """The end of a mandate on the day of the vote; without object where that is its last day."""
    finis = _finis(vu, mandat)
    if finis:
        phrase = f"Fini le {date_longue(finis[0].jour)}."
    elif mandat.fin == vu.ag.jour:
        phrase = f"Il finit de lui-même le {date_longue(mandat.fin)}."
    else:
        phrase = f"Il finit le {vu.jour}, jour du vote."
    return SuiteVote(
        vu.cle(quoi, mandat.associe), vu.resolution.resolution, titre, phrase, articles,
        etat(bool(finis), sans_objet=mandat.fin == vu.ag.jour), Geste.FIN_MANDAT, associe=mandat.associe, debut=vu.ag.jour,
    )  # fmt: skip


def _non_reelu(vu: Vu, qui: int) -> str:
    personne = vu.dossier.registre.personne_au(qui, vu.ag.jour)
    return accorder(personne.fiche.civilite if personne else "", "non réélu", "non réélue")


def _finis(vu: Vu, mandat: Mandat) -> list[FinMandat]:
    """The early ends of a mandate that were recorded on the day of the assembly or after."""
    fins = vu.dossier.tous(FinMandat)
    return [f for f in fins if f.associe == mandat.associe and vu.ag.jour <= f.jour <= mandat.fin]


@regle("statuts", "18-2")
@regle("C. com.", "L223-25")
def suites_revocation(vu: Vu) -> Iterator[SuiteVote]:
    """The mandate of a revoked manager ends on the day of the vote."""
    qui = vu.resolution.concerne
    if not vu.adoptee or qui is None:
        return
    titre, articles = f"Finir le mandat {de(vu.nom(qui))}", ("statuts 18-2", "C. com. L223-25")
    mandat = mandats_avant(vu).get(qui)
    if mandat is not None:
        yield fin_mandat(vu, mandat, "revocation", titre, articles)
        return
    yield SuiteVote(
        vu.cle("revocation", qui), vu.resolution.resolution, titre, f"{vu.nom(qui)} n’était pas en fonction le {vu.jour}.",
        articles, EtatSuite.SANS_OBJET, Geste.FIN_MANDAT, associe=qui, debut=vu.ag.jour,
    )  # fmt: skip


@regle("statuts", "18-1")
def suites_designation(vu: Vu) -> Iterator[SuiteVote]:
    """Whom a college designated is presented to the next election: of this assembly, or of one that is to come."""
    qui, code = vu.resolution.concerne, vu.resolution.college or vu.ag.convocation.college
    if not vu.adoptee or qui is None:
        return
    suivantes = sorted(
        (ag for ag in vu.dossier.assemblees.values() if ag.jour >= vu.ag.jour), key=lambda ag: (ag.jour, ag.numero)
    )
    elections = [(ag, r) for ag in suivantes for r in ag.resolutions if r.objet == Objet.ELECTION]
    presente = any(
        c.candidat == qui and c.presente_par == code for ag, r in elections for c in ag.candidats(r.resolution)
    )
    cible = next(((ag, r) for ag, r in elections if not ag.close and not ag.votes_de(r.resolution)), None)
    finie = cible is None and bool(elections)
    if presente:
        phrase = f"Présentation par le collège {code} enregistrée."
    elif cible is not None:
        phrase = f"À l’élection de l’{cible[0].titre_court}, au nom du collège {code}."
    elif finie:
        phrase = "L’élection s’est tenue sans cette candidature."
    else:
        phrase = "Aucune assemblée préparée n’élit la gérance\u00a0: inscrire d’abord l’élection à l’ordre du jour."
    yield SuiteVote(
        vu.cle("presentation", qui), vu.resolution.resolution, f"Présenter {vu.nom(qui)} à l’élection de la gérance",
        phrase, ("statuts 18-1",), etat(presente, sans_objet=finie), Geste.PRESENTER, associe=qui, college=code,
        cible=(cible[0].numero, cible[1].resolution) if cible is not None else None,
    )  # fmt: skip
