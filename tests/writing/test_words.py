"""The words of a page: plain ones only where they fit, quotes only where they say something."""

import pytest

from evidence_atlas.records import (
    Condition,
    GlossaryEntry,
    Participants,
    Query,
    Scope,
    Thresholds,
)
from evidence_atlas.writing.glossary.plain_words import Glosser
from evidence_atlas.writing.material import Piece
from evidence_atlas.writing.results.chance import within_chance
from evidence_atlas.writing.said import said
from evidence_atlas.writing.words.clause import causal, restate, says_nothing
from evidence_atlas.writing.words.quoting import phrase
from evidence_atlas.writing.words.verbs import finite

PLAIN = Condition(
    key="asthma", name="asthma", site_name="Asthma Atlas", names=(),
    query=Query(pubmed="asthma", words="asthma"),
    scope=Scope(on_topic="asthma", side_effect_only="x"), thresholds=Thresholds(),
    glossary=(
        GlossaryEntry(term="pruritus", pattern="pruritus", plain="itching", gloss="itching skin"),
        GlossaryEntry(term="spirometry", pattern="spirometry", plain="spirometry",
                      gloss="a breathing test"),
        GlossaryEntry(term="atopy", pattern="atopy", plain="atopy", gloss="a bent to allergy"),
    ),
)  # fmt: skip


def _in_plain_words(text, most=None):
    return Glosser(PLAIN, text).apply(said(Piece(text), lay=True), most=most).text


@pytest.mark.parametrize(
    ("technical", "plain"),
    [
        ("Pruritus was less common.", "Itching was less common."),
        ("Severe pruritus, and cough.", "Severe itching, and cough."),
        # A bracket would tear a longer name apart.
        ("The pruritus grade was low.", "The pruritus grade was low."),
    ],
)
def test_a_plain_word_stands_only_where_the_grammar_holds(technical, plain):
    assert _in_plain_words(technical) == plain


def test_quick_explains_one_word_and_never_tears_two_words_apart():
    text = "Spirometry was normal and atopy was rare."
    assert _in_plain_words(text, most=1) == (
        "Spirometry (a breathing test) was normal and atopy was rare."
    )
    assert _in_plain_words("Atopy scores differed.", most=1) == "Atopy (a bent to allergy) scores differed."  # fmt: skip  # noqa: E501
    assert _in_plain_words("Spirometry devices failed.", most=1) == "Spirometry devices failed."


@pytest.mark.parametrize(
    "fragment",
    [
        "A link between increased wheeze and 74 included studies",
        "Cough, which was 7.5%",
        "Across 30 included studies",
    ],
)
def test_a_fragment_without_a_verb_of_its_own_is_never_quoted(fragment):
    assert not finite(fragment)
    assert phrase(fragment) is None


def test_a_sentence_with_a_small_clause_has_its_verb():
    assert finite("Patients who had asthma coughed more and were tired")


@pytest.mark.parametrize(
    "empty",
    ["We included 26 people", "Five main themes emerged", "A total of nine papers were found"],
)
def test_what_only_tells_how_the_study_was_made_is_no_finding(empty):
    assert says_nothing(empty)


def test_a_figure_that_lost_its_partner_is_not_quoted():
    assert phrase("Wheeze increased from 20.5% (95% CI 19.9-21.2) in 2019 to 24.3% in 2023") is None


def test_a_change_alone_is_no_cause_but_acting_on_something_is():
    assert not causal("Wheeze improved over the year")
    assert causal("Salt caves improved wheeze")


def test_what_one_study_saw_is_told_as_past():
    assert restate("Asthma is associated with cough", randomised_result=False) == (
        "Asthma was associated with cough"
    )


@pytest.mark.parametrize(
    ("clause", "told"),
    [
        ("The difference in wheeze was not significant", "The difference in wheeze was not clear"),
        ("Age, smoking and damp rooms were not significant", None),
        ("Wheeze fell in both homes (Table 2)", "Wheeze fell in both homes"),
    ],
)
def test_only_a_difference_a_link_or_a_change_can_be_clear(clause, told):
    assert restate(clause, randomised_result=False) == told


def test_of_two_illnesses_the_one_asked_about_is_the_one_that_people_may_get(make):
    study = make.study(
        "We followed 5000 nurses with and without hay fever for 12 years.",
        study_type="Cohort",
        title="Hay fever and the risk of asthma in nurses",
    )  # fmt: skip
    study.quotes = {"participants.total": "5000 nurses", "condition_as_named": "hay fever"}
    study.facts = {
        "participants": Participants(total=5000),
        "condition_as_named": "hay fever",
        "illness_is_outcome": True,
    }
    assert study.told("quick_summary")[0] == (
        "This study followed 5,000 nurses, to see who got asthma. "
        "The study was about hay fever and the risk of asthma."
    )


def test_people_followed_to_see_who_gets_the_illness_are_not_said_to_have_it(make):
    study = make.study(
        "We followed 5000 nurses for 12 years.",
        study_type="Cohort",
        title="Risk of asthma in nurses",
    )  # fmt: skip
    study.quotes = {"participants.total": "5000 nurses"}
    study.facts = {"participants": Participants(total=5000)}
    assert study.told("quick_summary")[0] == (
        "This study followed 5,000 nurses, to see who got asthma."
    )


def test_a_sham_is_not_called_a_placebo(make):
    study = make.study(
        "Adults with asthma had magnets or sham.", study_type="RCT", title="Magnets in asthma"
    )
    study.quotes = {"comparators.placebo": "sham"}
    study.facts = {"interventions": ("magnets",), "comparators": ("placebo",)}
    text = " ".join(s.text for s in study.page().statements())
    assert "a sham treatment" in text
    assert "placebo" not in text


@pytest.mark.parametrize(
    ("printed", "chance"),
    [
        ("0.005 higher (95% CI -0.004 to 0.014)", True),
        ("0.5 higher (95% CI 0.2 to 0.8)", False),
        ("OR 1.2 (95% CI 0.9-1.6)", True),
        ("OR 1.9 (95% CI: 1.2, 2.6)", False),
        ("higher (p = 0.27)", True),
        ("higher (p = 0.03)", False),
        ("higher", False),
    ],
)
def test_a_difference_within_chance_is_not_told_as_higher(make, printed, chance):
    study = make.study(f"Wheeze was {printed} with salt than with tea.")
    result = study.result(f"Wheeze was {printed} with salt than with tea", "higher",
                          "between_randomised", outcome="wheeze")  # fmt: skip
    assert within_chance(result) is chance
    study.facts = {"interventions": ("salt",), "comparators": ("tea",), "results": (result,)}
    told = " ".join(study.told("quick_summary"))
    assert ("higher with salt than with tea" in told) is not chance
