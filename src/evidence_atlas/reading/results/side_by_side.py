"""Two printed values set side by side, where no word says which is more.

"13 visits a year before, compared to 9 after"; "(73 % vs 31 %; p < .001)"; "63 % compared to none".
"""

from __future__ import annotations

import re
from typing import Literal

from evidence_atlas.records.cues import cue

from .. import tables

_WORDS: dict[str, str] = tables.load("side_by_side")

Way = Literal["higher", "lower", "increase", "decrease"]
_VALUE = r"\d+(?:,\d{3})*(?:[.·]\d+)?"
_BRACKETED = cue(
    rf"[(\[](?:[^()\[\]\d]{{0,30}})(?P<a>{_VALUE})\s?%?(?: ?± ?[\d.]+)?(?: [a-z/]{{1,10}})?,? "
    rf"(?:vs\.?|versus) (?P<b>{_VALUE})"
)
_IN_WORDS = cue(
    rf"(?<![\w.])(?P<a>{_VALUE})(?!\d)(?P<unit> ?%| ?± ?[\d.]+| [a-z-]+(?: [a-z-]+)?)"
    r"(?P<first>[^;]{0,120}?)"
    r"(?P<joint>,? compared (?:with|to)|,? (?:while|whereas|versus|vs\.?|as against)) "
    rf"(?P<between>[^;\d]{{0,80}}?)(?P<b>{_VALUE})(?P<again> ?%| ?±| [a-z-]+)"
    r"(?P<second>[^;]{0,80})"
)
_NONE = cue(_WORDS["none"])
_WITH_AND_WITHOUT = cue(_WORDS["with_and_without"])
# "27.8 % of A had a reduction of 30 % versus none of B": how many had it, not how much it was.
_OF_PEOPLE = cue(
    rf"(?:\A|; )[^;\d]{{0,60}}?(?:\d+ (?:[\w-]+ ){{0,2}}\()?(?P<a>{_VALUE}) ?%[^;]{{3,160}}?"
    r"\b(?:compared (?:with|to)|versus|vs\.?|as against|whereas|while|against) "
    rf"(?:(?:only|just|about) )?(?:(?:\d+ (?:[\w-]+ ){{0,2}}\()?(?P<b>{_VALUE}) ?%|none\b|no one\b)"
    r"(?P<after>[^;]{0,60})"
)
# "12.3 versus 8.1 ng/mL in controls": whose the first value is goes without saying.
_BESIDE_CONTROLS = cue(
    rf"(?<![\w.])(?P<a>{_VALUE})(?: ?± ?[\d.]+)?(?: ?%| [a-z/µ]{{1,12}})?(?: \([^()]{{0,40}}\))? "
    rf"(?:versus|vs\.?|against|compared (?:with|to)) (?:only )?(?P<b>{_VALUE})(?: ?± ?[\d.]+)?"
    r"(?: ?%| [A-Za-z/µ²]{1,12}){0,2}?(?: \([^()]{0,40}\))? (?:in|among|for|of|on|with) (?:the )?"
    r"(?:[\w-]+ ){0,2}?(?:controls?|placebo|sham|usual care|comparison)\b"
)
_LATER = cue(_WORDS["later"])
_VERB = cue(_WORDS["verb"])
_ASIDE = cue(r"\s{0,2}\([^()]{0,60}\)", 0)
_BEFORE = cue(r"\b(?:before|pre-?\w*|baseline|prior to)\b")
_AFTER = cue(r"\b(?:after|post-?\w*|follow-?up|later)\b")
_LONG = cue(r"[a-z]{5,}", 0)
_OF_ALL = frozenset((
    "patients", "participants", "individuals", "people", "subjects", "children", "adults", "those",
    "reported", "showed", "group", "groups", "respectively",
))  # fmt: skip
_ROUNDED = 0.2
"""How far from 100 two rounded percentages of one whole may be."""
_TWO = 2
_TRIES = 3
"""How many numbers may stand before the first of two values."""
_STUDY_SIZE = cue(r"\bn ?= ?\d|\baged?\b")


