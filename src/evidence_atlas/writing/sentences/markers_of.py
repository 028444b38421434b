"""Levels of what only markers show, told as levels of its markers, as the text calls them."""

from __future__ import annotations

import re
from dataclasses import replace

from evidence_atlas.records import quote, quoted, texts

from ..material import Material
from ..said import Said
from ..tables import table

_TABLE: dict[str, str] = table("sentences/markers_of.toml")
_MARKERS = re.compile(_TABLE["what"], re.IGNORECASE)


def as_markers(m: Material, told: Said) -> Said:
    """The sentence with "markers of" where it tells of the levels of what they are markers of."""
    for field, text in texts(m.record).items():
        for found in _MARKERS.finditer(text):
            levels = _TABLE["levels"].replace("WHAT", re.escape(found["what"]))
            at = re.search(levels, told.text, re.IGNORECASE)
            if at is None or "marker" in at[0]:
                continue
            start = at.start("all")
            named = f"{told.text[:start]}markers of {told.text[start:]}"
            held = quoted(quote(texts(m.record), field, *found.span()))
            return replace(told, text=named).supported_by(held)
    return told
