"""Each badge says what it says for a reason that a reader can follow."""

import pytest
from builders import (
    ASTHMA,
    TRIAL_TEXT,
    arm,
    definition,
    good_trial,
    make_reading,
    make_record,
    result,
    somewhere,
)

from evidence_atlas.grading import VERSION, facts, grade, level, on_topic
from evidence_atlas.grading.criterion import criterion
from evidence_atlas.grading.peer_review import peer_review
from evidence_atlas.grading.record_state import record_state, with_links
from evidence_atlas.grading.review_state import review_state
from evidence_atlas.records import (
    AbstractSection,
    Author,
    Because,
    Correction,
    CriterionReading,
    Design,
    Group,
    Journal,
    Keyword,
    Link,
    MeshHeading,
    Participants,
    Sentence,
)

TRIAL = make_record("Tiotrine for asthma", TRIAL_TEXT)


def graded(record=TRIAL, reading=None):
    grades = grade(record, reading or good_trial(), ASTHMA)
    return grades.value("level"), grades.value("certainty")


# ---- criterion ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("by_definition", "by_study", "expected"),
    [
        ("required", "not_stated", "wheeze required"),
        ("required_loose", "not_stated", "wheeze required"),
        ("optional", "not_stated", "wheeze not required"),
        ("absent", "not_stated", "wheeze not required"),
        ("mixed", "not_stated", "wheeze unclear"),
        ("unknown", "not_stated", "wheeze unclear"),
        ("unknown", "measured_only", "wheeze unclear"),
        ("optional", "added_as_inclusion", "wheeze required"),
        ("mixed", "added_as_inclusion", "wheeze required"),
        ("required", "excluded", "wheeze not required"),
    ],
)
def test_criterion_follows_from_the_definition_and_from_the_study(
    by_definition, by_study, expected
):
    reading = make_reading(
        criterion=CriterionReading(by_definition=by_definition, by_study=by_study)
    )
    badge = criterion("Case-control", TRIAL, reading, ASTHMA)
    assert (badge.value, badge.by_definition, badge.by_study) == (
        expected,
        by_definition,
        by_study,
    )


def test_criterion_names_the_definition_it_rests_on():
    reading = make_reading(
        definitions=(definition("Old 1988", "optional"),),
        criterion=CriterionReading(by_definition="optional"),
    )
    badge = criterion("Case-control", TRIAL, reading, ASTHMA)
    assert badge.because[0].text == (
        "Definition named: Old 1988. It lists wheeze, but a person can meet it without wheeze."
    )
    assert badge.because[0].quote == somewhere()
    assert badge.because[-1].text == "This comes from the title and abstract."


def test_criterion_is_absent_where_nobody_with_the_illness_took_part():
    reading = make_reading(condition_as_named="hay fever", conditions=("hay fever",))
    record = make_record("Hay fever", "People with hay fever.")
    badge = criterion("Case-control", record, reading, ASTHMA)
    assert badge.value is None
    assert badge.because[0].text == (
        "The people studied had hay fever. The abstract names nobody with asthma among them."
    )


@pytest.mark.parametrize("kind", ["Narrative review", "Animal", "Guideline", "Commentary"])
def test_criterion_is_absent_where_nobody_took_part(kind):
    assert criterion(kind, TRIAL, make_reading(), ASTHMA).value is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("We computed how tightly 40 proteins bind to a drug that may help in asthma.", False),
        ("We analysed data sets of patients with asthma.", True),
    ],
)
def test_criterion_is_absent_where_all_was_worked_out_by_computer(text, told):
    record = make_record("Proteins in asthma", text)
    sentence = Sentence(start=0, end=len(text), text=text, role="methods")
    reading = make_reading(subjects=("none",), sentences=(sentence,))
    badge = criterion("Computational", record, reading, ASTHMA)
    assert (badge.value is not None) == told


