"""What a review added up of all its studies comes before what its authors say of it."""

from __future__ import annotations

import pytest

from .pages import page_that_passes, quick_of, section

TITLE = "Long COVID prevalence and risk factors: a systematic review and meta-analysis"
ADDED_UP = (
    "METHODS: We searched two databases for cohort studies. RESULTS: Fourteen studies were "
    "included. Pooled prevalence of long COVID was 18.0% (95% CI: 12.5-23.5%) among survivors. "
)
CONCLUDED = (
    "CONCLUSIONS: Long COVID affects over one-fifth of COVID survivors, with fatigue persisting "
    "in many."
)


def test_the_share_that_a_review_added_up_stands_in_quick():
    made = page_that_passes(TITLE, ADDED_UP + CONCLUDED, types=("Meta-Analysis",))
    told = section(made, "quick_summary")
    added_up = next(i for i, s in enumerate(told) if "18.0%" in s)
    assert not any("one-fifth" in s for s in told[:added_up])


@pytest.mark.parametrize(
    ("pooled", "told"),
    [
        ("Our meta-analysis of five studies (n = 2261 participants) found", False),
        ("Our meta-analysis of all thirteen studies (n = 2261 participants) found", True),
    ],
)
def test_the_people_of_some_of_the_studies_are_not_told_as_those_of_all(pooled, told):
    quick = quick_of(
        "We made a systematic review and meta-analysis of dust in people with long COVID. Of 236 "
        f"records, thirteen studies met the inclusion criteria. RESULTS: {pooled} that dust was "
        "linked with higher odds of long COVID (OR 2.79, 95% CI 2.00-3.89).",
        "Dust and long COVID: a systematic review and meta-analysis",
    )
    assert any("13 studies" in s for s in quick)
    assert any("2,261 people" in s for s in quick) is told
