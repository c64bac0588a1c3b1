"""The canvas: bytes that depend on what is drawn alone, pages packed as they end, texts written without detour."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from reportlab.lib.colors import Color
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from scicvote.documents.lignes import Brin, Composee
from scicvote.documents.polices import PoliceSerif, police

_ECHAPPES = {ord(c): f"\\{c}" for c in "()\\"}


def _date_pdf(instant: datetime) -> str:
    """``D:20260612204100`` and the zone when there is one."""
    zone = instant.strftime("%z")
    return instant.strftime("D:%Y%m%d%H%M%S") + (f"{zone[:3]}'{zone[3:5]}'" if zone else "")


class Codes(dict[int, str]):
    """From characters to what the file writes for them, in the first set of codes of a face; asked, then kept."""

    def __init__(self, fonte: PoliceSerif, document: Any) -> None:
        super().__init__()
        self.fonte, self.document = fonte, document
        self.nom: str = fonte.getSubsetInternalName(0, document) if fonte.splitString(" ", document) else ""
        self.autres: set[str] = set()  # characters of another set: a face holds 256 codes at a time

    def __missing__(self, code: int) -> str:
        ((jeu, octets),) = self.fonte.splitString(chr(code), self.document)
        if jeu:
            self.autres.add(chr(code))
        octet = octets[0]
        ecrit = _ECHAPPES.get(octet) or (chr(octet) if 32 <= octet < 127 else f"\\{octet:03o}")
        self[code] = ecrit
        return ecrit


def _flux(octets: bytes) -> pdfdoc.PDFStream:
    """A stream of operators, packed."""
    dictionnaire = pdfdoc.PDFDictionary({"Filter": pdfdoc.PDFName("FlateDecode")})
    return pdfdoc.PDFStream(dictionnaire, zlib.compress(octets))


class Toile(Canvas):  # type: ignore[misc]  # reportlab has no types
    """A canvas whose bytes depend on what is drawn and on ``instant`` alone.

    A page is packed when it ends, which keeps long papers small in memory. What is only known at the end (how many
    pages there are) is added to pages already drawn with ``completer``.
    """

    def __init__(self, *arguments: Any, instant: datetime, **reste: Any) -> None:
        super().__init__(*arguments, **reste)
        date = _date_pdf(instant)
        self._doc.signature = hashlib.md5(date.encode(), usedforsecurity=False)
        self.setDateFormatter(lambda *_: date)
        self._codes: dict[str, Codes] = {}
        self._corps: dict[int, tuple[str, object]] = {}
        self._complements: dict[int, bytes] = {}
        self._niveau, self._signets, self._tus = -1, 0, False
        self.fait = 0  # rows and blocks drawn

    def faire(self, pieces: int) -> None:
        """Count what is drawn, for whoever waits."""
        self.fait += pieces

    # --- texts

    def codes(self, nom: str) -> Codes:
        """How the characters of a face are written in this file."""
        connus = self._codes.get(nom)
        if connus is None:
            connus = self._codes[nom] = Codes(police(nom), self._doc)
        return connus

    def montrer(self, nom: str, corps: float, texte: str) -> str:
        """The operators that show ``texte``, the face ``nom`` being the current one before and after."""
        codes = self.codes(nom)
        ecrit = texte.translate(codes)
        if not codes.autres or codes.autres.isdisjoint(texte):
            return f"({ecrit}) Tj"
        return " ".join((*self._par_jeux(codes, corps, texte), f"{codes.nom} {corps:g} Tf"))

    def _par_jeux(self, codes: Codes, corps: float, texte: str) -> list[str]:
        morceaux = []
        for jeu, octets in codes.fonte.splitString(texte, self._doc):
            nom = codes.fonte.getSubsetInternalName(jeu, self._doc)
            morceaux.append(f"{nom} {corps:g} Tf <{octets.hex()}> Tj")
        return morceaux

    def brins(self, brins: Sequence[Brin], corps: float, courante: str) -> tuple[str, str]:
        """The operators that show runs one after the other, and the face that is current after them."""
        ecrits = []
        for nom, texte in brins:
            if nom != courante:
                ecrits.append(f"{self.codes(nom).nom} {corps:g} Tf")
                courante = nom
            ecrits.append(self.montrer(nom, corps, texte))
        return " ".join(ecrits), courante

    def poser(
        self, x: float, y: float, lignes: Sequence[Composee], decalages: Sequence[float], style: Any, source: object
    ) -> None:
        """Lines one under the other, the first on the baseline ``y``, each ``decalages`` to the right of ``x``.

        ``source`` is the object that these lines, and no others, come from: what is written is kept with it, since the
        same lines come again and again in a mailing.
        """
        gardes = self._corps.get(id(source))
        if gardes is None:
            if len(self._corps) > 500:
                self._corps.clear()
            gardes = self._corps[id(source)] = self._lignes(lignes, decalages, style), source
        self._code.append(f"BT 1 0 0 1 {x:.2f} {y:.2f} Tm {gardes[0]} ET")

    def _lignes(self, lignes: Sequence[Composee], decalages: Sequence[float], style: Any) -> str:
        ecrits, courante, avant = [encre(style.textColor)], "", 0.0
        for i, ((_, brins), decalage) in enumerate(zip(lignes, decalages, strict=True)):
            if i or decalage:
                ecrits.append(f"{decalage - avant:.2f} {-style.leading if i else 0:g} Td")
            avant = decalage
            montre, courante = self.brins(brins, style.fontSize, courante)
            ecrits.append(montre)
        return " ".join(ecrits)

    def ecrire(self, operateurs: str) -> None:
        """Operators as they are."""
        self._code.append(operateurs)

    # --- bookmarks

    def marquer(self, niveau: int, titre: str, haut: float) -> None:
        """A bookmark of this page, under the last one of a higher level; levels follow without a gap."""
        if self._tus:
            return
        self._niveau = min(niveau, self._niveau + 1)
        self._signets += 1
        cle = f"titre-{self._signets}"
        self.bookmarkHorizontalAbsolute(cle, haut)
        self.addOutlineEntry(titre, cle, self._niveau)

    def annoncer(self, signet: str, haut: float) -> None:
        """The one bookmark of a paper of a mailing, whose headings then leave none; ``""``: they leave theirs."""
        self._tus = False
        if signet:
            self.marquer(0, signet, haut)
            self._tus = True

    # --- pages

    def showPage(self) -> None:  # noqa: N802
        """End the page, and pack what it shows."""
        nom = self._doc.thisPageName()
        super().showPage()
        page = self._doc.idToObject[nom]
        page.Contents, page.stream = _flux(page.stream.encode("latin-1")), None

    def completer(self, page: int, operateurs: str) -> None:
        """Draw more on a page that has ended, at the end."""
        self._complements[page] = operateurs.encode("latin-1")

    def save(self) -> None:
        """Write the file, with what completes its pages."""
        for numero, octets in self._complements.items():
            page = self._doc.idToObject[f"Page{numero}"]
            suite = self._doc.Reference(_flux(octets))
            page.Contents = pdfdoc.PDFArray([self._doc.Reference(page.Contents), suite])
        self._complements = {}
        super().save()


def encre(couleur: Color) -> str:
    """The operator that fills with a colour."""
    return f"{couleur.red:.4g} {couleur.green:.4g} {couleur.blue:.4g} rg"


def trait(couleur: Color, epaisseur: float, segments: Sequence[tuple[float, float, float, float]]) -> str:
    """The operators that draw straight lines of one colour and thickness; none for no line."""
    if not segments:
        return ""
    teinte = f"{couleur.red:.4g} {couleur.green:.4g} {couleur.blue:.4g} RG {epaisseur:g} w"
    return f"{teinte} {' '.join(f'{a:.2f} {b:.2f} m {c:.2f} {d:.2f} l' for a, b, c, d in segments)} S"
