"""The map of the evidence: treatments, things measured, or topics, against what was found."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from evidence_atlas.publishing import overviews
from evidence_atlas.publishing.overview.names import slug
from evidence_atlas.publishing.overview.values import Brief, Chart, Left, LeftOut
from evidence_atlas.publishing.overview.whole import LEFT, NO_PICTURE

from .. import words
from ..map_picture import chart_view
from ._overview import PER_LIST, show
from ._paging import pages, whole

PER_PAGE = 10
"""Charts on a page of the map."""
FEW = 8
"""Charts without a picture that are named in one line; more are folded."""
ROWS = 5
"""Outcomes of a group or topic drawn on a page with others; its own page has them all."""
MAPS = {"treatments": "map", "measures": "map_measures", "topics": "map_topics"}
"""The address of each map by what it sets against outcomes."""


@require_safe
def map_of(request: HttpRequest, axis: str = "treatments") -> HttpResponse:
    """Charts of one axis, the most studied first, a page at a time."""

    def make() -> dict[str, Any]:
        index = overviews.index(axis, Brief)
        drawn = [b for b in index if b.words != NO_PICTURE]
        page = pages(len(drawn), PER_PAGE, whole(request.GET.get("page")))
        here = [b.key for b in drawn[page.start : page.end]]
        return {
            "axis": axis,
            "views": [
                chart_view(c, None if axis == "treatments" else c.rows[:ROWS])
                for c in overviews.many(axis, here, Chart)
            ],
            "index": drawn if len(drawn) > len(here) else (),
            "without": [b for b in index if b.words == NO_PICTURE],
            "few": FEW,
            "paging": page.links(reverse(MAPS[axis])),
        }

    return show(request, "map.html", make, axis, request.GET.get("page", ""), nav="map")


@require_safe
def chart(request: HttpRequest, axis: str, key: str) -> HttpResponse:
    """One chart with all its tables open."""

    def make() -> dict[str, Any] | None:
        found = overviews.get(axis, key, Chart)
        if found is None:
            return None
        return {
            "axis": axis,
            "back": reverse(MAPS[axis]),
            "view": chart_view(found),
            "questions": [q for q in overviews.index("questions", Brief) if _asks(q, found)],
        }

    return show(request, "chart.html", make, axis, key, nav="map")


def _asks(question: Brief, chart: Chart) -> bool:
    """Whether a question is about what the chart shows."""
    if question.words != chart.axis:
        return False
    return question.key == chart.question or question.group == chart.name


@require_safe
def cell(request: HttpRequest, axis: str, key: str, outcome: str) -> HttpResponse:
    """Every study of one row of a chart, in the order of what the evidence is worth."""

    def make() -> dict[str, Any] | None:
        found = overviews.get(axis, key, Chart)
        if found is None:
            return None
        rows = tuple(r for r in found.rows if r.key == outcome)
        placed = [(r, m) for r in rows for m in r.marks]
        marks = list(found.other) if outcome == "other" else [m for _, m in placed]
        if not marks:
            return None
        page = pages(len(marks), PER_LIST, whole(request.GET.get("page")))
        return {
            "axis": axis,
            "chart": found,
            "view": chart_view(found, rows) if rows else None,
            "name": rows[0].name if rows else "",
            "marks": marks[page.start : page.end],
            "rows": [r for r, _ in placed[page.start : page.end]],
            "paging": page.links(reverse("map_cell", args=[axis, key, outcome])),
        }

    return show(
        request, "cell.html", make, axis, key, outcome, request.GET.get("page", ""), nav="map"
    )


@require_safe
def left_out(request: HttpRequest) -> HttpResponse:
    """What stands in no picture: how much of it, and why."""

    def make() -> dict[str, Any]:
        found = overviews.get("index", "left out", LeftOut)
        results = found.results if found else {}
        return {
            "found": found,
            "shown": found.told - sum(results.values()) if found else 0,
            "results": [
                (reverse("left_out_for", args=[slug(r)]), *words.LEFT_OUT[r], n)
                for r, n in sorted(results.items(), key=lambda x: (-x[1], x[0]))
            ],
            "kinds": words.LEFT_OUT_STUDIES,
        }

    return show(request, "left_out.html", make, nav="map")


@require_safe
def left_out_for(request: HttpRequest, reason: str) -> HttpResponse:
    """Every result that stands in no picture for one reason."""

    def make() -> dict[str, Any] | None:
        found = overviews.get("index", "left out", LeftOut)
        said = {slug(r): (words.LEFT_OUT[r], n) for r, n in found.results.items()} if found else {}
        if reason not in said:
            return None
        (name, meaning), total = said[reason]
        page = pages(total, LEFT, whole(request.GET.get("page")))
        return {
            "name": name,
            "meaning": meaning,
            "results": overviews.get("left out", f"{reason} {page.page}", tuple[Left, ...]),
            "paging": page.links(reverse("left_out_for", args=[reason])),
        }

    return show(request, "left_out_for.html", make, reason, request.GET.get("page", ""), nav="map")
