"""Factors with ratios above and below one under one word, told apart by which way each goes.

"Age (OR 1.4), rye (OR 0.6) and damp (OR 2.1) were associated with cough" reads, without its
brackets, as if all three went with more of it. The ratios say which do.
"""

from __future__ import annotations

import re
from itertools import groupby

from ..subject.outcome_words import plural
from ..tables import table
from ..words.edges import TAG
from ..words.hidden_way import printed_ratios
from ..words.noun_phrases import uncapital
from ..words.numbers import joined

_CUES = {
    name: re.compile(cue, re.IGNORECASE)
    for name, cue in table("authors/odds_both_ways.toml").items()
}
_FEWEST = 2


def odds_both_ways(sentence: str) -> str | None:
    """The clause with the way of each factor, in their order; None where a ratio is unsure."""
    text = " ".join(TAG.sub("", sentence).split()).rstrip(". ")
    text = _CUES["sums"].sub("", text)
    if (found := _CUES["behind"].search(text)) is not None:
        listed, told = text[: found.start()], _factors_first
    elif (found := _CUES["before"].search(text)) is not None:
        listed, told = text[found.end() :], _factors_last
    else:
        return None
    factors = _factors(listed)
    if factors is None or all(ratio >= 1 for _, ratio in factors):
        return None
    runs = [
        (more, joined([name for name, _ in run]))
        for more, run in groupby(factors, key=lambda factor: factor[1] > 1)
    ]
    what = found["what"].strip()
    return told(runs, what) if len(runs) <= MOST_TURNS else None


MOST_TURNS = 3
"""A sentence that turns more often is a riddle."""


def _factors_first(runs: list[tuple[bool, str]], what: str) -> str:
    """ "Rye was linked with a lower chance, and age with a higher chance, of cough"."""
    degree = _CUES["of_degree"].search(what) is not None
    of = " " if degree else " of "
    linked = " were linked" if plural(runs[0][1]) else " was linked"
    told = [
        f"{names}{linked if i == 0 else ''} with {_way(more, degree)}"
        for i, (more, names) in enumerate(runs)
    ]
    comma = "," if len(told) > 1 else ""
    return f"{_in_a_row(told)}{comma}{of}{what}"


def _way(more: bool, degree: bool) -> str:
    way = "higher" if more else "lower"
    return way if degree else f"a {way} chance"


def _factors_last(runs: list[tuple[bool, str]], what: str) -> str:
    """ "Cough was less likely with rye, and more likely with age"."""
    degree = _CUES["of_degree"].search(what) is not None
    ways = ("lower", "higher") if degree else ("less likely", "more likely")
    return f"{what} was {_in_a_row([f'{ways[more]} with {names}' for more, names in runs])}"


def _in_a_row(told: list[str]) -> str:
    return told[0] if len(told) == 1 else f"{', '.join(told[:-1])}, and {told[-1]}"


def _factors(listed: str) -> list[tuple[str, float]] | None:
    """Each factor with its ratio; None where one has none, or words stand between them."""
    at, factors = 0, list[tuple[str, float]]()
    while at < len(listed.rstrip(" ,")):
        found = _CUES["factor"].match(listed, at)
        ratios = printed_ratios(found["bracket"]) if found else []
        if found is None or len(ratios) != 1:
            return None
        factors.append((_named(found["name"].strip()), ratios[0]))
        at = found.end()
    return factors if len(factors) >= _FEWEST else None


def _named(factor: str) -> str:
    """A factor within a sentence; people who go by one trait alone are people ("elderly")."""
    trait = _CUES["trait_of_people"].fullmatch(factor)
    return f"{trait['trait'].lower()} people" if trait else uncapital(factor)
