"""Acts of the secret vote on this computer: the urn placed, a ballot cast, the urn opened, or the vote declared void."""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass, field
from datetime import datetime

from scicvote.actes.commun import dans_assemblee, en_seance, heure_fr
from scicvote.actes.vote import projet_depouillement, projet_ouverture
from scicvote.core.assemblee import Assemblee, Vote
from scicvote.core.dossier import Dossier
from scicvote.core.exact import accord
from scicvote.core.faits import AccordTotal, EmargementIsoloir, Incident, Scrutin, ScrutinNul, Urne
from scicvote.core.isoloir import (
    Bulletin,
    Choix,
    avertir_petits_corps,
    compter,
    contexte,
    controler_depot,
    controler_urne,
    ecrire,
    electeurs,
    emarges,
    lire,
    taille,
    urne_de,
    vote_restant,
)
from scicvote.core.issue import Issue, refus
from scicvote.core.phrase_secrete import controler_phrase
from scicvote.core.retours import Etat, etats_du_vote
from scicvote.core.vote import ISOLOIR, SECRETS, corps_attendus
from scicvote.scelles import phrase as scelle_phrase
from scicvote.scelles import secours, urne
from scicvote.store.depot import Acte, Depot, Projet
from scicvote.store.urnes import Deposer, Placer, UrneScellee, Vider


@dataclass(frozen=True, slots=True)
class UrnePlacee:
    """What opening did; ``secours`` are the lines of the recovery key, given once and kept nowhere. () when refused."""

    acte: Acte
    scrutin: int = 0
    secours: tuple[str, ...] = field(default=(), repr=False)


def essayer_ouverture(depot: Depot, assemblee: int, resolution: int, heure: datetime) -> Acte:
    """What opening an isoloir on a resolution would write, tried. Raises RuntimeError outside a trial."""
    if not depot.en_essai:
        raise RuntimeError("an urn is opened with a phrase")
    return dans_assemblee(
        depot, "ouvrir_isoloir", assemblee, lambda dossier, ag: _ouverture(depot, dossier, ag, resolution, heure)
    )


def ouvrir(depot: Depot, assemblee: int, resolution: int, phrase: str, seconde: str, heure: datetime) -> UrnePlacee:
    """Open a secret vote on this computer: its urn is placed, sealed under the scrutateurs' phrase, typed twice.

    Who may vote is frozen as things stand (statuts 21-4). The recovery key that is returned opens the urn too.
    """
    faibles = controler_phrase(phrase, seconde, scelle_phrase.normaliser)
    if faibles:
        return UrnePlacee(Acte("ouvrir_isoloir", 0, "", (), faibles))
    privee, publique = urne.creer()
    # The number of the scrutin is given in the transaction: what seals the private half is bound to the public one.
    moitie = json.dumps(scelle_phrase.ecrire(scelle_phrase.sceller(privee, phrase, publique)))

    def decider(dossier: Dossier, ag: Assemblee) -> Projet:
        projet = _ouverture(depot, dossier, ag, resolution, heure)
        scrutin = next((f.scrutin for f in projet.faits if isinstance(f, Scrutin)), 0)
        fait = Urne(assemblee, scrutin, publique.hex())
        return Projet(projet.resume, (*projet.faits, fait), projet.issues, urne=Placer(scrutin, moitie))

    acte = dans_assemblee(depot, "ouvrir_isoloir", assemblee, decider)
    if not acte.accepte:
        return UrnePlacee(acte)
    return UrnePlacee(acte, acte.faits[0].scrutin, secours.ecrire(privee))  # type: ignore[attr-defined]


def _ouverture(depot: Depot, dossier: Dossier, ag: Assemblee, resolution: int, heure: datetime) -> Projet:
    projet = projet_ouverture(dossier, ag, resolution, ISOLOIR, heure)
    if not projet.faits:
        return projet
    issues = list(projet.issues)
    if depot.sur_serveur:
        phrase = (
            "Un serveur de bases de données garde l’ordre des écritures, donc celui des bulletins\u00a0: le vote sur l’ordinateur "
            "demande un fichier .scic. Voter sur papier."
        )
        issues.append(refus("URNE_SERVEUR", phrase, "statuts 21-7", chemin="mode"))
    vote = _vote_de(ag, projet)
    etats = etats_du_vote(ag, vote)
    attendus = tuple(e for e in electeurs(dossier, ag, vote) if etats.get(e.college, Etat.SALLE) == Etat.SALLE)
    if not attendus:
        issues.append(refus("SANS_ELECTEUR", "Personne ici ne peut prendre part à ce vote.", "statuts 21-4"))
    issues += avertir_petits_corps(attendus)
    resume = f"{projet.resume}, à l’isoloir, {accord(len(attendus), 'vote attendu', 'votes attendus')}"
    return Projet(resume, (*projet.faits, *attendus), tuple(issues))


