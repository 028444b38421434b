"""The words that point a way, and those that look like it and name something else."""

from __future__ import annotations

from evidence_atlas.records.cues import cue

from .. import tables

_TABLE = tables.load("direction")
CUES = {name: tables.any_of(patterns) for name, patterns in _TABLE.items()}
_POINTS = (
    "no_association", "no_difference", "association", "higher", "lower", "judged_up",
    "judged_down", "increase", "decrease",
)  # fmt: skip
ANY = tables.any_of(pattern for name in _POINTS for pattern in _TABLE[name])
# Begins with a set of letters, so that `re` skips to the next bracket at once.
_BRACKETS = cue(r"[(\[](?:(?<=\()[^()]*\)|(?<=\[)[^\[\]]*\])", 0)
_DEEPEST = 2
"""How deep brackets in brackets are taken out."""


def has(name: str, text: str) -> bool:
    """Whether a clause has a cue of this table."""
    return CUES[name].search(text) is not None


def blank(text: str) -> str:
    """The text with words blanked that look like a direction but name something else."""
    return CUES["names"].sub(lambda m: "#" * len(m[0]), text)


def points(text: str) -> bool:
    """Whether any word of the text points a way."""
    return ANY.search(blank(text)) is not None


def without_brackets(text: str) -> str:
    """The text with a space for each bracket, also for those in brackets."""
    for _ in range(_DEEPEST):
        if "(" not in text and "[" not in text:
            break
        text = _BRACKETS.sub(" ", text)
    return text
