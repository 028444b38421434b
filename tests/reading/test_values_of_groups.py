"""Values of two groups have a way where the difference was tested, however the groups are named."""

from __future__ import annotations

import pytest
from tests.reading.drawn_abstracts import reading

from evidence_atlas.reading.results import direction
from evidence_atlas.records import Reading

OF_BOTH = (
    ("higher", "The mean stay was 6.2 days versus 4.1 (p < 0.01) in the open and keyhole groups."),
    ("lower", "Mean scores were 12 vs. 19 (p = 0.002) in the yoga and stretching arms."),
    (
        "higher",
        "Pain was 4.1 and 2.2 points in the early and late groups, respectively (p = 0.01).",
    ),
    (
        "lower",
        "People had a mean of 0,4 (SD = 0.2) and 1,9 (SD = 0.8) falls in the walking and the "
        "resting groups, respectively (P = 0.004).",
    ),
    ("higher", "Days off were 1,200 and 900 in the day and night groups, respectively (p = 0.03)."),
    ("higher", "The 5-year survival for early vs. late care was 71.9% vs. 46.9% (p = 0.02)."),
    (
        "lower",
        "Median lactate was 1.7 without asthma and 1.3 (IQR 0.9-2.0) with asthma (p = 0.02).",
    ),
    ("higher", "Median lactate was 1.3 without asthma and 1.7 with asthma (p = 0.02)."),
    (
        "no difference",
        "The mean stay was 6.2 versus 4.1 (p = 0.31) in the open and keyhole groups.",
    ),
    ("descriptive", "The mean stay was 6.2 days in the open group."),
    ("descriptive", "The open and keyhole groups had 40 and 42 people, respectively."),
)


@pytest.mark.parametrize(("way", "said"), OF_BOTH)
def test_values_told_in_the_order_of_the_groups(way, said):
    assert direction.of(said, False) == way


HAD_A_CHANGE = (
    ("higher", "45% of the yoga group had a reduction in pain of 30% or more versus none at rest."),
    ("higher", "Of all, 38.1% of the early group improved compared with 19.4% of the late group."),
    ("lower", "12 (20%) of the early group were in remission versus 25 (41%) of the late group."),
    ("lower", "Only 9% of those on tablets achieved an improvement, whereas 31% on drops did."),
    ("higher", "In all, 61% of walkers reported an increase in sleep vs. 40% of the others."),
    ("no difference", "45% of walkers had a reduction in pain versus 41% of the others (p = 0.6)."),
    # Two times, not two groups; a change of how much, not of how many.
    ("descriptive", "45% had pain."),
    ("decrease", "The share with pain decreased from 45% to 20%."),
)


@pytest.mark.parametrize(("way", "said"), HAD_A_CHANGE)
def test_of_two_shares_of_people_who_changed_the_numbers_say_which_is_more(way, said):
    assert direction.of(said, False) == way


VALUES = (
    "Relapses were seen in 24/82 (29.3%) in the tablet group and 37/81 (45.7%) in the drop group."
)
BEHIND = (
    ("lower", "The difference was statistically significant (p = 0.03)."),
    ("lower", "This difference in relapses was significant by the chi-square test."),
    ("lower", "These differences were highly significant (p < 0.001)."),
    ("no difference", "The difference was not significant (p = 0.2)."),
    ("no difference", "This difference did not reach statistical significance."),
    ("no difference", "The difference was non-significant."),
    ("descriptive", "No differences in sleep were significant."),
    ("descriptive", "Sleep was significantly better in the tablet group."),
    ("descriptive", "The groups are described below."),
)


@pytest.mark.parametrize(("way", "behind"), BEHIND)
def test_a_test_in_the_sentence_behind_bears_the_values_out(way, behind):
    assert first_way(f"{VALUES} {behind}") == way


def test_a_test_two_sentences_on_is_of_something_else():
    assert first_way(f"{VALUES} Sleep was sound. The difference was significant.") == "descriptive"


FOUND_ONLY = (
    ("higher", "Antibodies were detected in 31 patients but not in healthy controls."),
    ("higher", "The peptide was reactive with all sera of patients but not with sera of controls."),
    ("higher", "Small fibre loss was present in patients, but not in the controls."),
    ("higher", "The variant was seen in nine patients, but not in any of the volunteers."),
    ("descriptive", "Antibodies were detected in the blood but not in urine."),
    ("descriptive", "Antibodies were detected in March, but not in winter."),
    ("descriptive", "Antibodies were detected in patients."),
)


@pytest.mark.parametrize(("way", "said"), FOUND_ONLY)
def test_what_is_found_in_patients_but_not_in_controls_is_more(way, said):
    assert first_way(said) == way


def ways(said: str) -> list[str]:
    return [r.direction for r in of_parts(said, "These matters should be studied further.").results]


def first_way(said: str) -> str:
    return ways(said)[0]


def of_parts(said: str, concluded: str) -> Reading:
    return reading(
        "Relapses and sleep in ME/CFS",
        "The cause of ME/CFS is not known. We looked at relapses and sleep.",
        "We compared 82 patients with ME/CFS and 81 healthy controls.",
        said,
        concluded,
    )


def test_a_member_of_a_list_of_what_is_linked_is_linked():
    told = (
        "Slow recovery predicted any relapse (OR 1.7, 95% CI 1.2-2.5) and late relapse "
        "(OR 4.7, 95% CI 2.1-9.7)."
    )
    assert ways(told) == ["association", "association"]
    told = (
        "Determinants of relapse were older age (OR = 1.9; p = 0.003), raised weight (OR = 4.0; "
        "p < 0.001) and few visits (OR = 2.7; p = 0.005)."
    )
    assert ways(told) == ["association"] * 3


def test_what_the_authors_say_only_at_the_end_that_they_found_is_a_result():
    seen = of_parts(
        "Relapses occurred in 24 patients.",
        "We observed more sleep in the second year. This may help in planning.",
    )
    assert [r.direction for r in seen.results][1:] == ["higher"]


def test_what_the_authors_make_of_it_is_none():
    for concluded in (
        "These relapses may be more common in winter.",
        "Rest improves sleep.",
        "We found evidence for more rest in the plans of others.",
    ):
        assert len(of_parts("Relapses occurred in 24 patients.", concluded).results) == 1


def test_what_was_seen_at_a_follow_up_is_a_result():
    seen = of_parts(
        "At a median follow-up of 8 months, survival was 3.2 months.", "More is needed."
    )
    assert "survival was 3.2 months" in seen.results[0].text
    assert not of_parts("The median follow-up was 8 months.", "More is needed.").results


BEHIND_THE_NAME = (
    ("lower", "The mean time in group A was 4.7 min and in group B was 18.0 min (P < 0.001)."),
    ("higher", "Stay in the ward group was 9.1 days and the home group was 4.2 days (p = 0.01)."),
    ("lower", "Time to sleep in groups 1 and 2 was 9.5 and 14.7 min, respectively (p = 0.005)."),
    ("lower", "The number of visits for pens versus pills was 1.5 versus 2.5 (P = 0.03)."),
    ("higher", "Scores for controls were 3.1 and for patients were 7.2 (p = 0.01)."),
    ("descriptive", "The mean time in group A was 4.7 min and in group B was 18.0 min."),
)


@pytest.mark.parametrize(("way", "said"), BEHIND_THE_NAME)
def test_values_told_behind_the_name_of_their_group(way, said):
    assert direction.of(said, False) == way
