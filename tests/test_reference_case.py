"""See & Tilles 1996, the case that must come out right, from the sample's XML to the page.

A page that exists elsewhere tells its crossover as parallel arms, forgets the four who did
not finish, and calls it replicated. Each test is one thing that ours says instead.
"""

import pytest

from evidence_atlas import checking, conditions, grading, reading, sources, writing


@pytest.fixture(scope="module")
def told(samples):
    condition = conditions.load("mecfs")
    record = next(
        item
        for file in samples
        for item in sources.read_file(file)
        if item.title.startswith("alpha-Interferon treatment")
    )
    read = reading.read(record, condition)
    grades = grading.grade(record, read, condition)
    facts = grading.facts("k", "see-1996-alpha-interferon", record, read, grades, condition)
    grades = grading.level(grades, facts, (), {})
    brief = writing.summarise(record, read, grades)
    page = writing.draft("k", brief, record, read, grades, (), {}, condition)
    flags = checking.check(page, record, read, grades, (), {}, condition)
    return record, read, grades, page, flags


def section(told, name):
    return " ".join(
        s.text for part in told[3].sections if part.name == name for s in part.statements
    )


def test_nobody_is_named_who_is_not_known(told):
    record = told[0]
    assert (record.pmid, record.doi, record.abstract_kind) == (None, None, "retold")


def test_thirty_started_twenty_six_finished_and_they_were_divided_in_four(told):
    people = told[1].participants
    assert (people.total, people.enrolled, people.completed) == (30, 30, 26)
    assert [g.n for g in people.groups if g.kind == "subgroup"] == [3, 9, 7, 7]
    assert "26 finished" in section(told, "quick_summary")


def test_it_is_a_double_blind_crossover_and_chance_is_not_stated(told):
    design = told[1].design
    assert (design.crossover, design.placebo, design.blinding) == (True, True, "double")
    assert design.randomised is None
    assert "in turn" in section(told, "quick_summary")
    assert "does not say whether chance decided" in section(told, "limitations")


def test_the_badges(told):
    value = told[2].value
    assert value("study_type") == "RCT"
    assert value("level") == "E3 Preliminary"
    assert value("certainty") == "Preliminary"
    assert value("pem") == "PEM not required"
    assert value("peer_review") == "Peer-reviewed"
    assert value("review_state") == "Machine draft"


def test_the_illness_is_named_as_the_study_names_it(told):
    assert told[1].condition_as_named == "chronic fatigue syndrome"
    assert told[1].case_definitions == ("CDC (year not stated)",)
    assert "ME/CFS" not in section(told, "quick_summary")


def test_the_whole_group_comes_first_and_its_quality_of_life_did_not_clearly_change(told):
    quick = section(told, "quick_summary")
    assert "no clear change in the other immune measures or in quality of life" in quick
    assert quick.index("no clear change") < quick.index("seven people")


def test_the_seven_are_one_of_four_groups_compared_with_their_own_start(told):
    assert "In one of four groups, seven people, quality of life was better than at the start" in (
        section(told, "quick_summary")
    )
    results = {(r.scope, r.n, r.comparison) for r in told[1].results if "39.7" in r.text}
    assert results == {("subgroup", 7, "within_group")}
    assert "does not say that these groups were planned" in section(told, "limitations")


def test_no_result_is_told_against_placebo_and_none_as_caused(told):
    assert {r.comparison for r in told[1].results}.isdisjoint({"between_randomised"})
    assert "Nothing is compared with a dummy treatment" in section(told, "quick_summary")
    assert "That interferon brought about a change" in section(told, "does_not_prove")


def test_the_groups_that_did_not_improve_are_told_too(told):
    assert "In the other three groups, QOL did not improve" in section(told, "observed_findings")


def test_harms_are_not_stated_and_nothing_replicates_it_here(told):
    assert told[1].harms.status == "not_stated"
    assert "The abstract does not mention harms." in section(told, "quick_summary")
    assert "No other study in this atlas tried interferon" in section(told, "why_it_matters")


def test_its_figures_cannot_be_settled(told):
    verdicts = {c.verdict for c in told[1].numbers_checked if "p <" in c.claim}
    assert verdicts == {"cannot tell"}


def test_a_journalist_can_follow_why(told):
    page = section(told, "numbers_checked")
    assert page.startswith("The figure p says how often chance alone would give")
    assert "The abstract does not say which test gave p" in page
    assert "The abstract does not say what ± stands for." in page
    assert "p is about 10⁻⁹ (1 in 1,000,000,000) if before and after are counted" in page
    assert "7 of the 26 averaged 35.1 at the start" in page
    assert "is at least 32.6, not the printed 19.6" in page
    for correlation in ("0.50 or more", "0.61 or more", "0.79 or more"):
        assert f"only if before and after correlate at about {correlation}" in page
    assert "each person is compared with their own start" in page
    assert not any(word in page.casefold() for word in ("wrong", "error)", "mistake", "honest"))


def test_the_gate_has_nothing_against_the_page(told):
    assert [f.code for f in told[4] if f.severity == "CRITICAL"] == []
    assert all(s.support for s in told[3].statements())