# ---- peer review, review state --------------------------------------------------------


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, "Peer-reviewed"),
        ({"publication_types": ("Preprint",)}, "Preprint"),
        ({"journal": Journal(title="medRxiv : the preprint server")}, "Preprint"),
        ({"publication_types": ("Letter",)}, "Not peer-reviewed"),
        ({"publication_types": ("Journal Article", "Editorial")}, "Not peer-reviewed"),
        ({"journal": Journal()}, None),
    ],
)
def test_peer_review(more, expected):
    assert peer_review("Case-control", make_record(**more)).value == expected


def test_news_beside_an_article_of_its_own_study_is_a_side_label():
    record = make_record(publication_types=("Journal Article", "News"))
    assert peer_review("Animal", record).value == "Peer-reviewed"
    assert peer_review("Commentary", record).value == "Not peer-reviewed"
    alone = make_record(publication_types=("News",))
    assert peer_review("Animal", alone).value == "Not peer-reviewed"


def test_a_page_that_was_only_graded_is_a_machine_draft():
    assert review_state().value == "Machine draft"


# ---- record state ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"publication_types": ("Retracted Publication",)}, "Retracted"),
        ({"corrections": (Correction(kind="RetractionIn", pmid="1"),)}, "Retracted"),
        ({"corrections": (Correction(kind="ExpressionOfConcernIn"),)}, "Expression of concern"),
        ({"corrections": (Correction(kind="ErratumIn"),)}, "Corrected"),
        ({"corrections": (Correction(kind="UpdateIn"),)}, "Superseded"),
        ({"corrections": (Correction(kind="CommentIn"),)}, None),
        (
            {"corrections": (Correction(kind="ErratumIn"), Correction(kind="RetractionIn"))},
            "Retracted",
        ),
    ],
)
def test_record_state_is_the_most_serious_one_stated(more, expected):
    assert record_state("RCT", make_record(**more)).value == expected


def test_the_notice_of_a_retraction_is_not_itself_retracted():
    notice = make_record(
        "Retraction: Tiotrine for asthma",
        publication_types=("Retraction of Publication",),
        corrections=(Correction(kind="RetractionOf", pmid="1"),),
    )
    assert grade(notice, make_reading(), ASTHMA).value("record_state") is None


def test_a_notice_elsewhere_in_the_atlas_retracts_and_a_reinstatement_restores():
    alive = record_state("RCT", TRIAL)
    gone = Link(kind="retracts", source="n", target="k", because=(Because(rule="r", text="t"),))
    back = Link(kind="reinstates", source="m", target="k")
    assert with_links(alive, "k", [gone]).value == "Retracted"
    assert with_links(alive, "k", [gone, back]).value == "Reinstated"
    assert with_links(alive, "other", [gone]).value is None


# ---- level and certainty --------------------------------------------------------------


def test_a_large_blinded_trial_with_nothing_left_out_is_e2_with_higher_confidence():
    assert graded() == ("E2 Moderate", "Higher confidence")


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (
            {"criterion": CriterionReading(by_definition="optional")},
            ("E2 Moderate", "Moderate confidence"),
        ),
        ({"criterion": CriterionReading(), "definitions": ()},
         ("E2 Moderate", "Moderate confidence")),
        ({"design": Design(randomised=True, blinding="open")},
         ("E2 Moderate", "Moderate confidence")),
        ({"design": Design(randomised=True)}, ("E2 Moderate", "Moderate confidence")),
        (
            {"design": Design(randomised=True, blinding="open"),
             "criterion": CriterionReading(by_definition="optional")},
            ("E3 Preliminary", "Preliminary"),
        ),
        (
            {"participants": Participants(total=98, randomised=98, analysed=98, with_illness=98,
                                          groups=(arm(49), arm(49)))},
            ("E3 Preliminary", "Preliminary"),
        ),
        (
            {"participants": Participants(total=250, randomised=250, analysed=161,
                                          with_illness=250, groups=(arm(125), arm(125)))},
            ("E3 Preliminary", "Preliminary"),
        ),
        (
            {"participants": Participants(total=300, randomised=300, analysed=220,
                                          with_illness=300, groups=(arm(150), arm(150)))},
            ("E2 Moderate", "Moderate confidence"),
        ),
        ({"results": (result(outcome="serum IgE level"),)},
         ("E2 Moderate", "Moderate confidence")),
        ({"results": (result(scope="subgroup"),)}, ("E2 Moderate", "Moderate confidence")),
    ],
)  # fmt: skip
def test_one_thing_less_lowers_a_trial_as_the_table_says(change, expected):
    assert graded(reading=good_trial(**change)) == expected


