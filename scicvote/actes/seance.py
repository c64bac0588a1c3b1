"""Acts of the sitting: bureau, arrivals and departures, proxies, incidents, closing."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from scicvote.actes.commun import dans_assemblee, en_seance, heure_fr
from scicvote.core.article import regle
from scicvote.core.assemblee import Assemblee
from scicvote.core.convocation import reserves_ouverture
from scicvote.core.correspondance import formulaire_tombe
from scicvote.core.dossier import Dossier
from scicvote.core.faits import (
    Amendement,
    Bureau,
    Cloture,
    Debat,
    DocumentDepose,
    FinPouvoir,
    Incident,
    Invite,
    Ouverture,
    PorteePouvoir,
    Pouvoir,
    PouvoirBlanc,
    Presence,
    QuestionEcrite,
    ReponseQuestion,
    RetraitResolution,
    Suspension,
)
from scicvote.core.francais import enumerer
from scicvote.core.issue import Issue, avertissement, refus
from scicvote.core.liste import est_inscrit
from scicvote.core.pouvoir import attribuer, controler_pouvoir
from scicvote.core.retours import colleges_ailleurs, controler_amendement
from scicvote.core.statuts import MORALE
from scicvote.store.depot import Acte, Depot, Projet


def emarger(depot: Depot, presence: Presence) -> Acte:
    """An associé arrives and signs; a legal person through its representative, with the document that says so."""

    def decider(dossier: Dossier, ag: Assemblee) -> Projet:
        nom = dossier.nom(presence.associe)
        issues = [*en_seance(ag, presence.heure, ouverte=False), *_arrivee(dossier, ag, presence, nom)]
        tombes = [p for p in ag.assistance.pouvoirs.values() if p.mandant == presence.associe]
        if tombes:
            phrase = f"{nom} est là\u00a0: le pouvoir qu’il avait donné tombe."
            issues.append(avertissement("POUVOIR_TOMBE", phrase, "statuts 23"))
        for code in colleges_ailleurs(ag, presence.associe):
            phrase = f"Le collège {code} vote sur un autre ordinateur\u00a0: la voix de {nom} n’y compte que dans son retour."
            issues.append(avertissement("COLLEGE_AILLEURS", phrase, "statuts 22", "statuts 26"))
        if presence.associe in ag.assistance.formulaires:
            issues.append(formulaire_tombe(dossier.statuts_au(ag.jour), nom))
        return Projet(
            f"{nom} présent à {heure_fr(presence.heure)}", (replace(presence, sens="arrivee"),), tuple(issues)
        )

    return dans_assemblee(depot, "emarger", presence.assemblee, decider)


def _arrivee(dossier: Dossier, ag: Assemblee, presence: Presence, nom: str) -> list[Issue]:
    if ag.liste_arretee is None:
        return [refus("LISTE", "Arrêter d’abord la liste des associés.", "statuts 21-1")]
    if not est_inscrit(dossier, ag, presence.associe):
        phrase = f"{nom} n’est pas sur la liste de cette assemblée\u00a0; l’inviter sans voix."
        if presence.associe in ag.liste:
            phrase = f"{nom} a perdu la qualité d’associé depuis que la liste est arrêtée."
        return [refus("NON_INSCRIT", phrase, "statuts 12", "statuts 14", "statuts 21-1", chemin="associe")]
    if presence.associe in ag.assistance.presents:
        return [refus("DEJA_PRESENT", f"{nom} est déjà présent.", "statuts 21-4", chemin="associe")]
    fiche = dossier.registre.au(ag.jour).par_numero[presence.associe].fiche
    issues = []
    if fiche.personne == MORALE and not presence.representant.strip():
        issues.append(refus("REPRESENTANT", f"Indiquer qui représente {nom}.", "statuts 21-4", chemin="representant"))
    elif fiche.personne == MORALE and not presence.piece.strip():
        phrase = f"Aucune pièce ne dit que {presence.representant} représente {nom}."
        issues.append(avertissement("PIECE", phrase, "statuts 21-4", chemin="piece"))
    return issues


def partir(depot: Depot, assemblee: int, associe: int, heure: datetime) -> Acte:
    """An associé leaves; the proxies that they hold fall (statuts 23)."""

    def decider(dossier: Dossier, ag: Assemblee) -> Projet:
        nom = dossier.nom(associe)
        issues = en_seance(ag, heure, ouverte=False)
        arrivee = ag.assistance.presents.get(associe)
        if arrivee is None:
            issues.append(refus("ABSENT", f"{nom} n’est pas présent.", "statuts 21-4", chemin="associe"))
        elif heure < arrivee.heure:
            issues.append(
                refus("HEURE", f"{nom} est arrivé à {heure_fr(arrivee.heure)}.", "statuts 21-4", chemin="heure")
            )
        for pouvoir in ag.assistance.pouvoirs.values():
            if pouvoir.mandataire == associe:
                phrase = f"Le pouvoir de {dossier.nom(pouvoir.mandant)}, que portait {nom}, tombe."
                issues.append(avertissement("POUVOIR_TOMBE", phrase, "statuts 23"))
        fait = Presence(assemblee, associe, heure, "depart", "", "")
        return Projet(f"{nom} parti à {heure_fr(heure)}", (fait,), tuple(issues))

    return dans_assemblee(depot, "partir", assemblee, decider)


def donner_pouvoir(depot: Depot, pouvoir: Pouvoir, colleges: tuple[str, ...] = ()) -> Acte:
    """A proxy is recorded. Where the articles disagree the warning says so and ``decision`` keeps what the chair said.

    One that names nobody goes to the chair, where the statutes say so. ``colleges``: the only ones for which it is
    given, of a giver who votes in several; none for all of them.
    """

    def decider(dossier: Dossier, ag: Assemblee) -> Projet:
        numerote = replace(pouvoir, pouvoir=dossier.prochain("pouvoir", Pouvoir))
        complet, blanc = attribuer(ag, numerote, dossier.statuts_au(ag.jour))
        issues = [*blanc, *controler_pouvoir(dossier, ag, complet, colleges)]
        if ag.close:
            issues.append(refus("SEANCE_CLOSE", "La séance est close.", "C. com. R223-24"))
        a_qui = dossier.nom(complet.mandataire) if complet.mandataire is not None else complet.conjoint
        portee = (PorteePouvoir(complet.pouvoir, complet.assemblee, colleges),) if colleges else ()
        sans_nom = numerote.mandataire is None and complet.mandataire is not None
        vide = (PouvoirBlanc(complet.pouvoir, complet.assemblee),) if sans_nom else ()
        ou = f", {'collège' if len(colleges) == 1 else 'collèges'} {enumerer(colleges)}" if colleges else ""
        resume = f"{dossier.nom(complet.mandant)} donne pouvoir à {a_qui}{ou}"
        return Projet(resume, (complet, *portee, *vide), tuple(issues))

    return dans_assemblee(depot, "donner_pouvoir", pouvoir.assemblee, decider)


@regle("statuts", "23", "26")
@regle("C. com.", "L223-28")
def decider_pouvoir(depot: Depot, assemblee: int, pouvoir: int, decision: str) -> Acte:
    """What the chair decides of a proxy on which the articles disagree, in force or fallen since: it is written again."""

    def decider(dossier: Dossier, ag: Assemblee) -> Projet:
        connu = next((p for p in ag.tous(Pouvoir) if p.pouvoir == pouvoir), None)
        if connu is None:
            phrase = "Ce pouvoir n’a pas été donné à cette assemblée."
            return Projet("", (), (refus("POUVOIR", phrase, "statuts 23", chemin="pouvoir"),))
        issues: tuple[Issue, ...] = ()
        if not decision.strip():
            phrase = "Écrire ce que le président décide."
            issues = (
                refus("DECISION_POUVOIR", phrase, "statuts 23", "statuts 26", "C. com. L223-28", chemin="decision"),
            )
        fait = replace(connu, decision=decision.strip())
        return Projet(f"Pouvoir de {dossier.nom(connu.mandant)}\u00a0: {fait.decision}", (fait,), issues)

    return dans_assemblee(depot, "decider_pouvoir", assemblee, decider)


def retirer_pouvoir(depot: Depot, assemblee: int, pouvoir: int, heure: datetime, motif: str) -> Acte:
    """A proxy is taken back by its giver, or set aside by the chair."""

    def decider(dossier: Dossier, ag: Assemblee) -> Projet:
        connu = ag.assistance.pouvoirs.get(pouvoir)
        if connu is None:
            return Projet(
                "", (), (refus("POUVOIR", "Ce pouvoir n’est pas en vigueur.", "statuts 23", chemin="pouvoir"),)
            )
        issues: tuple[Issue, ...] = ()
        if ag.close:
            issues = (refus("SEANCE_CLOSE", "La séance est close.", "C. com. R223-24"),)
        fait = FinPouvoir(pouvoir, assemblee, heure, motif)
        return Projet(f"Pouvoir de {dossier.nom(connu.mandant)} retiré\u00a0: {motif}", (fait,), issues)

    return dans_assemblee(depot, "retirer_pouvoir", assemblee, decider)


def inviter(depot: Depot, assemblee: int, nom: str, qualite: str) -> Acte:
    """Somebody attends without a vote."""

    def decider(_: Dossier, ag: Assemblee) -> Projet:
        issues = en_seance(ag, ag.convocation.heure, ouverte=False)
        if not nom.strip():
            issues.append(refus("NOM", "Indiquer le nom de l’invité.", chemin="nom"))
        return Projet(f"{nom} assiste sans voix", (Invite(assemblee, nom, qualite),), tuple(issues))

    return dans_assemblee(depot, "inviter", assemblee, decider)


def constituer_bureau(depot: Depot, bureau: Bureau) -> Acte:
    """The officers: chair, secretary, scrutateurs, as the first act of the sitting (statuts 21-5, C. com. R223-23)."""

    def decider(dossier: Dossier, ag: Assemblee) -> Projet:
        issues = [*en_seance(ag, bureau.heure, ouverte=False), *_presidence(dossier, ag, bureau)]
        if not bureau.secretaire.strip():
            issues.append(refus("SECRETAIRE", "Désigner un secrétaire.", "C. com. R223-23", chemin="secretaire"))
        for scrutateur in bureau.scrutateurs:
            if scrutateur not in ag.assistance.presents:
                phrase = f"{dossier.nom(scrutateur)}, scrutateur, n’a pas émargé."
                issues.append(avertissement("SCRUTATEUR", phrase, "statuts 21-4", chemin="scrutateurs"))
        resume = f"Bureau\u00a0: {dossier.nom(bureau.president)} préside, {bureau.secretaire} est secrétaire"
        return Projet(resume, (bureau,), tuple(issues))

    return dans_assemblee(depot, "constituer_bureau", bureau.assemblee, decider)


@regle("statuts", "21-5", "25-3")
@regle("C. com.", "R223-23")
def _presidence(dossier: Dossier, ag: Assemblee, bureau: Bureau) -> list[Issue]:
    """A manager takes the chair, or a college's president in its own assembly; anybody else is said, with the reason."""
    nom = dossier.nom(bureau.president)
    if ag.convocation.college:
        president = dossier.presidents(ag.jour).get(ag.convocation.college)
        attendus = {president.associe, president.suppleant} if president else set()
        articles: tuple[str, ...] = ("statuts 25-3",)
        phrase = f"{nom} n’est pas le président désigné de ce collège\u00a0: dire pourquoi il préside."
    else:
        attendus = set(dossier.gerants(ag.jour))
        articles = ("statuts 21-5", "C. com. R223-23")
        phrase = f"L’assemblée est présidée par un gérant\u00a0; {nom} n’en est pas un\u00a0: dire pourquoi il préside."
    issues = []
    if bureau.president not in attendus and not bureau.motif_president.strip():
        issues.append(avertissement("PRESIDENT", phrase, *articles, chemin="president"))
    if bureau.president not in ag.assistance.presents:
        issues.append(
            refus("PRESIDENT_ABSENT", f"{nom}, qui préside, doit d’abord émarger.", "statuts 21-4", chemin="president")
        )
    return issues


