"""Two papers laid before the annual assembly: losses of quality by category, evolution of the membership."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import timedelta
from fractions import Fraction

from scicvote.core.article import regle
from scicvote.core.assemblee import Assemblee
from scicvote.core.contexte_papier import Contexte, citer
from scicvote.core.dossier import Dossier
from scicvote.core.exact import INSECABLE, accord, euros, nombre, pourcent
from scicvote.core.francais import date_longue, enumerer
from scicvote.core.papier import (
    Alignement,
    Bloc,
    Colonne,
    Ensemble,
    Genre,
    Papier,
    Rangee,
    Signatures,
    Style,
    Tableau,
    Titre,
    paragraphe,
    rangee,
)
from scicvote.core.registre import LIBELLES
from scicvote.core.societariat import Evolution, Ligne, Passage, Periode, exercice_de, periode_exercice

DECRET = "décret 2015-1381"
_DROITE = Alignement.DROITE
_COURTS = {"fin_contrat": "Fin de contrat", "inactivite": "Inactivité", "cession": "Cession", "constat": "Constat"}


def evolution_de(contexte: Contexte) -> Evolution:
    """The register over the financial year that an assembly looks at."""
    exercice = exercice_de(contexte.statuts, contexte.ag)
    return Evolution(contexte.dossier, periode_exercice(contexte.statuts, exercice))


def _sous_titre(periode: Periode) -> str:
    return f"Exercice {periode.exercice}, du {date_longue(periode.debut)} au {date_longue(periode.fin)}"


def _categorie(contexte: Contexte, code: str) -> str:
    categorie = contexte.statuts.categories_par_code.get(code)
    return f"{code}. {categorie.nom}" if categorie else code or "Sans catégorie"


# --- losses of quality


@regle("statuts", "14")
def etat_departs(dossier: Dossier, assemblee: Assemblee) -> Papier:
    """How many associés lost the quality during the financial year, by category: numbers, no names."""
    contexte = Contexte(dossier, assemblee)
    evolution = evolution_de(contexte)
    return contexte.papier(
        "État des pertes de la qualité d’associé",
        _departs(contexte, evolution),
        sous_titre=_sous_titre(evolution.periode),
    )


def _departs(contexte: Contexte, evolution: Evolution) -> Iterator[Bloc]:
    article = contexte.citer("pertes", defaut="statuts 14")
    yield paragraphe(
        f"Nombre d’associés ayant perdu leur qualité au cours de l’exercice, par catégorie, communiqué à l’assemblée "
        f"du {date_longue(contexte.ag.jour)} ({article})."
    )
    yield _tableau_departs(contexte, evolution.codes, evolution.sorties)
    debut = evolution.periode.fin + timedelta(days=1)
    if debut <= contexte.ag.jour:
        depuis = Evolution(contexte.dossier, Periode(debut, contexte.ag.jour)).sorties
        yield paragraphe(f"Depuis la clôture, jusqu’au {date_longue(contexte.ag.jour)}{INSECABLE}: {_depuis(depuis)}.")
    yield Ensemble((paragraphe("La gérance,"), Signatures(contexte.gerance(contexte.ag.jour))))


def _tableau_departs(contexte: Contexte, codes: Sequence[str], sorties: Sequence[Passage]) -> Tableau:
    motifs = [m for m in LIBELLES if any(p.motif == m for p in sorties)]
    colonnes = (
        Colonne("Catégorie", 60),
        *(Colonne(_COURTS.get(m, LIBELLES[m]), 24, _DROITE) for m in motifs),
        Colonne("Total", 20, _DROITE),
        Colonne("Parts annulées ou cédées", 28, _DROITE),
    )
    lignes = [_ligne_departs(_categorie(contexte, c), motifs, [p for p in sorties if p.de == c]) for c in codes]
    total = _ligne_departs("Ensemble", motifs, list(sorties), Genre.TOTAL)
    return Tableau(colonnes, (*lignes, total))


def _ligne_departs(
    libelle: str, motifs: Sequence[str], sorties: Sequence[Passage], genre: Genre = Genre.CORPS
) -> Rangee:
    compte = Counter(p.motif for p in sorties)
    chiffres = (*(compte[m] for m in motifs), len(sorties), sum(p.parts for p in sorties))
    return rangee(libelle, *map(nombre, chiffres), genre=genre)


def _depuis(sorties: Sequence[Passage]) -> str:
    if not sorties:
        return "aucune perte de qualité"
    compte = Counter(p.de for p in sorties)
    detail = enumerer([f"{nombre(n)} en catégorie {code or '–'}" for code, n in sorted(compte.items(), key=str)])
    return f"{accord(len(sorties), 'perte de qualité', 'pertes de qualité')}, dont {detail}"


# --- evolution


@regle("décret", "2015-1381")
def evolution_societariat(dossier: Dossier, assemblee: Assemblee) -> Papier:
    """The membership and the capital by category at both ends of the financial year, and what happened between."""
    contexte = Contexte(dossier, assemblee)
    evolution = evolution_de(contexte)
    return contexte.papier(
        "Évolution du sociétariat",
        _evolution(contexte, evolution),
        sous_titre=_sous_titre(evolution.periode),
        pied=f"Annexe au rapport de gestion ({DECRET})",
    )


def _evolution(contexte: Contexte, evolution: Evolution) -> Iterator[Bloc]:
    avant, apres = len(evolution.ouverture.associes), len(evolution.cloture.associes)
    debut, fin = f"{evolution.periode.debut:%d/%m/%Y}", f"{evolution.periode.fin:%d/%m/%Y}"
    articles = citer(("loi 47-1775 19 septies",))
    yield paragraphe(
        f"Données de l’évolution du sociétariat, à inscrire au rapport de gestion ({DECRET}{INSECABLE}; {articles}). "
        f"La société comptait {accord(avant, 'associé')} à l’ouverture de l’exercice et {accord(apres, 'associé')} à sa clôture."
    )
    yield Titre(1, "Associés par catégorie")
    yield _tableau_associes(contexte, evolution.lignes, debut, fin)
    yield paragraphe(
        "Une personne qui change de catégorie n’entre ni ne sort de la société. La qualité d’associé commence quand les "
        "parts sont libérées.",
        style=Style.NOTE,
    )
    yield Ensemble((Titre(1, "Capital par catégorie"), _tableau_capital(contexte, evolution.lignes)))


def _tableau_associes(contexte: Contexte, lignes: Sequence[Ligne], debut: str, fin: str) -> Tableau:
    titres = (f"Au {debut}", "Entrées", "Sorties", "Venus d’une autre", "Partis vers une autre", f"Au {fin}")
    colonnes = (Colonne("Catégorie", 58), *(Colonne(t, 24, _DROITE) for t in titres))
    rangees = [rangee(_categorie(contexte, une.categorie), *map(nombre, _effectifs(une))) for une in lignes]
    sommes = [sum(colonne) for colonne in zip(*map(_effectifs, lignes), strict=True)] if lignes else [0] * 6
    return Tableau(colonnes, (*rangees, rangee("Ensemble", *map(nombre, sommes), genre=Genre.TOTAL)), petit=True)


def _effectifs(une: Ligne) -> tuple[int, ...]:
    return une.ouverture, une.entrees, une.sorties, une.arrivees, une.departs, une.cloture


def _tableau_capital(contexte: Contexte, lignes: Sequence[Ligne]) -> Tableau:
    titres = ("Parts à l’ouverture", "Parts à la clôture", "Variation", "Capital à la clôture", "Part du capital")
    colonnes = (Colonne("Catégorie", 58), *(Colonne(t, 26, _DROITE) for t in titres))
    total = sum(une.parts_cloture for une in lignes)
    rangees = [
        _capital(contexte, _categorie(contexte, une.categorie), une.parts_ouverture, une.parts_cloture, total)
        for une in lignes
    ]
    avant = sum(une.parts_ouverture for une in lignes)
    return Tableau(colonnes, (*rangees, _capital(contexte, "Ensemble", avant, total, total, Genre.TOTAL)), petit=True)


def _capital(
    contexte: Contexte, libelle: str, avant: int, apres: int, total: int, genre: Genre = Genre.CORPS
) -> Rangee:
    valeur = contexte.statuts.capital.valeur_part
    montant = "" if valeur is None else euros(apres * valeur)
    part = pourcent(Fraction(apres, total)) if total else "–"
    ecart = f"+{nombre(apres - avant)}" if apres > avant else nombre(apres - avant)
    return rangee(libelle, nombre(avant), nombre(apres), ecart, montant, part, genre=genre)


__all__ = ["etat_departs", "evolution_de", "evolution_societariat"]
