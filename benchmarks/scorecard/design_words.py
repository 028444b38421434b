"""The words of design on abstracts of trials and of other studies in MEDLINE.

150 of RobotSearch's records, labelled by this project with a language model before the rules were
written (`benchmarks/labels/trials_*.jsonl`); 70 were at hand for the rules, 80 only scored.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from evidence_atlas.reading import read
from evidence_atlas.records import Design, Record
from evidence_atlas.sources import read_file

from .figures import Figure, Section, share
from .sources import LABELS, condition, lines

ASKED: tuple[tuple[str, str, object], ...] = (
    ("randomised", "randomised", True), ("crossover", "crossover", True),
    ("placebo", "placebo", True), ("double-blind", "blinding", "double"),
    ("single-blind", "blinding", "single"), ("open label", "blinding", "open"),
)  # fmt: skip
"""What is asked: its name, the field, the value that counts as yes (all else is no)."""
_TARGET = 0.95


def figures_of(pairs: list[tuple[dict[str, Any], Design]], name: str) -> Iterator[Figure]:
    """Precision and recall of each word of design, from labels and designs."""
    for title, field, value in ASKED:
        # What two careful readers could answer differently is not asked.
        sure = [(x, design) for x, design in pairs if field not in x.get("doubt", ())]
        want = [label[field] == value for label, _ in sure]
        got = [getattr(design, field) == value for _, design in sure]
        both = sum(w and g for w, g in zip(want, got, strict=True))
        yield share(f"{name}: {title}, precision", both, sum(got), at_least=_TARGET)
        yield share(f"{name}: {title}, recall", both, sum(want), at_least=_TARGET)


def measure(data: Path) -> Section:
    """Randomised, crossover, placebo and blinding, on the labels seen and unseen."""
    records = {r.pmid: r for r in read_file(data / "rct" / "rct_medline.nbib") if _plain(r)}
    figures: list[Figure] = []
    for name in ("unseen", "seen"):
        labels = list(lines(LABELS / f"trials_{name}.jsonl"))
        pairs = [(x, read(records[x["pmid"]], condition()).design) for x in labels]
        figures += figures_of(pairs, name)
    return Section(
        key="design_words",
        title="Randomised, crossover, placebo, blinding",
        data="150 records of RobotSearch's test set, labels of this project (language model)",
        figures=tuple(figures),
        notes=("Not stated and not true count as one: what is asked is whether it is so.",),
    )


def _plain(item: object) -> bool:
    return isinstance(item, Record) and bool(item.abstract)
