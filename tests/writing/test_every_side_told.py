"""Every side of a result is told together or not at all, and the whole group before its parts.

The texts are invented; each is read by the real reader and told by the real writer.
"""

from __future__ import annotations

import pytest

from evidence_atlas.writing.sentences.judged import judging_quoted, restated

from .test_whole_sentences import page

__all__ = ["page"]

ALL_GIVEN = "Ten adults with asthma were all treated with theophylline for 12 weeks. "
TITLE = "Theophylline for asthma: a single-arm pilot trial"


def findings(told):
    return told.get("observed_findings", [])


def test_those_who_did_not_change_stand_in_the_sentence_of_those_who_improved(page):
    told = page(
        "Four patients had no clear change. Six patients experienced marked improvement. "
        "For all 10 patients, peak flow increased from 20 to 40.",
        ALL_GIVEN, TITLE,
    )  # fmt: skip
    both = "Six patients experienced marked improvement; four patients had no clear change."
    assert findings(told)[0] == both
    # Quick tells it in everyday words.
    assert both.replace("experienced", "had") in told["quick_summary"]
    assert not any("no clear change" in t and "improvement" not in t for t in findings(told))


def test_a_count_is_told_with_its_other_side_or_not_at_all(page):
    told = page(
        "Six patients experienced marked improvement. Four patients had no change that we or our "
        "nurses saw. For all 10 patients, peak flow increased from 20 to 40.",
        ALL_GIVEN, TITLE,
    )  # fmt: skip
    for section in (findings(told), told["quick_summary"]):
        text = " ".join(section)
        assert ("six patients" in text.casefold()) is ("four patients" in text.casefold())


@pytest.mark.parametrize(
    "denied", ["were not better", "had not recovered", "never improved", "did not improve"]
)
def test_a_denied_improvement_is_the_other_side_and_no_improvement(page, denied):
    told = page(
        f"Six patients experienced marked improvement. Four patients {denied}. "
        "For all 10 patients, peak flow increased from 20 to 40.",
        ALL_GIVEN, TITLE,
    )  # fmt: skip
    first = findings(told)[0]
    assert "marked improvement" in first and denied.split()[-1] in first


def test_words_that_stand_in_quotation_marks_are_not_marked_again():
    assert judging_quoted("they “recovered” and were cured") == "they “recovered” and were “cured”"


def test_counts_of_more_people_than_took_part_are_not_put_together(page):
    told = page(
        "Eight patients experienced marked improvement. Seven patients had no clear change.",
        ALL_GIVEN, TITLE,
    )  # fmt: skip
    assert not any(";" in t for t in findings(told))


def test_all_of_a_few_come_after_everybody(page):
    told = findings(page(
        "All five patients with lasting relief reached a mean step count above 10,000 a day. "
        "For all 10 patients, peak flow increased from 20 to 40.",
        ALL_GIVEN, TITLE,
    ))  # fmt: skip
    few = next(i for i, t in enumerate(told) if "lasting relief" in t)
    everybody = next(i for i, t in enumerate(told) if "eak flow" in t)
    assert everybody < few


def test_what_is_said_of_responders_is_not_told_of_everybody(page):
    told = page(
        "For all 10 patients, peak flow increased from 20 to 40. "
        "In six responders, peak flow increased from 20 to 60, and wheeze decreased from 30 to 10.",
        ALL_GIVEN, TITLE,
    )  # fmt: skip
    assert not any("heeze" in t for t in told["quick_summary"])


MARKERS = "Blood was taken from 90 adults with asthma and 80 healthy controls. "


def test_of_many_markers_it_is_told_how_many_before_any_is_named(page):
    told = page(
        "On average, ZK-3 was elevated (P = 0.01) and vexin was lower (P = 0.02) in patients "
        "compared with controls.",
        MARKERS + "We measured 48 serum cytokines. ",
    )
    counted = [t for t in told["quick_summary"] if "48" in t]
    assert len(counted) == 1
    assert "one was higher and one was lower" in counted[0]
    assert not any("vexin" in t and "ZK-3" not in t for t in findings(told))


def test_markers_are_not_counted_where_some_are_named_as_examples(page):
    told = page(
        "On average, several markers such as ZK-3 were elevated and vexin was lower in patients "
        "compared with controls.",
        MARKERS + "We measured 48 serum cytokines. ",
    )
    assert not any("one was lower" in t for t in told["quick_summary"])


REVIEW = "We searched three databases for trials of breathing exercises (BE) and salt air (SA). "
NAMED = "Breathing exercises versus salt air in adults with asthma: a systematic review"


@pytest.mark.parametrize(("one", "other"), [("BE", "SA"), ("SA", "BE")])
def test_neither_treatment_is_told_without_what_speaks_for_the_other(page, one, other):
    told = page(
        "Six studies with 2280 participants were included. "
        f"{one} showed the highest recovery rates for asthma, with 33% compared to 21% for "
        f"{other}. "
        f"Symptom improvements were reported by 44% with {other}, compared to 12% with {one}.",
        REVIEW, NAMED,
    )  # fmt: skip
    for section in (findings(told), told["quick_summary"]):
        text = " ".join(section)
        assert ("“recovery”" in text) is ("44%" in text.replace(" %", "%"))
    assert "“recovery”" in " ".join(findings(told))


def test_how_a_review_rated_its_studies_is_told(page):
    told = page(
        "Six studies with 2280 participants were included. The methodological quality of these "
        "studies, assessed using a scale, ranged from good to poor.",
        REVIEW, NAMED,
    )  # fmt: skip
    assert any("ranged from good to poor" in t for t in told["limitations"])


def test_how_studies_were_to_be_rated_is_no_rating(page):
    told = page(
        "Six studies with 2280 participants were included. Study quality was assessed with a "
        "scale.",
        REVIEW, NAMED,
    )  # fmt: skip
    assert "The review rated how well each study was made." in told["strengths"]
    assert "limitations" not in told


def test_one_group_is_not_told_without_the_group_beside_it(page):
    told = findings(page(
        "The intervention group value was 48 at baseline and 46 at follow-up. "
        "The control group value was 47 at baseline and 44 at follow-up.",
        "We randomised 60 adults with asthma to breathing exercises or usual care. ",
        "Breathing exercises for asthma: a randomised trial",
    ))  # fmt: skip
    assert any("intervention group" in t for t in told) is any("control group" in t for t in told)
    assert any("control group" in t for t in told)


def test_themes_of_interviews_keep_their_order(page):
    told = findings(page(
        "Participants described their care before the clinic as mainly poor. "
        "At the clinic, care was mostly felt to be kind. "
        "A worsening after the visit was often described by participants with asthma.",
        "Semi-structured interviews were conducted with 14 adults with asthma. ",
        "Care after the visit to an asthma clinic: a qualitative interview study",
    ))  # fmt: skip
    order = [next(i for i, t in enumerate(told) if word in t) for word in ("poor", "kind", "often")]
    assert order == sorted(order)


def test_a_judging_word_is_quoted_and_praise_is_left_out():
    told = restated("Recovery was most common after salt air", randomised_result=False)
    assert told == "“Recovery” was most common after salt air"
    assert restated("Salt air was safe and well tolerated", randomised_result=False) is None


def test_a_score_that_moved_between_two_numbers_is_told_with_them(page):
    told = page(
        "Wheeze scores decreased from 72 to 43. After the walks this value increased by 6 points.",
        ALL_GIVEN, TITLE,
    )  # fmt: skip
    assert any("decreased from 72 to 43" in t for t in findings(told))
    assert not any("this value" in t for t in told["quick_summary"])
