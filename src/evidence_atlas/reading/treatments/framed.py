"""Treatments without a name that is known, by the words around them ("effect of … on")."""

from __future__ import annotations

import re

from evidence_atlas.records import Quote
from evidence_atlas.records.cues import Cue, cue

from .. import tables
from ..document import Document
from . import whole_names
from .named import NO_TREATMENT

_TABLE = tables.load("interventions")
_EFFECT_OF = cue(_TABLE["frames"]["effect_of"])
_FRAMES = [_EFFECT_OF, *(cue(p) for p in _TABLE["frames"]["patterns"])]
_TRIM = cue(_TABLE["trim"])
_TITLED = cue(_TABLE["frames"]["titled"])
_TITLED_GIVEN = _TABLE["frames"]["titled_given"]
_GENERIC = cue(_TABLE["frames"]["generic"])


def by_title(document: Document) -> dict[str, Quote]:
    """What the title of a trial begins with, where the text says that it was given."""
    match = _TITLED.search(document.title)
    if match is None or NO_TREATMENT.search(match["what"]):
        return {}
    what = match["what"]
    given = cue(_TITLED_GIVEN.replace("WHAT", re.escape(what)))
    if not any(given.search(s.text) for _, s in document.parts("aim", "methods")):
        return {}
    return {what: document.quote(match.start("what"), match.end("what"), "title")}


def called_by_title(document: Document) -> dict[str, Quote]:
    """What a title asks the effect of, by a name that the atlas does not know."""
    found = framed(document, [("title", document.title, 0)], [_EFFECT_OF])
    return {what: quote for what, quote in found.items() if not _GENERIC.search(what)}


def framed(
    document: Document, places: list[tuple[str, str, int]], frames: list[Cue] = _FRAMES
) -> dict[str, Quote]:
    """What stands in a frame such as "effect of … on", in the first text that has one."""
    found: dict[str, Quote] = {}
    for field, text, start in places:
        for frame in frames:
            match = frame.search(text)
            if match is None:
                continue
            what = _TRIM.sub("", match["what"].strip(" ,"))
            if what.endswith(whole_names.OF_A_NOUN):  # "manual treatment" is no "manual"
                what = match["what"].strip(" ,")
            if 2 < len(what) <= 60 and not NO_TREATMENT.search(what):
                s = start + match.start("what") + match["what"].index(what)
                found.setdefault(what, document.quote(s, s + len(what), field))
        if found:
            break
    return found