def read(text: str, tested: bool) -> Way | None:
    """Which way the first value lies of the second; over time, which way it went.

    `tested`: the clause prints a small p, or an estimate; values in brackets speak only then.
    """
    if tested and _NONE.search(text):
        return "higher"
    match = _BRACKETED.search(text) if tested else None
    if match is not None:
        return _way(match["a"], match["b"], over_time=False)
    match = _paired(text)
    if match is None or not (_compares(match) or _same(match)):
        return None
    if _STUDY_SIZE.search(match[0]) or _parts_of_one(match):
        return None
    lead = text[: match.start()]
    earlier = f"{lead[-60:]} {match['first']}"
    over_time = bool(_BEFORE.search(earlier) and _AFTER.search(match["second"]))
    return _way(match["a"], match["b"], over_time)


def _paired(text: str) -> re.Match[str] | None:
    """Two values of one unit with a joint between them.

    "The 3-year survival was 71 % vs 46 %": a number of another kind may stand before them.
    """
    match = _IN_WORDS.search(text)
    for tried in range(_TRIES):
        if match is None:
            return None
        if _unit(match["unit"]) == _unit(match["again"]):
            return match if not tried or _compares(match) else None
        match = _IN_WORDS.search(text, match.end("a"))
    return None


def _compares(match: re.Match[str]) -> bool:
    return match["joint"].lstrip(", ").startswith(("comp", "v", "as"))


def of_people(text: str) -> Literal["higher", "lower"] | None:
    """ "45 % of A improved vs 20 % of B": of two shares with a change, the first's way."""
    match = _OF_PEOPLE.search(text)
    if match is None or _LATER.match(match["after"]) or not _VERB.search(text, match.end("a")):
        return None
    first, second = _number(match["a"]), _number(match["b"] or "0")
    return None if first == second else "higher" if first > second else "lower"


def with_and_without(text: str) -> Literal["higher", "lower"] | None:
    """ "2.1 mg/L with asthma and 3.4 mg/L without", in either order: the way of those with it."""
    match = _WITH_AND_WITHOUT.search(_ASIDE.sub("", text))
    if match is None or _number(match["a"]) == _number(match["b"]):
        return None
    more = _number(match["a"]) > _number(match["b"])
    return "higher" if more is (match["out"] is None) else "lower"


def beside_controls(text: str) -> Literal["higher", "lower"] | None:
    """The way of a value that is set beside that of the group it is compared with."""
    match = _BESIDE_CONTROLS.search(text)
    if match is None or _number(match["a"]) == _number(match["b"]):
        return None
    return "higher" if _number(match["a"]) > _number(match["b"]) else "lower"


def _same(match: re.Match[str]) -> bool:
    """Whether both values are told of one thing: a longer word stands beside each of them.

    Of three shares or more "while" sets none beside another.
    """
    if match.string.count("%") > _TWO:
        return False
    text = match.string.lower()
    first = text[max(0, match.start() - 40) : match.start("joint")]
    second = text[match.end("joint") : match.end("b") + 60]
    return bool((set(_LONG.findall(first)) & set(_LONG.findall(second))) - _OF_ALL)


def _parts_of_one(match: re.Match[str]) -> bool:
    """ "88 % had this, while 12 % had that": two parts of one whole, not two groups."""
    whole = _number(match["a"]) + _number(match["b"])
    return match["unit"].strip() == "%" and abs(whole - 100) < _ROUNDED


def _way(a: str, b: str, over_time: bool) -> Way | None:
    first, second = _number(a), _number(b)
    if first == second:
        return None
    if over_time:
        return "increase" if second > first else "decrease"
    return "higher" if first > second else "lower"


def _number(printed: str) -> float:
    return float(printed.replace(",", "").replace("·", "."))


def _unit(unit: str) -> str:
    if "±" in unit:
        return "±"
    return unit.split()[0].rstrip("s") if unit.strip() else ""