def _vote_de(ag: Assemblee, projet: Projet) -> Vote:
    """The vote that these facts would open."""
    return ag.avec(projet.faits).votes[-1]


def deposer(
    depot: Depot, assemblee: int, scrutin: int, associe: int, choix: Choix, venu: str, college: str = ""
) -> Acte:
    """Cast one vote on behalf of ``associe`` (``venu`` came to the desk): signed in and put in the urn, both or neither.

    ``college``: in which of their colleges, for somebody who votes in several; the first where they have not, without it.
    The choice is sealed here, and is nowhere else: not in the act, its sentence, its facts nor its issues.
    """

    def decider(dossier: Dossier, ag: Assemblee) -> Projet:
        vote = ag.vote(scrutin)
        if vote is None:
            return Projet("", (), (_inconnu(),))
        issues = [*_suspendue(ag), *controler_depot(dossier, ag, vote, associe, choix, college)]
        placee, electeur = urne_de(ag, scrutin), vote_restant(ag, scrutin, associe, college)
        if issues or placee is None or electeur is None:
            return Projet("", (), tuple(issues))
        scelle = urne.sceller(
            bytes.fromhex(placee.cle_publique),
            ecrire(Bulletin(electeur.college, choix)),
            taille(dossier, ag, vote),
            contexte(vote.scrutin, placee.cle_publique),
        )
        fait = EmargementIsoloir(assemblee, scrutin, electeur.college, associe, venu)
        return Projet(f"Vote émargé à l’isoloir\u00a0: {dossier.nom(associe)}", (fait,), urne=Deposer(scrutin, scelle))

    return dans_assemblee(depot, "deposer_bulletin", assemblee, decider)


def _inconnu() -> Issue:
    return refus("SCRUTIN", "Ce scrutin n’existe pas.", chemin="scrutin")


def _suspendue(ag: Assemblee) -> list[Issue]:
    if not ag.suspendue:
        return []
    return [refus("SUSPENDUE", "La séance est suspendue\u00a0: la reprendre d’abord.", "C. com. R223-24")]


# --- opening


def depouiller(depot: Depot, assemblee: int, scrutin: int, heure: datetime, phrase: str = "", code: str = "") -> Acte:
    """Open the urn with the scrutateurs' phrase or the recovery key, count its ballots, and erase it.

    Only the counts are kept. Refused, and nothing is erased, where a ballot does not open or where there are not as
    many ballots as signed votes.
    """
    ag = depot.dossier.assemblee(assemblee)
    vote = ag.vote(scrutin) if ag else None
    placee = urne_de(ag, scrutin) if ag else None
    scellee = depot.urne(scrutin)
    if ag is None or vote is None or placee is None or scellee is None:
        return _refuser(refus("URNE_FERMEE", "Ce scrutin n’a pas d’urne à ouvrir.", "statuts 21-7", chemin="scrutin"))
    cle = _cle(scellee, bytes.fromhex(placee.cle_publique), phrase, code)
    if isinstance(cle, Issue):
        return _refuser(cle)
    clairs = urne.ouvrir(cle, scellee.bulletins, contexte(vote.scrutin, placee.cle_publique))
    sens = {clair: _lire(clair) for clair in set(clairs)}  # many say the same: each is read once
    lus = [sens[clair] for clair in clairs]
    secrets.SystemRandom().shuffle(lus)

    def decider(dossier: Dossier, ag: Assemblee) -> Projet:
        vote = ag.vote(scrutin)
        if vote is None:
            return Projet("", (), (_inconnu(),))
        obstacles = tuple(controler_urne(ag, vote, scellee.bulletins, lus))
        if obstacles:
            return Projet("", (), obstacles)
        comptes = compter(dossier, ag, vote, (lu for lu in lus if lu is not None))
        projet = projet_depouillement(dossier, ag, vote, comptes, heure, None, urne=True)
        resume = f"Urne ouverte et comptée à {heure_fr(heure)}, {accord(len(lus), 'bulletin')}, puis effacée"
        return Projet(resume, projet.faits, projet.issues, urne=Vider(scrutin))

    return dans_assemblee(depot, "ouvrir_urne", assemblee, decider)


def _refuser(issue: Issue) -> Acte:
    return Acte("ouvrir_urne", 0, "", (), (issue,))


def _lire(clair: bytes | None) -> Bulletin | None:
    if clair is None:
        return None
    try:
        return lire(clair)
    except ValueError:
        return None


