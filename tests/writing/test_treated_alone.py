"""Those given a treatment in a register, set beside nobody: the page says that none can tell."""

from __future__ import annotations

from .pages import quick_of

TITLE = "Hyperbaric oxygen therapy for long COVID: a prospective registry"
REGISTER = (
    "METHODS: This is a prospective registry of 232 people with long COVID who received hyperbaric "
    "oxygen therapy at one centre. Quality of life was measured before and after it. RESULTS: "
    "Quality of life was better three months after hyperbaric oxygen therapy than before it. "
)
OTHERS = "It was better than in 90 people with long COVID who had usual care. "


def cautious(text: str) -> bool:
    return any("no other group" in s for s in quick_of(text, TITLE))


def test_of_a_register_of_the_treated_it_is_said_that_there_was_no_other_group():
    assert cautious(REGISTER)


def test_where_others_stand_beside_them_it_is_not_said():
    assert not cautious(REGISTER + OTHERS)


def test_so_it_is_of_a_treatment_that_no_table_knows():
    told = quick_of(
        "METHODS: We looked back at nine people with long COVID who had dworkin antibody "
        "treatment. RESULTS: After dworkin antibody treatment, the monthly headache days decreased "
        "significantly (p = 0.01).",
        "Dworkin antibody treatment in nine cases of headache in long COVID: a cohort study",
    )
    assert any("no other group" in s for s in told)
