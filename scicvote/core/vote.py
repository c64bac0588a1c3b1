"""Opening, counting and declaring a vote: what must hold at each step (statuts 21-6, 21-7; C. com. L223-19)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from scicvote.core.article import regle
from scicvote.core.assemblee import Assemblee, Vote
from scicvote.core.correspondance import ecrivent, en_salle
from scicvote.core.dossier import Dossier
from scicvote.core.exact import accord
from scicvote.core.faits import CorpsScrutin, Deport, Resolution, Scrutin
from scicvote.core.issue import Issue, avertissement, refus
from scicvote.core.liste import corps_de, inscrits, plusieurs
from scicvote.core.mission import mission_de
from scicvote.core.recalcul import candidats_du_tour, est_election, sieges_du_tour
from scicvote.core.resolution import Objet, avis_rendu, colleges_receveurs
from scicvote.core.scrutin import ENSEMBLE
from scicvote.core.statuts import Statuts

MODES: Final[dict[str, str]] = {
    "main_levee": "Main levée",
    "appel_nominal": "Appel nominal",
    "secret_papier": "Scrutin secret, bulletins de papier",
    "secret_isoloir": "Scrutin secret, sur l’ordinateur de la séance",
}
ISOLOIR: Final = "secret_isoloir"
SECRETS: Final = frozenset({"secret_papier", ISOLOIR})
DEMANDE_SECRET: Final = "demande_secret"


@dataclass(frozen=True, slots=True)
class ComptageCorps:
    """What was counted in one body. For an election ``votants`` is given, and ``voix`` by candidate (associé)."""

    pour: int = 0
    contre: int = 0
    abstention: int = 0
    blanc: int = 0
    nul: int = 0
    votants: int = 0
    voix: Mapping[int, int] = field(default_factory=dict)


Comptage = Mapping[str, ComptageCorps]


@regle("statuts", "21-4", "22", "26")
@regle("C. com.", "L223-19")
def corps_du_vote(dossier: Dossier, assemblee: Assemblee, scrutin: Scrutin) -> tuple[CorpsScrutin, ...]:
    """Each body as it stands now: on the list, present or represented, and out of the base (agreements alone).

    Where somebody votes in several colleges they count in each, and ``*`` is added: everybody counted once.
    """
    liste = inscrits(dossier, assemblee)
    codes = _codes(dossier, assemblee)
    corps = tuple(_un_corps_fige(assemblee, scrutin, code, liste) for code in codes)
    if not plusieurs(assemblee, liste):
        return corps
    return (*corps, _un_corps_fige(assemblee, scrutin, ENSEMBLE, liste))


def _un_corps_fige(assemblee: Assemblee, scrutin: Scrutin, code: str, liste: Iterable[int]) -> CorpsScrutin:
    """One body; ``*`` is everybody once, be the vote by heads or the colleges not add up."""
    assistance = assemblee.assistance
    membres = {n for n in liste if code == ENSEMBLE or code in corps_de(assemblee, n)}
    presents = membres & assistance.presents.keys()
    representes = membres & assistance.representes_en(code).keys()
    ecrits = membres & ecrivent(assistance, scrutin)
    hors_base = _hors_base(assemblee, scrutin, presents | representes | ecrits)
    return CorpsScrutin(
        assemblee.numero,
        scrutin.scrutin,
        code,
        len(membres),
        len(presents) + len(representes) + len(ecrits),
        len(representes),
        len(hors_base),
    )


def _codes(dossier: Dossier, assemblee: Assemblee) -> tuple[str, ...]:
    if not assemblee.convocation.par_college:
        return (ENSEMBLE,)
    return tuple(dossier.statuts_au(assemblee.jour).par_code)


def _hors_base(assemblee: Assemblee, scrutin: Scrutin, la: set[int]) -> list[int]:
    if scrutin.objet == DEMANDE_SECRET:
        return []
    return [d.associe for d in assemblee.deports(scrutin.resolution) if d.motif == "convention" and d.associe in la]


# --- opening


def controler_ouverture(
    dossier: Dossier, assemblee: Assemblee, resolution: Resolution, mode: str, objet: str
) -> tuple[Issue, ...]:
    """What stands against opening a vote now."""
    statuts = dossier.statuts_au(assemblee.jour)
    issues = [*_seance(assemblee, resolution), *_deja(assemblee, resolution, objet)]
    if mode not in MODES:
        issues.append(refus("MODE", "Ce mode de scrutin n’existe pas.", "statuts 21-7", chemin="mode"))
    if objet == DEMANDE_SECRET:
        if "scrutin_secret" not in statuts.regles:
            article = statuts.article("scrutin.secret")
            issues.append(
                refus("REGLE_INCONNUE", "Les statuts ne prévoient pas de demande de scrutin secret.", article)
            )
        return tuple(issues)
    return (*issues, *_mode(assemblee, statuts, resolution, mode), *controler_objet(dossier, assemblee, resolution))


def _seance(assemblee: Assemblee, resolution: Resolution) -> Iterator[Issue]:
    if assemblee.close:
        yield refus("SEANCE_CLOSE", "La séance est close\u00a0: plus aucun vote.", "C. com. R223-24")
    elif not assemblee.ouverte:
        yield refus("SEANCE_NON_OUVERTE", "Ouvrir d’abord la séance.", "statuts 21-5")
    if assemblee.bureau is None:
        yield refus("BUREAU", "Constituer d’abord le bureau.", "statuts 21-5", "C. com. R223-23")
    if assemblee.suspendue:
        yield refus("SUSPENDUE", "La séance est suspendue\u00a0: la reprendre d’abord.", "C. com. R223-24")
    if assemblee.vote_ouvert is not None:
        yield refus("SCRUTIN_OUVERT", "Un autre scrutin est ouvert\u00a0: le dépouiller d’abord.", "statuts 21-7")
    if assemblee.retrait(resolution.resolution) is not None:
        yield refus("RETIREE", "Cette résolution a été retirée.", "C. com. R223-24")


def _deja(assemblee: Assemblee, resolution: Resolution, objet: str) -> Iterator[Issue]:
    votes = assemblee.votes_de(resolution.resolution, objet)
    if not votes:
        return
    if votes[-1].proclamation is None:
        if votes[-1].depouillement is not None:
            yield refus(
                "NON_PROCLAMEE", "Le scrutin précédent de cette résolution n’est pas proclamé.", "C. com. R223-24"
            )
    elif objet == DEMANDE_SECRET or votes[-1].proclamation.decision != "second_tour":
        yield refus("DEJA_VOTEE", "Cette résolution a déjà été mise aux voix.", "C. com. R223-24")


@regle("statuts", "21-7")
def _mode(assemblee: Assemblee, statuts: Statuts, resolution: Resolution, mode: str) -> Iterator[Issue]:
    """Managers are elected by secret ballot; the rest by show of hands unless the assembly wants it secret."""
    article = statuts.article("scrutin.secret", defaut="statuts")
    if resolution.regle in statuts.secret and mode not in SECRETS:
        yield refus("SECRET_OBLIGATOIRE", "Cette désignation se vote à bulletin secret.", article, chemin="mode")
    demandes = assemblee.votes_de(resolution.resolution, DEMANDE_SECRET)
    decidee = [v.proclamation.decision for v in demandes if v.proclamation is not None]
    if "adoptee" in decidee and mode not in SECRETS:
        yield refus(
            "SECRET_DEMANDE", "L’assemblée a décidé le scrutin secret sur cette résolution.", article, chemin="mode"
        )


def controler_objet(dossier: Dossier, assemblee: Assemblee, resolution: Resolution) -> Iterator[Issue]:
    """What the kind of a resolution wants before its vote: the conditions shown beside it are these (``procedures``)."""
    if resolution.objet == Objet.EXCLUSION:
        yield from _exclusion(assemblee, resolution)
    elif resolution.objet == Objet.ADMISSION:
        yield from _admission(dossier, assemblee, resolution)
    elif resolution.objet == Objet.ELECTION:
        yield from _election(assemblee, dossier.statuts_au(assemblee.jour), resolution)
    if resolution.objet == Objet.DESIGNATION:
        yield from _designation(dossier, assemblee, resolution)


@regle("statuts", "15")
def _exclusion(assemblee: Assemblee, resolution: Resolution) -> Iterator[Issue]:
    """No vote on an exclusion before the special convocation of the person is on record, where the assembly decides."""
    if mission_de(assemblee) is not None:
        return
    if not any(envoi.destinataire == resolution.concerne for envoi in assemblee.envois("convocation_speciale")):
        yield refus(
            "CONVOCATION_SPECIALE",
            "La personne doit avoir reçu une convocation spéciale\u00a0: enregistrer la date de son envoi.",
            "statuts 15",
        )


@regle("statuts", "13")
def _admission(dossier: Dossier, assemblee: Assemblee, resolution: Resolution) -> Iterator[Issue]:
    """The opinion of the receiving college is shown before the vote."""
    if not assemblee.convocation.par_college or resolution.concerne is None:
        return
    colleges = colleges_receveurs(dossier, assemblee, resolution.concerne)
    for college in colleges or ("",):
        avis = avis_rendu(dossier, assemblee, resolution.concerne, college if len(colleges) > 1 else "")
        if not avis:
            phrase = f"L’avis du collège {college} sur cette admission n’est pas enregistré\u00a0; il précède le vote."
            yield avertissement("AVIS_MANQUANT", phrase, "statuts 13")
        else:
            mot = "favorable" if avis == "adoptee" else "défavorable"
            phrase = f"Avis {mot} du collège {college}, à présenter avant le vote."
            yield avertissement("AVIS_COLLEGE", phrase, "statuts 13")


@regle("statuts", "18-1")
def _election(assemblee: Assemblee, statuts: Statuts, resolution: Resolution) -> Iterator[Issue]:
    """No candidate, no election; with colleges, the candidates are those that a college presents."""
    candidats = assemblee.candidats(resolution.resolution)
    article = statuts.article("gerance", defaut="C. com. L223-18")
    if not candidats:
        yield refus("SANS_CANDIDAT", "Aucun candidat\u00a0: pas d’élection.", article)
    if assemblee.convocation.par_college:
        for candidat in candidats:
            if not candidat.presente_par:
                phrase = "Un candidat n’est présenté par aucun collège\u00a0; les statuts élisent parmi les candidats présentés."
                yield avertissement("CANDIDAT_NON_PRESENTE", phrase, article)
                return


@regle("statuts", "18-1")
def _designation(dossier: Dossier, assemblee: Assemblee, resolution: Resolution) -> Iterator[Issue]:
    """Where too few are there to reach the majority of the college's members, that is said before the vote."""
    manque = voix_manquantes(dossier, assemblee, resolution)
    if manque > 0:
        yield avertissement(
            "MAJORITE_IMPOSSIBLE",
            f"Il manque {accord(manque, 'présent ou représenté', 'présents ou représentés')} pour que cette majorité soit possible.",
            "statuts 18-1",
        )


