"""Making an edition and moving the pointer to it, in one transaction."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice

from django.db import transaction

from ..records import digest
from ..store.models import CurrentEdition, Edition, EditionAddress, EditionEntry, PageVersion
from .columns import Columns, sort_text

_BATCH = 300


class Address:
    """A former address: where it leads (empty: gone), and why."""

    def __init__(self, slug: str, target: str, because: str) -> None:
        self.slug, self.target, self.because = slug, target, because


def publish(
    entries: Sequence[Columns],
    addresses: Sequence[Address],
    *,
    condition: str,
    components: Mapping[str, str],
    measuring: bool,
    now: dt.datetime,
    keep: int,
    before: Callable[[str], None] = lambda _: None,
) -> tuple[Edition, bool]:
    """Serve exactly these entries from now on; gives the edition and whether it is new.

    The same content gives the same digest, and then the edition that exists already.
    `before` is called with the digest just before the edition is served: what it makes (the
    search index) is then ready in time. Editions beyond the newest `keep` are dropped; page
    versions stay.
    """
    entries = sorted(entries, key=lambda e: e.study)
    addresses = sorted(addresses, key=lambda a: a.slug)
    found = digest(
        [(e.study, e.slug, e.version) for e in entries],
        [(a.slug, a.target, a.because) for a in addresses],
        condition,
        measuring,
    )
    before(found)
    with transaction.atomic():
        edition, new = Edition.objects.get_or_create(
            digest=found,
            defaults={
                "made": now,
                "studies": len(entries),
                "measuring": measuring,
                "condition": condition,
                "components": dict(components),
            },
        )
        if new:
            _fill(edition, entries, addresses)
        pointer = CurrentEdition.objects.filter(edition=edition).first()
        if pointer is None:
            CurrentEdition.objects.update_or_create(
                id=1, defaults={"edition": edition, "moved": now}
            )
        _drop_old(edition, keep)
    return edition, new


def _fill(edition: Edition, entries: Sequence[Columns], addresses: Iterable[Address]) -> None:
    in_orders = places(entries)
    for batch in _batches(entries):
        pages = dict(
            PageVersion.objects.filter(version__in=[e.version for e in batch]).values_list(
                "version", "id"
            )
        )
        rows = []
        for e in batch:
            values = {f: getattr(e, f) for f in e.__struct_fields__ if f != "version"}
            by_newest, by_title, by_author, by_people = in_orders[e.study]
            rows.append(
                EditionEntry(
                    edition=edition,
                    page_id=pages[e.version],
                    by_newest=by_newest,
                    by_title=by_title,
                    by_author=by_author,
                    by_people=by_people,
                    **values,
                )
            )
        EditionEntry.objects.bulk_create(rows)
    EditionAddress.objects.bulk_create(
        [
            EditionAddress(edition=edition, slug=a.slug, target=a.target, because=a.because)
            for a in addresses
        ],
        batch_size=500,
    )


def places(entries: Sequence[Columns]) -> dict[str, list[int]]:
    """Each study's place by newest, by title, by author and by number of people, from 0."""
    text = {e.study: (sort_text(e.title), e.study) for e in entries}
    orders = (
        lambda e: (-(e.year or 0), *text[e.study]),
        lambda e: text[e.study],
        lambda e: (not e.first_author, sort_text(e.first_author), -(e.year or 0), *text[e.study]),
        lambda e: (-(e.people or 0), *text[e.study]),
    )
    found: dict[str, list[int]] = {e.study: [] for e in entries}
    for order in orders:
        for place, entry in enumerate(sorted(entries, key=order)):
            found[entry.study].append(place)
    return found


def _drop_old(current: Edition, keep: int) -> None:
    old = Edition.objects.exclude(pk=current.pk).order_by("-id")[max(keep - 1, 0) :]
    for edition in list(old):
        EditionEntry.objects.filter(edition=edition).delete()
        EditionAddress.objects.filter(edition=edition).delete()
        edition.delete()


def _batches(entries: Sequence[Columns]) -> Iterator[list[Columns]]:
    rest = iter(entries)
    while batch := list(islice(rest, _BATCH)):
        yield batch
