"""Lists: the start page, all studies with their filters, retractions, records left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from evidence_atlas.publishing import catalogue
from evidence_atlas.publishing.listing import NONE, ORDERS, Entry, Filters, Listing, Order

from .. import words
from ._page import condition, edition, kept, render

SHOWN_FACETS = ("level", "certainty", "criterion", "study_type", "topic", "harms", "record_state")

HOME_TOPICS = 10
"""How many topics the start page names; the list of studies has them all."""


@dataclass(frozen=True)
class Mark:
    """A badge in a list: its words only; the page has the working."""

    value: str
    strong: bool = False
    steps: int | None = None


@dataclass(frozen=True)
class Row:
    slug: str
    title: str
    authors: str
    journal: str
    year: int | None
    badges: tuple[Mark, ...]


@dataclass(frozen=True)
class Choice:
    """A value of a facet: how many studies it would leave, and the link that chooses it."""

    value: str
    count: int
    chosen: bool
    address: str


@dataclass(frozen=True)
class Facet:
    key: str
    name: str
    choices: tuple[Choice, ...]


def row(entry: Entry) -> Row:
    """A study as a list shows it."""
    marks = []
    if entry.status == "held":
        marks.append(Mark(gettext("Held back: only the record is shown"), strong=True))
    if entry.record_state:
        marks.append(Mark(gettext(entry.record_state), strong=True))
    if entry.level and entry.status == "published":
        level = facet_value("level", entry.level)
        if entry.contested:
            level = gettext("%(level)s · Contested") % {"level": level}
        marks.append(Mark(level, strong=True, steps=words.STEPS.get(entry.level)))
    for key in ("certainty", "criterion", "study_type"):
        value = getattr(entry, key)
        if value and entry.status == "published":
            marks.append(Mark(facet_value(key, value)))
    return Row(entry.slug, entry.title, entry.authors, entry.journal, entry.year, tuple(marks))


def facet_value(facet: str, value: str) -> str:
    """A facet's value in words."""
    if value == NONE:
        return gettext("none stated")
    if facet == "criterion":
        criterion = condition().criterion
        return criterion.values.get(value, value) if criterion else value
    if facet == "topic":
        return next((t.name for t in condition().topics if t.key == value), value)
    if facet == "harms":
        return gettext(words.HARMS.get(value, value))
    if facet == "certainty" and value == "Preliminary":
        return gettext("Preliminary confidence")
    return gettext(value)


