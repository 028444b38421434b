"""How much or how good a thing is, in words of the source.

A rule's explanation may have such words, too ("a significant prevalence is high"), but they are of
what it explains: they do not make "high-quality evidence" of evidence from low to moderate quality.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from evidence_atlas.records import Flag

from .case import (
    Case,
    claimed,
    folded,
    glossary_words,
    may_tell_a_finding,
    rules,
    stands_in,
    table,
)
from .codes import flag

_TABLE = table("degrees.toml")
_DEGREE = re.compile(_TABLE["degree"], re.IGNORECASE)
_TOLD_AS = [
    (re.compile(t["ours"], re.IGNORECASE), re.compile(t["theirs"], re.IGNORECASE))
    for t in _TABLE["told_as"]
]


def degrees(case: Case) -> Iterator[Flag]:
    """No word for how much or how good something is that what is quoted lacks."""
    for statement in case.statements:
        if not (may_tell_a_finding(statement) or statement.section == "limitations"):
            continue
        sources = case.quoted_from(statement)
        explained = glossary_words([folded(r.text) for r in rules(statement)])
        if sources and (word := of_another_degree(claimed(statement), sources, explained)):
            detail = f"“{word}”, not in what is quoted for: {statement.text}"
            yield flag("word-not-in-support", statement, detail)


def of_another_degree(text: str, sources: Sequence[str], explained: Sequence[str]) -> str | None:
    """A word of degree of the text that neither its sources nor a glossary entry have."""
    held = "\n".join(sources)
    for ours, theirs in _TOLD_AS:
        if theirs.search(held):
            text = ours.sub("", text)
    known = f"{folded(held)}\n{' '.join(explained)}"
    words = (m.group() for m in _DEGREE.finditer(text))
    return next((w for w in words if not stands_in(folded(w), known)), None)
