"""Which side of a comparison had more: "higher in A than in B" is not "higher in B than in A"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence_atlas.records import Flag, Result

from .case import FINDING_SECTIONS, Case, claimed, folded
from .codes import flag
from .direction import said
from .people import CONTROLS

_SIDES = re.compile(
    r"\b(?:in|of|for|among|with|after|on) (?P<a>[^.,;()]{3,90}?) (?:than|compared (?:with|to)|versus)"
    r"(?: (?:in|of|for|among|with|after|on|did))? (?P<b>[^.,;()]{3,90}?)(?=\s*[.,;()]|$)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[a-z0-9]{3,}")
_COMMON = frozenset(
    "the and with who had were was those people patients participants group groups adults".split()
)
_WAYS = {"higher": "up", "increase": "up", "lower": "down", "decrease": "down"}
_OTHER = {"up": "down", "down": "up"}


def sides(case: Case) -> Iterator[Flag]:
    """The sides of a comparison are not exchanged.

    Asked only where the sentence points the way that the result was read to point: what is
    lower in the one is higher in the other, and may be told from either side.
    """
    for statement in case.statements:
        if statement.section not in FINDING_SECTIONS or statement.voice == "authors":
            continue
        results = case.results_of(statement)
        if len(results) != 1:
            continue
        for m in _SIDES.finditer(claimed(statement)):
            if exchanged(claimed(statement), m["a"], m["b"], results[0]):
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
    way = _WAYS.get(result.direction)
    ours = said(text)
    if way is None or not ours.has(way) or ours.has(_OTHER[way]):
        return False
    who, against = result.who, result.against
    if who and against:
        right = _alike(a, who) + _alike(b, against)
        wrong = _alike(a, against) + _alike(b, who)
        if right != wrong:
            return wrong > right
    # Who were controls tells the sides apart where their names do not.
    theirs = next(told(result.text), None)
    first, second = theirs if theirs else (who or "", against or "")
    return _controls(a) and not _controls(b) and _controls(second) and not _controls(first)


def _controls(words: str) -> bool:
    return CONTROLS.search(words) is not None


def _alike(a: str, b: str) -> int:
    """How many words two names of a group share, beyond what all groups are called."""
    first, second = ({w[:6] for w in _WORD.findall(folded(x))} - _COMMON for x in (a, b))
    shared = len(first & second)
    return shared + (1 if _controls(a) and _controls(b) else 0)
