"""Papers of the register of associés: the frozen list of an assembly, the chronological register of movements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Final

from scicvote.core.article import regle
from scicvote.core.assemblee import Assemblee, par_associe
from scicvote.core.contexte_papier import Contexte
from scicvote.core.dossier import Dossier
from scicvote.core.exact import INSECABLE, accord, euros, nombre
from scicvote.core.faits import LigneListe, Mouvement
from scicvote.core.francais import date_longue
from scicvote.core.liste import composer_liste
from scicvote.core.papier import (
    Alignement,
    Bloc,
    Colonne,
    Ensemble,
    Genre,
    Ligne,
    Papier,
    Rangee,
    Signatures,
    Tableau,
    Titre,
    gras,
    ligne,
    paragraphe,
    rangee,
)
from scicvote.core.registre import LIBELLES, SORTIES, NatureMouvement

_DROITE = Alignement.DROITE
_SIGNES: Final = {"reprise": "+", "souscription": "+"}


# --- the frozen list


@regle("statuts", "21-1")
def liste_associes(dossier: Dossier, assemblee: Assemblee) -> Papier:
    """The list of associés as it was frozen; as it would be today, marked PROJET, before."""
    contexte = Contexte(dossier, assemblee)
    arretee = assemblee.liste_arretee
    lignes = assemblee.tous(LigneListe) if arretee else composer_liste(dossier, assemblee, assemblee.jour)
    return contexte.papier(
        "Liste des associés",
        _liste(contexte, {u.associe: u for u in reversed(lignes)}, par_associe(lignes)),
        mention="" if arretee else "PROJET",
        paysage=True,
    )


def _liste(contexte: Contexte, lignes: dict[int, LigneListe], codes: dict[int, tuple[str, ...]]) -> Iterator[Bloc]:
    arretee = contexte.ag.liste_arretee
    article = contexte.citer("delais.arrete_liste_jours", "presence")
    if arretee is None:
        yield paragraphe(
            f"La liste n’est pas encore arrêtée ({article})\u00a0; en voici le projet, d’après le registre."
        )
    else:
        effectif = accord(len(lignes), "associé")
        yield paragraphe(
            f"Liste arrêtée au {date_longue(arretee.jour)} par {arretee.arretee_par} ({article}){INSECABLE}: {effectif}."
        )
    yield _tableau_liste(contexte, lignes, codes)
    if lignes:
        yield Ensemble((Titre(2, "Par catégorie"), _par_categorie(contexte, lignes)))
    yield Ensemble((paragraphe("Certifiée exacte par la gérance."), Signatures(contexte.gerance(contexte.ag.jour))))


def _tableau_liste(contexte: Contexte, lignes: dict[int, LigneListe], codes: dict[int, tuple[str, ...]]) -> Tableau:
    """Everybody once: whoever votes in several colleges with all of them, and a vote in each when it is by college."""
    colleges = any(une.college for une in lignes.values())
    voix = {n: une.voix * (len(codes[n]) if contexte.par_college else 1) for n, une in lignes.items()}
    colonnes = (
        Colonne("N°", 10, _DROITE),
        Colonne("Nom et prénom, ou dénomination", 76),
        Colonne("Domicile ou siège", 90),
        Colonne("Catégorie", 20, Alignement.CENTRE),
        *((Colonne("Collège", 18, Alignement.CENTRE),) if colleges else ()),
        Colonne("Parts", 16, _DROITE),
        Colonne("Voix", 14, _DROITE),
    )
    rangees = [
        rangee(
            nombre(rang),
            nom_liste(contexte, n),
            fiche.domicile if (fiche := contexte.fiche(n)) else "",
            lignes[n].categorie,
            *((", ".join(codes[n]),) if colleges else ()),
            nombre(lignes[n].parts),
            nombre(voix[n]),
        )
        for rang, n in enumerate(contexte.tries(lignes), 1)
    ]
    if rangees:
        vides = ("",) * (len(colonnes) - 4)
        parts = nombre(sum(une.parts for une in lignes.values()))
        rangees.append(rangee("", "Ensemble", *vides, parts, nombre(sum(voix.values())), genre=Genre.TOTAL))
    return Tableau(colonnes, tuple(rangees), petit=True, vide="Aucun associé.")


def nom_liste(contexte: Contexte, associe: int) -> Ligne:
    """``Mme MARJOLAINE Inès`` with the family name in bold, or a denomination and who represents it."""
    fiche = contexte.fiche(associe)
    if fiche is None:
        return ligne(contexte.nom(associe))
    if contexte.morale(associe):
        qui = f"\nReprésentant{INSECABLE}: {fiche.representant}" if fiche.representant else ""
        return ligne(gras(fiche.nom), qui)
    civilite = f"{fiche.civilite}{INSECABLE}" if fiche.civilite else ""
    return ligne(civilite, gras(fiche.nom), f" {fiche.prenom}".rstrip())


def _par_categorie(contexte: Contexte, lignes: dict[int, LigneListe]) -> Tableau:
    effectifs = Counter(u.categorie for u in lignes.values())
    colonnes = (Colonne("Catégorie", 70), Colonne("Associés", 24, _DROITE), Colonne("Parts", 24, _DROITE))
    rangees = []
    for code in sorted(effectifs):
        categorie = contexte.statuts.categories_par_code.get(code)
        parts = sum(u.parts for u in lignes.values() if u.categorie == code)
        libelle = f"{code}. {categorie.nom}" if categorie else code
        rangees.append(rangee(libelle, nombre(effectifs[code]), nombre(parts)))
    return Tableau(colonnes, tuple(rangees), petit=True)


# --- the register of movements


@regle("statuts", "9", "12", "13", "14", "17")
def registre_mouvements(dossier: Dossier, assemblee: Assemblee) -> Papier:
    """Every movement until the day of the assembly, in the order of days, with the parts held by all after it."""
    contexte = Contexte(dossier, assemblee)
    return contexte.papier(
        "Registre des mouvements de parts",
        _registre(contexte, assemblee.jour),
        sous_titre=f"Arrêté au {date_longue(assemblee.jour)}",
        paysage=True,
    )


def _registre(contexte: Contexte, jour: date) -> Iterator[Bloc]:
    etat, valeur = contexte.dossier.registre.au(jour), contexte.statuts.capital.valeur_part
    capital = "" if valeur is None else f", soit un capital de {euros(etat.parts * valeur)}"
    articles = contexte.loi("statuts 9", "statuts 12", "statuts 14", "C. com. L231-1")
    yield paragraphe(
        f"Mouvements dans l’ordre des jours ({articles}). Au {date_longue(jour)}{INSECABLE}: "
        f"{accord(len(etat.associes), 'associé')}, {accord(etat.parts, 'part')}{capital}."
    )
    colonnes = (
        Colonne("Date", 22),
        Colonne("Nom et prénom, ou dénomination", 66),
        Colonne("Mouvement", 52),
        Colonne("Catégorie", 20, Alignement.CENTRE),
        Colonne("Parts", 17, _DROITE),
        Colonne("Autre partie, assemblée, pièce", 66),
        Colonne("Parts en tout", 22, _DROITE),
    )
    yield Tableau(colonnes, tuple(_mouvements(contexte, jour)), petit=True, vide="Aucun mouvement.")


def _mouvements(contexte: Contexte, jour: date) -> Iterator[Rangee]:
    avant = 0
    for mouvement, total in contexte.dossier.registre.soldes():
        if mouvement.jour > jour:
            return
        yield rangee(
            f"{mouvement.jour:%d/%m/%Y}",
            f"{contexte.nom(mouvement.associe)} (n°{INSECABLE}{mouvement.associe})",
            LIBELLES.get(mouvement.nature, mouvement.nature),
            mouvement.categorie,
            _parts(mouvement, total - avant),
            "\n".join(_references(contexte, mouvement)),
            nombre(total),
        )
        avant = total


def _parts(mouvement: Mouvement, ecart: int) -> str:
    """The number of parts concerned, signed where it changes the total; nothing where none are."""
    if mouvement.nature in SORTIES or mouvement.nature == NatureMouvement.RECTIFICATION:
        return f"+{nombre(ecart)}" if ecart > 0 else nombre(ecart) if ecart else ""
    return f"{_SIGNES.get(mouvement.nature, '')}{nombre(mouvement.parts)}" if mouvement.parts else ""


def _references(contexte: Contexte, mouvement: Mouvement) -> Iterator[str]:
    if mouvement.tiers is not None:
        yield f"à {contexte.nom(mouvement.tiers)} (n°{INSECABLE}{mouvement.tiers})"
    ag = contexte.dossier.assemblee(mouvement.assemblee) if mouvement.assemblee is not None else None
    if ag is not None:
        yield ag.titre_court
    if mouvement.piece.strip():
        yield mouvement.piece.strip()
