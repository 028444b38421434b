"""A limit is told once on a page: not again in a section whose sentence says no more.

Quick tells the weightiest limits, and what they leave unproved stands in a section of its own.
Limitations has its place for what those do not say: more of the same limit, or another one.
"""

from __future__ import annotations

from .limits.limit_words import LIMITS, name_of
from .said import Said

_USE = {
    "does_not_prove": "beyond",
    "limitations": "limitation",
    "remaining_questions": "question",
}
"""The form of a limit (limits/limits.toml) that each section tells."""


def without_repeats(section: str, sentences: list[Said], before: set[str]) -> list[Said]:
    """The sentences of a section without limits that one of the sections `before` has told."""
    use = _USE.get(section)
    return [
        s for s in sentences
        if not (use and (name := limit_of(s)) in before and use in LIMITS[name].get("repeats", ()))
    ]  # fmt: skip


def limit_of(sentence: Said) -> str:
    """The limit that a sentence tells; empty where it tells none."""
    return next((name for path in sentence.about if (name := name_of(path))), "")
