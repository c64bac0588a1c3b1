"""Where each college stands on each point: in the room, awaited, returned, or certified silent (statuts 22, 24-4)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from scicvote.core.article import regle
from scicvote.core.assemblee import Assemblee, Vote
from scicvote.core.dossier import Dossier
from scicvote.core.faits import Annulation, Compte, CorpsScrutin, Scrutin, VoixCandidat
from scicvote.core.faits_college import (
    CollegeSilencieux,
    CompteRetour,
    ExportCollege,
    RenonciationExport,
    RetourCollege,
    VoixRetour,
)
from scicvote.core.francais import enumerer
from scicvote.core.issue import Issue, avertissement, refus
from scicvote.core.paquet_college import point_actuel
from scicvote.core.vote import Comptage, ComptageCorps


class Etat(StrEnum):
    """Where a college's votes on a point are to come from."""

    SALLE = "salle"
    ATTENDU = "attendu"
    RETOURNE = "retourne"
    SILENCE = "silence"


# --- exports


def points_de(export: ExportCollege) -> tuple[tuple[int, int], ...]:
    """The points of an export: resolution and round."""
    return tuple(zip(export.resolutions, export.tours, strict=True))


def renonce(assemblee: Assemblee, export: ExportCollege) -> bool:
    """Whether the college votes in the room after all."""
    return any(r.college == export.college and r.export == export.numero for r in assemblee.tous(RenonciationExport))


def retour_de(assemblee: Assemblee, export: ExportCollege) -> RetourCollege | None:
    """What came back from an export, as it counts now."""
    recus = [r for r in assemblee.tous(RetourCollege) if (r.college, r.export) == (export.college, export.numero)]
    return recus[-1] if recus else None


def silence_de(assemblee: Assemblee, export: ExportCollege) -> CollegeSilencieux | None:
    """The certificate that nobody voted, where there is one."""
    dits = (s for s in assemblee.tous(CollegeSilencieux) if (s.college, s.export) == (export.college, export.numero))
    return next(dits, None)


def export_du_point(assemblee: Assemblee, college: str, resolution: int, tour: int) -> ExportCollege | None:
    """The export from which a college's votes on a point are to come back; None: it votes in the room."""
    for export in reversed(assemblee.tous(ExportCollege)):
        if export.college == college and (resolution, tour) in points_de(export):
            return None if renonce(assemblee, export) else export
    return None


def en_cours(assemblee: Assemblee, export: ExportCollege) -> bool:
    """Whether an export is still the one from which at least one of its points is to come back."""
    return any(export_du_point(assemblee, export.college, *point) is export for point in points_de(export))


@regle("statuts", "22", "24-4")
def etat_du_college(assemblee: Assemblee, college: str, resolution: int, tour: int) -> Etat:
    """Where a college's votes on a point come from. Awaited is not silent: nobody knows yet whether it voted."""
    export = export_du_point(assemblee, college, resolution, tour)
    return Etat.SALLE if export is None else etat_export(assemblee, export)


def etat_export(assemblee: Assemblee, export: ExportCollege) -> Etat:
    """Whether an export is awaited, returned or certified silent; ``SALLE`` once it was given up."""
    if renonce(assemblee, export):
        return Etat.SALLE
    if retour_de(assemblee, export) is not None:
        return Etat.RETOURNE
    return Etat.ATTENDU if silence_de(assemblee, export) is None else Etat.SILENCE


# --- the colleges of one assembly


@dataclass(frozen=True, slots=True)
class Suivi:
    """One export and where it stands."""

    export: ExportCollege
    etat: Etat
    retour: RetourCollege | None
    silence: CollegeSilencieux | None


def suivis(assemblee: Assemblee) -> tuple[Suivi, ...]:
    """Every export of an assembly that still counts, in the order of departure."""
    return tuple(
        Suivi(e, etat_export(assemblee, e), retour_de(assemblee, e), silence_de(assemblee, e))
        for e in assemblee.tous(ExportCollege)
        if en_cours(assemblee, e)
    )


@regle("statuts", "22", "26")
def colleges_ailleurs(assemblee: Assemblee, associe: int) -> tuple[str, ...]:
    """The colleges of an associé whose votes come from another computer."""
    ailleurs = {s.export.college for s in suivis(assemblee) if s.etat in (Etat.ATTENDU, Etat.RETOURNE)}
    return tuple(code for code in assemblee.colleges.get(associe, ()) if code in ailleurs)


def colleges_attendus(assemblee: Assemblee) -> tuple[str, ...]:
    """The colleges from which something is awaited, in the order of departure."""
    return tuple(dict.fromkeys(s.export.college for s in suivis(assemblee) if s.etat == Etat.ATTENDU))


# --- in a vote


