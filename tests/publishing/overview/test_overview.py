"""What is said of many studies at once: by rule, alike for every subject, and never too much."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_atlas.checking import wording
from evidence_atlas.conditions import load
from evidence_atlas.publishing.overview import phrases
from evidence_atlas.publishing.overview.agreement import by_comparison, verdict
from evidence_atlas.publishing.overview.charts import Sources, measure_charts, treatment_charts
from evidence_atlas.publishing.overview.checked import flags, lines_of, passed
from evidence_atlas.publishing.overview.counting import People, worth
from evidence_atlas.publishing.overview.names import Names, slug
from evidence_atlas.publishing.overview.questions import questions
from evidence_atlas.publishing.overview.values import (
    Line,
    Mark,
    Question,
    Ref,
    Seen,
    Sentence,
    Told,
)

CONDITION = load("mecfs")


def study(key: str, **changes: Any) -> Seen:
    """A made-up trial of 100 people that found less fatigue than with placebo."""
    said = Sentence(id=f"s{key}", text=f"A sentence of study {key}.")
    values: dict[str, Any] = {
        "key": key, "slug": f"study-{key}", "label": f"Doe {key}", "title": f"Study {key}",
        "year": 2010, "status": "published", "study_type": "RCT", "level": "E3 Preliminary",
        "contested": False, "certainty": "Preliminary", "criterion": None, "criterion_words": "",
        "record_state": None, "people": 100, "illness": "the illness", "ours": True,
        "adults_or_children": "adults", "severity": None, "mentions": (), "journal": "J",
        "authors": (f"Doe {key}",), "author_keys": (f"doe{key}|a",), "topics": (),
        "definitions": (), "treatments": ("rituximab",), "comparators": ("placebo",),
        "told": (result(key, "decrease", "better"),), "harms": "not_stated",
        "harms_sentence": said, "people_sentence": said, "against_sentence": None,
        "same_people": (), "registration": "",
    }  # fmt: skip
    return Seen(**{**values, **changes})


def result(key: str, direction: str, sense: Any = None, **changes: Any) -> Told:
    values: dict[str, Any] = {
        "outcome": "fatigue", "direction": direction, "comparison": "between_randomised",
        "scope": "all", "sense": sense,
        "sentence": Sentence(id=f"r{key}", text=f"What study {key} found."),
    }  # fmt: skip
    return Told(**{**values, **changes})


def null(key: str, people: int | None, **changes: Any) -> Seen:
    return study(key, people=people, told=(result(key, "no difference"),), **changes)


def asked(*studies: Seen) -> Question:
    sources = Sources(studies, CONDITION)
    return questions(sources, treatment_charts(sources), ())[0]


def the_verdict(*studies: Seen) -> str:
    return asked(*studies).findings[0].verdict


def test_a_thing_measured_leads_to_the_treatments_of_which_a_study_told_it() -> None:
    def watched(key: str) -> Seen:
        told = (result(key, "higher", comparison="between_groups"),)
        return study(key, treatments=(), study_type="Case-control", told=told)

    other = study("4", treatments=("yoga",), told=(result("4", "decrease", outcome="pain"),))
    sources = Sources((watched("1"), watched("2"), study("3"), other), CONDITION)
    found = questions(sources, treatment_charts(sources), measure_charts(sources))
    (fatigue,) = (q for q in found if q.axis == "measures")
    assert (fatigue.key, [t.key for t in fatigue.tried]) == ("fatigue", ["rituximab"])


# --- agreement and conflict


def test_two_that_found_the_same_agree() -> None:
    assert the_verdict(study("1"), study("2")) == "agree"
    assert the_verdict(null("1", 40), null("2", 300)) == "none found"


def test_a_null_stands_against_a_gain_only_where_it_is_as_large_and_large_enough() -> None:
    assert the_verdict(study("1", people=100), null("2", 100)) == "conflict"
    assert the_verdict(study("1", people=100), null("2", 99)) == "uncertain"
    assert the_verdict(study("1", people=20), null("2", 40)) == "uncertain"
    assert the_verdict(study("1"), null("2", None)) == "uncertain"


def test_opposite_findings_conflict_whatever_their_size() -> None:
    worse = study("2", people=10, told=(result("2", "increase", "worse"),))
    assert the_verdict(study("1"), worse) == "conflict"


def test_what_was_set_against_other_things_neither_agrees_nor_conflicts() -> None:
    found = asked(study("1"), null("2", 500, comparators=("usual care",))).findings
    assert [f.verdict for f in found] == ["one", "one", "not comparable"]


def test_where_nobody_says_against_what_nothing_is_known_to_be_the_same() -> None:
    found = asked(study("1", comparators=()), null("2", 500, comparators=())).findings
    assert [f.verdict for f in found] == ["one", "one", "not comparable"]


def test_a_name_for_many_things_is_never_weighed() -> None:
    def told(key: str, direction: str) -> tuple[Told, ...]:
        return (result(key, direction, outcome="cytokines"),)

    higher, lower = study("1", told=told("1", "higher")), study("2", told=told("2", "lower"))
    assert the_verdict(higher, lower) == "wide"


WAYS = st.sampled_from(["better", "worse", "none", "mixed"])
SIZES = st.none() | st.integers(1, 2000)


def mark(way: Any, people: int | None, number: int = 1) -> Mark:
    return Mark(
        number=number, study=Ref(slug=f"s-{number}", label="Doe"), way=way, sentences=(),
        comparison="between_randomised", comparators=("placebo",), part=False, people=people,
        level=None, study_type="RCT", criterion="", required=False, definitions=(),
        shape="illness", illness="", concern=False,
    )  # fmt: skip


@given(st.lists(st.tuples(WAYS, SIZES), min_size=2, max_size=6), st.randoms())
def test_the_order_of_the_studies_changes_no_verdict(found: Any, random: Any) -> None:
    marks = [mark(way, people, n) for n, (way, people) in enumerate(found)]
    shuffled = list(marks)
    random.shuffle(shuffled)
    assert verdict(marks, 100) == verdict(shuffled, 100)


@given(WAYS, WAYS, SIZES, SIZES)
def test_better_and_worse_are_treated_alike(one: str, two: str, n: Any, m: Any) -> None:
    swap = {"better": "worse", "worse": "better"}
    here = verdict([mark(one, n), mark(two, m)], 100)
    assert here == verdict([mark(swap.get(one, one), n), mark(swap.get(two, two), m)], 100)


@given(st.lists(st.tuples(WAYS, SIZES), min_size=1, max_size=6))
def test_every_finding_stands_in_one_comparison(found: Any) -> None:
    marks = [mark(way, people, n) for n, (way, people) in enumerate(found)]
    assert [m for group in by_comparison(marks) for m in group] == marks


# --- one rule for all sides


@pytest.mark.parametrize("other", ["graded exercise", "cognitive behavioural therapy", "pacing"])
def test_a_drug_and_a_programme_are_spoken_of_alike(other: str) -> None:
    """Only the name changes: verbs, hedges, verdicts and what is not known stay the same."""
    drug = (study("1"), null("2", 300), study("3", comparators=("usual care",)))
    programme = [msgspec.structs.replace(s, treatments=(other,)) for s in drug]
    one, two = asked(*drug), asked(*programme)
    said = [line.text.replace(two.name, one.name) for line in lines_of(two)]
    assert said == [line.text for line in lines_of(one)]


# --- words


def test_no_sentence_of_ours_breaks_the_gates_rules_of_wording() -> None:
    pages = [
        asked(study("1"), null("2", 300), study("3", comparators=("usual care",))),
        asked(study("1"), null("2", 20), null("3", None, comparators=())),
        asked(study("1", ours=False), study("2")),
        asked(study("1", harms="reported"), study("2", author_keys=("doe1|a",))),
    ]
    lines = [line for page in pages for line in lines_of(page)]
    assert len(lines) > 15
    assert flags(lines, CONDITION) == []


@pytest.mark.parametrize(
    "bad",
    ["Rituximab reduced fatigue.", "Rituximab works for them.", "The safest drug.",
     "You should ask for it.",
     "The first trial of its kind.", "It had no effect on fatigue."],
)  # fmt: skip
def test_a_sentence_that_breaks_them_is_held_back(bad: str) -> None:
    page = asked(study("1"), study("2"))
    spoilt = msgspec.structs.replace(page, short=(*page.short, Line(rule="bad", text=bad)))
    assert flags([Line(rule="bad", text=bad)], CONDITION)
    assert passed(spoilt, CONDITION) == page


def test_a_page_that_passes_is_left_as_it_is() -> None:
    page = asked(study("1"), study("2"))
    assert passed(page, CONDITION) == page
    assert wording.RULES


def test_no_frame_says_that_something_works_or_ranks_it() -> None:
    said = str(phrases.FRAMES).casefold()
    for word in ("works", "effective", "best", "recommend", "should", "safe"):
        assert f" {word}" not in said


# --- counting


def test_papers_tied_by_a_link_or_a_trial_number_are_one() -> None:
    tied = study("2", same_people=("1",))
    numbered = study("3", registration="NCT 01234567")
    again = study("4", registration="nct01234567")
    review = study("5", registration="NCT01234567", study_type="Systematic review")
    groups = People([study("1"), tied, numbered, again, review]).once(
        [study("1"), tied, numbered, again, review]
    )
    assert sorted(sorted(s.key for s in g) for g in groups) == [["1", "2"], ["3", "4"], ["5"]]


@pytest.mark.parametrize(
    "changes",
    [{"record_state": "Retracted"}, {"record_state": "Withdrawn"}, {"status": "held"},
     {"study_type": "Protocol"}, {"study_type": "Animal"}, {"study_type": "Narrative review"}],
)  # fmt: skip
def test_what_does_not_count_stands_on_no_chart(changes: dict[str, Any]) -> None:
    sources = Sources([study("1", **changes)], CONDITION)
    assert treatment_charts(sources) == ()


def test_weight_goes_by_level_then_certainty_then_size() -> None:
    low = study("1", people=5000)
    high = study("2", level="E2 Moderate", certainty="Moderate confidence", people=120)
    higher = study("3", level="E2 Moderate", certainty="Higher confidence", people=110)
    concern = study("4", people=9000, record_state="Expression of concern")
    assert [s.key for s in sorted([concern, low, high, higher], key=worth)] == ["3", "2", "1", "4"]


# --- names


def test_names_of_one_thing_meet_and_an_unknown_name_stays_itself() -> None:
    names = Names(CONDITION.treatments)
    keys = {n.key for t in ("Rituximab", "Rituxan", "MabThera") if (n := names.named(t))}
    assert keys == {"rituximab"}
    unknown = names.named("Kyungok-go")
    assert unknown is not None and (unknown.name, unknown.known) == ("Kyungok-go", False)
    assert names.named("24.31") is None


def test_measures_of_one_thing_meet_and_kin_stay_apart() -> None:
    names = Names(CONDITION.outcomes)

    def key(text: str) -> str | None:
        found = names.named(text)
        return found.key if found else None

    assert {key(t) for t in ("fatigue", "fatigue severity", "fatigue (CFQ)")} == {"fatigue"}
    assert key("sleep") != key("insomnia")
    assert key("depression") != key("anxiety")


def test_every_thing_of_the_illness_has_one_key_and_fits_its_own_name() -> None:
    for things in (CONDITION.treatments, CONDITION.outcomes):
        assert len({t.key for t in things}) == len(things)


@given(st.text(max_size=80))
def test_an_address_is_made_of_small_letters_digits_and_hyphens(text: str) -> None:
    made = slug(text)
    assert all(c in "abcdefghijklmnopqrstuvwxyz0123456789-" for c in made)
    assert not made.startswith("-") and "--" not in made
