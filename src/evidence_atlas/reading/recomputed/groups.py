"""p-values against two groups' printed means, their spreads and how many people they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from evidence_atlas.arithmetic.means import Pair, exactly, p_separate
from evidence_atlas.arithmetic.printed import Range, printed
from evidence_atlas.records import Design, Group, NumberCheck, Participants, Quote, Result
from evidence_atlas.records.cues import cue
from evidence_atlas.records.reading import Verdict

from ..document import Document
from .changes import names_t_test, stated_spread, unsaid_test
from .figures import BESIDE, FIT, OPEN, SPREADS, UNFIT, VALUE, WORDS, P, check, clean, p_of, plain

_MEAN = cue(
    rf"(?<![\w.])(?<!\d\.\s)(?P<mean>{VALUE})\s?(?:[%a-zA-Z/]{{0,8}}\s?)?(?:(?:±|\+/[-−])\s?(?P<pm>{VALUE})"
    rf"|[(\[]\s?(?:SD|sd|S\.D\.)\s?[=:,]?\s?(?P<sd>{VALUE})\s?[)\]])",
    0,
)
_P = cue(P, 0)
_EACH_N = cue(r"[nN]\s?=\s?(\d{1,5})\b", 0)
_OTHER_NUMBER = cue(r"\d", 0)
_MARKS = ("±", "+/", "(SD", "[SD")
_MOST_BETWEEN, _MOST_BEHIND = 110, 60


class _Found(NamedTuple):
    """Two means beside each other, and the p behind them."""

    first: re.Match[str]
    second: re.Match[str]
    p: re.Match[str]


def read(
    document: Document,
    results: tuple[Result, ...],
    people: Participants,
    design: Design,
    quotes: dict[str, tuple[Quote, ...]],
) -> Iterator[NumberCheck]:
    """One check for each result of all people that sets two groups' means beside each other."""
    if design.crossover or not any(mark in document.abstract for mark in _MARKS):
        return
    sizes = _two_groups(people, quotes)
    if sizes is None:
        return
    seen: set[int] = set()
    for result in results:
        if result.scope != "all" or result.quote.start in seen:
            continue
        seen.add(result.quote.start)
        for found in _pairs(result.text):
            done = _check(document, result, found, sizes)
            if done is not None:
                yield done


def _two_groups(
    people: Participants, quotes: dict[str, tuple[Quote, ...]]
) -> tuple[tuple[int, Quote], tuple[int, Quote]] | None:
    """The study's two groups, where it has two and no more."""
    sized = [g for g in people.groups if g.n is not None]
    arms: list[Group] = [g for g in sized if g.kind == "arm"]
    if people.completed or people.analysed or len(sized) != len(people.groups):
        return None
    both = sum(g.n or 0 for g in arms)
    rest = [g for g in sized if g.kind != "arm"]
    if len(arms) == 2 and all(g.kind == "patients" and g.n == both for g in rest):
        return tuple((g.n or 0, g.quote) for g in arms)  # type: ignore[return-value]
    own = [quotes.get(f"participants.{name}") for name in ("patients", "controls")]
    if arms or len(people.groups) > 2 or people.patients is None or people.controls is None:
        return None
    if not (own[0] and own[1]):
        return None
    return (people.patients, own[0][0]), (people.controls, own[1][0])


def _pairs(text: str) -> Iterator[_Found]:
    """Two means, and nothing else, between one p and the next."""
    begin = 0
    for p in _P.finditer(text):
        means = [m for m in _MEAN.finditer(text) if begin <= m.start() and m.end() <= p.start()]
        start, begin = begin, p.end()
        if len(means) != 2:
            continue
        first, second = means
        between, behind = text[first.end() : second.start()], text[second.end() : p.start()]
        if ";" in between or not BESIDE.search(between) or len(between) > _MOST_BETWEEN:
            continue
        if len(behind) > _MOST_BEHIND or _OTHER_NUMBER.search(_EACH_N.sub("", behind)):
            continue
        lead = text[start : first.start()]
        if WORDS["times"].search(between + behind) or WORDS["earlier"].search(lead):
            continue
        yield _Found(first, second, p)


def _check(
    document: Document,
    result: Result,
    found: _Found,
    sizes: tuple[tuple[int, Quote], tuple[int, Quote]],
) -> NumberCheck | None:
    p = p_of(found.p["sign"], found.p["p"])
    means = [printed(clean(m["mean"])) for m in (found.first, found.second)]
    spreads = [printed(clean(m["pm"] or m["sd"])) for m in (found.first, found.second)]
    (n1, q1), (n2, q2) = sizes
    if p is None or min(n1, n2) < 3 or min(s.value for s in spreads) <= 0:
        return None
    pair = Pair(means[0], spreads[0], means[1], spreads[1], n1, n2)
    turned = Pair(means[0], spreads[0], means[1], spreads[1], n2, n1)
    stated = "SD" if found.first["sd"] else stated_spread(document)
    if stated == "both":
        return None
    readings = [(se, _all(pair, turned, se)) for se in (False, True) if stated != _kind(not se)]
    gives = [p.allows(r) for _, r in readings]
    named = names_t_test(document)
    verdict: Verdict = FIT if all(gives) else OPEN
    if not any(gives) and named:
        verdict = UNFIT
    steps = [f"We took all of the {n1:,} and the {n2:,} people as counted."]
    if not named:
        steps.append(unsaid_test(document))
    shown = exactly(pair)
    spread = "the spread" if found.first["sd"] else "±"
    for se, _ in readings:
        name = SPREADS[se]
        lead = f"With {spread} as {name}" if stated else f"If {spread} is {name}"
        steps.append(f"{lead}, p is {plain(p_separate(shown, se).low)}.")
    if verdict == OPEN and any(gives):
        fit, other = (SPREADS[r[0]].partition(" (")[0] for r in _fitting_first(readings, gives))
        steps.append(
            f"The printed p fits if {spread} is {fit}, and not if it is {other}. "
            "The abstract does not say which it is."
        )
    elif verdict == OPEN:
        steps.append(
            f"{'Neither fits' if len(gives) > 1 else 'That does not fit'} the printed {p}. "
            "Another test, or fewer people, can give another p: to tell, one would need the "
            "full paper."
        )
    offset = result.quote.start
    quote = document.quote(offset + found.first.start(), offset + found.p.end())
    return check(
        "means",
        verdict,
        f"{_figure(found.first)} and {_figure(found.second)} have {p}",
        tuple(steps),
        quote,
        tuple(f"± as {_kind(se)}, two separate groups: p {plain(p_separate(shown, se).low)}"
              for se, _ in readings),
        tuple(dict.fromkeys((q1, q2))),
    )  # fmt: skip


def _fitting_first(
    readings: list[tuple[bool, Range]], gives: list[bool]
) -> list[tuple[bool, Range]]:
    """The two readings of the spread, the one that gives the printed p first."""
    return readings if gives[0] else readings[::-1]


def _all(pair: Pair, turned: Pair, se: bool) -> Range:
    """Every p of Welch's and of Student's test, whichever group is which."""
    found = [p_separate(x, se, pooled) for x in (pair, turned) for pooled in (False, True)]
    return Range(min(r.low for r in found), max(r.high for r in found))


def _kind(se: bool) -> str:
    return "SE" if se else "SD"


def _figure(match: re.Match[str]) -> str:
    return " ".join(match[0].split())
