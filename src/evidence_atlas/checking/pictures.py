"""The picture of a study: each mark's sentence passes the gate, and each mark its sentence.

A page whose picture fails is still published, without the picture: the warning says why. So
a picture is never shown that could not be checked, whatever broke.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

import msgspec

from evidence_atlas.records import Flag, Mark, Page, Picture, Section

from .case import Case, folded
from .codes import flag
from .direction import said
from .numbers import read
from .sentence_rules import SENTENCE_RULES

CODE = "picture-left-out"
_WORD = re.compile(r"[^\W\d_]+")
_WAYS = {"up": ("up", "better"), "down": ("down", "worse")}
_UP = frozenset({"increase", "higher"})


def picture(case: Case) -> Iterator[Flag]:
    """The first fault of the picture, as the reason why it is left out."""
    drawn = case.page.picture
    if drawn is None:
        return
    try:
        fault = next(_faults(case, drawn), None)
    except Exception as error:  # a picture that cannot be checked is left out
        fault = f"check-failed: {type(error).__name__}: {error}"
    if fault is not None:
        yield flag(CODE, None, fault)


def shown(page: Page, flags: Iterable[Flag]) -> Page:
    """The page as it may be shown: without a picture that did not pass."""
    if page.picture is None or not any(f.code == CODE for f in flags):
        return page
    return msgspec.structs.replace(
        page, picture=None, no_picture="the picture did not pass the gate"
    )


def _faults(case: Case, drawn: Picture) -> Iterator[str]:
    if case.withdrawn or case.reading.unread is not None:
        yield "a record that reports nothing has no picture"
    told = Section(name="picture", statements=drawn.statements())
    page = msgspec.structs.replace(case.page, sections=(*case.page.sections, told), picture=None)
    # The copy has a memory of its own for what its sentences tell.
    own = replace(case, page=page, _results={})
    ids = {s.id for s in drawn.statements()}
    for rule in SENTENCE_RULES:
        for found in rule(own):
            if found.statement in ids and found.severity == "CRITICAL":
                yield f"{found.code}: {found.detail}"
    for mark in drawn.marks:
        yield from _mark(own, mark)
    yield from _sums(case, drawn)


def _mark(case: Case, mark: Mark) -> Iterator[str]:
    """What is drawn stands in the mark's own sentence, and points the way that it tells."""
    sentence = folded(mark.said.text)
    if mark.n is not None and not any(
        n.kind == "count" and n.value == mark.n for n in read(mark.said.text)
    ):
        yield f"the number {mark.n} is not in: {mark.said.text}"
    words = set(_WORD.findall(sentence))
    for word in _WORD.findall(folded(f"{mark.words} {mark.note or ''}")):
        if word not in words:
            yield f"“{word}” is drawn and not said: {mark.said.text}"
    if mark.part != "finding":
        return
    results = case.results_of(mark.said)
    if mark.way is None or len(results) != 1:
        yield f"a finding that rests on no one result: {mark.said.text}"
        return
    tells = said(mark.said.text)
    result = results[0]
    if mark.way == "level":
        if not result.is_null or not tells.none:
            yield f"drawn level, but told otherwise: {mark.said.text}"
        return
    if tells.none or result.is_null or not any(map(tells.has, _WAYS[mark.way])):
        yield f"drawn {mark.way}, but told otherwise: {mark.said.text}"
    judged = tells.has("better") or tells.has("worse")
    if not judged and (result.direction in _UP) is not (mark.way == "up"):
        yield f"drawn {mark.way}, but read as {result.direction}: {mark.said.text}"


def _sums(case: Case, drawn: Picture) -> Iterator[str]:
    """Nobody finishes who did not begin; groups are the people that the picture counts."""
    p = case.reading.participants
    if p.adds_up is False:
        yield "the counts, as stated, do not add up"
    if drawn.form == "review":
        if [m.n for m in drawn.marks] != [p.studies, p.participants_in_studies]:
            yield "not the studies and people that were counted"
        return
    began = [m.n for m in drawn.marks if m.part == "start" and m.n is not None]
    ended = [m.n for m in drawn.marks if m.part == "end" and m.n is not None]
    groups = [m.n for m in drawn.marks if m.part == "group" and m.n is not None]
    if any(n not in (p.randomised, p.enrolled, p.total) for n in began):
        yield "the number drawn first is not that of those who began"
    if any(n not in (p.completed, p.analysed) for n in ended):
        yield "the number drawn last is not that of those who finished"
    if began and ended and ended[0] > began[0]:
        yield "more finished than began"
    if groups and began and sum(groups) not in (*began, *ended):
        yield "the groups are not those of whom they are drawn as parts"
    if groups and not began and p.total is not None and sum(groups) != p.total:
        yield "the groups do not add up to all who took part"
