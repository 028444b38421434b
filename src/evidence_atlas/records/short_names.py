"""Which of an illness's short names a record uses for it.

Two capitals stand for many things. A text is asked what it means by them: the phrases they stand
in, the words beside them, and what the text itself writes out for them. All of these are data of
the illness (`ShortName`). Whoever reads or judges a record asks here for the illness as that record
writes it, and needs to know no more of short names.
"""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec.structs import replace

from .citation import Record
from .condition import Condition, Name, ShortName
from .cues import Cue, cue
from .text import texts, with_plain_hyphens

_SLOT = "NAME"
_AROUND = 60
"""Characters on both sides of capitals by which it is seen whether all is printed in capitals."""
_LEAD = re.compile(r"((?:[\w'’]+[\s-]){1,8})[(\[](?:[^()\[\]]{1,14}[,;]\s)?\Z")
_BEHIND = re.compile(r"\s?(?:=|:|[(\[])\s?([\w'’]+(?:[\s-][\w'’]+){0,7})")
_SMALL = frozenset(("of", "and", "the", "in", "for", "to", "with", "a", "an"))
_LIMIT = 64
_cue = lru_cache(maxsize=256)(cue)

_last: tuple[Condition, Record, Condition] | None = None
_kinds: dict[tuple[int, tuple[int, ...]], tuple[Condition, Condition]] = {}


def as_written(condition: Condition, record: Record) -> Condition:
    """The illness, with those of its short names that title and abstract use for it.

    These are names like the others then, so that to ask again of what is returned changes nothing.
    """
    global _last
    if not condition.short_names:
        return condition
    last = _last
    if last is None or last[0] is not condition or last[1] is not record:
        last = _last = (condition, record, _with_names(condition, _used(condition, record)))
    return last[2]


def _used(condition: Condition, record: Record) -> tuple[int, ...]:
    found = texts(record)
    text = with_plain_hyphens("\n".join(found.get(f, "") for f in ("title", "abstract")))
    words = [k.text for k in record.keywords] + [m.descriptor for m in record.mesh]
    beside = "\n".join((text, *words))
    return tuple(
        i for i, s in enumerate(condition.short_names) if _means_it(s, condition, text, beside)
    )


def _with_names(condition: Condition, used: tuple[int, ...]) -> Condition:
    """The same value for the same names, so that what is compiled for it is compiled once."""
    if not used:
        return condition
    kept = _kinds.get((id(condition), used))
    if kept is None or kept[0] is not condition:
        if len(_kinds) >= _LIMIT:
            _kinds.clear()
        short = [condition.short_names[i] for i in used]
        more = tuple(Name(name=s.name, pattern=s.pattern, main=s.main) for s in short)
        names = (*condition.names, *more)
        kept = (condition, replace(condition, names=names, short_names=()))
        _kinds[(id(condition), used)] = kept
    return kept[1]


def _means_it(short: ShortName, condition: Condition, text: str, beside: str) -> bool:
    places = [m for m in _cue(short.pattern).finditer(text) if not _among_capitals(text, m)]
    if not places or any(_means_another_thing(condition, text, m) for m in places):
        return False
    if short.unless and _cue(short.unless).search(text):
        return False
    if short.certain and _cue(short.certain).search(beside):
        return True
    starts = {m.start() for m in places}
    if _stands_in(short, short.alone, text, starts):
        return True
    told = bool(short.beside and _cue(short.beside).search(beside))
    return told and _stands_in(short, short.told, text, starts)


def _stands_in(short: ShortName, phrases: str, text: str, starts: set[int]) -> bool:
    """Whether a phrase holds the short name at a place where it counts."""
    if not phrases:
        return False
    whole = _cue(phrases.replace(_SLOT, f"(?:{short.pattern})"))
    name: Cue = _cue(short.pattern)
    return any(
        n.start() in starts
        for m in whole.finditer(text)
        for n in name.finditer(text, m.start(), m.end())
    )


def _among_capitals(text: str, place: re.Match[str]) -> bool:
    """Whether what stands around is printed in capitals, in which every word looks like a name."""
    line = text.rfind("\n", 0, place.start()) + 1
    before = text[max(line, place.start() - _AROUND) : place.start()]
    after = text[place.end() : place.end() + _AROUND].split("\n")[0]
    letters = [c for c in before + after if c.isalpha()]
    return sum(c.isupper() for c in letters) * 2 > len(letters)


def _means_another_thing(condition: Condition, text: str, place: re.Match[str]) -> bool:
    """Whether the text writes out beside the letters what else they stand for.

    "Metabolisable energy (ME)", "ME (maximal effort)", "Maine (ME)".
    """
    letters = [c.lower() for c in place[0] if c.isalpha()]
    before = _LEAD.search(text[max(0, place.start() - 90) : place.start()])
    behind = _BEHIND.match(text, place.end())
    for found, last in ((before, True), (behind, False)):
        if found is None or any(_cue(n.pattern).search(found[1]) for n in condition.names):
            continue
        words = [w for w in re.split(r"[\s-]+", found[1].lower()) if w and w not in _SMALL]
        some = words[-len(letters) :] if last else words[: len(letters)]
        if [w[0] for w in some] == letters or (
            some and _abbreviates(some[-1 if last else 0], letters)
        ):
            return True
    return False


def _abbreviates(word: str, letters: list[str]) -> bool:
    """Whether one word holds the letters in their order, from its head on: "microelectrode"."""
    if word[:1] != letters[0] or len(word) <= len(letters) + 1:
        return False
    at = 0
    for letter in letters:
        at = word.find(letter, at) + 1
        if at == 0:
            return False
    return True
