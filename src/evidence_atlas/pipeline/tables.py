"""The append-only tables as values, and what several stages look up in the store."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from ..publishing.ledger import Entry
from ..records import Link, Record, Ruling, digest, from_json, to_json
from ..store.models import LedgerRow, LinkRow, RecordRow, RulingRow, StageOutput
from .outputs import Members, Ref
from .refresh import batched, every, keep

EVERYTHING = "*"
"""The subject of a stage that looks at all studies at once."""


def append(entries: Iterable[Entry], time: dt.datetime) -> None:
    """Write ledger rows."""
    LedgerRow.objects.bulk_create(
        [
            LedgerRow(
                kind=e.kind, study=e.study, value=e.value, other=e.other, because=e.because,
                time=time,
            )
            for e in entries
        ],
        batch_size=500,
    )  # fmt: skip


def rulings() -> list[Ruling]:
    """All rulings, in the order they were made."""
    return [
        Ruling(
            target=row.target,
            action=row.action,  # type: ignore[arg-type]
            reason=row.reason,
            role=row.role,
            time=row.time.astimezone(dt.UTC).isoformat(timespec="seconds"),
            source_hash=row.source_hash,
            before=row.before,
            after=row.after,
        )
        for row in RulingRow.objects.order_by("id")
    ]


def studies() -> dict[str, Members]:
    """Every study that stands, with its records, by key."""
    return dict(every("deduplicate", Members))


def records(refs: Mapping[str, Ref]) -> dict[str, bytes]:
    """The stored records behind some references, under the same keys, full texts joined."""
    keys = {ref.key for ref in refs.values()}
    keys |= {ref.text_of[1] for ref in refs.values() if ref.text_of}
    rows = RecordRow.objects.filter(key__in=keys)
    by_natural = {
        (source, key, version): payload
        for source, key, version, payload in rows.values_list("source", "key", "version", "payload")
    }
    found = {}
    for name, ref in refs.items():
        payload = found[name] = by_natural[ref.natural]
        if ref.text_of:
            text = from_json(by_natural[ref.text_of], Record)
            found[name] = to_json(from_json(payload, Record).with_full_text_of(text))
    return found


def signature(stage: str) -> str:
    """The input digest of the last time that a stage looked at everything."""
    row = StageOutput.objects.filter(stage=f"{stage} all", subject=EVERYTHING)
    return row.values_list("input_hash", flat=True).first() or ""


def sign(stage: str, input_hash: str, component: str) -> None:
    """Note that a stage has looked at everything in this state."""
    keep(f"{stage} all", [(EVERYTHING, b"{}")], {EVERYTHING: input_hash}, component)


def digest_of_outputs(stage: str) -> str:
    """A digest of every output of a stage."""
    rows = StageOutput.objects.filter(stage=stage).values_list("subject", "output_hash")
    return digest(sorted(rows.iterator(chunk_size=2000)))


def replace_links(origin: str, links: Iterable[Link]) -> int:
    """Make `links` all the links of that origin; gives how many there are."""
    LinkRow.objects.filter(origin=origin).delete()
    unique = {link.order: link for link in links}
    for batch in batched(sorted(unique), 500):
        LinkRow.objects.bulk_create(
            LinkRow(
                origin=origin,
                kind=kind,
                source=source,
                target=target,
                target_pmid=target_pmid,
                payload=to_json(unique[kind, source, target, target_pmid]),
            )
            for kind, source, target, target_pmid in batch
        )
    return len(unique)


def links() -> list[Link]:
    """Every link, sorted by kind, source and target."""
    found = [
        from_json(payload, Link)
        for payload in LinkRow.objects.values_list("payload", flat=True).iterator(chunk_size=2000)
    ]
    return sorted(found, key=lambda link: link.order)


def member_hashes(members: Members) -> Sequence[str]:
    """The hashes of all records of a study, the main one first."""
    return [ref.payload_hash for ref in members.records]
