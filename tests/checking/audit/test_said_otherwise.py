"""What a volunteer rounds is understood, and what a volunteer turns round is called wrong."""

from __future__ import annotations

import pytest

from evidence_atlas import conditions
from evidence_atlas.pipeline.auditing import audit_summary, plain_abstract

ABSTRACT = """Warm baths for pain in ME/CFS: a survey of bathers and a trial

METHODS: We sent a questionnaire to 412 adults with ME/CFS, and 198 of them took baths.
RESULTS: Common complaints were muscle pain (67.8%), headache (41.3%) and dizziness (12.5%). \
Bathers had fewer headaches than swimmers. Walking distance in bathers increased from 210 to 260 \
metres. Grip strength did not differ between bathers and swimmers. Dizziness was worse in \
younger bathers compared to older bathers. Younger bathers were less rested and had greater \
dizziness after bathing. A good night was had by 23% of bathers."""


@pytest.fixture(scope="module")
def judged():
    record, condition = plain_abstract(ABSTRACT), conditions.load("mecfs")
    return lambda text: audit_summary(text, record, condition).sentences[0]


@pytest.mark.parametrize(
    "sentence",
    [
        "About two thirds had muscle pain.",
        "A little over four in ten had headache.",
        "Roughly one in eight had dizziness.",
        "Just over four hundred adults with ME/CFS were sent a questionnaire.",
        "Nearly a quarter of bathers had a good night.",
        "How often muscle pain was seen: 67.8%.",
    ],
)
def test_a_round_number_is_borne_by_the_printed_one_that_it_stands_for(judged, sentence: str):
    assert judged(sentence).verdict == "supported"


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("About a third had muscle pain.", "67.8%"),
        ("More than half of bathers had a good night.", "23%"),
        ("About a third had muscle pain, but bathing was liked by many.", "67.8%"),
    ],
)
def test_a_round_share_of_the_very_thing_that_does_not_fit_is_contradicted(
    judged, sentence: str, words: str
):
    one = judged(sentence)
    assert one.verdict == "contradicted"
    assert words in one.because
    assert one.quote is not None and words in one.quote.text


@pytest.mark.parametrize(
    "sentence",
    [
        "About half of bathers had muscle pain at night.",
        "About a third had no muscle pain.",
        "Nearly half of those who were sent a questionnaire took baths.",
        "Some four in ten had headache.",
        "Less than a quarter of bathers had a good night.",
        "About a third of women had muscle pain.",
    ],
)
def test_a_round_share_of_another_thing_or_near_enough_is_never_called_wrong(judged, sentence: str):
    assert judged(sentence).verdict != "contradicted"


@pytest.mark.parametrize(
    "sentence",
    [
        "Bathers had more headaches than swimmers.",
        "Walking distance in bathers fell.",
        "Grip strength differed between bathers and swimmers.",
        "Muscle pain was common, but walking distance in bathers became shorter.",
    ],
)
def test_what_would_be_true_if_it_said_the_opposite_is_contradicted(judged, sentence: str):
    one = judged(sentence)
    assert one.verdict == "contradicted"
    assert one.quote is not None


@pytest.mark.parametrize(
    "sentence",
    [
        "Swimmers had more headaches than bathers.",
        "Dizziness was better in older bathers compared to younger bathers.",
        "More research on grip strength is needed.",
        "Fewer bathers had dizziness at night.",
        "Bathers were not asked about sleep.",
        "There was no serious dizziness.",
        "It is not a measure of walking distance in bathers.",
        "The trial does not show that walking distance in bathers increased.",
        "We compared bathers with swimmers who are not bathers.",
        "The questionnaire was sent to adults who were not swimmers.",
    ],
)
def test_what_is_true_from_the_other_side_or_of_another_thing_is_not_contradicted(
    judged, sentence: str
):
    assert judged(sentence).verdict != "contradicted"


def test_what_the_abstract_tells_of_one_side_does_not_bear_it_of_the_other(judged):
    false = "Older bathers were less rested and had more dizziness than younger bathers."
    assert judged("Younger bathers were less rested.").verdict == "supported"
    assert judged(false).verdict != "supported"


@pytest.mark.parametrize(
    ("sentence", "words", "never"),
    [
        ("Grip strength and sleep did not differ.", "sleep", "Grip strength"),
        ("198 of them got how dizzy they were.", "", "got, "),
        ("Dizziness was caused by bathing.", "caused", "Dizziness"),
    ],
)
def test_a_reason_names_the_word_that_decides_and_does_not_say_the_sentence_again(
    judged, sentence: str, words: str, never: str
):
    one = judged(sentence)
    assert one.verdict == "unsupported"
    assert words in one.because
    assert never not in one.because
    assert "the source" not in one.because and "the support" not in one.because


@pytest.mark.parametrize(
    "sentence",
    ["About 0 had dizziness.", "0 in 0 had headache.", "Over 0% had muscle pain.", "Nearly 0000."],
)
def test_a_round_nothing_does_not_stop_an_audit(judged, sentence: str):
    assert judged(sentence).verdict != "contradicted"