def voix_manquantes(dossier: Dossier, assemblee: Assemblee, resolution: Resolution) -> int:
    """How many more must be present or represented for a vote by heads on the list's members to be able to pass."""
    statuts = dossier.statuts_au(assemblee.jour)
    connue = statuts.regles[resolution.regle].applicable(assemblee.convocation.par_college)
    ligne = connue.ligne(assemblee.convocation.consultation)
    if ligne.base != "inscrits" or (assemblee.convocation.par_college and not connue.par_tete):
        return 0
    temoin = Scrutin(
        0,
        assemblee.numero,
        resolution.resolution,
        resolution.regle,
        "resolution",
        "main_levee",
        1,
        assemblee.convocation.heure,
    )
    tous = corps_du_vote(dossier, assemblee, temoin)
    seul = resolution.college or ENSEMBLE
    corps = [c for c in tous if c.college == seul] or tous
    base = sum(c.inscrits - c.retires for c in corps)
    presents = sum(c.presents - c.retires for c in corps)
    exact = ligne.seuil * base
    necessaires = (
        exact.numerator // exact.denominator + 1 if ligne.stricte else -(-exact.numerator // exact.denominator)
    )
    return max(0, necessaires - presents)


@regle("C. com.", "L223-19")
@regle("C. civ.", "1844")
def controler_deport(dossier: Dossier, assemblee: Assemblee, deport: Deport) -> tuple[Issue, ...]:
    """Leaving the base is for regulated agreements alone; elsewhere whoever withdraws stays on the list."""
    resolution = assemblee.resolution_par_numero.get(deport.resolution)
    if resolution is None:
        return (refus("RESOLUTION", "Cette résolution n’est pas à l’ordre du jour.", chemin="resolution"),)
    issues = []
    if deport.motif == "convention" and resolution.objet != Objet.CONVENTION:
        issues.append(
            refus(
                "DEPORT",
                "Seul un vote sur une convention réglementée retire l’intéressé de la base\u00a0; ailleurs il peut s’abstenir "
                "librement de voter et reste dans les inscrits.",
                "C. com. L223-19",
                "C. civ. 1844",
                chemin="motif",
            )
        )
    if deport.associe not in inscrits(dossier, assemblee):
        nom = dossier.nom(deport.associe)
        issues.append(refus("DEPORT", f"{nom} n’est pas sur la liste de cette assemblée.", "C. com. L223-19"))
    if any(d.associe == deport.associe for d in assemblee.deports(deport.resolution)):
        issues.append(refus("DEPORT_DEJA", "Ce retrait est déjà enregistré.", "C. com. L223-19"))
    ouverts = [v for v in assemblee.votes_de(deport.resolution) if v.scrutin.tour == 1]
    if ouverts:
        issues.append(
            refus("SCRUTIN_OUVERT", "Le scrutin a déjà été ouvert\u00a0: le retrait se dit avant.", "C. com. L223-19")
        )
    return tuple(issues)


