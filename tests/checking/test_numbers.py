"""Numbers are read as people write them, in words and in digits, and nothing else is."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_atlas.checking.numbers import is_share, read, word_value
from evidence_atlas.writing.words.numbers import in_words

_ONES = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
]  # fmt: skip
_TENS = ["x", "x", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spelt(n: int) -> str:
    """A number below a million in words, written here apart from the code that reads it."""
    if n < 20:
        return _ONES[n]
    if n < 100:
        return _TENS[n // 10] + (f"-{_ONES[n % 10]}" if n % 10 else "")
    if n < 1000:
        return f"{_ONES[n // 100]} hundred" + (f" and {spelt(n % 100)}" if n % 100 else "")
    rest = n % 1000
    tail = "" if not rest else f" and {spelt(rest)}" if rest < 100 else f" {spelt(rest)}"
    return f"{spelt(n // 1000)} thousand{tail}"


def values(text: str) -> list[tuple[Fraction, str]]:
    return [(n.value, n.kind) for n in read(text)]


@given(st.integers(0, 999_999))
def test_a_number_in_words_is_the_number(n: int):
    assert word_value(spelt(n)) == n
    assert values(f"There were {spelt(n)} people.") == [(Fraction(n), "count")]


@given(st.integers(0, 10**9))
def test_a_number_with_or_without_thousands_marked_is_the_number(n: int):
    assert values(f"There were {n:,} people.") == [(Fraction(n), "count")]
    assert values(f"There were {n} people.") == [(Fraction(n), "count")]


@given(st.decimals(min_value=0, max_value=1000, places=3))
def test_a_decimal_is_the_same_with_and_without_its_leading_zero(d):
    text = str(d)
    assert values(f"p = {text}") == [(Fraction(text), "count")]
    if text.startswith("0."):
        assert values(f"p = {text[1:]}") == [(Fraction(text), "count")]


@given(st.integers(0, 99))
def test_what_the_pages_write_is_what_the_gate_reads(n: int):
    assert values(f"There were {in_words(n)} people.") == [(Fraction(n), "count")]


@given(st.text(max_size=300))
def test_any_text_can_be_read_and_every_number_stands_where_it_says(text: str):
    for number in read(text):
        assert text[number.start : number.end] == number.text


@given(st.text(alphabet="bcdfghjklmpqrvxz .,;:()!?", max_size=200))
def test_no_number_is_found_where_there_is_none(text: str):
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("30%", [(Fraction(30), "percent")]),
        ("30 per cent", [(Fraction(30), "percent")]),
        ("10 to 20%", [(Fraction(10), "percent"), (Fraction(20), "percent")]),
        ("0·05", [(Fraction(1, 20), "count")]),
        ("half of them", [(Fraction(1, 2), "share")]),
        ("two thirds", [(Fraction(2, 3), "share")]),
        ("one in five", [(Fraction(1, 5), "share")]),
        ("7 of 26", [(Fraction(7), "count"), (Fraction(26), "count")]),
        ("27-73", [(Fraction(27), "count"), (Fraction(73), "count")]),
        ("twice as high", [(Fraction(2), "count")]),
        ("6.5 million records", [(Fraction(6_500_000), "count")]),
        ("two million records", [(Fraction(2_000_000), "count")]),
        ("threefold", [(Fraction(3), "count")]),
        ("It ended in 1996.", [(Fraction(1996), "count")]),
        ("a hundred people", [(Fraction(100), "count")]),
        ("Hundred seven people", [(Fraction(107), "count")]),
        ("the third group", []),
        ("the half-life", []),
    ],
)
def test_the_forms_in_which_papers_print_numbers(text, expected):
    assert values(text) == expected


@pytest.mark.parametrize("name", ["IL-6", "CD4", "SF-36", "B12", "H1N1"])
def test_a_number_in_a_name_is_part_of_the_name(name):
    (number,) = read(f"They measured {name} twice".replace(" twice", ""))
    assert (number.kind, number.text) == ("name", name)


@pytest.mark.parametrize(
    ("text", "unit"),
    [("12 weeks", "week"), ("12-week", "week"), ("six months", "month"), ("5 yrs", "year"),
     ("30 min", "minute"), ("12 people", None)],
)  # fmt: skip
def test_the_unit_of_time_goes_with_the_number(text, unit):
    assert [n.unit for n in read(text)] == [unit]


def test_a_hostile_text_is_read_in_time():
    assert len(read("1" * 50_000)) > 0
    assert read("and " * 12_000) == ()
    assert len(read("twenty " * 8_000)) == 8_000


def test_a_share_is_of_a_larger_count():
    counts = [Fraction(20), Fraction(30)]
    assert is_share(Fraction(67), counts)
    assert not is_share(Fraction(150), counts)
    assert not is_share(Fraction(100), counts)