def ouvrir_seance(depot: Depot, assemblee: int, heure: datetime) -> Acte:
    """The sitting is opened; what was not done before it is said."""

    def decider(_: Dossier, ag: Assemblee) -> Projet:
        issues = [*en_seance(ag, heure, ouverte=False), *reserves_ouverture(ag)]
        if ag.ouverte:
            issues.append(refus("DEJA_OUVERTE", "La séance est déjà ouverte."))
        if ag.liste_arretee is None:
            issues.append(refus("LISTE", "Arrêter d’abord la liste des associés.", "statuts 21-1"))
        if not ag.assistance.presents:
            issues.append(refus("PERSONNE", "Personne n’a émargé.", "statuts 21-4"))
        if ag.bureau is None:
            issues.append(refus("BUREAU", "Constituer d’abord le bureau.", "statuts 21-5", "C. com. R223-23"))
        return Projet(f"Séance ouverte à {heure_fr(heure)}", (Ouverture(assemblee, heure),), tuple(issues))

    return dans_assemblee(depot, "ouvrir_seance", assemblee, decider)


def suspendre(depot: Depot, assemblee: int, heure: datetime, motif: str) -> Acte:
    """The sitting is suspended."""
    return _suspension(depot, Suspension(assemblee, heure, "suspension", motif))


