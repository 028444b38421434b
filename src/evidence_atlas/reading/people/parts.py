"""A number of people and the parts that make it up: who of them is ill, who is not.

"60 adults (31 with asthma, 15 with hay fever, 14 healthy)", "of 578, 167 had asthma and 411 did
not": two to six numbers that follow each other and add up to a number of people count its parts,
whatever words name them, in one sentence or in two that follow each other. Numbers that describe a
part ("80 (30 men) were cases") are passed over. In a bracket right behind the whole, and where the
shares printed with them make up all, they are its parts even where they miss it by a few, as
abstracts do: all are kept, and it is flagged that they do not add up.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from evidence_atlas.records.cues import cue

from ..document import Document
from ..patterns import Named
from ..text import numbers
from ..text.brackets import without_brackets
from . import names as condition_names
from .mentions import Mention
from .names import Names
from .part_words import Part, told
from .people_words import CUES, NEAR, UNIT, numbers_a_group
from .places import Count, sentence_of, text_of

MISSED = 0.02
"""The share of the total by which groups that were meant to make it up may miss it."""
ROUNDED = 0.6
"""How far a printed percentage may be from the share that its numbers give."""
_MOST = 6
_LACKING = cue("|".join((CUES["lacking_words"].pattern, CUES["never_words"].pattern)))
_ALL = (98.5, 101.5)
"""What printed shares of all add up to, each being rounded."""
_SHARE = cue(r"\s?\(\s?(?P<share>\d{1,2}(?:[.·]\d+)?)\s?%", 0)
_IN_BRACKET = cue(r"\w\s?\((?:n\s?=\s?)?\Z", 0)


class Parts(NamedTuple):
    """A whole that parts make up, with those who have the condition and those who do not.

    `named` where the condition is named with those who have it, `words` what is said of them.
    """

    having: Count | None
    lacking: Count | None
    named: bool
    words: str = ""


def of_some(
    document: Document, main: Named | None, whole: list[Mention]
) -> Iterator[tuple[Mention, Parts]]:
    """Each count whose parts stand behind it and tell who is ill, or who was never ill."""
    found_names: Names | None = None
    for mention in whole:
        if mention.sentence is None or mention.value < 4 or mention.each:
            continue
        found_names = found_names or condition_names.of(document, main)
        sentence = document.sentences[mention.sentence]
        found = _split(document, sentence.start, sentence.end, mention, found_names)
        following = document.sentences[mention.sentence + 1 : mention.sentence + 2]
        if found is None and following and _LACKING.search(following[0].text):
            end = document.sentences[mention.sentence + 1].end
            found = _split(document, sentence.start, end, mention, found_names, exact=True)
        if found is not None:
            yield mention, found


def divides_all(document: Document, total: Count | None, mention: Mention, found: Parts) -> bool:
    """Whether the number divided is everybody's, not that of one group."""
    if total is None or total.value == mention.value:
        return True
    if found.lacking is None or found.having is None:
        return False
    return total.value < mention.value or sentence_of(document, total) == text_of(document, mention)


def of_another(document: Document, mention: Mention, found: Parts) -> bool:
    """Whether the ill among those counted have a condition that the count itself does not name."""
    counted = mention.illness or ""
    return any(
        n.pattern.search(found.words) and not n.pattern.search(counted)
        for n in document.illness.names
        if not (n.own and document.illness.any_own.search(counted))
    )


def of_total(document: Document, main: Named | None, total: Count) -> Parts | None:
    """The first sentence that splits the total, wherever that stands."""
    if total.value < 4 or not document.may_hold(CUES["lacking_words"]):
        return None
    found_names = condition_names.of(document, main)
    for _, sentence in document.parts("methods", "results", "aim"):
        if not CUES["lacking_words"].search(sentence.text):
            continue
        for run, text in _runs(sentence.text, -1, total.value, True):
            found = _of_run(document, text, sentence.start, run, found_names)
            if found is not None and found.named and found.having and found.lacking:
                return found
    return None


def _split(
    document: Document, start: int, end: int, mention: Mention, found_names: Names,
    exact: bool = False,
) -> Parts | None:  # fmt: skip
    """The run of numbers behind a count that makes it up, if it tells who is ill."""
    text = document.abstract[start:end]
    for run, words in _runs(text, mention.start, mention.value, exact):
        found = _of_run(document, words, start, run, found_names)
        if found is not None and not (exact and (found.having is None or found.lacking is None)):
            return found
    return None


