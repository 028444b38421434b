"""Fetch: take files of records in, each wholly or not at all."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from django.db import transaction

from ...records import Deletion, Problem, Record, to_json
from ...sources import SourceError
from ...store.models import RecordRow, SourceFile
from ..context import Context, Tally, hashed
from ..refresh import batched


def fetch(context: Context, files: Sequence[Path]) -> list[str]:
    """Take in the files; gives a message for each that could not be read as a whole."""
    refused = []
    with context.stage("fetch") as tally:
        tally.bar.start("fetch", None)
        for file in files:
            try:
                _take(context, tally, file)
            except SourceError as error:
                message = str(error) if file.name in str(error) else f"{file}: {error}"
                refused.append(message)
                tally.failed += 1
                context.error("fetch", str(file), f"not read: {message}")
    return refused


def _take(context: Context, tally: Tally, file: Path) -> None:
    reader = context.version("sources")
    sha256 = _sha256(file)
    if sha256 and (taken := SourceFile.objects.filter(sha256=sha256, reader=reader).first()):
        tally.seen.update(f"{sha256}:{i}" for i in range(taken.records))
        return
    problems: list[Problem] = []
    count = 0
    changed: set[str] = set()
    unchanged: set[str] = set()
    with transaction.atomic():
        for batch in batched(context.components.read_file(file), 500):
            records = [item for item in batch if isinstance(item, Record)]
            problems += [item for item in batch if isinstance(item, Problem)]
            count += len(records)
            # In the order of the file: a deletion may follow the record that it withdraws.
            waiting: list[Record] = []
            for item in batch:
                if isinstance(item, Record):
                    waiting.append(item)
                elif isinstance(item, Deletion):
                    _store(waiting, changed, unchanged)
                    waiting = []
                    _withdraw(item)
            _store(waiting, changed, unchanged)
            tally.bar.advance(len(records))
        if sha256:
            SourceFile.objects.create(
                sha256=sha256, reader=reader, name=file.name, records=count, taken=context.now
            )
    tally.made |= changed
    tally.seen |= changed | unchanged
    for problem in problems:
        tally.failed += 1
        context.error("fetch", problem.record or problem.place or file.name, str(problem))


def _store(records: Sequence[Record], changed: set[str], unchanged: set[str]) -> None:
    """Write records over older forms of themselves; within a batch, the last one counts."""
    by_key: dict[tuple[str, str, int], Record] = {}
    for record in records:
        natural = (record.source, record.key, record.version)
        held = by_key.get(natural)
        if held is None or _replaces(record, held.dates.revised or "", _retold(held)):
            by_key[natural] = record
    if not by_key:
        return
    existing = {
        (row.source, row.key, row.version): row
        for row in RecordRow.objects.filter(key__in={k for _, k, _ in by_key}).defer("payload")
    }
    rows = []
    for natural, record in by_key.items():
        payload = to_json(record)
        row = existing.get(natural)
        name = ":".join(map(str, natural))
        if row is not None and not row.deleted and not _news(record, payload, row):
            unchanged.add(name)
            continue
        changed.add(name)
        rows.append(
            RecordRow(
                source=record.source,
                key=record.key,
                version=record.version,
                raw_hash=record.raw_hash,
                payload_hash=hashed(payload),
                payload=payload,
                revised=record.dates.revised or "",
                retold=_retold(record),
                deleted=False,
            )
        )
    RecordRow.objects.bulk_create(
        rows,
        batch_size=500,
        update_conflicts=True,
        unique_fields=["source", "key", "version"],
        update_fields=["raw_hash", "payload_hash", "payload", "revised", "retold", "deleted"],
    )


def _news(record: Record, payload: bytes, row: RecordRow) -> bool:
    return row.payload_hash != hashed(payload) and _replaces(record, row.revised, row.retold)


def _replaces(record: Record, revised: str, retold: bool) -> bool:
    """Whether a record takes the place of one already held.

    The later revision by NLM's date does, else the one that comes later; but a retelling
    never takes the place of an original.
    """
    if _retold(record) != retold:
        return retold
    return (record.dates.revised or "") >= revised


def _retold(record: Record) -> bool:
    return record.abstract_kind == "retold"


def _withdraw(deletion: Deletion) -> None:
    rows = RecordRow.objects.filter(key=deletion.pmid)
    if deletion.version is not None:
        rows = rows.filter(version=deletion.version)
    rows.update(deleted=True)


def _sha256(file: Path) -> str:
    """The hash of a file; empty where it is no readable file, which the reader then explains."""
    if not file.is_file():
        return ""
    found = hashlib.sha256()
    try:
        with file.open("rb") as handle:
            while chunk := handle.read(1 << 20):
                found.update(chunk)
    except OSError:
        return ""
    return found.hexdigest()
