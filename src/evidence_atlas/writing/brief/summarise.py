"""`summarise`: what a page has to say, decided before a word of it is written."""

from __future__ import annotations

import re

from evidence_atlas.reading.names import names_of
from evidence_atlas.records import HARMS, Grades, Reading, Record, Result

from ..words.asides import in_aside
from ..words.clause import tells_the_making
from .alike_at_start import alike_at_start, asks_who_they_were
from .brief import Brief
from .how_made import frame_name
from .kinds import BARE, WITHOUT_FINDINGS, has_treatment, kind_of
from .known_before import known_before
from .limits import baseline, found_limits, found_strengths
from .made_sure import only_made_sure
from .main_result import before_results, called_main, main_results, nearness
from .parts import of_a_part

_BARE = {
    "title_only": "PubMed holds no abstract of this paper, so the atlas tells none of its content.",
    "other_language": "The abstract is not in English. The atlas reads only English abstracts.",
    "notice": "This record is a notice about another paper. It reports no study.",
    "comment": "This record is a comment. It reports no study of its own.",
    "comment_with_work": "This record is a comment.",
    "news": "This record is a news report. It reports no study of its own.",
}


def summarise(record: Record, reading: Reading, grades: Grades) -> Brief:
    """What the page of this study has to say, and in which order.

    The whole group comes before parts of it, the main outcome before others; what was found
    and what was not found weigh the same. A record without a readable abstract says nothing
    but what it is.
    """
    with names_of(record):
        return _summarised(record, reading, grades)


def _summarised(record: Record, reading: Reading, grades: Grades) -> Brief:
    kind = kind_of(record, reading, grades)
    treatment = has_treatment(kind, reading)
    if kind in BARE:
        return Brief(kind=kind, bare=_BARE[frame_name(kind, record, reading)])
    if kind in WITHOUT_FINDINGS:
        limits = () if kind == "retracted" else found_limits(kind, record, reading, grades)
        return Brief(kind=kind, treatment=treatment, limits=limits)
    # Harms have a sentence of their own on every page.
    told = [
        i
        for i, result in enumerate(reading.results)
        # What an article of opinion or a proposal tells was found elsewhere.
        if frame_name(kind, record, reading) != "article"
        and result.outcome != HARMS
        and not in_aside(record, result.quote)
        and not tells_the_making(result.text)
        and not only_concluded(reading, result)
        and not known_before(kind, reading, result)
        and not (alike_at_start(result.text) and not asks_who_they_were(record))
    ]
    near = nearness(reading, asks_how_many(record), of_a_test=kind == "test")
    order = _in_order(reading, told, near, as_told=kind in IN_THEIR_ORDER)
    # That a model was as it was to be comes behind whatever was found in it.
    order = tuple(sorted(order, key=lambda i: only_made_sure(kind, reading.results[i].text)))
    whole = tuple(i for i in order if not of_a_part(reading, i))
    found = tuple(i for i in whole if not only_made_sure(kind, reading.results[i].text))
    return Brief(
        kind=kind,
        results=order,
        quick=_for_quick(order, reading.results, found or whole),
        main=main_results(reading, found or whole, near),
        treatment=treatment,
        limits=found_limits(kind, record, reading, grades),
        strengths=found_strengths(kind, record, reading, grades),
    )


FEWEST_RESULTS_ELSEWHERE = 2


def only_concluded(reading: Reading, result: Result) -> bool:
    """Whether it stands among the conclusions without a figure: what the authors make of it.

    It is told under Inferred Conclusions, as theirs. Where hardly another result is reported, the
    sentence is taken for what it tells: the part it stands in may be guessed.
    """
    concluded = {i for i, s in enumerate(reading.sentences) if s.role == "conclusions"}
    elsewhere = sum(r.sentence not in concluded for r in reading.results)
    if result.sentence not in concluded or _FIGURE.search(result.text):
        return False
    return elsewhere >= FEWEST_RESULTS_ELSEWHERE


_FIGURE = re.compile(r"(?<![\w-])\d")
_HOW_MANY = re.compile(
    r"\b(?:prevalence|frequency|incidence|how (?:many|common)|trajector\w+|"
    r"(?:burden|characteristics|features|experiences?|symptoms) (?:of|in|among|after))\b",
    re.IGNORECASE,
)
"""Words of a title by which a count is what the study is about."""


def asks_how_many(record: Record) -> bool:
    """The title says that a share or number is what the study is about."""
    return _HOW_MANY.search(record.title) is not None


IN_THEIR_ORDER = frozenset({"interviews"})
"""Kinds whose themes make one account: told in its order."""


def _in_order(
    reading: Reading, told: list[int], near: dict[int, float], *, as_told: bool
) -> tuple[int, ...]:
    """Indexes by: everybody first, main outcome first, the main result's sentence, then as told."""
    results = reading.results

    def rank(index: int) -> tuple[bool, int, bool, bool]:
        result = results[index]
        called = 0 if called_main(reading, result) else 2 if result.primary is False else 1
        part = of_a_part(reading, index)
        return (part, called, baseline(result), before_results(reading, result))

    if as_told:
        return tuple(sorted(told, key=lambda i: (before_results(reading, results[i]), i)))

    foremost = _null_told_first(reading, told)
    if foremost is None:
        foremost = min(told, key=lambda i: (rank(i), -near[i], i), default=None)
    top = None if foremost is None else results[foremost].sentence
    return tuple(sorted(
        told,
        # What only describes comes after what has a direction.
        key=lambda i: (
            rank(i), results[i].sentence != top, results[i].direction == "descriptive", i
        ),
    ))  # fmt: skip


def _null_told_first(reading: Reading, told: list[int]) -> int | None:
    """Where what a text tells first of its main outcome is a null between groups, that one.

    "However, it fell more by another scale" is told behind it, however near to the question it is.
    """
    called = [
        i
        for i in told
        if called_main(reading, reading.results[i])
        and not of_a_part(reading, i)
        and not baseline(reading.results[i])
        and not before_results(reading, reading.results[i])
    ]
    first = reading.results[called[0]] if called else None
    return called[0] if first is not None and first.is_null and first.between_groups else None


_UNADJUSTED = re.compile(r"\b(?:un-?adjusted|crude|univaria(?:te|ble))\b", re.IGNORECASE)
_ADJUSTED = re.compile(r"(?<!un)(?<!un-)\badjust\w*|\bmultivaria(?:te|ble)\b", re.IGNORECASE)


def _for_quick(
    order: tuple[int, ...], results: tuple[Result, ...], of_everybody: tuple[int, ...]
) -> tuple[int, ...]:
    """The whole group's first results, and one of a part of it.

    A null for the whole group is never left out in favour of a positive result in a part.
    """
    told = [i for i in order if not baseline(results[i])]
    if any(_ADJUSTED.search(results[i].text) for i in told):
        # What is left of a link once other things are weighed is the finding.
        told.sort(key=lambda i: _UNADJUSTED.search(results[i].text) is not None)
    whole = [i for i in told if i in of_everybody]
    parts = [i for i in told if results[i].scope == "subgroup"]
    nulls = [i for i in whole if results[i].is_null]
    chosen = whole[:2]
    if nulls and not set(nulls) & set(chosen):
        chosen = [*chosen[:1], nulls[0]]
    # Further ones stand ready in case one of these cannot be put in plain words.
    return (*chosen, *parts[:1], *[i for i in whole if i not in chosen], *parts[1:])
