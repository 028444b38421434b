"""A page speaks in its study's own words, whole, and tells nothing of the paper as a finding."""

from __future__ import annotations

import re

import pytest

from evidence_atlas.records import AbstractSection, Quote, Record, Sentence
from evidence_atlas.writing.authors.open_questions import _asked
from evidence_atlas.writing.subject.aims import _found
from evidence_atlas.writing.words.asides import in_aside
from evidence_atlas.writing.words.clause import list_goes_on, starts_before
from evidence_atlas.writing.words.quoting import phrase, subject_and_told
from evidence_atlas.writing.words.spelled_out import spelled_where_told
from evidence_atlas.writing.words.theirs import first_part


@pytest.mark.parametrize(
    ("text", "role", "aim"),
    [
        ("The aim of this study was to compare two inhalers.", "aim", "compare two inhalers."),
        ("OBJECTIVE: To assess breath in coal miners.", "aim", "assess breath in coal miners."),
        (
            "This review examines masks and identifies gaps.",
            "background",
            "examine masks and identify gaps.",
        ),
        ("We measured breath at each visit.", "methods", None),
    ],
)
def test_what_a_study_set_out_to_do_is_found_but_not_a_step_on_the_way(text, role, aim):
    assert _found(Sentence(text=text, start=0, end=len(text), role=role)) == aim


def test_an_aim_is_cut_only_where_it_may_end():
    assert first_part("compare salt and air (n = 20), using two masks", 3, 5) == (
        "compare salt and air"
    )
    assert (
        first_part("find differences between, and causes of, wheeze in all the miners", 3, 4)
        is None
    )


def test_a_call_for_study_is_told_unless_it_fits_every_study():
    asked = _asked("Further trials are needed to test whether salt helps children with wheeze.")
    assert asked == "The authors ask for studies to test whether salt helps children with wheeze"
    assert _asked("Larger studies are needed to confirm these findings.") is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Research to assess salt in mines is urgently needed.", "studies to assess salt in mines"),
        ("The use of masks warrants further investigation.", "more research on the use of masks"),
        (
            "This highlights the need for trials to compare two masks in mines.",
            "studies to compare two masks in mines",
        ),
        ("However, the causes of wheeze remain unclear.", "the causes of wheeze remain unclear"),
    ],
)
def test_a_call_for_study_is_heard_in_many_forms(text, told):
    assert (_asked(text) or "").endswith(told)


@pytest.mark.parametrize(
    "text",
    [
        "Further research is needed to better understand their causes.",
        "While the cause remains unclear, wheeze was common.",
    ],
)
def test_a_call_that_points_at_another_sentence_is_not_told(text):
    assert _asked(text) is None


def test_a_list_is_never_cut_within():
    assert list_goes_on(", cough and wheeze.")
    assert not list_goes_on(", which rose.")
    assert (
        phrase(
            "Differences between groups were seen in cough, wheeze, sleep at night, and mood too"
        )
        is None
    )
    before = "Pain rose, while counts of red cells and "
    assert before[starts_before(before) :] == "counts of red cells and "


def test_a_long_finding_is_told_by_its_subject_and_the_authors_words():
    clause = (
        "Salt and training significantly improved the cough score compared to training (p = 0.01)"
    )
    told = subject_and_told(clause, refuse=re.compile("="))
    assert told == (
        "Salt and training",
        "significantly improved the cough score compared to training",
    )


def test_who_helped_with_a_paper_is_no_part_of_its_findings():
    text = "RESULTS: Cough fell.\nPATIENT OR PUBLIC CONTRIBUTION: Two patients helped to write."
    record = Record(source="plain", raw_hash="", title="", abstract=(AbstractSection(text=text),))

    def quote(words: str) -> Quote:
        start = text.index(words)
        return Quote(field="abstract", start=start, end=start + len(words), text=words)

    assert in_aside(record, quote("Two patients"))
    assert not in_aside(record, quote("Cough fell"))


def _record(text: str, title: str = "") -> Record:
    return Record(source="plain", raw_hash="", title=title, abstract=(AbstractSection(text=text),))


def test_a_short_form_is_spelled_out_where_a_number_is_part_of_the_name():
    record = _record("People with post-flu-7 cough (PFC) coughed.")
    told, where = spelled_where_told(record, "PFC was common.", lambda form: False)
    assert told == "Post-flu-7 cough was common."
    assert where[0].text == "post-flu-7 cough (PFC)"


def test_a_name_joined_by_hyphens_is_spelled_from_its_first_word():
    record = _record("The target-to-background ratio (TBR) of the lung was measured.")
    told, _ = spelled_where_told(record, "The TBR was higher.", lambda form: False)
    assert told == "The target-to-background ratio was higher."


def test_a_short_form_beside_its_own_words_stays():
    record = _record("Lung Function Test (LFT) results fell, and LFT use rose.")
    told, _ = spelled_where_told(record, "Lung Function Test (LFT) fell", lambda form: False)
    assert told == "Lung Function Test (LFT) fell"


def test_small_letters_of_a_title_leave_a_name_its_capitals():
    record = _record("Long COPD Cough (LCC) was asked about.")
    told, _ = spelled_where_told(record, "People with LCC", lambda form: False)
    assert told == "People with long COPD cough"


def test_what_authors_think_of_their_aim_is_no_part_of_it():
    told = first_part("assess cough in coal miners, highlighting the great need for masks.", 4, 30)
    assert told == "assess cough in coal miners"


def test_a_conclusion_is_told_without_the_advice_that_it_is_joined_to():
    from .test_whom import section_of

    told = section_of(
        "Telephone support in asthma: a randomised trial",
        "METHODS: 80 adults with asthma were randomised to telephone support or usual care. "
        "RESULTS: Wheeze was common. CONCLUSIONS: However, telephone support at home does not "
        "appear to be beneficial in easing the signs of wheeze and low mood and should hence be "
        "kept for the first weeks of illness.",
        "inferred_conclusions",
    )
    assert told == (
        "The authors conclude that telephone support at home does not appear to be beneficial in "
        "easing the signs of wheeze and low mood."
    )
