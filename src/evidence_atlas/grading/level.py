"""The evidence level of one study by itself, and among the others of the atlas."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from evidence_atlas.records import (
    WITHDRAWN,
    Because,
    Condition,
    Grade,
    Grades,
    Link,
    Reading,
    Record,
    StudyFacts,
)

from . import sizes
from .kinds import (
    NO_FINDINGS,
    NOT_IN_PEOPLE,
    OBSERVATIONAL,
    SYNTHESES,
    WHAT_IT_IS,
)
from .pairs import (
    CONSENSUS,
    EXPERIENCE,
    MODERATE,
    NOT_GRADED,
    PRELIMINARY,
    REPLICATED,
    SYNTHESIS,
    paired,
)
from .passages import find, passages, step
from .record_state import with_links
from .tables import table
from .version import VERSION

_BODY = table("bodies")["pattern"]
_CONCERN = "Expression of concern"


def level_alone(
    kind: str | None, record: Record, reading: Reading, condition: Condition, state: str | None
) -> tuple[str, tuple[Because, ...], str | None]:
    """The level a study earns by its own design and size: value, working, what would raise it."""
    if state in WITHDRAWN:
        text = f"The paper is {str(state).lower()}. It counts as no evidence."
        return NOT_GRADED, (step("out-of-count", text),), "A reinstatement by the journal."
    if kind in NO_FINDINGS:
        return NOT_GRADED, (step("no-findings", WHAT_IT_IS[str(kind)]),), None
    if not record.abstract:
        text = "PubMed holds no abstract of this paper, so there are no findings to grade."
        return NOT_GRADED, (step("no-abstract", text),), "An abstract or an open full text."
    if reading.unread == "not in English":
        text = "The abstract is not in English. It was not read, so its findings are not graded."
        return NOT_GRADED, (step("not-read", text),), None
    if kind == "Guideline":
        return _consensus(record, reading)
    if kind == "Qualitative":
        text = "These are people's own accounts. They show what can happen, not how often."
        return EXPERIENCE, (step("experience", text),), None
    if kind in SYNTHESES:
        text = "It gathers other studies in a systematic way."
        return SYNTHESIS, (step("synthesis", text),), None
    if kind is None and not reading.results:
        text = "The abstract does not show what kind of study this is, and no result was read."
        return NOT_GRADED, (step("no-findings", text),), None
    if kind in NOT_IN_PEOPLE:
        text = "Not tested in people."
        return PRELIMINARY, (step("not-in-people", text),), "A study in people."
    reached, why = _size_rule(kind, reading, condition)
    if reached:
        return MODERATE, (why,), "An independent team finding the same in other people."
    return PRELIMINARY, (why,), "A larger study, or sizes stated for each group."


def _consensus(record: Record, reading: Reading) -> tuple[str, tuple[Because, ...], str | None]:
    group = next((a.collective for a in record.authors if a.collective), None)
    at = find(_BODY, passages(record, reading))
    if group or at:
        text = "It gives the advice of a named body. This is what a body advises, not what a "
        return CONSENSUS, (step("named-body", text + "study found.", at),), None
    text = "It gives recommendations, but the abstract names no body that stands behind them."
    return NOT_GRADED, (step("no-named-body", text),), "The name of the body behind it."


def _size_rule(kind: str | None, reading: Reading, condition: Condition) -> tuple[bool, Because]:
    """Whether the study is large enough for E2, and the sentence that says so."""
    least = condition.thresholds
    design = reading.design
    if kind == "RCT":
        crossover = bool(design.crossover)
        need = least.crossover_finished if crossover else least.trial_arm
        n = sizes.smallest_group(kind, reading)
        what = "who finished the crossover" if crossover else "in the smallest group"
        path = "participants.completed" if crossover else "participants.groups"
        return _compare(n, need, f"people {what}", reading, path)
    total, _ = sizes.analysed(reading)
    if kind == "Genetic association":
        if design.genome_wide is not True:
            text = "The abstract does not state genome-wide significance."
            return False, step("size-genetic", text)
        n = reading.participants.patients
        return _compare(n, least.genetic_cases, "patients", reading, "participants.patients")
    if kind in OBSERVATIONAL and design.population_based is True:
        ok, why = _compare(
            total, least.population, "people in a population sample or register", reading,
            "participants.total",
        )  # fmt: skip
        if ok:
            return ok, why
    if kind == "Cohort":
        text = "people followed over time"
        return _compare(total, least.cohort, text, reading, "participants.total")
    if kind in OBSERVATIONAL:
        groups = sizes.main_groups(reading)
        n = min(groups) if groups else None
        text = "people in the smallest group compared"
        return _compare(n, least.controlled_group, text, reading, "participants.patients")
    return False, step("other-findings", "A study of this kind counts as early evidence.")


def _compare(
    n: int | None, need: int, what: str, reading: Reading, path: str
) -> tuple[bool, Because]:
    if n is None:
        text = f"The abstract does not state the number of {what} (the rule asks for {need:,})."
        return False, step("size-not-stated", text)
    at = reading.quote(path)
    if n >= need:
        text = f"At least {need:,} {what}: {n:,}. This says how much evidence there is, not that "
        return True, step("size-reached", text + "something works.", at)
    return False, step("size-small", f"{n:,} {what}: fewer than the {need:,} of the rule.", at)


def level(
    grades: Grades, facts: StudyFacts, links: Sequence[Link], others: Mapping[str, StudyFacts]
) -> Grades:
    """The grades once the other studies are known: replicated, contested, retracted by a notice.

    Level and certainty are decided together, so that only the allowed pairs exist.
    """
    badges = dict(grades.badges)
    state = with_links(badges["record_state"], facts.key, links)
    badges["record_state"] = state
    own, trust = badges["level"], badges["certainty"]
    value, because, change = own.alone or NOT_GRADED, list(own.because), own.would_change
    contested = False
    linked: tuple[str, ...] = ()
    if state.value in WITHDRAWN and value != NOT_GRADED:
        value, change = NOT_GRADED, "A reinstatement by the journal."
        text = f"The paper is {state.value.lower()}. It counts as no evidence."
        because = [step("out-of-count", text)]
    elif value in (MODERATE, PRELIMINARY) and state.value != _CONCERN:
        same = _standing("replicates", facts, links, others)
        against = [
            key
            for key in _standing("does not replicate", facts, links, others)
            if as_good(others[key], facts)
        ]
        linked = tuple(dict.fromkeys((*same, *against)))
        contested = bool(against)
        because += [_said("contested", others[k]) for k in against]
        because += [_said("found-again", others[k]) for k in same]
        if same and not against and facts.controlled and trust.alone in _TRUSTED:
            value = REPLICATED
            change = "A study as good and as large that finds otherwise."
        elif not same:
            text = "No study by an independent team in this atlas is known to have found the same."
            because.append(step("not-replicated", text))
    if state.value == _CONCERN and value not in (NOT_GRADED, CONSENSUS):
        value = PRELIMINARY if value != EXPERIENCE else value
        text = "The journal has expressed concern about this paper, so it is held at the lowest."
        because.append(step("concern", text))
    return _together(grades, badges, value, tuple(because), change, contested, linked)


_TRUSTED = ("Moderate confidence", "Higher confidence")


def _together(
    grades: Grades, badges: dict[str, Grade], value: str, because: tuple[Because, ...],
    change: str | None, contested: bool, linked: tuple[str, ...],
) -> Grades:  # fmt: skip
    own, trust = badges["level"], badges["certainty"]
    final, confidence = paired(value, trust.alone)
    if final != value:
        because += (step("certainty-low", "Its certainty is Preliminary, which makes it E3."),)
    why = trust.because
    if confidence is None and trust.value is not None:
        why = (step("not-graded", "What is not graded has no certainty."),)
    elif confidence != trust.alone and not any(b.rule == "level-low" for b in why):
        why += (step("level-low", "Level E3 is always shown with Preliminary."),)
    elif confidence == trust.alone:
        why = tuple(b for b in why if b.rule != "level-low")
    badges["level"] = Grade(
        value=final, because=because, version=VERSION, would_change=change,
        contested=contested, linked=linked, alone=own.alone,
    )  # fmt: skip
    badges["certainty"] = Grade(
        value=confidence, because=why, version=VERSION, would_change=trust.would_change,
        alone=trust.alone,
    )  # fmt: skip
    return Grades(badges=badges, topics=grades.topics)


def first_pair(
    grades: Grades, value: str, because: tuple[Because, ...], change: str | None
) -> Grades:
    """Level and certainty of a study by itself, brought together."""
    return _together(grades, dict(grades.badges), value, because, change, False, ())


def _standing(
    kind: str, facts: StudyFacts, links: Sequence[Link], others: Mapping[str, StudyFacts]
) -> list[str]:
    """The studies linked by that kind, in either direction, that still stand."""
    fallen = {link.target for link in links if link.kind in ("retracts", "expresses concern about")}
    found = []
    for link in links:
        if link.kind != kind or facts.key not in (link.source, link.target):
            continue
        other = link.target if link.source == facts.key else link.source
        if other is None or other not in others or other in fallen or other == facts.key:
            continue
        if others[other].record_state not in (*WITHDRAWN, _CONCERN):
            found.append(other)
    return sorted(dict.fromkeys(found))


def as_good(one: StudyFacts, other: StudyFacts) -> bool:
    """Whether `one` is of equal or better design and of equal or larger size than `other`."""
    if _DESIGN.get(one.study_type or "", 0) < _DESIGN.get(other.study_type or "", 0):
        return False
    pairs = ((one.smallest_group, other.smallest_group), (one.size, other.size))
    for mine, theirs in pairs:
        if mine is not None and theirs is not None:
            return mine >= theirs
    return False


_DESIGN = {"RCT": 3, "Genetic association": 2, "Cohort": 2, "Case-control": 2}


def _said(rule: str, other: StudyFacts) -> Because:
    what = {
        "contested": "a study as good and as large that found otherwise",
        "found-again": "an independent team that found the same in other people",
    }[rule]
    return step(rule, f"{other.label}: {what}.")
