"""Acts before the sitting: calling the assembly, its agenda, the frozen list, what is sent."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from scicvote.actes.commun import dans_assemblee
from scicvote.actes.cooperative import capital_plus_haut
from scicvote.actes.demandes import controler_reponse
from scicvote.core.affectation import controler_affectation, lire_montants, texte_affectation
from scicvote.core.assemblee import NATURES, Assemblee, date_longue
from scicvote.core.convocation import controler_convocation, controler_envoi, jour_liste
from scicvote.core.dossier import Dossier
from scicvote.core.exact import accord
from scicvote.core.faits import (
    Affectation,
    AssembleeDemandee,
    Candidature,
    Convocation,
    Envoi,
    Excuse,
    ListeArretee,
    QuestionEcrite,
    Resolution,
)
from scicvote.core.francais import de
from scicvote.core.issue import Issue, avertissement, refus
from scicvote.core.liste import composer_liste, controler_jour
from scicvote.core.recalcul import elus_de
from scicvote.core.resolution import VERROU, Objet, connait_seconde, controler_candidature, controler_resolution
from scicvote.store.depot import Acte, Depot, Projet


def preparer(depot: Depot, convocation: Convocation, demande: int | None = None) -> Acte:
    """A new assembly. Its number is given here (``assemblee`` is ignored) and stands in the returned fact.

    ``demande``: the request of members that it answers (statuts 24-2).
    """

    def decider(dossier: Dossier) -> Projet:
        complete = replace(convocation, assemblee=dossier.prochaine_assemblee)
        resume = f"{NATURES.get(complete.nature, 'Assemblée')} du {date_longue(complete.heure.date())} préparée"
        lien = (AssembleeDemandee(complete.assemblee, demande),) if demande is not None else ()
        issues = (*controler_convocation(dossier, complete), *controler_reponse(dossier, demande))
        return Projet(resume, (complete, *lien), issues)

    return depot.accomplir("preparer", decider)


def modifier_convocation(depot: Depot, convocation: Convocation) -> Acte:
    """Change what was prepared, until the notices have left."""

    def decider(dossier: Dossier, ag: Assemblee) -> Projet:
        issues = list(controler_convocation(dossier, convocation))
        if ag.verrouillee:
            phrase = f"{VERROU}\u00a0: la date, le lieu et l’ordre du jour ne changent plus."
            issues.append(refus("CONVOQUEE", phrase, "statuts 21-2"))
        return Projet(f"Préparation de l’assemblée du {date_longue(ag.jour)} modifiée", (convocation,), tuple(issues))

    return dans_assemblee(depot, "modifier_convocation", convocation.assemblee, decider)


def inscrire_resolution(depot: Depot, resolution: Resolution) -> Acte:
    """A resolution enters the agenda; number and place are given here when they are 0."""

    def decider(dossier: Dossier, ag: Assemblee) -> Projet:
        complete = replace(
            resolution,
            resolution=resolution.resolution or dossier.prochain("resolution", Resolution),
            numero=resolution.numero or len(ag.resolutions) + 1,
        )
        return Projet(
            f"Ordre du jour\u00a0: {complete.numero}. {complete.titre}",
            (complete,),
            controler_resolution(dossier, ag, complete),
        )

    return dans_assemblee(depot, "inscrire_resolution", resolution.assemblee, decider)


def inscrire_resolutions(depot: Depot, assemblee: int, resolutions: tuple[Resolution, ...]) -> Acte:
    """Several resolutions enter the agenda in one act, after those that are there; numbers and places are given here."""

    def decider(dossier: Dossier, ag: Assemblee) -> Projet:
        prochaine, place = dossier.prochain("resolution", Resolution), len(ag.resolutions) + 1
        completes = tuple(
            replace(r, resolution=prochaine + i, assemblee=assemblee, numero=place + i)
            for i, r in enumerate(resolutions)
        )
        issues = [issue for r in completes for issue in controler_resolution(dossier, ag, r)]
        if not completes:
            issues.append(refus("RESOLUTION", "Choisir au moins une résolution.", "statuts 21-3", chemin="resolutions"))
        resume = f"Ordre du jour\u00a0: {accord(len(completes), 'résolution ajoutée', 'résolutions ajoutées')}"
        return Projet(resume, completes, tuple(dict.fromkeys(issues)))

    return dans_assemblee(depot, "inscrire_resolutions", assemblee, decider)


def proposer_affectation(depot: Depot, resolution: Resolution, affectation: Affectation) -> Acte:
    """The allocation of the result enters the agenda: its arithmetic is checked, its text written from its figures."""

    def decider(dossier: Dossier, ag: Assemblee) -> Projet:
        numero = resolution.resolution or dossier.prochain("resolution", Resolution)
        montants, _ = lire_montants(affectation)
        annee = ag.convocation.exercice or ag.jour.year - 1
        complete = replace(
            resolution,
            resolution=numero,
            numero=resolution.numero or len(ag.resolutions) + 1,
            texte=texte_affectation(montants, annee) if montants else resolution.texte,
        )
        fait = replace(affectation, assemblee=resolution.assemblee, resolution=numero)
        statuts = dossier.statuts_au(ag.jour)
        issues = (
            *controler_resolution(dossier, ag, complete),
            *controler_affectation(fait, statuts, capital_plus_haut(dossier)),
        )
        return Projet(f"Ordre du jour\u00a0: {complete.numero}. {complete.titre}", (complete, fait), issues)

    return dans_assemblee(depot, "proposer_affectation", resolution.assemblee, decider)


def ordonner(depot: Depot, assemblee: int, ordre: tuple[int, ...]) -> Acte:
    """Put the agenda in a new order; points left out of ``ordre`` are taken off."""

    def decider(_: Dossier, ag: Assemblee) -> Projet:
        issues: list[Issue] = []
        if ag.verrouillee:
            phrase = f"{VERROU}\u00a0: l’ordre du jour ne change plus."
            issues.append(refus("ORDRE_DU_JOUR_VERROUILLE", phrase, "statuts 21-3"))
        if not set(ordre) <= set(ag.resolution_par_numero) or len(set(ordre)) != len(ordre):
            issues.append(refus("RESOLUTION", "L’ordre donné ne correspond pas à l’ordre du jour.", chemin="ordre"))
        faits = tuple(
            replace(r, numero=ordre.index(r.resolution) + 1 if r.resolution in ordre else 0) for r in ag.resolutions
        )
        return Projet("Ordre du jour réordonné", faits, tuple(issues))

    return dans_assemblee(depot, "ordonner", assemblee, decider)


def presenter_candidat(depot: Depot, assemblee: int, resolution: int, candidat: int, presente_par: str = "") -> Acte:
    """A candidate for an election, with the college that presents them (statuts 18-1)."""

    fait = Candidature(assemblee, resolution, candidat, presente_par)
    return dans_assemblee(
        depot, "presenter_candidat", assemblee, lambda dossier, ag: projet_candidature(dossier, ag, fait)
    )


def projet_candidature(dossier: Dossier, ag: Assemblee, fait: Candidature) -> Projet:
    """What presenting a candidate would write, and what stands against it."""
    point = ag.resolution_par_numero.get(fait.resolution)
    if point is None:
        phrase = "Cette résolution n’est pas à l’ordre du jour."
        return Projet("", (), (refus("RESOLUTION", phrase, chemin="resolution"),))
    issues = list(controler_candidature(dossier, ag, point, fait.candidat))
    if fait.presente_par and fait.presente_par not in dossier.statuts_au(ag.jour).par_code:
        issues.append(refus("COLLEGE_INCONNU", "Ce collège n’est pas dans les statuts.", chemin="presente_par"))
    if ag.votes_de(fait.resolution):
        issues.append(refus("SCRUTIN_OUVERT", "Le scrutin a déjà été ouvert.", "statuts 18-1"))
    suite = f", présentée par le collège {fait.presente_par}" if fait.presente_par else ""
    return Projet(f"Candidature {de(dossier.nom(fait.candidat))}{suite}", (fait,), tuple(issues))


def arreter_liste(depot: Depot, assemblee: int, jour: date, par: str, aujourdhui: date | None = None) -> Acte:
    """Freeze the list of associés as of ``jour`` (statuts 21-1: the 16th day before the meeting).

    ``aujourdhui``: warn where that day is still to come.
    """

    def decider(dossier: Dossier, ag: Assemblee) -> Projet:
        statuts = dossier.statuts_au(ag.jour)
        lignes = composer_liste(dossier, ag, jour)
        issues: list[Issue] = []
        if ag.liste_arretee is not None:
            issues.append(
                refus("LISTE_DEJA", "La liste est déjà arrêtée\u00a0; ce qui change depuis s’y ajoute.", "statuts 21-1")
            )
        if not lignes:
            issues.append(
                refus("LISTE_VIDE", "Aucun associé à cette date\u00a0: la liste serait vide.", "statuts 21-1")
            )
        if jour > ag.jour:
            issues.append(refus("LISTE_APRES", "La liste s’arrête avant l’assemblée.", "statuts 21-1", chemin="jour"))
        attendu = jour_liste(statuts, ag.jour)
        if attendu is not None and jour != attendu and not ag.convocation.college:
            phrase = f"La liste s’arrête le seizième jour avant la réunion, le {date_longue(attendu)}."
            if statuts.delais.arrete_liste_jours != 16:
                phrase = f"La liste s’arrête {statuts.delais.arrete_liste_jours} jours avant la réunion, le {date_longue(attendu)}."
            issues.append(
                avertissement("LISTE_DATE", phrase, statuts.article("delais.arrete_liste_jours"), chemin="jour")
            )
        sans = [ligne for ligne in lignes if ag.convocation.par_college and not ligne.college]
        if sans:
            noms = ", ".join(dossier.nom(ligne.associe) for ligne in sans[:5])
            issues.append(
                avertissement(
                    "SANS_COLLEGE",
                    f"Aucun collège ne prend\u00a0: {noms}. Leur voix ne peut pas compter.",
                    "statuts 22",
                )
            )
        issues.extend(controler_jour(jour, aujourdhui or jour))
        resume = (
            f"Liste arrêtée au {date_longue(jour)}\u00a0: {accord(len({ligne.associe for ligne in lignes}), 'associé')}"
        )
        return Projet(resume, (ListeArretee(assemblee, jour, par), *lignes), tuple(issues))

    return dans_assemblee(depot, "arreter_liste", assemblee, decider)


def envoyer(depot: Depot, envoi: Envoi) -> Acte:
    """Record a dispatch: the notices (which locks the agenda), the documents, or a special convocation (statuts 15)."""

    def decider(dossier: Dossier, ag: Assemblee) -> Projet:
        issues = list(controler_envoi(ag, dossier.statuts_au(ag.jour), envoi))
        if envoi.objet == "convocation_speciale" and envoi.destinataire is None:
            issues.append(refus("DESTINATAIRE", "Indiquer la personne convoquée.", "statuts 15", chemin="destinataire"))
        quoi = {
            "convocation": "Convocations envoyées",
            "documents": "Documents envoyés",
            "convocation_speciale": f"Convocation spéciale de {dossier.nom(envoi.destinataire or 0)} envoyée",
        }.get(envoi.objet)
        if quoi is None:
            issues.append(refus("ENVOI", "Cet envoi n’existe pas.", chemin="objet"))
        return Projet(f"{quoi} le {date_longue(envoi.jour)}, {envoi.mode}", (envoi,), tuple(issues))

    return dans_assemblee(depot, "envoyer", envoi.assemblee, decider)


def poser_question(depot: Depot, assemblee: int, associe: int, recue: date, texte: str) -> Acte:
    """A written question, until the meeting (C. com. L223-26)."""

    def decider(dossier: Dossier, ag: Assemblee) -> Projet:
        issues = []
        if not texte.strip():
            issues.append(refus("TEXTE", "Écrire la question.", "C. com. L223-26", chemin="texte"))
        if recue > ag.jour:
            issues.append(
                refus("DATE", "Une question écrite se reçoit jusqu’à l’assemblée.", "C. com. L223-26", chemin="recue")
            )
        if associe not in dossier.registre.au(ag.jour).par_numero:
            issues.append(refus("ASSOCIE", "Cette personne n’est pas au registre.", chemin="associe"))
        fait = QuestionEcrite(dossier.prochain("question", QuestionEcrite), assemblee, associe, recue, texte)
        return Projet(f"Question écrite de {dossier.nom(associe)}", (fait,), tuple(issues))

    return dans_assemblee(depot, "poser_question", assemblee, decider)


def excuser(depot: Depot, assemblee: int, associe: int) -> Acte:
    """An associé let it be known that they would not come."""

    def decider(dossier: Dossier, ag: Assemblee) -> Projet:
        issues: tuple[Issue, ...] = ()
        if associe not in ag.liste:
            issues = (
                refus(
                    "ASSOCIE", f"{dossier.nom(associe)} n’est pas sur la liste de cette assemblée.", chemin="associe"
                ),
            )
        return Projet(f"{dossier.nom(associe)}, excusé", (Excuse(assemblee, associe),), issues)

    return dans_assemblee(depot, "excuser", assemblee, decider)


def convoquer_seconde(depot: Depot, premiere: int, heure: datetime, lieu: str, convoquee_par: str) -> Acte:
    """The second consultation: another assembly, with the failed resolutions only (C. com. L223-29)."""

    def decider(dossier: Dossier, ag: Assemblee) -> Projet:
        echouees = _echouees(dossier, ag)
        convocation = replace(
            ag.convocation,
            assemblee=dossier.prochaine_assemblee,
            heure=heure,
            lieu=lieu,
            consultation=2,
            suite_de=premiere,
            exercice=ag.convocation.exercice if any(r.objet == Objet.COMPTES for r in echouees) else None,
            convoquee_par=convoquee_par,
        )
        issues = list(controler_convocation(dossier, convocation))
        if not echouees:
            phrase = "Aucune résolution de cette assemblée n’appelle de seconde consultation."
            issues.append(refus("SANS_OBJET", phrase, "C. com. L223-29"))
        points = _points_remis(dossier, ag, echouees, convocation.assemblee)
        resume = f"Seconde consultation le {date_longue(heure.date())}\u00a0: {accord(len(echouees), 'résolution')}"
        return Projet(resume, (convocation, *points), tuple(issues))

    return dans_assemblee(depot, "convoquer_seconde", premiere, decider)


def _echouees(dossier: Dossier, ag: Assemblee) -> tuple[Resolution, ...]:
    """The resolutions that failed and whose rule knows a second consultation."""
    regles = dossier.statuts_au(ag.jour).regles
    par_college = ag.convocation.par_college
    echecs = ("rejetee", "ballottage", "second_tour", "sans_quorum")
    return tuple(
        r
        for r in ag.resolutions
        if ag.decision(r.resolution) in echecs and connait_seconde(regles[r.regle].applicable(par_college))
    )


def _points_remis(
    dossier: Dossier, ag: Assemblee, echouees: tuple[Resolution, ...], assemblee: int
) -> tuple[Resolution | Candidature | Affectation, ...]:
    """The failed points as they stood, on the new agenda, each linked to its origin, with candidates and figures.

    An election puts again the seats that are left, to the candidates who were not elected.
    """
    prochaine = dossier.prochain("resolution", Resolution)
    elus = {r.resolution: elus_de(dossier, ag, ag.votes_de(r.resolution)) for r in echouees}
    points = [
        replace(
            r,
            resolution=prochaine + i,
            assemblee=assemblee,
            numero=i + 1,
            origine=r.resolution,
            texte=ag.texte_de(r),
            sieges=r.sieges - len(elus[r.resolution]),
        )
        for i, r in enumerate(echouees)
    ]
    candidats = [
        replace(c, assemblee=assemblee, resolution=point.resolution)
        for point in points
        for c in ag.candidats(point.origine or 0)
        if c.candidat not in elus[c.resolution]
    ]
    montants = [
        replace(a, assemblee=assemblee, resolution=point.resolution)
        for point in points
        for a in [a for a in ag.tous(Affectation) if a.resolution == point.origine][-1:]
    ]
    return (*points, *candidats, *montants)