def _cle(scellee: UrneScellee, publique: bytes, phrase: str, code: str) -> bytes | Issue:
    """The private half, or why it cannot be had."""
    if code.strip():
        return _cle_de_secours(publique, code)
    try:
        return scelle_phrase.ouvrir(scelle_phrase.lire(json.loads(scellee.moitie)), phrase, publique)
    except scelle_phrase.PhraseFausse:
        dite = "Ce n’est pas la phrase de cette urne\u00a0: la retaper, ou employer la fiche de secours."
        return refus("PHRASE_FAUSSE", dite, chemin="phrase")
    except (ValueError, TypeError):
        dite = "La serrure de l’urne est abîmée\u00a0: employer la fiche de secours."
        return refus("URNE_ABIMEE", dite, chemin="phrase")


def _cle_de_secours(publique: bytes, code: str) -> bytes | Issue:
    try:
        privee = secours.lire(code)
    except secours.CodeFaux as faux:
        lignes = ", ".join(map(str, faux.lignes))
        ou = f"relire la ligne {lignes}" if len(faux.lignes) == 1 else f"relire les lignes {lignes}"
        dite = f"La clé de secours est mal recopiée\u00a0: {ou if faux.lignes else 'elle compte seize groupes de quatre caractères'}."
        return refus("CODE_SECOURS", dite, chemin="code")
    if urne.publique_de(privee) != publique:
        return refus("CODE_SECOURS", "Cette clé de secours est celle d’une autre urne.", chemin="code")
    return privee


# --- what else may have to be said


def declarer_nul(depot: Depot, assemblee: int, scrutin: int, motif: str, heure: datetime) -> Acte:
    """Declare void a vote whose urn can no longer be opened: it counts for nothing, and is held again.

    Its sealed ballots are erased; the minutes tell it, with the reason.
    """

    def decider(_: Dossier, ag: Assemblee) -> Projet:
        vote = ag.vote(scrutin)
        if vote is None:
            return Projet("", (), (_inconnu(),))
        issues = en_seance(ag, heure)
        if vote.scrutin.mode != ISOLOIR or vote.depouillement is not None:
            phrase = "Seul un scrutin à l’isoloir dont l’urne n’est pas ouverte se déclare nul."
            issues.append(refus("URNE_FERMEE", phrase, "statuts 21-7", chemin="scrutin"))
        if not motif.strip():
            issues.append(refus("TEXTE", "Dire pourquoi.", chemin="motif"))
        point = ag.resolution_par_numero[vote.scrutin.resolution]
        combien = len(emarges(ag, scrutin))
        texte = (
            f"Le scrutin secret ouvert à {heure_fr(vote.scrutin.heure)} sur la résolution {point.numero} est déclaré nul, "
            f"{accord(combien, 'vote y étant déposé', 'votes y étant déposés')}\u00a0: {motif.strip().rstrip('.')}. Son urne est effacée sans avoir été ouverte."
        )
        faits = (ScrutinNul(assemblee, scrutin, heure, combien, motif.strip()), Incident(assemblee, heure, texte))
        return Projet(f"Scrutin déclaré nul à {heure_fr(heure)}", faits, tuple(issues), urne=Vider(scrutin))

    return dans_assemblee(depot, "declarer_nul", assemblee, decider)


def accorder_total(depot: Depot, assemblee: int, scrutin: int, college: str, heure: datetime) -> Acte:
    """A college agrees that the carried total of a secret vote is given alone: papers and screens then leave out its figures."""

    def decider(_: Dossier, ag: Assemblee) -> Projet:
        vote = ag.vote(scrutin)
        if vote is None:
            return Projet("", (), (_inconnu(),))
        issues = en_seance(ag, heure, apres_coup=True)
        corps = corps_attendus(ag, vote)
        if vote.scrutin.mode not in SECRETS:
            issues.append(refus("MODE", "Ce scrutin n’est pas secret.", "statuts 21-7", chemin="scrutin"))
        if college not in corps or len(corps) < 2:
            phrase = (
                "Il n’y a pas ici de décompte par collège à taire."
                if len(corps) < 2
                else f"Le collège «\u00a0{college}\u00a0» ne vote pas ici."
            )
            issues.append(refus("COLLEGE_INCONNU", phrase, "statuts 22", chemin="college"))
        if any(a.scrutin == scrutin and a.college == college for a in ag.tous(AccordTotal)):
            issues.append(refus("ACCORD_DEJA", "Cet accord est déjà enregistré.", "statuts 21-7", chemin="college"))
        resume = f"Le collège {college} accepte que seul le total porté soit donné"
        return Projet(resume, (AccordTotal(assemblee, scrutin, college, heure),), tuple(issues))

    return dans_assemblee(depot, "accorder_total", assemblee, decider)
