"""Results that no words of ours can tell safely, as the authors' own report of them.

Every reported result has its place among the findings. One that has no plain frame, and whose
clause is no sentence of its own, is told as what the authors report, close to their sentence.
"""

from __future__ import annotations

import re
from dataclasses import replace

from evidence_atlas.records import Result, Sentence, results_in, sentences_in

from ..brief.alike_at_start import alike_at_start
from ..brief.kinds import OBSERVATIONAL, OVERVIEW
from ..brief.known_before import told_as_known
from ..material import Material, once_a_page
from ..said import Keep, Said
from ..sentences.goes_on import tells_no_thing
from ..sentences.standing import leans
from ..tables import table
from ..words.clause import says_null
from ..words.edges import without_brackets
from .authors_report import LISTING, reported
from .foremost import tells_who_took_part

MOST_WHERE_NONE_IS_OURS = 3
"""So many sentences are told where no result could be told in words of ours."""
_BRINGS_ABOUT = re.compile(table("wording.toml")["reported"]["brings_about"], re.IGNORECASE)
_NUMBERED = re.compile(r"\((?:\d|i{1,3}|[a-c])\)")


def with_results_as_reported(m: Material, told: list[Said]) -> list[Said]:
    """The findings with the authors' report of each result that is not among them, in order.

    Of such a paper as a review nothing is added: what it holds to be so is no finding of its own.
    """
    if m.brief.kind in OVERVIEW:
        return told
    if not told:
        return _first_results(m)
    held = {path for s in told for path in s.about}
    sentences = {m.reading.results[i].sentence for i in results_in(held)} | {*sentences_in(held)}
    placed = [(_place(m, s), s) for s in told]
    for index in m.brief.results:
        at = m.reading.results[index].sentence
        if at in sentences:
            continue
        sentences.add(at)
        if (theirs := as_reported(m, at)) is not None:
            placed.append((m.brief.results.index(index), theirs))
    return [s for _, s in sorted(placed, key=lambda p: p[0])]


@once_a_page
def as_reported(m: Material, at: int) -> Said | None:
    """The sentence `at` as the authors' report, where it is of results and whole."""
    if not 0 <= at < len(m.reading.sentences):
        return None
    held = [r for r in m.reading.results if r.sentence == at]
    sentence = m.reading.sentences[at]
    listed = _lists(sentence)
    if not _may_be_told(m, sentence, held, listed=listed):
        return None
    null = any(r.is_null for r in held)
    told = next(
        (
            s for s in reported(m, at, coded=True)
            if (LISTING in s.text if listed else _whole(_claim(s.text)))
            and (not null or says_null(s.text))
        ),
        None,
    )  # fmt: skip
    return told and replace(told, lay=False, keep=Keep.NOT_IN_QUICK)


def _first_results(m: Material) -> list[Said]:
    """The first sentences of the results that can be told, where no result can in our words.

    That there are results, and on what, says nothing of what was found: it is not told.
    """
    places = [m.reading.results[i].sentence for i in m.brief.results]
    places += [i for i, s in enumerate(m.reading.sentences) if s.role == "results"]
    told = (as_reported(m, at) for at in dict.fromkeys(places))
    return [s for s in told if s is not None][:MOST_WHERE_NONE_IS_OURS]


def _lists(sentence: Sentence) -> bool:
    """Whether it holds a list, of which the rest would be missing where it is cut.

    Themes are told one by one, and then none is missing.
    """
    return bool(";" in without_brackets(sentence.text) or _NUMBERED.search(sentence.text))


def _may_be_told(m: Material, sentence: Sentence, held: list[Result], *, listed: bool) -> bool:
    if sentence.role not in ("results", "other") or told_as_known(m.reading, sentence):
        return False
    if alike_at_start(sentence.text):
        return False
    if not listed and any(tells_no_thing(r.text) for r in held):
        return False
    only_described = all(r.direction == "descriptive" for r in held)
    if only_described and not listed and tells_who_took_part(sentence.text):
        return False
    # Where nobody was given anything, it is not repeated that one thing brought another about.
    return m.brief.kind not in OBSERVATIONAL or not _BRINGS_ABOUT.search(sentence.text)


def _place(m: Material, told: Said) -> int:
    """Where the first result that a finding tells, or whose sentence it tells, is to be told."""
    results, whole = {*results_in(told.about)}, {*sentences_in(told.about)}
    places = (
        place for place, i in enumerate(m.brief.results)
        if i in results or m.reading.results[i].sentence in whole
    )  # fmt: skip
    return min(places, default=len(m.brief.results))


def _whole(claim: str) -> bool:
    """Whether what they report is a sentence that stands by itself."""
    return not leans(claim)


def _claim(text: str) -> str:
    """What the authors are said to report, without who says so."""
    return text.partition(" that ")[2] or text
