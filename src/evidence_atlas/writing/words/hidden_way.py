"""A ratio below one, told by a word that hides that it is less."""

from __future__ import annotations

import re

from ..tables import table
from .edges import without_brackets

_RATIO = {
    name: re.compile(cue, re.IGNORECASE) for name, cue in table("words/hidden_way.toml").items()
}


def hides_its_way(clause: str) -> bool:
    """Whether a ratio below one goes by a word such as "associated", which hides that it is less.

    Without its brackets the clause would tell of what protects as of what harms.
    """
    bare = without_brackets(clause)
    if not _RATIO["neutral"].search(bare) or _RATIO["way"].search(bare):
        return False
    return any(ratio < 1 for ratio in printed_ratios(clause))


def links_both_ways(clause: str) -> bool:
    """Whether one such word stands for ratios below one and above one: a link of two directions.

    Who reads it takes both for the same, brackets or not.
    """
    ratios = printed_ratios(clause)
    return hides_its_way(clause) and any(ratio > 1 for ratio in ratios)


def printed_ratios(clause: str) -> list[float]:
    """The ratios that a text prints, each with its name: "OR 1.4", "hazard ratio of 0.6"."""
    return [float(found[1].replace("·", ".")) for found in _RATIO["printed"].finditer(clause)]
