"""A reader who knows no scale, and no trial's names of its groups, understands what came out."""

import msgspec
import pytest

from evidence_atlas import checking, conditions, grading, reading, writing
from evidence_atlas.records import AbstractSection, Record
from evidence_atlas.writing.material import Material
from evidence_atlas.writing.sentences.scales_told import in_measures

CONDITION = conditions.load("mecfs")
OPENING = (
    "In this randomised controlled trial, 60 adults with ME/CFS were randomly assigned to warm "
    "baths (n = 30) or usual care (n = 30) for 12 weeks. "
)
FATIGUE = (
    "At 12 weeks, Fatigue Severity Scale scores were significantly lower in the yoga group than in "
    "the control group (p = 0.01)."
)


def study(results: str, title: str = "Yoga in ME/CFS: a randomised controlled trial"):
    record = Record(
        source="test", raw_hash="h", title=title, abstract_kind="original",
        abstract=(AbstractSection(text=OPENING + results),), languages=("eng",),
    )  # fmt: skip
    read = reading.read(record, CONDITION)
    grades = grading.grade(record, read, CONDITION)
    brief = writing.summarise(record, read, grades)
    page = writing.draft("k", brief, record, read, grades, (), {}, CONDITION)
    return record, read, grades, page


def critical(record, read, grades, page) -> list[str]:
    flags = checking.check(page, record, read, grades, (), {}, CONDITION)
    return [f"{f.code} {f.detail}" for f in flags if f.severity == "CRITICAL"]


def quick(results: str, **more: str) -> str:
    made = study(results, **more)
    assert critical(*made) == []
    return " ".join(s.text for s in made[3].statements() if s.section == "quick_summary")


def test_a_questionnaire_is_told_by_what_it_measures_and_which_end_is_better():
    told = quick(FATIGUE)
    assert "Fatigue Severity" not in told
    assert "scores for fatigue (lower is better) were lower with yoga than with usual care" in told


def test_the_better_end_is_not_told_beside_a_word_that_judges():
    told = quick(
        "At 12 weeks, improvements in Insomnia Severity Index scores were seen in both groups, "
        "to a greater degree in the yoga group."
    )
    assert "mprovements in trouble with sleep" in told
    assert "is better)" not in told


def test_a_score_that_shares_its_noun_with_a_word_in_front_keeps_its_name():
    record, read, grades, _ = study(FATIGUE)
    brief = writing.summarise(record, read, grades)
    m = Material("k", brief, record, read, grades, (), {}, CONDITION)
    shared = "people had lower physical and mental component scores of quality of life"
    assert in_measures(m, shared)[0] == shared
    alone = in_measures(m, "the mental component scores were lower")[0]
    assert "scores for mental health" in alone


def test_a_scale_whose_forms_count_both_ways_has_no_better_end():
    told = quick(
        "At 12 weeks, the performance status score of the yoga group was significantly lower "
        "than that of the control group (p = 0.01)."
    )
    assert "daily activities was lower" in told
    assert "better" not in told


def test_what_the_authors_call_an_improvement_is_told_as_better():
    told = quick(
        "At 12 weeks, the performance status score of the yoga group was significantly lower "
        "than that of the control group (p = 0.01), suggesting an improvement in daily function."
    )
    assert "daily function was better with yoga than with usual care" in told


@pytest.mark.parametrize(
    ("sentence", "told_as"),
    [
        (
            "The fatigue score decreased in both groups, but the decrease was greater in the "
            "yoga group than in the control group (p < 0.01).",
            "Fatigue score fell in both groups, but more with yoga than with usual care.",
        ),
        (
            "Greater improvements in sleep quality were observed in the yoga group than in the "
            "control group (p = 0.02).",
            "Sleep quality improved more with yoga than with usual care.",
        ),
        (
            "The control group showed greater reductions in pain than the yoga group (p = 0.02).",
            "Pain fell more with usual care than with yoga.",
        ),
        (
            "The mean (SD) change in sleep quality at 12 weeks was 8.3 (1.2) points in the yoga "
            "group and 4.7 (1.1) points in the control group (adjusted mean difference, 3.6 "
            "[95% CI, 1.1-6.3]; P = .02).",
            "Sleep quality rose more with yoga than with usual care.",
        ),
        (
            "There was no group by time interaction for sleep quality.",
            "The study found no clear difference between the groups in how sleep quality changed.",
        ),
    ],
)
def test_results_between_groups_are_told_by_what_the_groups_had(sentence: str, told_as: str):
    assert told_as in quick(sentence)


def test_a_change_within_what_chance_gives_is_not_told_as_one():
    told = quick(
        "Greater improvements in sleep quality were observed in the yoga group than in the "
        "control group (p = 0.42)."
    )
    assert "improved more" not in told


def test_a_test_that_is_itself_studied_keeps_its_name():
    page = study(
        "Chalder Fatigue Questionnaire scores decreased.",
        title="Does the Chalder Fatigue Questionnaire show change in ME/CFS?",
    )[3]
    told = " ".join(s.text for s in page.statements() if s.section == "quick_summary")
    assert "score for fatigue" not in told


def test_the_people_of_a_trial_have_the_illness_that_it_was_made_for():
    record = Record(
        source="test", raw_hash="h", title="Yoga in long COVID: a randomised trial",
        abstract=(AbstractSection(text=(
            "In a 6-month pragmatic randomised controlled trial, we compared yoga with usual "
            "care in adults with long COVID. Of 90 assessed for eligibility, 70 participants were "
            "randomised 1:1. Sleep did not differ between the groups."
        )),), abstract_kind="original", languages=("eng",),
    )  # fmt: skip
    read = reading.read(record, CONDITION)
    grades = grading.grade(record, read, CONDITION)
    brief = writing.summarise(record, read, grades)
    page = writing.draft("k", brief, record, read, grades, (), {}, CONDITION)
    opening = next(s.text for s in page.statements() if s.section == "quick_summary")
    assert opening.startswith("Seventy adults with long COVID were put by chance into groups")
    assert "6 months" in opening


def changed(page, section: str, old: str, new: str):
    """The page with words of one section exchanged."""
    sections = tuple(
        msgspec.structs.replace(
            sec,
            statements=tuple(
                msgspec.structs.replace(s, text=s.text.replace(old, new)) for s in sec.statements
            ),
        ) if sec.name == section else sec
        for sec in page.sections
    )  # fmt: skip
    return msgspec.structs.replace(page, sections=sections)


def test_the_gate_holds_a_page_that_turns_the_better_end_round():
    made = study(FATIGUE)
    wrong = changed(made[3], "quick_summary", "lower is better", "higher is better")
    assert wrong != made[3]
    assert any("direction-contradicts" in f for f in critical(*made[:3], wrong))


def test_the_gate_holds_a_page_that_exchanges_the_groups():
    made = study(
        "Greater improvements in sleep quality were observed in the yoga group than in the "
        "control group (p = 0.02)."
    )
    wrong = changed(
        made[3], "quick_summary",
        "with yoga than with usual care", "with usual care than with yoga",
    )  # fmt: skip
    assert wrong != made[3]
    assert any("direction-contradicts" in f for f in critical(*made[:3], wrong))
