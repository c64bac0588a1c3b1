"""Runs of characters to paragraphs."""

from __future__ import annotations

from reportlab.lib.styles import ParagraphStyle

from scicvote.core.papier import Ligne, Texte
from scicvote.documents.alineas import Alinea


def paragraphe(runs: Ligne, style: ParagraphStyle, puce: str = "") -> Alinea:
    """A paragraph of ``runs``, after ``puce`` (a dash, a number) for an item of a list."""
    return Alinea(runs, style, puce)


def simple(texte: str, style: ParagraphStyle) -> Alinea:
    """A paragraph of one face."""
    return Alinea((Texte(texte),), style)
