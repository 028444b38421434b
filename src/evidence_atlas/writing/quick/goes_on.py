"""A word in Quick on the other half of what it tells: the abstract goes on with "however", "while".

One half of a contrast, told alone, lets a reader believe what the abstract takes back in its next
breath. Where the other half finds no room in Quick, or cannot be told plainly, Quick says at least
that it is there, and where to read it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from evidence_atlas.records import (
    Quote,
    QuoteSupport,
    Sentence,
    quote,
    quoted,
    tells_a_finding,
    texts,
)

from ..brief.main_result import stems
from ..frames import FRAMES, frame_rule
from ..material import Material, Piece
from ..said import Said, said
from ..sentences.sentence_of import sentence_of
from ..tables import table
from ..words.names import names_in
from .size import CERTAINTY, NOT_TOLD, QUICK_SENTENCES, within_words

_TABLE = table("quick/goes_on.toml")
_NEXT = re.compile(_TABLE["next"], re.IGNORECASE)
_WITHIN = re.compile(_TABLE["within"], re.IGNORECASE)
_FOUND = frozenset({"results", "conclusions"})


@dataclass(frozen=True)
class _Half:
    """The half that is not told: where it stands, its words, and the word that sets it against."""

    words: frozenset[str]
    held: Quote
    turn: str


def pointing_at_the_other_half(
    m: Material, quick: list[Said], below: Iterable[tuple[str, list[Said]]]
) -> list[Said]:
    """Quick with a word on the first half of a contrast that it leaves out.

    `below` are the sections further down, by their titles, with what they tell. How sure the atlas
    is gives way to it where there is no room: the badge above Quick says it, too.
    """
    told = _words(*(s.text for s in quick))
    for s in quick:
        if not tells_a_finding(s.about) or s.about == NOT_TOLD:
            continue
        half = next(_untold(m, s, quick, told), None)
        if half is None:
            continue
        unsure = [q for q in quick if q.about != CERTAINTY]
        long, short = _pointers(half, below)
        for rest, pointer in ((quick, long), (unsure, long), (unsure, short)):
            place = rest.index(s) + 1
            more = [*rest[:place], pointer, *rest[place:]]
            if len(more) <= QUICK_SENTENCES and within_words(more):
                return more
        return quick
    return quick


def turns_back(text: str) -> bool:
    """Whether a sentence begins by setting itself against the one before it."""
    return _NEXT.match(text) is not None


def leaves_a_half_out(m: Material, quick: list[Said]) -> bool:
    """Whether Quick tells one half of a contrast and nothing of the other."""
    told = _words(*(s.text for s in quick))
    found = (s for s in quick if tells_a_finding(s.about) and s.about != NOT_TOLD)
    return any(next(_untold(m, s, quick, told), None) for s in found)


def holds_the_half(pointer: Said, line: Said) -> bool:
    """Whether a line tells the half of a contrast that a pointer of Quick is about."""
    half = _words(*(x.text for x in pointer.support if isinstance(x, QuoteSupport)))
    return bool(half) and len(half & _words(line.text)) >= _TABLE["told_below"] * len(half)


def _untold(m: Material, s: Said, quick: list[Said], told: frozenset[str]) -> Iterator[_Half]:
    """The other halves of what a sentence of Quick tells, where Quick tells nothing of them."""
    at = sentence_of(m, s)
    if at is None or m.reading.sentences[at].role not in _FOUND:
        return
    own = m.reading.sentences[at]
    for turn in _WITHIN.finditer(own.text):
        if re.search(rf"\b(?:{turn['word']}|[Tt]hey add)\b", s.text):
            continue
        spans = ((0, turn.start()), (turn.start("word"), len(own.text)))
        one, other = (_words(own.text[a:b]) for a, b in spans)
        here, there = (len(half & _words(s.text)) for half in (one - other, other - one))
        if here and here > there:
            yield from _half(m, own, spans[1], turn["word"], other - one, told)
    if at + 1 >= len(m.reading.sentences):
        return
    behind = m.reading.sentences[at + 1]
    turn_behind = _NEXT.match(behind.text)
    if turn_behind and behind.role in _FOUND and not _rests_on(quick, behind):
        whole = (turn_behind.start("word"), len(behind.text))
        yield from _half(m, behind, whole, turn_behind["word"], _words(behind.text), told)


def _words(*texts: str) -> frozenset[str]:
    """The longer words by their first letters; names are left apart, so that all count alike."""
    return stems(texts).difference(*map(names_in, texts))


def _half(
    m: Material,
    sentence: Sentence,
    span: tuple[int, int],
    word: str,
    words: frozenset[str],
    told: frozenset[str],
) -> Iterator[_Half]:
    text = sentence.text[slice(*span)]
    if len(text.split()) < _TABLE["fewest_words"] or not words:
        return
    if len(words & told) >= _TABLE["told"] * len(words):
        return
    start = sentence.start + span[0]
    held = quote(texts(m.record), "abstract", start, start + len(text.rstrip(" .")))
    yield _Half(words, held, word.lower())


def _rests_on(quick: list[Said], sentence: Sentence) -> bool:
    held = (x for s in quick for x in s.support if isinstance(x, QuoteSupport))
    return any(x.field == "abstract" and sentence.start <= x.start < sentence.end for x in held)


def _pointers(half: _Half, below: Iterable[tuple[str, list[Said]]]) -> tuple[Said, Said]:
    """The sentence that says where the other half stands, and the same in fewer words."""
    frame = FRAMES["quick_goes_on"]
    fewest = _TABLE["told_below"] * len(half.words)
    where = next(
        (title for title, told in below
         if len(half.words & _words(*(s.text for s in told))) >= fewest),
        None,
    )  # fmt: skip
    long, short = (
        said(
            Piece(frame[way].format(turn=half.turn, where=where), (quoted(half.held),)),
            frame_rule("quick_goes_on"), about=NOT_TOLD, lay=True,
        )
        for way in (("plain", "plain") if where else ("untold", "untold_shortly"))
    )  # fmt: skip
    return long, short
