"""The years of the list as choices: the last ones singly, those before by decade."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from evidence_atlas.publishing.listing import YEAR, Listing

from .facets import Asked, Choice, Facet, address, choice_id, facet_name, whole, without

SINGLY = 5
"""So many of the latest years stand alone: half of all studies may be of these."""


@dataclass(frozen=True)
class Span:
    """Years from `first` to `last`, both included."""

    first: int
    last: int

    @property
    def name(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}–{self.last}"


def years_facet(found: Listing, asked: Asked, newest: int | None) -> Facet:
    """The spans in which anything was found, the latest first; `newest`: the atlas's last year, so
    that the spans are the same whatever is found."""
    counted = {int(c.value): c.count for c in found.counts.get(YEAR, ())}
    now = chosen_span(asked)
    choices = []
    for span in spans(counted, newest or max(counted, default=0)):
        here = span == now
        choose = {**asked, "from": [str(span.first)], "to": [str(span.last)]}
        choices.append(
            Choice(
                id=choice_id(YEAR, str(span.first)),
                value=span.name,
                count=sum(n for year, n in counted.items() if span.first <= year <= span.last),
                chosen=here,
                address=address(without(asked, "from", "to") if here else choose),
            )
        )
    return Facet(key=YEAR, name=facet_name(YEAR), choices=tuple(choices))


def chosen_span(asked: Asked) -> Span | None:
    """The years in force, where both ends are given."""
    first, last = (whole(asked.get(end, [""])[0]) for end in ("from", "to"))
    return None if first is None or last is None else Span(first, last)


def spans(years: Collection[int], newest: int) -> list[Span]:
    """The spans that hold any of these years, none of them after `newest`."""
    single = [y for y in range(newest, newest - SINGLY, -1) if y in years]
    before = [y for y in years if y <= newest - SINGLY]
    decades = sorted({year // 10 * 10 for year in before}, reverse=True)
    return [
        *(Span(year, year) for year in single),
        *(Span(decade, min(decade + 9, newest - SINGLY)) for decade in decades),
    ]
