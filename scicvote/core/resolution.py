"""Resolutions: their kinds, the rule each follows, whose competence it is, and what must come first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from scicvote.core.article import regle
from scicvote.core.assemblee import Assemblee, Nature
from scicvote.core.college import codes_de
from scicvote.core.dossier import Dossier
from scicvote.core.faits import Resolution
from scicvote.core.issue import Issue, avertissement, refus
from scicvote.core.scrutin import ENSEMBLE
from scicvote.core.statuts import PHYSIQUE, Regle, Statuts


class Objet(StrEnum):
    """What a resolution is about."""

    COMPTES = "comptes"
    AFFECTATION = "affectation"
    QUITUS = "quitus"
    CONVENTION = "convention"
    ADMISSION = "admission"
    EXCLUSION = "exclusion"
    ELECTION = "election"
    REVOCATION = "revocation"
    STATUTS = "statuts"
    COLLEGES = "colleges"
    POIDS = "poids"
    NOUVEAU_COLLEGE = "nouveau_college"
    AGREMENT = "agrement"
    AUGMENTATION = "augmentation"
    REDUCTION = "reduction"
    REMBOURSEMENT = "remboursement"
    DISSOLUTION = "dissolution"
    AVIS = "avis"
    DESIGNATION = "designation"
    DECISION_COLLEGE = "decision_college"
    AUTRE = "autre"


@dataclass(frozen=True, slots=True)
class Genre:
    """A kind of resolution: its French name, and the rule that it follows in the statutes."""

    libelle: str
    regle: str


GENRES: Final[dict[str, Genre]] = {
    Objet.COMPTES: Genre("Approbation des comptes", "ordinaire"),
    Objet.AFFECTATION: Genre("Affectation du résultat", "ordinaire"),
    Objet.QUITUS: Genre("Quitus à la gérance", "ordinaire"),
    Objet.CONVENTION: Genre("Convention réglementée", "ordinaire"),
    Objet.ADMISSION: Genre("Admission d’un associé", "admission"),
    Objet.EXCLUSION: Genre("Exclusion d’un associé", "exclusion"),
    Objet.ELECTION: Genre("Élection de la gérance", "election_gerance"),
    Objet.REVOCATION: Genre("Révocation d’un gérant", "revocation_gerance"),
    Objet.STATUTS: Genre("Modification des statuts", "extraordinaire"),
    Objet.COLLEGES: Genre("Constitution des collèges", "extraordinaire"),
    Objet.POIDS: Genre("Modification des poids des collèges", "modification_poids"),
    Objet.NOUVEAU_COLLEGE: Genre("Nouveau collège, ou autre composition", "extraordinaire"),
    Objet.AGREMENT: Genre("Agrément d’une cession de parts", "ordinaire"),
    Objet.AUGMENTATION: Genre("Augmentation du capital", "extraordinaire"),
    Objet.REDUCTION: Genre("Réduction du capital", "extraordinaire"),
    Objet.REMBOURSEMENT: Genre("Remboursement anticipé de parts", "ordinaire"),
    Objet.DISSOLUTION: Genre("Dissolution anticipée", "extraordinaire"),
    Objet.AVIS: Genre("Avis du collège sur une admission", "avis_college"),
    Objet.DESIGNATION: Genre("Désignation d’un candidat à la gérance", "designation_candidat"),
    Objet.DECISION_COLLEGE: Genre("Décision du collège", "decision_college"),
    Objet.AUTRE: Genre("Autre résolution", "ordinaire"),
}

BLANC: Final = "[…]"  # in a ready-made text, what somebody must still write
VERROU: Final = "Les convocations sont parties, ou la séance est ouverte"
EXTRAORDINAIRES: Final = frozenset({"extraordinaire", "exclusion", "modification_poids"})


@regle("statuts", "24-1", "24-3", "24-4")
def competence(resolution: Resolution, assemblee: Assemblee) -> str:
    """Whose matter a resolution is: ``ordinaire``, ``extraordinaire`` or ``college``."""
    if assemblee.convocation.nature == Nature.COLLEGE:
        return "college"
    if resolution.regle in EXTRAORDINAIRES:
        return "extraordinaire"
    return "college" if resolution.objet in (Objet.AVIS, Objet.DESIGNATION) else "ordinaire"


def a_completer(resolution: Resolution) -> bool:
    """Whether a blank is left in a resolution."""
    return BLANC in resolution.titre or BLANC in resolution.texte


def controler_resolution(dossier: Dossier, assemblee: Assemblee, resolution: Resolution) -> tuple[Issue, ...]:
    """What stands against putting a resolution on the agenda."""
    statuts = dossier.statuts_au(assemblee.jour)
    return (
        *_texte(resolution),
        *_regle(statuts, assemblee, resolution),
        *_verrou(assemblee, statuts, resolution),
        *_competence(assemblee, resolution),
        *_seconde(dossier, assemblee, resolution),
    )


def _texte(resolution: Resolution) -> Iterator[Issue]:
    if not resolution.titre.strip():
        yield refus("TITRE", "Donner un titre à la résolution.", "C. com. R223-24", chemin="titre")
    if not resolution.texte.strip():
        yield refus("TEXTE", "Écrire le texte qui sera mis aux voix.", "C. com. R223-24", chemin="texte")


def _regle(statuts: Statuts, assemblee: Assemblee, resolution: Resolution) -> Iterator[Issue]:
    connue = statuts.regles.get(resolution.regle)
    if resolution.objet not in GENRES:
        yield refus("OBJET", "Ce genre de résolution n’existe pas.", chemin="objet")
    if connue is None:
        yield refus("REGLE_INCONNUE", "Les statuts ne contiennent pas cette règle de majorité.", chemin="regle")
        return
    if resolution.objet == Objet.ELECTION and resolution.sieges < 1:
        yield refus("SIEGES", "Indiquer le nombre de sièges à pourvoir.", "statuts 18-1", chemin="sieges")
    if resolution.objet != Objet.ELECTION and resolution.sieges:
        yield refus("SIEGES", "Seule une élection pourvoit des sièges.", "statuts 18-1", chemin="sieges")
    par_college = assemblee.convocation.par_college
    if connue.par_tete and par_college and resolution.college not in (*statuts.par_code, ENSEMBLE):
        yield refus("COLLEGE_INCONNU", "Indiquer le collège qui vote, ou l’assemblée entière.", chemin="college")
    if resolution.college and not (connue.par_tete and par_college):
        yield refus("COLLEGE_INCONNU", "Cette règle ne se vote pas dans un seul collège.", chemin="college")


@regle("statuts", "21-3", "21-6")
def _verrou(assemblee: Assemblee, statuts: Statuts, resolution: Resolution) -> Iterator[Issue]:
    """Only what is on the agenda, the revocation of managers apart."""
    article = statuts.article("ordre_du_jour", defaut="C. com. L223-27")
    if assemblee.close:
        yield refus("SEANCE_CLOSE", "La séance est close.", article)
    if resolution.hors_ordre:
        if resolution.regle not in statuts.hors_ordre_du_jour:
            yield refus(
                "HORS_ORDRE_DU_JOUR",
                "Seules les questions à l’ordre du jour sont mises en délibération, la révocation d’un gérant exceptée.",
                article,
                statuts.article("scrutin.hors_ordre_du_jour"),
            )
    elif assemblee.verrouillee:
        yield refus(
            "ORDRE_DU_JOUR_VERROUILLE",
            f"{VERROU}\u00a0: l’ordre du jour ne change plus. En séance, un texte peut être amendé ou retiré.",
            article,
        )
    if assemblee.votes_de(resolution.resolution):
        yield refus("DEJA_VOTEE", "Cette résolution a déjà été mise aux voix.", "C. com. R223-24")


def _competence(assemblee: Assemblee, resolution: Resolution) -> Iterator[Issue]:
    nature = assemblee.convocation.nature
    extraordinaire = resolution.regle in EXTRAORDINAIRES
    if extraordinaire and nature in (Nature.ORDINAIRE, Nature.ORDINAIRE_REUNIE):
        yield avertissement(
            "COMPETENCE",
            "Cette résolution relève de l’assemblée extraordinaire\u00a0: convoquer une assemblée mixte.",
            "statuts 24-3",
        )
    if not extraordinaire and nature == Nature.EXTRAORDINAIRE and resolution.objet not in (Objet.AVIS, Objet.AUTRE):
        yield avertissement(
            "COMPETENCE",
            "Cette résolution relève de l’assemblée ordinaire\u00a0: convoquer une assemblée mixte.",
            "statuts 24-1",
        )


def connait_seconde(regle_: Regle) -> bool:
    """Whether a rule decides otherwise at a second consultation: by a line, or a quorum, of its own."""
    return regle_.deuxieme is not None or (regle_.quorum is not None and regle_.quorum.deuxieme is not None)


@regle("C. com.", "L223-29")
def _seconde(dossier: Dossier, assemblee: Assemblee, resolution: Resolution) -> Iterator[Issue]:
    """At a second consultation, only what failed at the first, as it was."""
    convocation = assemblee.convocation
    if convocation.consultation == 1 or resolution.hors_ordre:
        return
    premiere = dossier.assemblee(convocation.suite_de or 0)
    origine = premiere.resolution_par_numero.get(resolution.origine or 0) if premiere else None
    if premiere is None or origine is None:
        yield refus(
            "SECONDE_CONSULTATION",
            "Une seconde consultation ne remet aux voix que les résolutions rejetées à la première.",
            "C. com. L223-29",
        )
        return
    regle_ = dossier.statuts_au(premiere.jour).regles.get(origine.regle)
    if premiere.decision(origine.resolution) not in ("rejetee", "ballottage", "second_tour", "sans_quorum"):
        yield refus(
            "SECONDE_CONSULTATION", "Cette résolution n’a pas échoué à la première consultation.", "C. com. L223-29"
        )
    if regle_ is None or not connait_seconde(regle_.applicable(premiere.convocation.par_college)):
        yield refus(
            "SECONDE_CONSULTATION",
            "La règle de cette résolution ne connaît pas de seconde consultation.",
            "C. com. L223-29",
        )


@regle("statuts", "18-1")
def controler_candidature(
    dossier: Dossier, assemblee: Assemblee, resolution: Resolution, candidat: int
) -> tuple[Issue, ...]:
    """A candidate is a natural person, an associé, and is not already one."""
    statuts = dossier.statuts_au(assemblee.jour)
    article = statuts.article("gerance", defaut="C. com. L223-18")
    personne = dossier.registre.au(assemblee.jour).par_numero.get(candidat)
    issues = []
    if resolution.sieges < 1:
        issues.append(refus("SIEGES", "Cette résolution n’est pas une élection.", article, chemin="resolution"))
    if personne is None or not personne.est_associe:
        issues.append(refus("CANDIDAT", "Un candidat à la gérance est associé.", article, chemin="candidat"))
    elif personne.fiche.personne != PHYSIQUE:
        issues.append(
            refus("CANDIDAT", "Un candidat à la gérance est une personne physique.", article, chemin="candidat")
        )
    if any(c.candidat == candidat for c in assemblee.candidats(resolution.resolution)):
        issues.append(refus("CANDIDAT_DEJA", "Cette personne est déjà candidate.", article, chemin="candidat"))
    return tuple(issues)


def college_receveur(dossier: Dossier, assemblee: Assemblee, associe: int, categorie: str = "") -> str:
    """The college that would receive a person: the one that gives its opinion (statuts 13); the first of several."""
    return next(iter(colleges_receveurs(dossier, assemblee, associe, categorie)), "")


@regle("statuts", "13", "22")
def colleges_receveurs(dossier: Dossier, assemblee: Assemblee, associe: int, categorie: str = "") -> tuple[str, ...]:
    """The colleges that would receive a person: each gives its opinion, where the statutes let one vote in several."""
    statuts = dossier.statuts_au(assemblee.jour)
    personne = dossier.registre.au(assemblee.jour).par_numero.get(associe)
    if personne is None:
        return ()
    return codes_de(statuts, categorie or personne.categorie, personne.fiche.personne)


@regle("statuts", "13")
def avis_rendu(dossier: Dossier, assemblee: Assemblee, associe: int, college: str = "") -> str:
    """The opinion of the receiving college on an admission, in this assembly or in that college's own: a decision.

    ``college``: the one whose opinion is looked for; any without it.
    """
    for ag in sorted(dossier.assemblees.values(), key=lambda ag: (ag.numero != assemblee.numero, -ag.numero)):
        if ag.jour > assemblee.jour:
            continue
        for resolution in ag.resolutions:
            if college and college != (resolution.college or ag.convocation.college):
                continue
            if resolution.objet == Objet.AVIS and resolution.concerne == associe and ag.decision(resolution.resolution):
                return ag.decision(resolution.resolution)
    return ""
