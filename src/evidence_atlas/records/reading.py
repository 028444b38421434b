"""`Reading`: what a text says, each fact with the quotes it rests on.

Absent facts are None, never guessed. Quotes stand in `Reading.quotes` under the path of the
fact they carry, for example `participants.total`, `design.crossover`,
`case_definitions.Fukuda 1994`, `interventions.interferon`.
"""

from __future__ import annotations

from typing import Literal

from ._base import Value
from .text import Quote

Role = Literal["background", "aim", "methods", "results", "conclusions", "other"]
Comparison = Literal["between_randomised", "within_group", "between_groups", "none"]
Direction = Literal[
    "increase", "decrease", "higher", "lower", "no difference",
    "association", "no association", "mixed", "descriptive",
]  # fmt: skip
HarmsStatus = Literal["reported", "none_reported", "not_stated", "not_applicable"]
Verdict = Literal["fits", "does not fit under the readings tried", "cannot tell"]
CheckKind = Literal[
    "percentage", "sum", "test statistic", "interval", "means", "change", "shares",
    "whole numbers",
]  # fmt: skip


HARMS = "harms"
"""The outcome of a result that tells whether what was given did harm."""


class Sentence(Value):
    """A sentence of the abstract at its exact place, and its part in the argument."""

    text: str
    start: int
    end: int
    role: Role


def sentence_at(sentences: tuple[Sentence, ...], place: int) -> Sentence | None:
    """The one of these sentences that holds a place of the abstract."""
    return next((s for s in sentences if s.start <= place < s.end), None)


class Group(Value):
    """People counted together: patients, controls, a trial's arm, or a subgroup made later."""

    name: str
    kind: Literal["patients", "controls", "arm", "subgroup"]
    n: int | None
    quote: Quote


class Participants(Value):
    """How many people, in whole persons; `studies` counts studies.

    `total` is everybody who took part; `patients` have the record's main condition;
    `with_illness` have the atlas's illness; `planned` stands in protocols only. `lost` are those
    said to have left, stopped or not been found again before the end.
    `adds_up` is False where the groups and the total, as stated, do not agree.
    """

    total: int | None = None
    with_illness: int | None = None
    patients: int | None = None
    controls: int | None = None
    enrolled: int | None = None
    randomised: int | None = None
    completed: int | None = None
    analysed: int | None = None
    planned: int | None = None
    studies: int | None = None
    participants_in_studies: int | None = None
    groups: tuple[Group, ...] = ()
    adds_up: bool | None = None
    lost: int | None = None


class Who(Value):
    """Who they were, in plain words as stated.

    `studied` is the text's own noun phrase for them, without a number: "adults with asthma".
    """

    adults_or_children: Literal["adults", "children", "both"] | None = None
    sex: Literal["female", "male", "both"] | None = None
    severity: str | None = None
    setting: str | None = None
    recruitment: str | None = None
    studied: str | None = None


class Design(Value):
    """How the study was made. None means that the text does not say.

    `cluster`: groups such as schools were drawn, not people. `unaware`: who did not know the
    treatment, where that is told. `post_hoc`: an analysis not planned, or of data gathered for
    another question; `subgroups`: an analysis of parts of the people.
    """

    randomised: bool | None = None
    crossover: bool | None = None
    cluster: bool | None = None
    placebo: bool | None = None
    blinding: Literal["double", "single", "open"] | None = None
    unaware: tuple[Literal["treated", "judging"], ...] = ()
    outcome_judged_by: str | None = None
    controlled: bool | None = None
    single_arm: bool | None = None
    pilot: bool | None = None
    post_hoc: bool | None = None
    subgroups: bool | None = None
    multicentre: bool | None = None
    prospective: bool | None = None
    genome_wide: bool | None = None
    multiple_testing_corrected: bool | None = None
    quality_rated: bool | None = None
    includes_randomised_trials: bool | None = None
    population_based: bool | None = None
    duration: str | None = None
    follow_up: str | None = None


class DefinitionUse(Value):
    """A case definition used to select people in this study.

    `by` is the role its definition gives to the criterion: required, required_loose,
    optional, absent or unknown. `of_part`: only some of the people met it.
    """

    name: str
    by: str
    quote: Quote
    of_part: bool = False


