"""Set the weights by which the sentence that holds the main result is found (`foremost.toml`).

Usage: python scripts/train_foremost.py DATA    (numpy; about a minute)

Learns from the odd lines of `benchmarks/labels/main_results.jsonl` alone; the even lines are only
ever scored. One softmax a text over its sentences, with a ridge; the sentences that hold the main
result share what is right. Prints how often the first sentence is a main one, by eight-fold
cross-validation over the odd lines and on the even lines, beside the older rule, then the
weights (hundredths) to be put under `[weights]`. Deterministic.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
from benchmarks.scorecard.main_results import Label, labels
from benchmarks.scorecard.own_main_results import samples
from benchmarks.scorecard.sources import condition, key_of, lines, record_of

from evidence_atlas import grading, reading, writing
from evidence_atlas.records import Record
from evidence_atlas.writing.authors.foremost import features

RIDGE, STEPS, PACE, FOLDS = 1.0, 300, 0.6, 8
_FILES = ("records_dev.jsonl", "records_unlabelled.jsonl", "longcovid_records.jsonl.gz")
Text = tuple[Label, np.ndarray, np.ndarray, bool]


def texts(data: Path) -> tuple[list[str], list[Text]]:
    """Of each labelled text with a main result: its features, which are right, the old answer."""
    records: dict[str, Record] = {r.pmid or r.key: r for r in samples()}
    real = {key_of(row): row for name in _FILES for row in lines(data / "mecfs" / name)}
    held, names = [], dict[str, None]()
    for of in ("samples", "mecfs", "read"):
        for label in labels(of):
            known = records.get(label.key) if of == "samples" else None
            if not label.main or (known is None and label.key not in real):
                continue
            record = known or record_of(real[label.key])
            found = reading.read(record, condition())
            grades = grading.grade(record, found, condition())
            brief = writing.summarise(record, found, grades)
            told = features(record, found, brief)
            for f in told:
                names |= dict.fromkeys(f)
            old = bool(brief.main) and found.results[brief.main[0]].sentence in label.main
            held.append((label, told, old))
    order = sorted(names)
    made = [
        (
            label,
            np.array([[f.get(n, 0.0) for n in order] for f in told]),
            np.array([float(i in label.main) for i in range(len(told))]),
            old,
        )
        for label, told, old in held
    ]
    return order, [t for t in made if t[2].any()]


def fitted(held: list[Text]) -> np.ndarray:
    """The weights, by steps uphill of fixed number and size."""
    w = np.zeros(held[0][1].shape[1])
    for _ in range(STEPS):
        up = -RIDGE * w
        for _label, x, right, _old in held:
            p = np.exp(x @ w - (x @ w).max())
            p /= p.sum()
            q = p * right
            up += x.T @ (q / q.sum() - p)
        w += PACE * up / len(held)
    return w


def first_right(held: list[Text], w: np.ndarray) -> int:
    return sum(bool(right[int(np.argmax(x @ w))]) for _label, x, right, _old in held)


def main() -> None:
    names, held = texts(Path(sys.argv[1]))
    odd = [t for t in held if t[0].half == "odd"]
    even = [t for t in held if t[0].half == "even"]
    crossed = 0
    for fold in range(FOLDS):
        learnt = [t for i, t in enumerate(odd) if i % FOLDS != fold]
        crossed += first_right(odd[fold::FOLDS], fitted(learnt))
    w = np.round(fitted(odd) * 100) / 100
    old = {n: sum(t[3] for t in part) for n, part in (("odd", odd), ("even", even))}
    print(f"odd: {crossed} of {len(odd)} by cross-validation; the older rule {old['odd']}")
    print(f"even: {first_right(even, w)} of {len(even)}; the older rule {old['even']}")
    for name, weight in zip(names, w, strict=True):
        if round(weight * 100):
            print(f"{name} = {round(weight * 100)}")


if __name__ == "__main__":
    main()
