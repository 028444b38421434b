"""How many got better, stayed as they were and got worse, where one sentence counts them.

Who stops before those who got worse has told a better result than was found: the counts of one
sentence are told together or not at all.
"""

from __future__ import annotations

import re

from ..tables import table

_COUNTED = {
    way: re.compile(pattern, re.IGNORECASE)
    for way, pattern in table("sentences/counted_ways.toml").items()
}
FEWEST_WAYS = 2


def counted_ways(text: str) -> frozenset[str]:
    """Which of better, the same and worse a text tells with a number of people."""
    return frozenset(way for way, told in _COUNTED.items() if told.search(text))


def leaves_out_a_way(told: str, sentence: str) -> bool:
    """Whether some of those that the sentence counts are told, and others are not."""
    ways, own = counted_ways(sentence), counted_ways(told)
    return len(ways) >= FEWEST_WAYS and bool(own) and not ways <= own
