"""The research approach and the disease context, against this project's labels.

A label names every value that a careful reader could defend, the best first; any of them counts
as right. Rules were written with the errors of those looked at in view; the others are only scored.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from evidence_atlas.grading import grade
from evidence_atlas.reading import read
from evidence_atlas.records import Record

from .figures import Figure, Section, share
from .sources import LABELS, condition, key_of, lines, record_of

BADGES = ("approach", "context")
FILES = (
    "records_dev.jsonl", "records_unlabelled.jsonl", "bibliography.jsonl",
    "longcovid_records.jsonl.gz",
)  # fmt: skip
_LOOKED_AT = "looked at"


def measure(data: Path) -> Section:
    """The share of right badges on texts that rules were written on, and on others."""
    rows = {key_of(row): row for file in FILES for row in lines(data / "mecfs" / file)}
    labels = list(lines(LABELS / "badges.jsonl"))
    figures: list[Figure] = []
    errors: list[dict[str, object]] = []
    for of in ("only scored", _LOOKED_AT):
        chosen = [(record_of(rows[row["key"]]), row) for row in labels if row["of"] == of]
        made, wrong = scored(of, chosen)
        figures += made
        errors += wrong if of == _LOOKED_AT else []
    return Section(
        key="badges",
        title="Research approach and disease context",
        data="140 ME/CFS and long-COVID abstracts; labels of this project (language model)",
        figures=tuple(figures),
        errors=tuple(errors),
        notes=("Errors of texts that are only scored are not listed.",),
    )


def scored(
    of: str, labelled: Iterable[tuple[Record, dict[str, Any]]]
) -> tuple[list[Figure], list[dict[str, object]]]:
    """The figures of some texts, and which badges were wrong."""
    pairs: dict[str, list[tuple[list[str | None], str | None]]] = {name: [] for name in BADGES}
    errors: list[dict[str, object]] = []
    for record, label in labelled:
        grades = grade(record, read(record, condition()), condition())
        for name in BADGES:
            want, got = label[name], grades.value(name)
            pairs[name].append((want, got))
            if got not in want:
                errors.append({"key": label.get("key") or label["id"], "badge": name,
                               "want": want, "got": got})  # fmt: skip
    figures = []
    for name, found in pairs.items():
        values = {value for want, _ in found for value in want}
        common = max(sum(value in want for want, _ in found) for value in values)
        right = sum(got in want for want, got in found)
        figures.append(
            share(f"{of}: {name}", right, len(found), constant=common / len(found), at_least=0.9)
        )
        best = sum(got == want[0] for want, got in found)
        figures.append(share(f"{of}: {name}, the best value", best, len(found)))
    return figures, errors
