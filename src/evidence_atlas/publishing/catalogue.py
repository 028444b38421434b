"""What the site asks of the atlas. Only the current edition is read, and nothing is written."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from django.db.models import Max, Min, QuerySet

from ..records import PublishedStudy, from_json
from ..store.models import CurrentEdition, Edition, EditionAddress, EditionEntry, OffTopic
from .history import history
from .listing import (
    FACETS,
    YEAR,
    EditionInfo,
    Entry,
    Filters,
    Gone,
    LeftOut,
    Listing,
    Moved,
    Order,
    Served,
)
from .narrowed import counts_by, narrowed, split_topics

_ORDERS: dict[Order, str] = {
    "best": "by_newest",
    "newest": "by_newest",
    "oldest": "-by_newest",
    "title": "by_title",
    "author": "by_author",
    "people": "by_people",
}
_GONE_STATES = ("Retracted", "Withdrawn", "Expression of concern")
_MENDED_STATES = ("Corrected", "Reinstated", "Superseded")


def current() -> EditionInfo | None:
    """The edition being served; None before the first build."""
    pointer = CurrentEdition.objects.select_related("edition").first()
    return _info(pointer) if pointer else None


def digest_and_day() -> tuple[str, str] | None:
    """The digest of the edition being served and the day it was made; asked for by every page."""
    found = CurrentEdition.objects.values_list("edition__digest", "edition__made").first()
    return (found[0], found[1].isoformat()[:10]) if found else None


def study(slug: str) -> PublishedStudy | Moved | Gone | None:
    """The study at an address, with its history; where it moved; that it is gone; None if
    the address was never given out."""
    edition = _edition()
    if edition is None:
        return None
    entry = edition.entries.filter(slug=slug).select_related("page").first()
    if entry is not None:
        return _published(entry)
    address = EditionAddress.objects.filter(edition=edition, slug=slug).first()
    if address is None:
        return None
    if address.target:
        return Moved(slug=address.target, because=address.because)
    return Gone(slug=slug, because=address.because)


def served_at(slug: str) -> Served | None:
    """Which page version of which edition an address serves, by one query and without reading
    the page; None where no page is."""
    at = EditionEntry.objects.filter(edition__currentedition__id=1, slug=slug)
    found = at.values_list("edition__digest", "edition__made", "page__version").first()
    if found is None:
        return None
    digest, made, version = found
    return Served(edition=digest, made=made.isoformat(), version=version)


def version(slug: str) -> str | None:
    """The version of the page at an address, without reading the page."""
    at = served_at(slug)
    return at.version if at else None


def by_pmid(pmid: str) -> str | None:
    """The address of the study whose main record has this PMID."""
    edition = _edition()
    if edition is None or not pmid:
        return None
    found = edition.entries.filter(pmid=pmid).order_by("by_newest")
    return found.values_list("slug", flat=True).first()


def slugs() -> tuple[tuple[str, str], ...]:
    """Every address with its page's version, by address: for site maps and exports."""
    edition = _edition()
    if edition is None:
        return ()
    rows = edition.entries.values_list("slug", "page__version")
    return tuple(sorted(rows))


