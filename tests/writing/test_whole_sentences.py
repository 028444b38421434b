"""What a reader met and took for something else: halves of sentences, and words that point at none.

The texts are invented; each is read by the real reader and told by the real writer.
"""

from __future__ import annotations

import pytest

from evidence_atlas.records import AbstractSection, Journal
from evidence_atlas.writing.brief.widened import may_be_widened
from evidence_atlas.writing.said import sentence_case
from evidence_atlas.writing.words.clause import unclear_things
from evidence_atlas.writing.words.quoting import change_told, subject_and_told
from evidence_atlas.writing.words.spelled_out import spelled_at_first, spelled_where_told

from .pages import record_of, sections, written

AIM = "We studied asthma in miners. "
METHODS = (
    "In this cross-sectional study, 120 adults with asthma and 80 healthy controls were seen. "
)
COHORT = "In this prospective cohort study, 120 adults with asthma were followed for two years. "


@pytest.fixture
def page(make):
    """The page of an abstract: the texts of each section, with their labels."""

    def told_of(results: str, methods: str = METHODS, title: str = "Asthma in miners"):
        parts = (
            AbstractSection(label="METHODS", text=AIM + methods),
            AbstractSection(label="RESULTS", text=results),
        )
        record = record_of(title, *parts, journal=Journal(title="Breath"))
        return sections(written(record, make.condition))

    return told_of


def both(told):
    return told["quick_summary"] + told.get("observed_findings", [])


def test_who_was_compared_is_not_lost_behind_an_and(page):
    told = both(page(
        "Miners with asthma were older and had smoked more than the miners without asthma."
    ))  # fmt: skip
    assert any("more than the miners without asthma" in t for t in told)
    assert not any(t.endswith("were older.") for t in told)


def test_a_conceded_half_is_not_told_without_its_answer(page):
    told = both(page(
        "Although wheeze was lower in miners with asthma, this was explained by their age. "
        "Cough was higher in miners with asthma than in controls."
    ))  # fmt: skip
    assert not any("wheeze was lower" in t.casefold() and "age" not in t for t in told)


def test_what_a_later_clause_takes_back_goes_with_it(page):
    told = both(page(
        "Blood tests showed a higher iron level and a lower zinc level in asthma, although these "
        "findings did not remain significant after correction."
    ))  # fmt: skip
    iron = [t for t in told if "higher iron" in t]
    assert iron
    assert all("did not remain" in t for t in iron)


def test_a_null_is_not_joined_to_the_outcome_of_another_clause(page):
    told = both(page(
        "Although the mask did not affect wheeze or sleep, it may steady morning peak flow.",
        methods="We randomised 60 adults with asthma to a mask or placebo. ",
    ))  # fmt: skip
    assert not any("no clear difference in morning peak flow" in t for t in told)


def test_a_sentence_that_points_back_is_not_told_alone(page):
    told = page("Similar findings were observed in a second cohort of miners with asthma.")
    assert not any(t.startswith("Similar findings") for t in both(told))


def test_a_proportion_without_its_size_is_told_of_nothing(page):
    told = both(page("A significant proportion showed reduced breathing, with iron falling."))
    assert not any("proportion" in t for t in told)


def test_a_list_by_semicolons_is_told_whole_or_not_at_all(page):
    told = both(page(
        "The most common complaints included dust in the bedroom; noise at night; and long shifts."
    ))  # fmt: skip
    listed = [t for t in told if "dust in the bedroom" in t]
    assert listed
    assert all("long shifts" in t for t in listed)


def test_everyone_stands_only_beside_a_part(page):
    told = page("Cough was reported by 62% of the miners.", methods=COHORT)
    assert not any(t.startswith("Everyone") for t in told["observed_findings"])


def test_a_null_and_a_count_are_no_link(page):
    null = page("Serum iron was not associated with wheeze (p = 0.61).", methods=COHORT)
    count = page("Cough was reported by 62% of the miners.", methods=COHORT)
    link = page("Serum iron was associated with wheeze (p = 0.01).", methods=COHORT)
    says = [any("This is a link" in t for t in p["quick_summary"]) for p in (null, count, link)]
    assert says == [False, False, True]


def test_a_ratio_below_one_does_not_read_as_a_risk(page):
    told = page(
        "Asthma was associated with dust (OR 2.4, 95% CI 1.5-3.9) and schooling "
        "(OR 0.45, 95% CI 0.25-0.80).", methods=COHORT,
    )  # fmt: skip
    assert not any("associated with dust and schooling" in t for t in told["quick_summary"])


def test_the_calculation_in_front_is_left_off_in_quick(page):
    told = page(
        "In adjusted models, dust was significantly associated with wheeze.", methods=COHORT
    )["quick_summary"]
    assert "Dust was clearly linked with wheeze." in told


def test_a_median_stay_is_a_typical_one(page):
    told = page("The median stay in hospital was 12 days.", methods=COHORT)["quick_summary"]
    assert not any(t.startswith("The stay in hospital was 12") for t in told)


def test_one_of_a_list_of_questions_is_no_finding(page):
    told = both(page(
        "The form covered three topics: (1) dust at work, (2) confirmed asthma, and (3) reported "
        "wheeze at night. Cough was reported by 62% of the miners."
    ))  # fmt: skip
    assert not any("(3)" in t for t in told)


