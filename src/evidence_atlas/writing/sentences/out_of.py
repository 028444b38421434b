"""A count of people with the number that it is of: "107 of 500 patients", where the share tells.

"107 patients had it" says little without of how many. The share printed behind the count (21.4%)
fits one of the numbers of people that the abstract states, or it does not; only where it fits
exactly one is that number told.
"""

from __future__ import annotations

import re

from evidence_atlas.reading.text.numbers import from_words
from evidence_atlas.records import Support

from ..material import Material
from ..words.numbers import stands_in

_COUNT = re.compile(
    r"(?<![\w/.,-])(?P<n>\d[\d,]*|[A-Za-z]+(?:-[a-z]+)?) (?P<who>(?:patients|people|participants|"
    r"individuals|respondents|subjects|adults|children|women|men|survivors|workers))\b"
    r"(?P<share> [(\[](?P<percent>\d{1,2}(?:[.·]\d+)?) ?%)",
    re.IGNORECASE,
)
# Of how many, or of which part, it says itself.
_TOLD = re.compile(
    r"\b(?:out )?of (?:the |these |those |all )?(?:[\w-]+ )?[\d,]{2,}|\b(?:among|of) (?:the|these|"
    r"those|all|whom|them)\b|\d ?/ ?\d|\bgroup\b|\barm\b",
    re.IGNORECASE,
)
_PEOPLE = ("total", "analysed", "patients", "with_illness", "enrolled")


def out_of(m: Material, clause: str) -> tuple[str, tuple[Support, ...]]:
    """The clause with what its count of people is of, and where that number stands."""
    found = _COUNT.search(clause)
    if found is None or _TOLD.search(clause):
        return clause, ()
    n = _value(found["n"])
    stated = m.reading.participants
    fits = {
        base: path for path in reversed(_PEOPLE)
        if n and (base := getattr(stated, path)) and base > n and _fits(n, base, found["percent"])
    }  # fmt: skip
    if len(fits) != 1:
        return clause, ()
    [(base, path)] = fits.items()
    where = m.number(f"participants.{path}", base)
    if not any(stands_in(base, getattr(s, "text", "")) for s in where):
        return clause, ()
    told = f"{found['n']} of {base:,} {found['who']}{found['share']}"
    return f"{clause[: found.start()]}{told}{clause[found.end() :]}", where


def _value(word: str) -> int | None:
    digits = word.replace(",", "")
    return int(digits) if digits.isdigit() else from_words(word)


def _fits(n: int, base: int, share: str) -> bool:
    """Whether `n` of `base` are the printed share, to its last decimal."""
    places = len(share.replace("·", ".").partition(".")[2])
    off = abs(100 * n / base - float(share.replace("·", ".")))
    return bool(off <= 0.5 / 10**places + 1e-9)
