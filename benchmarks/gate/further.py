"""Further records for the kinds of error that few pages on the illness have a place for.

Crossover trials, trials that count those who finished, results of a part of the people, and
plans: from trials of all fields and from this project's own retold studies. Records are chosen
by words of the abstract before anything is read, so that the choice does not follow what the
program makes of them; where there are more than are needed, by a digest of the key.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from evidence_atlas import sources
from evidence_atlas.records import Condition, Record

from ..scorecard.sources import EXAMPLES, LABELS, key_of, lines, record_of
from .pages import Study, written

CUES = (
    (re.compile(r"cross-?over", re.IGNORECASE), 80),
    (re.compile(r"\b(?:[Oo]f (?:the )?\d+|\d+ of (?:the )?\d+) [^.]{0,60}\bcompleted|"
                r"\b\d+ (?:\w+ ){0,3}(?:completed|finished) (?:the|both|all)"), 70),
    (re.compile(r"\b[Ss]ubgroup|\b(?:In|Among) (?:women|men|patients|those|people|participants) "
                r"(?:with|who|aged)\b"), 150),
    (re.compile(r"(?:trial|study|participants|patients|people|adults) will (?:be|receive|enrol)|"
                r"this (?:study )?protocol|protocol for an?\b"), 40),
)  # fmt: skip
"""What an abstract says where a kind has a place, and how many such records are read at most."""


def studies(data: Path, condition: Condition, known: frozenset[str]) -> Iterator[Study]:
    """The chosen records, each once and none of `known`, read and written as ours are."""
    taken: set[str] = set()
    pool = sorted(_pool(data), key=lambda x: hashlib.sha256(x[0].key.encode()).digest())
    for cue, most in CUES:
        fitting = [x for x in pool if any(cue.search(s.text) for s in x[0].abstract)]
        for record, shown in fitting[:most]:
            if record.key not in taken and record.key not in known:
                taken.add(record.key)
                yield replace(written(record, condition), further=True, shown=shown)


def never_looked_at() -> frozenset[str]:
    """The PMIDs of records whose errors nobody looks at, whatever they are."""
    return frozenset(str(row["key"]) for row in lines(LABELS / "unseen.jsonl"))


def _pool(data: Path) -> Iterator[tuple[Record, bool]]:
    """Every record there is to choose from, and whether what gets through on it may be looked at.

    RobotSearch's records and the retold studies that are only scored are for measuring alone.
    """
    for item in sources.read_file(data / "rct" / "rct_medline.nbib"):
        if isinstance(item, Record):
            yield item, False
    for row in lines(data / "trial_outcomes" / "article_abstracts.jsonl.gz"):
        yield record_of(_whole(row)), True
    for row in lines(EXAMPLES / "retold.jsonl"):
        yield record_of(row), row["half"] == "looked at"
    unseen = never_looked_at()
    for row in lines(data / "mecfs" / "longcovid_records.jsonl.gz"):
        if key_of(row) not in unseen:
            yield record_of(row), True


def _whole(row: dict[str, Any]) -> dict[str, Any]:
    """A row of Evidence Inference with its parts as one abstract, their labels kept."""
    parts = (
        f"{p['label']}: {p['text']}" if p["label"] else p["text"] for p in row["abstract_parts"]
    )
    return {**row, "abstract": "\n".join(parts)}
