"""Attendance in the minutes: figures by body, then everybody by name with their parts (C. com. R223-24)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from scicvote.core.article import regle
from scicvote.core.contexte_papier import Contexte
from scicvote.core.exact import INSECABLE, accord, nombre
from scicvote.core.faits import Deport, Excuse, FormulaireVote, Invite, Pouvoir, Presence
from scicvote.core.feuille_presence import decision_pouvoir
from scicvote.core.francais import date_longue, enumerer, heure_fr
from scicvote.core.moments import (
    Effectif,
    a_l_ouverture,
    a_la_cloture,
    effectifs,
    ensemble,
    heure_cloture,
    heure_ouverture,
    participants,
)
from scicvote.core.papier import (
    Alignement,
    Bloc,
    Colonne,
    Ensemble,
    Genre,
    Ligne,
    Rangee,
    Tableau,
    Titre,
    gras,
    ligne,
    liste,
    paragraphe,
    rangee,
)
from scicvote.core.presence import Assistance

_DROITE = Alignement.DROITE


def presence(contexte: Contexte) -> Iterator[Bloc]:
    """Figures at the opening and at the closing, then the names."""
    yield Ensemble((Titre(1, "Présence"), chiffres(contexte)))
    yield from _partition(contexte)
    if note := contexte.deux_fois():
        yield paragraphe(note)
    yield Titre(2, "Associés présents ou représentés")
    yield _noms(contexte)
    yield from _absents(contexte)


# --- figures


def chiffres(contexte: Contexte) -> Tableau:
    """The table of the mock-up; the closing's column only where it differs from the opening."""
    ouverture = _moment(contexte, a_l_ouverture(contexte.ag))
    cloture = _moment(contexte, a_la_cloture(contexte.ag))
    tete = "Collège" if contexte.par_college else ""
    poste = ouverture[1].correspondants or cloture[1].correspondants
    titres = ("Associés", "Présents", "Représentés", *(("Par corresp.",) if poste else ()), "Voix")
    colonnes = (Colonne(tete, 74), *(Colonne(t, 20 if poste else 25, _DROITE) for t in titres))
    rangees = [*_groupe(contexte, *ouverture, "À l’ouverture", heure_ouverture(contexte.ag), bool(poste))]
    if cloture != ouverture and heure_cloture(contexte.ag) is not None:
        rangees += _groupe(contexte, *cloture, "À la clôture", heure_cloture(contexte.ag), bool(poste))
    return Tableau(colonnes, tuple(rangees))


def _moment(contexte: Contexte, assistance: Assistance) -> tuple[tuple[Effectif, ...], Effectif]:
    """Every body, then all together."""
    return effectifs(contexte, assistance), ensemble(contexte, assistance)


def _groupe(
    contexte: Contexte, lignes: tuple[Effectif, ...], tous: Effectif, mot: str, heure: datetime | None, poste: bool
) -> list[Rangee]:
    quand = f"{mot}, à {heure_fr(heure)}" if heure else mot
    corps = [_rangee(contexte, e, Genre.CORPS, poste) for e in lignes] if contexte.par_college else []
    return [rangee(quand, genre=Genre.GROUPE), *corps, _rangee(contexte, tous, Genre.TOTAL, poste)]


def _rangee(contexte: Contexte, e: Effectif, genre: Genre, poste: bool) -> Rangee:
    ecrits = (e.correspondants,) if poste else ()
    chiffres = (nombre(n) for n in (e.associes, e.presents, e.representes, *ecrits, e.voix))
    return rangee(contexte.libelle_corps(e.code), *chiffres, genre=genre)


# --- who is in which of the figures


def _partition(contexte: Contexte) -> Iterator[Bloc]:
    """Every associé of the list in exactly one figure, so that they add up."""
    e = ensemble(contexte, a_l_ouverture(contexte.ag))
    ensuite, excuses, absents = map(len, (_ensuite(contexte), _excuses(contexte), _absents_sans_pouvoir(contexte)))
    figures = [
        _aucun(e.presents, "présent"),
        _aucun(e.representes, "représenté"),
        *([f"{nombre(e.correspondants)} par correspondance"] if e.correspondants else []),
        *(
            [f"{accord(ensuite, 'arrivé ou représenté', 'arrivés ou représentés')} en cours de séance"]
            if ensuite
            else []
        ),
        f"{_aucun(excuses, 'excusé')} sans pouvoir",
        f"{_aucun(absents, 'absent')} sans pouvoir ni excuse",
    ]
    inscrits = accord(len(contexte.inscrits), "inscrit")
    yield paragraphe(f"Sur {inscrits}, à l’ouverture{INSECABLE}: {enumerer(figures)}.")


def _aucun(n: int, mot: str) -> str:
    """``3 excusés``, ``aucun excusé``."""
    return accord(n, mot) if n else f"aucun {mot}"


def _ensuite(contexte: Contexte) -> list[int]:
    """Those who came, or were represented, only after the opening."""
    debut = a_l_ouverture(contexte.ag)
    deja = {*debut.presents, *debut.representes, *debut.formulaires}
    return [n for n in contexte.tries(participants(contexte)) if n not in deja]


def _jamais(contexte: Contexte) -> list[int]:
    vus = participants(contexte)
    return [n for n in contexte.tries(contexte.inscrits) if n not in vus]


def _dits_excuses(contexte: Contexte) -> set[int]:
    return {excuse.associe for excuse in contexte.ag.tous(Excuse)}


def _excuses(contexte: Contexte) -> list[int]:
    dits = _dits_excuses(contexte)
    return [n for n in _jamais(contexte) if n in dits]


def _absents_sans_pouvoir(contexte: Contexte) -> list[int]:
    dits = _dits_excuses(contexte)
    return [n for n in _jamais(contexte) if n not in dits]


