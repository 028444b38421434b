"""The parts of an abstract are told apart, whether or not its authors named them."""

from __future__ import annotations

import pytest

from evidence_atlas.reading import roles
from evidence_atlas.reading.roles import guess as role_guess
from evidence_atlas.reading.roles import weights as role_weights
from evidence_atlas.records import AbstractSection, Record, texts

PARTS = (
    "Poor sleep is common in asthma, but its causes are unknown.",
    "We aimed to find out whether warm milk improves sleep in adults with asthma.",
    "Forty adults with asthma were randomly assigned to warm milk or water for four weeks.",
    "Sleep was measured with the Pittsburgh Sleep Quality Index.",
    "Sleep quality improved more with milk than with water (mean difference 2.1, p < 0.01).",
    "There was no significant difference in lung function between the groups.",
    "Our findings suggest that warm milk may improve sleep in people with asthma.",
    "Larger trials are needed.",
)
WANT = (
    "background", "aim", "methods", "methods", "results", "results", "conclusions", "conclusions",
)  # fmt: skip


def parts_read(abstract: str) -> tuple[str, ...]:
    sections = (AbstractSection(text=abstract),)
    record = Record(
        source="test", raw_hash="", title="", abstract=sections, abstract_kind="original"
    )
    return tuple(sentence.role for sentence in roles.read(record, abstract))


def test_an_unlabelled_abstracts_parts_are_told_apart() -> None:
    assert parts_read(" ".join(PARTS)) == WANT


@pytest.mark.parametrize("gone", ["background", "methods", "conclusions"])
def test_a_part_that_is_left_out_is_not_invented(gone: str) -> None:
    kept = [(s, r) for s, r in zip(PARTS, WANT, strict=True) if r != gone]
    assert parts_read(" ".join(s for s, _ in kept)) == tuple(r for _, r in kept)


def test_an_aim_at_the_end_of_the_background_is_an_aim() -> None:
    text = "Sleep matters. The aim of this study was to examine sleep. Sleep was poor in 9 of 10."
    assert parts_read(text)[1] == "aim"


def test_a_part_that_the_authors_named_stands() -> None:
    assert role_guess.guess(PARTS[:3], [None, "results", None])[1] == "results"
    assert role_guess.guess(PARTS[:3], [None, None, "other"])[2] == "other"


def test_the_same_abstract_is_always_read_the_same() -> None:
    free = [None] * len(PARTS)
    assert role_guess.guess(PARTS, free) == role_guess.guess(list(PARTS), list(free))


@pytest.mark.parametrize("words", [(), ("",), ("...",), ("Ünïcödé – 漢字.",)])
def test_any_words_get_a_part(words: tuple[str, ...]) -> None:
    assert len(role_guess.guess(words, [None] * len(words))) == len(words)


def test_the_weights_are_whole_numbers_for_every_state() -> None:
    weights = role_weights.load()
    assert len(weights.words) > 10_000
    assert len(weights.steps) == len(weights.first) == len(role_weights.STATES)


def test_numbers_packed_together_come_apart_again() -> None:
    own, after, before = [1, -2, 3, 0, -500, 6, 7], [-1] * 7, [10, -10, 0, 0, 0, 0, 0]
    step = [0] * 7
    text = role_weights.lines([("word", [*own, *after, *before])], [step] * 8)
    packed = role_weights.parse(text).words["word"]
    assert role_weights.scores(packed, 0, 0) == own
    assert role_weights.scores(packed, packed, 0) == [n - 1 for n in own]
    assert role_weights.scores(0, 0, packed) == before


def test_why_it_matters_is_what_was_known_though_it_stands_behind_the_results() -> None:
    matters = "IMPORTANCEAsthma disproportionately affects people with poor sleep."
    assert parts_read(" ".join((*PARTS[:6], matters)))[-1] == "background"


