"""The study type is what the paper is, whatever words it uses in passing."""

import pytest
from builders import make_reading, make_record

from evidence_atlas.grading.study_type import STUDY_TYPES, study_type
from evidence_atlas.records import Design, MeshHeading, Reading

UNREAD = Reading(version="t")


def test_a_dose_response_is_no_response_to_another_paper() -> None:
    record = make_record(
        "Dose-response effect between wheeze and visits to the doctor",
        "A cross-sectional survey of adults with asthma was conducted. Each was asked once.",
    )
    assert study_type(record, UNREAD).value == "Cross-sectional"


@pytest.mark.parametrize(
    ("title", "abstract", "expected"),
    [
        ("Tiotrine for asthma: a randomised controlled trial", "", "RCT"),
        ("Tiotrine in asthma", "Sixty adults were randomly assigned to tiotrine or none.", "RCT"),
        (
            "Tiotrine in asthma",
            "In a double-blind crossover study, adults took tiotrine and placebo.",
            "RCT",
        ),
        (
            "Breathing lessons: a systematic review of randomised controlled trials",
            "We searched MEDLINE and Embase. Twelve trials in which people were randomised to "
            "lessons or usual care were included.",
            "Systematic review",
        ),
        (
            "Breathing lessons in asthma: systematic review and meta-analysis",
            "We searched MEDLINE. Effects were pooled with a random-effects model.",
            "Meta-analysis",
        ),
        ("What is known of asthma at night: a scoping review", "", "Scoping review"),
        (
            "Yoga for asthma: protocol for a randomised controlled trial",
            "Sixty adults will be randomly assigned to yoga or usual care.",
            "Protocol",
        ),
        (
            "Tiotrine and airway swelling in mice",
            "Mice were randomised to tiotrine or placebo.",
            "Animal",
        ),
        (
            "Calcium in cultured airway cells",
            "Cultured cells were incubated with serum and their calcium was measured in vitro.",
            "In vitro",
        ),
        (
            "Body weight and asthma: a two-sample Mendelian randomization study",
            "We used Mendelian randomization with public GWAS data.",
            "Genetic association",
        ),
        (
            "Asthma after moving house",
            "We compared 40 people with asthma and 40 healthy controls. IgE was higher in asthma.",
            "Case-control",
        ),
        (
            "Asthma over ten years",
            "In this prospective cohort study, 400 adults were followed up for ten years.",
            "Cohort",
        ),
        (
            "Sleep in people with asthma: a cross-sectional survey",
            "Of 900 respondents, 300 slept badly.",
            "Cross-sectional",
        ),
        (
            "Being told it is asthma",
            "Semi-structured interviews with 14 adults were analysed by thematic analysis.",
            "Qualitative",
        ),
        ("Asthma after a bee sting: a case report", "", "Case report"),
        ("Asthma after bee stings: a case series", "", "Case series"),
        (
            "Lessons for asthma",
            "In this non-randomised study, 30 adults were given lessons and 30 were not.",
            "Non-randomised trial",
        ),
        (
            "Is asthma a disorder of timing?",
            "Here we propose that asthma arises from mistimed breaths. This hypothesis explains "
            "attacks at night.",
            "Hypothesis",
        ),
        ("Correction to: Sleep in people with asthma", "", "Notice"),
        ("Retraction notice to: Sleep in people with asthma", "", "Notice"),
        ("Sleep in asthma. Reply to Doe", "", "Commentary"),
        (
            "Development and validation of a breath questionnaire",
            "Internal consistency and test-retest reliability were good in 200 adults.",
            "Methods",
        ),
        (
            "Diagnostic accuracy of a breath test for asthma",
            "Sensitivity was 80% and specificity was 70%.",
            "Diagnostic accuracy",
        ),
        (
            "Asthma: consensus statement of the Breath Society",
            "This consensus statement provides recommendations for care.",
            "Guideline",
        ),
        (
            "Wheeze on waking: a Breath Society statement",
            "Wheeze on waking is common. Causes and care are described.",
            "Guideline",
        ),
        (
            "Night asthma: need for an appropriate name",
            "Many names are in use, and none of them fits. One should be chosen.",
            "Commentary",
        ),
    ],
)
def test_type_is_told_from_title_and_abstract(title, abstract, expected):
    assert study_type(make_record(title, abstract), UNREAD).value == expected


