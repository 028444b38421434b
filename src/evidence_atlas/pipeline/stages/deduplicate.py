"""Deduplicate: which records are one study, under which key; merges and their undoing."""

from __future__ import annotations

from operator import itemgetter

import msgspec
from django.db import transaction

from ...publishing.rulings import ledger
from ...records import Record, digest, to_json
from ...store.models import StageOutput
from .. import tables
from ..context import Context
from ..membership import record_order, settle
from ..outputs import Members, Normalised, Ref
from ..packed import Packed
from ..refresh import batched, every, keep

Rank = tuple[int, int, int, str]
_FIRST_AUTHORS = 3


def deduplicate(context: Context) -> None:
    """Bring studies and ledger into agreement with the records and the rulings."""
    version = context.version("records")
    with context.stage("deduplicate") as tally:
        rulings = [r for r in tables.rulings() if r.action in {"merge", "unmerge"}]
        wanted = digest(tables.digest_of_outputs("normalise"), rulings, version)
        if tables.signature("deduplicate") == wanted:
            keys = StageOutput.objects.filter(stage="deduplicate")
            tally.seen.update(keys.values_list("subject", flat=True))
            return
        rows: dict[str, tuple[Rank, tuple[Ref, ...]]] = {}
        slim: list[tuple[tuple[int, int, str], bytes]] = []
        for key, found in every("normalise", Normalised):
            rows[key] = (found.rank, found.rows)
            slim.append((record_order(key), to_json(_slim(found.record))))
        slim.sort(key=itemgetter(0))
        groups = [list(group) for group in context.components.group(Packed([p for _, p in slim]))]
        del slim
        state = ledger()
        with transaction.atomic():
            tables.append(settle(groups, state, rulings), context.now)
            members: dict[str, list[str]] = {}
            for key in sorted(rows, key=record_order):
                members.setdefault(state.standing(state.assigned[key]), []).append(key)
            outputs = {
                study: to_json(_members([rows[key] for key in keys]))
                for study, keys in members.items()
            }
            known = dict(
                StageOutput.objects.filter(stage="deduplicate").values_list("subject", "input_hash")
            )
            inputs = {study: digest(payload.decode()) for study, payload in outputs.items()}
            changed = [s for s in sorted(outputs) if known.get(s) != inputs[s]]
            for batch in batched(changed):
                keep("deduplicate", [(s, outputs[s]) for s in batch], inputs, version)
            for batch in batched([s for s in known if s not in outputs]):
                StageOutput.objects.filter(stage="deduplicate", subject__in=batch).delete()
            tables.sign("deduplicate", wanted, version)
        tally.seen.update(outputs)
        tally.made.update(changed)
        joined = sum(len(keys) - 1 for keys in members.values())
        tally.note = f"{len(rows)} records, {joined} joined to another" if joined else ""


def _slim(record: Record) -> Record:
    """What tells duplicates: no lists but the first authors and the corrections."""
    return msgspec.structs.replace(
        record, authors=record.authors[:_FIRST_AUTHORS], references=(), registrations=()
    )


def _members(rows: list[tuple[Rank, tuple[Ref, ...]]]) -> Members:
    best = sorted(rows, key=lambda row: (row[0], record_order(row[1][0].key)))
    refs = [ref for _, found in best for ref in found]
    if not refs[0].full_text:
        text = next((ref for ref in refs if ref.full_text), None)
        if text is not None:
            refs[0] = refs[0].with_text_of(text)
    return Members(records=tuple(refs))
