"""Case definitions and the criterion on the project's own examples.

`definitions.jsonl`: those with even numbers are only scored. `definitions_told.jsonl` (`told`):
a second lot in other words, written and labelled before its writer had read any rule; the half
whose SHA-1 of the id is even is only scored. `definitions_told_2.jsonl` (`others`): studies of
others than the ill (doctors, carers, pupils, posts, mice) and those that look like them, labelled
before any was read by the program; halves as in the second lot.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

from evidence_atlas.grading import grade
from evidence_atlas.reading import read
from evidence_atlas.records import Grades, Reading

from .figures import Figure, Section, per_class, share
from .sources import EXAMPLES, condition, lines, record_of, short

TARGET = 0.95
PEM = ("required", "required (loosely)", "not required", "unclear", "not applicable")
TOTALS = ("used or discussed", "joined", "badge", "by the study")
BY_STUDY = ("added_as_inclusion", "measured_only", "excluded", "not_stated")


def badge_words(reading: Reading, grades: Grades) -> str:
    """The criterion badge in the words of the examples; they tell the looser definitions apart."""
    asked = condition().criterion
    badge = grades.badges.get(asked.key) if asked else None
    if asked is None or badge is None or badge.value is None:
        return "not applicable"
    value = badge.value.removeprefix(asked.short).strip()
    loose = reading.criterion.by_definition == "required_loose"
    if value == "required" and loose and reading.criterion.by_study != "added_as_inclusion":
        return "required (loosely)"
    return value


def measure(data: Path) -> Section:
    """Precision and recall of every class on the first lot's unseen half; the second lot's halves.

    Of the second lot each half has the totals only: its classes are small.
    """
    found = _answers("definitions.jsonl", lambda row: _number(row) % 2 == 0)
    figures: list[Figure] = []
    names = sorted({n for want, _ in found["definitions"] for n in want})
    figures += _of_names(found)
    for name in names:
        hit = sum(name in w and name in g for w, g in found["definitions"])
        given = sum(name in g for _, g in found["definitions"])
        true = sum(name in w for w, _ in found["definitions"])
        figures.append(share(f"{name}: precision", hit, given, at_least=TARGET))
        figures.append(share(f"{name}: recall", hit, true, at_least=TARGET))
    for key, classes in (
        ("used or discussed", ("used", "not used")),
        ("joined", ("or", "and", None)),
        ("badge", PEM),
        ("by the study", BY_STUDY),
    ):
        pairs = found[key]
        most = max(sum(w == c for w, _ in pairs) for c in classes) / len(pairs)
        same = sum(w == g for w, g in pairs)
        figures.append(share(f"{key}: right", same, len(pairs), constant=most, at_least=TARGET))
        for name, (_, _, _, true) in per_class(pairs, classes).items():
            given = sum(g == name for _, g in pairs)
            hit = sum(w == g == name for w, g in pairs)
            figures.append(share(f"{key}, {name}: precision", hit, given, at_least=TARGET))
            figures.append(share(f"{key}, {name}: recall", hit, true, at_least=TARGET))
    seen = []
    for name, file in (("told", "definitions_told.jsonl"), ("others", "definitions_told_2.jsonl")):
        for half, digit in (("only scored", 0), ("looked at", 1)):
            told = _answers(file, lambda row, d=digit: _digest(row) % 2 == d)
            figures += _of_names(told, f"{name}, {half}: ")
            for key in TOTALS:
                same = sum(w == g for w, g in told[key])
                figures.append(
                    share(f"{name}, {half}: {key}: right", same, len(told[key]), at_least=TARGET)
                )
        seen += told["errors"]
    errors = _answers("definitions.jsonl", lambda row: _number(row) % 2 == 1)["errors"]
    return Section(
        key="own_definitions",
        title="Case definitions and the criterion on our own examples",
        data="benchmarks/examples/definitions.jsonl, even numbers; definitions_told.jsonl, _2",
        figures=tuple(figures),
        errors=(*errors, *seen),
        notes=("Errors are listed for the odd numbers and the half looked at only.",),
    )


def _number(row: dict[str, Any]) -> int:
    return int(row["id"].rpartition("-")[2])


def _digest(row: dict[str, Any]) -> int:
    return int(hashlib.sha1(row["id"].encode()).hexdigest(), 16)


def _of_names(found: dict[str, list[Any]], before: str = "") -> list[Figure]:
    """How many of the names given are right, and how many of the right ones were given."""
    right = sum(len(w & g) for w, g in found["definitions"])
    return [
        share(f"{before}definitions used: {word}", right,
              sum(len(pair[side]) for pair in found["definitions"]), at_least=TARGET)
        for side, word in ((1, "precision"), (0, "recall"))
    ]  # fmt: skip


def _answers(file: str, chosen: Callable[[dict[str, Any]], bool]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = defaultdict(list)
    illness = condition()
    for row in lines(EXAMPLES / file):
        if not chosen(row):
            continue
        record = record_of(row)
        reading = read(record, illness)
        got = {
            "definitions": set(reading.case_definitions),
            "joined": reading.definitions_joined_by,
            "badge": badge_words(reading, grade(record, reading, illness)),
            "by the study": reading.criterion.by_study,
        }
        want = {
            "definitions": set(row["case_definitions"]),
            "joined": row["joined_by"],
            "badge": row["pem"],
            "by the study": row["by_study"],
        }
        for key, value in want.items():
            found[key].append((value, got[key]))
            if value != got[key]:
                found["errors"].append({
                    "id": row["id"], "what": key, "wanted": str(value), "got": str(got[key]),
                    "text": short(row["abstract"]),
                })  # fmt: skip
        found["used or discussed"].append(
            tuple("used" if x["definitions"] else "not used" for x in (want, got))
        )
    return found
