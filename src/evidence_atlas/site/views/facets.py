"""The address of a list, taken apart and put together: filters, orders, pages, all as links."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import get_script_prefix, reverse
from django.utils.translation import get_language, gettext

from evidence_atlas.publishing.listing import NONE, ORDERS, Filters, Listing, Order

from .. import words
from ._page import condition

SHOWN_FACETS = (
    "level", "certainty", "criterion", "study_type", "treatment", "topic", "who", "harms",
    "record_state", "review_state",
)  # fmt: skip
_MOST_CHOICES = {"treatment": 15}
FIRST_CHOICES = 6
"""So many choices of a facet are seen at once; the rest is folded behind “all of them”."""
_NO_ABSENT_CHOICE = ("record_state", "topic", "review_state")
"""Facets whose absence is no choice: nearly every study would be under it."""
_NOT_ID = re.compile(r"[^a-z0-9]+")

Asked = dict[str, list[str]]


@dataclass(frozen=True)
class Choice:
    """A value of a facet: how many studies it would leave, and the link that chooses it."""

    id: str
    value: str
    count: int
    chosen: bool
    address: str


@dataclass(frozen=True)
class Facet:
    """What the list can be narrowed by: `first` is seen at once, with what is chosen."""

    key: str
    name: str
    choices: tuple[Choice, ...]
    complete: bool = True
    """False where there are rarer values that are no choice here."""

    @property
    def first(self) -> tuple[Choice, ...]:
        return tuple(c for n, c in enumerate(self.choices) if n < FIRST_CHOICES or c.chosen)

    @property
    def rest(self) -> tuple[Choice, ...]:
        return tuple(c for n, c in enumerate(self.choices) if n >= FIRST_CHOICES and not c.chosen)

    @property
    def chosen(self) -> bool:
        return any(c.chosen for c in self.choices)


def facet_value(facet: str, value: str) -> str:
    """A facet's value in words."""
    return _in_words(get_language(), facet, value)


@lru_cache(maxsize=4096)
def _in_words(language: str | None, facet: str, value: str) -> str:
    """Kept, for a list asks for a hundred and there are few."""
    if value == NONE:
        return gettext(words.ABSENT.get(facet, words.ABSENT[""]))
    if facet == "criterion":
        criterion = condition().criterion
        return criterion.values.get(value, value) if criterion else value
    if facet == "topic":
        return next((t.name for t in condition().topics if t.key == value), value)
    if facet == "treatment":
        return value
    if facet in ("harms", "who"):
        return gettext({**words.HARMS, **words.WHO}.get(value, value))
    if facet == "certainty" and value == "Preliminary":
        return gettext("Preliminary confidence")
    return gettext(value)


def facet_name(facet: str) -> str:
    if facet == "criterion":
        criterion = condition().criterion
        return criterion.name if criterion else ""
    return gettext(words.FACET_NAMES[facet])


def facet(key: str, found: Listing, asked: Asked) -> Facet:
    """The choices of a facet, those of a ladder in its order, else the commonest first."""
    now = asked.get(key, [])
    counted = [(c.value, c.count) for c in found.counts.get(key, ())]
    shown = counted[: _MOST_CHOICES.get(key)] if key in _MOST_CHOICES else counted
    complete = len(shown) == len(counted)
    # A chosen value needs its link, to be taken away again, even if it fits nothing.
    shown += [(v, dict(counted).get(v, 0)) for v in now if v not in dict(shown)]
    ladder = words.LADDERS.get(key)
    if ladder:
        shown.sort(key=lambda c: ladder.index(c[0]) if c[0] in ladder else len(ladder))
    language = get_language()
    address_with = _addresses(asked, key)
    choices = tuple(
        Choice(
            id=choice_id(key, value),
            value=_in_words(language, key, value),
            count=count,
            chosen=value in now,
            address=address_with([v for v in now if v != value] if value in now else [*now, value]),
        )
        for value, count in shown
        if value != NONE or key not in _NO_ABSENT_CHOICE
    )
    if key == "review_state" and len(choices) == 1 and not choices[0].chosen:
        choices = ()
    return Facet(key=key, name=facet_name(key), choices=choices, complete=complete)


def asked_for(query: QueryDict) -> Asked:
    """The known parameters of the address with a value, values once each and in order."""
    known: Asked = {}
    for key in (*SHOWN_FACETS, "words", "from", "to", "order", "spelt"):
        values = list(dict.fromkeys(v.strip()[:200] for v in query.getlist(key) if v.strip()))[:20]
        values = [v.replace("\x00", "") for v in values]
        if (key == "order" and values and values[0] not in ORDERS) or (
            key in ("from", "to") and values and whole(values[0]) is None
        ):
            values = []
        if values:
            known[key] = values
    return known


def filters_of(asked: Asked) -> Filters:
    """What the parameters ask for."""
    chosen = {key: tuple(asked.get(key, [])) for key in SHOWN_FACETS}
    return Filters(
        words=" ".join(asked.get("words", [])),
        year_from=whole(asked.get("from", [""])[0]),
        year_to=whole(asked.get("to", [""])[0]),
        spelt="spelt" in asked,
        **chosen,  # type: ignore[arg-type]
    )


def order_of(asked: Asked) -> Order:
    """The order asked for; the best match where words are, else the newest first."""
    given = asked.get("order", [""])[0]
    usual: Order = "best" if asked.get("words") else "newest"
    order = next((o for o in ORDERS if o == given), usual)
    return usual if order == "best" else order


def address(asked: Asked, page: int = 1) -> str:
    """The link to this state of the list."""
    pairs = [(key, value) for key in sorted(asked) for value in asked[key]]
    if page > 1:
        pairs.append(("page", str(page)))
    return _list_at(get_script_prefix()) + (f"?{urlencode(pairs)}" if pairs else "")


def _addresses(asked: Asked, key: str) -> Callable[[list[str]], str]:
    """`address` with other values of one parameter; the rest is put together once."""
    at = _list_at(get_script_prefix())
    before = [(k, v) for k in sorted(asked) if k < key for v in asked[k]]
    after = [(k, v) for k in sorted(asked) if k > key for v in asked[k]]
    begins, ends = urlencode(before), urlencode(after)

    def address_with(values: list[str]) -> str:
        parts = (begins, *(_parameter(key, v) for v in values), ends)
        query = "&".join(part for part in parts if part)
        return f"{at}?{query}" if query else at

    return address_with


@lru_cache(maxsize=4096)
def _parameter(key: str, value: str) -> str:
    return urlencode({key: value})


@lru_cache(maxsize=4096)
def choice_id(key: str, value: str) -> str:
    return f"{key}-{_NOT_ID.sub('-', value.casefold())}".replace("_", "-")


@lru_cache(maxsize=4)
def _list_at(prefix: str) -> str:
    """Where the list is: asked for every choice of every facet, and the same under one prefix."""
    return reverse("studies")


def without(asked: Asked, *keys: str) -> Asked:
    """The same state of the list without these parameters."""
    return {k: v for k, v in asked.items() if k not in keys}


def whole(text: str | None) -> int | None:
    """A whole number of at most six digits, else None: an address is typed by anybody."""
    if text and text.isascii() and text.isdigit() and len(text) <= 6:
        return int(text)
    return None
