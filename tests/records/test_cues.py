"""A cue finds what a plain regular expression finds, only sooner."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence_atlas.records.cues import Cue, Cues

PATTERNS = (
    r"\bcross-?over\b|\bplacebo\b(?! effect)",
    r"(?:\bno (?:\w+ ){0,3}(?:adverse|side) (?:effects?|events?))|(?:\bsafe\b)",
    r"\b(?:in|de)creas(?:ed?|ing)\b|\bfell\b",
    r"(?-i:\bCFS\b)|chronic fatigue",
    r"(?:the )?(?:foo|bar\w+) baz|\bp\s?<",
    r"\bis\b|\bstraße\b|\bnone of\b[^.;]{0,20}\bwere\b",
    r"\d+ ?(?:weeks|months)\b",
    r"^(?:the )?foo\b|\A(?:no|safe)\b|\d+\s?%",
    r"\b(cfs|placebo|crossover|decreased|increased|cross-over) \w+",
    r"\b(?:we|the) (?:\w+ )?(?:found|foo|safe)|,\s(?=none|we)",
    r"(?:\b(?:is|we|none|month[s ]?) |[;.%-]|(?<!=)(?:\d\s?to|\b(?:cfs|in|foo)))\s?\Z",
    r"\b(?:is|We)\s{0,2}(?:\b|;)\Z",
    r"(?:\b|(?<=;)|\A)(?:Found|safe)\b|(?:(?<=\s)|^)(?:we|is) found",
)
WORDS = [
    "Crossover", "cross-over", "placebo effect", "no serious adverse events", "side effects",
    "safe", "increased", "DECREASED", "fell", "CFS", "cfs", "chronic fatigue", "the foo baz",
    "Barn baz", "p <", "is", "STRASSE", "straße", "none of them were", "12 weeks", "3months",
    ".", ";", "We", "we found", ", we", "the", "12 %", "İ", "ﬁnal", "K",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=40).map(" ".join)


def spans(found: object) -> list[tuple[int, int, str]]:
    return [(*m.span(), m[0]) for m in found]  # type: ignore[attr-defined]


@settings(max_examples=400, deadline=None)
@given(pattern=st.sampled_from(PATTERNS), text=TEXTS, pos=st.integers(0, 30))
def test_the_same_matches_as_the_expression_by_itself(pattern: str, text: str, pos: int) -> None:
    cue, plain = Cue(pattern), re.compile(pattern, re.IGNORECASE)
    found, wanted = cue.search(text, pos), plain.search(text, pos)
    assert (found and (found.span(), found[0])) == (wanted and (wanted.span(), wanted[0]))
    assert spans(cue.finditer(text, pos)) == spans(plain.finditer(text, pos))
    assert cue.findall(text) == plain.findall(text)
    assert cue.sub(lambda m: "x" * len(m[0]), text) == plain.sub(lambda m: "x" * len(m[0]), text)
    assert cue.sub(r"<\g<0>>", text) == plain.sub(r"<\g<0>>", text)
    assert cue.sub("#", text) == plain.sub("#", text)


@settings(deadline=None)
@given(
    pattern=st.sampled_from(PATTERNS),
    text=TEXTS,
    start=st.integers(-5, 150),
    length=st.integers(0, 90),
)
def test_a_part_of_a_text_is_searched_as_if_it_stood_alone(
    pattern: str, text: str, start: int, length: int
) -> None:
    end = max(0, start) + length
    part = text[max(0, start) : end]
    found, wanted = Cue(pattern).within(text, start, end), re.search(pattern, part, re.IGNORECASE)
    assert (found and found.span()) == (wanted and wanted.span())


@given(
    pattern=st.sampled_from(PATTERNS),
    ending=st.sampled_from(["", "is ", "We\n", "Is;", "7 to", "İ", "ſ", "months  ", "-", "K "]),
    text=st.text(max_size=300),
)
def test_any_text_at_all_is_searched_as_the_expression_would(
    pattern: str, text: str, ending: str
) -> None:
    plain, text = re.compile(pattern, re.IGNORECASE), text + ending
    found, wanted = Cue(pattern).search(text), plain.search(text)
    assert (found and found.span()) == (wanted and wanted.span())
    assert spans(Cue(pattern).finditer(text)) == spans(plain.finditer(text))


@pytest.mark.parametrize("pattern", PATTERNS)
def test_patterns_made_after_a_text_was_searched_are_found_in_it_too(pattern: str) -> None:
    text = f"{' '.join(WORDS)} unheard-of needle {pattern!r}"
    assert Cue(r"\bplacebo\b").search(text)
    assert Cue(r"\bunheard-of needle\b").search(text)


def test_many_cues_asked_at_once_give_those_that_can_stand_in_their_order() -> None:
    text = "A randomised, double-blind, placebo-controlled trial of zinc in 40 adults (20 women)."
    rows = Cues([
        (Cue(r"\bplacebo\b"), "placebo"),
        (Cue(r"\bcross-?over\b"), "crossover"),
        (Cue(r"\w+"), "any word"),
        (Cue(r"\d+\s?%"), "a share"),
        (Cue(r"\brandomi[sz]ed\b"), "by chance"),
    ])  # fmt: skip
    assert [what for _, what in rows.standing(text)] == ["placebo", "any word", "by chance"]
    every = [what for _, what in rows.standing("zinc")]
    assert every == ["placebo", "crossover", "any word", "a share", "by chance"]
