"""What was measured is told by whole names, as the text lists them."""

from __future__ import annotations

import pytest

from .pages import page


def told(title: str, *abstract: tuple[str, str]) -> dict[str, str]:
    made = page(title, " ".join(f"{role}: {text}" for role, text in abstract))
    rows = {s.label: s.text for s in made.statements() if s.label}
    first = next(s.text for s in made.statements())
    return {**rows, "opening": first}


@pytest.mark.parametrize(
    ("title", "methods", "row"),
    [
        # An adjective is carried on to its noun.
        (
            "Cognitive performance in long COVID: a cross-sectional study",
            "We tested 80 adults with long COVID.",
            "ability in thinking and memory, among other things",
        ),
        # A part of a longer name is none.
        (
            "Insulin resistance in long COVID: a cross-sectional study",
            "We tested 80 adults with long COVID. Insulin was measured.",
            None,
        ),
        # What methods name alone may stand beside the main thing.
        (
            "A winter with long COVID: a cross-sectional study",
            "We tested 80 adults with long COVID. Cortisol was measured.",
            None,
        ),
        # A short form is spelled out.
        (
            "Target-to-background ratio (TBR) in long COVID: a cross-sectional study",
            "We tested 80 adults with long COVID. The main outcomes were TBR and grip strength.",
            "target-to-background ratio and grip strength",
        ),
    ],
)
def test_a_measure_is_told_by_its_whole_name(title, methods, row):
    rows = told(title, ("METHODS", methods), ("RESULTS", "Values were low in many."))
    assert rows.get("What was measured") == row


def test_an_opening_that_names_no_illness_says_what_the_study_was_about():
    rows = told(
        "Loneliness and long COVID among office staff: a cross-sectional study",
        ("METHODS", "We surveyed 416 office staff in May."),
        ("RESULTS", "Nearly half told of loneliness (40 %)."),
    )
    assert rows["opening"].endswith(" The study was about loneliness and long COVID.")
