"""p-values against the test statistics printed beside them (as statcheck: Nuijten et al. 2016)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence_atlas.arithmetic.printed import PrintedP, Range, printed
from evidence_atlas.arithmetic.statistics import Kind, halved, p_two_sided
from evidence_atlas.records import Design, NumberCheck, Participants, Quote, Sentence
from evidence_atlas.records.cues import cue
from evidence_atlas.records.reading import Verdict

from ..document import Document
from .figures import (
    CORRECTED,
    FIT,
    ONE_WAY,
    OPEN,
    PRINTS_P,
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

_DF = r"\d{1,6}(?:\.\d+)?"
_STATISTIC = cue(
    r"(?<![A-Za-z0-9])(?P<kind>t|F|r|z|Z|χ\s?[²2]|[xX][²2]|[cC]hi(?:[-\s]?squared?|[²2]))"
    rf"\s?(?:[(\[]\s?(?:df\s?=\s?)?(?P<df1>{_DF})\s?(?:[,;]\s?(?P<n_label>[nN]\s?=\s?)?"
    rf"(?P<df2>{_DF}))?\s?[)\]])?"
    rf"\s?=\s?(?P<value>{VALUE})\s?[,;:]\s?"
    rf"(?:df\s?=\s?(?P<df_after>{_DF})(?:,\s?(?P<df_after2>{_DF}))?\s?[,;]\s?)?"
    rf"(?:[nN]\s?=\s?(?P<n>\d{{1,5}})\s?[,;]\s?)?{P}",
    0,
)
_SLACK = 0.01
"""A p may miss by this share: degrees of freedom are rounded, and tables interpolated."""
_MOST_TESTS = 100
"""A p may have been multiplied by the number of tests: up to so many are allowed for."""


def read(
    document: Document,
    people: Participants,
    design: Design,
    quotes: dict[str, tuple[Quote, ...]],
) -> Iterator[NumberCheck]:
    """One check for each statistic that has its degrees of freedom, or a number of people."""
    if "=" not in document.abstract:
        return
    everybody = None if design.controlled or design.randomised else _everybody(people, quotes)
    for _, sentence in document.parts("methods", "results", "conclusions", "aim"):
        if not PRINTS_P.search(sentence.text):
            continue
        for match in _STATISTIC.finditer(sentence.text):
            found = _check(document, sentence, match, people, everybody)
            if found is not None:
                yield found


def _check(
    document: Document,
    sentence: Sentence,
    match: re.Match[str],
    people: Participants,
    everybody: Quote | None,
) -> NumberCheck | None:
    kind = _kind(match["kind"])
    statistic = printed(clean(match["value"]))
    p = p_of(match["sign"], match["p"])
    freedom = _freedom(match, kind)
    guessed = kind == "r" and freedom is None
    if guessed and everybody is not None and people.total is not None:
        freedom = (people.total - 2,)
    if p is None or freedom is None:
        return None
    computed = p_two_sided(kind, statistic, freedom)
    if computed is None:
        return None
    quote = document.quote(sentence.start + match.start(), sentence.start + match.end())
    claim = f"{_named(match, kind)} = {match['value'].strip()} has {p}"
    whom = f" if all {people.total:,} were counted" if guessed else ""
    step = f"Worked out from the test figure, p comes out {comes_out(computed)}{whom}."
    tried = [f"{_words(kind, freedom)}, both directions (two-sided): p {told(computed)}"]
    if kind in ("t", "z", "r") or freedom[0] == 1:
        tried.append(f"one direction only (one-sided): p {told(halved(computed))}")
    verdict, steps = _judged(document, p, computed, len(tried) > 1, guessed)
    others = (everybody,) if everybody and guessed else ()
    return check(
        "test statistic", verdict, claim, (step, *steps), quote,
        () if verdict == FIT else tuple(tried), others,
    )  # fmt: skip


def _judged(
    document: Document, p: PrintedP, computed: Range, halves: bool, guessed_n: bool
) -> tuple[Verdict, tuple[str, ...]]:
    """The verdict, and what else has to be said of it."""
    if p.allows(Range(computed.low * (1 - _SLACK), computed.high * (1 + _SLACK))):
        return FIT, ()
    if halves and p.allows(halved(computed)):
        return OPEN, (ONE_WAY,)
    if guessed_n:
        return OPEN, ("It may have been worked out in fewer people, or in another way.",)
    if any(WORDS[w].search(document.abstract) for w in ("made_otherwise", "ranks")):
        return OPEN, ("The abstract names a test that finds p in another way.",)
    if p.range.low > computed.high and p.range.low < _MOST_TESTS * max(computed.high, 1e-12):
        return OPEN, (CORRECTED,)
    return UNFIT, ()


def _kind(text: str) -> Kind:
    if text in ("t", "F", "r"):
        return text  # type: ignore[return-value]
    return "z" if text in "zZ" else "chi2"


def _freedom(match: re.Match[str], kind: Kind) -> tuple[float, ...] | None:
    """Degrees of freedom as printed; none for z; None where they are not printed."""
    if kind == "z":
        return ()
    first = match["df1"] or match["df_after"]
    second = (None if match["n_label"] else match["df2"]) or match["df_after2"]
    if kind == "F":
        return (float(first), float(second)) if first and second else None
    if first:
        return None if second else (float(first),)
    if kind == "r" and match["n"]:
        return (float(match["n"]) - 2,)
    return None


def _everybody(people: Participants, quotes: dict[str, tuple[Quote, ...]]) -> Quote | None:
    """Where the number of all people stands, if they are one group of whom none is left out."""
    divided = people.controls or any(g.kind != "patients" for g in people.groups)
    fewer = people.completed or people.analysed
    held = quotes.get("participants.total")
    if people.total is None or people.total < 5 or divided or fewer or not held:
        return None
    return held[0]


def _named(match: re.Match[str], kind: Kind) -> str:
    return (
        {"chi2": "χ²"}.get(kind, match["kind"])
        + (f"({match['df1']}" if match["df1"] else "")
        + (f", {match['df2']}" if match["df2"] and kind == "F" else "")
        + (")" if match["df1"] else "")
    )


def _words(kind: Kind, freedom: tuple[float, ...]) -> str:
    """The distribution in words."""
    if kind == "z":
        return "the normal distribution"
    listed = " and ".join(f"{f:g}" for f in freedom)
    noun = "degree" if freedom == (1.0,) else "degrees"
    return f"{listed} {noun} of freedom"
