"""Facets counted exactly, and in little time: one column holds many of them.

What a count costs is the columns that the engine reads for each study found; one with several
values a study costs several times as much. So all badges of a study stand in one column as one
value, and sets of values (topics) in a few columns, each with its part of the set as one value. The
year stands in one column with the people studied, who are of few kinds. The engine counts whole
values, of which there are some hundreds; they are taken apart here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from zlib import crc32

from tantivy import Query, Searcher

from ..listing import NONE, YEAR, Count
from . import fields

BADGES = (*(f for f in fields.FACETS if f not in ("topic", "treatment", "who")), fields.STATUS)
"""What every study has exactly one value of."""
MOST_VALUES = 60
"""So many values of a facet are given, the commonest."""
_ALL_VALUES = 60_000
_BETWEEN = "\x1f"
_WITH_YEAR = fields.columns_of("who")[0]
Counted = dict[str, tuple[Count, ...]]


def columns(document: Mapping[str, Sequence[object]]) -> dict[str, list[str]]:
    """What a document's facets are in the columns for counting."""
    badges = (str(*document.get(name, (NONE,))) for name in BADGES)
    found = {fields.BADGES: [_BETWEEN.join(badges)]}
    for facet in fields.SETS:
        names = fields.columns_of(facet)
        parts: dict[str, list[str]] = {name: [] for name in names}
        for value in sorted(map(str, document.get(facet, ()))):
            parts[names[crc32(value.encode()) % len(names)]].append(value)
        found |= {name: [_BETWEEN.join(values)] for name, values in parts.items()}
    year = str(*document.get(fields.YEAR, (NONE,)))
    found[_WITH_YEAR] = [_BETWEEN.join([year, *filter(None, found[_WITH_YEAR])])]
    return found


def counts(searcher: Searcher, query: Query, facets: Iterable[str]) -> tuple[Counted, int]:
    """The values of these facets among the studies that fit, with how many have each; and how
    many studies fit (0 where only the years are asked for)."""
    wanted = set(facets)
    read = [fields.BADGES] if wanted != {YEAR} else []
    read += [column for f in fields.SETS if f in wanted for column in fields.columns_of(f)]
    if YEAR in wanted and _WITH_YEAR not in read:
        read.append(_WITH_YEAR)
    asked = {name: {"terms": {"field": name, "size": _ALL_VALUES}} for name in read}
    if "treatment" in wanted:
        # Each part of the index gives all its values, for the sum to be exact.
        asked["treatment"] = {
            "terms": {"field": "treatment", "size": MOST_VALUES, "segment_size": _ALL_VALUES}
        }
    answer = {
        name: [(b["key"], b["doc_count"]) for b in part["buckets"]]
        for name, part in searcher.aggregate(query, asked).items()
    }
    counted: dict[str, Counter[str]] = {facet: Counter() for facet in wanted}
    badges = [(_apart(key), count) for key, count in answer.get(fields.BADGES, ())]
    for at, name in enumerate(BADGES):
        if name in wanted:
            values = counted[name]
            for apart, count in badges:
                values[apart[at]] += count
    for facet in fields.SETS.keys() & wanted:
        values = counted[facet]
        for column in fields.columns_of(facet):
            for key, count in answer[column]:
                for value in _set_of(column, key):
                    values[value] += count
    if YEAR in wanted:
        for key, count in answer[_WITH_YEAR]:
            counted[YEAR][_apart(key)[0]] += count
        counted[YEAR].pop(NONE, None)
    if "treatment" in wanted:
        counted["treatment"].update(dict(answer["treatment"]))
    total = sum(count for _, count in badges)
    return {facet: _ordered(values) for facet, values in counted.items()}, total


def _set_of(column: str, key: str) -> tuple[str, ...]:
    values = _apart(key) if key else ()
    return values[1:] if column == _WITH_YEAR else values


@lru_cache(maxsize=20_000)
def _apart(key: str) -> tuple[str, ...]:
    return tuple(key.split(_BETWEEN))


def _ordered(values: Counter[str]) -> tuple[Count, ...]:
    """The commonest first, of equals by name."""
    ordered = sorted(values.items(), key=lambda v: (-v[1], v[0]))[:MOST_VALUES]
    return tuple(Count(value=value, count=count) for value, count in ordered)
