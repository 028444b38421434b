"""All badges of one study, before other studies are looked at."""

from __future__ import annotations

from evidence_atlas.records import Condition, Grade, Grades, Reading, Record, as_written

from .approach import approach
from .case_definition_quality import case_definition_quality
from .certainty import certainty
from .context import context
from .criterion import criterion
from .level import first_pair, level_alone
from .pairs import CONSENSUS, EXPERIENCE, NOT_GRADED, PRELIMINARY
from .passages import step
from .peer_review import peer_review
from .record_state import record_state
from .review_state import review_state
from .study_type import study_type
from .topics import topics
from .version import VERSION


def grade(record: Record, reading: Reading, condition: Condition) -> Grades:
    """Every badge of the study, each with its working; only allowed pairs of badges come out."""
    condition = as_written(condition, record)
    kind = study_type(record, reading)
    asked = criterion(kind.value, record, reading, condition)
    reviewed = peer_review(kind.value, record)
    state = record_state(kind.value, record)
    bearing = context(record, reading, condition)
    quality = case_definition_quality(kind.value, record, reading, condition, asked)
    alone, because, change = level_alone(kind.value, record, reading, condition, state.value)
    if alone in (CONSENSUS, EXPERIENCE, NOT_GRADED):
        text = {
            CONSENSUS: "A guideline gives advice. It has no certainty badge.",
            EXPERIENCE: "People's own accounts are not graded on this scale.",
            NOT_GRADED: "What is not graded has no certainty.",
        }[alone]
        trust = Grade(value=None, because=(step("not-graded", text),), version=VERSION)
    else:
        judged = certainty(
            kind.value or "", record, reading, condition, asked, reviewed.value, bearing.value
        )
        trust = Grade(
            value=judged.value, because=judged.because, version=VERSION,
            would_change=judged.would_change, alone=judged.value,
        )  # fmt: skip
    badges = {
        "study_type": kind,
        "level": Grade(value=alone, because=because, version=VERSION, alone=alone),
        "certainty": trust,
        "peer_review": reviewed,
        "review_state": review_state(),
        "record_state": state,
        "case_definition_quality": quality,
        "approach": approach(kind.value, record, reading),
        "context": bearing,
    }
    if asked is not None and condition.criterion is not None:
        badges[condition.criterion.key] = asked
    grades = Grades(badges=badges, topics=topics(record, reading, condition))
    value = alone
    if state.value == "Expression of concern" and alone not in (CONSENSUS, EXPERIENCE, NOT_GRADED):
        value = PRELIMINARY
        text = "The journal has expressed concern about this paper, so it is held at the lowest."
        because = (*because, step("concern", text))
    return first_pair(grades, value, because, change)
