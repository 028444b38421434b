"""Quick tells what the study found in the authors' own words where ours will not do, as theirs."""

from __future__ import annotations

from evidence_atlas.records.readability import grade as reading_grade
from evidence_atlas.writing.sentences.goes_on import verbs_joined

from .pages import page_of, quick_of

SURVEY = (
    "Little is known of damp homes. We asked 412 adults with asthma about mould in their homes. "
    "RESULTS: The mean age was 44 years and 61% were female. "
)
REVIEW = "This narrative review looks at how house mites bear on asthma. "


def test_what_the_authors_say_they_found_is_told_as_theirs():
    told = quick_of(
        SURVEY + "We found that mould, rather than dust, had spread in the homes of adults with "
        "asthma (OR 2.1, p < 0.01). CONCLUSIONS: Damp homes should be mended.",
        "Mould in the homes of adults with asthma",
    )
    said = next(s for s in told if "mould, rather" in s)
    assert said.startswith("The authors report that mould, rather than dust,")
    assert "p <" not in said and "OR" not in said
    assert not any("mended" in s or "44 years" in s for s in told)


def test_an_overview_names_its_subject_and_gives_its_one_message_as_its_authors():
    told = quick_of(
        REVIEW + "Mites live in beds. Overall, the evidence suggests that house mites may worsen "
        "asthma in cold homes. Further research is needed.",
        "The role of house mites in asthma",
        ("Review",),
    )
    assert told[0].endswith("about the role of house mites in asthma.")
    assert any(s.startswith("The authors") and "house mites may worsen" in s for s in told)
    assert not any("needed" in s for s in told)


def test_a_title_that_asks_is_no_subject():
    told = quick_of(
        REVIEW + "Mites live in beds.", "Are house mites the cause of asthma?", ("Review",)
    )
    assert "are house mites" not in told[0].casefold()


def test_words_that_call_a_treatment_good_are_no_result():
    told = " ".join(quick_of(
        "Salt air was given to 30 adults with asthma for six weeks. RESULTS: Thirty adults took "
        "part. CONCLUSIONS: Salt air is safe and effective in asthma.",
        "Salt air in asthma",
    ))  # fmt: skip
    assert "safe" not in told and "effective" not in told


def test_what_is_cut_off_takes_nothing_back():
    told = " ".join(quick_of(
        SURVEY + "We found that mould had spread in the homes of adults with asthma; however, "
        "it did so in old homes alone, whatever their rent, their street, their floor, their "
        "windows, their roof, their walls and the number of people who lived in them.",
        "Mould in the homes of adults with asthma",
    ))  # fmt: skip
    assert "mould had spread" not in told


def test_quick_stays_easy_where_the_authors_words_are_hard():
    held = page_of(
        SURVEY + "We found that heterogeneous environmental sensitisation characteristics "
        "predominated notwithstanding considerable interindividual constitutional variability.",
        "Sensitisation in asthma",
    )
    told = " ".join(s.text for s in held.statements() if s.section == "quick_summary")
    assert "notwithstanding" not in told
    assert reading_grade(told) <= 10


def test_in_a_trial_the_result_of_a_part_is_not_the_main_message():
    told = quick_of(
        "We put 80 adults with asthma by chance into salt air or placebo. RESULTS: Cough scores "
        "did not differ between the salt air and the placebo group. CONCLUSIONS: Our findings show "
        "that salt air lowered cough scores in a small group of heavy smokers.",
        "A randomised trial of salt air in asthma",
    )
    assert not any("heavy smokers" in s for s in told)


def test_theirs_carries_their_sentence_and_is_marked_as_theirs():
    held = page_of(
        SURVEY + "We found that mould, rather than dust, had spread in the homes of adults with "
        "asthma (OR 2.1, p < 0.01). CONCLUSIONS: Damp homes should be mended.",
        "Mould in the homes of adults with asthma",
    )
    said = next(s for s in held.statements() if s.text.startswith("The authors report"))
    assert said.voice == "authors"
    assert not any(about.startswith("results.") for about in said.about)


def test_two_verbs_of_a_list_of_three_are_joined_and_the_list_is_not_told_as_whole():
    part = "people in damp homes were less likely to sleep, had a higher risk of a cough"
    assert verbs_joined(part, ", and were more likely to miss work") == (
        "people in damp homes were less likely to sleep and had a higher risk of a cough, "
        "among other things"
    )
    assert verbs_joined(part, ", which nobody had seen before") == part
