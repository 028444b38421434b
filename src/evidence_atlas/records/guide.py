"""Guides: what is told about the illness and the atlas itself, each sentence with its source."""

from __future__ import annotations

from ._base import Value
from .page import Depth


class NamedSource(Value):
    """A paper, report or guideline that a guide stands on.

    `citation` as a reference list gives it. Where `pmid` is in the atlas, readers are led to
    its page here; else to `address`, its address on the web.
    """

    key: str
    citation: str
    address: str = ""
    pmid: str = ""


class Place(Value):
    """Where in a named source a sentence stands: `at` as the source numbers its parts, `quote` its
    own words, few. Both only where they are certain."""

    at: str = ""
    quote: str = ""


class Told(Value):
    """One sentence of a guide and what it stands on; with none of the three it is not shown.

    `sources` are keys of named sources, `places` where in them it stands. `studies` is what the
    list of studies is asked for (as in its address, `topic=sleep`): the sentence stands on the
    studies that fit. `method` is the key of a part of the page on how the atlas works. `depth` is
    the first depth at which the sentence is told; deeper ones tell it too.
    """

    text: str
    sources: tuple[str, ...] = ()
    places: dict[str, Place] = {}
    studies: str = ""
    method: str = ""
    depth: Depth = "quick"


class GuideSection(Value):
    """A part of a guide under its own title."""

    title: str
    told: tuple[Told, ...]


class Guide(Value):
    """A page of such sentences. `kind` is `guide`, or `faq` where the titles are questions."""

    key: str
    title: str
    summary: str
    section: tuple[GuideSection, ...]
    kind: str = "guide"
    order: int = 0


class Guides(Value):
    """All guides of an illness, in their order, and the sources that they name."""

    guides: tuple[Guide, ...] = ()
    sources: tuple[NamedSource, ...] = ()