def listing(
    filters: Filters | None = None, *, page: int = 1, per_page: int = 25, order: Order = "newest"
) -> Listing:
    """A page of the list; a page past the last gives the last, one below 1 the first."""
    filters = filters or Filters()
    edition = _edition()
    found = narrowed(edition, filters)
    total = found.count()
    pages = max(1, -(-total // per_page))
    page = min(max(page, 1), pages)
    rows = found.select_related("page").defer("page__payload").order_by(_ORDERS[order])
    return Listing(
        entries=tuple(_entry(r) for r in rows[(page - 1) * per_page : page * per_page]),
        total=total,
        page=page,
        pages=pages,
        per_page=per_page,
        order=order,
        filters=filters,
        counts={facet: counts_by(edition, filters, facet) for facet in (*FACETS, YEAR)},
    )


def count(filters: Filters) -> int:
    """How many studies fit: `listing` without its rows and facets."""
    return narrowed(_edition(), filters).count()


def years() -> tuple[int, int] | None:
    """The first and the last year of publication in the edition."""
    edition = _edition()
    if edition is None:
        return None
    found = edition.entries.aggregate(first=Min("year"), last=Max("year"))
    return (found["first"], found["last"]) if found["first"] is not None else None


def retractions() -> tuple[Entry, ...]:
    """Studies whose record is retracted, withdrawn or under concern, newest first."""
    edition = _edition()
    if edition is None:
        return ()
    rows = edition.entries.filter(record_state__in=_GONE_STATES)
    return _entries(rows.order_by("by_newest"))


def held() -> tuple[Entry, ...]:
    """Studies whose page is held, newest first: only their bare record is shown."""
    edition = _edition()
    if edition is None:
        return ()
    return _entries(edition.entries.filter(status="held").order_by("by_newest"))


def corrected() -> tuple[Entry, ...]:
    """Studies whose record was corrected, reinstated or replaced by a newer one, newest first."""
    edition = _edition()
    if edition is None:
        return ()
    rows = edition.entries.filter(record_state__in=_MENDED_STATES)
    return _entries(rows.order_by("by_newest"))


def entries_of(slugs: Sequence[str]) -> tuple[Entry, ...]:
    """The studies at these addresses, in this order; an address that is no page's is left out."""
    edition = _edition()
    if edition is None:
        return ()
    found = {e.slug: e for e in _entries(edition.entries.filter(slug__in=list(slugs)))}
    return tuple(found[slug] for slug in slugs if slug in found)


def off_topic(page: int = 1, per_page: int = 100) -> tuple[tuple[LeftOut, ...], int]:
    """A page of the records kept out as off topic, by record, and how many there are."""
    rows = OffTopic.objects.order_by("study")[max(page - 1, 0) * per_page : page * per_page]
    found = (LeftOut(record=r.record, title=r.title, rule=r.rule, reason=r.reason) for r in rows)
    return tuple(found), OffTopic.objects.count()


def _edition() -> Edition | None:
    pointer = CurrentEdition.objects.select_related("edition").first()
    return pointer.edition if pointer else None


def _info(pointer: CurrentEdition) -> EditionInfo:
    edition = pointer.edition
    return EditionInfo(
        digest=edition.digest,
        made=edition.made.isoformat(),
        studies=edition.studies,
        measuring=edition.measuring,
        condition=edition.condition,
        components=edition.components,
        moved=pointer.moved.isoformat(),
    )


def _published(entry: EditionEntry) -> PublishedStudy:
    found = from_json(entry.page.payload, PublishedStudy)
    moved = CurrentEdition.objects.values_list("moved", flat=True).first()
    return msgspec.structs.replace(found, history=history(entry.study, until=moved))


def _entries(rows: QuerySet[EditionEntry]) -> tuple[Entry, ...]:
    return tuple(_entry(r) for r in rows.select_related("page").defer("page__payload"))


def _entry(row: EditionEntry) -> Entry:
    return Entry(
        key=row.study,
        slug=row.slug,
        status="held" if row.status == "held" else "published",
        title=row.title,
        title_language=row.title_language,
        authors=row.authors,
        first_author=row.first_author,
        journal=row.journal,
        year=row.year,
        pmid=row.pmid or None,
        doi=row.doi or None,
        level=row.level or None,
        contested=row.contested,
        certainty=row.certainty or None,
        criterion=row.criterion or None,
        study_type=row.study_type or None,
        peer_review=row.peer_review or None,
        review_state=row.review_state or None,
        record_state=row.record_state or None,
        context=row.context or None,
        harms=row.harms or None,
        people=row.people,
        topics=split_topics(row.topics),
        summary=row.summary,
        version=row.page.version,
    )
