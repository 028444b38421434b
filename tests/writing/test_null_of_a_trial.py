"""The main result of a trial is told in Quick, a null too, and no side result in its place."""

from __future__ import annotations

import pytest

from .pages import page, page_that_passes, section

START = (
    "METHODS: In this double-blind trial, 80 adults with chronic fatigue syndrome were randomised "
    "to anakinra (n = 40) or placebo (n = 40) for 12 weeks. {named}RESULTS: {told}"
)
TITLE = "Anakinra in chronic fatigue syndrome: a randomised trial"
SIDE = " Pain at 12 weeks was lower with anakinra (p = 0.03)."
UNTOLD = "The atlas could not put the main result in plain words."


def page_of(told: str, named: str = ""):
    return page_that_passes(TITLE, START.format(named=named, told=told))


@pytest.mark.parametrize(
    ("told", "plain"),
    [
        ("Fatigue at 12 weeks was 49.7 with anakinra against 48.1 with placebo (p = 0.59).",
         "no clear difference in fatigue between anakinra and a dummy treatment"),
        ("Fatigue fell by 3.1 points with anakinra and by 2.8 points with placebo (difference 0.3, "
         "95% CI -1.2 to 1.8; p = 0.69).",
         "no clear difference between anakinra and a dummy treatment in how fatigue changed"),
        ("Walking distance: 412 m with anakinra, 409 m with placebo; difference 3 (-20 to 26).",
         "no clear difference in walking distance between anakinra and a dummy treatment"),
        ("Although anakinra did not significantly affect sleep, it may calm the immune system.",
         "no clear difference in sleep between anakinra and a dummy treatment"),
        ("Fatigue improved in both groups without difference.",
         "no clear difference in fatigue between anakinra and a dummy treatment"),
    ],
)  # fmt: skip
def test_a_main_result_that_is_a_null_is_told_first_in_quick(told: str, plain: str) -> None:
    made = page_of(told + SIDE)
    quick = section(made, "quick_summary")
    first = next((i for i, s in enumerate(quick) if plain in s), None)
    side = next((i for i, s in enumerate(quick) if "ain" in s and "lower" in s), len(quick))
    assert first is not None and first < side, quick
    assert UNTOLD not in quick
    assert all("pain" not in s for s in section(made, "fair_to_say"))


@pytest.mark.parametrize(
    "told",
    [
        "There were more fatigue responders with anakinra and more sleep responders with placebo; "
        "these differences were not significant (p = 0.10).",
        "Outcomes did not differ between patients with and without severe fatigue (p = 0.60).",
        "There was no significant difference between fatigue responders with anakinra and those "
        "with placebo (p = 0.60).",
    ],
)
def test_no_null_of_fatigue_is_told_where_the_text_tells_of_other_things(told: str) -> None:
    whole = " ".join(s.text for s in page_of(told).statements())
    assert "no clear difference in fatigue" not in whole


def test_a_null_of_a_list_is_not_told_where_the_list_tells_of_a_difference() -> None:
    made = page(
        "Breathing of immune cells in chronic fatigue syndrome",
        "METHODS: Cells of 14 patients with chronic fatigue syndrome were compared with cells of "
        "10 healthy controls. RESULTS: Cells of patients failed to upregulate basal respiration "
        "(9.5 vs. 30.4 pmol/min in controls, p = 0.0043), showed a 65% reduction in maximal "
        "respiration (p = 0.4035, ns), and demonstrated a 70% loss of spare respiratory capacity "
        "(p = 0.4143, ns) with impaired adaptation to stress (9.9 vs. 54 pmol/min, p = 0.0091).",
    )
    assert not any("no clear difference in maximal" in s.text for s in made.statements())


def test_the_page_of_a_trial_that_compares_its_groups_does_not_say_that_it_does_not() -> None:
    made = page_of(
        "Fatigue fell by 3.1 points with anakinra and by 2.8 points with placebo (p = 0.69)."
    )
    whole = " ".join(s.text for s in made.statements())
    assert "no comparison" not in whole
    assert "Nothing is compared" not in whole
    assert "Is there a difference in" not in whole


@pytest.mark.parametrize(
    "told",
    [
        "The hazard ratio for the primary outcome was 1.02 (95% CI 0.8 to 1.3).",
        "The primary outcome, 41 of 60 items (AUC 0.61; 0.4 to 0.7), favoured neither.",
    ],
)
def test_a_side_result_in_the_place_of_the_main_one_stands_beside_a_word_that_says_so(
    told: str,
) -> None:
    made = page_of(told + SIDE)
    quick = section(made, "quick_summary")
    assert any("ain" in s and "was lower with anakinra" in s for s in quick), quick
    assert not any("1.02" in s for s in quick), "without its interval a ratio tells nothing"
    assert UNTOLD in quick
    assert section(made, "fair_to_say") == []


@pytest.mark.parametrize(
    "told",
    [
        "The patients on placebo had higher fatigue scores than those on anakinra (p = 0.01).",
        "Fatigue was higher in group P than in group Q (p = 0.01).",
    ],
)
def test_what_the_others_had_more_of_is_not_told_of_the_treatment(told: str) -> None:
    whole = " ".join(s.text for s in page_of(told).statements())
    assert "higher with anakinra" not in whole
    assert "worse with anakinra" not in whole


def test_what_did_not_survive_correction_is_not_told_without_that() -> None:
    quick = " ".join(
        section(
            page_of(
                "Fatigue did not differ. Sleep quality was better with anakinra (p = 0.04), but "
                "did not survive correction for multiple testing."
            ),
            "quick_summary",
        )
    )
    assert "better with anakinra, but did not survive correction" in quick
