"""Train the weights by which all who took part are patients (`reading/tables/all_ill.toml`).

Usage: python scripts/train_all_ill.py DATA [--check]    (numpy and scipy; about two minutes)

DATA is the folder of public data, where the abstracts are. Learnt from are this project's labels
of them, `benchmarks/labels/seen.jsonl` and `people.jsonl` (nobody's errors on `unseen.jsonl` or
on the data's own labels are looked at, and neither is read). Each text in which the reader comes
to the question is one example: a total, no controls and no patients counted. It is answered with
yes where the label gives as many patients as the reader's total.

Logistic regression with a ridge; `--check` prints how it does on records left out (ten folds by
record) and writes nothing. Weights are whole hundredths, so that every machine gives one answer.
"""

from __future__ import annotations

import hashlib
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
from benchmarks.scorecard.sources import LABELS, condition, key_of, lines, record_of
from scipy.optimize import minimize

from evidence_atlas.reading import people
from evidence_atlas.reading import read as read_record
from evidence_atlas.reading.document import Document
from evidence_atlas.reading.people import all_ill
from evidence_atlas.reading.people.mentions import Mention
from evidence_atlas.reading.people.places import Count

TABLE = Path(__file__).resolve().parent.parent / "src/evidence_atlas/reading/tables/all_ill.toml"
FILES = ("records_unlabelled.jsonl", "longcovid_records.jsonl.gz")
_RIDGE, _LEAST, _LIGHT = 3.0, 4, 5
LEAN = -20
"""Added to every sum: a patient who is none is worse than one who is missed."""

Example = tuple[str, frozenset[str], bool]
"""A record's key, what speaks for and against, and whether all are patients."""


def examples(data: Path) -> list[Example]:
    """Every text in which the reader asks whether all who took part are patients."""
    rows = {key_of(row): row for file in FILES for row in lines(data / "mecfs" / file)}
    found: list[Example] = []
    asked: list[tuple[frozenset[str], int]] = []

    def note(
        document: Document, conditions: tuple[str, ...], seen: list[Mention], total: Count,
        randomised: bool,
    ) -> bool:  # fmt: skip
        asked.append((all_ill.evidence(document, conditions, seen, total, randomised), total.value))
        return False

    read_people = people.read

    def listening(document: Document, conditions: tuple[str, ...], randomised: bool = False) -> Any:
        return read_people(document, conditions, randomised, note)

    people.read = listening  # type: ignore[assignment]
    try:
        for name in ("seen.jsonl", "people.jsonl"):
            for label in lines(LABELS / name):
                if label["key"] not in rows or "patients" in label.get("unsure", ()):
                    continue
                asked.clear()
                read_record(record_of(rows[label["key"]]), condition())
                for names, total in asked:
                    if names:
                        found.append((label["key"], names, label["n"].get("patients") == total))
    finally:
        people.read = read_people
    return found


def fit(found: list[Example]) -> dict[str, int]:
    """The weight of each name that stands in four examples or more, in hundredths."""
    counts = Counter(name for _, names, _ in found for name in names)
    known = sorted(name for name, n in counts.items() if n >= _LEAST and name != "always")
    x = np.array([[name in names for name in known] + [True] for _, names, _ in found], float)
    wanted = np.array([yes for _, _, yes in found], float)

    def loss(w: Any) -> tuple[float, Any]:
        z = x @ w
        short = 1 / (1 + np.exp(-z)) - wanted
        kept = np.append(w[:-1], 0.0)
        value = (np.logaddexp(0, z) - wanted * z).sum() + _RIDGE / 2 * (kept @ kept)
        return float(value), x.T @ short + _RIDGE * kept

    w = minimize(loss, np.zeros(len(known) + 1), jac=True, method="L-BFGS-B").x
    weights = {n: round(v * 100) for n, v in zip(known, w, strict=False) if abs(v) * 100 >= _LIGHT}
    return {"always": round(w[-1] * 100) + LEAN} | weights


def check(found: list[Example], folds: int = 10) -> tuple[list[tuple[bool, bool]], list[str]]:
    """What each record left out was answered: (wanted, got), and the records' keys."""
    answers: list[tuple[bool, bool]] = []
    keys: list[str] = []
    for fold in range(folds):
        inside = [e for e in found if _fold(e[0], folds) != fold]
        weights = fit(inside)
        for key, names, yes in found:
            if _fold(key, folds) == fold:
                answers.append((yes, sum(weights.get(n, 0) for n in names) > 0))
                keys.append(key)
    return answers, keys


def _fold(key: str, folds: int) -> int:
    return int(hashlib.sha1(key.encode()).hexdigest(), 16) % folds


def _figures(answers: list[tuple[bool, bool]]) -> str:
    tally = Counter(answers)
    return (
        f"all are patients: {tally[True, True]} of {tally[True, True] + tally[True, False]} found; "
        f"not all: {tally[False, True]} of {tally[False, True] + tally[False, False]} taken for all"
    )


def main() -> None:
    found = examples(Path(sys.argv[1]))
    if "--check" in sys.argv:
        print(_figures(check(found)[0]))
        return
    head = TABLE.read_text("utf-8").split("[weights]\n")[0]
    rows = [f'"{name}" = {n}' for name, n in sorted(fit(found).items())]
    TABLE.write_text(head + "[weights]\n" + "\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
