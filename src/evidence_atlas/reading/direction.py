"""Which way a clause's result points, and whether the authors call it better or worse."""

from __future__ import annotations

import re
from typing import Literal

from evidence_atlas.records.reading import Direction

from . import tables

_TABLE = tables.load("direction")
_CUES = {name: tables.any_of(patterns) for name, patterns in _TABLE.items()}
ANY = tables.any_of(
    pattern
    for name in (
        "no_association", "no_difference", "association", "higher", "lower", "increase", "decrease",
    )
    for pattern in _TABLE[name]
)  # fmt: skip
_FROM_TO = re.compile(
    r"\bfrom\b[^.;]{0,40}?(?P<a>[-−]?\d+(?:\.\d+)?)(?!\d)(?:\s?%)?(?:\s?[±(][^.;()]{0,25}(?:\.\d+)?[^;()]{0,12}\)?)?"
    r"[^;]{0,40}?\bto\b[^;\d]{0,25}?(?P<b>[-−]?\d+(?:\.\d+)?)"
)
_STATIC_STUDY = re.compile(
    r"\b(?:patients|participants|people|cases|group|individuals|women|men)\b", re.I
)


def has(name: str, text: str) -> bool:
    """Whether a clause has a cue of this table."""
    return _CUES[name].search(text) is not None


def of(text: str, compares_people: bool) -> Direction:
    """The direction of a clause. `compares_people`: the study sets groups side by side.

    A null is looked for first, so that "no significant increase" is not an increase. In a
    comparison of groups "increased" means higher; over time it means a rise.
    """
    if has("no_association", text):
        return "no association"
    if has("no_difference", text):
        return "no difference"
    moved = from_to(text)
    if moved is not None:
        return moved
    if has("mixed", text):
        return "mixed"
    # The cue that stands first carries the clause's verb; ties go to the earlier group.
    order = ("association", "increase", "decrease", "higher", "lower")
    found = [
        (m.start(), i, name) for i, name in enumerate(order) if (m := _CUES[name].search(text))
    ]
    if not found:
        return "descriptive"
    _, _, name = min(found)
    # "Lower levels were associated with worse pain": the verb is the association.
    if (
        name != "association"
        and any(f[2] == "association" for f in found)
        and re.search(
            r"\b(?:was|were|is|are|be|been|being)\b[^,;]{0,40}\b(?:associated|correlated|"
            r"linked|related)\b"
            r"|\bcorrelat(?:ed|es)\b|\bpredict(?:ed|s)\b",
            text,
            re.I,
        )
    ):
        return "association"
    between = has("between", text)
    within = has("within", text)
    if name == "association":
        if between and re.search(
            r"associated with (?:a |an )?(?:\w+ )?(?:higher|lower|increased|reduced|decreased)",
            text,
        ):
            return "association"
        return "association"
    if name == "increase" and re.search(r"\bimprov|\bbetter|\bbenefit|\brecover", text, re.I):
        worse_word = has("worse", text)
        if (
            has("burdens", text)
            and not worse_word
            and not re.search(r"quality of life|function", text, re.I)
        ):
            return "lower" if between and not within else "decrease"
        return "higher" if between and not within else "increase"
    sideways = (between and not within) or (compares_people and not within)
    if name == "higher":
        return "higher"
    if name == "lower":
        return "lower" if sideways or not within else "decrease"
    if name == "increase":
        return "higher" if sideways else "increase"
    return "lower" if sideways else "decrease"


def from_to(text: str) -> Literal["increase", "decrease"] | None:
    """ "from 39.7 ± 12.1 to 16.3 ± 7.9": the printed values decide."""
    match = _FROM_TO.search(text)
    if match is None or not has_movement(text):
        return None
    first, second = (float(match[g].replace("−", "-")) for g in ("a", "b"))
    if first == second:
        return None
    return "increase" if second > first else "decrease"


def has_movement(text: str) -> bool:
    """Whether a verb of change stands in the clause."""
    return has("increase", text) or has("decrease", text) or has("lower", text)


def better_or_worse(text: str, direction: Direction) -> Literal["better", "worse"] | None:
    """Only on the authors' word; a null and an association are neither."""
    if direction in ("no difference", "no association", "association", "mixed", "descriptive"):
        return None
    better, worse = has("better", text), has("worse", text)
    if better == worse:
        return None
    return "better" if better else "worse"
