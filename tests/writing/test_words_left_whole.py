"""What is told keeps its verb and its sense: no half aim, no note on the printing, no cause."""

from __future__ import annotations

import pytest

from evidence_atlas.writing.sentences.standing import no_aim, no_conclusion

from .pages import page, page_that_passes, row, sections


@pytest.mark.parametrize(
    ("aim", "told"),
    [
        ("examine whether asthma", False),
        ("find out whether people with asthma", False),
        ("examine whether asthma and low mood are linked", True),
        ("find out whether rest helps", True),
        ("see whether treatment changed sleep", True),
    ],
)
def test_an_aim_cut_before_its_verb_is_not_told(aim, told):
    assert no_aim(aim) is not told


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        ("The original essay has been slightly modified for publication.", False),
        ("This article was revised to show that asthma is common and for publication.", False),
        ("The paper diary was modified by most patients after a week.", True),
    ],
)
def test_a_note_on_the_printing_is_no_conclusion(claim, told):
    assert no_conclusion(claim) is not told


def test_what_was_noted_after_vaccination_is_not_called_its_harm():
    told = sections(
        page(
            "Rare adverse events following immunization",
            "Reports of rare illness are hard to follow. This article looks at rare adverse events "
            "following immunization.",
            types=("Journal Article", "Review"),
        )
    )
    quick = " ".join(told["quick_summary"])
    assert "harms after vaccination" not in quick
    assert "health problems noted after vaccination" in quick


def test_groups_are_quoted_without_marks_of_print():
    made = page_that_passes(
        "Genes in asthma, hay fever and eczema",
        "METHODS: We compared genes in people with asthma (<i>n</i> = 25), hay fever "
        "(<i>n</i> = 25) and eczema (<i>n</i> = 25). RESULTS: Gene activity was lower in asthma "
        "than in the others (<i>p</i> < 0.01).",
    )
    assert "<i>" not in row(made, "People")
