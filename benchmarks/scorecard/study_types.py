"""The study type on labelled abstracts (`mecfs/labels_dev.jsonl`).

A label may name other types that a careful reader could defend; they count as right.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from evidence_atlas.grading import STUDY_TYPES
from evidence_atlas.grading.study_type import study_type
from evidence_atlas.reading import read
from evidence_atlas.records import Design

from .figures import Figure, Section, share
from .sources import accepted_types, condition, labelled, record_of

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


def read_one(
    row: dict[str, Any], want: tuple[str, ...], label: dict[str, Any], types: bool
) -> Read:
    """One text read and graded, with PubMed's publication types or without."""
    record = record_of(row, types)
    reading = read(record, condition())
    key = str(label.get("key") or label.get("id"))
    return Read(key, want, study_type(record, reading).value, label, reading.design)


def measure(data: Path) -> Section:
    """Share of right study types, with publication types and without."""
    figures: list[Figure] = []
    errors: list[dict[str, object]] = []
    for types, how in ((True, "with publication types"), (False, "from title and abstract")):
        reads = [
            read_one(row, accepted_types(label), label, types) for row, label in labelled(data)
        ]
        common = max(STUDY_TYPES, key=lambda t: sum(t in r.want for r in reads))
        always = sum(common in r.want for r in reads) / len(reads)
        right = sum(r.right for r in reads)
        figures.append(share(
            f"labelled, {how}", right, len(reads), constant=always, at_least=_TARGET,
            peer="two readings of such labels agreed in 0.97",
        ))  # fmt: skip
        errors += [{"set": how, "key": r.key, "want": r.want, "got": r.got}
                   for r in reads if not r.right]  # fmt: skip
    return Section(
        key="study_types",
        title="Study type",
        data="labelled ME/CFS and long-COVID abstracts",
        figures=tuple(figures),
        errors=tuple(errors),
        notes=("The labels were made with a language model.",),
    )
