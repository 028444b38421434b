"""The passages of a record in which grading looks for words, each at its exact place."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from evidence_atlas.records import Because, Quote, Reading, Record, quote, texts

_SENTENCE_END = re.compile(r"(?<=[.!?])[\s\n]+(?=[A-Z0-9(\"“])|\n")
_ALREADY_MARKED = re.compile(
    r"^\s*\[?(?:retracted(?: article)?|withdrawn|temporary removal|removed)\]?\s*[:.\]-]\s*", re.I
)


class Passage(NamedTuple):
    """A sentence or a title: its field, its characters' place, its text and its role."""

    field: str
    start: int
    end: int
    text: str
    role: str


@lru_cache(maxsize=4096)
def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern, searched without regard to case."""
    return re.compile(pattern, re.IGNORECASE)


def title_start(title: str) -> int:
    """Where the title proper begins, after a mark such as `RETRACTED:` put before it."""
    found = _ALREADY_MARKED.match(title)
    return found.end() if found else 0


def passages(record: Record, reading: Reading) -> tuple[Passage, ...]:
    """The title, then the abstract's sentences, as the reading split them where it did."""
    known = texts(record)
    found: list[Passage] = []
    title = known.get("title", "")
    if title:
        start = title_start(title)
        found.append(Passage("title", start, len(title), title[start:], "title"))
    abstract = known.get("abstract", "")
    if reading.sentences:
        found += [Passage("abstract", s.start, s.end, s.text, s.role) for s in reading.sentences]
        return tuple(found)
    at = 0
    cuts = [m.span() for m in _SENTENCE_END.finditer(abstract)] + [(len(abstract), len(abstract))]
    for end, following in cuts:
        if abstract[at:end].strip():
            found.append(Passage("abstract", at, end, abstract[at:end], "other"))
        at = following
    return tuple(found)


def quote_at(record: Record, field: str, start: int, end: int) -> Quote:
    """The exact characters of that place."""
    return quote(texts(record), field, start, end)


def find(pattern: str, where: tuple[Passage, ...]) -> Quote | None:
    """The first place where the pattern stands, as a quote; None where it stands nowhere."""
    regex = compiled(pattern)
    for passage in where:
        hit = regex.search(passage.text)
        if hit and hit.group():
            return Quote(
                field=passage.field,
                start=passage.start + hit.start(),
                end=passage.start + hit.end(),
                text=hit.group(),
            )
    return None


def step(rule: str, text: str, at: Quote | None = None) -> Because:
    """One step of a badge's working."""
    return Because(rule=rule, text=text, quote=at)
