"""What a cooperative has to do next, and by when: one step, and the dates around it (statuts 20 to 31)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from scicvote.core.article import regle
from scicvote.core.assemblee import Assemblee, Nature, date_longue
from scicvote.core.convocation import (
    Echeance,
    cloture_exercice,
    dernier_jour_convocation,
    echeances,
    jour_liste,
    terme_annuel,
)
from scicvote.core.demande_ag import demande_ag
from scicvote.core.demandes_assemblee import atteinte_par_la_loi, demandes_sans_suite
from scicvote.core.dossier import Dossier
from scicvote.core.faits import Mandat, ProcesVerbal, Signature
from scicvote.core.resolution import connait_seconde
from scicvote.core.suites import echeances_apres
from scicvote.core.suites_vote import suites_a_faire

_ECHOUEES: Final = ("rejetee", "ballottage", "sans_quorum")
_RAPPEL: Final = timedelta(days=31)  # a passed date that no act can tick off is shown as long as this
_SECONDE_UTILE: Final = timedelta(days=365)  # later, the next annual assembly has taken its place


class Action(StrEnum):
    """The one obvious next step."""

    INSCRIRE = "inscrire"  # nobody is in the register yet
    PREPARER = "preparer"  # write the agenda
    ARRETER_LISTE = "arreter_liste"
    CONVOQUER = "convoquer"
    EMARGER = "emarger"  # constitute the bureau, let people in
    VOTER = "voter"
    CLORE = "clore"
    DRESSER = "dresser"  # draw the minutes up
    SIGNER = "signer"
    SECONDE = "seconde"  # convene the second consultation
    DEMANDEE = "demandee"  # prepare the assembly that members asked for
    SUIVRE = "suivre"  # do what follows from the votes
    ANNUELLE = "annuelle"  # prepare the annual assembly
    RIEN = "rien"  # nothing is due


@dataclass(frozen=True, slots=True)
class Prochaine:
    """The next step: what, of which assembly, by which day and article ("" and None: no text gives one).

    ``exercice`` is the financial year of an annual assembly that is still to be prepared, ``demande`` the request of
    members that waits for its own.
    """

    action: Action
    assemblee: int | None = None
    terme: date | None = None
    article: str = ""
    exercice: int | None = None
    demande: int | None = None


def prochaine_etape(dossier: Dossier, jour: date) -> Prochaine:
    """The next step on ``jour``.

    A sitting that is open comes first, then minutes that nobody drew up, then what is being prepared (the earliest
    assembly), a second consultation, signatures, the assembly that members asked for, what follows from the votes, and
    last the annual assembly that nobody prepares yet.
    """
    if not dossier.registre.fiches:
        return Prochaine(Action.INSCRIRE)
    assemblees = sorted(dossier.assemblees.values(), key=lambda ag: (ag.convocation.heure, ag.numero))
    for etape in (_seance, _minutes, _preparation, seconde_a_convoquer, _signature):
        for ag in assemblees:
            if (trouvee := etape(dossier, ag, jour)) is not None:
                return trouvee
    return _demandee(dossier) or _suites_vote(dossier, jour) or _annuelle(dossier, jour) or Prochaine(Action.RIEN)


def _seance(_dossier: Dossier, ag: Assemblee, _jour: date) -> Prochaine | None:
    """Vote what is left on the agenda, then close."""
    if not ag.ouverte or ag.close:
        return None
    reste = any(_a_voter(ag, r.resolution) for r in ag.resolutions)
    return Prochaine(Action.VOTER if reste else Action.CLORE, ag.numero, ag.jour)


def _a_voter(ag: Assemblee, resolution: int) -> bool:
    return ag.decision(resolution) in ("", "second_tour")


@regle("statuts", "24-2")
@regle("C. com.", "L223-27")
def _demandee(dossier: Dossier) -> Prochaine | None:
    """Members who hold enough of the votes, or of the parts, asked for an assembly that nobody prepares yet."""
    for fait in demandes_sans_suite(dossier):
        vue = demande_ag(dossier, fait.demandeurs, fait.recue)
        if vue.atteinte or atteinte_par_la_loi(dossier, vue):
            return Prochaine(Action.DEMANDEE, article=vue.article, demande=fait.demande)
    return None


@regle("statuts", "21-8")
@regle("C. com.", "R223-24")
def _minutes(dossier: Dossier, ag: Assemblee, _jour: date) -> Prochaine | None:
    """The minutes of an assembly that is over."""
    if not ag.close or ag.tous(ProcesVerbal):
        return None
    article = dossier.statuts_au(ag.jour).article("proces_verbal", defaut="C. com. R223-24")
    return Prochaine(Action.DRESSER, ag.numero, article=article)


def _signature(dossier: Dossier, ag: Assemblee, _jour: date) -> Prochaine | None:
    """Minutes that are drawn up and wait for their signatures."""
    if not ag.tous(ProcesVerbal) or ag.tous(Signature):
        return None
    article = dossier.statuts_au(ag.jour).article("proces_verbal", defaut="C. com. R223-24")
    return Prochaine(Action.SIGNER, ag.numero, article=article)


@regle("statuts", "21-1", "21-2")
def _preparation(dossier: Dossier, ag: Assemblee, _jour: date) -> Prochaine | None:
    """Agenda, list, notices, then the sitting. A college is called by any means: no list day, no fifteen days."""
    if ag.ouverte or ag.close:
        return None
    statuts = dossier.statuts_au(ag.jour)
    college = ag.convocation.nature == Nature.COLLEGE
    limite = ag.jour if college else dernier_jour_convocation(statuts, ag.jour)
    article = "statuts 25-3" if college else statuts.article("delais.convocation_jours", defaut="C. com. R223-20")
    if not ag.resolutions:
        return Prochaine(Action.PREPARER, ag.numero, limite, article)
    if ag.liste_arretee is None:
        arret = None if college else jour_liste(statuts, ag.jour)
        pourquoi = article if arret is None else statuts.article("delais.arrete_liste_jours", defaut=article)
        return Prochaine(Action.ARRETER_LISTE, ag.numero, arret or limite, pourquoi)
    if not ag.convoquee:
        return Prochaine(Action.CONVOQUER, ag.numero, limite, article)
    return Prochaine(Action.EMARGER, ag.numero, ag.jour)


@regle("C. com.", "L223-29")
def seconde_a_convoquer(dossier: Dossier, ag: Assemblee, jour: date) -> Prochaine | None:
    """What failed at a first consultation and that the rule lets one put again; no text gives it a day."""
    convocation = ag.convocation
    if not ag.close or convocation.consultation != 1 or jour - ag.jour > _SECONDE_UTILE:
        return None
    if any(autre.convocation.suite_de == ag.numero for autre in dossier.assemblees.values()):
        return None
    regles = dossier.statuts_au(ag.jour).regles
    echouees = (regles.get(r.regle) for r in ag.resolutions if ag.decision(r.resolution) in _ECHOUEES)
    if any(une is not None and connait_seconde(une.applicable(convocation.par_college)) for une in echouees):
        return Prochaine(Action.SECONDE, ag.numero, article=dossier.statuts_au(ag.jour).cite("C. com. L223-29"))
    return None


def _suites_vote(dossier: Dossier, jour: date) -> Prochaine | None:
    """What the votes of a closed assembly still want."""
    restes = suites_a_faire(dossier, jour)
    return Prochaine(Action.SUIVRE, restes[0][0].numero, article=restes[0][1].articles[0]) if restes else None


@regle("statuts", "20", "24-1")
@regle("C. com.", "L223-26")
def _annuelle(dossier: Dossier, jour: date) -> Prochaine | None:
    """The annual assembly of the last financial year that is closed, while none is prepared nor recorded for it."""
    exercice = dernier_exercice(dossier, jour)
    if exercice is None or any(ag.convocation.exercice == exercice for ag in dossier.assemblees.values()):
        return None
    statuts = dossier.statuts_au(jour)
    article = statuts.article("delais.ag_annuelle_mois", defaut="C. com. L223-26")
    return Prochaine(Action.ANNUELLE, None, terme_annuel(statuts, exercice), article, exercice)


def dernier_exercice(dossier: Dossier, jour: date) -> int | None:
    """The last financial year closed before ``jour``; None where the cooperative is younger than that."""
    statuts = dossier.statuts_au(jour)
    exercice = jour.year if cloture_exercice(statuts, jour.year) < jour else jour.year - 1
    debut = min(effet for effet, _ in dossier.statuts_lus)
    return exercice if cloture_exercice(statuts, exercice) >= debut else None


# --- the dates


def calendrier(dossier: Dossier, jour: date) -> tuple[Echeance, ...]:
    """The dates to show on ``jour``, in order: those of the assembly in hand, the annual term, mandates, and what
    follows an annual assembly."""
    dates = [
        *_en_main(dossier),
        *_terme(dossier, jour),
        *_mandats(dossier, jour),
        *_suites(dossier, jour),
    ]
    return tuple(sorted(dict.fromkeys(dates), key=lambda echeance: echeance.jour))


def en_main(dossier: Dossier) -> Assemblee | None:
    """The assembly that is being prepared or held; the earliest of them."""
    ouvertes = [ag for ag in dossier.assemblees.values() if not ag.close]
    return min(ouvertes, key=lambda ag: ag.convocation.heure, default=None)


def _en_main(dossier: Dossier) -> Iterator[Echeance]:
    ag = en_main(dossier)
    if ag is None:
        return
    statuts = dossier.statuts_au(ag.jour)
    yield from echeances(ag, statuts)
    heure = f"{ag.convocation.heure:%H}\u00a0h\u00a0{ag.convocation.heure:%M}"
    lieu = f", {ag.convocation.lieu}" if ag.convocation.lieu else ""
    libelle = f"{ag.titre_court.removesuffix(f' du {date_longue(ag.jour)}')}, {heure}{lieu}"
    yield Echeance(ag.jour, libelle, statuts.article("assemblees", defaut="statuts"), ag.ouverte)


def _terme(dossier: Dossier, jour: date) -> Iterator[Echeance]:
    """The term of the annual assembly while none is prepared; once one is held, that of the next year."""
    if (due := _annuelle(dossier, jour)) is not None and due.terme is not None:
        libelle = f"Terme de l’assemblée annuelle, exercice {due.exercice}"
        yield Echeance(due.terme, libelle, due.article, False)
    elif en_main(dossier) is None:
        statuts = dossier.statuts_au(jour)
        suivant = jour.year + (cloture_exercice(statuts, jour.year) < jour)
        article = statuts.article("delais.ag_annuelle_mois", defaut="C. com. L223-26")
        libelle = f"Terme de l’assemblée annuelle, exercice {suivant}"
        yield Echeance(terme_annuel(statuts, suivant), libelle, article, False)


@regle("statuts", "18-2")
def _mandats(dossier: Dossier, jour: date) -> Iterator[Echeance]:
    """The end of the mandates that run on ``jour``."""
    article = dossier.statuts_au(jour).article("gerance", defaut="C. com. L223-18")
    en_cours = dossier.gerants(jour)
    for mandat in dossier.tous(Mandat):
        if mandat.associe in en_cours and mandat.debut <= jour <= mandat.fin:
            nom = dossier.nom(mandat.associe, jour)
            yield Echeance(mandat.fin, f"Fin du mandat de gérance de {nom}", article, False)


def _suites(dossier: Dossier, jour: date) -> Iterator[Echeance]:
    """What follows the assemblies that are over."""
    for ag in dossier.assemblees.values():
        if ag.close and ag.jour <= jour:
            yield from (date_ for date_ in echeances_apres(dossier, ag) if jour - date_.jour <= _RAPPEL)
