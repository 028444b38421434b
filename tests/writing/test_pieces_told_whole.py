"""No piece of a finding stands for the whole of it: who got worse, which way, of what, and of whom.

The texts are invented; each is read by the real reader and told by the real writer.
"""

from __future__ import annotations

import pytest

from evidence_atlas.writing.glossary.plain_words import Glosser
from evidence_atlas.writing.said import Said
from evidence_atlas.writing.sentences.counted_ways import leaves_out_a_way
from evidence_atlas.writing.sentences.empty_results import only_announced
from evidence_atlas.writing.sentences.set_against import only_set_against
from evidence_atlas.writing.words.clause import restate
from evidence_atlas.writing.words.hidden_way import links_both_ways
from evidence_atlas.writing.words.quoting import phrase

from .pages import MECFS, told_in
from .pages import page as page_made
from .test_whole_sentences import COHORT, both, page

__all__ = ["page"]

TRIAL = (
    "Ninety adults with asthma were randomised to steam at 10, 20 or 30 degrees or to a control "
    "of 2 degrees for three months. "
)


def test_a_list_of_who_fared_how_goes_on_to_those_who_got_worse(page):
    told = both(page(
        "At 12 weeks after the course, improved sleep is seen in 10 out of 16 miners, 3 have no "
        "change, and 3 have worse sleep although 2 report some relief in the first days.",
        COHORT,
    ))  # fmt: skip
    counts = [t for t in told if "10 out of 16" in t]
    assert counts
    assert all("worse" in t for t in counts)


@pytest.mark.parametrize(
    ("told", "left_out"),
    [
        ("Six miners improved and four did not change.", True),
        ("Six miners improved, four did not change and two got worse.", False),
        ("Cough was seen in six miners.", False),
        ("Four had plateaued.", True),
    ],
)
def test_counts_of_one_sentence_are_told_together(told, left_out):
    whole = "Six miners improved, four did not change and two got worse."
    assert leaves_out_a_way(told, whole) is left_out


def test_ratios_below_and_above_one_under_one_link_say_which_way_they_point(page):
    told = page(
        "Male miners (OR 0.40; 95% CI 0.20-0.80; p = 0.01) and older miners (OR 1.90; 95% CI "
        "1.20-2.90; p = 0.01) showed a significant association with asthma.",
        COHORT,
    )["observed_findings"]
    links = [t for t in told if "Male miners" in t]
    assert links
    assert all(t.endswith("one above it more often.") for t in links)


def test_a_link_of_one_direction_needs_no_such_word():
    assert not links_both_ways("Age (OR 1.4) and damp (OR 1.9) were associated with asthma")
    assert not links_both_ways("Damp (OR 1.9) was a risk and schooling (OR 0.5) protective")
    assert links_both_ways("Damp (OR 1.9) and schooling (OR 0.5) were associated with asthma")


def test_the_value_of_those_compared_with_stands_only_beside_the_other(page):
    told = both(page(
        "The incidence rate of asthma in participants followed from their first shift was 2.66 "
        "(95% CI 2.60-2.70) per 100 person-years while the rate in matched unexposed participants "
        "was 0.93 (95% CI 0.90-0.99) per 100 person-years: a hazard ratio of 2.86 (95% CI "
        "2.10-3.40).",
        COHORT,
    ))  # fmt: skip
    assert all("2.66" in t for t in told if "0.93" in t)


def test_the_value_that_was_to_be_expected_is_not_told_as_a_finding(page):
    told = both(page(
        "The median sick leave of the miners was 53 days; the median optimal sick leave time was "
        "21.9 days. Cough was higher in winter.",
        COHORT,
    ))  # fmt: skip
    assert any("53 days" in t for t in told)
    assert not any("21.9" in t and "53" not in t for t in told)
    assert not only_set_against("The rate in unexposed clerks was 0.9, and in miners 2.7")


def test_an_age_keeps_its_unit_and_its_upper_end():
    made = page_made(
        "Asthma in children",
        "Methods: We conducted a prospective cohort study involving 130 children aged 1 month to "
        "9 years with asthma. Results: Cough was reported in 40 children.",
    )
    assert "aged 1 month to 9 years" in told_in(made, "study_at_a_glance")


@pytest.mark.parametrize(
    "empty",
    [
        "A clear result was found between memory and schooling in a Friedman test",
        "Contradictory results were reported by other studies",
        "Boys showed lower values than girls at two and four minutes, though all fell by noon",
        "The results remained similar in sensitivity analyses",
        "Four themes were reported",
        "Three profiles emerged",
        "Age-related differences were also seen",
        "The survey was completed",
        "There were 90 patients assessed",
        "Other outcomes varied between studies",
    ],
)
def test_what_leaves_open_of_what_it_tells_is_no_finding(empty):
    assert only_announced(empty)


@pytest.mark.parametrize(
    "whole",
    [
        "Contradictory results were reported for steam by other studies",
        "Boys showed lower values of salt than girls",
        "Abnormal findings were seen in half of the miners",
        "Age-related differences were seen in how the miners slept",
        "The survey was completed by 90 miners",
    ],
)
def test_what_says_of_what_it_tells_stays_a_finding(whole):
    assert not only_announced(whole)


