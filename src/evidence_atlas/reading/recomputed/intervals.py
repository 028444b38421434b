"""Confidence intervals against the estimate and the p printed with them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from evidence_atlas.arithmetic.intervals import (
    Interval,
    evenness,
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
from .figures import (
    CORRECTED,
    FIT,
    ONE_WAY,
    OPEN,
    UNFIT,
    VALUE,
    WORDS,
    P,
    check,
    clean,
    comes_out,
    p_of,
    told,
)

_RATIO_LABEL = (
    r"\b(?:(?i:(?:odds|hazards?|risk|rate|prevalence|incidence)[-\s]ratios?|relative\srisks?)|"
    # The area under a curve of precision and recall ("PR-AUC") is no ratio.
    r"(?:a|c|s|adj)?(?:OR|HR|RR|IRR|PR(?!-AU| AU| curve))s?)\b"
)
_GAP_LABEL = (
    r"(?:\b(?i:differences?|coefficients?|effect\ssize)\b|\b(?:MD|SMD|WMD)\b|\b[cC]ohen['’]?s?\s[dD]\b|"
    r"\b[hH]edges['’]?\s?[gG]\b|(?<![\w])[βB](?=\s?[=:]))"
)
_RATE_LABEL = r"\b(?i:(?:(?:incidence|mortality|event|attack)\s)?rates?)\b"
_LEVEL = r"(?P<level>9[059](?:\.\d)?)\s?%"
_CI = r"\s?(?:CIs?|[cC]onfidence [iI]ntervals?(?:\s?[(\[]CI[)\]])?)"
_ENDS = rf"(?P<low>{VALUE})\s?%?\s?(?P<dash>to|and|,|;|[-–−—‐‑])\s?(?P<high>{VALUE})(?![\d.]?\d)"
_BEHIND = rf"(?:\s?%)?\s?[)\]]?(?:\s?[,;(\[]\s?|\s(?:with\s|and\s)?){P}"
_LABELLED = tuple(
    (
        scale,
        cue(
            rf"(?P<label>{label})(?:\s?[(\[](?:a|c|adj)?(?:OR|HR|RR|IRR|PR|MD|SMD)[)\]])?"
            rf"[^;.\d()\[\]]{{0,30}}?[(\[]?\s?(?<![-\w])(?P<point>{VALUE})(?![-–]\d)"
            rf"(?:\s?;\s?)?[^;\d.]{{0,14}}?{_LEVEL}{_CI}[^;\d.\-−–]{{0,6}}?{_ENDS}(?P<tail>{_BEHIND})?",
            0,
        ),
    )
    for scale, label in (("ratio", _RATIO_LABEL), ("gap", _GAP_LABEL), ("rate", _RATE_LABEL))
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
_AT_ONE_END = 0.9
"""An estimate so near to one end (the middle is 0, the end 1) is off by more than a method."""
_FAR_FROM_THE_MIDDLE = 0.5
"""An estimate half way from the middle to an end, or further."""
_OTHER_WAYS = (
    "Most ways of working a range out put the figure in its middle, and some do not: "
    "we cannot tell."
)
_Match = tuple[re.Match[str], str]


def read(document: Document) -> Iterator[NumberCheck]:
    """One check for each ratio, difference or rate printed with its interval."""
    if "%" not in document.abstract:
        return
    for _, sentence in document.parts("methods", "results", "conclusions", "aim"):
        if "CI" not in sentence.text and "onfidence" not in sentence.text:
            continue
        seen: set[int] = set()
        for match, scale in _matches(sentence.text):
            if match.start("low") in seen:
                continue
            seen.add(match.start("low"))
            found = _check(document, sentence, match, scale)
            if found is not None:
                yield found


def _matches(text: str) -> Iterator[_Match]:
    for match in _BEFORE.finditer(text):
        yield match, "ratio"
    for scale, pattern in _LABELLED:
        for match in pattern.finditer(text):
            yield match, scale


def _check(
    document: Document, sentence: Sentence, match: re.Match[str], scale: str
) -> NumberCheck | None:
    low, dash, high = clean(match["low"]), match["dash"], clean(match["high"])
    negative = low[0] in "-−–"
    if dash in "-–−—‐‑" and (negative or high[0] in "-−–"):
        # "-5-1" may run to 1 or to -1.
        return None
    lower, upper = printed(low), printed(high)
    if turned := lower.value > upper.value:
        lower, upper = upper, lower
    estimate = printed(clean(match["point"]))
    interval = Interval(estimate, lower, upper, float(match["level"]), scale == "ratio")
    if not interval.usable:
        return None
    if scale == "rate":
        return _of_a_rate(document, sentence, match, interval)
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
    order = ("The higher end of the range is printed first.",) if turned else ()
    middle = f"The figure lies in the middle of its range, {_ON[interval.ratio]}."
    if p is None:
        return check("interval", FIT, claim, (middle, *order), quote)
    computed = p_range(interval)
    verdict, steps = _judged(document, p, computed)
    not_so = "" if verdict == FIT else f", where the abstract prints {p}"
    step = f"Worked out from the figure and its range, p comes out {comes_out(computed)}{not_so}."
    steps = (*order, *steps)
    tried = (
        f"both directions (two-sided): p {told(computed)}",
        f"one direction only (one-sided): p {told(Range(computed.low / 2, computed.high / 2))}",
    )
    return check(
        "interval", verdict, claim, (step, *steps), quote, () if verdict == FIT else tried
    )  # fmt: skip


def _of_a_rate(
    document: Document, sentence: Sentence, match: re.Match[str], interval: Interval
) -> NumberCheck | None:
    """A rate against its interval; a share in per cent may lie near an end by its nature.

    None where neither scale puts the rate in the middle, nor both at one end: exact limits
    of a rate lie unevenly.
    """
    if sentence.text[match.end("point") :].lstrip().startswith("%"):
        return None
    ends = f"{match['level']} % CI {match['low']} to {match['high']}"
    claim = f"{match['label']} {clean(match['point'])} ({ends})"
    quote = document.quote(sentence.start + match.start(), sentence.start + match.end())
    if not holds_estimate(interval):
        return _outside(interval, claim, quote)
    scales = [s for s in (interval, replace(interval, ratio=True)) if s.usable]
    for scale in scales:
        if lies_evenly(scale):
            middle = f"The figure lies in the middle of its range, {_ON[scale.ratio]}."
            return check("interval", FIT, claim, (middle,), quote)
    places = [evenness(scale) for scale in scales]
    if not all(place.low > _AT_ONE_END or place.high < -_AT_ONE_END for place in places):
        return None
    step = "The figure lies close to one end of its range, and not near the middle."
    tried = tuple(f"{_ON[scale.ratio]}: close to one end" for scale in scales)
    return check("interval", UNFIT, claim, (step,), quote, tried)


_ON = {True: "on the scale of ratios", False: "on its scale"}


def _judged(document: Document, p: PrintedP, computed: Range) -> tuple[Verdict, tuple[str, ...]]:
    """The verdict on an even interval and its p, and what else has to be said."""
    mine, theirs = z_of(computed), z_of(p.range)
    if _meet(mine, theirs, _SLACK):
        return FIT, ()
    half = Range(computed.low / 2, computed.high / 2)
    one_sided = z_of(half)
    # What stays above a printed limit does not fit it, however near it comes.
    if _meet(one_sided, theirs, 1.0) and (p.sign != "<" or p.allows(half)):
        return OPEN, (ONE_WAY,)
    if WORDS["made_otherwise"].search(document.abstract):
        return OPEN, ("The abstract names a test that finds p in another way.",)
    larger = theirs.high < mine.low
    if larger and p.range.low < _MOST_TESTS * computed.high:
        return OPEN, (CORRECTED,)
    if larger and p.range.low < _LEVEL_OF_TESTS:
        return OPEN, (f"It fits if a limit is meant ({p.as_limit}).",)
    if _meet(one_sided, theirs, _FAR) or _meet(mine, theirs, _FAR):
        return OPEN, ("Another kind of test could give the printed p: we cannot tell.",)
    return UNFIT, ()


def _meet(a: Range, b: Range, factor: float) -> bool:
    """Whether two ranges overlap where each may be off by the factor."""
    return a.low <= b.high * factor + 0.02 and b.low <= a.high * factor + 0.02


_INSIDE = {True: "inside", False: "outside too"}


def _outside(interval: Interval, claim: str, quote: Quote) -> NumberCheck:
    """An estimate that does not lie between the ends."""
    step = "The figure does not lie between the ends of its range."
    tried = ["as it is printed, it lies outside"]
    turned = False
    if interval.ratio:
        upside = 1 / float(interval.estimate)
        turned = interval.low.low <= upside <= interval.high.high
        tried.append(
            "with the two sides of the ratio swapped, it lies "
            + ("inside" if turned else "outside too")
        )
    minus = -float(interval.estimate)
    if not interval.ratio:
        turned = interval.low.low <= minus <= interval.high.high
        tried.append(f"with plus and minus swapped, it lies {_INSIDE[turned]}")
    more = ("It would if it were told the other way round.",) if turned else ()
    return check("interval", OPEN if turned else UNFIT, claim, (step, *more), quote, tuple(tried))


def _uneven(interval: Interval, p: PrintedP | None, claim: str, quote: Quote) -> NumberCheck | None:
    """An estimate off the middle, as other ways of working intervals out give it.

    Then only the 5 % line can be compared, where interval and p are both about it; that they
    are on the same side of it says too little for a fit. An estimate far from the middle is told
    whatever its p: bootstrapped and exact intervals lie unevenly, few of them so much.
    """
    place = evenness(interval)
    if place.low > _FAR_FROM_THE_MIDDLE or place.high < -_FAR_FROM_THE_MIDDLE:
        far = f"The figure lies far from the middle of its range, {_ON[interval.ratio]}."
        return check("interval", OPEN, claim, (far, _OTHER_WAYS), quote, ("in the middle: no",))
    inside = holds_no_effect(interval)
    if p is None or inside is None or interval.level != 95:
        return None
    nothing = 1 if interval.ratio else 0
    held = "holds" if inside else "leaves out"
    line = (
        f"The range {held} {nothing}, which stands for no difference; then p is "
        f"{'over' if inside else 'under'} 0.05 as a rule."
    )
    below, above = p.range.high <= 0.05, p.range.low >= 0.05
    same_side = (below and not inside) or (above and inside)
    if same_side or not (below or above):
        return None
    more = "A p and a range that were worked out in different ways can differ so."
    return check("interval", OPEN, claim, (line, more), quote, ("p below or above 0.05",))
