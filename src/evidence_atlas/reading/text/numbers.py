"""Numbers as abstracts print them: 1,234, thin spaces, "twenty-two", "2.4 million"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from evidence_atlas.records.cues import cue
from evidence_atlas.records.text import with_plain_hyphens

from .. import tables

_WORDS: dict[str, int] = tables.load("numbers")["words"]
IN_WORDS = tuple(_WORDS)
"""Every number that is one word."""
_SMALL = "|".join(sorted(_WORDS, key=lambda w: (-len(w), w)))
_TENS = "|".join(w for w, v in _WORDS.items() if v >= 20)
_ONES = "|".join(w for w, v in _WORDS.items() if v < 10)
_UP_TO_99 = rf"(?:(?:{_TENS})[-\s](?:{_ONES})|(?:{_SMALL}))"
# "Half a million" is no million.
_A = r"(?:(?<!half\s)(?<!quarter of\s)a)"
_HUNDREDS = rf"(?:(?:{_SMALL}|{_A})[-\s])?(?:hundred)(?:[-\s](?:and[-\s])?{_UP_TO_99})?"
_UP_TO_999 = rf"(?:{_HUNDREDS}|{_UP_TO_99}|{_A})"
_DOZENS = rf"(?:(?:{_TENS}|{_SMALL}|{_A}|half a)[-\s])?dozen"
_AND_A_HALF = " and a half "
_IN_WORDS = (
    rf"(?:{_UP_TO_99}{_AND_A_HALF}(?:thousand|million)|"
    rf"{_UP_TO_999}\smillion|"
    rf"{_UP_TO_999}\sthousand(?:,?\s(?:{_SMALL})\shundred)?(?:\s(?:and\s)?{_UP_TO_99})?|"
    rf"{_HUNDREDS}|"
    rf"{_DOZENS}|"
    rf"{_UP_TO_99})"
)
# Not within a name or a date: IL-10, SF-36, 2019-20, x_1.
_FREE = r"(?<![\w.])(?<![A-Za-z][-‐–/])(?<!\d[-–/])(?<!\w_)"
_GROUP = r"[,\u2009\u202f\u00a0\u2008'’]"
_DIGITS = cue(
    rf"{_FREE}(?P<digits>\d{{1,3}}(?:{_GROUP}\d{{3}})+(?!\d)|"
    r"\d{1,3}(?:\s\d{3})+(?![\d,.]\d|\d)|\d+)"
    r"(?P<decimals>[.·]\d+)?(?!\w)(?P<million>\smillion\b)?"
)
# "(n = 1, 334)", "a total of 1, 334 patients": one number, with a space behind its comma.
_PARTED = cue(
    r"(?:(?<==)|(?<==\s)|(?<=\bof\s))\d{1,3}(?:,\s\d{3})+"
    r"(?=\s?[);]|\s(?:adults|people|participants|patients|individuals|children|subjects|women|men)\b)",
    0,
)
_WORDED = cue(rf"{_FREE}\b{_IN_WORDS}\b(?![-‐–]\w)")
_RUN = cue(r"\d+", 0)
_TOKEN = cue("[a-z]+", 0)
_SCALES = {"thousand": 1000, "million": 1_000_000}
_LARGE = frozenset(_SCALES) | {"hundred", "dozen"}
_STARTERS = frozenset(_WORDS) | {"hundred", "dozen", "half"}


@dataclass(frozen=True)
class Number:
    """A number at its place. `value` is None for one with decimals; `printed` is as it stands."""

    start: int
    end: int
    printed: str
    value: int | None
    in_words: bool = False


@lru_cache(maxsize=512)
def in_digits(text: str) -> str:
    """The text with each number in words as figures: "from five to two" as "from 5 to 2"."""
    for number in reversed(find(text)):
        if number.in_words and number.value is not None:
            text = f"{text[: number.start]}{number.value}{text[number.end :]}"
    return text


@lru_cache(maxsize=512)
def find(text: str) -> tuple[Number, ...]:
    """Every free-standing number, in order; numbers inside names (IL-10, SF-36) are none."""
    found = []
    end = 0
    for run in _RUN.finditer(text):
        if run.start() < end:
            continue
        parted = _PARTED.match(text, run.start())
        match = None if parted else _DIGITS.match(text, run.start())
        if parted is not None:
            end = parted.end()
            value = int("".join(_RUN.findall(parted[0])))
            found.append(Number(parted.start(), end, parted[0], value))
        elif match is not None:
            end = match.end()
            found.append(Number(match.start(), end, match[0], _value(match)))
    text = with_plain_hyphens(text)  # "Fifty‐four", however its hyphen is set.
    lower = text.lower()
    tokens = frozenset(_TOKEN.findall(lower))
    if not _STARTERS.isdisjoint(tokens) or not _LARGE.isdisjoint(tokens):
        found += _in_words(text, tokens)
        found.sort(key=lambda n: n.start)
    return tuple(found)


def _in_words(text: str, tokens: frozenset[str]) -> list[Number]:
    """Numbers in words; "a" begins one only before a hundred, thousand or million."""
    starters = _STARTERS | {"a"} if tokens & _LARGE else _STARTERS
    found = []
    end = 0
    starts = (m.start() for word in starters & tokens for m in _alone(word).finditer(text))
    for start in sorted(starts):
        match = _WORDED.match(text, start) if start >= end else None
        if match is not None:
            end = match.end()
            value = from_words(match[0])
            found.append(Number(match.start(), end, match[0], value, in_words=True))
    return found


@cache
def _alone(word: str) -> re.Pattern[str]:
    """One of the words with which a number begins, by itself."""
    return re.compile(rf"(?<![a-z]){word}(?![a-z])", re.IGNORECASE | re.ASCII)


def _value(match: re.Match[str]) -> int | None:
    digits = match["digits"]
    whole = digits if digits.isdigit() else "".join(c for c in digits if c.isdigit())
    if match["million"]:
        return round(float(whole + (match["decimals"] or "").replace("·", ".")) * 1_000_000)
    if match["decimals"]:
        # "9.296 adults": people have no decimals, so a point before three digits parts thousands.
        people = len(match["decimals"]) == 4 and len(digits) < 4 and digits != "0"
        if people and _PEOPLE_NEXT.match(match.string, match.end()):
            return int(whole + match["decimals"][1:])
        return None
    return int(whole)


def from_words(words: str) -> int | None:
    """The value of a number in words, None where it is none.

    >>> from_words("one hundred and five")
    105
    """
    if words.lower().replace("-", " ") == "half a dozen":
        return 6
    whole, half, scale = words.lower().partition(_AND_A_HALF)
    if half:
        of, times = from_words(whole), _SCALES.get(scale, 0)
        return of * times + times // 2 if of is not None and times else None
    total = current = 0
    known = False
    for word in words.lower().replace(",", " ").replace("-", " ").split():
        if word == "and":
            continue
        if word in ("a", "an"):
            current += 1
        elif word == "hundred":
            current = max(1, current) * 100
            known = True
        elif word == "dozen":
            current = max(1, current) * 12
            known = True
        elif word in _SCALES:
            total += max(1, current) * _SCALES[word]
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
    if _PEOPLE_NEXT.match(text, number.end) and not _IN_A_YEAR.search(before):
        return False  # "1,993 patients" printed without its comma.
    return _COUNTED.search(before) is None


_PEOPLE_NEXT = cue(
    r"\s(?:(?:consecutive|eligible|adult|hospitali[sz]ed|healthy|pregnant|older|unique|individual|study)\s)?"
    r"(?:patients|participants|subjects|people|individuals|persons|adults|children|women|men|cases|controls"
    r"|respondents|volunteers|students|workers|veterans|survivors|residents)\b"
)
_IN_A_YEAR = cue(
    r"(?:\b(?:in|since|by|until|till|during|from|to|and|before|after|around|early|late|mid|year|the|"
    r"jan\w*|feb\w*|mar\w*|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*)[\s.,]*(?:\d\d?,?\s)?|[-–—/(]\s?)\Z"
)
_COUNTED = cue(r"(?:total of|sample of|data on\s|\b(?:recruit|enroll?|include)\s|[=:]\s?)\Z")
_PERCENT_AFTER = cue(r"(?:,\d{1,2})?\s{0,2}(?:%|per\s?cent\b|percent\b|percentage)")
_RANGE_AFTER = cue(r"\s?(?:[-–—‐]|to|-to-)\s?\d", 0)
_SPREAD_AFTER = cue(r"\s?(?:±|\+/-|\+-)", 0)


def in_bracket(text: str, place: int) -> bool:
    """Whether a bracket is open at a place."""
    return text.rfind("(", 0, place) > text.rfind(")", 0, place)


def is_percent(text: str, end: int) -> bool:
    """Whether a percent sign or word follows."""
    return _PERCENT_AFTER.match(text, end) is not None


def opens_range(text: str, end: int) -> bool:
    """Whether this is the lower end of a range or the middle of a spread (18-65, 40 ± 3)."""
    return bool(_RANGE_AFTER.match(text, end) or _SPREAD_AFTER.match(text, end))
