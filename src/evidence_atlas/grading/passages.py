"""The passages of a record in which grading looks for words, each at its exact place."""

from __future__ import annotations

import re
from typing import NamedTuple

from evidence_atlas.records import Because, Quote, Reading, Record, texts

from .patterns import Finder, compiled, lower

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
    lower: str

    def search(self, finder: Finder) -> Quote | None:
        """The first place where the pattern stands, as a quote; None where it does not."""
        hit = finder.regex.search(self.lower if finder.folded else self.text)
        if hit is None or not hit.group():
            return None
        return self.quote(hit.start(), hit.end())

    def quote(self, start: int, end: int) -> Quote:
        """The characters from `start` to `end` of this passage, as a quote."""
        return Quote(
            field=self.field,
            start=self.start + start,
            end=self.start + end,
            text=self.text[start:end],
        )


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
        found.append(_passage("title", title, title_start(title), len(title), "title"))
    abstract = known.get("abstract", "")
    if reading.sentences:
        found += [_passage("abstract", abstract, s.start, s.end, s.role) for s in reading.sentences]
        return tuple(found)
    at = 0
    cuts = [m.span() for m in _SENTENCE_END.finditer(abstract)] + [(len(abstract), len(abstract))]
    for end, following in cuts:
        if not abstract[at:end].isspace() and end > at:
            found.append(_passage("abstract", abstract, at, end, "other"))
        at = following
    return tuple(found)


def _passage(field: str, text: str, start: int, end: int, role: str) -> Passage:
    part = text[start:end]
    return Passage(field, start, end, part, role, lower(part))


def find(pattern: str, where: tuple[Passage, ...]) -> Quote | None:
    """The first place where the pattern stands, as a quote; None where it stands nowhere."""
    finder = compiled(pattern)
    return next((at for p in where if (at := p.search(finder))), None)


def step(rule: str, text: str, at: Quote | None = None) -> Because:
    """One step of a badge's working."""
    return Because(rule=rule, text=text, quote=at)
