"""The best answers first: to a question those with results; retracted and withdrawn ones last."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial
from typing import Any

from tantivy import Occur, Query, Searcher

from evidence_atlas.records import WITHDRAWN

from . import fields

Place = tuple[int, int]
"""Where a study stands in the index: its segment, its number in it."""
WITHOUT_RESULTS = ("Protocol", "Hypothesis", "Commentary", "Notice")
"""Study types that answer no question by what was found."""
_SPARE = 5
"""So many studies more than wanted are asked for at first, in place of those that sink."""


def withdrawn() -> Query:
    """Studies that were retracted or withdrawn."""
    return Query.term_set_query(fields.schema(), "record_state", list(WITHDRAWN))


def with_results() -> Query:
    """Studies of every type but plans, ideas, opinions and notices."""
    others = Query.term_set_query(fields.schema(), "study_type", list(WITHOUT_RESULTS))
    every = Query.all_query()
    return Query.boolean_query([(Occur.Must, every), (Occur.MustNot, others)])


def places(searcher: Searcher, query: Query) -> frozenset[Place]:
    """Where the studies stand that fit."""
    hits = searcher.search(query, max(1, searcher.num_docs), count=False).hits
    return frozenset(_place(address) for _, address in hits)


def sunk(
    ask: Callable[[int], list[Any]],
    sinking: Collection[Place],
    stay: Callable[[], Collection[Place]],
    first: int,
    last: int,
) -> list[Any]:
    """The addresses from `first` up to `last` of an order in which those in `sinking` come last.

    `ask(n)` gives the n best. Those in `stay()`, asked only where something would sink, keep the
    place that they have by their words.
    """
    if not sinking:
        return ask(last)[first:]
    wanted = last + _SPARE
    held: Collection[Place] | None = None
    while True:
        found = ask(wanted)
        down = [a for a in found if _place(a) in sinking]
        if down:
            held = stay() if held is None else held
            down = [a for a in down if _place(a) not in held]
        below = {_place(a) for a in down}
        up = [a for a in found if _place(a) not in below]
        if len(up) >= last:
            return up[first:last]
        if len(found) < wanted:
            return [*up, *down][first:last]
        wanted = last + 2 * (len(down) + _SPARE)


def ranked_by(searcher: Searcher, query: Query, **order: Any) -> Callable[[int], list[Any]]:
    """`ask` for `sunk`: by rank, or in the order of a field."""
    return partial(_ask, searcher, query, order)


def _ask(searcher: Searcher, query: Query, order: dict[str, Any], most: int) -> list[Any]:
    return [address for _, address in searcher.search(query, most, count=False, **order).hits]


def _place(address: Any) -> Place:
    return address.segment_ord, address.doc
