"""Reading and writing files at the border: sentences instead of system errors, nothing half-written."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path
from typing import Final

from scicvote.core.issue import Issue, refus

# The system's own words are English, or in whatever language it was set to.
_RAISONS: Final = {
    errno.EACCES: "accès refusé",
    errno.EPERM: "accès refusé",
    errno.EISDIR: "c’est un dossier",
    errno.ENOENT: "son dossier n’existe pas",
    errno.ENOTDIR: "son dossier n’existe pas",
    errno.ENOSPC: "le disque est plein",
    errno.EROFS: "le disque est en lecture seule",
    errno.ENAMETOOLONG: "ce nom est trop long",
}


def lire_octets(chemin: Path, maximum: int) -> tuple[bytes | None, tuple[Issue, ...]]:
    """The bytes of a file of at most ``maximum`` bytes (one more is read, so that the reader can refuse it)."""
    try:
        with chemin.open("rb") as fichier:
            return fichier.read(maximum + 1), ()
    except FileNotFoundError:
        return None, (refus("FICHIER", f"le fichier «\u00a0{chemin}\u00a0» n’existe pas."),)
    except IsADirectoryError:
        return None, (refus("FICHIER", f"«\u00a0{chemin}\u00a0» est un dossier, pas un fichier."),)
    except PermissionError:
        return None, (refus("FICHIER", f"le fichier «\u00a0{chemin}\u00a0» ne peut pas être lu\u00a0: accès refusé."),)
    except (OSError, ValueError):
        return None, (refus("FICHIER", f"le fichier «\u00a0{chemin}\u00a0» ne peut pas être lu."),)


def ecrire_octets(chemin: Path, octets: bytes) -> tuple[Issue, ...]:
    """Write a whole file or none: beside it first, synced, then renamed in its place."""
    try:
        dossier = chemin.parent
        with tempfile.NamedTemporaryFile(dir=dossier, prefix=f".{chemin.name}.", delete=False) as provisoire:
            provisoire.write(octets)
            provisoire.flush()
            os.fsync(provisoire.fileno())
        Path(provisoire.name).chmod(0o644)
        Path(provisoire.name).replace(chemin)
    except (OSError, ValueError) as erreur:
        _effacer(locals().get("provisoire"))
        raison = (
            _RAISONS.get(erreur.errno or 0, "accès impossible") if isinstance(erreur, OSError) else "chemin invalide"
        )
        return (refus("ECRITURE", f"«\u00a0{chemin}\u00a0» ne peut pas être écrit\u00a0: {raison}."),)
    return ()


def _effacer(provisoire: object) -> None:
    nom = getattr(provisoire, "name", None)
    if nom is not None:
        Path(nom).unlink(missing_ok=True)
