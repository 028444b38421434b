"""What an average is told as: "the median stay was 53 days" is not "the stay was 53 days"."""

from __future__ import annotations

import re
from collections.abc import Callable

_AVERAGE = re.compile(
    r"(?<!root )\b(?:the )?(?:mean|median|average) (?!of\b|square)(?=\w)", re.IGNORECASE
)
_A_VALUE = re.compile(
    r"(?<![\d.,])\d[\d.,]*(?![\d.,]*[- ]?(?:hours?|days?|weeks?|months?|years?)\b)(?![\d.,])"
)
"""A figure that is no time: 53 of "53 points", none of "12 weeks"."""


def averaged(text: str) -> str:
    """Without "mean" and "median", but where a figure stands it is said to be a typical one.

    "An average stay of two years" stays one: not everybody stayed for two years. "The Scottish
    average" is what others are set against, and stays too.
    """
    every = _A_VALUE.search(text) is not None
    text = _AVERAGE.sub(_told(every), text)
    return re.sub(r"\b(an?)(?= (?:average|typical)\b)", _article, text)


def _told(every: bool) -> Callable[[re.Match[str]], str]:
    def of(match: re.Match[str]) -> str:
        if _SET_AGAINST.search(match.string[: match.start()]):
            return match[0]
        return _typical(match) if every or _one_of(match) else ""

    return of


_SET_AGAINST = re.compile(
    r"\b[Tt]he (?:[A-Z][a-z]+|national|regional|local|global|worldwide|general) \Z"
)


def _one_of(match: re.Match[str]) -> bool:
    return re.search(r"\ban? \Z", match.string[: match.start()], re.IGNORECASE) is not None


def _article(match: re.Match[str]) -> str:
    return "an" if match.string.startswith(" average", match.end()) else "a"


def _typical(match: re.Match[str]) -> str:
    """ "The median stay was 53 days" is not "the stay was 53 days"."""
    article = "the " if match[0].casefold().startswith("the ") else ""
    return f"{article}{'typical' if 'median' in match[0].casefold() else 'average'} "
