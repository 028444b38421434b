"""Whether a number could count people: no share, range, date, or number of a thing."""

from __future__ import annotations

from ..text import numbers
from .kinds_of_people import Found
from .people_words import CUES, HEAD, NEAR, numbers_a_group

_MOST = 10**9
_FEW = 11
_LAST_DAY = 31
_NETWORK = 10**7
"""More people than a study takes in by name; so many are told of a whole data base."""


def may_count(text: str, number: numbers.Number) -> bool:
    """Whether the number could count anything: no share, range, spread, or number of a thing."""
    return (
        number.value is not None
        and 1 <= number.value <= _MOST
        and not numbers.is_percent(text, number.end)
        and not numbers.opens_range(text, number.end)
        and not CUES["not_a_count_before"].within(text, number.start - 20, number.start)
        and not numbers_a_group(text, number)
        and not (number.value < _FEW and _for_each(text, number))
        and not CUES["weighted_before"].within(text, number.start - 46, number.start)
        and not CUES["unweighted_after"].match(text, number.end)
        and not CUES["crossed_after"].match(text, number.end)
        and not CUES["sign_after"].match(text, number.end)
        and not (number.value <= _LAST_DAY and CUES["month_after"].match(text, number.end))
        and not CUES["month_before"].within(text, number.start - 12, number.start)
    )


def _for_each(text: str, number: numbers.Number) -> bool:
    """Whether so few are those matched to each of the others: "each matched to two people"."""
    return bool(
        CUES["matched_to_before"].within(text, number.start - NEAR, number.start)
        or (
            CUES["cases_with_before"].within(text, number.start - NEAR, number.start)
            and CUES["matched_controls_next"].match(text, number.end)
        )
        or CUES["each_matched_before"].search(text, 0, number.start)
    )


def of_a_network(text: str, number: numbers.Number, found: Found) -> bool:
    """Whether so many are those whose records a network of hospitals holds."""
    many = (number.value or 0) >= _NETWORK
    return many and CUES["network_after"].match(text, found.end) is not None


def simulated(text: str, number: numbers.Number, found: Found) -> bool:
    """Whether nobody is counted but those whom a computer made up, or actors play.

    Nor are those who work for a firm that is told of, or who opened a website, this study's.
    """
    head = HEAD.search(text, number.end, found.end)
    named = text[number.end : head.start()] if head is not None else ""
    visitors = CUES["visitors"].search(text, number.end, found.end)
    return bool(
        CUES["simulated"].search(named)
        or CUES["of_a_firm_before"].within(text, number.start - NEAR, number.start)
        or (visitors and CUES["site_counted"].search(text))
        or CUES["simulated_before"].within(text, number.start - NEAR, number.start)
    )
