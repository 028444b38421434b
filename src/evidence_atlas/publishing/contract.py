"""The contract of `atlas read --json`: one object a record, the same bytes every time.

Names and meanings are those of the documented contract; its JSON Schema is made from these
classes. Further fields may be added; none is renamed or removed within a schema version.
"""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from ..records import (
    Flag,
    NumberCheck,
    Quote,
    QuoteSupport,
    ReadingMinutes,
    RecordSupport,
    RuleSupport,
    Sentence,
    StudySupport,
    Value,
)

SCHEMA_VERSION = "1.0"


class RecordOut(Value, frozen=True):
    """Authors as `See DM` or the group's name; the first language by NLM's code."""

    authors: tuple[str, ...]
    journal: str | None
    year: int | None
    language: str | None
    abstract_kind: Literal["original", "retold", "none"]


class ParticipantsOut(Value, frozen=True):
    """Whole numbers of people; `studies` counts studies. Null where not stated."""

    total: int | None
    with_illness: int | None
    patients: int | None
    controls: int | None
    enrolled: int | None
    randomised: int | None
    completed: int | None
    analysed: int | None
    planned: int | None
    studies: int | None
    participants_in_studies: int | None


class WhoOut(Value, frozen=True):
    """Who they were. `studied` is the text's own phrase for them: "adults with asthma"."""

    adults_or_children: Literal["adults", "children", "both"] | None
    sex: Literal["female", "male", "both"] | None
    severity: str | None
    setting: str | None
    recruitment: str | None
    studied: str | None


class DesignOut(Value, frozen=True):
    """Null where the text does not say."""

    randomised: bool | None
    crossover: bool | None
    cluster: bool | None
    placebo: bool | None
    blinding: Literal["double", "single", "open"] | None
    unaware: tuple[Literal["treated", "judging"], ...]
    outcome_judged_by: str | None
    pilot: bool | None
    multicentre: bool | None
    post_hoc: bool | None
    subgroups: bool | None
    duration: str | None
    follow_up: str | None


class ResultOut(Value, frozen=True):
    text: str
    outcome: str | None
    primary: bool | None
    comparison: Literal["between_randomised", "within_group", "between_groups", "none"]
    timepoint: str | None
    direction: str
    better_or_worse: Literal["better", "worse"] | None
    scope: Literal["all", "subgroup"]
    numbers: tuple[str, ...]
    quote: Quote


class HarmsOut(Value, frozen=True):
    status: Literal["reported", "none_reported", "not_stated", "not_applicable"]
    groups: tuple[str, ...]
    quote: Quote | None


class ReadingOut(Value, frozen=True):
    """`unread` gives the reason where the text could not be read, else null."""

    unread: str | None
    sentences: tuple[Sentence, ...]
    participants: ParticipantsOut
    who: WhoOut
    funding: str | None
    interests: str | None
    registration: str | None
    design: DesignOut
    conditions: tuple[str, ...]
    case_definitions: tuple[str, ...]
    interventions: tuple[str, ...]
    outcomes: tuple[str, ...]
    results: tuple[ResultOut, ...]
    harms: HarmsOut


class BecauseOut(Value, frozen=True):
    rule: str
    text: str
    quote: Quote | None


class GradeOut(Value, frozen=True):
    """A badge in the words of the badge table; null with a `because` where it is absent.

    The level also says whether it is contested and which studies it rests on; the illness's
    criterion also gives the two facts that it follows from. Topics have a list as value.
    """

    value: str | tuple[str, ...] | None
    because: tuple[BecauseOut, ...]
    version: str
    contested: bool | msgspec.UnsetType = msgspec.UNSET
    linked: tuple[str, ...] | msgspec.UnsetType = msgspec.UNSET
    by_definition: str | msgspec.UnsetType | None = msgspec.UNSET
    by_study: str | msgspec.UnsetType | None = msgspec.UNSET


class StatementOut(Value, frozen=True):
    id: str
    text: str
    depths: tuple[Literal["quick", "standard", "deep"], ...]
    support: tuple[QuoteSupport | RecordSupport | RuleSupport | StudySupport, ...]


class SectionOut(Value, frozen=True):
    name: str
    statements: tuple[StatementOut, ...]


class MarkOut(Value, frozen=True):
    """One thing drawn, and the sentence that says it."""

    part: Literal["start", "end", "group", "turn", "finding", "share"]
    n: int | None
    words: str
    note: str | None
    way: Literal["up", "down", "level"] | None
    said: StatementOut


class PictureOut(Value, frozen=True):
    form: Literal["trial", "crossover", "single_arm", "comparison", "cohort", "survey", "review"]
    marks: tuple[MarkOut, ...]


class PageOut(Value, frozen=True):
    """`picture` is the study as a small picture; null where it could not be drawn rightly."""

    reading_minutes: ReadingMinutes
    sections: tuple[SectionOut, ...]
    picture: PictureOut | None = None


class LinkOut(Value, frozen=True):
    kind: str
    source: str
    target: str | None
    target_pmid: str | None
    because: tuple[BecauseOut, ...]


class ReadOut(Value, frozen=True):
    """What the atlas makes of one record by itself, no other study looked at.

    `grades` has one entry a badge by its name, the illness's criterion under its own key.
    """

    schema_version: str
    key: str
    pmid: str | None
    doi: str | None
    title: str
    slug: str
    record: RecordOut
    texts: dict[str, str]
    reading: ReadingOut
    grades: dict[str, GradeOut]
    page: PageOut
    links: tuple[LinkOut, ...]
    numbers_checked: tuple[NumberCheck, ...]
    flags: tuple[Flag, ...]


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of one line of `atlas read --json`."""
    found = msgspec.json.schema(ReadOut)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "One record as `atlas read --json` gives it",
        **found,
    }
