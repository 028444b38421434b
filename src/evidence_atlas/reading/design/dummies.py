"""Whether those compared had a dummy, told in any words: what looked the same, and what it lacked.

Either alone says little: pills of two drugs look alike, and a diet may be without salt. So both
must stand close together, or people must be told not to have known what they had.
"""

from __future__ import annotations

import re

from evidence_atlas.records import Quote, Sentence
from evidence_atlas.records.cues import cue

from .. import tables
from ..document import Document

_CUES = {name: cue(pattern) for name, pattern in tables.load("dummies")["dummies"].items()}
_NOT = {name: cue(pattern) for name, pattern in tables.load("dummies")["not"].items()}
_STEM = 6
_ROLES = ("aim", "methods", "results", "other")


def told(document: Document, unaware: bool) -> Quote | None:
    """Where a dummy is told of; `unaware` says that somebody did not know who had what."""
    if _NOT["document"].search(document.whole) is not None:
        return None
    for place, sentence in document.parts(*_ROLES):
        beside = document.sentences[max(0, place - 1) : place + 2]
        found = _here(document, sentence, " ".join(s.text for s in beside), unaware)
        if found is not None:
            return found
    return None


def _here(document: Document, sentence: Sentence, near: str, unaware: bool) -> Quote | None:
    text = sentence.text
    if _NOT["here"].search(text) is not None:
        return None
    looked_alike = _CUES["alike"].search(near) is not None
    names = ["pretended"]
    if looked_alike or unaware:
        names += ["form_lacks", "did_nothing", "or_inert"]
    if _CUES["alike"].search(text) is not None:
        names += ["lacks", "inert"]
    for name in names:
        match = _CUES[name].search(text)
        if match is not None and _lacks_what_others_had(document, match):
            return document.quote(sentence.start + match.start(), sentence.start + match.end())
    return None


def _lacks_what_others_had(document: Document, match: re.Match[str]) -> bool:
    """Whether what is said to be lacking is spoken of elsewhere, too, where it is named."""
    what = match.groupdict().get("what")
    if what is None:
        return True
    return document.whole.casefold().count(what.casefold()[:_STEM]) > 1
