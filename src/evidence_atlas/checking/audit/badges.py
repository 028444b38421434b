"""The labels of a summary beside what the abstract bears out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from evidence_atlas.records import Grade

from ..badges import CERTAINTY_OF
from .abstract import Abstract
from .summary import Label
from .values import BadgeConflict

_ASKS_FOR_REPLICATION = re.compile(
    r"\b(?:replicat\w+|repeat\w*|confirm\w*|reproduc\w+)\b", re.IGNORECASE
)
_JUDGED_BY_THE_TEXT = ("level", "certainty", "study_type")
_HIGHER = {
    "level": ("E3 Preliminary", "E2 Moderate", "E1 Replicated"),
    "certainty": ("Preliminary", "Moderate confidence", "Higher confidence"),
}


def conflicts(abstract: Abstract, labels: Sequence[Label], text: str) -> Iterator[BadgeConflict]:
    """Each label that the abstract contradicts or does not bear out, then pairs that clash."""
    criterion = abstract.condition.criterion
    for label in labels:
        grade = abstract.grades.badges.get(label.badge)
        if grade is None or grade.value == label.value:
            continue
        if criterion is not None and label.badge == criterion.key:
            yield from _criterion(abstract, label, grade)
        elif label.badge == "level":
            yield from _level(label, grade, text)
        elif label.badge in _JUDGED_BY_THE_TEXT:
            yield from _graded(label, grade)
    yield from _pairs(labels)


def _level(label: Label, grade: Grade, text: str) -> Iterator[BadgeConflict]:
    if label.value == "E1 Replicated":
        detail = f"{label.value}: {_earned(grade)}; no replication stands in the abstract"
        if _ASKS_FOR_REPLICATION.search(text):
            detail += ", and the summary itself speaks of it as still to come"
        yield BadgeConflict(code="badge-contradicts", detail=detail)
    elif _is_lower(label, grade):
        return
    else:
        yield BadgeConflict(code="badge-contradicts", detail=f"{label.value}: {_earned(grade)}")


def _graded(label: Label, grade: Grade) -> Iterator[BadgeConflict]:
    if grade.value is None:
        yield BadgeConflict(
            code="badge-not-in-text", detail=f"{label.value}: the abstract does not bear it out"
        )
    elif not _is_lower(label, grade):
        yield BadgeConflict(code="badge-contradicts", detail=f"{label.value}: {_earned(grade)}")


def _is_lower(label: Label, grade: Grade) -> bool:
    """A label more cautious than the text allows contradicts nothing."""
    order = _HIGHER.get(label.badge, ())
    return (
        label.value in order
        and grade.value in order
        and order.index(label.value) < order.index(grade.value)
    )


def _criterion(abstract: Abstract, label: Label, grade: Grade) -> Iterator[BadgeConflict]:
    values = abstract.condition.criterion.values if abstract.condition.criterion else {}
    shown = values.get(grade.value or "", grade.value)
    if shown == label.value:
        return
    if grade.value in (None, "unclear", values.get("unclear")):
        yield BadgeConflict(
            code="badge-not-in-text", detail=f"{label.value}: the abstract does not say"
        )
    else:
        yield BadgeConflict(
            code="badge-contradicts", detail=f"{label.value}: the text bears out {shown}"
        )


def _earned(grade: Grade) -> str:
    return (
        f"the abstract alone bears out {grade.value}" if grade.value else "the text bears out none"
    )


def _pairs(labels: Sequence[Label]) -> Iterator[BadgeConflict]:
    levels = [x.value for x in labels if x.badge == "level" and x.value in CERTAINTY_OF]
    certainties = [x.value for x in labels if x.badge == "certainty"]
    for level in levels:
        for certainty in certainties:
            if certainty not in CERTAINTY_OF[level]:
                yield BadgeConflict(code="badge-pair", detail=f"{level} with {certainty}")
