"""Rewriting a zip archive so that the same values give the same bytes."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from datetime import date
from typing import Final

_EPOQUE: Final = (1980, 1, 1, 0, 0, 0)
_HORODATE: Final = re.compile(rb"(<(?:dcterms:(?:created|modified)|dc:date|meta:creation-date)(?: [^>]*)?>)[^<]*(</)")


def stabiliser(octets: bytes, jour: date, remplacements: Mapping[str, tuple[bytes, bytes]] | None = None) -> bytes:
    """The archive with its own order, no time of its own, and the documents' dates set to ``jour``.

    ``remplacements``: by name of member, a piece to put in place of another.
    """
    remplacements = remplacements or {}
    instant = f"{jour.isoformat()}T00:00:00Z".encode()
    sortie = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(octets)) as source, zipfile.ZipFile(sortie, "w") as cible:
        for membre in source.infolist():
            contenu = source.read(membre)
            if membre.filename in ("docProps/core.xml", "meta.xml"):
                contenu = _HORODATE.sub(rb"\g<1>" + instant + rb"\g<2>", contenu)
            if membre.filename in remplacements:
                contenu = contenu.replace(*remplacements[membre.filename], 1)
            info = zipfile.ZipInfo(membre.filename, _EPOQUE)
            info.compress_type = zipfile.ZIP_STORED if membre.filename == "mimetype" else zipfile.ZIP_DEFLATED
            info.create_system, info.external_attr = 3, 0o644 << 16
            cible.writestr(info, contenu)
    return sortie.getvalue()
