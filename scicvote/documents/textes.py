"""Runs of characters to reportlab paragraphs. The only place where reportlab's markup is written."""

from __future__ import annotations

from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph

from scicvote.core.papier import Ligne, Texte
from scicvote.documents.polices import composer


def echapper(texte: str) -> str:
    """``texte`` as markup that prints exactly those characters, line feeds as new lines."""
    return escape(composer(texte)).replace("\n", "<br/>")


def _balise(run: Texte) -> str:
    marque = echapper(run.texte)
    if run.italique:
        marque = f"<i>{marque}</i>"
    return f"<b>{marque}</b>" if run.gras else marque


def paragraphe(runs: Ligne, style: ParagraphStyle, puce: str | None = None) -> Paragraph:
    """A paragraph of ``runs``, after ``puce`` (a dash, a number) for an item of a list."""
    return Paragraph("".join(map(_balise, runs)), style, bulletText=None if puce is None else composer(puce))


def simple(texte: str, style: ParagraphStyle) -> Paragraph:
    """A paragraph of one face."""
    return Paragraph(echapper(texte), style)
