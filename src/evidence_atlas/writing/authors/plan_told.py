"""A plan: what its people are to be given by chance, and what is to be measured above all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence_atlas.records import Quote, of_sentence, quote, quoted, texts

from ..material import Material, Piece
from ..rules import named
from ..said import Keep, Said, said
from ..sentences.codes import codes
from ..sentences.in_full import in_full
from ..tables import table
from ..words.asides import in_aside
from ..words.names import unnamed
from ..words.theirs import as_theirs, first_part, parts
from .small_letter import in_small_letter

_TABLE = table("messages.toml")["plan"]
_PRIMARY = re.compile(_TABLE["primary"], re.IGNORECASE)
_PRIMARY_OF = re.compile(_TABLE["primary_of"], re.IGNORECASE)
_OUTCOME_ENDS = re.compile(_TABLE["outcome_ends"], re.IGNORECASE)
_NO_OUTCOME = re.compile(_TABLE["no_outcome"], re.IGNORECASE)
_GIVEN = re.compile(_TABLE["given"], re.IGNORECASE)
_CHOICE = re.compile(r"\b(?:or|versus|vs|and either)\b", re.IGNORECASE)
_PLAIN_WORD = re.compile(r"\b(?!with\b|from\b|that\b)[a-z]{4,}")
_MAIN = "The main thing to be measured: "
_RULE = named("plan")
_VERB = re.compile(_TABLE["outcome_verb"], re.IGNORECASE)
FEWEST_WORDS, MOST_WORDS = 2, 26


def main_outcome(m: Material) -> Said | None:
    """What the plan calls its primary outcome; None where that is not one short phrase."""
    for pattern in (_PRIMARY, _PRIMARY_OF):
        for i, rest in _behind(m, pattern):
            # As it is measured, too; else only what is measured: no name of a score is plain.
            whole = first_part(rest, FEWEST_WORDS, MOST_WORDS)
            shorter = parts(rest, 1, MOST_WORDS, _OUTCOME_ENDS)
            # The verb behind "the primary outcome of X" is no part of X.
            ways = shorter[::-1] if pattern is _PRIMARY_OF else [whole, *shorter]
            for way in ways:
                if way is None or _NO_OUTCOME.match(way) or _VERB.search(way):
                    continue
                if way != whole and not _PLAIN_WORD.search(unnamed(way)):
                    continue  # a name alone, which one page could tell and another not
                if (told := _told(m, i, f"{_MAIN}{in_small_letter(m, way)}")) is not None:
                    return told
    return None


def given(m: Material) -> Said | None:
    """What people are put by chance to receive, where the text tells one thing or another."""
    for i, rest in _behind(m, _GIVEN):
        part = first_part(rest, FEWEST_WORDS, MOST_WORDS)
        if part is not None and _CHOICE.search(part) and not _NO_OUTCOME.match(part):
            return _told(m, i, f"Chance is to decide who will {part}")
    return None


def _behind(m: Material, pattern: re.Pattern[str]) -> Iterator[tuple[int, str]]:
    """The sentences in which something is named so, with what stands behind it."""
    for i, sentence in enumerate(m.reading.sentences):
        match = pattern.search(sentence.text)
        if match is None or in_aside(m.record, _quote(m, i)):
            continue
        rest = sentence.text[match.end() :]
        named_there = "what" in pattern.groupindex
        yield i, f"{match['verb'] or 'have'} {match['what']}" if named_there else rest


def _quote(m: Material, at: int) -> Quote:
    sentence = m.reading.sentences[at]
    return quote(texts(m.record), "abstract", sentence.start, sentence.end)


def _told(m: Material, at: int, text: str) -> Said | None:
    made = said(Piece(as_theirs(text), (quoted(_quote(m, at)),)), _RULE, voice="authors",
                about=(of_sentence(at),), lay=True, keep=Keep.MAIN)  # fmt: skip
    told = in_full(m, made)
    return None if codes(m, told.text) else told
