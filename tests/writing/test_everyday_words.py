"""Quick says words of papers in everyday words, and nothing else comes of it."""

import re

import pytest

from evidence_atlas.conditions import load
from evidence_atlas.writing.glossary.plain_words import Glosser
from evidence_atlas.writing.said import Said
from evidence_atlas.writing.tables import table
from evidence_atlas.writing.words.clause import causal, loaded

CONDITION = load("mecfs")
ENTRIES = table("words/everyday.toml")["everyday"]


def plainly(text, *, lay=True):
    return Glosser(CONDITION, text).apply(Said(text, (), lay=lay), gloss=False)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Symptoms began following COVID-19.", "Symptoms began after COVID-19."),
        (
            "Following the intervention, pain fell.",
            "After the intervention, pain fell.",
        ),
        ("Six patients experienced marked improvement.", "Six patients had marked improvement."),
        ("They had a high risk of developing pain.", "They had a high risk of getting pain."),
        ("It takes an additional week.", "It takes a further week."),
        ("The authors identified three themes.", "The authors found three themes."),
        ("Women were more frequently ill.", "Women were more often ill."),
        ("Half of participants reported pain.", "Half of those studied reported pain."),
        ("Pain was worse in participants with ME/CFS.", "Pain was worse in people with ME/CFS."),
        ("Inflammation may contribute to fatigue.", "Inflammation may play a part in fatigue."),
        ("Pain fell, particularly in women.", "Pain fell, above all in women."),
        ("Illness was characterised by pain.", "Illness was marked by pain."),
        ("It was seen in 12% patients.", "It was seen in 12% of patients."),
        ("COVID-19 reinfection was common.", "Another COVID infection was common."),
    ],
)  # fmt: skip
def test_a_word_of_papers_is_told_in_everyday_words(said, told):
    assert plainly(said).text == told


@pytest.mark.parametrize(
    "said",
    [
        # Here the word is another: it is met, it is a noun, or it says of whom a share is.
        "Many experienced stigma.",
        "They were asked by experienced nurses.",
        "They were following a diet.",
        "It was seen on the following day.",
        "They were identified as nurses.",
        "The relationship between patients and doctors was hard.",
        "Twelve per cent, or 12% of nurses, were ill.",
        # The authors' own words stay theirs.
        "The authors write of “individuals frequently experiencing symptoms”.",
    ],
)
def test_a_word_that_means_another_thing_stays(said):
    assert plainly(said).text == said


def test_each_change_is_named_in_the_support_of_its_sentence():
    told = plainly("Women were more frequently ill following infection.")
    assert {s.text for s in told.support} == {
        "Glossary: frequently means often.",
        "Glossary: following means after.",
    }


def test_the_sections_for_specialists_keep_the_words_of_the_paper():
    assert plainly("Pain was frequently seen.", lay=False).text == "Pain was frequently seen."


def test_everyday_words_are_shorter_to_say_and_claim_no_more():
    assert len({e["term"] for e in ENTRIES}) == len(ENTRIES)
    for entry in ENTRIES:
        assert not loaded(entry["plain"])
        assert not causal(entry["plain"]) or causal(entry["term"])
        assert not re.search(r"\d", entry["plain"])
