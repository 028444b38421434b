"""The labelled records that the scorecard reads, as `Record`s."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from evidence_atlas.conditions import load
from evidence_atlas.grading import STUDY_TYPES
from evidence_atlas.records import AbstractSection, Condition, Journal, PubDate, Record
from evidence_atlas.records.dates import Dates

TYPES = {name.lower().replace(" ", "-"): name for name in STUDY_TYPES} | {
    "randomised-controlled-trial": "RCT",
}
"""Our study types by the names that the labels use."""

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
"""Texts written for this project, with known answers."""
LABELS = Path(__file__).resolve().parent.parent / "labels"
"""This project's labels of texts that it does not hold."""


@lru_cache(maxsize=1)
def condition() -> Condition:
    """The illness that is read for."""
    return load("mecfs")


def lines(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSON Lines file, compressed or not."""
    packed = path.read_bytes()
    text = gzip.decompress(packed) if path.suffix == ".gz" else packed
    yield from (json.loads(line) for line in text.decode("utf-8").splitlines() if line.strip())


def record_of(row: dict[str, Any], with_types: bool = True) -> Record:
    """A row with title, abstract and the like as a record, with or without publication types."""
    abstract = str(row.get("abstract") or "")
    year = str(row.get("year") or "")
    types = tuple(row.get("publication_types") or ()) if with_types else ()
    return Record(
        source="plain",
        raw_hash="",
        title=str(row.get("title") or ""),
        pmid=row.get("pmid") or None,
        abstract=(AbstractSection(text=abstract),) if abstract else (),
        abstract_kind="original" if abstract else "none",
        journal=Journal(title=row.get("journal")),
        publication_types=types,
        languages=("eng",),
        dates=Dates(published=PubDate(year=int(year))) if year.isdigit() else Dates(),
    )


def accepted_types(label: dict[str, Any]) -> tuple[str, ...]:
    """The label's study type, then the others that a careful reader could defend."""
    return tuple(
        TYPES[d] for d in (label["design"], *label["design_also_acceptable"]) if d in TYPES
    )


def key_of(row: dict[str, Any]) -> str:
    """The name by which a row's label knows it: its PMID, else a digest of its title."""
    return str(row.get("pmid") or f"title:{hashlib.sha1(row['title'].encode()).hexdigest()[:10]}")


def labelled(data: Path) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """The development records with their labels."""
    rows = {key_of(row): row for row in lines(data / "mecfs" / "records_dev.jsonl")}
    labels = lines(data / "mecfs" / "labels_dev.jsonl")
    return [(rows[label["key"]], label) for label in labels if label["key"] in rows]


def short(text: str, words: int = 25) -> str:
    """At most so many words of a text, for a list of errors."""
    said = text.split()
    return " ".join(said[:words]) + (" …" if len(said) > words else "")


def rows_of(data: Path) -> dict[str, dict[str, Any]]:
    """Every abstract of the folder that has such a key, its parts with their labels in a line."""
    rows: dict[str, dict[str, Any]] = {}
    for row in lines(data / "study_type" / "corona_ml_studytype.jsonl.gz"):
        digest = hashlib.sha1(row["title"].encode()).hexdigest()[:10]
        rows[str(row.get("pubmed_id") or f"title:{digest}")] = {
            "title": row["title"],
            "abstract": row["abstract"],
        }
    for name, parts in (
        ("trial_outcomes/article_abstracts.jsonl.gz", "abstract_parts"),
        ("sentence_roles/sentence_roles_nlmcategory.jsonl.gz", "sections"),
    ):
        for row in lines(data / name):
            told = (
                f"{part['label'].upper()}: {part['text']}" if part.get("label") else part["text"]
                for part in row[parts]
            )
            rows[str(row["pmid"])] = {"title": row["title"], "abstract": " ".join(told)}
    for row in lines(data / "mecfs" / "longcovid_records.jsonl.gz"):
        rows.setdefault(key_of(row), row)
    return rows
