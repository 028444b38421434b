"""A laboratory that made sure of its model has found nothing yet."""

from __future__ import annotations

import pytest

from evidence_atlas.writing.brief.made_sure import only_made_sure


@pytest.mark.parametrize(
    "text",
    [
        "Infection of the cells was confirmed by a colour test.",
        "HPLC showed two acids and one flavonoid in the leaves.",
        "The tea had a high tannin content (4.5 mg per cup) as determined by weight.",
        "Since they lack it, the cells were modified with the receptor.",
    ],
)
def test_that_a_model_was_as_it_was_to_be_is_no_finding(text: str):
    assert only_made_sure("cells", text)


@pytest.mark.parametrize(
    "text",
    [
        "Infection of the cells was confirmed by a colour test and lowered their energy.",
        "HPLC showed more of three acids in the blood, which reduced the growth of cells.",
        "The tea raised the energy of the cells.",
    ],
)
def test_what_came_of_it_is_a_finding(text: str):
    assert not only_made_sure("cells", text)


def test_in_people_the_same_words_may_be_the_finding():
    assert not only_made_sure("survey", "Infection was confirmed by a blood test.")
