"""Shares and ratios in words that say of whom they are, and which way they go.

A prevalence of 64% reads as one of everybody; an odds ratio of 0.77 tells few which group fared
better. Both are told only where the text prints what is needed for it.
"""

from __future__ import annotations

import re

from ..tables import table

_RATIO = table("sentences/ratio_told.toml")["ratio"]
_OF_WHOM = table("sentences/ratio_told.toml")["of_whom"]
_PATTERN = re.compile(_RATIO["pattern"], re.IGNORECASE)
_SHARED = re.compile(_RATIO["shared"], re.IGNORECASE)
_SHARE = re.compile(_OF_WHOM["share"], re.IGNORECASE)
_ENDS = re.compile(r"\s*(?:[.;]|$)")
"""Nothing else is said of the share."""
_OF_WHAT = re.compile(_OF_WHOM["of_what"], re.IGNORECASE)
_WHOSE = re.compile(_OF_WHOM["whose"], re.IGNORECASE)
_POPULATION = re.compile(_OF_WHOM["population"], re.IGNORECASE)


def ratio_in_words(clause: str) -> str:
    """The clause with its ratio as more or less common; as it is where the interval holds 1."""
    found = _PATTERN.match(clause.strip())
    if found is None:
        return clause
    low, high = (float(found[end].replace("·", ".")) for end in ("low", "high"))
    if low <= 1 <= high:
        return clause
    shared, other = _SHARED.match(found["one"]), found["other"]
    if shared is not None and not _WHOSE.search(other):
        other = f"{shared['word']} {other}"
    words: str = _RATIO["less" if high < 1 else "more"]
    words = words.format(what=found["what"], one=found["one"], other=other)
    return words[:1].upper() + words[1:]


def of_whom(clause: str, counted: frozenset[int]) -> str:
    """The clause with the people of whom a share is, where its count is of all that took part.

    `counted` are the numbers of people that the study as a whole is known to have.
    """
    clause = _POPULATION.sub(_OF_WHOM["population_studied"], clause)
    found = _SHARE.search(clause)
    if found is None or not _OF_WHAT.search(clause) or _WHOSE.search(clause):
        return clause
    if int(found["of"].replace(",", "")) not in counted or not _ENDS.match(clause, found.end()):
        return clause
    told = _OF_WHOM["told"].format(**found.groupdict())
    return f"{clause[: found.start()]}{told}{clause[found.end() :]}"
