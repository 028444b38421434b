"""Percentages against the counts printed beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from evidence_atlas.arithmetic.printed import Printed, printed
from evidence_atlas.arithmetic.shares import is_share
from evidence_atlas.records import NumberCheck, Sentence
from evidence_atlas.records.cues import cue

from ..document import Document
from ..text import numbers
from .figures import FIT, OPEN, UNFIT, WORDS, check

COUNT = r"\d{1,3}(?:[,\u2009\u202f\u00a0]\d{3})+|\d{1,7}"
_N = rf"(?<![\w.,/·])(?<!\d[-–])(?P<n>{COUNT})"
_WHOLE = rf"(?P<whole>{COUNT})(?![\d/])(?![.,·]\d)"
_PERCENT = r"(?P<percent>\d{1,3}(?:[.·]\d{1,3})?)\s?%(?!\s?[-–—]\s?\d|\s?(?:CI|confidence|to\s\d))"
FORMS = (
    # "12/40 (30 %)"
    cue(rf"{_N}\s?/\s?{_WHOLE}\s?[(\[,;]\s?{_PERCENT}", 0),
    # "12 of the 40 patients with pain (30 %)"
    cue(
        rf"{_N}\s(?:out\s)?of\s(?:(?:the|these|those|all|a total of)\s)*{_WHOLE}"
        rf"(?:\s[A-Za-z/+-]+){{0,4}}\s?[(\[]\s?{_PERCENT}",
        0,
    ),
    # "30 % (12/40)", "30 % [12 of 40]"
    cue(
        rf"(?<![\w.,·-]){_PERCENT}\s?[(\[,]\s?(?:[nN]\s?=\s?)?(?P<n>{COUNT})"
        rf"\s?(?:/|\s(?:out\s)?of\s(?:the\s)?)\s?{_WHOLE}(?![.]\d)(?!\s?(?:CI|%))",
        0,
    ),
    # "12 (30 %) of the 40 patients"
    cue(
        rf"{_N}\s?[(\[]\s?{_PERCENT}\s?[)\]]\s(?:out\s)?of\s(?:(?:the|all|these|those)\s)*{_WHOLE}"
        r"(?!\s?%)(?!-)",
        0,
    ),
)  # fmt: skip


def read(document: Document) -> Iterator[NumberCheck]:
    """One check for each count of a whole with its percentage."""
    if "%" not in document.abstract:
        return
    for _, sentence in document.parts("methods", "results", "conclusions", "aim"):
        if "%" not in sentence.text:
            continue
        for form in FORMS:
            for match in form.finditer(sentence.text):
                found = _check(document, sentence, match)
                if found is not None:
                    yield found


def _check(document: Document, sentence: Sentence, match: re.Match[str]) -> NumberCheck | None:
    n, whole = (count(match[g]) for g in ("n", "whole"))
    percentage = printed(match["percent"])
    before = sentence.text[max(0, match.start() - 30) : match.start()]
    if whole < 1 or n > whole or percentage.value > 100 or WORDS["graded"].search(before):
        return None
    quote = document.quote(sentence.start + match.start(), sentence.start + match.end())
    told = match["percent"].replace("·", ".")
    claim = f"{n:,} of {whole:,} is {told} %"
    step = f"Worked out again, {n:,} divided by {whole:,} is {_exact(n, whole, percentage)} %."
    if is_share(n, whole, percentage):
        return check("percentage", FIT, claim, (step,), quote)
    rough = sentence.text[max(0, match.start("percent") - 20) : match.start("percent")]
    if WORDS["about"].search(rough.rstrip("([ ")):
        return None
    step_off = abs(Fraction(100 * n, whole) - percentage.value) < percentage.unit
    other = _another_reading(document, n, whole, percentage, told)
    if other is None and step_off:
        other = "It would be so if it had been rounded up, or rounded twice."
    elif other is None and WORDS["estimated_share"].search(document.abstract):
        other = (
            "It can be so if the share was estimated, or some people counted for more than others."
        )
    tried = (
        f"rounded or cut off: {_exact(n, whole, percentage)} %",
        f"the share of the others: {_exact(whole - n, whole, percentage)} %",
        "any other count in the abstract as the whole or the part: "
        + ("none gives it" if other is None else "see above"),
    )
    if other is not None:
        return check("percentage", OPEN, claim, (step, other), quote, tried)
    return check("percentage", UNFIT, claim, (step,), quote, tried)


def _another_reading(
    document: Document, n: int, whole: int, percentage: Printed, told: str
) -> str | None:
    """Another share that gives the percentage, told in a sentence; None where none does."""
    if is_share(whole - n, whole, percentage):
        return f"The other {whole - n:,} are {told} % of {whole:,}."
    counts = {x.value for x in numbers.find(document.whole) if x.value}
    for base in sorted(counts - {whole}):
        if base > n and is_share(n, base, percentage):
            return f"It is {told} % of {base:,}, a number that the abstract also gives."
    for part in sorted(counts - {n}):
        if part < whole and is_share(part, whole, percentage):
            return f"But {part:,}, a number that the abstract also gives, is {told} % of {whole:,}."
    return None


def _exact(n: int, whole: int, percentage: Printed) -> str:
    """The share with one figure more than printed, and as many more as it takes to differ."""
    share = Fraction(100 * n, whole)
    decimals = len(str(percentage.unit.denominator)) - 1
    return f"{float(share):.{decimals + 1}f}"


def count(text: str) -> int:
    """A printed whole number, thousands marked or not."""
    return int("".join(c for c in text if c.isdigit()))