def test_two_words_with_the_same_plain_one_are_told_once():
    glosser = Glosser(MECFS, "Miners had dyspnoea and shortness of breath at rest.")
    told = glosser.apply(Said("Miners had dyspnoea and shortness of breath at rest.", (), lay=True))
    assert told.text == "Miners had shortness of breath at rest."


def test_levels_of_what_only_markers_show_are_levels_of_the_markers():
    made = page_made(
        "Inflammation and markers of lung repair in miners",
        "In this prospective cohort study, 120 adults with asthma were followed for two years. "
        "Results: Higher levels of inflammation (ZX-4) and lung repair (QP-7) were associated "
        "with a two-fold increase in the odds of asthma.",
    )
    told = [s.text for s in made.statements() if "lung repair" in s.text and "evels" in s.text]
    assert told
    assert all("markers" in t.partition("lung repair")[0] for t in told)


def test_a_bracket_within_a_bracket_is_no_figure_of_its_own(page):
    told = page(
        "Three variants were more frequent in patients, i.e. AB1*002 (OR = 1.43, 95 % CI "
        "(1.09-1.86), p = 0.009), AB2*020 (OR = 2.20, 95 % CI (1.19-4.06), p = 0.01) and AB3*009 "
        "(OR = 1.56, 95 % CI (1.09-2.23), p = 0.01), while two variants had a reduced frequency, "
        "i.e. AB4*013 (OR = 0.60, 95 % CI (0.42-0.86), p = 0.005) and AB5*010 (OR = 0.46, 95 % CI "
        "(0.30-0.71), p = 0.0005).",
    ).get("observed_findings", [])
    assert not any("(1.19-4.06)." in t for t in told)
    assert all("reduced" in t or "less" in t for t in told if "more frequent" in t)


def test_what_protects_is_not_told_without_what_harms(page):
    more = "Damp, dust and rye were positively and consistently associated with asthma. "
    less = "Milk and schooling were negatively associated with asthma."
    told = both(page(more + less, COHORT))
    assert any("Milk" in t for t in told)
    assert any("amp" in t and "dust" in t for t in told)


def test_what_protects_is_left_out_where_what_harms_cannot_be_told(page):
    many = ", ".join(f"a very long and winding matter of the number {n} of all" for n in "abcdefg")
    told = both(page(
        f"Damp, {many}, and rye were positively associated with asthma. "
        "Milk and schooling were negatively associated with asthma.",
        COHORT,
    ))  # fmt: skip
    assert not any("Milk" in t for t in told)


def test_a_change_is_not_quoted_where_it_is_only_what_something_goes_with(page):
    told = both(page(
        "Here, we show that some miners of the clinic also have odd enzymes in their blood that "
        "nobody had looked for in them, and that the presence of such enzymes in the morning and "
        "in the evening correlates with alterations in blood pressure in an exercise test.",
        COHORT,
    ))  # fmt: skip
    assert not any("“alterations in blood pressure" in t for t in told)


def test_no_quote_begins_with_what_another_thing_indicates():
    assert phrase("indicating increased airway activity") is None


def test_a_share_keeps_the_noun_that_it_has_with_the_next(page):
    told = both(page("70.6% had mild hepatic and 29.4% had renal symptoms at diagnosis.", COHORT))
    assert any("hepatic and 29.4% had" in t for t in told)
    assert not any(t.rstrip(".").endswith("hepatic") for t in told)


def test_a_bracket_closed_too_soon_loses_no_result():
    text = "Cough was higher in miners than in clerks (OR: 1.7 [1.2-2.4]), p < 0.001)"
    told = restate(text, randomised_result=False)
    assert told == "Cough was higher in miners than in clerks (OR: 1.7 [1.2-2.4]; p < 0.001)"


def test_a_null_is_not_what_to_carry_on_where_the_groups_differed(page):
    found = (
        "Blood tests did not reveal any abnormalities in either of the groups. Peak flow was "
        "significantly lower in miners with asthma (44.5 vs 55.9; p < 0.001) than in controls. "
    )
    fair = page(found).get("fair_to_say", [])
    assert not any("abnormalities" in t for t in fair)


def test_what_was_shown_in_previous_work_is_no_finding_of_this_study(page):
    told = both(page(
        "In previous work, we showed that some miners had odd enzymes in their blood. Cough was "
        "higher in miners with asthma than in controls.",
    ))  # fmt: skip
    assert not any("odd enzymes" in t for t in told)


def test_what_all_doses_had_is_compared_with_nothing():
    made = page_made(
        "Steam in asthma",
        TRIAL + "Results: All steam groups had a reduction in cough after three months. Miners "
        "across all doses reported an improvement in sleep.",
        ("Randomized Controlled Trial",),
    )
    told = " ".join(s.text for s in made.statements())
    assert "no comparison" in told
    assert "fair_to_say" not in {s.section for s in made.statements()}


def test_what_a_search_in_a_catalogue_of_genes_says_is_not_told_of_the_people() -> None:
    made = page_made(
        "Gene activity in long COVID",
        "METHODS: We measured gene activity in 40 people with long COVID. RESULTS: Gene ontology "
        "analysis revealed that fatigue was associated with rude speech.",
    )
    told = [s.text for s in made.statements() if "rude speech" in s.text]
    assert told and all("ontology" in text for text in told)
