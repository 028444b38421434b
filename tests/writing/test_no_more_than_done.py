"""What the opening and the stock sentences presuppose is told only where the text shows it."""

from __future__ import annotations

import pytest

from evidence_atlas.records import Participants, Reading
from evidence_atlas.writing.brief.links import says_a_link
from evidence_atlas.writing.limits.idle_caution import none_links
from evidence_atlas.writing.said import Said

from .pages import page, section


def opening(made):
    return made.told("quick_summary")[0]


def counted(make, text, study_type, people, **facts):
    study = make.study(text, study_type=study_type, **facts)
    study.quotes = {"participants.total": people}
    study.facts = {"participants": Participants(total=100, patients=100)}
    return study


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("A neural network was trained on data of people with asthma.", "By computer, this study"),
        (
            "Counts of crashes and of people with asthma were compared by state.",
            "This study looked",
        ),
    ],
)
def test_by_computer_is_told_where_the_text_names_what_reckoned(make, text, begins):
    assert opening(make.study(text, study_type="Computational")).startswith(begins)


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        (
            "From the national discharge database we took 100 adults with asthma. "
            "After two years 4 had died.",
            "looked at records of",
        ),
        ("We recruited 100 adults with asthma and saw them again two years later.", "followed"),
    ],
)
def test_whose_records_were_searched_nobody_followed(make, text, verb):
    made = counted(make, text, "Cohort", "100 adults with asthma")
    assert opening(made) == f"This study {verb} 100 people with asthma."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Adults with asthma were genotyped.", "Researchers looked at genes"),
        ("Two-sample Mendelian randomisation used summary statistics on asthma.", "looked at data"),
        ("The lungs of adults with asthma were scanned.", None),
    ],
)
def test_genes_are_told_of_where_they_were_read(make, text, told):
    first = opening(make.study(text, study_type="Genetic association"))
    assert told in first if told else "genes" not in first


def test_animals_of_the_background_are_those_of_others(make):
    text = "In this study rats with asthma breathed dust."
    assert opening(make.study(text, study_type="Animal")).startswith("In rats, ")


def test_a_paper_gives_advice_where_it_says_so(make):
    asked = make.study(
        "A panel was asked about results on asthma. Consensus was not reached.",
        study_type="Guideline",
    )
    assert opening(asked) == "This paper is about asthma."
    advice = make.study("A panel recommends rest in asthma.", study_type="Guideline")
    assert "advises" in opening(advice)


def test_accounts_are_told_of_where_people_spoke(make):
    ticked = make.study("A questionnaire asked adults with asthma.", study_type="Qualitative")
    assert not any("own accounts" in t for t in ticked.told("quick_summary"))
    spoke = make.study("Adults with asthma were asked in interviews.", study_type="Qualitative")
    assert any("These are people's own accounts" in t for t in spoke.told("quick_summary"))
    both = make.study(
        "A mixed-methods study asked adults with asthma in interviews.", study_type="Qualitative"
    )
    assert any(t.startswith("Some of this is people's own") for t in both.told("quick_summary"))


def test_news_of_others_is_no_comment(make):
    text = "There may be four kinds of asthma."
    news = make.study(
        text, study_type="Commentary", title="Asthma could be four illnesses, review suggests."
    )
    assert opening(news).startswith("This is a news report")


@pytest.mark.parametrize("given", ["vaccination", "yoga", "salt", "talking therapy"])
def test_what_keeps_people_from_getting_ill_is_not_given_in_the_illness(make, given):
    made = make.study(
        f"We searched for trials of {given}.",
        study_type="Systematic review",
        title=f"Does {given} protect from asthma?",
    )
    made.facts = {"interventions": (given,)}
    made.quotes = {f"interventions.{given}": given}
    assert f"of {given} and asthma" in opening(made)


def test_not_all_studies_of_a_review_told_of_what_it_asks():
    text = (
        "METHODS: We searched three databases. RESULTS: Of 800 articles found, 90 were included, "
        "50 of which {} salt."
    )
    title = "Meanings of salt in ME/CFS: a systematic review"
    types = ("Systematic Review",)
    part = section(page(title, text.format("gave a meaning of"), types), "quick_summary")[0]
    assert "90 studies on " not in part and "90 studies of " not in part
    whole = section(page(title, text.format("came from Asia and told of"), types), "quick_summary")
    assert "90 studies on " in whole[0] or "90 studies of " in whole[0]


@pytest.mark.parametrize(
    ("rating", "told"),
    [
        (
            "The certainty of this evidence was rated low by GRADE.",
            "; the authors rate the certainty of the evidence as low.",
        ),
        (
            "Salt helped cramps (low certainty) and sleep (very low certainty).",
            "; the authors rate the certainty of the evidence as very low or low.",
        ),
        (
            "Ten studies with moderate methodological quality were included.",
            "; the authors rate the quality of the studies as moderate.",
        ),
        ("More high-quality evidence is needed.", "."),
    ],
)
def test_the_authors_own_rating_stands_beside_how_sure(rating, told):
    made = page(
        "Salt and cramps in ME/CFS: a systematic review",
        "METHODS: We searched three databases and included ten studies of people with ME/CFS. "
        f"RESULTS: Cramps were rarer in those who took salt than in the others. {rating}",
        ("Systematic Review",),
    )
    (sure,) = [t for t in section(made, "quick_summary") if t.startswith("How sure")]
    assert sure.endswith(f"sure{told}") or sure.endswith(f"in the middle{told}")


def test_an_idea_that_it_is_proposed_is_told_once():
    made = page(
        "Salt and cramps in ME/CFS",
        "Cramps are common in ME/CFS. The hypothesis described here proposes that salt is lost. "
        "CONCLUSIONS: It is proposed that sweat could be tested for salt in people with ME/CFS.",
    )
    assert not any("proposed" in t for t in section(made, "quick_summary"))


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("Patients with cramps had lower salt in their sweat", True),
        ("The burden linked with cramps calls for care", False),
        ("Young people with fewer cramps go to school", False),
        ("People may be at risk of losing work", False),
        ("Those at higher risk of cramps were older", True),
    ],
)
def test_a_link_is_what_ties_two_things_and_not_what_a_thing_is_called_by(text, link):
    assert says_a_link(text) is link


def test_what_people_reported_afterwards_makes_nobody_looked_back_at():
    made = page(
        "Coughs of bakers: a cohort study",
        "We explored the coughs of bakers who retrospectively reported bad sleep. METHODS: 203 "
        "bakers with asthma filled in questionnaires at 3, 6 and 12 months. RESULTS: Coughs were "
        "more frequent in bakers with bad sleep than in the others.",
        (),
    )
    assert "looked back" not in section(made, "quick_summary")[0]


def test_the_gloss_of_a_word_is_no_link_that_was_told():
    assert says_a_link("Results differed (people were compared).")
    told = Said("Heterogeneity (differences between people) was seen.", (), about=("sentences.0",))
    assert none_links(Reading(version="", sentences=()), [told])


def test_a_count_of_diagnoses_related_to_an_organ_is_no_link() -> None:
    assert not says_a_link("Diagnoses related to the heart were the most frequent, in 46%")
    assert says_a_link("Diagnoses of asthma were related to dust")
