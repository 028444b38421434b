"""Whether two groups may be named as those that a result compares."""

from __future__ import annotations

import re

from evidence_atlas.records import QuoteSupport, quote, quoted, texts

from ..material import Material
from ..tables import table

_WORDS: dict[str, str] = table("people/compared.toml")

_MORE_OF_THEM = re.compile(_WORDS["more_of_them"], re.IGNORECASE)
OTHER_GROUPS = re.compile(_WORDS["other_groups"], re.IGNORECASE)
"""Words by which a comparison is of others than all patients and the usual controls."""


def goes_on(text: str, group: str) -> bool:
    """Whether more is said of a group than its name holds: "patients treated with it"."""
    at = text.casefold().find(group.casefold())
    return at >= 0 and _MORE_OF_THEM.match(text[at + len(group) :]) is not None


def told_apart(one: str, other: str) -> bool:
    """Two names of groups, each with a word that the other lacks ("girls", "boys with asthma").

    "Children" beside "children with asthma" has lost the words that told who they were.
    """
    words, others = (set(re.findall(r"[\w-]+", text.casefold())) for text in (one, other))
    return bool(words - others) and bool(others - words)


_TWO_GROUPS = re.compile(_WORDS["two_groups"], re.IGNORECASE)
_HEALTHY = re.compile(_WORDS["healthy"], re.IGNORECASE)
_OTHERS = re.compile(_WORDS["others"], re.IGNORECASE)


def two_named(m: Material) -> QuoteSupport | None:
    """Where title, aim or methods set the ill against two groups: "neighbours and controls"."""
    held = texts(m.record)
    places = [("title", 0, len(m.record.title))]
    places += [
        ("abstract", s.start, s.end) for s in m.reading.sentences if s.role in ("aim", "methods")
    ]
    for field, start, end in places:
        found = _TWO_GROUPS.search(held.get(field, ""), start, end)
        if found is not None:
            return quoted(quote(held, field, *found.span()))
    return None


def healthy_people(m: Material) -> QuoteSupport | None:
    """Where the text calls those who are only "controls" in a count healthy people."""
    held = texts(m.record)
    found = _HEALTHY.search(held.get("abstract", ""))
    return None if found is None else quoted(quote(held, "abstract", *found.span()))


def others_told_of(m: Material) -> bool:
    """Whether the text tells of anybody whom the ill could be compared with."""
    return any(_OTHERS.search(text) for text in texts(m.record).values())
