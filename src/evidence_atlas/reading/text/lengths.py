"""Lengths of time in words that stand by themselves."""

from __future__ import annotations

from evidence_atlas.records.cues import cue

_ONE_UNIT = cue(r"(?P<n>\w+(?:\.\d+)?)[-\s](?P<unit>day|week|month|year|hour)")


def printed(length: str) -> str:
    """ "12-week" before a noun is 12 weeks by itself."""
    match = _ONE_UNIT.fullmatch(length)
    if match is None or match["n"] in ("1", "one"):
        return length.replace("-", " ")
    return f"{match['n']} {match['unit']}s"
