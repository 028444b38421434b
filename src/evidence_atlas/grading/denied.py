"""Where a text names an illness only to say that this is not what its people have.

"Fatigue, not asthma"; "6% had once been told that they had asthma". A record that names the illness
nowhere else is not about it. In a title only words directly before the name count: a title that
asks whether something is the illness is about the illness.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from evidence_atlas.records import Quote
from evidence_atlas.records.cues import Cue

from .passages import Passage
from .patterns import compiled
from .tables import table

_TABLE = table("context")
_DENIED = compiled(_TABLE["denied_before"])
_IN_TEXT = tuple(compiled(p) for p in (*_TABLE["denied_in_text"], *_TABLE["once_before"]))
_AFTER = tuple(compiled(_TABLE[name]) for name in ("denied_after", "once_after"))
_NEAR = 140


@lru_cache(maxsize=1024)
def named_as_theirs(passage: Passage, name: Cue) -> Quote | None:
    """The first place in a passage that names the illness without denying it.

    Several badges ask for it, so that of the passages seen last is kept.
    """
    return next((at for at in _places(passage, name) if not denied(passage, at)), None)


def _places(passage: Passage, name: Cue) -> Iterator[Quote]:
    for hit in name.finditer(passage.text):
        if hit.group():
            yield passage.quote(hit.start(), hit.end())


def denied(passage: Passage, at: Quote) -> bool:
    """Whether the words around a name say that people do not have the illness."""
    start, end = at.start - passage.start, at.end - passage.start
    before = (passage.text, start - _NEAR, start)
    if _DENIED.within(*before) is not None:
        return True
    if passage.role == "title":
        return False
    if any(cue.within(*before) is not None for cue in _IN_TEXT):
        return True
    after = passage.text[end : end + _NEAR]
    return any(cue.match(after) is not None for cue in _AFTER)
