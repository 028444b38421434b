"""Train the weights by which all who took part are patients (`reading/tables/all_ill.toml`).

Usage: python scripts/train_all_ill.py DATA [--check]    (numpy and scipy; about two minutes)

DATA is the folder of public data, where the abstracts are. Learnt from are this project's labels
of them, `benchmarks/labels/seen.jsonl` and `people.jsonl` (nobody's errors on `unseen.jsonl` or
on the data's own labels are looked at, and neither is read). Each text of which the reader counts
everybody, but no controls, is one example, whether or not it comes to the question itself. It is
answered with yes where the label gives as many patients as the reader's total.

Logistic regression with a ridge, which is heavier on the common words ("methods: clinic") than on
what was looked for by rule; `--check` prints how it does on records left out (ten folds by record,
three ways of folding), of those in which the reader comes to the question, and writes nothing.
Weights are whole hundredths, so that every machine gives one answer.
"""

from __future__ import annotations

import hashlib
import itertools
import sys
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from benchmarks.scorecard.sources import LABELS, condition, key_of, lines, record_of
from scipy.optimize import minimize

from evidence_atlas.reading import people
from evidence_atlas.reading import read as read_record
from evidence_atlas.reading.document import Document
from evidence_atlas.reading.people import all_ill
from evidence_atlas.reading.people.places import Count

TABLE = Path(__file__).resolve().parent.parent / "src/evidence_atlas/reading/tables/all_ill.toml"
FILES = ("records_unlabelled.jsonl", "longcovid_records.jsonl.gz")
_RIDGE, _WORDS_RIDGE = 3.0, 12.0
_LEAST, _WORDS_LEAST, _LIGHT = 4, 6, 3
LEAN = {"always": -20, "nothing ties them to it": -60}
"""Added to the weights: a wrong patient costs more than one missed, most where nothing says it."""


class Example(NamedTuple):
    """A record, what speaks for and against, whether all are patients, whether it was asked."""

    key: str
    names: frozenset[str]
    yes: bool
    asked: bool


def examples(data: Path) -> list[Example]:
    """Every labelled text of which the reader counts everybody, but no controls."""
    rows = {key_of(row): row for file in FILES for row in lines(data / "mecfs" / file)}
    found: list[Example] = []
    read_people = people.read

    def listening(document: Document, conditions: tuple[str, ...], randomised: bool = False) -> Any:
        asked: list[int] = []

        def note(*given: Any) -> bool:
            asked.append(1)
            return all_ill.all_have_it(*given)

        counted = read_people(document, conditions, randomised, note)
        total, quotes = counted.participants.total, counted.quotes.get("participants.total")
        if total is not None and quotes and counted.participants.controls is None:
            names = all_ill.evidence(
                document, conditions, counted.mentions, Count(total, quotes[0]), randomised
            )
            if names:
                yes = label["n"].get("patients") == total
                found.append(Example(label["key"], names, yes, bool(asked)))
        return counted

    people.read = listening  # type: ignore[assignment]
    try:
        for name in ("seen.jsonl", "people.jsonl"):
            for label in lines(LABELS / name):
                if label["key"] in rows and "patients" not in label.get("unsure", ()):
                    read_record(record_of(rows[label["key"]]), condition())
    finally:
        people.read = read_people
    return found


def fit(found: list[Example]) -> dict[str, int]:
    """The weight of each name that stands in enough examples, in hundredths."""
    counts = Counter(name for e in found for name in e.names)
    known = sorted(n for n, k in counts.items() if k >= _enough(n) and n != "always")
    x = np.array([[name in e.names for name in known] + [True] for e in found], float)
    wanted = np.array([e.yes for e in found], float)
    ridge = np.array([_WORDS_RIDGE if _is_word(name) else _RIDGE for name in known] + [0.0])

    def loss(w: Any) -> tuple[float, Any]:
        z = x @ w
        short = 1 / (1 + np.exp(-z)) - wanted
        value = (np.logaddexp(0, z) - wanted * z).sum() + (ridge * w * w).sum() / 2
        return float(value), x.T @ short + ridge * w

    w = minimize(loss, np.zeros(len(known) + 1), jac=True, method="L-BFGS-B").x
    weights = {n: round(v * 100) for n, v in zip(known, w, strict=False) if abs(v) * 100 >= _LIGHT}
    weights["always"] = round(w[-1] * 100)
    return {n: v + LEAN.get(n, 0) for n, v in weights.items()}


def _is_word(name: str) -> bool:
    return name.startswith(("methods: ", "results: "))


def _enough(name: str) -> int:
    return _WORDS_LEAST if _is_word(name) else _LEAST


def check(found: list[Example], folds: int = 10, ways: int = 3) -> list[tuple[bool, bool]]:
    """What each record left out was answered, where the reader asks: (wanted, got)."""
    answers: list[tuple[bool, bool]] = []
    for way, fold in itertools.product(range(ways), range(folds)):
        weights = fit([e for e in found if _fold(e.key, way, folds) != fold])
        answers += [
            (e.yes, sum(weights.get(n, 0) for n in e.names) > 0)
            for e in found
            if e.asked and _fold(e.key, way, folds) == fold
        ]
    return answers


def _fold(key: str, way: int, folds: int) -> int:
    return int(hashlib.sha1(f"{way}{key}".encode()).hexdigest(), 16) % folds


def _figures(answers: list[tuple[bool, bool]]) -> str:
    tally = Counter(answers)
    return (
        f"all are patients: {tally[True, True]} of {tally[True, True] + tally[True, False]} found; "
        f"not all: {tally[False, True]} of {tally[False, True] + tally[False, False]} taken for all"
    )


def main() -> None:
    found = examples(Path(sys.argv[1]))
    if "--check" in sys.argv:
        print(_figures(check(found)))
        return
    head = TABLE.read_text("utf-8").split("[weights]\n")[0]
    rows = [f'"{name}" = {n}' for name, n in sorted(fit(found).items())]
    TABLE.write_text(head + "[weights]\n" + "\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
