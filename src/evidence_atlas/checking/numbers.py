"""Numbers as people write them: digits, words, shares, ranges and units of time.

The same reader is used for a sentence of ours and for the source it stands on, so that
"thirty" meets "30", "0.05" meets ".05" and "11,785" meets "11785".
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Literal

Kind = Literal["count", "percent", "share", "name"]

_UNITS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13,
    "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
_PARTS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5,
    "fifths": 5, "sixth": 6, "sixths": 6, "tenth": 10, "tenths": 10,
}  # fmt: skip

_WORD = "|".join([*_UNITS, *_TENS])
_ANY = "|".join([*_UNITS, *_TENS, *_SCALES])
# "two hundred and fifty", "hundred seven": words joined by a blank or hyphen; "and" only after a
# scale word.
_WORDS = re.compile(
    rf"\b(?:(?:{_WORD})|(?:a(?=\s(?:{'|'.join(_SCALES)})\b))"
    rf"|(?:hundred(?=[ -](?:and )?(?:{_WORD})\b)))"
    rf"(?:(?:[ -](?:{_ANY})\b)|(?:(?<=hundred) and (?:{_WORD})\b)"
    rf"|(?:(?<=thousand) and (?:{_WORD})\b)){{0,8}}(?:s\b)?\b",
    re.IGNORECASE,
)
_SHARE = re.compile(
    rf"\b(?:(?:(?P<top>an?|{'|'.join(_UNITS)})[ -])?(?P<part>{'|'.join(_PARTS)})(?= of\b)"
    rf"|(?:(?P<top2>an?|one|two|three|four|nine)[ -])(?P<part2>thirds?|quarters?|fifths?|tenths?)"
    rf"(?!\s+(?:group|arm|visit|week|month|year|day|time|phase|study|trial|person))\b"
    rf"|(?P<half>half)(?![ -]?(?:life|lives|hour|year|day|an\b|a\b)))\b",
    re.IGNORECASE,
)
_IN = re.compile(
    rf"(?<![\d.,])\b(?:(one|two|three|1|2|3) (?:in|out of)(?: every)? "
    rf"({_WORD}|[1-9][0-9]{{0,2}}(?!,\d)))\b",
    re.I,
)
# A digit run with optional thousands separators and decimals. The sign is read apart.
_DIGITS = re.compile(
    r"(?P<int>[0-9]{1,3}(?:[,\u00a0\u2009\u202f][0-9]{3})+(?![0-9])|[0-9]{1,15})?"
    r"(?:[.\u00b7](?P<dec>[0-9]{1,15}))?"
)
_PERCENT = re.compile(r"\s{0,2}(?:%|percent\b|per ?cent\b|percentage points?\b)", re.IGNORECASE)
_RANGE_TO_PERCENT = re.compile(
    r"(?:\s{0,2}(?:[-–—,;/]|to|and|or|vs\.?|versus)\s{0,2}[0-9]{1,3}(?:[.\u00b7][0-9]{1,4})?){1,6}"
    r"\s{0,2}(?:%|percent\b|per ?cent\b)",
    re.IGNORECASE,
)
_SCALE_NEXT = re.compile(r"\s(?P<scale>thousand|million)\b", re.IGNORECASE)
_COUNTED = re.compile(r"\bn\s?=\s?\Z", re.IGNORECASE)
_TIME = re.compile(
    r"[ \u00a0-]{0,2}(?:(?P<range>(?:to|or|-|–|and) ?[0-9]{1,4}|(?:to|or|and) [a-z]{3,9})[ -])?"
    r"(?P<unit>seconds?|secs?|minutes?|mins?|hours?|hrs?|h|days?|weeks?|wks?|wk|months?|mos?"
    r"|years?|yrs?|y)(?=[^a-z]|$)",
    re.IGNORECASE,
)
_UNIT_NAMES = {
    "s": "second", "m": "minute", "h": "hour", "d": "day", "w": "week", "mo": "month", "y": "year",
}  # fmt: skip
_FOLD = re.compile(rf"\b({_WORD})[- ]?fold\b", re.IGNORECASE)
_TWICE = re.compile(r"\b(?:twice|doubled|two-fold|twofold)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Number:
    """A number at its place in a text.

    `value` is exact; a percentage keeps its own size (30 for 30 %), a share is a part of one.
    `unit` is a unit of time in the singular, or None. `bare_one` marks the word "one", which
    is as often a pronoun as a number. A `name` is a number that belongs to a name (SF-36).
    """

    value: Fraction
    kind: Kind
    start: int
    end: int
    text: str
    unit: str | None = None
    bare_one: bool = False
    in_words: bool = False


@lru_cache(maxsize=4096)
def read(text: str) -> tuple[Number, ...]:
    """All numbers of a text in reading order. Never raises."""
    found = [*_shares(text)]
    taken = [(n.start, n.end) for n in found]
    for number in [*_from_words(text), *_from_digits(text)]:
        if not any(a < number.end and number.start < b for a, b in taken):
            found.append(number)
            taken.append((number.start, number.end))
    return tuple(sorted(found, key=lambda n: (n.start, n.end)))


def word_value(words: str) -> int | None:
    """The value of a number in words ("two hundred and fifty"), None where it is none."""
    total = current = 0
    seen = False
    previous: str | None = None
    for word in re.split(r"[ -]+", words.lower()):
        if word in ("and", "a", "an"):
            continue
        if word in _UNITS:
            if previous == "unit" or (previous == "ten" and not 1 <= _UNITS[word] <= 9):
                return None
            current += _UNITS[word]
            previous = "unit"
        elif word in _TENS:
            if previous in ("unit", "ten"):
                return None
            current += _TENS[word]
            previous = "ten"
        elif word == "hundred":
            current = (current or 1) * 100
            previous = "scale"
        elif word in _SCALES:
            total += (current or 1) * _SCALES[word]
            current = 0
            previous = "scale"
        else:
            return None
        seen = True
    return total + current if seen else None


def _shares(text: str) -> list[Number]:
    found = []
    for m in _SHARE.finditer(text):
        part = (m["part"] or m["part2"] or m["half"]).lower()
        top_word = (m["top"] or m["top2"] or "a").lower()
        top = 1 if top_word in ("a", "an") else _UNITS[top_word]
        found.append(Number(Fraction(top, _PARTS[part]), "share", m.start(), m.end(), m.group()))
    for m in _IN.finditer(text):
        top_value = _UNITS.get(m[1].lower()) or int(m[1])
        below = word_value(m[2]) if m[2].isalpha() else int(m[2])
        if below and top_value < below:
            value = Fraction(top_value, below)
            found.append(Number(value, "share", m.start(), m.end(), m.group()))
    return found


def _from_words(text: str) -> list[Number]:
    found = []
    for m in _FOLD.finditer(text):
        value = word_value(m[1])
        if value is not None:
            found.append(
                Number(Fraction(value), "count", m.start(), m.end(), m.group(), in_words=True)
            )
    for m in _TWICE.finditer(text):
        found.append(Number(Fraction(2), "count", m.start(), m.end(), m.group(), in_words=True))
    for m in _WORDS.finditer(text):
        # A run may hold two numbers ("twenty thirty"): read the longest that make sense.
        for start, end in _split(m.group(), m.start()):
            words = text[start:end]
            value = word_value(words)
            if value is None:
                continue
            found.append(
                Number(
                    Fraction(value),
                    "percent" if _PERCENT.match(text, end) else "count",
                    start,
                    end,
                    words,
                    unit=_time_unit(text, end),
                    bare_one=words.lower() == "one",
                    in_words=True,
                )
            )
    return found


def _split(run: str, offset: int) -> list[tuple[int, int]]:
    pieces = [(m.start(), m.end()) for m in re.finditer(r"[A-Za-z]+", run)]
    spans = []
    i = 0
    while i < len(pieces):
        for j in range(len(pieces), i, -1):
            if word_value(run[pieces[i][0] : pieces[j - 1][1]]) is not None:
                spans.append((offset + pieces[i][0], offset + pieces[j - 1][1]))
                i = j
                break
        else:
            i += 1
    return spans


def _from_digits(text: str) -> list[Number]:
    found = []
    position = 0
    while position < len(text):
        if text[position] not in "0123456789.·":
            position += 1
            continue
        m = _DIGITS.match(text, position)
        if m is None or not m.group() or not any(c in "0123456789" for c in m.group()):
            position += 1
            continue
        if m["int"] is None and position > 0 and text[position - 1].isalnum():
            position += 1  # the point that ends a sentence, not a decimal point
            continue
        start, end = m.span()
        position = end
        name = _name_around(text, start, end)
        if name:
            a, b = name
            found.append(Number(Fraction(0), "name", a, b, text[a:b]))
            position = max(end, b)
            continue
        whole = re.sub(r"[^0-9]", "", m["int"] or "0")
        value = Fraction(f"{whole}.{m['dec']}" if m["dec"] else whole)
        scale = _SCALE_NEXT.match(text, end)
        if scale is not None:  # "6.5 million"
            value *= _SCALES[scale["scale"].lower()]
            position = end = scale.end()
        # "N = 172, 86% of them": the count is no percentage as the number after it is.
        listed = value <= 100 and not _COUNTED.search(text, max(0, start - 6), start)
        percent = bool(_PERCENT.match(text, end) or (listed and _RANGE_TO_PERCENT.match(text, end)))
        found.append(
            Number(
                value,
                "percent" if percent else "count",
                start,
                end,
                text[start:end],
                unit=_time_unit(text, end),
            )
        )
    return found


def _name_around(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The name that holds these digits (IL-6, CD4, B12, 25-OH is none), or None.

    A letter directly before the digits, or a letter and a hyphen, makes a name; digits
    followed by a hyphen and a word ("12-week") stay a number.
    """
    if start == 0:
        return None
    before = text[start - 1]
    joined = before.isalpha() or (before in "-/" and start > 1 and text[start - 2].isalpha())
    # An allele is named by a gene, a star and digits (HLA-B*27:05).
    joined = joined or (before == "*" and start > 1 and text[start - 2].isalnum())
    if not joined:
        return None
    if before == "/" and text[end : end + 1] not in "-":
        return None
    a = start - 1
    while a > 0 and start - a < 30 and (text[a - 1].isalnum() or text[a - 1] in "-*"):
        a -= 1
    word = text[a:start].strip("-").lower()
    # "week-12", "mid-2017", "n-3" in words of time are numbers, not names.
    if word in ("mid", "week", "day", "month", "year", "pre", "post", "n", "p", "early", "late"):
        return None
    b = end
    while b < len(text) and b - end < 20 and (text[b].isalnum()):
        b += 1
    return a, b


def _time_unit(text: str, end: int) -> str | None:
    m = _TIME.match(text, end)
    if m is None:
        return None
    unit = m["unit"].lower()
    if unit.startswith("mo"):
        return "month"
    if unit.startswith("mi"):
        return "minute"
    # "h" and "y" alone are units only straight after a digit.
    return _UNIT_NAMES.get(unit[0])


def is_share(percent: Fraction, counts: Collection[Fraction]) -> bool:
    """Whether a percentage is, rounded, what one of these counts is of a larger one."""
    return any(a < b and abs(100 * a / b - percent) < 1 for a in counts for b in counts)
