"""What was known before, what a summary repeats and what a paper says of itself is no finding."""

from __future__ import annotations

import pytest
from tests.reading.test_results import reading

LABELLED = (
    "BACKGROUND: Sleep is poor in asthma.\nMETHODS: We asked 60 adults with asthma.\n"
    "RESULTS: Sleep was worse in asthma than in controls (p = 0.01).\n"
    "CONCLUSIONS: Poor sleep may be part of asthma."
)


def concluded(abstract: str) -> list[str]:
    return [quote.text for quote in reading(abstract).conclusions]


def test_a_summary_for_lay_readers_begins_with_what_was_known() -> None:
    lay = (
        "\nAsthma is a long illness of the airways. We looked at the sleep of adults. "
        "Good rest is important for everyone."
    )
    assert concluded(LABELLED + lay) == ["Poor sleep may be part of asthma."]
    assert [s.role for s in reading(LABELLED + lay).sentences][-3:] == ["other"] * 3


def test_a_second_sentence_of_the_conclusions_is_one() -> None:
    assert len(concluded(LABELLED + " It may also be a sign of it.")) == 2


@pytest.mark.parametrize(
    "sentence",
    [
        "Our aim is to give doctors guidance on sleep in asthma.",
        "Additionally, it outlines what may come next for sleep in asthma.",
        "We present a list of outcomes that may be used in trials of asthma.",
        "It is postulated that the heart may be hurt in asthma.",
        "This work advances our understanding of asthma and may provide help.",
        "The analysis is crucial, as asthma was common in this country.",
        "We looked at the records of patients, among which are tests of breath.",
    ],
)
def test_a_sentence_that_concludes_nothing_is_no_conclusion(sentence: str) -> None:
    assert concluded(f"{LABELLED} {sentence}") == ["Poor sleep may be part of asthma."]


def test_nothing_is_concluded_before_anything_was_found() -> None:
    assert concluded(
        "CONCLUSIONS: Wheeze may follow colds.\n"
        "RESULTS: Wheeze was commoner after colds (p = 0.01).\n"
        "DISCUSSION: Colds may start asthma."
    ) == ["Colds may start asthma."]


@pytest.mark.parametrize(
    "sentence",
    [
        "We found that poor sleep is common in asthma.",
        "It is likely that poor sleep is part of asthma.",
        "This work shows that sleep is worse in asthma.",
    ],
)
def test_what_is_concluded_stays(sentence: str) -> None:
    assert sentence in concluded(f"{LABELLED} {sentence}")


CASE = (
    "Leaking lungs can take many forms. Most leaks were severe in the first waves of colds. "
    "A variety of signs have been reported that are similar after colds and after asthma. {turn} "
    "Both had leaking lungs that closed within a week. Such leaks may run in families."
)


def test_what_stands_before_the_case_is_what_was_known() -> None:
    found = reading(CASE.format(turn="We present two clinical cases, a boy and his mother."))
    turn = CASE.index("{turn}")
    assert all(r.quote.start >= turn for r in found.results)
    assert "results" not in [s.role for s in found.sentences if s.start < turn]


def test_a_case_told_before_the_turn_is_not_lost() -> None:
    told = "Wheeze fell in our patient after a week (p = 0.01). We present a case of asthma."
    assert "results" in [s.role for s in reading(f"Asthma is common. {told}").sentences]


@pytest.mark.parametrize(
    "sentence",
    [
        "Similar leaks have been reported in the literature after surgery.",
        "While a link with dust is not always clear, wheeze was recorded.",
        "Impaired breath is indicative of reduced transport of oxygen.",
        "Codes were identified and themes were generated, reviewed, and named.",
        "Data from the third year were carried forward in two.",
    ],
)
def test_what_others_saw_and_how_it_was_done_is_no_result(sentence: str) -> None:
    text = LABELLED.replace("RESULTS: ", f"RESULTS: {sentence} ")
    assert [r.text for r in reading(text).results] == [
        "Sleep was worse in asthma than in controls (p = 0.01)."
    ]


@pytest.mark.parametrize(
    ("more", "payer"),
    [
        ("\nFUNDING: Breath Foundation; Lung Council.", "Breath Foundation; Lung Council"),
        (" Funding: Southtown Hospital Charity", "Southtown Hospital Charity"),
        (" A.B. works for Verum, which received funding from Novag in connection with the study.",
         "Novag"),
        (" This Novag-sponsored trial took a year.", "Novag"),
        (" The design of this study was supported by prior research on breath.", None),
        (" Our view was supported by evidence from two surveys.", None),
    ],
)  # fmt: skip
def test_who_paid_is_who_is_named_as_the_payer(more: str, payer: str | None) -> None:
    assert reading(LABELLED + more).funding == payer


@pytest.mark.parametrize(
    ("more", "interests"),
    [
        (" Disclosures: Ann Lee, MD, Novag: Grant/Research Support",
         "Ann Lee, MD, Novag: Grant/Research Support"),
        (" Disclosure of Interest: None Declared", "None Declared"),
        (" Disclosures: All Authors: No reported disclosures",
         "All Authors: No reported disclosures"),
    ],
)  # fmt: skip
def test_what_authors_disclose_is_their_interests(more: str, interests: str) -> None:
    assert reading(LABELLED + more).interests == interests


def test_that_the_first_authors_have_none_is_not_told_of_all() -> None:
    none = "Disclosure: A. Lee: None. B. di Mare: None. C.D. Roe: None. Sleep is poor in asthma."
    assert reading(none).interests == "None"
    some = "Disclosure of Interest: A. Lee: None Declared, B. Mare Grant / Research support from: X"
    assert reading(f"Sleep is poor in asthma. {some}").interests != "None"


def test_a_long_list_of_authors_is_read_at_once() -> None:
    many = ", ".join(f"A. B. Name{i} Grant / Research support from: X" for i in range(200))
    assert (reading(f"Sleep is poor. Disclosures: {many}").interests or "").endswith("…")
