"""p-values against a printed change: means before and after, their spreads and the people.

An abstract that prints "from 40 ± 9 to 31 ± 8 (p < .05)" seldom says what ± is, or which
test was made. Four readings are tried: ± as a standard deviation (SD) or as a standard error
(SE); before and after as two separate groups, or as the same people.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_atlas.arithmetic.means import Pair, least_spread
from evidence_atlas.arithmetic.printed import printed
from evidence_atlas.records import Design, NumberCheck, Participants, Result
from evidence_atlas.records.cues import cue
from evidence_atlas.records.reading import Verdict

from ..document import Document
from .changes_told import claim, end, told, tried
from .figures import FIT, OPEN, UNFIT, VALUE, WORDS, P, check, clean, p_of
from .spreads_read import Change, read_with

_SPREAD = r"\s?(?:±|\+/-|\+/−)\s?"
_CHANGE = cue(
    rf"\bfrom\s[^.;±\d]{{0,40}}(?P<m1>{VALUE}){_SPREAD}(?P<s1>{VALUE})[^;±]{{0,40}}?\bto\s"
    rf"[^.;±\d]{{0,25}}(?P<m2>{VALUE}){_SPREAD}(?P<s2>{VALUE})(?P<tail>[^±]{{0,40}})"
)
_P = cue(P, 0)
_OTHER_WAYS = ("no_t_test", "made_otherwise")


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
    readings = [read_with(change, se) for se in (False, True) if spread != ("SD" if se else "SE")]
    verdict: Verdict = OPEN
    if all(r.separate_gives and r.always for r in readings):
        verdict = FIT
    elif unsaid is None and not any(r.separate_gives or not r.never for r in readings):
        verdict = UNFIT
    steps = ["We worked p out again from the printed numbers.", *filter(None, (unsaid,))]
    if spread is None:
        steps.append("The abstract does not say what ± stands for.")
    for r in readings:
        steps += told(r, sure=spread is not None)
    bound = _bound(change, part)
    if not bound and no_deviation:
        bound = ["Here too, ± is hardly a standard deviation."]
    steps += bound
    steps += end(verdict, [r for r in readings if r.se or not bound])
    return check(
        "change",
        verdict,
        claim(change, result),
        tuple(steps),
        result.quote,
        tuple(tried(r) for r in readings),
    )


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
