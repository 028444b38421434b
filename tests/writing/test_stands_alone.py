"""A sentence on a page can be read without the one that stood before it in the abstract."""

import pytest

from evidence_atlas.records import AbstractSection, Record
from evidence_atlas.writing.brief.since_start import start_told
from evidence_atlas.writing.sentences.goes_on import tells_no_thing
from evidence_atlas.writing.sentences.indirect import cleaned
from evidence_atlas.writing.sentences.standing import leans, no_aim, no_conclusion
from evidence_atlas.writing.words.clause import restate, swapped
from evidence_atlas.writing.words.edges import BAD_END, without_heading
from evidence_atlas.writing.words.short_forms import explained
from evidence_atlas.writing.words.spelled_out import spelled_where_told
from evidence_atlas.writing.words.untied import untied

from .pages import page_that_passes


def section(made, name):
    return [(s.label, s.text) for s in made.statements() if s.section == name]


def test_words_that_only_tie_a_sentence_to_another_are_left_out():
    assert untied("Second, wheeze was more common.") == "wheeze was more common."
    assert untied("In particular, a loss of shape was seen.") == "a loss of shape was seen."
    assert untied("Smoking was also linked with wheeze.") == "Smoking was linked with wheeze."
    assert untied("IMPORTANCEAsthma is common.") == "Asthma is common."
    assert untied("Not only pain but also wheeze rose.") == "Not only pain but also wheeze rose."


@pytest.mark.parametrize(
    "text",
    [
        "CONCLUSIONS: Wheeze was rarer.",
        "Conclusions and relevance: Wheeze was rarer.",
        "RESULTSWheeze was rarer.",
        "Results Wheeze was rarer.",
    ],
)
def test_a_sentence_is_told_without_the_heading_of_its_part(text):
    assert without_heading(text) == "Wheeze was rarer."


def test_a_word_that_could_be_a_heading_stays_where_it_begins_the_sentence():
    for text in ("Results were mixed.", "Findings in miners were alike."):
        assert without_heading(text) == text


def test_formulae_are_left_out_and_sums_of_money_are_told():
    assert cleaned("• Levels of $\\beta$ <i>fell</i>.") == "Levels of fell"
    assert cleaned("It cost $20 billion in 2021 and $22 billion in 2022.") == (
        "It cost $20 billion in 2021 and $22 billion in 2022"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Similar correlations were noted between stigma and wheeze at the second visit.",
        "The signal was replicated in 9,500 people.",
        "A third with hay fever reported more energy.",
        "Pain showed similar patterns with both disease groups.",
        "This was not the case for the second method.",
        "The levels in group A were higher.",
        "81% of patients in G1 were admitted.",
        "The wheeze and cough groups showed smaller.",
        "5% had wheeze, while 10% had cough, and 12.7.",
        "Exposure did not bring back these defects.",
        "Smoking and dust were clear risk factors.",
    ],
)
def test_a_finding_that_points_elsewhere_is_not_told_alone(text):
    assert leans(text)


@pytest.mark.parametrize(
    "text",
    [
        "Similar levels of IL-6 were found in patients and controls.",
        "People reported problems with sleep, but these problems eased.",
        "Smoking and dust were clear risk factors for wheeze.",
        "None of these people had wheeze again.",
        "Those with severe wheeze walked less.",
        "A third of those with wheeze sought care.",
    ],
)
def test_a_finding_that_holds_what_it_points_at_is_told(text):
    assert not leans(text)


def test_a_conclusion_is_of_the_study_and_stands_by_itself():
    assert no_conclusion("this hyperproliferation can be eased by a drug")
    assert no_conclusion("further research is needed to find the cause")
    assert no_conclusion("this study provides the only comprehensive estimate of wheeze")
    assert not no_conclusion("these findings suggest that wheeze is common in nurses")
    assert not no_conclusion("this small case series suggests that the drug eases wheeze")


def test_an_aim_is_that_of_the_paper_itself():
    assert no_aim("Ongoing work aims to describe the signature of wheeze")
    assert no_aim("We aimed to report how common these symptoms are")
    assert not no_aim("We aimed to find risk factors for wheeze, and how such wheeze ends")


def test_both_halves_of_a_contrast_keep_the_word_that_joins_them():
    told = restate(
        "While women with asthma showed higher levels, men had normal levels",
        randomised_result=False,
    )
    assert told == "While women with asthma showed higher levels, men had normal levels"


