"""The study type and the words of design, on labelled abstracts and on the project's examples.

Labelled: `mecfs/labels_dev.jsonl` (a label may name other types that a careful reader could
defend; they count as right). Examples: `benchmarks/examples/types_*.jsonl`, written by us; rules
were written with those of odd number at hand, and those of even number were only scored, so the
even ones are the figure to look at.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from evidence_atlas.conditions import load
from evidence_atlas.grading import STUDY_TYPES
from evidence_atlas.grading.study_type import study_type
from evidence_atlas.reading import read
from evidence_atlas.records import AbstractSection, Condition, Design, Journal, Record

from .figures import Figure, Section, macro_f1, per_class, share

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
NAMES = {name.lower().replace(" ", "-"): name for name in STUDY_TYPES} | {
    "randomised-controlled-trial": "RCT"
}
_TARGET = 0.95


class Read(NamedTuple):
    """One text: which it is, the types that are right (the first is the best), and what we say."""

    key: str
    want: tuple[str, ...]
    got: str | None
    label: dict[str, Any]
    design: Design

    @property
    def right(self) -> bool:
        """Whether the type is one that a careful reader could defend."""
        return self.got in self.want

    @property
    def pair(self) -> tuple[str, str | None]:
        """The type wanted and the type given; a defended other type counts as the wanted one."""
        return self.want[0], self.want[0] if self.right else self.got


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def read_one(
    row: dict[str, Any], want: tuple[str, ...], label: dict[str, Any],
    condition: Condition, types: bool,
) -> Read:  # fmt: skip
    """One text read and graded, with PubMed's publication types or without."""
    text = row.get("abstract") or ""
    record = Record(
        source="benchmark", raw_hash="", title=row.get("title") or "", pmid=row.get("pmid"),
        abstract=(AbstractSection(text=text),) if text else (),
        abstract_kind="original" if text else "none",
        journal=Journal(title=row.get("journal")), languages=("eng",),
        publication_types=tuple(row.get("publication_types") or ()) if types else (),
    )  # fmt: skip
    reading = read(record, condition)
    key = str(label.get("key") or label.get("id"))
    return Read(key, want, study_type(record, reading).value, label, reading.design)


def labelled(records: Path, labels: Path, condition: Condition, types: bool) -> list[Read]:
    """The labelled abstracts, read."""
    rows = {}
    for row in _lines(records):
        title = hashlib.sha1(row["title"].encode()).hexdigest()[:10]
        rows[row.get("pmid") or f"title:{title}"] = row
    found = []
    for label in _lines(labels):
        want = tuple(NAMES[d] for d in (label["design"], *label["design_also_acceptable"]))
        found.append(read_one(rows[label["key"]], want, label, condition, types))
    return found


def examples(condition: Condition) -> tuple[list[Read], list[Read]]:
    """The project's examples: those of odd number, those of even number."""
    odd, even = [], []
    for path in sorted(EXAMPLES.glob("types_*.jsonl")):
        for row in _lines(path):
            found = read_one(row, (row["study_type"], *row["also"]), row, condition, types=False)
            (odd if int(row["id"].rsplit("-", 1)[1]) % 2 else even).append(found)
    return odd, even


def _fields(reads: list[Read], name: str) -> Iterator[Figure]:
    """Precision and recall of the words of design: true against not true; each blinding."""
    asked: list[tuple[str, Any]] = [(f, True) for f in ("randomised", "crossover", "placebo")]
    asked += [("blinding", value) for value in ("double", "single", "open")]
    for field, value in asked:
        got = sum(getattr(r.design, field) == value for r in reads)
        want = sum(r.label[field] == value for r in reads)
        both = sum(getattr(r.design, field) == value == r.label[field] for r in reads)
        title = field if value is True else f"{value}-blind" if value != "open" else "open label"
        yield share(f"{name}: {title}, precision", both, got, at_least=_TARGET)
        yield share(f"{name}: {title}, recall", both, want, at_least=_TARGET)


def measure(data: Path) -> Section:
    """Share of right study types; each class's precision and recall; the words of design."""
    condition = load("mecfs")
    figures: list[Figure] = []
    errors: list[dict[str, object]] = []
    for types, how in ((True, "with publication types"), (False, "from title and abstract")):
        reads = labelled(
            data / "mecfs/records_dev.jsonl", data / "mecfs/labels_dev.jsonl", condition, types
        )
        common = max(STUDY_TYPES, key=lambda t: sum(t in r.want for r in reads))
        always = sum(common in r.want for r in reads) / len(reads)
        right = sum(r.right for r in reads)
        figures.append(share(
            f"labelled, {how}", right, len(reads), constant=always, at_least=_TARGET,
            peer="two readings of such labels agreed in 0.97",
        ))  # fmt: skip
        errors += [{"set": how, "key": r.key, "want": r.want, "got": r.got}
                   for r in reads if not r.right]  # fmt: skip
    odd, even = examples(condition)
    for name, reads in (("examples seen", odd), ("examples unseen", even)):
        if not reads:
            continue
        pairs = [r.pair for r in reads]
        kinds = [t for t in STUDY_TYPES if any(t == want for want, _ in pairs)]
        most = Counter(want for want, _ in pairs).most_common(1)[0][1] / len(pairs)
        figures.append(share(f"{name}: right type", sum(r.right for r in reads), len(reads),
                             constant=most))  # fmt: skip
        figures.append(Figure(f"{name}: macro-F1", macro_f1(pairs, kinds), len(reads)))
        if reads is even:
            for kind, (_, _, _, n) in per_class(pairs, kinds).items():
                hit = sum(w == g == kind for w, g in pairs)
                given = sum(g == kind for _, g in pairs)
                figures.append(share(f"{name}: {kind}, precision", hit, given, at_least=_TARGET))
                figures.append(share(f"{name}: {kind}, recall", hit, n, at_least=_TARGET))
        figures += _fields(reads, name)
    errors += [{"set": "examples seen", "key": r.key, "want": r.want, "got": r.got}
               for r in odd if not r.right]  # fmt: skip
    return Section(
        key="study_types",
        title="Study type and words of design",
        data=f"labelled ME/CFS and long-COVID abstracts; {len(odd) + len(even)} examples of ours",
        figures=tuple(figures),
        errors=tuple(errors),
        notes=(
            "The labels were made with a language model. The errors of unseen examples are not "
            "listed, so that they stay unseen.",
        ),
    )
