"""Sources and versions: what this page was read from."""

from __future__ import annotations

from ..material import Material, Piece
from ..rules import named
from ..said import Said, said
from ..slots import Slots


def write(m: Material, slots: Slots) -> tuple[Said, ...]:
    """The record, when it last changed, and what of it was read.

    The versions of the rooms travel with the published page, not with its sentences.
    """
    record = m.record
    told = []
    if record.pmid:
        told.append(
            said(Piece(f"PubMed record {record.pmid}", (m.record_field("pmid", record.pmid),)),
                 named("source-record"), label="Record")
        )  # fmt: skip
    changed = record.dates.revised
    if changed:
        told.append(
            said(Piece(changed, (m.record_field("dates.revised", changed),)),
                 label="Record last changed", row=True)
        )  # fmt: skip
    told.append(_read_from(m))
    return tuple(told)


def _read_from(m: Material) -> Said:
    if m.reading.unread or not m.record.abstract:
        text = "Only the bibliographic record was used"
        why = "read-from-record"
    elif m.retold:
        text = (
            "The atlas's own retelling of the abstract, with every figure kept; "
            "no words here are the authors'"
        )
        why = "read-from-retelling"
    elif any(q.field.startswith("fulltext:") for held in m.reading.quotes.values() for q in held):
        text = "Title, abstract and open full text"
        why = "read-from-full-text"
    else:
        text = "Title and abstract only"
        why = "read-from-abstract"
    return said(Piece(text), named(why), label="Read from")
