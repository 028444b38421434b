"""The study type and the words of design on the project's own examples.

`benchmarks/examples/types_*.jsonl`, written by us. Rules and words were made with those of odd
number at hand; those of even number were only scored, so the even ones are the figure to look at.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from evidence_atlas.grading import STUDY_TYPES

from .design_words import figures_of
from .figures import Figure, Section, macro_f1, per_class, share
from .sources import EXAMPLES, lines
from .study_types import Read, read_one

_TARGET = 0.95


def examples() -> tuple[list[Read], list[Read]]:
    """The project's examples: those of odd number, those of even number."""
    odd: list[Read] = []
    even: list[Read] = []
    for path in sorted(EXAMPLES.glob("types_*.jsonl")):
        for row in lines(path):
            found = read_one(row, (row["study_type"], *row["also"]), row, types=False)
            (odd if int(row["id"].rsplit("-", 1)[1]) % 2 else even).append(found)
    return odd, even


def measure(data: Path) -> Section:
    """The share of right types; each class's precision and recall; the words of design."""
    odd, even = examples()
    figures: list[Figure] = []
    for name, reads in (("unseen", even), ("seen", odd)):
        pairs = [r.pair for r in reads]
        kinds = [t for t in STUDY_TYPES if any(t == want for want, _ in pairs)]
        most = Counter(want for want, _ in pairs).most_common(1)[0][1] / len(pairs)
        figures.append(share(f"{name}: right type", sum(r.right for r in reads), len(reads),
                             constant=most, at_least=_TARGET))  # fmt: skip
        figures.append(Figure(f"{name}: macro-F1", macro_f1(pairs, kinds), len(reads)))
        for kind, (_, _, _, n) in per_class(pairs, kinds).items():
            hit = sum(w == g == kind for w, g in pairs)
            given = sum(g == kind for _, g in pairs)
            figures.append(share(f"{name}: {kind}, precision", hit, given, at_least=_TARGET))
            figures.append(share(f"{name}: {kind}, recall", hit, n, at_least=_TARGET))
        figures += figures_of([(r.label, r.design) for r in reads], name)
    return Section(
        key="own_study_types",
        title="Study type and words of design on our own examples",
        data=f"{len(odd) + len(even)} examples; those of even number unseen",
        figures=tuple(figures),
        errors=tuple({"key": r.key, "want": r.want, "got": r.got} for r in odd if not r.right),
        notes=(
            "Errors are listed for the odd numbers only, so that the even ones stay unseen. The "
            "word model has learnt from the odd ones: their figures say nothing of new texts.",
        ),
    )
