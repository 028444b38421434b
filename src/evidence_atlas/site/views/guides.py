"""Start here, the guides at three depths, and the questions and answers."""

from __future__ import annotations

from functools import cache
from urllib.parse import parse_qs

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from evidence_atlas import conditions
from evidence_atlas.publishing import catalogue
from evidence_atlas.publishing.listing import FACETS, Filters
from evidence_atlas.records import Guide, Guides, digest

from ..guidepage import Atlas, guide_view
from ._page import absolute, condition, edition, kept, render
from .errors import not_found


@cache
def _guides() -> Guides:
    return conditions.load_guides(settings.ATLAS.condition)


@cache
def guides_version() -> str:
    return digest(_guides(), condition())


def guides_of(kind: str) -> tuple[Guide, ...]:
    return tuple(g for g in _guides().guides if g.kind == kind)


def _count(query: str) -> int:
    asked = {key: tuple(values) for key, values in parse_qs(query).items() if key in FACETS}
    return catalogue.count(Filters(**asked)) if asked else 0  # type: ignore[arg-type]


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """Ways in, for each kind of reader."""
    served = edition()
    parts = ("start", served.id if served else "", guides_version())

    def make() -> HttpResponse:
        context = {"guides": guides_of("guide"), "faq": bool(guides_of("faq"))}
        return render(request, "start.html", context, nav="start", served=served)

    return kept(request, parts, make)


@require_safe
def guide(request: HttpRequest, key: str, depth: str = "standard") -> HttpResponse:
    """One guide; Standard at the bare address."""
    found = next((g for g in guides_of("guide") if g.key == key), None)
    if found is None:
        return not_found(request)
    return _told(request, found, depth, "start", reverse("guide", args=[key]))


@require_safe
def questions(request: HttpRequest) -> HttpResponse:
    """What readers ask about the atlas."""
    found = next(iter(guides_of("faq")), None)
    if found is None:
        return not_found(request)
    return _told(request, found, "deep", "faq", reverse("faq"))


def _told(request: HttpRequest, found: Guide, depth: str, nav: str, address: str) -> HttpResponse:
    served = edition()

    def make() -> HttpResponse:
        named = {source.key: source for source in _guides().sources}
        atlas = Atlas(count=_count, by_pmid=catalogue.by_pmid)
        context = {
            "view": guide_view(found, depth, condition(), named, atlas),
            "canonical": absolute(request, address),
            "others": [g for g in guides_of("guide") if g.key != found.key],
        }
        return render(request, "guide.html", context, nav=nav, served=served)

    parts = ("guide", found.key, depth, served.id if served else "", guides_version())
    return kept(request, parts, make)
