"""What a change of the code does to the pages of the real records, line by line.

    python -m benchmarks.page_changes DATA NOW [--since BEFORE] [--show KEY ...]

Every record of `DATA/mecfs` is read, graded, written and checked as one atlas, on two processes,
and the pages are kept in NOW (JSON lines: key, title, abstract, the lines of each section, what
the gate holds them back for). With `--since`, the pages of BEFORE that differ are printed, each
with the lines that went (-) and came (+); with `--show`, the named pages are printed whole beside
their abstracts, from NOW as it is, without a new run where it exists.
"""

from __future__ import annotations

import argparse
import difflib
import json
import multiprocessing
from collections.abc import Iterable
from pathlib import Path
from statistics import quantiles
from typing import Any

from benchmarks.scorecard.sources import condition, lines, record_of
from benchmarks.together import Written, together

from evidence_atlas.checking import held
from evidence_atlas.records import Record

RECORDS = ("records_dev.jsonl", "records_unlabelled.jsonl", "longcovid_records.jsonl.gz")
PROCESSES = 2
Kept = dict[str, Any]


def kept(one: Written) -> Kept:
    """A page as plain data: what a reader sees of it, and what the gate has against it."""
    flags = one.flags()
    return {
        "key": one.record.key,
        "pmid": one.record.pmid,
        "title": one.record.title,
        "abstract": [[s.label, s.text] for s in one.record.abstract],
        "bare": one.page.bare is not None,
        "lines": [[s.section, s.text] for s in one.page.statements()],
        "held": [f"{f.code}: {f.detail}" for f in flags] if held(flags) else [],
    }


def name(page: Kept) -> str:
    return page["pmid"] or page["key"]


def changed(before: Iterable[Kept], now: Iterable[Kept]) -> dict[str, list[str]]:
    """Of each page that differs, its lines that went and came, in the page's order."""
    was = {page["key"]: page for page in before}
    found = {}
    for page in now:
        old = was.get(page["key"], {"lines": []})
        told, tells = (["  ".join(line) for line in p["lines"]] for p in (old, page))
        if told != tells:
            rows = difflib.ndiff(told, tells)
            found[name(page)] = [row for row in rows if row[:2] in ("- ", "+ ")]
    return found


def shown(page: Kept) -> str:
    """A page beside its abstract, for a reader."""
    rows = [f"##### {name(page)}  {page['title']}", ""]
    rows += [f"{label or ''}: {text}" for label, text in page["abstract"]]
    rows += ["", *(f"  [{section}] {text}" for section, text in page["lines"])]
    return "\n".join([*rows, *(f"  HELD {flag}" for flag in page["held"]), ""])


def quick_grades(pages: Iterable[Kept]) -> list[float]:
    """The Flesch-Kincaid grade of each Quick Summary."""
    import textstat

    quick = [
        " ".join(text for section, text in p["lines"] if section == "quick_summary")
        for p in pages
        if not p["bare"]
    ]
    return [float(textstat.flesch_kincaid_grade(q)) for q in quick if q.strip()]


def read(path: Path) -> list[Kept]:
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def _records(data: Path) -> list[Record]:
    return [record_of(row) for name in RECORDS for row in lines(data / "mecfs" / name)]


def _part(task: tuple[Path, int]) -> list[Kept]:
    data, part = task
    made = together(_records(data), condition(), lambda place: place % PROCESSES == part)
    return [kept(one) for one in made]


def make(data: Path) -> list[Kept]:
    """The pages of all records, in the order of the files."""
    with multiprocessing.Pool(PROCESSES) as pool:
        parts = pool.map(_part, [(data, part) for part in range(PROCESSES)])
    order = {record.key: at for at, record in enumerate(_records(data))}
    return sorted((page for part in parts for page in part), key=lambda p: order[p["key"]])


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("now", type=Path)
    parser.add_argument("--since", type=Path)
    parser.add_argument("--show", nargs="*", default=())
    args = parser.parse_args()
    if args.show and args.now.exists():
        print("\n".join(shown(p) for p in read(args.now) if name(p) in args.show))
        return
    pages = make(args.data)
    args.now.write_text(
        "".join(json.dumps(p, ensure_ascii=False) + "\n" for p in pages), encoding="utf-8"
    )
    for key, rows in (changed(read(args.since), pages) if args.since else {}).items():
        print(f"### {key}", *rows, "", sep="\n")
    grades = quick_grades(pages)
    print(f"{len(pages)} pages; held {sum(bool(p['held']) for p in pages)}", end="; ")
    print(f"Quick, 95th percentile {quantiles(grades, n=20, method='inclusive')[-1]:.2f}")


if __name__ == "__main__":
    main()
