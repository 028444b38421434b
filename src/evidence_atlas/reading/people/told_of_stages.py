"""Numbers that a text tells of a stage of a study: put into groups, finished, counted, lost.

Texts tell it of bare numbers as of people: "of 140 allocated, 121 provided data", "complete data
were available for 247", "ten withdrew".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from evidence_atlas.records.cues import Cue, cue

from .. import tables
from ..document import Document
from ..text import numbers
from .people_words import CUES, is_unit, numbers_a_group
from .places import Count

_TABLE: dict[str, Any] = tables.load("flow")
_WHOM: str = _TABLE["whom"]


def _behind(patterns: list[str]) -> Cue:
    return cue("|".join(f"(?P<whom{i}>{_WHOM})(?:{p})" for i, p in enumerate(patterns)))


_THINGS, _ONE_GROUP = cue(_TABLE["things"]), cue(_TABLE["of_one_group"])
_ALL_GROUPS, _GROUP_BEFORE = cue(_TABLE["in_all_groups"]), cue(_TABLE["one_group_before"])
_GROUP_WITHIN = cue(_TABLE["one_group_within"])
_PART = cue(_TABLE["of_a_part"])
_STAGES = ("randomised", "completed", "analysed", "lost")
_NEXT = {name: _behind(_TABLE[name]["next"]) for name in _STAGES}
_BEFORE = {name: tables.any_of(_TABLE[name]["before"]) for name in _STAGES}
_DATA, _DATA_NEXT = (
    cue(_TABLE["analysed"]["data_before"]),
    _behind([_TABLE["analysed"]["data_next"]]),
)
_LEAVING = cue(_TABLE["analysed"]["leaving_before"])
_LEAVING_NEXT = _behind([_TABLE["analysed"]["leaving_next"]])
_END, _END_NEXT = cue(_TABLE["completed"]["end_before"]), _behind([_TABLE["completed"]["end_next"]])
_AROUND = {
    "analysed": ((_DATA, _DATA_NEXT), (_LEAVING, _LEAVING_NEXT)),
    "completed": ((_END, _END_NEXT),),
}
"""What stands before and behind a number, and tells of a stage together."""
_TOLD_BY = {
    name: (_NEXT[name], _BEFORE[name], *(before for before, _ in _AROUND.get(name, ())))
    for name in _STAGES
}
"""A sentence in which none of a stage's stands tells nothing of it."""
_REASON, _REASON_BEFORE = cue(_TABLE["lost"]["of_a_reason"]), cue(_TABLE["lost"]["reason_before"])
_LEAD = 130
_HALF = 2
"""Fewer than half of those who began are seldom everybody who was counted."""
_LISTED_BEFORE, LISTED_NEXT = cue(_TABLE["listed_before"]), cue(_TABLE["listed_next"])
_OF_SO_MANY = cue(_TABLE["of_so_many"])
_ROLES = ("aim", "methods", "results", "other")