def test_every_type_shown_is_one_of_the_badge_table():
    assert len(STUDY_TYPES) == 23
    assert len(set(STUDY_TYPES)) == 23


def test_a_blinded_placebo_trial_that_does_not_say_randomised_says_so_on_its_badge():
    record = make_record("Tiotrine", "A double-blind study of tiotrine against placebo.")
    badge = study_type(record, UNREAD)
    assert badge.value == "RCT"
    assert [b.text for b in badge.because if b.rule == "randomised-not-stated"] == [
        "The text does not use the word randomised, and so does not say that chance decided."
    ]


def test_a_trial_that_says_randomised_has_no_such_remark():
    record = make_record("Tiotrine", "Adults were randomised to tiotrine or placebo.")
    assert [b.rule for b in study_type(record, UNREAD).because if "not-stated" in b.rule] == []


def test_the_text_wins_over_the_publication_type_and_the_badge_shows_both():
    record = make_record(
        "Lessons for asthma: a non-randomised trial",
        "People were not randomised.",
        publication_types=("Journal Article", "Randomized Controlled Trial"),
    )
    badge = study_type(record, UNREAD)
    assert badge.value == "Non-randomised trial"
    assert badge.because[-1].text == (
        "PubMed lists it as: Randomized Controlled Trial. "
        "What the title and abstract say was followed here."
    )


def test_without_an_abstract_publication_type_and_title_decide():
    record = make_record("Asthma at night", "", publication_types=("Editorial",))
    assert study_type(record, UNREAD).value == "Commentary"


def test_a_bare_title_that_says_nothing_gives_no_type():
    badge = study_type(make_record("Asthma at night"), UNREAD)
    assert badge.value is None
    assert badge.because[0].text == "The title alone does not say what kind of study this is."


def test_librarians_headings_count_where_the_text_is_silent():
    mesh = (MeshHeading(descriptor="Animals"), MeshHeading(descriptor="Mice"))
    assert study_type(make_record("Airway swelling", mesh=mesh), UNREAD).value == "Animal"


def test_a_retracted_paper_is_not_mistaken_for_the_notice():
    record = make_record("RETRACTED: Tiotrine for asthma: a randomised controlled trial")
    assert study_type(record, UNREAD).value == "RCT"


def test_a_text_that_says_not_randomised_is_never_an_rct():
    record = make_record("Tiotrine", "A double-blind study of tiotrine against placebo.")
    reading = make_reading(design=Design(randomised=False))
    assert study_type(record, reading).value == "Non-randomised trial"


def test_quotes_are_exact_places_in_the_text():
    record = make_record(
        "RETRACTED: Tiotrine", "Sixty adults were randomly assigned to two groups."
    )
    quotes = [step.quote for step in study_type(record, UNREAD).because if step.quote is not None]
    assert quotes
    for quote in quotes:
        text = record.title if quote.field == "title" else record.abstract[0].text
        assert text[quote.start : quote.end] == quote.text


def test_a_trial_that_is_only_wished_for_is_not_this_study():
    text = (
        "Ten adults were given tiotrine in an open-label pilot study. "
        "Firm conclusions must wait for a randomised study."
    )
    assert study_type(make_record("Tiotrine in asthma", text), UNREAD).value == (
        "Non-randomised trial"
    )


def test_hostile_text_is_graded_in_good_time():
    from time import process_time

    for unit in ("may ", "diagnosis of ", ": a a a ", "randomised, ", "(", ". A", "a"):
        text = (unit * 50_000)[:50_000]
        start = process_time()
        study_type(make_record(text, text), UNREAD)
        assert process_time() - start < 10


def test_a_title_alone_that_names_a_cohort_may_be_a_letter_about_it():
    record = make_record("Rate of asthma in a recent study rests on a biased cohort", "")
    badge = study_type(record, make_reading())
    assert badge.value is None
    assert badge.because[0].text == "The title alone does not say what kind of study this is."


@pytest.mark.parametrize("mark", ["'", "’"])
def test_a_panels_advice_is_known_whichever_apostrophe_is_printed(mark):
    record = make_record("Asthma at school", f"The panel{mark}s recommendations follow.")
    assert "recommendations of a group" in str(study_type(record, UNREAD).because)