def test_what_is_left_out_is_named_and_is_not_called_a_fault():
    reading = good_trial(design=Design(randomised=True, placebo=True))
    badge = grade(TRIAL, reading, ASTHMA).badges["certainty"]
    assert badge.because[-1].text == (
        "The abstract does not say whether people knew which treatment they got. "
        "So the badge stops at Moderate."
    )


def test_a_crossover_counts_those_who_finished():
    design = Design(randomised=True, crossover=True, blinding="double", placebo=True)
    people = Participants(total=60, with_illness=60, randomised=60, completed=50, analysed=50)
    assert graded(reading=good_trial(design=design, participants=people))[0] == "E2 Moderate"
    fewer = Participants(total=60, with_illness=60, randomised=60, completed=49, analysed=49)
    assert graded(reading=good_trial(design=design, participants=fewer))[0] == "E3 Preliminary"


COHORT = make_record(
    "Asthma over time", "In this cohort study, adults were followed up for two years."
)
COMPARED = make_record(
    "IgE in asthma", "We compared people with asthma and healthy controls. IgE was higher."
)


@pytest.mark.parametrize(("n", "expected"), [(100, "E2 Moderate"), (99, "E3 Preliminary")])
def test_a_cohort_needs_a_hundred(n, expected):
    reading = make_reading(
        participants=Participants(total=n, with_illness=n),
        definitions=(definition(),),
        criterion=CriterionReading(by_definition="required"),
    )
    assert graded(COHORT, reading)[0] == expected


@pytest.mark.parametrize(
    ("patients", "controls", "expected"),
    [(50, 50, "E2 Moderate"), (200, 49, "E3 Preliminary"), (None, None, "E3 Preliminary")],
)
def test_a_comparison_needs_fifty_in_each_group(patients, controls, expected):
    reading = make_reading(participants=Participants(patients=patients, controls=controls))
    assert graded(COMPARED, reading)[0] == expected


def test_many_markers_without_a_correction_lower_a_comparison():
    record = make_record(
        "Proteins in asthma",
        "We compared people with asthma and healthy controls. We measured 51 cytokines.",
    )
    people = Participants(patients=80, controls=80, with_illness=80)
    bare = make_reading(participants=people)
    corrected = make_reading(participants=people, design=Design(multiple_testing_corrected=True))
    assert graded(record, bare) == ("E3 Preliminary", "Preliminary")
    assert graded(record, corrected) == ("E2 Moderate", "Moderate confidence")


BESIDE_HEALTHY = "We compared people with asthma and healthy controls."


@pytest.mark.parametrize(
    "words",
    [
        "At day 28 cytokine levels were measured once.",
        "Antibodies were measured after COVID-19 antibody tests.",
        "We tested 80 patients for antibodies.",
    ],
)
def test_a_number_of_days_or_of_people_is_no_number_of_markers(words: str):
    record = make_record("Antibodies in asthma", f"{BESIDE_HEALTHY} {words}")
    people = Participants(patients=80, controls=80, with_illness=80)
    assert graded(record, make_reading(participants=people)) == (
        "E2 Moderate",
        "Moderate confidence",
    )


def test_genes_need_genome_wide_significance_and_a_thousand_cases():
    record = make_record(
        "Genome-wide association study of asthma",
        "Genotyping compared cases and controls.",
    )
    people = Participants(patients=1000, controls=5000, with_illness=1000)
    stated = Design(genome_wide=True, multiple_testing_corrected=True)
    assert graded(record, make_reading(participants=people, design=stated))[0] == "E2 Moderate"
    unstated = Design(multiple_testing_corrected=True)
    assert graded(record, make_reading(participants=people, design=unstated))[0] == (
        "E3 Preliminary"
    )


