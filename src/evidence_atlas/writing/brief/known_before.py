"""What a text tells of findings made before the study, which are not the study's own."""

from __future__ import annotations

import re

from evidence_atlas.records import Reading, Result, Sentence

from ..tables import table
from ..words.edges import IN_BRACKETS
from .kinds import Kind

_WORDS: dict[str, str] = table("brief/known_before.toml")

_KNOWN = re.compile(table("wording.toml")["main_result"]["known"], re.IGNORECASE)
_AIM = re.compile(_WORDS["aim"], re.IGNORECASE)
_GATHERED = re.compile(_WORDS["gathered"], re.IGNORECASE)


def known_before(kind: Kind, reading: Reading, result: Result) -> bool:
    """A clause of the background, from before the aim, or of what has been found so far."""
    around = reading.sentence_at(result.quote.start, result.quote.field)
    if around is None:
        return False
    if around.role == "background" or result.quote.start < _aim(kind, reading):
        return True
    if told_as_known(reading, around):
        return True
    return _KNOWN.search(result.text) is not None and not _counts(result.text)


def _aim(kind: Kind, reading: Reading) -> int:
    """Where the first half of the abstract says what was to be found out; else 0.

    What stands in a review before the words that it was made is not its own, wherever it stands.
    """
    half = reading.sentences[: len(reading.sentences) // 2 + 1]
    found = next((s.start for s in half if _AIM.search(s.text)), 0)
    if kind == "review" and not found:
        return next((s.start for s in reading.sentences if _GATHERED.search(s.text)), 0)
    return found


_OWN_WORK = re.compile(_WORDS["own_work"], re.IGNORECASE)
_LABELLED = re.compile(r"(?:^|\W)(?:RESULTS?|METHODS?|Results?|Methods?|FINDINGS|Findings)\s*:")
_TOLD_AS_KNOWN = re.compile(_WORDS["told_as_known"], re.IGNORECASE)


def told_as_known(reading: Reading, sentence: Sentence) -> bool:
    """Whether an abstract without headings tells how things are, and not what the study found.

    So it does before it comes to the study's own work, and in its last sentence: in the present
    tense and without a figure.
    """
    sentences = reading.sentences
    if any(_LABELLED.search(s.text) for s in sentences) or not _as_known(sentence.text):
        return False
    if sentence.start == sentences[-1].start and len(sentences) >= _ENOUGH:
        return _TOLD_AS_PAST.search(sentence.text) is None
    first = next((i for i, s in enumerate(sentences) if _OWN_WORK.search(s.text)), 0)
    early = first <= len(sentences) * _LATEST
    # An abstract that stops at what was to be found out has told no results.
    if first == len(sentences) - 1 and _SETS_OUT.match(sentences[first].text):
        early = True
    return early and sentence.start < sentences[first].start


def found_by_others(text: str) -> bool:
    """Whether a sentence begins by saying that others found what it tells."""
    return _BY_OTHERS.match(text) is not None


_BY_OTHERS = re.compile(_WORDS["by_others"], re.IGNORECASE)
_SETS_OUT = re.compile(_WORDS["sets_out"], re.IGNORECASE)
_LATEST = 0.6
"""The study's own work is told before so much of the abstract is over."""
_ENOUGH = 4
"""An abstract of fewer sentences may tell what it found in its last one."""
_TOLD_AS_PAST = re.compile(_WORDS["told_as_past"], re.IGNORECASE)
_FIGURE = re.compile(r"(?<![-\w.,])\d+(?:[.,]\d+)?(?: ?%|\b(?![-–]))")


def _counts(text: str) -> bool:
    """Whether a figure stands in it that is no part of a name ("COVID-19")."""
    return _FIGURE.search(IN_BRACKETS.sub("", text)) is not None


def _as_known(text: str) -> bool:
    """In the present tense, and without a figure."""
    return not _counts(text) and _TOLD_AS_KNOWN.search(text) is not None