def _etats(assemblee: Assemblee, scrutin: Scrutin, codes: Iterator[str]) -> dict[str, Etat]:
    if scrutin.objet != "resolution":
        return dict.fromkeys(codes, Etat.SALLE)
    return {code: etat_du_college(assemblee, code, scrutin.resolution, scrutin.tour) for code in codes}


def etats_du_vote(assemblee: Assemblee, vote: Vote) -> dict[str, Etat]:
    """Where each body of a vote stands."""
    return _etats(assemblee, vote.scrutin, (c.college for c in vote.corps))


def compte_recu(assemblee: Assemblee, scrutin: Scrutin, college: str) -> CompteRetour | None:
    """What a college's return says of a vote; None where it says nothing."""
    attendu = _reperer(assemblee, scrutin, college)
    return next((c for c in assemblee.tous(CompteRetour) if _repere(c) == attendu), None)


def voix_recues(assemblee: Assemblee, scrutin: Scrutin, college: str) -> dict[int, int]:
    """The votes by candidate that a college's return says."""
    attendu = _reperer(assemblee, scrutin, college)
    return {v.candidat: v.voix for v in assemblee.tous(VoixRetour) if _repere(v) == attendu}


def _reperer(assemblee: Assemblee, scrutin: Scrutin, college: str) -> tuple[str, int, int, int]:
    export = export_du_point(assemblee, college, scrutin.resolution, scrutin.tour)
    return (college, export.numero if export is not None else 0, scrutin.resolution, scrutin.tour)


def _repere(fait: CompteRetour | VoixRetour) -> tuple[str, int, int, int]:
    return (fait.college, fait.export, fait.resolution, fait.tour)


@regle("statuts", "21-4", "22")
def corps_du_retour(
    assemblee: Assemblee, scrutin: Scrutin, corps: tuple[CorpsScrutin, ...]
) -> tuple[CorpsScrutin, ...]:
    """The bodies of a vote: a college that votes elsewhere is as its return says, with nobody there while it is awaited."""
    etats = _etats(assemblee, scrutin, (c.college for c in corps))
    return tuple(_corps(assemblee, scrutin, c, etats[c.college]) for c in corps)


def _corps(assemblee: Assemblee, scrutin: Scrutin, corps: CorpsScrutin, etat: Etat) -> CorpsScrutin:
    tete = (corps.assemblee, corps.scrutin, corps.college)
    recu = compte_recu(assemblee, scrutin, corps.college) if etat == Etat.RETOURNE else None
    if recu is not None:
        return CorpsScrutin(*tete, recu.inscrits, recu.presents, recu.representes, recu.retires)
    return CorpsScrutin(*tete, corps.inscrits, 0, 0, 0) if etat == Etat.ATTENDU else corps


@regle("statuts", "21-6", "22")
def controler_textes(dossier: Dossier, assemblee: Assemblee, resolution: int, tour: int) -> tuple[Issue, ...]:
    """A college that returned voted on the text that is put to the vote now, and among the same candidates."""
    codes = dict.fromkeys(e.college for e in assemblee.tous(ExportCollege))
    if not codes:
        return ()
    actuel = point_actuel(dossier, assemblee, resolution, tour)
    exports = [export_du_point(assemblee, code, resolution, tour) for code in codes]
    changes = [
        e.college
        for e in exports
        if e is not None
        and etat_export(assemblee, e) == Etat.RETOURNE
        and (actuel is None or dict(zip(points_de(e), e.versions, strict=True))[resolution, tour] != actuel.version)
    ]
    if not changes:
        return ()
    qui = enumerer([f"le collège {code}" for code in changes])
    phrase = (
        f"Cette résolution n’est plus celle sur laquelle {qui} a voté\u00a0: remettre un nouveau paquet à son président, qui fera "
        "voter à nouveau, ou la retirer."
    )
    return (refus("RETOUR_RESOLUTION", phrase, "statuts 21-6", chemin="resolution"),)


@regle("statuts", "21-6", "22")
def controler_amendement(assemblee: Assemblee, resolution: int) -> tuple[Issue, ...]:
    """A text that a college has voted on elsewhere does not change; one that it is asked now would have to be put again."""
    exports = [e for e in assemblee.tous(ExportCollege) if (resolution, 1) in points_de(e) and en_cours(assemblee, e)]
    etats = {e.college: etat_export(assemblee, e) for e in exports}
    if Etat.RETOURNE in etats.values():
        phrase = "Un collège a déjà voté ce texte sur un autre ordinateur\u00a0: il ne s’amende plus."
        return (refus("RETOUR_TEXTE", phrase, "statuts 21-6", chemin="texte"),)
    if Etat.ATTENDU in etats.values():
        phrase = "Un collège vote ce texte sur un autre ordinateur\u00a0: amendé, son retour serait refusé."
        return (avertissement("RETOUR_TEXTE", phrase, "statuts 21-6", chemin="texte"),)
    return ()


