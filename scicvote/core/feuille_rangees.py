"""The rows of the attendance sheet: one per associé, with the mentions of statuts 21-4."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from scicvote.core.article import regle
from scicvote.core.contexte_papier import Contexte
from scicvote.core.exact import INSECABLE, accord, nombre, pourcent_court
from scicvote.core.faits import Fiche, FormulaireVote, Pouvoir, Presence
from scicvote.core.francais import enumerer, heure_fr
from scicvote.core.moments import a_la_cloture
from scicvote.core.papier import Alignement, Colonne, Cumul, Genre, Ligne, Rangee, Tableau, gras, ligne, rangee
from scicvote.core.presence import Chute
from scicvote.core.scrutin import ENSEMBLE

COLONNES = (
    Colonne("N°", 9, Alignement.DROITE),
    Colonne("Nom et prénom, ou dénomination", 70),
    Colonne("Domicile ou siège", 54),
    Colonne("Parts", 13, Alignement.DROITE),
    Colonne("Voix", 12, Alignement.DROITE),
    Colonne("En personne", 30),
    Colonne("Pouvoir", 48),
    Colonne("Signature", 56),
)
_SIGNER = 12  # millimetres: room to sign


@dataclass(frozen=True)
class Emargement:
    """The passages and proxies of an assembly, found once for all rows."""

    contexte: Contexte

    @cached_property
    def passages(self) -> dict[int, list[Presence]]:
        """Every arrival and departure, by associé."""
        tous: dict[int, list[Presence]] = defaultdict(list)
        for passage in self.contexte.ag.tous(Presence):
            tous[passage.associe].append(passage)
        return tous

    @cached_property
    def donnes(self) -> dict[int, list[Pouvoir]]:
        """The proxies given, by giver."""
        return self._pouvoirs(lambda p: p.mandant)

    @cached_property
    def portes(self) -> dict[int, list[Pouvoir]]:
        """The proxies received, by holder; those of spouses who are not associés under 0."""
        return self._pouvoirs(lambda p: p.mandataire or 0)

    def _pouvoirs(self, qui: Callable[[Pouvoir], int]) -> dict[int, list[Pouvoir]]:
        tous: dict[int, list[Pouvoir]] = defaultdict(list)
        for pouvoir in self.contexte.ag.tous(Pouvoir):
            tous[qui(pouvoir)].append(pouvoir)
        return tous

    @cached_property
    def chutes(self) -> dict[int, Chute]:
        """How proxies fell, by their number. One that fell as the sitting closed is taken to have stood until then."""
        return {chute.pouvoir.pouvoir: chute for chute in a_la_cloture(self.contexte.ag).chutes}

    def exerce(self, pouvoir: Pouvoir) -> bool:
        """Whether its holder signs, or signed, for the giver: not when the proxy fell before they came."""
        chute = self.chutes.get(pouvoir.pouvoir)
        arrivee = self.contexte.ag.assistance.vus.get(pouvoir.mandataire or 0)
        return chute is None or (arrivee is not None and chute.heure > arrivee.heure)


def tableau_emargement(emargement: Emargement) -> Tableau:
    """Every associé who can vote: one list, or by college with sub-totals; parts and votes totalled on each page."""
    contexte = emargement.contexte
    rangees: list[Rangee] = []
    quantites: list[tuple[int, ...]] = []  # parts and votes of each row, for the totals of each page
    rang = 0
    vus: set[int] = set()  # whoever votes in several colleges has a row in each, and their parts count in the first
    for code in contexte.codes:
        membres = contexte.membres(code)
        rangees += _tete(contexte, code, len(membres))
        quantites += [()] * (len(rangees) - len(quantites))
        rangees += [_rangee(emargement, code, associe, rang + i) for i, associe in enumerate(membres, 1)]
        quantites += [(0 if n in vus else contexte.inscrits[n].parts, contexte.inscrits[n].voix) for n in membres]
        vus |= set(membres)
        rang += len(membres)
        if code != ENSEMBLE and membres:
            rangees.append(_total(contexte, membres, len(membres), f"Collège {code}" if code else "Sans collège"))
    if rang:
        rangees.append(_total(contexte, list(contexte.inscrits), rang, "Ensemble"))
    quantites += [()] * (len(rangees) - len(quantites))
    vide = "La liste des associés n’est pas arrêtée." if contexte.ag.liste_arretee is None else "Aucun associé."
    unites = ("ligne", "lignes") if contexte.plusieurs else ("associé", "associés")
    cumul = Cumul(1, (3, 4), tuple(quantites) if rang else (), unites)
    return Tableau(
        COLONNES,
        tuple(rangees) if rang else (),
        hauteur=_SIGNER,
        quadrille=True,
        petit=True,
        vide=vide,
        cumul=cumul,
    )


def _tete(contexte: Contexte, code: str, effectif: int) -> list[Rangee]:
    """What heads a college."""
    if code == ENSEMBLE:
        return []
    college = contexte.statuts.par_code.get(code)
    poids = f", {pourcent_court(college.poids / 100)} des voix de l’assemblée" if college else ""
    suite = "" if effectif else f"{INSECABLE}: aucun associé"
    return [rangee(f"{contexte.libelle_corps(code)}{poids}{suite}", genre=Genre.GROUPE)]


def _total(contexte: Contexte, membres: list[int], voix: int, libelle: str) -> Rangee:
    """Each of these associés once, with their parts; one vote a row."""
    parts = nombre(sum(contexte.inscrits[n].parts for n in membres))
    texte = f"{libelle}{INSECABLE}: {accord(len(membres), 'associé')}"
    return rangee("", texte, "", parts, nombre(voix), "", "", "", genre=Genre.TOTAL)


def _rangee(emargement: Emargement, code: str, associe: int, rang: int) -> Rangee:
    contexte = emargement.contexte
    inscrit = contexte.inscrits[associe]
    fiche = contexte.dossier.registre.au(contexte.ag.jour).par_numero[associe].fiche
    return rangee(
        str(rang),
        identite(contexte, associe, fiche),
        fiche.domicile,
        nombre(inscrit.parts),
        nombre(inscrit.voix),
        _en_personne(emargement, associe),
        _pouvoirs(emargement, code, associe),
        "",
    )


def identite(contexte: Contexte, associe: int, fiche: Fiche) -> Ligne:
    """Family name in bold then first name; a denomination, then who represents it and the document that says so."""
    if not contexte.morale(associe):
        civilite = f"{fiche.civilite}{INSECABLE}" if fiche.civilite else ""
        return ligne(civilite, gras(fiche.nom), f" {fiche.prenom}".rstrip())
    return ligne(gras(fiche.nom), _representant(contexte, associe, fiche))


def _representant(contexte: Contexte, associe: int, fiche: Fiche) -> str:
    presence = contexte.ag.assistance.vus.get(associe)
    qui = presence.representant if presence else fiche.representant
    if not qui:
        return ""
    qualite = f", {fiche.qualite_representant}" if fiche.qualite_representant and qui == fiche.representant else ""
    piece = f"\nPièce{INSECABLE}: {presence.piece}" if presence and presence.piece else ""
    return f"\nReprésentant{INSECABLE}: {qui}{qualite}{piece}"


def _en_personne(emargement: Emargement, associe: int) -> str:
    """The vote by post, then every arrival and departure, with its hour; nothing before."""
    mots = {"arrivee": "Arrivée", "depart": "Départ"}
    passages = [f"{mots[p.sens]} {heure_fr(p.heure)}" for p in emargement.passages.get(associe, ())]
    return "\n".join((*_par_poste(emargement.contexte, associe), *passages))


@regle("C. com.", "R225-95")
def _par_poste(contexte: Contexte, associe: int) -> Iterator[str]:
    """The vote by post, and how it fell where it did."""
    chutes = {c.formulaire.formulaire: c for c in contexte.ag.assistance.chutes_formulaires}
    for formulaire in contexte.ag.tous(FormulaireVote):
        if formulaire.associe == associe:
            chute = chutes.get(formulaire.formulaire)
            suite = f", {chute.motif}" if chute else ""
            yield f"Par correspondance, reçu le {formulaire.recu:%d/%m/%Y}{suite}"


def _pouvoirs(emargement: Emargement, code: str, associe: int) -> str:
    """The proxy given for this body, and those held there: whoever holds one signs in the box of its giver too."""
    contexte = emargement.contexte
    lignes = [_donne(emargement, p) for p in emargement.donnes.get(associe, ()) if _ici(contexte, p, code)]
    portes = [p for p in emargement.portes.get(associe, ()) if emargement.exerce(p) and _tient(contexte, p, code)]
    if portes:
        noms = list(dict.fromkeys(contexte.nom(p.mandant) for p in portes))
        lignes.append(f"Signe aussi pour {enumerer(noms)}")
    return "\n".join(lignes)


def _ici(contexte: Contexte, pouvoir: Pouvoir, code: str) -> bool:
    """Whether a proxy stands for this body."""
    return code == ENSEMBLE or contexte.ag.assistance.vaut_en(pouvoir.pouvoir, code)


def _tient(contexte: Contexte, pouvoir: Pouvoir, code: str) -> bool:
    """Whether a holder is told of a proxy in this row of theirs: in the giver's college where they share it."""
    if code == ENSEMBLE or pouvoir.mandataire is None:
        return True
    donnes = [c for c in contexte.ag.colleges.get(pouvoir.mandant, ()) if _ici(contexte, pouvoir, c)]
    communs = [c for c in contexte.ag.colleges.get(pouvoir.mandataire, ()) if c in donnes]
    return code in communs or not communs


def _donne(emargement: Emargement, pouvoir: Pouvoir) -> str:
    chute = emargement.chutes.get(pouvoir.pouvoir)
    donne = f"Donné {emargement.contexte.donne_a(pouvoir)}"
    return f"{donne}, tombé à {heure_fr(chute.heure)}" if chute else donne


def instant_fr(heure: datetime) -> str:
    """A day and an hour in a table's cell: ``10/06/2026, 9 h 30``."""
    return f"{heure:%d/%m/%Y}, {heure_fr(heure)}"
