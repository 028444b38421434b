"""How the atlas works, out of the data files that the running code itself reads.

Tables of the rooms that grade and write are read as data (room_tables.py).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.utils.translation import gettext

from evidence_atlas import conditions
from evidence_atlas.checking import CODES
from evidence_atlas.records import Thresholds, digest

from . import power, room_tables, words

GROUPS = ("trial_arm", "controlled_group", "cohort", "genetic_cases")
"""Thresholds that two groups of people may stand behind."""


@dataclass(frozen=True)
class Code:
    """A rule of the gate: its code, whether it holds a page, what it finds, why, examples."""

    code: str
    holds: bool
    title: str
    reason: str
    passes: str
    fails: str


@dataclass(frozen=True)
class Size:
    """A threshold and what it can show: `spread` in standard deviations, shares in per cent."""

    people: int
    where: tuple[str, ...]
    spread: str
    share: str


@dataclass(frozen=True)
class Step:
    """One step of certainty: what takes it down, and for which study types (empty: all)."""

    words: str
    types: tuple[str, ...]


@dataclass(frozen=True)
class Figure:
    name: str
    value: str
    people: str
    interval: str


@dataclass(frozen=True)
class Measured:
    """A part of the scorecard: what was measured, on what, and the figures."""

    title: str
    data: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True)
class WordingRule:
    """Words that the atlas does not use in its own voice, and where they are fine.

    `quoted_only`: not in the authors' voice either, but between quotation marks.
    """

    code: str
    forbids: str
    fine: str
    quoted_only: bool
    pattern: str


@cache
def gate_codes() -> tuple[Code, ...]:
    """The gate's codes, the grave ones first."""
    found = [
        Code(
            code=known.code,
            holds=known.severity == "CRITICAL",
            title=known.title,
            reason=known.reason,
            passes=known.passes,
            fails=known.fails,
        )
        for known in CODES.values()
    ]
    return tuple(sorted(found, key=lambda c: not c.holds))


@cache
def wording_rules() -> tuple[str, tuple[WordingRule, ...]]:
    """The version of the table of words that the atlas does not use, and its rules."""
    held = room_tables.wording()
    found = [
        WordingRule(
            code=entry["code"],
            forbids=entry["forbids"],
            fine=entry["fine"],
            quoted_only=entry["voice"] == "any",
            pattern=entry["pattern"],
        )
        for entry in held["rule"]
    ]
    return str(held["version"]), tuple(found)


def thresholds(limits: Thresholds) -> list[tuple[str, str]]:
    """Each threshold in words, and its value."""
    shown = shown_thresholds(limits)
    return [(gettext(words.THRESHOLDS[n]), v) for n, v in shown.items() if n in words.THRESHOLDS]


def shown_thresholds(limits: Thresholds) -> dict[str, str]:
    """The value of each threshold as printed, by its key."""
    made = {name: f"{getattr(limits, name):,}" for name in limits.__struct_fields__}
    made["share_not_analysed"] = f"{limits.share_not_analysed:.0%}"
    return made


def detectable(limits: Thresholds) -> list[Size]:
    """What each size among the thresholds can detect, in two groups of that size, by size."""
    by_size: dict[int, list[str]] = {}
    for name in GROUPS:
        by_size.setdefault(getattr(limits, name), []).append(gettext(words.THRESHOLDS[name]))
    made = []
    for people, where in sorted(by_size.items()):
        share = power.two_shares(people)
        made.append(
            Size(
                people=people,
                where=tuple(where),
                spread=f"{power.two_means(people):.2f}",
                share="" if math.isinf(share) else f"{50 + 100 * share:.0f}",
            )
        )
    return made


@cache
def certainty_steps() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The steps down of certainty out of the grading room's table: key and study types."""
    steps: dict[str, Any] = room_tables.certainty()["steps"]
    return tuple((k, () if types == "all" else tuple(types)) for k, types in steps.items())


def steps(limits: Thresholds) -> list[Step]:
    """The same in words."""
    return [
        Step(
            words=gettext(words.CERTAINTY_STEPS[key]) % shown_thresholds(limits),
            types=tuple(gettext(t) for t in types),
        )
        for key, types in certainty_steps()
        if key in words.CERTAINTY_STEPS
    ]


@cache
def certainty_starts() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Where each study type starts: the value and the types; all others start lowest."""
    start: dict[str, Any] = room_tables.certainty()["start"]
    by_value: dict[str, list[str]] = {}
    for kind, value in start.items():
        if isinstance(value, str):
            by_value.setdefault(value, []).append(kind)
    return tuple((value, tuple(kinds)) for value, kinds in by_value.items())


@cache
def scorecard(illness: str) -> tuple[Measured, ...]:
    """The measured errors that come with an illness's folder; empty where it holds none."""
    return tuple(
        Measured(
            title=section["title"],
            data=section["data"],
            figures=tuple(_figure(f) for f in section["figures"]),
        )
        for section in conditions.measured(illness)
    )


def _figure(figure: dict[str, Any]) -> Figure:
    def shown(value: float | None) -> str:
        return "" if value is None else f"{value:.3f}"

    low, high = shown(figure["low"]), shown(figure["high"])
    return Figure(
        name=figure["name"],
        value=shown(figure["value"]),
        people="" if figure["n"] is None else f"{figure['n']:,}",
        interval=f"{low}–{high}" if low and high else "",
    )


def version(illness: str) -> str:
    """Changes whenever one of these files does."""
    return digest(
        gate_codes(), wording_rules(), certainty_steps(), certainty_starts(), scorecard(illness)
    )
