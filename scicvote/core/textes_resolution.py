"""The text of a resolution of each kind, from what the file knows; what it does not know is left as a blank."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from scicvote.core import textes_capital
from scicvote.core.article import citer, regle
from scicvote.core.dossier import Dossier
from scicvote.core.exact import accord, poids_court
from scicvote.core.faits import Mouvement
from scicvote.core.francais import accorder, cardinal, de, enumerer, selon
from scicvote.core.registre import NatureMouvement
from scicvote.core.resolution import BLANC, GENRES, Objet
from scicvote.core.sujet_resolution import Modele, Sujet

__all__ = ["Modele", "Sujet", "derniere_candidature", "modele"]

CONVENTIONS: Final = {"SA": "L225-38", "SAS": "L227-10"}  # C. com.; L223-19 for a SARL


def modele(sujet: Sujet, objet: str) -> Modele:
    """The ready-made text of a kind of resolution. Raises KeyError for a kind that does not exist."""
    return _MODELES[objet](sujet)


# --- the annual assembly


@regle("C. com.", "L223-26")
def _comptes(sujet: Sujet) -> Modele:
    """The annual accounts and the management report are approved."""
    return Modele(
        "Approbation des comptes et du rapport de gestion",
        "L’assemblée, après avoir entendu le rapport de gestion et pris connaissance des comptes de l’exercice clos le "
        f"{sujet.cloture}, approuve ce rapport et ces comptes tels qu’ils lui ont été présentés, ainsi que les "
        "opérations qu’ils traduisent.",
    )


def _affectation(sujet: Sujet) -> Modele:
    return Modele(
        "Affectation du résultat",
        f"L’assemblée affecte le résultat de l’exercice clos le {sujet.cloture}, soit {BLANC}\u00a0€, comme suit\u00a0:\n"
        f"– à la réserve légale\u00a0: {BLANC}\u00a0€\u00a0;\n"
        f"– à la réserve statutaire impartageable\u00a0: {BLANC}\u00a0€.",
    )


@regle("C. com.", "L223-19")
def _convention(sujet: Sujet) -> Modele:
    """A regulated agreement is approved, named with the person whom it concerns where that is known."""
    article = CONVENTIONS.get(sujet.statuts.forme, "L223-19")
    debut = (
        f"L’assemblée, après lecture du rapport sur les conventions visées à l’article {article} du Code de commerce, "
    )
    if sujet.personne is None:
        return Modele("Conventions réglementées", f"{debut}approuve les conventions qui y sont mentionnées.")
    return Modele(
        f"Convention réglementée avec {sujet.nom}",
        f"{debut}approuve la convention conclue avec {sujet.nom}, qui a pour objet {BLANC}.",
    )


def _quitus(sujet: Sujet) -> Modele:
    noms = enumerer([sujet.dossier.nom(gerant, sujet.ag.jour) for gerant in sujet.dossier.gerants(sujet.ag.jour)])
    gerance = f"à la gérance ({noms})" if noms else "à la gérance"
    return Modele(
        "Quitus à la gérance",
        f"L’assemblée donne {gerance} quitus entier et sans réserve de sa gestion pour l’exercice clos le {sujet.cloture}.",
    )


@regle("statuts", "18-1", "18-2")
def _election(sujet: Sujet) -> Modele:
    """Managers are elected for the term of the statutes, among the candidates that the colleges present."""
    sieges = max(1, sujet.sieges)
    quoi = f"{cardinal(sieges)} {selon(sieges, 'gérant', 'gérants')}"
    annees = sujet.statuts.delais.mandat_gerance_annees
    duree = "" if annees is None else f" pour {cardinal(annees, feminin=True)} {selon(annees, 'année', 'années')}"
    presentes = ", parmi les candidats présentés par les collèges" if sujet.ag.convocation.par_college else ""
    titre = "Élection d’un gérant" if sieges == 1 else f"Élection de {quoi}"
    return Modele(titre, f"L’assemblée élit {quoi}{duree}{presentes}.")


# --- people


@regle("statuts", "13")
def _admission(sujet: Sujet) -> Modele:
    """Somebody is admitted, with their category and parts."""
    qualite, categorie, parts = _qualite(sujet)
    return Modele(
        f"Admission {de(sujet.nom)}",
        f"L’assemblée admet {sujet.nom} en qualité {qualite}{categorie}{parts}.",
    )


@regle("statuts", "13", "24-4")
def _avis(sujet: Sujet) -> Modele:
    """A college gives its opinion on an admission."""
    _, categorie, parts = _qualite(sujet)
    return Modele(
        f"Avis sur l’admission {de(sujet.nom)}",
        f"Le {sujet.corps} donne un avis favorable à l’admission {de(sujet.nom)}{categorie}{parts}.",
    )


def _qualite(sujet: Sujet) -> tuple[str, str, str]:
    """``d’associée``, ``, dans la catégorie 2 (Usagers)``, ``, pour 50 parts sociales``, from the application."""
    personne = sujet.personne
    if personne is None:
        return "d’associé", f", dans la catégorie {BLANC}", f", pour {BLANC} parts sociales"
    mot = accorder(personne.fiche.civilite, "d’associé", "d’associée")
    connue = sujet.statuts.categories_par_code.get(personne.categorie)
    suite = f"{personne.categorie} ({connue.nom})" if connue else (personne.categorie or BLANC)
    candidature = derniere_candidature(sujet.dossier, personne.numero)
    parts = candidature.parts if candidature is not None else 0
    return (
        mot,
        f", dans la catégorie {suite}",
        f", pour {accord(parts, 'part sociale', 'parts sociales')}" if parts else "",
    )


def derniere_candidature(dossier: Dossier, associe: int) -> Mouvement | None:
    """The latest application of a person."""
    nature = NatureMouvement.CANDIDATURE
    return next((m for m in reversed(dossier.registre.mouvements) if m.associe == associe and m.nature == nature), None)


@regle("statuts", "15")
def _exclusion(sujet: Sujet) -> Modele:
    """An associé is excluded, having been specially convened, for a reason to be written."""
    convoque = _accorde(sujet, "convoqué pour être entendu", "convoquée pour être entendue")
    return Modele(
        f"Exclusion {de(sujet.nom)}",
        f"L’assemblée, {sujet.nom} ayant été spécialement {convoque}, prononce son exclusion pour le motif "
        f"suivant\u00a0: {BLANC}.",
    )


def _accorde(sujet: Sujet, masculin: str, feminin: str) -> str:
    return accorder(sujet.personne.fiche.civilite if sujet.personne else "", masculin, feminin)


def _revocation(sujet: Sujet) -> Modele:
    mot = _accorde(sujet, "gérant", "gérante")
    return Modele(f"Révocation {de(sujet.nom)}", f"L’assemblée révoque {sujet.nom} de ses fonctions de {mot}.")


def _designation(sujet: Sujet) -> Modele:
    return Modele(
        f"Candidature à la gérance présentée par le {sujet.corps}",
        f"Le {sujet.corps} présente {sujet.nom} à l’élection de la gérance.",
    )


# --- statutes, colleges, the rest


@regle("statuts", "24-3")
def _statuts(_sujet: Sujet) -> Modele:
    """An article of the statutes takes another wording."""
    return Modele(
        "Modification des statuts",
        f"L’assemblée décide de modifier l’article {BLANC} des statuts, désormais rédigé comme suit\u00a0: «\u00a0{BLANC}\u00a0».",
    )


@regle("statuts", "22", "25-1")
def _colleges(sujet: Sujet) -> Modele:
    """The colleges of the statutes are constituted, with their weights."""
    noms = enumerer([f"{c.nom} ({poids_court(c.poids)} des voix)" for c in sujet.statuts.colleges]) or BLANC
    article = sujet.statuts.references.get("colleges", "")
    prevus = f" ({citer((article,))})" if article else ""
    return Modele(
        "Constitution des collèges",
        f"L’assemblée constitue les collèges prévus par les statuts{prevus}\u00a0: {noms}.",
    )


@regle("statuts", "22")
def _poids(sujet: Sujet) -> Modele:
    """The weights of the colleges become others, the colleges concerned having been heard."""
    noms = enumerer([f"{c.nom}, {BLANC}\u00a0%" for c in sujet.statuts.colleges]) or BLANC
    return Modele(
        "Modification des poids des collèges",
        f"L’assemblée, les collèges concernés consultés et leur avis étant favorable, fixe ainsi leurs poids\u00a0: {noms}.",
    )


@regle("statuts", "25-2")
def _nouveau_college(sujet: Sujet) -> Modele:
    """A college is created or the colleges are made up otherwise, each having deliberated on the project."""
    noms = enumerer([f"{c.nom}, {BLANC}\u00a0%" for c in sujet.statuts.colleges])
    suite = f"{noms} et {BLANC}, {BLANC}\u00a0%" if noms else f"{BLANC}, {BLANC}\u00a0%"
    return Modele(
        "Création d’un nouveau collège",
        f"L’assemblée, chaque collège ayant délibéré sur le projet, crée le collège {BLANC}, qui réunit {BLANC}, et répartit "
        f"ainsi les droits de vote\u00a0: {suite}.",
    )


def _decision(sujet: Sujet) -> Modele:
    return Modele(GENRES[Objet.DECISION_COLLEGE].libelle, f"Le {sujet.corps} décide {BLANC}.")


def _autre(_sujet: Sujet) -> Modele:
    return Modele("", f"L’assemblée décide {BLANC}.")


_MODELES: Final[dict[str, Callable[[Sujet], Modele]]] = {
    Objet.COMPTES: _comptes,
    Objet.AFFECTATION: _affectation,
    Objet.QUITUS: _quitus,
    Objet.CONVENTION: _convention,
    Objet.ADMISSION: _admission,
    Objet.EXCLUSION: _exclusion,
    Objet.ELECTION: _election,
    Objet.REVOCATION: _revocation,
    Objet.STATUTS: _statuts,
    Objet.COLLEGES: _colleges,
    Objet.POIDS: _poids,
    Objet.NOUVEAU_COLLEGE: _nouveau_college,
    Objet.AGREMENT: textes_capital.agrement,
    Objet.AUGMENTATION: textes_capital.augmentation,
    Objet.REDUCTION: textes_capital.reduction,
    Objet.REMBOURSEMENT: textes_capital.remboursement,
    Objet.DISSOLUTION: textes_capital.dissolution,
    Objet.AVIS: _avis,
    Objet.DESIGNATION: _designation,
    Objet.DECISION_COLLEGE: _decision,
    Objet.AUTRE: _autre,
}
