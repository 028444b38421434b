"""Whether a title names more than what is told of it: "sleep", of "Symptoms, sleep and work".

What a study was about is told by the words of its title that the atlas has plain words for. Where
these stand in a list with others, the one that is told is one of several, and the page says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence_atlas.records import QuoteSupport
from evidence_atlas.records.kept_patterns import compiled

from ..material import Material, Piece
from ..rules import named
from ..tables import table

_TABLE = table("subject/more_in_the_title.toml")
_PHRASE_ENDS, _NEXT = (re.compile(_TABLE[n], re.IGNORECASE) for n in ("phrase_ends", "next"))
_WORD = re.compile(_TABLE["word"])
_NO_THING = re.compile(_TABLE["no_thing"], re.IGNORECASE)
Span = tuple[int, int]


def among_others(m: Material, about: Piece) -> Piece:
    """What a study was about, with ", among other things" where the title lists more."""
    told = [
        (s.start, s.end)
        for s in about.support
        if isinstance(s, QuoteSupport) and s.field == "title"
    ]
    names = [compiled(n.pattern) for n in m.condition.known_illnesses]
    known = [*told, *(f.span() for name in names for f in name.finditer(m.record.title))]
    phrases = _phrases(m.record.title, told, known)
    if not any(_lists_more(m.record.title, told, known, phrase) for phrase in phrases):
        return about
    text = f"{about.text}, among other things"
    return Piece(text, (*about.support, named("titled-among-others")))


def _phrases(title: str, told: list[Span], known: list[Span]) -> Iterator[Span]:
    """The parts of the title between its small words that hold what is told."""
    start = 0
    ends = [c.span() for c in _PHRASE_ENDS.finditer(title) if not _within(c.start(), known)]
    for end, after in [*ends, (len(title), len(title))]:
        if any(start <= a < end for a, _ in told):
            yield start, end
        start = after


def _lists_more(title: str, told: list[Span], known: list[Span], phrase: Span) -> bool:
    """Whether an item of the phrase's list is neither told nor the name of an illness."""
    start, stop = phrase
    found = (c.span() for c in _NEXT.finditer(title, start, stop))
    joints = [joint for joint in found if not _within(joint[0], known)]
    items: list[Span] = []
    for end, after in [*joints, (stop, stop)]:
        items.append((start, end))
        start = after
    return any(_untold(title, item, told, known) for item in items if len(items) > 1)


def _untold(title: str, item: Span, told: list[Span], known: list[Span]) -> bool:
    if any(item[0] <= a < item[1] for a, _ in told):
        return False
    left = "".join(" " if _within(i, known) else title[i] for i in range(*item))
    return any(not _NO_THING.fullmatch(word) for word in _WORD.findall(left))


def _within(place: int, spans: list[Span]) -> bool:
    return any(a <= place < b for a, b in spans)
