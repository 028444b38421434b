"""The illness that a title names in words of its own, which no list of the atlas holds.

Titles name what a study is of in full ("anterior cutaneous nerve entrapment syndrome"). Only whole
names are taken: from behind a preposition, or the head of a part of the title, to the word that
names an illness (titled_illness.toml).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from evidence_atlas.reading.text.stems import stems
from evidence_atlas.records import QuoteSupport, quote, quoted, texts
from evidence_atlas.records.kept_patterns import compiled

from ..brief.kinds import CASES
from ..material import Material, Piece
from ..tables import table
from ..words.short_forms import SHORT_FORM
from .title_subject import small

_TABLE = table("subject/titled_illness.toml")
_LONGEST = 10
_WORD = rf"(?!{_TABLE['stop']}\b)[A-Za-z][\w'’-]*[ -]"
_ASIDE = re.compile(_TABLE["aside"], re.IGNORECASE)
_BEYOND = re.compile(_TABLE["beyond"], re.IGNORECASE)
_GENERAL = re.compile(rf"(?:{_TABLE['general']}\b[ -]?)*", re.IGNORECASE)
PEOPLE = _TABLE["people"]
_PREPOSITION = re.compile(
    rf"(?:\b(?:of|in|for|on|when living with|(?:years?|decades?|life|journey|experience) with)|"
    rf"\b{PEOPLE} with)\s(?:an? |the )?\Z",
    re.IGNORECASE,
)
_PEOPLE_WITH = re.compile(
    rf"\b{PEOPLE} (?:(?:living |diagnosed |affected )?with|having|who have|of)\s(?:an? )?\Z",
    re.IGNORECASE,
)
_PEOPLE_NEXT = re.compile(rf"\s{PEOPLE}\b", re.IGNORECASE)
_HEAD_OF_PART = re.compile(r"(?:\A|[:.?!–—]\s+(?:the )?)\Z", re.IGNORECASE)
_ENDS = re.compile(_TABLE["ends"])
_VERB = re.compile(_TABLE["verb"], re.IGNORECASE)


@lru_cache(maxsize=8)
def _pattern(words: str, least: int, names: tuple[str, ...]) -> re.Pattern[str]:
    after = _TABLE["after"].replace("ILLNESS", "(?:" + "|".join(names) + ")")
    return re.compile(rf"\b(?P<of>(?:{_WORD}){{{least},5}})(?:{words})\b(?:{after})", re.IGNORECASE)


def titled_illnesses(m: Material, *, beside: bool = False) -> tuple[Piece, ...]:
    """The illness named behind a preposition, else at the head of a part; empty where none is.

    `beside` another illness that is known, only what is surely an illness of its own: a
    "dysfunction" may be what was found in people with that other one.
    """
    kinds = (("kind", 1), ("alone", 0)) if beside else (("kind", 1), ("alone", 0), ("trouble", 1))
    found = [f for name, least in kinds for f in _found(m, _TABLE[name], least, beside)]
    found.sort(key=lambda f: (f[0], f[1]))
    return tuple(dict.fromkeys(piece for _, _, piece in found))[:1]


def _found(m: Material, words: str, least: int, beside: bool) -> Iterator[tuple[int, int, Piece]]:
    title = m.record.title
    names = tuple(n.pattern for n in m.condition.known_illnesses)
    for match in _pattern(words, least, names).finditer(title):
        start, end = match.span()
        start += _before_the_name(match[0], names)
        if _VERB.match(title, start):
            continue
        before = title[:start]
        joined = beside and before.endswith(" and ")
        placed = 1 if _HEAD_OF_PART.search(before) else None
        placed = 0 if joined or _PREPOSITION.search(before) else placed
        placed = 0 if _DOES.search(before[-30:]) else placed
        if placed is None or (placed == 1 and not _ENDS.match(title, end)):
            continue
        if _ASIDE.search(before) or _BEYOND.match(title[end:]):
            continue
        of = title[start : max(start, match.end("of"))]
        if least and _GENERAL.fullmatch(of):
            continue
        name = title[start:end]
        if beside and (_shares_a_word(m, name) or not _beside(m, start, end, names)):
            continue
        if len(name.split()) > _LONGEST or _short_alone(of, names):
            continue
        yield placed, start, as_written(m, start, end)


def said_of_people(m: Material, piece: Piece) -> bool:
    """Whether the title says that its people have it: "individuals with epilepsy"."""
    return any(
        _PEOPLE_WITH.search(m.record.title[: s.start])
        for s in piece.support
        if isinstance(s, QuoteSupport) and s.field == "title"
    )


def _before_the_name(words: str, names: tuple[str, ...]) -> int:
    """How many letters of the words belong to what stands before the name.

    That is another illness that is named with it ("asthma and acute stroke"), or what the paper
    does with it ("differentiating brittle bone disease").
    """
    start = 0
    for known in compiled("|".join(f"(?:{n})" for n in names)).finditer(words):
        joined = _JOINS.match(words, known.end())
        start = joined.end() if joined is not None else start
    does = _DOES.match(words, start)
    return does.end() if does is not None else start


_JOINS = re.compile(r",? (?:and|or) ", re.IGNORECASE)
_DOES = re.compile(_TABLE["does"], re.IGNORECASE)


def _beside(m: Material, start: int, end: int, names: tuple[str, ...]) -> bool:
    """Whether people are said to have it, and it is no other word for the illness that is known."""
    title = m.record.title
    if any(compiled(n).search(title[start:end]) for n in names):
        return False
    any_name = "|".join(f"(?:{n})" for n in names)
    either = compiled(rf",? or (?P<other>{any_name})").match(title[end:])
    if either is not None and not _of_this_study(m, either["other"]):
        return False  # "hypertension or diabetes": one of the two alone is not what people had
    if compiled(rf",? (?:and|or) (?:{any_name})").match(title[end:]):
        return True
    if compiled(rf"(?:{any_name}) (?:and|or) \Z").search(title[:start]):
        return True
    name = title[start:end]
    if name.casefold().startswith("post") or _OR.match(title, end) or not _SURE.search(name):
        return False
    had = _PEOPLE_WITH.search(title[:start]) or _PEOPLE_NEXT.match(title, end)
    return had is not None or m.brief.kind in CASES


def _of_this_study(m: Material, words: str) -> bool:
    known = {n.name for n in m.condition.illnesses_in(words)}
    return not known.isdisjoint(m.reading.illnesses)


_SURE = re.compile(rf"\b(?:{_TABLE['kind']}|{_TABLE['sure']})\Z", re.IGNORECASE)
_OR = re.compile(r",?\sor\s", re.IGNORECASE)


_LETTERS = re.compile(r"[A-Za-z]{5,}")


def _shares_a_word(m: Material, name: str) -> bool:
    """Whether it shares a word with a known name of the atlas's illness or of the study's.

    Words that say nothing of what kind an illness is do not count.
    """
    known = (*(n.name for n in m.condition.names), *m.reading.illnesses)
    return not _stems(name).isdisjoint(set[str]().union(*map(_stems, known)))


def _stems(name: str) -> frozenset[str]:
    return stems(_LETTERS.findall(name), _SAYS_NOTHING.fullmatch)


_SAYS_NOTHING = re.compile(rf"{_TABLE['general']}|{_TABLE['kind']}", re.IGNORECASE)


def _short_alone(words: str, names: tuple[str, ...]) -> bool:
    """Whether a short form stands in words that name no illness of the list."""
    return SHORT_FORM.search(words) is not None and not any(
        re.search(n, words, re.IGNORECASE) for n in names
    )


def as_written(m: Material, start: int, end: int) -> Piece:
    """The title's name, its words in small letters where the abstract has them so."""
    held = texts(m.record)
    name, abstract = held["title"][start:end], held.get("abstract", "")
    words = [small(w, abstract) for w in name.split()]
    if any(w != v for w, v in zip(words, name.split(), strict=True)):
        # Of a title in capitals; a word that the abstract lacks is as common as its neighbours.
        words = [
            w if w.endswith("s") and "’" in w.replace("'", "’") else _common(w, abstract)
            for w in words
        ]
    return Piece(" ".join(words), (quoted(quote(held, "title", start, end)),))


def _common(word: str, abstract: str) -> str:
    plain = word[:1].isupper() and word[1:].islower()
    return word.lower() if plain and word not in abstract else word
