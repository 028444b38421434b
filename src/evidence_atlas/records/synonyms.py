"""`Synonyms`: which words of an illness mean the same, as its folder gives them."""

from __future__ import annotations

from ._base import Value


class Same(Value):
    """Words and names that mean the same: whoever searches for one finds the others.

    `cased` are abbreviations that are also everyday words, so that they count only where they
    are typed in exactly these letters.
    """

    words: tuple[str, ...]
    cased: tuple[str, ...] = ()


class Everyday(Value):
    """What people say, and the words that papers have for it; never the other way round."""

    say: tuple[str, ...]
    means: tuple[str, ...]


class Synonyms(Value):
    """Words that a search takes for one another, and everyday words for technical ones."""

    same: tuple[Same, ...] = ()
    everyday: tuple[Everyday, ...] = ()
