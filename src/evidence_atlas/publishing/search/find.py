"""A reader's question put to the index, and the answer with live counts."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from functools import partial

import msgspec
from tantivy import Occur, Query
from tantivy import Order as Direction

from ...records import Value, from_json
from ..listing import YEAR, Count, Entry, Filters, Listing, Order
from . import best, counting, fields
from .asked import number
from .index import Engine
from .query import fits, identified, most, narrowed, ranked
from .snippets import Part, Sentence, marked, snippet, sought
from .understood import Group, Swapped, Understood, understand

_BY: dict[Order, tuple[str, bool]] = {
    "newest": ("by_newest", True),
    "oldest": ("by_newest", False),
    "title": ("by_title", True),
    "author": ("by_author", True),
    "people": ("by_people", True),
}
_MOST_HITS = 10_000
"""How far a list can be paged; who wants more narrows it."""


_FEW = 5
"""Where fewer studies hold all words, those that hold most of them follow."""


class Hit(Value):
    """A study found: its title with the words marked, and our sentence that holds them.

    `snippet` is empty where the words stand in the abstract or the record only.
    """

    title: tuple[Part, ...]
    snippet: tuple[Part, ...]


class Word(Value):
    """One thing asked for, and how many studies hold it by itself, filters apart.

    `others` are the other names for it that were looked for too.
    """

    name: str
    studies: int
    others: tuple[str, ...] = ()


class Found(Value):
    """A page of what was found, and how the question was understood.

    `loosely`: (almost) no study holds every word, so that others follow which hold some of
    them. `swapped` are
    words looked for in another spelling, `perhaps` the same as a mere proposal, `unknown` words
    that stand nowhere; `absent` are things known by several names of which none stands anywhere.
    `years` are the numbers taken as the year of publication. Where nothing was found, `words` are
    the words by themselves, and `without_filters` the studies that the filters leave out.
    """

    listing: Listing
    hits: tuple[Hit, ...]
    loosely: bool = False
    swapped: tuple[Swapped, ...] = ()
    perhaps: tuple[Swapped, ...] = ()
    unknown: tuple[str, ...] = ()
    absent: tuple[Word, ...] = ()
    years: tuple[str, ...] = ()
    words: tuple[Word, ...] = ()
    without_filters: int = 0


def direct(engine: Engine, text: str) -> str | None:
    """The address of the study whose PMID, PMCID or DOI is all that was typed."""
    asked = number(text)
    if asked is None:
        return None
    found = engine.searcher.search(identified(asked), 1, count=False).hits
    return _entry(engine, found[0][1]).slug if found else None


def find(
    engine: Engine, filters: Filters, *, page: int = 1, per_page: int = 25, order: Order = "newest"
) -> Found:
    """The studies that fit, ranked or sorted, with the counts of every facet.

    Raises ValueError or OSError where the index is damaged.
    """
    asked = understand(
        filters.words, engine.table, engine.vocabulary, swap=not filters.spelt,
        unfinished=filters.unfinished,
    )  # fmt: skip
    if asked.bare_years and not _total(engine, fits(asked), Filters()):
        # "1994 criteria": no paper of that year, so the number is a word like any other.
        asked = asked.years_as_words()
    base, first, loosely = fits(asked), None, False
    wanted = min(max(page, 1), -(-_MOST_HITS // per_page))
    counted = engine.beside(partial(_remembered, engine, base, filters, ""))
    shown = _page(engine, asked, base, first, filters, wanted, per_page, order)
    counts, total = counted.result()
    # Who names the year knows which study is meant: what has both is all that is wanted.
    if total < _FEW and len(asked.wanted) > 1 and not (total and asked.bare_years):
        wider, most_of_them = _wider(engine, asked, filters, total)
        if wider is not None:
            # Of many words, those that matter weigh more than one that is left out.
            base, first, loosely = wider, None if most_of_them else base, True
            counts, total = _remembered(engine, base, filters, "loosely")
    pages = max(1, -(-min(total, _MOST_HITS) // per_page))
    page = min(wanted, pages)
    if loosely or page < wanted:
        shown = _page(engine, asked, base, first, filters, page, per_page, order)
    entries, hits = shown
    listing = Listing(
        entries=entries,
        total=total,
        page=page,
        pages=pages,
        per_page=per_page,
        order=order,
        filters=filters,
        counts=counts,
    )
    nothing = not total
    words = _words(engine, asked, asked.groups) if nothing else ()
    if loosely:
        several = [g for g in asked.wanted if len(g.wordings) > 1 and not _stands(engine, g)]
        words = _words(engine, asked, several)
    return Found(
        listing=listing,
        hits=hits,
        loosely=loosely,
        swapped=tuple(asked.swapped),
        perhaps=tuple(asked.perhaps),
        unknown=tuple(asked.unknown),
        absent=tuple(w for w in words if not w.studies and w.name not in asked.unknown),
        years=tuple(g.name for g in asked.bare_years),
        words=words if nothing else (),
        without_filters=_without_filters(engine, asked) if nothing else 0,
    )


def _wider(
    engine: Engine, asked: Understood, filters: Filters, held: int
) -> tuple[Query | None, bool]:
    """Where fewer than a few studies hold all words: what finds more, if anything does, and whether
    that is studies with most of the words.

    So it is of three words and more; else, and of two words, studies with the rarest word that
    finds more, for it says most of what is meant.
    """
    words = asked.wanted
    if len(words) > 2:
        found = fits(asked, least=most(len(words)))
        if _total(engine, found, filters) > held:
            return found, True
    alone: list[tuple[int, Query]] = []
    for word in words:
        others = [g for g in asked.groups if g is word or g.minus or g.field is not None]
        query = fits(dataclasses.replace(asked, groups=others))
        alone.append((_total(engine, query, filters), query))
    rarest = min((a for a in alone if a[0] > held), key=lambda a: a[0], default=None)
    return (rarest[1] if rarest else None), False


def _page(
    engine: Engine, asked: Understood, base: Query, first: Query | None, filters: Filters,
    page: int, limit: int, order: Order,
) -> tuple[tuple[Entry, ...], tuple[Hit, ...]]:  # fmt: skip
    first_at = (page - 1) * limit
    last_at = first_at + limit
    searcher = engine.searcher
    if order == "best":
        if asked.ranks:
            by_rank = best.ranked_by(searcher, _with(ranked(asked, base, first), filters))
        else:
            by_rank = best.ranked_by(searcher, _with(base, filters), **_in_order("newest"))
        stay = partial(_alone_with_all, engine, asked, filters)
        addresses = best.sunk(by_rank, engine.withdrawn, stay, first_at, last_at)
    else:
        in_order = best.ranked_by(searcher, _with(base, filters), **_in_order(order))
        addresses = in_order(last_at)[first_at:]
    wordings = sought(asked)
    entries, hits = [], []
    for address in addresses:
        document = engine.searcher.doc(address)
        entry = from_json(document[fields.ENTRY][0], Entry)
        sentences: list[Sentence] = []
        if wordings:
            sentences = from_json(document[fields.SENTENCES][0], list[Sentence])
        entries.append(entry)
        hits.append(Hit(title=marked(entry.title, wordings), snippet=snippet(sentences, wordings)))
    return tuple(entries), tuple(hits)


def _in_order(order: Order) -> dict[str, object]:
    by, ascending = _BY[order]
    return {"order_by_field": by, "order": Direction.Asc if ascending else Direction.Desc}


def _alone_with_all(
    engine: Engine, asked: Understood, filters: Filters
) -> frozenset[tuple[int, int]]:
    """Withdrawn studies that hold every word while no other study does: nothing else can have been
    meant by their whole title."""
    whole = _with(fits(asked, least=len(asked.wanted)), filters)
    others = Query.boolean_query([(Occur.Must, whole), (Occur.MustNot, best.withdrawn())])
    if engine.searcher.search(others, 1, count=False).hits:
        return frozenset()
    return best.places(engine.searcher, whole)


Counts = tuple[dict[str, tuple[Count, ...]], int]


def _remembered(engine: Engine, base: Query, filters: Filters, how: str) -> Counts:
    """The counts, worked out once: the next page and another order ask for the same."""
    return engine.once((filters, how), lambda: _counts(engine, base, filters))


def _counts(engine: Engine, base: Query, filters: Filters) -> Counts:
    """Each facet's values with how many studies each would leave, the other filters applied; and
    how many studies fit in all."""
    chosen = [f for f in fields.FACETS if getattr(filters, f)]
    free = [f for f in fields.FACETS if f not in chosen]
    if filters.year_from is filters.year_to is None:
        free.append(YEAR)
    counts, total = counting.counts(engine.searcher, _with(base, filters), free)
    if YEAR not in free:
        # Every span of years of the same question asks for the same.
        any_year = msgspec.structs.replace(filters, year_from=None, year_to=None)
        counts |= engine.once((any_year, YEAR), lambda: _by_year(engine, base, any_year))
    for facet in chosen:
        query = _with(base, filters, without=facet)
        counts |= counting.counts(engine.searcher, query, [facet])[0]
    if "treatment" in chosen:
        counts["treatment"] += _rare(engine, base, filters, counts["treatment"])
    return counts, total


def _by_year(engine: Engine, base: Query, filters: Filters) -> dict[str, tuple[Count, ...]]:
    return counting.counts(engine.searcher, _with(base, filters), [YEAR])[0]


def _rare(
    engine: Engine, base: Query, filters: Filters, counted: tuple[Count, ...]
) -> tuple[Count, ...]:
    """The treatments that were chosen and are not among the commonest."""
    known = {c.value for c in counted}
    found = []
    for value in filters.treatment:
        if value not in known:
            alone = msgspec.structs.replace(filters, treatment=(value,))
            found.append(Count(value=value, count=_total(engine, base, alone)))
    return tuple(c for c in found if c.count)


def _total(engine: Engine, base: Query, filters: Filters) -> int:
    found = engine.searcher.search(_with(base, filters), 1, count=True)
    total: int = found.count  # type: ignore[attr-defined]
    return total


def _without_filters(engine: Engine, asked: Understood) -> int:
    every = _total(engine, fits(asked), Filters())
    return every or _total(engine, fits(asked, least=most(len(asked.wanted))), Filters())


def _with(base: Query, filters: Filters, without: str | None = None) -> Query:
    narrow = narrowed(filters, without)
    return Query.boolean_query([(Occur.Must, base), *narrow]) if narrow else base


def _words(engine: Engine, asked: Understood, groups: Iterable[Group]) -> tuple[Word, ...]:
    found = []
    for group in groups:
        alone = Understood(groups=[group], terms=asked.terms)
        studies = _total(engine, fits(alone), Filters())
        others = () if studies else engine.table.names(group.wordings)
        found.append(Word(name=group.name, studies=studies, others=others))
    return tuple(found)


def _stands(engine: Engine, group: Group) -> bool:
    """Whether one of the wordings surely stands somewhere: told without a search."""
    return any(len(w) == 1 and engine.vocabulary.stem_count(w[0]) for w in group.wordings)


def _entry(engine: Engine, address: object) -> Entry:
    return from_json(engine.searcher.doc(address)[fields.ENTRY][0], Entry)  # type: ignore[arg-type]
