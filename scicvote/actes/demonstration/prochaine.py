"""The assembly to come: prepared, its list frozen, its notices sent. Whoever opens the demonstration holds it."""

from __future__ import annotations

from datetime import date, datetime

from scicvote.actes.demonstration.age import SALLE
from scicvote.actes.demonstration.ago import MOTIF
from scicvote.actes.demonstration.conteur import Conteur

MARMOTTE = 33


def convoquer_prochaine(conteur: Conteur) -> int:
    """11 December 2026, by college: nothing is voted yet, a college can still be handed over to its president."""
    ag = conteur.preparer(
        nature="ordinaire_extraordinairement",
        heure=datetime(2026, 12, 11, 18, 0),
        lieu=SALLE,
        par_college=True,
        motif_vote=MOTIF,
    )
    conteur.resolution(
        ag,
        "Orientations et budget de 2027",
        "L’assemblée approuve les orientations de l’année 2027 et le budget joint à la convocation.",
        "ordinaire",
        "autre",
    )
    conteur.resolution(
        ag,
        "Achat d’un vélo cargo",
        "L’assemblée autorise la gérance à acheter un vélo cargo pour les livraisons, au prix d’au plus 4\u202f200\u00a0€.",
        "ordinaire",
        "autre",
    )
    conteur.resolution(
        ag,
        "Convention réglementée avec l’Atelier Marmotte",
        "L’assemblée approuve le renouvellement, pour l’année 2027, de la convention de sous-location conclue avec l’Atelier "
        "Marmotte, associé.",
        "ordinaire",
        "convention",
        concerne=MARMOTTE,
    )
    conteur.convoquer(ag, date(2026, 11, 25))
    return ag
