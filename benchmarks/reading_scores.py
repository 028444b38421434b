"""How well `reading` reads, against labels: counts, definitions, findings, direction.

    python benchmarks/reading_scores.py RECORDS.jsonl LABELS.jsonl [--errors]

The labels were made with a language model; they are for measuring only.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from pathlib import Path

from evidence_atlas.conditions import load
from evidence_atlas.reading import read
from evidence_atlas.records import AbstractSection, PubDate, Record
from evidence_atlas.records.dates import Dates

UP, DOWN = {"increase", "higher"}, {"decrease", "lower"}
NONE = {"no difference", "no association"}


def record_of(row: dict[str, object]) -> Record:
    abstract = str(row.get("abstract") or "")
    year = row.get("year")
    return Record(
        source="plain",
        raw_hash="",
        title=str(row.get("title") or ""),
        pmid=row.get("pmid") or None,  # type: ignore[arg-type]
        abstract=(AbstractSection(text=abstract),) if abstract else (),
        abstract_kind="original" if abstract else "none",
        dates=Dates(published=PubDate(year=int(str(year)))) if year else Dates(),
    )


def coarse(direction: str) -> str:
    if direction in UP:
        return "up"
    if direction in DOWN:
        return "down"
    return "none" if direction in NONE else "other"


def main(records: str, labels: str, errors: bool) -> None:
    condition = load("mecfs")
    rows = [record_of(json.loads(line)) for line in Path(records).read_text().splitlines()]
    by_key = {row.key: row for row in rows}
    score: Counter[str] = Counter()
    for line in Path(labels).read_text().splitlines():
        label = json.loads(line)
        record = by_key.get(label["key"])
        if record is None:
            continue
        reading = read(record, condition)
        people = reading.participants
        for field in ("total", "patients", "controls", "studies", "participants_in_studies"):
            want, got = label["n"].get(field), getattr(people, field)
            if field == "total" and got is None:
                got = people.planned
            score[f"{field} {'stated' if want is not None else 'silent'}"] += 1
            if want == got:
                score[f"{field} {'right' if want is not None else 'silent right'}"] += 1
            elif want is not None and got is not None:
                score[f"{field} wrong"] += 1
            if errors and want != got:
                print(f"{field}: want {want} got {got} | {label['key']} {record.title[:70]}")
        want_defs = {d for d in label["case_definitions"] if not d.startswith("other")}
        score["definitions all"] += 1
        score["definitions right"] += want_defs == set(reading.case_definitions)
        if errors and want_defs != set(reading.case_definitions):
            print("definitions:", want_defs, set(reading.case_definitions), label["key"])
        review = "review" in label["design"] or label["design"] == "meta-analysis"
        taken: set[int] = set()
        for finding in label["findings"]:
            kind = "review findings" if review else "findings"
            score[f"{kind} all"] += 1
            words = re.sub(r"\s+", " ", finding["quote"])
            hit = None
            for i, result in enumerate(reading.results[:8]):
                text = re.sub(r"\s+", " ", reading.sentences[result.sentence].text)
                inside = words in re.sub(r"\s+", " ", result.text)
                if i not in taken and (inside or words in text):
                    if hit is None or inside:
                        hit = i
                    if inside:
                        break
            if hit is None:
                continue
            taken.add(hit)
            score[f"{kind} found"] += 1
            if not review and finding["direction"] != "descriptive":
                got_way = reading.results[hit].direction
                score["direction all"] += 1
                same = coarse(finding["direction"]) == coarse(got_way)
                score["direction right"] += same
                if errors and not same:
                    print(
                        f"dir: want {finding['direction']} got {got_way} | "
                        f"{reading.results[hit].text[:160]}"
                    )
    for name in sorted(score):
        print(f"{name}: {score[name]}")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], "--errors" in sys.argv)
