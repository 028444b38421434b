"""Where an abstract has no headings, what was found is read wherever it stands."""

import pytest
from tests.reading.test_results import FRAME, reading

from evidence_atlas.reading.results import direction

UNHEADED = (
    "Asthma is common in Norway. We invited 80 adults with asthma from two towns. {} "
    "Smokers had worse lung function than the others. Night cough was more frequent in winter."
)


def told(text: str) -> str:
    """What the results of an abstract without headings say, all together."""
    return " ".join(r.text for r in reading(text).results)


@pytest.mark.parametrize(
    "sentence",
    [
        "Dust did not appear to predict the number of attacks.",
        "Members of the choir had the highest rate of cough in spring.",
        "Cough at night (71%) and wheeze (44%) were the symptoms named most.",
        "The odds of an attack were 1.9 in smokers (95% CI 1.2-3.0).",
        "The data show that farmers sleep badly in the weeks of harvest.",
    ],
)
def test_what_was_found_is_read_outside_the_results(sentence: str) -> None:
    assert sentence.rstrip(".")[:30] in told(UNHEADED.format(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "The association between dust and cough was examined with a regression model.",
        "A score for people at higher risk was developed.",
        "The total number of participants was 80 adults.",
        "These data improved our understanding of asthma in towns.",
    ],
)
def test_what_was_done_or_hoped_for_is_none(sentence: str) -> None:
    assert sentence.rstrip(".")[:30] not in told(UNHEADED.format(sentence))


@pytest.mark.parametrize(
    ("sentence", "reported"),
    [
        ("The results show that mould markers are associated with the number of attacks.", True),
        ("Mould markers are associated with the number of attacks.", False),
    ],
)
def test_authors_who_suggest_what_it_means_may_have_studied_it(
    sentence: str, reported: bool
) -> None:
    text = (
        f"BACKGROUND: Asthma is common in damp towns. RESULTS: {sentence} "
        "CONCLUSIONS: We suggest that dry rooms might promote sleep."
    )
    assert bool(told(text)) is reported


def test_a_share_of_people_called_something_is_a_finding() -> None:
    found = reading(FRAME + "Nine (30%) adults with asthma were classified as severe cases.")
    assert any("Nine (30%)" in r.text for r in found.results)


@pytest.mark.parametrize(
    ("clause", "way"),
    [
        (
            "A score of 12 reached 95% sensitivity and 80% specificity for poorer sleep",
            "descriptive",
        ),
        ("The model did well in new people with AUC 0.81 and fitted (p = 0.6)", "descriptive"),
        ("Patches were found in the upper (7, 20%) and lower lobes (21, 70%)", "descriptive"),
        ("There was no response to the spray", "no difference"),
        ("Nurses reported feeling more tired after nights", "higher"),
        ("Night workers have the highest rate of poor sleep (p < 0.001)", "higher"),
        ("Younger people were more likely to believe that cough is related to damp", "higher"),
        ("After two weeks the cough started to alleviate", "decrease"),
        ("Walking declined in people from pre-COVID-19 days to 8.5 months after", "decrease"),
    ],
)
def test_words_that_point_or_do_not(clause: str, way: str) -> None:
    assert direction.of(clause, False) == way


def test_two_likelihoods_in_one_sentence_point_each_their_own_way() -> None:
    sentence = (
        "Ill children were more likely to be tired (p=0.01), less likely to have fever (p=0.02)."
    )
    assert {r.direction for r in reading(FRAME + sentence).results} >= {"higher", "lower"}
