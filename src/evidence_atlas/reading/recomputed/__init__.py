"""What an abstract prints, worked out again: one file a kind of check.

Each file finds the printed figures that belong together, has them worked out by `arithmetic`
under every reading that the text leaves open, and judges. It fails closed: "does not fit" only
where no reading tried gives what is printed; where a figure might belong to other people, another
time or another test, it cannot tell, or nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_atlas.records import Design, NumberCheck, Participants, Quote, Result

from ..document import Document
from . import changes, granularity, groups, intervals, of_what, shares, statistics, sums, two_shares

__all__ = ["MOST", "read"]

MOST = 12
"""So many checks of one record are kept: first what does not fit, then what cannot be told."""
_RANK = {"does not fit under the readings tried": 0, "cannot tell": 1, "fits": 2}


def read(
    document: Document,
    told: tuple[Result, ...],
    people: Participants,
    design: Design,
    quotes: dict[str, tuple[Quote, ...]],
) -> tuple[NumberCheck, ...]:
    """Every recomputation that the abstract's own figures allow, at most `MOST`."""
    found: dict[tuple[str | None, str], NumberCheck] = {}
    for check in _all(document, told, people, design, quotes):
        found.setdefault((check.kind, check.claim), check)
    kept = sorted(found.values(), key=lambda c: _RANK[c.verdict])[:MOST]
    return tuple(of_what.named(document, c) for c in kept)


def _all(
    document: Document,
    told: tuple[Result, ...],
    people: Participants,
    design: Design,
    quotes: dict[str, tuple[Quote, ...]],
) -> Iterator[NumberCheck]:
    yield from changes.read(document, told, people, design)
    yield from groups.read(document, told, people, design, quotes)
    yield from statistics.read(document, people, design, quotes)
    yield from intervals.read(document)
    yield from two_shares.read(document)
    yield from granularity.read(document)
    yield from shares.read(document)
    yield from sums.read(people, quotes)
