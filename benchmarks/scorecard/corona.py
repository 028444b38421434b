"""CoronaCentral's labels, learnt and judged by cross-validation.

A linear least-squares classifier on tf-idf words and the rules' sums (ridge in its dual form:
one matrix for every label; the threshold of a label is set on leave-one-out scores of the
training part). CoronaCentral published macro-F1 for its own multi-label task on its own split
of its own corpus of that day; ours is cross-validated on the papers it released.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from scipy import sparse

from evidence_atlas.grading import STUDY_TYPES
from evidence_atlas.grading.study_type import rule_sums
from evidence_atlas.reading import read

from .figures import Figure, Section
from .sources import condition, lines, record_of

NOT_CONTENT = frozenset((
    "SARS-CoV", "SARS-CoV-2", "MERS-CoV", "None", "NotRelevant", "RemoveFromCorpus?",
    "NotAllEnglish", "FixAbstract", "NotMainFocus",
))  # fmt: skip
KINDS = ("Review", "Meta-analysis", "Comment/Editorial", "Clinical Trial", "News",
         "Recommendations", "Book chapter", "CDC Weekly Report")  # fmt: skip
_FOLDS, _RIDGE, _LEAST = 5, 0.5, 10
_WORD = re.compile(r"[a-z][a-z-]+")


def papers(path: Path) -> list[dict[str, Any]]:
    """The papers with title and labels, in the file's order."""
    return [row for row in lines(path) if row.get("title")]


def features(rows: list[dict[str, Any]]) -> np.ndarray[Any, Any]:
    """The papers' likeness to each other (linear kernel), from words, journal and rule sums."""
    bags, sums = [], np.zeros((len(rows), len(STUDY_TYPES)))
    for i, row in enumerate(rows):
        abstract = row.get("abstract") or ""
        words = _WORD.findall(abstract.lower())
        title = ["t:" + w for w in _WORD.findall(row["title"].lower())]
        bag = Counter(words + title + [f"{a} {b}" for a, b in pairwise(words)])
        bag.update([f"{a} {b}" for a, b in pairwise(title)])
        bag["j:" + (row.get("journal") or "").lower()] = 1
        bag[f"length {min(len(words) // 40, 6)}"] = 1
        bags.append(bag)
        record = record_of(row, with_types=False)
        for name, value in rule_sums(record, read(record, condition())).items():
            sums[i, STUDY_TYPES.index(name)] = min(value, 20.0)
    seen = Counter(w for bag in bags for w in bag)
    place = {w: k for k, w in enumerate(sorted(w for w, n in seen.items() if n >= 2))}
    idf = {w: np.log(len(rows) / seen[w]) for w in place}
    cells = [
        (i, place[w], (1 + np.log(n)) * idf[w]) for i, bag in enumerate(bags)
        for w, n in bag.items() if w in place
    ]  # fmt: skip
    r, c, v = zip(*cells, strict=True)
    matrix = sparse.csr_matrix((v, (r, c)), shape=(len(rows), len(place)))
    size = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1))).clip(min=1e-9)
    matrix = matrix.multiply(1 / size).tocsr()
    own = sums / 25.0
    kernel: np.ndarray[Any, Any] = (matrix @ matrix.T).toarray() + own @ own.T
    return kernel


def predictions(kernel: np.ndarray[Any, Any], truth: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """Cross-validated answers, paper by label."""
    n = len(truth)
    fold = np.arange(n) % _FOLDS
    np.random.default_rng(1).shuffle(fold)
    answers = np.zeros_like(truth, dtype=bool)
    for k in range(_FOLDS):
        train, test = np.flatnonzero(fold != k), np.flatnonzero(fold == k)
        base = truth[train].mean(axis=0)
        inverse = np.linalg.inv(kernel[np.ix_(train, train)] + _RIDGE * np.eye(len(train)))
        dual = inverse @ (truth[train] - base)
        # Leave-one-out scores of ridge in closed form.
        left_out = truth[train] - base - dual / np.diag(inverse)[:, None]
        scores = kernel[np.ix_(test, train)] @ dual
        for j in range(truth.shape[1]):
            answers[test, j] = scores[:, j] >= _cut(left_out[:, j], truth[train, j])
    return answers


def _cut(scores: np.ndarray[Any, Any], truth: np.ndarray[Any, Any]) -> float:
    order = np.argsort(-scores)
    hits = np.cumsum(truth[order])
    f1 = 2 * hits / (np.arange(1, len(order) + 1) + truth.sum())
    return float(scores[order[int(np.argmax(f1))]])


def f1s(answers: np.ndarray[Any, Any], truth: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """F1 of each label."""
    both = (answers & (truth > 0)).sum(axis=0)
    found: np.ndarray[Any, Any] = 2 * both / np.maximum(1, answers.sum(axis=0) + truth.sum(axis=0))
    return found


def measure(data: Path) -> Section:
    """Macro-F1 over all labels of content, and over those that name a kind of paper."""
    rows = papers(data / "study_type" / "corona_ml_studytype.jsonl.gz")
    counts = Counter(a for r in rows for a in set(r["annotations"]))
    names = sorted(a for a, n in counts.items() if n >= _LEAST and a not in NOT_CONTENT)
    truth = np.array([[a in r["annotations"] for a in names] for r in rows], dtype=float)
    answers = predictions(features(rows), truth)
    each = f1s(answers, truth)
    kinds = [j for j, a in enumerate(names) if a in KINDS]
    rng = np.random.default_rng(1)
    draws = [f1s(answers[i], truth[i]) for i in
             (rng.integers(0, len(rows), len(rows)) for _ in range(200))]  # fmt: skip

    def macro(name: str, which: list[int], peer: str | None) -> Figure:
        low, high = np.quantile([d[which].mean() for d in draws], (0.025, 0.975))
        # Always yes is the best constant answer for F1.
        share = truth[:, which].mean(axis=0)
        always = float((2 * share / (1 + share)).mean())
        return Figure(name, float(each[which].mean()), len(rows), low, high, always, peer)

    peer = "CoronaCentral: logistic regression 0.60, BERT 0.77 (validation part)"
    return Section(
        key="corona",
        title="CoronaCentral's labels, cross-validated",
        data=f"{len(rows)} papers labelled by people, {len(names)} labels",
        figures=(
            macro("macro-F1, all labels of content", list(range(len(names))), peer),
            macro("macro-F1, labels that name a kind of paper", kinds, None),
            *(Figure(f"F1 {names[j]}", float(each[j]), int(truth[:, j].sum())) for j in kinds),
        ),
        notes=(
            "CoronaCentral published macro-F1 over topics and kinds together, on its own split; "
            "nearest is the first figure. Labels for viruses and for housekeeping, and those "
            "with fewer than 10 papers, are left out; here it is five-fold cross-validation.",
        ),
    )  # fmt: skip
