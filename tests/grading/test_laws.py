"""Laws that hold for every reading, however odd: pairs of badges, silence, and even hands."""

from builders import (
    ASTHMA,
    TRIAL_TEXT,
    arm,
    definition,
    good_trial,
    make_reading,
    make_record,
    result,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from evidence_atlas.grading import STUDY_TYPES, facts, find_links, grade, level
from evidence_atlas.grading.pairs import LEVELS, forbidden
from evidence_atlas.records import Correction, CriterionReading, Design, Participants

MAYBE = st.sampled_from([None, True, False])
COUNT = st.one_of(st.none(), st.integers(0, 3000))
TITLES = st.sampled_from([
    "Tiotrine for asthma: a randomised trial", "Asthma over ten years: a cohort study",
    "Asthma: a systematic review", "Asthma: a meta-analysis", "Asthma in mice",
    "IgE in asthma and healthy controls", "A genome-wide association study of asthma",
    "Living with asthma: a qualitative study", "Asthma: a case report", "Hay fever",
    "Asthma: consensus statement of the Breath Society", "Asthma: a narrative review",
    "Asthma: protocol for a trial", "Reply to Doe", "Correction to: asthma", "Asthma",
    "A cross-sectional survey of asthma",
])  # fmt: skip
ABSTRACTS = st.sampled_from(["", TRIAL_TEXT, "We compared patients with healthy controls.", "x"])

DESIGNS = st.builds(
    Design,
    randomised=MAYBE,
    crossover=MAYBE,
    placebo=MAYBE,
    blinding=st.sampled_from([None, "double", "single", "open"]),
    controlled=MAYBE,
    genome_wide=MAYBE,
    multiple_testing_corrected=MAYBE,
    quality_rated=MAYBE,
    includes_randomised_trials=MAYBE,
    population_based=MAYBE,
)
PEOPLE = st.builds(
    Participants,
    total=COUNT, with_illness=COUNT, patients=COUNT, controls=COUNT, enrolled=COUNT,
    randomised=COUNT, completed=COUNT, analysed=COUNT,
    groups=st.lists(st.builds(arm, COUNT), max_size=3).map(tuple),
)  # fmt: skip
CRITERIA = st.builds(
    CriterionReading,
    by_definition=st.sampled_from(
        ["required", "required_loose", "optional", "absent", "mixed", "unknown"]
    ),
    by_study=st.sampled_from(["added_as_inclusion", "measured_only", "excluded", "not_stated"]),
)
RESULTS = st.lists(
    st.builds(
        result,
        st.sampled_from(["increase", "decrease", "no difference", "descriptive"]),
        st.sampled_from(["breathlessness", "serum IgE level"]),
        comparison=st.sampled_from(["between_randomised", "within_group", "none"]),
        scope=st.sampled_from(["all", "subgroup"]),
    ),
    max_size=3,
).map(tuple)
READINGS = st.builds(
    make_reading,
    design=DESIGNS,
    participants=PEOPLE,
    criterion=CRITERIA,
    definitions=st.sampled_from([(), (definition(),)]),
    condition_as_named=st.sampled_from([None, "asthma", "hay fever"]),
    conditions=st.sampled_from([(), ("asthma",), ("hay fever",)]),
    subjects=st.sampled_from([(), ("human",), ("animal",), ("documents",)]),
    comparators=st.sampled_from([(), ("placebo",), ("usual care",)]),
    results=RESULTS,
    unread=st.sampled_from([None, "no abstract", "not in English"]),
)
RECORDS = st.builds(
    make_record,
    TITLES,
    ABSTRACTS,
    corrections=st.sampled_from([(), (Correction(kind="RetractionIn"),),
                                 (Correction(kind="ExpressionOfConcernIn"),)]),
    publication_types=st.sampled_from([(), ("Preprint",), ("Randomized Controlled Trial",)]),
)  # fmt: skip


def values(grades):
    return {name: badge.value for name, badge in grades.badges.items()}


@settings(max_examples=300, deadline=None)
@given(RECORDS, READINGS)
def test_only_allowed_pairs_of_badges_come_out(record, reading):
    grades = grade(record, reading, ASTHMA)
    assert forbidden(values(grades), reading.design.randomised, "wheeze") == ()
    assert grades.value("level") in LEVELS
    assert grades.value("study_type") in (None, *STUDY_TYPES)


def test_a_trial_whose_text_denies_chance_is_no_rct():
    record = make_record(
        "Tiotrine for asthma: a randomised trial",
        "Adults with asthma were randomly assigned to tiotrine or placebo for 12 weeks.",
    )
    denied = make_reading(design=Design(randomised=False))
    assert grade(record, denied, ASTHMA).value("study_type") != "RCT"
    assert grade(record, make_reading(), ASTHMA).value("study_type") == "RCT"


@settings(max_examples=150, deadline=None)
@given(RECORDS, READINGS, READINGS)
def test_only_allowed_pairs_come_out_among_other_studies(record, mine, theirs):
    one, two = grade(record, mine, ASTHMA), grade(record, theirs, ASTHMA)
    a = facts("a", "a", record, mine, one, ASTHMA)
    b = replace(facts("b", "b", record, theirs, two, ASTHMA), authors=("roe r",))
    every = {"a": a, "b": b}
    after = level(one, a, find_links([a, b]), every)
    assert forbidden(values(after), mine.design.randomised, "wheeze") == ()


@settings(max_examples=50, deadline=None)
@given(RECORDS, READINGS)
def test_grading_twice_gives_the_same(record, reading):
    assert grade(record, reading, ASTHMA) == grade(record, reading, ASTHMA)


RANK = {
    "E3 Preliminary": 1, "E2 Moderate": 2, "E0 Synthesis": 2, "Preliminary": 1,
    "Moderate confidence": 2, "Higher confidence": 3,
}  # fmt: skip


def rank(reading):
    grades = grade(make_record("Tiotrine for asthma", TRIAL_TEXT), reading, ASTHMA)
    return RANK[grades.value("level")], RANK[grades.value("certainty")]


TRIALS = st.builds(
    good_trial,
    criterion=CRITERIA,
    participants=st.builds(
        lambda n, left: Participants(
            total=2 * n, with_illness=2 * n, randomised=2 * n, analysed=left,
            groups=(arm(n), arm(n)),
        ),
        st.integers(30, 200), COUNT,
    ),
)  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(TRIALS)
def test_silence_never_ranks_below_the_same_study_with_it_badly_stated(trial):
    said = replace(trial, design=replace(trial.design, blinding="open"))
    silent = replace(trial, design=replace(trial.design, blinding=None))
    assert rank(silent) >= rank(said)
    optional = replace(trial, criterion=CriterionReading(by_definition="optional"))
    unknown = replace(trial, criterion=CriterionReading())
    assert rank(unknown) >= rank(optional)
    people = trial.participants
    half = replace(trial, participants=replace(people, analysed=(people.total or 0) // 2))
    not_said = replace(trial, participants=replace(people, analysed=None))
    assert rank(not_said) >= rank(half)


@settings(max_examples=100, deadline=None)
@given(
    TRIALS,
    st.sampled_from([None, "double", "single", "open"]),
    st.sampled_from(["placebo", "usual care", "waiting list", "lessons"]),
)
def test_a_drug_and_an_exercise_programme_are_treated_alike(trial, blinding, comparator):
    design = replace(trial.design, blinding=blinding)
    shown = []
    for name in ("tiotrine", "an exercise programme", "talking therapy"):
        text = TRIAL_TEXT.replace("tiotrine", name)
        reading = replace(trial, design=design, interventions=(name,), comparators=(comparator,))
        grades = grade(make_record(f"{name} for asthma", text), reading, ASTHMA)
        shown.append(values(grades))
    assert shown[0] == shown[1] == shown[2]