def reprendre(depot: Depot, assemblee: int, heure: datetime) -> Acte:
    """The sitting is taken up again."""
    return _suspension(depot, Suspension(assemblee, heure, "reprise", ""))


def _suspension(depot: Depot, suspension: Suspension) -> Acte:
    def decider(_: Dossier, ag: Assemblee) -> Projet:
        issues = en_seance(ag, suspension.heure)
        suspend = suspension.sens == "suspension"
        if suspend == ag.suspendue:
            phrase = "La séance est déjà suspendue." if suspend else "La séance n’est pas suspendue."
            issues.append(refus("SUSPENSION", phrase, "C. com. R223-24"))
        if suspend and ag.vote_ouvert is not None:
            issues.append(
                refus("SCRUTIN_OUVERT", "Un scrutin est ouvert\u00a0: le dépouiller d’abord.", "statuts 21-7")
            )
        derniere = ag.dernier(Suspension)
        if derniere is not None and suspension.heure < derniere.heure:
            issues.append(refus("HEURE", "Cette heure précède la suspension ou la reprise précédente.", chemin="heure"))
        mot = "suspendue" if suspend else "reprise"
        return Projet(f"Séance {mot} à {heure_fr(suspension.heure)}", (suspension,), tuple(issues))

    return dans_assemblee(
        depot, "suspendre" if suspension.sens == "suspension" else "reprendre", suspension.assemblee, decider
    )


