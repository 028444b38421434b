"""Certainty: how far a finding can be trusted, from the design down by named steps.

The table of study type × step stands in `certainty.toml`, the sizes in the illness's
thresholds. A fact that is not stated is never a step: it only stops the badge at Moderate.
"""

from __future__ import annotations

from typing import NamedTuple

from evidence_atlas.records import Because, Condition, Grade, Quote, Reading, Record

from . import sizes
from .criterion import required
from .kinds import SYNTHESES
from .passages import find, passages, step
from .patterns import compiled
from .subjects import people_with_illness
from .tables import table

LEVELS = ("Preliminary", "Moderate confidence", "Higher confidence")
"""The values of the badge, lowest first."""

_TABLE = table("certainty")
_START = _TABLE["start"]
_STEPS = _TABLE["steps"]
_PATTERNS = _TABLE["patterns"]


class Judged(NamedTuple):
    """What the study earns by itself: the value, the working, and what would raise it."""

    value: str
    because: tuple[Because, ...]
    would_change: str | None


class _Case(NamedTuple):
    kind: str
    record: Record
    reading: Reading
    condition: Condition
    criterion: Grade | None
    peer_review: str | None
    context: str | None


class _Outcome(NamedTuple):
    """What one step found: steps down, or left unsaid."""

    down: Because | None = None
    unsaid: str | None = None


def certainty(
    kind: str,
    record: Record,
    reading: Reading,
    condition: Condition,
    criterion: Grade | None,
    peer_review: str | None,
    context: str | None,
) -> Judged:
    """The certainty of a study with findings, before level and other studies are looked at."""
    case = _Case(kind, record, reading, condition, criterion, peer_review, context)
    rank, why = _start(case)
    because = [why]
    unsaid = []
    for name, judge in _JUDGES.items():
        if _STEPS[name] != "all" and kind not in _STEPS[name]:
            continue
        outcome = judge(case)
        if outcome.down is not None:
            rank -= 1
            because.append(outcome.down)
        elif outcome.unsaid is not None:
            unsaid.append(outcome.unsaid)
    if unsaid and rank >= 2:
        rank = 1
        text = f"The abstract does not say {_joined(unsaid)}. So the badge stops at Moderate."
        because.append(step("not-stated", text))
    change = f"Saying {_joined(unsaid)} could raise it." if unsaid else None
    return Judged(LEVELS[max(rank, 0)], tuple(because), change)


def _start(case: _Case) -> tuple[int, Because]:
    design = case.reading.design
    kind = case.kind
    if kind in _START["rated_reviews"] and design.includes_randomised_trials is True:
        if design.quality_rated is True:
            text = "A review that includes randomised trials and rated their quality starts high."
            return 2, step("start", text, case.reading.quote("design.quality_rated"))
        text = "The review does not say that it rated the quality of its studies."
        return 1, step("start", f"A review starts in the middle. {text}")
    if kind in _START["if_controlled_or_population"]:
        if design.population_based is True:
            text = "A population sample starts in the middle."
            return 1, step("start", text, case.reading.quote("design.population_based"))
        if sizes.main_groups(case.reading) or design.controlled is True:
            return 1, step("start", "A study with a comparison group starts in the middle.")
        text = "A study at one point in time without a comparison group starts low."
        return 0, step("start", text)
    value = {"Higher": 2, "Moderate": 1}.get(_START.get(kind, ""), 0)
    where = ("low", "in the middle", "high")[value]
    return value, step("start", f"Study type {kind}: this starts {where}.")


def _criterion(case: _Case) -> _Outcome:
    badge, asked = case.criterion, case.condition.criterion
    if badge is None or asked is None:
        return _Outcome()
    if badge.value is None:
        if case.kind in SYNTHESES:
            return _Outcome(unsaid=f"whether all its studies required {asked.short}")
        return _Outcome(unsaid=f"that people with {case.condition.name} took part")
    if required(badge):
        return _Outcome()
    if badge.by_study == "excluded" or badge.by_definition in ("optional", "absent", "mixed"):
        text = f"Not everybody in the study had to have {asked.short}."
        at = case.reading.definitions[0].quote if case.reading.definitions else None
        return _Outcome(down=step("step-criterion", f"Down one step. {text}", at))
    return _Outcome(unsaid=f"whether everybody had to have {asked.short}")


