"""Classify: read each study, grade it, give it an address, find what it replicates, and
decide its level."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db import transaction

from ...publishing.ledger import Entry, free_slug
from ...publishing.rulings import ledger
from ...records import Record, StudyFacts, digest, from_json, to_json
from ...store.models import OffTopic
from .. import tables, work
from ..context import Context, Tally
from ..membership import record_order
from ..neighbours import Neighbours
from ..outputs import Graded, Members
from ..refresh import batched, payloads, refresh
from ..state import Atlas


def classify(context: Context) -> Atlas:
    """Bring reading, grades, addresses, links and levels up to date."""
    with context.stage("classify") as tally:
        studies = tables.studies()
        reading = _read(context, tally, studies)
        grading = _grade(context, tally, studies, reading)
        kept = _on_topic(context, tally, studies, grading)
        slugs = _addresses(context, kept)
        facts = _facts(context, tally, kept, slugs, reading, grading)
        _link(context, facts)
        left_out = {
            s: m.main.key for s, m in studies.items() if s not in facts and m.main.key.isdigit()
        }
        near = Neighbours(_every_fact(facts), tables.links(), left_out)
        level = _level(context, tally, facts, grading, near)
        return Atlas(
            studies={s: kept[s] for s in level},
            slugs=slugs,
            hashes={"reading": reading, "level": level},
            near=near,
        )


def _read(context: Context, tally: Tally, studies: Mapping[str, Members]) -> dict[str, str]:
    version = context.version("reading")
    wanted = {
        s: digest(m.main.payload_hash, context.condition_digest, version)
        for s, m in studies.items()
    }

    def load(batch: list[str]) -> dict[str, tuple[bytes, ...]]:
        records = tables.records({s: studies[s].main for s in batch})
        return {s: (records[s],) for s in batch}

    return refresh(context, tally, "reading", wanted, load, work.read, version)


def _grade(
    context: Context, tally: Tally, studies: Mapping[str, Members], reading: Mapping[str, str]
) -> dict[str, str]:
    version = context.version("grading")
    wanted = {
        s: digest(studies[s].main.payload_hash, reading[s], context.condition_digest, version)
        for s in reading
    }

    def load(batch: list[str]) -> dict[str, tuple[bytes, ...]]:
        records = tables.records({s: studies[s].main for s in batch})
        readings = payloads("reading", batch)
        return {s: (records[s], readings[s]) for s in batch}

    return refresh(context, tally, "grading", wanted, load, work.grade, version)


def _on_topic(
    context: Context, tally: Tally, studies: Mapping[str, Members], grading: Mapping[str, str]
) -> dict[str, Members]:
    """The studies that belong in the atlas; the others go into the off-topic log."""
    if context.keep_off_topic:
        OffTopic.objects.all().delete()
        return {s: studies[s] for s in grading}
    kept, left_out = {}, []
    for batch in batched(sorted(grading)):
        graded = {s: from_json(p, Graded) for s, p in payloads("grading", batch).items()}
        out = [s for s in batch if not graded[s].on_topic]
        records = tables.records({s: studies[s].main for s in out})
        kept.update({s: studies[s] for s in batch if graded[s].on_topic})
        for s in out:
            record = from_json(records[s], Record)
            because = graded[s].because
            left_out.append(
                OffTopic(
                    study=s,
                    record=record.key,
                    title=record.title,
                    rule=because.rule,
                    reason=because.text,
                )
            )
    with transaction.atomic():
        OffTopic.objects.all().delete()
        OffTopic.objects.bulk_create(left_out, batch_size=500)
    tally.left_out = len(left_out)
    return kept


def _addresses(context: Context, kept: Mapping[str, Members]) -> dict[str, str]:
    """Every study's address; new ones are given out by PMID, then by the record's hash."""
    state = ledger()
    new = [s for s in kept if s not in state.addresses]
    new.sort(key=lambda s: (record_order(kept[s].main.key)[:2], kept[s].main.payload_hash))
    entries = []
    for batch in batched(new):
        records = tables.records({s: kept[s].main for s in batch})
        for s in batch:
            candidate = context.components.candidate_slug(from_json(records[s], Record))
            entry = Entry(kind="slug", study=s, value=free_slug(candidate, state.slugs))
            state.add(entry)
            entries.append(entry)
    with transaction.atomic():
        tables.append(entries, context.now)
    return {s: state.addresses[s] for s in kept}


def _facts(
    context: Context,
    tally: Tally,
    kept: Mapping[str, Members],
    slugs: Mapping[str, str],
    reading: Mapping[str, str],
    grading: Mapping[str, str],
) -> dict[str, str]:
    version = context.version("grading")
    wanted = {
        s: digest(
            slugs[s],
            kept[s].main.payload_hash,
            reading[s],
            grading[s],
            context.condition_digest,
            version,
        )
        for s in kept
    }

    def load(batch: list[str]) -> dict[str, tuple[bytes, ...]]:
        records = tables.records({s: kept[s].main for s in batch})
        readings, graded = payloads("reading", batch), payloads("grading", batch)
        return {
            s: (s.encode(), slugs[s].encode(), records[s], readings[s], graded[s]) for s in batch
        }

    return refresh(context, tally, "facts", wanted, load, work.facts, version)


def _every_fact(facts: Mapping[str, str]) -> Sequence[tuple[str, bytes, str]]:
    found = []
    for batch in batched(sorted(facts), 500):
        stored = payloads("facts", batch)
        found += [(s, stored[s], facts[s]) for s in batch]
    return found


def _link(context: Context, facts: Mapping[str, str]) -> None:
    """Find replications among all studies, where any fact has changed."""
    version = context.version("grading")
    wanted = digest(sorted(facts.items()), context.condition_digest, version)
    if tables.signature("classify") == wanted:
        return
    values = tuple(from_json(payload, StudyFacts) for _, payload, _ in _every_fact(facts))
    with transaction.atomic():
        tables.replace_links(
            "classify", context.components.find_links(values, context.condition.thresholds)
        )
        tables.sign("classify", wanted, version)


def _level(
    context: Context,
    tally: Tally,
    facts: Mapping[str, str],
    grading: Mapping[str, str],
    near: Neighbours,
) -> dict[str, str]:
    version = context.version("grading")
    wanted = {s: digest(grading[s], facts[s], near.digest(s), version) for s in facts}

    def load(batch: list[str]) -> dict[str, tuple[bytes, ...]]:
        graded, own = payloads("grading", batch), payloads("facts", batch)
        return {s: (graded[s], own[s], to_json(near.around(s))) for s in batch}

    return refresh(context, tally, "level", wanted, load, work.level, version)
