"""The entries of an edition that fit what was asked, and how many fit by each facet."""

from __future__ import annotations

from collections import Counter

from django.db.models import Q, QuerySet

from ..store.models import Edition, EditionEntry
from .listing import NONE, YEAR, Count, Filters

_BADGES = (
    "level", "certainty", "criterion", "study_type", "harms", "peer_review", "review_state",
    "record_state",
)  # fmt: skip


def narrowed(
    edition: Edition | None, filters: Filters, without: str | None = None
) -> QuerySet[EditionEntry]:
    """The entries that fit, one facet's own filter left out if it is to be counted."""
    if edition is None:
        return EditionEntry.objects.none()
    found = edition.entries.all()
    for badge in _BADGES:
        wanted: tuple[str, ...] = getattr(filters, badge)
        if wanted and badge != without:
            found = found.filter(**{f"{badge}__in": ["" if v == NONE else v for v in wanted]})
    if filters.topic and without != "topic":
        any_of = Q()
        for topic in filters.topic:
            any_of |= Q(topics="") if topic == NONE else Q(topics__contains=f"|{topic}|")
        found = found.filter(any_of)
    if filters.contested:
        found = found.filter(contested=True)
    if filters.year_from is not None and without != YEAR:
        found = found.filter(year__gte=filters.year_from)
    if filters.year_to is not None and without != YEAR:
        found = found.filter(year__lte=filters.year_to)
    if filters.status:
        found = found.filter(status=filters.status)
    for word in filters.words.casefold().split()[:20]:
        found = found.filter(words__contains=word)
    return found


def counts_by(edition: Edition | None, filters: Filters, facet: str) -> tuple[Count, ...]:
    rows = narrowed(edition, filters, without=facet)
    column = "topics" if facet == "topic" else facet
    counted: Counter[str] = Counter()
    for value in rows.values_list(column, flat=True).iterator(chunk_size=2000):
        values = (split_topics(value) if facet == "topic" else (value,)) or ("",)
        counted.update(str(v or NONE) for v in values)
    if facet == YEAR:
        counted.pop(NONE, None)
    ordered = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Count(value=value, count=count) for value, count in ordered)


def split_topics(joined: str) -> tuple[str, ...]:
    """The topics out of `|sleep|pain|`."""
    return tuple(t for t in joined.split("|") if t)
