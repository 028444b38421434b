"""Observed Findings: one bullet a reported result, whom it concerns and against what."""

from __future__ import annotations

from dataclasses import replace

from evidence_atlas.records import quoted

from .full_results import full_result
from .harms import harms
from .material import Material, Piece, rule
from .results import FRAMES
from .said import DEEP, Said, said
from .slots import Slots

IN_STANDARD = 6


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
        if sentence is None:
            untold.append(index)
        elif all(sentence.text != other.text for other in told):
            deep = DEEP if len(told) >= IN_STANDARD else None
            told.append(replace(sentence, depths=deep))
    if untold:
        entry = FRAMES["more_results"]
        where = tuple(quoted(m.reading.results[i].quote) for i in untold[:3])
        words = entry["plain"] if told else entry["alone"]
        told.append(said(Piece(words, where), rule("more-results", entry["rule"])))
    if not m.brief.results and m.brief.kind not in ("guideline", "narrative"):
        entry = FRAMES["no_results"]
        told.append(said(Piece(entry["plain"]), rule("no-results", entry["rule"])))
    told_harms = harms(m, quick=False)
    if told_harms:
        told.append(replace(told_harms, label="Harms"))
    return tuple(told)
