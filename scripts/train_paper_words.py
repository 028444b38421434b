"""Train the words by which kinds of paper differ (`reading/tables/paper_words.json`).

Usage: python scripts/train_paper_words.py DATA [OUT]    (numpy and scipy; about ten minutes)

DATA is the folder of public data. Two kinds of text are learnt from:

- the project's own: `scripts/examples/paper_kinds.txt`, `benchmarks/examples/types_*.jsonl`, and of
  `benchmarks/examples/new_types_*.jsonl` those of odd number (the others are only ever scored);
- public abstracts (`sentence_roles`, `trial_outcomes`, `study_type` and the whole baseline file
  of `pubmed_native`). Nobody labelled these with our types: the rules of `study_type.toml`, with
  PubMed's publication types and MeSH headings, name the type of those papers that say it plainly
  ("distant supervision", Mintz et al. 2009, ACL). The words that the rules went by are hidden,
  so that the model learns the others. They weigh little: a type of a hundred texts and more as
  much as fifteen of our own.

How well words and rules do on own texts not learnt from is found by five-fold cross-validation
and written to `benchmarks/scorecard/own_types_cv.json`: a fold is the fifth of
`benchmarks/examples` whose title has that digest, with the same fifth of the last 302 lines of
`paper_kinds.txt`. (The rules themselves were written with the examples in view.)

The labelled sets that the project is measured on are never read, and records of `rct` are left
out by PMID. A second model (`trial`) learns trial against not-trial: `trial_outcomes` (randomised
trials) against those of `sentence_roles` whose text does not speak of chance.

Both are (multinomial) logistic regressions with a ridge. Weights are integers (hundredths) in
plain JSON: no pickle. Deterministic.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

import numpy as np
from scipy import sparse
from scipy.optimize import minimize

from evidence_atlas.conditions import load
from evidence_atlas.grading import STUDY_TYPES
from evidence_atlas.grading.study_type import rule_points, rule_sums, study_type
from evidence_atlas.reading import paper_words, read
from evidence_atlas.reading.design import own_experiment
from evidence_atlas.reading.paper_words import tokens
from evidence_atlas.records import AbstractSection, Record, texts
from evidence_atlas.sources.files import read_file

ROOT = Path(__file__).resolve().parent.parent
PLAIN, MARGIN, A_TYPE = 8.0, 4.0, 150
"""A text names its type plainly from this sum on, this far before the next; so many a type."""
NOT_TRIALS = re.compile(r"meta-?analys|systematic review|cohort|retrospective|case.control", re.I)
_PUBLIC = 0.15
_RIDGE, _STEPS = 20.0, 60
_LIGHT = 12
"""Lighter weights are not kept."""
_FOLDS, _LATER = 5, 302
TABLE = ROOT / "src/evidence_atlas/reading/tables/paper_words.json"
CV = ROOT / "benchmarks/scorecard/own_types_cv.json"


def records(data: Path) -> Iterator[tuple[str, Record]]:
    """The public texts to learn from, each with the set that it is from."""
    for name, folder, part in (
        ("roles", "sentence_roles/sentence_roles_nlmcategory.jsonl.gz", "sections"),
        ("trials", "trial_outcomes/article_abstracts.jsonl.gz", "abstract_parts"),
    ):
        with gzip.open(data / folder, "rt", encoding="utf-8") as file:
            for row in map(json.loads, file):
                parts = [
                    AbstractSection(label=s["label"] or None, text=s["text"])
                    for s in row[part]
                    if s["text"]
                ]
                yield name, _record(row, tuple(parts), row["pmid"])
    with gzip.open(data / "study_type/corona_ml_studytype.jsonl.gz", "rt") as file:
        for row in map(json.loads, file):
            text = (AbstractSection(text=row["abstract"]),) if row["abstract"] else ()
            yield "corona", _record(row, text, f"c{row['cord_uid']}")
    for item in read_file(data / "pubmed_native/pubmed20n0014.xml.gz"):
        if isinstance(item, Record) and "eng" in item.languages:
            yield "baseline", item


def _record(row: dict[str, Any], parts: tuple[AbstractSection, ...], pmid: str) -> Record:
    return Record(
        source="training", raw_hash="", title=row["title"] or "", pmid=pmid, abstract=parts,
        abstract_kind="original", languages=("eng",),
        publication_types=tuple(row.get("publication_types") or ()),
    )  # fmt: skip


def rows(data: Path) -> Iterator[dict[str, Any]]:
    """Each public text once: its words, those that the rules went by, and the rules' sums."""
    condition = load("mecfs")
    kept_back = set(re.findall(r"^PMID- (\d+)", (data / "rct/rct_medline.nbib").read_text(), re.M))
    seen: set[str] = set(kept_back)
    for source, record in records(data):
        if not record.abstract or (record.pmid or "") in seen:
            continue
        seen.add(record.pmid or "")
        reading = read(record, condition)
        both = texts(record)
        named = [p.quote.text for p in rule_points(record, reading) if p.quote]
        yield {
            "src": source, "title": both.get("title", ""), "abstract": both.get("abstract", ""),
            "named": named, "sums": rule_sums(record, reading), "rand": reading.design.randomised,
        }  # fmt: skip


