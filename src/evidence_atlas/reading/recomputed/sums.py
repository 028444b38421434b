"""The groups that were counted against everybody."""

from __future__ import annotations

from collections.abc import Iterator

from evidence_atlas.records import NumberCheck, Participants, Quote

from ..text import numbers
from .figures import FIT, OPEN, check

NEAR = 0.05
"""Groups that miss the total by no more than this share are told; others may be other groups."""


def read(people: Participants, quotes: dict[str, tuple[Quote, ...]]) -> Iterator[NumberCheck]:
    """Whether the groups make up the total, where total and groups are all printed.

    Never "does not fit": a group may be left out of an abstract, or overlap another.
    """
    for name, kinds in (("total", ("patients", "controls")), ("randomised", ("arm",))):
        whole: int | None = getattr(people, name)
        held = quotes.get(f"participants.{name}", ())
        parts = [g for g in people.groups if g.kind in kinds]
        if whole is None or len(parts) < 2 or not _printed(whole, held):
            continue
        sizes = [g.n for g in parts if g.n is not None]
        if len(sizes) < len(parts):
            continue
        missed = abs(sum(sizes) - whole)
        if missed > NEAR * whole or whole in sizes:
            continue
        whom = "people" if name == "total" else "people put into groups by chance"
        listed = f"{', '.join(f'{n:,}' for n in sizes[:-1])} and {sizes[-1]:,}"
        claim = f"there were {whole:,} {whom}, in groups of {listed}"
        steps = [f"{' + '.join(f'{n:,}' for n in sizes)} = {sum(sizes):,}."]
        if missed:
            steps.append("Some may have been in no group or in two, or may have been left out.")
        yield check(
            "sum",
            OPEN if missed else FIT,
            claim,
            tuple(steps),
            held[0],
            ("every group counted once",),
            tuple(dict.fromkeys(g.quote for g in parts)),
        )


def _printed(whole: int, held: tuple[Quote, ...]) -> bool:
    """Whether the total itself is printed, and is not our own sum of the groups."""
    return bool(held) and any(n.value == whole for q in held for n in numbers.find(q.text))
