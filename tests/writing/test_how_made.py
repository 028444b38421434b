"""A page says no more of how a study was made than its abstract does, and no stock line."""

from __future__ import annotations

import pytest

from evidence_atlas.records import Design, Harms, Participants, Sentence, Who


def counted(make, text, study_type, people="100 adults with asthma", **facts):
    study = make.study(text, study_type=study_type)
    study.quotes = {"participants.total": people}
    study.facts = {"participants": Participants(total=100, patients=100), **facts}
    return study


@pytest.mark.parametrize(
    ("more", "verb"),
    [
        ("They were seen again six months later.", "followed"),
        ("Those who wheezed had a higher incidence of colds.", "followed"),
        ("They answered questions at their first clinic visit.", "looked at"),
        ("We report baseline data from the BREEZE cohort.", "looked at"),
        ("They were examined a median of 2.1 years following their first attack.", "looked at"),
        ("They were seen at a mean of 3 months after it, with a follow-up at a year.", "followed"),
    ],
)
def test_people_were_followed_only_where_the_text_says_so(make, more, verb):
    study = counted(make, f"This prospective cohort has 100 adults with asthma. {more}", "Cohort")
    assert study.told("quick_summary")[0] == f"This study {verb} 100 people with asthma."


def test_followed_forward_is_no_strength_of_one_visit(make):
    text = "A prospective study of 100 adults with asthma. "
    for more, told in (
        ("Follow-up was one year.", True),
        ("All were asked at their first visit.", False),
    ):
        study = counted(make, text + more, "Cohort", design=Design(prospective=True))
        study.quotes["design.prospective"] = "prospective"
        assert any("followed forward" in s for s in study.told("strengths")) is told


def test_cells_in_a_dish_are_told_of_only_where_cells_were_grown(make):
    sera = make.study("Blocks met sera of patients with asthma.", study_type="In vitro")
    assert "dish" not in " ".join(s.text for sec in sera.page().sections for s in sec.statements)
    assert "tested in people" not in " ".join(sera.told("quick_summary") + sera.told("limitations"))
    grown = make.study("Airway cells were cultured with dust.", study_type="In vitro")
    assert grown.told("quick_summary")[0].startswith("In cells in a dish")
    assert "It was not tested in people." in grown.told("quick_summary")


def test_a_model_of_peoples_records_is_not_untested_in_people(make):
    records = make.study(
        "A model was trained on clinical data of patients with asthma.", study_type="Computational"
    )
    told = [*records.told("quick_summary"), *records.told("limitations")]
    assert told[0] == "By computer, this study looked at data; the study was of asthma."
    assert not any("tested in people" in t for t in told)
    model = make.study("Equations of air flow were solved for asthma.", study_type="Computational")
    assert model.told("quick_summary")[0].startswith("This study was made by computer")
    assert any("not tested in people" in t for t in model.told("quick_summary"))


def test_a_study_named_longitudinal_follows_nobody_in_its_baseline_data(make):
    text = "We give baseline data of 100 adults with asthma in the Bergen Longitudinal Study."
    study = counted(make, text, "Cohort", design=Design(prospective=True))
    told = study.told("quick_summary") + study.told("strengths")
    assert not any("followed" in t for t in told)
    follows = counted(make, f"{text} It is a longitudinal study.", "Cohort")
    assert "followed" in follows.told("quick_summary")[0]


def test_advice_beside_findings_is_not_told_as_advice_alone(make):
    text = "Partners met for a year. FINDINGS: There were successes. We recommend early funding."
    told = make.study(text, study_type="Guideline").told("quick_summary")
    assert told[0] == "This paper gives advice about asthma."
    assert not any("not what a study found" in t for t in told)
    panel = make.study("A panel advises on asthma.", study_type="Guideline").told("quick_summary")
    assert panel[0].startswith("This paper says what a group of people advises")
    assert panel[-1] == "This is advice, not what a study found."


def test_an_article_that_proposes_does_not_tell_what_was_read(make):
    read = make.study("We review the literature on asthma.", study_type="Narrative review")
    assert read.told("quick_summary")[0] == "This article is about asthma."
    text = "This article introduces a concept of asthma. It concludes by proposing reforms."
    assert make.study(text, study_type="Narrative review").told("quick_summary")[0] == (
        "This article is about asthma."
    )


def test_a_comment_on_work_of_its_own_does_not_deny_it(make):
    plain = make.study("Asthma matters, I argue.", study_type="Commentary")
    assert "It reports no study of its own" in plain.told("quick_summary")[0]
    own = make.study("We designed a course for asthma. The preliminary study suggests more rest.",
                     study_type="Commentary")  # fmt: skip
    assert own.told("quick_summary") == ["This is a comment on asthma."]


def test_two_cases_are_not_one(make):
    two = make.study("We present two cases of asthma in a family.", study_type="Case report")
    told = " ".join(two.told("quick_summary") + two.told("limitations"))
    assert "One case" not in told
    assert "few cases" in told
    one = make.study("A man of 40 had asthma.", study_type="Case report")
    assert any(t.startswith("One case") for t in one.told("quick_summary"))


