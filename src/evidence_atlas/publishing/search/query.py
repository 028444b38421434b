"""The engine's queries: which studies fit, how they are ranked, and what narrows them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from tantivy import FieldType, Occur, Query

from ..listing import Filters
from . import best, fields
from .synonyms import Words
from .understood import LONG, Group, Understood
from .wordings import as_term

_TITLE, _HEAD, _AUTHOR, _FIRST, _NEAR, _OTHER = 3.0, 1.5, 3.0, 4.0, 2.0, 0.6
"""How much a word counts in the title, among subjects and in the Quick Summary, as a name, as the
first author's name, side by side with its neighbour, and as another wording than the one typed; 1
anywhere else."""
_BEFORE_ALL = 100_000.0
"""More than the ranks of words can add up to, and results with them."""
_WITH_RESULTS = 10_000.0
"""The same for studies that a question asks for, among those that hold as much of it."""
_SHARE = 0.6
"""Of a long query's words, how many a study must hold."""


def fits(asked: Understood, *, least: int | None = None) -> Query:
    """Studies with every thing asked for, of long questions with most; `least`: with so many of the
    bare words."""
    wanted = [_fits(g, asked.terms) for g in asked.wanted]
    must: list[tuple[Occur, Query]] = []
    if least is None and len(wanted) >= LONG:
        least = most(len(wanted))
    if wanted and least is not None and least < len(wanted):
        some = [(Occur.Should, q) for q in wanted]
        must.append((Occur.Must, Query.boolean_query(some, minimum_number_should_match=least)))
    else:
        must += [(Occur.Must, q) for q in wanted]
    for group in asked.groups:
        if group.minus:
            must.append((Occur.MustNot, _fits(group, asked.terms)))
        elif group.field is not None:
            must.append((Occur.Must, _fits(group, asked.terms)))
    if not any(occur == Occur.Must for occur, _ in must):
        must.append((Occur.Must, Query.all_query()))
    return Query.boolean_query(must)


def most(words: int) -> int:
    """How many words of so many are most of them: always fewer than all, never none."""
    return max(1, min(words - 1, round(_SHARE * words)))


def ranked(asked: Understood, fitting: Query, first: Query | None = None) -> Query:
    """The same studies, with what makes one a better answer than another.

    Those that fit `first` come before all others. Where a question is asked, those with every word
    of it do, and within each part studies with results.

    Where one word is asked for, every study that has it in the title or the head has it in `all`
    too, so that the sum of the three needs no condition: the engine then skips whole blocks of
    studies that cannot be among the best, which it cannot under a condition.
    """
    better: list[tuple[Occur, Query]] = []
    wanted = asked.wanted
    for group in wanted:
        for number, words in enumerate(group.wordings):
            better.append(_boosted(_words(fields.TITLE, words), _TITLE * _weight(number)))
            if len(words) == 1:
                better.append(_boosted(_words(fields.HEAD, words), _HEAD * _weight(number)))
        if group.plain and not group.loose:
            better.append(_boosted(_words(fields.AUTHORS, group.plain), _AUTHOR))
            better.append(_boosted(_words(fields.FIRST, group.plain), _FIRST))
        if group.loose:
            better.append(_boosted(_words(fields.ALL, group.wordings[0]), _NEAR))
    for group in asked.groups:
        if group.field == "author" and not group.minus:
            better.append(_boosted(_words(fields.FIRST, group.wordings[0]), _FIRST))
    for one, other in pairwise(wanted):
        if one.wordings and other.wordings:
            side_by_side = (*one.wordings[0], *other.wordings[0])
            better.append(_boosted(_words(fields.TITLE, side_by_side, 1), _NEAR * _TITLE))
            if len(wanted) < LONG:
                # Comparing the places of common words in whole texts costs more than it tells.
                better.append(_boosted(_words(fields.ALL, side_by_side, 1), _NEAR))
    alone = len(asked.groups) == len(wanted) == 1 and _single(wanted[0])
    if first is None and alone and not asked.question:
        held = [
            _boosted(_words(fields.ALL, w), _weight(n)) for n, w in enumerate(wanted[0].wordings)
        ]
        return Query.boolean_query([*held, *better])
    if asked.question:
        better.append((Occur.Should, Query.const_score_query(best.with_results(), _WITH_RESULTS)))
        if first is None and len(wanted) >= LONG:
            first = fits(asked, least=len(wanted))
    if first is not None:
        better.append((Occur.Should, Query.const_score_query(first, _BEFORE_ALL)))
    return Query.boolean_query([(Occur.Must, fitting), *better])


def _single(group: Group) -> bool:
    """Whether every wording is one word, and nothing but words is meant."""
    return group.years is None and all(len(words) == 1 for words in group.wordings)


def _weight(number: int) -> float:
    return _OTHER if number else 1.0


def narrowed(filters: Filters, without: str | None = None) -> list[tuple[Occur, Query]]:
    """What the filters ask for, one facet's own filter left out if it is to be counted."""
    found: list[Query] = []
    for facet in fields.FACETS:
        values: tuple[str, ...] = getattr(filters, facet)
        if values and facet != without:
            found.append(Query.term_set_query(fields.schema(), facet, list(values)))
    if filters.contested:
        found.append(Query.term_query(fields.schema(), fields.CONTESTED, "yes"))
    if filters.status:
        found.append(Query.term_query(fields.schema(), fields.STATUS, filters.status))
    if filters.year_from is not None or filters.year_to is not None:
        found.append(_years(filters.year_from, filters.year_to))
    return [(Occur.Must, Query.const_score_query(q, 0.0)) for q in found]


def identified(number: str) -> Query:
    """The study known by a PMID, PMCID or DOI."""
    return Query.term_query(fields.schema(), fields.IDS, number)


def _fits(group: Group, terms: frozenset[Words]) -> Query:
    if group.field == "year":
        assert group.years is not None
        return _years(*group.years)
    if group.field in ("pmid", "doi"):
        return identified(group.wordings[0][0])
    if group.field == "title":
        return _any([_words(f, group.wordings[0]) for f in (fields.TITLE, fields.NOTICE)])
    place = {"author": fields.AUTHORS, "journal": fields.JOURNAL}
    where = place.get(group.field or "", fields.ALL)
    any_of = [
        Query.term_query(fields.schema(), fields.WORDINGS, as_term(words))
        if where == fields.ALL and words in terms
        else _words(where, words)
        for words in group.wordings
    ]
    any_of[1:] = [Query.boost_query(q, _OTHER) for q in any_of[1:]]
    if group.loose:
        any_of[0] = _all_of(group.wordings[0])
    if group.years:
        any_of.append(_years(*group.years))
    return any_of[0] if len(any_of) == 1 else _any(any_of)


def _words(field: str, words: Words, slop: int = 0) -> Query:
    if len(words) == 1:
        return Query.term_query(fields.schema(), field, words[0])
    return Query.phrase_query(fields.schema(), field, list(words), slop)


def _all_of(words: Words) -> Query:
    return Query.boolean_query([(Occur.Must, _words(fields.ALL, (word,))) for word in words])


def _any(queries: Sequence[Query]) -> Query:
    return Query.disjunction_max_query(list(queries), 0.1)


def _boosted(query: Query, by: float) -> tuple[Occur, Query]:
    return Occur.Should, Query.boost_query(query, by)


def _years(first: int | None, last: int | None) -> Query:
    return Query.range_query(fields.schema(), fields.YEAR, FieldType.Unsigned, first, last)
