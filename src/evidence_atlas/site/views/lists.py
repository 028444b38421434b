"""Lists: the start page, retractions, records left out; and how a list shows a study."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_safe

from evidence_atlas.publishing import catalogue
from evidence_atlas.publishing.listing import Entry, Filters
from evidence_atlas.publishing.search.find import Hit

from .. import searching, words
from ..citing import heading
from ._page import edition, kept, render
from .facets import facet_value, whole
from .guides import guides_of, guides_version

NEWEST = 3
"""New studies that the start page names; the list of studies has them all."""


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
    marked: tuple[tuple[str, bool], ...] = ()
    snippet: tuple[tuple[str, bool], ...] = ()


def row(entry: Entry, hit: Hit | None = None) -> Row:
    """A study as a list shows it; `hit` has the words that were looked for marked."""
    marks = _marks(
        get_language(), entry.status, entry.record_state, entry.level, entry.contested,
        (entry.certainty, entry.criterion, entry.study_type),
    )  # fmt: skip
    title, snippet = (_heading(hit.title), hit.snippet) if hit else ((), ())
    return Row(
        entry.slug, entry.title, entry.authors, entry.journal, entry.year, marks, title, snippet
    )


@lru_cache(maxsize=4096)
def _marks(
    language: str | None, status: str, record_state: str | None, level: str | None,
    contested: bool, others: tuple[str | None, ...],
) -> tuple[Mark, ...]:  # fmt: skip
    """The badges of a study in a list; many studies have the same."""
    marks = []
    if status == "held":
        marks.append(Mark(gettext("Held back: only the record is shown"), strong=True))
    if record_state:
        marks.append(Mark(gettext(record_state), strong=True))
    if status == "held":
        return tuple(marks)
    if level:
        name = facet_value("level", level)
        if contested:
            name = gettext("%(level)s · Contested") % {"level": name}
        marks.append(Mark(name, strong=True, steps=words.STEPS.get(level)))
    for key, value in zip(("certainty", "criterion", "study_type"), others, strict=True):
        if value and not (key == "certainty" and words.said_by_level(level, value)):
            marks.append(Mark(facet_value(key, value)))
    return tuple(marks)


def _heading(parts: tuple[tuple[str, bool], ...]) -> tuple[tuple[str, bool], ...]:
    """The parts of a title without NLM's closing full stop."""
    if not parts:
        return ()
    text, found = parts[-1]
    return (*parts[:-1], (heading(text), found))


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What this is, and the newest studies."""
    served = edition()

    def make() -> HttpResponse:
        digest = served.id if served else ""
        everything = searching.ask(digest, Filters(), page=1, order="newest", per_page=1)
        shown = Filters(status="published")
        newest = searching.ask(digest, shown, page=1, order="newest", per_page=NEWEST)
        listing = everything.found.listing
        context = {
            "total": listing.total,
            "guides": guides_of("guide"),
            "rows": [row(e) for e in newest.found.listing.entries],
        }
        return render(request, "home.html", context, nav="home", served=served)

    return kept(request, ("home", served.id if served else "", guides_version()), make)


@require_safe
def retractions(request: HttpRequest) -> HttpResponse:
    """Studies that were retracted, withdrawn or put under concern, newest first."""
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
    page = max(whole(request.GET.get("page")) or 1, 1)
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
