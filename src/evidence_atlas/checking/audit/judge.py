"""The audit of a summary: every sentence judged, omissions and labels looked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from evidence_atlas.records import Condition, Grades, Reading, Record, as_written

from ..direction import POINTING, said
from . import badges, conflicts, omissions, rounded, support, turned
from .abstract import Abstract, Piece
from .clauses import clauses
from .summary import take_apart
from .values import Audit, Finding, Judged, Verdict

Sources = tuple[Piece, ...]

_UNREAD = {
    "no abstract": "there is no abstract to hold it against",
    "not in English": "the abstract is not in English, and only English is read",
    "notice": "this is a notice, not an abstract of a study",
}


def audit(
    summary: str,
    record: Record,
    reading: Reading,
    grades: Grades,
    condition: Condition,
    split: Callable[[str], Sequence[str]],
) -> Audit:
    """A summary, as anybody may have written it, held against the abstract of `record`.

    `split` gives the sentences of a text. Pure and deterministic; nothing is raised for any
    text. It fails closed: what cannot be read or judged is unsupported.
    """
    condition = as_written(condition, record)
    abstract = Abstract(record, reading, grades, condition)
    apart = take_apart(summary, condition)
    judged = tuple(judge(abstract, text) for text in split(apart.text) if text.strip())
    return Audit(
        sentences=judged,
        omissions=tuple(omissions.left_out(abstract, judged)),
        badges=tuple(badges.conflicts(abstract, apart.labels, apart.text)),
    )


def judge(abstract: Abstract, text: str) -> Judged:
    """One sentence beside the abstract."""
    if abstract.reading.unread is not None:
        because = _UNREAD[abstract.reading.unread]
        return Judged(text=text, verdict="unsupported", because=because, quote=None)
    sources = abstract.sources(text)
    conflict = conflicts.first(abstract, text, sources)
    if conflict is not None:
        return Judged(
            text=text, verdict="contradicted", because=conflict.because, quote=conflict.quote
        )
    lack = support.lacking(abstract, text, sources)
    if lack is not None and (source := _in_printed_figures(abstract, text, sources)) is not None:
        lack, sources = None, (source,)
    if lack is not None:
        conflict = _against(abstract, text, lack)
        verdict: Verdict = "unsupported" if conflict is None else "contradicted"
        found = conflict or lack
        return Judged(text=text, verdict=verdict, because=found.because, quote=found.quote)
    return Judged(
        text=text,
        verdict="supported",
        because="every content word, number and direction stands in the abstract",
        quote=sources[0].quote,
    )


def _in_printed_figures(abstract: Abstract, text: str, sources: Sources) -> Piece | None:
    """The place that bears a sentence whose round figures are printed there exactly."""
    for exact in rounded.as_printed(abstract, text, sources):
        found = _bearing(abstract, exact)
        if found is not None:
            return found
    return None


def _against(abstract: Abstract, text: str, lack: Finding) -> Finding | None:
    """A place that would bear the sentence, or a part of it, if it said the opposite."""
    conflict = _opposite(abstract, text, lack)
    parts = [c for half in text.split(": ") for c in clauses(half)]
    for part in parts if conflict is None and len(parts) > 1 else ():
        why = support.lacking(abstract, part, abstract.sources(part))
        conflict = conflict or (_opposite(abstract, part, why) if why else None)
    return conflict


def _opposite(abstract: Abstract, text: str, lack: Finding) -> Finding | None:
    """A place that bears the opposite of a text that is not borne."""
    round_too = rounded.has_round(abstract, text)
    if not lack.turning_may_mend and not round_too:
        return None
    if turned.told_so_elsewhere(abstract, text):
        return None
    for other in turned.turned(text):
        found = _bearing(abstract, other.text)
        if found is None and round_too:
            where = abstract.sources(other.text)
            found = _in_printed_figures(abstract, other.text, where)
        if found is not None and _points_so(found, other):
            return Finding(because=other.because, quote=found.quote)
    return None


def _points_so(piece: Piece, other: turned.Turned) -> bool:
    """Whether a place points the ways of a turned sentence alone: where it points others too, or
    calls better what is less, the sentence may be true of it."""
    theirs = said(piece.text).classes & POINTING
    return not other.ways or (bool(theirs) and theirs <= other.ways)


def _bearing(abstract: Abstract, text: str) -> Piece | None:
    """The likeliest source of a sentence that is supported, None for one that is not."""
    if support.nowhere(abstract, text):
        return None
    sources = abstract.sources(text)
    if support.lacking(abstract, text, sources) or conflicts.first(abstract, text, sources):
        return None
    return sources[0]
