"""Recomputing p from a printed change: means, spreads and number of people.

An abstract that prints "from 40 ± 9 to 31 ± 8 (p < .05)" seldom says what ± is, or which
test was made. Four readings are tried: ± as a standard deviation (SD) or as a standard error
(SE); before and after as two separate groups, or as the same people.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from scipy.special import stdtr, stdtrit  # type: ignore[import-untyped]

from evidence_atlas.records import NumberCheck, Participants, Result
from evidence_atlas.records.cues import cue
from evidence_atlas.records.reading import Verdict

from .document import Document

_VALUE = r"[-−]?\d+(?:[.·]\d+)?"
_SPREAD = r"\s?(?:±|\+/-|\+/−)\s?"
_CHANGE = cue(
    rf"\bfrom\s[^.;±\d]{{0,40}}(?P<m1>{_VALUE}){_SPREAD}(?P<s1>{_VALUE})[^;±]{{0,40}}?\bto\s"
    rf"[^.;±\d]{{0,25}}(?P<m2>{_VALUE}){_SPREAD}(?P<s2>{_VALUE})(?P<tail>[^±]{{0,40}})"
)
_P = cue(r"\bp\s?(?:<|≤|<=|&lt;)\s?(?P<p>0?\.\d+)")
_SD = cue(r"(?-i:\bS\.?D\.?\b)|\bstandard deviations?\b")
_SE = cue(r"(?-i:\bS\.?E\.?M?\.?\b)|\bstandard errors?\b")
_SUPERSCRIPT = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
_TRIED = ("± as SD or as SE", "separate groups or the same people")


@dataclass(frozen=True)
class Change:
    """Two printed means with their spreads, in `n` people, and the p printed as an upper bound."""

    before: float
    before_spread: float
    after: float
    after_spread: float
    n: int
    p: float


def read(
    document: Document, results: tuple[Result, ...], people: Participants, parallel: bool
) -> list[NumberCheck]:
    """One check for each result that prints two means, two spreads and an upper bound of p.

    `parallel`: the people were divided into arms, so that the number of all of them is not
    the number of those who changed; then only a result that gives its own number is checked.
    """
    if "±" not in document.abstract:
        return []
    if _SD.search(document.abstract) or _SE.search(document.abstract):
        return []
    read_: list[tuple[Change, Result]] = []
    for result in results:
        n = result.n
        if n is None and result.scope == "all" and not parallel:
            n = people.completed or people.analysed or people.total
        change = _change(result.text, n)
        if change is not None:
            read_.append((change, result))
    found: list[NumberCheck] = []
    for change, result in read_:
        part = next(
            (
                other
                for other, its in read_
                if result.scope == "all" and its.scope == "subgroup"
                and its.outcome is not None and its.outcome == result.outcome
            ),
            None,
        )  # fmt: skip
        found.append(check(change, result, part))
    return found


def _change(text: str, n: int | None) -> Change | None:
    match = _CHANGE.search(text)
    if match is None or n is None or n < 3:
        return None
    p = _P.search(match["tail"])
    if p is None:
        return None
    m1, s1, m2, s2 = (
        float(match[g].replace("−", "-").replace("·", ".")) for g in ("m1", "s1", "m2", "s2")
    )
    limit = float("0" + p["p"].lstrip("0"))
    if s1 <= 0 or s2 <= 0 or m1 == m2 or not 0 < limit < 1:
        return None
    return Change(m1, s1, m2, s2, n, limit)


def p_separate(change: Change, standard_error: bool) -> float:
    """Two-sided p of two separate groups of `n`, by Welch's t test.

    t = (m2 - m1) / √(e1² + e2²), with e the standard error (SD / √n where ± is an SD), and
    the degrees of freedom of Welch and Satterthwaite (Welch, Biometrika 1947; 34: 28-35).
    """
    scale = 1.0 if standard_error else 1 / math.sqrt(change.n)
    a, b = ((s * scale) ** 2 for s in (change.before_spread, change.after_spread))
    t = abs(change.after - change.before) / math.sqrt(a + b)
    freedom = (a + b) ** 2 / ((a**2 + b**2) / (change.n - 1))
    return float(2 * stdtr(freedom, -t))


def p_paired(change: Change, standard_error: bool, correlation: float) -> float:
    """Two-sided p in the same people, by the paired t test (Student, Biometrika 1908; 6: 1-25).

    The variance of the differences is s1² + s2² - 2·r·s1·s2, with r the `correlation` of
    before and after; n - 1 degrees of freedom.
    """
    scale = 1.0 if standard_error else 1 / math.sqrt(change.n)
    a, b = change.before_spread * scale, change.after_spread * scale
    variance = a * a + b * b - 2 * correlation * a * b
    if variance <= 0:
        return 0.0
    t = abs(change.after - change.before) / math.sqrt(variance)
    return float(2 * stdtr(change.n - 1, -t))


def correlation_needed(change: Change, standard_error: bool) -> float | None:
    """The smallest correlation of before and after that gives the printed p in the same people.

    None where even a perfect one would not do.
    """
    scale = 1.0 if standard_error else 1 / math.sqrt(change.n)
    a, b = change.before_spread * scale, change.after_spread * scale
    t = float(stdtrit(change.n - 1, 1 - change.p / 2))
    allowed = ((change.after - change.before) / t) ** 2
    needed = (a * a + b * b - allowed) / (2 * a * b)
    if needed > 1:
        return None
    return max(needed, -1.0)


def least_spread(whole: float, n: int, part: float, k: int) -> float:
    """The smallest SD that `n` people with the mean `whole` can have if `k` average `part`.

    Reached where everybody equals the mean of their part: the sum of squares between the
    parts, over n - 1.
    """
    rest = (n * whole - k * part) / (n - k)
    squares = k * (part - whole) ** 2 + (n - k) * (rest - whole) ** 2
    return math.sqrt(squares / (n - 1))


def check(change: Change, result: Result, part: Change | None = None) -> NumberCheck:
    """Whether the printed p follows from the printed change, under each of four readings.

    "Fits" only where it follows under all of them, "does not fit" only where it follows under
    none; a reading that turns on how before and after correlate leaves it open. `part` is
    the same measure's change in some of the same people, which can rule out a reading.
    """
    limit = _printed(change.p)
    sd, se = p_separate(change, False), p_separate(change, True)
    paired = p_paired(change, False, 0.0)
    needed_sd, needed_se = correlation_needed(change, False), correlation_needed(change, True)
    follows = [sd < change.p, needed_sd is not None, se < change.p, needed_se is not None]
    open_ = [r is not None and r > 0 for r in (needed_sd, needed_se)]
    verdict: Verdict = "cannot tell"
    if all(follows) and not any(open_):
        verdict = "fits"
    elif not any(follows):
        verdict = "does not fit under the readings tried"
    working = (
        f"a t test is assumed; neither the test nor what ± means is stated. If ± is a standard "
        f"deviation (SD), p is about {_plain(sd)} for separate groups"
        f" and {_plain(paired)} for the same people with no correlation. "
        f"If ± is a standard error (SE), p is about {_plain(se)} for separate groups"
        f"; for the same people {_needs(needed_se, limit)}{_bound(change, part)}"
    )
    return NumberCheck(
        claim=(
            f"{_number(change.before)} ± {_number(change.before_spread)} to "
            f"{_number(change.after)} ± {_number(change.after_spread)} in {change.n} people "
            f"gives p < {limit}"
        ),
        verdict=verdict,
        working=working,
        quote=result.quote,
        tried=_TRIED,
    )


def _bound(whole: Change, part: Change | None) -> str:
    """Whether ± can be a standard deviation, given the mean of a part of the same people."""
    if part is None or part.n >= whole.n:
        return ""
    least = least_spread(whole.before, whole.n, part.before, part.n)
    if least <= whole.before_spread:
        return ""
    return (
        f". ± is hardly a standard deviation: {part.n} of the {whole.n} averaged "
        f"{_number(part.before)}, so that the standard deviation of all is at least {least:.1f}"
    )


def _needs(needed: float | None, limit: str) -> str:
    if needed is None:
        return f"p is never under {limit}"
    if needed <= 0:
        return f"p is under {limit} even with no correlation"
    return f"p is under {limit} only if before and after correlate at about {_two(needed)} or more"


def _plain(p: float) -> str:
    """Two significant digits from .001 on, a power of ten below."""
    if p <= 0:
        return "0"
    if p < 0.001:
        return "10" + str(round(math.log10(p))).translate(_SUPERSCRIPT)
    digits = f"{p:.3f}" if p < 0.1 else f"{p:.2f}"
    return digits.lstrip("0") if p < 1 else digits


def _two(value: float) -> str:
    return f"{value:.2f}".removeprefix("0")


def _printed(p: float) -> str:
    return f"{p:g}".removeprefix("0")


def _number(value: float) -> str:
    return f"{value:g}"
