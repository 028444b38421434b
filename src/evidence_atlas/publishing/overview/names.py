"""Names that are one thing: by the illness's own files first, then by general synonyms."""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import normalize

from ...grading.replication import same_thing
from ...records import Thing, Value

_NOT_KEY = re.compile(r"[^a-z0-9]+")
_READABLE = re.compile(r"[^\W\d_][\w'’.+/-]*(?: [\w'’.+/-]+){0,7}")


class Named(Value):
    """A thing under the name that stands for all its spellings; `known` if the files have it.

    `loose` things were known by a word of the text, not by their whole name, and what is told may
    be a measure of the thing that counts the other way round. `passing` things are spoken of in
    the text, but it may be something else of which more or less was found.
    """

    key: str
    name: str
    group: str
    less: str
    known: bool
    wide: bool = False
    aside: bool = False
    loose: bool = False
    passing: bool = False


def slug(text: str) -> str:
    """Small letters, digits and hyphens; accents are dropped with their letters' marks."""
    plain = normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    return _NOT_KEY.sub("-", plain).strip("-")


def known(thing: Thing, *, loose: bool = False, passing: bool = False) -> Named:
    """A thing of the illness's files."""
    return Named(
        key=thing.key, name=thing.name, group=thing.group, less=thing.less, known=True,
        wide=thing.wide, aside=thing.aside, loose=loose, passing=passing,
    )  # fmt: skip


class Names:
    """The names of one kind of thing, treatments or outcomes."""

    def __init__(self, things: tuple[Thing, ...]) -> None:
        self._things = tuple((t, re.compile(t.pattern, re.IGNORECASE)) for t in things if t.pattern)
        self._keys = frozenset(t.key for t in things)
        self.named = lru_cache(maxsize=20_000)(self._named)

    def _named(self, printed: str) -> Named | None:
        """The thing of that printed name; None for a text that cannot be a name."""
        text = " ".join(printed.split())
        for candidate in dict.fromkeys((text, same_thing(text))):
            for thing, pattern in self._things:
                if pattern.fullmatch(candidate):
                    return known(thing)
        plain = same_thing(text)
        key = slug(plain)
        if not key or not _READABLE.fullmatch(text):
            return None
        # A printed name never slips under the key of another thing.
        key = f"{key}-as-printed" if key in self._keys else key
        return Named(key=key, name=text, group="", less="", known=False)
