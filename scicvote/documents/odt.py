"""A paper, or a mailing of them, to the bytes of an OpenDocument text: where people go on writing.

The same values and instant give the same bytes. What only a drawn page has (totals at the foot of each page of a long
table, the running title) is left out; ``PROJET`` stands in the header.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable
from datetime import datetime
from io import BytesIO
from typing import Final

from PIL import Image

from scicvote.core.papier import Papier
from scicvote.documents.logo import FORMATS
from scicvote.documents.odt_auto import Automatiques
from scicvote.documents.odt_blocs import Redaction
from scicvote.documents.odt_styles import ESPACES, POLICES, Mise, nom_maitresse, styles
from scicvote.documents.odt_textes import attribut, caracteres
from scicvote.documents.rendu import Interrompu

MIME: Final = "application/vnd.oasis.opendocument.text"
_EPOQUE: Final = (1980, 1, 1, 0, 0, 0)
_LARGE, _HAUT = 600, 200  # room for the logo, in tenths of a millimetre

Progres = Callable[[int, int], bool]


def rendre_odt(papier: Papier, *, instant: datetime) -> bytes:
    """The OpenDocument text of ``papier``, dated ``instant``."""
    return rendre_lot_odt((papier,), 1, instant=instant)


def rendre_lot_odt(
    papiers: Iterable[Papier], total: int, *, instant: datetime, progres: Progres | None = None
) -> bytes:
    """The ``total`` papers of a mailing in one document, each on its own pages; the first gives the metadata.

    ``progres`` is told after each paper how many are done. Raises Interrompu when it says False, ValueError when there
    is no paper.
    """
    auto, mises, corps = Automatiques(), dict[Mise, int](), list[str]()
    premier: Papier | None = None
    for fait, papier in enumerate(papiers, 1):
        mise = Mise.de(papier, seul=total == 1)
        maitresse = nom_maitresse(mises.setdefault(mise, len(mises)))
        corps.append(
            _papier(papier, auto, mise.largeur, "" if premier is None and maitresse == "Standard" else maitresse)
        )
        premier = premier or papier
        if progres is not None and not progres(fait, total):
            raise Interrompu
    if premier is None:
        raise ValueError("a mailing has at least one paper")
    contenu = [_tete(auto), *corps, "</office:text></office:body></office:document-content>"]
    return archive(contenu, styles(mises), _meta(premier, instant), premier.logo)


def _papier(papier: Papier, auto: Automatiques, largeur: int, maitresse: str) -> str:
    """One paper: logo, letterhead, addressee, title, blocks. ``maitresse``: it starts pages of this kind."""
    redaction = Redaction(auto, largeur)
    tete = [("", _image(papier.logo))] if papier.logo is not None else []
    tete += [("Entete", caracteres(mots)) for mots in papier.entete]
    alineas = [redaction.paragraphe(xml, style or "Entete") for style, xml in tete]
    alineas += [redaction.blocs(papier.avant)]
    alineas += [redaction.paragraphe(caracteres(papier.titre), "Title")]
    alineas += [redaction.paragraphe(caracteres(papier.sous_titre), "Subtitle")] if papier.sous_titre else []
    alineas += [redaction.blocs(papier.blocs)]
    if not maitresse:
        return "".join(alineas)
    debut = auto.paragraphe("Cellule_20_petite", page=maitresse)
    return f'<text:p text:style-name="{debut}"/>{"".join(alineas)}'


def _image(logo: bytes) -> str:
    with Image.open(BytesIO(logo), formats=FORMATS) as image:
        large, haut = image.size
    echelle = min(_LARGE / large, _HAUT / haut)
    taille = f'svg:width="{large * echelle / 100:.2f}cm" svg:height="{haut * echelle / 100:.2f}cm"'
    return (
        f'<draw:frame draw:name="Logo" text:anchor-type="as-char" {taille}><draw:image xlink:href="Pictures/logo" '
        'xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/></draw:frame>'
    )


# --- the pieces of the archive


def _tete(auto: Automatiques) -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {ESPACES} office:version="1.3">{POLICES}'
        f"<office:automatic-styles>{auto.xml()}</office:automatic-styles><office:body><office:text>"
    )


def _meta(papier: Papier, instant: datetime) -> str:
    titre = " – ".join(" ".join(mots.split()) for mots in (papier.titre, papier.sous_titre) if mots)
    date = instant.replace(microsecond=0, tzinfo=None).isoformat()
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-meta {ESPACES} office:version="1.3"><office:meta>'
        f"<meta:generator>SCICVote</meta:generator><dc:title>{caracteres(titre)}</dc:title>"
        f"<meta:initial-creator>{caracteres(papier.auteur)}</meta:initial-creator><dc:creator>{caracteres(papier.auteur)}"
        f"</dc:creator><meta:creation-date>{date}</meta:creation-date><dc:date>{date}</dc:date>"
        "<dc:language>fr-FR</dc:language></office:meta></office:document-meta>"
    )


def _manifeste(pieces: Iterable[tuple[str, str]]) -> str:
    entrees = "".join(
        f"<manifest:file-entry manifest:full-path={attribut(nom)} manifest:media-type={attribut(genre)}/>"
        for nom, genre in pieces
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest='
        '"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">'
        f'<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="{MIME}"/>'
        f"{entrees}</manifest:manifest>"
    )


def archive(contenu: Iterable[str], styles_xml: str, meta_xml: str, logo: bytes | None) -> bytes:
    """The pieces in one archive without a time of its own."""
    sortie = BytesIO()
    pieces = [("content.xml", "text/xml"), ("styles.xml", "text/xml"), ("meta.xml", "text/xml")]
    with zipfile.ZipFile(sortie, "w") as cible:
        _ecrire(cible, "mimetype", (MIME,), zipfile.ZIP_STORED)
        _ecrire(cible, "content.xml", contenu)
        _ecrire(cible, "styles.xml", (styles_xml,))
        _ecrire(cible, "meta.xml", (meta_xml,))
        if logo is not None:
            pieces.append(("Pictures/logo", "image/png" if logo.startswith(b"\x89PNG") else "image/jpeg"))
            with cible.open(_membre("Pictures/logo", zipfile.ZIP_STORED), "w") as fichier:
                fichier.write(logo)
        _ecrire(cible, "META-INF/manifest.xml", (_manifeste(pieces),))
    return sortie.getvalue()


def _membre(nom: str, compression: int) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(nom, _EPOQUE)
    info.compress_type, info.create_system, info.external_attr = compression, 3, 0o644 << 16
    return info


def _ecrire(cible: zipfile.ZipFile, nom: str, morceaux: Iterable[str], compression: int = zipfile.ZIP_DEFLATED) -> None:
    with cible.open(_membre(nom, compression), "w") as fichier:
        for morceau in morceaux:
            fichier.write(morceau.encode())
