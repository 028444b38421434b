"""Pages about the atlas itself, made from the running code and its files."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from evidence_atlas.publishing import catalogue

from .. import words
from ._page import condition, edition, kept, render


@dataclass(frozen=True)
class Code:
    """A rule of the gate: its code, whether it holds a page, what it finds, why, examples."""

    code: str
    holds: bool
    title: str
    reason: str
    passes: str
    fails: str


@require_safe
def how(request: HttpRequest) -> HttpResponse:
    """How the atlas works: query, stages, rules and thresholds, definitions, gate, versions."""
    served = edition()

    def make() -> HttpResponse:
        current = catalogue.current()
        illness = condition()
        criterion_words = illness.criterion.words if illness.criterion else {}
        context = {
            "stages": [(gettext(a), gettext(b)) for a, b in words.STAGES],
            "levels": [(gettext(a), gettext(b) % _thresholds()) for a, b in words.LEVEL_RULES],
            "thresholds": [
                (gettext(words.THRESHOLDS[name]), value)
                for name, value in _thresholds().items()
                if name in words.THRESHOLDS
            ],
            "definitions": [
                (d.name, criterion_words.get(d.by_definition, d.by_definition), d.words, d.source)
                for d in illness.case_definitions
            ],
            "codes": gate_codes(),
            "components": sorted(current.components.items()) if current else [],
            "total": current.studies if current else 0,
        }
        return render(request, "how.html", context, nav="how", served=served)

    return kept(request, ("how", served.id if served else ""), make)


@cache
def gate_codes() -> tuple[Code, ...]:
    """The gate's codes out of its own data file, the grave ones first; empty where it has none.

    The file is read as data: the site imports nothing of the room that checks.
    """
    file = resources.files("evidence_atlas").joinpath("checking", "codes.toml")
    if not file.is_file():
        return ()
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    found = [
        Code(
            code=entry["code"],
            holds=entry["severity"] == "CRITICAL",
            title=entry["title"],
            reason=entry["reason"],
            passes=entry.get("passes", ""),
            fails=entry.get("fails", ""),
        )
        for entry in data["code"]
    ]
    return tuple(sorted(found, key=lambda c: not c.holds))


def _thresholds() -> dict[str, str]:
    limits = condition().thresholds
    made = {name: f"{getattr(limits, name):,}" for name in limits.__struct_fields__}
    made["share_not_analysed"] = f"{limits.share_not_analysed:.0%}"
    return made


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    served = edition()
    return kept(request, ("privacy",), lambda: render(request, "privacy.html", served=served))


@require_safe
def advice(request: HttpRequest) -> HttpResponse:
    served = edition()
    return kept(request, ("advice",), lambda: render(request, "advice.html", served=served))


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Everything public may be read by robots but the private forms and the editors' desk."""
    lines = ["User-agent: *", "Disallow: /admin", "Disallow: /desk", "Disallow: /*/contribute"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
