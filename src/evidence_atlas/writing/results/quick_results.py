"""One reported result in plain words and without statistics, for Quick."""

from __future__ import annotations

import re

from evidence_atlas.records import Result, of_result, quoted

from ..brief.alike_at_start import asks_who_they_were
from ..frames import FRAMES, first, frame_rule
from ..material import Material, Piece, once_a_page
from ..said import Said, said
from ..sentences.codes import codes
from ..sentences.empty_results import brought_along, had_besides, unnamed_groups
from ..sentences.in_full import in_full
from ..sentences.scales_told import by_what_it_measures
from ..slots import Slots
from ..words.noun_phrases import short, uncapital
from ..words.numbers import as_read
from .between_retold import between_retold
from .chance import of_a_list, with_the_border, within_chance
from .groups import a_group, distinctive, n_support
from .in_frames import templated
from .in_order import with_its_order
from .null_retold import null_in_figures, null_retold, null_said
from .performance import test_result
from .quick_clause import quick_clause
from .share_kept import with_its_share
from .whole_clause import only_half_told, taken_back, told_otherwise

MOST_CODES = 1


@once_a_page
def quick_result(
    m: Material, slots: Slots, index: int, *, loose: bool = False, coded: bool = False
) -> Said | None:
    """A result in plain words and without statistics; None where that cannot be done safely.

    `loose` lets a longer clause with more figures stand, where nothing shorter can be told; `coded`
    one with a short form that no glossary knows, where nothing else can.
    """
    if not asks_who_they_were(m.record) and _brought_along(m, m.reading.results[index]):
        return None
    if had_besides(m.record, m.reading.results[index].quote.text):
        return None
    told = (
        between_retold(m, slots, index)
        or null_retold(m, slots, index)
        or _quick_result(m, slots, index, loose=loose)
        or null_said(m, slots, index)
        or null_in_figures(m, index)
    )
    if told is None:
        return None
    told = with_its_share(with_its_order(by_what_it_measures(m, in_full(m, told))))
    return told if len(codes(m, told.text)) <= (MOST_CODES if coded else 0) else None


_OPPOSITE = {"higher": "lower", "lower": "higher", "increase": "decrease", "decrease": "increase"}


def _goes_both_ways(m: Material, result: Result) -> bool:
    """Whether its sentence tells of the same things that they went the other way: three of them
    were more common, and two less."""
    genes = m.brief.kind == "genes"  # one variant is told as "a gene variant"
    return result.outcome is not None and any(
        other.sentence == result.sentence and (genes or other.outcome == result.outcome)
        and other.direction == _OPPOSITE.get(result.direction)
        for other in m.reading.results
    )  # fmt: skip


def _brought_along(m: Material, result: Result) -> bool:
    """Whether the clause, or its sentence as a whole, tells who the groups were at the start."""
    around = m.reading.sentence_at(result.quote.start, result.quote.field)
    return any(brought_along(s.text) for s in (result.quote, around) if s is not None)


@once_a_page
def _quick_result(m: Material, slots: Slots, index: int, *, loose: bool) -> Said | None:
    result = m.reading.results[index]
    if not result.is_null and within_chance(result):
        return None
    # Where only a number takes back what the authors write, no frame is sure; nor is one where
    # the sentence goes on to take a part of it back.
    if (tested := test_result(m, result, index)) is not None:
        return tested
    unsure = told_otherwise(result) or bool(taken_back(m, result)) or only_half_told(m, result)
    unsure |= _goes_both_ways(m, result)
    told = None if unsure else templated(m, slots, result, quick=True)
    if told is None or unnamed_groups(told[0].text):
        clause = quick_clause(m, result, index, loose)
        plain = clause and "“" not in clause.text and not unnamed_groups(clause.text)
        if clause and (told is None or plain):
            return clause if of_a_list(result) else with_the_border(result, clause)
    if told is None:
        return None
    piece, support = told
    if result.scope == "subgroup":
        part = _part(m, slots, result, piece)
        if part is None:
            return None
        piece = part
    return with_the_border(result, said(piece, *support, about=(of_result(index),), lay=True))


def _part(m: Material, slots: Slots, result: Result, finding: Piece) -> Piece | None:
    """A finding told of the part of the people that it concerns, and of no more."""
    entry = FRAMES["result_part"]
    own = dict(slots)
    name = short(result.who or "")
    if name and not (a_group(m, name) and distinctive(name)):
        name = None
    if name and name.casefold() in finding.text.casefold():
        # The finding names the part already.
        return finding
    own["finding"] = Piece(uncapital(finding.text), finding.support)
    if result.n is not None and (where := n_support(m, result)):
        words = "one person" if result.n == 1 else f"{as_read(result.n)} people"
        own["n_people"] = Piece(words, where)
    if name:
        own["who"] = Piece(uncapital(name), (quoted(result.quote), *m.words(result.who or "")))
    else:
        own.pop("who", None)
    filled = first([entry["one_of"], entry["named"]], own)
    if filled is None:
        return None
    return Piece(filled.text, (*filled.support, frame_rule("result_part")))


_FOUND_NO = re.compile(r"^the study found no clear (\w+) ")


def but(first: Said, second: Said, *, unlike: bool = False) -> Said:
    """Two results in one sentence: something was seen, but something else was not.

    Of `unlike` things two sentences are told: "but" would set against each other what the authors
    have not.
    """
    both = (*first.about, *second.about)
    if " but not " in second.text:
        # The second tells both already: "A rose at one time, but not at another."
        return said(Piece(second.text, first.support), *second.support, about=both, lay=True)
    if unlike:
        both_told = f"{first.text.rstrip('.')}. {second.text}"
        return said(Piece(both_told, first.support), *second.support, about=both, lay=True)
    not_seen = _FOUND_NO.sub(r"no clear \1 was found ", uncapital(second.text))
    return said(
        Piece(f"{first.text.rstrip('.')}, but {not_seen}", first.support),
        *second.support,
        about=both,
        lay=True,
    )
