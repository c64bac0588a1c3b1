"""Taking what a college returns: from its file, typed from its signed paper, or the certificate that nobody voted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from scicvote.actes.commun import dans_assemblee
from scicvote.actes.export_college import export_de
from scicvote.core.article import regle
from scicvote.core.assemblee import Assemblee
from scicvote.core.dossier import ActeFaits, Dossier
from scicvote.core.exact import accord
from scicvote.core.faits import Annulation, Fait, FinPouvoir, PorteePouvoir, Pouvoir, Presence
from scicvote.core.faits_college import (
    CollegeSilencieux,
    CompteRetour,
    ExportCollege,
    RetourCollege,
    VoixRetour,
)
from scicvote.core.francais import enumerer
from scicvote.core.issue import Issue, avertissement, bloquantes, refus
from scicvote.core.paquet_college import membres_du_college
from scicvote.core.recalcul import candidats_du_tour
from scicvote.core.retour_college import LigneRetour, Retour, controler_retour, situer
from scicvote.core.retours import (
    Etat,
    actes_de_reponse,
    en_cours,
    etat_export,
    faits_du_vote,
    points_de,
    renonce,
    retour_de,
)
from scicvote.core.scrutin import ENSEMBLE
from scicvote.core.vote import corps_du_vote
from scicvote.exchange.college import RetourSigne, lire_fichier
from scicvote.exchange.college_retour import lire_retour
from scicvote.scelles import mots
from scicvote.scelles.signature import est_signe
from scicvote.store.depot import Acte, Depot, Projet

FICHIER = "fichier"
PAPIER = "papier"


@dataclass(frozen=True, slots=True)
class Confrontation:
    """A return beside what is expected. ``issues`` holds all that stands against taking it; ``deja``: it is taken already.

    ``remplace``: another answer of the same export would be replaced, and kept.
    """

    lu: RetourSigne | None
    export: ExportCollege | None = None
    mots: tuple[str, ...] = ()
    deja: bool = False
    remplace: bool = False
    issues: tuple[Issue, ...] = ()

    @property
    def acceptable(self) -> bool:
        """Whether it can be taken, after a confirmation where it replaces another."""
        return self.lu is not None and self.export is not None and not bloquantes(self.issues) and not self.deja


def lire(chemin: Path) -> tuple[RetourSigne | None, tuple[Issue, ...]]:
    """A signed return from its file, its signature checked before anything of it is read."""
    octets, issues = lire_fichier(chemin)
    return (None, issues) if octets is None else lire_retour(octets, est_signe)


def confronter(dossier: Dossier, lu: RetourSigne) -> Confrontation:
    """A return beside the assembly and college that it names, with everything that stands against it."""
    huit = mots.mots(lu.empreinte)
    trouve = _retrouver(dossier, lu)
    if isinstance(trouve, Issue):
        return Confrontation(lu, mots=huit, issues=(trouve,))
    ag, export = trouve
    deja, remplace, rang = _situer(ag, export, lu)
    if deja:
        return Confrontation(lu, export, huit, deja=True)
    nue = sans_reponse(dossier, actes_de_reponse(dossier, ag, export), ag.numero)
    issues = (*_export_actuel(ag, export), *rang, *controler_retour(dossier, nue, export, lu.retour))
    return Confrontation(lu, export, huit, remplace=remplace, issues=issues)


def _retrouver(dossier: Dossier, lu: RetourSigne) -> tuple[Assemblee, ExportCollege] | Issue:
    """The export that a return answers."""
    retour = lu.retour
    siens = [
        (ag, e)
        for ag in dossier.assemblees.values()
        for e in ag.tous(ExportCollege)
        if e.identifiant == retour.identifiant
    ]
    if not siens:
        phrase = "Ce retour est celui d’une autre assemblée\u00a0: vérifier le fichier avec le président du collège."
        return refus("RETOUR_ASSEMBLEE", phrase, "statuts 24-4", chemin="identifiant")
    du_college = [(ag, e) for ag, e in siens if e.college == retour.college]
    if not du_college:
        phrase = f"Aucun paquet de cette assemblée n’a été remis à un collège «\u00a0{retour.college[:12]}\u00a0»."
        return refus("RETOUR_COLLEGE", phrase, "statuts 24-4", chemin="college")
    exact = [(ag, e) for ag, e in du_college if e.numero == retour.export]
    if not exact:
        return refus(
            "RETOUR_EXPORT", "Ce retour répond à un paquet qui n’a pas été remis.", "statuts 24-4", chemin="export"
        )
    if exact[0][1].cle_publique != lu.cle.hex():
        phrase = "Ce retour n’est pas signé avec la clé du paquet remis au collège\u00a0: ne pas l’accepter, appeler son président."
        return refus("RETOUR_CLE", phrase, "statuts 24-4", chemin="cle")
    return exact[0]


def _situer(ag: Assemblee, export: ExportCollege, lu: RetourSigne) -> tuple[bool, bool, tuple[Issue, ...]]:
    recu = retour_de(ag, export)
    if recu is None:
        return False, etat_export(ag, export) == Etat.SILENCE, ()
    if recu.origine == PAPIER:
        return False, True, ()
    place = situer(recu.numero, recu.empreinte, lu.retour.numero, lu.empreinte)
    return place.deja, place.remplace, place.issues


def _export_actuel(ag: Assemblee, export: ExportCollege) -> Iterator[Issue]:
    """The export is still the one that is awaited."""
    if renonce(ag, export):
        phrase = "Ce paquet a été abandonné\u00a0: le collège vote dans la salle, et ne serait pas compté deux fois."
        yield refus("EXPORT_RENONCE", phrase, "statuts 24-4", chemin="export")
    elif not en_cours(ag, export):
        phrase = "Un paquet plus récent a été remis au collège\u00a0: seul son retour est accepté."
        yield refus("EXPORT_ANCIEN", phrase, "statuts 24-4", chemin="export")
    if ag.close:
        yield refus("SEANCE_CLOSE", "La séance est close\u00a0: plus aucun vote.", "C. com. R223-24")


@regle("statuts", "21-4", "22", "24-4")
def importer(depot: Depot, lu: RetourSigne, *, remplacer: bool = False) -> Acte:
    """Take a signed return: attendance and counts of the college, in one act.

    A second import of the same changes nothing (``RETOUR_DEJA``); a newer one replaces the former when it is confirmed
    (``remplacer``), and both are kept.
    """

    def decider(dossier: Dossier) -> Projet:
        vu = confronter(dossier, lu)
        college = lu.retour.college
        if vu.deja:
            phrase = "Ce retour est déjà pris\u00a0: rien n’est compté deux fois."
            return Projet("", (), (refus("RETOUR_DEJA", phrase, "statuts 24-4"),))
        if vu.export is None or bloquantes(vu.issues):
            return Projet("", (), vu.issues)
        ag = dossier.assemblees[vu.export.assemblee]
        recu = RetourCollege(
            ag.numero, college, vu.export.numero, lu.retour.numero, FICHIER, depot.instant(), lu.empreinte,
            lu.octets.decode("utf-8"),
        )  # fmt: skip
        issues = (*vu.issues, *_confirmation(vu.remplace, remplacer))
        faits = _faits(dossier, ag, vu.export, lu.retour, recu)
        return Projet(f"Retour n°\u00a0{lu.retour.numero} du collège {college} pris", faits, issues)

    export = confronter(depot.dossier, lu).export
    if export is None:
        return depot.accomplir("importer_retour", decider)
    return dans_assemblee(depot, "importer_retour", export.assemblee, lambda dossier, _: decider(dossier))


def _confirmation(remplace: bool, remplacer: bool) -> Iterator[Issue]:
    if remplace and not remplacer:
        phrase = (
            "Une autre réponse de ce collège est déjà prise\u00a0: confirmer son remplacement, les deux seront gardées."
        )
        yield refus("RETOUR_REMPLACE", phrase, "statuts 24-4", chemin="numero")


# --- what is written


def _faits(
    dossier: Dossier, ag: Assemblee, export: ExportCollege, retour: Retour, recu: RetourCollege
) -> tuple[Fait, ...]:
    """The former answer put aside, then this one: attendance, counts, and the open votes that it changes."""
    anciens = actes_de_reponse(dossier, ag, export)
    motif = f"remplacé par une autre réponse du collège {export.college}"
    comptes = tuple(fait for ligne in retour.lignes for fait in _comptes(export, ligne))
    reponse: tuple[Fait, ...] = (recu, *comptes)
    nue = sans_reponse(dossier, anciens, ag.numero)
    presences = tuple(_presences(dossier, nue, retour))
    return (
        *(Annulation(acte, motif) for acte in anciens),
        *reponse,
        *presences,
        *_votes_ouverts(dossier, nue.avec((*reponse, *presences)), export),
    )


def sans_reponse(dossier: Dossier, anciens: tuple[int, ...], assemblee: int) -> Assemblee:
    """The assembly as it is once these acts no longer count."""
    if not anciens:
        return dossier.assemblees[assemblee]
    oublis = tuple(Annulation(acte, "") for acte in anciens)
    return dossier.avec(ActeFaits(0, oublis)).assemblees[assemblee]


def _comptes(export: ExportCollege, ligne: LigneRetour) -> Iterator[Fait]:
    tete = (export.assemblee, export.college, export.numero, ligne.resolution, ligne.tour)
    yield CompteRetour(
        *tete, ligne.mode, ligne.inscrits, ligne.presents, ligne.representes, ligne.retires, ligne.votants, ligne.pour,
        ligne.contre, ligne.abstention, ligne.blanc, ligne.nul,
    )  # fmt: skip
    for candidat, voix in sorted(ligne.voix.items()):
        yield VoixRetour(*tete, candidat, voix)


def _presences(dossier: Dossier, ag: Assemblee, retour: Retour) -> Iterator[Fait]:
    """The attendance of the college in the assembly's own; who signed in the room, and proxies known here, stay as they are.

    Proxies given there take a number of this file.
    """
    numeros: dict[int, int] = {}
    prochain = dossier.prochain("pouvoir", Pouvoir)
    for evenement in retour.evenements:
        if isinstance(evenement, Presence):
            if evenement.associe not in ag.assistance.presents:
                yield replace(evenement, assemblee=ag.numero)
        elif isinstance(evenement, Pouvoir):
            connu = _connu(ag, evenement)
            if connu is not None:
                numeros[evenement.pouvoir] = connu
                continue
            numeros[evenement.pouvoir] = prochain
            yield replace(evenement, assemblee=ag.numero, pouvoir=prochain)
            if len(ag.colleges.get(evenement.mandant, ())) > 1:
                yield PorteePouvoir(prochain, ag.numero, (retour.college,))
            prochain += 1
        elif isinstance(evenement, FinPouvoir) and evenement.pouvoir in numeros:
            yield replace(evenement, assemblee=ag.numero, pouvoir=numeros[evenement.pouvoir])


def _connu(ag: Assemblee, pouvoir: Pouvoir) -> int | None:
    """The number here of a proxy that stands already: it left with the package, or was received in the room."""
    for connu in ag.assistance.pouvoirs.values():
        if (connu.mandant, connu.mandataire, connu.conjoint) == (pouvoir.mandant, pouvoir.mandataire, pouvoir.conjoint):
            return connu.pouvoir
    return None


def _votes_ouverts(dossier: Dossier, ag: Assemblee, export: ExportCollege) -> Iterator[Fait]:
    """The bodies and counts of votes opened before the return came, on its points."""
    points = points_de(export)
    for vote in ag.votes:
        scrutin = vote.scrutin
        sien = scrutin.objet == "resolution" and (scrutin.resolution, scrutin.tour) in points
        if sien and vote.proclamation is None:
            yield from faits_du_vote(ag, vote, export.college, candidats_du_tour(dossier, ag, vote))
            if vote.personnes is not None:
                yield next(c for c in corps_du_vote(dossier, ag, scrutin) if c.college == ENSEMBLE)


# --- typed from the signed paper


@regle("statuts", "21-4", "22", "24-4")
def saisir(depot: Depot, assemblee: int, retour: Retour, seconde: Retour | None, *, remplacer: bool = False) -> Acte:
    """Take a return typed from the college's signed paper: two independent entries that say the same."""

    def decider(dossier: Dossier, ag: Assemblee) -> Projet:
        export = export_de(ag, retour.college, retour.export)
        if export is None:
            return Projet("", (), (refus("EXPORT", "Ce paquet n’a pas été remis.", "statuts 24-4", chemin="export"),))
        nue = sans_reponse(dossier, actes_de_reponse(dossier, ag, export), ag.numero)
        issues: list[Issue] = [*_export_actuel(ag, export), *controler_retour(dossier, nue, export, retour)]
        if seconde != retour:
            phrase = "Les deux saisies ne concordent pas\u00a0: relire le papier, puis saisir à nouveau."
            issues.append(refus("SAISIES", phrase, "statuts 22", chemin="seconde"))
        issues += _confirmation(etat_export(ag, export) in (Etat.RETOURNE, Etat.SILENCE), remplacer)
        recu = RetourCollege(ag.numero, export.college, export.numero, 0, PAPIER, depot.instant(), "", "")
        faits = () if bloquantes(issues) else _faits(dossier, ag, export, retour, recu)
        return Projet(f"Retour du collège {export.college} saisi d’après son papier signé", faits, tuple(issues))

    return dans_assemblee(depot, "saisir_retour", assemblee, decider)


