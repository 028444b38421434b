"""What the page of a trial says of who left and of how long each group had what it had."""

from __future__ import annotations

import pytest

from evidence_atlas.reading import read
from evidence_atlas.records import AbstractSection

from .pages import MECFS, page_that_passes, record_of, section, told_in, written

BEGAN = "Eighty adults with asthma were randomised to capsules of larch bark or placebo"
NULL = "Cough did not differ between larch bark and placebo."
TITLE = "Larch bark for asthma: a randomised placebo-controlled trial"


def told(*between: str, first: str = BEGAN + " for 12 weeks."):
    return page_that_passes(TITLE, " ".join((first, *between, NULL)))


def people_row(page) -> str:
    return next(s.text for s in page.statements() if s.label == "People" or "80 " in s.text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "There was a 22% and 47% dropout in the larch bark group at weeks 6 and 12.",
            "up to 47% of one group left early",
        ),
        ("The dropout rate was high (31%).", "31% left early"),
        ("Retention rates of 88% and 61% were seen at weeks 6 and 12.", "61% were still there"),
        ("The completion rate was 64%.", "64% finished"),
    ],
)
def test_a_large_share_that_left_is_told_at_every_depth(text: str, words: str) -> None:
    page = told(text)
    assert words in people_row(page)
    assert words.casefold() in told_in(page, "quick_summary").casefold()
    assert words in told_in(page, "does_not_prove")


@pytest.mark.parametrize(
    "text",
    [
        "The dropout rate was low (4%).",
        "We saw 100% retention and a 75% completion rate of the sessions.",
        "The sample size allowed for a 25% dropout.",
    ],
)
def test_a_small_share_or_one_of_other_things_is_no_warning(text: str) -> None:
    page = told(text)
    quick = told_in(page, "quick_summary") + told_in(page, "does_not_prove")
    assert "left early" not in quick
    assert "finished" not in quick


def test_where_the_people_are_counted_no_share_stands_beside() -> None:
    page = told("In all, 52 participants completed the trial, a completion rate of 65%.")
    assert "65%" not in people_row(page)


def test_what_one_group_had_for_longer_is_not_told_of_both() -> None:
    first = (
        "Eighty adults with asthma were randomised to larch bark (larch bark for 18 weeks) or to a "
        "late start (placebo for 9 weeks, and then larch bark for 9 weeks)."
    )
    assert "18 weeks" not in told_in(told(first=first), "quick_summary")


def test_how_far_a_length_may_be_off_is_not_the_length() -> None:
    page = told("Patients were seen again after 14 ± 3 months of follow-up.")
    rows = " ".join(section(page, "study_at_a_glance"))
    assert "followed for 14 ± 3 months" in rows


@pytest.mark.parametrize(
    ("first", "wrong"),
    [
        (BEGAN + ". During the 4th week, sleep was recorded.", "4th"),
        (BEGAN + " for 5 days every 28 days.", "5 days"),
        ("Eighty adults with back pain for 3 to 9 weeks were randomised to larch bark or placebo.",
         "9 weeks"),
        (BEGAN + ". All were followed for 6 months.", "a dummy treatment, for 6 months"),
    ],
)  # fmt: skip
def test_a_time_that_is_not_that_of_the_treatment_is_not_told_as_such(
    first: str, wrong: str
) -> None:
    assert wrong not in told_in(told(first=first), "quick_summary")


@pytest.mark.parametrize(
    ("title", "text", "words"),
    [
        (
            "Larch bark for cough: a randomised trial",
            "Eighty adults with asthma were randomised to larch bark or fig syrup for 6 weeks.",
            "They had larch bark or fig syrup, for 6 weeks",
        ),
        (
            "A randomised trial in asthma",
            "Eighty adults with asthma were randomly assigned to larch bark or placebo.",
            "They had larch bark or a dummy treatment",
        ),
        (
            "Larch bark versus horehound for cough: a randomised trial",
            "Eighty adults with asthma were put by chance into two groups.",
            "They had larch bark or horehound",
        ),
        (
            "Cough after oral larch: a randomised trial",
            "Eighty adults with asthma were randomised. They received either oral larch bark "
            "(n = 41) or intravenous (IV) horehound (n = 39).",
            "They had oral larch bark or horehound",
        ),
    ],
)
def test_both_groups_are_told_with_what_they_had(title: str, text: str, words: str) -> None:
    parts = (
        AbstractSection(label="METHODS", text=text),
        AbstractSection(label="RESULTS", text="Cough was rarer in one group than in the other."),
    )
    page = written(record_of(title, *parts), passes=True)
    assert words in told_in(page, "quick_summary")


def test_half_a_name_and_people_are_no_treatment() -> None:
    page = page_that_passes(
        "Open versus closed chain exercise for knee pain: a randomised trial",
        "Eighty adults were randomised. Of 640 patients presenting with cough or wheeze and cough, "
        "80 were fit. Pain did not differ between the groups.",
    )
    told = " ".join(s.text for s in page.statements())
    assert "had open" not in told
    assert "They had" not in told


