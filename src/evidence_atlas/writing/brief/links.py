"""Whether a result or a sentence links two things, or sets people beside others."""

from __future__ import annotations

import re

from evidence_atlas.records import Reading, Result

from ..tables import table

_WORDS = {
    name: re.compile(words, re.IGNORECASE) for name, words in table("brief/links.toml").items()
}


def links(result: Result) -> bool:
    """Whether a result links two things, or sets people beside others.

    No null does, no count, no change of the same people, and nothing that only rose or fell.
    """
    if result.is_null or result.comparison == "within_group":
        return False
    if _WORDS["amount"].search(result.text) and not says_a_link(result.text):
        return False  # "More than three symptoms" reads like more than others had.
    if result.direction == "association" or result.between_groups:
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