# --- nobody voted


@regle("statuts", "22", "24-4", "25-3")
def certifier_silence(
    depot: Depot, assemblee: int, college: str, export: int, certifie_par: tuple[int, ...], heure: datetime, texte: str
) -> Acte:
    """Record that a college's president, or two of its members, certify that nobody in it voted: it is then silent."""

    def decider(dossier: Dossier, ag: Assemblee) -> Projet:
        connu = export_de(ag, college, export)
        if connu is None:
            return Projet("", (), (refus("EXPORT", "Ce paquet n’a pas été remis.", "statuts 24-4", chemin="export"),))
        issues = [*_export_actuel(ag, connu), *_certifiants(dossier, ag, college, certifie_par)]
        if etat_export(ag, connu) != Etat.ATTENDU:
            phrase = "Ce collège n’est pas attendu\u00a0: il a répondu, ou son silence est déjà attesté."
            issues.append(refus("EXPORT", phrase, "statuts 24-4", chemin="export"))
        poids = dossier.statuts_au(ag.jour).vote.college_silencieux
        consequence = f"Ce collège sera silencieux\u00a0: les statuts disent ce que devient son poids ({poids})."
        issues.append(avertissement("COLLEGE_SILENCIEUX", consequence, "statuts 22"))
        fait = CollegeSilencieux(assemblee, college, export, heure, certifie_par, texte.strip())
        qui = enumerer([dossier.nom(n) for n in certifie_par])
        return Projet(f"Silence du collège {college} attesté par {qui}", (fait,), tuple(issues))

    return dans_assemblee(depot, "certifier_silence", assemblee, decider)


def _certifiants(dossier: Dossier, ag: Assemblee, college: str, qui: tuple[int, ...]) -> Iterator[Issue]:
    membres = {fiche.associe for fiche, _ in membres_du_college(dossier, ag, college)}
    president = dossier.presidents(ag.jour).get(college)
    presidents = {president.associe, president.suppleant} if president is not None else set()
    for associe in sorted(membres & ag.assistance.formulaires.keys()):
        phrase = f"{dossier.nom(associe)} a voté par correspondance\u00a0: ce collège n’est pas silencieux. Le faire voter dans la salle."
        yield refus("ATTESTATION", phrase, "statuts 22", chemin="certifie_par")
    if not set(qui) <= membres:
        phrase = "Qui atteste le silence d’un collège en est membre."
        yield refus("ATTESTATION", phrase, "statuts 25-3", chemin="certifie_par")
    elif len(set(qui)) < min(2, len(membres)) and not presidents & set(qui):
        manque = accord(2 - len(set(qui)), "autre membre", "autres membres")
        phrase = f"Le silence d’un collège est attesté par son président, ou par deux de ses membres\u00a0: {manque} à nommer."
        yield refus("ATTESTATION", phrase, "statuts 24-4", "statuts 25-3", chemin="certifie_par")
