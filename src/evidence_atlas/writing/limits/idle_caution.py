"""Whether what was told links two things: only then may a page say that a link shows no cause."""

from __future__ import annotations

import re
from collections.abc import Iterable

from evidence_atlas.records import Reading, results_in, sentences_in, tells_a_finding

from ..brief.links import links, says_a_link
from ..said import Said
from ..tables import table
from ..words.edges import IN_BRACKETS

_CLAIMED = re.compile(table("limits/idle_caution.toml")["claimed"], re.IGNORECASE)


def none_links(reading: Reading, told: Iterable[Said]) -> bool:
    """True where all that was told is a count, a null, or how the same people changed."""
    for sentence in told:
        own = [reading.results[i] for i in results_in(sentence.about)]
        if any(map(links, own)):
            return False
        # A gloss explains a word, and tells of nothing found: "(differences between people)".
        told_so = " ".join(IN_BRACKETS.sub(" ", sentence.text).split())
        if not own and says_a_link(told_so) and not _within(reading, sentence):
            return False
    return True


def _within(reading: Reading, sentence: Said) -> bool:
    """Whether a sentence of the text was told that only sets people beside their own start."""
    of = {*sentences_in(sentence.about)}
    told = [r for r in reading.results if r.sentence in of]
    return bool(told) and all(r.comparison == "within_group" or r.is_null for r in told)


def without_idle_caution(
    reading: Reading, told: list[Said], beside: Iterable[Said] = ()
) -> list[Said]:
    """Without the caution that a link shows no cause, where no link is told, here or `beside`."""
    beside = list(beside)
    found = [s for s in (*told, *beside) if tells_a_finding(s.about)]
    claimed = any(_CLAIMED.search(s.text) for s in beside)
    if claimed or not none_links(reading, found):
        return told
    return [s for s in told if s.about != ("limits.link_not_cause",)]
