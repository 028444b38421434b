"""The study as a picture: what is drawn, what is left out, and that nothing is drawn unsaid."""

from __future__ import annotations

import re

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_atlas.records import Participants, Picture
from evidence_atlas.writing.words.plain_clauses import plain_between, plain_within


def drawn(picture: Picture) -> list[tuple]:
    return [(m.part, m.n, m.words, m.note, m.way) for m in picture.marks]


def test_a_trial_is_drawn_from_chance_to_the_end(make):
    picture = make.trial().page().picture
    assert picture.form == "trial"
    assert drawn(picture)[:2] == [
        ("start", 250, "adults with asthma", "were put by chance into groups", None),
        ("end", 161, "people", "were counted in the end", None),
    ]
    assert [(m.words, m.note, m.way) for m in picture.marks if m.part == "finding"] == [
        ("sleep", "no clear difference between the groups", "level"),
        ("wheezing", "lower with salt caves than with a placebo", "down"),
    ]


def test_a_crossover_is_one_line_of_people_and_never_groups(make):
    picture = make.see().page().picture
    assert picture.form == "crossover"
    assert drawn(picture)[:4] == [
        ("start", 30, "people with asthma", "took part", None),
        ("turn", None, "interferon alfa-2a", "in turn", None),
        ("turn", None, "a dummy treatment", "in turn", None),
        ("end", 26, "people", "finished", None),
    ]
    assert not re.search(r"\bgroups?\b", " ".join(s.text for s in picture.statements()))


def test_what_is_drawn_is_said(make):
    for study in (make.trial(), make.see()):
        marks = study.page().picture.marks
        assert marks
        for mark in marks:
            said = set(re.findall(r"[a-z]+", mark.said.text.casefold()))
            words = re.findall(r"[a-z]+", f"{mark.words} {mark.note or ''}".casefold())
            assert set(words) <= said
            assert mark.said.support


def test_where_the_main_result_cannot_be_drawn_no_finding_is(make):
    study = make.trial()
    first, main = study.facts["results"]
    winding = msgspec.structs.replace(main, text="As for sleep, neither group slept any better")
    study.facts["results"] = (first, winding)
    assert all(m.part != "finding" for m in study.page().picture.marks)


@pytest.mark.parametrize(
    "people",
    [
        Participants(randomised=250, analysed=261, patients=250),
        Participants(randomised=250, enrolled=161, patients=250),
        Participants(randomised=250, analysed=161, patients=250, adds_up=False),
        Participants(),
    ],
    ids=["more finished than began", "more grouped than enrolled", "no sum", "no count"],
)
def test_counts_that_contradict_each_other_have_no_picture(make, people):
    study = make.trial()
    study.facts["participants"] = people
    page = study.page()
    assert page.picture is None
    assert page.no_picture


def test_groups_stand_only_where_they_add_up(make):
    text = (
        "We randomised 60 adults with asthma to a walking group (n = 30) or a resting group "
        "(n = 30). Breath was better."
    )

    def study(first: int):
        s = make.study(text)
        s.quotes = {"participants.randomised": "randomised 60 adults with asthma",
                    "design.randomised": "randomised"}  # fmt: skip
        s.facts = {
            "participants": Participants(randomised=60, groups=(
                s.group("walking group", "arm", first, "walking group (n = 30"),
                s.group("resting group", "arm", 30, "resting group (n = 30"))),
            "design": msgspec.structs.replace(make.trial().facts["design"], duration=None),
        }  # fmt: skip
        return s

    groups = [m for m in study(30).page().picture.marks if m.part == "group"]
    assert [m.said.text for m in groups] == [
        "Thirty people were in the walking group.", "Thirty people were in the resting group."
    ]  # fmt: skip
    assert study(29).page().picture is None


@pytest.mark.parametrize("kind", ["Qualitative", "Hypothesis", "Protocol", "Animal", "Commentary"])
def test_some_kinds_of_paper_have_no_picture(make, kind):
    study = make.trial()
    study.study_type = kind
    assert study.page().picture is None


def test_a_third_group_leaves_two_out(make):
    def page(text: str):
        s = make.study(text, study_type="Case-control")
        s.quotes = {"participants.patients": "40 patients with asthma",
                    "participants.controls": "20 healthy controls"}  # fmt: skip
        s.facts = {"participants": Participants(
            total=60, patients=40, controls=20,
            groups=(s.group("patients with asthma", "patients", 40, "40 patients with asthma"),
                    s.group("healthy controls", "controls", 20, "20 healthy controls")),
        )}  # fmt: skip
        return s.page()

    two = page("We measured breath in 40 patients with asthma and 20 healthy controls.").picture
    assert [(m.n, m.words) for m in two.marks] == [
        (40, "people with asthma"),
        (20, "healthy people"),
    ]
    three = "We measured breath in 40 patients with asthma, fifteen smokers with a cough and 20 healthy controls."  # noqa: E501
    assert page(three).picture is None


WORDS = st.text(alphabet="abcdefghklmoprtu", min_size=4, max_size=9).map(lambda w: f"z{w}q")
UP, DOWN = ("higher", "greater", "increased"), ("lower", "reduced", "decreased")


@given(o=WORDS, a=WORDS, b=WORDS, up=st.booleans(), n=st.integers(0, 2))
def test_a_plain_clause_is_read_by_its_places(o, a, b, up, n):
    word = (UP if up else DOWN)[n]
    found = plain_between(f"{o} was significantly {word} in {a} patients than in {b} controls")
    assert (found.outcome, found.way) == (o, "higher" if up else "lower")
    assert (found.who, found.against) == (f"{a} patients", f"{b} controls")
    assert plain_between(f"{o} was not {word} in {a} patients than in {b} controls") is None


@given(o=WORDS, fell=st.booleans())
def test_a_change_since_the_start_is_read_by_its_verb(o, fell):
    found = plain_within(f"Mean {o} {'decreased' if fell else 'increased'} from 5.1 to 3.2")
    assert (found.outcome, found.way) == (o, "lower" if fell else "higher")
    assert plain_within(f"{o} did not {'decrease' if fell else 'increase'}") is None


@given(text=st.text(max_size=300))
def test_no_text_breaks_the_shapes(text):
    for found in (plain_between(text), plain_within(text)):
        assert found is None or found.outcome
