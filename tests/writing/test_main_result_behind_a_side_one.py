"""What a study found stands in Quick, also where its words are those of a row on who took part."""

from __future__ import annotations

import pytest

from evidence_atlas.writing.sentences.among_others import among_others

from .pages import quick_of

ASKED = (
    "We asked 812 bakers about asthma and their work in the year after a strike. RESULTS: "
    "Asthma was more common in night bakers than in day bakers. {} Rye was baked by 312 of them."
)


@pytest.mark.parametrize(
    ("found", "told"),
    [
        ("In multivariable analysis, female sex, damp homes and old ovens were significantly "
         "associated with asthma.", "female sex, damp homes and old ovens"),
        ("The risk factors for asthma were female sex, damp homes and old ovens.",
         "female sex, damp homes and old ovens"),
        ("Dusty homes and old ovens were identified as risk factors for asthma.",
         "dusty homes and old ovens were identified as risk factors"),
    ],
)  # fmt: skip
def test_what_went_with_the_illness_is_no_row_of_who_took_part(found: str, told: str) -> None:
    quick = " ".join(quick_of(ASKED.format(found), "Factors associated with asthma in bakers"))
    assert told in quick.casefold()


def test_who_took_part_is_still_no_finding() -> None:
    quick = quick_of(ASKED.format("Female bakers were 61% and mean age was 43 years."))
    assert not any("43" in s for s in quick)


def test_a_word_that_maps_only_what_a_bracket_held_does_not_hide_the_main_result() -> None:
    found = (
        "We found a higher frequency of asthma (31% vs 11%) and rashes (13% vs 6%) among bakers as "
        "compared to clerks respectively."
    )
    quick = " ".join(quick_of(ASKED.format(found), "Asthma and rashes in bakers and clerks"))
    assert "a higher frequency of asthma and rashes among bakers" in quick
    assert "respectively" not in quick


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The signs found were: a cough, chest pain, fever, a rash, sore eyes and sneezing",
         "The signs found were a cough, chest pain and fever, among others"),
        ("The signs included: a cough, chest pain and fever",
         "The signs included a cough, chest pain and fever"),
        ("The signs were: a cough, chest pain), fever, a rash, sore eyes and sneezing", None),
        ("The groups were: bakers who coughed at night for years, and millers", None),
    ],
)  # fmt: skip
def test_a_list_behind_a_colon_is_told_as_one(text: str, told: str | None) -> None:
    assert among_others(text) == told
