"""A sentence taken apart, so that each part can be held against one place of the abstract."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from ..case import table
from ..numbers import Number, read

TABLE = table("audit/one_place.toml")
_STRONG = re.compile(TABLE["strong"])
_WEAK = re.compile(TABLE["weak"])
_JOINS = re.compile(TABLE["joins"])
VERB = re.compile(TABLE["verb"], re.IGNORECASE)
_OF_WHOM = re.compile(TABLE["of_whom"], re.IGNORECASE)
_BASE_BEFORE = re.compile(TABLE["base_before"], re.IGNORECASE)
_BASE_ENDS = re.compile(TABLE["base_ends"], re.IGNORECASE)
_ASIDE_BEFORE = re.compile(TABLE["aside_before"])
_VERSUS = re.compile(TABLE["versus"], re.IGNORECASE)
_OTHER_WORDS = re.compile(TABLE["other_words"])
_NEAR = 40
_OPENS_WITH_VERB = re.compile(TABLE["opens_with_verb"], re.IGNORECASE)
"""What goes on with its verb has its subject before it."""
_UP_TO_A_FIGURE = re.compile(r"\D*")
_LEADS_A_NAME = re.compile(r"-[A-Z]")
_NOUN = re.compile(TABLE["noun"])


@lru_cache(maxsize=4096)
def clauses(text: str) -> tuple[str, ...]:
    """The clauses of a text: what stands in brackets stays with what it stands behind."""
    inside = brackets(text)
    found, start = [], 0
    for m in _STRONG.finditer(text):
        if any(a < m.start() < b for a, b in inside):
            continue
        if _JOINS.fullmatch(m.group()) and not VERB.search(text[start : m.start()]):
            continue  # a list of things, of which all is said together
        found.append(text[start : m.start()])
        start = m.end()
    found.append(text[start:])
    return tuple(c for c in found if c.strip())


@dataclass(frozen=True)
class Told:
    """A number of a text, and the words of the text that are told of it."""

    number: Number
    base: bool
    words: str
    part: str = ""
    """The part of the sentence that it stands in."""
    aside: bool = False
    """Whether it tells how sure or how spread another is, or is a ratio: no count and no share."""
    place: int = 0
    """1 or 2 for the first or second of two figures that are set against each other."""


@dataclass(frozen=True)
class _Part:
    start: int
    end: int
    words: str
    numbers: tuple[Number, ...]

    @property
    def whom(self) -> str:
        """Of whom it tells: up to its first figure, which begins another thing."""
        m = _OF_WHOM.search(self.words)
        return _UP_TO_A_FIGURE.match(self.words[m.start() :])[0] if m else ""  # type: ignore[index]

    @property
    def what(self) -> str:
        m = _OF_WHOM.search(self.words)
        return self.words[: m.start()] if m else self.words


@lru_cache(maxsize=4096)
def told_of(text: str) -> tuple[Told, ...]:
    """The numbers of a sentence that count or measure something, each with its words."""
    return tuple(_told(text))


def uncounted(text: str) -> Iterator[str]:
    """The parts of a sentence in which nothing is counted or measured."""
    for part in _parts(text, figures(text)):
        if not any(_counts(n) for n in part.numbers):
            yield part.words


def figures(text: str) -> tuple[Number, ...]:
    """The numbers of a text that are no names."""
    return tuple(
        n for n in read(text)
        if n.kind != "name" and not n.bare_one and not _LEADS_A_NAME.match(text[n.end :])
    )  # fmt: skip


def _told(text: str) -> Iterator[Told]:
    numbers = figures(text)
    parts = list(_parts(text, numbers))
    pairs = dict(_pairs(text, numbers))
    counting = [p for p in parts if any(_counts(n) for n in p.numbers)]
    shared = " ".join(p.words for p in parts if p not in counting)
    for part in parts:
        for number in part.numbers:
            if _base(text, number):
                behind = text[number.end :]
                end = _BASE_ENDS.search(behind)
                own = behind[: end.start() if end else len(behind)]
                yield Told(number, True, own, own)
                continue
            own = _in_its_bracket(text, number)
            words = own or f"{part.words} {shared} {_taken(text, part, counting)}"
            aside = _ASIDE_BEFORE.search(text[: number.start]) is not None
            place = pairs.get(number.start, 0)
            yield Told(number, False, words, own or part.words, aside, place)


def _in_its_bracket(text: str, number: Number) -> str:
    """What a bracket tells of a number by words of its own: "(age 50 years, 46 of them women)"."""
    within = [(a, b) for a, b in brackets(text) if a < number.start < b]
    if not within or number.kind != "count":
        return ""
    first, last = max(within)
    a = max(text.rfind(c, first, number.start) for c in "(,;") + 1
    b = min((e for c in ",;" if first < (e := text.find(c, number.end)) < last), default=last)
    return text[a:b] if _NOUN.match(text[number.end : b]) else ""


@lru_cache(maxsize=4096)
def brackets(text: str) -> tuple[tuple[int, int], ...]:
    """Where the brackets of a text begin and end, those within others too."""
    opened: list[int] = []
    found = []
    for m in re.finditer(r"[()]", text):
        if m.group() == "(":
            opened.append(m.start())
        elif opened:
            found.append((opened.pop(), m.end()))
    return tuple(found)


def _base(text: str, number: Number) -> bool:
    """Whether a number is that of all, of whom another is a part."""
    return number.kind == "count" and _BASE_BEFORE.search(text[: number.start]) is not None


def _pairs(text: str, numbers: tuple[Number, ...]) -> Iterator[tuple[int, int]]:
    """Where two figures stand that are set against each other: "(48% vs 27%)"."""
    numbers = tuple(n for n in numbers if not _ASIDE_BEFORE.search(text[: n.start]))
    for a, b in pairwise(numbers):
        between = text[a.end : b.start]
        if len(between) < _NEAR and _VERSUS.search(between) and not _OTHER_WORDS.search(between):
            yield a.start, 1
            yield b.start, 2


def _counts(number: Number) -> bool:
    return number.unit is None


def _taken(text: str, part: _Part, counting: list[_Part]) -> str:
    """What a part of a sentence leaves to its neighbours: its verb, or of whom it tells."""
    if part not in counting:
        return " ".join(p.words for p in counting)
    at = counting.index(part)
    before, behind = counting[:at][::-1], counting[at + 1 :]
    found = []
    if not VERB.search(part.words):
        # From what stands behind only its verb on: the thing before that verb is another.
        found += [
            *(p.what for p in before if VERB.search(p.words)),
            *(p.words[m.start() :] for p in behind if (m := VERB.search(p.words))),
        ][:1]
        # What "and 8%" leaves out it has from the part before it.
        if not part.what.strip() and before:
            found.append(before[0].what)
    if not part.whom:
        found += [p.whom for p in before if p.whom][:1]
    # The base of a share is that of its neighbours too: "of 90 teachers, 52 ...".
    found += [
        p.words for p in (*before, *behind)
        if all(_base(text, n) for n in p.numbers)
    ]  # fmt: skip
    return " ".join(found)


def _parts(text: str, numbers: tuple[Number, ...]) -> Iterator[_Part]:
    inside = brackets(text)
    edges = [
        m for m in _WEAK.finditer(text)
        if not any(a < m.start() < b for a, b in inside)
        and not _OPENS_WITH_VERB.match(text[m.end() :])
        and not any(n.start < m.end() and m.start() < n.end for n in numbers)
    ]  # fmt: skip
    start = 0
    for edge in [*edges, None]:
        end = edge.start() if edge else len(text)
        held = tuple(n for n in numbers if start <= n.start < end)
        yield _Part(start, end, text[start:end], held)
        start = edge.end() if edge else end
