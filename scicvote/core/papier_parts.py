"""Papers of one person's parts: the subscription form in two originals, the certificate of what they hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction

from scicvote.core.article import regle
from scicvote.core.assemblee import Assemblee
from scicvote.core.contexte_papier import Contexte
from scicvote.core.dossier import Dossier
from scicvote.core.exact import INSECABLE, accord, euros
from scicvote.core.faits import Fiche, Resolution
from scicvote.core.francais import cardinal, date_longue, guillemets
from scicvote.core.papier import (
    Bloc,
    CaseSignature,
    Colonne,
    Ensemble,
    Papier,
    Rangee,
    SautDePage,
    Signatures,
    Style,
    Tableau,
    Titre,
    gras,
    ligne,
    paragraphe,
    rangee,
)
from scicvote.core.registre import LIBELLES, NatureMouvement
from scicvote.core.resolution import Objet

_BLANC = "…………"
_BON_POUR = f"Le souscripteur, qui écrit {guillemets('Bon pour souscription de')} et le nombre de parts en lettres"
_ORIGINAUX = ("conservé par la société", "remis au souscripteur")


# --- subscription


def souscripteurs(contexte: Contexte) -> tuple[int, ...]:
    """Whose forms an assembly calls for: those whose admission is on its agenda, in its order."""
    points = (r for r in contexte.ag.resolutions if r.objet == Objet.ADMISSION and r.concerne is not None)
    return tuple(dict.fromkeys(r.concerne for r in points if r.concerne is not None))


@regle("statuts", "10", "13")
def bulletins(dossier: Dossier, assemblee: Assemblee, associe: int | None = None) -> Papier:
    """The subscription form of one person, in two originals; of everybody whose admission is voted, for None.

    The number of parts is the one that the register has them subscribe on the day of the assembly or later; blank,
    to be filled by hand, where it has none.
    """
    contexte = Contexte(dossier, assemblee)
    qui = souscripteurs(contexte) if associe is None else (associe,)
    return contexte.papier(
        "Bulletin de souscription de parts sociales",
        _bulletins(contexte, qui),
        sous_titre="",
        pied="Bulletin de souscription, fait en deux originaux",
    )


def _bulletins(contexte: Contexte, qui: tuple[int, ...]) -> Iterator[Bloc]:
    if not qui:
        yield paragraphe("Aucune admission n’est à l’ordre du jour de cette assemblée.")
    pages = [(associe, original) for associe in qui for original in _ORIGINAUX]
    for rang, (associe, original) in enumerate(pages):
        if rang:
            yield SautDePage()
            yield paragraphe(gras(contexte.statuts.denomination), style=Style.CENTRE)
            yield paragraphe(gras("Bulletin de souscription de parts sociales"), style=Style.CENTRE)
        numero = _ORIGINAUX.index(original) + 1
        yield paragraphe(f"Original n°{INSECABLE}{numero} sur 2, {original}", style=Style.CENTRE)
        yield from _bulletin(contexte, associe)


def _bulletin(contexte: Contexte, associe: int) -> Iterator[Bloc]:
    valeur, parts = contexte.statuts.capital.valeur_part, _souscrites(contexte, associe)
    yield Tableau((Colonne("Souscripteur", 40), Colonne("", 120)), _rangees(_identite(contexte, associe)))
    yield Titre(1, "La souscription")
    yield paragraphe(
        f"Le souscripteur, après avoir pris connaissance des statuts, déclare souscrire {_combien(parts)} "
        f"{guillemets(contexte.statuts.denomination)}{_montant(parts, valeur)} ({contexte.citer('capital.souscription', 'capital', defaut='statuts 10')})."
    )
    yield paragraphe(_admission(contexte, associe))
    yield paragraphe(
        f"Il libère ces parts en totalité par {_BLANC}{_BLANC}{_BLANC} le {_BLANC}{_BLANC}. La qualité d’associé commence "
        f"quand les parts sont libérées ({contexte.loi('statuts 12')})."
    )
    yield paragraphe(
        "Les parts sont nominatives et remboursables dans les conditions des statuts. Chaque associé dispose d’une voix, "
        "quel que soit le nombre de ses parts."
    )
    yield Ensemble(
        (
            paragraphe(f"Fait en deux originaux à {_BLANC}{_BLANC}{_BLANC}, le {_BLANC}{_BLANC}."),
            Signatures((CaseSignature(_nom(contexte, associe), _BON_POUR), *contexte.gerance(contexte.ag.jour)[:1])),
        )
    )


def _identite(contexte: Contexte, associe: int) -> Iterator[tuple[str, str]]:
    morale, personne = contexte.morale(associe), contexte.dossier.registre.au(date.max).par_numero[associe]
    fiche = contexte.fiche(associe) or personne.fiche
    yield ("Dénomination" if morale else "Nom et prénom"), _nom(contexte, associe)
    yield ("Siège" if morale else "Domicile"), fiche.domicile or _BLANC
    if morale:
        qualite = f", {fiche.qualite_representant}" if fiche.qualite_representant else ""
        yield "Représentée par", f"{fiche.representant or _BLANC}{qualite}"
    if fiche.courriel:
        yield "Courriel", fiche.courriel
    categorie = contexte.statuts.categories_par_code.get(personne.categorie)
    yield "Catégorie", f"{personne.categorie}. {categorie.nom}" if categorie else _BLANC


def _nom(contexte: Contexte, associe: int) -> str:
    return contexte.nom(associe) if contexte.morale(associe) else contexte.civil(associe)


def _souscrites(contexte: Contexte, associe: int) -> int:
    """The parts that the register has them subscribe from the day of the assembly on."""
    return sum(
        m.parts
        for m in contexte.dossier.registre.mouvements_de(associe)
        if m.nature == NatureMouvement.SOUSCRIPTION and m.jour >= contexte.ag.jour
    )


def _combien(parts: int) -> str:
    if not parts:
        return f"{_BLANC} parts sociales (en lettres{INSECABLE}: {_BLANC}{_BLANC}) de"
    mot = "part sociale" if parts == 1 else "parts sociales"
    return f"{accord(parts, 'part sociale', 'parts sociales')} ({cardinal(parts, feminin=True)} {mot}) de"


def _montant(parts: int, valeur: Fraction | None) -> str:
    if valeur is None:
        return ""
    total = euros(parts * valeur) if parts else f"{_BLANC}{INSECABLE}€"
    return f", d’une valeur de {euros(valeur)} chacune, soit {total}"


def _admission(contexte: Contexte, associe: int) -> str:
    point = _point(contexte, associe)
    if point is None:
        return "La souscription d’un nouvel associé prend effet après son admission par l’assemblée générale."
    decision = contexte.ag.decision(point.resolution)
    ou = f"{contexte.ag.titre_court}, résolution {point.numero}"
    article = contexte.citer("admission", defaut="statuts 13")
    if decision == "adoptee":
        return f"Admission prononcée par l’assemblée générale ({ou}{INSECABLE}; {article})."
    return f"Sous réserve de l’admission, soumise à l’assemblée générale ({ou}{INSECABLE}; {article})."


def _point(contexte: Contexte, associe: int) -> Resolution | None:
    return next((r for r in contexte.ag.resolutions if r.objet == Objet.ADMISSION and r.concerne == associe), None)


# --- certificate


@regle("statuts", "8", "12")
def attestation_parts(dossier: Dossier, assemblee: Assemblee, associe: int, jour: date) -> Papier:
    """What somebody holds on ``jour``: parts, value, paid or not, category, since when. Raises KeyError for a stranger."""
    contexte = Contexte(dossier, assemblee)
    return contexte.papier(
        "Attestation de détention de parts sociales",
        _attestation(contexte, associe, jour),
        sous_titre="",
        pied="Attestation établie d’après le registre des associés",
    )


def _attestation(contexte: Contexte, associe: int, jour: date) -> Iterator[Bloc]:
    personne = contexte.dossier.registre.au(jour).par_numero[associe]
    valeur = contexte.statuts.capital.valeur_part
    quand = date_longue(jour)
    yield paragraphe(
        f"La gérance de {guillemets(contexte.statuts.denomination)} atteste que, d’après le registre des associés arrêté "
        f"au {quand}, ",
        gras(_nom(contexte, associe)),
        f"{_adresse(contexte, personne.fiche)}",
        f" est au nombre des associés, sous le n°{INSECABLE}{associe}."
        if personne.est_associe
        else " n’est pas au nombre des associés.",
    )
    lignes = [
        ("Parts sociales détenues", accord(personne.parts, "part")),
        ("Dont libérées", accord(personne.liberees, "part")),
    ]
    if valeur is not None:
        lignes.append(("Valeur nominale", f"{euros(valeur)} la part, soit {euros(personne.parts * valeur)}"))
    categorie = contexte.statuts.categories_par_code.get(personne.categorie)
    lignes.append(("Catégorie", f"{personne.categorie}. {categorie.nom}" if categorie else "–"))
    if personne.entree is not None:
        lignes.append(("Qualité d’associé depuis le", date_longue(personne.entree)))
    if personne.sortie is not None:
        motif = LIBELLES.get(personne.motif_sortie, personne.motif_sortie).lower()
        lignes.append(("Qualité perdue le", f"{date_longue(personne.sortie)} ({motif})"))
    yield Tableau((Colonne(f"Au {quand}", 60), Colonne("", 100)), _rangees(lignes))
    yield paragraphe("Attestation délivrée pour servir et valoir ce que de droit.")
    yield Ensemble((paragraphe(f"Fait le {quand}."), Signatures(contexte.gerance(jour))))


def _rangees(lignes: Iterable[tuple[str, str]]) -> tuple[Rangee, ...]:
    return tuple(rangee(quoi, ligne(gras(valeur))) for quoi, valeur in lignes)


def _adresse(contexte: Contexte, fiche: Fiche) -> str:
    if not fiche.domicile:
        return ""
    return f", {'siège' if contexte.morale(fiche.associe) else 'domicile'}{INSECABLE}: {fiche.domicile},"


__all__ = ["attestation_parts", "bulletins", "souscripteurs"]
