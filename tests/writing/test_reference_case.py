"""The reference case: a crossover whose good news stands in one of four small groups."""

import pytest


@pytest.mark.parametrize("retold", [True, False])
def test_the_quick_summary_tells_the_whole_group_first(make, retold):
    assert make.see(retold).told("quick_summary") == [
        "Thirty people with asthma were to have interferon alfa-2a (an immune signal substance) "
        "and a dummy treatment in turn; 26 finished.",
        "A blood test of immune cells was higher than at the start, but quality of life did not "
        "clearly change.",
        "In one of four groups, seven people, quality of life scores were better than at the start.",  # noqa: E501
        "The abstract does not mention harms.",
        "Nothing is compared with a dummy treatment.",
    ]  # fmt: skip


def test_every_result_says_whom_it_concerns_and_against_what(make):
    assert [s.label for s in make.see().section("observed_findings")] == [
        "Compared with their own start",
        "Compared with their own start",
        "Compared with their own start",
        "Compared with their own start",
    ]


def test_numbers_stay_as_printed(make):
    first = make.see().section("observed_findings")[0].text
    assert "from 87.8 ± 19.6 to 129.3 ± 20.7" in first
    assert "p < .05" in first


def test_no_other_study_means_that_and_nothing_more(make):
    told = make.see().told("why_it_matters")
    assert told[-1] == "No other study in this atlas tried interferon alfa-2a."


def test_the_divided_groups_are_not_said_to_be_planned(make):
    assert (
        "A result concerns only patients with isolated NK dysfunction, one of four groups into "
        "which those who finished were divided; the abstract does not say that these groups were "
        "planned."
    ) in make.see().told("limitations")


def test_chance_is_not_claimed_where_it_is_not_stated(make):
    page = make.see().page()
    assert not any("put by chance" in s.text for s in page.statements())
    assert any(
        s.text == "The abstract does not say whether chance decided who had interferon alfa-2a or "
        "a placebo first."
        for s in page.statements()
    )


def test_a_crossover_is_never_told_as_parallel_arms(make):
    text = " ".join(s.text for s in make.see().page().statements())
    assert "the placebo group" not in text
    assert "either interferon" not in text


def test_those_who_finished_are_kept_apart_from_those_who_started(make):
    rows = make.see().told("study_at_a_glance")
    assert rows[0] == "People: 30 people; 26 finished"
