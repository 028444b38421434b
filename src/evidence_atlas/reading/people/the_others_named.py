"""Two groups that leave nobody out: "21 adults in the severe and 53 in the non-severe group".

Who is not one of a group so named is one of the other, so the two together are everybody, where
no more people are counted.
"""

from __future__ import annotations

import itertools
from typing import NamedTuple

from evidence_atlas.records.cues import cue

from ..document import Document
from ..text import numbers
from .mentions import Mention
from .people_words import CUES, HEAD, is_unit
from .places import Count, text_of
from .told_together import NOT_ONE

_BEHIND = 60
"""So far behind its number a group is named."""
_ENDS = cue(r"[.;:()\d]|,\s|\s(?:and|versus|vs|than|while|whereas|but|had|have|were|was)\s", 0)


class _Named(NamedTuple):
    """A number with the words that name who is counted."""

    value: int
    start: int
    end: int
    words: str


def read(document: Document, whole: list[Mention], facts: dict[str, Count]) -> None:
    """Take the two together for everybody where one of them alone was taken."""
    total = facts.get("total")
    if "controls" in facts or not document.may_hold(NOT_ONE):
        return
    for _, sentence in document.parts("aim", "methods", "results"):
        found = _pair(sentence.text) if NOT_ONE.search(sentence.text) else None
        if found is None:
            continue
        if any(document.illness.any_name.search(group.words) for group in found):
            return  # Who has the illness and who has not: read as patients and controls.
        both = found[0].value + found[1].value
        if total is not None and total.value not in (found[0].value, found[1].value):
            return  # Others are everybody.
        more = [m.value for m in whole if text_of(document, m) == sentence.text]
        if any(m.value > both for m in whole) or set(more) - {g.value for g in found}:
            return  # Others beside the two are counted as well.
        start, end = sentence.start + found[0].start, sentence.start + found[1].end
        together = Count(both, document.quote(start, end))
        for name in ("patients", "with_illness"):
            if name in facts and total is not None and facts[name].value == total.value:
                facts[name] = together
        facts["total"] = together
        return


def _pair(text: str) -> tuple[_Named, _Named] | None:
    """The first two numbers of a sentence of which one counts those who are not of the other."""
    named = [
        _Named(n.value, n.start, n.end, _words(text, n.end))
        for n in numbers.find(text)
        if n.value is not None
        and n.value > 1
        and not numbers.is_percent(text, n.end)
        and not is_unit(text, n.end)
        and not CUES["part_after"].match(text, n.end)
        and not CUES["not_a_count_before"].within(text, n.start - 20, n.start)
    ]
    for first, second in itertools.pairwise(named):
        for one, other in ((first, second), (second, first)):
            lacking = NOT_ONE.search(one.words)
            if lacking is None or NOT_ONE.search(other.words):
                continue
            tells = HEAD.search(one.words) or HEAD.search(other.words)
            if tells and lacking["name"].lower() in other.words.lower():
                return first, second
    return None


def _words(text: str, place: int) -> str:
    behind = text[place : place + _BEHIND]
    ends = _ENDS.search(behind)
    return behind[: ends.start()] if ends else behind
