"""Acts of voting: withdrawing, opening a scrutin, counting it, declaring the result."""

from __future__ import annotations

import json
from datetime import datetime

import rfc8785

from scicvote.actes.commun import dans_assemblee, en_seance, heure_fr
from scicvote.core.assemblee import Assemblee, Vote
from scicvote.core.correspondance import avertir_ouverture, figer
from scicvote.core.correspondance_vote import ajouter
from scicvote.core.dossier import Dossier
from scicvote.core.etapes import LIBELLES
from scicvote.core.faits import Compte, Deport, Depouillement, Fait, Proclamation, Scrutin, VoixCandidat
from scicvote.core.issue import refus
from scicvote.core.liste import inscrits
from scicvote.core.ouverture import controler_vote
from scicvote.core.recalcul import candidats_du_tour, est_election, resultat_de, statuts_de
from scicvote.core.resultat import AnyResultat
from scicvote.core.retours import completer, controler_attendus, controler_textes, corps_du_retour
from scicvote.core.vote import (
    DEMANDE_SECRET,
    ISOLOIR,
    SECRETS,
    Comptage,
    ComptageCorps,
    controler_comptage,
    controler_deport,
    corps_attendus,
    corps_du_vote,
)
from scicvote.exchange.calcul import arbre_resultat
from scicvote.store.depot import Acte, Depot, Projet


def deporter(depot: Depot, deport: Deport) -> Acte:
    """An associé takes no part in a vote: as the law wants (agreements: out of the base), or freely."""

    def decider(dossier: Dossier, ag: Assemblee) -> Projet:
        issues = (*en_seance(ag, deport.heure), *controler_deport(dossier, ag, deport))
        return Projet(f"{dossier.nom(deport.associe)} ne prend pas part au vote", (deport,), issues)

    return dans_assemblee(depot, "deporter", deport.assemblee, decider)


def ouvrir_scrutin(
    depot: Depot, assemblee: int, resolution: int, mode: str, heure: datetime, objet: str = "resolution"
) -> Acte:
    """Open a vote on a resolution (or on the request of a secret vote: ``objet="demande_secret"``).

    The bodies are frozen as they stand now: who comes or leaves later does not change this vote (statuts 21-4).
    A vote on this computer has an urn: ``isoloir.ouvrir`` opens it.
    """

    def decider(dossier: Dossier, ag: Assemblee) -> Projet:
        projet = projet_ouverture(dossier, ag, resolution, mode, heure, objet)
        if mode != ISOLOIR:
            return projet
        phrase = "Un vote sur l’ordinateur demande une urne scellée\u00a0: l’ouvrir avec la phrase des scrutateurs."
        return Projet("", (), (*projet.issues, refus("URNE", phrase, "statuts 21-7", chemin="mode")))

    return dans_assemblee(depot, "ouvrir_scrutin", assemblee, decider)


def projet_ouverture(
    dossier: Dossier, ag: Assemblee, resolution: int, mode: str, heure: datetime, objet: str = "resolution"
) -> Projet:
    """What opening a vote would write, and what stands against it."""
    point = ag.resolution_par_numero.get(resolution)
    if point is None:
        return Projet(
            "", (), (refus("RESOLUTION", "Cette résolution n’est pas à l’ordre du jour.", chemin="resolution"),)
        )
    issues = (*en_seance(ag, heure), *controler_vote(dossier, ag, point, mode, objet))
    tour = len(ag.votes_de(resolution, objet)) + 1
    if objet != DEMANDE_SECRET:
        issues += controler_textes(dossier, ag, resolution, tour)
    regle = "scrutin_secret" if objet == DEMANDE_SECRET else point.regle
    numero = dossier.prochain("scrutin", Scrutin)
    scrutin = Scrutin(numero, ag.numero, resolution, regle, objet, mode, tour, heure)
    resume = f"Scrutin ouvert sur la résolution {point.numero} à {heure_fr(heure)}"
    maison = corps_du_vote(dossier, ag, scrutin)
    corps = corps_du_retour(ag, scrutin, maison)
    if objet == "resolution":
        issues = (*issues, *avertir_ouverture(dossier, ag, point, mode in SECRETS))
    hors = (d.associe for d in ag.deports(resolution))
    ici = (c for c in corps if any(c is un for un in maison))  # a college that votes elsewhere counts its own
    postes = figer(ag, scrutin, ici, hors, inscrits(dossier, ag))
    return Projet(resume, (scrutin, *corps, *postes), issues)


def depouiller(
    depot: Depot,
    assemblee: int,
    scrutin: int,
    comptage: Comptage,
    heure: datetime,
    contre_saisie: Comptage | None = None,
) -> Acte:
    """Close a vote on its counts, by body. A second, independent entry must agree with the first.

    Until the result is declared a recount (contre-épreuve) replaces the counts; both stay in the file.
    """

    def decider(dossier: Dossier, ag: Assemblee) -> Projet:
        vote = ag.vote(scrutin)
        if vote is None:
            return Projet("", (), (refus("SCRUTIN", "Ce scrutin n’existe pas.", chemin="scrutin"),))
        return projet_depouillement(dossier, ag, vote, comptage, heure, contre_saisie)

    return dans_assemblee(depot, "depouiller", assemblee, decider)


