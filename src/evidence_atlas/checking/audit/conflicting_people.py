"""People counted otherwise: all who took part, those who finished, patients and controls."""

from __future__ import annotations

import re
from fractions import Fraction

from ..numbers import Number, read
from .abstract import TABLE, Abstract, Piece
from .conflicting_numbers import near
from .values import Finding

_ABOUT = re.compile(TABLE["about"], re.IGNORECASE)
_PEOPLE = re.compile(TABLE["people"], re.IGNORECASE)
_PART = re.compile(TABLE["part"], re.IGNORECASE)


def took_part(abstract: Abstract, text: str, sources: tuple[Piece, ...]) -> Finding | None:
    """The number of all who took part, where the abstract gives one and the summary another."""
    p = abstract.reading.participants
    total = p.total if p.total is not None else p.planned
    if total is None or _PART.search(text) or p.studies is not None:
        return None
    for number in read(text):
        if not _counts_people(text, number):
            continue
        n = int(number.value)
        if n == total or Fraction(n) in abstract.counts or near(abstract, number):
            continue
        quote = abstract.first("participants.total", "participants.planned")
        if quote is not None:
            return Finding(because=f"{total} took part, not {n}", quote=quote)
    return None


def finished(abstract: Abstract, text: str, sources: tuple[Piece, ...]) -> Finding | None:
    """Those who finished told as those who started."""
    p = abstract.reading.participants
    began = next((n for n in (p.enrolled, p.randomised, p.total) if n is not None), None)
    ended = p.completed
    if began is None or ended is None or ended >= began or _FINISHING.search(text):
        return None
    started = _STARTING.search(text)
    for number in read(text):
        if started and _counts_people(text, number) and number.value == ended:
            return Finding(
                because=f"{began} started; {ended} are those who finished",
                quote=abstract.first("participants.completed"),
            )
    return None


_STARTING = re.compile(
    r"\b(?:were put by chance|were randomi[sz]ed|started|began|enrolled|joined|entered|signed up|"
    r"were recruited)\b",
    re.IGNORECASE,
)
_FINISHING = re.compile(TABLE["told"]["people_lost"], re.IGNORECASE)


def other_group(abstract: Abstract, text: str, sources: tuple[Piece, ...]) -> Finding | None:
    """So many of one group, where the abstract counts so many of the other."""
    made = abstract.reading
    names = {n.lower() for n in (*made.interventions, *made.comparators, "placebo") if len(n) > 2}
    group = "|".join(re.escape(n) for n in sorted(names, key=len, reverse=True))
    counts = [n for n in read(text) if n.kind == "count" and n.unit is None]
    if len(counts) != 1 or not sources:
        return None
    ours = re.match(_IN_GROUP.format(group=group), text[counts[0].end :], re.IGNORECASE)
    if ours is None:
        return None
    source = sources[0].text
    seen = [n for n in read(source) if n.kind == "count"]
    if not seen:
        return None
    ends = [*(n.start for n in seen[1:]), len(source)]
    told_of = [(n.value, source[n.end : end]) for n, end in zip(seen, ends, strict=True)]
    own = [words for value, words in told_of if value == counts[0].value]
    others = " ".join(words for value, words in told_of if value != counts[0].value)
    name = re.compile(rf"\b{re.escape(ours['name'])}\b", re.IGNORECASE)
    if len(own) != 1 or name.search(own[0]) or not name.search(others):
        return None
    theirs = re.match(_IN_GROUP.format(group=r"\w+"), own[0], re.IGNORECASE)
    if theirs is None:
        return None
    return Finding(
        because=f"the abstract counts {counts[0].text.lower()} of those on {theirs['name']}",
        quote=sources[0].quote,
    )


_IN_GROUP = (
    r"\s(?:\w+\s){{0,2}}?(?:on|taking|given|receiving|in|with|who (?:took|had|got|received)) "
    r"(?:the )?(?P<name>{group})\b"
)


def patients_and_controls(
    abstract: Abstract, text: str, sources: tuple[Piece, ...]
) -> Finding | None:
    """The numbers of patients and of controls exchanged."""
    p = abstract.reading.participants
    if p.patients is None or p.controls is None or p.patients == p.controls:
        return None
    for number in read(text):
        if number.kind != "count" or number.unit or number.value != p.patients:
            continue
        after = text[number.end :]
        if not re.match(r"\s(?:\w+\s){0,2}?(?:healthy|controls?\b)", after, re.IGNORECASE):
            continue
        if any(n.value == p.controls and n.kind == "count" for n in read(text)):
            return Finding(
                because=f"{p.patients} were patients and {p.controls} were controls",
                quote=abstract.first("participants.controls", "participants.patients"),
            )
    return None


def _counts_people(text: str, number: Number) -> bool:
    return (
        number.kind == "count"
        and number.unit is None
        and number.value.denominator == 1
        and number.value > 1
        and bool(_PEOPLE.match(text[number.end :]))
        and not _ABOUT.search(text[: number.start])
    )