def test_how_they_were_found_does_not_break_off(page):
    told = page(
        "Cough was reported by 62% of the miners.",
        methods="120 miners with asthma were recruited from the town and invited to take part. ",
    )
    assert not any(text.endswith("and invited.") for texts in told.values() for text in texts)


def test_more_among_men_makes_no_part_of_men(page):
    told = page("There were higher odds of wheeze in men than in women.", methods=COHORT)
    assert any("wheeze in men than in women" in t for t in both(told))
    assert not any("holds for everyone" in t for t in told.get("does_not_prove", ()))


@pytest.mark.parametrize(
    ("found", "widened"),
    [
        ("There were higher odds of wheezing in men", False),
        ("Wheezing rose in the whole sample and in men", False),
        ("Wheezing rose in men", True),
    ],
)
def test_only_a_result_of_a_part_alone_could_be_taken_for_everybody(make, found, widened):
    study = make.study(f"We followed 100 adults with asthma. {found}.", study_type="Cohort")
    result = study.result(found, "increase", "none", "subgroup", outcome="wheezing", who="men")
    assert may_be_widened(result, study.reading) is widened


def test_a_quotation_does_not_end_before_the_words_it_needs():
    assert change_told("We saw a marked decline in memory in individuals with severe cough") is None
    assert change_told("We saw an improvement in wheeze correlated with a fall in dust") is None
    text = "Pain was diverse, with descriptors including burning and pressure"
    assert subject_and_told(text) != (
        "Pain", "was diverse, with descriptors",
    )  # fmt: skip
    text = "Most dust-related studies demonstrated a protective effect of masks"
    assert subject_and_told(text) != (
        "Most dust-", "related studies demonstrated a protective effect of masks",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "unclear"),
    [
        ("Aberrant rhythm was significant for miners", True),
        ("No other predictors were significant", True),
        ("The difference was significant at six weeks", False),
        ("Dust was a significant predictor of wheeze", False),
    ],
)
def test_a_thing_is_not_called_clear(text, unclear):
    assert unclear_things(text) is unclear


@pytest.mark.parametrize(
    ("defined", "said", "told"),
    [
        ("We saw hard working miners (HWMs).", "HWMs coughed",
         "Hard working miners (HWMs) coughed"),
        ("The choroid plexus (ChP) was seen.", "The ChP was larger",
         "The choroid plexus (ChP) was larger"),
        ("In people with asthma and related disorders (pwARD), cough was common.",
         "PwARD coughed", "People with asthma and related disorders (PwARD) coughed"),
        ("An old dust lung (ODL) is rare.", "After an ODL diagnosis",
         "After an old dust lung (ODL) diagnosis"),
        ("Dust lung (DL) is rare.", "After an DL diagnosis", "After a dust lung (DL) diagnosis"),
        ("The peak flow (PF) fell.", "Breath (PF 3.1) fell", "Breath (PF 3.1) fell"),
        ("The state health system of Utopia (SUS) paid.", "The SUS paid", "The SUS paid"),
    ],
)  # fmt: skip
def test_a_short_form_is_explained_where_it_is_first_used(defined, said, told):
    assert (
        spelled_at_first(record_of("Miners", defined), said, set(), lambda form: False)[0] == told
    )


def test_a_short_form_is_explained_once():
    told: set[str] = set()
    record = record_of("Miners", "The choroid plexus (ChP) was seen.")
    first, _ = spelled_at_first(record, "The ChP grew", told, lambda form: False)
    second, _ = spelled_at_first(record, "The ChP shrank", told, lambda form: False)
    assert (first, second) == ("The choroid plexus (ChP) grew", "The ChP shrank")


def test_a_name_keeps_its_capitals_and_an_article_fits():
    record = record_of(
        "Miners", "We used the All of Us (AoU) data and Oxford Nanopore sequencing (ONS)."
    )
    assert spelled_where_told(record, "in the AoU data", lambda f: False)[0] == (
        "in the All of Us data"
    )
    assert "Oxford Nanopore sequencing" in spelled_where_told(
        record, "with ONS", lambda f: False
    )[0]  # fmt: skip
    record = record_of("Miners", "Dust lung (DL) is rare.")
    assert spelled_where_told(record, "after an DL visit", lambda f: False)[0] == (
        "after a dust lung visit"
    )


def test_typesetting_is_not_read_aloud():
    told = sentence_case(r"Impaired V ̇ O 2 ${\dot V_{{{\mathrm{O}}_2}}}$ was seen")
    assert told == "Impaired V ̇ O 2 was seen."


def test_a_measure_that_differed_at_one_time_alone_is_told_with_its_times(page):
    told = page(
        "At week 8 (p = 0.03), but not week 6 (p = 0.27), yoga improved wheeze compared to sham.",
        methods="We randomised 60 adults with asthma to yoga or sham for 8 weeks. ",
        title="Yoga for asthma: a randomised trial",
    )["quick_summary"]
    wheeze = [t for t in told if "heeze" in t]
    assert len(wheeze) == 1
    assert "at week 8, but not at week 6" in wheeze[0]


def test_a_clause_of_its_own_noun_alone_is_no_sentence(page):
    told = both(page("Wheeze fell after rain, and cough that was related to lower iron levels."))
    assert not any(t.startswith("Cough that was") for t in told)
