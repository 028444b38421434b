"""Who knew which treatment was given, and who had both, as abstracts tell it."""

from __future__ import annotations

import pytest
from tests.grading.builders import ASTHMA, make_record

from evidence_atlas.reading import read

TOLD = {
    "Neither the patients nor the nurse who scored wheeze knew which inhaler was used.": "double",
    "Volunteers and the examiner were kept unaware of the inhaler.": "double",
    "The nurse who scored wheeze was unaware of the inhaler.": "single",
    "As masking of patients is impossible, assessors were kept unaware of the arm.": "single",
    "Everyone knew which inhaler had been given.": "open",
    "All involved were blinded until the data had been locked.": "double",
    "The design was open.": "open",
    "Patients knew the inhaler, but the nurse who scored wheeze was not told it.": "single",
    "Patients, doctors and the statistician did not learn the code until the end.": "double",
    "Only the pharmacy knew which inhaler was which.": "double",
    "Hiding the inhaler was of course impossible.": "open",
    "Neither patients nor nurses were blinded.": "open",
    "Those who scored wheeze had no idea which inhaler had been used.": "single",
    "Wheeze was scored by a nurse unaware of the inhaler.": "single",
    "Interviewers were never told to which arm a family belonged.": "single",
    "Nobody at the clinic held the list until the last visit.": "double",
    "All were fully aware of their assignment.": "open",
    "Participants and staff were told which inhaler it was.": "open",
    "The allocation was visible to patients and staff.": "open",
    "The form of the inhalers precluded concealment from patients or staff.": "open",
    "A double-blind study will be sought.": None,
    "Earlier double-blind trials gave mixed answers.": None,
}


@pytest.mark.parametrize("sentence", TOLD)
def test_blinding_is_read_from_who_did_not_know(sentence):
    text = f"METHODS: Sixty adults with asthma were randomised to two inhalers. {sentence}"
    reading = read(make_record("Two inhalers", text), ASTHMA)
    assert reading.design.blinding == TOLD[sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "Each patient used both inhalers, in random order.",
        "Patients served as their own controls.",
        "The order of the treatments was decided by a coin.",
    ],
)
def test_those_who_had_both_treatments_crossed_over(sentence):
    text = f"METHODS: Sixty adults with asthma took part. {sentence}"
    assert read(make_record("Two inhalers", text), ASTHMA).design.crossover is True


WHO = {
    "Neither the patients nor the nurse who scored wheeze knew which inhaler was used.": (
        "treated", "judging",
    ),
    "The nurse who scored wheeze was unaware of the inhaler.": ("judging",),
    "The study was double-blind.": (),
    "Everyone knew which inhaler had been given.": (),
}  # fmt: skip


@pytest.mark.parametrize("sentence", WHO)
def test_of_whom_it_was_hidden_is_told_only_where_the_text_tells_it(sentence):
    text = f"METHODS: Sixty adults with asthma were randomised to two inhalers. {sentence}"
    assert read(make_record("Two inhalers", text), ASTHMA).design.unaware == WHO[sentence]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Twenty practices were randomised to the two inhalers.", "cluster"),
        ("This was a stepped-wedge trial in nine hospitals.", "cluster"),
        ("This is a secondary analysis of a trial of two inhalers.", "post_hoc"),
        ("In subgroup analyses the inhaler helped smokers only.", "subgroups"),
        ("Adults were recruited at six hospitals.", "multicentre"),
    ],
)
def test_other_words_of_design(sentence, name):
    text = f"METHODS: Sixty adults with asthma took part. {sentence}"
    assert getattr(read(make_record("Two inhalers", text), ASTHMA).design, name) is True


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Headaches came as cluster headache in two.", "cluster"),
        ("Groups were compared by Tukey's post hoc test.", "post_hoc"),
        ("Forty patients from two practices were randomised.", "cluster"),
    ],
)
def test_words_of_design_that_are_none(sentence, name):
    text = f"METHODS: Sixty adults with asthma took part. {sentence}"
    assert getattr(read(make_record("Two inhalers", text), ASTHMA).design, name) is None


def test_how_long_people_were_followed():
    said = {
        "Patients were followed for two years.": "two years",
        "The median follow-up was 40 months.": "40 months",
        "At a seven-year follow-up most were well.": "seven years",
    }
    for sentence, length in said.items():
        text = f"METHODS: Sixty adults with asthma took part. RESULTS: {sentence}"
        assert read(make_record("Two inhalers", text), ASTHMA).design.follow_up == length


def test_a_pilot_is_one_where_the_authors_call_their_own_study_so_at_the_end():
    text = "METHODS: Sixty adults took part.\nCONCLUSIONS: Our pilot study shows no benefit."
    assert read(make_record("Two inhalers", text), ASTHMA).design.pilot is True


