"""p-values against a printed change: means before and after, their spreads and the people.

An abstract that prints "from 40 ± 9 to 31 ± 8 (p < .05)" seldom says what ± is, or which
test was made. Four readings are tried: ± as a standard deviation (SD) or as a standard error
(SE); before and after as two separate groups, or as the same people.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from evidence_atlas.arithmetic.means import (
    Pair,
    correlation_needed,
    exactly,
    least_spread,
    p_paired,
    p_separate,
)
from evidence_atlas.arithmetic.printed import PrintedP, Range, printed
from evidence_atlas.records import Design, NumberCheck, Participants, Result
from evidence_atlas.records.cues import cue
from evidence_atlas.records.reading import Verdict

from ..document import Document
from .figures import FIT, OPEN, SPREADS, UNFIT, VALUE, WORDS, P, check, clean, p_of, plain

_SPREAD = r"\s?(?:±|\+/-|\+/−)\s?"
_CHANGE = cue(
    rf"\bfrom\s[^.;±\d]{{0,40}}(?P<m1>{VALUE}){_SPREAD}(?P<s1>{VALUE})[^;±]{{0,40}}?\bto\s"
    rf"[^.;±\d]{{0,25}}(?P<m2>{VALUE}){_SPREAD}(?P<s2>{VALUE})(?P<tail>[^±]{{0,40}})"
)
_P = cue(P, 0)
_OTHER_WAYS = ("no_t_test", "made_otherwise")


@dataclass(frozen=True)
class Change:
    """Two printed means of the same people with their spreads, and the printed p."""

    pair: Pair
    p: PrintedP

    @property
    def n(self) -> int:
        return self.pair.n1


def read(
    document: Document, results: tuple[Result, ...], people: Participants, design: Design
) -> Iterator[NumberCheck]:
    """One check for each result that prints two means, two spreads and a p.

    Where the people were divided into arms, the number of all of them is not the number of
    those who changed; then only a result that gives its own number is checked.
    """
    if "±" not in document.abstract and "+/" not in document.abstract:
        return
    parallel = bool(design.controlled or design.randomised or people.controls)
    parallel = parallel and not design.crossover
    seen: list[tuple[Change, Result]] = []
    for result in results:
        n = result.n
        if n is None and result.scope == "all" and not parallel:
            n = people.completed or people.analysed or people.total
        change = _change(result.text, n)
        if change is not None:
            seen.append((change, result))
    spread = stated_spread(document)
    if spread == "both":
        return
    parts = [_part(result, seen) for _, result in seen]
    no_deviation = any(_bound(change, part) for (change, _), part in zip(seen, parts, strict=True))
    for (change, result), part in zip(seen, parts, strict=True):
        test = None if names_t_test(document) else unsaid_test(document)
        yield checked(change, result, spread, part, no_deviation, test)


def _part(result: Result, seen: list[tuple[Change, Result]]) -> Change | None:
    """The same measure's change in a part of the people, beside a result of all."""
    if result.scope != "all" or result.outcome is None:
        return None
    return next(
        (c for c, its in seen if its.scope == "subgroup" and its.outcome == result.outcome), None
    )


def names_t_test(document: Document) -> bool:
    """Whether the abstract names the t test, and no other way to p."""
    if any(WORDS[name].search(document.abstract) for name in _OTHER_WAYS):
        return False
    return WORDS["t_test"].search(document.abstract) is not None


def unsaid_test(document: Document) -> str:
    """What is said of the test where the abstract does not name the t test alone."""
    if any(WORDS[name].search(document.abstract) for name in (*_OTHER_WAYS, "t_test")):
        return "The abstract may have worked p out otherwise; we tried the t test, the usual one."
    return "The abstract does not say which test gave p; we tried the t test, the usual one."


def stated_spread(document: Document) -> str | None:
    """What ± stands for where the abstract says so: "SD" or "SE", or "both" where it has both.

    None where it has neither.
    """
    deviation = WORDS["standard_deviation"].search(document.abstract)
    error = WORDS["standard_error"].search(document.abstract)
    if deviation and error:
        return "both"
    return "SD" if deviation else "SE" if error else None