class CriterionReading(Value):
    """What the text says of the illness's criterion, kept apart in two facts.

    `by_definition`: required, required_loose, optional, absent, mixed, unknown.
    `by_study`: added_as_inclusion, measured_only, excluded, not_stated.
    """

    by_definition: str = "unknown"
    by_study: str = "not_stated"


NULLS = ("no difference", "no association")
"""The directions of a result in which nothing was found."""


class Result(Value):
    """One reported result.

    `text` is the clause that reports it. `who` names the group it concerns as printed;
    `scope` says whether that is everybody or a part of them. `comparison` is what it was
    measured against. `better_or_worse` only where the text itself says so; `judged_by` is
    then `authors`. `values` are the numbers exactly as printed, spreads and p included.
    """

    text: str
    direction: Direction
    comparison: Comparison
    scope: Literal["all", "subgroup"]
    quote: Quote
    sentence: int
    outcome: str | None = None
    primary: bool | None = None
    who: str | None = None
    n: int | None = None
    against: str | None = None
    timepoint: str | None = None
    better_or_worse: Literal["better", "worse"] | None = None
    judged_by: Literal["authors"] | None = None
    numbers: tuple[str, ...] = ()

    @property
    def is_null(self) -> bool:
        """Whether nothing was found: no difference, or no association."""
        return self.direction in NULLS

    @property
    def between_groups(self) -> bool:
        """Whether groups are compared, be they made by chance or not."""
        return self.comparison.startswith("between")


class Harms(Value):
    """Whether harms are reported; silence is `not_stated`, never safety."""

    status: HarmsStatus = "not_stated"
    groups: tuple[str, ...] = ()
    quote: Quote | None = None


class NumberCheck(Value):
    """One recomputation of what the text prints.

    `kind` is what was worked out again. `claim` is what the text says, in plain words;
    `steps` the working, a sentence each, and `working` the same as one text; `tried` the
    readings tried, each with what came out. `quote` is where the figures stand, `others` where
    further figures that were used stand.
    """

    claim: str
    verdict: Verdict
    working: str
    quote: Quote
    tried: tuple[str, ...] = ()
    kind: CheckKind | None = None
    steps: tuple[str, ...] = ()
    others: tuple[Quote, ...] = ()


class Reading(Value):
    """What one record's text says. `unread` gives the reason where nothing could be read.

    `illness_is_outcome`: the study asks who has or gets the atlas's illness (incidence,
    prevalence, risk), so its people are not people with the illness. `conditions` are all that
    the text is about or names often; `illnesses` those that title, people or aim make its own,
    the main one first (two at most), each under the atlas's name for it.
    """

    version: str
    unread: Literal["no abstract", "not in English", "notice"] | None = None
    sentences: tuple[Sentence, ...] = ()
    participants: Participants = Participants()
    who: Who = Who()
    design: Design = Design()
    criterion: CriterionReading = CriterionReading()
    conditions: tuple[str, ...] = ()
    condition_as_named: str | None = None
    illnesses: tuple[str, ...] = ()
    illness_is_outcome: bool = False
    case_definitions: tuple[str, ...] = ()
    definitions: tuple[DefinitionUse, ...] = ()
    definitions_joined_by: Literal["and", "or"] | None = None
    subjects: tuple[Literal["human", "animal", "cells", "records", "documents", "none"], ...] = ()
    interventions: tuple[str, ...] = ()
    comparators: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    results: tuple[Result, ...] = ()
    harms: Harms = Harms()
    conclusions: tuple[Quote, ...] = ()
    numbers_checked: tuple[NumberCheck, ...] = ()
    funding: str | None = None
    interests: str | None = None
    registration: str | None = None
    quotes: dict[str, tuple[Quote, ...]] = {}

    def quote(self, path: str) -> Quote | None:
        """The first quote that carries the fact at `path`, or None."""
        found = self.quotes.get(path)
        return found[0] if found else None

    def sentence_at(self, place: int, field: str = "abstract") -> Sentence | None:
        """The sentence of the abstract that holds a place; None for a place of another text."""
        return sentence_at(self.sentences, place) if field == "abstract" else None
