"""Cutting a search into slices small enough for PubMed to hand out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

from ...records import Value
from .answers import SearchAnswer
from .errors import TooManyResults

MOST_RESULTS = 9_999
"""PubMed hands out the first 9,999 results of a search and no more (NLM, 2022)."""

FIRST_DAY = dt.date(1900, 1, 1)


class Slice(Value):
    """A part of a search by date: the PMIDs it found and where PubMed keeps them."""

    first: str
    last: str
    ids: tuple[str, ...]
    web_env: str | None = None
    query_key: str | None = None


def slices(
    ask: Callable[[dt.date, dt.date], SearchAnswer], first: dt.date, last: dt.date
) -> Iterator[Slice]:
    """The slices of `first`…`last` (both included), oldest first, each small enough to fetch.

    Raises TooManyResults where a single day holds more than PubMed hands out.
    """
    answer = ask(first, last)
    if answer.count == 0:
        return
    if answer.count <= MOST_RESULTS:
        yield Slice(
            first=first.isoformat(),
            last=last.isoformat(),
            ids=answer.ids,
            web_env=answer.web_env,
            query_key=answer.query_key,
        )
        return
    if first == last:
        raise TooManyResults(
            f"PubMed lists {answer.count} results for {first} alone and hands out at most "
            f"{MOST_RESULTS}; make the condition's query narrower"
        )
    middle = first + (last - first) // 2
    yield from slices(ask, first, middle)
    yield from slices(ask, middle + dt.timedelta(days=1), last)
