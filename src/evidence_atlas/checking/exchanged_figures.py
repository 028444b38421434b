"""Figures that have changed places: each stands in the source, and the words around it do not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from .tokens import Token, matcher, tokens, without_brackets

WINDOW = 6
"""So many words on either side say what a figure is of."""
NEAR, AHEAD = 2.0, 1.5
"""Another figure of the source stands where ours does if so much of the words around both are the
same (a word of substance counts one, a small word a half), and so much more than around its own."""
Sides = tuple[float, float]
_MARKUP = re.compile(r"</?\w{1,6}>")


def exchanged_figures(text: str, sources: Sequence[str]) -> list[str]:
    """The figures of a text that stand among the words of another figure of its sources.

    Of counts there are many of the same people, so that one alone proves nothing: two must have
    changed places.
    """
    ours = tokens(text)
    # What a figure is of may stand behind a bracket: "12,789 participants (…), 995 of them (…)".
    bare = [_MARKUP.sub("", source) for source in sources]
    theirs = [tokens(s) for s in (*bare, *map(without_brackets, bare))]
    told = {t.number.value for t in ours if t.number}
    found = [
        t.number for i, t in enumerate(ours)
        if t.number and not _base_of_another(ours, i) and _among_anothers(ours, i, theirs, told)
    ]  # fmt: skip
    counts = [n for n in found if n.kind == "count"]
    return [n.text for n in found if n.kind == "percent" or len(counts) > 1]


def _among_anothers(
    ours: Sequence[Token], i: int, theirs: Sequence[Sequence[Token]], told: set[Fraction]
) -> bool:
    """Whether the words around a figure are those of another one, much more than of its own.

    On neither side may its own have more of them: "of the people, 72% had pain when standing"
    may begin as the figure for lying does.
    """
    figure = ours[i].number
    own: list[Sides] = []
    others: list[Sides] = []
    for source in theirs:
        for j, candidate in enumerate(source):
            number = candidate.number
            if figure is None or number is None or number.kind != figure.kind:
                continue
            straight, crossed = _around(ours, i, source, j)
            if number.value == figure.value:
                own += [straight, crossed]
            elif number.kind == "percent" or number.value in told:
                others.append(straight)
    if not own:
        return False
    before, behind = (max(sides) for sides in zip(*own, strict=True))
    nearest = max(map(sum, own))
    return any(
        sum(other) >= NEAR and sum(other) - nearest >= AHEAD
        and other[0] >= before and other[1] >= behind
        for other in others
    )  # fmt: skip


def _around(ours: Sequence[Token], i: int, theirs: Sequence[Token], j: int) -> tuple[Sides, Sides]:
    """How much of the words before and behind two figures is the same: in place, and crosswise.

    "After usual care 10% withdrew" may tell "withdrawals were 10% after usual care".
    """
    before, behind = (_beyond(ours, i, way) for way in (-1, 1))
    theirs_before, theirs_behind = (_beyond(theirs, j, way) for way in (-1, 1))
    straight = (_alike(before, theirs_before), _alike(behind, theirs_behind))
    return straight, (_alike(before, theirs_behind), _alike(behind, theirs_before))


def _base_of_another(ours: Sequence[Token], i: int) -> bool:
    """Whether a count is that of which another is told: "107 of 500"."""
    return i >= 2 and ours[i - 2].number is not None and ours[i - 1].text in ("of", "in")


def _beyond(held: Sequence[Token], i: int, way: int) -> Sequence[Token]:
    """The words next to a figure, on one side, up to the next figure or the end of the clause."""
    found: list[Token] = []
    at = i + way
    while 0 <= at < len(held) and len(found) < WINDOW:
        token = held[at]
        if token.clause != held[i].clause or token.number is not None:
            break
        found.append(token)
        at += way
    return found[::way]


def _alike(ours: Sequence[Token], theirs: Sequence[Token]) -> float:
    blocks = matcher(ours, theirs).get_matching_blocks()
    return sum(t.weight for b in blocks for t in ours[b.a : b.a + b.size])