# --- counting


def controler_comptage(
    dossier: Dossier, assemblee: Assemblee, vote: Vote, comptage: Comptage, contre_saisie: Comptage | None
) -> tuple[Issue, ...]:
    """What is wrong with counts, all of it: each body's against those in the room, two entries against one another."""
    attendus, election = corps_attendus(assemblee, vote), est_election(assemblee, vote)
    issues = list(_corps_inconnus(attendus, comptage))
    for code, corps in attendus.items():
        compte = comptage.get(code, ComptageCorps())
        issues += _un_corps(code, en_salle(vote, corps), compte, election, vote)
        if election:
            issues += _voix(dossier, code, compte, assemblee, vote)
    if contre_saisie is not None and dict(contre_saisie) != dict(comptage):
        issues.append(
            refus(
                "SAISIES", "Les deux saisies ne concordent pas\u00a0: recompter, puis saisir à nouveau.", "statuts 21-7"
            )
        )
    return tuple(issues)


def corps_attendus(assemblee: Assemblee, vote: Vote) -> dict[str, CorpsScrutin]:
    """The bodies in which a vote is counted: one by college, or the one college or whole of a vote by heads."""
    corps = {c.college: c for c in vote.corps}
    resolution = assemblee.resolution_par_numero[vote.scrutin.resolution]
    seul = ENSEMBLE if vote.scrutin.objet == DEMANDE_SECRET and ENSEMBLE not in corps else resolution.college
    if not seul or ENSEMBLE in corps:
        return corps
    if seul in corps:
        return {seul: corps[seul]}
    if vote.personnes is not None:
        return {ENSEMBLE: vote.personnes}
    somme = CorpsScrutin(
        vote.scrutin.assemblee,
        vote.scrutin.scrutin,
        ENSEMBLE,
        *(sum(getattr(c, nom) for c in vote.corps) for nom in ("inscrits", "presents", "representes", "retires")),
    )
    return {ENSEMBLE: somme}


