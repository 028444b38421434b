"""Lists that lead into the atlas: topics, case definitions, glossary, journals, authors."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from evidence_atlas.publishing import overviews
from evidence_atlas.publishing.catalogue import entries_of
from evidence_atlas.publishing.listing import Filters
from evidence_atlas.publishing.overview.values import Brief, Chart, Listed

from .. import room_tables, searching
from ..map_picture import chart_view
from ._overview import show
from ._page import condition, edition
from ._paging import pages, whole
from .facets import facet
from .lists import row

PER_PAGE = 25
CHARTS = 5
NAMES = 200
"""Names of journals or authors on a page."""
ONE_LIST = 150
"""Up to so many names stand in one list; of more, a letter at a time."""


@require_safe
def explore(request: HttpRequest) -> HttpResponse:
    """All the ways of seeing many studies at once."""

    def make() -> dict[str, Any]:
        served = edition()
        digest = served.id if served else ""
        everything = searching.ask(digest, Filters(), page=1, order="newest", per_page=1)
        listing = everything.found.listing
        return {
            "questions": overviews.index("questions", Brief)[:8],
            "levels": facet("level", listing, {}).choices,
            "topics": facet("topic", listing, {}).choices,
        }

    return show(request, "explore.html", make)


@require_safe
def topics(request: HttpRequest) -> HttpResponse:
    """All topics, with how many studies each has."""

    def make() -> dict[str, Any]:
        return {"topics": overviews.index("topic", Brief)}

    return show(request, "topics.html", make)


@require_safe
def topic(request: HttpRequest, key: str) -> HttpResponse:
    """A topic: its questions, its treatments on the map, its studies by what they are worth."""

    def make() -> dict[str, Any] | None:
        found = overviews.get("topic", key, Listed)
        if found is None:
            return None
        charts = overviews.many("treatments", found.charts[:CHARTS], Chart)
        return {
            **_listed(request, found, reverse("topic", args=[key])),
            "views": [chart_view(c) for c in charts],
            "drawn": any(b.key == key for b in overviews.index("topics", Brief)),
            "more_charts": max(0, len(found.charts) - CHARTS),
        }

    return show(request, "topic.html", make, key, request.GET.get("page", ""))


@require_safe
def definitions(request: HttpRequest) -> HttpResponse:
    """Case definitions of the illness, with how many studies used each."""

    def make() -> dict[str, Any]:
        counted = {b.name: b for b in overviews.index("definition", Brief)}
        criterion = condition().criterion
        asks = criterion.words if criterion else {}
        return {
            "definitions": [
                (d, counted.get(d.name), asks.get(d.by_definition, ""))
                for d in condition().case_definitions
            ]
        }

    return show(request, "definitions.html", make)


@require_safe
def definition(request: HttpRequest, key: str) -> HttpResponse:
    """What a case definition requires, and which studies took people by it."""

    def make() -> dict[str, Any] | None:
        found = overviews.get("definition", key, Listed)
        known = {d.name: d for d in condition().case_definitions}
        if found is None or found.name not in known:
            return None
        criterion = condition().criterion
        given = known[found.name]
        asks = criterion.words if criterion else {}
        return {
            **_listed(request, found, reverse("definition", args=[key])),
            "definition": given,
            "asks": asks.get(given.by_definition, ""),
            "asks_after": asks.get(given.after_by or "", ""),
        }

    return show(request, "definition.html", make, key, request.GET.get("page", ""))


@require_safe
def glossary(request: HttpRequest) -> HttpResponse:
    """The technical words of the pages, the plain words for them, and what they mean."""

    def make() -> dict[str, Any]:
        return {"letters": _letters()}

    return show(request, "glossary.html", make)


@require_safe
def names(request: HttpRequest, kind: str) -> HttpResponse:
    """Journals or authors: all where they are few, else a letter at a time."""
    letter = request.GET.get("letter", "")[:1].casefold()

    def make() -> dict[str, Any] | None:
        letters = overviews.index(kind, Brief)
        few = sum(x.count for x in letters) <= ONE_LIST
        shown = letter or (letters[0].key if letters and not few else "")
        wanted = [shown] if shown else [x.key for x in letters]
        found = [
            n for part in overviews.many(f"{kind} letter", wanted, tuple[Brief, ...]) for n in part
        ]
        if letter and not found:
            return None
        page = pages(len(found), NAMES, whole(request.GET.get("page")))
        return {
            "kind": kind,
            "letters": () if few else letters,
            "letter": shown,
            "names": found[page.start : page.end],
            "paging": page.links(reverse(f"{kind}s"), letter=shown),
        }

    return show(request, "names.html", make, kind, letter, request.GET.get("page", ""))


@require_safe
def name(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """The papers of one journal or author, newest first."""

    def make() -> dict[str, Any] | None:
        shard = overviews.get(f"{kind} names", key[:2], tuple[Listed, ...]) or ()
        found = next((x for x in shard if x.key == key), None)
        if found is None:
            return None
        return {"kind": kind, **_listed(request, found, reverse(kind, args=[key]))}

    return show(request, "name.html", make, kind, key, request.GET.get("page", ""))


def _listed(request: HttpRequest, found: Listed, address: str) -> dict[str, Any]:
    page = pages(len(found.slugs), PER_PAGE, whole(request.GET.get("page")))
    here = found.slugs[page.start : page.end]
    return {
        "listed": found,
        "total": len(found.slugs),
        "rows": [row(e) for e in entries_of(here)],
        "paging": page.links(address),
    }


@cache
def _letters() -> tuple[tuple[str, tuple[tuple[str, str, str], ...]], ...]:
    """Term, plain words and meaning by first letter: the illness's own words and general ones."""
    known = {e["term"]: (e["plain"], e["gloss"]) for e in room_tables.glossary()}
    known |= {e.term: (e.plain, e.gloss) for e in condition().glossary}
    letters: dict[str, list[tuple[str, str, str]]] = {}
    for term, (plain, gloss) in sorted(known.items(), key=lambda k: (k[0].casefold(), k[0])):
        first = term[:1].upper() if term[:1].isalpha() else "#"
        letters.setdefault(first, []).append((term, plain if plain != term else "", gloss))
    return tuple((letter, tuple(found)) for letter, found in sorted(letters.items()))
