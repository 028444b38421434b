"""What others had found before is no finding of a study, wherever its abstract tells it."""

from __future__ import annotations

from .pages import quick_of

TITLE = "Novel signs of worn power plants of cells in long COVID patients"
ABSTRACT = (
    "Long COVID lasts for months. {others} Our research employed microscopes to look at cells of "
    "long COVID patients. We noted increased levels of one enzyme in these patients. Importantly, "
    "we also identified reduced levels of free DNA in these patients."
)


def test_what_recent_studies_showed_is_not_told_as_found():
    told = quick_of(
        ABSTRACT.format(
            others="According to recent studies, SARS-CoV-2 infection causes long disruptions in "
            "the power plants of cells, significantly altering how cells make energy."
        ),
        TITLE,
    )
    assert not any("recent studies" in s for s in told)
    assert any("enzyme" in s or "free DNA" in s for s in told)
