"""What a clause's printed numbers say of its direction: p-values, intervals, values side by side.

Words come first; numbers speak where the words are silent, and take a way back that the
authors' own test does not bear out (p of .05 or more, or an interval that holds no effect).
"""

from __future__ import annotations

import re
from typing import Literal

from evidence_atlas.records.cues import Cue, cue

from ..text import numbers
from .p_values import p_values

_VALUE = r"[-−–]?\d+(?:[.·]\d+)?"
_RATIO = cue(
    r"\b(?:(?:odds|hazards?|risk|rate|prevalence|incidence)[- ]ratios?|relative risks?|"
    r"a?(?:OR|HR|RR|IRR|PR)s?)\b(?:[^;.\d]{0,20}\(?9[05] ?% (?:CIs?|confidence intervals?)[)\]])?"
    r"[^;.\d]{0,80}?(?P<point>\d+(?:[.·]\d+)?)"
    r"(?:[^\d]{0,8}(?:9[05](?:\.0)? ?%[^;\d]{0,30})|\s?[(\[]\s?)(?P<low>\d+(?:[.·]\d+)?)"
    r"\s?(?:-|−|–|,|;|to)\s?(?P<high>\d+(?:[.·]\d+)?)"
)
# "Hazard ratios were 1.04 (0.98-1.11) in A and 0.63 (0.55-0.72) in B": the ratios behind the first.
_FURTHER_RATIO = cue(
    r"(?<![\w.])(?P<point>\d+[.·]\d+)\s?[(\[](?:9[05] ?% ?CI[:,]? ?)?(?P<low>\d+[.·]\d+)"
    r"\s?(?:-|−|–|,|;|to)\s?(?P<high>\d+[.·]\d+)[)\]]",
    0,
)
_BARE_RATIO = cue(
    r"(?-i:\b(?:OR|HR|RR|IRR|PR)\b)\s?(?:[=:,]|of|was)?\s?(\d+(?:[.·]\d+)?)"
    r"|\b(?:odds|hazard|risk|rate) ratio,? (?:of |was |= ?)?(\d+(?:[.·]\d+)?)"
)
_SIGNED = cue(
    r"(?-i:\b(?:S?MD|WMD|B|[bdg])\b|β|Δ)\s?(?:[=:,]|of|was)?\s?(?P<value>[-−–+]?\s?\d+(?:[.·]\d+)?)"
    r"|\b(?:mean |estimated )?(?:difference|change|effect size)s?\s?(?:[=:]|of|was)\s?"
    r"(?P<other>[-−–+]?\s?\d+(?:[.·]\d+)?)"
)
_GAP = cue(
    r"\b(?:differences?|(?:mean|median|average|net) changes?|S?MDs?|WMDs?|(?:treatment|overall|"
    rf"pooled) effects?|effects? on)\b[^;.\d]{{0,50}}?(?P<point>{_VALUE})[^;]{{0,25}}?"
    rf"(?:9[05](?:\.0)? ?%[^;\d−–-]{{0,30}})(?P<low>{_VALUE})\s?(?:-|−|–|,|;|to)\s?"
    rf"(?P<high>{_VALUE})"
)
# "Difference +1.1 (-7.0 to +9.2)": what stands in brackets behind a difference is its interval.
_BARE_GAP = cue(
    r"\bdifferences?\b(?: in (?:[\w-]+ ){1,4}?| of | was | is |,? |: ?| = ?){0,2}"
    rf"\+?(?P<point>{_VALUE})(?: (?:points?|%|[a-z]{{1,8}}))?,?\s?[(\[]\s?\+?(?P<low>{_VALUE})"
    rf"\s?(?:to|,|;)\s?\+?(?P<high>{_VALUE})\s?[)\]]"
)
_INTERVAL = cue(
    rf"9[05](?:\.0)? ?% ?(?:CIs?|confidence intervals?)[^;\d−–-]{{0,12}}(?P<low>{_VALUE})"
    rf"\s?(?:-|−|–|,|;|to)\s?(?P<high>{_VALUE})"
)
_GROUP = (
    r"(?:groups?|arms?|controls?|patients|participants|placebo|cases|subjects|individuals|"
    r"recipients)"
)
_SIDE_BY_SIDE = cue(
    r"(?<![\w.])(?P<a>\d+(?:[.·]\d+)?)[^;]{0,60}?"
    r"\b(?:in|for|with|among|of) (?P<first>[^;\d]{3,60}?)"
    r"[\s,]*(?:\([^()]{0,60}\)[\s,]*)?"
    r"\b(?:and|versus|vs\.?|compared (?:with|to)|while|whereas|against)"
    r"[^;\d]{0,60}?(?<![\w.])(?P<b>\d+(?:[.·]\d+)?)[^;]{0,60}?\b(?:in|for|with|among|of) "
    r"(?P<second>[^;\d]{3,60})"
)
_SHARES = cue(
    r"(?P<a>\d+(?:\.\d+)?)\s?%[^;%]{0,80}?\b(?:compared (?:with|to)|versus|while|whereas|but|"
    r"against)\b[^;%]{1,90}?(?<![\d.])(?P<b>\d+(?:\.\d+)?)\s?%",
    0,
)
_RESPECTIVELY = cue(
    r"(?<![\w.])(?P<a>\d+(?:[.·,]\d+)?)(?: ?%| [a-z/]{1,12})? {1,3}(?:and|versus|vs\.?) {1,3}"
    r"(?P<b>\d+(?:[.·,]\d+)?)(?: ?%|\b)[^;\d]{0,60}?"
    r"\b(?:in|for|with|among|of) (?P<first>[^;]{2,60}?) (?:and|versus|vs\.?) "
    r"(?P<second>[^;]{2,60}?),? respectively"
)
# "12.9 cm versus 8.9 in the A and B groups": told in the order of the values.
_OF_BOTH_GROUPS = cue(
    r"(?<![\w.])(?P<a>\d+(?:[.·,]\d+)?)(?: ?%| [a-z/]{1,12})? {1,3}(?:versus|vs\.?) {1,3}"
    r"(?P<b>\d+(?:[.·,]\d+)?)(?: ?%|\b)[^;\d]{0,30}?\b(?:in|for|with|among|of) (?:the )?"
    r"(?P<first>[^;.,]{2,50}?) (?:and|versus|vs\.?) (?P<second>[^;.,]{2,50}? (?:groups|arms))\b"
)
_TWO_SHARES = cue(
    r"(?P<a>\d+(?:[.·]\d+)?)\s?%[)\]]?(?P<first>[^;%]{3,80}?)"
    r"(?:,? (?:and|versus|vs\.?|compared (?:with|to)) )(?P<lead>[^;%]{0,60}?)"
    r"(?P<b>\d+(?:[.·]\d+)?)\s?%[)\]]?(?P<second>[^;%]{0,80})"
)
_THEN_AND_LATER = cue(
    rf"(?<![\w.])(?P<a>{_VALUE})(?:\s?[±(][^;]{{0,30}}?)?(?: ?%| [\w/.]{{1,20}})? "
    r"(?:at (?:baseline|diagnosis|entry|admission|onset|(?:the )?(?:first|initial) visit)|"
    r"before(?: (?!and\b|but\b)(?:the )?\w+)?) "
    rf"(?:and|versus|vs\.?|compared with|but) (?P<b>{_VALUE})[^;]{{0,45}}? "
    r"(?:at (?:the )?(?:last|final|end|follow-?up|discharge|\d)|after (?:the )?\w+)"
)
_TOLD_OF = cue(r"\b(?:in|for|with|among|of|on|under|receiving|given|taking) ")
_LEVEL = cue(r"\b9[059](?:\.0)? ?% ?(?:CI|confidence)")
_COMPARED_WITH = cue(r"\b(?:control|placebo|sham|usual care|uninfected|healthy|comparison)")
_OF_PEOPLE = cue(rf"\b{_GROUP}\b")
_TESTED = cue(r"\bsignifican\w+ (?:\w+ )?differen|\bdiffer\w* significantly")
_FROM_WORD = cue(r"\bfrom (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) ")
_FROM_TO = cue(
    r"\bfrom\b[^.;]{0,40}?(?<![A-Za-z])(?<![A-Za-z]-)(?P<a>[-−]?\d+(?:\.\d+)?)(?!\d)(?:\s?%)?(?:\s?[±(][^.;()]{0,25}(?:\.\d+)?"
    r"[^;()]{0,12}\)?)?[^;]{0,40}?\bto\b[^;\d]{0,25}?(?P<b>[-−]?\d+(?:\.\d+)?)",
    0,
)
_TO_FROM = cue(
    rf"\bto (?:an? )?(?:[a-z]+ ){{0,6}}(?:\([^()]{{0,30}}\) )?(?:of )?(?P<b>{_VALUE})\s?%? "
    r"(?:\([^()]{0,40}\) )?"
    rf"from (?:an? )?(?:[a-z]+ ){{0,3}}(?P<a>{_VALUE})"
)
# "429.0 m to 601.6 m (+172.6 m)": the printed change has a sign.
_TO_WITH_SIGN = cue(
    rf"(?<![\w.])(?P<a>{_VALUE})\s?[A-Za-z/%]{{0,10}} to (?P<b>{_VALUE})\s?[A-Za-z/%]{{0,12}},?\s?"
    r"\((?P<sign>[+−–-])\s?\d",
    0,
)
_IN_BRACKETS = cue(r"\([^()]{0,60}\)", 0)
_TIMES_AFTER = cue(r"[- ](?:minutes?|hours?|days?|weeks?|months?|years?)\b(?! (?:of|per)\b)")
_RANGING = cue(r"\b(?:rang|var)\w{1,4} \Z")
_LONG_AFTER = cue(r"[- ](?:months?|years?)\b")
_SAID_TO_GO = cue(r"\b(?:(?P<up>increased|rose|grew)|decreased|fell|declined|dropped)\b")
_UP_FROM = cue(r"\b(?P<way>up|down) from (?:[a-z]+ ){0,2}\d")
Side = Literal["higher", "lower"]