def _change(text: str, n: int | None) -> Change | None:
    match = _CHANGE.search(text)
    if match is None or n is None or n < 3:
        return None
    found = _P.search(match["tail"])
    p = p_of(found["sign"], found["p"]) if found else None
    if p is None or not 0 < p.figure.value < 1:
        return None
    m1, s1, m2, s2 = (printed(clean(match[g])) for g in ("m1", "s1", "m2", "s2"))
    if s1.value <= 0 or s2.value <= 0 or m1.value == m2.value:
        return None
    return Change(Pair(m1, s1, m2, s2, n, n), p)


class _Reading(NamedTuple):
    """What comes out if ± is an SD, or an SE."""

    se: bool
    separate: Range
    """For two separate groups, as a range by rounding."""
    unlinked: Range
    """For the same people, before and after not correlated."""
    shown: tuple[float, float, float]
    """Welch's, Student's and the paired p for the printed figures taken as exact."""
    needed: float | None
    p: PrintedP

    @property
    def separate_gives(self) -> bool:
        return self.p.allows(self.separate)

    @property
    def always(self) -> bool:
        """Whether every correlation from 0 on gives the printed p in the same people."""
        if self.needed is None or self.p.sign == "=":
            return False
        return self.needed <= 0 if self.p.sign == "<" else self.needed >= 1

    @property
    def never(self) -> bool:
        return self.needed is None


def checked(
    change: Change,
    result: Result,
    spread: str | None = None,
    part: Change | None = None,
    no_deviation: bool = False,
    unsaid: str | None = None,
) -> NumberCheck:
    """Whether the printed p follows from the printed change, under each reading left open.

    "Fits" only where it follows under all of them, "does not fit" only where it follows under
    none and the t test is named (else `unsaid` says what is said of the test); a reading that
    turns on how before and after correlate leaves it open. `part` is the same measure's change
    in some of the same people, which can rule out a reading;
    `no_deviation` where another change of the same abstract rules out that ± is an SD.
    """
    readings = [_read(change, se) for se in (False, True) if spread != ("SD" if se else "SE")]
    verdict: Verdict = OPEN
    if all(r.separate_gives and r.always for r in readings):
        verdict = FIT
    elif unsaid is None and not any(r.separate_gives or not r.never for r in readings):
        verdict = UNFIT
    steps = ["We worked p out again from the printed numbers.", *filter(None, (unsaid,))]
    if spread is None:
        steps.append("The abstract does not say what ± stands for.")
    for r in readings:
        steps += _told(r, sure=spread is not None)
    bound = _bound(change, part)
    if not bound and no_deviation:
        bound = ["Here too, ± is hardly a standard deviation."]
    steps += bound
    steps += _end(verdict, [r for r in readings if r.se or not bound])
    return check(
        "change",
        verdict,
        _claim(change, result),
        tuple(steps),
        result.quote,
        tuple(_tried(r) for r in readings),
    )


def _claim(change: Change, result: Result) -> str:
    """What is printed, and of which outcome."""
    pair = change.pair
    before = f"{pair.mean1.text} ± {pair.spread1.text}"
    after = f"{pair.mean2.text} ± {pair.spread2.text}"
    named = result.outcome or "the average"
    return f"{named}, from {before} to {after}, for {change.n:,} people, with {change.p}"


def _read(change: Change, se: bool) -> _Reading:
    pair, exact = change.pair, exactly(change.pair)
    both = [p_separate(pair, se, pooled) for pooled in (False, True)]
    return _Reading(
        se,
        Range(min(w.low for w in both), max(w.high for w in both)),
        p_paired(pair, se, 0.0),
        (p_separate(exact, se).low, p_separate(exact, se, True).low, p_paired(exact, se, 0.0).low),
        correlation_needed(pair, se, change.p),
        change.p,
    )


