"""What makes those who took part these people is told in Quick, in the place of lesser things."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import cast

from evidence_atlas.conditions import load
from evidence_atlas.writing.glossary.plain_words import Glosser
from evidence_atlas.writing.material import Material
from evidence_atlas.writing.quick.fitted import fitted
from evidence_atlas.writing.quick.opening_topic import one_of_several
from evidence_atlas.writing.said import Keep, Said

from .pages import page, told_in
from .test_openings import quick

CONDITION = load("mecfs")


def opening(words: str, **more: object) -> Said:
    made = Said(words, (), about=("participants",), lay=True, keep=Keep.OPENING)
    return replace(made, **more)  # type: ignore[arg-type]


WHOM = opening("This study looked at 40 keepers of old lighthouses by the sea.", tells_whom=True)
WHAT = opening("This study looked at 40 adults. The study was about sleep.")
HEAD = opening("This study looked at 40 adults.", fuller=(WHAT, WHOM))
LINK = Said("This is a link. It does not show cause.", (), about=("limits.link_not_cause",),
            lay=True, keep=Keep.WEIGHTY_CAUTION)  # fmt: skip
SURE = Said("How sure: not yet sure.", (), about=("certainty",), lay=True, keep=Keep.CERTAINTY)


def found(words: int) -> Said:
    text = "Poor sleep was linked with " + "low mood at home and " * (words // 5) + "pain."
    return Said(text, (), about=("sentences.1",), lay=True, keep=Keep.MAIN)


def told(*rest: Said) -> list[str]:
    return [s.text for s in fitted([HEAD, *rest], Glosser(CONDITION, ""), ())]


def test_whom_a_study_was_of_comes_before_what_it_was_about():
    assert told(found(10), LINK, SURE)[0] == WHOM.text


def test_how_sure_gives_way_to_whom_beside_another_caution():
    said = told(found(47), LINK, SURE)
    assert said[0] == WHOM.text
    assert said[-1] == LINK.text


def test_the_only_caution_stays():
    assert told(found(52), SURE)[-1] == SURE.text


def test_survivors_beside_others_are_told_as_survivors():
    said = quick(
        "Handwriting of COVID-19 survivors: a cross-sectional survey",
        "METHODS: We asked them how often they write by hand and how well they can read what they "
        "wrote. RESULTS: A total of 50 COVID-19 survivors and 60 non-infected controls were "
        "recruited. Survivors wrote less often than controls.",
    )
    assert "50 COVID-19 survivors and 60" in said


def test_those_called_healthy_who_had_had_the_infection_are_told_so():
    made = page(
        "Handwriting in long COVID: a case-control study",
        "METHODS: We tested the handwriting of 60 adults with long COVID and 45 healthy volun"
        "teers with COVID-19 history but no complaints. RESULTS: Adults with long COVID wrote more "
        "slowly.",
    )
    assert "45 healthy people." not in told_in(made, "quick_summary")
    assert "with COVID-19 history but no complaints”" in told_in(made, "quick_summary")


def test_the_healthy_who_never_had_it_stay_healthy_people():
    made = page(
        "Handwriting in long COVID: a case-control study",
        "METHODS: We tested the handwriting of 60 adults with long COVID and 45 healthy "
        "volunteers who never had COVID-19. RESULTS: Adults with long COVID wrote more slowly.",
    )
    assert "45 healthy people" in told_in(made, "quick_summary")


def test_those_who_never_had_it_are_told_so_where_a_figure_stands_in_its_name():
    said = quick(
        "Handwriting after COVID-19: an observational cohort study",
        "METHODS: We tested handwriting in individuals recovered from COVID-19 (n = 70) and "
        "individuals with no prior COVID-19 infection (n = 40). RESULTS: Those who had recovered "
        "wrote more slowly.",
    )
    assert "people for comparison" not in said
    assert "“individuals with no prior COVID-19 infection”" in said


def test_by_what_people_were_matched_is_left_out_of_who_they_were():
    said = quick(
        "Handwriting after COVID-19: a cross-sectional study",
        "METHODS: A total of 29 music students who had long COVID were included as cases, while "
        "29 age- and sex-matched music students with no history of COVID-19 were recruited as "
        "controls. RESULTS: Cases wrote more slowly.",
    )
    assert "29 “music students with no history of COVID-19”" in said


def test_all_groups_of_people_with_one_illness_are_told_by_it():
    said = quick(
        "Markers in the blood of patients with post-sarcoidosis chronic fatigue syndrome",
        "BACKGROUND: Chronic fatigue syndrome (CFS) is lasting fatigue. METHODS: Seventy-one "
        "sarcoidosis patients were divided into three groups: remission with fatigue (RS/CFS, "
        "n=22), remission without fatigue (R/S, n=23), and active sarcoidosis (A/S, n=26). "
        "RESULTS: RS/CFS and A/S groups showed higher fatigue compared to R/S.",
    )
    assert "other groups of people" not in said
    assert "71 “sarcoidosis patients”" in said


def test_one_of_two_things_in_a_title_is_not_what_a_study_was_about():
    title = SimpleNamespace(title="Daily noise and worry in long COVID")
    m = cast(Material, SimpleNamespace(record=title, condition=CONDITION))
    assert one_of_several(m, "worry")
    assert not one_of_several(m, "daily noise")


def test_workers_who_had_all_had_the_infection_are_told_so():
    said = quick(
        "Long COVID in healthcare workers: a cross-sectional study",
        "METHODS: We asked healthcare workers (HCWs) about symptoms. RESULTS: Among 4033 HCWs with "
        "a history of COVID-19, those with long COVID reported more headaches than those without "
        "long COVID.",
    )
    assert "healthcare workers after COVID-19" in said


def test_children_enrolled_after_the_infection_are_told_so():
    said = quick(
        "Vitamins for children with long COVID: a retrospective study",
        "METHODS: We looked back at the vitamins that parents gave. RESULTS: A total of 1243 "
        "children were enrolled following documented SARS-CoV-2 infection, with 940 (76.2%) "
        "diagnosed as recovered and 294 (23.8%) diagnosed with long COVID.",
    )
    assert "1,243 children after COVID-19" in said


def test_women_affected_by_an_illness_in_a_trial_are_told_with_it():
    said = quick(
        "Yoga for low mood: a randomised controlled trial",
        "AIM: To see whether yoga eases low mood in women affected by long COVID. METHODS: In this "
        "randomised controlled trial, 111 women were randomly assigned to yoga or no yoga for "
        "8 weeks. RESULTS: Mood was better with yoga than without.",
    )
    assert "with long COVID" in said


def test_who_made_a_thing_is_not_who_used_it():
    said = quick(
        "A guide for people with long COVID on the web",
        "METHODS: The guide was made by a team that included sleep doctors and partners. RESULTS: "
        "Within the first year the guide had 8570 new users, and 56.3% of users came by computer.",
    )
    assert "sleep doctors" not in said