def estimate(text: str) -> Side | Literal["none"] | None:
    """The way of a printed ratio or difference with its interval: "none" where it holds no effect.

    None where nothing of the kind is printed, or several that disagree.
    """
    found: set[Side | Literal["none"]] = set()
    for pattern, null in ((_RATIO, 1.0), (_GAP, 0.0), (_BARE_GAP, 0.0)):
        found |= _ways(text, pattern, null)
    if not found and _all_hold_zero(text):
        return "none"
    first = _RATIO.search(text)
    if found == {"none"} and first and _ways(text[first.end() :], _FURTHER_RATIO, 1.0) - found:
        return None
    return found.pop() if len(found) == 1 else None


def _ways(text: str, pattern: Cue, null: float) -> set[Side | Literal["none"]]:
    """The ways of all that a pattern finds with its interval; `null` is the value of no effect."""
    found: set[Side | Literal["none"]] = set()
    for match in pattern.finditer(text):
        point, low, high = (_number(match[g]) for g in ("point", "low", "high"))
        if low <= point <= high:
            found.add("none" if low <= null <= high else "higher" if low > null else "lower")
    return found


def ratio(text: str) -> Side | None:
    """The way of a single ratio printed with a small p and no interval: "(OR = 3.7, p < 0.001)"."""
    found = [m[1] or m[2] for m in _BARE_RATIO.finditer(text)]
    small, large = p_values(text)
    if len(found) != 1 or not small or large:
        return None
    value = _number(found[0])
    return None if value == 1 else "higher" if value > 1 else "lower"


