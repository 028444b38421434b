"""Words that the page puts in for the authors' mean what these meant in their place."""

from __future__ import annotations

from .test_rows_as_stated import page


def everything(title: str, abstract: str) -> str:
    return "\n".join(s for part in page(title, abstract).values() for s in part)


def test_what_is_called_significant_in_interviews_was_not_tested():
    told = everything(
        "Living with long COVID: a qualitative study",
        "METHODS: We interviewed 22 adults with long COVID. RESULTS: Participants described "
        "significant changes to their family life and work.",
    )
    assert "marked changes to their family life" in told
    assert "clear changes" not in told


def test_what_was_tested_beside_interviews_stays_clear():
    told = everything(
        "Living with long COVID: a qualitative study",
        "METHODS: We interviewed 22 adults with long COVID. RESULTS: Participants described "
        "significant changes to their family life (p = 0.02 in a statistical test).",
    )
    assert "marked changes" not in told


def test_a_gloss_fits_an_illness_as_well_as_a_treatment():
    told = everything(
        "Long COVID and work: a cohort study",
        "METHODS: We followed 640 adults with long COVID. RESULTS: Income fell by a tenth. "
        "CONCLUSIONS: We conclude that adverse effects of long COVID on income may be due to "
        "shorter hours.",
    )
    assert "treatment" not in told


def test_several_cohorts_are_several_groups():
    told = everything(
        "Sleep after influenza: a cohort study",
        "METHODS: We followed 640 adults. RESULTS: Poor sleep was common in both cohorts after "
        "influenza (42% and 44%).",
    )
    assert "cohorts (a group" not in told


def test_more_than_a_number_sets_nothing_beside_anything():
    quick = page(
        "Lasting symptoms in bus drivers: a survey",
        "METHODS: In a cross-sectional survey, 612 bus drivers answered. RESULTS: Three quarters "
        "reported symptoms of long COVID, and a third reported more than three symptoms.",
    )["quick_summary"]
    assert "This is a link" not in " ".join(quick)


def test_people_told_in_a_bracket_before_them_stay_a_part():
    from evidence_atlas.writing.words.edges import without_brackets

    assert "female" in without_brackets("Pain was worse in (female) survivors.")
    assert without_brackets("Pain was worse in women (n = 12).") == "Pain was worse in women."
    assert "(in)direct" in without_brackets("It came of (in)direct harm (n = 12).")


def test_what_an_illness_leaves_behind_is_named_in_good_order():
    told = everything(
        "Lungs after influenza: a cohort study",
        "METHODS: We followed 640 adults after influenza. RESULTS: Pulmonary sequelae were more "
        "common in smokers than in others.",
    )
    assert "lung after-effects" in told.lower()


def test_the_heading_of_a_part_is_no_word_of_its_sentence():
    from evidence_atlas.writing.words.edges import without_heading

    assert without_heading("Lamp use: the lamps reduced harm.") == "the lamps reduced harm."
    assert without_heading("- Governance: Boards are often closed.") == "Boards are often closed."
    listed = "Key themes: warmth, light and rest."
    assert without_heading(listed) == listed
