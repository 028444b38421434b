"""Which limits and strengths a study shows, as its own text shows them.

The names found here are entries of limits/limits.toml, which holds their sentences. Nothing is
found that would be true of every study, and nothing from silence alone, except where
silence itself is the limit (how the illness was diagnosed is not stated).
"""

from __future__ import annotations

import re
from collections.abc import Callable

from evidence_atlas.records import Grades, Reading, Record, Result

from .beside import controls, healthy_alone, only_the_ill
from .how_made import (
    aims_at,
    by_computer,
    forward_in_time,
    grown,
    in_people,
    in_several_places,
    lasted_otherwise,
    of_a_population,
    says,
    says_itself,
)
from .kinds import OBSERVATIONAL, PEOPLE_STUDIED, TREATMENT, WITH_ARMS, Kind
from .links import link_told
from .own_caution import own_caution
from .share_lost import many_lost
from .since_start import arms_compared, in_every_group, start_told
from .stayed import counted, everyone_counted, not_all_counted, not_all_finished, some_lost
from .widened import may_be_widened

Test = Callable[[Kind, Record, Reading, Grades], bool]


def _only_grade(reading: Reading) -> bool:
    """GRADE rates what is known of an outcome, not how each study was made."""
    found = reading.quotes.get("design.quality_rated", ())
    return bool(found) and all(q.text == "GRADE" for q in found)


SMALL = 50
A_FEW = 30
"""Up to so many cases are few: of more it may be told how often something happened."""


def baseline(result: Result) -> bool:
    """A result about the start says who people were, not what came out."""
    if _CHANGED_SINCE.search(result.text):
        return False
    early = f"{result.timepoint or ''} {result.text[:20]}".casefold()
    return "baseline" in early or "at the start" in early or bool(_BEFORE.match(early.strip()))


_CHANGED_SINCE = re.compile(
    r"\bfrom [^;]{0,60}\bat (?:the )?(?:baseline|start)\b|"
    r"\b(?:from|compared (?:to|with)|versus|vs\.?|relative to|than(?: at)?|since) (?:the |their )?"
    r"baseline\b",
    re.IGNORECASE,
)
"""A change since the start is what came out: "rose from 3 at baseline to 5"."""
_BEFORE = re.compile(r"before (?:the |any |their )?(?!after\b)[a-z]")
"""What was so before the treatment, at the head of the clause."""


def _text_compares_arms(reading: Reading) -> bool:
    """Whether any result or conclusion of the text does, be it read as one or not."""
    return any(
        s.role in ("results", "conclusions", "other") and arms_compared(s.text)
        for s in reading.sentences
    )


def _main_results_within(kind: Kind, reading: Reading) -> bool:
    compared = {r.comparison for r in reading.results if not baseline(r)}
    within = [r for r in reading.results if r.comparison == "within_group" and not baseline(r)]
    # Where the words do not name the start, the change may be one beside the other group.
    if not all(start_told(r.text) or in_every_group(r.text) for r in within):
        return False
    return (
        kind in WITH_ARMS
        and "within_group" in compared
        and not compared & {"between_randomised", "between_groups"}
        and not any(arms_compared(r.text) for r in reading.results if not baseline(r))
        and not _text_compares_arms(reading)
    )


def _compares(reading: Reading) -> bool:
    """A difference or an association may be misread; a count, or a change in time, is no link."""
    return any(
        r.direction != "descriptive" and r.comparison != "within_group" for r in reading.results
    )


def _subgroup(reading: Reading) -> bool:
    return any(may_be_widened(r, reading) for r in reading.results)


_PEOPLE = re.compile(
    r"\b(?:patients?|participants|volunteers|people|individuals|humans)\b",
    re.IGNORECASE,
)


def _people_too(reading: Reading) -> bool:
    """People took part beside the animals, or it was their data that were computed with."""
    p = reading.participants
    return any((p.total, p.patients, p.controls, p.enrolled, p.analysed)) or any(
        _PEOPLE.search(result.text) for result in reading.results
    )


def _divided(reading: Reading) -> bool:
    groups = [g for g in reading.participants.groups if g.kind == "subgroup"]
    return len(groups) >= 2 and _subgroup(reading)


# A title of these words is of a treatment, whatever its name.
_OF_A_TREATMENT = re.compile(
    r"\b(?:treat(?:ment|ed with)|therap(?:y|ies)|infusions?|injections?|blocks?|supplement\w*)\b",
    re.IGNORECASE,
)


def _treated_alone(record: Record, reading: Reading) -> bool:
    """Whether people given a treatment are set beside nobody but themselves, as in a register."""
    compared = {r.comparison for r in reading.results}
    return (
        (bool(reading.interventions) or _OF_A_TREATMENT.search(record.title) is not None)
        and not reading.comparators
        and not reading.design.controlled
        and not controls(reading)
        and "within_group" in compared
        and "between_groups" not in compared
    )


def _several(record: Record, reading: Reading) -> bool:
    """Whether a report of cases counts more than one, or says so."""
    people = reading.participants
    counted = max(people.total or 1, people.patients or 1)
    return counted > 1 or (people.total is None and says_itself(record, reading, "several_cases"))


