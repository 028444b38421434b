"""Whether a record belongs in the atlas at all, and why."""

from __future__ import annotations

from evidence_atlas.records import Because, Condition, Quote, Reading, Record

from .passages import Passage, passages, step
from .patterns import compiled
from .subjects import indexed_under


def on_topic(record: Record, reading: Reading, condition: Condition) -> tuple[bool, Because]:
    """Whether the record is about the illness, an illness that overlaps, or a comparison with it.

    A record that names the illness nowhere is off topic, and so is one that names it only as
    a side effect of something else. The reason is logged.
    """
    name = condition.name
    named = mentions(passages(record, reading), condition)
    indexed = indexed_under(record, condition)
    if not named and not indexed:
        text = f"Neither title, abstract, MeSH headings nor keywords name {name}."
        return False, step("not-named", text)
    aside = compiled(condition.scope.side_effect_only) if condition.scope.side_effect_only else None
    proper = [m for m in named if aside is None or not aside.search(m[0].text)]
    if named and not proper:
        text = f"The record names {name} only as a side effect of something else."
        return False, step("side-effect-only", text, named[0][1])
    if proper:
        where = "title" if proper[0][0].role == "title" else "abstract"
        return True, step("named", f"The {where} names {name}.", proper[0][1])
    return True, step("indexed", f"PubMed's headings or the keywords name {name}: {indexed}.")


def mentions(where: tuple[Passage, ...], condition: Condition) -> list[tuple[Passage, Quote]]:
    """Every passage that names the illness, with the first place in it that does."""
    found = []
    for passage in where:
        hits = [
            at
            for pattern in (*(n.pattern for n in condition.names), condition.scope.on_topic)
            if pattern and (at := passage.search(compiled(pattern)))
        ]
        if hits:
            found.append((passage, min(hits, key=lambda q: (q.start, -q.end))))
    return found
