"""What a careless summary might claim, looked for on our pages.

    python -m benchmarks.careless DATA [--write FILE] [--check]

The labels' `not_supported` lines (mecfs/labels_dev.jsonl) say what an abstract does not bear out.
Each line is set against every sentence that its page claims: what is denied (What This Study Does
Not Prove, Remaining Questions, Not fair to say) is set aside. A sentence comes near a line where
it holds at least half of the line's content words, in some form. Nearness is no
verdict: each near pair was read, and whether the sentence says what the line claims stands in
`labels/careless_read.toml`, under the sentence as it was read. A pair that nobody has read is
reported as unread, and with --check it fails, as a pair that was read as said does.
"""

from __future__ import annotations

import argparse
import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.scorecard.sources import LABELS, condition, labelled, record_of
from benchmarks.together import alone

from evidence_atlas.checking.case import claimed, denied
from evidence_atlas.checking.content_words import content, stem
from evidence_atlas.records import Page, Record

NEAR = 0.5
READ = LABELS / "careless_read.toml"
_BRACKET = re.compile(r"\s*\([^()]*\)")


@dataclass(frozen=True)
class Near:
    """A line and the sentence of its page that comes nearest to it."""

    key: str
    line: str
    sentence: str
    share: float


def page_of(record: Record) -> Page:
    """The record's page, written by itself."""
    return alone(record, condition()).page


def nearest(line: str, page: Page) -> tuple[float, str]:
    """The largest share of the line's content words that one claimed sentence holds."""
    wanted = {stem(w) for w in content(_BRACKET.sub("", line.removeprefix("That ")))}
    best = (0.0, "")
    for statement in page.statements():
        if denied(statement):
            continue
        held = {stem(w) for w in content(claimed(statement))}
        share = len(wanted & held) / max(len(wanted), 1)
        best = max(best, (share, statement.text))
    return best


def look(data: Path) -> Iterator[tuple[str, str, float, str]]:
    """Every line with the nearest sentence of its page."""
    for row, label in labelled(data):
        page = page_of(record_of(row))
        for line in label["not_supported"]:
            yield (label["key"], line, *nearest(line, page))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("--write", type=Path, metavar="FILE")
    parser.add_argument("--check", action="store_true")
    args = parser.parse_args()
    verdicts = {
        (v["key"], v["sentence"]): v for v in tomllib.loads(READ.read_text("utf-8"))["read"]
    }
    lines = list(look(args.data))
    near = [Near(*found[:2], found[3], found[2]) for found in lines if found[2] >= NEAR]
    unread = [n for n in near if (n.key, n.sentence) not in verdicts]
    said = [n for n in near if verdicts.get((n.key, n.sentence), {}).get("said")]
    text = report(len(lines), len({found[0] for found in lines}), near, unread, said)
    print(text)
    for n in unread:
        print(f"UNREAD {n.key}\n  claim: {n.line}\n  page:  {n.sentence}\n")
    if args.write:
        args.write.write_text(text, encoding="utf-8")
    if args.check and (unread or said):
        sys.exit(1)


def report(lines: int, pages: int, near: list[Near], unread: list[Near], said: list[Near]) -> str:
    return "\n".join([
        "# What a careless summary might claim",
        "",
        "Made by `python -m benchmarks.careless`; do not edit. How it is looked for stands there.",
        "",
        f"* lines that an abstract does not bear out: {lines}, of {pages} labelled records",
        f"* with a sentence on the page that comes near (half of the content words): {len(near)}",
        f"* of these read, and found to say something else: {len(near) - len(unread) - len(said)}",
        f"* read, and found to say it: {len(said)}",
        f"* not yet read: {len(unread)}",
        "",
    ])  # fmt: skip


if __name__ == "__main__":
    main()
