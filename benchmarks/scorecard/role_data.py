"""Abstracts whose authors labelled the parts, as running text with the labels hidden."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from evidence_atlas.reading.text import sentences
from evidence_atlas.records.reading import Role

FILE = "sentence_roles/sentence_roles_nlmcategory.jsonl.gz"
ROLES: tuple[Role, ...] = ("background", "aim", "methods", "results", "conclusions")
_CATEGORIES = dict(
    zip(("BACKGROUND", "OBJECTIVE", "METHODS", "RESULTS", "CONCLUSIONS"), ROLES, strict=True)
)


@dataclass(frozen=True)
class Labelled:
    """An abstract's sentences and the part each stands in; `tenth` is its share of the data."""

    pmid: str
    tenth: int
    sentences: tuple[str, ...]
    roles: tuple[Role, ...]


def load(data: Path) -> list[Labelled]:
    """The labelled abstracts; those with one title share a tenth, named by the lowest PMID."""
    with gzip.open(data / FILE, "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    same: dict[str, list[int]] = defaultdict(list)
    for row in rows:
        same[_plain(row["title"])].append(int(row["pmid"]))
    found = []
    for row in rows:
        parts = [
            (s["text"].strip(), _CATEGORIES[s["nlm_category"]])
            for s in row["sections"]
            if s["nlm_category"] in _CATEGORIES and s["text"].strip()
        ]
        words, roles = _split(parts)
        tenth = _tenth(min(same[_plain(row["title"])]))
        if words:
            found.append(Labelled(row["pmid"], tenth, tuple(words), tuple(roles)))
    return found


def _split(parts: list[tuple[str, Role]]) -> tuple[list[str], list[Role]]:
    """The sentences of the running text; each has the label of the section it begins in."""
    text = " ".join(words for words, _ in parts)
    begins, position = [], 0
    for words, role in parts:
        begins.append((position, role))
        position += len(words) + 1
    spans = sentences.split(text)
    roles = [[role for begin, role in begins if begin <= span.start][-1] for span in spans]
    return [text[span.start : span.end] for span in spans], roles


def _plain(title: str) -> str:
    return re.sub(r"\W+", "", title.lower())


def _tenth(pmid: int) -> int:
    return int(hashlib.sha256(str(pmid).encode()).hexdigest(), 16) % 10
