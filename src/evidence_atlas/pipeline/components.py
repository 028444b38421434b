"""The functions that the stages call, named once, with the versions of the code behind them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..records import (
    Because,
    Condition,
    Flag,
    Grades,
    Item,
    Link,
    Page,
    Reading,
    Record,
    StudyFacts,
    Thresholds,
)

Brief = Any
"""What `writing.summarise` chose to say; only the writing room looks inside."""


@dataclass(frozen=True, kw_only=True)
class Components:
    """The faces of the rooms, as `docs/architecture.md` gives them.

    `versions` names what may change an output: sources, records, reading, grading, writing,
    checking. `brief` is the type of what `summarise` returns, to read it back.
    """

    versions: Mapping[str, str]
    brief: type[Any]
    read_file: Callable[[Path], Iterator[Item]]
    candidate_slug: Callable[[Record], str]
    group: Callable[[Sequence[Record]], Iterable[Sequence[str]]]
    lineage: Callable[[Mapping[str, Sequence[Record]]], Iterable[Link]]
    read: Callable[[Record, Condition], Reading]
    grade: Callable[[Record, Reading, Condition], Grades]
    on_topic: Callable[[Record, Reading, Condition], tuple[bool, Because]]
    facts: Callable[[str, str, Record, Reading, Grades, Condition], StudyFacts]
    find_links: Callable[[Sequence[StudyFacts], Thresholds], Iterable[Link]]
    level: Callable[[Grades, StudyFacts, Sequence[Link], Mapping[str, StudyFacts]], Grades]
    summarise: Callable[[Record, Reading, Grades], Brief]
    draft: Callable[
        [
            str, Brief, Record, Reading, Grades, tuple[Link, ...], Mapping[str, StudyFacts],
            Condition,
        ],
        Page,
    ]  # fmt: skip
    check: Callable[
        [Page, Record, Reading, Grades, Sequence[Link], Mapping[str, StudyFacts], Condition],
        tuple[Flag, ...],
    ]
    held: Callable[[Sequence[Flag]], bool]
    shown: Callable[[Page, Sequence[Flag]], Page]
