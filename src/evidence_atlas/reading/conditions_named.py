"""How the study names the illness, and which conditions it is about."""

from __future__ import annotations

import re
from collections import Counter

from evidence_atlas.records import Quote

from .document import Document
from .patterns import Named


def read(document: Document) -> tuple[tuple[str, ...], str | None, list[Quote]]:
    """Conditions (main one first), the illness as the study names it, and where.

    The main condition is the one named first in the title; without one in the title, the
    one named most often outside the background.
    """
    found: list[tuple[int, str, Quote]] = []
    counts: Counter[str] = Counter()
    names = [n for n in document.illness.names if document.may_hold(n.pattern)]
    for place, text, start, field in _texts(document):
        taken: list[tuple[int, int]] = []
        for named in names:
            for match in named.pattern.finditer(text):
                if any(s < match.end() and match.start() < e for s, e in taken):
                    continue
                taken.append((match.start(), match.end()))
                counts[named.name] += 3 if field == "title" else (0 if place == 1 else 1)
                quote = document.quote(start + match.start(), start + match.end(), field)
                found.append((place * 10**7 + start + match.start(), named.name, quote))
    found.sort(key=lambda f: f[0])
    own = {n.name for n in document.illness.names if n.own}
    in_title = [name for place, name, _ in found if place < 10**7]
    ordered: list[str] = []
    ranked = sorted(counts, key=lambda n: -counts[n])
    for name in (*in_title, *ranked):
        if name not in ordered and (counts[name] >= 2 or name in in_title or name in own):
            ordered.append(name)
    named_as = _as_named(document, [(n, q) for _, n, q in found if n in own])
    quotes = [q for _, n, q in found if n in own][:2]
    return tuple(ordered), named_as, quotes


def _texts(document: Document) -> list[tuple[int, str, int, str]]:
    parts = [(0, document.title, 0, "title")]
    for sentence in document.sentences:
        place = 1 if sentence.role == "background" else 2
        parts.append((place, sentence.text, sentence.start, "abstract"))
    return parts


def _as_named(document: Document, own: list[tuple[str, Quote]]) -> str | None:
    """The name that the study itself uses most (its title counts thrice), None if it has none."""
    if not own:
        return None
    tally: Counter[str] = Counter()
    first: dict[str, int] = {}
    for i, (name, quote) in enumerate(own):
        tally[name] += 3 if quote.field == "title" else 1
        first.setdefault(name, i)
    return min(tally, key=lambda n: (-tally[n], first[n]))


def main_condition(document: Document, conditions: tuple[str, ...]) -> Named | None:
    """The patterns of the record's main condition."""
    for name in conditions[:1]:
        for named in document.illness.names:
            if named.name == name:
                return named
    return None


def same_as_main(document: Document, conditions: tuple[str, ...], illness: str) -> bool:
    """Whether a condition named with a count is the record's main one (or a name of it)."""
    main = main_condition(document, conditions)
    if main is None:
        return True
    if main.own:
        return document.illness.any_own.search(illness) is not None
    return re.search(main.pattern, illness) is not None
