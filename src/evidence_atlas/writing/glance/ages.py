"""How old those who took part were, and whether other words for them say it already."""

from __future__ import annotations

import re

from evidence_atlas.records import QuoteSupport, quote, quoted, texts

from ..material import Material, Piece
from ..people.people_phrase import grown_up_age
from .ages_of_a_part import of_a_part

_PART_OF_THEM = re.compile(
    r"\b(?:higher|lower|prevalence|risks?|odds|associated|more|less|greater|at (?:recruitment|"
    r"enrol?lment))\b",
    re.IGNORECASE,
)
_MEAN = re.compile(r"\b(?:mean|median|average)\b", re.IGNORECASE)
_SHARE = re.compile(r"\d\s?%[^.;]{0,60}$")
_RANGE_BEHIND = re.compile(
    r"[- ]?(?:years?|months?|weeks?|days?)(?: of age| old)? ?(?:to|and|-|–) ?\d{1,2}"
    r"[- ]?(?:years?|months?)\b(?: of age| old)?|-to-\d{1,2}-?(?:years?|months?)\b|"
    r"[- ]?(?:months?|weeks?|days?)\b(?: of age| old)?",
    re.IGNORECASE,
)
"""Without it an age is another one: "aged 2" for "aged 2 months to 9 years"."""
_CUT_AGE = re.compile(r"\b(?:from|between) \d+$|^ages? \d+$|\btime \d+$", re.I)


def _age_of_a_part(m: Material) -> bool:
    """Whether an age stands in a result on some of those who took part."""
    at = m.reading.quote("who.ages")
    around = m.reading.sentence_at(at.start, at.field) if at is not None else None
    if at is None or around is None or around.role != "results":
        return False
    if _PART_OF_THEM.search(around.text):
        return True
    before, after = around.text[: at.start - around.start], around.text[at.end - around.start :]
    # "Between 1 and 5 years" is when something came, unless an age is spoken of.
    if not _AGE.search(before[-_NEAR_AGE:] + at.text + after[:_NEAR_AGE]):
        return True
    return _MEAN.search(at.text) is None and _SHARE.search(before) is not None


_AGE = re.compile(r"\bage[sd]?\b|\bold\b|\bborn\b|\byoung|\bolder\b", re.IGNORECASE)
_NEAR_AGE = 40
_GROWN_UP = 25
"""An age at which nobody is a child, nor counted with children."""


def grown_up_too(m: Material) -> bool:
    """Whether ages are printed that are those of adults: "15-29 years" are not children's."""
    numbers = (int(n) for q in m.quotes("who.ages") for n in re.findall(r"\b\d{1,2}\b", q.text))
    return max(numbers, default=0) >= _GROWN_UP


_OF_CHILDREN = re.compile(r"\b(?:child|p(?:a?e)diatric|adolescen|young|youth|teen)", re.I)
_OF_ADULTS = re.compile(r"\b(?:adults?|elderly|veterans|women|men)\b", re.I)
_LIMIT_BEHIND = re.compile(
    r"(?:[- ]?years?)?(?: of age| old)?(?: (?:and|or) (?:older|over|above)|\s?(?:-|–|to)\s?\d|\+)",
    re.I,
)
_LOWEST = 21
"""A limit of age is mostly that of majority; a greater number is mostly a mean."""


def same_age(value: str | None, told: str) -> bool:
    """Whether the text's own words for them tell already that they were children, or grown up."""
    if value == "children":
        return _OF_CHILDREN.search(told) is not None
    return value == "adults" and (
        _OF_ADULTS.search(told) is not None or grown_up_age(told, alone=False)
    )


def grown_up_by_limit(m: Material) -> bool:
    """Whether the text says that they were adults, and not only how old they were on average."""
    said = m.reading.quote("who.adults_or_children")
    if said is None:
        return False
    numbers = [int(n) for n in re.findall(r"\d+", said.text)]
    if not numbers or re.search(r"[≥>]", said.text):
        return True
    behind = _LIMIT_BEHIND.match(texts(m.record).get(said.field, ""), said.end)
    return numbers[0] <= _LOWEST or behind is not None


def ages_told(m: Material, own: Piece | None, parts: list[str]) -> tuple[QuoteSupport, ...]:
    """Where their age is told, if no other words say it."""
    # In a review an age is that of the people of one study.
    if m.brief.kind == "review" or _age_of_a_part(m) or of_a_part(m):
        return ()
    ages = m.quotes("who.ages")
    if not ages or _CUT_AGE.search(ages[0].text) or _of_one_group(m, ages[0]):
        return ()
    if own is not None and ages[0].text.casefold() in own.text.casefold():
        return ()
    told = parts and grown_up_age(ages[0].text) and "adults" in " ".join(parts)
    return () if told else (_to_its_end(m, ages[0]), *ages[1:])


_WITH_AGE = re.compile(r"\((?=[^()]*\baged?\s\d)[^()]*\)")
_OF_AGE = re.compile(r"\baged?\s\d[\d\s–-]*")


def _of_one_group(m: Material, age: QuoteSupport) -> bool:
    """Whether it stands in a bracket behind a group, and another group has another age in its own.

    "Nurses (n=5; aged 20-40) and patients (n=9; aged 50-80)": neither is that of all.
    """
    if age.field != "abstract":
        return False
    brackets = [*_WITH_AGE.finditer(texts(m.record).get("abstract", ""))]
    own = any(b.start() <= age.start and age.end <= b.end() for b in brackets)
    return own and len({tuple(re.findall(r"\d+", _OF_AGE.findall(b[0])[0])) for b in brackets}) > 1


def _to_its_end(m: Material, age: QuoteSupport) -> QuoteSupport:
    """The age with the unit and the upper end that stand behind its last number."""
    held = texts(m.record)
    behind = _RANGE_BEHIND.match(held.get(age.field, ""), age.end)
    if behind is None or not age.text[-1:].isdigit():
        return age
    return quoted(quote(held, age.field, age.start, behind.end()))
