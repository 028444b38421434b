"""Treatments under one word, for readers that ask how a text tells and not what it names.

"Received cognitive behavioural therapy" and "received rituximab" tell the same. Were the word
"therapy" within a name heard, one would be a sign that something was given, and the other none.
"""

from __future__ import annotations

from evidence_atlas.records.cues import cue

from . import tables

_TABLE = tables.load("interventions")
_NAME = cue(
    "|".join(
        f"(?:{p})"
        for p in (*(p for t in _TABLE["named"] for p in t["patterns"]), _TABLE["drugs"]["pattern"])
    )
)
UNHEARD = "treatmentname"
"""A word that no learnt weight knows, so that it speaks for nothing."""


def unnamed(text: str, word: str = "treatment") -> str:
    """The text with each known treatment under one word, whatever its name."""
    return _NAME.sub(word, text)
