"""Numbers as people read them: words for small ones, thousands marked, no digit in front."""

from __future__ import annotations

import re

from evidence_atlas.reading.text import numbers as printed

_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
)  # fmt: skip
_TENS = (
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
)  # fmt: skip
_FRONT = re.compile(
    r"^(\d{1,3}(?:,\d{3})+|\d+)(?=\s+[A-Za-z“])"
    r"(?!\s+(?:of|out of)\s+\d|\s+(?:h|hr|hrs|min|mins|s|ms|d|wk|wks|mo|yr|yrs|y|mg|kg|g|ml|mL|"
    r"cm|mm|m|km)\b)"
)


_THOUSANDS = "[,\u2009\u202f\u00a0 ]"


def in_words(n: int) -> str:
    """0 to 99 in words ("twenty-six"); larger numbers in digits with thousands marked."""
    if n < 0 or n > 99:
        return f"{n:,}"
    if n < 20:
        return _ONES[n]
    tens, ones = divmod(n, 10)
    return _TENS[tens] + (f"-{_ONES[ones]}" if ones else "")


def stands_in(n: int, text: str) -> bool:
    """Whether a text holds this whole number, in digits or in words ("6.5 million")."""
    # Some journals mark thousands by a blank, often a thin or a hard one.
    marked = f"{n:,}".replace(",", _THOUSANDS)
    digits = rf"(?<![\d.,])(?:{n}|{marked})(?![\d]|[.,]\d)"
    if re.search(digits, text) or (n >= 1000 and re.search(_pointed(n), text)):
        return True
    return any(number.printed[-1].isalpha() and number.value == n for number in printed.find(text))


def _pointed(n: int) -> str:
    """A number of people whose thousands a point parts: "9.296 adults", who have no decimals."""
    marked = f"{n:,}".replace(",", r"\.")
    return rf"(?<![\d.,]){marked}\s(?=[a-z])"


def counts(text: str) -> list[int]:
    """The whole numbers in a text, in order; thousands may be marked by commas."""
    found = re.findall(r"(?<![\d.])\d{1,3}(?:,\d{3})+|(?<![\d.])\d{1,9}(?![\d.])", text)
    return [int(n.replace(",", "")) for n in found]


# The number of a name is no figure: "COVID-19", "PHQ-9". A name such as "KIR3DL3" is as hard
# to read as one.
_FIGURE = re.compile(r"(?<![\d.,])(?<![^\W\d_][-‐‑])\d+(?:[.,·]\d+)*")


def figures(text: str) -> int:
    """How many figures a reader meets; the number of a name is none."""
    return len(_FIGURE.findall(text))


def as_read(n: int) -> str:
    """Within a sentence: words up to ten, then digits with thousands marked."""
    return in_words(n) if n <= 10 else f"{n:,}"


def number_words_in_front(text: str) -> str:
    """A sentence does not begin with a digit: "30 people" becomes "Thirty people".

    Numbers above 99 are hard to read in words and keep their digits: words in front ("In
    all,") could make a part pass for the whole. Shares such as "41 of 100" keep theirs, since
    both numbers must look alike.
    """
    match = _FRONT.match(text)
    if not match:
        return text
    n = int(match.group().replace(",", ""))
    if n > 99:
        return f"{n:,}{text[match.end() :]}"
    return in_words(n).capitalize() + text[match.end() :]


def joined(items: list[str], last: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"
