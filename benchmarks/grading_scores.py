"""How often the study type, the criterion badge and the trial detector are right.

Usage: python benchmarks/grading_scores.py DATA [--misses]

DATA is a folder with `mecfs/records_dev.jsonl` and `mecfs/labels_dev.jsonl` (labels of the
study type and the criterion, made with a language model; a label may name further types that a
careful reader could defend), `rct/rct_medline.nbib` (half of them trials by NLM's publication
type, which is withheld here) and `study_type/corona_ml_studytype.jsonl.gz` (people's labels, of
which those that are study types are used). Prints accuracy, and for trials precision and
sensitivity, never accuracy alone.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from evidence_atlas.conditions import load
from evidence_atlas.grading import STUDY_TYPES, grade
from evidence_atlas.grading.study_type import study_type
from evidence_atlas.records import AbstractSection, Condition, Journal, Reading, Record

LABELS = {name.lower().replace(" ", "-"): name for name in STUDY_TYPES} | {
    "randomised-controlled-trial": "RCT",
}
CORONA = {
    "Review": {"Narrative review", "Systematic review", "Scoping review", "Meta-analysis"},
    "Meta-analysis": {"Meta-analysis", "Systematic review"},
    "Clinical Trial": {"RCT", "Non-randomised trial", "Protocol"},
    "Comment/Editorial": {"Commentary", "Narrative review", "Hypothesis"},
    "News": {"Commentary"},
    "Recommendations": {"Guideline", "Narrative review", "Commentary"},
    "Erratum": {"Notice"},
}


def reader() -> Any:
    """The reading room's `read` where it is there, else a reading that knows nothing."""
    try:
        from evidence_atlas.reading import read
    except ImportError:
        print("(reading not available: graded from the text alone)")
        return lambda record, condition: Reading(version="0")
    return read


def record_of(row: dict[str, Any], with_types: bool) -> Record:
    text = row.get("abstract") or ""
    types = tuple(row.get("publication_types") or ()) if with_types else ()
    return Record(
        source="benchmark",
        raw_hash="",
        title=row.get("title") or "",
        pmid=row.get("pmid"),
        abstract=(AbstractSection(text=text),) if text else (),
        abstract_kind="original" if text else "none",
        journal=Journal(title=row.get("journal")),
        publication_types=types,
        languages=("eng",),
    )


def lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def dev(data: Path, condition: Condition, read: Any, misses: bool) -> None:
    rows = {}
    for row in lines(data / "mecfs" / "records_dev.jsonl"):
        title = hashlib.sha1(row["title"].encode()).hexdigest()[:10]
        rows[row.get("pmid") or f"title:{title}"] = row
    labels = list(lines(data / "mecfs" / "labels_dev.jsonl"))
    for with_types in (True, False):
        right = Counter[str]()
        for label in labels:
            record = record_of(rows[label["key"]], with_types)
            reading = read(record, condition)
            grades = grade(record, reading, condition)
            wanted = [LABELS[label["design"]]]
            wanted += [LABELS[d] for d in label["design_also_acceptable"]]
            got = grades.value("study_type")
            right["first"] += got == wanted[0]
            right["accepted"] += got in wanted
            if misses and got not in wanted:
                print("  type", label["key"], "wanted", wanted, "got", got, "|", record.title)
            key = condition.criterion.key if condition.criterion else ""
            badge = grades.value(key)
            said = badge.split(maxsplit=1)[1] if badge else "not applicable"
            right["criterion"] += said == label["pem"]
            if misses and with_types and said != label["pem"]:
                print("  criterion", label["key"], label["pem"], "got", said, "|", record.title)
        n = len(labels)
        name = "with" if with_types else "without"
        print(
            f"development set, {name} publication types: study type {right['accepted']}/{n} "
            f"({right['first']} the first choice), criterion {right['criterion']}/{n}"
        )


def nbib(path: Path) -> Iterator[dict[str, list[str]]]:
    record: dict[str, list[str]] = {}
    tag = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.strip():
            if record:
                yield record
            record = {}
        elif line[:4].strip() and line[4:6] == "- ":
            tag = line[:4].strip()
            record.setdefault(tag, []).append(line[6:])
        else:
            record[tag][-1] += " " + line.strip()
    if record:
        yield record


def trials(data: Path, condition: Condition, read: Any) -> None:
    counts = Counter[tuple[bool, bool]]()
    for row in nbib(data / "rct" / "rct_medline.nbib"):
        text = {"title": " ".join(row.get("TI", [])), "abstract": " ".join(row.get("AB", []))}
        record = record_of(text, with_types=False)
        got = study_type(record, read(record, condition)).value == "RCT"
        counts["Randomized Controlled Trial" in row["PT"], got] += 1
    hit, missed, false = counts[True, True], counts[True, False], counts[False, True]
    print(
        f"trials in MEDLINE, from title and abstract alone: sensitivity {hit}/{hit + missed} = "
        f"{hit / (hit + missed):.3f}, precision {hit}/{hit + false} = {hit / (hit + false):.3f}"
    )


def corona(data: Path, condition: Condition, read: Any) -> None:
    right, all_of = Counter[str](), Counter[str]()
    with gzip.open(data / "study_type" / "corona_ml_studytype.jsonl.gz", "rt") as file:
        for row in map(json.loads, file):
            labels = [a for a in row["annotations"] if a in CORONA]
            if len(labels) != 1 or not row.get("title") or not row.get("abstract"):
                continue
            record = record_of(row, with_types=False)
            all_of[labels[0]] += 1
            got = study_type(record, read(record, condition)).value
            right[labels[0]] += got in CORONA[labels[0]]
    for label in CORONA:
        print(f"CoronaCentral, {label}: {right[label]}/{all_of[label]} a type that fits")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--misses", action="store_true", help="print what was wrong")
    args = parser.parse_args()
    condition, read = load("mecfs"), reader()
    dev(args.data, condition, read, args.misses)
    trials(args.data, condition, read)
    corona(args.data, condition, read)


if __name__ == "__main__":
    main()
