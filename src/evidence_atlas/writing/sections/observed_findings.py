"""Observed Findings: one bullet a reported result, whom it concerns and against what."""

from __future__ import annotations

import re
from dataclasses import replace

from evidence_atlas.records import of_result, results_in

from ..authors.answered import with_what_they_answer
from ..authors.both_signs import with_both_signs
from ..authors.counts_together import with_counts_together
from ..authors.groups_beside import with_groups_beside
from ..authors.halves import half_told, with_other_halves, with_turns
from ..authors.opposed import with_opposed
from ..authors.results_as_reported import with_results_as_reported
from ..authors.shares_beside import with_shares_beside
from ..brief.kinds import OVERVIEW
from ..brief.parts import loses_its_part
from ..frames import FRAMES
from ..limits.harms import harms, says_which, under_label
from ..material import Material, Piece, once_a_page, rule
from ..results.full_results import full_result
from ..said import DEEP, Said, said
from ..sentences.goes_on import points_back
from ..sentences.in_full import unexplained
from ..sentences.standing import leans
from ..slots import Slots
from ..tables import table

IN_STANDARD = 6
_OWN_IDEA = re.compile(table("sections/observed_findings.toml")["own_idea"], re.IGNORECASE)


def _only_an_idea(m: Material) -> bool:
    """Whether no result was read, and the authors conclude that theirs is yet to be tested."""
    concluded = (s.text for s in m.reading.sentences if s.role == "conclusions")
    return not m.reading.results and any(map(_OWN_IDEA.search, concluded))


def _told_just_before(m: Material, index: int, told: list[Said]) -> bool:
    """Whether what a result points back at stands in front of it: the sentence before its own."""
    result = m.reading.results[index]
    if not told or "“" in told[-1].text:
        return False
    last = [m.reading.results[i] for i in results_in(told[-1].about)]
    return any(
        result.sentence - r.sentence in (0, 1) and r.quote.start < result.quote.start for r in last
    )


def _results(sentence: Said) -> set[int]:
    return {*results_in(sentence.about)}


def _null_left_out(m: Material, sentence: Said, told: list[Said]) -> bool:
    """Whether a change in every group is told without the null between them of its sentence.

    "Both groups improved, with no difference between drug and placebo": no benefit of the drug.
    """
    results = m.reading.results
    held = set[int]().union(*(_results(s) for s in told))
    nulls = {
        r.sentence
        for i, r in enumerate(results)
        if i not in held and r.is_null and r.between_groups
    }
    return any(
        results[i].comparison == "within_group" and results[i].sentence in nulls
        for i in _results(sentence)
    )


@once_a_page
def write(m: Material, slots: Slots) -> tuple[Said, ...]:
    """Every result that can be told, nulls too; nothing where Quick says that none can be."""
    if m.brief.kind == "retracted":
        entry = FRAMES[
            "retracted" if m.grades.value("record_state") == "Retracted" else "withdrawn"
        ]
        return (said(Piece(entry["findings"][0]), rule("retracted", entry["rule"])),)
    # Quick says that a plan has no results, and that an idea is none.
    if m.brief.bare or m.brief.kind in ("protocol", "hypothesis"):
        return ()
    told: list[Said] = []
    for index in m.brief.results:
        sentence = full_result(m, slots, index)
        if sentence is None or leans(sentence.text):
            continue
        if loses_its_part(m.reading, index, sentence.text):
            continue
        if points_back(sentence.text) and not _told_just_before(m, index, told):
            continue
        if any(_again(sentence.text, other.text) for other in told):
            continue
        # The whole sentence takes the place of the half that was told before it.
        told = [other for other in told if not _again(other.text, sentence.text)]
        told.append(sentence)
    told = with_other_halves(m, [s for s in told if not _null_left_out(m, s, told)])
    if m.brief.kind in OVERVIEW:
        # What such a paper holds to be so is its authors' word, and none of its findings.
        told = [s for s in told if s.voice == "authors" or "“" in s.text]
    told = with_turns(m, _readable(m, told))
    told = with_groups_beside(m, slots, with_opposed(m, with_counts_together(m, told)))
    if not _only_an_idea(m):
        told = with_groups_beside(m, slots, with_results_as_reported(m, told))
    told = with_what_they_answer(m, slots, told)
    told = with_shares_beside(m, with_both_signs(m, told))
    told = [
        replace(s, depths=DEEP if place >= IN_STANDARD else None) for place, s in enumerate(told)
    ]
    told_harms = harms(m, quick=False)
    if told_harms and says_which(told_harms):
        told.append(under_label(told_harms))
    return tuple(told)


MOST_FORMS, MOST_FORMS_IN_MAIN = 1, 2
"""So many short forms that nothing explains may stand in a finding, and in the main result.

With more of them every second sentence was unclear to its readers.
"""


def _readable(m: Material, told: list[Said]) -> list[Said]:
    """The findings without those that are made of short forms, where others are told.

    The other half of a contrast of which one is left out so goes, too.
    """
    main = {of_result(i) for i in m.brief.main}
    left = [
        s for s in told
        if len(unexplained(m, s.text))
        <= (MOST_FORMS_IN_MAIN if main & set(s.about) else MOST_FORMS)
    ]  # fmt: skip
    if len(left) < len(told):
        left = [s for s in left if not half_told(m, s, left) or half_told(m, s, told)]
    return left or told[:1]


def _again(text: str, told: str) -> bool:
    """Whether the words stand in what was told already: the second half of a sentence again."""
    return text.rstrip(".").casefold() in told.casefold()
