"""A number of people and the parts that make it up: who of them is ill, who is not.

"60 adults (31 with asthma, 15 with hay fever, 14 healthy)", "of 578, 167 had asthma and 411 did
not": two to six numbers that follow each other and add up to a number of people count its parts,
whatever words name them. What each part is, is read from the words that go with its number:
those behind it, or those before it where it is labelled ("asthma: n = 31"). In a bracket right
behind the whole they are its parts even where they miss it by a few, as abstracts do: all are
kept, and it is flagged that they do not add up.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from evidence_atlas.records.cues import cue

from ..document import Document
from ..patterns import Named
from ..text import numbers, short_forms
from .mentions import Mention
from .people_words import CONTROL, CUES, HEAD, UNIT
from .places import Count, sentence_of, text_of

MISSED = 0.02
"""The share of the total by which groups that were meant to make it up may miss it."""
_MOST = 6
_REACH = 90
_LABEL = cue(r"(?:\bn\s?[=:]|=)\s?\Z")
_BRACKET = cue(r"\([^()]*\)?", 0)
_AND = cue(r"\band\s\Z")
_CLOSED = cue(r"[;)]|\.(?!\d)", 0)
_IN_BRACKET = cue(r"\w\s?\((?:n\s?=\s?)?\Z", 0)


class Part(NamedTuple):
    """One part: its number, and whether it has the condition (None: not told)."""

    value: int
    has_it: bool | None
    control: bool = False
    main: bool = False


class Parts(NamedTuple):
    """A whole that parts make up, with those who have the condition and those who do not.

    `named` where the condition is named with those who have it.
    """

    having: Count
    lacking: Count | None
    named: bool


class _Names(NamedTuple):
    """What finds the main condition, and every condition of the title."""

    main: tuple[re.Pattern[str], ...]
    titled: tuple[re.Pattern[str], ...]


def of_one_sentence(
    document: Document, main: Named | None, whole: list[Mention]
) -> tuple[Mention, Parts] | None:
    """The first count whose parts stand behind it in its sentence and tell who is ill."""
    for mention in whole:
        if mention.sentence is None or mention.value < 4 or mention.each:
            continue
        sentence = document.sentences[mention.sentence]
        found = _split(document, sentence.text, sentence.start, mention.start, mention.value, main)
        if found is not None:
            return mention, found
    return None


def divides_all(document: Document, total: Count | None, mention: Mention, found: Parts) -> bool:
    """Whether the number divided is everybody's, not that of one group."""
    if total is None or total.value == mention.value:
        return True
    if found.lacking is None:
        return False
    return total.value < mention.value or sentence_of(document, total) == text_of(document, mention)


def of_total(document: Document, main: Named | None, total: Count) -> Parts | None:
    """The first sentence that splits the total, wherever that stands."""
    if total.value < 4 or not document.may_hold(CUES["lacking_words"]):
        return None
    for _, sentence in document.parts("methods", "results", "aim"):
        if CUES["lacking_words"].search(sentence.text):
            found = _split(document, sentence.text, sentence.start, -1, total.value, main)
            if found is not None and found.named and found.lacking is not None:
                return found
    return None


def _names(document: Document, main: Named | None) -> _Names:
    """The conditions that the title names, and their short forms in this text."""
    titled = [n for n in document.illness.names if n.pattern.search(document.title)]
    own = document.illness.any_own.regex
    found = [own if n.own else n.pattern.regex for n in titled]
    mains = [] if main is None else [own if main.own else main.pattern.regex]
    for form, long in short_forms.find(document).items():
        pattern = re.compile(rf"\b{re.escape(form)}\b")
        if any(n.pattern.search(long) for n in titled):
            found.append(pattern)
        if main is not None and main.pattern.search(long):
            mains.append(pattern)
    return _Names(tuple(mains), tuple(found) + tuple(mains))


def _split(
    document: Document, text: str, offset: int, base: int, whole: int,
    main: Named | None,
) -> Parts | None:  # fmt: skip
    """The run of numbers behind `base` that makes up the whole, if it tells who is ill."""
    counts = [n for n in numbers.find(text) if n.start > base and _counts(text, n)]
    for first in range(len(counts) - 1):
        made = 0
        for last in range(first, min(len(counts), first + _MOST)):
            made += counts[last].value or 0
            missed = abs(made - whole)
            near = missed <= whole * MISSED and _IN_BRACKET.search(text[: counts[first].start])
            if last == first or (missed and not near):
                continue
            run = counts[first : last + 1]
            stop = counts[last + 1].start if last + 1 < len(counts) else len(text)
            found = _told(document, text, offset, run, stop, _names(document, main))
            if found is not None:
                return found
    return None


def _counts(text: str, number: numbers.Number) -> bool:
    """Whether a number could count people: no share, range, age or year."""
    return (
        bool(number.value)
        and not numbers.is_percent(text, number.end)
        and not numbers.opens_range(text, number.end)
        and not UNIT.match(text, number.end)
        and not numbers.is_year(text, number)
    )


def _told(
    document: Document, text: str, offset: int, run: list[numbers.Number], stop: int,
    names: _Names,
) -> Parts | None:  # fmt: skip
    """Who the parts are; None where no part is said to have the condition or to lack it."""
    labelled = _LABEL.search(text[: run[0].start]) is not None
    said: list[str] = []
    for i, number in enumerate(run):
        if labelled:
            start = run[i - 1].end if i else max(0, number.start - _REACH)
            said.append(text[start : number.start])
        else:
            end = run[i + 1].start if i + 1 < len(run) else min(stop, number.end + _REACH)
            said.append(_CLOSED.split(_BRACKET.sub("", text[number.end : end]))[0])
    parts = [_part(n.value or 0, words, names) for n, words in zip(run, said, strict=True)]
    parts = _sharing(parts, [] if labelled else said)
    having = sum(p.value for p in parts if p.has_it)
    controls = [p for p in parts if p.control]
    lacking = sum(p.value for p in controls or parts if p.has_it is False)
    named = having > 0
    if controls and not named and not any(document.illness.any_name.search(w) for w in said):
        # Beside controls, parts of which no other illness is told are those it is about.
        having = sum(p.value for p in parts if p.has_it is None)
    if not having or (not lacking and sum(p.main for p in parts) < 2):
        return None
    quote = document.quote(offset + run[0].start, offset + run[-1].end)
    return Parts(Count(having, quote), Count(lacking, quote) if lacking else None, named)


def _part(value: int, words: str, names: _Names) -> Part:
    control = CONTROL.search(words) is not None
    lacking = CUES["lacking_words"].search(words)
    # "Asthma without wheeze" is asthma, unless the title is on wheeze too.
    if control or (
        lacking
        and (
            any(n.search(words, lacking.end()) for n in names.titled)
            or not any(n.search(words, 0, lacking.start()) for n in names.main)
        )
    ):
        return Part(value, False, control)
    main = any(n.search(words) for n in names.main)
    named = main or any(n.search(words) for n in names.titled)
    return Part(value, True if named else None, main=main)


def _sharing(parts: list[Part], said: list[str]) -> list[Part]:
    """ "46 mild and 63 severe asthma patients": the first are asthma patients too."""
    for i in range(len(said) - 2, -1, -1):
        if parts[i].has_it is None and _AND.search(said[i]) and not HEAD.search(said[i]):
            parts[i] = parts[i]._replace(has_it=parts[i + 1].has_it, control=parts[i + 1].control)
    return parts
