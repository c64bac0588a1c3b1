"""Acts that do what follows a vote: each runs one follow-up, checked against the vote that decided it.

A follow-up is known by its key (``core.suites_vote``); one that no vote of the assembly calls for, or that is done
already, is refused. They can be run whenever the vote is declared, after the minutes are signed too: minutes print
what was voted, not what was done with it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from scicvote.actes.cooperative import projet_fin_mandat, projet_mandat, projet_statuts
from scicvote.actes.preparation import projet_candidature
from scicvote.actes.registre import projet_constitution, projet_mouvement, projet_presidence
from scicvote.actes.remboursement import projet_remboursement
from scicvote.core.assemblee import date_longue
from scicvote.core.dossier import Dossier
from scicvote.core.faits import Candidature, FinMandat, Mandat, Mouvement, PresidentCollege, SuiteNotee
from scicvote.core.issue import avertissement, refus
from scicvote.core.registre import NatureMouvement
from scicvote.core.suite_vote import EtatSuite, Geste, SuiteVote
from scicvote.core.suites_statuts import poids_des_colleges
from scicvote.core.suites_vote import suite_de_cle
from scicvote.exchange.statuts import statuts_de_texte
from scicvote.store.depot import Acte, Depot, Projet

Decideur = Callable[[Dossier, SuiteVote], Projet]


def _suivre(depot: Depot, nom: str, assemblee: int, cle: str, decider: Decideur, *gestes: Geste) -> Acte:
    """Run the act of a follow-up that is to be done, by one of these gestures (any of them where none is said)."""

    def complet(dossier: Dossier) -> Projet:
        ag = dossier.assemblee(assemblee)
        suite = suite_de_cle(dossier, ag, cle) if ag is not None else None
        if suite is None or (gestes and suite.geste not in gestes):
            phrase = "Aucun vote proclamé de cette assemblée n’appelle cet acte."
            return Projet("", (), (refus("SUITE", phrase, chemin="suite"),))
        if suite.etat != EtatSuite.A_FAIRE:
            phrase = f"«\u00a0{suite.titre}\u00a0»\u00a0: cette suite n’est plus à faire."
            return Projet("", (), (refus("SUITE_FAITE", phrase, *suite.articles, chemin="suite"),))
        return decider(dossier, suite)

    return depot.accomplir(nom, complet)


def porter(depot: Depot, assemblee: int, cle: str, mouvement: Mouvement) -> Acte:
    """The entry of the register that a vote calls for; its nature and its person are those of the follow-up.

    A vote to reimburse lowers the capital no further than its floor (statuts 8, 16-3).
    """

    def decider(dossier: Dossier, suite: SuiteVote) -> Projet:
        projet = projet_remboursement if suite.nature == NatureMouvement.REMBOURSEMENT else projet_mouvement
        return projet(dossier, replace(mouvement, nature=suite.nature, associe=suite.associe or 0))

    return _suivre(depot, "mouvementer", assemblee, cle, decider, Geste.MOUVEMENT)


def commencer_mandat(depot: Depot, assemblee: int, cle: str, debut: date, fin: date) -> Acte:
    """The mandate of somebody elected, born of the assembly."""

    def decider(dossier: Dossier, suite: SuiteVote) -> Projet:
        return projet_mandat(dossier, Mandat(suite.associe or 0, debut, fin, assemblee))

    return _suivre(depot, "commencer_mandat", assemblee, cle, decider, Geste.MANDAT)


def finir_mandat(depot: Depot, assemblee: int, cle: str, jour: date, motif: str) -> Acte:
    """The end of the mandate of somebody revoked, or not elected again."""

    def decider(dossier: Dossier, suite: SuiteVote) -> Projet:
        return projet_fin_mandat(dossier, FinMandat(suite.associe or 0, jour, motif))

    return _suivre(depot, "finir_mandat", assemblee, cle, decider, Geste.FIN_MANDAT)


def constituer_colleges(depot: Depot, assemblee: int, cle: str, jour: date) -> Acte:
    """The colleges are constituted from ``jour`` on."""
    return _suivre(
        depot,
        "constituer_colleges",
        assemblee,
        cle,
        lambda dossier, _suite: projet_constitution(dossier, jour, assemblee),
        Geste.COLLEGES,
    )


def designer_president(
    depot: Depot, assemblee: int, cle: str, associe: int, jour: date, suppleant: int | None = None
) -> Acte:
    """The president of a college that was constituted."""

    def decider(dossier: Dossier, suite: SuiteVote) -> Projet:
        return projet_presidence(dossier, PresidentCollege(suite.college, associe, suppleant, jour))

    return _suivre(depot, "designer_president", assemblee, cle, decider, Geste.PRESIDENCE)


def presenter(depot: Depot, assemblee: int, cle: str) -> Acte:
    """Whom a college designated, presented to the election that is to come."""

    def decider(dossier: Dossier, suite: SuiteVote) -> Projet:
        if suite.cible is None:
            return Projet("", (), (refus("SUITE", suite.phrase, *suite.articles, chemin="suite"),))
        cible, resolution = suite.cible
        fait = Candidature(cible, resolution, suite.associe or 0, suite.college)
        return projet_candidature(dossier, dossier.assemblees[cible], fait)

    return _suivre(depot, "presenter_candidat", assemblee, cle, decider, Geste.PRESENTER)


def changer_statuts(depot: Depot, assemblee: int, cle: str, texte_statuts: str, effet: date) -> Acte:
    """Another version of the statutes, in force from ``effet``, bound to the vote that changed them.

    A version with other weights than those that were voted is a traced warning.
    """
    lus = statuts_de_texte(texte_statuts).statuts

    def decider(dossier: Dossier, suite: SuiteVote) -> Projet:
        projet = projet_statuts(dossier, texte_statuts, effet)
        motif = f"version en vigueur depuis le {date_longue(effet)}"
        note = SuiteNotee(assemblee, cle, effet, EtatSuite.FAIT.value, motif)
        issues = projet.issues
        if suite.geste == Geste.POIDS and lus is not None and poids_des_colleges(lus) != suite.poids:
            phrase = "Ces statuts ne donnent pas aux collèges les poids qui ont été votés."
            issues = (*issues, avertissement("POIDS_VOTES", phrase, *suite.articles, chemin="effet"))
        return replace(projet, faits=(*projet.faits, note), issues=issues)

    return _suivre(depot, "changer_statuts", assemblee, cle, decider, Geste.POIDS, Geste.STATUTS)


def noter(depot: Depot, assemblee: int, cle: str, jour: date, etat: str, motif: str) -> Acte:
    """A follow-up that the file cannot see: done elsewhere (with its document), or without object (and why)."""

    def decider(_dossier: Dossier, suite: SuiteVote) -> Projet:
        issues = []
        if etat not in (EtatSuite.FAIT, EtatSuite.SANS_OBJET):
            issues.append(refus("ETAT_SUITE", "Dire si c’est fait, ou sans objet.", chemin="etat"))
        if etat == EtatSuite.SANS_OBJET and not motif.strip():
            issues.append(refus("MOTIF", "Écrire pourquoi il n’y a rien à faire.", *suite.articles, chemin="motif"))
        if etat == EtatSuite.FAIT and suite.geste not in (Geste.NOTER, Geste.STATUTS):
            phrase = "Le fichier le verra de lui-même quand l’acte sera enregistré\u00a0: le faire ici."
            issues.append(refus("ETAT_SUITE", phrase, *suite.articles, chemin="etat"))
        mot = "Fait" if etat == EtatSuite.FAIT else "Sans objet"
        note = SuiteNotee(assemblee, cle, jour, etat, motif.strip())
        return Projet(f"{mot}\u00a0: {suite.titre}", (note,), tuple(issues))

    return _suivre(depot, "noter_suite", assemblee, cle, decider)
