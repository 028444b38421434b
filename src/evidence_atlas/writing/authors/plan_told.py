"""A plan: what its people are to be given by chance, and what is to be measured above all."""

from __future__ import annotations

import re

from evidence_atlas.records import of_sentence, quote, quoted, texts

from ..material import Material, Piece
from ..rules import named
from ..said import Keep, Said, said
from ..sentences.codes import codes
from ..sentences.in_full import in_full
from ..tables import table
from ..words.asides import in_aside
from ..words.theirs import as_theirs, first_part

_TABLE = table("messages.toml")["plan"]
_PRIMARY = re.compile(_TABLE["primary"], re.IGNORECASE)
_NO_OUTCOME = re.compile(_TABLE["no_outcome"], re.IGNORECASE)
_GIVEN = re.compile(_TABLE["given"], re.IGNORECASE)
_CHOICE = re.compile(r"\b(?:or|versus|vs|and either)\b", re.IGNORECASE)
_RULE = named("plan")
FEWEST_WORDS, MOST_WORDS = 2, 26


def main_outcome(m: Material) -> Said | None:
    """What the plan calls its primary outcome; None where that is not one short phrase."""
    return _first(m, _PRIMARY, "The main thing to be measured: ")


def given(m: Material) -> Said | None:
    """What people are put by chance to receive, where the text tells one thing or another."""
    return _first(m, _GIVEN, "Chance is to decide who will ")


def _first(m: Material, pattern: re.Pattern[str], lead: str) -> Said | None:
    for i, sentence in enumerate(m.reading.sentences):
        match = pattern.search(sentence.text)
        own = quote(texts(m.record), "abstract", sentence.start, sentence.end)
        if match is None or in_aside(m.record, own):
            continue
        rest = sentence.text[match.end() :]
        if "what" in pattern.groupindex:
            rest = f"{match['verb'] or 'have'} {match['what']}"
        part = first_part(rest, FEWEST_WORDS, MOST_WORDS)
        if part is None or ("what" in pattern.groupindex and not _CHOICE.search(part)):
            continue
        if _NO_OUTCOME.match(part):
            continue
        made = said(Piece(lead + as_theirs(part), (quoted(own),)), _RULE, voice="authors",
                    about=(of_sentence(i),), lay=True, keep=Keep.MAIN)  # fmt: skip
        told = in_full(m, made)
        return None if codes(m, told.text) else told
    return None
