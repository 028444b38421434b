"""The two groups of a trial, counted in one breath: "30 in the drug group and 31 in the other".

They are taken only where they make up everybody who was put into groups, or counted in the end.
"""

from __future__ import annotations

import re

from evidence_atlas.records import Group

from ..document import Document
from .people_words import CUES
from .places import Count

_WAYS = ("two_arms_in", "two_arms_of", "two_arms_slashed")
_MADE_UP = ("total", "randomised", "analysed", "completed")


def with_both(
    document: Document, facts: dict[str, Count], groups: tuple[Group, ...]
) -> tuple[Group, ...]:
    """The groups, with both arms of a trial where fewer were found by their own words."""
    if sum(g.kind == "arm" for g in groups) > 1:
        return groups
    made_up = {facts[name].value for name in _MADE_UP if name in facts}
    for _, sentence in document.parts("methods", "results"):
        for way in _WAYS:
            for match in CUES[way].finditer(sentence.text):
                both = _both(document, sentence.start, match)
                if sum(g.n or 0 for g in both) in made_up and both[0].name != both[1].name:
                    told = {g.name for g in both}
                    rest = (g for g in groups if g.kind == "patients" and g.name not in told)
                    return (*rest, *both)
    return groups


def _both(document: Document, offset: int, match: re.Match[str]) -> tuple[Group, Group]:
    first, second = (_arm(document, offset, match, *names) for names in (("a", "n"), ("b", "m")))
    return first, second


def _arm(document: Document, offset: int, match: re.Match[str], name: str, number: str) -> Group:
    """One of the two, with the stretch from its name to its number, or from this to that."""
    start = min(match.start(name), match.start(number))
    end = max(match.end(name), match.end(number))
    return Group(
        name=" ".join(match[name].split()),
        kind="arm",
        n=int(match[number].replace(",", "")),
        quote=document.quote(offset + start, offset + end),
    )
