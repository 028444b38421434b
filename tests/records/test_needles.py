"""A search that is left out would have found nothing."""

from __future__ import annotations

import re
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence_atlas.records.alternatives import branches
from evidence_atlas.records.needles import fold, fold_in_place, may_stand, needles, parsed

PATTERNS = (
    r"\bcross-?over\b",
    r"\brandomi[sz]ation\b|\ballocated\b(?: at random)?",
    r"(?:matched |normal )?healthy (?:controls?|volunteers)",
    r"(?-i:\bCIs?\b)",
    r"sleep(?:less|ing)?(?!y)",
    r"(?:no|not any) (?:\w+ ){0,2}(?:effects?|benefit)",
    r"(?:ab|cd){2,3}e",
    r"[0-9]+(?:mg|ml)?",
    r"\d+ ?(?:weeks|months)\b",
    r"(a|b)\1x",
    r"(?:straße|size)s?",
)


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (r"\bplacebos?\b", ("placebo",)),
        (r"\bcross-?over\b", ("crossover", "cross-over")),
        (r"\basthma|wheez\w+", ("wheez", "asthma")),
        (r"(?:matched |normal )?healthy", ("healthy",)),
        (r"\b(?:mild|severe) (?:\w+ ){0,3}migraine", ("migraine",)),
        (r"(?-i:\bCIs?\b)", ("ci",)),
        (r"\w+ing\b", ("ing",)),
        (r"\w+|asthma", ()),
        (r"(?:asthma)?", ()),
    ],
)
def test_the_strings_that_a_pattern_cannot_do_without(
    pattern: str, expected: tuple[str, ...]
) -> None:
    assert needles(parsed(pattern)) == expected


def test_a_pattern_none_of_whose_strings_stand_in_a_text_is_not_searched() -> None:
    crossover = re.compile(r"\bcross-?over trial", re.IGNORECASE)
    assert may_stand(crossover, fold("A Cross-Over Trial of zinc")) is True
    assert may_stand(crossover, fold("Crossing over a bridge")) is False
    assert may_stand(re.compile(r"\w+"), "") is True


@settings(max_examples=300, deadline=None)
@given(data=st.data(), pattern=st.sampled_from(PATTERNS), around=st.text(max_size=10))
def test_a_text_that_a_pattern_matches_is_never_passed_over(
    data: st.DataObject, pattern: str, around: str
) -> None:
    compiled = re.compile(pattern, re.IGNORECASE)
    text = around + data.draw(st.from_regex(compiled)) + around
    for printed in (text, text.upper(), text.title()):
        assert not compiled.search(printed) or may_stand(compiled, fold(printed))


def test_letters_that_match_each_other_without_regard_to_case_are_folded_to_one() -> None:
    letters = [c for n in range(sys.maxunicode + 1) if (c := chr(n)).lower() != c.upper()]
    by_fold: dict[str, str] = {}
    for letter in letters:
        by_fold.setdefault(fold(letter), "")
        by_fold[fold(letter)] += letter
    every = "".join(letters)
    for folded, same in by_fold.items():
        matched = set(re.findall(re.escape(same[0]), every, re.IGNORECASE))
        assert matched <= set(same), folded


@given(st.text(max_size=40))
def test_folding_in_place_moves_no_character(text: str) -> None:
    folded = fold_in_place(text)
    assert len(folded) == len(text)
    assert [fold_in_place(c) for c in text] == list(folded)


@pytest.mark.parametrize(
    ("pattern", "parts"),
    [
        ("a|b", ["a", "b"]),
        ("(?:a|(?:b|c))|d", ["a", "b", "c", "d"]),
        ("(?:a|b)c|[|)]d", ["(?:a|b)c", "[|)]d"]),
        (r"\(|(?:a\||b)", [r"\(", r"a\|", "b"]),
        ("(?:a)(?:b)", ["(?:a)(?:b)"]),
        ("[]|]a|[^](]b", ["[]|]a", "[^](]b"]),
    ],
)
def test_the_alternatives_of_a_pattern_in_their_order(pattern: str, parts: list[str]) -> None:
    assert branches(pattern) == parts
