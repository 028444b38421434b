"""Long lists a page at a time, by plain links."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode


@dataclass(frozen=True)
class Paging:
    """Where in a list a page stands, and the links beside it."""

    page: int
    pages: int
    previous: str | None
    next: str | None


@dataclass(frozen=True)
class Pages:
    """A page of a list: `start` and `end` are places in it."""

    page: int
    pages: int
    start: int
    end: int

    def links(self, address: str, **asked: str) -> Paging:
        """The links to the pages before and after, under an address."""

        def to(page: int) -> str:
            query = urlencode({**asked, **({"page": page} if page > 1 else {})})
            return f"{address}?{query}" if query else address

        return Paging(
            self.page,
            self.pages,
            to(self.page - 1) if self.page > 1 else None,
            to(self.page + 1) if self.page < self.pages else None,
        )


def pages(total: int, per_page: int, wanted: int | None) -> Pages:
    """The wanted page, or the nearest that there is."""
    count = max(1, -(-total // per_page))
    page = min(max(wanted or 1, 1), count)
    return Pages(page, count, (page - 1) * per_page, min(page * per_page, total))


def whole(text: str | None) -> int | None:
    """A whole number as typed into an address, None where it is none."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 7 else None
