"""Confidence intervals against the estimate and the p printed with them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence_atlas.arithmetic.intervals import (
    Interval,
    holds_estimate,
    holds_no_effect,
    lies_evenly,
    p_range,
    z_of,
)
from evidence_atlas.arithmetic.printed import PrintedP, Range, printed
from evidence_atlas.records import NumberCheck, Quote, Sentence
from evidence_atlas.records.cues import cue
from evidence_atlas.records.reading import Verdict

from ..document import Document
from .figures import FIT, OPEN, UNFIT, VALUE, WORDS, P, check, clean, p_of, told

_RATIO_LABEL = (
    r"\b(?:(?i:(?:odds|hazards?|risk|rate|prevalence|incidence)[-\s]ratios?|relative\srisks?)|"
    r"(?:a|c|s|adj)?(?:OR|HR|RR|IRR|PR)s?)\b"
)
_GAP_LABEL = (
    r"(?:\b(?i:differences?|coefficients?|effect\ssize)\b|\b(?:MD|SMD|WMD)\b|\b[cC]ohen['’]?s?\s[dD]\b|"
    r"\b[hH]edges['’]?\s?[gG]\b|(?<![\w])[βB](?=\s?[=:]))"
)
_LEVEL = r"(?P<level>9[059](?:\.\d)?)\s?%"
_CI = r"\s?(?:CIs?|[cC]onfidence [iI]ntervals?(?:\s?[(\[]CI[)\]])?)"
_ENDS = rf"(?P<low>{VALUE})\s?%?\s?(?P<dash>to|and|,|;|[-–−—‐‑])\s?(?P<high>{VALUE})(?![\d.]?\d)"
_BEHIND = rf"(?:\s?%)?\s?[)\]]?(?:\s?[,;(\[]\s?|\s(?:with\s|and\s)?){P}"
_LABELLED = tuple(
    (
        ratio,
        cue(
            rf"(?P<label>{label})(?:\s?[(\[](?:a|c|adj)?(?:OR|HR|RR|IRR|PR|MD|SMD)[)\]])?"
            rf"[^;.\d()\[\]]{{0,30}}?[(\[]?\s?(?<![-\w])(?P<point>{VALUE})(?![-–]\d)"
            rf"(?:\s?;\s?)?[^;\d.]{{0,14}}?{_LEVEL}{_CI}[^;\d.\-−–]{{0,6}}?{_ENDS}(?P<tail>{_BEHIND})?",
            0,
        ),
    )
    for ratio, label in ((True, _RATIO_LABEL), (False, _GAP_LABEL))
)
_BEFORE = cue(
    rf"(?P<label>{_RATIO_LABEL})\s?[,;(\[]\s?{_LEVEL}{_CI}\s?[)\]]?\s?[:=]?\s?(?P<point>{VALUE})"
    rf"\s?[(\[]\s?{_ENDS}\s?[)\]](?P<tail>{_BEHIND})?",
    0,
)
_SLACK = 1.03
"""A p worked out from an interval is near (Altman & Bland): its z may miss by this factor."""
_FAR = 1.35
"""A z that misses by this factor is another z, not a rougher or a sharper test of the same."""
_MOST_TESTS = 20
_LEVEL_OF_TESTS = 0.05
_Match = tuple[re.Match[str], bool]


def read(document: Document) -> Iterator[NumberCheck]:
    """One check for each ratio or difference printed with its interval."""
    if "%" not in document.abstract:
        return
    for _, sentence in document.parts("methods", "results", "conclusions", "aim"):
        if "CI" not in sentence.text and "onfidence" not in sentence.text:
            continue
        seen: set[int] = set()
        for match, ratio in _matches(sentence.text):
            if match.start("low") in seen:
                continue
            seen.add(match.start("low"))
            found = _check(document, sentence, match, ratio)
            if found is not None:
                yield found


def _matches(text: str) -> Iterator[_Match]:
    for match in _BEFORE.finditer(text):
        yield match, True
    for ratio, pattern in _LABELLED:
        for match in pattern.finditer(text):
            yield match, ratio


def _check(
    document: Document, sentence: Sentence, match: re.Match[str], ratio: bool
) -> NumberCheck | None:
    low, dash, high = clean(match["low"]), match["dash"], clean(match["high"])
    negative = low[0] in "-−–"
    if dash in "-–−—‐‑" and (negative or high[0] in "-−–"):
        # "-5-1" may run to 1 or to -1.
        return None
    interval = Interval(
        printed(clean(match["point"])), printed(low), printed(high), float(match["level"]), ratio
    )
    if not interval.usable:
        return None
    quote = document.quote(sentence.start + match.start(), sentence.start + match.end())
    p = p_of(match["sign"], match["p"]) if match["tail"] else None
    label = match["label"]
    claim = f"{label} {clean(match['point'])} ({match['level']} % CI {low} to {high})" + (
        f" has {p}" if p else ""
    )
    if not holds_estimate(interval):
        return _outside(interval, claim, quote)
    if not lies_evenly(interval):
        return _uneven(interval, p, claim, quote)
    scale = "on the scale of ratios" if ratio else "on its scale"
    middle = f"The estimate lies in the middle of the interval, {scale}."
    if p is None:
        return check("interval", FIT, claim, (middle,), quote)
    computed = p_range(interval)
    verdict, steps = _judged(document, p, computed)
    step = f"An interval so wide gives a p {told(computed)}."
    tried = (
        f"both directions (two-sided): p {told(computed)}",
        f"one direction only (one-sided): p {told(Range(computed.low / 2, computed.high / 2))}",
    )
    return check(
        "interval", verdict, claim, (step, *steps), quote, () if verdict == FIT else tried
    )  # fmt: skip


def _judged(document: Document, p: PrintedP, computed: Range) -> tuple[Verdict, tuple[str, ...]]:
    """The verdict on an even interval and its p, and what else has to be said."""
    mine, theirs = z_of(computed), z_of(p.range)
    if _meet(mine, theirs, _SLACK):
        return FIT, ()
    one_sided = z_of(Range(computed.low / 2, computed.high / 2))
    if _meet(one_sided, theirs, 1.0):
        return OPEN, ("It would fit a test in one direction only (one-sided).",)
    if WORDS["made_otherwise"].search(document.abstract):
        return OPEN, ("The abstract names a test that works p out in another way.",)
    larger = theirs.high < mine.low
    if larger and p.range.low < _MOST_TESTS * computed.high:
        return OPEN, ("A correction for the number of tests would make p larger.",)
    if larger and p.range.low < _LEVEL_OF_TESTS:
        return OPEN, ("A p may be printed as the limit that it stays under.",)
    if _meet(one_sided, theirs, _FAR) or _meet(mine, theirs, _FAR):
        return OPEN, ("Another kind of test can give a p that differs so much.",)
    return UNFIT, ()


def _meet(a: Range, b: Range, factor: float) -> bool:
    """Whether two ranges overlap where each may be off by the factor."""
    return a.low <= b.high * factor + 0.02 and b.low <= a.high * factor + 0.02


def _outside(interval: Interval, claim: str, quote: Quote) -> NumberCheck:
    """An estimate that does not lie between the ends."""
    step = "The estimate does not lie between the ends of its interval."
    tried = ["as printed: it lies outside"]
    turned = False
    if interval.ratio:
        upside = 1 / float(interval.estimate)
        turned = interval.low.low <= upside <= interval.high.high
        tried.append("the ratio the other way round: " + ("inside" if turned else "outside too"))
    minus = -float(interval.estimate)
    if not interval.ratio:
        turned = interval.low.low <= minus <= interval.high.high
        tried.append("without its sign: " + ("inside" if turned else "outside too"))
    more = ("It would if it were told the other way round.",) if turned else ()
    return check("interval", OPEN if turned else UNFIT, claim, (step, *more), quote, tuple(tried))


def _uneven(interval: Interval, p: PrintedP | None, claim: str, quote: Quote) -> NumberCheck | None:
    """An estimate off the middle, as other ways of working intervals out give it.

    Then only the 5 % line can be compared, where interval and p are both about it.
    """
    inside = holds_no_effect(interval)
    if p is None or inside is None or interval.level != 95:
        return None
    nothing = 1 if interval.ratio else 0
    held = "holds" if inside else "leaves out"
    line = f"The interval {held} {nothing}, which stands for no difference."
    below, above = p.range.high <= 0.05, p.range.low >= 0.05
    if (below and not inside) or (above and inside):
        return check("interval", FIT, claim, (line,), quote)
    if not (below or above):
        return None
    more = "A p and an interval that were worked out in different ways can differ so."
    return check("interval", OPEN, claim, (line, more), quote, ("p below or above .05",))