def deposer_document(depot: Depot, assemblee: int, titre: str) -> Acte:
    """A document or report was laid before the assembly (C. com. R223-24): noted in the sitting, or with the minutes."""

    def decider(_: Dossier, ag: Assemblee) -> Projet:
        issues: list[Issue] = []
        if not titre.strip():
            issues.append(refus("TITRE", "Nommer le document déposé.", "C. com. R223-24", chemin="titre"))
        if any(depose.titre == titre for depose in ag.tous(DocumentDepose)):
            issues.append(refus("DOCUMENT_DEJA", "Ce document est déjà noté.", "C. com. R223-24", chemin="titre"))
        return Projet(f"Document déposé\u00a0: {titre}", (DocumentDepose(assemblee, titre),), tuple(issues))

    return dans_assemblee(depot, "deposer_document", assemblee, decider)


def amender(depot: Depot, amendement: Amendement) -> Acte:
    """A text is changed in the sitting, before its vote; the original is kept and both are printed."""

    def decider(_: Dossier, ag: Assemblee) -> Projet:
        issues = [*en_seance(ag, amendement.heure), *_avant_vote(ag, amendement.resolution)]
        issues += controler_amendement(ag, amendement.resolution)
        if not amendement.texte.strip():
            issues.append(refus("TEXTE", "Écrire le texte amendé.", "C. com. R223-24", chemin="texte"))
        titre = _titre(ag, amendement.resolution)
        return Projet(f"Texte amendé\u00a0: {titre}", (amendement,), tuple(issues))

    return dans_assemblee(depot, "amender", amendement.assemblee, decider)


def retirer_resolution(depot: Depot, assemblee: int, resolution: int, heure: datetime, motif: str) -> Acte:
    """A resolution is withdrawn before it was put to the vote."""

    def decider(_: Dossier, ag: Assemblee) -> Projet:
        issues = [*en_seance(ag, heure), *_avant_vote(ag, resolution)]
        fait = RetraitResolution(assemblee, resolution, heure, motif)
        return Projet(f"Résolution retirée\u00a0: {_titre(ag, resolution)}", (fait,), tuple(issues))

    return dans_assemblee(depot, "retirer_resolution", assemblee, decider)


