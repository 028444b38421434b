"""A sentence that follows its source word for word says what the source says, in whoever's voice.

The rules on results ask the reading which result a sentence tells. What the authors report is often
told without one, and nearly in the source's own words; this holds it to those words.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_atlas.records import Flag, Statement

from . import word_for_word as words
from .case import FINDING_SECTIONS, Case, folded, rules
from .codes import flag
from .exchanged_figures import exchanged_figures
from .told_against import told_the_other_way
from .wording import causes

_SECTIONS = FINDING_SECTIONS | {"inferred_conclusions"}


def as_its_source(case: Case) -> Iterator[Flag]:
    """No figures exchanged, no denial put in or left out, no way turned round, no all for some."""
    for statement in case.statements:
        sources = case.quoted_from(statement)
        if statement.section not in _SECTIONS or not sources:
            continue
        text = case.as_laid(statement)
        for figure in exchanged_figures(text, sources):
            yield flag("number-misplaced", statement, f"“{figure}” in: {statement.text}")
        explained = " ".join(r.text for r in rules(statement))
        found = words.all_for_some(text, sources, explained)
        found = found or words.everybody_told_of(text, sources, explained)
        if found is not None:
            yield flag("subgroup-as-all", statement, f"“{found}” in: {statement.text}")
        if (crossed := told_the_other_way(text, sources)) is not None:
            yield flag(
                "direction-contradicts",
                statement,
                f"the sides are exchanged, “{crossed}” in: {statement.text}",
            )
        yield from _where_it_follows(case, statement, text, sources, explained)
        held = folded(" ".join([*sources, explained]))
        if statement.voice == "authors" and (cause := _cause(text, held)) is not None:
            yield flag("causal-wording", statement, f"“{cause}” in: {statement.text}")


def _where_it_follows(
    case: Case, statement: Statement, text: str, sources: list[str], explained: str
) -> Iterator[Flag]:
    """What is altered between words that are the same in both."""
    laid = words.beside(text, sources)
    if laid is None:
        return
    if (figure := words.out_of_order(laid)) is not None:
        yield flag("number-misplaced", statement, f"“{figure}” in: {statement.text}")
    if (found := words.all_in_place_of_some(laid)) is not None:
        yield flag("subgroup-as-all", statement, f"“{found}” in: {statement.text}")
    part = words.part_left_out(laid, case.record.title) or words.only_left_out(laid)
    if part is not None:
        yield flag("subgroup-as-all", statement, f"“{part}” is left out in: {statement.text}")
    faults = [words.turned_round(laid), words.denial_left_out(laid)]
    # A null that only its figures show may be told as one.
    put_in = words.denial_put_in(laid, explained, sources)
    if put_in and (words.stays(put_in) or not any(r.is_null for r in case.results_of(statement))):
        faults.append(put_in)
    for fault in filter(None, faults):
        yield flag("direction-contradicts", statement, f"{fault} in: {statement.text}")


def _cause(text: str, held: str) -> str | None:
    """A word of cause that the authors are said to use, where nothing that they wrote has one."""
    said = next(causes(text), None)
    if said is None or said.casefold() in held or next(causes(held), None) is not None:
        return None
    return said
