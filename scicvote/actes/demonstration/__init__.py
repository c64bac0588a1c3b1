"""The demonstration: a fictional cooperative under the Cliss XXI statutes, held through the same acts as the window."""

from __future__ import annotations

from scicvote.actes.demonstration.recit import Demonstration, raconter

__all__ = ["Demonstration", "raconter"]