# --- names


def _noms(contexte: Contexte) -> Tableau:
    """Present or represented, with their parts, by body; those who came later after them."""
    colonnes = (Colonne("Associé", 64), Colonne("Parts", 14, _DROITE), Colonne("En personne ou par pouvoir", 98))
    debut = a_l_ouverture(contexte.ag)
    rangees: list[Rangee] = []
    for code in contexte.codes:
        par_pouvoir = debut.representes_en(code)
        la = [n for n in contexte.membres(code) if n in debut.presents or n in par_pouvoir or n in debut.formulaires]
        if la and contexte.par_college:
            rangees.append(rangee(contexte.libelle_corps(code), genre=Genre.GROUPE))
        rangees += [_nom(contexte, n, _maniere(contexte, n, debut, code)) for n in la]
    if rangees:
        rangees.append(_total(contexte, debut))
    rangees += _suivants(contexte)
    return Tableau(colonnes, tuple(rangees), petit=True, vide="Personne.")


def _total(contexte: Contexte, debut: Assistance) -> Rangee:
    """The parts and votes of all that precede."""
    e = ensemble(contexte, debut)
    texte = f"{accord(e.voix, 'voix', 'voix')} à l’ouverture"
    return rangee(accord(e.total, "associé"), nombre(e.parts_presentes), texte, genre=Genre.TOTAL)


def _suivants(contexte: Contexte) -> list[Rangee]:
    ensuite = _ensuite(contexte)
    if not ensuite:
        return []
    lignes = [_nom(contexte, n, _apres(contexte, n)) for n in ensuite]
    return [rangee("Après l’ouverture", genre=Genre.GROUPE), *lignes]


def _nom(contexte: Contexte, associe: int, maniere: str) -> Rangee:
    return rangee(contexte.civil(associe), nombre(contexte.inscrits[associe].parts), maniere)


def _maniere(contexte: Contexte, associe: int, assistance: Assistance, code: str) -> str:
    """In person, by a representative and a document, or by whose proxy."""
    arrivee = assistance.presents.get(associe)
    if arrivee is not None:
        return _en_personne(arrivee)
    formulaire = assistance.formulaires.get(associe)
    if formulaire is not None:
        return _par_poste(formulaire)
    excuse = " (absence excusée)" if associe in _dits_excuses(contexte) else ""
    return _par_pouvoir(contexte, assistance.representes_en(code)[associe], excuse)


@regle("statuts", "23", "26")
@regle("C. com.", "R223-24")
def _par_pouvoir(contexte: Contexte, pouvoir: Pouvoir, excuse: str) -> str:
    """Whose proxy, and what the chair decided of it where they had to."""
    decision = decision_pouvoir(contexte, pouvoir)
    suite = f"\n{decision}" if decision else ""
    return f"Par pouvoir donné {contexte.donne_a(pouvoir)}{excuse}{suite}"


def _par_poste(formulaire: FormulaireVote) -> str:
    decision = f", {formulaire.decision}" if formulaire.decision else ""
    return f"Par correspondance, formulaire reçu le {date_longue(formulaire.recu)}{decision}"


def _en_personne(arrivee: Presence) -> str:
    if not arrivee.representant:
        return "En personne"
    piece = f" ({arrivee.piece})" if arrivee.piece else ""
    return f"Par son représentant, {arrivee.representant}{piece}"


def _apres(contexte: Contexte, associe: int) -> str:
    ouverture = heure_ouverture(contexte.ag)
    arrivees = [f for f in contexte.ag.tous(Presence) if f.associe == associe and f.sens == "arrivee"]
    suivante = next((f for f in arrivees if ouverture is None or f.heure > ouverture), None)
    if suivante is not None:
        return f"{_en_personne(suivante)}, à partir de {heure_fr(suivante.heure)}"
    donnes = [p for p in contexte.ag.tous(Pouvoir) if p.mandant == associe]
    return _par_pouvoir(contexte, donnes[-1], "")


# --- the others


def _absents(contexte: Contexte) -> Iterator[Bloc]:
    items = [
        _item(contexte, "Excusés, sans pouvoir", _excuses(contexte)),
        _item(contexte, "Absents, sans pouvoir ni excuse", _absents_sans_pouvoir(contexte)),
        _invites(contexte),
        _retires(contexte),
    ]
    dits = [item for item in items if item]
    if dits:
        yield liste(*dits)


def _item(contexte: Contexte, mot: str, associes: Iterable[int]) -> Ligne | None:
    return _ligne(mot, [contexte.civil(n) for n in associes])


def _ligne(mot: str, noms: list[str]) -> Ligne | None:
    if not noms:
        return None
    return ligne(gras(f"{mot} ({len(noms)})"), f"{INSECABLE}: {enumerer(noms)}.")


def _invites(contexte: Contexte) -> Ligne | None:
    noms = [", ".join(filter(None, (i.nom, i.qualite))) for i in contexte.ag.tous(Invite)]
    if not noms:
        return None
    return ligne(gras(f"Assistent sans voix ({len(noms)})"), f"{INSECABLE}: {f'{INSECABLE}; '.join(noms)}.")


def _retires(contexte: Contexte) -> Ligne | None:
    """Who took no part in a vote, and on which resolution."""
    numeros: dict[int, list[str]] = {}
    for deport in contexte.ag.tous(Deport):
        resolution = contexte.ag.resolution_par_numero.get(deport.resolution)
        if resolution is not None:
            numeros.setdefault(deport.associe, []).append(str(resolution.numero))
    noms = [f"{contexte.civil(n)} (résolution{'s' if len(r) > 1 else ''} {enumerer(r)})" for n, r in numeros.items()]
    return _ligne("N’ont pas pris part à un vote", noms)