def test_interests_and_funding_are_read_from_the_text():
    text = "METHODS: Sixty adults took part.\nFUNDING: Supported by grants of the Lung Fund."
    reading = read(make_record("Two inhalers", text + " Competing interests: none."), ASTHMA)
    assert "Lung Fund" in (reading.funding or "")
    assert "none" in (reading.interests or "")


def test_reading_scans_without_the_group_blinds_no_treatment():
    text = "METHODS: Scans of 30 adults with asthma were made. Readers did not know the group."
    assert read(make_record("Lungs in asthma", text), ASTHMA).design.blinding is None


@pytest.mark.parametrize(
    "text",
    [
        "Nine databases were interrogated. Six of the studies found were randomised, with placebo.",
        "In the accompanying article the authors pool placebo arms of 21 randomised trials.",
        "While taking part in a double-blind trial a man of 57 began to cough. He had had placebo.",
    ],
)
def test_words_of_other_peoples_trials_are_not_the_papers_own(text):
    design = read(make_record("Cough in adults with asthma", text), ASTHMA).design
    assert (design.randomised, design.placebo, design.blinding) == (None, None, None)


def test_an_inert_paste_is_a_placebo():
    text = "METHODS: Sixteen adults drew lots for the drug or an inert paste."
    assert read(make_record("A paste for wheeze", text), ASTHMA).design.placebo is True


@pytest.mark.parametrize(
    ("sentence", "randomised"),
    [
        ("Sixty adults were randomly allotted to two inhalers.", True),
        ("Lots were drawn, and half of the adults got the new inhaler.", True),
        ("Sixty adults were allocated (ratio 1:1, by a web page) to two inhalers.", True),
        ("Sixty adults were divided by chance between two inhalers.", True),
        ("Which inhaler an adult got had been settled by a computer list.", True),
        ("The web system allotted adults to the inhaler or to nothing.", True),
        ("Charts of 60 adults, chosen with a random number generator, were read.", None),
        ("Those who came on odd dates got one inhaler, on even dates the other.", False),
        ("Randomisation was not possible, and the clinic chose the inhaler.", False),
        ("Sixty adults were treated after they had completed a randomised trial.", None),
        ("Adults were asked whether they were willing to join a randomised trial.", None),
        ("One small randomised trial found fewer attacks.", None),
    ],
)
def test_chance_is_read_in_other_words_and_only_of_this_study(sentence, randomised):
    read_so = read(make_record("Two inhalers", f"METHODS: {sentence}"), ASTHMA)
    assert read_so.design.randomised is randomised


def test_people_of_a_parallel_trial_who_changed_arms_make_no_crossover():
    text = "METHODS: Sixty adults were randomised. RESULTS: Twelve crossed over to surgery."
    assert read(make_record("Two inhalers", text), ASTHMA).design.crossover is None


OF_OTHERS = (
    "Interviews were held with 19 adults with asthma after the end of a randomised, double-blind "
    "trial, in the week in which they were told whether they had had placebo. Transcripts were "
    "coded line by line. Those who had been on placebo spoke of feeling foolish. Nobody regretted "
    "taking part. Three themes were found: waiting, guessing and being thanked. Recruiters said "
    "that they had found words for chance, and patients that they had heard a recommendation.",
    "Airway cells were taken from 42 adults with asthma and 40 healthy blood donors matched for "
    "age and sex. Libraries were run in random order, and the technicians were blinded to "
    "diagnosis. Cells of patients expressed more of three genes (p < 0.05), and naive cells did "
    "not differ. There was no association with how long people had been ill. Expression was "
    "positively correlated with wheeze in patients (rho = 0.41). Other groups are needed.",
)


@pytest.mark.parametrize("text", OF_OTHERS)
def test_a_paper_without_an_experiment_of_its_own_has_no_words_of_trial_design(text):
    design = read(make_record("Adults with asthma", text), ASTHMA).design
    assert (design.randomised, design.placebo, design.crossover) == (None, None, None)
    assert design.blinding is None


def test_a_trial_called_for_or_under_way_elsewhere_is_not_this_study():
    text = "RESULTS: Wheeze fell in sixty adults. A placebo-controlled trial is under way."
    assert read(make_record("An inhaler", text), ASTHMA).design.placebo is None


CHANCE = {
    "Adults were allocated by a web service to one of two inhalers.": True,
    "Inhalers were allotted by the pharmacy from a random list.": True,
    "We emulated a trial in which adults would be randomised to two inhalers.": None,
}


@pytest.mark.parametrize("sentence", CHANCE)
def test_chance_is_this_studys_own(sentence):
    text = f"METHODS: {sentence} Wheeze was scored at ten weeks."
    assert read(make_record("Two inhalers", text), ASTHMA).design.randomised is CHANCE[sentence]


