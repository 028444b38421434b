"""A group that a sentence counts beside those that were read, so that no list passes for whole.

"25 with asthma, 30 with eczema and 24 healthy people" are three groups; told as two, a page says
something untrue. What is missing up to the sum of all is looked for where the others are counted.
"""

from __future__ import annotations

import re
from itertools import combinations

from evidence_atlas.reading.text import numbers as printed
from evidence_atlas.records import Group, Quote, Sentence, quote, texts

from ..material import Material
from ..tables import table
from .people_phrase import phrase_at

_LABEL = re.compile(r"\(?(?:<i>)?[nN](?:</i>)?\s?=\s?\Z")
_BEFORE_LABEL = re.compile(
    r"(?:\A|[,;:(]\s?|\b(?:and|or|versus|vs\.?|with|from|in)\s)"
    r"(?P<what>(?!(?:and|or|with|from)\s)[A-Za-z][\w +’'/–-]{2,60}?)\s?\Z"
)
_GROUP = re.compile(table("people/groups_named.toml")["group"], re.IGNORECASE)
_MOST_LEFT_OUT = 2


_OF_WHOM = re.compile(
    r"[^.;]{0,60}?\b(?:of (?:whom|which|these|them)|including|comprising|consisting|divided)\b"
)
"""Behind a number of which the others are parts."""


def groups_left_out(m: Material, groups: list[Group]) -> list[Quote] | None:
    """What the text counts beside these groups, up to all who took part; None where not found.

    An empty list says that nobody is missing.
    """
    total = m.reading.participants.total
    missing = 0 if total is None else total - sum(g.n or 0 for g in groups)
    if missing <= 0:
        return []
    others = [
        (n.value, found)
        for s in _their_sentences(m, groups)
        for n in printed.find(s.text)
        if n.value is not None and 1 < n.value <= missing
        and not _counted(groups, s.start + n.start) and (found := _words(m, s, n)) is not None
    ]  # fmt: skip
    for size in range(1, _MOST_LEFT_OUT + 1):
        for way in combinations(others, size):
            if sum(n for n, _ in way) == missing:
                return [found for _, found in way]
    return None


def _their_sentences(m: Material, groups: list[Group]) -> list[Sentence]:
    found = [m.reading.sentence_at(g.quote.start, g.quote.field) for g in groups]
    return list({s.start: s for s in found if s is not None}.values())


def _counted(groups: list[Group], at: int) -> bool:
    return any(g.quote.start <= at < g.quote.end for g in groups)


def _words(m: Material, s: Sentence, n: printed.Number) -> Quote | None:
    """The number with the people it counts: "30 people with eczema", "eczema (n = 30)"."""
    held, text = texts(m.record), texts(m.record).get("abstract", "")
    start, end = s.start + n.start, s.start + n.end
    label = _LABEL.search(s.text, 0, n.start)
    if label is not None:
        before = _BEFORE_LABEL.search(s.text, 0, label.start())
        closing = text.find(")", end)
        if before is None or not 0 <= closing - end < 40:
            return None
        return quote(held, "abstract", s.start + before.start("what"), closing + 1)
    if _OF_WHOM.match(text, end):
        return None
    phrase = phrase_at(text, end)
    if phrase is not None and len(phrase.ends) > 1 and phrase.ends[-1] <= s.end:
        return quote(held, "abstract", start, phrase.ends[-1])
    behind = _GROUP.match(text, end)
    if behind is None or behind.end("what") > s.end:
        return None
    return quote(held, "abstract", start, behind.end("what"))


def left_out_groups(m: Material, groups: list[Group]) -> list[Group]:
    """The same as groups, each by the words for it."""
    found = []
    for where in groups_left_out(m, groups) or ():
        n = next((n for n in printed.find(where.text) if n.value is not None), None)
        if n is not None:
            name = where.text[n.end :].strip() if n.start == 0 else where.text[: n.start]
            name = _LABEL.sub("", name).strip()
            found.append(Group(name=name, kind="patients", n=n.value, quote=where))
    return found
