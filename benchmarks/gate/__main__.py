"""How well the gate and the audit catch what is wrong and let pass what is right.

    python -m benchmarks.gate DATA [--part planted|true|strict|claims]... [--write docs/gate]
                                   [--misses N] [--held] [--kind NAME]... [--most N] [--limit N]
                                   [--check]

DATA is the folder of real data. Parts that are not run keep their figures in the written page.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from evidence_atlas import conditions
from evidence_atlas.records import Condition

from . import claims, further, pages, planted, report, strictness, true_sentences

PARTS = ("planted", "true", "strict", "claims")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--part", action="append", choices=PARTS)
    parser.add_argument("--condition", default="mecfs")
    parser.add_argument("--write", type=Path, help="write figures.json and figures.md here")
    parser.add_argument("--misses", type=int, default=0, help="print so many misses a kind")
    parser.add_argument("--held", action="store_true", help="print what holds clean pages")
    parser.add_argument("--kind", action="append", default=[], help="plant only this kind")
    parser.add_argument("--most", type=int, default=planted.MOST, help="of a kind in each half")
    parser.add_argument("--limit", type=int, help="so many claims a set, for a quick look")
    parser.add_argument("--check", action="store_true", help="exit 1 where a target is missed")
    options = parser.parse_args()
    condition = conditions.load(options.condition)
    parts = options.part or list(PARTS)
    figures = {}
    file = options.write / "figures.json" if options.write else None
    if file is not None and file.exists():
        figures = json.loads(file.read_text(encoding="utf-8"))
    if "planted" in parts:
        studies = planted_into(options.data, condition)
        found = planted.run(studies, frozenset(options.kind), options.most)
        figures["planted"] = report.planted(found)
        for name in sorted(found.misses) if options.misses else ():
            print(name, *found.misses[name][: options.misses], sep="\n    ")
        if options.held:
            print(*found.held, sep="\n")
    if "true" in parts:
        verdicts = true_sentences.run(options.data / "mecfs", condition)
        figures["true"] = report.true_sentences(verdicts)
        print(*verdicts.contradicted, sep="\n")
    if "strict" in parts:
        figures["strict"] = report.strict(strictness.run(condition))
    if "claims" in parts:
        scores = list(claims.run(options.data / "faithfulness", condition, options.limit))
        figures["claims"] = report.claims(scores)
    text = report.page(figures)
    print(text)
    if file is not None:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(figures, indent=1, sort_keys=True) + "\n", encoding="utf-8")
        (file.parent / "figures.md").write_text(text + "\n", encoding="utf-8")
    return 1 if options.check and not _owed(figures) else 0


def planted_into(data: Path, condition: Condition) -> Iterator[pages.Study]:
    """Our own records, then further ones for the kinds that these have few places for."""
    files = [data / "mecfs" / f"records_{x}.jsonl" for x in ("dev", "unlabelled")]
    known: set[str] = set()
    for study in pages.studies(files, condition, further.never_looked_at()):
        known.add(study.record.key)
        yield study
    yield from further.studies(data, condition, frozenset(known))


def _owed(figures: dict) -> bool:
    """Whether every target that was measured is met."""
    met = True
    if "planted" in figures:
        for name in ("number", "negation", "all"):
            caught, of = figures["planted"][name]
            met &= not of or caught / of >= report.OWED[name]
    if "true" in figures:
        true = figures["true"]
        met &= true["contradicted"] / true["true"] <= report.OWED["contradicted"]
    return met


if __name__ == "__main__":
    sys.exit(main())