def _avant_vote(ag: Assemblee, resolution: int) -> list[Issue]:
    if resolution not in ag.resolution_par_numero:
        return [refus("RESOLUTION", "Cette résolution n’est pas à l’ordre du jour.", chemin="resolution")]
    if ag.retrait(resolution) is not None:
        return [refus("RETIREE", "Cette résolution a été retirée.", "C. com. R223-24")]
    if ag.votes_de(resolution):
        return [refus("DEJA_VOTEE", "Cette résolution a déjà été mise aux voix.", "C. com. R223-24")]
    return []


def _titre(ag: Assemblee, resolution: int) -> str:
    connue = ag.resolution_par_numero.get(resolution)
    return connue.titre if connue else ""


def noter_debat(depot: Depot, assemblee: int, resolution: int, texte: str) -> Acte:
    """The summary of the debates on a resolution; it can be written until the minutes are drawn up."""

    def decider(_: Dossier, ag: Assemblee) -> Projet:
        issues: tuple[Issue, ...] = ()
        if resolution not in ag.resolution_par_numero:
            issues = (refus("RESOLUTION", "Cette résolution n’est pas à l’ordre du jour.", chemin="resolution"),)
        fait = Debat(assemblee, resolution, texte)
        return Projet(f"Débats notés\u00a0: {_titre(ag, resolution)}", (fait,), issues)

    return dans_assemblee(depot, "noter_debat", assemblee, decider)


def noter_incident(depot: Depot, assemblee: int, heure: datetime, texte: str) -> Acte:
    """Something that the minutes must tell (C. com. R223-24)."""

    def decider(_: Dossier, ag: Assemblee) -> Projet:
        issues = en_seance(ag, heure, apres_coup=True)
        if not texte.strip():
            issues.append(refus("TEXTE", "Décrire l’incident.", "C. com. R223-24", chemin="texte"))
        return Projet(f"Incident à {heure_fr(heure)}", (Incident(assemblee, heure, texte),), tuple(issues))

    return dans_assemblee(depot, "noter_incident", assemblee, decider)


def repondre(depot: Depot, assemblee: int, question: int, heure: datetime, texte: str) -> Acte:
    """The answer given in the meeting to a written question (C. com. L223-26)."""

    def decider(_: Dossier, ag: Assemblee) -> Projet:
        issues = en_seance(ag, heure, apres_coup=True)
        if not any(q.question == question for q in ag.tous(QuestionEcrite)):
            issues.append(refus("QUESTION", "Cette question n’est pas enregistrée.", chemin="question"))
        return Projet(
            "Réponse à une question écrite", (ReponseQuestion(question, assemblee, heure, texte),), tuple(issues)
        )

    return dans_assemblee(depot, "repondre", assemblee, decider)


def clore_seance(depot: Depot, assemblee: int, heure: datetime) -> Acte:
    """The sitting is closed: no vote is open, and no declared hour is later."""

    def decider(_: Dossier, ag: Assemblee) -> Projet:
        issues = [*en_seance(ag, heure), *_reste_a_faire(ag)]
        heures = [v.proclamation.heure for v in ag.votes if v.proclamation is not None]
        if heures and heure < max(heures):
            phrase = (
                f"La dernière proclamation est de {heure_fr(max(heures))}\u00a0: la clôture ne peut pas la précéder."
            )
            issues.append(refus("HEURE", phrase, "C. com. R223-24", chemin="heure"))
        return Projet(f"Séance close à {heure_fr(heure)}", (Cloture(assemblee, heure),), tuple(issues))

    return dans_assemblee(depot, "clore_seance", assemblee, decider)


def _reste_a_faire(ag: Assemblee) -> list[Issue]:
    issues = []
    if ag.suspendue:
        issues.append(refus("SUSPENDUE", "La séance est suspendue\u00a0: la reprendre d’abord.", "C. com. R223-24"))
    for vote in ag.votes:
        if vote.proclamation is None:
            titre = _titre(ag, vote.scrutin.resolution)
            issues.append(refus("NON_PROCLAMEE", f"Un scrutin n’est pas proclamé\u00a0: {titre}.", "C. com. R223-24"))
    for resolution in ag.resolutions:
        if not ag.votes_de(resolution.resolution) and ag.retrait(resolution.resolution) is None:
            phrase = f"Résolution {resolution.numero} non mise aux voix\u00a0: {resolution.titre}."
            issues.append(avertissement("NON_VOTEE", phrase, "statuts 21-6"))
    return issues