def test_headings_that_lost_the_space_behind_them_are_headings_still() -> None:
    text = (
        f"BACKGROUND{PARTS[0]} METHODSWe gave milk to forty adults.RESULTSSleep was better."
        f"CONCLUSION{PARTS[6]}"
    )
    assert parts_read(text) == ("background", "methods", "results", "conclusions")


def test_what_was_found_under_a_heading_for_both_is_a_result() -> None:
    both = " ".join(PARTS[2:6])
    sections = (
        AbstractSection(label="BACKGROUND", text=PARTS[0], category="BACKGROUND"),
        AbstractSection(label="METHODS AND FINDINGS", text=both, category="METHODS"),
        AbstractSection(label="CONCLUSIONS", text=PARTS[6], category="CONCLUSIONS"),
    )
    record = Record(
        source="test", raw_hash="", title="", abstract=sections, abstract_kind="original"
    )
    found = [s.role for s in roles.read(record, texts(record)["abstract"])]
    assert found == ["background", "methods", "methods", "results", "results", "conclusions"]


def test_what_we_find_is_a_result_though_the_sentence_begins_with_how() -> None:
    text = (
        "Over six million people are thought to sleep badly. "
        "With no approved remedy or reliable test, there is an urgent need to define the basis "
        "of poor sleep. "
        "By studying features of blood cells in 25 healthy controls, 27 short and 20 long "
        "sleepers, we find both sleepers exhibit tired cells. "
        "Using a combination of cell sorting, sequencing, mass spectrometry, and systems "
        "analysis, we observed repair pathways of another kind. "
        "These results suggest a shared basis of poor sleep."
    )
    assert parts_read(text)[2:] == ("results", "results", "conclusions")


def test_a_lone_heading_before_a_whole_abstract_is_that_of_its_first_sentence() -> None:
    text = (
        "BACKGROUND: Damp is linked with cough in millers. Earlier studies have shown that damp "
        "may bring on cough. However, whether salt air helps has not been established. This study "
        "aims to see whether salt air eases cough in millers. We gave salt air to 86 millers with "
        "cough. Cough was measured by a diary on days 30 and 60. Of the 70 millers who completed "
        "two visits, 52 (74.3%) coughed less (p < 0.01). Levels of eotaxin were significantly "
        "lower on day 60. In conclusion, salt air may ease cough. Future studies should find the "
        "best dose."
    )
    parts = parts_read(text)
    assert parts[0] == "background"
    assert "methods" in parts and parts.count("results") >= 2 and "conclusions" in parts[-2:]


def test_no_abstract_of_several_sentences_concludes_in_its_first() -> None:
    parts = parts_read(
        "Damp is an important element in what leads to cough. Therefore, it is of interest to "
        "weigh damp and the persistence of cough. Our data shows that eotaxin was low in millers."
    )
    assert parts[0] == "background"
    assert parts[-1] in ("results", "conclusions")


def test_an_abstract_that_ends_with_its_aim_has_told_no_result() -> None:
    parts = parts_read(
        "Over six million people cough. While most will get well, many may be left with a cough. "
        "Wheeze and hoarseness have been reported in millers. These reports have called for the "
        "importance of studying the course of cough. To characterize the course of cough in "
        "millers we followed a cohort of millers and assessed their cough at three months."
    )
    assert set(parts[:-1]) == {"background"}
    assert parts[-1] == "aim"


def test_an_address_behind_the_last_sentence_is_no_part_of_it() -> None:
    text = (
        "We gave salt air to 86 millers with cough. Cough was less after salt air (p < 0.01). "
        "Further trials of salt air are warranted. https://trials.example, identifier CT-2020."
    )
    record = Record(
        source="test", raw_hash="", title="Salt air", abstract=(AbstractSection(text=text),)
    )
    found = roles.read(record, texts(record)["abstract"])
    assert found[-2].text == "Further trials of salt air are warranted."
    assert found[-1].role == "other"