REVIEW = make_record(
    "Lessons for asthma: a systematic review", "We searched MEDLINE and Embase for trials."
)


def test_a_review_that_rated_its_trials_of_people_by_definition_is_higher():
    design = Design(includes_randomised_trials=True, quality_rated=True)
    reading = make_reading(
        design=design,
        subjects=("documents",),
        definitions=(definition(),),
        criterion=CriterionReading(by_definition="required"),
    )
    assert graded(REVIEW, reading) == ("E0 Synthesis", "Higher confidence")
    silent = make_reading(design=design, subjects=("documents",))
    assert graded(REVIEW, silent) == ("E0 Synthesis", "Moderate confidence")


@pytest.mark.parametrize(
    ("title", "abstract", "level_value"),
    [
        ("Yoga for asthma: protocol for a randomised trial", "Adults will be randomised.",
         "Not graded"),
        ("Asthma: a narrative review", "This review discusses asthma.", "Not graded"),
        ("Asthma: a randomised controlled trial", "", "Not graded"),
        ("Being told it is asthma", "Interviews were analysed by thematic analysis.",
         "People's experience: not graded on this scale"),
        ("Asthma: consensus statement", "The Breath Society provides recommendations.",
         "E0 Consensus"),
        ("Airways in mice", "Mice were treated with tiotrine.", "E3 Preliminary"),
    ],
)  # fmt: skip
def test_what_is_not_a_graded_study_gets_its_own_words(title, abstract, level_value):
    expected = "Preliminary" if level_value == "E3 Preliminary" else None
    assert graded(make_record(title, abstract), make_reading()) == (level_value, expected)


def test_work_in_animals_says_that_it_was_not_tested_in_people():
    record = make_record("Airways in mice", "Mice were treated with tiotrine.")
    badge = grade(record, make_reading(subjects=("animal",)), ASTHMA).badges["level"]
    assert badge.because[0].text == "Not tested in people."


def test_a_retracted_paper_has_no_level_and_no_certainty():
    record = make_record(
        "Tiotrine for asthma", TRIAL_TEXT, publication_types=("Retracted Publication",)
    )
    assert graded(record) == ("Not graded", None)


def test_a_paper_under_concern_is_at_most_e3():
    concern = (Correction(kind="ExpressionOfConcernIn"),)
    record = make_record("Tiotrine for asthma", TRIAL_TEXT, corrections=concern)
    assert graded(record) == ("E3 Preliminary", "Preliminary")


def test_a_preprint_is_one_step_down():
    record = make_record("Tiotrine for asthma", TRIAL_TEXT, publication_types=("Preprint",))
    assert graded(record) == ("E2 Moderate", "Moderate confidence")


def test_a_retraction_notice_in_the_atlas_takes_the_level_away_and_reinstatement_restores_it():
    reading = good_trial()
    grades = grade(TRIAL, reading, ASTHMA)
    own = facts("k", "s", TRIAL, reading, grades, ASTHMA)
    gone = Link(kind="retracts", source="n", target="k")
    back = Link(kind="reinstates", source="m", target="k")
    after = level(grades, own, [gone], {})
    assert (after.value("level"), after.value("certainty")) == ("Not graded", None)
    restored = level(grades, own, [gone, back], {})
    assert (restored.value("level"), restored.value("certainty")) == graded()


# ---- scope, context, topics -----------------------------------------------------------


def test_a_record_that_names_the_illness_nowhere_is_off_topic():
    belongs, why = on_topic(make_record("Gout", "Sneezing."), make_reading(), ASTHMA)
    assert belongs is False
    assert why.text == "Neither title, abstract, MeSH headings nor keywords name asthma."


def test_the_illness_as_a_side_effect_of_something_else_is_off_topic():
    record = make_record("Tiotrine for gout", "Side effects were rash and asthma.")
    belongs, why = on_topic(record, make_reading(), ASTHMA)
    assert belongs is False
    text = "The record names asthma only as a side effect or consequence of something else."
    assert why.text == text
    assert why.quote.text == "asthma"


