"""What a file says, in a summary that is kept beside it: people, votes, minutes, and every fact by its digest."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

from scicvote.core.recalcul import resultat_de
from scicvote.exchange.calcul import arbre_resultat
from scicvote.store.depot import Depot

JOURS = (date(2020, 1, 1), date(2026, 6, 12), date(2026, 12, 31))
CHIFFRES = ("numero", "decision", "pour", "contre", "abstention", "perdu", "ratio", "elus", "stable")


def resumer(depot: Depot) -> dict[str, Any]:
    """A summary as JSON holds it, of what the program reads in a file whatever its version."""
    dossier = depot.dossier
    faits = Counter(fait.TABLE for acte in dossier.actes for fait in acte.faits)
    resultats = []
    for ag in dossier.assemblees.values():
        for vote in ag.votes:
            if vote.proclamation is not None:
                arbre = arbre_resultat(resultat_de(dossier, ag, vote), dossier.statuts_au(ag.jour))
                resultats.append({cle: arbre[cle] for cle in CHIFFRES if cle in arbre})
    return {
        "actes": len(dossier.actes),
        "empreinte": depot.empreinte,
        "faits": dict(sorted(faits.items())),
        "associes": {jour.isoformat(): [a.nom_complet for a in dossier.registre.au(jour).associes] for jour in JOURS},
        "parts": {jour.isoformat(): dossier.registre.au(jour).parts for jour in JOURS},
        "gerants": {jour.isoformat(): list(dossier.gerants(jour)) for jour in JOURS},
        "assemblees": [ag.titre for ag in dossier.assemblees.values()],
        "presents": [sorted(ag.assistance.vus) for ag in dossier.assemblees.values()],
        "decisions": [[ag.decision(r.resolution) for r in ag.resolutions] for ag in dossier.assemblees.values()],
        "resultats": resultats,
    }
