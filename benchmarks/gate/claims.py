"""Claims against abstracts, as others collected and labelled them. For evaluation only.

* HealthVer dev (Sarrouti et al. 2021): claims on COVID-19 against a passage. Supports,
  Refutes, Neutral.
* CliniFact validation (Zhang et al. 2025): "A is superior to B in terms of C" against a trial's
  abstract. Label 1 supported, 0 refuted, 2 not enough information (an abstract of another
  study); seen from its p values and checked in `_clinifact`.
* PubMedQA labelled part (Jin et al. 2019): the question, put as a statement by leaving out its
  first auxiliary verb and the question mark, against the abstract without its conclusion. Yes,
  no, maybe.
* NLI4CT dev (Jullien et al. 2024): two statements on one trial, and whether the second keeps the
  first's meaning. The second is held against the first: supported or not.

None of them was looked at while the rules were made.
"""

from __future__ import annotations

import csv
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from evidence_atlas.records import Condition

from .auditor import Auditor

PUBLISHED = {
    "HealthVer dev": "T5 fine-tuned on HealthVer: accuracy 80.7 %, macro-F1 79.6 (test part; "
    "leaderboard of the authors)",
    "CliniFact validation": "BioBERT fine-tuned: accuracy 80.2 %; Llama3-70B: 53.6 % (test part; "
    "doi 10.1038/s41597-025-04417-x)",
    "PubMedQA": "BioBERT fine-tuned: accuracy 68.1 %; one person: 78.0 %; majority: 55.2 % "
    "(test part; arXiv 1909.06146)",
    "NLI4CT dev pairs": "no figure for pairs is published that we know of",
}
_AUXILIARY = re.compile(
    r"^(?:do|does|did|is|are|was|were|can|could|should|may|might|will|would|has|have|had)\s",
    re.IGNORECASE,
)
_VERDICTS = ("supported", "contradicted", "unsupported")


@dataclass(frozen=True)
class Score:
    """Confusion counts (label, verdict), with the arithmetic that they need."""

    name: str
    counts: Counter[tuple[str, str]]

    @property
    def labels(self) -> list[str]:
        return sorted({label for label, _ in self.counts})

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    def recall(self, label: str) -> float:
        of = sum(n for (x, _), n in self.counts.items() if x == label)
        return self.counts[label, label] / of if of else 0.0

    def precision(self, label: str) -> float | None:
        said = sum(n for (_, v), n in self.counts.items() if v == label)
        return self.counts[label, label] / said if said else None

    @property
    def balanced_accuracy(self) -> float:
        """The mean of the recalls; a constant answer gets one divided by the classes."""
        return sum(self.recall(x) for x in self.labels) / len(self.labels)

    @property
    def accuracy(self) -> float:
        return sum(n for (x, v), n in self.counts.items() if x == v) / self.total

    @property
    def majority(self) -> float:
        """The accuracy of always giving the commonest label."""
        by_label: Counter[str] = Counter()
        for (label, _), n in self.counts.items():
            by_label[label] += n
        return max(by_label.values()) / self.total


def run(folder: Path, condition: Condition, limit: int | None = None) -> Iterator[Score]:
    """Each set in turn; `limit` takes evenly spread items, for a quick look."""
    auditor = Auditor(condition)
    for name, items in (
        ("HealthVer dev", _healthver(folder / "healthver_dev.csv")),
        ("CliniFact validation", _clinifact(folder / "clinifact_validation.csv")),
        ("PubMedQA", _pubmedqa(folder / "pubmedqa.jsonl.gz")),
        ("NLI4CT dev pairs", _nli4ct(folder / "nli4ct_dev_pair.json")),
    ):
        rows = sorted(items)
        step = max(1, len(rows) // limit) if limit else 1
        counts: Counter[tuple[str, str]] = Counter()
        for title, text, claim, label in rows[::step]:
            verdict = auditor.verdict(text, claim, title)
            if name.startswith("NLI4CT"):
                verdict = verdict if verdict == "supported" else "not supported"
            counts[label, verdict] += 1
        yield Score(name, counts)


def _healthver(file: Path) -> Iterator[tuple[str, str, str, str]]:
    labels = dict(zip(("Supports", "Refutes", "Neutral"), _VERDICTS, strict=True))
    with file.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            yield "", row["evidence"], row["claim"], labels[row["label"]]


def _clinifact(file: Path) -> Iterator[tuple[str, str, str, str]]:
    labels = dict(zip(("1", "0", "2"), _VERDICTS, strict=True))
    with file.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            title = row["article_title"]
            yield title, row["article_abstract"], row["claim"], labels[row["label"]]


def _pubmedqa(file: Path) -> Iterator[tuple[str, str, str, str]]:
    labels = dict(zip(("yes", "no", "maybe"), _VERDICTS, strict=True))
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            text = "\n".join(
                f"{label}: {part}"
                for label, part in zip(row["LABELS"], row["CONTEXTS"], strict=True)
            )
            yield "", text, stated(row["QUESTION"]), labels[row["final_decision"]]


def stated(question: str) -> str:
    """A question as a statement: its last part, without the auxiliary verb that asks."""
    last = re.split(r"(?<=[.:!])\s+", question.strip())[-1]
    bare = _AUXILIARY.sub("", last).rstrip("?! ")
    return f"{bare[:1].upper()}{bare[1:]}."


def _nli4ct(file: Path) -> Iterator[tuple[str, str, str, str]]:
    for _, _, _, first, second, _, label in json.loads(file.read_text(encoding="utf-8")):
        yield "", _closed(first), _closed(second), "supported" if label == 1 else "not supported"


def _closed(claim: str) -> str:
    return claim if claim.rstrip().endswith((".", "!", "?")) else f"{claim.rstrip()}."
