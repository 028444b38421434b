"""Where a text says that something was measured, and what it calls it.

A thing was measured where the text says so: as its main outcome, as what follows "we measured", or
what stands before "was assessed". A word that only tells who took part, or what was allowed for,
does not say it, wherever it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from evidence_atlas.records import Quote
from evidence_atlas.records.cues import Cue

from .. import tables
from ..document import Document
from ..names import unnamed

_TABLE = tables.load("measured")
_FORWARD: tuple[tuple[int, Cue], ...] = (
    (0, tables.any_of(_TABLE["main"])),
    (1, tables.any_of(_TABLE["other"])),
    (2, tables.any_of(_TABLE["follows"])),
)
_LABEL = tables.any_of([_TABLE["label"]])
"""The heading of a part of the abstract that tells its outcomes."""
_BACKWARD = tables.any_of(_TABLE["before"])
_STOP = re.compile(_TABLE["stop"], re.IGNORECASE)
_LEAD = re.compile(_TABLE["lead"], re.IGNORECASE)
_ADVERBIAL = re.compile(_TABLE["adverbial"], re.IGNORECASE)
_EFFECT = re.compile(_TABLE["effect"], re.IGNORECASE)
_NO_MEASURE = re.compile(_TABLE["no_measure"], re.IGNORECASE)
_PARTICIPLE = re.compile(_TABLE["participle"], re.IGNORECASE)
_OPEN = re.compile(_TABLE["open"]["pattern"], re.IGNORECASE)
_AND_THEN = re.compile(_TABLE["open"]["and_then"], re.IGNORECASE)
_NO_WORDS = re.compile(r"[()\[\]<>=±%“”\"]|\A\W|\A\d|[^\w)]\Z")
_UNFINISHED = re.compile(_TABLE["unfinished"], re.IGNORECASE)
_CLAUSE_BEFORE = re.compile(_TABLE["clause_before"], re.IGNORECASE)
_MEMBER = re.compile(r",\s(?:and\s|or\s|as well as\s)?|\s(?:and|or|as well as|along with|plus)\s")
_BRACKET = re.compile(r"\s?\([^()]*\)|\s?\[[^\[\]]*\]")
_APART = re.compile(r"an? ", re.IGNORECASE)
_PROPER = re.compile(r"[A-Z][a-z]+")
_FARTHEST = 260
_LONGEST, _MOST = 9, 5
"""Words of one name, and names told."""
_OWN_ROLES = ("aim", "methods", "results", "other")


@dataclass(frozen=True)
class Stretch:
    """The words that a text says were measured; `rank` 0 for its main outcome, 3 for an aim."""

    rank: int
    field: str
    start: int
    end: int


def stretches(document: Document) -> tuple[Stretch, ...]:
    """All places where the text says what was measured, in its order."""
    found: list[Stretch] = []
    ended = 0
    forward = [(rank, pattern) for rank, pattern in _FORWARD if document.may_hold(pattern)]
    for _, sentence in document.parts():
        if _LABEL.search(document.abstract[ended : sentence.start]):
            start, end = _after(sentence.text, 0)
            found.append(Stretch(0, "abstract", sentence.start + start, sentence.start + end))
        ended = sentence.end
        for rank, pattern in forward:
            # A main outcome is the study's own wherever it is named; "we examined" is, but
            # what a background says that others measured is not.
            if rank and sentence.role not in _OWN_ROLES:
                continue
            for match in pattern.finditer(sentence.text):
                start, end = _after(sentence.text, match.end())
                placed = 3 if rank == 2 and sentence.role == "aim" else rank
                found.append(
                    Stretch(placed, "abstract", sentence.start + start, sentence.start + end)
                )
        if sentence.role not in ("methods", "results", "other"):
            continue
        for match in _BACKWARD.finditer(sentence.text):
            start = _before(sentence.text, match.start())
            found.append(
                Stretch(2, "abstract", sentence.start + start, sentence.start + match.start())
            )
    return tuple(sorted(set(found), key=lambda s: s.start))


def _after(text: str, start: int) -> tuple[int, int]:
    """From where the telling begins to where it ends, past "the effect of A on"."""
    effect = _EFFECT.search(text, start, start + _FARTHEST)
    if effect and effect.start() - start < 40:
        start = effect.end()
    stop = _STOP.search(text, start + 1)
    end = min(stop.start() if stop else len(text), start + _FARTHEST)
    return start, end


def _before(text: str, end: int) -> int:
    """Where the clause begins whose verb of measuring stands at `end`."""
    start = 0
    for match in _CLAUSE_BEFORE.finditer(text, 0, end):
        start = match.end()
    if end - start > _FARTHEST:
        return end
    adverbial = _ADVERBIAL.match(text[start:end])
    return start + adverbial.end() if adverbial else start


def phrases(
    document: Document, told: tuple[Stretch, ...], given: tuple[str, ...] = ()
) -> tuple[tuple[str, Quote], ...]:
    """What was measured in the text's own short phrases, at most five.

    Where a main outcome is told, it and other outcomes named as such. Else what was measured or
    was to be, and first of it what the title names. A stretch that is no clean list of names
    gives only those of its members that are. What was `given` was not measured.
    """
    treatments = [name.casefold() for name in given]
    title = document.title.casefold()
    for wanted in ((0, 1), (2, 3)):
        found: dict[str, tuple[str, Quote]] = {}
        for stretch in sorted(told, key=lambda s: (s.rank, s.start)):
            if stretch.rank in wanted:
                for name, quote in _members(document, stretch):
                    key = name.casefold()
                    if not any(t in key for t in treatments):
                        found.setdefault(key, (name, quote))
        if wanted == (2, 3):
            ordered = sorted(found.values(), key=lambda f: f[0].casefold() not in title)
        else:
            ordered = list(found.values())
        if ordered:
            return tuple(ordered)[:_MOST]
    return ()


def _members(document: Document, stretch: Stretch) -> Iterator[tuple[str, Quote]]:
    """The names of a list; what is none is passed over."""
    text = document.abstract[stretch.start : stretch.end]
    # Brackets are blanked, so that a comma in them ends no name.
    plain = _BRACKET.sub(lambda m: " " * len(m[0]), text)
    at = 0
    for match in (*_MEMBER.finditer(plain), None):
        stop = match.start() if match else len(plain)
        raw = plain[at:stop]
        onward = (
            match is not None and "," not in match[0] and not _AND_THEN.match(plain, match.end())
        )
        if onward and _goes_on(raw):
            continue  # "physical and mental health" is one name, as is "IgG against A and B".
        lead = _LEAD.match(raw.lstrip())
        begin = at + len(raw) - len(raw.lstrip()) + (lead.end() if lead else 0)
        end = begin + len(_PARTICIPLE.sub("", plain[begin:stop].rstrip(" ,")).rstrip(" ,"))
        first, at = at == 0, match.end() if match else stop
        name = " ".join(plain[begin:end].split())
        if not first and _APART.match(raw.lstrip()):
            return  # ", a widely used drug": of what stands before.
        if not first and _PROPER.fullmatch(name):
            continue  # a place, or a part of a test
        if is_name(name, document):
            yield name, document.quote(stretch.start + begin, stretch.start + end)


def _goes_on(raw: str) -> bool:
    lead = _LEAD.match(raw.lstrip())
    name = raw.lstrip()[lead.end() if lead else 0 :].strip()
    return _UNFINISHED.search(name) is not None or _OPEN.search(name) is not None


def is_name(name: str, document: Document) -> bool:
    """Whether a phrase can stand by itself as the name of what was measured."""
    return (
        (4 if name.islower() else 2) <= len(name) <= 80
        and len(name.split()) <= _LONGEST
        and not _NO_MEASURE.search(name)
        and not _UNFINISHED.search(name)
        and not _NO_WORDS.search(name)
        and unnamed(name) == name
        and not document.illness.any_name.fullmatch(name)
        and len(list(document.illness.any_name.finditer(name))) < 2
    )


_ELSEWHERE = {
    name: re.compile(_TABLE["elsewhere"][name], re.IGNORECASE) for name in ("sentence", "before")
}
COMPOUND = re.compile(_TABLE["elsewhere"]["after"], re.IGNORECASE)
"""What follows a name that is only a part of a longer one ("blood flow cytometry")."""


def tells_of_people(text: str, start: int, end: int) -> bool:
    """Whether a name of a measure stands where it says who took part, or what was set aside.

    "Adults with pain were included", "adjusted for sleep", "whole blood flow cytometry".
    """
    return (
        _ELSEWHERE["sentence"].search(text) is not None
        or _ELSEWHERE["before"].search(text, max(0, start - 90), start) is not None
        or COMPOUND.match(text[end : end + 24]) is not None
    )