_COMMON = frozenset(("chronic", "fatigue", "syndrome", "malaise", "disease", "systemic", "and"))


class Own(NamedTuple):
    """One of the project's own texts; `fold` is None where it is only learnt from."""

    title: str
    abstract: str
    wanted: tuple[str, ...]
    fold: int | None
    group: str


def own_texts(root: Path = ROOT) -> list[Own]:
    """The project's own texts with their types, the best first."""
    lines = (root / "scripts/examples/paper_kinds.txt").read_text("utf-8").splitlines()
    found = []
    for place, line in enumerate(lines):
        kind, title, abstract = (part.strip() for part in line.split("|"))
        held = _fold(title) if place >= len(lines) - _LATER else None
        found.append(Own(title, abstract, (kind,), held, "later texts"))
    for group, files in (("hard examples", "new_types_*.jsonl"), ("examples", "types_*.jsonl")):
        for path in sorted((root / "benchmarks/examples").glob(files)):
            for row in map(json.loads, path.read_text("utf-8").splitlines()):
                if group == "hard examples" and int(row["id"].rsplit("-", 1)[1]) % 2 == 0:
                    continue
                title, wanted = row["title"] or "", (row["study_type"], *row["also"])
                found.append(Own(title, row["abstract"] or "", wanted, _fold(title), group))
    return found


def _fold(title: str) -> int:
    return int(hashlib.sha1(title.encode()).hexdigest(), 16) % _FOLDS


def own(root: Path = ROOT) -> Iterator[tuple[set[str], str]]:
    """The project's own texts: what is read of each, and its type."""
    for text in own_texts(root):
        yield tokens(text.title, text.abstract), text.wanted[0]


def public(found: list[dict[str, Any]]) -> Iterator[tuple[set[str], str]]:
    """The public texts that name their type plainly, without the words that name it."""
    kept = Counter[str]()
    for row in found:
        (first, most), (_, second) = [
            *sorted(row["sums"].items(), key=lambda x: (-x[1], x[0])), ("", 0.0), ("", 0.0),
        ][:2]  # fmt: skip
        if most < PLAIN or most - second < MARGIN or kept[first] >= A_TYPE:
            continue
        kept[first] += 1
        hidden: set[str] = set()
        for text in row["named"]:
            hidden |= tokens(text, text)
        yield tokens(row["title"], row["abstract"]) - hidden, first


def matrix(bags: list[set[str]], place: dict[str, int]) -> sparse.csr_matrix:
    """A row a text; each known word counts 1 / root of how many are known."""
    known = [sorted(place[t] for t in bag if t in place) for bag in bags]
    values = np.concatenate([np.full(len(k), 1 / np.sqrt(max(1, len(k)))) for k in known])
    ends = np.cumsum([0, *(len(k) for k in known)])
    return sparse.csr_matrix(
        (values, np.concatenate(known).astype(int), ends), shape=(len(bags), len(place))
    )


def fit(x: Any, wanted: Any, weight: Any, ridge: float, kinds: int) -> tuple[Any, Any]:
    """Multinomial logistic regression: weights (word by kind) and biases."""
    n, d = x.shape
    truth = np.zeros((n, kinds))
    truth[np.arange(n), wanted] = 1
    turned = x.T.tocsr()

    def loss(v: Any) -> tuple[float, Any]:
        w, b = v[: d * kinds].reshape(d, kinds), v[d * kinds :]
        z = x @ w + b
        z -= z.max(axis=1, keepdims=True)
        shares = np.exp(z)
        total = shares.sum(axis=1, keepdims=True)
        short = (shares / total - truth) * weight[:, None] * ridge
        value = (weight * (np.log(total[:, 0]) - z[np.arange(n), wanted])).sum() * ridge
        slope = np.concatenate([(turned @ short + w).ravel(), short.sum(axis=0)])
        return float(value + 0.5 * (w * w).sum()), slope

    found = minimize(
        loss, np.zeros(d * kinds + kinds), jac=True, method="L-BFGS-B",
        options={"maxiter": _STEPS, "maxcor": 8},
    ).x  # fmt: skip
    return found[: d * kinds].reshape(d, kinds), found[d * kinds :]