class Numbers:
    """The numbers of a text that are told of one stage each, searched for once a stage."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._of_stage: dict[str, tuple[_Told, ...]] = {}

    def told(self, name: str, begun: set[int]) -> Iterator[Count]:
        """Each number that may be of so many, in the order of the text."""
        if name not in self._of_stage:
            self._of_stage[name] = tuple(_told(self._document, name))
        began = max(begun)
        for told in self._of_stage[name]:
            value = told.count.value
            if value > began:
                continue
            if name == "randomised" or (
                begun.issuperset(_bases(told.text, told.number, begun))
                and _likely(name, value, began)
            ):
                yield told.count


@dataclass(frozen=True)
class _Told:
    """A number that the text tells of a stage, in its sentence."""

    count: Count
    number: numbers.Number
    text: str


def _told(document: Document, name: str) -> Iterator[_Told]:
    for _, sentence in document.parts(*_ROLES):
        text = sentence.text
        if not any(told.may_stand(text) for told in _TOLD_BY[name]):
            continue
        for number in numbers.find(text):
            value = number.value
            if value is None or value <= 1 or not _may_count(text, number, name):
                continue
            end = _place(text, number, name)
            if end is None or not _of_everybody(text, number, end, name):
                continue
            quote = document.quote(sentence.start + number.start, sentence.start + end)
            yield _Told(Count(value, quote), number, text)


def _likely(name: str, value: int, began: int) -> bool:
    """Whether so many of those who began may be all who were lost, finished or were counted."""
    if name == "lost":
        return value * _HALF <= began
    return value * _HALF >= began or (name == "completed" and value * 4 >= began)


def _bases(text: str, number: numbers.Number, begun: set[int]) -> set[int]:
    """Of how many the sentence says that these are: 172 in "of 172 patients, 5 were withdrawn".

    Those before the ones who began are no longer told of: "of 250, 201 were randomised; 133 …".
    """
    found = set()
    told = [n for n in numbers.find(text) if n.value in begun and n.start < number.start]
    first = told[-1].start if told else 0
    for other in numbers.find(text):
        if other.start < first:
            continue
        near = text[max(0, other.start - 40) : other.start]
        if other.start < number.start and _BASE.search(near):
            continue  # "156 of 1,011 were enrolled and 154 analysed": so many are told of the 156.
        if (
            other.value is not None
            and _OF_SO_MANY.search(near)
            and not numbers.is_percent(text, other.end)
            and not is_unit(text, other.end)
            and other.start != number.start
            and (other.start < number.start or other.start - number.end < _NEAR_BASE)
            and other.value >= (number.value or 0)
        ):
            found.add(other.value)
    return found


_NEAR_BASE = 40


def _may_count(text: str, number: numbers.Number, name: str) -> bool:
    return not (
        numbers.is_percent(text, number.end)
        or numbers.is_year(text, number)
        or numbers.opens_range(text, number.end)
        or is_unit(text, number.end)
        or numbers_a_group(text, number)
        or (name != "randomised" and _BASE.within(text, number.start - 40, number.start))
        or CUES["out_of_more_before"].within(text, number.start - 40, number.start)
        or _EQUAL.within(text, number.start - 12, number.start)
        or CUES["slash_after"].match(text, number.end)
        or CUES["not_a_count_before"].within(text, number.start - 20, number.start)
    )


def in_a_list(text: str, start: int) -> bool:
    """Whether another of a list stands just before: not "of these 60, 52 completed it"."""
    listed = _LISTED_BEFORE.search(text, 0, start)
    if listed is None:
        return False
    return _OF_SO_MANY.within(text, listed.start() - 30, listed.start()) is None


def _place(text: str, number: numbers.Number, name: str) -> int | None:
    """Where the words end that tell it of this number; None where none do."""
    match = _NEXT[name].match(text, number.end)
    if match is not None:
        if name == "randomised" and (
            _OF_THOSE_WHO.search(match[0]) or _NUMBER_NEXT.match(text, match.end())
        ):
            # "88 of 99 participants who were randomised", "310 were screened and randomised 88".
            return None
        whom = next((w for w in match.groups() if w is not None), "")
        if _THINGS.search(whom.rstrip()) or (name == "lost" and _MORE.search(whom)):
            return None
        return match.end()
    lead = text[max(0, number.start - _LEAD) : number.start]
    for before, after in _AROUND.get(name, ()):
        told = after.match(text, number.end) if before.search(lead) else None
        if told is not None:
            return None if _THINGS.search((told["whom0"] or "").rstrip()) else told.end()
    told = _BEFORE[name].search(lead)
    if told is None:
        return None
    named = _NAMED.match(text, number.end)
    if named is not None and _THINGS.search(named[0].rstrip()):
        return None
    return number.end


_BASE = cue(
    rf"(?:\d|\b(?:{'|'.join(numbers.IN_WORDS)}))"
    r"(?:\s\([^()]{1,20}\))?\s(?:out )?of (?:the |all |our )?\Z"
)
"""Of so many those before it are some: "121 of 140 provided data"."""
_NUMBER_NEXT = cue(r"\s\d", 0)
_MORE = cue(_TABLE["more"])
_EQUAL = cue(r"(?<![nN])(?<![nN]\s)[=<>≤≥]\s?\Z", 0)
"""A limit of a score: "a score </= 6"."""
_OF_THOSE_WHO = cue(_TABLE["of_those_who"])
_NAMED = cue(_WHOM.replace("{0,4}?", "{0,4}"))


def _of_everybody(text: str, number: numbers.Number, end: int, name: str) -> bool:
    """Whether no words around the number tell of one group, a part, or one reason."""
    behind = _ONE_GROUP.match(text, end)
    if behind is not None and not _ALL_GROUPS.search(behind[0]):
        return False
    if in_a_list(text, number.start) or LISTED_NEXT.match(text, number.end):
        return False
    lead = text[max(0, number.start - 60) : number.start]
    within = text[number.start : end]
    if _GROUP_BEFORE.search(lead) or _GROUP_WITHIN.search(within):
        return False
    if name == "lost":
        return not (_REASON.match(text, end) or _REASON_BEFORE.search(lead))
    return _PART.search(text) is None