def _other_illness(case: _Case) -> _Outcome:
    if case.context not in ("overlapping illness", "off topic"):
        return _Outcome()
    some, why = people_with_illness(case.kind, case.record, case.reading, case.condition)
    if some:
        return _Outcome()
    text = (
        f"Down one step. The study is of another illness, not of {case.condition.name}."
        if case.context == "overlapping illness"
        else f"Down one step. The study is not of {case.condition.name}."
    )
    return _Outcome(down=step("step-other-illness", text, why.quote))


def _unblinded(case: _Case) -> _Outcome:
    design = case.reading.design
    if design.blinding == "open":
        text = "Down one step. People knew which treatment they got."
        return _Outcome(down=step("step-unblinded", text, case.reading.quote("design.blinding")))
    if design.blinding in ("double", "single") or "blind" in (design.outcome_judged_by or ""):
        return _Outcome()
    pattern = compiled(_PATTERNS["visible_comparators"])
    plain = next((c for c in case.reading.comparators if pattern.search(c)), None)
    if plain is not None and not design.placebo:
        text = f"Down one step. The other group had {plain}, so people knew which they got."
        at = case.reading.quote(f"comparators.{plain}")
        return _Outcome(down=step("step-unblinded", text, at))
    return _Outcome(unsaid="whether people knew which treatment they got")


def _not_analysed(case: _Case) -> _Outcome:
    counts = sizes.lost(case.reading)
    if counts is None:
        missing = "how many of those who started were analysed"
        return _Outcome(unsaid=missing if case.kind == "RCT" else None)
    started, ended = counts
    if (started - ended) > case.condition.thresholds.share_not_analysed * started:
        name = "analysed" if case.reading.participants.analysed == ended else "completed"
        text = f"Down one step. Of {started} who started, {ended} were counted in the end."
        at = case.reading.quote(f"participants.{name}")
        return _Outcome(down=step("step-not-analysed", text, at))
    return _Outcome()


def _surrogate(case: _Case) -> _Outcome:
    names = [r.outcome for r in case.reading.results if r.outcome] or list(case.reading.outcomes)
    if not names:
        return _Outcome()
    body, felt = compiled(_PATTERNS["surrogate"]), compiled(_PATTERNS["felt"])
    if all(body.search(n) and not felt.search(n) for n in names):
        text = "Down one step. Only things measured in the body are reported, not how people fared."
        at = case.reading.results[0].quote if case.reading.results else None
        return _Outcome(down=step("step-surrogate", text, at))
    return _Outcome()


def _many_markers(case: _Case) -> _Outcome:
    if case.reading.design.multiple_testing_corrected is True:
        return _Outcome()
    where = tuple(p for p in passages(case.record, case.reading) if p.role not in _NOT_DONE)
    at: Quote | None = find(_PATTERNS["many_markers"], where)
    if at is None:
        return _Outcome()
    text = "Down one step. Many things were measured, and no correction for that is stated."
    return _Outcome(down=step("step-many-markers", text, at))


_NOT_DONE = ("background", "conclusions", "title")


def _subgroup(case: _Case) -> _Outcome:
    results = case.reading.results
    main = [r for r in results if r.primary] or [
        r for r in results if r.direction not in _NOTHING_FOUND
    ]
    if not main or any(r.scope == "all" for r in main):
        return _Outcome()
    text = "Down one step. The main result concerns only some of the people."
    return _Outcome(down=step("step-subgroup", text, main[0].quote))


_NOTHING_FOUND = ("no difference", "no association", "descriptive")


def _small(case: _Case) -> _Outcome:
    n, at = sizes.analysed(case.reading)
    if n is None:
        return _Outcome(unsaid="how many people were analysed")
    least = case.condition.thresholds.small_analysed
    if n < least:
        text = f"Down one step. {n} people were counted, fewer than {least}."
        return _Outcome(down=step("step-small", text, at))
    return _Outcome()


def _preprint(case: _Case) -> _Outcome:
    if case.peer_review != "Preprint":
        return _Outcome()
    return _Outcome(down=step("step-preprint", "Down one step. It is a preprint."))


_JUDGES = {
    "criterion": _criterion,
    "other_illness": _other_illness,
    "unblinded": _unblinded,
    "not_analysed": _not_analysed,
    "surrogate": _surrogate,
    "many_markers": _many_markers,
    "subgroup": _subgroup,
    "small": _small,
    "preprint": _preprint,
}


def _joined(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + " or " + parts[-1]
