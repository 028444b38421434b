"""A specific fact of the abstract that a sentence contradicts.

Being called contradicted wrongly is the worst that can happen to a true sentence, so each
rule asks for a fact that the abstract states once and plainly, and for a sentence that
speaks of just that fact. Where anything is open, the sentence is at most unsupported.
"""

from __future__ import annotations

from collections.abc import Callable

from . import conflicting_design as how
from . import conflicting_people as people
from . import conflicting_results as results
from .abstract import Abstract, Piece
from .conflicting_numbers import numbers
from .conflicting_shares import shares
from .values import Finding

Rule = Callable[[Abstract, str, tuple[Piece, ...]], Finding | None]

RULES: tuple[Rule, ...] = (
    how.plan, people.took_part, people.finished, people.patients_and_controls, people.other_group,
    how.crossover,
    how.design, how.illness, how.harms, results.whole_group, results.other_side,
    results.turned_round, results.direction, results.other_group, results.nothing_found, numbers,
    shares,
)  # fmt: skip


def first(abstract: Abstract, text: str, sources: tuple[Piece, ...]) -> Finding | None:
    """The first fact that a sentence contradicts, None where there is none."""
    for rule in RULES:
        found = rule(abstract, text, sources)
        if found is not None:
            return found
    return None
