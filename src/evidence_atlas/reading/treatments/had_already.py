"""What people had already been given before a study asked the effect of something else."""

from __future__ import annotations

import re

from evidence_atlas.records import Quote
from evidence_atlas.records.cues import Cue, cue

from .. import tables
from ..document import Document

_TABLE = tables.load("interventions")["frames"]
_HAD = cue(_TABLE["had_by_people"])
_ASKED = cue(_TABLE["effect_asked_of"])
_NEAR = 120


def without(document: Document, found: dict[str, Quote]) -> dict[str, Quote]:
    """The treatments without those that only say who the people were.

    Only where the effect of another is asked: else what they were treated with is what was studied.
    """
    if len(found) < 2:
        return found
    had = {name for name, quote in found.items() if _everywhere(document, quote, _HAD, "only")}
    asked = (n for n in found if n not in had)
    if not had or not any(_everywhere(document, found[n], _ASKED, "once") for n in asked):
        return found
    return {name: quote for name, quote in found.items() if name not in had}


def _everywhere(document: Document, quote: Quote, before: Cue, how: str) -> bool:
    """Whether such words stand before all places of a name, or before one of them."""
    name = re.compile(rf"(?<!\w){re.escape(quote.text)}(?!\w)", re.IGNORECASE)
    texts = [document.title, *(s.text for _, s in document.parts())]
    told = [
        before.within(text, at.start() - _NEAR, at.start()) is not None
        for text in texts
        for at in name.finditer(text)
    ]
    return bool(told) and (all(told) if how == "only" else any(told))
