"""Two studies are said to agree or to differ only where nearly everything else agrees."""

import pytest
from builders import ASTHMA, TRIAL_TEXT, arm, good_trial, make_record, result
from msgspec.structs import replace

from evidence_atlas.grading import facts, find_links, grade, level
from evidence_atlas.records import (
    Author,
    CriterionReading,
    FindingFacts,
    Link,
    Participants,
    StudyFacts,
)


def study(key, direction="decrease", **more):
    """A trial of tiotrine in asthma with 60 in each arm."""
    finding = FindingFacts(
        outcome=more.pop("outcome", "breathlessness"),
        direction=direction,
        comparison=more.pop("comparison", "between_randomised"),
        scope=more.pop("scope", "all"),
        primary=True,
    )
    defaults = {
        "slug": key,
        "label": key.title(),
        "year": 2000,
        "study_type": "RCT",
        "size": 120,
        "criterion": None,
        "record_state": None,
        "authors": (f"{key} a",),
        "interventions": ("tiotrine",),
        "condition": "asthma",
        "controlled": True,
        "smallest_group": 60,
        "findings": (finding,),
    }
    return StudyFacts(key=key, **{**defaults, **more})


def kinds(*studies):
    return [(link.kind, link.source, link.target) for link in find_links(studies)]


def test_two_trials_that_found_the_same_are_linked_from_the_later_to_the_earlier():
    assert kinds(study("doe", year=2005), study("roe", year=2001)) == [("replicates", "doe", "roe")]


def test_the_link_says_what_was_compared():
    (link,) = find_links([study("doe", year=2005), study("roe")])
    assert link.because[0].text == (
        "Both tried tiotrine and looked at breathlessness. Doe: lower. Roe: lower. "
        "No author is shared."
    )


def test_two_trials_that_found_the_opposite_differ():
    assert kinds(study("doe"), study("roe", "increase", year=2004)) == [
        ("does not replicate", "roe", "doe")
    ]


def test_a_null_as_large_as_the_other_differs_and_a_smaller_one_does_not():
    positive = study("doe")
    as_large = study("roe", "no difference", smallest_group=60)
    smaller = study("roe", "no difference", smallest_group=55)
    tiny = study("roe", "no difference", smallest_group=12)
    assert [k[0] for k in kinds(positive, as_large)] == ["does not replicate"]
    assert kinds(positive, smaller) == []
    assert kinds(positive, tiny) == []


def test_a_small_null_does_not_contradict_an_even_smaller_positive_study():
    assert kinds(study("doe", smallest_group=8), study("roe", "no difference",
                                                       smallest_group=12)) == []  # fmt: skip


def test_two_large_nulls_agree():
    assert [k[0] for k in kinds(study("doe", "no difference"), study("roe", "no difference"))] == [
        "replicates"
    ]


@pytest.mark.parametrize(
    "other",
    [
        {"authors": ("doe a", "roe b")},
        {"authors": ("doe",)},
        {"authors": ()},
        {"condition": "hay fever"},
        {"condition": None},
        {"interventions": ("yoga",)},
        {"interventions": ("tiotrine", "yoga")},
        {"interventions": ()},
        {"outcome": "sleep quality"},
        {"outcome": "symptoms"},
        {"outcome": ""},
        {"scope": "subgroup"},
        {"comparison": "within_group"},
        {"comparison": "between_groups"},
        {"study_type": "Cohort"},
        {"study_type": "Narrative review"},
        {"study_type": None},
        {"record_state": "Retracted"},
        {"record_state": "Withdrawn"},
        {"record_state": "Expression of concern"},
        {"controlled": False},
        {"direction": "mixed"},
        {"direction": "descriptive"},
    ],
)
def test_no_link_where_anything_that_matters_differs(other):
    assert kinds(study("doe"), study("roe", **other)) == []


def test_two_names_of_one_treatment_and_of_one_measure_are_the_same():
    a = study("doe", interventions=("CBT",), outcome="Fatigue severity")
    b = study("roe", interventions=("cognitive behavioural therapy",), outcome="fatigue")
    assert [k[0] for k in kinds(a, b)] == ["replicates"]


