"""A sentence is cut only where what is told still says what the sentence says.

The texts are invented; each is read by the real reader and told by the real writer.
"""

from __future__ import annotations

import pytest

from evidence_atlas.reading.results import direction_words
from evidence_atlas.reading.text import clauses
from evidence_atlas.records import AbstractSection, Journal, Sentence
from evidence_atlas.writing import summarise
from evidence_atlas.writing.material import Material
from evidence_atlas.writing.results.bare_results import reported_change
from evidence_atlas.writing.words.clause import list_goes_on
from evidence_atlas.writing.words.quoting import change_told
from evidence_atlas.writing.words.verbs import finite

from .conftest import ASTHMA
from .pages import record_of, sections, written

METHODS = (
    "We studied asthma in miners. "
    "In this prospective cohort study, 120 adults with asthma and 80 healthy controls were seen. "
)


@pytest.fixture
def told(make):
    """What Quick and Observed Findings tell of the results of an abstract."""

    def of(results: str, methods: str = METHODS, title: str = "Asthma in miners"):
        parts = (
            AbstractSection(label="METHODS", text=methods),
            AbstractSection(label="RESULTS", text=results),
        )
        page = sections(
            written(record_of(title, *parts, journal=Journal(title="Breath")), make.condition)
        )
        return page["quick_summary"] + page.get("observed_findings", [])

    return of


def test_the_last_item_of_a_list_does_nothing_that_those_before_it_did(told):
    texts = told(
        "Miners with asthma were more often smokers (43% vs. 31%), more often had a cough and "
        "headache at night (8.9% vs. 2.5%), and were more likely to have a damp house "
        "(25% vs. 13%)."
    )
    assert any("a cough and headache at night" in t for t in texts)
    assert not any(t.startswith("Headache at night") for t in texts)


def clauses_of(sentence):
    """The clauses that a sentence is cut into."""
    spans = clauses.split(direction_words.blank(sentence), direction_words.ANY)
    return [sentence[start:end] for start, end in spans]


def test_the_other_ends_of_a_link_stay_with_it_and_the_opposite_way_is_told(told):
    sentence = (
        "Iron was positively correlated with wheeze, night wheeze, and cough and negatively "
        "correlated with sleep."
    )
    assert clauses_of(sentence)[0].endswith("wheeze, night wheeze, and cough")
    texts = told(sentence)
    assert any("positively correlated" in t for t in texts)
    assert all("negatively correlated" in t for t in texts if "positively correlated" in t)


def test_a_list_is_told_to_its_last_item_where_more_is_joined_behind_it(told):
    sentence = (
        "The most frequent symptoms were cough, wheeze, poor sleep, and headache, and symptoms "
        "were more likely to occur among smokers."
    )
    assert clauses_of(sentence)[0].endswith("poor sleep, and headache")
    texts = told(sentence)
    assert any("cough, wheeze, poor sleep, and headache" in t for t in texts)


def test_three_counts_of_people_are_three_results_or_told_together(told):
    texts = told(
        "In total, 146 (5%, 146/3,202) patients were diagnosed with asthma, 443 (14%, 443/3,202) "
        "patients died during the study, and 202 (6%, 202/3,202) were diagnosed with a cough."
    )
    assert all("a cough" in t for t in texts if "were diagnosed" in t and "died" in t)


def test_an_item_of_a_list_is_no_subject_of_the_verb_behind_it(told):
    texts = told(
        "Miners with asthma had worse lung scores (median 4 vs. 3, p = 0.02), worse sleep "
        "(OR 0.38, p = 0.01) and were less likely to return to work than controls "
        "(41% versus 64%, p = 0.04)."
    )
    assert any(
        "worse lung scores" in t and "worse sleep" in t and "less likely to return" in t
        for t in texts
    )
    assert not any(t.startswith(("Worse sleep", "Were less")) for t in texts)


def test_a_third_is_whom_a_clause_is_about_and_no_item_before_it(told):
    texts = told(
        "All miners had mild, passing, changing and long attacks (mean 7.1) and a third reported "
        "days 'limited a lot'."
    )
    assert texts
    assert not any(t.startswith("Changing and long attacks") for t in texts)


def test_a_value_of_something_else_stands_with_what_it_is_of(told):
    texts = told(
        "The prevalence of wheeze was 4.8% (95% CI 4.0 to 5.6), and for cough, it was 8.4% "
        "(95% CI 7.4 to 9.4)."
    )
    assert any("wheeze was 4.8%" in t.replace("people with ", "") for t in texts)
    assert not any(t.rstrip(".").endswith("for cough") for t in texts)


def test_what_was_found_is_not_cut_before_its_verb(told):
    texts = told(
        "Further analysis suggested that signs linked with dust such as reduced hearing, and "
        "elevated iron were present in weary miners."
    )
    assert not any(t.rstrip(".").endswith("reduced hearing") for t in texts)


def test_shares_of_one_list_stay_together():
    cut = clauses_of("Of these, 56% had limited sleep, 50% impaired hearing, 47% could not work.")
    assert not any(c.startswith("50% impaired") for c in cut)


def test_an_adjective_behind_as_is_no_verb():
    assert not finite("signs linked with dust such as reduced hearing")
    assert finite("signs linked with dust such as soot were reduced")


@pytest.mark.parametrize(
    ("rest", "goes_on"),
    [
        (", worse sleep (OR 0.38, p = 0.01) and more pain (OR 0.5)", True),
        (", reported poor sleep (OR 1.2), and had more pain (OR 0.5)", True),
        (", cough fell by 17% (from 2.3 to 1.9), and pain fell by 22% (from 2.3 to 1.8)", False),
        (", accompanied by less cough (0.3) and more sleep (0.4)", False),
    ],
)
def test_figures_behind_its_items_hide_no_list(rest, goes_on):
    assert list_goes_on(rest) is goes_on


def change_of(make, sentence, phrase):
    """A change and what it was in, as a few of the authors' words, where it may be told so."""
    study = make.trial()
    at = len(study.text) + 1
    study.text += f" {sentence}"
    study.facts["results"] = (study.result(phrase, "decrease", "within_group", outcome="wheeze"),)
    study.facts["sentences"] = (
        Sentence(text=sentence, start=at, end=len(study.text), role="results"),
    )
    brief = summarise(study.record, study.reading, study.grades)
    m = Material("s", brief, study.record, study.reading, study.grades, (), {}, ASTHMA)
    return reported_change(m, 0)


def test_a_change_is_quoted_with_the_groups_that_had_it(make):
    told = change_of(
        make, "Both groups reported reductions in wheeze, but one more.",
        "Both groups reported reductions in wheeze",
    )  # fmt: skip
    assert told.text == "The authors report “reductions in wheeze” in both groups."


def test_a_change_of_a_share_of_the_people_is_not_quoted_of_all(make):
    told = change_of(
        make, "Signs were seen in 9.4% of miners, mostly as a fast pulse and reductions in sleep.",
        "reductions in sleep",
    )  # fmt: skip
    assert told is None


def test_a_greater_change_than_in_others_is_not_quoted_without_whose():
    assert change_told("Miners had a greater reduction in cough than the drip group") is None


def test_a_later_clause_is_not_quoted_without_those_it_is_of(told):
    texts = told(
        "Among weary patients, 26 had iron marks, 16 had zinc marks, 12 had raised ABC, "
        "and 11 had high XYZ, whereas the controls showed no reactive results."
    )
    assert texts
    assert not any("“11 had high XYZ" in t for t in texts)
