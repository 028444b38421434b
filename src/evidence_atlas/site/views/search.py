"""All studies: searched, narrowed and sorted by the address alone."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import msgspec
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from evidence_atlas.publishing import catalogue
from evidence_atlas.publishing.listing import ORDERS, YEAR
from evidence_atlas.publishing.search.find import Found

from .. import searching, words
from ..citing import Edition
from ._page import edition, kept, render
from .facets import (
    SHOWN_FACETS,
    Asked,
    Choice,
    Facet,
    address,
    asked_for,
    facet,
    filters_of,
    order_of,
    whole,
    without,
)
from .lists import row
from .years import chosen_span, years_facet

_YEARS_AT = SHOWN_FACETS.index("treatment")
"""The place of the years among the facets."""
_MOST_NAMES = 3
"""So many other names of what no study has are told."""


@dataclass(frozen=True)
class Link:
    """A way on: what it says, how many studies it leads to, and whether one is there already."""

    name: str
    address: str
    count: int | None = None
    here: bool = False


@require_safe
def studies(request: HttpRequest) -> HttpResponse:
    """The list of studies. A number that is a study's own leads straight to it."""
    served = edition()
    asked = asked_for(request.GET)
    typed = " ".join(asked.get("words", []))
    if served and typed and set(asked) <= {"words", "order"}:
        slug = searching.direct_address(served.id, typed)
        if slug is not None:
            return HttpResponseRedirect(reverse("study", args=[slug]))

    def make() -> HttpResponse:
        context = _found(request, asked, served)
        return render(request, "studies.html", context, nav="studies", served=served)

    return kept(request, _parts(request, asked, "studies", served), make)


@require_safe
def found(request: HttpRequest) -> HttpResponse:
    """Only what changes of that page, for a browser that puts it in place.

    `live` in the address: the last word is still being typed.
    """

    served = edition()
    asked = asked_for(request.GET)
    live = "live" in request.GET

    def make() -> HttpResponse:
        context = _found(request, asked, served, unfinished=live)
        return render(request, "_found.html", context, served=served)

    response = kept(request, (*_parts(request, asked, "found", served), str(live)), make)
    response.headers["X-Robots-Tag"] = "noindex"
    return response


@lru_cache(maxsize=4)
def _newest(edition: str) -> int | None:
    """The last year of an edition; it never changes, and asking looks at every study."""
    found = catalogue.years()
    return found[1] if found else None


def _parts(
    request: HttpRequest, asked: Asked, kind: str, served: Edition | None
) -> tuple[str, ...]:
    """What this answer depends on."""
    digest = served.id if served else ""
    page = whole(request.GET.get("page")) or 1
    return (kind, digest, searching.state(digest), address(asked, page))


def _found(
    request: HttpRequest, asked: Asked, served: Edition | None, *, unfinished: bool = False
) -> dict[str, Any]:
    filters = msgspec.structs.replace(filters_of(asked), unfinished=unfinished)
    order = order_of(asked)
    page = whole(request.GET.get("page")) or 1
    answer = searching.ask(served.id if served else "", filters, page=page, order=order)
    found = answer.found
    listing = found.listing
    facets = [facet(key, listing, asked) for key in SHOWN_FACETS]
    newest = _newest(served.id) if served else None
    facets.insert(_YEARS_AT, years_facet(listing, asked, newest))
    shown = [f for f in facets if f.name and f.choices]
    kept_along = [k for k in (*SHOWN_FACETS, "order") if k in asked]
    if YEAR not in [f.key for f in shown]:
        # There is then no box in which the years stand.
        kept_along += [k for k in ("from", "to") if k in asked]
    narrowing = {k for k in asked if k not in ("order", "spelt")}
    here = listing.page
    return {
        "listing": listing,
        "found": found,
        "fallback": answer.fallback,
        "rows": [row(e, h) for e, h in zip(listing.entries, found.hits, strict=True)],
        "facets": shown,
        "taken_away": _taken_away(asked, facets),
        "asked": asked,
        "hidden": [(k, v) for k in kept_along for v in asked[k]],
        "orders": _orders(asked, order),
        "narrowed": bool(narrowing),
        "ways_on": [] if listing.total else _ways_on(found, asked, facets),
        "as_typed": address({**asked, "spelt": ["1"]}),
        "perhaps": _perhaps(found, asked),
        "most_names": _MOST_NAMES,
        "as_years": [Link(y, _in_texts(asked, y)) for y in found.years],
        "previous": address(asked, page=here - 1) if here > 1 else None,
        "next": address(asked, page=here + 1) if here < listing.pages else None,
    }


def _orders(asked: Asked, order: str) -> list[Link]:
    """The orders there are; the best match only where words were typed."""
    usual = "best" if asked.get("words") else "newest"
    return [
        Link(
            name=gettext(words.ORDERS[o]),
            address=address(without(asked, "order") if o == usual else {**asked, "order": [o]}),
            here=o == order,
        )
        for o in ORDERS
        if o != "best" or asked.get("words")
    ]


def _taken_away(asked: Asked, facets: list[Facet]) -> list[Link]:
    """The filters in force, each as the link that takes it away."""
    links = [
        Link(c.value, c.address) for f in facets for c in f.choices if c.chosen and f.key != YEAR
    ]
    span = chosen_span(asked)
    if span is not None:
        return [*links, Link(span.name, address(without(asked, "from", "to")))]
    for key, name in (("from", gettext("from %(year)s")), ("to", gettext("to %(year)s"))):
        if key in asked:
            links.append(Link(name % {"year": asked[key][0]}, address(without(asked, key))))
    return links


def _perhaps(found: Found, asked: Asked) -> list[Link]:
    """What the reader may have meant, spelt otherwise."""
    typed = " ".join(asked.get("words", []))
    return [
        Link(name=s.meant, address=address({**asked, "words": [typed.replace(s.typed, s.meant)]}))
        for s in found.perhaps
        if s.typed in typed
    ]


def _in_texts(asked: Asked, year: str) -> str:
    """The same search with a number looked for as a word, not as the year of publication."""
    typed = [f'"{w}"' if w == year else w for w in " ".join(asked.get("words", [])).split()]
    return address({**asked, "words": [" ".join(typed)]})


def _ways_on(found: Found, asked: Asked, facets: list[Facet]) -> list[Link]:
    """Where nothing was found: each step back that would find something, and then ways to look
    without words, so that nobody is left with nothing."""
    ways: list[Link] = []
    if found.without_filters:
        bare = {k: v for k, v in asked.items() if k in ("words", "order", "spelt")}
        ways.append(Link(gettext("the same words without any filter"), address(bare),
                         found.without_filters))  # fmt: skip
        chosen: list[Choice] = [c for f in facets for c in f.choices if c.chosen]
        if len(chosen) > 1:
            name = gettext("without “%(filter)s”")
            ways += [Link(name % {"filter": c.value}, c.address) for c in chosen]
    if len(found.words) > 1:
        ways += [
            Link(gettext("only “%(word)s”") % {"word": w.name},
                 address({"words": [w.name]}), w.studies)
            for w in found.words
            if w.studies
        ]  # fmt: skip
    return [
        *ways,
        Link(gettext("look through the topics"), reverse("topics")),
        Link(gettext("look through all questions"), reverse("questions")),
        Link(gettext("look up a word in the glossary"), reverse("glossary")),
    ]