class _Run(NamedTuple):
    """Numbers that make up a whole, and where the next number after them stands."""

    numbers: tuple[numbers.Number, ...]
    stop: int


def _runs(text: str, base: int, whole: int, exact: bool) -> Iterator[tuple[_Run, str]]:
    """Every run of numbers behind `base` that makes up the whole, with the text to read it in.

    First those outside brackets: what a bracket holds describes the part before it.
    """
    every = [n for n in numbers.find(text) if n.start > base and _counts(text, n)]
    if len(every) < 2:
        return
    outside = without_brackets(text)
    free = [n for n in every if not outside[n.start].isspace()]
    if len(free) > 1 and len(free) < len(every):
        yield from ((run, outside) for run in _making_up(text, free, whole, exact))
    for run in _making_up(text, every, whole, exact):
        inside = [outside[n.start].isspace() for n in run.numbers]
        # "102 with asthma (36 women) and 66 controls": the controls are none of the 102.
        if all(inside) or not any(inside):
            yield run, text


def _making_up(text: str, counts: list[numbers.Number], whole: int, exact: bool) -> Iterator[_Run]:
    for first in range(len(counts) - 1):
        made = 0
        for last in range(first, min(len(counts), first + _MOST)):
            made += counts[last].value or 0
            if last == first:
                continue
            run = tuple(counts[first : last + 1])
            missed = abs(made - whole)
            if missed and (exact or missed > whole * MISSED):
                continue
            if (
                missed
                and not _IN_BRACKET.search(text, 0, run[0].start)
                and not _shares_are_all(text, run)
            ):
                continue
            yield _Run(run, counts[last + 1].start if last + 1 < len(counts) else len(text))


def _shares_are_all(text: str, run: tuple[numbers.Number, ...]) -> bool:
    """ "940 (76.2%) recovered, 294 (23.8%) did not": together a hundred percent."""
    shares = [_SHARE.match(text, n.end) for n in run]
    told = [float(s["share"].replace("·", ".")) for s in shares if s is not None]
    return len(told) == len(run) and _ALL[0] <= sum(told) <= _ALL[1]


def _counts(text: str, number: numbers.Number) -> bool:
    """Whether a number could count people: no share, range, age, year or number of a group."""
    return (
        bool(number.value)
        and not CUES["not_a_count_before"].within(text, number.start - NEAR, number.start)
        and not CUES["no_people_next"].match(text, number.end)
        and not numbers_a_group(text, number)
        and not _opens_an_item(text, number)
        and not numbers.is_percent(text, number.end)
        and not numbers.opens_range(text, number.end)
        and not UNIT.match(text, number.end)
        and not numbers.is_year(text, number)
    )


def _opens_an_item(text: str, number: numbers.Number) -> bool:
    """ "1) those with asthma (n = 20), 2) …"."""
    return not numbers.in_bracket(text, number.start) and text.startswith(")", number.end)


def _of_run(
    document: Document, text: str, offset: int, run: _Run, found_names: Names
) -> Parts | None:
    """Who the parts are; None where no part is said to have the condition or never to have."""
    parts, said = told(text, run.numbers, run.stop, found_names)
    having = sum(p.value for p in parts if p.kind == "ill")
    lacking = _lacking(parts)
    named = having > 0
    compared = any(p.kind == "control" for p in parts)
    if compared and not named and not any(document.illness.any_name.search(w) for w in said):
        # Beside controls, parts of which no other illness is told are those it is about.
        having = sum(p.value for p in parts if p.kind == "other")
    if not lacking and sum(p.main for p in parts) < 2:
        return None
    if not having and not any(p.kind == "never" for p in parts):
        return None
    quote = document.quote(offset + run.numbers[0].start, offset + run.numbers[-1].end)
    return Parts(
        Count(having, quote) if having else None,
        Count(lacking, quote) if lacking else None,
        named,
        " ".join(w for p, w in zip(parts, said, strict=True) if p.kind == "ill"),
    )


def _lacking(parts: list[Part]) -> int:
    """Those called controls; without such, those who were never ill or are ill no longer."""
    called = sum(p.value for p in parts if p.kind == "control")
    return called or sum(p.value for p in parts if p.kind in ("never", "not ill"))
