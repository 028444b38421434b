"""Numbers as abstracts print them: 1,234, thin spaces, "twenty-two", "one hundred and five"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from evidence_atlas.records.cues import cue

from . import tables

_WORDS: dict[str, int] = tables.load("numbers")["words"]
_SMALL = "|".join(sorted(_WORDS, key=lambda w: (-len(w), w)))
_TENS = "|".join(w for w, v in _WORDS.items() if v >= 20)
_ONES = "|".join(w for w, v in _WORDS.items() if v < 10)
_UP_TO_99 = rf"(?:(?:{_TENS})[-\s](?:{_ONES})|(?:{_SMALL}))"
_WORD_NUMBER = (
    rf"(?:(?:(?:{_SMALL}|a)\s)?(?:hundred)(?:\s(?:and\s)?{_UP_TO_99})?|"
    rf"(?:{_UP_TO_99}|a)\sthousand(?:,?\s(?:{_SMALL})\shundred)?(?:\s(?:and\s)?{_UP_TO_99})?|"
    rf"{_UP_TO_99})"
)
_GROUP = r"[,\u2009\u202f\u00a0\u2008'’]"
_NUMBER = cue(
    rf"(?<![\w.])(?<![A-Za-z][-‐–/])(?<!\d[-–/])(?<!\w_)"
    rf"(?:(?P<digits>\d{{1,3}}(?:{_GROUP}\d{{3}})+(?![\d])|\d{{1,3}}(?:\s\d{{3}})+(?![\d,.]\d|"
    rf"\d)|\d+)"
    rf"(?P<decimals>[.·]\d+)?(?![\w])"
    rf"|\b(?P<words>{_WORD_NUMBER})\b(?![-‐–]\w))"
)
_YEAR_BEFORE = cue(
    r"(?:\b(?:in|since|from|to|between|during|until|till|by|before|after|early|late|mid|of|"
    r"and|year|"
    r"january|february|march|april|may|june|july|august|september|october|november|december|"
    r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|spring|summer|autumn|fall|"
    r"winter)[.,]?\s(?:\d{1,2},?\s)?"
    r"|[-–/(]\s?)\Z"
)


@dataclass(frozen=True)
class Number:
    """A number at its place. `value` is None for one with decimals; `printed` is as it stands."""

    start: int
    end: int
    printed: str
    value: int | None
    in_words: bool = False


def find(text: str) -> list[Number]:
    """Every free-standing number, in order; numbers inside names (IL-10, SF-36) are none."""
    found = []
    for match in _NUMBER.finditer(text):
        if match["words"]:
            value: int | None = from_words(match["words"])
        elif match["decimals"]:
            value = None
        else:
            value = int(re.sub(r"\D", "", match["digits"]))
        found.append(
            Number(match.start(), match.end(), match[0], value, in_words=bool(match["words"]))
        )
    return found


def from_words(words: str) -> int | None:
    """The value of a number in words, None where it is none.

    >>> from_words("one hundred and five")
    105
    """
    total = current = 0
    known = False
    for word in re.split(r"[\s,-]+", words.lower()):
        if word == "and":
            continue
        if word in ("a", "an"):
            current += 1
        elif word == "hundred":
            current = max(1, current) * 100
            known = True
        elif word == "thousand":
            total += max(1, current) * 1000
            current = 0
            known = True
        elif word in _WORDS:
            current += _WORDS[word]
            known = True
        else:
            return None
    return total + current if known else None


def is_year(text: str, number: Number) -> bool:
    """Whether a four-digit number reads as a calendar year where it stands."""
    if number.value is None or number.in_words or len(number.printed) != 4:
        return False
    if not 1900 <= number.value <= 2035 or not number.printed.isdigit():
        return False
    before = text[max(0, number.start - 24) : number.start]
    return re.search(r"(?:total of|sample of|[=:]\s?)\Z", before) is None


_PERCENT_AFTER = cue(r"\s{0,2}(?:%|per\s?cent\b|percent\b|percentage)")
_RANGE_AFTER = cue(r"\s?(?:[-–—‐]|to)\s?\d", 0)
_SPREAD_AFTER = cue(r"\s?(?:±|\+/-|\+-)", 0)


def is_percent(text: str, end: int) -> bool:
    """Whether a percent sign or word follows."""
    return _PERCENT_AFTER.match(text, end) is not None


def opens_range(text: str, end: int) -> bool:
    """Whether this is the lower end of a range or the middle of a spread (18-65, 40 ± 3)."""
    return bool(_RANGE_AFTER.match(text, end) or _SPREAD_AFTER.match(text, end))
