"""What is not shown fits the time over which a study saw it, and the way a score counts."""

from __future__ import annotations

import re

import pytest

from evidence_atlas.writing import GENERAL_GLOSSARY

from .test_whole_sentences import COHORT, both, page

__all__ = ["page"]


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ("Peak flow was measured twice.", True),
        # The study went on for longer than the treatment.
        ("Peak flow was measured over the 24-week study.", False),
        # The study took the time of the treatment.
        ("Peak flow was measured over the 12-week study.", True),
    ],
)
def test_nothing_is_said_of_later_where_the_study_went_on(make, more, told):
    study = make.trial()
    study.text = f"{study.text} {more}"
    lasting = "That what was seen over 12 weeks lasts longer."
    assert (lasting in study.told("does_not_prove")) is told


def test_what_was_seen_later_is_not_told_as_the_reason_of_what_came_before(page):
    at_times = page(
        "Cough at twelve months was associated with wheeze at six months in miners.", COHORT
    ).get("does_not_prove", [])
    together = page("Morning cough was associated with evening wheeze in miners.", COHORT)[
        "does_not_prove"
    ]
    assert not any("led to" in t for t in at_times)
    assert any("morning cough led to evening wheeze" in t for t in together)


@pytest.mark.parametrize(
    ("text", "explained"),
    [
        ("A negative association between walking and daily cough was seen.", True),
        ("Walking was inversely associated with daily cough.", True),
        ("A negative association between walking and the cough score was seen.", True),
        # A high figure is bad sleep here, though it goes by the name of the good one.
        ("A negative association of walking with the sleep quality score was seen.", False),
        ("Walking was inversely associated with the PSQI.", False),
    ],
)
def test_less_of_a_score_may_be_more_of_what_it_is_called(text, explained):
    ways = [e for e in GENERAL_GLOSSARY if e.gloss == "more of one, less of the other"]
    assert any(re.search(e.pattern, text, re.IGNORECASE) for e in ways) is explained


def test_a_null_behind_a_semicolon_stays_beside_the_difference(page):
    told = both(page(
        "Cough was higher in women with asthma than in healthy women; the difference in men was "
        "not significant."
    ))  # fmt: skip
    assert any("healthy women; the difference in men was not clear" in t for t in told)
    assert not any("healthy women" in t and "in men" not in t for t in told)


def test_a_difference_and_the_null_behind_it_are_told_together_below_quick(page):
    told = page(
        "Compared to healthy controls, patients had significantly higher cough scores. In the "
        "subsample of study participants, whose breathing was within normal bounds, cough was "
        "still significantly higher in female patients; the difference in male patients was not "
        "statistically significant (p = 0.06)."
    )["observed_findings"]
    assert any("female patients; the difference in male patients was not clear" in t for t in told)
