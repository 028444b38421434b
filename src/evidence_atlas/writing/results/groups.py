"""The groups of people that a result names, in words fit for a sentence."""

from __future__ import annotations

import re

from evidence_atlas.records import Result, Support, quoted

from ..material import Material
from ..people.control_people import control_words
from ..slots import Slots
from ..tables import table
from ..words.clause import loaded
from ..words.noun_phrases import uncapital
from ..words.numbers import stands_in

_WORDS: dict[str, str] = table("results/groups.toml")

_GROUP = re.compile(_WORDS["group"], re.IGNORECASE)
_NOT_A_GROUP = re.compile(_WORDS["not_a_group"], re.IGNORECASE)


def distinctive(who: str) -> bool:
    """A name that tells one part of the people from the rest ("patients" alone does not)."""
    common = {"patients", "people", "with", "participants", "subjects", "those", "group", "the"}
    return any(w not in common for w in re.findall(r"[a-z]{4,}", who.casefold()))


def a_group(m: Material, text: str) -> bool:
    """A phrase that names people (or a treatment of this study), and nothing besides."""
    treatments = {t.casefold() for t in (*m.reading.interventions, *m.reading.comparators)}
    if text.casefold() in treatments:
        return True
    return not loaded(text) and bool(_GROUP.search(text)) and not _NOT_A_GROUP.search(text)


def plain_group(m: Material, slots: Slots, text: str) -> str:
    """A group in plain words; bare "controls" are named as the study named them."""
    called = slots.get("controls_unnumbered")
    for group in m.reading.participants.groups:
        if group.kind == "controls" and group.name.casefold() == text.casefold():
            alone = called is not None and "controls_several" not in slots
            return called.text if called is not None and alone else control_words(group)
    bare = re.fullmatch(
        r"(?:the )?(?:matched )?control(?:s| (?:group|subjects|people|participants))", text, re.I
    )
    several = "controls_several" in slots
    if (
        bare
        and "controls_unnumbered" in slots
        and not several
        and m.brief.kind in ("comparison", "genes")
    ):
        return slots["controls_unnumbered"].text
    return uncapital(text)


def n_support(m: Material, result: Result) -> tuple[Support, ...]:
    """Where the size of the part that a result concerns stands; nothing where it does not."""
    if result.n is None:
        return ()
    if stands_in(result.n, result.quote.text):
        return (quoted(result.quote),)
    groups = (g for g in m.reading.participants.groups if g.n == result.n)
    return tuple(quoted(g.quote) for g in groups if stands_in(result.n or 0, g.quote.text))[:1]
