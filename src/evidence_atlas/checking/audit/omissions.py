"""What a summary leaves out that changes the reading: people, harms, everybody, a crossover.

Only what the abstract reports can be left out: where it is silent on harms, a silent summary
leaves nothing out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from evidence_atlas.records import Result

from ..direction import said
from ..harms_denied import harm_named
from ..numbers import read
from .abstract import TABLE, Abstract
from .alignment import matches
from .conflicting_results import same_outcome
from .values import Judged, Omission

_TOLD = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in TABLE["told"].items()}


def left_out(abstract: Abstract, judged: Sequence[Judged]) -> Iterator[Omission]:
    """The omissions of a summary whose sentences have been judged."""
    if abstract.reading.unread is not None or not judged:
        return
    text = " ".join(j.text for j in judged)
    yield from _people_lost(abstract, text)
    yield from _harms(abstract, text)
    yield from _whole_group(abstract, judged)
    yield from _crossover(abstract, judged, text)


def _people_lost(abstract: Abstract, text: str) -> Iterator[Omission]:
    p = abstract.reading.participants
    began = next((n for n in (p.enrolled, p.randomised, p.total) if n is not None), None)
    ended = p.completed if p.completed is not None else p.analysed
    if ended is None and began is not None and p.lost is not None:
        ended = began - p.lost
    if began is None or ended is None or ended >= began or _TOLD["people_lost"].search(text):
        return
    counts = {int(n.value) for n in read(text) if n.kind == "count" and n.unit is None}
    if {began, ended} <= counts or began - ended in counts:
        return
    how = "finished" if p.completed is not None else "were counted in the end"
    told = f"{began} started and {ended} {how}; {began - ended} did not"
    if p.completed is None and p.analysed is None:
        told = f"{began} started and {p.lost} did not finish"
    yield Omission(
        kind="people_lost",
        detail=told,
        quote=abstract.first(
            "participants.completed", "participants.analysed", "participants.lost"
        ),
    )


def _harms(abstract: Abstract, text: str) -> Iterator[Omission]:
    if _TOLD["harms"].search(text) or harm_named(text):
        return
    harm, held = abstract.reading.harms, abstract.reading.quotes
    if harm.status == "reported" and harm.quote is not None:
        yield Omission(
            kind="harms",
            detail="the abstract reports harms; the summary does not mention them",
            quote=harm.quote,
        )
        return
    # It need not be called a harm: nausea with the drug, a relapse after the sessions.
    befell = held.get("harms.happened") or held.get("harms.worsened")
    if befell and harm.status != "not_applicable":
        named = held.get("harms.happened_as")
        what = f" (“{named[0].text}”)" if named else ""
        yield Omission(
            kind="harms",
            detail=f"the abstract tells of what may be harms{what}; the summary does not",
            quote=befell[0],
        )


def _whole_group(abstract: Abstract, judged: Sequence[Judged]) -> Iterator[Omission]:
    """A change in a part is told, and not that there was none in everybody together."""
    told: set[int] = set()
    for sentence in judged:
        for match in matches(abstract, sentence.text):
            if match.names_outcome:
                told.add(abstract.reading.results.index(match.result))
    for whole in abstract.reading.results:
        if not _is_null_in_all(whole):
            continue
        parts = [r for j, r in enumerate(abstract.reading.results) if j in told and _part(r)]
        same = [r for r in parts if _shares_outcome(abstract, r, whole)]
        if not same:
            continue
        if any(j.quote == whole.quote and j.verdict == "contradicted" for j in judged):
            continue
        if _null_is_told(abstract, judged, whole):
            continue
        yield Omission(
            kind="whole_group",
            detail="a change in a part of the people is told, and not that there was no clear "
            "change in everybody together",
            quote=whole.quote,
        )
        return


def _is_null_in_all(result: Result) -> bool:
    return result.scope == "all" and result.is_null and result.timepoint != "baseline"


def _part(result: Result) -> bool:
    return result.scope == "subgroup" and result.direction not in (
        "no difference", "no association", "descriptive",
    )  # fmt: skip


def _shares_outcome(abstract: Abstract, part: Result, whole: Result) -> bool:
    return part.outcome is not None and same_outcome(abstract, part.outcome, whole.text)


def _null_is_told(abstract: Abstract, judged: Sequence[Judged], whole: Result) -> bool:
    for sentence in judged:
        if sentence.quote is None or not said(sentence.text).none:
            continue
        q = whole.quote
        near = sentence.quote.start < q.end and q.start < sentence.quote.end
        if near or any(m.result == whole for m in matches(abstract, sentence.text)):
            return True
    return False


def _crossover(abstract: Abstract, judged: Sequence[Judged], text: str) -> Iterator[Omission]:
    quote = abstract.first("design.crossover")
    if abstract.reading.design.crossover is not True or _TOLD["crossover"].search(text):
        return
    # A sentence that tells it as groups side by side is reported as such, once.
    if any(j.verdict == "contradicted" and j.quote == quote for j in judged):
        return
    yield Omission(
        kind="crossover",
        detail="the same people had each treatment in turn; the summary does not say so",
        quote=quote,
    )
