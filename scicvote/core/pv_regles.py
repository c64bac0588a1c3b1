"""How votes are cast and which majority each resolution needs, said once before the votes (statuts 22, 24)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from scicvote.core.college import CONSTITUES, DEMANDES, etat_colleges
from scicvote.core.contexte_papier import Contexte, citer
from scicvote.core.etapes import libelle_seuil
from scicvote.core.exact import INSECABLE, pourcent_court
from scicvote.core.faits import EtatColleges, Resolution
from scicvote.core.francais import capitale, date_longue, enumerer, rangs
from scicvote.core.mission import mission_de
from scicvote.core.papier import Bloc, Colonne, Style, Tableau, Titre, paragraphe, rangee
from scicvote.core.resolution import competence
from scicvote.core.statuts import Ligne, Regle

REGLES: Final[dict[str, str]] = {
    "ordinaire": "Décision ordinaire",
    "extraordinaire": "Décision extraordinaire",
    "admission": "Admission d’un associé",
    "exclusion": "Exclusion d’un associé",
    "election_gerance": "Élection de la gérance",
    "revocation_gerance": "Révocation d’un gérant",
    "modification_poids": "Modification des poids des collèges",
    "avis_college": "Avis d’un collège",
    "decision_college": "Décision d’un collège",
    "designation_candidat": "Désignation d’un candidat par un collège",
}
COMPETENCES: Final[dict[str, str]] = {
    "ordinaire": "assemblée ordinaire",
    "extraordinaire": "assemblée extraordinaire",
    "college": "collège",
}


def nom_regle(regle: str) -> str:
    """A rule of the statutes as people say it; a profile's own rule keeps its name."""
    return REGLES.get(regle, capitale(regle.replace("_", " ")))


def regle_de(contexte: Contexte, resolution: Resolution) -> Regle:
    """The rule under which a resolution is voted in this assembly."""
    return contexte.statuts.regles[resolution.regle].applicable(contexte.par_college)


def ligne_de(contexte: Contexte, resolution: Resolution) -> Ligne:
    """The line of the rule at this consultation."""
    return regle_de(contexte, resolution).ligne(contexte.ag.convocation.consultation)


def regles_de_vote(contexte: Contexte) -> Iterator[Bloc]:
    """The way of voting and its ground, the weights, then each majority with the resolutions that need it."""
    yield Titre(1, "Règles de vote")
    yield from _mode(contexte)
    mission = mission_de(contexte.ag)
    if mission is not None:
        yield paragraphe(
            f"Le collège vote ici sur les résolutions de l’{mission.titre[:1].lower()}{mission.titre[1:]}. Ses voix y sont portées selon son poids, et "
            f"cette assemblée décide{INSECABLE}; le collège ne décide seul que de ses avis et des candidats qu’il présente."
        )
        return
    if contexte.ag.resolutions:
        yield _tableau(contexte)
    yield from _interpretation(contexte)


# --- by college or by heads


def _mode(contexte: Contexte) -> Iterator[Bloc]:
    motif = contexte.ag.convocation.motif_vote.strip().rstrip(".")
    suite = f". Motif{INSECABLE}: {motif}" if motif else ""
    if not contexte.par_college:
        article = contexte.citer("colleges")
        yield paragraphe(
            f"Le vote a lieu par tête{suite}. Chaque associé dispose d’une voix, quel que soit le nombre de ses parts ({article})."
        )
        return
    yield paragraphe(f"Le vote a lieu par collège{suite}. {_etat(contexte)}{_report(contexte)}")


