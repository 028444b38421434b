"""Doing again only what changed: outputs are kept under a digest of all that went into them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TypeVar

from django.db import transaction

from ..records import from_json
from ..store.models import StageOutput
from .context import Context, Tally, hashed
from .work import Work
from .workers import Result

T = TypeVar("T")
BATCH = 200
"""Outputs in one transaction: what a killed run loses, and what stands in memory at once."""

Load = Callable[[list[str]], Mapping[str, tuple[bytes, ...]]]


def batched(items: Iterable[T], size: int = BATCH) -> Iterator[list[T]]:
    """Lists of at most `size` items."""
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch


def refresh(
    context: Context,
    tally: Tally,
    stage: str,
    wanted: Mapping[str, str],
    load: Load,
    work: Work,
    component: str,
) -> dict[str, str]:
    """Bring the outputs of `stage` up to date; gives each subject's output hash.

    `wanted` maps each subject to the digest of its input: only those that differ from what
    is kept are loaded and worked on. Outputs of subjects no longer wanted are removed. A
    subject that fails is logged, keeps its old output and is left out of what is returned.
    """
    known = {
        subject: (input_hash, output_hash)
        for subject, input_hash, output_hash in StageOutput.objects.filter(stage=stage)
        .values_list("subject", "input_hash", "output_hash")
        .iterator(chunk_size=2000)
    }
    stale = [s for s in wanted if known.get(s, ("", ""))[0] != wanted[s]]
    gone = [s for s in known if s not in wanted and s not in context.failed]
    for batch in batched(gone):
        StageOutput.objects.filter(stage=stage, subject__in=batch).delete()
    found = {s: known[s][1] for s in wanted if s in known}
    tally.seen.update(wanted)
    tally.bar.start(f"{tally.stage}: {stage}" if stage != tally.stage else stage, len(stale))
    for batch in batched(stale):
        jobs = load(batch)
        results = context.workers.map(work, ((s, jobs[s]) for s in batch))
        good = _sorted_out(context, tally, results, found)
        with transaction.atomic():
            keep(stage, good, wanted, component)
        for subject, payload in good:
            found[subject] = hashed(payload)
            tally.made.add(subject)
        tally.bar.advance(len(batch))
    return found


def _sorted_out(
    context: Context, tally: Tally, results: Iterator[Result], found: dict[str, str]
) -> list[tuple[str, bytes]]:
    good = []
    for subject, payload, message in results:
        if payload is None:
            context.failed.add(subject)
            context.error(tally.stage, subject, message)
            tally.failed += 1
            found.pop(subject, None)
        else:
            good.append((subject, payload))
    return good


def keep(
    stage: str, outputs: Sequence[tuple[str, bytes]], inputs: Mapping[str, str], component: str
) -> None:
    """Write outputs over those of the same stage and subject."""
    StageOutput.objects.bulk_create(
        [
            StageOutput(
                stage=stage,
                subject=subject,
                input_hash=inputs[subject],
                output_hash=hashed(payload),
                component=component,
                payload=payload,
            )
            for subject, payload in outputs
        ],
        update_conflicts=True,
        unique_fields=["stage", "subject"],
        update_fields=["input_hash", "output_hash", "component", "payload"],
    )


def payloads(stage: str, subjects: Iterable[str]) -> dict[str, bytes]:
    """The outputs of a stage about some subjects."""
    rows = StageOutput.objects.filter(stage=stage, subject__in=list(subjects))
    return dict(rows.values_list("subject", "payload"))


def every(stage: str, kind: type[T]) -> Iterator[tuple[str, T]]:
    """All outputs of a stage, one at a time, by subject."""
    rows = StageOutput.objects.filter(stage=stage).order_by("subject")
    for subject, payload in rows.values_list("subject", "payload").iterator(chunk_size=500):
        yield subject, from_json(payload, kind)
