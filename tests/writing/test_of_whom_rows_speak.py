"""A row or an opening says of people no more than what is said of all of them."""

from __future__ import annotations

import pytest

from .conftest import Study
from .test_rows_as_stated import page, row


@pytest.mark.parametrize(
    ("title", "abstract", "named"),
    [
        # Others who took part are told of without it.
        (
            "Long COVID and sleep in a national survey",
            "METHODS: A survey of 4,120 adults was used. RESULTS: Adults with long COVID slept "
            "less than adults without long COVID.",
            "long COVID; not everyone who took part had it",
        ),
        # It is what the study looked for.
        (
            "Shift work as a risk factor for heart failure: a cohort study",
            "METHODS: We followed 5,210 nurses for ten years. RESULTS: Nurses on night shifts "
            "had a higher risk of heart failure.",
            "heart failure; not everyone who took part had it",
        ),
        # A share of them reported it.
        (
            "Diabetes and long COVID: a survey",
            "METHODS: In all, 900 adults answered. RESULTS: Of them, 12% reported long COVID.",
            "diabetes and long COVID; not everyone who took part had both",
        ),
        # The count itself says that each of them had it.
        (
            "Sleep and long COVID: a survey",
            "METHODS: In all, 210 adults with long COVID answered. RESULTS: Adults with long "
            "COVID slept less than people without long COVID in an earlier survey.",
            "long COVID",
        ),
        # What youths may get elsewhere says nothing of these.
        (
            "Quality of life in long COVID: a survey",
            "AIM: Up to a quarter of youths may develop long COVID; we asked how they live. "
            "METHODS: In all, 80 youths answered. RESULTS: They were tired.",
            "long COVID; those who took part need not all have it",
        ),
    ],
)  # fmt: skip
def test_the_row_says_where_not_everyone_had_the_illness(title, abstract, named):
    assert row("Illness, as named", title, abstract) == named


def test_a_pandemic_that_only_dates_a_study_is_no_illness_of_its_people():
    told = page(
        "Low mood in new mothers in the era of COVID-19: a survey",
        "BACKGROUND: Much changed with the COVID-19 outbreak. METHODS: In all, 1,230 new mothers "
        "were asked during the COVID-19 pandemic. RESULTS: Low mood was found in 12%.",
    )
    rows = told["study_at_a_glance"]
    assert not any(r.startswith("Illness") for r in rows)
    assert "about COVID" not in told["quick_summary"][0]


def test_an_epidemic_that_people_had_stays_their_illness():
    told = row(
        "Illness, as named",
        "Low mood in nurses with COVID-19 in the era of COVID-19: a survey",
        "METHODS: In all, 230 nurses with COVID-19 were asked. RESULTS: Low mood was found in 12%.",
    )
    assert told == "COVID-19"


def opening(title: str, abstract: str) -> str:
    return page(title, abstract)["quick_summary"][0]


def test_people_who_answered_once_were_not_followed():
    told = opening(
        "Lasting tiredness in a cohort of bus drivers",
        "METHODS: This was a cross-sectional online survey of 412 bus drivers over a six-week "
        "period. RESULTS: A third of them reported lasting tiredness.",
    )
    assert "followed" not in told
    assert "looked at 412 bus drivers" in told


def test_people_seen_at_two_visits_were_followed_all_the_same():
    told = opening(
        "Lasting tiredness in a cohort of bus drivers",
        "METHODS: We followed 412 bus drivers for two years, after a cross-sectional survey. "
        "RESULTS: A third of them reported lasting tiredness at follow-up visits.",
    )
    assert "followed 412 bus drivers" in told


ALONE = (
    "METHODS: Nineteen adults with long COVID were seen. Salt in sweat was measured and set "
    "against symptoms. RESULTS: Salt was correlated with thirst. CONCLUSIONS: Later studies need "
    "healthy controls."
)


def test_what_was_on_record_was_not_measured_in_people():
    told = opening(
        "Gout, anemia and headache before long COVID: a case-control study",
        "METHODS: From the medical records of a region, 4,210 patients with long COVID were "
        "compared with 8,420 healthy controls. RESULTS: Gout, anemia and headache were more "
        "common in patients with long COVID than in controls.",
    )
    assert "measured" not in told
    assert told.startswith("Researchers compared records of 4,210 people with long COVID with ")


def test_nobody_is_compared_where_the_text_sets_nobody_beside_others():
    from evidence_atlas.writing.brief.how_made import frame_name

    from .pages import MECFS, AbstractSection, Record, read

    def named(abstract: str) -> str:
        record = Record(
            source="test", raw_hash="0" * 64, title="Salt in sweat in long COVID", pmid="1",
            abstract=(AbstractSection(text=abstract),), abstract_kind="original",
        )  # fmt: skip
        return frame_name("comparison", record, read(record, MECFS))

    assert named(ALONE) == "measured_alone"
    assert named(ALONE.replace("with thirst", "with thirst in both groups")) == "comparison"


def test_a_code_that_is_half_of_what_was_asked_is_not_told_for_all_of_it():
    told = page(
        "Sleep in long COVID: a cohort study",
        "METHODS: In records of 640 people, long COVID was defined by a positive virus test and "
        "an ICD-10 code of long COVID. RESULTS: Patients with long COVID slept less.",
    )
    rows = [r for r in told["study_at_a_glance"] if r.startswith("How it was diagnosed")]
    assert rows == [
        "How it was diagnosed: The authors write: “a positive virus test and an ICD-10 code of "
        "long COVID”"
    ]
    assert not any("ICD code" in s for part in told.values() for s in part)


def test_what_only_those_for_comparison_had_is_not_what_was_given():
    study = Study(
        "We compared 410 adults with asthma on salt caves with controls prescribed honey, or mint.",
        study_type="Cohort",
        facts={"interventions": ("salt caves", "honey", "mint")},
        quotes={
            "interventions.salt caves": "salt caves",
            "interventions.honey": "honey",
            "interventions.mint": "mint",
        },
    )
    rows = study.told("study_at_a_glance")
    assert [r for r in rows if r.startswith("What was given")] == ["What was given: salt caves"]


def test_a_trait_behind_a_comma_is_told_with_the_others():
    told = opening(
        "Lasting cough: a survey",
        "METHODS: The survey included 1,230 adults aged 40 years and older, testing positive for "
        "pertussis. RESULTS: A tenth coughed for a year.",
    )
    assert "testing positive for pertussis" in told


def test_a_relationship_between_two_things_is_none_of_two_kinds_of_people():
    told = row(
        "Who they were",
        "Relationship between sleep and mood in retired ferry workers: a survey",
        "METHODS: A survey was held. In all, 320 people answered. RESULTS: Mood was low in 12%.",
    )
    assert told is not None
    assert "retired ferry workers" in told


def test_a_list_that_a_title_tells_whole_has_nothing_beside_it():
    told = row(
        "What was measured",
        "Fatigue, pain and headache after influenza: a cohort study",
        "AIM: To study fatigue, pain and headache after influenza. METHODS: We followed 512 "
        "adults. RESULTS: Fatigue, pain and headache were common.",
    )
    assert told == "fatigue, pain and headache"


def test_the_ill_are_not_told_for_all_where_healthy_people_took_part():
    told = opening(
        "Breathing in long COVID: a cohort study",
        "METHODS: We followed adults with long COVID and healthy controls for two years. RESULTS: "
        "Breathing was slower in adults with long COVID than in healthy controls.",
    )
    assert "with long COVID and other people" in told
