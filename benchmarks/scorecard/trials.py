"""Randomised trial or not, from title and abstract alone, on RobotSearch's MEDLINE records.

Evaluation only. PubMed's publication type is the truth; it is withheld from the reader, and so
is MeSH. Records without an abstract are left out, and a PMID counts once. What a point of the
rules counts beside the words, and the thresholds of the two operating points, are chosen on four
fifths and measured on the fifth that is left.
"""

from __future__ import annotations

import math
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from evidence_atlas.grading.trial_score import PRECISE, joined, trial_parts
from evidence_atlas.reading import read
from evidence_atlas.records import Record
from evidence_atlas.sources import read_file

from .figures import Figure, Section, bootstrap, share
from .sources import LABELS, condition

_FOLDS = 5
_WEIGHTS = (0.25, 0.35, 0.5, 0.7, 1.0)
"""What a point of the rules may count beside the words' log odds."""
_PREVALENCE = 0.04
_TARGET = 0.95
_WHOSE = {
    "ours": "are ours", "tag": "are the tag's", "text": "cannot be told from the text",
    "none": "were not judged",
}  # fmt: skip


@dataclass(frozen=True)
class Scored:
    """One record: its PMID, its title, whether PubMed calls it a trial, our score and its parts."""

    pmid: str
    title: str
    trial: bool
    score: float
    words: float
    rules: float

    def weighed(self, weight: float) -> Scored:
        """The same with another weight of the rules."""
        return replace(self, score=joined(self.words, self.rules, weight))


def scored(path: Path) -> list[Scored]:
    """Every record with an abstract, once, with its score."""
    found: dict[str, Scored] = {}
    for item in read_file(path):
        if not isinstance(item, Record) or not item.abstract or item.pmid in found:
            continue
        told = msgspec.structs.replace(item, publication_types=(), mesh=(), keywords=())
        words, rules = trial_parts(told, read(told, condition()))
        found[str(item.pmid)] = Scored(
            str(item.pmid), item.title, "Randomized Controlled Trial" in item.publication_types,
            joined(words, rules), words, rules,
        )  # fmt: skip
    return list(found.values())


def area(rows: Sequence[Scored]) -> float:
    """Area under the receiver operating characteristic: the chance that a trial scores higher."""
    order = sorted(rows, key=lambda r: r.score)
    ranks, at = 0.0, 0
    while at < len(order):
        end = at
        while end < len(order) and order[end].score == order[at].score:
            end += 1
        ranks += sum(r.trial for r in order[at:end]) * (at + end + 1) / 2
        at = end
    yes = sum(r.trial for r in rows)
    no = len(rows) - yes
    return (ranks - yes * (yes + 1) / 2) / (yes * no) if yes and no else 0.0


def _counts(rows: Sequence[Scored], least: float) -> tuple[int, int, int]:
    hit = sum(r.trial and r.score >= least for r in rows)
    false = sum(not r.trial and r.score >= least for r in rows)
    return hit, false, sum(r.trial for r in rows)


def threshold(rows: Sequence[Scored], sensitive: bool) -> float:
    """The highest that keeps the target sensitivity, or the lowest that reaches the precision.

    As the threshold is used on other records, one standard error more than the target is asked.
    """
    levels = sorted({r.score for r in rows})
    if sensitive:
        fit = [s for s in levels if (c := _counts(rows, s))[0] >= _asked(c[2]) * c[2]]
        return max(fit, default=levels[0])
    fit = [
        s for s in levels
        if (c := _counts(rows, s))[0] >= _asked(c[0] + c[1]) * (c[0] + c[1])
    ]  # fmt: skip
    return min(fit, default=levels[-1])


def _asked(n: int) -> float:
    return _TARGET + math.sqrt(_TARGET * (1 - _TARGET) / n) if n else 1.0


def folds(rows: list[Scored]) -> Iterator[tuple[list[Scored], list[Scored]]]:
    """Four fifths and the fifth left, scored with the weight that is best on the four fifths."""
    for k in range(_FOLDS):
        rest = [r for i, r in enumerate(rows) if i % _FOLDS != k]
        best = max(_WEIGHTS, key=lambda w: area([r.weighed(w) for r in rest]))
        yield [r.weighed(best) for r in rest], [r.weighed(best) for r in rows[k::_FOLDS]]


def _point(rows: list[Scored], sensitive: bool, name: str) -> list[Figure]:
    hit = false = yes = 0
    for rest, left in folds(rows):
        h, f, y = _counts(left, threshold(rest, sensitive))
        hit, false, yes = hit + h, false + f, yes + y
    no = len(rows) - yes
    rate = false / no * (1 - _PREVALENCE)
    caught = hit / yes * _PREVALENCE
    return [
        share(f"{name}: sensitivity", hit, yes, at_least=_TARGET if sensitive else None),
        share(f"{name}: precision", hit, hit + false, at_least=None if sensitive else _TARGET),
        share(f"{name}: specificity", no - false, no),
        Figure(f"{name}: precision where 4 % are trials", caught / (caught + rate), len(rows)),
    ]


def _faults() -> dict[str, list[str]]:
    return tomllib.loads((LABELS / "trial_faults.toml").read_text(encoding="utf-8"))


def measure(data: Path) -> Section:
    """The area, two operating points, and what falls on the wrong side of the precise one."""
    rows = scored(data / "rct" / "rct_medline.nbib")
    low, high = bootstrap(rows, area)
    yes = sum(r.trial for r in rows)
    wrong = [r for r in rows if r.trial != (r.score >= PRECISE)]
    judged = _faults()
    whose_fault = Counter(judged.get(r.pmid, ["none"])[0] for r in wrong)
    return Section(
        key="trials",
        title="Randomised trial or not, from title and abstract alone",
        data="RobotSearch's test records in MEDLINE with an abstract, each PMID once",
        figures=(
            Figure(
                "area under the curve", area(rows), len(rows), low, high, constant=0.5,
                peer="RobotSearch 0.987 (Marshall et al. 2018, on its own test set)",
            ),
            Figure(
                "area, the rules' weight cross-validated, mean of five",
                sum(area(left) for _, left in folds(rows)) / _FOLDS, len(rows), constant=0.5,
            ),
            *_point(rows, True, "sensitive"),
            *_point(rows, False, "precise"),
            share("all called trials: precision", yes, len(rows)),
        ),
        errors=tuple(
            {"pmid": r.pmid, "want": r.trial, "score": round(r.score, 3),
             "fault": judged.get(r.pmid, ["not judged"])}
            for r in wrong
        ),
        notes=(
            "The truth is PubMed's tag. Of the errors at the precise point, judged by reading: "
            + ", ".join(f"{n} {_WHOSE[whose]}" for whose, n in sorted(whose_fault.items()))
            + ".",
            "The operating points are blind: weight and threshold come from the other four fifths, "
            "the threshold asking one standard error more than the target. The first area uses "
            "the weight that is shipped.",
        ),
    )  # fmt: skip
