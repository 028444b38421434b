"""What a length of time is that the text gives: of the study, of a part of it, of the illness."""

from __future__ import annotations

import re

from evidence_atlas.records import Quote, QuoteSupport, quote, quoted, texts

from ..material import Material
from ..tables import table

_TABLE = table("subject/lengths.toml")
_NOT_OF_STUDY = re.compile(_TABLE["not_before"], re.IGNORECASE)
_NOT_FOLLOWED = re.compile(_TABLE["not_after"], re.IGNORECASE)
_AVERAGE_BEFORE = re.compile(_TABLE["average_before"], re.IGNORECASE)
_AVERAGE_AFTER = re.compile(_TABLE["average_after"], re.IGNORECASE)
_UNIT = re.compile(_TABLE["unit_before"], re.IGNORECASE)
_IN_VAIN = re.compile(_TABLE["in_vain_before"], re.IGNORECASE)
_SECOND_PART = re.compile(_TABLE["second_part"], re.IGNORECASE)
_WATCHED_AFTER = re.compile(_TABLE["watched_after"], re.IGNORECASE)
_ANOTHER = re.compile(_TABLE["another"], re.IGNORECASE)
_GROUPS_APART = re.compile(_TABLE["groups_apart"], re.IGNORECASE)
_BOUND = re.compile(r"(?:at least|up to|more than|over|a (?:min|max)imum of)\b", re.IGNORECASE)
_NEAR = 48


def of_the_study(m: Material, path: str) -> bool:
    """False where all that is quoted is how long people had been ill, or when they fell ill.

    Nor is it that of the study where it is a unit ("2 points per month"), the first part only, or
    that of what had been tried in vain before; nor where one group had it for longer than another.
    """
    quotes = m.reading.quotes.get(path, ())
    return not quotes or any(_of_the_whole(m, q) for q in quotes if q.field in texts(m.record))


def on_average(m: Material, path: str) -> bool:
    """Whether the length is an average: some were in the study for longer, some not so long."""
    quotes = [q for q in m.reading.quotes.get(path, ()) if not _BOUND.match(q.text)]
    return any(
        _AVERAGE_BEFORE.search(before) or _AVERAGE_AFTER.match(after)
        for before, after in (_around(m, q) for q in quotes)
    )


def watched_after(m: Material) -> tuple[str, QuoteSupport] | None:
    """How long people were followed once the treatment was over, where one sentence says both."""
    for q in m.reading.quotes.get("design.duration", ()):
        held = texts(m.record)
        found = _WATCHED_AFTER.search(_rest(m, q))
        if found is not None:
            start, end = (q.end + at for at in found.span("time"))
            return found["time"].replace("-", " "), quoted(quote(held, q.field, start, end))
    return None


def _of_the_whole(m: Material, q: Quote) -> bool:
    before, after = _around(m, q)
    return not (
        _NOT_OF_STUDY.search(before)
        or _UNIT.search(before)
        or _IN_VAIN.search(before)
        or _NOT_FOLLOWED.match(after)
        or _SECOND_PART.search(_rest(m, q))
        or _of_one_group(m, q)
    )


def _of_one_group(m: Material, q: Quote) -> bool:
    """Whether one sentence gives groups their treatment for lengths of time that differ."""
    around = m.reading.sentence_at(q.start, q.field)
    if around is None or not _GROUPS_APART.search(around.text):
        return False
    told = [
        (f["n"].casefold(), f["unit"].casefold())
        for f in _ANOTHER.finditer(around.text)
    ]  # fmt: skip
    within = around.text[max(0, q.start - around.start - 12) : q.end - around.start + 1]
    return _ANOTHER.search(within) is not None and len(set(told)) > 1


def _around(m: Material, q: Quote) -> tuple[str, str]:
    text = texts(m.record).get(q.field, "")
    return text[max(0, q.start - _NEAR) : q.start], text[q.end : q.end + _NEAR]


def _rest(m: Material, q: Quote) -> str:
    """What follows in the same sentence."""
    sentence = m.reading.sentence_at(q.start, q.field)
    return texts(m.record).get(q.field, "")[q.end : sentence.end] if sentence is not None else ""
