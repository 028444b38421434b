"""Things that have changed places in a sentence that anybody may tell in an order of their own.

Our pages keep the order of the abstract (in_order.py). Others may tell in front what stands at the
end: "In women, scores fell". That moves one run of words. Where no one run, put back, restores the
order, two have changed places: "gum disease is a risk for COVID" for "COVID is a risk for gum
disease".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import LCSseq

from evidence_atlas.records import Flag

from .case import Case, folded, rules
from .codes import flag
from .in_order import first_told_last, keys_of, out_of_order, source_of, words_of_substance
from .tokens import without_brackets

_FEWEST, _MOST = 3, 40
"""Words of substance: of fewer an order says little, of more it is not looked into."""


def exchanged_things(case: Case) -> Iterator[Flag]:
    """No two things of a sentence in each other's place."""
    for statement in case.statements:
        sources = case.quoted_from(statement)
        explained = [folded(r.text) for r in rules(statement)]
        text = case.as_laid(statement)
        word = out_of_order(text, sources, explained)
        if word is not None and changed_places(text, sources):
            detail = f"“{word}” in the place of another in: {statement.text}"
            yield flag("word-not-in-support", statement, detail)


def changed_places(text: str, sources: Sequence[str]) -> bool:
    """Whether the order of the source comes back by no one run of words that is put elsewhere."""
    forms = list(dict.fromkeys(f for s in sources for f in (s, without_brackets(s))))
    bare = without_brackets(text)
    # What is told first may stand last, and then one run more may be elsewhere.
    return _changed(bare, forms) and _changed(first_told_last(bare), forms)


def _changed(text: str, forms: Sequence[str]) -> bool:
    ours = words_of_substance(text)
    theirs = keys_of(source_of(ours, forms)) if forms else []
    told = [w.key for w in ours if w.key in {*theirs}]
    if not _FEWEST <= len(told) <= _MOST:
        return False
    return not any(
        _in_order(told[start:end], theirs) and _in_order([*told[:start], *told[end:]], theirs)
        for start in range(len(told))
        for end in range(start, len(told) + 1)
    )


def _in_order(told: Sequence[str], theirs: Sequence[str]) -> bool:
    return int(LCSseq.similarity(told, theirs)) == len(told)
