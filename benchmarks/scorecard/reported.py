"""Study type, findings and directions on abstracts labelled when the rules were thought finished.

185 abstracts of ME/CFS and long COVID whose study type and results stood in no label file
(`benchmarks/labels/reported.jsonl`), labelled before the program was looked at. Errors of the half
`looked at` were seen by who wrote the rules that followed; the other half is only ever scored.
"""

from __future__ import annotations

from pathlib import Path

from evidence_atlas.grading import grade
from evidence_atlas.reading import read

from .figures import Section, share
from .sources import LABELS, accepted_types, condition, key_of, lines, record_of
from .unseen import AIMS, FILES, results


def measure(data: Path) -> Section:
    """Study type, findings found and their directions, each half apart."""
    rows = {key_of(row): row for file in FILES for row in lines(data / "mecfs" / file)}
    right: dict[str, list[bool]] = {}
    errors: list[dict[str, object]] = []
    for label in lines(LABELS / "reported.jsonl"):
        row = rows[label["key"]]
        record = record_of(row)
        reading = read(record, condition())
        told = grade(record, reading, condition()).value("study_type")
        findings = [
            {"quote": row["abstract"][f["start"] : f["end"]], **f} for f in label["findings"]
        ]
        answers = [
            ("study type", told in accepted_types(label)),
            *results(label, findings, reading),
        ]
        for name, ok in answers:
            right.setdefault(f"{label['of']}: {name}", []).append(ok)
            if not ok and label["of"] == "looked at":
                errors.append({"key": label["key"], "wrong": name, "type": told})
    return Section(
        key="reported",
        title="What is reported, on abstracts labelled last",
        data="185 abstracts of ME/CFS and long COVID; labels of this project (language model)",
        figures=tuple(
            share(name, sum(found), len(found), at_least=AIMS.get(name.split(": ")[1]))
            for name, found in sorted(right.items())
        ),
        errors=tuple(errors),
        notes=("Errors are listed of those that were looked at.",),
    )
