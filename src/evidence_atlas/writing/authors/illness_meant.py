"""A sentence with the illness itself where it says "this condition": told alone, it would lean.

Only where the paper has one illness, or as many as its title names, and nothing nearby names
another one that the words could mean.
"""

from __future__ import annotations

import re

from evidence_atlas.records import Support

from ..material import Material
from ..rules import named
from ..subject.illnesses import illnesses
from ..tables import table
from ..words.numbers import joined

_TABLE: dict[str, str] = table("authors/illness_meant.toml")
_BEHIND = re.compile(rf"{_TABLE['behind']}\Z", re.IGNORECASE)
_ONE, _SEVERAL = (
    re.compile(r"\b" + _TABLE[name].replace("ADJECTIVES", _TABLE["adjectives"]), re.IGNORECASE)
    for name in ("one", "several")
)
_OF_TWO = re.compile(_TABLE["of_two"], re.IGNORECASE)
"""A sentence whose subject is two things, one of which may be an illness without a known name."""
_OF_BOTH = re.compile(_TABLE["of_both"], re.IGNORECASE)
MOST = 4


def with_illness_meant(m: Material, at: int, text: str) -> tuple[str, tuple[Support, ...]]:
    """The text of the sentence `at` with the illness in place of what points at it, and why."""
    own = illnesses(m)
    found = (_ONE if len(own) == 1 else _SEVERAL).search(text)
    if found is None or not 1 <= len(own) <= MOST or not _BEHIND.search(text[: found.start()]):
        return text, ()
    if not _means_them(m, at, text[: found.start()]):
        return text, ()
    names = joined([p.text for p in own], "and")
    if _OF_BOTH.match(found[0]) and len(own) == 2:
        names = f"both {names}"
    why = named("illness-meant", said=found[0], name=names)
    support = (*(s for p in own for s in p.support), why)
    return f"{text[: found.start()]}{names}{text[found.end() :]}", support


def _means_them(m: Material, at: int, front: str) -> bool:
    """Whether the title names the paper's illnesses, and the text up to here no others."""
    titled = frozenset(m.reading.illnesses) & illnesses_named(m, m.record.title)
    earlier = (s.text for s in reversed(m.reading.sentences[:at]))
    before = next((t for t in earlier if m.condition.illnesses_in(t)), m.record.title)
    if len(titled) == 1 and _OF_TWO.search(before):
        return False
    near = {n.name for n in m.condition.illnesses_in(before)}
    others = near - titled - set(m.reading.conditions)
    return bool(titled) and titled <= near and not others and not m.condition.illnesses_in(front)


def illnesses_named(m: Material, text: str) -> frozenset[str]:
    """Which of the paper's own illnesses a text names."""
    own = {*m.reading.illnesses, *m.reading.conditions}
    return frozenset(n.name for n in m.condition.illnesses_in(text) if n.name in own)