def test_the_operation_that_people_came_for_is_not_what_was_tried() -> None:
    record = record_of(
        "Foot pumps in hip surgery: a crossover study",
        "A randomised crossover study of the effect of several foot pumps was made in ten patients "
        "who underwent hip replacement. Flow was greater with one pump than with the other.",
    )
    assert not any("underwent" in name for name in read(record, MECFS).interventions)


HARMS = "Larch bark was well tolerated."


def test_well_tolerated_is_not_all_where_events_are_counted() -> None:
    page = told(HARMS, "Adverse cardiac events occurred in 7 patients taking larch bark.")
    assert "write only" not in told_in(page, "quick_summary")
    assert "7 patients" in told_in(page, "study_at_a_glance")


@pytest.mark.parametrize(
    "text",
    [
        "The incidence of major bleeding was 12.5% with larch bark versus 4.1% with placebo.",
        "Bleeding complications were more frequent with larch bark (9 versus 2 patients).",
        "Nine patients on larch bark developed a complication of the lung.",
    ],
)
def test_bleeding_and_complications_are_no_silence_on_harms(text: str) -> None:
    assert "does not mention harms" not in told_in(told(text), "quick_summary")


def test_well_tolerated_among_the_methods_is_told_as_their_words() -> None:
    first = BEGAN + ". Larch bark was well tolerated in all groups. Cough was counted each night."
    assert "well tolerated" in told_in(told(first=first), "quick_summary")


def test_the_null_told_first_of_the_main_outcome_comes_first() -> None:
    page = page_that_passes(
        TITLE,
        BEGAN + ". The primary outcome was the decline of cough, counted with the Wheeze Tally "
        "(WT). No significant difference in the WT-counted decline of cough was seen between the "
        "groups. However, the larch bark group had significantly greater decline of cough and "
        "total load by the Hark Scale at day 20. Larch bark may ease cough and total load in "
        "asthma.",
    )
    quick = told_in(page, "quick_summary")
    assert quick.index("No clear difference") < quick.index("larch bark than with")


def test_who_only_completed_the_run_in_did_not_finish_the_trial() -> None:
    page = told(
        "In all, 90 patients were eligible, of whom 86 completed the baseline phase.",
    )
    assert "86 finished" not in " ".join(s.text for s in page.statements())


def test_a_null_told_with_the_count_of_each_group_is_of_everybody() -> None:
    page = told(
        "The primary outcome was the rate of coughing. The rate of coughing was similar in the 41 "
        "participants in the larch bark group and the 39 participants in the placebo group. "
        "Members of the larch bark group slept longer (P = 0.01)."
    )
    assert "rate of coughing was similar" in told_in(page, "quick_summary")


def test_verbs_and_lengths_are_no_part_of_a_name() -> None:
    named = read(
        record_of(
            "Effects of a 6-month treatment with larch: a randomised trial",
            "Ninety adults were randomly assigned to receive Larch (n=30), Horehound (n=30), or "
            "Fig Syrup (n=30). Cough did not differ between the groups.",
        ),
        MECFS,
    ).interventions
    assert [n.casefold() for n in named] == ["larch", "horehound", "fig syrup"]


def test_how_long_and_that_it_was_given_alone_are_no_part_of_a_name() -> None:
    named = read(
        record_of(
            "Larch in asthma: a randomised trial",
            "Ninety adults with asthma were randomised. They received 90 days of LB-2 only. "
            "Cough fell.",
        ),
        MECFS,
    ).interventions
    assert named == ("LB-2",)


def test_a_hard_null_of_the_main_outcome_is_not_hidden_by_a_conclusion_on_a_part() -> None:
    made = written(
        record_of(
            TITLE,
            BEGAN + ". The primary end point was whooping cough or croup. The cumulative frequency "
            "of whooping cough at 2 years did not differ significantly between the group assigned "
            "LBX plus HBQ and that assigned HBQ alone (133/1155 [11.5%] vs "
            "141/1151 [12.3%], p=0.6). People whose skin turned red had a significantly lower "
            "frequency of whooping cough than others (p=0.003). Redness of the skin of 5 mm or "
            "more in either group was associated with protection from cough.",
        )
    )
    assert "no clear difference" in told_in(made, "quick_summary")


def test_a_conclusion_does_not_hide_that_the_groups_differed_in_some_people_only() -> None:
    made = page_that_passes(
        TITLE,
        BEGAN + ". The larch bark group showed significantly nightly cough relieving compared "
        "with the placebo group at 12 weeks in women. These findings suggest that larch bark "
        "has beneficial effects on asthma.",
    )
    quick = told_in(made, "quick_summary")
    assert "a difference in some of the people only" in quick
