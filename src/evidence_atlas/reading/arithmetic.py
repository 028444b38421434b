"""Recomputing what the abstract prints: percentages, group sums, completers."""

from __future__ import annotations

from fractions import Fraction

from evidence_atlas.records import NumberCheck, Participants, Quote
from evidence_atlas.records.cues import cue
from evidence_atlas.records.reading import Verdict

from .document import Document

_N = r"(?<![\w.,])(\d{1,3}(?:,\d{3})+|\d{1,7})"
_PERCENT = r"(\d{1,3}(?:\.\d{1,3})?)\s?%"
_OF = cue(
    rf"{_N}\s?(?:/|\s(?:out )?of (?:the |all |a total of )?)\s?(\d{{1,3}}(?:,\d{{3}})+|\d{{1,7}})"
    rf"(?:\s[A-Za-z-]+){{0,4}}\s?[,;]?\s?[(\[]?[,;]?\s?{_PERCENT}",
    0,
)
_BEFORE = cue(
    rf"(?<![\w.,]){_PERCENT}\s?[(\[,]\s?(?:[nN]\s?=\s?)?(\d{{1,3}}(?:,\d{{3}})+|\d{{1,7}})"
    r"\s?(?:/|\s(?:out )?of (?:the )?)\s?(\d{1,3}(?:,\d{3})+|\d{1,7})(?![\w.])",
    0,
)
_LIMIT = 12
_FIT: Verdict = "fits"
_UNFIT: Verdict = "does not fit under the readings tried"


def read(
    document: Document, people: Participants, quotes: dict[str, tuple[Quote, ...]]
) -> tuple[NumberCheck, ...]:
    """Every recomputation that the abstract's own figures allow."""
    found: list[NumberCheck] = []
    for _, sentence in document.parts("methods", "results", "conclusions", "aim"):
        for pattern, order in ((_OF, (1, 2, 3)), (_BEFORE, (2, 3, 1))):
            for match in pattern.finditer(sentence.text):
                n, base = (int(match[g].replace(",", "")) for g in order[:2])
                quote = document.quote(sentence.start + match.start(), sentence.start + match.end())
                check = percentage(n, base, match[order[2]], quote)
                if check is not None:
                    found.append(check)
    found += _sums(people, quotes)
    return tuple(found[:_LIMIT])


def percentage(n: int, base: int, printed: str, quote: Quote) -> NumberCheck | None:
    """Whether `n` of `base` is the printed percentage, rounded or cut to its decimals.

    None where it cannot be a share (base 0 or smaller than n).
    """
    if base == 0 or n > base:
        return None
    decimals = len(printed.partition(".")[2])
    share = Fraction(100 * n, base)
    shown = Fraction(printed)
    unit = Fraction(1, 10**decimals)
    fits = abs(share - shown) <= unit / 2 or 0 <= share - shown < unit
    exact = f"{float(share):.{decimals + 1}f}"
    return NumberCheck(
        claim=f"{n:,} of {base:,} is {printed} %",
        verdict=_FIT if fits else _UNFIT,
        working=f"{n:,} / {base:,} = {exact} %",
        quote=quote,
        tried=() if fits else ("rounded", "cut off"),
    )


def _sums(people: Participants, quotes: dict[str, tuple[Quote, ...]]) -> list[NumberCheck]:
    found: list[NumberCheck] = []
    total = people.total
    quote = quotes.get("participants.total")
    if total is not None and quote and people.adds_up is not None:
        parts = [
            g.n for g in people.groups if g.kind in ("patients", "controls") and g.n is not None
        ]
        if people.patients is not None and people.controls is not None:
            pair = [people.patients, people.controls]
            parts = pair if sum(pair) == total or len(parts) < 2 else parts
        if parts:
            working = " + ".join(f"{p:,}" for p in parts) + f" = {sum(parts):,}; total {total:,}"
            found.append(
                NumberCheck(
                    claim="the groups make up the total",
                    verdict=_FIT if sum(parts) == total else _UNFIT,
                    working=working,
                    quote=quote[0],
                    tried=() if sum(parts) == total else ("all groups that are counted",),
                )
            )
    start = people.randomised or people.enrolled
    done = quotes.get("participants.completed")
    if start is not None and people.completed is not None and done:
        fits = people.completed <= start
        found.append(
            NumberCheck(
                claim="no more people finished than started",
                verdict=_FIT if fits else _UNFIT,
                working=f"{people.completed:,} finished, {start:,} started",
                quote=done[0],
            )
        )
    return found