def comptage_recu(assemblee: Assemblee, vote: Vote) -> dict[str, ComptageCorps]:
    """The counts of a vote that came back from colleges; zeros for those that are awaited or certified silent."""
    recus: dict[str, ComptageCorps] = {}
    for code, etat in etats_du_vote(assemblee, vote).items():
        if etat == Etat.SALLE:
            continue
        compte = compte_recu(assemblee, vote.scrutin, code) if etat == Etat.RETOURNE else None
        recus[code] = _comptage(compte, voix_recues(assemblee, vote.scrutin, code)) if compte else ComptageCorps()
    return recus


def _comptage(compte: CompteRetour, voix: dict[int, int]) -> ComptageCorps:
    votants = compte.votants if voix else 0  # said for an election alone
    return ComptageCorps(compte.pour, compte.contre, compte.abstention, compte.blanc, compte.nul, votants, voix)


@regle("statuts", "22", "24-4")
def completer(
    assemblee: Assemblee, vote: Vote, comptage: Comptage
) -> tuple[dict[str, ComptageCorps], tuple[Issue, ...]]:
    """The counts of the room with those of the returns; a college that votes elsewhere is not counted in the room."""
    recus = comptage_recu(assemblee, vote)
    issues = tuple(
        refus(
            "RETOUR_SALLE",
            f"Le collège {code} vote sur un autre ordinateur\u00a0: ses voix viennent de son retour, elles ne se saisissent pas ici.",
            "statuts 22",
            chemin=code,
        )
        for code, recu in recus.items()
        if _chiffres(comptage.get(code, ComptageCorps())) not in ((), _chiffres(recu))
    )
    return {**comptage, **recus}, issues


def _chiffres(compte: ComptageCorps) -> tuple[tuple[str, int], ...]:
    """The figures of a count that are not zero."""
    figures = {nom: getattr(compte, nom) for nom in ("pour", "contre", "abstention", "blanc", "nul", "votants")}
    figures |= {f"candidat {numero}": voix for numero, voix in sorted(compte.voix.items())}
    return tuple((nom, nombre) for nom, nombre in figures.items() if nombre)


@regle("statuts", "22", "24-4")
def controler_attendus(assemblee: Assemblee, vote: Vote) -> tuple[Issue, ...]:
    """Nothing is declared while a college is awaited: not having come back is not having kept silent."""
    attendus = [code for code, etat in etats_du_vote(assemblee, vote).items() if etat == Etat.ATTENDU]
    if not attendus:
        return ()
    qui = enumerer([f"du collège {code}" for code in attendus])
    phrase = (
        f"Le retour {qui} est attendu\u00a0: suspendre la séance jusqu’à son arrivée, le saisir d’après le papier signé, ou enregistrer "
        "l’attestation que personne n’y a voté."
    )
    return (refus("RETOUR_ATTENDU", phrase, "statuts 22", "statuts 24-4"),)


# --- what a return changes in votes already opened


def faits_du_vote(
    assemblee: Assemblee, vote: Vote, college: str, candidats: tuple[int, ...]
) -> tuple[CorpsScrutin | Compte | VoixCandidat, ...]:
    """The body of a college in an open vote as its return has it, and its counts once the room is counted.

    ``assemblee`` is the assembly after the return.
    """
    compte = compte_recu(assemblee, vote.scrutin, college)
    if compte is None:
        return ()
    tete = (assemblee.numero, vote.scrutin.scrutin, college)
    corps = CorpsScrutin(*tete, compte.inscrits, compte.presents, compte.representes, compte.retires)
    if vote.depouillement is None:
        return (corps,)
    voix = voix_recues(assemblee, vote.scrutin, college)
    compte_ = Compte(*tete, compte.votants, compte.pour, compte.contre, compte.abstention, compte.blanc, compte.nul)
    return (corps, compte_, *(VoixCandidat(*tete, n, voix.get(n, 0)) for n in candidats))


def actes_de_reponse(dossier: Dossier, assemblee: Assemblee, export: ExportCollege) -> tuple[int, ...]:
    """The acts that a new answer to an export replaces: those of the same export, and of earlier ones that it supersedes."""
    siens = {
        e.numero
        for e in assemblee.tous(ExportCollege)
        if e.college == export.college and (e.numero == export.numero or not en_cours(assemblee, e))
    }
    annules = {f.acte for acte in dossier.actes for f in acte.faits if isinstance(f, Annulation)}
    return tuple(
        acte.numero
        for acte in dossier.actes
        if acte.numero not in annules
        and any(
            isinstance(f, RetourCollege | CollegeSilencieux)
            and (f.assemblee, f.college) == (assemblee.numero, export.college)
            and f.export in siens
            for f in acte.faits
        )
    )