def test_an_outcome_told_in_two_directions_stands_for_neither():
    two_ways = study("doe")
    opposite = replace(two_ways.findings[0], direction="increase")
    two_ways = replace(two_ways, findings=(*two_ways.findings, opposite))
    assert kinds(two_ways, study("roe")) == []


def test_the_order_of_the_studies_does_not_matter():
    several = [study("doe"), study("roe", "increase"), study("poe", year=1999), study("moe")]
    assert find_links(several) == find_links(several[::-1])


def test_comparisons_of_patients_with_others_need_no_treatment():
    a, b = (
        study(k, "higher", study_type="Case-control", interventions=(), outcome="serum IgE",
              comparison="between_groups")
        for k in ("doe", "roe")
    )  # fmt: skip
    assert [k[0] for k in kinds(a, b)] == ["replicates"]


# ---- levels ---------------------------------------------------------------------------


def trial(name, direction="decrease", n=60, **more):
    record = make_record(
        "Tiotrine for asthma", TRIAL_TEXT, authors=(Author(last=name, initials="A"),)
    )
    people = Participants(
        total=2 * n, with_illness=2 * n, randomised=2 * n, analysed=2 * n, groups=(arm(n), arm(n))
    )
    reading = good_trial(participants=people, results=(result(direction, primary=True),), **more)
    grades = grade(record, reading, ASTHMA)
    return grades, facts(name, name.lower(), record, reading, grades, ASTHMA)


def levelled(*trials):
    every = {own.key: own for _, own in trials}
    links = find_links(tuple(every.values()))
    return [level(grades, own, links, every) for grades, own in trials]


def seen(grades):
    badge = grades.badges["level"]
    return badge.value, grades.value("certainty"), badge.contested, badge.linked


def test_alone_a_large_trial_is_e2():
    assert [seen(g) for g in levelled(trial("Doe"))] == [
        ("E2 Moderate", "Higher confidence", False, ())
    ]


def test_two_independent_teams_that_agree_are_e1_and_name_each_other():
    assert [seen(g) for g in levelled(trial("Doe"), trial("Roe"))] == [
        ("E1 Replicated", "Higher confidence", False, ("Roe",)),
        ("E1 Replicated", "Higher confidence", False, ("Doe",)),
    ]


def test_studies_that_differ_are_contested_on_both_sides_and_not_replicated():
    assert [seen(g) for g in levelled(trial("Doe"), trial("Roe", "increase"))] == [
        ("E2 Moderate", "Higher confidence", True, ("Roe",)),
        ("E2 Moderate", "Higher confidence", True, ("Doe",)),
    ]


def test_a_contradiction_takes_e1_away():
    results = levelled(trial("Doe"), trial("Roe"), trial("Poe", "no difference"))
    assert [seen(g)[0] for g in results] == ["E2 Moderate"] * 3
    assert [seen(g)[2] for g in results] == [True] * 3


def test_a_larger_study_is_not_contested_by_a_smaller_one():
    large, small = levelled(trial("Doe", n=200), trial("Roe", "increase", n=60))
    assert seen(large) == ("E2 Moderate", "Higher confidence", False, ())
    assert seen(small) == ("E2 Moderate", "Higher confidence", True, ("Doe",))


def test_a_study_of_low_certainty_does_not_rise_by_being_replicated():
    weak = trial("Doe", n=20, criterion=CriterionReading(by_definition="optional"))
    results = levelled(weak, trial("Roe"))
    assert seen(results[0])[:2] == ("E3 Preliminary", "Preliminary")


def test_a_retracted_study_replicates_nothing():
    doe, roe = trial("Doe"), trial("Roe")
    every = {"Doe": doe[1], "Roe": roe[1]}
    links = (*find_links(tuple(every.values())), Link(kind="retracts", source="n", target="Roe"))
    assert seen(level(*doe, links, every))[0] == "E2 Moderate"
    assert seen(level(*roe, links, every))[0] == "Not graded"


def test_facts_use_the_atlas_name_of_the_illness_and_the_authors_keys():
    _, own = trial("Smith")
    assert (own.condition, own.authors, own.size, own.smallest_group, own.controlled) == (
        "asthma", ("smith a",), 120, 60, True,
    )  # fmt: skip
    assert own.label == "Smith 2010"