_SHORT = {False: "a standard deviation", True: "a standard error"}
_LINK = {
    False: "(0 is no link, 1 a perfect one)",
    True: "(0 is no link; under 0, who was high before was low after)",
}
"""What a correlation is, by whether it is under naught."""
_FAR = 100


def _figure(p: PrintedP) -> str:
    """The printed figure with its naught: "0.05"."""
    text = p.figure.text.replace("·", ".")
    return f"0{text}" if text.startswith(".") else text


def _as_printed(p: PrintedP) -> str:
    return {"<": "under ", "=": "", ">": "over "}[p.sign] + _figure(p)


def _far_below(r: _Reading) -> bool:
    """Whether p comes out so much smaller that a paper would have printed a smaller limit."""
    return _FAR * max(r.separate.high, r.unlinked.high) < float(r.p.figure)


def _told(r: _Reading, sure: bool) -> list[str]:
    """What comes out under one reading of ±, in sentences."""
    lead = f"With ± as {_SHORT[r.se]}, as stated, " if sure else f"If ± is {SPREADS[r.se]}, "
    separate = f"p is {_separate(r)} if before and after are counted as two separate groups"
    if r.always or _far_below(r):
        far = f", far below the printed {_figure(r.p)}" if _far_below(r) else ""
        same = f"{plain(r.shown[2])} if they are the same people, with no link between the two"
        return [f"{lead}{separate}, and {same}{far}."]
    not_so = "" if r.separate_gives else f", which is not {_as_printed(r.p)}"
    told = [f"{lead}{separate}{not_so}."]
    if r.needed is None:
        return [*told, f"For the same people, p then never comes out {_as_printed(r.p)}."]
    about = f"{r.needed:.2f}".replace("-", "−")
    more = {"<": " or more", "=": "", ">": " or less"}[r.p.sign]
    return [
        *told,
        f"For the same people, p is then {_as_printed(r.p)} only if before and after correlate "
        f"at about {about}{more} {_LINK[r.needed < 0]}.",
    ]


def _separate(r: _Reading) -> str:
    """The p of separate groups by Welch's test, and by Student's where that differs."""
    welch, student = (plain(p) for p in r.shown[:2])
    if welch == student:
        return welch
    return f"{welch} (in the test's other form, {student.removeprefix('about ')})"


def _tried(r: _Reading) -> str:
    """One line a reading: what ± is, and what came out."""
    if r.needed is None:
        same = "never as printed"
    elif r.always:
        same = f"p {plain(r.shown[2])} with no correlation"
    else:
        same = f"as printed at a correlation of about {r.needed:.2f}"
        same += {"<": " or more", "=": "", ">": " or less"}[r.p.sign]
    which = "SE" if r.se else "SD"
    return f"± as {which}: separate groups, p {_separate(r)}; the same people, {same}"


def _bound(whole: Change, part: Change | None) -> list[str]:
    """Whether ± can be a standard deviation, given the mean of a part of the same people."""
    if part is None or not 1 < part.n < whole.n - 1:
        return []
    mean, some = float(whole.pair.mean1), float(part.pair.mean1)
    least = least_spread(mean, whole.n, some, part.n)
    if least <= whole.pair.spread1.high:
        return []
    return [
        f"± is hardly a standard deviation: {part.n} of the {whole.n} averaged "
        f"{part.pair.mean1.text} at the start, so the standard deviation of all {whole.n} is at "
        f"least {least:.1f}, not the printed {whole.pair.spread1.text}."
    ]


def _end(verdict: Verdict, readings: list[_Reading]) -> list[str]:
    """What the readings come to."""
    if verdict != OPEN:
        return []
    fits = []
    for r in readings:
        if r.separate_gives and r.always and not _far_below(r):
            fits.append(f"± is {_SHORT[r.se]}")
        elif r.needed is not None and not _far_below(r):
            fits.append(
                f"± is {_SHORT[r.se]} and each person is compared with their own start, with such "
                "a link between before and after"
            )
    if not fits:
        return ["Another test can give another p, so we cannot tell."]
    return [f"So we cannot tell; the figures fit if {' or if '.join(fits)}."]
