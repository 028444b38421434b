"""The names that a text gives an illness, and those of what comes before or after it."""

from __future__ import annotations

import re
from functools import lru_cache

from evidence_atlas.records import texts
from evidence_atlas.records.condition import Name
from evidence_atlas.records.kept_patterns import compiled

from ..material import Material, once_a_page


@once_a_page
def names_in_text(m: Material, illness: str) -> str:
    """A pattern of all names of the illness, with the short form that the text gives it."""
    known = [n.pattern for n in _not_in_later(m, illness)]
    own = {n.name for n in m.condition.names}
    if any(n.name in own for n in m.condition.illnesses_in(illness)):
        known += [n.pattern for n in m.condition.names if n.name in own]
    spelled = "|".join([*dict.fromkeys(known), re.escape(illness)])
    short = {
        found["form"]
        for text in texts(m.record).values()
        for found in _short_form(spelled).finditer(text)
        if not _of_another(m, found["form"], illness)
    }
    forms = [rf"(?-i:\b{re.escape(form)}\b)" for form in sorted(short)]
    return "(?:" + "|".join([spelled, *forms]) + ")"


def _not_in_later(m: Material, illness: str) -> list[Name]:
    """The illnesses that words name, but for one that stands only in the name of what follows it.

    "Late sequelae of influenza" are what follows it; that all had influenza is no word of these.
    """
    names = m.condition.illnesses_in(illness)
    rest = illness
    for n in names:
        if n.follows:
            rest = compiled(n.pattern).sub(" ", rest)
    first = {n.follows for n in names if n.follows}
    return [n for n in names if n.name not in first or compiled(n.pattern).search(rest)]


def _of_another(m: Material, form: str, illness: str) -> bool:
    """Whether a bracket holds the name of another illness: "long coronavirus disease (COVID)"."""
    meant = {n.name for n in m.condition.illnesses_in(illness)}
    return any(n.name not in meant for n in m.condition.illnesses_in(form)) and bool(meant)


def followers(m: Material) -> list[Name]:
    """The known illnesses that follow another."""
    return [n for n in m.condition.known_illnesses if n.follows]


def first_of(m: Material, illness: str) -> str:
    """A pattern of the illnesses after which this one may come; empty where there is none."""
    follows = {n.follows for n in m.condition.illnesses_in(illness) if n.follows}
    first = [n.pattern for n in m.condition.known_illnesses if n.name in follows]
    return "(?:" + "|".join(first) + ")" if first else ""


@lru_cache(maxsize=512)
def named_by(name: str) -> re.Pattern[str]:
    """Any of these names."""
    return re.compile(name, re.IGNORECASE)


@lru_cache(maxsize=512)
def _short_form(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{name})\s?\((?P<form>[A-Z][A-Za-z/-]{{1,9}})\)", re.IGNORECASE)