def facet_name(facet: str) -> str:
    if facet == "criterion":
        criterion = condition().criterion
        return criterion.name if criterion else ""
    return gettext(words.FACET_NAMES[facet])


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What this is, and the newest studies."""
    served = edition()

    def make() -> HttpResponse:
        everything = catalogue.listing(per_page=1)
        newest = catalogue.listing(Filters(status="published"), per_page=5)
        context = {
            "total": everything.total,
            "rows": [row(e) for e in newest.entries],
            "levels": _facet("level", everything, {}).choices,
            "topics": _facet("topic", everything, {}).choices[:HOME_TOPICS],
        }
        return render(request, "home.html", context, nav="home", served=served)

    return kept(request, ("home", served.id if served else ""), make)


@require_safe
def studies(request: HttpRequest) -> HttpResponse:
    """All studies, narrowed and sorted by the address alone."""
    served = edition()

    def make() -> HttpResponse:
        asked = _asked(request.GET)
        filters = _filters(request.GET)
        order = cast(Order, asked.get("order", ["newest"])[0])
        found = catalogue.listing(filters, page=_whole(request.GET.get("page")) or 1, order=order)
        facets = [_facet(key, found, asked) for key in SHOWN_FACETS]
        context = {
            "listing": found,
            "rows": [row(e) for e in found.entries],
            "facets": [f for f in facets if f.name and f.choices],
            "chosen": [c for f in facets for c in f.choices if c.chosen],
            "asked": asked,
            "hidden": [(k, v) for k in SHOWN_FACETS for v in asked.get(k, [])],
            "orders": [(o, gettext(words.ORDERS[o])) for o in ORDERS],
            "years": catalogue.years(),
            "narrowed": any(k for k in asked if k != "order"),
            "previous": _address(asked, page=found.page - 1) if found.page > 1 else None,
            "next": _address(asked, page=found.page + 1) if found.page < found.pages else None,
        }
        return render(request, "studies.html", context, nav="studies", served=served)

    parts = ("studies", served.id if served else "", request.GET.urlencode())
    return kept(request, parts, make)


@require_safe
def retractions(request: HttpRequest) -> HttpResponse:
    served = edition()

    def make() -> HttpResponse:
        context = {
            "rows": [row(e) for e in catalogue.retractions()],
            "corrected": [row(e) for e in catalogue.corrected()],
        }
        return render(request, "retractions.html", context, nav="retractions", served=served)

    return kept(request, ("retractions", served.id if served else ""), make)


@require_safe
def off_topic(request: HttpRequest) -> HttpResponse:
    """Records that the query finds and that are about something else."""
    page = max(_whole(request.GET.get("page")) or 1, 1)
    per_page = 100
    found, total = catalogue.off_topic(page, per_page)
    pages = max(1, -(-total // per_page))
    here = reverse("off_topic")
    context = {
        "left_out": found,
        "total": total,
        "page": page,
        "pages": pages,
        "previous": f"{here}?page={page - 1}" if 1 < page <= pages else None,
        "next": f"{here}?page={page + 1}" if page < pages else None,
    }
    return render(request, "off_topic.html", context)


def _asked(query: QueryDict) -> dict[str, list[str]]:
    """The known parameters of the address with a value, values once each and in order."""
    known = {}
    for key in (*SHOWN_FACETS, "words", "from", "to", "order"):
        values = list(dict.fromkeys(v.strip()[:200] for v in query.getlist(key) if v.strip()))[:20]
        if key == "order" and values and values[0] not in ORDERS:
            values = []
        if values:
            known[key] = values
    return known


def _filters(query: QueryDict) -> Filters:
    asked = _asked(query)

    def many(key: str) -> tuple[str, ...]:
        return tuple(asked.get(key, []))

    return Filters(
        words=" ".join(many("words")),
        level=many("level"),
        certainty=many("certainty"),
        criterion=many("criterion"),
        study_type=many("study_type"),
        topic=many("topic"),
        harms=many("harms"),
        record_state=many("record_state"),
        year_from=_whole(query.get("from")),
        year_to=_whole(query.get("to")),
    )


def _facet(key: str, found: Listing, asked: dict[str, list[str]]) -> Facet:
    now = asked.get(key, [])
    counted = [(c.value, c.count) for c in found.counts.get(key, ())]
    # A chosen value that fits nothing still needs its link, to be taken away again.
    counted += [(value, 0) for value in now if value not in dict(counted)]
    ladder = words.LADDERS.get(key)
    if ladder:
        counted.sort(key=lambda c: ladder.index(c[0]) if c[0] in ladder else len(ladder))
    choices = tuple(
        Choice(
            value=facet_value(key, value),
            count=count,
            chosen=value in now,
            address=_address(
                {**asked, key: [v for v in now if v != value] if value in now else [*now, value]}
            ),
        )
        for value, count in counted
        if value != NONE or key not in ("record_state", "topic")
    )
    return Facet(key=key, name=facet_name(key), choices=choices)


def _address(asked: dict[str, list[str]], page: int = 1) -> str:
    pairs = [(key, value) for key in sorted(asked) for value in asked[key]]
    if page > 1:
        pairs.append(("page", str(page)))
    return reverse("studies") + (f"?{urlencode(pairs)}" if pairs else "")


def _whole(text: str | None) -> int | None:
    """A whole number of at most six digits, else None: an address is typed by anybody."""
    if text and text.isascii() and text.isdigit() and len(text) <= 6:
        return int(text)
    return None
