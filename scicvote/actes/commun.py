"""What the acts of an assembly share: finding it, and hours that make sense."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from scicvote.core.assemblee import Assemblee
from scicvote.core.dossier import Dossier
from scicvote.core.exact import INSECABLE
from scicvote.core.faits import Cloture, Signature
from scicvote.core.francais import heure_fr
from scicvote.core.issue import Issue, refus
from scicvote.core.mission import mission_de
from scicvote.store.depot import Acte, Depot, Projet

__all__ = ["Decideur", "dans_assemblee", "en_seance", "heure_fr"]

# What can still be done to an assembly whose minutes are signed: they never change, whatever they print (statuts 21-8).
_APRES_SIGNATURE = frozenset({"signer", "rectifier", "convoquer_seconde"})

# What a college's file cannot do: its texts, candidates and list are those of the general assembly.
_PAS_EN_MISSION = frozenset(
    {
        "abandonner", "amender", "arreter_liste", "convoquer_seconde", "exporter_college", "inscrire_resolution",
        "inscrire_resolutions", "ordonner", "presenter_candidat", "proposer_affectation", "retirer_resolution",
    }
)  # fmt: skip

Decideur = Callable[[Dossier, Assemblee], Projet]


def dans_assemblee(depot: Depot, nom: str, assemblee: int, decider: Decideur) -> Acte:
    """Run an act that needs an existing assembly; refused with a sentence where there is none, or it is all signed."""

    def complet(dossier: Dossier) -> Projet:
        ag = dossier.assemblee(assemblee)
        if ag is None:
            return Projet(
                "", (), (refus("ASSEMBLEE", f"Il n’y a pas d’assemblée n°{INSECABLE}{assemblee}.", chemin="assemblee"),)
            )
        if nom not in _APRES_SIGNATURE and ag.tous(Signature):
            phrase = "Le procès-verbal est signé\u00a0: il ne change plus, une erreur se corrige par un procès-verbal rectificatif."
            return Projet("", (), (refus("PV_SIGNE", phrase, "statuts 21-8", "C. com. R221-3"),))
        if nom in _PAS_EN_MISSION and mission_de(ag) is not None:
            phrase = "Le collège vote ce que l’assemblée générale lui a remis\u00a0: cela ne se change pas ici."
            return Projet("", (), (refus("MISSION", phrase, "statuts 21-6", "statuts 24-4"),))
        return decider(dossier, ag)

    return depot.accomplir(nom, complet)


def en_seance(ag: Assemblee, heure: datetime, *, ouverte: bool = True, apres_coup: bool = False) -> list[Issue]:
    """What stands against an act of the sitting at this hour.

    ``apres_coup``: what the minutes must tell can still be noted once the sitting is closed, at an hour before its end.
    """
    issues = []
    cloture = ag.dernier(Cloture)
    if cloture is not None and not (apres_coup and heure <= cloture.heure):
        suite = f" à {heure_fr(cloture.heure)}" if apres_coup else ""
        issues.append(refus("SEANCE_CLOSE", f"La séance est close{suite}.", "C. com. R223-24"))
    if ouverte and not ag.ouverte:
        issues.append(refus("SEANCE_NON_OUVERTE", "Ouvrir d’abord la séance.", "statuts 21-5"))
    jour = ag.convocation.heure.replace(hour=0, minute=0)
    if not jour <= heure < jour + timedelta(days=2):
        issues.append(
            refus("HEURE", "Cette heure n’est pas celle du jour de l’assemblée.", "C. com. R223-24", chemin="heure")
        )
    return issues
