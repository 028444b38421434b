"""How often the audit calls plainly false sentences supported, beside true ones.

`benchmarks/examples/audit.jsonl` holds invented abstracts, each with sentences it bears out and
sentences that it does not: a number moved to other people, a comparison told of the other side, a
part told as the whole, a null told as a result. Of every second abstract no verdict was looked at
while the rules were made ("only scored").
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

from evidence_atlas.checking.audit.abstract import Abstract
from evidence_atlas.checking.audit.judge import judge
from evidence_atlas.pipeline.auditing import plain_abstract
from evidence_atlas.records import Condition

from .pages import written

FILE = Path(__file__).parents[1] / "examples" / "audit.jsonl"
HALVES = ("looked at", "only scored")


def run(condition: Condition, file: Path = FILE) -> Counter[tuple[str, str, str]]:
    """Verdicts by half, by what the sentences are ("false" or "true"), and by verdict."""
    found: Counter[tuple[str, str, str]] = Counter()
    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        record = plain_abstract(f"{row['title']}\n\n{row['abstract']}")
        study = written(record, condition)
        abstract = Abstract(record, study.reading, study.grades, condition)
        for kind in ("false", "true"):
            for sentence in row[kind]:
                found[row["half"], kind, judge(abstract, sentence).verdict] += 1
    return found