def test_records_of_one_provider_are_no_population(make):
    for text, told in (
        ("A population-based study of 100 adults with asthma in Norway.", True),
        ("A population-based study of 100 adults with asthma in our hospital.", False),
        (
            "A population-based study of 100 adults with asthma who were commercially insured.",
            False,
        ),
    ):
        study = counted(make, text, "Cohort", design=Design(population_based=True))
        study.quotes["design.population_based"] = "population-based"
        assert any("from the wider public" in s for s in study.told("strengths")) is told


def test_a_population_that_the_authors_compare_with_is_not_theirs(make):
    first = "We saw 100 adults with asthma."
    last = "They were older than those of population-based surveys."
    study = counted(make, f"{first} {last}", "Cohort", design=Design(population_based=True))
    study.quotes["design.population_based"] = "population-based"
    end = len(first)
    study.facts["sentences"] = (
        Sentence(first, 0, end, "methods"),
        Sentence(last, end + 1, end + 1 + len(last), "conclusions"),
    )
    assert not any("from the wider public" in s for s in study.told("strengths"))


def test_a_series_that_compares_nothing_cannot_miss_a_difference(make):
    study = counted(make, "8 adults with asthma.", "Case series", "8 adults with asthma")
    study.facts["participants"] = Participants(total=8, patients=8)
    assert not any("miss a difference" in t for t in study.told("limitations"))


def test_nothing_is_said_of_harms_where_nothing_was_given(make):
    asthma = make.study("In mice, dust was followed by wheezing.", study_type="Animal")
    asthma.facts = {"interventions": ("dust",), "harms": Harms(status="not_stated")}
    asthma.quotes = {"interventions.dust": "dust"}
    told = [s.text for sec in asthma.page().sections for s in sec.statements]
    assert not any("harms" in t for t in told)
    assert "The abstract does not mention harms." in make.trial().told("quick_summary")


def test_of_a_list_of_harms_the_first_are_told_as_among_others(make):
    study = make.trial()
    listed = (
        "Adverse events included: two cases of rash (and another, mild, for a week); one case of "
        "nausea; zero cases of choking; and headache none or better in 42 with two worse"
    )
    study.text += f" {listed}."
    study.facts["harms"] = Harms(status="reported", quote=study.quote(listed))
    harms = next(t for t in study.told("quick_summary") if t.startswith("Harms"))
    assert harms == "Harms reported include two cases of rash and one case of nausea."


def test_counted_harms_are_told(make):
    study = make.trial()
    listed = "Five subjects (n = 5) had serious adverse events, which all resolved"
    study.text += f" {listed}."
    study.facts["harms"] = Harms(status="reported", quote=study.quote(listed))
    told = " ".join(study.told("observed_findings"))
    assert "not restated" not in told
    assert "serious medical problems" in told


def test_no_question_is_made_of_bare_measures(make):
    study = counted(make, "Fatigue was measured in 100 adults with asthma.", "Cross-sectional")
    study.facts["measures"] = ("fatigue",)
    study.quotes["measures.fatigue"] = "Fatigue"
    assert study.told("quick_summary")[0].endswith("100 people with asthma.")
    assert study.told("why_it_matters") == study.told("remaining_questions") == []


def test_further_results_are_not_pointed_at_and_untold(make):
    study = make.trial()
    further = "Peak flow in litres was 3.1 (2.2 to 4.4), 2.9 (2.0 to 4.0) and 3.3"
    study.text += f" {further}."
    study.facts["results"] += (study.result(further, "descriptive", "none", outcome="peak flow"),)
    told = study.told("observed_findings")
    assert told and not any("further" in t or "also" in t for t in told)


def test_a_plan_to_draw_lots_is_no_plan_to_see_who_falls_ill(make):
    text = (
        "Adults with a cold will be randomised to salt caves or rest. The main outcome is whether "
        "they get asthma."
    )
    plan = make.study(text, study_type="Protocol", condition_as_named=None)
    plan.facts = {
        "design": Design(randomised=True), "interventions": ("salt caves",),
        "comparators": ("rest",), "who": Who(),
        "sentences": (Sentence(text=text, start=0, end=len(text), role="methods"),),
    }  # fmt: skip
    plan.quotes = {"design.randomised": "randomised", "interventions.salt caves": "salt caves",
                   "comparators.rest": "rest"}  # fmt: skip
    assert plan.told("quick_summary")[0].startswith(
        "This is a plan to put people by chance into groups."
    )


def test_records_looked_up_afterwards_are_no_following_forward(make):
    for text, told in (
        ("A prospective cohort of 100 adults with asthma. Follow-up was one year.", True),
        ("Records of 100 adults with asthma, kept prospectively, were reviewed "
         "retrospectively. Follow-up was one year.", False),
    ):  # fmt: skip
        study = counted(make, text, "Cohort", design=Design(prospective=True))
        study.quotes["design.prospective"] = "prospective"
        assert any("followed forward" in s for s in study.told("strengths")) is told


def test_sites_of_one_institution_are_not_several_places(make):
    for place, told in (("five hospitals", True), ("three sites of a single institution", False)):
        study = counted(
            make, f"At {place} 100 adults with asthma were asked.", "Cohort",
            design=Design(multicentre=True),
        )  # fmt: skip
        study.quotes["design.multicentre"] = place
        assert any("several places" in s for s in study.told("strengths")) is told
