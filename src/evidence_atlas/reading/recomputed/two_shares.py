"""p-values against two groups' counts: "30/78 against 8/67 (p < .001)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence_atlas.arithmetic.printed import Range
from evidence_atlas.arithmetic.two_shares import Share, p_range
from evidence_atlas.records import NumberCheck, Sentence
from evidence_atlas.records.cues import cue
from evidence_atlas.records.reading import Verdict

from ..document import Document
from .figures import BESIDE, FIT, ONE_WAY, OPEN, PRINTS_P, WORDS, P, check, comes_out, p_of, told
from .shares import COUNT, FORMS, count

_P = cue(P, 0)
_BARE = cue(rf"(?<![\w.,/·-])(?P<n>{COUNT})\s?/\s?(?P<whole>{COUNT})(?![\w/.])", 0)
_LEAST = 5
"""Smaller groups are more often scores or dates: "3/4"."""
_DIGIT = re.compile(r"\d")
_MOST_BETWEEN, _MOST_BEHIND = 120, 40


def read(document: Document) -> Iterator[NumberCheck]:
    """One check for each pair of counted shares with one p behind it."""
    if "%" not in document.abstract and "/" not in document.abstract:
        return
    for _, sentence in document.parts("results", "conclusions"):
        if PRINTS_P.search(sentence.text):
            yield from _in_sentence(document, sentence)


def _in_sentence(document: Document, sentence: Sentence) -> Iterator[NumberCheck]:
    text = sentence.text
    if not _BARE.search(text) and "%" not in text:
        return
    found: dict[int, re.Match[str]] = {}
    for form in (_BARE, *FORMS):
        for match in form.finditer(text):
            found[match.start("n")] = match
    begin = 0
    for printed in _P.finditer(text):
        inside = [m for m in found.values() if begin <= m.start() and m.end() <= printed.start()]
        start, begin = begin, printed.end()
        inside.sort(key=lambda m: m.start())
        if len(inside) != 2:
            continue
        first, second = inside
        between, behind = text[first.end() : second.start()], text[second.end() : printed.start()]
        if not BESIDE.search(between) or len(between) > _MOST_BETWEEN or ";" in between:
            continue
        if len(behind) > _MOST_BEHIND or _DIGIT.search(re.sub(r"\d+(?:\.\d+)?\s?%", "", behind)):
            continue
        if WORDS["times"].search(text[start : second.end()]):
            continue
        done = _check(document, sentence, first, second, printed)
        if done is not None:
            yield done


def _check(
    document: Document,
    sentence: Sentence,
    first: re.Match[str],
    second: re.Match[str],
    printed: re.Match[str],
) -> NumberCheck | None:
    p = p_of(printed["sign"], printed["p"])
    a, b = (Share(count(m["n"]), count(m["whole"])) for m in (first, second))
    if p is None or any(s.whole < _LEAST or s.n > s.whole for s in (a, b)):
        return None
    computed = p_range(a, b)
    if computed is None:
        return None
    verdict: Verdict = FIT
    steps = [f"By the usual tests of such counts, p comes out {comes_out(computed)}."]
    if not p.allows(computed):
        verdict = OPEN
        one_sided = p.allows(Range(computed.low / 2, computed.high / 2))
        if one_sided:
            steps.append(ONE_WAY)
        elif computed.high < p.range.low < 0.05:
            steps.append(f"It fits if a limit is meant ({p.as_limit}).")
        else:
            steps.append("Another test, or figures adjusted for other things, give another p.")
    quote = document.quote(sentence.start + first.start(), sentence.start + printed.end())
    return check(
        "shares",
        verdict,
        f"{a.n:,} of {a.whole:,} and {b.n:,} of {b.whole:,} have {p}",
        tuple(steps),
        quote,
        () if verdict == FIT else (
            f"chi-square, with and without Yates's correction, and Fisher's: p {told(computed)}",
            "both directions and one",
        ),
    )  # fmt: skip
