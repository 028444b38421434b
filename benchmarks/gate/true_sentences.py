"""What the audit says of sentences that others wrote freely and truly about an abstract.

The labels' `plain_summary` and `findings` are true; their `not_supported` lines are what a
careless summary might claim. Wrongly "contradicted" is the figure that matters; wrongly
"unsupported" is given by cause.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from evidence_atlas import sources
from evidence_atlas.checking.audit.judge import judge
from evidence_atlas.pipeline.auditing import split
from evidence_atlas.records import Condition, Record

from .pages import written


@dataclass
class Verdicts:
    """Verdicts by source of the sentence, and the causes of "unsupported" for true ones."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    causes: Counter[str] = field(default_factory=Counter)
    contradicted: list[str] = field(default_factory=list)

    def true(self, verdict: str | None = None) -> int:
        """How many true sentences there are, or got this verdict."""
        return sum(
            n for (kind, v), n in self.counts.items()
            if kind != "not_supported" and verdict in (None, v)
        )  # fmt: skip


def run(folder: Path, condition: Condition) -> Verdicts:
    """Audit every sentence of `labels_dev.jsonl` against its record of `records_dev.jsonl`."""
    records = {r.key: r for r in sources.read_file(folder / "records_dev.jsonl")
               if isinstance(r, Record)}  # fmt: skip
    found = Verdicts()
    for line in (folder / "labels_dev.jsonl").read_text(encoding="utf-8").splitlines():
        label = json.loads(line)
        study = written(records[label["key"]], condition)
        for kind, sentence in _sentences(label):
            judged = judge(study.abstract, sentence)
            found.counts[kind, judged.verdict] += 1
            if kind == "not_supported":
                continue
            if judged.verdict == "unsupported":
                found.causes[_cause(judged.because)] += 1
            elif judged.verdict == "contradicted":
                found.contradicted.append(f"{label['key']}: {judged.because}")
    return found


def _sentences(label: dict[str, object]) -> Iterable[tuple[str, str]]:
    for sentence in split(str(label["plain_summary"])):
        yield "plain_summary", sentence
    for finding in label["findings"]:  # type: ignore[attr-defined]
        yield "findings", finding["text"]
    for line in label["not_supported"]:  # type: ignore[attr-defined]
        bare = re.sub(r"^That ", "", re.sub(r" \([^)]*\)$", "", line)).strip()
        yield "not_supported", f"{bare[:1].upper()}{bare[1:].rstrip('.')}."


def _cause(because: str) -> str:
    """A reason without what it found in the one sentence."""
    bare = re.sub(r"“[^”]*”", "…", because.split(":")[0])
    return re.sub(r"^the abstract has no .*", "the abstract has no such short form", bare)
