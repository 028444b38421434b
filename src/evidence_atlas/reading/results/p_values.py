"""The p that a text prints: how many bear a difference out, and how many do not."""

from __future__ import annotations

import re
from functools import lru_cache

from evidence_atlas.records.cues import cue

# Begins with a set of letters, not with a boundary: `re` then skips to the next "p" at once.
_P = cue(
    r"[pP](?<!\w[pP])(?:[- ]?[vV]alues?)?(?: of| was| is)?\s?"
    r"(?P<sign>[<>=≤≥:]|(?= ?0?[.·]\d))\s?(?P<value>0?[.·] ?\d+)(?! ?%)",
    0,
)
_NOT_SIGNIFICANT = cue(r"(?<![\w.])(?:NS|N\.S\.|n\.s\.|ns)(?![\w])", 0)
BORDER = 0.05
"""The p at which authors commonly draw the line between a clear difference and none."""


@lru_cache(maxsize=64)
def p_values(text: str) -> tuple[int, int]:
    """How many p are printed below .05, and how many above ("NS" among these).

    One printed as .05 itself, or as below more than that, is neither.
    """
    small = large = 0
    for match in _P.finditer(text):
        value = _p(match)
        if value == BORDER and match["sign"] not in ("<", "≤", ">", "≥"):
            continue
        if value > BORDER and match["sign"] in "<≤":
            # "p < 0.06" is no usual bound: it bears out what the words say.
            continue
        if (value >= BORDER and match["sign"] not in "<≤") or match["sign"] in (">", "≥"):
            large += 1
        else:
            small += 1
    return small, large + len(_NOT_SIGNIFICANT.findall(text))


def _p(match: re.Match[str]) -> float:
    return float("0" + match["value"].lstrip("0").replace("·", ".").replace(" ", ""))


def at_the_border(text: str) -> bool:
    """Whether a p of .05 itself is printed, and none below it."""
    return p_values(text)[0] == 0 and any(
        m["sign"] not in ("<", "≤", ">", "≥") and _p(m) == BORDER for m in _P.finditer(text)
    )
