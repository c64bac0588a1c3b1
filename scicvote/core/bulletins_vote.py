"""Ballot papers of a secret vote: one stack per body that votes, all of a stack alike (statuts 21-7, 22)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from scicvote.core.article import regle
from scicvote.core.assemblee import Assemblee, Vote, par_associe
from scicvote.core.contexte_papier import Contexte
from scicvote.core.dossier import Dossier
from scicvote.core.exact import INSECABLE, accord, nombre
from scicvote.core.faits import Resolution, Scrutin
from scicvote.core.francais import capitale, cardinal, enumerer, ordinal
from scicvote.core.issue import Issue, refus
from scicvote.core.liste import composer_liste, corps_de
from scicvote.core.papier import (
    Alignement,
    Bloc,
    Colonne,
    Genre,
    Papier,
    Rangee,
    SautDePage,
    Tableau,
    Titre,
    gras,
    liste,
    paragraphe,
    rangee,
)
from scicvote.core.planche import CHOIX_MAXIMUM, Carte, Planche
from scicvote.core.pv_regles import regle_de
from scicvote.core.recalcul import candidats_du_tour, cle_candidat, sieges_du_tour
from scicvote.core.scrutin import ENSEMBLE
from scicvote.core.vote import DEMANDE_SECRET, SECRETS

_MARGE, _MARGE_MINIMUM = 10, 2  # a tenth more than there are voters, two at least
_CHOIX = ("Pour", "Contre", "Abstention")


@dataclass(frozen=True, slots=True)
class Urne:
    """One vote of one body: on what, at which round, who can vote at most. ``corps`` is a college, or ENSEMBLE."""

    resolution: Resolution
    vote: Vote
    corps: str
    votants: int

    @property
    def bulletins(self) -> int:
        """How many ballots are printed: one for each voter, and some to spare."""
        return self.votants + max(_MARGE_MINIMUM, -(-self.votants // _MARGE))


# --- what is voted in secret, and by whom


@regle("statuts", "21-7")
def resolutions_secretes(contexte: Contexte) -> tuple[Resolution, ...]:
    """What the statutes or the assembly want to be voted in secret, what was withdrawn left out."""
    return tuple(r for r in contexte.ag.resolutions if _secrete(contexte, r))


def _secrete(contexte: Contexte, resolution: Resolution) -> bool:
    ag, numero = contexte.ag, resolution.resolution
    if ag.retrait(numero) is not None:
        return False
    demandes = (v.proclamation for v in ag.votes_de(numero, DEMANDE_SECRET))
    return (
        resolution.regle in contexte.statuts.secret
        or any(p is not None and p.decision == "adoptee" for p in demandes)
        or any(v.scrutin.mode in SECRETS for v in ag.votes_de(numero))
    )


def choisies(contexte: Contexte, numeros: Sequence[int]) -> tuple[Resolution, ...]:
    """The resolutions at these places on the agenda; those voted in secret when none is named."""
    if not numeros:
        return resolutions_secretes(contexte)
    return tuple(r for r in contexte.ag.resolutions if r.numero in numeros)


def urnes(contexte: Contexte, resolutions: Sequence[Resolution]) -> tuple[Urne, ...]:
    """The votes of these resolutions, one for each body that votes and has members."""
    qui = electeurs(contexte)
    return tuple(
        Urne(resolution, vote_attendu(contexte.ag, resolution), code, combien)
        for resolution in resolutions
        for code, combien in _corps(contexte, resolution, qui)
        if combien
    )


def electeurs(contexte: Contexte) -> dict[int, tuple[str, ...]]:
    """Who can vote, and in which bodies: the frozen list; the register of the day before there is one."""
    ag = contexte.ag
    if ag.liste_arretee is not None:
        return {n: corps_de(ag, n) for n in contexte.inscrits}
    codes = par_associe(composer_liste(contexte.dossier, ag, ag.jour))
    return codes if contexte.par_college else dict.fromkeys(codes, (ENSEMBLE,))


def _corps(contexte: Contexte, resolution: Resolution, qui: dict[int, tuple[str, ...]]) -> Iterator[tuple[str, int]]:
    """The bodies that vote on a resolution, and how many are in each (statuts 22, 24-4)."""
    seul = resolution.college in contexte.statuts.par_code
    if contexte.par_college and regle_de(contexte, resolution).par_tete:
        code = resolution.college if seul else ENSEMBLE
        yield code, sum(1 for siens in qui.values() if not seul or code in siens)
        return
    corps = [code for siens in qui.values() for code in siens]
    for code in dict.fromkeys((*contexte.codes, *sorted(set(corps)))):
        yield code, corps.count(code)


def vote_attendu(ag: Assemblee, resolution: Resolution) -> Vote:
    """The vote that ballots are printed for: the open one, the next round, else the first."""
    votes = ag.votes_de(resolution.resolution)
    if not votes:
        heure = ag.convocation.heure
        return Vote(
            Scrutin(0, ag.numero, resolution.resolution, resolution.regle, "resolution", "secret_papier", 1, heure)
        )
    dernier = votes[-1]
    if dernier.proclamation is not None and dernier.proclamation.decision == "second_tour":
        return Vote(replace(dernier.scrutin, tour=dernier.scrutin.tour + 1))
    return dernier


@regle("statuts", "18-1", "21-7")
def controler_bulletins(dossier: Dossier, assemblee: Assemblee, numeros: Sequence[int]) -> Iterator[Issue]:
    """Why there are no ballots to print for these places on the agenda (none: for the secret votes)."""
    contexte = Contexte(dossier, assemblee)
    article = contexte.statuts.article("scrutin.secret")
    connus = {r.numero for r in assemblee.resolutions}
    for inconnu in (n for n in numeros if n not in connus):
        yield refus("RESOLUTION", f"Il n’y a pas de résolution {inconnu} à l’ordre du jour.", chemin="resolutions")
    resolutions = choisies(contexte, numeros)
    if not numeros and not resolutions:
        phrase = "Aucune résolution de cette assemblée ne se vote à bulletin secret\u00a0: indiquer celles qui veulent des bulletins."
        yield refus("SANS_SCRUTIN_SECRET", phrase, article, chemin="resolutions")
    if not electeurs(contexte):
        yield refus("SANS_ELECTEUR", "Aucun associé ne vote à cette assemblée.", article, chemin="assemblee")
    for resolution in resolutions:
        yield from _candidatures(contexte, resolution)


def _candidatures(contexte: Contexte, resolution: Resolution) -> Iterator[Issue]:
    if not resolution.sieges:
        return
    combien = len(candidats_du_tour(contexte.dossier, contexte.ag, vote_attendu(contexte.ag, resolution)))
    article = contexte.statuts.article("gerance", defaut="C. com. L223-18")
    if not combien:
        phrase = f"Résolution {resolution.numero}\u00a0: aucun candidat, pas de bulletin."
        yield refus("SANS_CANDIDAT", phrase, article, chemin="resolutions")
    elif combien > CHOIX_MAXIMUM:
        phrase = f"Résolution {resolution.numero}\u00a0: {accord(combien, 'candidat')}, un bulletin en montre {CHOIX_MAXIMUM} au plus."
        yield refus("TROP_DE_CANDIDATS", phrase, article, chemin="resolutions")


# --- the paper


@regle("statuts", "18-1", "21-7", "22")
def bulletins_vote(dossier: Dossier, assemblee: Assemblee, numeros: Sequence[int] = ()) -> Papier:
    """The ballots of these places on the agenda (none: of the secret votes), after a page that counts them.

    Where there are several stacks a sheet before each says which it is: on a ballot nothing says who it is for, and
    those of all the bodies are alike. Raises ValueError where ``controler_bulletins`` refuses.
    """
    contexte = Contexte(dossier, assemblee)
    piles = urnes(contexte, choisies(contexte, numeros))
    return contexte.papier("Bulletins de vote", _blocs(contexte, piles))


def _blocs(contexte: Contexte, piles: Sequence[Urne]) -> Iterator[Bloc]:
    yield paragraphe(
        f"Le scrutin a lieu par bulletins de papier ({contexte.citer('scrutin.secret')}). Chaque votant reçoit un bulletin par "
        "voix, la sienne et celles des personnes qu’il représente."
    )
    yield Titre(1, "Bulletins à découper")
    yield _tableau(contexte, piles)
    yield Titre(1, "Avant et après le vote")
    yield liste(*_usages(contexte))
    for pile in piles:
        if len(piles) > 1:
            yield SautDePage()
            yield from _intercalaire(contexte, pile)
        yield SautDePage()
        yield Planche(carte(contexte, pile), pile.bulletins)


def _intercalaire(contexte: Contexte, pile: Urne) -> Iterator[Bloc]:
    """The sheet before a stack."""
    yield Titre(1, nom_scrutin(pile))
    yield paragraphe(gras(nom_corps(contexte, pile.corps)))
    yield paragraphe(
        f"{accord(pile.bulletins, 'bulletin')} pour {accord(pile.votants, 'votant')} au plus, sur les pages qui suivent. "
        "Cette feuille n’est pas un bulletin\u00a0: la garder avec la pile découpée."
    )


def _tableau(contexte: Contexte, piles: Sequence[Urne]) -> Tableau:
    droite = Alignement.DROITE
    colonnes = (Colonne("Scrutin", 76), Colonne("Votants au plus", 22, droite), Colonne("Bulletins", 20, droite))
    lignes: list[Rangee] = []
    for pile in piles:
        if not lignes or pile.resolution is not _derniere(piles, pile):
            lignes.append(rangee(nom_scrutin(pile), genre=Genre.GROUPE))
        lignes.append(rangee(nom_corps(contexte, pile.corps), nombre(pile.votants), nombre(pile.bulletins)))
    total = rangee("Ensemble", "", nombre(sum(p.bulletins for p in piles)), genre=Genre.TOTAL)
    return Tableau(colonnes, (*lignes, total))


def _derniere(piles: Sequence[Urne], pile: Urne) -> Resolution:
    """The resolution of the stack before this one."""
    return piles[max(0, piles.index(pile) - 1)].resolution


def _usages(contexte: Contexte) -> Iterator[str]:
    yield "Compter les bulletins découpés avant de les remettre au bureau."
    if contexte.par_college:
        yield "Une urne par collège\u00a0: les voix se dépouillent collège par collège."
    yield "Remettre à chaque votant autant de bulletins que de voix, d’après la feuille de présence."
    yield (
        "Est blanc un bulletin sans aucune case cochée. Est nul un bulletin qui en coche trop, ou qui porte un nom, un signe "
        "ou une rature."
    )
    yield "Après la proclamation, détruire les bulletins qui n’ont pas servi."


def nom_scrutin(urne: Urne) -> str:
    """``Résolution 5 – Élection de la gérance, second tour``."""
    tour = urne.vote.scrutin.tour
    rang = "second" if tour == 2 else ordinal(tour)
    suite = f", {rang} tour" if tour > 1 else ""
    return f"Résolution{INSECABLE}{urne.resolution.numero} – {urne.resolution.titre}{suite}"


def nom_corps(contexte: Contexte, code: str) -> str:
    """``Collège SB, Salariés et bénévoles membres actifs``; ``Tous les associés``."""
    college = contexte.statuts.par_code.get(code)
    if college is not None:
        return f"Collège {code}, {college.nom}"
    return "Tous les associés" if code == ENSEMBLE else "Sans collège"


# --- one ballot


def carte(contexte: Contexte, urne: Urne) -> Carte:
    """The ballot of a stack: the same whatever the body."""
    entete = (f"{contexte.statuts.denomination} · {contexte.ag.titre_court}",)
    if urne.resolution.sieges:
        return Carte(entete, nom_scrutin(urne), *_noms(contexte, urne))
    note = "Aucune case cochée\u00a0: bulletin blanc. Plusieurs cases, un nom ou un signe\u00a0: bulletin nul."
    return Carte(entete, nom_scrutin(urne), "Cochez une seule case.", _CHOIX, note)


def _noms(contexte: Contexte, urne: Urne) -> tuple[str, tuple[str, ...], str]:
    """How to answer, the candidates, what makes a ballot blank or void."""
    sieges = sieges_du_tour(contexte.ag, urne.vote)
    au_plus = "un seul nom" if sieges == 1 else f"{cardinal(sieges)} noms au plus"
    consigne = (
        f"{capitale(cardinal(sieges))} {'siège' if sieges == 1 else 'sièges'} à pourvoir\u00a0: cochez {au_plus}."
    )
    candidats = contexte.tries(candidats_du_tour(contexte.dossier, contexte.ag, urne.vote))
    noms = tuple(cle_candidat(contexte.dossier, contexte.ag, n) for n in candidats)
    trop = "Plus d’un nom coché" if sieges == 1 else f"Plus de {cardinal(sieges)} noms cochés"
    note = f"Aucun nom coché\u00a0: bulletin blanc. {trop}, {enumerer(['un nom ajouté', 'un signe'], 'ou')}\u00a0: bulletin nul."
    return consigne, noms, note
