"""Where each point of the agenda stands, as the pages of the vote show it. Nothing is counted here."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from enum import Enum, auto
from typing import Final

from PySide6.QtCore import QCoreApplication

from scicvote.core.assemblee import Assemblee, Vote
from scicvote.core.dossier import Dossier
from scicvote.core.exact import accord
from scicvote.core.faits import Resolution
from scicvote.core.liste import corps_de, inscrits
from scicvote.core.moments import assistance_a
from scicvote.core.recalcul import resultat_de, statuts_de
from scicvote.core.resolution import Objet, avis_rendu
from scicvote.core.scrutin import ENSEMBLE
from scicvote.core.vote import DEMANDE_SECRET, ISOLOIR, MODES, SECRETS
from scicvote.ui.candidats import candidats
from scicvote.ui.etats import Etat, etat_decision
from scicvote.ui.lecture_resultat import etat_court
from scicvote.ui.widgets.champ_associe import Candidat

NOMINAL: Final = "appel_nominal"


class Phase(Enum):
    """Where a point stands."""

    A_VOTER = auto()
    OUVERT = auto()
    DEPOUILLE = auto()
    PROCLAME = auto()
    SECOND_TOUR = auto()
    RETIREE = auto()


def tr(texte: str) -> str:
    return QCoreApplication.translate("Vote", texte)


def vote_en_main(ag: Assemblee, resolution: int) -> Vote | None:
    """The scrutin that is shown of a point: the one not yet proclaimed, else the last on the point itself."""
    tous = [vote for vote in ag.votes if vote.scrutin.resolution == resolution]
    en_cours = [vote for vote in tous if vote.proclamation is None]
    if en_cours:
        return en_cours[-1]
    propres = ag.votes_de(resolution)
    return propres[-1] if propres else None


def phase(ag: Assemblee, resolution: int) -> Phase:
    """Where a point stands now."""
    vote = vote_en_main(ag, resolution)
    if vote is None:
        return Phase.RETIREE if ag.retrait(resolution) else Phase.A_VOTER
    if vote.depouillement is None:
        return Phase.OUVERT
    if vote.proclamation is None:
        return Phase.DEPOUILLE
    return Phase.SECOND_TOUR if vote.proclamation.decision == "second_tour" else Phase.PROCLAME


def secret_decide(ag: Assemblee, resolution: int) -> bool | None:
    """What the assembly decided on a request of a secret vote; None where none was put to it."""
    decisions = [v.proclamation.decision for v in ag.votes_de(resolution, DEMANDE_SECRET) if v.proclamation]
    return decisions[-1] == "adoptee" if decisions else None


def modes_permis(dossier: Dossier, ag: Assemblee, resolution: Resolution) -> tuple[tuple[str, str], ...]:
    """The modes in which a point can be voted: keys and words."""
    mots = {cle: _mot_mode(cle) for cle in MODES}
    if resolution.regle in statuts_de(dossier, ag).secret or secret_decide(ag, resolution.resolution):
        return tuple((cle, mot) for cle, mot in mots.items() if cle in SECRETS)
    return tuple(mots.items())


def _mot_mode(cle: str) -> str:
    mots = {"main_levee": tr("Main levée"), NOMINAL: tr("Appel nominal"), ISOLOIR: tr("Bulletin secret à l’isoloir")}
    return mots.get(cle, tr("Bulletin secret"))


def mot_mode(cle: str) -> str:
    """The word of a mode of voting."""
    return _mot_mode(cle)


def etat_point(dossier: Dossier, ag: Assemblee, resolution: Resolution) -> Etat:
    """A point as the agenda lists it."""
    ou = phase(ag, resolution.resolution)
    vote = vote_en_main(ag, resolution.resolution)
    if ou is Phase.RETIREE:
        return etat_decision("retiree")
    if ou is Phase.OUVERT:
        return Etat("circle-dot", tr("Scrutin ouvert"), "accent")
    if ou is Phase.DEPOUILLE:
        return Etat("play", tr("Dépouillée, à proclamer"), "accent")
    if vote is not None:
        return etat_court(resultat_de(dossier, ag, vote), vote)
    return _a_voter(dossier, ag, resolution)


def _a_voter(dossier: Dossier, ag: Assemblee, resolution: Resolution) -> Etat:
    statuts = statuts_de(dossier, ag)
    precisions = []
    if resolution.regle in statuts.secret or secret_decide(ag, resolution.resolution):
        precisions.append(tr("scrutin secret"))
    if deports := ag.deports(resolution.resolution):
        precisions.append(accord(len(deports), "déport"))
    if resolution.objet == Objet.ADMISSION and resolution.concerne is not None:
        avis = avis_rendu(dossier, ag, resolution.concerne)
        if avis:
            precisions.append(tr("avis favorable") if avis == "adoptee" else tr("avis défavorable"))
    secret = tr("scrutin secret") in precisions
    return Etat("lock" if secret else "circle", ", ".join((tr("À voter"), *precisions)))


def titre_vote(resolution: Resolution, vote: Vote | None) -> str:
    """``Résolution 5 · second tour``."""
    mots = [tr("Résolution {}").format(resolution.numero)]
    if vote is not None and vote.scrutin.objet == DEMANDE_SECRET:
        mots.append(tr("demande de scrutin secret"))
    elif vote is not None and vote.scrutin.tour > 1:
        mots.append(tr("second tour"))
    if resolution.hors_ordre:
        mots.append(tr("hors ordre du jour"))
    return " · ".join(mots)


def votants(dossier: Dossier, ag: Assemblee, vote: Vote) -> tuple[Candidat, ...]:
    """Who takes part in an open vote: present or represented when it was opened, less those out of the base."""
    assistance, liste = assistance_a(ag, vote.scrutin.heure), inscrits(dossier, ag)
    deports = {d.associe for d in ag.deports(vote.scrutin.resolution)}
    la = (n for n in (*assistance.presents, *assistance.representes) if n in liste and n not in deports)
    return candidats(dossier, ag, la)


def corps_du_votant(ag: Assemblee, codes: Iterable[str], associe: int, quand: datetime) -> tuple[str, ...]:
    """The bodies, among those that vote, in which somebody present or represented at that hour is counted."""
    assistance = assistance_a(ag, quand)
    siens = (ENSEMBLE, *corps_de(ag, associe))
    la = (code for code in codes if code in siens)
    return tuple(code for code in la if associe in assistance.presents or associe in assistance.representes_en(code))


def reste_a_voter(ag: Assemblee) -> tuple[Resolution, ...]:
    """The points that wait for a vote or for its proclamation, in order."""
    finies = (Phase.PROCLAME, Phase.RETIREE)
    return tuple(r for r in ag.resolutions if phase(ag, r.resolution) not in finies)
