"""What is left off a finding leaves nothing behind that reads otherwise.

The sentences are invented.
"""

from __future__ import annotations

from evidence_atlas.writing.sentences.at_depth import without_statistics
from evidence_atlas.writing.words.clause import restate, tells_the_making


def test_a_time_goes_with_the_times_in_the_brackets_that_go():
    told = without_statistics(
        "Whistles had low sensitivity (up to 66% [95% CI, 62%-69%] at 3 months and 45% [95% CI, "
        "41%-49%] at 6 months) and high specificity (up to 81% [95% CI, 79%-83%] at 3 months and "
        "94% [95% CI, 92%-95%]) at 6 months."
    )
    assert told == "Whistles had low sensitivity and high specificity."


def test_a_time_of_the_whole_sentence_stays():
    assert without_statistics("Cough was rarer (p = 0.01) at 6 months.").endswith("at 6 months.")


def test_what_a_finding_is_taken_to_stress_is_no_part_of_it():
    told = restate(
        "Of the 10 masks, 4 were approved, emphasizing the reliability of the air in the mine",
        randomised_result=False,
    )
    assert told == "Of the 10 masks, 4 were approved"


def test_a_half_behind_what_is_stressed_is_not_cut_off():
    told = restate(
        "Wheeze was rarer in summer, highlighting the role of dust, but cough was more frequent",
        randomised_result=False,
    )
    assert told is None or "but cough" in told


def test_that_an_analysis_was_made_is_no_finding():
    assert tells_the_making("Genes of lungs were identified, and pathway analysis was performed.")
    assert not tells_the_making("Wheeze was rarer in summer, as a pathway analysis showed.")
