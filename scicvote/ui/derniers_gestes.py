"""The last gestures of a sitting, as they are listed to be taken back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication

from scicvote.core.assemblee import Assemblee
from scicvote.core.dossier import Dossier
from scicvote.core.faits import (
    Annulation,
    ChoixFormulaire,
    DocumentDepose,
    Excuse,
    Fait,
    FinFormulaire,
    FinPouvoir,
    FormulaireVote,
    Incident,
    Invite,
    PorteePouvoir,
    Pouvoir,
    PouvoirBlanc,
    Presence,
)
from scicvote.core.francais import a, accorder
from scicvote.ui.textes import heure

_GESTES: Final = (
    Presence, Pouvoir, FinPouvoir, FormulaireVote, FinFormulaire, Excuse, Invite, DocumentDepose, Incident,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Geste:
    """One act of the sitting that can be taken back: its number, when, who, what."""

    acte: int
    heure: str
    qui: str
    quoi: str


def derniers_gestes(dossier: Dossier, ag: Assemblee, combien: int = 3) -> tuple[Geste, ...]:
    """The latest acts on attendance that were not taken back, the latest first."""
    trouves: list[Geste] = []
    annules: set[int] = set()
    for acte in reversed(dossier.actes):
        annules |= {fait.acte for fait in acte.faits if isinstance(fait, Annulation)}
        propres = [fait for fait in acte.faits if not isinstance(fait, PorteePouvoir | PouvoirBlanc | ChoixFormulaire)]
        if acte.numero in annules or len(propres) != 1:
            continue
        fait = propres[0]
        if isinstance(fait, _GESTES) and getattr(fait, "assemblee", None) == ag.numero:
            trouves.append(_geste(dossier, ag, acte.numero, fait))
        if len(trouves) == combien:
            break
    return tuple(trouves)


def _geste(dossier: Dossier, ag: Assemblee, acte: int, fait: Fait) -> Geste:
    qui, quoi = _dire(dossier, ag, fait)
    moment = getattr(fait, "heure", None)
    du_jour = moment is not None and moment.date() >= ag.jour
    return Geste(acte, heure(moment) if moment is not None and du_jour else "", qui, " ".join(filter(None, quoi)))


def _dire(dossier: Dossier, ag: Assemblee, fait: Fait) -> tuple[str, tuple[str, ...]]:
    if isinstance(fait, Presence | Excuse):
        return dossier.nom(fait.associe, ag.jour), (_passage(dossier, ag, fait),)
    if isinstance(fait, Pouvoir):
        porteur = dossier.nom(fait.mandataire, ag.jour) if fait.mandataire is not None else fait.conjoint
        return dossier.nom(fait.mandant, ag.jour), (_tr("pouvoir {}").format(a(porteur)),)
    if isinstance(fait, FinPouvoir):
        connu = next((p for p in ag.tous(Pouvoir) if p.pouvoir == fait.pouvoir), None)
        return dossier.nom(connu.mandant, ag.jour) if connu else "", (_tr("pouvoir"), fait.motif)
    if isinstance(fait, FormulaireVote):
        return dossier.nom(fait.associe, ag.jour), (_tr("vote par correspondance"),)
    if isinstance(fait, FinFormulaire):
        lie = next((f for f in ag.tous(FormulaireVote) if f.formulaire == fait.formulaire), None)
        return dossier.nom(lie.associe, ag.jour) if lie else "", (_tr("vote par correspondance"), fait.motif)
    if isinstance(fait, Invite):
        return fait.nom, (_tr("assiste sans voix"),)
    if isinstance(fait, DocumentDepose):
        return fait.titre, (_tr("document déposé"),)
    return _tr("Incident"), (getattr(fait, "texte", ""),)


def _passage(dossier: Dossier, ag: Assemblee, fait: Presence | Excuse) -> str:
    personne = dossier.registre.au(ag.jour).par_numero.get(fait.associe)
    civilite = personne.fiche.civilite if personne else ""
    if isinstance(fait, Excuse):
        return accorder(civilite, _tr("excusé"), _tr("excusée"))
    if fait.sens == "depart":
        return accorder(civilite, _tr("parti"), _tr("partie"))
    arrive = accorder(civilite, _tr("arrivé"), _tr("arrivée"))
    return _tr("{}, représentée par {}").format(arrive, fait.representant) if fait.representant else arrive


def _tr(texte: str) -> str:
    return QCoreApplication.translate("gestes", texte)
