"""What speaks for a thing is told in Quick with what stands in its way, where the text adds it.

The texts are invented.
"""

from __future__ import annotations

from .pages import quick_of

ASKED = "We interviewed 30 adults with asthma about slow breathing. RESULTS: "
TITLE = "Slow breathing for asthma: interviews with adults"


def test_the_concerns_of_those_asked_follow_what_helped_them():
    quick = quick_of(
        f"{ASKED}Participants found that slow breathing helped improve sleep and planning of the "
        "day. Concerns included a lack of time, and limited instructions.",
        TITLE,
    )
    helped = [i for i, t in enumerate(quick) if "helped improve sleep" in t]
    concerns = [i for i, t in enumerate(quick) if "concerns included a lack of time" in t]
    assert helped
    assert concerns
    assert helped < concerns
