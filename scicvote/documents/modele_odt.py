"""An editable letter: an ODT whose fields (``{destinataire}``) are replaced for each addressee, in its own styles."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterable, Mapping
from copy import deepcopy
from datetime import datetime
from io import BytesIO
from typing import Final
from xml.etree import ElementTree as ET

from scicvote.documents.modele_champs import (
    CHAMP,
    GRAS,
    PARAGRAPHES,
    TITRE,
    T,
    Valeur,
    lu,
    paragraphes,
    remplir,
    texte_de,
)

OCTETS: Final = 5_000_000  # at most, of the file
_DEPLIE: Final = 20_000_000  # at most, of one part of it once unpacked
CONTENU: Final = "content.xml"
_STYLES: Final = "styles.xml"
MIME: Final = b"application/vnd.oasis.opendocument.text"

_O: Final = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_S: Final = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_F: Final = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_TOTAL_PAGES: Final = re.compile(  # « sur 160 »
    rb"(?:\s*(?:sur|de|/)\s*)?<text:page-count[^>]*(?:/>|>[^<]*</text:page-count>)"
)
_DEBUT: Final = "SCICVote_Debut"
_DATE_ZIP: Final = (1980, 1, 1, 0, 0, 0)

Progres = Callable[[int, int], bool]


class ModeleIllisible(ValueError):  # noqa: N818  # said to the user as one of the file's faults
    """The file is no ODT text document, or is damaged."""


class Modele:
    """A letter with fields, read from the bytes of an ODT. Raises ModeleIllisible."""

    def __init__(self, octets: bytes) -> None:
        self.parts = _parts(octets)
        contenu = self.parts[CONTENU]
        self.prefixes = _prefixes(contenu)
        self.racine = ET.fromstring(contenu)
        corps = self.racine.find(f"{_O}body/{_O}text")
        if corps is None:
            raise ModeleIllisible("no text body")
        self.corps: ET.Element = corps

    # --- its fields

    def champs(self) -> tuple[str, ...]:
        """The names between braces, each once, in their order."""
        trouves = (nom for p in paragraphes(self.corps) for nom in CHAMP.findall(texte_de(p)))
        return tuple(dict.fromkeys(trouves))

    def mal_places(self, blocs: Iterable[str]) -> tuple[str, ...]:
        """Of these fields, those that are not alone in their paragraph: whole paragraphs cannot take their place."""
        attendus = set(blocs)
        fautifs = (
            nom
            for p in paragraphes(self.corps)
            for nom in CHAMP.findall(texte_de(p))
            if nom in attendus and texte_de(p).strip() != f"{{{nom}}}"
        )
        return tuple(dict.fromkeys(fautifs))

    def lignes(self) -> tuple[str, ...]:
        """The text of the body, one line a paragraph, without its empty ones: what a reader sees of it, unstyled."""
        return tuple(ligne for p in paragraphes(self.corps) if (ligne := lu(p).strip()))

    # --- filled

    def remplir(
        self, lettres: Iterable[Mapping[str, Valeur]], total: int, instant: datetime, progres: Progres | None = None
    ) -> bytes | None:
        """One ODT with a copy for each of these ``total`` letters, its pages numbered from 1; None when stopped."""
        racine = deepcopy(self.racine)
        corps = racine.find(f"{_O}body/{_O}text")
        assert corps is not None  # it was there before the copy
        declarations = [e for e in corps if e.tag not in PARAGRAPHES and e.tag.endswith(("decls", "forms", "changes"))]
        modele = [e for e in corps if e not in declarations]
        for element in modele:
            corps.remove(element)
        for fait, valeurs in enumerate(lettres, 1):
            if fait > 1:
                corps.append(ET.Element(f"{T}p", {f"{T}style-name": _DEBUT}))
            corps.extend(remplir(modele, valeurs))
            if progres is not None and not progres(fait, total):
                return None
        self._styles(racine)
        return self._fermer(racine, instant, seule=total < 2)

    def _styles(self, racine: ET.Element) -> None:
        """The two styles that filling needs: bold, and the start of a letter on a page numbered 1."""
        automatiques = racine.find(f"{_O}automatic-styles")
        if automatiques is None:
            automatiques = ET.Element(f"{_O}automatic-styles")
            racine.insert(len(racine) - 1, automatiques)
        page = next((s.get(f"{_S}master-page-name", "") for s in automatiques if s.get(f"{_S}master-page-name")), "")
        gras = ET.SubElement(automatiques, f"{_S}style", {f"{_S}name": GRAS, f"{_S}family": "text"})
        ET.SubElement(gras, f"{_S}text-properties", {f"{_F}font-weight": "bold"})
        attributs = {f"{_S}name": _DEBUT, f"{_S}family": "paragraph", f"{_S}master-page-name": page or "Standard"}
        debut = ET.SubElement(automatiques, f"{_S}style", attributs)
        reglages = {f"{_F}margin-top": "0cm", f"{_F}margin-bottom": "0cm", f"{_F}line-height": "0.05cm"}
        ET.SubElement(debut, f"{_S}paragraph-properties", {**reglages, f"{_S}page-number": "1"})
        ET.SubElement(debut, f"{_S}text-properties", {f"{_F}font-size": "1pt"})
        _tenir(racine, automatiques)

    def _fermer(self, racine: ET.Element, instant: datetime, *, seule: bool) -> bytes:
        """The package again: the same parts in the same order, dated alike, so that the bytes depend on the text alone.

        The number of pages, which is that of the whole document, is taken out of the footers of several letters.
        """
        for prefixe, uri in self.prefixes.items():
            ET.register_namespace(prefixe, uri)
        contenu = ET.tostring(racine, encoding="UTF-8", xml_declaration=True)
        parts = {**self.parts, CONTENU: contenu}
        if not seule and _STYLES in parts:
            parts[_STYLES] = _TOTAL_PAGES.sub(b"", parts[_STYLES])
        sortie = BytesIO()
        with zipfile.ZipFile(sortie, "w", zipfile.ZIP_DEFLATED) as paquet:
            for nom, octets in parts.items():
                info = zipfile.ZipInfo(nom, _DATE_ZIP)
                info.compress_type = zipfile.ZIP_STORED if nom == "mimetype" else zipfile.ZIP_DEFLATED
                paquet.writestr(info, _dater(octets, instant) if nom == "meta.xml" else octets)
        return sortie.getvalue()


def _tenir(racine: ET.Element, automatiques: ET.Element) -> None:
    """The styles of the headings that blocks bring: their paragraph's own, never last on a page."""
    connus = {s.get(f"{_S}name"): s for s in automatiques if s.get(f"{_S}family") == "paragraph"}
    noms = dict.fromkeys(p.get(f"{T}style-name", "") for p in paragraphes(racine))
    for nom in (nom for nom in noms if nom.startswith(TITRE)):
        source = nom.removeprefix(TITRE)
        style = deepcopy(connus.get(source))
        if style is None:
            attributs = {f"{_S}family": "paragraph", f"{_S}parent-style-name": source}
            style = ET.Element(f"{_S}style", attributs)
        style.set(f"{_S}name", nom)
        reglages = style.find(f"{_S}paragraph-properties")
        if reglages is None:
            reglages = ET.Element(f"{_S}paragraph-properties")
            style.insert(0, reglages)
        reglages.set(f"{_F}keep-with-next", "always")
        automatiques.append(style)


