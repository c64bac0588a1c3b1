"""Who has still to come to the isoloir, and for whom: what its desk shows. No choice is here."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from scicvote.core.assemblee import Assemblee, Vote
from scicvote.core.dossier import Dossier
from scicvote.core.exact import accord
from scicvote.core.faits import Electeur
from scicvote.core.francais import enumerer
from scicvote.core.isoloir import BLANC, electeurs_de, emarges, emarges_par_corps, reste_a_emarger
from scicvote.core.normalise import cle
from scicvote.core.recalcul import candidats_du_tour, cle_candidat, est_election, sieges_du_tour
from scicvote.core.scrutin import ENSEMBLE
from scicvote.ui.textes import majuscule


def tr(texte: str) -> str:
    return QCoreApplication.translate("Isoloir", texte)


@dataclass(frozen=True, slots=True)
class Votant:
    """Somebody who comes to the desk: their name, who signs for them, the votes that they have left to cast.

    A vote is (associé on whose behalf, body in which it counts).
    """

    nom: str
    venu: str
    votes: tuple[tuple[int, str], ...]
    noms: tuple[str, ...]  # of those represented among them
    lui_meme: int  # the associé that they are, 0 for a spouse who is none

    @property
    def detail(self) -> str:
        """``2 votes, dont Dan Essai``."""
        suite = tr(", dont {}").format(enumerer(self.noms)) if self.noms else ""
        return f"{accord(len(self.votes), 'vote')}{suite}"

    def repond(self, mots: list[str]) -> bool:
        """Whether every word that was typed is in their names."""
        replie = cle(" ".join((self.nom, self.venu, *self.noms)))
        return all(mot in replie for mot in mots)


@dataclass(frozen=True, slots=True)
class Question:
    """What a ballot asks: (key, words) of each choice; up to ``sieges`` names, or one choice where it is 0."""

    titre: str
    texte: str
    options: tuple[tuple[str, str], ...]
    sieges: int


def votants(dossier: Dossier, ag: Assemblee, scrutin: int) -> tuple[Votant, ...]:
    """Those who still have a vote to cast, by name."""
    par_porteur: dict[tuple[int, str], list[Electeur]] = {}
    for electeur in reste_a_emarger(ag, scrutin):
        par_porteur.setdefault((electeur.porteur or 0, electeur.conjoint), []).append(electeur)
    trouves = [_votant(dossier, ag, porteur, conjoint, es) for (porteur, conjoint), es in par_porteur.items()]
    return tuple(sorted(trouves, key=lambda v: cle(v.nom)))


def _votant(dossier: Dossier, ag: Assemblee, porteur: int, conjoint: str, electeurs: list[Electeur]) -> Votant:
    personne = dossier.registre.au(ag.jour).par_numero.get(porteur)
    nom = personne.nom_registre if personne is not None else conjoint
    arrivee = ag.assistance.vus.get(porteur)
    representant = arrivee.representant if arrivee is not None else ""
    votes = sorted(((e.associe, e.college) for e in electeurs), key=lambda vote: (vote[0] != porteur, vote[0]))
    autres = tuple(dossier.nom(n, ag.jour) for n in dict.fromkeys(n for n, _ in votes) if n != porteur)
    return Votant(
        nom, representant or (dossier.nom(porteur, ag.jour) if porteur else conjoint), tuple(votes), autres, porteur
    )


def question(dossier: Dossier, ag: Assemblee, vote: Vote) -> Question:
    """What is put to the vote, as a ballot asks it."""
    point = ag.resolution_par_numero[vote.scrutin.resolution]
    blanc = (BLANC, tr("Vote blanc"))
    if not est_election(ag, vote):
        mots = (("pour", tr("Pour")), ("contre", tr("Contre")), ("abstention", tr("Abstention")), blanc)
        return Question(point.titre, ag.texte_de(point), mots, 0)
    noms = tuple((str(n), cle_candidat(dossier, ag, n)) for n in candidats_du_tour(dossier, ag, vote))
    return Question(point.titre, ag.texte_de(point), (*noms, blanc), sieges_du_tour(ag, vote))


def progres(ag: Assemblee, scrutin: int) -> str:
    """``12 votes déposés sur 18``."""
    faits, attendus = len(emarges(ag, scrutin)), len(electeurs_de(ag, scrutin))
    return tr("{} sur {}").format(accord(faits, "vote déposé", "votes déposés"), attendus)


def progres_par_college(ag: Assemblee, scrutin: int) -> str:
    """``SB 4, PP 6, PM 2``; nothing by heads."""
    par_corps = emarges_par_corps(ag, scrutin)
    if set(par_corps) <= {ENSEMBLE}:
        return ""
    return majuscule(tr("déposés par collège\u00a0: {}.").format(", ".join(f"{c} {n}" for c, n in par_corps.items())))
