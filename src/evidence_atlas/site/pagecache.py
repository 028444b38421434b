"""Finished pages, kept in this process's memory, plain and compressed.

A page is kept under all that it depends on, the edition included, so that nothing has to be
thrown away when the atlas changes; the pages longest unused make room for new ones.
"""

from __future__ import annotations

import gzip
import re
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

_SMALLEST = 200
"""Fewer bytes than this are not worth compressing."""
_GZIP = re.compile(r"\bgzip\b")
_KEPT_HEADERS = ("Content-Type", "Content-Disposition", "X-Robots-Tag")


@dataclass(frozen=True)
class _Page:
    content: bytes
    compressed: bytes
    headers: dict[str, str]

    @property
    def size(self) -> int:
        return len(self.content) + len(self.compressed)


@dataclass
class _Cache:
    pages: OrderedDict[str, _Page] = field(default_factory=OrderedDict)
    size: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def get(self, key: str) -> _Page | None:
        with self.lock:
            page = self.pages.get(key)
            if page is not None:
                self.pages.move_to_end(key)
            return page

    def put(self, key: str, page: _Page, room: int) -> None:
        with self.lock:
            if page.size > room or key in self.pages:
                return
            self.pages[key] = page
            self.size += page.size
            while self.size > room:
                _, gone = self.pages.popitem(last=False)
                self.size -= gone.size


_cache = _Cache()


def answer(request: HttpRequest, key: str, make: Callable[[], HttpResponse]) -> HttpResponse:
    """The page kept under `key`, else what `make()` gives, kept where it is a good answer."""
    room = settings.ATLAS.page_cache_megabytes * 1_000_000
    if not room:
        return make()
    page = _cache.get(key)
    if page is None:
        made = make()
        if made.status_code != 200 or made.streaming:
            return made
        page = _Page(
            content=made.content,
            compressed=gzip.compress(made.content, 6, mtime=0),
            headers={h: made.headers[h] for h in _KEPT_HEADERS if h in made.headers},
        )
        _cache.put(key, page, room)
    return _response(request, page)


def _response(request: HttpRequest, page: _Page) -> HttpResponse:
    packed = len(page.content) >= _SMALLEST and _takes_gzip(request)
    response = HttpResponse(page.compressed if packed else page.content)
    for name, value in page.headers.items():
        response.headers[name] = value
    if packed:
        response.headers["Content-Encoding"] = "gzip"
    patch_vary_headers(response, ("Accept-Encoding",))
    return response


def _takes_gzip(request: HttpRequest) -> bool:
    return _GZIP.search(request.headers.get("Accept-Encoding", "")) is not None
