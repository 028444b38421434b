"""The badge of the illness's criterion: did everybody studied have to meet it?

Two facts are kept apart: what the named definitions ask (`by_definition`) and what the study
itself did (`by_study`). The badge follows from both.
"""

from __future__ import annotations

from evidence_atlas.records import Because, Condition, Criterion, Grade, Reading, Record

from .kinds import SYNTHESES
from .passages import step
from .silence import FULL_TEXT, where_silent, would_change
from .subjects import people_with_illness
from .version import VERSION


def criterion(
    kind: str | None, record: Record, reading: Reading, condition: Condition
) -> Grade | None:
    """The badge with its working; None where the illness has no criterion badge at all."""
    asked = condition.criterion
    if asked is None:
        return None
    by_definition = reading.criterion.by_definition
    by_study = reading.criterion.by_study
    all_require = by_definition in ("required", "required_loose")
    some, why = people_with_illness(kind, record, reading, condition)
    if not some and not (kind in SYNTHESES and all_require and reading.definitions):
        return Grade(value=None, because=(why,), version=VERSION)
    value, steps = _value(asked, record, reading, condition, by_definition, by_study)
    return Grade(
        value=value,
        because=(*steps, _source_of_basis(reading)),
        version=VERSION,
        would_change=would_change(record),
        by_definition=by_definition,
        by_study=by_study,
    )


def required(grade: Grade | None) -> bool:
    """Whether the badge says that everybody had to meet the criterion."""
    return (
        grade is not None
        and grade.value is not None
        and (
            grade.by_study == "added_as_inclusion"
            or (grade.by_study != "excluded" and grade.by_definition in _REQUIRE)
        )
    )


_REQUIRE = ("required", "required_loose")


def _value(
    asked: Criterion,
    record: Record,
    reading: Reading,
    condition: Condition,
    by_definition: str,
    by_study: str,
) -> tuple[str, list[Because]]:
    words = asked.values
    steps = _definition_steps(asked, reading, condition)
    own = reading.quote("criterion.by_study")
    if by_study == "excluded":
        steps.insert(
            0, step("criterion-excluded", f"The study left out people with {asked.short}.", own)
        )
        return words.get("not_required", f"{asked.short} not required"), steps
    if by_study == "added_as_inclusion":
        text = f"The study itself asked for {asked.short}: everybody in it had to have it."
        steps.insert(0, step("criterion-added", text, own))
        return words.get("required", f"{asked.short} required"), steps
    if by_study == "measured_only":
        text = f"{asked.short} was measured. That does not say that everybody had to have it."
        steps.append(step("criterion-measured", text, own))
    some = reading.quote("criterion.not_all")
    if some is not None:
        text = f"Not everyone in the study had {asked.short}, as the abstract tells."
        steps.append(step("criterion-not-all", text, some))
    if reading.illness_is_outcome:
        text = (
            "The study looked for the illness: nobody had to have it to take part, nor "
            f"{asked.short}. The badge is about those who were then said to have it."
        )
        steps.append(step("illness-is-outcome", text))
    if by_definition in _REQUIRE:
        if by_definition == "required_loose":
            text = f"The definition asks for {asked.short} in older or looser words."
            steps.append(step("criterion-loose", text))
        return words.get("required", f"{asked.short} required"), steps
    if by_definition in ("optional", "absent"):
        return words.get("not_required", f"{asked.short} not required"), steps
    if by_definition == "mixed":
        steps.append(
            step(
                "definitions-differ",
                f"The definitions differ on {asked.short}, and people could enter by either.",
            )
        )
        return words.get("unclear", f"{asked.short} unclear"), steps
    silent = where_silent(record)
    text = f"{silent} whether everybody had to have {asked.short}."
    if not reading.definitions:
        text = f"{silent} by which definition people were diagnosed. {text}"
    steps.append(step("criterion-not-stated", text))
    return words.get("unclear", f"{asked.short} unclear"), steps


_ROLE = {
    "required": "It requires {0}.",
    "required_loose": "It asks for {0} in older or looser words.",
    "optional": "It lists {0}, but a person can meet it without {0}.",
    "absent": "It does not ask for {0}.",
    "unknown": "It does not settle whether {0} was required.",
}


def _definition_steps(asked: Criterion, reading: Reading, condition: Condition) -> list[Because]:
    words = {d.name: d.words for d in condition.case_definitions}
    steps = []
    for use in reading.definitions:
        role = _ROLE.get(use.by, _ROLE["unknown"]).format(asked.short)
        more = f" About it: {words[use.name]}." if words.get(use.name) else ""
        some = " Only some of the people met it." if use.of_part else ""
        text = f"Definition named: {use.name}.{some} {role}{more}"
        steps.append(step("definition", text, use.quote))
    return steps


def _source_of_basis(reading: Reading) -> Because:
    fields = [u.quote.field for u in reading.definitions]
    own = reading.quote("criterion.by_study")
    fields += [own.field] if own else []
    if any(f.startswith(FULL_TEXT) for f in fields):
        return step("basis-full-text", "This comes from the Methods of the open full text.")
    return step("basis-abstract", "This comes from the title and abstract.")
