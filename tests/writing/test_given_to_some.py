"""Where a text counts fewer who had a treatment than took part, no page gives it to all."""

from __future__ import annotations

from .pages import page, section

ABSTRACT = (
    "METHODS: This prospective observational study looked at pain in adults with long COVID who "
    "came to one clinic and had red ginseng tea (RGT). RESULTS: We analyzed 112 adults with long "
    "COVID. A total of {n} patients ({share}%) were treated with RGT. Pain fell from 7.1 at the "
    "start to 5.0 at three months (p < 0.001)."
)


def quick(n: int, share: str) -> str:
    told = page(
        "Effectiveness of red ginseng tea for treating long COVID: a prospective observational "
        "study",
        ABSTRACT.format(n=n, share=share),
    )
    return " ".join(section(told, "quick_summary"))


def test_a_treatment_that_some_had_is_not_told_of_all():
    told = quick(101, "90.2")
    assert "all given" not in told
    assert "some had red ginseng tea" in told


def test_a_treatment_that_all_had_is():
    told = quick(112, "100")
    assert "all given red ginseng tea" in told
