"""A short form is told in its words, however the abstract explains it."""

from __future__ import annotations

import pytest

from evidence_atlas.writing.words.initials import shortened
from evidence_atlas.writing.words.short_forms import stands_for

from .pages import record_of


@pytest.mark.parametrize(
    ("form", "before", "words"),
    [
        ("NCE-III", "and Norton's Cough Examination-III", "Norton's Cough Examination-III"),
        ("BCQ", "by the Baker Cough Scale", "Baker Cough Scale"),
        ("PWLA", "of many people living with late asthma", "people living with late asthma"),
        ("PWA", "of many people living with asthma", "people living with asthma"),
        ("aPLs", "Antiphospholipid antibodies", "Antiphospholipid antibodies"),
        # Letters of other words are none of theirs.
        ("BCQ", "by their own cough scale", None),
        ("PWA", "people living in towns with asthma", None),
        ("aXLs", "Antiphospholipid antibodies", None),
        ("NCE-III", "and Norton's Cough Examination-II", None),
    ],
)
def test_a_short_form_is_that_of_the_words_before_it(form: str, before: str, words: str | None):
    assert shortened(form, before) == words


@pytest.mark.parametrize(
    "bracket", ["daily living tasks(DLT) were", "daily living tasks (DLT;Norton index) were"]
)
def test_a_short_form_is_read_from_a_bracket_without_its_blank(bracket: str):
    record = record_of("Work of bakers", f"Scores for {bracket} lower in bakers with asthma.")
    assert stands_for(record, "DLT") == "daily living tasks"
