"""Which side of a comparison had more: "higher in A than in B" is not "higher in B than in A"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from evidence_atlas.records import Flag, Result

from .case import Case, claimed, folded, table
from .codes import flag
from .direction import OPPOSITE, POINTING, said
from .people import CONTROLS

_WORDS: dict[str, str] = table("sides.toml")

_SIDES = re.compile(_WORDS["sides"], re.IGNORECASE)
_OF_CONTROLS = re.compile(_WORDS["of_controls"], re.IGNORECASE)
# "Of life was lower in patients": the side is named behind the last of these.
_NAMED_AFTER = re.compile(r"\b(?:in|among|for|after|on) ", re.IGNORECASE)
_WORD = re.compile(r"[a-z0-9]{3,}")
_ANY_WORD = re.compile(r"[a-z0-9]+")
_COMMON = frozenset({
    "the", "and", "with", "who", "had", "were", "was", "those", "people", "patients",
    "participants", "group", "groups", "adults",
})  # fmt: skip


def sides(case: Case) -> Iterator[Flag]:
    """The sides of a comparison are not exchanged.

    Asked only where the sentence points the way that the words of the result point: what is
    lower in the one is higher in the other, and may be told from either side.
    """
    for statement, result in case.telling_one_result():
        for m in _SIDES.finditer(claimed(statement)):
            if exchanged(claimed(statement), m["a"], m["b"], result):
                yield flag(
                    "direction-contradicts",
                    statement,
                    f"the sides are exchanged, “{m.group().strip()}” in: {statement.text}",
                )


def told(text: str) -> Iterator[tuple[str, str]]:
    """The two sides of each comparison that a text makes, as it names them."""
    for m in _SIDES.finditer(text):
        yield m["a"], m["b"]


def exchanged(text: str, a: str, b: str, result: Result) -> bool:
    """Whether a text sets `a` above (or below) `b` where the result has it the other way round."""
    # The way is told outside the names of the sides: "people who are not very active".
    ours = said(text.replace(_NAMED_AFTER.split(a)[-1], " ").replace(b, " "))
    theirs_said = said(result.text)
    pointing = ours.classes & POINTING
    if not pointing or not pointing <= theirs_said.classes or ours.none:
        return False
    who, against = result.who, result.against
    if who and against:
        right = _alike(a, who) + _alike(b, against)
        wrong = _alike(a, against) + _alike(b, who)
        if right != wrong:
            return wrong > right
    # A result of a comparison with controls is told of the patients, unless it says otherwise.
    if (
        result.comparison == "between_groups"
        and _controls(a)
        and not _controls(b)
        and not (who and _controls(who))
        and not _OF_CONTROLS.search(result.text)
    ):
        return True
    if not any(OPPOSITE[way] in theirs_said.classes for way in pointing):
        for first, second in told(result.text):
            straight = _shared(a, first) + _shared(b, second)
            crossed = _shared(a, second) + _shared(b, first)
            if straight != crossed:
                return crossed > straight
    return False


def _controls(words: str) -> bool:
    return CONTROLS.search(words) is not None


def _shared(a: str, b: str) -> Fraction:
    """The share of all words of two names that both hold; small ones ("non") count too."""
    first, second = ({*_ANY_WORD.findall(folded(x))} for x in (a, b))
    return Fraction(len(first & second), max(len(first | second), 1))


def _alike(a: str, b: str) -> int:
    """How many words two names of a group share, beyond what all groups are called."""
    first, second = ({w[:6] for w in _WORD.findall(folded(x))} - _COMMON for x in (a, b))
    shared = len(first & second)
    return shared + (1 if _controls(a) and _controls(b) else 0)
