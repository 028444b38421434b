"""Words of study methods and of care in plain words: a link stays a link, and a number a number."""

import pytest

from evidence_atlas.conditions import load
from evidence_atlas.writing.brief.links import says_a_link
from evidence_atlas.writing.glossary.plain_words import Glosser
from evidence_atlas.writing.said import Said

CONDITION = load("mecfs")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Dust was not associated with cough.", "Dust was not linked with cough."),
        ("No association was found.", "No link was found."),
        ("The association between dust and cough was clear.",
         "The link between dust and cough was clear."),
        # Both are words for a link; neither tells which comes first.
        ("Dust was clearly correlated with cough.", "Dust was clearly correlated with cough."),
        ("They had higher odds of cough.", "They had higher odds of cough."),
        # Odds told with a number are no chances: the word stays.
        ("They had 4.9 times higher odds of cough.", "They had 4.9 times higher odds of cough."),
        ("A prevalence of asthma was given.", "A share of people with asthma was given."),
        ("The prevalence of patients with asthma fell.", None),
        ("Cough was prevalent in 20% of them.", None),
        ("Cough was prevalent in town.", "Cough was common in town."),
        ("The majority of patients had a cough.", "Most patients had a cough."),
        ("The majority of the patients had a cough.", None),
        ("Women were a majority of patients.", None),
        ("They were at risk of hospitalization.", "They were at risk of a hospital stay."),
        ("They wanted a vaccine booster.", None),
        ("A medical association with members wrote.", None),
        ("The risk of cough was reported.", None),
    ],
)  # fmt: skip
def test_words_of_study_methods_keep_what_they_claim(said, told):
    sentence = Said(said, (), lay=True)
    assert Glosser(CONDITION, said).apply(sentence, gloss=False).text == (told or said)


@pytest.mark.parametrize(
    "told",
    [
        "The odds (how likely against how unlikely) of cough rose with damp.",
        "Dust levels were raised in town.",
    ],
)
def test_a_link_in_plain_words_is_still_a_link(told):
    assert says_a_link(told)


def test_what_raised_a_question_is_no_link():
    assert not says_a_link("The study raised questions.")
