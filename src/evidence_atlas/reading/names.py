"""Treatments and measures under one word, for readers that ask how a text tells, not of what.

"Received cognitive behavioural therapy" and "received rituximab" tell the same. Were the word
"therapy" within a name heard, one would be a sign that something was given, and the other none.
"""

from __future__ import annotations

from evidence_atlas.records.cues import cue

from . import tables

_TABLE = tables.load("interventions")
TREATMENTS = [*(p for t in _TABLE["named"] for p in t["patterns"]), _TABLE["drugs"]["pattern"]]
MEASURES = [p for m in tables.load("measures")["measures"] for p in m["patterns"]]
OF_A_MEASURE = r" (?:levels?|scores?|counts?|concentrations?|ratings?|symptoms?|severity)\b"
"""A word that says how a thing was measured, and belongs to its name."""

A_TREATMENT = cue("|".join(f"(?:{p})" for p in TREATMENTS))
"""Any known treatment, by its name or by the ending of a drug's."""
_MEASURE = cue("|".join(f"(?:{p}){OF_A_MEASURE}" for p in MEASURES))
_UNHEARD = "nameunheard"
"""A word that no learnt weight knows, so that it speaks for nothing."""


def unnamed(text: str) -> str:
    """The text with each known treatment called "treatment", whatever its name."""
    return A_TREATMENT.sub("treatment", text)


def unheard(text: str) -> str:
    """The text with each known treatment and measure under a word that speaks for nothing."""
    return _MEASURE.sub(_UNHEARD, A_TREATMENT.sub(_UNHEARD, text))
