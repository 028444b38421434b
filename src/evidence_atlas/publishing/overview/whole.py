"""All overviews of an atlas at once, as they are stored: by kind and key."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import msgspec

from ...records import Condition, Value
from . import indexes
from .charts import Sources, measure_charts, treatment_charts
from .checked import passed
from .left_out import left_out
from .names import slug
from .questions import questions
from .topic_charts import topic_charts
from .values import Brief, Chart, Left, Listed, Question, Seen

SHARD = 2
"""First letters of a name's key by which journals and authors are kept together."""


NO_PICTURE = "no picture"
"""What the index says of a chart without a row."""

LEFT = 50
"""Results that stand in no picture, on one page."""


class Stored(NamedTuple):
    """One row: `index` rows list what there is of a kind."""

    kind: str
    key: str
    value: Value | tuple[Value, ...]


def overviews(studies: Iterable[Seen], condition: Condition) -> Iterator[Stored]:
    """Every page's content. The same studies give the same rows in the same order."""
    sources = Sources(studies, condition)
    treatments, measures = treatment_charts(sources), measure_charts(sources)
    asked = tuple(passed(q, condition) for q in questions(sources, treatments, measures))
    linked = _with_questions(treatments, asked)
    yield Stored("index", "questions", tuple(_of_question(q) for q in asked))
    yield from (Stored("question", q.key, q) for q in asked)
    by_axis = (("treatments", linked), ("measures", measures), ("topics", topic_charts(sources)))
    for axis, charts in by_axis:
        yield Stored("index", axis, tuple(_of_chart(c) for c in charts))
        yield from (Stored(axis, c.key, c) for c in charts)
    yield from _left(sources)
    yield Stored("index", "timeline", indexes.timeline(sources.all))
    for kind, found in (
        ("topic", indexes.topics(sources.all, condition, treatments, asked)),
        ("definition", indexes.definitions(sources.all, condition)),
    ):
        yield Stored("index", kind, tuple(_of_list(x) for x in found))
        yield from (Stored(kind, x.key, x) for x in found)
    for kind, found in (
        ("journal", indexes.journals(sources.all)),
        ("author", indexes.authors(sources.all)),
    ):
        yield from _shards(kind, found)


def _left(sources: Sources) -> Iterator[Stored]:
    """What stands in no picture: the counts, and by reason the results, `LEFT` together."""
    summary, found = left_out(sources)
    yield Stored("index", "left out", summary)
    by_reason: dict[str, list[Left]] = {}
    for out in found:
        by_reason.setdefault(slug(out.reason), []).append(out.left)
    for reason, results in sorted(by_reason.items()):
        for number, start in enumerate(range(0, len(results), LEFT), 1):
            yield Stored("left out", f"{reason} {number}", tuple(results[start : start + LEFT]))


def _shards(kind: str, found: tuple[Listed, ...]) -> Iterator[Stored]:
    """Lists by name: an index of first letters, an index by letter, and the lists in shards."""
    letters: dict[str, list[Brief]] = {}
    shards: dict[str, list[Listed]] = {}
    for listed in found:
        letters.setdefault(listed.key[0], []).append(_of_list(listed))
        shards.setdefault(listed.key[:SHARD], []).append(listed)
    counted = tuple(
        Brief(key=letter, name=letter.upper(), count=len(names))
        for letter, names in sorted(letters.items())
    )
    yield Stored("index", kind, counted)
    yield from (Stored(f"{kind} letter", k, tuple(v)) for k, v in sorted(letters.items()))
    yield from (Stored(f"{kind} names", k, tuple(v)) for k, v in sorted(shards.items()))


def _with_questions(charts: tuple[Chart, ...], asked: tuple[Question, ...]) -> tuple[Chart, ...]:
    keys = {q.thing: q.key for q in asked if q.axis == "treatments"}
    return tuple(msgspec.structs.replace(c, question=keys.get(c.key, "")) for c in charts)


def _of_chart(chart: Chart) -> Brief:
    return Brief(
        key=chart.key, name=chart.name, group=chart.group, count=chart.studies + chart.elsewhere,
        words="" if chart.rows else NO_PICTURE,
    )  # fmt: skip


def _of_question(question: Question) -> Brief:
    return Brief(
        key=question.key, name=question.name, group=question.group, count=len(question.blocks),
        words=question.axis,
    )  # fmt: skip


def _of_list(listed: Listed) -> Brief:
    return Brief(key=listed.key, name=listed.name, count=len(listed.slugs), words=listed.words)
