"""Figures that have changed places: each stands in the source, and the words around it do not."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from .content_words import without_markup
from .numbers import Number
from .tokens import Token, matcher, tokens, without_brackets

WINDOW = 6
"""So many words on either side say what a figure is of."""
NEAR, AHEAD = 2.0, 1.5
"""Another figure of the source stands where ours does if so much of the words around both are the
same (a word of substance counts one, a small word a half), and so much more than around its own."""
_COUNTED = 3
"""So many words behind a count may tell what it counts."""
_OF_THINGS = ("count", "percent")
_SHORTEST = 3
_JOINTS = frozenset({"of", "and", "or", "with", "in", "from", "to", "who", "had", "were", "was"})
Words = tuple[Sequence[Token], Sequence[Token]]
_Told = tuple[Sequence[Token], int, Number, Words]
"""The words of a source, the place of a figure among them, the figure, the words around it."""


def exchanged_figures(text: str, sources: Sequence[str]) -> list[str]:
    """The figures of a text that stand among the words of another figure of its sources.

    Of counts there are many of the same people, so that one alone proves nothing: two must have
    changed places.
    """
    ours = tokens(text)
    told = {t.number.value for t in ours if t.number}
    if not told:
        return []
    # What a figure is of may stand behind a bracket: "12,789 participants (…), 995 of them (…)".
    bare = [without_markup(source) for source in sources]
    theirs: list[_Told] = [
        (source, j, token.number, _sides(source, j))
        for source in map(tokens, dict.fromkeys((*bare, *map(without_brackets, bare))))
        for j, token in enumerate(source) if token.number
    ]  # fmt: skip
    found = [
        t.number for i, t in enumerate(ours)
        if t.number and not _base_of_another(ours, i)
        and _among_anothers(t.number, _sides(ours, i), theirs, told)
    ]  # fmt: skip
    counts = [n for n in found if n.kind == "count"]
    misplaced = [n.text for n in found if n.kind == "percent" or len(counts) > 1]
    return misplaced or _things_exchanged(ours, theirs)


def _things_exchanged(ours: Sequence[Token], theirs: Sequence[_Told]) -> list[str]:
    """Two counts, or two shares, of which each has right behind it what the other's source has."""
    held: dict[Fraction, set[str]] = {}
    for source, j, number, _ in theirs:
        if number.kind in _OF_THINGS:
            held.setdefault(number.value, set()).update(_counted(source, j))
    told = [
        (t.number, _counted(ours, i)) for i, t in enumerate(ours)
        if t.number and t.number.kind in _OF_THINGS and t.number.value in held
    ]  # fmt: skip
    for a, of_a in told:
        for b, of_b in told:
            if a.value == b.value or of_a & held[a.value] or of_b & held[b.value]:
                continue
            if of_a & held[b.value] and of_b & held[a.value]:
                return [a.text, b.text]
    return []


def _counted(held: Sequence[Token], i: int) -> set[str]:
    """What a figure counts: the words of substance right behind it."""
    behind: set[str] = set()
    for token in held[i + 1 : i + 1 + _COUNTED]:
        if token.number is not None or token.clause != held[i].clause or token.text in _JOINTS:
            break
        if len(token.text) > _SHORTEST:
            behind.add(token.key)
    return behind


def _among_anothers(
    figure: Number,
    words: Words,
    theirs: Sequence[_Told],
    told: set[Fraction],
) -> bool:
    """Whether the words around a figure are those of another one, much more than of its own.

    On neither side may its own have more of them: "of the people, 72% had pain when standing"
    may begin as the figure for lying does.
    """
    own, others = [], []
    for _, _, number, around in theirs:
        if number.kind != figure.kind:
            continue
        if number.value == figure.value:
            own.append(around)
        elif number.kind == "percent" or number.value in told:
            alike = _both_alike(words, around)
            if sum(alike) >= NEAR:
                others.append(alike)
    if not own or not others:
        return False
    # "After usual care 10% withdrew" may tell "withdrawals were 10% after usual care".
    either_way = [_both_alike(words, way) for sides in own for way in (sides, sides[::-1])]
    before, behind = (max(side) for side in zip(*either_way, strict=True))
    nearest = max(map(sum, either_way))
    return any(
        sum(other) - nearest >= AHEAD and other[0] >= before and other[1] >= behind
        for other in others
    )


def _both_alike(ours: Words, theirs: Words) -> tuple[float, float]:
    """How much of the words before, and of those behind, two figures is the same."""
    return _alike(ours[0], theirs[0]), _alike(ours[1], theirs[1])


def _sides(held: Sequence[Token], i: int) -> Words:
    """The words before a figure, and those behind it."""
    return _beyond(held, i, -1), _beyond(held, i, 1)


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
    if not ours or not theirs:
        return 0.0
    blocks = matcher(ours, theirs).get_matching_blocks()
    return sum(t.weight for b in blocks for t in ours[b.a : b.a + b.size])