def _self_rated(reading: Reading) -> bool:
    judged = (reading.design.outcome_judged_by or "").casefold()
    return any(word in judged for word in ("patient", "participant", "self", "themselves"))


_TOLD_BESIDE = ("worsened", "happened", "not_recorded", "not_looked_for")
"""What an abstract may tell that names no harms: it is not silent on them."""

_LIMITS: dict[str, Test] = {
    "before_after_in_trial": lambda k, r, g, b: _main_results_within(k, g),
    "subgroup_divided": lambda k, r, g, b: _divided(g),
    "subgroup": lambda k, r, g, b: (
        _subgroup(g)
        and not _divided(g)
        and says(r, "a_part_apart")
        and not aims_at(g, "a_part_apart")
    ),
    "single_arm": lambda k, r, g, b: k == "single_arm" or (k == "cohort" and _treated_alone(r, g)),
    "own_caution": lambda k, r, g, b: k in PEOPLE_STUDIED | {"review"} and bool(own_caution(g)),
    "link_not_cause": lambda k, r, g, b: k in OBSERVATIONAL and link_told(g),
    # A review of trials in which chance made the groups may speak of effects.
    "cause_in_words": lambda k, r, g, b: (
        k in OBSERVATIONAL | {"review"} and _compares(g) and not g.design.includes_randomised_trials
    ),
    "null_of_all": lambda k, r, g, b: any(r.scope == "all" for r in g.results),
    "came_first": lambda k, r, g, b: k == "comparison" and controls(g),
    "found_together": lambda k, r, g, b: (
        k in OBSERVATIONAL | {"test"} or (k == "review" and not g.design.includes_randomised_trials)
    ),
    "no_others": lambda k, r, g, b: (
        k in ("cohort", "survey") and only_the_ill(g) and not says(r, "sets_apart")
    ),
    "studies_differ": lambda k, r, g, b: k == "review",
    "said_so_themselves": lambda k, r, g, b: k in ("survey", "cohort", "interviews", "study"),
    "one_country": lambda k, r, g, b: k in ("survey", "cohort", "interviews", "study"),
    "healthy_only": lambda k, r, g, b: k in ("comparison", "test") and healthy_alone(g),
    "order_not_known": lambda k, r, g, b: k == "survey",
    "mild_only": lambda k, r, g, b: k in PEOPLE_STUDIED,
    "one_sex": lambda k, r, g, b: (
        k in PEOPLE_STUDIED and g.who.sex in ("female", "male") and not says(r, "parents_too")
    ),
    "young_only": lambda k, r, g, b: (
        k in PEOPLE_STUDIED
        and g.who.adults_or_children == "children"
        and not says(r, "older_too")
        and not says(r, "of_texts")
        and not says(r, "parents_too")
    ),
    "one_setting": lambda k, r, g, b: (
        k in OBSERVATIONAL | {"interviews", "series", "single_arm"}
        and bool(g.who.setting)
        and not says(r, "of_staff")
    ),
    "nothing_later": lambda k, r, g, b: (
        k in TREATMENT and not g.design.follow_up and bool(g.results) and not lasted_otherwise(r, g)
    ),
    "one_case": lambda k, r, g, b: k == "case_report" and not _several(r, g),
    "few_cases": lambda k, r, g, b: (
        (k == "series" or (k == "case_report" and _several(r, g))) and (counted(g) or 1) <= A_FEW
    ),
    "own_accounts": lambda k, r, g, b: k == "interviews" and not says(r, "numbers_too"),
    "own_accounts_in_part": lambda k, r, g, b: k == "interviews" and says(r, "numbers_too"),
    "plan": lambda k, r, g, b: k == "protocol" and not says(r, "found_already"),
    "idea": lambda k, r, g, b: k == "hypothesis",
    "found_so": lambda k, r, g, b: k in ("survey", "interviews", "study", "cohort"),
    "animals": lambda k, r, g, b: (
        k == "animals" and not _people_too(g) and not says_itself(r, g, "human_tissue")
    ),
    "cells": lambda k, r, g, b: (
        k == "cells" and "human" not in g.subjects and grown(r, g) and not in_people(r, g)
    ),
    "laboratory": lambda k, r, g, b: (
        k == "cells"
        and "human" not in g.subjects
        and not grown(r, g)
        and says_itself(r, g, "in_a_dish")
        and not in_people(r, g)
    ),
    "computed": lambda k, r, g, b: (
        k == "computation" and by_computer(r, g) and not _people_too(g) and not in_people(r, g)
    ),
    "many_markers": lambda k, r, g, b: (
        k in ("comparison", "genes")
        and len(g.measures) >= 10
        and g.design.multiple_testing_corrected is not True
    ),
    "disagree": lambda k, r, g, b: k == "review" and _opposed(g) and says(r, "disagrees"),
    "quality_not_rated": lambda k, r, g, b: (
        k == "review"
        and g.design.quality_rated is None
        and not says_itself(r, g, "speaks_of_quality")
    ),
    "chance_not_stated": lambda k, r, g, b: (
        k in ("trial", "crossover", "open_groups") and g.design.randomised is None
    ),
    "no_chance": lambda k, r, g, b: k == "open_groups" and g.design.randomised is False,
    "small": lambda k, r, g, b: (
        k in PEOPLE_STUDIED - {"interviews", "series"} and (counted(g) or SMALL) < SMALL
    ),
    "not_all_counted": lambda k, r, g, b: not_all_counted(g),
    "not_all_finished": lambda k, r, g, b: not_all_finished(g),
    "some_lost": lambda k, r, g, b: some_lost(g),
    "share_lost": lambda k, r, g, b: k in PEOPLE_STUDIED - {"survey"} and many_lost(g),
    "open_label": lambda k, r, g, b: k in TREATMENT and g.design.blinding == "open",
    "self_rated": lambda k, r, g, b: k in TREATMENT and _self_rated(g),
    "diagnosis_not_stated": lambda k, r, g, b: (
        k in PEOPLE_STUDIED - {"interviews"}
        and not g.case_definitions
        and bool(g.condition_as_named)
    ),
    "harms_not_stated": lambda k, r, g, b: (
        k in TREATMENT
        and g.harms.status == "not_stated"
        and not says(r, "speaks_of_harms")
        and not any(f"harms.{told}" in g.quotes for told in _TOLD_BESIDE)
    ),
    "preprint": lambda k, r, g, b: b.value("peer_review") == "Preprint",
}

