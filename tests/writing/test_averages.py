"""An average is told as one wherever a reader would else take it for everybody's."""

import pytest

from evidence_atlas.writing.results.averages import averaged


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        ("Over an average stay of two years, pain fell.",
         "Over an average stay of two years, pain fell."),
        ("A median stay was seen in both wards.", "A typical stay was seen in both wards."),
        ("The mean pain score fell.", "pain score fell."),
        ("The median stay was 53 points.", "the typical stay was 53 points."),
    ],
)  # fmt: skip
def test_an_average_stays_one_where_a_single_thing_would_be_told(printed: str, told: str) -> None:
    assert averaged(printed) == told
