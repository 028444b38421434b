"""A negation that is dropped, and the sides of a comparison exchanged."""

from __future__ import annotations

import pytest
from tests.checking.conftest import Desk

from evidence_atlas.checking.direction import said
from evidence_atlas.checking.negation import denied
from evidence_atlas.checking.sides import exchanged
from evidence_atlas.records import AbstractSection, Quote, Result


@pytest.mark.parametrize(
    ("text", "source", "fault"),
    [
        ("Pain improved.", "Pain did not improve.", "not … improve"),
        ("The values were optimal.", "The values were not optimal for diagnosis.", "not … optimal"),
        ("Pain did not improve.", "Pain did not improve.", None),
        ("Sleep improved.", "Pain eased, and sleep improved.", None),
        ("Pain improved.", "Not only pain improved.", None),
        (
            "Pain was worse in those who had slept and in those who had.",
            "Pain was worse in those who had slept and in those who had not.",
            "who had not",
        ),
        (
            "Pain was worse in those who had slept.",
            "Pain was worse in those who had slept and in those who had not.",
            None,
        ),
    ],
)
def test_what_a_source_denies_is_not_stated(text: str, source: str, fault: str | None):
    assert denied(text, source) == fault


def test_with_and_without_denies_nothing():
    """Else a page could say "found a difference between people with and without it" of none."""
    found = said("The study found a difference between people with and without linked pain.")
    none = said("The study found no difference between people with and without linked pain.")
    assert found != none and not found.none and none.none


def _result(text: str, **parts) -> Result:
    quote = Quote(field="abstract", start=0, end=len(text), text=text)
    return Result(text=text, quote=quote, sentence=0, scope="all", **parts)


HIGHER = _result(
    "Pain was higher in patients than in healthy controls.", direction="higher",
    comparison="between_groups", who="patients", against="healthy controls",
)  # fmt: skip


def test_higher_in_patients_is_not_higher_in_controls():
    assert not exchanged("Pain was higher in A.", "patients", "healthy people", HIGHER)
    assert exchanged("Pain was higher in B.", "healthy people", "patients", HIGHER)


def test_lower_in_controls_is_the_same_told_from_the_other_side():
    assert not exchanged("Pain was lower in B.", "healthy people", "patients", HIGHER)


def test_the_gate_holds_a_page_that_exchanges_the_sides(desk: Desk):
    text = HIGHER.text
    of = desk.with_record(abstract=(AbstractSection(text=text),)).with_reading(
        results=(HIGHER,), sentences=(), conclusions=(), interventions=(), comparators=()
    )
    right = of.say("Pain was higher in patients than in healthy people.", text,
                   about=("results.0",))  # fmt: skip
    wrong = of.say("Pain was higher in healthy people than in patients.", text,
                   about=("results.0",))  # fmt: skip
    assert "direction-contradicts" not in of.codes(right)
    assert "direction-contradicts" in of.codes(wrong)


def test_a_link_is_not_told_where_the_source_found_none(desk: Desk):
    text = "Sleep did not differ by age."
    null = _result(text, direction="no association", outcome="sleep", comparison="none")
    of = desk.with_record(abstract=(AbstractSection(text=text),)).with_reading(
        results=(null,), sentences=(), conclusions=(), interventions=(), comparators=()
    )
    none = of.say("Age was not linked with sleep.", text, about=("results.0",))
    link = of.say("Age was linked with sleep.", text, about=("results.0",))
    assert "direction-contradicts" not in of.codes(none)
    assert "direction-contradicts" in of.codes(link)


def test_what_people_lack_is_no_null_and_a_lacking_link_is_one():
    lack = said("Patients with pain and a lack of sleep were less likely to recover.")
    assert not lack.none
    assert "down" in lack.classes
    assert said("A lack of association with sleep was seen.").none


@pytest.mark.parametrize(
    ("text", "a", "b", "wrong"),
    [
        ("Pain was higher in X than in Y.", "patients", "people who are not very active", False),
        ("Pain was higher in X than in Y.", "people who are not very active", "patients", True),
    ],
)
def test_a_lay_name_with_a_not_in_it_hides_no_exchange(text: str, a: str, b: str, wrong: bool):
    told = text.replace("X", a).replace("Y", b)
    assert exchanged(told, a, b, HIGHER) is wrong


def test_sides_that_nobody_read_are_heard_in_the_words_of_the_result():
    found = _result(
        "Cough was lower in asthma with hay fever than in asthma without hay fever.",
        direction="lower", comparison="between_groups",
    )  # fmt: skip
    with_it, without_it = "asthma with hay fever", "asthma without hay fever"
    assert not exchanged("Cough was lower in one.", with_it, without_it, found)
    assert exchanged("Cough was lower in one.", without_it, with_it, found)


def test_a_denial_that_is_quoted_is_heard_as_one(desk: Desk):
    text = "The addition of reduced light did not change sleep."
    found = _result(text, direction="no difference", outcome="sleep", comparison="none")
    of = desk.with_record(abstract=(AbstractSection(text=text),)).with_reading(
        results=(found,), sentences=(), conclusions=(), interventions=(), comparators=()
    )
    right = of.say("The addition of reduced light, the authors write, “did not change sleep”.",
                   text, about=("results.0",))  # fmt: skip
    wrong = of.say("The addition of reduced light changed sleep.", text, about=("results.0",))
    assert "direction-contradicts" not in of.codes(right)
    assert "direction-contradicts" in of.codes(wrong)


def test_from_minute_to_minute_is_a_span_and_from_day_to_day_may_be_a_result(desk: Desk):
    text = "Peak flow fell from 45 to 300 min. The stay fell from 9 to 4 days."
    of = desk.with_record(abstract=(AbstractSection(text=text),)).with_reading(
        results=(), sentences=(), conclusions=(), interventions=(), comparators=()
    )
    assert "direction-contradicts" not in of.codes(
        of.say("Peak flow fell from 45 to 300 min.", text)
    )
    assert "direction-contradicts" in of.codes(of.say("The stay rose from 9 to 4 days.", text))
    assert "direction-contradicts" in of.codes(
        of.say("The stay fell by 13% from 4 to 9 days.", text)
    )


def test_why_people_stopped_is_told_and_what_harms_brought_about_is_not(desk: Desk):
    text = (
        "Five people stopped the inhaler because of side effects. Sleep was worse because of side "
        "effects."
    )
    of = desk.with_record(abstract=(AbstractSection(text=text),))
    stopped, claimed = (f"{s.rstrip('.')}." for s in text.split(". "))
    assert "causal-wording" not in of.codes(of.say(stopped, text))
    assert "causal-wording" in of.codes(of.say(claimed, text))


def test_no_clear_difference_is_no_proof_and_no_difference_is_told_as_one(desk: Desk):
    text = "There was no difference in sleep at night."
    of = desk.with_record(abstract=(AbstractSection(text=text),))
    assert "absence-as-proof" not in of.codes(
        of.say("At night there was no clear difference in sleep.", text)
    )
    assert "absence-as-proof" in of.codes(of.say("There was no seasonal difference.", text))


def test_an_exception_to_none_is_not_cut_off(desk: Desk):
    text = "No differences were seen in any test except for the naming of animals."
    of = desk.with_record(abstract=(AbstractSection(text=text),)).with_reading(
        results=(), sentences=(), conclusions=(), interventions=(), comparators=()
    )
    cut = of.flags(of.say("No differences were seen in any test.", text), of.harms())
    kept = of.flags(of.say(text, text), of.harms())
    assert any("left out" in f.detail for f in cut)
    assert not any("left out" in f.detail for f in kept)
