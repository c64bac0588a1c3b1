"""Two extraordinary assemblies: one by heads that constitutes the colleges, one by college, each at exactly 3/4."""

from __future__ import annotations

from datetime import date, datetime

from scicvote.actes import registre, seance
from scicvote.actes.demonstration.conteur import Conteur, mains
from scicvote.core.scrutin import ENSEMBLE

SALLE = "salle des Utopies, 1 rue de l’Exemple, 00100 Fictiville"
INES, ALIX = "Inès Marjolaine", "Alix Marronnier"


def constituer(conteur: Conteur) -> int:
    """20 March 2026, one head one vote: thirty of forty associés for, exactly three quarters (statuts 24-3, 25-1)."""
    ag = conteur.preparer(
        nature="extraordinaire",
        heure=datetime(2026, 3, 20, 18, 0),
        lieu=SALLE,
        par_college=False,
        motif_vote="les collèges ne sont pas encore constitués\u00a0: une personne, une voix (statuts, art. 22)",
    )
    resolution = conteur.resolution(
        ag,
        "Constitution des collèges",
        "L’assemblée, saisie de la demande reçue le 12\u00a0janvier 2026, constitue les trois collèges de l’article\u00a022 des "
        "statuts\u00a0: salariés et bénévoles membres actifs (40\u202f% des voix), personnes physiques (30\u202f%), personnes "
        "morales (30\u202f%). Ils votent à compter de la prochaine assemblée.",
        "extraordinaire",
        "colleges",
    )
    conteur.convoquer(ag, date(2026, 3, 4))
    recus = datetime(2026, 3, 18, 10, 0)
    for mandant, mandataire in ((5, 1), (12, 2), (28, 23), (30, 24), (38, 37)):
        conteur.pouvoir(ag, mandant, mandataire, recus)
    presents = [
        1,
        2,
        3,
        4,
        6,
        7,
        8,
        9,
        10,
        11,
        13,
        14,
        15,
        16,
        17,
        18,
        19,
        20,
        21,
        23,
        24,
        25,
        26,
        27,
        33,
        34,
        36,
        37,
        39,
    ]
    conteur.arriver(ag, presents, datetime(2026, 3, 20, 17, 40))
    conteur.ouvrir(ag, datetime(2026, 3, 20, 18, 5), 1, 2, (8, 23))
    conteur.faire(
        seance.noter_debat(
            conteur.depot,
            ag,
            resolution,
            "La gérance rappelle que chaque associé garde une voix dans son collège, et que les poids sont ceux des statuts. "
            "Il est demandé ce que devient la voix d’un collège absent\u00a0: elle reste dans le total.",
        )
    )
    conteur.voter(ag, resolution, {ENSEMBLE: mains(30, 3, 1)}, datetime(2026, 3, 20, 18, 40))
    conteur.finir(ag, datetime(2026, 3, 20, 19, 0), date(2026, 3, 23), (INES, ALIX))
    conteur.faire(registre.constituer_colleges(conteur.depot, date(2026, 3, 20), ag))
    for college, president, suppleant in (("SB", 8, 3), ("PP", 24, 15), ("PM", 33, 39)):
        conteur.faire(registre.designer_president(conteur.depot, college, president, date(2026, 4, 10), suppleant))
    return ag


def modifier(conteur: Conteur) -> int:
    """2 October 2026, by college: 40, 15 and 20 points, exactly seventy-five (statuts 24-3)."""
    ag = conteur.preparer(
        nature="extraordinaire",
        heure=datetime(2026, 10, 2, 18, 0),
        lieu=SALLE,
        par_college=True,
        motif_vote="les collèges sont constitués depuis le 20\u00a0mars 2026 (statuts, art. 22 et 25-1)",
    )
    resolution = conteur.resolution(
        ag,
        "Modification de l’article 4 des statuts",
        "L’assemblée ajoute à l’objet de la coopérative la formation de ses usagers aux logiciels libres. L’article\u00a04 est "
        "complété en ce sens.",
        "extraordinaire",
        "statuts",
    )
    conteur.convoquer(ag, date(2026, 9, 16))
    recus = datetime(2026, 9, 30, 10, 0)
    for mandant, mandataire in ((7, 3), (19, 15), (22, 15), (38, 37)):
        conteur.pouvoir(ag, mandant, mandataire, recus)
    presents = [1, 2, 3, 4, 8, 9, 11, 13, 14, 15, 17, 18, 20, 23, 24, 25, 27, 33, 34, 37, 39, 41]
    conteur.arriver(ag, presents, datetime(2026, 10, 2, 17, 40))
    conteur.ouvrir(ag, datetime(2026, 10, 2, 18, 5), 1, 8, (9, 24))
    conteur.faire(
        seance.noter_debat(
            conteur.depot,
            ag,
            resolution,
            "Plusieurs associés craignent que la formation ne prenne le pas sur les services\u00a0; la gérance propose un bilan "
            "après un an.",
        )
    )
    comptage = {"SB": mains(8), "PP": mains(6, 6), "PM": mains(4, 2)}
    conteur.voter(ag, resolution, comptage, datetime(2026, 10, 2, 18, 45))
    conteur.finir(ag, datetime(2026, 10, 2, 19, 10), date(2026, 10, 5), (INES, "Ève Noisetier"))
    return ag
