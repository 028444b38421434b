"""Normalise: of all rows of one record, say which is in force, and keep its bibliography."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

import msgspec

from ...records import Author, Record, Reference, digest, from_json, to_json
from ...store.models import RecordRow, StageOutput
from ..context import Context
from ..outputs import Normalised, Ref
from ..refresh import BATCH, batched, keep


def normalise(context: Context) -> None:
    """Bring the normalised form of every record key up to date."""
    with context.stage("normalise") as tally:
        known = dict(
            StageOutput.objects.filter(stage="normalise").values_list("subject", "input_hash")
        )
        version = context.version("records")
        wanted: dict[str, str] = {}
        stale = []
        for key, rows in _rows():
            wanted[key] = digest(rows, version)
            if known.get(key) != wanted[key]:
                stale.append(key)
        for batch in batched([k for k in known if k not in wanted]):
            StageOutput.objects.filter(stage="normalise", subject__in=batch).delete()
        tally.bar.start("normalise", len(stale))
        tally.seen.update(wanted)
        tally.made.update(stale)
        for batch in batched(stale, BATCH):
            stored = RecordRow.objects.filter(key__in=batch, deleted=False)
            found: dict[str, list[tuple[Ref, Record]]] = {}
            for row in stored:
                record = from_json(row.payload, Record)
                ref = Ref(
                    source=row.source,
                    key=row.key,
                    version=row.version,
                    payload_hash=row.payload_hash,
                    full_text=bool(record.fulltext),
                )
                found.setdefault(row.key, []).append((ref, record))
            keep(
                "normalise",
                [(key, to_json(_normalised(found[key]))) for key in batch],
                wanted,
                version,
            )
            tally.bar.advance(len(batch))


def _rows() -> Iterator[tuple[str, list[tuple[str, int, str]]]]:
    """Each record key with its rows (source, version, hash), in a fixed order.

    Sorted here, because data bases do not agree on the order of text.
    """
    rows = sorted(
        RecordRow.objects.filter(deleted=False)
        .values_list("key", "source", "version", "payload_hash")
        .iterator(chunk_size=2000)
    )
    for key, group in groupby(rows, key=lambda row: row[0]):
        yield key, [(source, version, hashed) for _, source, version, hashed in group]


def _normalised(rows: list[tuple[Ref, Record]]) -> Normalised:
    rows = sorted(rows, key=lambda row: (rank(row[1]), row[0].source, -row[0].version))
    best = rows[0][1]
    return Normalised(
        rows=tuple(ref for ref, _ in rows), record=bibliography(best), rank=rank(best)
    )


def rank(record: Record) -> tuple[int, int, int, str]:
    """Which of two forms of one paper is in force: the smaller.

    The original abstract before a retelling before none, an article before its preprint,
    then the later version, then the one that NLM revised last.
    """
    kinds = {"original": 0, "retold": 1, "none": 2}
    preprint = int("Preprint" in record.publication_types)
    revised = "".join(chr(0x10FF - ord(c)) for c in record.dates.revised or "")
    return kinds[record.abstract_kind], preprint, -record.version, revised or "\U0010ffff"


def bibliography(record: Record) -> Record:
    """A record without what only its readers need: abstracts, headings, addresses, funding."""
    return msgspec.structs.replace(
        record,
        abstract=(),
        fulltext=(),
        other_abstracts=(),
        copyright=None,
        authors=tuple(_name_only(a) for a in record.authors),
        investigators=(),
        mesh=(),
        supplementary_mesh=(),
        chemicals=(),
        keywords=(),
        grants=(),
        interests=None,
        dates=msgspec.structs.replace(record.dates, history=()),
        references=tuple(
            Reference(pmid=r.pmid, doi=r.doi, pmcid=r.pmcid)
            for r in record.references
            if r.pmid or r.doi
        ),
    )


def _name_only(author: Author) -> Author:
    return msgspec.structs.replace(author, affiliations=())
