"""A number is told of what the abstract tells it of: the same things counted, the same said."""

from __future__ import annotations

import re
from fractions import Fraction

from ..content_words import content
from ..numbers import Kind, Number, is_share, read
from ..told_against import names, stands_in
from .abstract import ILLNESS, Abstract, Piece
from .clauses import TABLE, Told, told_of
from .same_words import MANY, against_people, missing, one_sex, others_missing, points

_WHOLE = re.compile(TABLE["whole"], re.IGNORECASE)
_NARROWER = re.compile(TABLE["narrower"], re.IGNORECASE)
_STAGE = re.compile(TABLE["stage"], re.IGNORECASE)
_MEETS = re.compile(TABLE["meets"], re.IGNORECASE)
_SEX = re.compile(TABLE["sex"], re.IGNORECASE)
_LIKE = {a: k for k in (("wom", "fem", "gir"), ("men", "mal", "boy")) for a in k}
_DAYS = {"day": Fraction(1), "week": Fraction(7), "month": Fraction(365, 12), "year": Fraction(365)}
_MOST_APART = 25
_YEARS = range(1900, 2100)
MOST_IN_PASSING = 0.5
"""So much of what is told of a number may stand elsewhere in the abstract, told in passing."""


def lacking(abstract: Abstract, text: str, sources: tuple[Piece, ...]) -> str | None:
    """A number of the sentence that the abstract tells of something else; None without one."""
    told = told_of(text)
    for ours in told:
        values = {(t.number.value, t.number.kind) for t in told}
        beside = {(t.number.value, t.number.kind) for t in told if t.part != ours.part}
        number = ours.number
        theirs = [
            (piece, told) for piece in abstract.pieces for told in told_of(piece.text)
            if (told.number.value, told.number.kind) == (number.value, number.kind)
            and (ours.aside or not told.aside)
        ]  # fmt: skip
        if number.unit is not None:
            if theirs and not any(_unit(p.text, t.number) == number.unit for p, t in theirs):
                return f"“{number.text}” are no {number.unit}s there"
            continue
        if not theirs:
            if number.kind == "percent" and not _share_of_counts(abstract, number):
                return f"“{number.text}” is no percentage there"
            continue  # worked out, and asked for elsewhere
        if not any(bears(abstract, ours, text, (values, beside), p, t) for p, t in theirs):
            return f"“{number.text}” is told of something else there"
    return None


def _unit(text: str, number: Number) -> str | None:
    """The unit of a number, where it has it from the end of a list: "6, 12 and 24 months"."""
    if number.unit is not None:
        return number.unit
    m = re.match(r"[\s,\d]*(?:(?:and|or|to|-|–)[\s\d]*)?(second|minute|hour|day|week|month|year)",
                 text[number.end :])  # fmt: skip
    return m[1] if m else None


def _share_of_counts(abstract: Abstract, number: Number) -> bool:
    for piece in abstract.pieces:
        counts = [
            n.value for n in piece.numbers
            if n.kind == "count" and n.unit is None and n.value > 0
            and n.value.denominator == 1 and n.value not in _YEARS
        ]  # fmt: skip
        if is_share(number.value, counts):
            return True
    return False


Values = set[tuple[Fraction, Kind]]


def bears(
    abstract: Abstract,
    ours: Told,
    text: str,
    told: tuple[Values, Values],
    piece: Piece,
    theirs: Told,
) -> bool:
    if _at_another_time(ours.part, theirs.part) or not _same_sex(ours, text, theirs, piece.text):
        return False
    # What the sentence tells of its other numbers is theirs; others ask whether they changed
    # places.
    others = [t for t in told_of(piece.text) if t.number.start != theirs.number.start]
    friends = [
        t for t in others
        if (t.number.value, t.number.kind) in told[0] and t.number.unit is None and not t.aside
    ]  # fmt: skip
    # Of two numbers in one part of the sentence each needs what that part says was done.
    apart = [t.words for t in friends if (t.number.value, t.number.kind) in told[1]]
    if len(apart) < len(friends) and any(
        _STAGE.fullmatch(w) for w in missing(abstract, ours.words, theirs.words, *apart, every=True)
    ):
        return False
    rivals = [t.words for t in others if t not in friends]
    held = [theirs.words, *(t.words for t in friends)]
    lacks = missing(abstract, ours.words, *held, every=True)
    if lacks:
        if missing(abstract, ours.words, *held, *rivals, every=True) != lacks:
            return False  # the very sentence has it of another number
        if theirs.base and not ours.base:
            return False
        if any(_STAGE.fullmatch(w) for w in lacks):
            return False
        if points(lacks):
            return False
        if any(w.endswith(ILLNESS) for w in lacks) and not _MEETS.search("\n".join(held)):
            return False
        if len(lacks) > MOST_IN_PASSING * len(set(content(ours.words))):
            return False
        many = len(lacks) == 1 and len(set(content(ours.words))) >= MANY
        if not many and missing(abstract, ours.words, *held, abstract.uncounted):
            return False
        if any(
            not missing(abstract, ours.words, t.words, every=True)
            for p in abstract.pieces
            for t in told_of(p.text)
            if t.number.kind == ours.number.kind and t.number.value != ours.number.value
        ):
            return False  # the abstract tells just this of another number
    alone = not any(t.place and t.part == theirs.part for t in friends)
    if theirs.place and alone and not _on_its_side(ours, piece, theirs):
        return False
    return not (
        _WHOLE.match(abstract.illness_as_one(text[ours.number.end :]).lstrip())
        and _NARROWER.search(piece.text)
        and not _WHOLE.search(theirs.part)
    )


def _at_another_time(ours: str, theirs: str) -> bool:
    """Whether both name times, and none that is the same."""
    told, held = ({days(n) for n in read(t) if n.unit in _DAYS} for t in (ours, theirs))
    return bool(told and held) and not any(
        abs(a - b) <= max(a, b) / _MOST_APART for a in told for b in held
    )


def days(number: Number) -> Fraction:
    """A time in days, so that two years are 24 months."""
    return number.value * _DAYS[number.unit or "day"]


def _same_sex(ours: Told, text: str, theirs: Told, source: str) -> bool:
    """Women where the abstract counts women: what stands right behind both numbers."""
    of = _SEX.match(text[ours.number.end :])
    if of is None or one_sex(source) or not _SEX.search(source):
        return True
    held = _SEX.match(source[theirs.number.end :])
    return held is not None and held["sex"][:3].lower() in _LIKE[of["sex"][:3].lower()]


def _on_its_side(ours: Told, piece: Piece, theirs: Told) -> bool:
    """The second of two figures set against each other is of those whom it is told against."""
    others = bool(others_missing(ours.words, ""))
    found = [c for c in against_people(piece.text) if c.against]
    if not found:
        return others is (theirs.place == 2)
    named = any(stands_in(c.against - c.of, names(ours.words)) for c in found) or others
    return named is (theirs.place == 2)
