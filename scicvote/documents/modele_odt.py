"""An editable letter: an ODT whose fields (``{destinataire}``) are replaced for each addressee, in its own styles."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from copy import deepcopy
from datetime import datetime
from io import BytesIO
from typing import Final
from xml.etree import ElementTree as ET

from scicvote.core.papier import (
    Bloc,
    Ensemble,
    Ligne,
    Liste,
    Paragraphe,
    Signatures,
    Tableau,
    Texte,
    Titre,
    brut,
)

OCTETS: Final = 5_000_000  # at most, of the file
_DEPLIE: Final = 20_000_000  # at most, of one part of it once unpacked
CONTENU: Final = "content.xml"
_STYLES: Final = "styles.xml"
MIME: Final = b"application/vnd.oasis.opendocument.text"

_T: Final = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_O: Final = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_S: Final = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_F: Final = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_ID: Final = "{http://www.w3.org/XML/1998/namespace}id"
_PARAGRAPHES: Final = frozenset({f"{_T}p", f"{_T}h"})
_CHAMP: Final = re.compile(r"\{([^{}]*)\}")
_TOTAL_PAGES: Final = re.compile(  # « sur 160 »
    rb"(?:\s*(?:sur|de|/)\s*)?<text:page-count[^>]*(?:/>|>[^<]*</text:page-count>)"
)
_GRAS, _DEBUT = "SCICVote_Gras", "SCICVote_Debut"
_DATE_ZIP: Final = (1980, 1, 1, 0, 0, 0)

Valeur = str | tuple[Bloc, ...]
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
        trouves = (nom for p in _paragraphes(self.corps) for nom in _CHAMP.findall(_texte(p)))
        return tuple(dict.fromkeys(trouves))

    def mal_places(self, blocs: Iterable[str]) -> tuple[str, ...]:
        """Of these fields, those that are not alone in their paragraph: whole paragraphs cannot take their place."""
        attendus = set(blocs)
        fautifs = (
            nom
            for p in _paragraphes(self.corps)
            for nom in _CHAMP.findall(_texte(p))
            if nom in attendus and _texte(p).strip() != f"{{{nom}}}"
        )
        return tuple(dict.fromkeys(fautifs))

    # --- filled

    def remplir(
        self, lettres: Iterable[Mapping[str, Valeur]], total: int, instant: datetime, progres: Progres | None = None
    ) -> bytes | None:
        """One ODT with a copy for each of these ``total`` letters, its pages numbered from 1; None when stopped."""
        racine = deepcopy(self.racine)
        corps = racine.find(f"{_O}body/{_O}text")
        assert corps is not None  # it was there before the copy
        declarations = [e for e in corps if e.tag not in _PARAGRAPHES and e.tag.endswith(("decls", "forms", "changes"))]
        modele = [e for e in corps if e not in declarations]
        for element in modele:
            corps.remove(element)
        for fait, valeurs in enumerate(lettres, 1):
            if fait > 1:
                corps.append(ET.Element(f"{_T}p", {f"{_T}style-name": _DEBUT}))
            corps.extend(_remplir(modele, valeurs))
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
        gras = ET.SubElement(automatiques, f"{_S}style", {f"{_S}name": _GRAS, f"{_S}family": "text"})
        ET.SubElement(gras, f"{_S}text-properties", {f"{_F}font-weight": "bold"})
        attributs = {f"{_S}name": _DEBUT, f"{_S}family": "paragraph", f"{_S}master-page-name": page or "Standard"}
        debut = ET.SubElement(automatiques, f"{_S}style", attributs)
        reglages = {f"{_F}margin-top": "0cm", f"{_F}margin-bottom": "0cm", f"{_F}line-height": "0.05cm"}
        ET.SubElement(debut, f"{_S}paragraph-properties", {**reglages, f"{_S}page-number": "1"})
        ET.SubElement(debut, f"{_S}text-properties", {f"{_F}font-size": "1pt"})

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


def _paragraphes(element: ET.Element) -> Iterator[ET.Element]:
    return (e for e in element.iter() if e.tag in _PARAGRAPHES)


def _noeuds(paragraphe: ET.Element) -> Iterator[tuple[ET.Element, str]]:
    """Where the characters of a paragraph are: an element and ``text`` or ``tail``; those of paragraphs inside left out."""
    yield paragraphe, "text"
    for enfant in paragraphe:
        if enfant.tag not in _PARAGRAPHES:
            yield from _noeuds(enfant)
        yield enfant, "tail"


def _texte(paragraphe: ET.Element) -> str:
    return "".join(getattr(e, ou) or "" for e, ou in _noeuds(paragraphe))


# --- filling


def _remplir(modele: Iterable[ET.Element], valeurs: Mapping[str, Valeur]) -> list[ET.Element]:
    """A copy of the model's elements with the values in place of their fields."""
    boite = ET.Element("boite")
    boite.extend(deepcopy(list(modele)))
    for element in boite.iter():
        element.attrib.pop(_ID, None)  # unique in a document
    parents = {enfant: parent for parent in boite.iter() for enfant in parent}
    for paragraphe in list(_paragraphes(boite)):
        noms = _CHAMP.findall(_texte(paragraphe))
        if len(noms) == 1 and isinstance(valeurs.get(noms[0]), tuple):
            _etaler(parents[paragraphe], paragraphe, valeurs[noms[0]])  # type: ignore[arg-type]
        elif noms:
            _ecrire(paragraphe, {nom: str(valeurs[nom]) for nom in noms})
            if not _texte(paragraphe).strip() and not list(paragraphe):
                parents[paragraphe].remove(paragraphe)
    return list(boite)


