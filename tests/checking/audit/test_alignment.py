"""A sentence is set against the result that it tells, and disagrees only where both are plain."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_atlas.checking.audit.alignment import disagreement
from evidence_atlas.records import Quote, Result

WAYS = {
    "higher": "{} was higher with salt air than with room air.",
    "lower": "{} was lower with salt air than with room air.",
    "increase": "{} increased with salt air.",
    "decrease": "{} decreased with salt air.",
    "no difference": "{} did not differ between salt air and room air.",
}
OPPOSED = {
    ("higher", "lower"), ("higher", "decrease"), ("increase", "lower"), ("increase", "decrease"),
}  # fmt: skip
things = st.sampled_from(["cough", "wheeze", "sleep", "walking speed", "the score", "IL-6"])


def result(way: str, outcome: str) -> Result:
    text = WAYS[way].format(outcome.capitalize())
    quote = Quote(field="abstract", start=0, end=len(text), text=text)
    return Result(
        text=text, quote=quote, sentence=0, scope="all", outcome=outcome, direction=way,
        comparison="between_randomised",
    )  # fmt: skip


@given(way=st.sampled_from(sorted(WAYS)), outcome=things)
def test_a_result_never_disagrees_with_itself(way: str, outcome: str):
    told = result(way, outcome)
    assert disagreement(told.text, told) is None


@given(pair=st.sampled_from(sorted(OPPOSED)), outcome=things)
def test_more_and_less_of_one_thing_disagree_whichever_is_ours(pair: tuple[str, str], outcome: str):
    one, other = (result(way, outcome) for way in pair)
    assert disagreement(one.text, other) == ("up", "down")
    assert disagreement(other.text, one) == ("down", "up")


@given(way=st.sampled_from(["higher", "lower", "increase", "decrease"]), outcome=things)
def test_a_change_and_no_difference_disagree_both_ways(way: str, outcome: str):
    change, null = result(way, outcome), result("no difference", outcome)
    assert disagreement(change.text, null) is not None
    assert disagreement(null.text, change) is not None


@pytest.mark.parametrize(
    ("sentence", "way", "outcome"),
    [
        ("Fatigue was lower with salt air.", "higher", "energy"),
        ("Cough improved with salt air.", "decrease", "cough"),
        ("Cough rose at first and fell later.", "decrease", "cough"),
        ("Salt air was compared with room air.", "lower", "cough"),
    ],
)
def test_what_may_be_said_of_the_same_result_in_another_way_is_no_disagreement(
    sentence: str, way: str, outcome: str
):
    assert disagreement(sentence, result(way, outcome)) is None
