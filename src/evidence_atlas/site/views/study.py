"""The page of a study at its three depths, its citations, and what a former address answers."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from evidence_atlas.checking import CODES
from evidence_atlas.publishing import catalogue
from evidence_atlas.publishing.listing import Gone, Moved
from evidence_atlas.records import PublishedStudy

from .. import citing
from ..citing import Edition
from ..studypage import banner, study_view, title_language
from ._page import absolute, condition, edition, kept, render
from .errors import gone, not_found

_FORMATS = {
    "bib": (citing.bibtex, "application/x-bibtex; charset=utf-8"),
    "ris": (citing.ris, "application/x-research-info-systems; charset=utf-8"),
    "json": (citing.csl_json, "application/vnd.citationstyles.csl+json"),
}


def find(request: HttpRequest, slug: str, after: str = "") -> PublishedStudy | HttpResponse:
    """The study at an address, or the answer that sends the reader on; `after` follows the slug."""
    found = catalogue.study(slug)
    if isinstance(found, Moved):
        return HttpResponsePermanentRedirect(reverse("study", args=[found.slug]) + after)
    if isinstance(found, Gone):
        return gone(request, found.because)
    if found is None:
        return not_found(request)
    return found


@require_safe
def study(request: HttpRequest, slug: str, depth: str = "standard") -> HttpResponse:
    """The page; Standard at the bare address."""
    after = "" if depth == "standard" else f"/{depth}"
    at = catalogue.served_at(slug)
    served = Edition(id=at.edition, day=at.made[:10]) if at else edition()

    def make() -> HttpResponse:
        found = find(request, slug, after)
        return found if isinstance(found, HttpResponse) else _page(request, found, depth, served)

    if at is None:
        return make()
    return kept(request, (at.version, at.edition, depth), make)


def _page(
    request: HttpRequest, found: PublishedStudy, depth: str, served: Edition | None
) -> HttpResponse:
    canonical = absolute(request, reverse("study", args=[found.slug]))
    if found.status == "held":
        bare: dict[str, Any] = {
            "study": found,
            "banner": banner(found),
            "title_language": title_language(found.record),
            "cite_paper": citing.paper(found.record),
            "why": why_held(found),
        }
        return render(request, "held.html", bare, served=served)
    names = {topic.key: topic.name for topic in condition().topics}
    context: dict[str, Any] = {
        "view": study_view(found, depth, condition()),
        "canonical": canonical,
        "cite_paper": citing.paper(found.record),
        "cite_reading": citing.reading(found, condition().site_name, served, canonical),
        "read_from": read_from(found),
        "topics": [names.get(key, key) for key in found.grades.topics.value],
    }
    return render(request, "study.html", context, served=served)


def why_held(found: PublishedStudy) -> list[str]:
    """What the checks doubt, a sentence for each kind of doubt. The refused sentences themselves
    and an editor's own reason stand at the desk only."""
    codes = dict.fromkeys(flag.code for flag in found.flags if flag.severity == "CRITICAL")
    return [gettext(CODES[c].reader) for c in codes if c in CODES and CODES[c].reader]


def read_from(found: PublishedStudy) -> str:
    """What the page was made from."""
    if found.record.abstract_kind == "retold":
        return gettext("Read from the abstract, retold in the atlas's own words")
    if found.record.abstract_kind == "none":
        return gettext("Made from the bibliographic record only")
    return gettext("Read from the abstract only")


@require_safe
def cite(request: HttpRequest, slug: str, form: str) -> HttpResponse:
    """The paper's citation as a file for reference managers."""
    write, kind = _FORMATS[form]
    at = catalogue.served_at(slug)

    def make() -> HttpResponse:
        found = find(request, slug, f".{form}")
        if isinstance(found, HttpResponse):
            return found
        response = HttpResponse(write(found), content_type=kind)
        response.headers["Content-Disposition"] = f'attachment; filename="{found.slug}.{form}"'
        return response

    return kept(request, (at.version, form), make) if at else make()
