"""Two to four studies side by side, each line with the sentence of the study's own page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as N_
from django.views.decorators.http import require_safe

from evidence_atlas.publishing import catalogue
from evidence_atlas.publishing.listing import Filters, Moved
from evidence_atlas.records import PublishedStudy, RuleSupport, Statement, told_once
from evidence_atlas.records.names import citation_label

from .. import words
from ..badges import badge_row
from ._overview import show
from ._page import condition
from ._paging import pages, whole
from .lists import row

MOST, LEAST = 4, 2
PER_PAGE = 10

_ASPECTS: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (N_("People"), (("quick_summary", "participants"), ("study_at_a_glance", "who"))),
    (N_("How they were diagnosed"), (("study_at_a_glance", "definitions"),)),
    (N_("Treatment"), (("study_at_a_glance", "interventions"),)),
    (N_("Compared with"), (("study_at_a_glance", "comparators"),
                           ("study_at_a_glance", "participants.controls"))),
    (N_("What was measured"), (("study_at_a_glance", "outcomes"),)),
    (N_("Results"), (("observed_findings", ""),)),
    (N_("Harms"), (("observed_findings", "harms"), ("quick_summary", "harms"))),
    (N_("What it does not prove"), (("does_not_prove", ""),)),
)  # fmt: skip
"""What is set side by side: sections of the page, and what their sentences are about; of all
findings, those on harms have a row of their own."""


@dataclass(frozen=True)
class Side:
    """A study as it stands in the comparison."""

    slug: str
    label: str
    title: str
    held: bool
    retracted: str | None
    grades: tuple[str, ...]


@dataclass(frozen=True)
class Said:
    """A sentence, and the depth and anchor where it stands on the study's page.

    `silent`: it only says that the abstract does not tell, so that there is nothing to follow.
    """

    text: str
    id: str
    deep: bool
    silent: bool = False


@dataclass(frozen=True)
class Aspect:
    name: str
    cells: tuple[tuple[Said, ...], ...]


@require_safe
def compare(request: HttpRequest) -> HttpResponse:
    """The comparison of the studies in the address, or the form that asks which."""
    asked = list(dict.fromkeys(s.strip()[:200] for s in request.GET.getlist("s") if s.strip()))
    words = request.GET.get("words", "").strip()[:200]

    def make() -> dict[str, Any]:
        studies = [s for slug in asked[:MOST] if (s := _find(slug)) is not None]
        if len(studies) < LEAST or request.GET.get("change"):
            return _form(request, asked, words)
        return {
            "sides": [_side(s) for s in studies],
            "aspects": _aspects(studies),
            "left_out": asked[MOST:],
            "slugs": [s.slug for s in studies],
            "entries": None,
        }

    return show(request, "compare.html", make, request.GET.urlencode())


def _find(slug: str) -> PublishedStudy | None:
    found = catalogue.study(slug)
    if isinstance(found, Moved):
        found = catalogue.study(found.slug)
    return found if isinstance(found, PublishedStudy) else None


def _form(request: HttpRequest, asked: list[str], words: str) -> dict[str, Any]:
    chosen = [s for slug in asked[:MOST] if (s := _find(slug)) is not None]
    wanted = whole(request.GET.get("page")) or 1
    found = catalogue.listing(
        Filters(words=words, status="published"), page=wanted, per_page=PER_PAGE
    )
    slugs = {s.slug for s in chosen}
    return {
        "entries": [row(e) for e in found.entries if e.slug not in slugs],
        "chosen": [(s.slug, citation_label(s.record), s.record.title) for s in chosen],
        "words": words,
        "one": len(chosen) == 1,
        "paging": pages(found.total, PER_PAGE, found.page).links("", words=words),
    }


def _side(study: PublishedStudy) -> Side:
    state = study.grades.value("record_state")
    return Side(
        slug=study.slug,
        label=citation_label(study.record),
        title=study.record.title,
        held=study.status == "held",
        retracted=gettext(state) if state else None,
        # The state of the paper stands above the grades already.
        grades=tuple(
            b.value
            for b in badge_row(study, condition())
            if b.value
            and b.key != "record_state"
            and not (
                b.key == "certainty"
                and words.said_by_level(
                    study.grades.value("level"), study.grades.value("certainty")
                )
            )
        )
        if study.status == "published"
        else (),
    )


def _aspects(studies: list[PublishedStudy]) -> list[Aspect]:
    made = []
    for name, places in _ASPECTS:
        cells = tuple(_cell(study, places) for study in studies)
        if any(cells):
            made.append(Aspect(gettext(name), cells))
    return made


def _cell(study: PublishedStudy, places: tuple[tuple[str, str], ...]) -> tuple[Said, ...]:
    if study.status != "published":
        return ()
    found: list[Said] = []
    for section, about in places:
        for statement in told_once(study.page.statements()):
            said = statement.section == section and _is_about(statement, about)
            said = said and all(statement.text != other.text for other in found)
            # "Not stated" and "Not clear" name no fact without their label on the study page.
            silent = _is_silent(statement)
            if said and not (found and silent):
                deep = "standard" not in statement.depths
                found.append(Said(statement.text, statement.id, deep, silent))
    return tuple(found)


def _is_silent(statement: Statement) -> bool:
    return any(
        isinstance(s, RuleSupport) and s.rule in ("not-stated", "not-clear")
        for s in statement.support
    )


def _is_about(statement: Statement, about: str) -> bool:
    return about in statement.about if about else "harms" not in statement.about