def projet_depouillement(
    dossier: Dossier,
    ag: Assemblee,
    vote: Vote,
    comptage: Comptage,
    heure: datetime,
    contre_saisie: Comptage | None,
    urne: bool = False,
) -> Projet:
    """What closing a vote on these counts would write, and what stands against it.

    The colleges that vote on another computer are counted as they returned; the counts are those of the others.
    ``urne``: the counts are those of its sealed urn; such a vote takes no others, and is counted once. The votes by
    post are added to them.
    """
    comptage, ailleurs = completer(ag, vote, comptage)
    seconde = None if contre_saisie is None else completer(ag, vote, contre_saisie)[0]
    issues = [*en_seance(ag, heure), *ailleurs, *controler_comptage(dossier, ag, vote, comptage, seconde)]
    if vote.proclamation is not None:
        issues.append(refus("PROCLAMEE", "Le résultat est proclamé\u00a0: il ne change plus.", "C. com. R223-24"))
    if vote.scrutin.mode == ISOLOIR and (not urne or vote.depouillement is not None):
        phrase = "Ce scrutin se compte en ouvrant son urne scellée, une seule fois\u00a0: ses bulletins sont ensuite effacés."
        issues.append(refus("URNE", phrase, "statuts 21-7", chemin="scrutin"))
    if heure < vote.scrutin.heure:
        issues.append(refus("HEURE", f"Le scrutin a été ouvert à {heure_fr(vote.scrutin.heure)}.", chemin="heure"))
    complet = comptage if est_election(ag, vote) else ajouter(vote, corps_attendus(ag, vote), comptage)
    faits = _comptes(
        dossier, ag, vote, complet, Depouillement(ag.numero, vote.scrutin.scrutin, heure, contre_saisie is not None)
    )
    mot = "recompté" if vote.depouillement else "dépouillé"
    return Projet(f"Scrutin {mot} à {heure_fr(heure)}", faits, tuple(issues))


def _comptes(
    dossier: Dossier, ag: Assemblee, vote: Vote, comptage: Comptage, depouillement: Depouillement
) -> tuple[Fait, ...]:
    """One count for every body that votes, of zeros where nothing was counted: a recount replaces them all."""
    assemblee, scrutin = depouillement.assemblee, depouillement.scrutin
    faits: list[Fait] = [depouillement]
    election = est_election(ag, vote)
    candidats = candidats_du_tour(dossier, ag, vote) if election else ()
    for code in corps_attendus(ag, vote):
        c = comptage.get(code, ComptageCorps())
        votants = c.votants if election else c.pour + c.contre + c.abstention + c.blanc + c.nul
        faits.append(Compte(assemblee, scrutin, code, votants, c.pour, c.contre, c.abstention, c.blanc, c.nul))
        faits += [VoixCandidat(assemblee, scrutin, code, n, c.voix.get(n, 0)) for n in candidats]
    return tuple(faits)


def proclamer(depot: Depot, assemblee: int, scrutin: int, heure: datetime) -> Acte:
    """Declare the result: computed from the recorded counts, written with the counts, never changed afterwards."""

    def decider(dossier: Dossier, ag: Assemblee) -> Projet:
        vote = ag.vote(scrutin)
        if vote is None or vote.depouillement is None:
            phrase = "Ce scrutin n’est pas dépouillé." if vote else "Ce scrutin n’existe pas."
            return Projet("", (), (refus("SCRUTIN", phrase, chemin="scrutin"),))
        issues = [*en_seance(ag, heure), *controler_attendus(ag, vote)]
        if vote.proclamation is not None:
            issues.append(refus("PROCLAMEE", "Ce résultat est déjà proclamé.", "C. com. R223-24"))
        if heure < vote.depouillement.heure:
            phrase = f"Le scrutin a été dépouillé à {heure_fr(vote.depouillement.heure)}."
            issues.append(refus("HEURE", phrase, chemin="heure"))
        resultat, canonique = resultat_canonique(dossier, ag, vote)
        decision = resultat.decision.value
        point = ag.resolution_par_numero[vote.scrutin.resolution]
        quoi = "Demande de scrutin secret, résolution" if vote.scrutin.objet == DEMANDE_SECRET else "Résolution"
        fait = Proclamation(assemblee, scrutin, heure, decision, canonique)
        return Projet(f"{quoi} {point.numero}\u00a0: {LIBELLES[decision]}", (fait,), tuple(issues))

    return dans_assemblee(depot, "proclamer", assemblee, decider)


def resultat_canonique(dossier: Dossier, ag: Assemblee, vote: Vote) -> tuple[AnyResultat, str]:
    """The decision of a counted vote, and its public form as canonical JSON (RFC 8785).

    The steps are left out: they are sentences about these figures, and a later wording must not make files differ.
    """
    resultat = resultat_de(dossier, ag, vote)
    arbre = arbre_resultat(resultat, statuts_de(dossier, ag))
    arbre.pop("etapes", None)
    return resultat, rfc8785.dumps(arbre).decode("utf-8")


def lire_resultat(proclamation: Proclamation) -> dict[str, object]:
    """The public result that was recorded when a vote was declared."""
    lu: dict[str, object] = json.loads(proclamation.resultat)
    return lu


def voter(
    depot: Depot,
    assemblee: int,
    resolution: int,
    mode: str,
    comptage: Comptage,
    heures: tuple[datetime, datetime, datetime],
    contre_saisie: Comptage | None = None,
    objet: str = "resolution",
) -> tuple[Acte, ...]:
    """Open, count and declare in one go (scripts, demonstration); stops at the first act refused."""
    ouvert = ouvrir_scrutin(depot, assemblee, resolution, mode, heures[0], objet)
    if not ouvert.accepte:
        return (ouvert,)
    scrutin = next(fait.scrutin for fait in ouvert.faits if isinstance(fait, Scrutin))
    compte = depouiller(depot, assemblee, scrutin, comptage, heures[1], contre_saisie)
    if not compte.accepte:
        return (ouvert, compte)
    return (ouvert, compte, proclamer(depot, assemblee, scrutin, heures[2]))
