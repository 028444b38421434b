"""Whether the words of a sentence stand in the order of its source.

A sentence may have every word of its source and say the opposite: "gum disease is a risk factor
for long COVID" where the source says "long COVID is a risk factor for gum disease"; "higher flow
and lower volume" for "higher volume and lower flow". Our pages tell a finding close to the words of
the abstract, so nearly all their words of substance stand in its order.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from evidence_atlas.records import Flag, Statement

from .case import Case, folded, glossary_words, may_tell_a_finding, rules, stands_in, table
from .codes import flag
from .tokens import Token, may_shorten, short_forms, tokens, without_brackets
from .word_for_word import LEAD

_REORDERS = re.compile(table("in_its_place.toml")["reorders"])
_SENTENCE = re.compile(r"(?<=[.;]) (?=[A-Z])")
_WHOSE = re.compile(table("in_its_place.toml")["whose"])
_FIRST = re.compile(table("in_its_place.toml")["told_first"])
_CODE = re.compile(r"[A-Za-z]+-?\d+(?:-?[A-Za-z\d]+)*")
_TIME = re.compile("pre|post", re.IGNORECASE)
_BRACKET = re.compile(r"\(([^()]{8,})\)")
_NEARLY_ALL = 0.8
"""A sentence is told from a source that has so many of its words of substance."""
_FEWEST = 3
"""Of fewer words of substance, their order says little."""


class _Word(NamedTuple):
    key: str
    token: Token


def in_order(case: Case) -> Iterator[Flag]:
    """No word of substance moved, where a sentence has nearly all its words from its source.

    Not where the rule that the sentence names tells things in another order than the abstract.
    """
    for statement in case.statements:
        aims = "aim" in statement.about
        if not (may_tell_a_finding(statement) or aims) or reorders(statement):
            continue
        explained = [folded(r.text) for r in rules(statement)]
        sources = case.quoted_from(statement)
        text = case.as_laid(statement)
        word = out_of_order(text, sources, explained) or exchanged_in_brackets(text, sources)
        if word is not None:
            detail = f"“{word}” elsewhere than in the abstract in: {statement.text}"
            yield flag("word-not-in-support", statement, detail)


def reorders(statement: Statement) -> bool:
    """Whether a rule that it names tells things in another order than the abstract."""
    return any(_REORDERS.search(folded(r.text)) for r in rules(statement))


def out_of_order(text: str, sources: Sequence[str], explained: Sequence[str] = ()) -> str | None:
    """A word of the text that its source has, and has between other words.

    Words by which a glossary entry tells a term do not count, nor those by which a short form may
    be written out: they stand where it stood.
    """
    forms = list(dict.fromkeys(f for s in sources for f in (s, without_brackets(s))))
    plain = " ".join(glossary_words(explained))
    for part in _SENTENCE.split(_WHOSE.sub("", without_brackets(text))):
        ours = words_of_substance(part)
        moved = _moved(ours, forms)
        turned = first_told_last(part)
        if moved is not None and turned != part:
            ours = words_of_substance(turned)
            moved = _moved(ours, forms)
        if moved is not None:
            short = short_forms([source_of(ours, forms)], {w.token.text for w in ours})
            words = (w for w in ours if not stands_in(folded(w.token.text), plain))
            moved = _moved([w for w in words if not _written_out(w, short)], forms)
        if moved is not None:
            return moved
    return None


def exchanged_in_brackets(text: str, sources: Sequence[str]) -> str | None:
    """A bracket with the words and figures of one of its sources' in another order."""
    theirs = [_listed(b) for source in sources for b in _BRACKET.findall(source)]
    for bracket in _BRACKET.findall(text):
        ours = _listed(bracket)
        if ours not in theirs and sorted(ours) in map(sorted, theirs):
            return str(bracket)
    return None


def _listed(bracket: str) -> list[str]:
    return [t.key if t.number is None else t.number.text for t in tokens(bracket)]


def first_told_last(text: str) -> str:
    """ "Compared with the start, it rose": what was told last may be told first."""
    first = _FIRST.match(text)
    return text if first is None else f"{text[first.end() :].rstrip('.')} {first.group()}"


def _moved(ours: Sequence[_Word], sources: Sequence[str]) -> str | None:
    keys = [w.key for w in ours]
    if len(keys) < _FEWEST or not sources:
        return None
    theirs = keys_of(source_of(ours, sources))
    common = (Counter(keys) & Counter(theirs)).total()
    out = common - int(LCSseq.similarity(keys, theirs))
    if not out or common < _NEARLY_ALL * len(keys):
        return None
    left, own = Counter(theirs), list[int]()
    for step in LCSseq.opcodes(keys, theirs):
        if step.tag == "equal":
            left.subtract(theirs[step.dest_start : step.dest_end])
        else:
            own += range(step.src_start, step.src_end)
    turned = out == 1 and any(_only_turned(i, keys, theirs) for i in own if left[keys[i]] > 0)
    return None if turned else next(ours[i].token.text for i in own if left[keys[i]] > 0)


def source_of(ours: Sequence[_Word], sources: Sequence[str]) -> str:
    keys = [w.key for w in ours]
    return max(sources, key=lambda s: LCSseq.similarity(keys, keys_of(s)))


def _only_turned(at: int, keys: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether it only changed places with the word beside it: "reached consensus"."""
    turned = {(b, a) for a, b in pairwise(keys[max(0, at - 1) : at + 2])}
    return not turned.isdisjoint(pairwise(theirs))


@lru_cache(maxsize=512)
def words_of_substance(text: str) -> tuple[_Word, ...]:
    """The words of substance behind who tells it; a name with digits ("IL-7") is one."""
    told = tokens(text)
    lead = next((i for i, t in enumerate(told) if not LEAD.fullmatch(t.text)), 0)
    found = []
    for token in told[lead:]:
        code = _CODE.match(text, token.start)
        if token.number is None and (code or token.weight == 1 or _TIME.fullmatch(token.text)):
            key = folded(code.group()) if code else token.key.removesuffix("s")
            found.append(_Word(key, token))
    return tuple(found)


def keys_of(source: str) -> list[str]:
    return [w.key for w in words_of_substance(source)]


def _written_out(word: _Word, short: Sequence[Token]) -> bool:
    return any(may_shorten(s, word.token) for s in short)
