"""The archive of an assembly: a zip from which anybody can recompute its decisions, and check that it is whole."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from scicvote.core.issue import Issue, refus
from scicvote.exchange.calcul import document_resultat, lire_octets_calcul
from scicvote.exchange.fichiers import lire_octets
from scicvote.exchange.json_strict import lire_json

FORMAT: Final = "scicvote-archive/1"
MANIFESTE: Final = "manifeste.json"
JOURNAL: Final = "journal.json"
_JOUR: Final = (1980, 1, 1, 0, 0, 0)
_ARCHIVE_MAXIMUM: Final = 256 * 1024 * 1024
_MEMBRES_MAXIMUM: Final = 10_000


def composer_archive(membres: Mapping[str, bytes]) -> bytes:
    """A zip of these members and of a manifest with the SHA-256 of each. The same members give the same bytes."""
    empreintes = {nom: hashlib.sha256(octets).hexdigest() for nom, octets in sorted(membres.items())}
    manifeste = json.dumps({"format": FORMAT, "sha256": empreintes}, ensure_ascii=False, indent=1).encode()
    tampon = io.BytesIO()
    with zipfile.ZipFile(tampon, "w") as archive:
        for nom, octets in ((MANIFESTE, manifeste), *sorted(membres.items())):
            membre = zipfile.ZipInfo(nom, _JOUR)
            membre.compress_type = zipfile.ZIP_DEFLATED
            membre.external_attr = 0o644 << 16
            archive.writestr(membre, octets)
    return tampon.getvalue()


def lire_archive(chemin: Path) -> tuple[dict[str, bytes] | None, tuple[Issue, ...]]:
    """The members of an archive, bounded in number and size. None when the file is not one."""
    octets, issues = lire_octets(chemin, _ARCHIVE_MAXIMUM)
    if octets is None:
        return None, issues
    try:
        with zipfile.ZipFile(io.BytesIO(octets)) as archive:
            infos = archive.infolist()
            if len(infos) > _MEMBRES_MAXIMUM or sum(info.file_size for info in infos) > _ARCHIVE_MAXIMUM:
                return None, (refus("TAILLE", "l’archive est démesurée."),)
            membres = {info.filename: archive.read(info) for info in infos}
    except (zipfile.BadZipFile, OSError, EOFError, RuntimeError, NotImplementedError, ValueError):
        return None, (refus("ARCHIVE", "le fichier n’est pas une archive SCICVote lisible."),)
    except Exception as erreur:  # zlib.error and the like, which zipfile lets through
        return None, (refus("ARCHIVE", f"l’archive est abîmée ({type(erreur).__name__})."),)
    if MANIFESTE not in membres:
        return None, (refus("ARCHIVE", "le fichier n’est pas une archive SCICVote\u00a0: son manifeste manque."),)
    return membres, ()


def verifier_membres(membres: Mapping[str, bytes]) -> tuple[int, tuple[Issue, ...]]:
    """Check each member against the manifest and recompute each decision. Returns how many, and what differs."""
    manifeste = lire_json(membres[MANIFESTE]).arbre
    if (
        not isinstance(manifeste, dict)
        or manifeste.get("format") != FORMAT
        or not isinstance(manifeste.get("sha256"), dict)
    ):
        return 0, (refus("ARCHIVE", "le manifeste de l’archive n’est pas lisible.", chemin=MANIFESTE),)
    issues = _empreintes(manifeste["sha256"], membres)
    calculs = sorted(nom for nom in membres if nom.endswith(".calcul.json"))
    for nom in calculs:
        issues += _recalculer(nom, membres)
    return len(calculs), tuple(issues)


def _empreintes(attendues: Mapping[str, Any], membres: Mapping[str, bytes]) -> list[Issue]:
    issues = []
    for nom in sorted({*attendues, *membres} - {MANIFESTE}):
        if nom not in membres:
            issues.append(refus("MEMBRE_MANQUANT", "ce membre de l’archive manque.", chemin=nom))
        elif nom not in attendues:
            issues.append(refus("MEMBRE_EN_TROP", "ce membre n’est pas au manifeste.", chemin=nom))
        elif hashlib.sha256(membres[nom]).hexdigest() != attendues[nom]:
            issues.append(refus("MEMBRE_CHANGE", "ce membre n’est plus celui du manifeste.", chemin=nom))
    return issues


def _recalculer(nom: str, membres: Mapping[str, bytes]) -> list[Issue]:
    lecture = lire_octets_calcul(membres[nom])
    if lecture.calcul is None:
        return [refus(issue.code, issue.phrase, chemin=f"{nom}\u00a0{issue.chemin}") for issue in lecture.issues]
    voisin = nom.removesuffix(".calcul.json") + ".resultat.json"
    enregistre = lire_json(membres.get(voisin, b"null")).arbre
    if _sans_etapes(enregistre) != _sans_etapes(document_resultat(lecture.calcul)):
        return [refus("RESULTAT", f"le calcul ne donne pas le résultat de {voisin}.", chemin=nom)]
    return []


def _sans_etapes(arbre: Any) -> Any:
    """A result without its sentences: the figures are what is compared."""
    if not isinstance(arbre, dict) or not isinstance(arbre.get("resolutions"), list):
        return None
    return [{c: v for c, v in r.items() if c != "etapes"} if isinstance(r, dict) else r for r in arbre["resolutions"]]
