"""The search index as this process has it open, and what is asked of it.

Where there is no index of the edition being served, or it is damaged, the list is made from the
data base instead: `fallback` is then true, and the page says so.
"""

from __future__ import annotations

import logging
from functools import lru_cache
from pathlib import Path

import msgspec
from django.conf import settings

from evidence_atlas import conditions
from evidence_atlas.publishing import catalogue
from evidence_atlas.publishing.listing import Filters, Order
from evidence_atlas.publishing.search import index
from evidence_atlas.publishing.search.find import Found, Hit, direct, find

log = logging.getLogger(__name__)
_BROKEN = (ValueError, OSError, msgspec.DecodeError, index.IndexProblem)


class Answer(msgspec.Struct, frozen=True):
    found: Found
    fallback: bool


def ask(edition: str, filters: Filters, *, page: int, order: Order, per_page: int = 25) -> Answer:
    """A page of the list, from the index, else from the data base."""
    engine = _engine_of(edition)
    if engine is not None:
        try:
            found = find(engine, filters, page=page, order=order, per_page=per_page)
            return Answer(found, fallback=False)
        except _BROKEN:
            log.exception("the search index of edition %s is damaged; run `atlas index`", edition)
    listing = catalogue.listing(filters, page=page, order=order, per_page=per_page)
    hits = tuple(Hit(title=((e.title, False),), snippet=()) for e in listing.entries)
    return Answer(Found(listing=listing, hits=hits), fallback=True)


def direct_address(edition: str, text: str) -> str | None:
    """The slug of the study whose number (PMID, PMCID or DOI) is all that was typed."""
    engine = _engine_of(edition)
    if engine is None:
        return catalogue.by_pmid(text.strip()) if text.strip().isdigit() else None
    try:
        return direct(engine, text)
    except _BROKEN:
        return None


def state(edition: str) -> str:
    """What of the index an answer depends on: it changes when the index is made or remade."""
    return str(_stamp(edition))


def _engine_of(edition: str) -> index.Engine | None:
    stamp = _stamp(edition)
    if not stamp:
        return None
    try:
        return _opened(settings.ATLAS.home, edition, stamp, settings.ATLAS.condition)
    except _BROKEN as error:
        log.warning("%s; run `atlas index`", error)
        return None


def _stamp(edition: str) -> int:
    """When the index was put in place, in nanoseconds; 0 where there is none."""
    try:
        return (index.place(settings.ATLAS.home, edition) / index.MANIFEST).stat().st_mtime_ns
    except OSError:
        return 0


@lru_cache(maxsize=2)
def _opened(home: Path, edition: str, stamp: int, illness: str) -> index.Engine:
    condition = conditions.load(illness)
    return index.opened(home, edition, conditions.load_synonyms(illness, condition))
