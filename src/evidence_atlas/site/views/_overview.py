"""What the pages about many studies share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse

from evidence_atlas.publishing.overview import VERSION

from .. import words
from ._page import edition, kept, render
from .errors import not_found

IN_TABLE = 25
"""Findings in a table; the row's own page has them all, `PER_LIST` at a time."""
PER_LIST = 50


def show(
    request: HttpRequest,
    template: str,
    make: Callable[[], dict[str, Any] | None],
    *parts: str,
    nav: str = "explore",
) -> HttpResponse:
    """The page of `make()`, kept under the edition and `parts`; None is an address unknown."""
    served = edition()

    def page() -> HttpResponse:
        context = make()
        if context is None:
            return not_found(request)
        shared = {
            "ways": words.WAYS,
            "comparisons": words.COMPARISONS,
            "most": IN_TABLE,
            "per_list": PER_LIST,
        }
        return render(request, template, {**shared, **context}, nav=nav, served=served)

    return kept(request, (template, VERSION, served.id if served else "", *parts), page)
