"""The text of a PDF, for tests."""

from __future__ import annotations

from io import BytesIO

from pypdf import PdfReader


def textes_pdf(octets: bytes) -> str:
    """All its text on one line, plain spaces."""
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(octets)).pages)
