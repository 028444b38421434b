"""Which studies are about another one here: notices and comments that carry its title."""

from __future__ import annotations

from collections.abc import Iterable

from ...records import PublishedStudy
from .fields import plain

_SHORTEST = 5
"""A title of fewer words may stand in another one by chance."""
_KINDS = ("Notice", "Commentary")
_LINKS = ("corrects", "retracts", "expresses concern about", "reinstates", "comments on")


class Titles:
    """The titles of an edition's studies, to be found within each other."""

    def __init__(self, titles: Iterable[str]) -> None:
        self._titles = {words for words in map(plain, titles) if len(words) >= _SHORTEST}
        self._lengths = sorted({len(words) for words in self._titles}, reverse=True)

    def within(self, title: str) -> bool:
        """Whether the title holds the whole title of another study, and more words beside it."""
        words = plain(title)
        return any(
            words[at : at + length] in self._titles
            for length in self._lengths
            if length < len(words)
            for at in range(len(words) - length + 1)
        )


def about_another(study: PublishedStudy, titles: Titles) -> bool:
    """Whether this is a notice about (or a comment on) a study that is here too: by the
    bibliography's link, or by its title."""
    if any(link.outgoing and link.slug and link.link.kind in _LINKS for link in study.links):
        return True
    return study.grades.value("study_type") in _KINDS and titles.within(study.record.title)
