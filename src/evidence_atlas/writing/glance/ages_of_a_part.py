"""Whether an age is that of a part of those who took part, by the people it stands with.

"Of 900 adults, 60 were seen again (mean age 41)": the age is of the 60. So is one of "the tired
group", one of the ill where others were compared with them, and one of more than took part.
"""

from __future__ import annotations

import re

from evidence_atlas.reading.text.numbers import find

from ..material import Material
from ..tables import table

_TABLE: dict[str, str] = table("glance/ages_of_a_part.toml")
_COUNTED = re.compile(_TABLE["counted"], re.IGNORECASE)
_LABEL = re.compile(_TABLE["label"], re.IGNORECASE)
_OF_WHOM = re.compile(_TABLE["of_whom"], re.IGNORECASE)
_ONE_GROUP = re.compile(_TABLE["one_group"], re.IGNORECASE)
_ONLY_ASKED = re.compile(_TABLE["only_asked"], re.IGNORECASE)
_THE_ILL = re.compile(_TABLE["the_ill"], re.IGNORECASE)
_THESE = re.compile(_TABLE["these"], re.IGNORECASE)
_OF_ALL_SO_MANY = re.compile(_TABLE["of_all_so_many"], re.IGNORECASE)
_MEAN = re.compile(r"\b(?:mean|median|average)\b", re.IGNORECASE)
_OF_THESE_SOME = re.compile(_TABLE["of_these_some"], re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_BLANK = re.compile(r"(?<!\d)\s|\s(?!\d)")
_SPACED = re.compile(r"(?<![\d.,])\d{1,3}(?:\s\d{3})+\b")
_NEARLY = 0.9
"""Of those who are nearly all, an age may be told for all."""


def of_a_part(m: Material) -> bool:
    """Whether the age that was read is said of fewer than took part, or of many more."""
    whole = _whole(m)
    at = m.reading.quote("who.ages")
    around = m.reading.sentence_at(at.start, at.field) if at is not None else None
    if at is None or around is None or at.field != "abstract":
        return False
    before = _BLANK.sub(" ", around.text[: at.start - around.start])
    if _ONE_GROUP.search(before) or _ONLY_ASKED.search(before):
        return True
    if m.reading.participants.controls is not None and _THE_ILL.search(before):
        return True
    of_these = _OF_THESE_SOME.search(before)
    if of_these is not None:
        part, everybody = _number(of_these["part"]), _number(of_these["all"])
        return part is not None and everybody is not None and part < _NEARLY * everybody
    if not whole:
        return False
    n = _said_of(before)
    if n is None and _THESE.match(around.text):
        sentences = m.reading.sentences
        i = sentences.index(around)
        earlier = _OF_ALL_SO_MANY.match(sentences[i - 1].text) if i else None
        n = _number(earlier["part"]) if earlier is not None else None
    if n is None or n < _NEARLY * min(whole):
        return n is not None
    # Within what limits of age more were asked is so of all who then took part.
    return max(whole) < _NEARLY * n and _MEAN.search(at.text) is not None


def _whole(m: Material) -> list[int]:
    """How many took part in all, by each count of them."""
    p = m.reading.participants
    told = [n for n in (p.total, p.enrolled, p.randomised) if n]
    return told or [n for n in (p.patients,) if n]


def _said_of(before: str) -> int | None:
    """The number of people that the age stands with: before its bracket, or beside it."""
    label = _LABEL.search(before) or _OF_WHOM.search(before)
    if label is not None:
        return int(label["n"].replace(",", ""))
    counted = _COUNTED.search(before)
    if counted is None:
        return None
    spaced = _SPACED.search(before, max(0, counted.start() - 8), counted.end("people"))
    if spaced is not None:
        return int(re.sub(r"\D", "", spaced[0]))
    numbers = [n for n in find(before[: counted.start("people")]) if n.value is not None]
    near = [n for n in numbers if n.end > counted.start() and not _YEAR.fullmatch(n.printed)]
    return near[-1].value if near else None


def _number(text: str) -> int | None:
    numbers = [n.value for n in find(text) if n.value is not None]
    return numbers[0] if numbers else None
