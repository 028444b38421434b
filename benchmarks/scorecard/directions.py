"""Which way each found result points: against the labels' direction, coarse and in full."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

from evidence_atlas.reading import read

from .figures import Figure, Section, bootstrap, macro_f1, per_class, share
from .findings import is_review, paired
from .sources import condition, labelled, record_of, short

COARSE = {
    "increase": "up", "higher": "up", "decrease": "down", "lower": "down",
    "no difference": "none", "no association": "none",
}  # fmt: skip
"""Up, down or none; association, mixed and descriptive are "other"."""
WAYS = ("up", "down", "none", "other")
FULL = (
    "increase", "decrease", "higher", "lower", "no difference", "association",
    "no association", "mixed", "descriptive",
)  # fmt: skip
Pair = tuple[str, str]


def coarse(direction: str) -> str:
    """Which of the four ways a direction is of."""
    return COARSE.get(direction, "other")


def measure(data: Path) -> Section:
    """Directions of the findings found in the development records, reviews left out."""
    pairs: list[Pair] = []
    errors: list[dict[str, object]] = []
    for row, label in labelled(data):
        if is_review(label):
            continue
        reading = read(record_of(row), condition())
        for i, place in sorted(paired(label["findings"], reading).items()):
            finding: dict[str, Any] = label["findings"][i]
            want, got = finding["direction"], reading.results[place].direction
            pairs.append((want, got))
            if coarse(want) != coarse(got) or ("descriptive" in (want, got) and want != got):
                text = short(reading.results[place].text)
                errors.append({"key": label["key"], "want": want, "got": got, "text": text})
    pointing = [(want, got) for want, got in pairs if want != "descriptive"]
    described = [got for want, got in pairs if want == "descriptive"]
    return Section(
        key="directions",
        title="Directions of results",
        data="ME/CFS development labels (made with a language model), findings found",
        figures=(*_coarse(pointing), *_full(pairs, pointing, described)),
        errors=tuple(errors),
        notes=(
            "Up is increase and higher; down is decrease and lower; none is no difference and no "
            "association; other is association, mixed and descriptive.",
            "Findings labelled descriptive are left out of the first figures and stand apart.",
        ),
    )


def _coarse(pointing: list[Pair]) -> list[Figure]:
    ways = [(coarse(want), coarse(got)) for want, got in pointing]
    commonest = Counter(want for want, _ in ways).most_common(1)
    right = sum(want == got for want, got in ways)
    figures = [
        share(
            "direction right (up, down, none, other)", right, len(ways), at_least=0.90,
            constant=commonest[0][1] / len(ways) if ways else None,
        )
    ]  # fmt: skip
    for name, (precision, recall, _, n) in per_class(ways, WAYS).items():
        got = sum(g == name for _, g in ways)
        figures.append(share(f"{name}: precision", round(precision * got), got))
        figures.append(share(f"{name}: recall", round(recall * n), n))
    return figures


def _full(pairs: list[Pair], pointing: list[Pair], described: list[str]) -> list[Figure]:
    right = sum(want == got for want, got in pointing)
    low, high = bootstrap(pairs, lambda sample: macro_f1(sample, FULL))
    figures = [
        share("direction right (full list)", right, len(pointing)),
        Figure("macro-F1 over the full list", macro_f1(pairs, FULL), len(pairs), low, high),
        share("descriptive left descriptive", described.count("descriptive"), len(described)),
    ]
    for name, (_, recall, _, n) in per_class(pairs, FULL).items():
        figures.append(share(f"{name}: recall", round(recall * n), n))
    return figures