def test_the_illness_as_a_possible_consequence_of_something_else_is_off_topic():
    record = make_record("Iron in gout", "Iron may contribute to gout and to asthma.")
    assert on_topic(record, make_reading(), ASTHMA)[0] is False
    titled = make_record("Iron may contribute to asthma", "Iron was measured.")
    assert on_topic(titled, make_reading(), ASTHMA)[0] is True


def test_a_study_of_an_illness_that_overlaps_is_kept_and_named_for_what_it_is():
    record = make_record("Hay fever in spring", "Sneezing was counted.")
    belongs, why = on_topic(record, make_reading(), ASTHMA)
    assert belongs is True
    assert why.text == "The title names Hay fever, an illness that overlaps with asthma."
    assert context_of(record, make_reading()) == "overlapping illness"


def test_a_side_effect_beside_a_proper_mention_keeps_the_record():
    text = "Side effects included asthma. We then studied adults with asthma."
    assert on_topic(make_record("Tiotrine", text), make_reading(), ASTHMA)[0] is True


def test_headings_and_keywords_keep_a_record_too():
    mesh = (MeshHeading(descriptor="Asthma"),)
    assert on_topic(make_record("Lungs", mesh=mesh), make_reading(), ASTHMA)[0] is True
    words = (Keyword(text="asthma"),)
    assert on_topic(make_record("Lungs", keywords=words), make_reading(), ASTHMA)[0] is True


def context_of(record, reading):
    return grade(record, reading, ASTHMA).value("context")


def test_context_tells_the_illness_from_its_neighbours():
    hay = make_reading(condition_as_named="hay fever", conditions=("hay fever",))
    assert context_of(make_record("Asthma at night", "x"), make_reading()) == "the illness"
    record = make_record("Hay fever in spring", "Hay fever overlaps with asthma.")
    assert context_of(record, hay) == "overlapping illness"
    assert context_of(make_record("Gout", "Gout hurts."), hay) == "off topic"


def test_context_sees_people_who_only_serve_for_comparison():
    group = Group(name="people with asthma", kind="controls", n=9, quote=somewhere())
    reading = make_reading(
        condition_as_named="hay fever",
        conditions=("hay fever", "asthma"),
        participants=Participants(groups=(group,)),
    )
    record = make_record("Hay fever in spring", "People with hay fever and people with asthma.")
    assert context_of(record, reading) == "comparison only"


def test_topics_come_from_words_headings_and_keywords():
    record = make_record(
        "Asthma at night",
        "Breathing was measured.",
        mesh=(MeshHeading(descriptor="Sleep"),),
    )
    topics = grade(record, make_reading(), ASTHMA).topics
    assert topics.value == ("sleep", "breath")
    assert topics.because[0].text == "Sleep: indexed under Sleep."


def test_the_illness_without_a_criterion_has_no_criterion_badge():
    from msgspec.structs import replace

    plain = replace(ASTHMA, criterion=None)
    grades = grade(TRIAL, good_trial(), plain)
    assert "wheeze" not in grades.badges
    assert grades.value("certainty") == "Higher confidence"


def test_every_badge_says_why_and_names_its_version():
    grades = grade(TRIAL, good_trial(), ASTHMA)
    assert sorted(grades.badges) == [
        "approach", "case_definition_quality", "certainty", "context", "level", "peer_review",
        "record_state", "review_state", "study_type", "wheeze",
    ]  # fmt: skip
    assert [name for name, badge in grades.badges.items() if not badge.because] == []
    assert {badge.version for badge in grades.badges.values()} == {VERSION}


def test_a_body_in_the_author_list_stands_behind_a_guideline():
    record = make_record(
        "Guideline for asthma",
        authors=(Author(collective="Breath Society"),),
        abstract_kind="original",
        publication_types=("Practice Guideline",),
    )
    with_text = make_record(
        "Guideline for asthma",
        "This guideline provides recommendations.",
        authors=(Author(collective="Breath Society"),),
    )
    assert graded(record, make_reading()) == ("Not graded", None)
    assert graded(with_text, make_reading()) == ("E0 Consensus", None)
    assert with_text.abstract == (AbstractSection(text="This guideline provides recommendations."),)
