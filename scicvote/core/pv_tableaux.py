"""The tables and the drawing of one vote: attendance, counts, points carried."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from scicvote.core.assemblee import Vote
from scicvote.core.contexte_papier import Contexte
from scicvote.core.correspondance import par_poste
from scicvote.core.exact import nombre, points, pourcent_court
from scicvote.core.faits import Compte, CorpsScrutin
from scicvote.core.papier import Alignement, BarreVote, Bloc, Colonne, Genre, PartCorps, Tableau, rangee
from scicvote.core.pv_secret import taire
from scicvote.core.resultat import AnyResultat, Resultat
from scicvote.core.scrutin import ENSEMBLE
from scicvote.core.vote import SECRETS, corps_attendus

_DROITE = Alignement.DROITE
_LIBELLE, _PLACE = 27, 135  # millimetres: the first column, and room for the others
_LARGEURS = {
    "Inscrits": 15,
    "Présents": 16,
    "Représ.": 15,
    "Corresp.": 16,
    "Retirés": 14,
    "Pour": 11,
    "Contre": 13,
    "Abst.": 11,
    "Blancs": 13,
    "Nuls": 10,
    "Sans vote": 11,
    "Votants": 15,
    "Points pour": 14,
    "Points contre": 14,
    "Points abst.": 14,
}
_ZERO = Fraction(0)


@dataclass(frozen=True, slots=True)
class CorpsVote:
    """One body of a vote: as it stood, and what was counted in it."""

    corps: CorpsScrutin
    compte: Compte
    poste: int = 0  # who voted by post

    @property
    def presents(self) -> int:
        """There in person."""
        return self.corps.presents - self.corps.representes - self.poste

    @property
    def sans_vote(self) -> int:
        """Present or represented, part of the base, and did not vote."""
        return self.corps.presents - self.corps.retires - self.compte.votants


Mesure = Callable[[CorpsVote], int]
_PRESENCE: tuple[tuple[str, Mesure, bool], ...] = (  # heading, figure, whether it shows when all are 0
    ("Inscrits", lambda c: c.corps.inscrits, True),
    ("Présents", lambda c: c.presents, True),
    ("Représ.", lambda c: c.corps.representes, True),
    ("Corresp.", lambda c: c.poste, False),
    ("Retirés", lambda c: c.corps.retires, False),
)
_VOIX: tuple[tuple[str, Mesure, bool], ...] = (
    ("Pour", lambda c: c.compte.pour, True),
    ("Contre", lambda c: c.compte.contre, True),
    ("Abst.", lambda c: c.compte.abstention, True),
    ("Blancs", lambda c: c.compte.blanc, False),
    ("Nuls", lambda c: c.compte.nul, False),
    ("Sans vote", lambda c: c.sans_vote, False),
)
_BULLETINS: tuple[tuple[str, Mesure, bool], ...] = (
    ("Votants", lambda c: c.compte.votants, True),
    ("Blancs", lambda c: c.compte.blanc, True),
    ("Nuls", lambda c: c.compte.nul, True),
)
_VOTANTS: tuple[tuple[str, Mesure, bool], ...] = (("Votants", lambda c: c.compte.votants, True),)


def corps_du_tableau(contexte: Contexte, vote: Vote) -> tuple[CorpsVote, ...]:
    """The bodies in which a vote was counted, in the order of the statutes."""
    comptes = {compte.college: compte for compte in vote.comptes}
    rien = Compte(vote.scrutin.assemblee, vote.scrutin.scrutin, "", 0, 0, 0, 0, 0, 0)
    attendus = corps_attendus(contexte.ag, vote)
    return tuple(CorpsVote(c, comptes.get(code, rien), par_poste(vote, code).votants) for code, c in attendus.items())


def decompte(contexte: Contexte, vote: Vote, resultat: AnyResultat) -> Iterator[Bloc]:
    """Attendance of that moment and counts, body by body; the points carried beside them, or under where room lacks."""
    corps = corps_du_tableau(contexte, vote)
    mesures = [*_PRESENCE, *_mesures_voix(vote, resultat)]
    comptees = [_mesuree(titre, f, corps) for titre, f, toujours in mesures if toujours or any(f(c) for c in corps)]
    portees = _portees(corps, resultat) if isinstance(resultat, Resultat) and not taire(vote) else []
    if portees and sum(_LARGEURS[c.titre] for c in (*comptees, *portees)) <= _PLACE:
        yield _tableau(contexte, corps, [*comptees, *portees])
        return
    yield _tableau(contexte, corps, comptees)
    if portees:
        yield _tableau(contexte, corps, portees)


def _mesures_voix(vote: Vote, resultat: AnyResultat) -> tuple[tuple[str, Mesure, bool], ...]:
    if taire(vote):
        return _VOTANTS
    return _VOIX if isinstance(resultat, Resultat) else _BULLETINS


@dataclass(frozen=True, slots=True)
class _ColonneVote:
    """A heading, the figure of each body, their total."""

    titre: str
    valeurs: tuple[str, ...]
    total: str


def _mesuree(titre: str, mesure: Mesure, corps: tuple[CorpsVote, ...]) -> _ColonneVote:
    return _ColonneVote(titre, tuple(nombre(mesure(c)) for c in corps), nombre(sum(mesure(c) for c in corps)))


def _portees(corps: tuple[CorpsVote, ...], resultat: Resultat) -> list[_ColonneVote]:
    """The points that each college carries; a dash where it carries none. Nothing by heads."""
    if not resultat.cadre.par_college:
        return []
    parts = [resultat.parts.get(c.corps.college) for c in corps]
    return [
        _ColonneVote(titre, tuple(points(getattr(p, nom)) if p else "–" for p in parts), points(getattr(resultat, nom)))
        for titre, nom in (("Points pour", "pour"), ("Points contre", "contre"), ("Points abst.", "abstention"))
    ]


def _tableau(contexte: Contexte, corps: tuple[CorpsVote, ...], vues: list[_ColonneVote]) -> Tableau:
    colonnes = (Colonne("", _LIBELLE), *(Colonne(c.titre, _LARGEURS[c.titre], _DROITE) for c in vues))
    rangees = [
        rangee(_libelle(contexte, un.corps.college), *(c.valeurs[i] for c in vues)) for i, un in enumerate(corps)
    ]
    if len(corps) > 1:
        mot = "Ensemble, en voix" if contexte.plusieurs else "Ensemble"
        rangees.append(rangee(mot, *(c.total for c in vues), genre=Genre.TOTAL))
    return Tableau(colonnes, tuple(rangees), petit=True)


def _libelle(contexte: Contexte, code: str) -> str:
    college = contexte.statuts.par_code.get(code)
    if college is None:
        return "Ensemble" if code == ENSEMBLE else "Sans collège"
    return f"Collège {code}, {pourcent_court(college.poids / 100)}" if contexte.par_college else f"Collège {code}"


# --- the drawing


def barre(resultat: Resultat, vote: Vote) -> Iterator[Bloc]:
    """The result against its threshold, on a hundred points, or on a hundred for all heads; none without anybody."""
    ligne, cadre = resultat.cadre.ligne, resultat.cadre
    mot = f"{'plus de' if ligne.stricte else 'au moins'} {pourcent_court(ligne.seuil)}"
    if cadre.par_college:
        parts = _points(resultat, taire(vote))
        yield BarreVote(parts, ligne.seuil * resultat.base_valeur if resultat.base_valeur else None, mot)
        return
    inscrits = Fraction(cadre.corps[0].inscrits)
    if inscrits > 0 and not (taire(vote) and vote.scrutin.mode in SECRETS):
        seuil = 100 * ligne.seuil * resultat.base_valeur / inscrits
        yield BarreVote((_tetes(resultat, inscrits),), seuil if resultat.base_valeur else None, mot)


def _points(resultat: Resultat, muet: bool) -> tuple[PartCorps, ...]:
    if muet:
        reste = resultat.non_votants + resultat.perdu
        return (PartCorps("", resultat.pour, resultat.contre, resultat.abstention, reste),)
    corps = [PartCorps(code, p.pour, p.contre, p.abstention, p.non_votants) for code, p in resultat.parts.items()]
    ponderation = resultat.cadre.ponderation
    hors = ponderation.abstention if ponderation else _ZERO
    if hors or resultat.perdu:
        corps.append(PartCorps("", _ZERO, _ZERO, hors, resultat.perdu))
    return tuple(corps)


def _tetes(resultat: Resultat, inscrits: Fraction) -> PartCorps:
    pour, contre, abstention = (100 * n / inscrits for n in (resultat.pour, resultat.contre, resultat.abstention))
    return PartCorps("", pour, contre, abstention, 100 - pour - contre - abstention)
