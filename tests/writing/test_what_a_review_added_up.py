"""What a review added up of all its studies comes before what its authors say of it."""

from __future__ import annotations

from .pages import page_that_passes, section

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
