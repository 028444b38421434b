"""The authors' own words in indirect speech: whole, or up to a place where they may end."""

from __future__ import annotations

import re

from .names import length

_THEIRS = [
    (re.compile(r"\bwe\b", re.I), "they"), (re.compile(r"\bour\b", re.I), "their"),
    (re.compile(r"\bus\b"), "them"), (re.compile(r"\bours\b", re.I), "theirs"),
]  # fmt: skip
_BRACKETS = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\]|</?\w{1,5}>)")
# What the authors think of it, hung on to what they did.
_PRAISE = re.compile(
    r",\s(?:thereby |thus )?(?:highlighting|underscoring|underlining|emphasi[sz]ing|shedding)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_END = re.compile(
    r";\s|:\s|,\s(?=(?:and|which|who|using|with|as well as|by|in order|based|including|such as|"
    r"focusing|while|to)\b)|\s(?=(?:in order to|using|through the use|by means of|based on|so that|"
    r"and to|and (?:whether|how|which|assess|determine|examine|explore|evaluate|identify|"
    r"investigate|compare|analy[sz]e|describe|test)|with (?:a|the) (?:aim|goal|view|focus))\b)"
)
# What is left must not lean on what was cut: "differences between" wants its "and".
_LEANS = re.compile(
    r"\b(?:and|or|of|in|to|with|between|by|for|from|than|the|an?|both|either|as|at|on|that|"
    r"which|whether|versus|vs)$",
    re.IGNORECASE,
)
# A list that has lost its last item: "fatigue, pain" before "and sleep".
_LIST = re.compile(r",\s(?!(?:and|or|which|who|using|with|as|by|including|such)\b)[^,]{1,40}$")
_OPEN_PAIR = re.compile(r"\b(?:between|both)\b(?!.*\band\b)", re.IGNORECASE)


def as_theirs(text: str) -> str:
    """ "We", "our" and "us" as "they", "their" and "them"."""
    for pattern, theirs in _THEIRS:
        text = pattern.sub(theirs, text)
    return text


def first_part(text: str, fewest: int, most: int) -> str | None:
    """A clause without brackets, whole or up to a place where it may end; None where neither."""
    whole = re.sub(
        r" (?=[,;:.])", "", " ".join(_BRACKETS.sub(" ", _PRAISE.sub("", text)).split())
    ).rstrip(" .,;:")
    if any(mark in whole for mark in '“”"()[]?=<>|'):
        return None
    parts = [whole, *(whole[: m.start()].rstrip(" ,;:") for m in reversed([*_END.finditer(whole)]))]
    for part in parts:
        words = length(part)
        if words > most or _LEANS.search(part) or _OPEN_PAIR.search(part):
            continue
        if part != whole and _LIST.search(part):
            continue
        return part if words >= fewest else None
    return None