def learn(
    ours: list[tuple[set[str], str]], others: list[tuple[set[str], str]], rare: int = 5
) -> tuple[dict[str, int], Any, Any]:
    """The words' places, weights and biases; a word must stand in two own or five texts."""
    bags = [bag for bag, _ in (*ours, *others)]
    wanted = np.array([STUDY_TYPES.index(kind) for _, kind in (*ours, *others)])
    at_home = Counter(t for bag, _ in ours for t in bag)
    everywhere = Counter(t for bag in bags for t in bag)
    known = sorted(t for t, n in everywhere.items() if n >= rare or at_home[t] >= 2)
    place = {t: k for k, t in enumerate(known)}
    a_kind = Counter(kind for _, kind in others)
    weight = [1.0] * len(ours) + [_PUBLIC * 100 / max(a_kind[kind], 30) for _, kind in others]
    w, b = fit(matrix(bags, place), wanted, np.array(weight), _RIDGE, len(STUDY_TYPES))
    return place, w, b


def trial_model(found: list[dict[str, Any]]) -> tuple[dict[str, int], int]:
    """The 800 heaviest words for and against a randomised trial."""
    bags, wanted = [], []
    for row in found:
        chance = row["rand"] or row["sums"].get("RCT", 0) >= 7
        trial = row["src"] == "trials" and not NOT_TRIALS.search(row["title"])
        if trial or (row["src"] == "roles" and not chance):
            words = tokens(row["title"], row["abstract"])
            bags.append({t for t in words if " " not in t and not t.endswith("~")})
            wanted.append(int(trial))
    counts = Counter(t for bag in bags for t in bag)
    place = {t: k for k, t in enumerate(sorted(t for t, n in counts.items() if n >= 50))}
    share = np.mean(wanted)
    weight = np.where(np.array(wanted) == 1, 0.5 / share, 0.5 / (1 - share))
    w, b = fit(matrix(bags, place), np.array(wanted), weight, 1.0, 2)
    each = np.rint((w[:, 1] - w[:, 0]) * 100).astype(int).tolist()
    heavy = sorted(zip(place, each, strict=True), key=lambda x: (-abs(x[1]), x[0]))[:800]
    return dict(sorted(heavy)), round(float(b[1] - b[0]) * 100)


@cache
def own_names() -> frozenset[str]:
    """The words of the first illness's names and criterion."""
    condition = load("mecfs")
    asked = condition.criterion
    names = " ".join(n.name for n in condition.names) + (f" {asked.name}" if asked else "")
    return frozenset(re.findall(r"[a-z]+(?:-[a-z]+)*", names.lower())) - _COMMON


def of_the_illness(word: str) -> bool:
    """Whether a word tells which illness a paper is about, and so nothing of its kind.

    The first illness's own words stay out of the engine, whatever they would add.
    """
    said = word.removeprefix("t:").split(" ")
    return bool(own_names() & set(said)) or said[:2] == ["chronic", "fatigue"]


def in_table(place: dict[str, int], w: Any, b: Any) -> dict[str, Any]:
    """The model as `paper_words.json` holds it, in hundredths."""
    each = np.rint(w * 100).astype(int)
    words = {
        word: [n for k, m in enumerate(each[row].tolist()) if abs(m) >= _LIGHT for n in (k, m)]
        for word, row in place.items()
        if not of_the_illness(word)
    }
    bias = np.rint(b * 100).astype(int).tolist()
    return {"types": list(STUDY_TYPES), "bias": bias, "words": words}


def cross_validate(others: list[tuple[set[str], str]], trial: dict[str, Any]) -> dict[str, Any]:
    """The type wanted and the type given of each own text, by a model that never saw it."""
    condition, texts_ = load("mecfs"), own_texts()
    groups = ("examples", "hard examples", "later texts")
    counts: dict[str, Counter[str]] = {name: Counter() for name in groups}
    for fold in range(_FOLDS):
        rest = [(tokens(t.title, t.abstract), t.wanted[0]) for t in texts_ if t.fold != fold]
        model = paper_words.model_of({**in_table(*learn(rest, others)), **trial})
        paper_words.shares.cache_clear()
        with patch.object(paper_words, "_model", lambda model=model: model):
            for text in texts_:
                if text.fold == fold:
                    part = (AbstractSection(text=text.abstract),) if text.abstract else ()
                    record = _record({"title": text.title}, part, "")
                    got = study_type(record, read(record, condition)).value
                    want = text.wanted[0]
                    counts[text.group][f"{want} > {want if got in text.wanted else got}"] += 1
    return {name: dict(sorted(found.items())) for name, found in counts.items()}


def main() -> None:
    data = Path(sys.argv[1])
    out = Path(
        sys.argv[2] if len(sys.argv) > 2 else "src/evidence_atlas/reading/tables/paper_words.json"
    )
    # Weights must not depend on those that they replace: whose words of design are is not asked.
    with patch.object(own_experiment, "told", lambda document: True):
        found = list(rows(data))
    others = list(public(found))
    words, bias = trial_model(found)
    trial = {"trial_bias": bias, "trial": words}
    table = {**in_table(*learn(list(own()), others)), **trial}
    out.write_text(json.dumps(table, separators=(",", ":")) + "\n")
    CV.write_text(json.dumps(cross_validate(others, trial), indent=1) + "\n")


if __name__ == "__main__":
    main()