def test_a_change_is_told_from_the_start_only_where_the_start_is_named():
    assert start_told("Wheeze fell from 5.1 to 3.2 points")
    assert start_told("Wheeze improved from baseline")
    assert not start_told("The more intense training was clearly better after 12 weeks")
    assert not start_told("All groups showed a decrease in wheeze from 5.1 to 3.2 after the dose")


def test_what_a_sentence_takes_back_is_told_with_it():
    made = page_that_passes(
        "Cells of the airway and a virus",
        "METHODS: We compared airway cells of 20 people with asthma and 20 healthy people. "
        "RESULTS: Compared to skin cells, airway cells had less ACE2 and were more often infected "
        "by two old viruses but not by the new one.",
    )
    told = [t for _, t in section(made, "observed_findings") if "two old viruses" in t]
    assert told
    assert all("but not by the new one" in t for t in told)


def test_an_abstract_without_headings_does_not_begin_with_its_findings():
    made = page_that_passes(
        "Asthma in hamsters",
        "People may have wheeze that lasts over time. Symptoms associated with asthma include "
        "anxiety and cough. Using hamsters as a model, we show that dust lasts in the lung. "
        "Infected hamsters had lower activity than others. Dust was found in 12 of 20 lungs.",
    )
    told = " ".join(text for _, text in section(made, "observed_findings"))
    assert "may have wheeze" not in told
    assert "include anxiety" not in told


def test_a_share_of_some_people_is_not_told_of_all():
    made = page_that_passes(
        "An application for asthma: a survey",
        "METHODS: We surveyed 1301 adults with asthma. RESULTS: Of those with at least 30 days of "
        "data, 77% reported less wheeze, and 94% reported a better understanding of their asthma. "
        "Wheeze was associated with cold air (p < 0.001).",
    )
    told = [text for _, text in section(made, "observed_findings")]
    assert any("cold air" in text for text in told)
    assert all("30 days" in text or "94%" not in text for text in told)


def test_a_lead_does_not_say_again_whom_the_sentence_names():
    made = page_that_passes(
        "Anxiety in asthma: a case-control study",
        "METHODS: We compared 30 patients with asthma and 26 healthy controls. RESULTS: Anxiety "
        "was higher in patients with asthma than in healthy controls.",
    )
    told = section(made, "observed_findings")
    assert told
    assert [label for label, _ in told if label] == []


def test_a_short_form_is_explained_by_the_title_or_from_within_a_bracket():
    record = Record(
        source="test", raw_hash="0" * 64, title="Asthma in Children and Young People", pmid="1",
        abstract=(AbstractSection(text="He had thirst (air vessel pressure; AVP). CYP came."),),
        languages=("eng",),
    )  # fmt: skip
    assert spelled_where_told(record, "CYP had asthma", lambda form: False)[0] == (
        "Children and young people had asthma"
    )
    assert explained(record, "AVP")
    assert not explained(record, "HRV")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The study found no clear difference between boys aged 7 to 17 and parents.", False),
        ("There was no clear difference between miners and divers.", False),
        ("The study found no clear difference in wheeze between miners and divers.", True),
        ("No clear differences between miners and divers were seen for cough.", True),
    ],
)
def test_no_difference_is_told_only_with_what_did_not_differ(text, told):
    assert tells_no_thing(text) is not told


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("Less dust suggests that fewer spells were likely", False),
        ("The spells were mainly", False),
        ("More spells are likely to follow", True),
        ("A second spell is possible", True),
    ],
)
def test_a_sentence_does_not_end_with_how_likely_something_was_that_is_cut_off(text, stands):
    assert (BAD_END.search(text) is None) is stands


def test_them_needs_somebody_before_it():
    assert leans("The survey shows a need for measures to support them at work")
    assert not leans("Nurses ask for measures to support them at work")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Miners on the night shift faced a 47.3% (OR = 1.47) higher, while others had a 33%",
            False,
        ),
        ("A cold before the winter increased by 22.3% (OR = 1.2, CI = 1.1-1.4)", False),
        ("Smoking was linked to increases of 24.5% (OR 1.24, CI 1.1-1.4)", False),
        (
            "Miners on the night shift faced a 47.3% (OR = 1.47) higher risk, and others a 33% one",
            True,
        ),
        ("The risk of wheeze increased by 22.3% with each cold (OR = 1.2)", True),
        ("Lung volume increased by 22.3% (p = 0.01)", True),
    ],
)
def test_a_share_is_told_only_with_what_it_is_of(text, told):
    assert tells_no_thing(text) is not told


def test_the_most_significant_number_is_the_highest():
    assert swapped("The most significant number of miners came in winter").startswith(
        "The highest number of miners"
    )
