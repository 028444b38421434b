"""Pages about the atlas itself, made from the running code and its files."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from evidence_atlas.publishing import catalogue
from evidence_atlas.records import WORDS_A_MINUTE, digest

from .. import methodology, power, words
from ..support import QUOTED_WORDS
from ._page import absolute, condition, edition, kept, render


@require_safe
def how(request: HttpRequest) -> HttpResponse:
    """How the atlas works: query, stages, rules and thresholds, definitions, gate, versions."""
    served = edition()

    def make() -> HttpResponse:
        current = catalogue.current()
        illness = condition()
        limits = methodology.shown_thresholds(illness.thresholds)
        criterion_words = illness.criterion.words if illness.criterion else {}
        context = {
            "stages": [(gettext(a), gettext(b)) for a, b in words.STAGES],
            "levels": [(gettext(a), gettext(b) % limits) for a, b in words.LEVEL_RULES],
            "criterion_rules": [
                (illness.criterion.values[key], gettext(said))
                for key, said in words.CRITERION_RULES.items()
                if illness.criterion and key in illness.criterion.values
            ],
            "thresholds": methodology.thresholds(illness.thresholds),
            "sizes": methodology.detectable(illness.thresholds),
            "alpha": f"{power.ALPHA:.0%}",
            "chance": f"{power.POWER:.0%}",
            "starts": methodology.certainty_starts(),
            "steps": methodology.steps(illness.thresholds),
            "scorecard": methodology.scorecard(settings.ATLAS.condition),
            "words_a_minute": WORDS_A_MINUTE,
            "quoted_words": QUOTED_WORDS,
            "definitions": [
                (d.name, criterion_words.get(d.by_definition, d.by_definition), d.words, d.source)
                for d in illness.case_definitions
            ],
            "codes": methodology.gate_codes(),
            "wording": methodology.wording_rules(),
            "components": sorted(current.components.items()) if current else [],
            "total": current.studies if current else 0,
        }
        return render(request, "how.html", context, nav="how", served=served)

    version = methodology.version(settings.ATLAS.condition)
    parts = ("how", served.id if served else "", version, digest(condition()))
    return kept(request, parts, make)


@require_safe
def policy(request: HttpRequest) -> HttpResponse:
    """Who decides what, and by which rules."""
    served = edition()
    return kept(
        request, ("policy",), lambda: render(request, "policy.html", nav="policy", served=served)
    )


@require_safe
def press(request: HttpRequest) -> HttpResponse:
    """For journalists: what may fairly be said, how to cite."""
    served = edition()

    def make() -> HttpResponse:
        current = catalogue.current()
        context = {
            "total": current.studies if current else 0,
            "home_address": absolute(request, reverse("home")),
        }
        return render(request, "press.html", context, nav="press", served=served)

    return kept(request, ("press", served.id if served else ""), make)


@require_safe
def contact(request: HttpRequest) -> HttpResponse:
    """Who runs this site, and how to write to them."""
    return _of_the_operator(request, "contact")


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """What is kept of a visit, which is nothing, and of a note."""
    return _of_the_operator(request, "privacy")


def _of_the_operator(request: HttpRequest, name: str) -> HttpResponse:
    served = edition()
    parts = (name, settings.ATLAS.operator, settings.ATLAS.contact)
    return kept(request, parts, lambda: render(request, f"{name}.html", nav=name, served=served))


@require_safe
def advice(request: HttpRequest) -> HttpResponse:
    """Why this is not medical advice."""
    served = edition()
    return kept(request, ("advice",), lambda: render(request, "advice.html", served=served))


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Everything public may be read by robots but the private forms and the editors' desk."""
    lines = ["User-agent: *", "Disallow: /admin", "Disallow: /desk", "Disallow: /*/contribute"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