def signed(text: str) -> Literal["up", "down"] | None:
    """The way of one printed difference by its sign: "(MD -6.5)"; None where it may be none."""
    match = _SIGNED.search(text)
    if match is None or _all_hold_zero(text) or p_values(text)[1]:
        return None
    value = (match["value"] or match["other"]).replace(" ", "")
    return "down" if value[0] in "-−–" else "up"


def _all_hold_zero(text: str) -> bool:
    """Whether every interval printed runs from below zero to above it, whatever it is of."""
    ends = [(_number(m["low"]), _number(m["high"])) for m in _INTERVAL.finditer(text)]
    return bool(ends) and all(low < 0 < high for low, high in ends)


def side_by_side(text: str) -> Side | None:
    """Two groups' values in one clause, "40 in patients and 30 in controls": the first's way.

    Where the first named is the one compared with, the second's.
    """
    match = _SIDE_BY_SIDE.search(text)
    if match is None:
        return None
    if not (_OF_PEOPLE.search(match["first"]) and _OF_PEOPLE.search(match["second"])):
        return None
    return _sides(match)


def respectively(text: str) -> Side | None:
    """Two groups' values told one after the other: "45.6 and 36.3 % for A and B, respectively"."""
    bare = _IN_BRACKETS.sub("", text)
    match = _RESPECTIVELY.search(bare) or _OF_BOTH_GROUPS.search(bare)
    return _sides(match) if match else None


