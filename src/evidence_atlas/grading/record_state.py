"""What has happened to the paper since it came out: retracted, corrected, superseded, …"""

from __future__ import annotations

from collections.abc import Iterable

from evidence_atlas.records import Because, Grade, Link, Quote, Record

from .passages import compiled, step
from .tables import table
from .version import VERSION

_STATES = table("record_state")["state"]
_STILL_STANDS = "No notice against this paper is known."


def record_state(kind: str | None, record: Record) -> Grade:
    """The most serious state that the record itself states; None where there is none.

    A notice that retracts another paper is not itself retracted by doing so.
    """
    for state in _STATES:
        because = _stated(state, kind, record)
        if because:
            return _grade(state["value"], because)
    return Grade(
        value=None,
        because=(step("no-notice", _STILL_STANDS),),
        version=VERSION,
        would_change="A notice by the journal would change this.",
    )


def with_links(grade: Grade, key: str, links: Iterable[Link]) -> Grade:
    """The state when the notices that point at the study `key` are taken in as well."""
    order = [s["value"] for s in _STATES]
    incoming = [link for link in links if link.target == key and link.source != key]
    for state in _STATES:
        bearing = [link for link in incoming if link.kind in state["links"]]
        rank = order.index(state["value"])
        if bearing and (grade.value is None or rank < order.index(grade.value)):
            why = tuple(b for link in bearing for b in link.because)
            return _grade(state["value"], (step("notice-in-atlas", state["says"]), *why))
    return grade


def _grade(value: str, because: tuple[Because, ...]) -> Grade:
    return Grade(
        value=value,
        because=because,
        version=VERSION,
        would_change="A later notice by the journal would change this.",
    )


def _stated(state: dict[str, object], kind: str | None, record: Record) -> tuple[Because, ...]:
    found = []
    says = str(state["says"])
    for correction in record.corrections:
        if correction.kind in _words(state, "corrections"):
            where = f" Notice: {correction.citation}" if correction.citation else ""
            found.append(step("pubmed-link", f"{says}{where}"))
    if kind == "Notice":
        return tuple(found)
    for name in record.publication_types:
        if name in _words(state, "types"):
            found.append(step("publication-type", f"{says} PubMed lists it as: {name}."))
    pattern = state.get("title")
    hit = compiled(str(pattern)).search(record.title) if pattern else None
    if hit:
        at = Quote(field="title", start=hit.start(), end=hit.end(), text=hit.group())
        found.append(step("title-mark", f"{says} The title says so.", at))
    return tuple(found)


def _words(state: dict[str, object], name: str) -> tuple[str, ...]:
    value = state.get(name, ())
    return tuple(str(v) for v in value) if isinstance(value, (list, tuple)) else ()
