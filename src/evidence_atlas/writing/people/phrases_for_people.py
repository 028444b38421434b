"""Where a text may name all who took part by one phrase, the surest places first.

Behind the count of all, where methods say whom they took in, or where title or aim name one kind
of people and no other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from evidence_atlas.reading.text import numbers as printed
from evidence_atlas.records import QuoteSupport, Support, texts

from ..material import Material
from ..tables import table
from .people_phrase import Phrase, phrase_at

_TABLE = table("people/defined_by.toml")
_TALKED_WITH = re.compile(_TABLE["talked_with"], re.IGNORECASE)
_TAKEN_IN, _ASKED_ABOUT, _WERE, _NOT_OURS, _OF_TWO, OTHERS_TOO = (
    re.compile(_TABLE[name], re.IGNORECASE)
    for name in ("taken_in", "asked_about", "were_taken_in", "not_ours", "of_two", "others_too")
)
_NEAR_COUNT = 40
_OWN = ("aim", "methods", "results")


@dataclass(frozen=True)
class Found:
    """A phrase of the text for all who took part, and whether their count stands before it."""

    field: str
    phrase: Phrase
    counted: bool


def phrases(m: Material, n: int | None, support: tuple[Support, ...]) -> Iterator[Found]:
    """The phrases of the text for all who took part, the surest first."""
    if m.retold:
        return
    held = texts(m.record)
    for field, position, follows in _places(m, n, support):
        text = held.get(field, "")
        asked = field == "title" or follows is _ASKED
        phrase = phrase_at(text, position, of_title=asked)
        if phrase is None or (follows is not None and not follows.match(text, phrase.ends[-1])):
            continue
        if not OTHERS_TOO.match(text, phrase.ends[-1]):
            yield Found(field, phrase, follows is _COUNTED)


_COUNTED, _ASKED = re.compile(""), re.compile("(?=)")
"""Nothing has to stand behind those who are counted, nor behind those asked about."""
_FEWEST = 10
"""A smaller number may count other things elsewhere."""


def _places(
    m: Material, n: int | None, support: tuple[Support, ...]
) -> Iterator[tuple[str, int, re.Pattern[str] | None]]:
    """Where such a phrase may start, and what then has to stand behind it."""
    held = texts(m.record)
    for count in support:
        if isinstance(count, QuoteSupport):
            text = held.get(count.field, "")
            if (end := number_end(text, count.start)) is not None:
                yield count.field, end, _COUNTED
    for sentence in m.reading.sentences if n is not None and n >= _FEWEST else ():
        for number in printed.find(sentence.text) if sentence.role in _OWN else ():
            if number.value == n:
                yield "abstract", sentence.start + number.end, _COUNTED
    told = [s for s in m.reading.sentences if s.role in ("methods", "aim")]
    for sentence in sorted(told, key=lambda s: s.role == "aim"):
        if _NOT_OURS.search(sentence.text) or _with_a_few(sentence.text, n):
            continue
        yield "abstract", sentence.start, _WERE
        for found in _TAKEN_IN.finditer(sentence.text):
            yield "abstract", sentence.start + found.end(), None
    places = [("title", 0, m.record.title)]
    places += [("abstract", s.start, s.text) for s in told if s.role == "aim"]
    for field, start, text in places:
        at = [found.end() for found in _ASKED_ABOUT.finditer(text)]
        people = [p for p in at if phrase_at(text, p) is not None]
        if len(people) == 1 and not _OF_TWO.search(text):
            yield field, start + people[0], _ASKED


def _with_a_few(text: str, n: int | None) -> bool:
    """Whether a sentence tells of talks with some of those counted: they are not all of them."""
    talks = _TALKED_WITH.search(text)
    return talks is not None and n is not None and int(talks["n"].replace(",", "")) < n


def number_end(text: str, start: int, value: int | None = None) -> int | None:
    """Behind the number that stands at this place, or just behind it; None without one.

    With a `value` no other number counts: "(n = 41)" and not the figure in an illness's name.
    """
    for number in printed.find(text[start : start + _NEAR_COUNT]):
        if value is None or number.value == value:
            return start + number.end
    return None