def test_saline_is_a_dummy_only_where_something_is_set_against_it():
    plain = "METHODS: Sixty adults were randomised to {} and scored wheeze."
    against = read(make_record("Sprays", plain.format("a spray or saline spray")), ASTHMA)
    given = read(make_record("Drips", plain.format("a saline infusion, rest")), ASTHMA)
    assert against.design.placebo is True
    assert given.design.placebo is None


def test_people_sorted_afterwards_were_not_looked_back_at():
    text = "METHODS: Sixty adults with asthma filled in a diary daily for three months. "
    sorted_afterwards = "They were retrospectively classified by their peak flow."
    reading = read(make_record("Asthma diaries", text + sorted_afterwards), ASTHMA)
    assert reading.design.prospective is not False


def test_who_calls_a_study_retrospective_did_not_follow_people_forward():
    text = "METHODS: In this retrospective longitudinal study 90 adults with asthma were seen."
    assert read(make_record("Wheeze", text), ASTHMA).design.prospective is False


def test_prospective_research_that_is_wished_for_is_not_the_studys_own():
    text = (
        "We conducted a retrospective analysis of 90 adults with asthma. Wheeze was worse in the "
        "cold. Our findings motivate {} into wheeze."
    )
    for wish in ("follow-up prospective research", "larger prospective cohort studies"):
        reading = read(make_record("Wheeze", text.format(wish)), ASTHMA)
        assert reading.design.prospective is False


EXTENSIONS = (
    (
        "A spray for wheeze: a one-year extension",
        "Adults who had finished a trial, in which they had been randomised double-blind to the "
        "spray or placebo, could go on. All took the spray openly. Wheeze stayed low.",
    ),
    (
        "A spray for wheeze over a year",
        "In this open-label extension, 38 adults who had finished a placebo-controlled trial all "
        "received the spray. Wheeze stayed low.",
    ),
)


@pytest.mark.parametrize(("title", "text"), EXTENSIONS)
def test_what_follows_a_trial_is_open_and_no_trial_again(title, text):
    design = read(make_record(title, f"METHODS: {text}"), ASTHMA).design
    assert (design.randomised, design.placebo, design.blinding) == (None, None, "open")


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "A spray for wheeze: randomised trial and one-year extension",
            "Sixty adults were randomised to the spray or placebo, double-blind, and then all took "
            "the spray.",
        ),
        (
            "A spray for wheeze: a one-year extension",
            "Adults who had finished a trial were re-randomised to the spray or placebo in a "
            "double-blind extension.",
        ),
        (
            "Strength of knee extension in asthma",
            "Sixty adults were randomised to a double-blind spray or placebo.",
        ),
    ],
)
def test_a_trial_told_with_what_followed_it_stays_a_trial(title, text):
    design = read(make_record(title, f"METHODS: {text}"), ASTHMA).design
    assert (design.randomised, design.placebo, design.blinding) == (True, True, "double")


OTHER_PEOPLES = (
    (
        "What adults with asthma think of trials: an online survey",
        "Being randomised was acceptable to 66%, and half would take placebo.",
    ),
    (
        "Hopes at the start: a baseline survey nested in a randomised trial",
        "As part of a randomised, double-blind trial we asked 90 adults what they foresaw. A fifth "
        "thought that placebo might help.",
    ),
    (
        "Wheeze and later gain: analysis of the active arm of a completed trial",
        "We studied 82 adults who had been given a spray in a randomised trial against placebo.",
    ),
    (
        "Ten years after the spray trial: on open-label trials with soft outcomes",
        "The spray trial, in which adults were randomised to three sprays and knew which they had, "
        "is much disputed. This essay asks what should follow.",
    ),
    (
        "Managing wheeze in schools: national consensus recommendations",
        "Experts met. Sprays may be tried for six weeks, with blinded comparisons against placebo.",
    ),
)


@pytest.mark.parametrize(("title", "text"), OTHER_PEOPLES)
def test_papers_about_other_peoples_trials_have_no_design_of_a_trial(title, text):
    design = read(make_record(title, f"METHODS: {text}"), ASTHMA).design
    assert (design.randomised, design.placebo, design.crossover) == (None, None, None)
    assert design.blinding is None


def test_a_plan_told_without_headings_is_the_papers_own():
    text = (
        "Wheeze is common in adults and the cause is not known. A spray may help. "
        "Sixty adults will be assigned at random to a spray or to nothing."
    )
    assert read(make_record("A spray: plan of a study", text), ASTHMA).design.randomised is True


def test_those_treated_and_those_judging_are_two_sides_wherever_they_are_told():
    text = "METHODS: Sixty adults had real or sham needles by lot. Patients did not know which {}"
    real = text.format("needles they had. Raters were unaware of the group.")
    named = text.format("needles they had. Raters were unaware. It was single-blind.")
    assert read(make_record("Needles", real), ASTHMA).design.blinding == "double"
    assert read(make_record("Needles", named), ASTHMA).design.blinding == "single"
