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

from evidence_atlas.records import Condition

from .auditor import Auditor

FILE = Path(__file__).parents[1] / "examples" / "audit.jsonl"
HALVES = ("looked at", "only scored")


def run(condition: Condition, file: Path = FILE) -> Counter[tuple[str, str, str]]:
    """Verdicts by half, by what the sentences are ("false" or "true"), and by verdict."""
    auditor = Auditor(condition)
    found: Counter[tuple[str, str, str]] = Counter()
    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        for kind in ("false", "true"):
            for sentence in row[kind]:
                verdict = auditor.verdict(row["abstract"], sentence, row["title"])
                found[row["half"], kind, verdict] += 1
    return found
