"""What became of those who began: who finished, who was counted in the end, who was lost.

Texts tell it of bare numbers as of people: "Of 140 allocated, 121 provided data", "complete data
were available for 247", "(intention-to-treat analysis, n = 174)", "ten withdrew". A number is taken
only where it fits those who began and nothing else told of the same thing is at odds with it:
counts of one group, of a part, or at several times are left.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

from evidence_atlas.records.cues import Cue, cue

from .. import tables
from ..document import Document
from ..text import numbers
from .people_words import CUES, VERBS, is_unit, numbers_a_group
from .places import Count, sentence_of
from .side_by_side import LABEL

_TABLE: dict[str, Any] = tables.load("flow")
_WHOM: str = _TABLE["whom"]


def _behind(patterns: list[str]) -> Cue:
    return cue("|".join(f"(?P<whom{i}>{_WHOM})(?:{p})" for i, p in enumerate(patterns)))


_THINGS, _ONE_GROUP = cue(_TABLE["things"]), cue(_TABLE["of_one_group"])
_ALL_GROUPS, _GROUP_BEFORE = cue(_TABLE["in_all_groups"]), cue(_TABLE["one_group_before"])
_PART = cue(_TABLE["of_a_part"])
_STAGES = ("randomised", "completed", "analysed", "lost")
_NEXT = {name: _behind(_TABLE[name]["next"]) for name in _STAGES}
_BEFORE = {name: tables.any_of(_TABLE[name]["before"]) for name in _STAGES}
_ONLY_CAME = cue(_TABLE["randomised"]["only_came"])
_DATA, _DATA_NEXT = (
    cue(_TABLE["analysed"]["data_before"]),
    _behind([_TABLE["analysed"]["data_next"]]),
)
_LEAVING = cue(_TABLE["analysed"]["leaving_before"])
_LEAVING_NEXT = _behind([_TABLE["analysed"]["leaving_next"]])
_END, _END_NEXT = cue(_TABLE["completed"]["end_before"]), _behind([_TABLE["completed"]["end_next"]])
_MADE_NEXT = cue(_TABLE["lost"]["made_next"])
_REASON, _REASON_BEFORE = cue(_TABLE["lost"]["of_a_reason"]), cue(_TABLE["lost"]["reason_before"])
_LEAD = 130
_HALF = 2
"""Fewer than half of those who began are seldom everybody who was counted."""
_LISTED_BEFORE, _LISTED_NEXT = cue(_TABLE["listed_before"]), cue(_TABLE["listed_next"])
_OF_SO_MANY = cue(_TABLE["of_so_many"])
_ROLES = ("aim", "methods", "results", "other")
_BEGAN = ("randomised", "enrolled", "total")


def read(document: Document, facts: dict[str, Count], randomised: bool) -> None:
    """Those who finished, were counted in the end and were lost, where not told yet."""
    if randomised:
        _put_into_groups(document, facts)
    if not any(name in facts for name in _BEGAN):
        return
    _not_one_arm(document, facts)
    begun = {facts[name].value for name in _BEGAN if name in facts}
    began = max(begun)
    _all_who_began(document, facts, randomised)
    for name in ("completed", "analysed"):
        if name in facts and not _may_be_of_all(document, name, facts[name], began):
            del facts[name]
    for name in ("completed", "analysed"):
        if name not in facts:
            told = _one(_told(document, name, begun))
            if told is not None and not (_same_words(told, facts) or _one_kind(told, facts)):
                facts[name] = told
    lost = _one(_told(document, "lost", begun))
    ended = [facts[name].value for name in ("completed", "analysed") if name in facts]
    if lost is not None and (not ended or began - lost.value in ended):
        facts["lost"] = lost


def _put_into_groups(document: Document, facts: dict[str, Count]) -> None:
    """ "1,033 registered interest and 480 were randomised": the 480 took part in the trial."""
    told = _one(_told(document, "randomised", {_MOST}))
    if told is None or "controls" in facts:
        return
    total = facts.get("total")
    if total is None:
        facts["total"] = facts["randomised"] = told
        return
    if told.value == total.value:
        facts.setdefault("randomised", total)
    if told.value > total.value and any(
        c.value == total.value
        for name in ("analysed", "completed")
        for c in _told(document, name, {told.value})
    ):
        facts["randomised"] = told
    if told.value >= total.value or total.quote.field != "abstract":
        return
    between = document.abstract[total.quote.end : told.quote.start]
    before = document.abstract[max(0, total.quote.start - 40) : total.quote.end]
    if _ONLY_CAME.search(before.split(". ")[-1] + between) and not VERBS["enrolled"].search(
        between
    ):
        facts["randomised"] = told
        for name in ("total", "patients", "with_illness"):
            if name in facts and facts[name].value == total.value:
                facts[name] = told


_MOST = 10**7


def _may_be_of_all(document: Document, name: str, told: Count, began: int) -> bool:
    """Whether a count that was read already can be of everybody: not "nine … and ten …"."""
    sentence = document.sentence_at(told.quote.start, told.quote.field)
    if told.value > began:
        return False
    if told.value == began or sentence is None:
        return True
    text, first = sentence.text, told.quote.start - sentence.start
    last = first + len(told.quote.text)
    number = next((n for n in numbers.find(text) if first <= n.start < last), None)
    if number is None:
        return True
    return not (
        CUES["slash_after"].match(text, number.end) is not None
        or _listed_before(text, number.start)
        or _LISTED_NEXT.match(text, number.end)
    )


def _one_kind(told: Count, facts: dict[str, Count]) -> bool:
    """Whether so many are the ill, or those they are compared with, and not both."""
    both = [facts[name].value for name in ("patients", "controls") if name in facts]
    return "controls" in facts and told.value in both


def _not_one_arm(document: Document, facts: dict[str, Count]) -> None:
    """ "65 were randomised to A, 61 to B and 60 to C": one arm is not all who were randomised."""
    total, begun = facts.get("total"), facts.get("randomised")
    if total is None or begun is None or begun.value >= total.value:
        return
    text = sentence_of(document, begun)
    found = document.sentence_at(begun.quote.start, begun.quote.field)
    first = begun.quote.start - found.start if found is not None else 0
    labelled = [int(m["n"].replace(",", "")) for m in LABEL.finditer(text)]
    behind = [n.value for n in numbers.find(text) if n.value and n.start >= first]
    if any(total.value in itertools.accumulate(told) for told in (labelled, behind)):
        facts["randomised"] = total
    elif begun.value in labelled:
        del facts["randomised"]


def _same_words(told: Count, facts: dict[str, Count]) -> bool:
    """Whether one number, printed once, is read as those who began already."""
    return any(
        c.quote.field == told.quote.field and c.quote.start <= told.quote.start < c.quote.end
        for name, c in facts.items()
        if name in _BEGAN
    )


def _all_who_began(document: Document, facts: dict[str, Count], randomised: bool) -> None:
    """ "168 were randomised. 151 were included in the final analysis": all 168 took part."""
    total, begun = facts.get("total"), facts.get("randomised")
    if begun is None and randomised:
        begun = facts.get("enrolled")
    if total is None or begun is None or total.value >= begun.value or "controls" in facts:
        return
    for name in ("analysed", "completed"):
        if any(c.value == total.value for c in _told(document, name, {begun.value})):
            facts.setdefault(name, total)
            for whose in ("total", "patients", "with_illness"):
                if whose in facts and facts[whose].value == total.value:
                    facts[whose] = begun
            return


def _one(found: Iterator[Count]) -> Count | None:
    """The count, where all places that tell of it tell the same."""
    counts = list(found)
    return counts[0] if len({c.value for c in counts}) == 1 else None


def _told(document: Document, name: str, begun: set[int]) -> Iterator[Count]:
    """Each number that may be of so many, in the order of the text."""
    began = max(begun)
    for _, sentence in document.parts(*_ROLES):
        text = sentence.text
        for number in numbers.find(text):
            value = number.value
            if value is None or not 1 < value <= began or not _may_count(text, number, name):
                continue
            end = _place(text, number, name)
            if end is None or not _of_everybody(text, number, end, name):
                continue
            if name != "randomised" and not begun.issuperset(_bases(text, number, begun)):
                continue
            if name == "lost":
                if value * _HALF > began:
                    continue
            elif (
                name != "randomised"
                and value * _HALF < began
                and not (name == "completed" and value * 4 >= began)
            ):
                continue
            start = sentence.start + number.start
            yield Count(value, document.quote(start, sentence.start + end))


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
        or (name != "randomised" and _BASE.search(text[max(0, number.start - 40) : number.start]))
        or _EQUAL.search(text[max(0, number.start - 12) : number.start])
        or CUES["slash_after"].match(text, number.end)
        or CUES["not_a_count_before"].search(text[max(0, number.start - 20) : number.start])
    )


def _listed_before(text: str, start: int) -> bool:
    """Whether another of a list stands just before: not "of these 60, 52 completed it"."""
    listed = _LISTED_BEFORE.search(text, 0, start)
    if listed is None:
        return False
    return _OF_SO_MANY.search(text[max(0, listed.start() - 30) : listed.start()]) is None


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
    behind: list[tuple[Cue, Cue]] = []
    if name == "analysed":
        behind = [(_DATA, _DATA_NEXT), (_LEAVING, _LEAVING_NEXT)]
    elif name == "completed":
        behind = [(_END, _END_NEXT)]
    for before, after in behind:
        told = after.match(text, number.end) if before.search(lead) else None
        if told is not None:
            return None if _THINGS.search((told["whom0"] or "").rstrip()) else told.end()
    told = _BEFORE[name].search(lead)
    if told is None:
        return None
    if told[0].startswith("made"):
        made = _MADE_NEXT.match(text, number.end)
        return made.end() if made else None
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
_MORE = cue(r"\b(?:further|additional|more|others?)\b")
"""Three further nurses who withdrew are not of those who were counted."""
_EQUAL = cue(r"(?<![nN])(?<![nN]\s)[=<>≤≥]\s?\Z", 0)
"""A limit of a score: "a score </= 6"."""
_OF_THOSE_WHO = cue(r"\bof (?:the )?\d.*\b(?:who|that)\b")
_NAMED = cue(_WHOM.replace("{0,4}?", "{0,4}"))


def _of_everybody(text: str, number: numbers.Number, end: int, name: str) -> bool:
    """Whether no words around the number tell of one group, a part, or one reason."""
    behind = _ONE_GROUP.match(text, end)
    if behind is not None and not _ALL_GROUPS.search(behind[0]):
        return False
    if _listed_before(text, number.start) or _LISTED_NEXT.match(text, number.end):
        return False
    lead = text[max(0, number.start - 60) : number.start]
    within = text[number.start : end]
    if _GROUP_BEFORE.search(lead) or _GROUP_WITHIN.search(within):
        return False
    if name == "lost":
        return not (_REASON.match(text, end) or _REASON_BEFORE.search(lead))
    return _PART.search(text) is None


_GROUP_WITHIN = cue(
    r"\b(?:in|of|from) (?:the |each )?(?:[\w/+-]+ ){1,3}(?:group|arm)\b|-group\b|\bcontrol\b"
)
