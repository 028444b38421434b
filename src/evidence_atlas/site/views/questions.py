"""Question pages: what has been found about one treatment or one thing measured."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from evidence_atlas.publishing import overviews
from evidence_atlas.publishing.overview.values import Brief, Chart, Question

from .. import words
from ..map_picture import chart_view
from ._overview import show

CHOICES = 12
"""Studies offered for setting side by side."""
FEW = 10
"""Questions that need no headings between them."""
NAMED = 6
"""Studies named on top with design and size; each stands below as well."""
SEEN = 10
"""Studies of the illness seen at once; those of less weight are folded behind their number."""
SEEN_BESIDE = 4
"""The same for reviews and for studies of other illnesses."""
BLOCKS = 40
"""Studies told one by one; the rest are named, and the map has them all."""


@require_safe
def questions(request: HttpRequest) -> HttpResponse:
    """Every question that two studies or more have asked."""

    def make() -> dict[str, Any]:
        found = overviews.index("questions", Brief)
        return {
            "treatments": [q for q in found if q.words == "treatments"],
            "measures": [q for q in found if q.words == "measures"],
            "few": FEW,
        }

    return show(request, "questions.html", make, nav="questions")


@require_safe
def question(request: HttpRequest, key: str) -> HttpResponse:
    """One question: the answer by rule, then each study in the words of its own page."""

    def make() -> dict[str, Any] | None:
        found = overviews.get("question", key, Question)
        if found is None:
            return None
        chart = overviews.get(found.axis, found.chart, Chart)
        rows = tuple(
            r for r in chart.rows if found.axis == "treatments" or r.key == found.thing
        ) if chart else ()  # fmt: skip
        alone = [f for f in found.findings if f.verdict == "one"]
        compared = [f for f in found.findings if f.verdict != "one"]
        return {
            "question": found,
            "alone": alone,
            "compared": compared,
            "different": len({f.outcome for f in alone}) == len(alone) > 1,
            "view": chart_view(chart, rows) if chart and rows else None,
            "verdicts": words.VERDICTS,
            "named_first": NAMED,
            "seen": SEEN,
            "seen_beside": SEEN_BESIDE,
            "told_blocks": found.blocks[:BLOCKS],
            "more_blocks": found.blocks[BLOCKS:],
            "elsewhere": found.elsewhere[:BLOCKS],
            "more_elsewhere": found.elsewhere[BLOCKS:],
            "reviews": found.reviews[:BLOCKS],
            "choices": [b.study for b in (*found.blocks, *found.elsewhere, *found.reviews)][
                :CHOICES
            ],
        }

    return show(request, "question.html", make, key, nav="questions")
