"""All whom a study took in had an illness that another may follow: "183 adults after influenza".

The words for whom a study took in often stand in another sentence than the count, or under a
heading of their own. A page that tells the count alone generalises to everybody. It is told only
where the text says it of those whom it took in, and nobody who never had the illness is spoken of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from evidence_atlas.reading.text import numbers as printed
from evidence_atlas.records import Quote, Support, quote, quoted, texts
from evidence_atlas.records.condition import Name
from evidence_atlas.records.kept_patterns import compiled

from ..brief.kinds import BY_CHANCE, OF_OTHERS_STUDIES
from ..material import Material, Piece
from ..rules import named
from ..tables import table
from ..words.numbers import as_read
from .had_by_some import only_some
from .in_hospital import in_hospital
from .people_phrase import telling

_TABLE = table("people/had_before.toml")
_PEOPLE = rf"(?:{table('people/traits.toml')['heads']}|{_TABLE['people_too']})\b"
_NOT_BEHIND = _TABLE["not_behind"]
_NOT_ALL = re.compile(_TABLE["not_all"], re.IGNORECASE)
_NOT_OURS = re.compile(_TABLE["not_ours"], re.IGNORECASE)
_WERE = re.compile(_TABLE["were_taken_in"], re.IGNORECASE)
_NO_VERB = re.compile(r"(?: infection)?\s?(?:\([^()]*\))?(?:\.\s|\.?\Z)")
"""A sentence without a verb, under a heading for those who took part."""
_HIDDEN = "_"


def had_before(m: Material, n: int, noun: Piece, support: tuple[Support, ...]) -> Piece | None:
    """So many people told with the illness that all of them had; None where that is not sure."""
    if not _all_of_one_kind(m, n):
        return None
    first = {name.follows for name in m.condition.known_illnesses if name.follows}
    for name in m.condition.known_illnesses:
        if name.name not in first or _told(m, name, "never"):
            continue
        found = _said(m, name, n, controls=_told(m, name, "controls"))
        if found is None or only_some(m, name.name, n, support, of_all=True):
            continue
        where, past = found
        past = past or (m.brief.kind == "cohort" and m.reading.design.follow_up is not None)
        before, there = in_hospital(m, "after" if past else "who had", name.name)
        text = f"{as_read(n)} {noun.text} {before} {name.name}"
        called = named("atlas-name", said=where.text, name=name.name)
        rule = named("after-illness" if past else "told-by-trait")
        return Piece(text, (*support, *noun.support, quoted(where), *there, rule, called))
    return None


def _all_of_one_kind(m: Material, n: int) -> bool:
    """Whether so many are all who took part, though parts of them may be counted apart."""
    p = m.reading.participants
    if n < 2 or m.brief.kind in {*OF_OTHERS_STUDIES, *BY_CHANCE, "comparison", "genes"}:
        return False
    return n in (p.total, p.enrolled) and not any((g.n or 0) > n for g in p.groups)


def _told(m: Material, name: Name, of: str) -> bool:
    """Whether others are spoken of anywhere: those who never had it, or controls."""
    told = _without_later(m, name, " ".join(texts(m.record).values()))
    return any(p.search(told) for p in _patterns(of, name))


def _without_later(m: Material, name: Name, text: str) -> str:
    """The text with what may follow the illness made unreadable: it names the illness, too."""
    for later in m.condition.known_illnesses:
        if later.follows == name.name:
            text = compiled(later.pattern).sub(lambda at: _HIDDEN * len(at[0]), text)
    return text


def _said(m: Material, name: Name, n: int, *, controls: bool) -> tuple[Quote, bool] | None:
    """Where the text says it of those taken in, and whether they had it before that.

    Beside `controls` it must be said of everybody.
    """
    held = texts(m.record)
    text = _without_later(m, name, held.get("abstract", ""))
    if not controls and (asked := _asked_of_all(m, name, text)) is not None:
        at, past = asked
        return quote(held, "abstract", *at.span()), past
    for start, taken_in_before in _places(m, n):
        if controls and not _OF_EVERYBODY.search(text, max(0, start - _FAR), start):
            continue
        for past in (True, False):
            found = _had_it(text, start, name, past=past)
            if found is None or _NOT_ALL.match(text, found.end()):
                continue
            behind = (_NO_VERB, _WERE, _counted_behind(n))
            if taken_in_before or any(p.match(text, found.end()) for p in behind):
                return quote(held, "abstract", found.start(), found.end()), past
    return None


def _asked_of_all(m: Material, name: Name, text: str) -> tuple[re.Match[str], bool] | None:
    """Where it had to be so to take part, and whether it had to be over."""
    over, *_ = patterns = _patterns("asked_of_all", name)
    for s in m.reading.sentences:
        if s.role == "methods":
            for pattern in patterns:
                if found := pattern.search(text, s.start, s.start + len(s.text)):
                    return found, pattern is over
    return None


def _had_it(text: str, at: int, name: Name, *, past: bool) -> re.Match[str] | None:
    """The people at this place and that they had it, within one sentence."""
    ways = ("past",) if past else ("had", "by_name")
    found = (p.match(text, at) for way in ways for p in _patterns(way, name))
    return next((f for f in found if f is not None), None)


def _places(m: Material, n: int) -> Iterator[tuple[int, bool]]:
    """Where those taken in may be named, and whether their number or a verb says so before."""
    for s in m.reading.sentences:
        if s.role in ("aim", "methods", "results"):
            for number in printed.find(s.text):
                if number.value == n and s.text[number.end : number.end + 1] == " ":
                    yield s.start + number.end + 1, True
                if number.value == n and _LABEL.search(s.text, 0, number.start):
                    # "Adults who had influenza (n = 60)": they are counted behind.
                    for people in _ANYBODY.finditer(s.text, 0, number.start):
                        yield s.start + people.start(), False
        if s.role == "results" or _NOT_OURS.search(s.text):
            continue
        for found in _TAKEN_IN.finditer(s.text):
            yield s.start + found.end(), True
        if s.role == "methods":
            yield s.start, False


_OF_EVERYBODY = re.compile(_TABLE["of_everybody"], re.IGNORECASE)
_FAR = 140
"""Characters in which "the participants of this study were" stands."""
_LABEL = re.compile(r"\([nN]\s?=\s?\Z")
_ANYBODY = re.compile(rf"(?<![\w-]){_PEOPLE}", re.IGNORECASE)


@lru_cache(maxsize=64)
def _counted_behind(n: int) -> re.Pattern[str]:
    return re.compile(rf"(?: infection)?\s?\(n\s?=\s?(?:{n}|{n:,})\b", re.IGNORECASE)


_TAKEN_IN = re.compile(_TABLE["taken_in"], re.IGNORECASE)


@lru_cache(maxsize=256)
def _patterns(of: str, name: Name) -> tuple[re.Pattern[str], ...]:
    before = rf"(?:[\w,'’-]+ ){{0,4}}?{_PEOPLE}{_TABLE['gap']}\s" if of in ("past", "had") else ""
    raw = _TABLE[of] if isinstance(_TABLE[of], list) else [_TABLE[of]]
    found = []
    for pattern in raw:
        whole = before + pattern.replace("SMALL", _TABLE["small"]).replace("PEOPLE", _PEOPLE)
        whole = whole.replace("NAMEBEHIND", f"NAME{_NOT_BEHIND}")
        whole = whole.replace("NAME", f"(?:{name.pattern})")
        whole = whole.replace("AGENT", f"(?:{name.agent or name.pattern})")
        found.append(re.compile(whole, re.IGNORECASE))
    return tuple(found)


def tells_no_more(m: Material, words: str) -> bool:
    """Whether a text's words for people say no more than that they had it ("who had it")."""
    for name in m.condition.known_illnesses:
        words = compiled(rf"(?:{name.pattern})s?(?!\w)").sub(" ", words)
    return not telling(_HOW.sub(" ", words))


_HOW = re.compile(
    rf"(?<![\w-])(?:{_TABLE['how_known']})(?![\w-])",
    re.IGNORECASE,
)