def _ecrire(paragraphe: ET.Element, valeurs: Mapping[str, str]) -> None:
    """Put texts in place of fields, even of one whose characters an editor spread over several runs."""
    noeuds = list(_noeuds(paragraphe))
    textes = [getattr(e, ou) or "" for e, ou in noeuds]
    for trouve in reversed(list(_CHAMP.finditer("".join(textes)))):
        debut, fin, place = trouve.start(), trouve.end(), 0
        for i, texte in enumerate(textes):
            a, b = max(debut - place, 0), min(fin - place, len(texte))
            place += len(texte)
            if a < b:
                mis = valeurs[trouve[1]] if debut >= place - len(texte) else ""
                textes[i] = texte[:a] + mis + texte[b:]
    for (element, ou), texte in zip(noeuds, textes, strict=True):
        setattr(element, ou, texte)
    _couper(paragraphe)


def _couper(paragraphe: ET.Element) -> None:
    """Line feeds become line breaks."""
    for element, ou in list(_noeuds(paragraphe)):
        premiere, *suite = (getattr(element, ou) or "").split("\n")
        if not suite:
            continue
        setattr(element, ou, premiere)
        parent = element if ou == "text" else _parent(paragraphe, element)
        rang = 0 if ou == "text" else list(parent).index(element) + 1
        for i, mots in enumerate(suite):
            retour = ET.Element(f"{_T}line-break")
            retour.tail = mots
            parent.insert(rang + i, retour)


def _parent(racine: ET.Element, enfant: ET.Element) -> ET.Element:
    return next(e for e in racine.iter() if enfant in list(e))


def _etaler(parent: ET.Element, paragraphe: ET.Element, blocs: tuple[Bloc, ...]) -> None:
    """Paragraphs of the same style in place of one field."""
    rang = list(parent).index(paragraphe)
    parent.remove(paragraphe)
    for i, runs in enumerate(_lignes(blocs)):
        neuf = ET.Element(f"{_T}p", dict(paragraphe.attrib))
        for run in runs:
            _run(neuf, run)
        _couper(neuf)
        parent.insert(rang + i, neuf)


def _run(paragraphe: ET.Element, run: Texte) -> None:
    if run.gras:
        ET.SubElement(paragraphe, f"{_T}span", {f"{_T}style-name": _GRAS}).text = run.texte
    elif len(paragraphe):
        paragraphe[-1].tail = (paragraphe[-1].tail or "") + run.texte
    else:
        paragraphe.text = (paragraphe.text or "") + run.texte


def _lignes(blocs: Iterable[Bloc]) -> Iterator[Ligne]:
    """Blocks as plain paragraphs: headings in bold, items after their dash, a row of a table on a line."""
    for bloc in blocs:
        match bloc:
            case Titre(texte=texte):
                yield (Texte(texte, gras=True),)
            case Paragraphe(texte=runs):
                yield runs
            case Liste(items=items, numerotee=numerotee):
                yield from ((Texte(f"{i}. " if numerotee else "– "), *item) for i, item in enumerate(items, 1))
            case Tableau(rangees=rangees):
                yield from ((Texte(" – ".join(map(brut, rangee.cellules))),) for rangee in rangees)
            case Signatures(cases=cases):
                yield from ((Texte("\n".join(filter(None, (c.qualite, c.nom, "\n\n\n")))),) for c in cases)
            case Ensemble(blocs=dedans):
                yield from _lignes(dedans)
