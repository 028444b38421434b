"""A result points where its words point: told from its start, in a list, or with an exception."""

import pytest
from tests.reading.test_results import FRAME, reading

from evidence_atlas.reading.results import better_or_worse, direction, outcomes


@pytest.mark.parametrize(
    ("clause", "way"),
    [
        ("Heart rate was lower before treatment than at three months", "increase"),
        ("Memory at baseline was better than that seen at the six-month follow-up", "decrease"),
        ("The share of weak people declined slowly from 2005 to 2013", "decrease"),
        ("The joint score improved from a median of 12 (IQR 3;15) to 7 (IQR 2;9)", "decrease"),
        ("Secondary analyses showed no increased risk of headache", "no difference"),
        ("We did not document differences in antibody levels", "no difference"),
        ("Wheeze was more common among people with stable or worsening cough", "higher"),
        (
            "The illness was associated with higher iron levels compared with the flu group",
            "higher",
        ),
        ("Iron levels remained a robust correlate of cough", "association"),
        ("In the drug group, greater cough went with smaller gains in sleep", "association"),
        ("The aggravated rate was significantly lower in the herb group than on placebo", "lower"),
        ("They were no more likely to write a plan", "no difference"),
        ("People with wheeze had higher scores than people with the same age and sex", "higher"),
        (
            "Several genes were linked with wheeze, although not at the strict genome-wide "
            "significance level",
            "no association",
        ),
        (
            "The association of the gene with wheeze narrowly missed this threshold",
            "no association",
        ),
        ("Scores were no higher in patients than in controls", "no difference"),
        ("No more than three had higher scores than before", "higher"),
        (
            "The pill did not result in a significantly higher chance of recovery than usual care",
            "no difference",
        ),
        (
            "The rate of cure was 45.6 and 36.3 % (p = 0.003) for pill and drip, respectively",
            "higher",
        ),
        ("Falls occurred in 9 (8%) of 114 treated and 18 (17%) of 105 others (P = 0.04)", "lower"),
        (
            "Falls occurred in 9 (8%) of 114 treated and 9 (9%) of 105 others (P = 0.8)",
            "no difference",
        ),
        ("A reliever was used on 94 days", "descriptive"),
        ("People without hearing impairments were less likely to get a test", "lower"),
        (
            "Higher rates of falls were seen in blind people, with a risk ratio of 1.73 for one "
            "group, and non-significant for the other",
            "higher",
        ),
        ("but not in patients without improvements (p=0.0001)", "no difference"),
        ("Higher risk (upper quarter) showed lower mean step counts at all times", "lower"),
        (
            "Well-being at baseline i.e. before (52 (SD, 9.2); p<0.001) was better than that at "
            "the one-year follow-up",
            "decrease",
        ),
        ("This was a significant improvement of 5% over the symptoms-only model", "higher"),
        (
            "After adjusting for age, the relative risk increased to 1.43 (95% CI: 1.15-1.79)",
            "higher",
        ),
        (
            "Cough was inversely linked with two doses (OR 0.7) with no interaction of both",
            "association",
        ),
        ("Walking distance was improved in the trained group by 19 m (p = 0.001)", "increase"),
        ("Sex-specific differences were also observed", "mixed"),
        ("Treatment delayed the time to the first attack", "higher"),
        ("Despite the improvements, scores remained below the normative mean", "lower"),
    ],
)
def test_words_that_turn_a_direction_are_heard(clause: str, way: str) -> None:
    assert direction.of(clause, compares_people=True) == way


def test_a_change_told_from_its_start_is_not_called_better() -> None:
    clause = "Quality of life before admission was better than that at the one-year follow-up"
    assert better_or_worse.called(clause, "decrease") is None


@pytest.mark.parametrize(
    ("sentence", "ways"),
    [
        (
            "Older age (OR 1.4, 95% CI 1.1-1.7) and reduced mobility (OR 2.0, 95% CI 1.5-2.6) "
            "were associated with long coughs.",
            {"association"},
        ),
        ("Iron levels were associated with a higher pulse and reduced strength.", {"association"}),
        (
            "Scores rose in all tests, except the walking test.",
            {"higher", "no difference"},
        ),
    ],
)
def test_what_is_linked_or_left_out_is_told_as_that(sentence: str, ways: set[str]) -> None:
    assert {r.direction for r in reading(FRAME + sentence).results} == ways


def test_what_an_abstract_without_headings_knows_already_is_no_result() -> None:
    found = reading(
        "The spike protein was shown to raise clotting in 40% of people. "
        "Here we measured clotting in 30 people with a long cough. "
        "Clotting was higher in people with a cough than in controls. "
        "Iron was lower in people with a cough than in controls."
    )
    assert [r.direction for r in found.results] == ["higher", "lower"]


@pytest.mark.parametrize("name", ["levels", "following reinfection", "relative risks", "any", "LC"])
def test_a_word_that_names_nothing_is_no_outcome(name: str) -> None:
    assert outcomes.name_in(name) is None


@pytest.mark.parametrize("name", ["serum iron levels", "breathlessness", "working memory"])
def test_what_was_measured_keeps_its_whole_name(name: str) -> None:
    assert outcomes.name_in(name) == name


@pytest.mark.parametrize(
    ("sentences", "told"),
    [
        (
            "Grip strength was reduced in all patients, with a median of 16 kg. "
            "After the drug it rose by 2.6 kg.",
            ("lower", "baseline"),
        ),
        ("Pain was reduced in all patients, with a median of 3 points.", ("decrease", None)),
        ("Over time, grip strength was reduced in all patients.", ("decrease", None)),
        (
            "Grip strength fell after treatment. Walking speed was reduced in all patients.",
            ("decrease", None),
        ),
    ],
)
def test_how_all_stood_ahead_of_the_treatment_is_no_effect_of_it(
    sentences: str, told: tuple[str, str | None]
) -> None:
    found = reading(
        "All 20 patients with asthma took pyridostigmine for 12 weeks. RESULTS: " + sentences,
        "Effects of pyridostigmine in patients with asthma",
    )
    of_all = next(r for r in found.results if "in all patients" in r.text)
    assert (of_all.direction, of_all.timepoint) == told


def test_how_all_stood_is_a_result_where_nothing_was_given() -> None:
    found = reading("We measured 20 patients with asthma. Grip strength was low in all patients.")
    assert [r.timepoint for r in found.results] == [None]
