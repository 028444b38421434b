"""The main result of a study in a sentence or two for Quick, from the foremost sentences.

In our own frames; else as what the authors report or conclude, each with what is told instead
where Quick would be hard to read with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from evidence_atlas.records import QuoteSupport

from .authors_report import reported
from .limits import NULLS
from .main_result import stems
from .material import Material, Piece
from .quick_results import but, quick_result
from .rules import named
from .said import Said, said
from .slots import Slots
from .words.clause import says_null
from .words.names import length, unnamed

MOST_TRIED = 3
"""So many of the foremost sentences are tried for the main result."""
FAR = 120
FAR_CONCLUDED = 300
"""A sentence further than this (hundredths) behind the foremost is not tried: one of the
results, one of the conclusions."""
# "Those with a lack of pain were less likely to": no null, whatever lacks.
_LIKELY = re.compile(r"\b(?:less|more) likely\b", re.IGNORECASE)
ALIKE = 0.6
"""Two sentences that share more than this of their words tell one thing."""
FAR_BESIDE = 250
"""A result further than this behind the foremost is not told beside it."""
MOST_JOINED_WORDS = 30
# Letters a word, on average; plain English has between four and five.
MOST_LETTERS = 6.0
MOST_LETTERS_SECOND = 5.3


def foremost_told(
    m: Material,
    slots: Slots,
    top: list[tuple[float, int]],
    otherwise: Callable[[], list[Said]],
) -> list[Said]:
    """The result of the foremost sentences: in our frames, else as what the authors report.

    What is as the authors' comes with what is told where that is too hard to read.
    """
    results = m.reading.results
    theirs = list[Said]()
    last_resort = list[Said]()
    for at in _tried(m, top):
        # A result for everybody only: the sentence of a part may stand beside it.
        here = [i for i in m.brief.results if results[i].sentence == at]
        whole = [i for i in here if results[i].scope == "all" and i in m.brief.quick]
        for index in whole:
            null = results[index].direction in NULLS
            if null and (not says_null(results[index].text) or _LIKELY.search(results[index].text)):
                continue
            for loose in (False, True):
                sentence = quick_result(m, slots, index, loose=loose)
                if sentence is not None and "“" not in sentence.text:
                    return [sentence]
        of_a_part = bool(here) and not whole
        theirs = [] if of_a_part else [*reported(m, at)]
        if not of_a_part and not theirs and at == top[0][1]:
            last_resort = [*reported(m, at, coded=True)]
        if theirs:
            break
    else:
        theirs = last_resort
    return with_plainer(theirs, tuple(otherwise())) if theirs else []


def _tried(m: Material, top: list[tuple[float, int]]) -> list[int]:
    """The foremost sentence and those close to it; then what the authors conclude."""
    best = top[0][0] if top else 0.0
    close = [at for score, at in top if score >= best - FAR]
    concluded = [
        at for score, at in top
        if m.reading.sentences[at].role == "conclusions" and score >= best - FAR_CONCLUDED
    ]  # fmt: skip
    return list(dict.fromkeys([*close[:MOST_TRIED], *concluded[:MOST_TRIED]]))


def with_plainer(theirs: list[Said], plainer: tuple[Said, ...]) -> list[Said]:
    """The longest of what may be told, each with what is told instead where it is too hard."""
    for sentence in reversed(theirs):
        plainer = (replace(sentence, plainer=plainer),)
    return [*plainer]


def with_others(
    m: Material, slots: Slots, told: list[Said], top: list[tuple[float, int]]
) -> list[Said]:
    """Beside the main result one more: a null of the whole group, else the next of those near."""
    results = m.reading.results
    main = told[0]
    own = main.about[0].startswith("results.")
    told_of = results[index_of(main)].sentence if own else _sentence_at(m, main)
    near = [at for score, at in top if score >= top[0][0] - FAR_BESIDE and at != told_of]
    whole = [i for i in m.brief.quick if results[i].scope == "all" and not (
        i == index_of(main) if own else results[i].sentence == told_of
    )]  # fmt: skip
    nulls = [i for i in whole if results[i].direction in NULLS]
    same = [i for i in whole if results[i].sentence == told_of]
    beside = _first_beside(m, slots, main, [*nulls, *same])
    for at in near if beside is None else ():
        here = [i for i in whole if results[i].sentence == at]
        beside = _first_beside(m, slots, main, here)
        if beside is None and m.reading.sentences[at].role == "conclusions":
            theirs = [s for s in reported(m, at) if not _tells_alike(s, main)]
            beside = replace(with_plainer(theirs, ())[0], keep=6) if theirs else None
        if beside is not None:
            break
    found = [main] if beside is None else [main, beside]
    both = all(s.about[0].startswith("results.") for s in found)
    told_both = joined(m, found) if both else found
    return [replace(s, keep=8 if s is told_both[0] else 6) for s in told_both]


def _first_beside(m: Material, slots: Slots, main: Said, indexes: list[int]) -> Said | None:
    """The first of these results that can be told beside the main one."""
    for index in indexes:
        sentence = quick_result(m, slots, index)
        if sentence is None or "“" in sentence.text or repeats(sentence, main):
            continue
        null = m.reading.results[index].direction in NULLS
        if null or not hard(sentence.text, MOST_LETTERS_SECOND):
            return sentence
    return None


def _tells_alike(one: Said, other: Said) -> bool:
    """Most of the words of one stand in the other."""
    words, told = stems([one.text]), stems([other.text])
    return len(words & told) > ALIKE * min(len(words), len(told))


def _sentence_at(m: Material, theirs: Said) -> int | None:
    """The sentence that a statement of the authors' rests on."""
    first = theirs.support[0]
    if not isinstance(first, QuoteSupport):
        return None
    return next(
        (i for i, s in enumerate(m.reading.sentences) if s.start <= first.start < s.end), None
    )


