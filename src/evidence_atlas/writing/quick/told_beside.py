"""What Quick tells beside the main result: what else may be the main one, and a null.

The ranker's first sentence holds the main result in two of three abstracts, one of its first two
and the foremost conclusion in nine of ten. Each says another thing than what stands already.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from evidence_atlas.records import of_result, results_in

from ..authors.authors_report import reported
from ..brief.kinds import OF_OTHERS_STUDIES
from ..brief.main_result import stems
from ..material import Material
from ..results.quick_results import quick_result
from ..said import Keep, Said
from ..sentences.counted_ways import FEWEST_WAYS, counted_ways
from ..sentences.sentence_of import sentence_of
from ..slots import Slots
from .foremost_told import (
    MOST_LETTERS_SECOND,
    finds,
    hard,
    joined,
    repeats,
    with_plainer,
)

ALIKE = 0.6
"""Two sentences that share more than this of their words tell one thing."""
FAR = 250
"""A sentence further than this (hundredths) behind the foremost is not told beside it, unless it
is the foremost of the conclusions."""
MOST_TRIED = 4
"""So many of the foremost sentences are tried."""
MOST_TOLD = 3


def with_others(
    m: Material, slots: Slots, told: list[Said], top: list[tuple[float, int]]
) -> list[Said]:
    """The main result and up to two more: those next to it in rank, and a null of the whole group.

    Each goes, or is told shorter, where Quick would be hard to read with it.
    """
    results = m.reading.results
    main = told[0]
    at = sentence_of(m, main)
    whole = [
        i for i in m.brief.quick
        if results[i].scope == "all" and of_result(i) not in main.about
        and (main.voice != "authors" or results[i].sentence != at)
    ]  # fmt: skip
    nulls = [i for i in whole if results[i].is_null]
    same = [i for i in whole if results[i].sentence == at]
    found = list(told)
    if len(found) == 1:
        beside = next(_in_frames(m, slots, found, [*nulls, *same]), None)
        # A null and what was found are one sentence where both are short.
        pair = [main] if beside is None else [main, beside]
        found = joined(m, pair) if all(_own(s) for s in pair) else pair
    first = replace(found[0], keep=Keep.MAIN)
    second = [replace(s, keep=Keep.SECOND) for s in found[1:]]
    if m.brief.kind in OF_OTHERS_STUDIES and second:
        return [first, *second]
    more = [replace(s, keep=Keep.BESIDE) for s in _next(m, slots, found, whole, top)]
    more = more[:1] if m.brief.kind in OF_OTHERS_STUDIES else more
    return [first, *more[:1], *second, *more[1:]][:MOST_TOLD]


def _next(
    m: Material, slots: Slots, found: list[Said], whole: list[int], top: list[tuple[float, int]]
) -> list[Said]:
    """Of the foremost sentences and the foremost conclusion, those that tell another thing."""
    # What was told in their words, and could be told in ours of the same sentence, is told once.
    done = {sentence_of(m, s) for s in found}
    told = list[Said]()
    for at in _order(m, top):
        if at in done or not finds(m, at) or len(told) == MOST_TOLD - 1:
            continue
        here = [i for i in whole if m.reading.results[i].sentence == at]
        others = [*found, *told]
        for loose in (False, True):
            if sentence := next(_in_frames(m, slots, others, here, loose=loose), None):
                # What only a longer clause can tell goes where Quick is hard to read with it.
                told.append(replace(sentence, plainer=()) if loose else sentence)
                break
        else:
            theirs = [
                s for s in reported(m, at)
                if not any(tells_alike(m, s, o) for o in others)
                # Of a likeness no part is told that leaves it out.
                and (bool(_ALIKE.search(s.text)) or not _ALIKE.search(_text(m, at)))
            ]  # fmt: skip
            told += with_plainer(theirs, ())
    return told


def _order(m: Material, top: list[tuple[float, int]]) -> list[int]:
    """The sentences that may be told beside the main result, the likeliest first."""
    near = [at for score, at in top[:MOST_TRIED] if score >= top[0][0] - FAR]
    concluded = [at for _, at in top if m.reading.sentences[at].role == "conclusions"]
    # A likeness that the authors conclude: what differed would read as the opposite without it.
    alike = [at for at in concluded if _ALIKE.search(_text(m, at))]
    return list(dict.fromkeys([*near[:1], *alike[:1], *near[1:2], *concluded[:1], *near[2:]]))


def _text(m: Material, at: int) -> str:
    return m.reading.sentences[at].text


_ALIKE = re.compile(
    r"\b(?:(?:similar|comparable|the same) "
    r"(?:regardless|irrespective|between|across|in (?:both|all))|"
    r"no (?:clear |significant )?"
    r"(?:differences?|associations?|correlations?|links?|relationships?) (?:between|with)|"
    r"(?:did|do|does) not (?:\w+ly )?(?:differ|influence|affect|change|alter|modify|impact)|"
    r"not (?:\w+ly )?(?:associated|related|correlated|different))\b",
    re.IGNORECASE,
)


def _in_frames(
    m: Material, slots: Slots, found: list[Said], indexes: list[int], *, loose: bool = False
) -> Iterator[Said]:
    """Those of these results that can be told beside what was found."""
    for index in indexes:
        sentence = quick_result(m, slots, index, loose=loose)
        if sentence is None or "“" in sentence.text:
            continue
        if any(repeats(sentence, other) or tells_alike(m, sentence, other) for other in found):
            continue
        null = m.reading.results[index].is_null
        # How people fared is worth a sentence that is a little harder.
        fared = len(counted_ways(sentence.text)) >= FEWEST_WAYS
        if null or fared or not hard(sentence.text, MOST_LETTERS_SECOND):
            yield sentence


def tells_alike(m: Material, one: Said, other: Said, most: float = ALIKE) -> bool:
    """Most of the words of one stand in the other, the names of the illnesses apart."""
    illness = stems([*m.reading.conditions, m.reading.condition_as_named or ""])
    words, told = stems([one.text], illness), stems([other.text], illness)
    return len(words & told) > most * min(len(words), len(told))


def _own(s: Said) -> bool:
    return bool(results_in(s.about[:1]))
