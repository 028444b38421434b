"""Who was counted, in abstracts of other illnesses: does the reading hold for new texts?

The labels are this project's own (`benchmarks/labels/people_elsewhere.jsonl`); the abstracts are
looked up in the folder of real records. Errors of one half were looked at; those of the other
are only ever scored.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from evidence_atlas.reading import read

from .figures import Figure, Section, share
from .people import AT_LEAST
from .sources import LABELS, condition, key_of, lines, record_of

HALVES = ("looked at", "only scored")


def measure(data: Path) -> Section:
    """Total, patients and controls; nothing that the label calls unsure is scored."""
    rows = rows_of(data)
    tally: dict[str, list[bool]] = {}
    errors: list[dict[str, object]] = []
    for label in lines(LABELS / "people_elsewhere.jsonl"):
        half = label["errors"]
        people = read(record_of(rows[label["key"]]), condition()).participants
        for name in AT_LEAST:
            if name in label["unsure"]:
                continue
            want, got = label["n"].get(name), getattr(people, name)
            if name == "total" and got is None:
                got = people.planned
            what = f"{name}: right where stated" if want is not None else "none invented"
            tally.setdefault(f"{half}: {what}", []).append(want == got)
            if want != got and half == "looked at":
                errors.append({"id": label["key"], "count": name, "wanted": want, "got": got})
    return Section(
        key="people_elsewhere",
        title="How many people, in abstracts of other illnesses",
        data="126 abstracts of COVID-19 and all medicine; this project's labels (language model)",
        figures=tuple(_figure(name, right) for name, right in sorted(tally.items())),
        errors=tuple(errors),
        notes=("Errors are listed of the half that was looked at.",),
    )


def _figure(name: str, right: list[bool]) -> Figure:
    return share(name, sum(right), len(right))


def rows_of(data: Path) -> dict[str, dict[str, Any]]:
    """Every abstract of the folder that has such a key, its parts with their labels in a line."""
    rows: dict[str, dict[str, Any]] = {}
    for row in lines(data / "study_type" / "corona_ml_studytype.jsonl.gz"):
        digest = hashlib.sha1(row["title"].encode()).hexdigest()[:10]
        rows[str(row.get("pubmed_id") or f"title:{digest}")] = {
            "title": row["title"],
            "abstract": row["abstract"],
        }
    for name, parts in (
        ("trial_outcomes/article_abstracts.jsonl.gz", "abstract_parts"),
        ("sentence_roles/sentence_roles_nlmcategory.jsonl.gz", "sections"),
    ):
        for row in lines(data / name):
            told = (
                f"{part['label'].upper()}: {part['text']}" if part.get("label") else part["text"]
                for part in row[parts]
            )
            rows[str(row["pmid"])] = {"title": row["title"], "abstract": " ".join(told)}
    for row in lines(data / "mecfs" / "longcovid_records.jsonl.gz"):
        rows.setdefault(key_of(row), row)
    return rows
