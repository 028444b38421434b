"""A share in round words ("nearly half") where the abstract tells another of the very same."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ..negation import DENIES
from ..numbers import Number
from .abstract import LIGHT, Abstract, Piece
from .clauses import clauses, told_of
from .numbers_told import bears
from .rounded import Rounded, printed, put_in, rounded
from .same_words import missing, weighty
from .values import Finding

_FAR = Fraction(3)
"""So many percentage points beyond its rounding a share may lie and be one told carelessly."""


_FEWEST = 5
"""Of so few a share is hardly told."""


def shares(abstract: Abstract, text: str, sources: tuple[Piece, ...]) -> Finding | None:
    """One share, and one only, is told of these words in the abstract, and it is another."""
    told = ((part, rounded(part, abstract.figures(part))) for part in clauses(text))
    for part, ours in ((part, found[0]) for part, found in told if len(found) == 1):
        if ours.kind != "percent" or _derived(abstract, part, ours):
            continue
        held = list(_told_of_the_same(abstract, part, ours))
        held = [h for h in held if h[2]]  # a list lends its words to all of its figures
        if not held or len({n.value for n, _, _ in held}) > 1:
            continue
        number, piece, _ = held[0]
        if not ours.fits(number.value, _FAR):
            because = f"the abstract has {printed(number)} where the summary has “{ours.text}”"
            return Finding(because=because, quote=piece.quote)
    return None


def _told_of_the_same(
    abstract: Abstract, text: str, ours: Rounded
) -> Iterator[tuple[Number, Piece, bool]]:
    """The shares of the very words, with their places, and whether the words stand right there."""
    for piece in abstract.pieces:
        for theirs in told_of(piece.text):
            if theirs.number.kind != "percent" or theirs.aside:
                continue
            said = put_in(text, ours, theirs.number)
            told = told_of(said)
            mine = next((t for t in told if t.number.start == ours.start), None)
            if mine is None or not weighty(mine.words):
                continue
            values = {(t.number.value, t.number.kind) for t in told}
            beside = {(t.number.value, t.number.kind) for t in told if t.part != mine.part}
            if missing(abstract, mine.words, theirs.words, every=True) - LIGHT:
                continue
            if bears(abstract, mine, said, (values, beside), piece, theirs):
                near = not missing(abstract, mine.words, theirs.part, every=True) - LIGHT
                yield theirs.number, piece, near


def _derived(abstract: Abstract, text: str, ours: Rounded) -> bool:
    """Whether a share may be worked out of two counts, or be what another leaves of a hundred."""
    for piece in abstract.pieces:
        whole = [
            n.value for n in piece.numbers
            if n.kind == "count" and n.unit is None and n.value.denominator == 1 and n.value > 0
        ]  # fmt: skip
        if any(a < b >= _FEWEST and ours.fits(100 * a / b) for a in whole for b in whole):
            return True
    if not DENIES.search(text):
        return False
    return any(n.kind == "percent" and ours.fits(100 - n.value) for n in abstract.numbers)
