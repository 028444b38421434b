"""What the site serves: one study as published, complete in itself."""

from __future__ import annotations

from typing import Literal

from ._base import Value
from .citation import Record
from .flag import Flag
from .grade import Grades
from .link import Link
from .page import Page
from .reading import Reading


class HistoryEntry(Value):
    """Something that happened to this page: built, held, released, merged, corrected, …"""

    time: str
    what: str
    reason: str | None = None
    role: str | None = None


class ShownLink(Value):
    """A link with the address and label of the other study, where the atlas has it."""

    link: Link
    outgoing: bool
    label: str
    slug: str | None = None
    pmid: str | None = None


class PublishedStudy(Value):
    """A study as an edition holds it.

    `status`: `published` (the page passed the gate), `held` (an editor or the gate holds
    it: only the bare record is shown, with `held_because`). `version` is the hash of all
    that the page shows, and its ETag. `components` are the versions of the rooms that made it.
    """

    key: str
    slug: str
    status: Literal["published", "held"]
    record: Record
    reading: Reading
    grades: Grades
    page: Page
    version: str
    other_records: tuple[Record, ...] = ()
    links: tuple[ShownLink, ...] = ()
    flags: tuple[Flag, ...] = ()
    held_because: str | None = None
    history: tuple[HistoryEntry, ...] = ()
    components: dict[str, str] = {}
