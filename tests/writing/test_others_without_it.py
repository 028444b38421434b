"""Where the text tells that some had not the illness, the row says so."""

import pytest

from .test_rows_as_stated import row


@pytest.mark.parametrize(
    "others",
    [
        "Seventy adults took part: 25 after a mild infection, 20 after a severe one and 25 healthy "
        "controls.",
        "Seventy adults took part in three groups: mild (n = 25), severe (n = 20) and control "
        "(n = 25).",
    ],
)
def test_where_some_took_part_without_it_nobody_reads_that_they_perhaps_had_it(others):
    told = row(
        "Illness, as named",
        "Jaw strength in long COVID: a cohort study",
        f"METHODS: {others} They were seen every month for a year. RESULTS: Bites grew weaker.",
    )
    assert told == "long COVID; not everyone who took part had it"


def test_controls_by_what_they_were_given_may_have_it():
    told = row(
        "Illness, as named",
        "Tea and long COVID: a cohort study",
        "METHODS: Seventy adults were followed, and tea drinkers (n = 40) were compared with "
        "controls (n = 30) who were prescribed water. RESULTS: Bites grew weaker.",
    )
    assert told is not None
    assert "not everyone" not in told


def test_with_and_without_a_complaint_tells_of_no_people_without_the_illness():
    told = row(
        "Illness, as named",
        "Jaw strength in long COVID: a cohort study",
        "METHODS: Seventy adults were followed for a year; long COVID with and without jaw pain "
        "was told apart. RESULTS: Bites grew weaker.",
    )
    assert told == "long COVID; those who took part need not all have it"
