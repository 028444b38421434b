"""The main result of a study in a sentence or two for Quick, from the foremost sentences.

In our own frames; else as what the authors report or conclude, each with what is told instead
where Quick would be hard to read with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from evidence_atlas.records import Result, RuleSupport, quote, results_in, texts

from ..authors.authors_report import reported
from ..authors.foremost import tells_who_took_part
from ..brief.alike_at_start import alike_at_start, asks_who_they_were
from ..brief.kinds import OF_OTHERS_STUDIES
from ..brief.known_before import found_by_others, told_as_known
from ..brief.made_sure import only_made_sure
from ..brief.main_result import only_supports
from ..material import Material, Piece
from ..results.quick_results import but, quick_result
from ..rules import named
from ..said import Said, said
from ..sentences.empty_results import brought_along, had_besides, unnamed_groups
from ..slots import Slots
from ..tables import table
from ..words.asides import in_aside
from ..words.clause import says_null
from ..words.edges import without_brackets
from ..words.names import length, unnamed
from .asked import asked_for

_WORDS: dict[str, str] = table("quick/foremost_told.toml")
_BEFORE = ("background", "aim", "methods")
MOST_SENTENCES_WITHOUT_BACKGROUND = 3
"""A longer abstract opens with what was known before, whatever part its first sentence plays."""
MOST_TRIED_AT_ALL = 6
MOST_TRIED = 3
"""So many of the foremost sentences are tried for the main result."""
FAR = 120
FAR_CONCLUDED = 300
"""A sentence further than this (hundredths) behind the foremost is not tried: one of the
results, one of the conclusions."""
_LIKELY = re.compile(_WORDS["likely"], re.IGNORECASE)
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
    tried = _tried(m, top)
    told = next(filter(None, (told_of(m, slots, at, otherwise) for at in tried)), [])
    if told:
        return told
    # With a short form left in.
    for at in tried:
        if not only_of_a_part(m, at) and (theirs := [*reported(m, at, coded=True)]):
            return with_plainer(theirs, tuple(otherwise()))
    return []


def told_of(m: Material, slots: Slots, at: int, otherwise: Callable[[], list[Said]]) -> list[Said]:
    """One sentence in our frames, else as what the authors report."""
    results = m.reading.results
    # A result for everybody only: the sentence of a part may stand beside it.
    here = [i for i in m.brief.results if results[i].sentence == at]
    whole = [i for i in here if results[i].scope == "all" and i in m.brief.quick]
    for index in whole:
        null = results[index].is_null
        if null and (not says_null(results[index].text) or _LIKELY.search(results[index].text)):
            continue
        for loose in (False, True):
            sentence = quick_result(m, slots, index, loose=loose)
            if sentence is None or "“" in sentence.text:
                continue
            if not _in_first_half(m, results[index]) or _FIRST_HALF.match(sentence.text):
                return [sentence]
    if (not here or whole) and (theirs := [*reported(m, at)]):
        return with_plainer(theirs, tuple(otherwise()))
    return []


_FIRST_HALF = re.compile(_WORDS["first_half"], re.IGNORECASE)


def _in_first_half(m: Material, result: Result) -> bool:
    """Whether a result is what its sentence only grants before it says the other thing."""
    sentence = m.reading.sentences[result.sentence]
    half = _FIRST_HALF.match(sentence.text)
    return half is not None and result.quote.end <= sentence.start + half.end()


def grants_a_null(m: Material, index: int) -> bool:
    """Whether its sentence begins with a null that it grants, and goes on to what was found."""
    result = m.reading.results[index]
    half = _FIRST_HALF.match(m.reading.sentences[result.sentence].text)
    return result.is_null and half is not None and says_null(half[0])


def only_of_a_part(m: Material, at: int) -> bool:
    """Whether all that a sentence tells is of a part of the people."""
    here = [r for i in m.brief.results if (r := m.reading.results[i]).sentence == at]
    return bool(here) and all(r.scope != "all" for r in here)


def told_at_all(m: Material, top: list[tuple[float, int]]) -> list[Said]:
    """What the authors report in the first of the foremost sentences that can be told at all."""
    found = [
        at for _, at in top
        if finds(m, at) and (_asks_of_parts(m) or not only_of_a_part(m, at))
        and not told_as_known(m.reading, m.reading.sentences[at])
        and not _OF_THE_OTHERS.match(m.reading.sentences[at].text)
    ][:MOST_TRIED_AT_ALL]  # fmt: skip
    for coded in (False, True):
        for at in found:
            if theirs := [*reported(m, at, coded=coded)]:
                return theirs
    return []


_SUBGROUPS = re.compile(_WORDS["subgroups"], re.IGNORECASE)


def _asks_of_parts(m: Material) -> bool:
    """Whether parts of the people are what the paper is about, or each tells of themselves."""
    return m.brief.kind == "interviews" or _SUBGROUPS.search(m.record.title) is not None


_OF_THE_OTHERS = re.compile(_WORDS["of_the_others"], re.IGNORECASE)


def _tried(m: Material, top: list[tuple[float, int]]) -> list[int]:
    """The foremost sentence and those close to it; then what the authors conclude.

    What was known or planned before, and who took part, is no finding where anything else is.
    """
    best = top[0][0] if top else 0.0
    close = [at for score, at in top if score >= best - FAR]
    concluded = [
        at for score, at in top
        if m.reading.sentences[at].role == "conclusions" and score >= best - FAR_CONCLUDED
    ]  # fmt: skip
    # A link that was gone once other things were taken into account is told as that.
    gone = [
        at for _, at in top
        if (s := m.reading.sentences[at]).role == "conclusions" and _GONE.search(s.text)
    ]  # fmt: skip
    tried = list(
        dict.fromkeys([*gone[:1], *asked_for(m, top), *close[:MOST_TRIED], *concluded[:MOST_TRIED]])
    )
    known = [at for at in tried if m.reading.sentences[at].role == "background"]
    return [at for at in tried if finds(m, at)] or [at for at in tried if at not in known]


_GONE = re.compile(_WORDS["gone"], re.IGNORECASE)


def finds(m: Material, at: int) -> bool:
    """Whether a sentence may hold a finding: it stands among them, and tells not who took part."""
    sentence = m.reading.sentences[at]
    first = _opens(m, at) and len(m.reading.sentences) > MOST_SENTENCES_WITHOUT_BACKGROUND
    return (
        sentence.role not in _BEFORE
        and not first
        and not of_who_took_part(without_brackets(sentence.text))
        and not alike_at_start(sentence.text)
        and not only_supports(sentence.text)
        and not only_made_sure(m.brief.kind, sentence.text)
        and (asks_who_they_were(m.record) or not brought_along(sentence.text))
        and not had_besides(m.record, sentence.text)
        and (m.brief.kind in OF_OTHERS_STUDIES or not found_by_others(sentence.text))
    )


def _opens(m: Material, at: int) -> bool:
    """Whether nothing of the study stands before a sentence, only what its authors declare."""
    before = m.reading.sentences[:at]
    held = (quote(texts(m.record), "abstract", s.start, s.end) for s in before)
    return all(in_aside(m.record, own) for own in held)


def of_who_took_part(text: str) -> bool:
    """Whether a sentence without its brackets tells who took part, or how many on which side."""
    if any(p.search(text) for p in (_TWO_SIDES, _ON_EACH_SIDE, _ONLY_SEEN)):
        return True
    return tells_who_took_part(_FOUND_OF_PEOPLE.sub("", _THINGS_FOUND.sub("", text)))


_THINGS_FOUND = re.compile(_WORDS["things_found"], re.IGNORECASE)
_FOUND_OF_PEOPLE = re.compile(_WORDS["found_of_people"], re.IGNORECASE)
_TWO_SIDES = re.compile(_WORDS["two_sides"], re.IGNORECASE)
_ON_EACH_SIDE = re.compile(_WORDS["on_each_side"], re.IGNORECASE)
_ONLY_SEEN = re.compile(_WORDS["only_seen"], re.IGNORECASE)


def only_who_had_what(text: str) -> bool:
    """Whether a sentence only tells how many had which treatment."""
    return _ON_EACH_SIDE.search(without_brackets(text).rstrip(" .")) is not None


def with_plainer(theirs: list[Said], plainer: tuple[Said, ...]) -> list[Said]:
    """The longest of what may be told, each with what is told instead where it is too hard."""
    for sentence in reversed(theirs):
        plainer = (replace(sentence, plainer=plainer),)
    return [*plainer]


def hard(text: str, most: float = MOST_LETTERS) -> bool:
    """True where a sentence is heavy with long words, names aside, so that few could read it."""
    words = re.findall(r"[^\W\d_]+", unnamed(text))
    return bool(words) and sum(map(len, words)) / len(words) > most


def repeats(sentence: Said, other: Said) -> bool:
    """True where a sentence has no word that the other lacks."""
    words, told = (set(re.findall(r"\w+", s.text.casefold())) for s in (sentence, other))
    return words <= told


def with_fuller(told: list[Said], fuller: Said) -> list[Said]:
    """The sentences and one more, for which those go that it says as well."""
    return [*(s for s in told if not repeats(s, fuller)), fuller]


def joined(m: Material, whole: list[Said]) -> list[Said]:
    """What was seen and what was not, in one sentence where both are short."""
    if len(whole) != 2:
        return whole
    if any("“" in s.text for s in whole):
        return whole
    one, two = (m.reading.results[index_of(s)] for s in whole)
    if one.is_null or not two.is_null or two.comparison not in (one.comparison, "none"):
        return whole
    if one.outcome is not None and one.outcome == two.outcome and not _in_its_own_words(whole[1]):
        return [_now_and_not(m, whole[0], whole[1])]
    told = but(whole[0], whole[1], unlike=one.sentence != two.sentence)
    return [told] if length(told.text) <= MOST_JOINED_WORDS else whole


def _in_its_own_words(told: Said) -> bool:
    """A clause names of what and whom it is, which may be one of many things that bear one name."""
    return not unnamed_groups(told.text) and any(
        isinstance(s, RuleSupport) and s.rule == "result-clause" for s in told.support
    )


_AT_TIMES = re.compile(_WORDS["at_times"], re.IGNORECASE)


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
    """The place of the result that a sentence tells, among those that were read."""
    return results_in(sentence.about)[0]