_STRENGTHS: dict[str, Test] = {
    "by_chance": lambda k, r, g, b: k in TREATMENT and g.design.randomised is True,
    "double_blind": lambda k, r, g, b: g.design.blinding == "double",
    "single_blind": lambda k, r, g, b: g.design.blinding == "single",
    "placebo": lambda k, r, g, b: k in TREATMENT and g.design.placebo is True,
    "controls": lambda k, r, g, b: k == "comparison" and bool(g.participants.controls),
    "defined": lambda k, r, g, b: (
        k in PEOPLE_STUDIED
        and any(not u.of_part and u.name != "self-report" for u in g.definitions)
    ),
    "everyone_counted": lambda k, r, g, b: everyone_counted(g),
    "followed": lambda k, r, g, b: (
        k == "cohort" and g.design.prospective is True and forward_in_time(r, g)
    ),
    "population": lambda k, r, g, b: (
        g.design.population_based is True
        and of_a_population(r, g)
        and not says(r, "chose_themselves")
    ),
    "multicentre": lambda k, r, g, b: g.design.multicentre is True and in_several_places(r, g),
    "corrected": lambda k, r, g, b: g.design.multiple_testing_corrected is True,
    "quality_rated": lambda k, r, g, b: (
        k == "review" and g.design.quality_rated is True and not _only_grade(g)
    ),
    "registered": lambda k, r, g, b: g.registration is not None,
    "harms_told": lambda k, r, g, b: (
        k in TREATMENT
        and g.harms.status in ("reported", "none_reported")
        # Harms that were looked for in one group only are no strength.
        and not g.quotes.get("harms.looked_for_in")
    ),
}

NEEDS_QUOTE = {
    "by_chance": "design.randomised",
    "double_blind": "design.blinding",
    "single_blind": "design.blinding",
    "open_label": "design.blinding",
    "no_chance": "design.randomised",
    "placebo": "design.placebo",
    "followed": "design.prospective",
    "population": "design.population_based",
    "multicentre": "design.multicentre",
    "corrected": "design.multiple_testing_corrected",
    "quality_rated": "design.quality_rated",
    "registered": "registration",
    "self_rated": "design.outcome_judged_by",
}
"""Entries that state a fact of the text: told only with the quote that carries it."""


def _opposed(reading: Reading) -> bool:
    """True where results of one review point in different directions on the same outcome."""
    seen: dict[str, set[str]] = {}
    for r in reading.results:
        if r.outcome and r.direction != "descriptive":
            seen.setdefault(r.outcome.casefold(), set()).add(r.direction)
    return any(len(directions) > 1 for directions in seen.values()) or any(
        r.direction == "mixed" for r in reading.results
    )


def _holds(
    tests: dict[str, Test], kind: Kind, record: Record, reading: Reading, grades: Grades
) -> tuple[str, ...]:
    return tuple(
        name
        for name, test in tests.items()
        if test(kind, record, reading, grades)
        and (name not in NEEDS_QUOTE or reading.quote(NEEDS_QUOTE[name]) is not None)
    )


def found_limits(kind: Kind, record: Record, reading: Reading, grades: Grades) -> tuple[str, ...]:
    """The limits that this study's text shows, weightiest first."""
    return _holds(_LIMITS, kind, record, reading, grades)


def found_strengths(
    kind: Kind, record: Record, reading: Reading, grades: Grades
) -> tuple[str, ...]:
    """The strengths that this study's text shows, weightiest first."""
    return _holds(_STRENGTHS, kind, record, reading, grades)
