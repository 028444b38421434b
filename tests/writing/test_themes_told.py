"""The themes of interviews are told as the list they are, and none of them is lost."""

from __future__ import annotations

import re

import pytest

from evidence_atlas.writing.authors.themes_told import listed_in_ways, only_the_first, themes_in
from evidence_atlas.writing.sentences.indirect import candidates

from .pages import page_that_passes, quick_of, told_in

ASKED = "We interviewed 14 nurses with asthma about their work. "


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Three key themes were identified: (1) Finding a new pace, (2) hiding the cough (from "
            "patients), and (3) support from the ward",
            "three key themes: Finding a new pace, hiding the cough and support from the ward",
        ),
        (
            "We found two themes describing work with asthma: (a) night work, dust and cold; and "
            "(b) asking for leave",
            "two themes describing work with asthma: night work, dust and cold; and asking for "
            "leave",
        ),
        ("Analysis showed themes of 1) fear, 2) anger, and 3) hope",
         "themes: fear, anger and hope"),
        ("Two themes emerged from the talks: (i) Trust and Power: who decides; and (ii) rest",
         "two themes: trust and power; and rest"),
        # Commas part as many as there are said to be; what is told of all of them is no name.
        ("The study shows three major themes, namely: night work, dust at home, and a kind ward, "
         "reflecting how nurses live",
         "three major themes: night work, dust at home and a kind ward"),
        ("Three themes emerged from the talks: fear, anger, and hope",
         "three themes: fear, anger and hope"),
        ("The main themes that emerged included fear and anger; hope, at times; and trust in the "
         "ward",
         "main themes: fear and anger; hope, at times; and trust in the ward"),
    ],
)  # fmt: skip
def test_numbered_themes_are_told_as_a_list(text: str, told: str) -> None:
    found = themes_in(text)
    assert found is not None
    assert next(listed_in_ways(*found)) == told


@pytest.mark.parametrize(
    "text",
    [
        "Four themes were identified: (1) fear, (2) anger, and (3) hope",  # One is missing.
        "Three themes emerged: (1) fear (n = 9), (2) anger in 45% of them, and (3) hope",
        "Three themes emerged: fear, anger and hope",
        "Four themes emerged: fear; anger; and hope",
        "We set three aims: (1) to ask, (2) to count, and (3) to write",
    ],
)
def test_no_list_is_made_where_it_is_not_sure(text: str) -> None:
    assert themes_in(text) is None


def test_a_long_list_says_that_there_are_more() -> None:
    items = [f"what the people of the {n} ward had to say of it" for n in "abcdef"]
    told = next(listed_in_ways("six themes", items))
    assert told.endswith("the c ward had to say of it, among others")


def test_themes_that_go_on_in_other_sentences_are_not_told_by_the_first() -> None:
    assert only_the_first("Four themes were identified: (1) Trust: most felt sure of the ward")
    told = " ".join(quick_of(
        ASKED + "RESULTS: Four themes were identified: (1) Trust: most felt sure of the ward. (2) "
        "Rest: few could rest at work. (3) Dust: all feared it. (4) Help: the union was praised.",
        "Nurses with asthma: an interview study",
    ))  # fmt: skip
    assert "four themes" not in told


def test_quick_tells_every_theme() -> None:
    told = " ".join(quick_of(
        ASKED + "RESULTS: Three key themes were identified: (1) Finding a new pace at work, (2) "
        "Hiding the cough from patients, and (3) Support from the ward.",
        "Nurses with asthma: an interview study",
    ))  # fmt: skip
    assert "finding a new pace at work" in told.casefold()
    assert "hiding the cough" in told.casefold()
    assert "support from the ward" in told.casefold()


def test_one_of_several_is_not_left_out_between_commas() -> None:
    text = "links were seen between an infection, a history of worry, pain, and a new illness"
    wholes = {whole for whole, _ in candidates(text, 3, 40, re.compile(r", (?=and)"))}
    assert wholes == {text}


def test_a_list_that_only_semicolons_part_is_told_whole_and_passes() -> None:
    made = page_that_passes(
        "Nurses with asthma: an interview study",
        ASKED + "RESULTS: The main themes that emerged included help from the ward; dust and cold "
        "at night; and hiding the cough from patients.",
    )
    told = told_in(made, "quick_summary")
    assert "main themes" in told
    assert "help from the ward; dust and cold at night; and hiding the cough" in told
