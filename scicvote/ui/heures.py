"""Hours of a sitting: which one is proposed, and what an hour typed after midnight means."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from scicvote.core import faits_college
from scicvote.core.assemblee import Assemblee
from scicvote.core.faits import Convocation, Fait


def heure_par_defaut(ag: Assemblee, maintenant: datetime) -> datetime:
    """Now, on the day of the sitting; else the last hour that was recorded, or that of the convocation."""
    minute = maintenant.replace(second=0, microsecond=0)
    debut = ag.convocation.heure
    derniere = derniere_heure(ag)
    if debut.replace(hour=0, minute=0) <= minute < debut.replace(hour=0, minute=0) + timedelta(days=1, hours=6):
        return max(minute, derniere) if derniere and derniere > minute else minute
    return derniere or debut


def derniere_heure(ag: Assemblee) -> datetime | None:
    """The latest hour that the sitting recorded, None before anything was."""
    heures = [fait.heure for faits in ag.par_type.values() for fait in faits if _de_seance(fait)]  # type: ignore[attr-defined]
    return max(heures, default=None)


def _de_seance(fait: Fait) -> bool:
    """Neither the notice nor what was exchanged with colleges, which has the hour of the clock."""
    if isinstance(fait, Convocation) or type(fait) in faits_college.FAITS:
        return False
    return isinstance(getattr(fait, "heure", None), datetime)


def instant(ag: Assemblee, heure: time) -> datetime:
    """The moment that an hour of the sitting means: of its day, or of the night that follows."""
    moment = datetime.combine(ag.jour, heure)
    return (
        moment + timedelta(days=1)
        if moment < ag.convocation.heure - timedelta(hours=12) and heure < time(6)
        else moment
    )
