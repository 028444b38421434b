"""Controls are told by what the text says that they lack, wherever it says it."""

from __future__ import annotations

import pytest

from .pages import quick_of

TITLE = "Hand strength in long COVID: a case-control study"
FOUND = (
    "METHODS: {said} RESULTS: A total of 56 patients with long COVID and 47 controls were "
    "included. Hand strength was significantly lower in patients than in controls (p < 0.01)."
)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Patients with long COVID were compared with controls without long COVID.",
         "people without long COVID"),
        ("People were cases or controls (those without long COVID), matched by age.",
         "people without long COVID"),
        ("Adults without long COVID served as controls.", "people without long COVID"),
        ("Controls: people without known prior COVID-19 infection.",
         "people not known to have had COVID-19"),
        ("The controls had no documented SARS-CoV-2 infection.", "people for comparison"),
        ("We enrolled controls with no documented SARS-CoV-2 infection.",
         "people not known to have had COVID-19"),
        ("Controls were matched by age.", "people for comparison"),
    ],
)  # fmt: skip
def test_who_the_controls_were_is_told_where_another_sentence_says_it(said, told):
    assert f"47 {told}" in quick_of(FOUND.format(said=said), TITLE)[0]
