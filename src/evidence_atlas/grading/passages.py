"""The passages of a record in which grading looks for words, each at its exact place."""

from __future__ import annotations

import re
from typing import NamedTuple

from evidence_atlas.records import Because, Quote, Reading, Record, texts
from evidence_atlas.records.cues import Cue
from evidence_atlas.records.text import with_plain_hyphens

from .patterns import compiled

_SENTENCE_END = re.compile(r"(?<=[.!?])[\s\n]+(?=[A-Z0-9(\"“])|\n")
_ALREADY_MARKED = re.compile(
    r"^\s*\[?(?:retracted(?: article)?|withdrawn|temporary removal|removed)\]?\s*[:.\]-]\s*", re.I
)


class Passage(NamedTuple):
    """A sentence or a title: its field, its characters' place, its text and its role.

    `text` and `whole` are searched, and have plain hyphens; `printed` is quoted.
    """

    field: str
    start: int
    end: int
    text: str
    role: str
    whole: str
    printed: str

    def search(self, pattern: Cue) -> Quote | None:
        """The first place where the pattern stands, as a quote; None where it does not."""
        hit = pattern.search(self.text)
        if hit is None or not hit.group():
            return None
        return self.quote(hit.start(), hit.end())

    def quote(self, start: int, end: int) -> Quote:
        """The characters from `start` to `end` of this passage, as a quote."""
        return Quote(
            field=self.field,
            start=self.start + start,
            end=self.start + end,
            text=self.printed[start:end],
        )


_last: tuple[Record, Reading, tuple[Passage, ...]] | None = None


def title_start(title: str) -> int:
    """Where the title proper begins, after a mark such as `RETRACTED:` put before it."""
    found = _ALREADY_MARKED.match(title)
    return found.end() if found else 0


def passages(record: Record, reading: Reading) -> tuple[Passage, ...]:
    """The title, then the abstract's sentences, as the reading split them where it did.

    Every badge asks for them, so those of the last record are kept.
    """
    global _last
    last = _last
    if last is None or last[0] is not record or last[1] is not reading:
        _last = last = (record, reading, _passages(record, reading))
    return last[2]


def _passages(record: Record, reading: Reading) -> tuple[Passage, ...]:
    known = texts(record)
    whole = with_plain_hyphens("\n".join(known.values()))
    found: list[Passage] = []
    title = known.get("title", "")
    if title:
        found.append(_passage(whole, "title", title, title_start(title), len(title), "title"))
    abstract = known.get("abstract", "")
    if reading.sentences:
        found += [
            _passage(whole, "abstract", abstract, s.start, s.end, s.role) for s in reading.sentences
        ]
        return tuple(found)
    at = 0
    cuts = [m.span() for m in _SENTENCE_END.finditer(abstract)] + [(len(abstract), len(abstract))]
    for end, following in cuts:
        if not abstract[at:end].isspace() and end > at:
            found.append(_passage(whole, "abstract", abstract, at, end, "other"))
        at = following
    return tuple(found)


def _passage(whole: str, field: str, text: str, start: int, end: int, role: str) -> Passage:
    printed = text[start:end]
    return Passage(field, start, end, with_plain_hyphens(printed), role, whole, printed)


def find(pattern: str, where: tuple[Passage, ...]) -> Quote | None:
    """The first place where the pattern stands, as a quote; None where it stands nowhere."""
    sought = compiled(pattern)
    if not may_stand(sought, where):
        return None
    return next((at for p in where if (at := p.search(sought))), None)


def may_stand(pattern: Cue, where: tuple[Passage, ...]) -> bool:
    """False where the pattern stands in no passage: most stand nowhere, and need no search."""
    return bool(where) and pattern.may_stand(where[0].whole)


def step(rule: str, text: str, at: Quote | None = None) -> Because:
    """One step of a badge's working."""
    return Because(rule=rule, text=text, quote=at)
