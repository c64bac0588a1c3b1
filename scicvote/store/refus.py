"""Why a file cannot be opened: the exceptions of the store, apart from what opening one loads."""

from __future__ import annotations


class FichierRefuse(Exception):  # noqa: N818
    """The file cannot be opened; the message is a French sentence that says why and what to do."""


class FichierAbime(FichierRefuse):
    """The file is one of this program's, and what it holds cannot be read any more."""
