"""Where all groups of a trial had the usual care, its opening takes it from none of them."""

from __future__ import annotations

from .pages import page, section

ABSTRACT = (
    "METHODS: This randomized controlled trial put 64 adults with long COVID by chance into a "
    "yoga group (n = 32) and a control group (n = 32). The yoga group received {had}. The control "
    "group received usual care. RESULTS: Sleep was better in the yoga group than in the control "
    "group (p = 0.01)."
)


def opening(had: str) -> str:
    told = page("Yoga for long COVID: a randomized controlled trial", ABSTRACT.format(had=had))
    return section(told, "quick_summary")[0]


def test_what_both_groups_had_is_told_of_both():
    told = opening("usual care plus yoga")
    assert "All had usual care" in told
    assert "One group had yoga too" in told
    assert "or usual care" not in told


def test_a_treatment_in_the_place_of_usual_care_is_set_against_it():
    told = opening("yoga")
    assert "yoga or usual care" in told
    assert " too" not in told
