"""The list of studies: what a reader may ask for, and what comes back."""

from __future__ import annotations

from typing import Literal

from ..records import Value

Order = Literal["best", "newest", "oldest", "title", "author", "people"]
ORDERS: tuple[Order, ...] = ("best", "newest", "oldest", "title", "author", "people")
FACETS = (
    "level", "certainty", "criterion", "study_type", "topic", "harms", "peer_review",
    "review_state", "record_state",
)  # fmt: skip
"""What the list can be narrowed by; the values are those of the badges."""


YEAR = "year"
"""Counted like a facet, by single years; the list is narrowed to a span of them."""

NONE = "none"
"""The value of a facet that asks for studies without that badge."""


class Filters(Value, frozen=True):
    """What is asked for. Several values of one facet mean any of them; facets narrow together.

    `treatment` (names in lower case) and `who` (children, adults, severe) need a search index.
    `spelt` looks for the words exactly as they are spelt; `unfinished`: the last word is still
    being typed.
    """

    words: str = ""
    level: tuple[str, ...] = ()
    contested: bool = False
    certainty: tuple[str, ...] = ()
    criterion: tuple[str, ...] = ()
    study_type: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    treatment: tuple[str, ...] = ()
    who: tuple[str, ...] = ()
    harms: tuple[str, ...] = ()
    peer_review: tuple[str, ...] = ()
    review_state: tuple[str, ...] = ()
    record_state: tuple[str, ...] = ()
    year_from: int | None = None
    year_to: int | None = None
    status: Literal["published", "held"] | None = None
    spelt: bool = False
    unfinished: bool = False


class Entry(Value, frozen=True):
    """A study as the list shows it; an empty badge is None.

    `people` is the number of people who took part. `summary` is the first sentence of the
    Quick Summary, empty for a held page.
    """

    key: str
    slug: str
    status: Literal["published", "held"]
    title: str
    title_language: str
    authors: str
    first_author: str
    journal: str
    year: int | None
    pmid: str | None
    doi: str | None
    level: str | None
    contested: bool
    certainty: str | None
    criterion: str | None
    study_type: str | None
    peer_review: str | None
    review_state: str | None
    record_state: str | None
    context: str | None
    harms: str | None
    people: int | None
    topics: tuple[str, ...]
    summary: str
    version: str


class Count(Value, frozen=True):
    """How many studies have this value of a facet; `NONE` stands for the absent badge."""

    value: str
    count: int


class Listing(Value, frozen=True):
    """One page of the list. `total` counts all that fit the filters, `pages` is at least 1.

    `counts` gives for each facet how many studies each value would leave, the other
    facets' filters applied; values in order of count, then of name.
    """

    entries: tuple[Entry, ...]
    total: int
    page: int
    pages: int
    per_page: int
    order: Order
    filters: Filters
    counts: dict[str, tuple[Count, ...]]


class EditionInfo(Value, frozen=True):
    """The edition being served; `made` is UTC in ISO form, `components` the rooms' versions.

    `moved`: since when it is served, which a publication that changes nothing moves on.
    """

    digest: str
    made: str
    studies: int
    measuring: bool
    condition: str
    components: dict[str, str]
    moved: str = ""


class Served(Value, frozen=True):
    """What an address serves now: the edition's digest, when it was made, the page's version."""

    edition: str
    made: str
    version: str


class Moved(Value, frozen=True):
    """A former address: the study is at `slug` now."""

    slug: str
    because: str


class Gone(Value, frozen=True):
    """An address whose study is no longer in the atlas, and why."""

    slug: str
    because: str


class LeftOut(Value, frozen=True):
    """A record kept out of the atlas because it is not about the illness."""

    record: str
    title: str
    rule: str
    reason: str
