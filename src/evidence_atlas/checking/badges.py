"""Badges that cannot stand together, or that their study contradicts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence_atlas.records import WITHDRAWN, Flag, RecordSupport, StudySupport

from .case import NO_FINDINGS, Case, claimed, denied, table
from .codes import flag

_WORDS: dict[str, str] = table("badges.toml")

LEVELS = ("E0 Consensus", "E0 Synthesis", "E1 Replicated", "E2 Moderate", "E3 Preliminary")
CERTAINTY_OF = {
    "E0 Synthesis": ("Higher confidence", "Moderate confidence"),
    "E1 Replicated": ("Higher confidence", "Moderate confidence"),
    "E2 Moderate": ("Higher confidence", "Moderate confidence"),
    "E3 Preliminary": ("Preliminary",),
}
TYPES = frozenset({
    "RCT", "Non-randomised trial", "Cohort", "Case-control", "Cross-sectional", "Case series",
    "Case report", "Qualitative", "Genetic association", "Diagnostic accuracy",
    "Systematic review", "Meta-analysis", "Scoping review", "Narrative review", "Guideline",
    "Animal", "In vitro", "Computational", "Protocol", "Hypothesis", "Methods", "Commentary",
    "Notice",
})  # fmt: skip
_ASKED_FOR = re.compile(_WORDS["asked_for"], re.IGNORECASE)
_BY_CHANCE = re.compile(_WORDS["by_chance"], re.I)
_BLIND = re.compile(_WORDS["blind"], re.I)
_OPEN = re.compile(_WORDS["open"], re.I)
_PLACEBO = re.compile(r"\bplacebo\b", re.I)
_SELF = re.compile(_WORDS["self"], re.I)
_OTHERS_JUDGED = re.compile(_WORDS["others_judged"], re.I)
_NEGATED = re.compile(_WORDS["negated"], re.I)
_NOT_ITSELF = frozenset({"why_it_matters", "other_studies", "numbers_checked"})
_LEVEL_WORDS = re.compile(_WORDS["level_words"])


def pairs(case: Case) -> Iterator[Flag]:
    """Only the pairs of level and certainty of the design exist."""
    level, certainty = case.grades.value("level"), case.grades.value("certainty")
    allowed = CERTAINTY_OF.get(level or "", ())
    if level in CERTAINTY_OF and certainty not in allowed:
        yield flag("badge-pair", None, f"{level} with {certainty or 'no certainty'}")
    if level not in CERTAINTY_OF and certainty is not None:
        yield flag("badge-pair", None, f"{level or 'no level'} with {certainty}")
    if certainty == "Higher confidence" and _criterion_left_out(case):
        yield flag("badge-pair", None, "Higher confidence with an unclear or absent criterion")


def _criterion_left_out(case: Case) -> bool:
    criterion = case.condition.criterion
    badge = case.grades.badges.get(criterion.key) if criterion else None
    if badge is None or criterion is None or badge.by_study == "added_as_inclusion":
        return False
    unclear = {"unclear", criterion.values.get("unclear")}
    absent = {"not_required", criterion.values.get("not_required")}
    return badge.value in unclear | absent


def contradictions(case: Case) -> Iterator[Flag]:
    """No badge says what the study, or another badge, says is not so."""
    study_type, level = case.study_type, case.grades.value("level")
    design, p = case.reading.design, case.reading.participants
    if study_type is not None and study_type not in TYPES:
        yield flag("badge-contradicts", None, f"no such study type: {study_type}")
    if study_type == "RCT" and design.randomised is False:
        yield flag(
            "badge-contradicts", None, "RCT, and the abstract says that it was not randomised"
        )
    if study_type == "RCT" and design.single_arm is True and not design.crossover:
        yield flag("badge-contradicts", None, "RCT with a single group")
    if level in LEVELS and (study_type in NO_FINDINGS or case.reading.unread):
        yield flag("badge-contradicts", None, f"{level} for {study_type or case.reading.unread}")
    if level in LEVELS and case.withdrawn:
        yield flag("badge-contradicts", None, f"{level} for a retracted paper")
    if level == "E0 Consensus" and study_type not in ("Guideline", None):
        yield flag("badge-contradicts", None, f"E0 Consensus for {study_type}")
    if level == "E0 Synthesis" and study_type not in ("Systematic review", "Meta-analysis"):
        yield flag("badge-contradicts", None, f"E0 Synthesis for {study_type}")
    if level in ("E1 Replicated", "E2 Moderate") and case.grades.value("record_state") == (
        "Expression of concern"
    ):
        yield flag("badge-contradicts", None, f"{level} under an expression of concern")
    yield from _replication(case, level)
    yield from _criterion(case)
    if p.total is not None and level == "E2 Moderate" and study_type == "RCT":
        least = case.condition.thresholds.trial_arm
        if not design.crossover and p.total < 2 * least:
            yield flag("badge-contradicts", None, f"E2 Moderate with {p.total} people in a trial")


def _replication(case: Case, level: str | None) -> Iterator[Flag]:
    study = case.page.study
    badge = case.grades.badges.get("level")
    replicated = [
        other
        for link in case.links
        if link.kind == "replicates" and study in (link.source, link.target)
        for other in (link.source, link.target)
        if other and other != study
    ]
    if level == "E1 Replicated":
        sound = [k for k in replicated if k in case.others]
        if not sound:
            yield flag("badge-contradicts", None, "E1 Replicated, and no replication is linked")
        elif all(case.others[k].record_state in WITHDRAWN for k in sound):
            yield flag("badge-contradicts", None, "E1 Replicated by retracted papers only")
    if (
        badge
        and badge.contested
        and not any(
            link.kind == "does not replicate" and study in (link.source, link.target)
            for link in case.links
        )
    ):
        yield flag("badge-contradicts", None, "Contested, and no study that disagrees is linked")


def _criterion(case: Case) -> Iterator[Flag]:
    criterion = case.condition.criterion
    badge = case.grades.badges.get(criterion.key) if criterion else None
    if badge is None or criterion is None:
        return
    by = badge.by_definition or case.reading.criterion.by_definition
    added = (badge.by_study or case.reading.criterion.by_study) == "added_as_inclusion"
    value = next((k for k, v in criterion.values.items() if v == badge.value), badge.value)
    if (
        value in ("required", "required_loose")
        and not added
        and by in ("optional", "absent", "unknown")
    ):
        yield flag("badge-contradicts", None, f"{badge.value}, and the definition is {by}")
    if value == "not_required" and (added or by in ("required", "required_loose")):
        yield flag("badge-contradicts", None, f"{badge.value}, and the definition is {by}")
    for statement in case.statements:
        if any(isinstance(s, StudySupport) for s in statement.support) or denied(statement):
            continue
        text = claimed(statement)
        said = {v for v in criterion.values.values() if v.lower() in text.lower()}
        said = {v for v in said if not any(v != w and v in w for w in said)}
        shown = criterion.values.get(value or "", badge.value)
        if said and shown not in said:
            yield flag("badge-contradicts", statement, f"the badge says {shown}: {statement.text}")


def text(case: Case) -> Iterator[Flag]:
    """No sentence says of the design what the reading does not bear out."""
    design = case.reading.design
    level = case.grades.value("level")
    judged = (design.outcome_judged_by or "").lower()
    by_themselves = bool(re.search(r"self|patient|participant|themsel|own", judged))
    for statement in case.statements:
        if (
            statement.voice == "authors"
            or statement.section in _NOT_ITSELF
            or any(isinstance(s, StudySupport) for s in statement.support)
            # The index's own words, shown as the index's, claim nothing of the design.
            or all(isinstance(s, RecordSupport) for s in statement.support)
        ):
            continue
        said = claimed(statement)
        claims = (
            (_BY_CHANCE, design.randomised is not True and not _of_studies(case), "by chance"),
            (_BLIND, design.blinding in ("open", "single"), "blinding"),
            (_OPEN, design.blinding == "double", "blinding"),
            (_PLACEBO, "placebo" not in case.source.lower(), "placebo"),
            (_SELF, bool(judged) and not by_themselves, "who judged"),
            (_OTHERS_JUDGED, bool(judged) and by_themselves, "who judged"),
        )
        for pattern, contradicted, what in claims:
            m = pattern.search(said) if contradicted else None
            if m and not denied(statement) and not _NEGATED.search(said[: m.start()]):
                if _ASKED_FOR.search(statement.text, m.start()):
                    continue
                yield flag("design-contradicts", statement, f"{what}, “{m.group()}” in: {said}")
        for m in _LEVEL_WORDS.finditer(said):
            if m.group() != level and not denied(statement) and "would" not in said:
                yield flag("badge-contradicts", statement, f"the level is {level}: {said}")


def _of_studies(case: Case) -> bool:
    """A review speaks of the designs of its studies, not of its own."""
    return case.study_type in (
        "Systematic review", "Meta-analysis", "Scoping review", "Narrative review", "Guideline",
        "Protocol", "Commentary", "Hypothesis",
    )  # fmt: skip