def _etat(contexte: Contexte) -> str:
    """The ground of a vote by college: colleges constituted, asked for, or asleep (statuts 25-1)."""
    etat = etat_colleges(contexte.dossier.etats_colleges, contexte.ag.jour)
    article = contexte.citer("vote.colleges", "constitution")
    if contexte.statuts.vote.colleges == "toujours":
        return f"Les statuts prévoient ce mode à chaque assemblée ({article}). "
    if etat is not None and etat.etat == CONSTITUES:
        return _constitues(contexte, etat, article)
    if etat is not None and etat.etat == DEMANDES:
        par = f" par {contexte.civil(etat.demandeur)}" if etat.demandeur is not None else ""
        return (
            f"Les collèges ont été demandés{par} le {date_longue(etat.jour)} et ne sont pas encore constitués par une "
            f"assemblée extraordinaire{INSECABLE}; ce mode de vote peut être contesté ({article}). "
        )
    return (
        f"Les collèges ne sont ni demandés ni constitués{INSECABLE}; ce mode de vote peut être contesté ({article}). "
    )


def _constitues(contexte: Contexte, etat: EtatColleges, article: str) -> str:
    if contexte.ag.convocation.motif_vote.strip():
        return ""
    return f"Les collèges sont constitués depuis le {date_longue(etat.jour)} ({article}). "


def _report(contexte: Contexte) -> str:
    poids = enumerer([f"{c.code} {pourcent_court(c.poids / 100)}" for c in contexte.statuts.colleges])
    article = contexte.citer("vote.report", "colleges")
    if contexte.statuts.vote.report_voix == "proportionnel":
        comment = "à proportion des votes émis en son sein"
    else:
        comment = "en entier du côté qui l’emporte en son sein"
    ou = "dans chacun de ses collèges" if contexte.plusieurs else "dans son collège"
    return (
        f"Chaque associé a une voix {ou}, quel que soit le nombre de ses parts. Chaque collège porte dans "
        f"l’assemblée son poids sur cent points, {comment}{INSECABLE}: {poids} ({article})."
    )


# --- majorities


def _tableau(contexte: Contexte) -> Tableau:
    groupes: dict[tuple[str, str, str], list[Resolution]] = {}
    for resolution in contexte.ag.resolutions:
        cle = (resolution.regle, competence(resolution, contexte.ag), resolution.college)
        groupes.setdefault(cle, []).append(resolution)
    colonnes = (
        Colonne("Résolutions", 24),
        Colonne("Nature et compétence", 46),
        Colonne("Majorité requise", 54),
        Colonne("Articles", 50),
    )
    rangees = tuple(
        rangee(
            rangs([r.numero for r in groupe]),
            f"{nom_regle(regle)}{INSECABLE}: {COMPETENCES[quelle]}",
            majorite_requise(contexte, groupe[0]),
            capitale(citer(regle_de(contexte, groupe[0]).articles)),
        )
        for (regle, quelle, _), groupe in groupes.items()
    )
    return Tableau(colonnes, rangees, petit=True)


def majorite_requise(contexte: Contexte, resolution: Resolution) -> str:
    """``Plus de 50 % de toutes les voix``, with the quorum where the rule asks for one."""
    regle = regle_de(contexte, resolution)
    texte = libelle_seuil(ligne_de(contexte, resolution), contexte.par_college and not regle.par_tete)
    if contexte.par_college and regle.par_tete:
        seul = resolution.college in contexte.statuts.par_code
        texte += f" du collège {resolution.college}, par tête" if seul else ", par tête"
    quorum = regle.quorum.part(contexte.ag.convocation.consultation) if regle.quorum else None
    return capitale(texte) + (f"{INSECABLE}; quorum {pourcent_court(quorum)}" if quorum is not None else "")


def _interpretation(contexte: Contexte) -> Iterator[Bloc]:
    """Said once: the texts bear several readings, one is taken, the others are computed too."""
    lues = [r.numero for r in contexte.ag.resolutions if ligne_de(contexte, r).lectures]
    if not lues:
        return
    mot = "la résolution" if len(lues) == 1 else "les résolutions"
    resultat = "le résultat" if len(lues) == 1 else "chaque résultat"
    yield paragraphe(
        f"Interprétation. Pour {mot} {rangs(lues)}, le texte se prête à plusieurs lectures de la majorité. La "
        f"lecture retenue, celle du tableau, est inscrite au profil des statuts de la coopérative{INSECABLE}; les autres "
        f"sont calculées et données sous {resultat}.",
        style=Style.NOTE,
    )
