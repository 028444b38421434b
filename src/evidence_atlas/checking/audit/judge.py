"""The audit of a summary: every sentence judged, omissions and labels looked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from evidence_atlas.records import Condition, Grades, Reading, Record, as_written

from . import badges, conflicts, omissions, support
from .abstract import Abstract
from .summary import take_apart
from .values import Audit, Judged

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
    if lack is not None:
        return Judged(text=text, verdict="unsupported", because=lack.because, quote=lack.quote)
    return Judged(
        text=text,
        verdict="supported",
        because="every content word, number and direction stands in the abstract",
        quote=sources[0].quote,
    )
