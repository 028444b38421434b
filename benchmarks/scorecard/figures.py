"""What a scorecard is made of: figures with counts and intervals, and the errors behind them."""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Figure:
    """One measured share or score, between 0 and 1.

    `n` counts what it was measured on; `low` and `high` are its 95 % interval; `constant` is
    what the best constant answer scores on the same; `peer` says in words what others reach;
    `at_least` is what the project promises.
    """

    name: str
    value: float
    n: int
    low: float | None = None
    high: float | None = None
    constant: float | None = None
    peer: str | None = None
    at_least: float | None = None


@dataclass(frozen=True)
class Section:
    """One measurement: its key, what was measured on what, the figures, the errors to look at."""

    key: str
    title: str
    data: str
    figures: tuple[Figure, ...]
    errors: tuple[dict[str, object], ...] = ()
    notes: tuple[str, ...] = field(default=())


def share(name: str, right: int, n: int, **more: object) -> Figure:
    """A share of `n`, with Wilson's 95 % interval (Wilson 1927, JASA 22:209)."""
    if n == 0:
        return Figure(name, 0.0, 0, **more)  # type: ignore[arg-type]
    z, p = 1.96, right / n
    middle = (p + z * z / (2 * n)) / (1 + z * z / n)
    half = z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    low, high = max(0.0, middle - half), min(1.0, middle + half)
    return Figure(name, p, n, low, high, **more)  # type: ignore[arg-type]


def per_class(
    pairs: Iterable[tuple[Hashable, Hashable]], classes: Sequence[Hashable]
) -> dict[Hashable, tuple[float, float, float, int]]:
    """Precision, recall, F1 and the number of true members of each class, from (want, got)."""
    wanted, gotten, both = Counter[Hashable](), Counter[Hashable](), Counter[Hashable]()
    for want, got in pairs:
        wanted[want] += 1
        gotten[got] += 1
        both[want] += want == got
    found = {}
    for name in classes:
        precision = both[name] / gotten[name] if gotten[name] else 0.0
        recall = both[name] / wanted[name] if wanted[name] else 0.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        found[name] = (precision, recall, f1, wanted[name])
    return found


def macro_f1(pairs: Iterable[tuple[Hashable, Hashable]], classes: Sequence[Hashable]) -> float:
    """The mean of the classes' F1, each class counted alike."""
    return sum(f1 for _, _, f1, _ in per_class(pairs, classes).values()) / len(classes)


def weighted_f1(pairs: Iterable[tuple[Hashable, Hashable]], classes: Sequence[Hashable]) -> float:
    """The mean of the classes' F1, each weighted by its true members."""
    found = per_class(pairs, classes).values()
    n = sum(count for *_, count in found)
    return sum(f1 * count for _, _, f1, count in found) / n if n else 0.0


def bootstrap(
    items: Sequence[T], score: Callable[[Sequence[T]], float], rounds: int = 200
) -> tuple[float, float]:
    """The 95 % interval of a score by resampling the items (percentile bootstrap, fixed seed)."""
    rng = random.Random(1)
    scores = sorted(score(rng.choices(items, k=len(items))) for _ in range(rounds))
    return scores[int(0.025 * rounds)], scores[min(rounds - 1, int(0.975 * rounds))]
