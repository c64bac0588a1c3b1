"""Days and hours as people type them: ``12/6``, ``12 juin``, ``18h30``."""

from __future__ import annotations

import re
from datetime import date, time, timedelta
from typing import Final

from scicvote.core.normalise import cle
from scicvote.core.valeurs_registre import MOIS

_JOURS: Final = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_MOTS: Final = {"hier": -1, "aujourd hui": 0, "aujourdhui": 0, "demain": 1, "apres demain": 2}
_CHIFFRES: Final = re.compile(r"(\d{1,2})[ /.\-](\d{1,2})(?:[ /.\-](\d{2}|\d{4}))?")
_ISO: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_LETTRES: Final = re.compile(r"(\d{1,2})(?:er)? ([a-z]+)(?: (\d{2}|\d{4}))?")
_HEURE: Final = re.compile(r"(\d{1,2}) ?(?:h|:|heures?|\.) ?(\d{2})?")
_COLLEE: Final = re.compile(r"(\d{1,2})(\d{2})?")


def lire_jour(texte: str, reference: date) -> date | None:
    """The day that is meant: the year, where it is not said, is that of ``reference``.

    Takes ``12/6``, ``12.6.26``, ``12 juin``, ``1er mai 2026``, ``vendredi 12 juin``, ``2026-06-12``, ``demain``. None
    for what is not a day.
    """
    net = texte.strip()
    if (iso := _ISO.fullmatch(net)) is not None:
        return _jour(int(iso[1]), int(iso[2]), int(iso[3]))
    if (chiffres := _CHIFFRES.fullmatch(net)) is not None:
        return _jour(_annee(chiffres[3], reference), int(chiffres[2]), int(chiffres[1]))
    mots = cle(net)
    if mots in _MOTS:
        return reference + timedelta(days=_MOTS[mots])
    for nom in _JOURS:
        mots = mots.removeprefix(nom).strip()
    lettres = _LETTRES.fullmatch(mots)
    if lettres is None or lettres[2] not in MOIS:
        return None
    return _jour(_annee(lettres[3], reference), MOIS[lettres[2]], int(lettres[1]))


def _annee(texte: str | None, reference: date) -> int:
    if not texte:
        return reference.year
    return int(texte) if len(texte) == 4 else 2000 + int(texte)


def _jour(annee: int, mois: int, jour: int) -> date | None:
    try:
        return date(annee, mois, jour)
    except ValueError:
        return None


def lire_heure(texte: str) -> time | None:
    """The hour that is meant, to the minute: ``18h30``, ``18 h``, ``18:30``, ``1830``, ``9``. None for anything else."""
    net = texte.strip().lower().replace("\u00a0", " ")
    lue = _HEURE.fullmatch(net) or _COLLEE.fullmatch(net)
    if lue is None:
        return None
    heures, minutes = int(lue[1]), int(lue[2] or 0)
    return time(heures, minutes) if heures < 24 and minutes < 60 else None
