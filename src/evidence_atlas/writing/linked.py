"""Whether what was told links two things: only then may a page say that a link shows no cause."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from evidence_atlas.records import Reading, Result

from .tables import table
from .words.edges import IN_BRACKETS

if TYPE_CHECKING:
    from .said import Said

NULLS = ("no difference", "no association")
"""The directions of a result in which nothing was found."""
_WORDS = {name: re.compile(words, re.IGNORECASE) for name, words in table("linked.toml").items()}


def links(result: Result) -> bool:
    """Whether a result links two things, or sets people beside others.

    No null does, no count, no change of the same people, and nothing that only rose or fell.
    """
    if result.direction in NULLS or result.comparison == "within_group":
        return False
    if _WORDS["amount"].search(result.text) and not says_a_link(result.text):
        return False  # "More than three symptoms" reads like more than others had.
    if result.direction == "association" or result.comparison.startswith("between"):
        return True
    # Higher than what, the words have to tell.
    if result.direction in ("higher", "lower"):
        return result.who is not None or says_a_link(result.text)
    if result.direction == "descriptive":
        return _WORDS["compared"].search(result.text) is not None
    return says_a_link(result.text)


def link_told(reading: Reading) -> bool:
    """Whether the text tells of a link in what was found or concluded."""
    return any(map(links, reading.results)) or any(
        s.role in ("results", "conclusions") and says_a_link(s.text) for s in reading.sentences
    )


def says_a_link(text: str) -> bool:
    """Whether a sentence speaks of a link between things or of a difference between people."""
    bare = text
    for name in ("of_cases", "named_so", "denied", "amount"):
        bare = _WORDS[name].sub(" ", bare)
    return any(_WORDS[name].search(bare) for name in ("tied", "compared"))


def none_links(reading: Reading, told: Iterable[Said]) -> bool:
    """True where all that was told is a count, a null, or how the same people changed."""
    for sentence in told:
        own = [
            reading.results[int(p.split(".")[1])]
            for p in sentence.about
            if p.startswith("results.")
        ]
        if any(map(links, own)):
            return False
        # A gloss explains a word, and tells of nothing found: "(differences between people)".
        told_so = " ".join(IN_BRACKETS.sub(" ", sentence.text).split())
        if not own and says_a_link(told_so) and not _within(reading, sentence):
            return False
    return True


def _within(reading: Reading, sentence: Said) -> bool:
    """Whether a sentence of the text was told that only sets people beside their own start."""
    of = {int(p.split(".")[1]) for p in sentence.about if p.startswith("sentences.")}
    told = [r for r in reading.results if r.sentence in of]
    return bool(told) and all(r.comparison == "within_group" or r.direction in NULLS for r in told)


def without_idle_caution(
    reading: Reading, told: list[Said], beside: Iterable[Said] = ()
) -> list[Said]:
    """Without the caution that a link shows no cause, where no link is told, here or `beside`."""
    beside = list(beside)
    found = [
        s for s in (*told, *beside)
        if any(a.startswith(("results.", "conclusions.", "sentences.")) for a in s.about)
    ]  # fmt: skip
    claimed = any(_WORDS["claimed"].search(s.text) for s in beside)
    if claimed or not none_links(reading, found):
        return told
    return [s for s in told if s.about != ("limits.link_not_cause",)]
