"""Publish: put the pages together, and move the site to them in one step."""

from __future__ import annotations

from pathlib import Path

import msgspec
from django.db import transaction

from ...publishing import overviews
from ...publishing.changes import kinds_of_change, what_changed
from ...publishing.columns import Columns, columns, read_columns
from ...publishing.editions import Address
from ...publishing.editions import publish as make_edition
from ...publishing.ledger import State
from ...publishing.rulings import ledger
from ...publishing.search import index, make
from ...records import (
    Grade,
    Grades,
    Link,
    Page,
    PublishedStudy,
    Reading,
    Record,
    ShownLink,
    StudyFacts,
    digest,
    from_json,
    to_json,
)
from ...store.models import Edition, OffTopic, PageVersion, StageOutput
from .. import tables
from ..context import Context
from ..neighbours import OUTSIDE
from ..outputs import Checked, Moderated
from ..overview import seen_studies
from ..refresh import batched, keep, payloads
from ..state import Atlas

_BATCH = 50


def publish(context: Context, atlas: Atlas) -> Edition:
    """Make the page versions that are new, and the edition that holds them all."""
    components = {**context.components.versions, "condition": context.condition_digest[:12]}
    with context.stage("publish") as tally:
        wanted = _wanted(context, atlas)
        rows = StageOutput.objects.filter(stage="publish")
        known = dict(rows.values_list("subject", "input_hash"))
        stale = [s for s in sorted(wanted) if known.get(s) != wanted[s]]
        tally.bar.start("publish", len(stale))
        for batch in batched(stale, _BATCH):
            _pages(context, atlas, batch, wanted, components)
            tally.bar.advance(len(batch))
        atlas.near.forget()
        gone = [s for s in known if s not in wanted and s not in context.failed]
        for batch in batched(gone):
            rows.filter(subject__in=batch).delete()
        entries = [read_columns(p) for p in rows.values_list("payload", flat=True).iterator(500)]
        facts = seen_studies(context, entries)
        with transaction.atomic():
            edition, new = make_edition(
                entries,
                _former(entries),
                condition=context.condition.key,
                components=components,
                measuring=context.keep_off_topic,
                now=context.now,
                keep=context.keep_editions,
                before=lambda digest: _index(context, digest, entries),
            )
            overviews.keep(edition, facts, context.condition)
        tally.seen.update(wanted)
        tally.made.update(stale)
        held = sum(e.status == "held" for e in entries)
        tally.note = f"{'new' if new else 'same'} edition of {len(entries)}, {held} held"
    return edition


def _index(context: Context, digest: str, entries: list[Columns]) -> None:
    """Have the edition's search index ready before it is served. An atlas without one is still
    an atlas: what goes wrong here is reported and does not end the run."""
    if context.home is None:
        return
    home: Path = context.home
    try:
        index.ensure(home, digest, lambda: make.make(home, digest, entries))
    except (OSError, ValueError) as error:
        context.reporter.line(f"! the search index could not be made: {error}")


def _wanted(context: Context, atlas: Atlas) -> dict[str, str]:
    reading, level, page, moderate = (
        atlas.hashes[s] for s in ("reading", "level", "draft", "moderate")
    )
    return {
        s: digest(
            tables.member_hashes(atlas.studies[s]),
            reading[s],
            level[s],
            page[s],
            atlas.hashes["gate"][s],
            moderate[s],
            atlas.slugs[s],
            atlas.near.digest(s),
            context.condition_digest,
            dict(context.components.versions),
        )
        for s in moderate
    }


def _pages(
    context: Context,
    atlas: Atlas,
    batch: list[str],
    wanted: dict[str, str],
    components: dict[str, str],
) -> None:
    stored = {s: payloads(s, batch) for s in ("reading", "level", "draft", "gate", "moderate")}
    refs = {
        f"{s} {number}": ref for s in batch for number, ref in enumerate(atlas.studies[s].records)
    }
    records = tables.records(refs)
    latest: dict[str, PageVersion] = {
        page.study: page for page in PageVersion.objects.filter(study__in=batch).order_by("id")
    }
    pages, outputs = [], []
    for s in batch:
        count = len(atlas.studies[s].records)
        own = [from_json(records[f"{s} {n}"], Record) for n in range(count)]
        moderated = from_json(stored["moderate"][s], Moderated)
        flags = from_json(stored["gate"][s], Checked).flags
        found = PublishedStudy(
            key=s,
            slug=atlas.slugs[s],
            status="held" if moderated.held else "published",
            record=own[0],
            other_records=tuple(own[1:]),
            reading=from_json(stored["reading"][s], Reading),
            grades=_reviewed(from_json(stored["level"][s], Grades), moderated.review_state),
            page=context.components.shown(from_json(stored["draft"][s], Page), flags),
            version="",
            links=_shown(s, atlas),
            flags=flags,
            held_because=moderated.held_because,
            components=components,
        )
        content = digest(found)
        before = latest.get(s)
        if before is not None and before.content == content:
            version = before.version
        else:
            previous = before.version if before is not None else ""
            former = from_json(before.payload, PublishedStudy) if before else None
            version = digest(content, previous)
            found = msgspec.structs.replace(found, version=version)
            pages.append(
                PageVersion(
                    version=version,
                    study=s,
                    content=content,
                    previous=previous,
                    payload=to_json(found),
                    because=what_changed(former, found),
                    kinds=kinds_of_change(former, found),
                    made=context.now,
                )
            )
        found = msgspec.structs.replace(found, version=version)
        outputs.append((s, to_json(columns(found, context.condition))))
    with transaction.atomic():
        PageVersion.objects.bulk_create(pages)
        keep("publish", outputs, wanted, context.version("checking"))


def _reviewed(grades: Grades, review_state: Grade | None) -> Grades:
    if review_state is None:
        return grades
    return msgspec.structs.replace(grades, badges={**grades.badges, "review_state": review_state})


def _shown(study: str, atlas: Atlas) -> tuple[ShownLink, ...]:
    around = atlas.near.around(study)
    others = around.by_key()
    return tuple(_shown_link(study, link, others) for link in around.links)


def _shown_link(study: str, link: Link, others: dict[str, StudyFacts]) -> ShownLink:
    outgoing = link.source == study
    other = (link.target if outgoing else link.source) or ""
    facts = others.get(other)
    if facts is not None:
        return ShownLink(
            link=link, outgoing=outgoing, label=facts.label, slug=facts.slug, pmid=facts.pmid
        )
    pmid = link.target_pmid if outgoing else other.removeprefix(OUTSIDE)
    return ShownLink(link=link, outgoing=outgoing, label=f"PMID {pmid}", pmid=pmid)


def _former(entries: list[Columns]) -> list[Address]:
    """Every address ever given out that is no page's own now: where it leads, or why it is gone."""
    state: State = ledger()
    current = {e.slug for e in entries}
    off_topic = dict(OffTopic.objects.values_list("study", "reason"))
    redirects = state.redirects()
    found = []
    for slug, study in sorted(state.slugs.items()):
        if slug in current:
            continue
        target = redirects.get(slug, "")
        standing = state.standing(study)
        if target in current:
            because = "This study was joined with another" if standing != study else ""
            found.append(Address(slug, target, because))
        else:
            because = off_topic.get(standing, "The source has withdrawn this record")
            found.append(Address(slug, "", because))
    return found
