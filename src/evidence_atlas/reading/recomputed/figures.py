"""Printed figures as the checks look for them, and how a p that was worked out is told."""

from __future__ import annotations

import math
import re

from evidence_atlas.arithmetic.printed import PrintedP, Range, p_printed
from evidence_atlas.records import NumberCheck, Quote
from evidence_atlas.records.cues import Cue, cue
from evidence_atlas.records.reading import CheckKind, Verdict

from .. import tables

TABLE = tables.load("recomputed")
WORDS: dict[str, Cue] = {name: tables.any_of(patterns) for name, patterns in TABLE.items()}

FIT: Verdict = "fits"
UNFIT: Verdict = "does not fit under the readings tried"
OPEN: Verdict = "cannot tell"

SPREADS = {
    False: "a standard deviation (SD: how far people differ)",
    True: "a standard error (SE: how far the average may be off)",
}
"""What ± can stand for, told in plain words: whether it is a standard error."""

PRINTS_P = re.compile(r"[<>=≤≥]\s?(?:[01]?[.·]\d|[01]\b)")
"""A quick look whether a sentence may print a p."""
SIGN = r"[-−–]"
VALUE = rf"(?:{SIGN}\s?(?=[\d.·]))?(?:\d{{1,3}}(?:,\d{{3}})+(?:[.·]\d+)?|\d+(?:[.·]\d+)?|[.·]\d+)"
"""A figure with its sign; no range, no name."""
P = (
    r"\b[pP](?:[-\s]?[vV]alues?)?\s?(?:was|of|is)?\s?(?P<sign>[<>=≤≥])\s?"
    r"(?P<p>[01]?[.·]\d+|0|1)(?![\d%]|\s?%|[.·]\d)"
)
ONE_WAY = "The printed p would fit a test that asks only for more, or only for less (one-sided)."
CORRECTED = "Where many things are tested, p is often made larger on purpose, which could give it."
BESIDE = cue(r"\b(?:vs\.?|versus|compared\s(?:with|to)|than|against|and|in contrast to)(?!\w)")
"""Words that set a second group beside the first."""
_TINY = 0.0005
_SUPERSCRIPT = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def clean(figure: str) -> str:
    """A figure as `arithmetic` reads it: no blanks."""
    return "".join(figure.split())


def p_of(sign: str, figure: str) -> PrintedP | None:
    """The printed p; None where it is none."""
    return p_printed(sign, clean(figure))


def plain(p: float) -> str:
    """A p in two figures where it is not tiny; below, a power of ten with its odds."""
    if p <= 0:
        return "almost 0"
    if p < _TINY:
        power = round(math.log10(p))
        if power < -12:
            return "less than 10⁻¹²"
        return f"about 10{str(power).translate(_SUPERSCRIPT)} (1 in {10**-power:,})"
    return f"about {_short(p)}"


def told(p: Range) -> str:
    """A p that was worked out, as one figure where rounding leaves one, else as a range."""
    low, high = _short(p.low), _short(p.high)
    if p.high < _TINY:
        return "under 0.001"
    if low == high or p.high - p.low < 0.03 * p.high:
        return plain((p.low + p.high) / 2)
    if low == "0":
        return f"under {high}"
    return f"between {low} and {high}"


def _short(p: float) -> str:
    digits = f"{p:.4f}" if p < 0.00995 else f"{p:.3f}" if p < 0.0995 else f"{p:.2f}"
    return digits.rstrip("0").rstrip(".") or "0"


def comes_out(p: Range) -> str:
    """The p that was worked out, at the end of a sentence: "at about 0.03", "under 0.001"."""
    return told(p).replace("about", "at about", 1)


def check(
    kind: CheckKind,
    verdict: Verdict,
    claim: str,
    steps: tuple[str, ...],
    quote: Quote,
    tried: tuple[str, ...] = (),
    others: tuple[Quote, ...] = (),
) -> NumberCheck:
    """One recomputation; the working is its steps as one text."""
    return NumberCheck(
        kind=kind,
        claim=claim,
        verdict=verdict,
        working=" ".join(steps),
        steps=steps,
        quote=quote,
        tried=tried,
        others=others,
    )
