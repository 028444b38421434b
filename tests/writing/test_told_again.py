"""What Quick tells is told once more below; no conclusion says it again, nothing is cut."""

from __future__ import annotations

import re

import pytest

from evidence_atlas.records import Sentence
from evidence_atlas.writing.results import quick_clause
from evidence_atlas.writing.sentences.goes_on import of_those_before, verbs_joined, way_end
from evidence_atlas.writing.sentences.standing import no_conclusion
from evidence_atlas.writing.words.clause import swapped
from evidence_atlas.writing.words.quoting import phrase, subject_and_told
from evidence_atlas.writing.words.turns import without_turns

from .pages import page, section

_TURN = re.compile(r",\s(?:however|thus|moreover),\s", re.IGNORECASE)


def test_a_conclusion_that_says_a_finding_again_is_not_told():
    made = page(
        "Salt in the sweat in ME/CFS: a case-control study",
        "We measured salt in the sweat of 61 people with ME/CFS and 58 healthy controls. "
        "RESULTS: Salt in morning sweat was higher in women with ME/CFS than in healthy women. "
        "CONCLUSIONS: Salt in morning sweat is higher in women with ME/CFS than in healthy women. "
        "Salt in sweat may help to keep blood pressure up.",
    )
    concluded = section(made, "inferred_conclusions")
    assert not any("higher" in text for text in concluded)
    assert any("blood pressure" in text for text in concluded)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Rest, however, helped", "Rest helped"),
        ("rest was seen to help, however, work was not", "rest was seen to help, but work was not"),
        ("pain was worse, thus, sleep was poor", "pain was worse, and so sleep was poor"),
        ("pain was worse, moreover, sleep was poor", "pain was worse, and sleep was poor"),
    ],
)
def test_a_word_that_turns_between_two_clauses_leaves_a_joint(text, told):
    assert without_turns(text, _TURN) == told


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        # A list, of which the first member would read as the whole.
        (
            "The commonest germs in the nose of these patients were Rhizopus oryzae, Aspergillus "
            "fumigatus, and Absidia mucor.",
            "oryzae",
        ),
        # A name with a colon in it.
        (
            "Particular focus was given to the Gene Expression: Inflammation Explained platform, "
            "which sorts illnesses by stage and by cause and by much else.",
            "Expression",
        ),
        # A row of values, each with what it stands for.
        (
            "The best set of bands was 0 to 1, a little; > 1 to 2, moderately; > 2 to 3, quite a "
            "lot; > 3 to 4, very much so in the eyes of those who were asked.",
            "a little",
        ),
    ],
)
def test_no_words_are_quoted_that_end_within_a_list_or_a_name(text, cut):
    assert not (phrase(text) or "").endswith(cut)
    assert not (subject_and_told(text) or ("", ""))[1].endswith(cut)


@pytest.mark.parametrize(
    ("clause", "told"),
    [
        (
            "In logistic regressions controlling for sex at birth, age, jabs and number of "
            "infections, loose joints were linked with it",
            "loose joints were linked with it",
        ),
        ("In linear models adjusted for age, sex, and weight, women had pain", "women had pain"),
        ("In adjusted models, fatigue, pain and age went together",
         "fatigue, pain and age went together"),
        # Where its list ends cannot be seen.
        ("In regression models correcting for age, women and men had as much pain",
         "In regression models correcting for age, women and men had as much pain"),
    ],
)  # fmt: skip
def test_what_was_allowed_for_is_left_out_whole(clause, told):
    assert quick_clause._OPENER.sub("", clause) == told


def test_a_list_within_a_list_of_verbs_that_is_cut_says_so():
    part = "people were younger, had more pain, more worry, worse sleep"
    told = "people were younger, had more pain, more worry and worse sleep, among other things"
    assert verbs_joined(part, ", and reported more dizziness") == told


def test_which_group_a_difference_favoured_is_told_with_it():
    rest = ", with small effects favouring those who had trained."
    assert way_end("Most scores differed between the groups", rest) == len(rest) - 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("they were exhibited more often in women", "they were shown more often in women"),
        ("women exhibited more pain", "women showed more pain"),
        ("it has displayed a fall", "it has shown a fall"),
    ],
)
def test_a_plainer_verb_keeps_its_form(text, told):
    assert swapped(text) == told


@pytest.mark.parametrize(
    ("claim", "none"),
    [
        ("Of the 338 potential articles identified, 19 met the criteria", True),
        ("Long COVID is characterized by symptoms that last for months", True),
        ("we are now collecting data of seven more years", True),
        ("The variants found provide new insights for medical care", True),
        ("Long COVID is characterized by less oxygen in muscle", False),
        ("Long COVID is characterized by persistent activation of the immune system", False),
        ("of the patients, 19 still could not work", False),
    ],
)
def test_counts_of_papers_definitions_and_further_work_are_no_conclusions(claim, none):
    assert no_conclusion(claim) is none


@pytest.mark.parametrize(
    ("texts", "leans"),
    [
        (("For women, pain was common.", "Families believed it.", "For men, pain was rare."), True),
        (("For women, pain was common.", "Women were believed.", "For men, pain was rare."), False),
        (("Pain was common.", "Families believed it.", "For men, pain was rare."), False),
        (("For women, pain was common.", "Families believed it.", "Sleep was poor."), False),
    ],
)
def test_a_sentence_between_two_groups_tells_of_the_first(texts, leans):
    starts = [sum(len(t) + 1 for t in texts[:i]) for i in range(len(texts))]
    told = [
        Sentence(start=at, end=at + len(t), text=t, role="results")
        for at, t in zip(starts, texts, strict=True)
    ]
    assert of_those_before(told, 1) is leans
