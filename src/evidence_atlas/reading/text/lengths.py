"""Lengths of time in words that stand by themselves."""

from __future__ import annotations

import re

from evidence_atlas.records.cues import cue

_ONE_UNIT = cue(r"(?P<n>\w+(?:\.\d+)?)[-\s](?P<unit>day|week|month|year|hour)")


_RANGE = re.compile(r"(\d)\s?[-‐-–]\s?(\d)")


_HEADED = re.compile(r"\b(?:Day|Week|Month|Year|Hour)s?\b")
"""The capital that a title gives: "Over 12 Months"."""


def printed(length: str) -> str:
    """ "12-week" before a noun is 12 weeks by itself."""
    length = _HEADED.sub(lambda m: m[0].lower(), length)
    length = _RANGE.sub(r"\1 to \2", length.replace("+/-", " ± ").replace("  ", " "))
    match = _ONE_UNIT.fullmatch(length)
    if match is None or match["n"] in ("1", "one"):
        return length.replace("-", " ")
    return f"{match['n']} {match['unit']}s"
