"""Train the words by which kinds of paper differ (`grading/paper_words.json`).

Usage: python scripts/train_paper_words.py DATA [OUT]    (needs scikit-learn; not needed to run)

DATA is the folder of public data. Nobody labelled these texts with our study types: the rules
of `study_type.toml`, with PubMed's publication types and MeSH headings, name the type of those
papers that say it plainly, and a multinomial logistic regression learns which other words go
with it ("distant supervision", Mintz et al. 2009, ACL). Read are `sentence_roles`,
`trial_outcomes`, `study_type` and `pubmed_native` (the whole baseline file); the labelled sets
that the project is measured on are never read, and records of `rct` are left out by PMID.

A second model (`trial`) learns trial against not-trial: `trial_outcomes` (randomised trials)
against those of `sentence_roles` whose text does not speak of chance.

Weights are integers (hundredths) in plain JSON: no pickle. Deterministic.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from evidence_atlas.conditions import load
from evidence_atlas.grading.paper_words import tokens
from evidence_atlas.grading.study_type import rule_sums
from evidence_atlas.reading import read
from evidence_atlas.records import AbstractSection, Record, texts
from evidence_atlas.sources.files import read_file

PLAIN, MARGIN, A_TYPE = 8.0, 4.0, 700
"""A text names its type plainly from this sum on, this far before the next; so many a type."""
NOT_TRIALS = re.compile(r"meta-?analys|systematic review|cohort|retrospective|case.control", re.I)


def records(data: Path) -> Iterator[tuple[str, Record]]:
    """The texts to learn from, each with the set that it is from."""
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
    """Each text once, with the sums that the rules alone give it."""
    condition = load("mecfs")
    kept_back = set(re.findall(r"^PMID- (\d+)", (data / "rct/rct_medline.nbib").read_text(), re.M))
    seen: set[str] = set(kept_back)
    for source, record in records(data):
        if not record.abstract or (record.pmid or "") in seen:
            continue
        seen.add(record.pmid or "")
        reading = read(record, condition)
        both = texts(record)
        yield {
            "src": source, "t": both.get("title", ""), "a": both.get("abstract", ""),
            "sums": rule_sums(record, reading), "rand": reading.design.randomised,
        }  # fmt: skip


def fit(texts_: list[dict[str, Any]], labels: list[Any], least: int, c: float) -> Any:
    """Binary words, divided by the root of how many are known; the fitted model and its words."""
    import numpy as np
    from sklearn.feature_extraction.text import CountVectorizer
    from sklearn.linear_model import LogisticRegression

    words = CountVectorizer(analyzer=lambda d: tokens(d["t"], d["a"]), binary=True, min_df=least)
    counts = words.fit_transform(texts_).astype(float)
    known = np.asarray(counts.sum(axis=1)).clip(min=1)
    scaled = counts.multiply(1 / np.sqrt(known)).tocsr()
    model = LogisticRegression(C=c, max_iter=300, class_weight="balanced").fit(scaled, labels)
    return model, list(words.get_feature_names_out())


def train(found: list[dict[str, Any]]) -> dict[str, Any]:
    """Both models as plain data."""
    used, labels, kept = [], [], Counter[str]()
    for row in found:
        order = sorted(row["sums"].items(), key=lambda x: (-x[1], x[0]))
        if not order or order[0][1] < PLAIN:
            continue
        if order[0][1] - (order[1][1] if len(order) > 1 else 0.0) < MARGIN:
            continue
        kept[order[0][0]] += 1
        if kept[order[0][0]] <= A_TYPE:
            used.append(row)
            labels.append(order[0][0])
    model, words = fit(used, labels, least=10, c=1.0)
    types = [str(c) for c in model.classes_]
    columns = (model.coef_.T * 100).round().astype(int).tolist()
    weights = {
        word: [n for k, w in enumerate(column) if abs(w) >= 25 for n in (k, w)]
        for word, column in zip(words, columns, strict=True)
    }
    trials, is_trial = [], []
    for row in found:
        chance = row["rand"] or row["sums"].get("RCT", 0) >= 7
        if row["src"] == "trials" and not NOT_TRIALS.search(row["t"]):
            trials.append(row)
            is_trial.append(1)
        elif row["src"] == "roles" and not chance:
            trials.append(row)
            is_trial.append(0)
    second, trial_words = fit(trials, is_trial, least=50, c=1.0)
    by_size = sorted(
        zip(trial_words, (second.coef_[0] * 100).round().astype(int).tolist(), strict=True),
        key=lambda x: (-abs(x[1]), x[0]),
    )
    return {
        "types": types,
        "bias": (model.intercept_ * 100).round().astype(int).tolist(),
        "words": {word: w for word, w in sorted(weights.items()) if w},
        "trial_bias": round(float(second.intercept_[0]) * 100),
        "trial": dict(sorted(by_size[:800])),
    }


def main() -> None:
    data = Path(sys.argv[1])
    out = Path(sys.argv[2] if len(sys.argv) > 2 else "src/evidence_atlas/grading/paper_words.json")
    out.write_text(json.dumps(train(list(rows(data))), separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
