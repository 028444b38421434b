"""What a study was about is told as one of several things where its title lists several."""

from __future__ import annotations

import pytest

from .pages import quick_of

ASKED = (
    "METHODS: In all, 210 adults with ME/CFS answered questions on how they live. RESULTS: In "
    "total, 54% of adults with ME/CFS had been tired for ten years."
)


@pytest.mark.parametrize(
    "title",
    [
        "Antibody reactivity and eyelid oedema are heightened in ME/CFS",
        "Eyelid oedema, heightened antibody reactivity and cold hands may persist in ME/CFS",
    ],
)
def test_one_thing_of_a_title_s_list_is_not_told_as_all_that_a_study_was_about(title):
    opening = quick_of(ASKED, title)[0]
    assert "antibodies" in opening
    assert opening.endswith(", among other things.")


def test_the_only_thing_that_a_title_names_is_told_alone():
    opening = quick_of(ASKED, "Antibody reactivity is heightened in ME/CFS")[0]
    assert "antibodies" in opening
    assert "among other things" not in opening
