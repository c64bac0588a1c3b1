"""Facts of a college tallied on another computer: on the cooperative's side, then on the college's own.

The cooperative's file says what left for a college's president and what came back; the working file of the college says
which package it was made from, and which returns were prepared. What a college answers is of a *point*: a resolution at
one round.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from scicvote.core.fait import Fait

# --- in the cooperative's file


@dataclass(frozen=True, slots=True)
class ExportCollege(Fait):
    """A college's assembly left for its president: what, under which key, in which versions (SHA-256)."""

    TABLE: ClassVar[str] = "export_college"
    assemblee: int
    college: str
    numero: int  # of the export, for this assembly and college
    identifiant: str  # of the assembly, drawn at random
    heure: datetime
    reunion: datetime  # when the college is to meet
    lieu: str
    cle_publique: str  # Ed25519, in hexadecimal
    empreinte: str  # of the package's bytes
    statuts: str
    liste: str
    resolutions: tuple[int, ...]  # the points: resolutions…
    tours: tuple[int, ...]  # …their rounds…
    versions: tuple[str, ...]  # …and the digest of each


@dataclass(frozen=True, slots=True)
class RenonciationExport(Fait):
    """The college votes in the room after all: nothing is awaited from this export, and its return is refused."""

    TABLE: ClassVar[str] = "renonciation_export"
    assemblee: int
    college: str
    export: int
    heure: datetime
    motif: str


@dataclass(frozen=True, slots=True)
class RetourCollege(Fait):
    """What a college answered to an export, from its file or typed from its signed paper."""

    TABLE: ClassVar[str] = "retour_college"
    assemblee: int
    college: str
    export: int
    numero: int  # of the return; 0 when it was typed
    origine: str  # "fichier" | "papier"
    heure: datetime  # when it was taken
    empreinte: str  # of the return's bytes, "" when it was typed
    texte: str  # the return as it came, "" when it was typed


@dataclass(frozen=True, slots=True)
class CompteRetour(Fait):
    """A college's body and counts on one point, as its return says. ``mode`` is "" where it did not vote on it."""

    TABLE: ClassVar[str] = "compte_retour"
    assemblee: int
    college: str
    export: int
    resolution: int
    tour: int
    mode: str
    inscrits: int
    presents: int
    representes: int
    retires: int
    votants: int
    pour: int
    contre: int
    abstention: int
    blanc: int
    nul: int


@dataclass(frozen=True, slots=True)
class VoixRetour(Fait):
    """The votes of one candidate in a college, as its return says."""

    TABLE: ClassVar[str] = "voix_retour"
    assemblee: int
    college: str
    export: int
    resolution: int
    tour: int
    candidat: int
    voix: int


@dataclass(frozen=True, slots=True)
class CollegeSilencieux(Fait):
    """A college's president, or two of its members, certify that nobody in it voted on an export's points."""

    TABLE: ClassVar[str] = "college_silencieux"
    assemblee: int
    college: str
    export: int
    heure: datetime
    certifie_par: tuple[int, ...]
    texte: str


# --- in the college's own file


@dataclass(frozen=True, slots=True)
class MissionCollege(Fait):
    """This file holds one college's part of an assembly held elsewhere; ``texte`` is the package that it came in."""

    TABLE: ClassVar[str] = "mission_college"
    assemblee: int
    college: str
    export: int
    identifiant: str
    titre: str  # of the general assembly
    empreinte: str
    statuts: str
    liste: str
    resolutions: tuple[int, ...]
    tours: tuple[int, ...]
    versions: tuple[str, ...]
    texte: str


@dataclass(frozen=True, slots=True)
class RetourPrepare(Fait):
    """A return was signed, under its number."""

    TABLE: ClassVar[str] = "retour_prepare"
    assemblee: int
    numero: int
    heure: datetime
    empreinte: str
    texte: str


FAITS: tuple[type[Fait], ...] = (
    ExportCollege,
    RenonciationExport,
    RetourCollege,
    CompteRetour,
    VoixRetour,
    CollegeSilencieux,
    MissionCollege,
    RetourPrepare,
)
