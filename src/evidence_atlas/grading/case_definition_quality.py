"""How well the abstract says who counted as having the illness."""

from __future__ import annotations

from evidence_atlas.records import Because, Condition, Grade, Reading, Record

from .criterion import required
from .passages import step
from .silence import where_silent, would_change
from .subjects import people_with_illness
from .tables import table
from .version import VERSION

_UNVERIFIED = tuple(table("definitions")["not_verified"])


def case_definition_quality(
    kind: str | None,
    record: Record,
    reading: Reading,
    condition: Condition,
    criterion: Grade | None,
) -> Grade:
    """Stated and requires the criterion; stated; not verified; not stated; None: nobody with it."""
    some, why = people_with_illness(kind, record, reading, condition)
    if not some:
        return Grade(value=None, because=(why,), version=VERSION)
    named = [u for u in reading.definitions if u.name not in _UNVERIFIED]
    if named and required(criterion):
        short = condition.criterion.short if condition.criterion else "the criterion"
        return _grade(
            record,
            f"Stated, requires {short}",
            tuple(step("definition", f"Definition named: {u.name}.", u.quote) for u in named),
        )
    if named:
        return _grade(
            record,
            "Stated",
            tuple(step("definition", f"Definition named: {u.name}.", u.quote) for u in named),
        )
    loose = [u for u in reading.definitions if u.name in _UNVERIFIED]
    if loose:
        text = "People entered by {}. No definition that was checked is named."
        steps = tuple(step("not-verified", text.format(u.name), u.quote) for u in loose)
        return _grade(record, "Not verified", steps)
    text = f"{where_silent(record)} by which definition people were diagnosed."
    return _grade(record, "Not stated", (step("not-stated", text),))


def _grade(record: Record, value: str, because: tuple[Because, ...]) -> Grade:
    return Grade(
        value=value,
        because=because,
        version=VERSION,
        would_change=would_change(record),
    )
