"""The papers that go with a college's file: what is handed over, and what comes back, to be signed (statuts 24-4, 25-3)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from scicvote.core.article import regle
from scicvote.core.assemblee import Assemblee
from scicvote.core.contexte_papier import Contexte
from scicvote.core.dossier import Dossier
from scicvote.core.exact import INSECABLE, accord
from scicvote.core.faits import Resolution
from scicvote.core.faits_college import ExportCollege
from scicvote.core.feuille_presence import signataire
from scicvote.core.francais import date_longue, heure_fr, rangs
from scicvote.core.mission import mission_de
from scicvote.core.papier import (
    Alignement,
    Bloc,
    CaseSignature,
    Colonne,
    Ensemble,
    Papier,
    Signatures,
    Style,
    Tableau,
    Titre,
    gras,
    liste,
    paragraphe,
    rangee,
)
from scicvote.core.paquet_college import membres_du_college
from scicvote.core.pv_secret import taire
from scicvote.core.retour_college import LigneRetour, Retour
from scicvote.core.retours import points_de

_DROITE: Final = Alignement.DROITE
_MODES: Final = {"": "non votée", "main_levee": "main levée", "appel_nominal": "appel nominal"}
SANS_VALEUR: Final = (
    "Ces huit mots tiennent lieu d’empreinte\u00a0: les mêmes des deux côtés, le fichier est le même. Ils n’ont aucune valeur "
    "juridique\u202f; seul le papier signé en a une."
)


# --- what is handed over


@regle("statuts", "24-4", "25-3")
def bordereau(dossier: Dossier, assemblee: Assemblee, export: ExportCollege, mots: Sequence[str]) -> Papier:
    """The cover sheet of a package: what it is, its eight words, what its president does with it. Not the phrase."""
    contexte = Contexte(dossier, assemblee)
    return contexte.papier("Paquet remis à un collège", _bordereau(contexte, export, mots))


def _bordereau(contexte: Contexte, export: ExportCollege, mots: Sequence[str]) -> Iterator[Bloc]:
    points = contexte.ag.resolution_par_numero
    numeros = sorted(points[r].numero for r, _ in points_de(export) if r in points)
    membres = len(membres_du_college(contexte.dossier, contexte.ag, export.college))
    jour, heure = date_longue(export.reunion.date()), heure_fr(export.reunion)
    yield Titre(1, f"{contexte.libelle_corps(export.college)}, paquet n°{INSECABLE}{export.numero}")
    yield paragraphe(
        f"Préparé le {date_longue(export.heure.date())} à {heure_fr(export.heure)}. Le collège se réunit le {jour} à {heure}, {export.lieu}."
    )
    quoi = "la résolution" if len(numeros) == 1 else "les résolutions"
    yield paragraphe(
        f"Il contient {quoi} {rangs(numeros)}, {accord(membres, 'membre')} du collège et leurs pouvoirs, et rien des autres collèges."
    )
    yield from _huit_mots(mots)
    yield Titre(2, "Ce que fait le président du collège")
    yield liste(
        "Ouvrir le fichier avec SCICVote\u00a0: le programme montre l’assemblée de ce collège, et elle seule.",
        "Comparer les huit mots ci-dessus avec ceux de l’écran.",
        "Faire émarger, faire voter, clore la séance, puis choisir «\u00a0Préparer le retour\u00a0» et donner la phrase remise à part.",
        "Imprimer le papier du retour, le signer, et le rapporter avec le fichier du retour.",
        numerotee=True,
    )
    yield paragraphe(
        "La phrase n’est ni dans le fichier ni sur cette feuille. Perdue, elle ne se retrouve pas\u00a0: demander un nouveau paquet.",
        style=Style.NOTE,
    )
    president = contexte.dossier.presidents(contexte.ag.jour).get(export.college)
    nom = contexte.nom(president.associe) if president is not None else ""
    cases = (*contexte.gerance(contexte.ag.jour)[:1], CaseSignature(nom, "Reçu par le président du collège"))
    yield Ensemble((Signatures(cases),))


def _huit_mots(mots: Sequence[str]) -> Iterator[Bloc]:
    yield Ensemble(
        (
            Titre(2, "Huit mots à comparer"),
            paragraphe(gras("\u2003".join(mots)), style=Style.CENTRE),
            paragraphe(SANS_VALEUR, style=Style.NOTE),
        )
    )


# --- what comes back


@regle("statuts", "24-4", "25-3")
def papier_retour(dossier: Dossier, assemblee: Assemblee, retour: Retour, mots: Sequence[str]) -> Papier:
    """What a college voted, to be signed by its president: attendance, counts, the eight words of the file."""
    contexte = Contexte(dossier, assemblee)
    return contexte.papier("Retour du collège", _retour(contexte, retour, mots))


def _retour(contexte: Contexte, retour: Retour, mots: Sequence[str]) -> Iterator[Bloc]:
    mission = mission_de(contexte.ag)
    quoi = f" pour l’{mission.titre[:1].lower()}{mission.titre[1:]}" if mission is not None else ""
    yield Titre(1, f"Retour n°{INSECABLE}{retour.numero} du collège {retour.college}")
    yield paragraphe(f"Signé dans le fichier le {date_longue(retour.heure.date())} à {heure_fr(retour.heure)}{quoi}.")
    yield from _huit_mots(mots)
    yield from _presence(contexte)
    yield Titre(2, "Voix du collège")
    lignes = {ligne.resolution: ligne for ligne in retour.lignes}
    points = [(r, lignes[r.resolution]) for r in contexte.ag.resolutions if r.resolution in lignes]
    yield _voix(contexte, [(r, ligne) for r, ligne in points if not r.sieges])
    for resolution, ligne in points:
        if resolution.sieges:
            yield from _election(contexte, resolution, ligne)
    yield paragraphe(
        "Un tiret remplace des voix qui diraient qui a voté quoi\u00a0: elles sont dans le fichier seul.",
        style=Style.NOTE,
    )
    bureau = contexte.ag.bureau
    president = (
        CaseSignature("", "Président du collège")
        if bureau is None
        else CaseSignature(signataire(contexte, bureau.president), "Président de séance du collège")
    )
    secretaire = CaseSignature("" if bureau is None else bureau.secretaire, "Secrétaire")
    yield Signatures((president, secretaire))


def _presence(contexte: Contexte) -> Iterator[Bloc]:
    assistance = contexte.ag.assistance
    yield Titre(2, "Présents et représentés")
    vus = [rangee(contexte.nom(n), "en personne") for n in contexte.tries(assistance.vus)]
    representes = [
        rangee(contexte.nom(n), f"par pouvoir donné {contexte.donne_a(pouvoir)}")
        for n, pouvoir in sorted(assistance.representes.items(), key=lambda paire: contexte.ordre(paire[0]))
    ]
    colonnes = (Colonne("Associé", 80), Colonne("Comment", 90))
    yield Tableau(colonnes, (*vus, *representes), petit=True, vide="Personne.")


def _voix(contexte: Contexte, points: Sequence[tuple[Resolution, LigneRetour]]) -> Tableau:
    colonnes = (
        Colonne("N°", 9, _DROITE),
        Colonne("Résolution", 62),
        Colonne("Vote", 30),
        *(Colonne(mot, 15, _DROITE) for mot in ("Présents", "Pour", "Contre", "Abst.", "Blancs", "Nuls")),
    )
    rangees = []
    for resolution, ligne in points:
        comptes = (ligne.pour, ligne.contre, ligne.abstention, ligne.blanc, ligne.nul)
        dits = ["–"] * 5 if _secret(contexte, resolution) else [str(n) for n in comptes]
        tete = (str(resolution.numero), resolution.titre, _mode(ligne), str(ligne.presents))
        rangees.append(rangee(*tete, *dits))
    return Tableau(colonnes, tuple(rangees), petit=True, vide="Aucune résolution.")


def _mode(ligne: LigneRetour) -> str:
    return _MODES.get(ligne.mode, "scrutin secret")


def _secret(contexte: Contexte, resolution: Resolution) -> bool:
    return any(taire(vote) for vote in contexte.ag.votes_de(resolution.resolution))


def _election(contexte: Contexte, resolution: Resolution, ligne: LigneRetour) -> Iterator[Bloc]:
    tu = _secret(contexte, resolution)
    comptes = [accord(ligne.votants, "votant"), accord(ligne.blanc, "bulletin blanc", "bulletins blancs")]
    comptes.append(accord(ligne.nul, "bulletin nul", "bulletins nuls"))
    rangees = tuple(
        rangee(contexte.nom(candidat), "–" if tu else str(voix)) for candidat, voix in sorted(ligne.voix.items())
    )
    yield Ensemble(
        (
            paragraphe(
                f"Résolution {resolution.numero}, {resolution.titre}{INSECABLE}: {_mode(ligne)}, "
                f"{accord(ligne.presents, 'présent ou représenté', 'présents ou représentés')}, {', '.join(comptes)}."
            ),
            Tableau(
                (Colonne("Candidat", 110), Colonne("Voix", 30, _DROITE)), rangees, petit=True, vide="Aucun candidat."
            ),
        )
    )
