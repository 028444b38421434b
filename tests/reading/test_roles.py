"""The parts of an abstract are told apart, whether or not its authors named them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from evidence_atlas.reading import role_features, role_guess, role_weights, roles
from evidence_atlas.records import AbstractSection, Record

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
    network = role_weights.load()
    assert len(network.words) == len(network.rows) > 10_000
    assert len(network.steps) == len(network.first) == len(role_weights.STATES)
    for matrix in (network.rows, network.near, network.out, network.own, network.bias):
        assert (matrix == np.rint(matrix)).all()


@given(st.permutations(role_features.of_sentences(PARTS)[3]))
def test_the_order_in_which_words_are_added_changes_nothing(words: list[str]) -> None:
    network = role_weights.load()
    sentences = role_features.of_sentences(PARTS)
    asked = [*sentences[:3], words, *sentences[4:]]
    assert network.scores(asked) == network.scores(sentences)


@given(arrays(np.int8, (3, 2)), arrays(np.int32, (4, 5)))
def test_weights_come_back_from_the_table_as_they_were(
    rows: role_weights.Matrix, out: role_weights.Matrix
) -> None:
    steps = np.zeros((len(role_weights.STATES) + 1, len(role_weights.STATES)))
    names = ("bias", "near", "near_bias", "own", "out_bias")
    others = dict.fromkeys(names, np.zeros(1))
    unit = np.array([1000])
    table = role_weights.lines(
        ["", "rest", "rest day"],
        {"rows": rows, "out": out, "steps": steps, "unit": unit, **others},
    )
    network = role_weights.parse(table)
    assert network.words == {"": 0, "rest": 1, "rest day": 2}
    assert (network.rows == rows).all()
    assert (network.out == out).all()


def test_a_sentence_that_takes_up_the_title_is_known_by_it() -> None:
    title = "Warm milk and sleep in adults with asthma"
    aim, test = (role_features.of_sentences(PARTS, title)[i] for i in (1, 3))
    assert "#title 5" in aim
    assert "#title 1" in test
