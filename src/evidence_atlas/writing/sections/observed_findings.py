"""Observed Findings: one bullet a reported result, whom it concerns and against what."""

from __future__ import annotations

import re
from dataclasses import replace

from evidence_atlas.records import quoted

from ..frames import first
from ..full_results import full_result
from ..goes_on import points_back
from ..harms import harms, under_label
from ..material import Material, Piece, rule
from ..nameable import nameable
from ..results import FRAMES, names_outcome, result_slots
from ..said import DEEP, Said, said
from ..slots import Slots
from ..words.clause import loaded
from ..words.numbers import joined

IN_STANDARD = 6
# A number or a verb in what is named tells that it is no name.
_AWKWARD = re.compile(r"\d|\b(?:\w+ing|increased|decreased|higher|lower|reduced|who|which)\b")


MOST_NAMED = 3
_WITHOUT_A_STUDY = ("guideline", "narrative")
_MORE = ("more",)
"""Of no one result: none is told."""


def _left(m: Material, slots: Slots, untold: list[int], told: list[Said]) -> Said | None:
    """What was not told, by name: of the main result, or where nothing else was told.

    That there are further results is true of nearly every abstract, and names no result.
    """
    if told:
        untold = [i for i in untold if i in m.brief.main]
    elif m.brief.kind in _WITHOUT_A_STUDY:
        return None
    if not untold:
        return None
    entry = FRAMES["more_results"]
    why = rule("more-results", entry["rule"])
    said_already = " ".join(s.text for s in told).casefold()
    named: dict[str, Piece] = {}
    for index in untold:
        own = result_slots(m, slots, m.reading.results[index])
        outcome = own["outcome"] if own else None
        if outcome is None or not nameable(outcome.text) or loaded(outcome.text):
            continue
        if not names_outcome(outcome.text, said_already) and not _AWKWARD.search(outcome.text):
            named.setdefault(outcome.text.casefold(), outcome)
    if named:
        pieces = list(named.values())[:MOST_NAMED]
        held = tuple(dict.fromkeys(s for p in pieces for s in p.support))
        left = Piece(joined([p.text for p in pieces]), held)
        frame = first([entry["named"] if told else entry["named_alone"]], {"left": left})
        return said(frame, why, about=_MORE) if frame else None
    if told:
        return None
    where = tuple(quoted(m.reading.results[i].quote) for i in untold[:3])
    return said(Piece(entry["alone"], where), why, about=_MORE)


def _told_just_before(m: Material, index: int, told: list[Said]) -> bool:
    """Whether what a result points back at stands in front of it: the sentence before its own."""
    result = m.reading.results[index]
    if not told or "“" in told[-1].text:
        return False
    paths = (p.split(".") for p in told[-1].about if p.startswith("results."))
    last = [m.reading.results[int(number)] for _, number in paths]
    return any(
        result.sentence - r.sentence in (0, 1) and r.quote.start < result.quote.start for r in last
    )


def write(m: Material, slots: Slots) -> tuple[Said, ...]:
    """Every result that can be told, nulls too; what cannot be restated is owned up to."""
    if m.brief.kind == "retracted":
        entry = FRAMES[
            "retracted" if m.grades.value("record_state") == "Retracted" else "withdrawn"
        ]
        return (said(Piece(entry["findings"][0]), rule("retracted", entry["rule"])),)
    if m.brief.bare:
        return ()
    last = FRAMES[m.brief.kind].get("last") if m.brief.kind in FRAMES else None
    if m.brief.kind in ("protocol", "hypothesis"):
        why = rule(m.brief.kind, FRAMES[m.brief.kind]["rule"])
        return (said(Piece(last), why),) if last else ()
    told: list[Said] = []
    untold = []
    for index in m.brief.results:
        sentence = full_result(m, slots, index)
        if sentence is None or (
            points_back(sentence.text) and not _told_just_before(m, index, told)
        ):
            untold.append(index)
        elif all(sentence.text != other.text for other in told):
            deep = DEEP if len(told) >= IN_STANDARD else None
            told.append(replace(sentence, depths=deep))
    left = _left(m, slots, untold, told)
    told += [left] if left else []
    if not m.brief.results and m.brief.kind not in _WITHOUT_A_STUDY:
        entry = FRAMES["no_results"]
        told.append(said(Piece(entry["plain"]), rule("no-results", entry["rule"])))
    told_harms = harms(m, quick=False)
    if told_harms:
        told.append(under_label(told_harms))
    return tuple(told)
