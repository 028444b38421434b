"""What has happened to the paper since it came out: retracted, corrected, superseded, …"""

from __future__ import annotations

from collections.abc import Iterable

from evidence_atlas.records import Because, Grade, Link, Record
from evidence_atlas.records.lineage import stated_state

from .passages import step
from .tables import table
from .version import VERSION

_STATES = table("record_state")["state"]
_ORDER = [str(s["value"]) for s in _STATES]
_SAYS = {str(s["value"]): str(s["says"]) for s in _STATES}


def record_state(kind: str | None, record: Record) -> Grade:
    """The most serious state that the record itself states; None where there is none.

    A notice that retracts another paper is not itself retracted by doing so.
    """
    stated = sorted(stated_state(record), key=lambda s: _ORDER.index(s.value))
    if kind == "Notice":
        stated = [s for s in stated if s.rule == "correction-listed"]
    if not stated:
        return Grade(
            value=None,
            because=(step("no-notice", "No notice against this paper is known."),),
            version=VERSION,
            would_change="A notice by the journal would change this.",
        )
    value = stated[0].value
    steps = [step(s.rule, f"{_SAYS[s.value]} {s.text}") for s in stated if s.value == value]
    return _grade(value, tuple(steps))


def with_links(grade: Grade, key: str, links: Iterable[Link]) -> Grade:
    """The state when the notices that point at the study `key` are taken in as well."""
    incoming = [link for link in links if link.target == key and link.source != key]
    for state in _STATES:
        bearing = [link for link in incoming if link.kind in state["links"]]
        value = str(state["value"])
        if bearing and (grade.value is None or _ORDER.index(value) < _ORDER.index(grade.value)):
            why = tuple(b for link in bearing for b in link.because)
            return _grade(value, (step("notice-in-atlas", _SAYS[value]), *why))
    return grade


def _grade(value: str, because: tuple[Because, ...]) -> Grade:
    return Grade(
        value=value,
        because=because,
        version=VERSION,
        would_change="A later notice by the journal would change this.",
    )