def _corps_inconnus(attendus: Mapping[str, CorpsScrutin], comptage: Comptage) -> Iterator[Issue]:
    for code in comptage:
        if code not in attendus:
            yield refus("COLLEGE_INCONNU", f"Le corps «\u00a0{code}\u00a0» ne vote pas ici.", chemin=code)


def _un_corps(code: str, corps: CorpsScrutin, compte: ComptageCorps, election: bool, vote: Vote) -> Iterator[Issue]:
    nombres = (
        compte.pour,
        compte.contre,
        compte.abstention,
        compte.blanc,
        compte.nul,
        compte.votants,
        *compte.voix.values(),
    )
    if min(nombres) < 0:
        yield refus("COMPTE", "Un compte ne peut pas être négatif.", chemin=code)
        return
    presents = corps.presents - corps.retires
    votants = compte.votants if election else sum(nombres[:5])
    if votants > presents:
        yield refus(
            "VOTANTS",
            f"{accord(votants, 'votant')} pour {accord(presents, 'présent ou représenté', 'présents ou représentés')} "
            f"qui {'prennent' if presents > 1 else 'prend'} part au vote{_ou(code)}.",
            "statuts 22",
            chemin=code,
        )
    if not election and presents < 3 and presents and vote.scrutin.mode in SECRETS:
        yield avertissement(
            "SECRET_DEVOILE",
            f"Moins de trois votants{_ou(code)}\u00a0: les chiffres diraient qui a voté quoi.",
            chemin=code,
        )


def _ou(code: str) -> str:
    return "" if code == ENSEMBLE else f" dans le collège {code}"


@regle("statuts", "18-1", "21-7")
def _voix(dossier: Dossier, code: str, compte: ComptageCorps, assemblee: Assemblee, vote: Vote) -> Iterator[Issue]:
    """Ballots carry the names of candidates not yet elected, each once, at most as many as seats are left."""
    exprimes = compte.votants - compte.blanc - compte.nul
    if exprimes < 0:
        yield refus("BLANCS_NULS", f"Plus de bulletins blancs et nuls que de votants{_ou(code)}.", chemin=code)
    candidats = candidats_du_tour(dossier, assemblee, vote)
    for candidat, voix in compte.voix.items():
        if voix and candidat not in candidats:
            yield refus(
                "CANDIDAT_INCONNU",
                "Des voix sont portées sur une personne qui n’est pas candidate.",
                "statuts 18-1",
                chemin=code,
            )
        elif voix > max(exprimes, 0):
            yield refus(
                "VOIX_CANDIDAT",
                f"{accord(voix, 'voix', 'voix')} pour {accord(max(exprimes, 0), 'suffrage exprimé', 'suffrages exprimés')}{_ou(code)}.",
                chemin=code,
            )
    if sum(compte.voix.values()) > sieges_du_tour(assemblee, vote) * max(exprimes, 0):
        yield refus(
            "VOIX_TOTAL", f"Plus de voix que les bulletins n’en permettent{_ou(code)}.", "statuts 18-1", chemin=code
        )
