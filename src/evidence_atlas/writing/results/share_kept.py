"""How many in a hundred a count is, kept with it: "84 patients (14%) had a rash".

A count of people says little without of how many it is. Where its total is sure it is told as "84
of 617"; else the share that the authors print behind it stays.
"""

from __future__ import annotations

import re
from dataclasses import replace

from evidence_atlas.records import QuoteSupport

from ..said import Said
from ..tables import table
from ..words.numbers import in_words

_WORDS: dict[str, str] = table("results/share_kept.toml")
_COUNTED = re.compile(_WORDS["counted"])
_IN_WORDS = re.compile(_WORDS["in_words"], re.IGNORECASE)
_COMPARES = re.compile(_WORDS["compares"], re.IGNORECASE)
_OF_SO_MANY = re.compile(_WORDS["of_so_many"], re.IGNORECASE)


def with_its_share(told: Said) -> Said:
    """The same with the share behind each count of people that has one in the text.

    Of counts that are set against each other, and of those in the authors' own report, all or none.
    """
    if "%" in told.text or _OF_SO_MANY.search(told.text):
        return told
    text, left = told.text, 0
    for own in (s.text for s in told.support if isinstance(s, QuoteSupport)):
        for found in (*_COUNTED.finditer(own), *_IN_WORDS.finditer(own)):
            ways = _ways(found["count"])
            kept = _kept(text, ways, len(found["noun"].split()), found["share"])
            left += kept == text and any(re.search(rf"(?<![\w.,]){w}(?!\w)", text) for w in ways)
            text = kept
    together = told.voice == "authors" or _COMPARES.search(text) is not None
    return told if text == told.text or (together and left) else replace(told, text=text)


def _ways(count: str) -> set[str]:
    """How a count may be written: "1,204", "1204"; "six", "Six"."""
    if not count[:1].isdigit():
        return {count}
    n = int(count.replace(",", ""))
    return {count, f"{n:,}", in_words(n), in_words(n).capitalize()}


def _kept(text: str, ways: set[str], nouns: int, share: str) -> str:
    """The text with the share behind the count and the words for who they were."""
    count = "|".join(map(re.escape, ways))
    where = re.compile(rf"(?<![\w.,-])(?:{count})(?: [\w/-]+){{{nouns}}}(?=[ .,;]|$)(?! of \d)")
    places = [*where.finditer(text)]
    if len(places) != 1:
        return text
    end = places[0].end()
    return f"{text[:end]} ({share}%){text[end:]}"