def _dater(meta: bytes, instant: datetime) -> bytes:
    """The document's date is that of the letters."""
    jour = instant.isoformat(timespec="seconds").encode()
    return re.sub(rb"(<(?:dc:date|meta:creation-date)>)[^<]*", lambda date: date[1] + jour, meta)


# --- reading


def _parts(octets: bytes) -> dict[str, bytes]:
    """The parts of the package, ``mimetype`` first."""
    if len(octets) > OCTETS:
        raise ModeleIllisible("too large")
    try:
        with zipfile.ZipFile(BytesIO(octets)) as paquet:
            if any(info.file_size > _DEPLIE for info in paquet.infolist()):
                raise ModeleIllisible("too large once unpacked")
            parts = {info.filename: paquet.read(info) for info in paquet.infolist() if not info.is_dir()}
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError) as faute:
        raise ModeleIllisible("not a package") from faute
    if parts.get("mimetype", b"").strip() != MIME or CONTENU not in parts:
        raise ModeleIllisible("not a text document")
    return {"mimetype": parts.pop("mimetype"), **parts}


def _prefixes(contenu: bytes) -> dict[str, str]:
    """The prefixes of the document's namespaces; a document type, which an ODT has not, is refused."""
    if b"<!DOCTYPE" in contenu or b"<!ENTITY" in contenu:
        raise ModeleIllisible("a document type")
    try:
        paires = [paire for _, paire in ET.iterparse(BytesIO(contenu), events=("start-ns",))]
    except ET.ParseError as faute:
        raise ModeleIllisible("not XML") from faute
    return {prefixe: uri for prefixe, uri in paires if prefixe and not re.fullmatch(r"ns\d+", prefixe)}
