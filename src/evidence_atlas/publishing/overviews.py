"""The pages about many studies: kept with the edition they were made from, and read from it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from ..records import Condition, digest, from_json, to_json
from ..store.models import Edition, Overview
from .overview import VERSION
from .overview.values import Seen
from .overview.whole import overviews

T = TypeVar("T")
_BATCH = 200


def keep(edition: Edition, studies: Iterable[Seen], condition: Condition) -> bool:
    """Make an edition's overviews, unless it has those of these rules; whether any were made.

    To be called in the transaction that makes the edition, so that no reader sees one without
    the other.
    """
    version = digest(VERSION, condition)
    if edition.overviews.filter(version=version).exists():
        return False
    edition.overviews.all().delete()
    rows = (
        Overview(
            edition=edition, kind=row.kind, key=row.key, version=version, payload=to_json(row.value)
        )
        for row in overviews(studies, condition)
    )
    Overview.objects.bulk_create(rows, batch_size=_BATCH)
    return True


def get(kind: str, key: str, shape: type[T]) -> T | None:
    """One overview of the edition being served, in one query; None where there is none."""
    rows = Overview.objects.filter(edition__currentedition__id=1, kind=kind, key=key)
    payload = rows.values_list("payload", flat=True).first()
    return None if payload is None else from_json(payload, shape)


def index(kind: str, shape: type[T]) -> tuple[T, ...]:
    """What there is of a kind; nothing before the first build."""
    return get("index", kind, tuple[shape, ...]) or ()  # type: ignore[valid-type]


def many(kind: str, keys: Iterable[str], shape: type[T]) -> tuple[T, ...]:
    """Several overviews of a kind in the order of their keys, in one query."""
    wanted = list(keys)
    rows = Overview.objects.filter(edition__currentedition__id=1, kind=kind, key__in=wanted)
    found = {key: from_json(payload, shape) for key, payload in rows.values_list("key", "payload")}
    return tuple(found[key] for key in wanted if key in found)
