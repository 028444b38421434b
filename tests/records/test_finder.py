"""Finding which things of a table stand in a text gives what searching every pattern gives."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from evidence_atlas.conditions import load
from evidence_atlas.records import Name
from evidence_atlas.records.finder import finder

MECFS = load("mecfs")
WORDS = [n.name for n in (*MECFS.names, *MECFS.other_conditions)] + ["ache", "ACHE", "Straße", "ı"]


@given(st.lists(st.sampled_from([*WORDS, "and", "of", "in", ",", "("]), max_size=12).map(" ".join))
def test_the_illnesses_found_are_those_whose_pattern_matches(text):
    known = (*MECFS.names, *MECFS.other_conditions)
    searched = [n for n in known if re.search(n.pattern, text, re.IGNORECASE)]
    assert list(MECFS.illnesses_in(text)) == searched


def test_a_pattern_of_which_no_string_is_sure_is_searched_in_every_text():
    things = (Name(name="any", pattern=r"\b\w\d\b"), Name(name="cough", pattern=r"\bcoughs?\b"))
    assert [t.name for t in finder(things).found("A COUGH on b2")] == ["any", "cough"]
    assert finder(things).found("nothing here") == []
