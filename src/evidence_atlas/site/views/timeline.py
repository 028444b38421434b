"""The studies by year, and what changed in a month."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import dateformat
from django.views.decorators.http import require_safe

from evidence_atlas.publishing import catalogue, months, overviews
from evidence_atlas.publishing.overview.values import YearRow

from .. import words
from ..citing import Edition
from ..timeline_picture import timeline_view
from ._overview import show
from ._page import kept, render
from ._paging import pages, whole
from .errors import not_found

PER_PAGE = 100
FOLDED_FROM = 21
"""So many changes of a kind are folded behind their number."""


@require_safe
def timeline(request: HttpRequest) -> HttpResponse:
    """Studies by year, by level and by type."""

    def make() -> dict[str, Any]:
        years = overviews.index("timeline", YearRow)
        return {
            "years": years,
            "view": timeline_view(years) if years else None,
            "levels": [v for v in words.LADDERS["level"] if any(v in y.levels for y in years)],
        }

    return show(request, "timeline.html", make)


def _name(month: str) -> str:
    """`2026-11` as November 2026."""
    return dateformat.format(dt.date.fromisoformat(f"{month}-01"), "F Y")


_LISTS = {"new": "studies", "retracted": "retractions", "corrected": "retractions"}
"""The pages where the studies of a kind stand in a list of their own."""


@require_safe
def changes(request: HttpRequest) -> HttpResponse:
    """What happened to the studies of a month, by kind, each with its reason."""
    served = catalogue.current()
    asked, page = request.GET.get("month", ""), request.GET.get("page", "")
    # What happened up to the moment since when the edition is served never changes.
    until = (served.digest, served.moved) if served else ("", "")
    shown = Edition(id=served.digest, day=served.made[:10]) if served else None

    def make() -> HttpResponse:
        context = _changes(asked, page)
        if context is None:
            return not_found(request)
        return render(request, "changes.html", context, nav="explore", served=shown)

    return kept(request, ("changes", *until, asked, page), make)


def _changes(asked: str, wanted_page: str) -> dict[str, Any] | None:
    """What the page of a month needs; None for an address that is no month's."""
    wanted = asked or months.latest()
    found = months.month(wanted) if wanted else None
    if found is None and asked:
        return None
    new = found.changes.get("new", ()) if found else ()
    page = pages(len(new), PER_PAGE, whole(wanted_page))
    return {
        "month": found,
        "name": _name,
        "folded_from": FOLDED_FROM,
        "lists": _LISTS,
        "kinds": [
            (name, kind, (found.changes[kind] if kind != "new" else new[page.start : page.end]))
            for kind, name in words.CHANGE_KINDS.items()
            if found and kind in found.changes and (kind == "new" or page.page == 1)
        ],
        "new_total": len(new),
        "paging": page.links("", month=found.month) if found else None,
    }