def two_shares(text: str) -> Side | None:
    """The only two percentages, each told of a group: "9 (8 %) of 114 on A, 18 (17 %) of 105"."""
    match = _TWO_SHARES.search(text)
    if match is None or text.count("%") != 2 or _LEVEL.search(text):
        return None
    second = match["lead"] + match["second"]
    if _TOLD_OF.search(match["first"]) is None or _TOLD_OF.search(second) is None:
        return None
    return _sides(match)


def then_and_later(text: str) -> Literal["increase", "decrease"] | None:
    """ "82 ± 37 at diagnosis and 63 ± 54 at the last visit": which way it went."""
    match = _THEN_AND_LATER.search(text)
    if match is None or _number(match["a"]) == _number(match["b"]):
        return None
    return "increase" if _number(match["b"]) > _number(match["a"]) else "decrease"


def _sides(match: re.Match[str]) -> Side | None:
    """Which way the values that a pattern found lie."""
    told = match.groupdict()
    second = told["second"] + (told.get("lead") or "")
    return side(match["a"], match["b"], told["first"], second)


def side(one: str, other: str, first: str, second: str) -> Side | None:
    """Which way the first group's value lies; the second's where the first is compared with."""
    a, b = _number(one), _number(other)
    if a == b:
        return None
    turned = _COMPARED_WITH.search(first) is not None and not _COMPARED_WITH.search(second)
    return "higher" if (a > b) is not turned else "lower"


def tested(text: str) -> bool:
    """Whether the clause tells of a difference that was found significant."""
    small, large = p_values(text)
    return (small > 0 and large == 0) or (large == 0 and _TESTED.search(text) is not None)


def shares(text: str) -> Side | None:
    """Two percentages set side by side in words: the printed values decide."""
    match = _SHARES.search(text)
    if match is None:
        return None
    a, b = float(match["a"]), float(match["b"])
    return None if a == b else "higher" if a > b else "lower"


_OCCASION = cue(
    r"\b(?:times?|visits?|waves?|phases?|stages?|days?|weeks?|months?|years?|sessions?|timepoints?|"
    r"t|baseline|grades?|rounds?|steps?)\s?\d"
    r"|\b(?:from|to) (?:in )?(?:[A-Z][a-z]+ )?(?:19|20)\d\d\b"
)


def from_to(text: str) -> Literal["increase", "decrease"] | None:
    """ "from 39.7 ± 12.1 to 16.3 ± 7.9", "from five to two": the printed values decide."""
    if _FROM_WORD.search(text):
        text = numbers.in_digits(text)
    short = _UP_FROM.search(text)
    if short:
        return "increase" if short["way"].lower() == "up" else "decrease"
    told = _TO_WITH_SIGN.search(text)
    if told is not None:
        rose = _number(told["b"]) > _number(told["a"])
        return ("increase" if rose else "decrease") if rose is (told["sign"] == "+") else None
    # "From 2 (IQR 1;5) to 1 (IQR 0;3)": the values stand outside the brackets.
    bare = _IN_BRACKETS.sub("", text) if "(" in text else text
    match = _FROM_TO.search(bare) or _FROM_TO.search(text) or _TO_FROM.search(text)
    # "From Time 1 to Time 2", "from 2003 to 2005" name two occasions, not two values.
    if match is None or _OCCASION.search(match[0]):
        return None
    # "Ranging from 27 to 63" tells how far apart values lie.
    if _RANGING.search(match.string, max(0, match.start() - 12), match.start()):
        return None
    first, second = _number(match["a"]), _number(match["b"])
    if first == second:
        return None
    way: Literal["increase", "decrease"] = "increase" if second > first else "decrease"
    # "It decreased from 6 to 18 months": when it did so; "stay fell from 18 to 6 days": how long.
    if _TIMES_AFTER.match(match.string, match.end("b")):
        said = _SAID_TO_GO.search(match.string[: match.start()])
        if said is None and _LONG_AFTER.match(match.string, match.end("b")):
            return None
        if said is not None and (said["up"] is None) is (way == "increase"):
            return None
    return way


def _number(text: str) -> float:
    bare = re.sub(r",(?=\d{3}\b)", "", re.sub(r"[−–]", "-", text))
    return float(re.sub(r"[·,]", ".", bare))
