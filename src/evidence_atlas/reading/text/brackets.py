"""A text without what its brackets hold."""

from __future__ import annotations


def without_brackets(text: str) -> str:
    """The text with spaces for brackets and all they hold, of the same length."""
    found, depth = [], 0
    for letter in text:
        depth += letter == "("
        found.append(" " if depth else letter)
        depth -= letter == ")" and depth > 0
    return "".join(found) if depth == 0 else text