def hard(text: str, most: float = MOST_LETTERS) -> bool:
    """True where a sentence is heavy with long words, names aside, so that few could read it."""
    words = re.findall(r"[^\W\d_]+", unnamed(text))
    return bool(words) and sum(map(len, words)) / len(words) > most


def repeats(sentence: Said, other: Said) -> bool:
    """True where a sentence has no word that the other lacks."""
    words, told = (set(re.findall(r"\w+", s.text.casefold())) for s in (sentence, other))
    return words <= told


def joined(m: Material, whole: list[Said]) -> list[Said]:
    """What was seen and what was not, in one sentence where both are short."""
    if len(whole) != 2:
        return whole
    if any("“" in s.text for s in whole):
        return whole
    one, two = (m.reading.results[index_of(s)] for s in whole)
    if (
        one.direction in NULLS
        or two.direction not in NULLS
        or two.comparison not in (one.comparison, "none")
    ):
        return whole
    if one.outcome is not None and one.outcome == two.outcome:
        return [_now_and_not(m, whole[0], whole[1])]
    told = but(whole[0], whole[1])
    return [told] if length(told.text) <= MOST_JOINED_WORDS else whole


_AT_TIMES = re.compile(
    r"\b(?:at|after) (?P<one>(?:week|month|day|year)s? \d+|\d+ (?:weeks|months|days|years))"
    r"(?: \([^()]*\))?,? but not (?:at |after )?"
    r"(?P<other>(?:week|month|day|year)s? \d+|\d+ (?:weeks|months|days|years))\b",
    re.IGNORECASE,
)


def _now_and_not(m: Material, seen: Said, unseen: Said) -> Said:
    """One measure that differed at one time and not at another; the two never stand as a riddle."""
    both = (*seen.about, *unseen.about)
    text = m.reading.results[index_of(seen)].quote.text
    times = _AT_TIMES.search(text)
    end = (
        f"at {times['one']}, but not at {times['other']}"
        if times
        else "but not in every comparison"
    )
    comma = " " if times else ", "
    return said(
        Piece(f"{seen.text.rstrip('.')}{comma}{end}", seen.support),
        *unseen.support, named("same-measure-twice"), about=both, lay=True,
    )  # fmt: skip


def index_of(sentence: Said) -> int:
    return int(sentence.about[0].split(".")[1])
