"""The map and the question pages worked out again from the store, by other means."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from typing import Any

from evidence_atlas.reading import tables
from evidence_atlas.records import PublishedStudy

from .outcomes import Outcome, outcome_of
from .stored import (
    illness,
    key_of,
    on_the_map,
    published,
    review,
    same_people,
    sentence_of,
    told_results,
    treatments_of,
)

AXES = ("treatments", "measures", "topics")


@dataclass
class Found:
    """What one study found of one outcome; `told` are the sentences of its page."""

    study: PublishedStudy
    way: str
    comparison: str
    against: tuple[str, ...]
    part: bool
    told: frozenset[str] = frozenset()


def measures_of(s: PublishedStudy) -> set[str]:
    """The known things of which a study that gave nothing tells."""
    if s.reading.interventions:
        return set()
    told = ("descriptive", "association", "no association")
    found = [(outcome_of(r), r) for r in told_results(s)]
    return {
        o.thing.key for o, r in found
        if o is not None and not o.thing.aside and not (o.passing and r.direction not in told)
    }  # fmt: skip


def charts_of(s: PublishedStudy, axis: str) -> set[str]:
    if axis == "treatments":
        return treatments_of(s)
    return set(s.grades.topics.value) if axis == "topics" else {""}


def cells_of(axis: str) -> dict[tuple[str, str, str], list[Found]]:
    """(chart, outcome, kind of lanes) -> the findings in it, one for each group of people."""
    cells: dict[tuple[str, str, str], list[Found]] = {}
    people = same_people(published())
    for s in on_the_map():
        if axis == "measures" and s.reading.interventions:
            continue
        for chart in charts_of(s, axis):
            for (outcome, kind), found in findings_in(s, chart, axis).items():
                group = next(o.group for o in illness().outcomes if o.key == outcome)
                name = chart or re.sub(r"[^a-z]+", "-", group.casefold())
                cell = cells.setdefault((name, outcome, kind), [])
                if not any(people[f.study.key] == people[s.key] for f in cell):
                    cell.append(found)
    return cells


def findings_in(s: PublishedStudy, chart: str, axis: str) -> dict[tuple[str, str], Found]:
    """(outcome, kind of lanes) -> what a study found in one chart."""
    ways: dict[tuple[str, str], list[tuple[tuple[bool, int], str, Any]]] = {}
    for result in told_results(s):
        outcome = outcome_of(result)
        if outcome is None or outcome.thing.aside:
            continue
        for kind, way in lanes_of(s, result, outcome, chart, axis):
            rank = (result.scope != "all",
                    {"within_group": 1, "none": 2}.get(result.comparison, 0))  # fmt: skip
            ways.setdefault((outcome.thing.key, kind), []).append((rank, way, result))
    found = {}
    for key, entries in ways.items():
        first = min(rank for rank, _, _ in entries)
        best = [(w, r) for rank, w, r in entries if rank == first]
        way = best[0][0] if len({w for w, _ in best}) == 1 else "Both ways"
        part = any(r.scope != "all" for _, r in best)
        told = frozenset(sentence_of(s, r) for _, r in best)
        result = best[0][1]
        found[key] = Found(s, way, result.comparison, set_against(s, result), part, told)
    return found


def lanes_of(
    s: PublishedStudy, result: Any, outcome: Outcome, chart: str, axis: str
) -> list[tuple[str, str]]:
    linked = {"association": "Linked with something", "no association": "No link found"}
    if result.direction in linked:
        return [("link", linked[result.direction])] if axis == "topics" else []
    if outcome.passing or not belongs(s, result, chart, axis):
        return []
    treated = axis == "treatments" or (axis == "topics" and bool(s.reading.interventions))
    way = way_of(result, outcome, treated)
    valued = treated and outcome.thing.less
    return [("sense" if valued else "amount", way)] if way else []


def belongs(s: PublishedStudy, result: Any, chart: str, axis: str) -> bool:
    between = result.comparison in ("between_randomised", "between_groups")
    if not s.reading.interventions:
        return between or review(s)
    given = treatments_of(s)
    asked = {chart} if axis == "treatments" else given
    return any(is_of(result, treatment, len(given) == 1) for treatment in asked)


def is_of(result: Any, treatment: str, only: bool) -> bool:
    untreated = re.search(
        "placebo|control|sham|usual care|waiting|untreated", result.who or "", re.I
    )
    if untreated or names(result.against, treatment):
        return False
    between = result.comparison in ("between_randomised", "between_groups")
    if not between and of_every_group(result.text):
        return False
    return only or names(result.who, treatment)


def clauses_told(s: PublishedStudy) -> dict[str, list[tuple[str, str]]]:
    """Sentence of the page -> the clauses of the abstract that it tells, each with its sentence."""
    found: dict[str, list[tuple[str, str]]] = {}
    for r in told_results(s):
        around = s.reading.sentences[r.sentence].text
        found.setdefault(sentence_of(s, r), []).append((r.text, around))
    return found


def of_every_group(clause: str) -> bool:
    """Whether the words tell of all groups alike and set none beside another (results.toml)."""
    table = tables.load("results")
    found = [
        any(re.search(p, clause, re.IGNORECASE) for p in table[name])
        for name in ("in_every_group", "groups_compared")
    ]
    return found == [True, False]


def set_against(s: PublishedStudy, result: Any) -> tuple[str, ...]:
    if result.comparison not in ("between_randomised", "between_groups"):
        return ()
    if s.reading.comparators:
        return tuple(sorted(c.casefold() for c in s.reading.comparators))
    healthy = r"\b(?:controls?|healthy|HCs?)\b"
    kinds = sorted(
        g.kind for g in s.reading.participants.groups
        if g.kind != "controls" or re.search(healthy, g.name, re.I)
    )  # fmt: skip
    two = kinds == ["controls", "patients"] and len(s.reading.participants.groups) == 2
    named = re.search(healthy, result.against, re.I) if result.against else two
    if s.grades.value("study_type") == "Case-control" and named:
        return ("people without the illness",)
    return (result.against.casefold(),) if result.against else ()


def names(text: str | None, treatment: str) -> bool:
    thing = key_of(illness().treatments, text or "")
    return thing is not None and thing.key == treatment


def way_of(result: Any, outcome: Outcome, treated: bool) -> str | None:
    if result.direction == "no difference":
        return "No clear difference"
    if result.direction == "mixed":
        return "Both ways"
    if result.direction not in ("increase", "higher", "decrease", "lower"):
        return None
    good = outcome.thing.less
    less = result.direction in ("decrease", "lower")
    if outcome.turns and not result.better_or_worse:
        return None
    if result.better_or_worse:
        if not good:
            return None
        less = (result.better_or_worse == "better") == (good == "better")
    if good and treated:
        return "Better" if less == (good == "better") else "Worse"
    return "Lower" if less else "Higher"


def left_out() -> set[tuple[str, str]]:
    """(study, sentence) of every told result that has a mark on none of the maps."""
    drawn: set[tuple[str, str]] = set()
    told: set[tuple[str, str]] = set()
    for s in on_the_map():
        told |= {(s.slug, sentence_of(s, r)) for r in told_results(s)}
        for axis in AXES:
            if axis != "measures" or not s.reading.interventions:
                for chart in charts_of(s, axis):
                    for f in findings_in(s, chart, axis).values():
                        drawn |= {(s.slug, sentence) for sentence in f.told}
    return told - drawn


def questions() -> dict[str, tuple[set[str], list[str]]]:
    """Address of each question page -> who stands on it, and its verdicts."""
    people = same_people(published())
    wanted: dict[str, tuple[set[str], list[str]]] = {}
    for axis in ("treatments", "measures"):
        cells = cells_of(axis)
        about = treatments_of if axis == "treatments" else measures_of
        for key in {key for s in on_the_map() for key in about(s)}:
            groups: dict[str, PublishedStudy] = {}
            for s in on_the_map():
                if key in about(s):
                    groups.setdefault(people[s.key], s)
            primary = {p: s for p, s in groups.items() if not review(s)}
            ours = {p for p, s in primary.items() if about_ours(s)}
            gathered = [p for p, s in groups.items() if review(s) and about_ours(s)]
            by_reviews = axis == "treatments" and len(gathered) > 1
            if not (ours and len(primary) > 1) and not by_reviews:
                continue
            verdicts = []
            for (chart, outcome, _), row in cells.items():
                if key == (chart if axis == "treatments" else outcome):
                    mine = [f for f in row if people[f.study.key] in ours]
                    wide = next(o.wide for o in illness().outcomes if o.key == outcome)
                    verdicts += verdicts_of(mine, wide)
            address = f"/questions/{key}"
            if axis == "measures" and address in wanted:
                address += "-measured"
            wanted[address] = ({s.slug for s in groups.values()}, sorted(verdicts))
    return wanted


def about_ours(s: PublishedStudy) -> bool:
    return s.grades.value("context") == "the illness"


def verdicts_of(found: list[Found], wide: bool) -> list[str]:
    classes: dict[Any, list[Found]] = {}
    for f in found:
        alone = "" if f.comparison == "within_group" else f.study.slug
        classes.setdefault("all" if wide else f.against or (f.comparison, alone), []).append(f)
    said = [verdict_of(group, wide) for group in classes.values()]
    return said + ["Not set against the same thing"] * (len(said) > 1 and not wide)


def verdict_of(found: list[Found], wide: bool) -> str:
    if len(found) == 1:
        return "One study"
    if wide:
        return "Too many different things under one name"
    pairs = list(itertools.combinations(found, 2))
    if any(opposed(a, b) for a, b in pairs):
        return "The studies do not agree"
    ways = {f.way for f in found}
    if len(ways) > 1 or ways == {"Both ways"}:
        return "Uncertain"
    return "No clear difference found" if ways == {"No clear difference"} else "The studies agree"


def opposed(a: Found, b: Found) -> bool:
    if a.way == b.way or "Both ways" in (a.way, b.way) or a.part != b.part:
        return False
    if "No clear difference" not in (a.way, b.way):
        return True
    null, clear = (a, b) if a.way == "No clear difference" else (b, a)
    sizes = null.study.reading.participants.total, clear.study.reading.participants.total
    return None not in sizes and sizes[0] >= max(100, sizes[1])  # type: ignore[type-var]
