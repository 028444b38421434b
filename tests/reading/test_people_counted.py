"""People are counted only where the text counts people, and only as what the text says they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_atlas.conditions import load
from evidence_atlas.reading import read
from evidence_atlas.reading.text.numbers import find, from_words
from evidence_atlas.records import AbstractSection, Participants, Reading, Record

MECFS = load("mecfs")
ONES = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def reading(abstract: str, title: str = "A study") -> Reading:
    record = Record(
        source="test", raw_hash="", title=title,
        abstract=(AbstractSection(text=abstract),), abstract_kind="original",
    )  # fmt: skip
    return read(record, MECFS)


def counted(abstract: str, title: str = "A study") -> Participants:
    return reading(abstract, title).participants


@given(st.integers(1, 8), st.integers(1, 9), st.sampled_from("- "), st.booleans())
def test_hyphenated_and_capitalised_number_words(
    tens: int, ones: int, joint: str, capital: bool
) -> None:
    words = TENS[tens - 1] + joint + ONES[ones - 1]
    value = 10 * (tens + 1) + ones
    printed = words.capitalize() if capital else words
    assert from_words(words) == value
    assert [n.value for n in find(printed + " adults took part")] == [value]


def test_a_total_in_words() -> None:
    text = "Methods: A total of one hundred and four adults were enrolled. Results: All slept."
    assert counted(text).total == 104


@pytest.mark.parametrize(
    ("sentence", "title", "total", "patients", "controls"),
    [
        (  # two conditions of the title are both patients
            "We compared 24 patients with asthma, 25 patients with migraine and 20 healthy "
            "controls.", "Sleep in asthma and migraine", 69, 49, 20,
        ),
        (  # a short form that the text itself gives
            "Fibromyalgia (FMS) hurts. Blood was taken from 30 FMS patients and 28 controls.",
            "Pain in fibromyalgia", 58, 30, 28,
        ),
        (  # groups in brackets, with short forms inside and n in italics
            "Women with fibromyalgia (FM; <i>n</i> = 12) and healthy volunteers (HV; <i>n</i> = "
            "14) were tested.", "Pain in fibromyalgia", 26, 12, 14,
        ),
        (  # the whole, and its parts in a bracket
            "This study included 50 participants (30 with migraine and 20 healthy controls).",
            "Migraine at work", 50, 30, 20,
        ),
        (  # those of another illness are not the record's patients
            "We recruited 30 GERD patients at a clinic.", "Migraine after reflux", 30, None, None,
        ),
        (  # how many had which is not stated
            "We recruited 30 patients with asthma or migraine.", "Asthma and migraine", 30, None,
            None,
        ),
        (  # a treated group's partner is an arm
            "Patients were assigned to an exercise group (n = 20) or a control group (n = 19).",
            "Exercise in asthma", 39, 39, None,
        ),
        (  # steps are no people
            "Patients with migraine took 27 steps/day more than those without symptoms.",
            "Migraine at work", None, None, None,
        ),
        (  # a part named by lacking something is no control group
            "We tested 64 patients with migraine. Those with aura (n = 37) slept less than those "
            "without aura (n = 27).", "Migraine at work", 64, 64, None,
        ),
        (  # numbers of studies and phases
            "Study 2 patients were asked to keep a diary.", "Migraine at work", None, None, None,
        ),
        (  # the base of a share is not everybody who took part
            "Of 369 adults screened, 250 were randomised.", "Migraine at work", 250, None, None,
        ),
        (  # several counts that do not fit one total
            "We studied 31 patients with asthma in Study 1. Study 2 took in 44 adults.",
            "Asthma at night", None, 31, None,
        ),
    ],
)  # fmt: skip
def test_what_the_counts_mean(
    sentence: str, title: str, total: int | None, patients: int | None, controls: int | None
) -> None:
    people = counted(f"Methods: {sentence} Results: Sleep was poor.", title)
    assert (people.total, people.patients, people.controls) == (total, patients, controls)


@pytest.mark.parametrize(
    ("sentence", "total", "patients", "controls"),
    [
        ("We tested 27 adults with migraine and 27 who had recovered.", 54, 27, 27),
        ("We tested 60 adults, 35 with migraine and 25 healthy controls.", 60, 35, 25),
        ("We tested 60 adults (35 migraine, 25 healthy controls).", 60, 35, 25),
        ("Migraine (MG) n = 45, well-recovered (WR) n = 40 were followed.", 85, 45, 40),
        ("We used data of 1.2 million adults.", 1_200_000, None, None),
        ("We used data of two million adults.", 2_000_000, None, None),
        ("We used data of a million adults.", 1_000_000, None, None),
        ("We used data of half a million adults.", None, None, None),
        ("We used data of two and a half million adults.", 2500000, None, None),
        ("We used data of one hundred thousand adults.", 100_000, None, None),
        ("Of 80 adults screened, 55/60 patients completed the study.", 55, 55, None),
        ("We reviewed scans from 50 patients and included 31 patients.", 31, 31, None),
        ("We asked 90 nurses (n = 30 samples).", 90, None, None),
    ],
)
def test_counts_that_leave_words_out(
    sentence: str, total: int, patients: int | None, controls: int | None
) -> None:
    people = counted(f"Methods: {sentence} Results: Sleep was poor.", "Migraine at work")
    assert (people.total, people.patients, people.controls) == (total, patients, controls)


_NOT_PEOPLE = [
    "Data were collected in {n}.",
    "The mean age was {n} years.",
    "They took {n} mg daily for {n} weeks.",
    "We measured {n} samples and {n} markers.",
    "Sleep was worse (p = 0.{n}).",
    "Scores rose by {n}% (95% CI {n} to {m}).",
    "The score was {n} ± {m}.",
    "The range was {n}-{m}.",
    "Study {n} used the SF-{n}.",
    "Steps fell to {n}.{m} per day.",
]


@given(st.integers(2, 2030), st.integers(2, 2030), st.sampled_from(_NOT_PEOPLE))
def test_years_ages_doses_samples_shares_and_p_values_are_no_people(
    n: int, m: int, sentence: str
) -> None:
    people = counted(f"Methods: {sentence.format(n=n, m=m)} Results: Sleep was poor.")
    assert people == Participants()


@given(
    st.integers(2, 999_999),
    st.sampled_from(["{n} adults took part", "adults (n = {n})", "Adults (N={n}) were asked"]),
    st.booleans(),
)
def test_people_are_read_however_the_number_is_printed(n: int, frame: str, comma: bool) -> None:
    if 1900 <= n <= 2035 and "=" not in frame:
        return  # it could be a year
    printed = f"{n:,}" if comma else str(n)
    people = counted(f"Methods: {frame.format(n=printed)}. Results: Sleep was poor.")
    assert people.total == n


def test_a_case_report_has_one_participant() -> None:
    text = "We report a 34-year-old woman with migraine. She slept badly. She recovered in May."
    people = counted(text, "Migraine after a fall: a case report")
    assert (people.total, people.patients) == (1, 1)


def test_a_case_that_is_only_said_to_be_one_is_one_person() -> None:
    text = "We report a case of fatigue after a storm. The patient improved with rest."
    people = counted(text, "Fatigue after a storm: a case report")
    assert (people.total, people.patients) == (1, 1)


def test_the_sick_of_the_world_took_no_part() -> None:
    text = (
        "BACKGROUND: Long COVID affects 14 million people in the US. METHODS: We made an app. "
        "RESULTS: Data from 63 participants were analyzed."
    )
    assert counted(text).total in (63, None)


def test_one_patient_among_others_is_not_everybody() -> None:
    text = "Methods: We treated three adults with asthma. Results: One patient improved."
    assert counted(text, "Asthma in summer").total == 3


@pytest.mark.parametrize(
    ("found", "studies"),
    [
        ("We screened 620 studies and included 37 in this review (38 reports).", 37),
        ("A total of 562 eligible articles were identified. We tell of 12 studies involving 640 "
         "patients.", 12),
        ("Of 307 records screened, 65 studies met inclusion criteria. Nine studies of children "
         "were eligible for meta-analysis.", 65),
        ("A total of seventeen articles were identified for inclusion.", 17),
        ("Eleven papers were included after the search yielded 223 potentially relevant papers.",
         11),
        ("A total of 31 eligible studies were identified.", 31),
        ("Three randomised trials of 640 patients were included; one had a follow-up.", 3),
        ("Seven studies using case-control designs (n = 30 to 250) were included.", 7),
        ("Of 462 articles, ten studies (four on children) satisfied the inclusion criteria.", 10),
        ("Forty cohort studies and 17 other studies describing it were included.", None),
        ("Seven studies on walking and four on diet were included.", None),
        ("The systematic review identified 179 publications.", None),
        ("After review, 24 studies were included in the meta-analysis, including 20 studies with "
         "80 adults, and 4 studies with 47 adolescents.", 24),
    ],
)  # fmt: skip
def test_a_review_counts_what_it_kept_and_not_what_it_found_or_pooled(
    found: str, studies: int | None
) -> None:
    people = counted(f"Methods: We did a systematic review. Results: {found}")
    assert people.studies == studies
    assert people.participants_in_studies in (None, 640, 80 + 47)


def test_a_review_counts_its_studies_and_their_people() -> None:
    text = (
        "Methods: We did a systematic review. Results: Out of 925 studies, six met the inclusion "
        "criteria, analysing a total of 2,280 participants."
    )
    people = counted(text, "Pacing in asthma: a systematic review")
    assert (people.studies, people.participants_in_studies, people.total) == (6, 2280, None)


def test_a_sample_called_not_randomised_was_not_randomised() -> None:
    found = reading("Methods: A non-randomised sample of 374 patients with asthma took part.")
    assert found.design.randomised is False
    assert found.participants.randomised is None


@pytest.mark.parametrize(
    "wish",
    [
        "Its use must wait for a randomised study.",
        "Randomised trials are needed.",
        "Data came from the baseline of a randomised trial.",
    ],
)
def test_a_trial_that_is_only_wished_for_is_no_trial(wish: str) -> None:
    text = f"Methods: We asked 40 adults with asthma. Results: They slept badly. {wish}"
    assert reading(text).design.randomised is None


def test_a_study_of_who_gets_the_illness_has_no_patients_with_it() -> None:
    name = MECFS.names[2].name
    text = (
        f"Objective: To find the risk of {name} after influenza. Methods: We followed 500 "
        "patients with influenza for ten years. Results: Few fell ill."
    )
    found = reading(text, f"Risk of {name} after influenza")
    assert found.illness_is_outcome is True
    assert found.condition_as_named is None
    assert (found.participants.patients, found.participants.with_illness) == (None, None)


def test_an_illness_named_in_passing_is_not_what_was_studied() -> None:
    name = MECFS.names[2].name
    text = (
        "Methods: We randomised 40 adults with asthma. Results: Sleep improved. "
        f"Conclusions: Conditions such as {name} deserve a trial."
    )
    assert reading(text, "Pacing in asthma").condition_as_named is None


def test_unlabelled_sentences_get_the_part_that_they_play() -> None:
    text = (
        "Migraine is a common disease and its causes are unknown. The aim of this study was to "
        "investigate sleep in migraine. Forty patients were recruited at a clinic and completed a "
        "questionnaire. Sleep was significantly shorter than in controls (p < 0.01). These "
        "findings suggest that sleep should be assessed; further research is needed."
    )
    parts = [s.role for s in reading(text).sentences]
    assert parts == ["background", "aim", "methods", "results", "conclusions"]


def test_groups_are_named_by_noun_phrases() -> None:
    text = (
        "Methods: Twenty patients were stratified by count: 9 were normal on both, 7 had low cell "
        "counts only, and 4 were abnormal on both. Results: Pain fell."
    )
    names = [g.name for g in counted(text).groups if g.kind == "subgroup"]
    assert names == ["normal on both", "low cell counts only", "abnormal on both"]


def test_a_definition_met_by_a_part_does_not_settle_the_criterion() -> None:
    text = (
        "Methods: We tested 45 patients who met the Fukuda criteria, of whom most also met the "
        "Canadian Consensus Criteria. Results: Sleep was poor."
    )
    assert reading(text).criterion.by_definition == "optional"


def test_guidelines_that_are_only_talked_about_select_nobody() -> None:
    text = (
        "Methods: We surveyed 200 adults. Results: Despite updated NICE guidelines, participants "
        "were unhappy with care."
    )
    assert reading(text).case_definitions == ()


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("We surveyed 35 parents and 26 children about sleep.", 61),
        ("A total of 3754 and 8439 nurses with and without pain were included.", 12193),
        ("The study included 9.296 adults from one town.", 9296),
        ("We enrolled 462 middle-aged and elderly patients with asthma.", 462),
        ("A survey of 261 U.S. adults was done.", 261),
        ("One-hundred sixty-two patients were included.", 162),
        ("We examined 216 medical officers (MOs). In all, 216 MOs took part.", 216),
    ],
)
def test_everybody_is_counted(text: str, total: int) -> None:
    assert counted("Methods: " + text + " Results: Sleep was poor.").total == total


def test_those_interviewed_are_a_part_of_those_surveyed() -> None:
    text = (
        "Methods: A survey was completed by 471 nurses with asthma. A total of 50 nurses were "
        "interviewed. Results: Sleep was poor."
    )
    assert counted(text).total == 471


def test_labels_of_times_are_no_groups() -> None:
    text = (
        "Methods: 113 soldiers with asthma were followed up at 5, 12 (n=88) and 18 months (n=70). "
        "Results: Sleep was poor."
    )
    assert counted(text).total == 113


def test_those_with_and_without_in_one_sentence() -> None:
    people = counted(
        "Methods: A total of 847 adults met the criteria (179 with migraine, 668 without "
        "migraine). Results: Sleep was poor.",
        "Sleep and migraine",
    )
    assert (people.total, people.patients, people.controls) == (847, 179, 668)


def test_the_part_that_was_found_to_have_the_condition() -> None:
    people = counted(
        "Methods: Our sample comprised 17,848 adults, of whom 169 (1.0%) had a diagnosis. "
        "Results: Of all, 169 (1.0%) were diagnosed with migraine.",
        "Migraine in primary care",
    )
    assert (people.total, people.patients) == (17848, 169)


def test_those_who_died_are_not_all_who_were_ill() -> None:
    people = counted(
        "Methods: The study included a total of 99 patients hospitalised with migraine. Results: "
        "A total of 10 patients died.",
        "Migraine and the heart",
    )
    assert (people.total, people.patients) == (99, 99)


def test_groups_that_miss_the_total_by_a_few_are_kept_and_flagged() -> None:
    text = "A survey of 261 adults (129 with asthma and 131 without) was made."
    found = counted(text, "Sleep in asthma")
    assert (found.total, found.patients, found.controls) == (261, 129, 131)
    assert found.adds_up is False


def test_how_a_group_had_the_illness_is_part_of_its_name() -> None:
    found = counted(
        "METHODS: We looked at the records of adults who were hospitalised for long COVID "
        "(n = 400), not hospitalised for long COVID (n = 900), and well (n = 2000).",
    )
    assert [g.name for g in found.groups if g.n == 400] == ["hospitalised for long COVID"]
