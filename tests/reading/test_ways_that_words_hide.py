"""A word that only ends as a number does counts nobody."""

import pytest

from evidence_atlas.reading.results import direction


@pytest.mark.parametrize(
    ("clause", "way"),
    [
        ("Mortality was unchanged", "no difference"),
        ("Anxiety was no better", "no difference"),
        ("Twenty patients were no better", "descriptive"),
        ("Forty-two were no better", "descriptive"),
    ],
)
def test_a_number_word_counts_people_and_what_only_ends_like_one_does_not(
    clause: str, way: str
) -> None:
    assert direction.of(clause, compares_people=True) == way
