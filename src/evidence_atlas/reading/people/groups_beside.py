"""Groups that are told beside or behind the first: what they are to each other, and add up to."""

from __future__ import annotations

import itertools

from ..document import Document
from .mentions import Mention
from .people_words import CUES
from .places import text_of

_BODY = ("methods", "results")


def a_second_group(document: Document, pool: list[Mention], seen: list[Mention]) -> list[Mention]:
    """ "Sixty students rated faces. … Another 61 students rated names": two groups of one study."""
    for second in seen:
        text = text_of(document, second)
        if second.sentence is None or second.labelled_n or second.each:
            continue
        opens = (
            "second_opens_before"
            if CUES["other_next"].match(text, second.start + len(second.phrase.split()[0]))
            else "another_before"
        )
        if not CUES[opens].search(text[: second.start]):
            continue
        if not CUES["took_part_too_after"].match(text, second.start + len(second.phrase)):
            continue
        before = [m for m in pool if m.quote.end <= second.quote.start and m.role in _BODY]
        if before and second.role in _BODY:
            return [before[-1], second]
    return []


def with_comparison_groups(document: Document, pool: list[Mention]) -> list[Mention]:
    """ "30 children with it and two comparison groups: readers (n = 22), others (n = 30)"."""
    for first, second in itertools.pairwise(pool):
        if first.sentence is None or first.sentence != second.sentence or first.labelled_n:
            continue
        text = text_of(document, first)
        behind = [m for m in pool if m.sentence == first.sentence and m.start > first.start]
        compared = all(m.labelled_n and m.kind == "controls" for m in behind)
        if compared and CUES["comparison_groups_joint"].match(text, first.end, second.start):
            return [first, *behind]
    return []


def of_each_kind(document: Document, pool: list[Mention]) -> list[Mention]:
    """ "Among 423 children 107 had it; among 854 adolescents 250; and among 282 adults 59"."""
    told = [
        m
        for m in pool
        if m.sentence is not None
        and not m.labelled_n
        and CUES["among_each_before"].search(text_of(document, m)[: m.start])
    ]
    same = [m for m in told if m.sentence == told[0].sentence]
    kinds = {m.phrase.split()[-1] for m in same}
    return same if len(kinds) == len(same) > len(("one", "other")) else []
