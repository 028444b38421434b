"""Everything at once on abstracts that no rule was written on: the honest figures.

The labels are this project's own (`benchmarks/labels`); the abstracts are looked up in the
folder of real records.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from evidence_atlas.grading import grade
from evidence_atlas.reading import read
from evidence_atlas.records import Condition, Reading, Record

from .directions import coarse
from .figures import Figure, Section, share
from .findings import is_review, paired
from .sources import LABELS, accepted_types, condition, key_of, lines, record_of

FILES = ("records_unlabelled.jsonl", "longcovid_records.jsonl.gz")
COUNTS = ("total", "patients", "controls")
AIMS = {
    "study type, publication types withheld": 0.95, "study type": 0.95, "total": 0.95,
    "patients": 0.9, "controls": 0.9, "findings found": 0.85, "direction": 0.9, "PEM badge": 0.97,
}  # fmt: skip


def measure(data: Path) -> Section:
    """Study type, counts, PEM, findings and directions, each with its count and interval."""
    rows = {key_of(row): row for file in FILES for row in lines(data / "mecfs" / file)}
    right: dict[str, list[bool]] = {}

    def note(name: str, ok: bool) -> None:
        right.setdefault(name, []).append(ok)

    for label in lines(LABELS / "unseen.jsonl"):
        row = rows[label["key"]]
        _types_and_badge(row, label, note)
        reading = read(record_of(row), condition())
        findings = [
            {"quote": row["abstract"][f["start"] : f["end"]], **f} for f in label["findings"]
        ]
        for name, ok in counts(label, reading):
            note(name, ok)
        for name, ok in results(label, findings, reading):
            note(name, ok)
    return Section(
        key="unseen",
        title="On abstracts that no rule was written on",
        data="47 abstracts, nearly all of long COVID; labels of this project (language model)",
        figures=tuple(figure(name, right[name]) for name in sorted(right)),
        notes=(
            "No errors are listed: who looks at them has seen them.",
            "No people with the illness itself took part: the badge shows that none is invented.",
        ),
    )


def answers(
    label: dict[str, Any], record: Record, illness: Condition, findings: list[dict[str, Any]]
) -> tuple[list[tuple[str, bool]], Reading, str | None]:
    """Every answer with whether it is right; the reading and the study type that gave them."""
    reading = read(record, illness)
    told = grade(record, reading, illness).value("study_type")
    found = [
        *counts(label, reading),
        ("study type", told in accepted_types(label)),
        *results(label, findings, reading),
    ]
    return found, reading, told


def counts(label: dict[str, Any], reading: Reading) -> Iterator[tuple[str, bool]]:
    """Whether each count is as the label states it, by its name; or none is invented.

    What the label says no careful reader could settle is not asked.
    """
    for name in COUNTS:
        if name in label.get("unsure", ()):
            continue
        want, got = label["n"].get(name), getattr(reading.participants, name)
        got = reading.participants.planned if name == "total" and got is None else got
        yield name if want is not None else "not stated and none invented", want == got


def results(
    label: dict[str, Any], findings: list[dict[str, Any]], reading: Reading
) -> Iterator[tuple[str, bool]]:
    """Whether each labelled finding is found, and its direction right; of reviews none is asked."""
    pairs = {} if is_review(label) else paired(findings, reading)
    for i, finding in enumerate(() if is_review(label) else findings):
        yield "findings found", i in pairs
        if i in pairs and finding["direction"] != "descriptive":
            way = reading.results[pairs[i]].direction
            yield "direction", coarse(way) == coarse(finding["direction"])


def figure(name: str, right: list[bool]) -> Figure:
    return share(name, sum(right), len(right), at_least=AIMS.get(name))


def _types_and_badge(row: dict[str, Any], label: dict[str, Any], note: Any) -> None:
    key = condition().criterion
    accepted = accepted_types(label)
    for with_types in (True, False):
        record = record_of(row, with_types)
        grades = grade(record, read(record, condition()), condition())
        name = "study type" if with_types else "study type, publication types withheld"
        note(name, grades.value("study_type") in accepted)
    badge = grades.value(key.key) if key else None
    said = badge.split(maxsplit=1)[1] if badge else "not applicable"
    note("PEM badge", said == label["pem"])
