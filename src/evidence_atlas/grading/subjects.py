"""Whether people with the atlas's illness took part, which several badges need to know."""

from __future__ import annotations

from evidence_atlas.records import Because, Condition, Quote, Reading, Record

from .denied import named_as_theirs
from .kinds import NOBODY_TAKES_PART, SYNTHESES
from .passages import may_stand, passages, step
from .patterns import compiled


def names_illness(text: str, condition: Condition) -> bool:
    """Whether one of the illness's names stands in the text."""

    return any(compiled(name.pattern).search(text) for name in condition.names)


def where_named(record: Record, reading: Reading, condition: Condition) -> Quote | None:
    """The first place in title or abstract where the illness is named."""
    where = passages(record, reading)
    found = [
        at
        for name in condition.names
        if may_stand(compiled(name.pattern), where)
        for passage in where
        if (at := named_as_theirs(passage, compiled(name.pattern)))
    ]
    return min(found, key=lambda q: (q.field != "title", q.start, -q.end), default=None)


def indexed_under(record: Record, condition: Condition) -> str | None:
    """The MeSH heading or keyword that names the illness, if one does."""
    words = [m.descriptor for m in record.mesh] + [k.text for k in record.keywords]
    return next((w for w in words if names_illness(_plain_order(w), condition)), None)


def _plain_order(heading: str) -> str:
    """`Asthma, Exercise-Induced` as `Exercise-Induced Asthma`, followed by the heading itself."""
    head, comma, tail = heading.partition(", ")
    return f"{tail} {head} | {heading}" if comma else heading


def people_with_illness(
    kind: str | None, record: Record, reading: Reading, condition: Condition
) -> tuple[bool, Because]:
    """Whether people with the illness took part (or are to, in a plan), and why we think so."""
    name = condition.name
    took = reading.condition_as_named or name
    at = reading.quote("people_with_illness")
    if kind in NOBODY_TAKES_PART and not (kind in _GUESSED and at and _counted(reading)):
        text = f"Nobody took part in this paper itself. Its type is: {kind}."
        return False, step("nobody-took-part", text)
    if kind == "Protocol" and (reading.participants.studies or reading.subjects == ("documents",)):
        return False, step("nobody-took-part", "This is a plan for a review. Nobody takes part.")
    others = reading.quote("others_studied")
    if others is not None:
        text = f"The study looked at others than people with {name}: {others.text}."
        return False, step("others-took-part", text, others)
    if kind == "Computational" and not _speaks_of_people(reading, "none"):
        return False, step(
            "nobody-took-part", "No people took part: all was worked out by computer."
        )
    if kind == "In vitro" and not _speaks_of_people(reading, "cells"):
        return False, step(
            "nobody-took-part", "No people took part: the work was done in the laboratory."
        )
    if at is not None:
        return True, step("people-with-illness", f"People with {took} took part.", at)
    if reading.subjects and not set(reading.subjects) & {"human", "records", "none"}:
        return False, step("nobody-took-part", "No people took part.")
    if reading.participants.with_illness:
        at = reading.quote("participants.with_illness")
        return True, step("people-with-illness", f"People with {took} took part.", at)
    group = next((g for g in reading.participants.groups if names_illness(g.name, condition)), None)
    if group is not None:
        return True, step("people-with-illness", f"People with {took} took part.", group.quote)
    at = where_named(record, reading, condition)
    if at is not None and at.field == "title":
        return True, step("named-in-title", f"The title says that the study is of {at.text}.", at)
    main = reading.conditions[0] if reading.conditions else reading.condition_as_named
    if main and not names_illness(main, condition):
        return False, step(
            "other-illness",
            f"The people studied had {main}. The abstract names nobody with {name} among them.",
        )
    return False, step(
        "not-named-as-studied", f"The abstract does not say that people with {name} took part."
    )


_GUESSED = tuple(k for k in NOBODY_TAKES_PART if k != "Notice" and k not in SYNTHESES)
"""Types that are judged from few words: people of the study who were counted, or taken by a
definition, weigh more. A synthesis counts those of the studies in it."""


_PEOPLE = compiled(
    r"\b(?:patients?|people|persons?|participants?|individuals|subjects|adults|children|women|men|"
    r"cases|controls|cohorts?|donors|respondents|users|samples?|data ?sets?|records)\b(?!['\u2019])"
)


def _speaks_of_people(reading: Reading, subject: str) -> bool:
    """Whether people, or what was taken from them, are spoken of as the study's own.

    `subject` is what a study of its type has instead of them.
    """
    if set(reading.subjects) - {"none", subject} or _counted(reading):
        return True
    own = (s.text for s in reading.sentences if s.role in ("aim", "methods", "results"))
    return any(_PEOPLE.search(text) for text in own)


def _counted(reading: Reading) -> bool:
    """Whether the text counts people, or says by which definition they were taken."""
    n = reading.participants
    return bool(
        reading.definitions
        or reading.criterion.by_study == "added_as_inclusion"
        or reading.quote("people_with_illness.counted")
        or n.with_illness or n.total or n.patients or n.groups
    )  # fmt: skip
