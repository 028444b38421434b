"""What may be named as measured, and whether people are said to have what is named."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from evidence_atlas.records import texts

from ..material import Material
from ..tables import table

_WORDS: dict[str, str] = table("subject/nameable.toml")

_HAVE = _WORDS["have"]
"""Words by which a text says that people have what is named."""
_WITHOUT = _WORDS["without"]
"""Words by which a text says that some of those who took part do not have it."""
_AND_WITHOUT = _WORDS["and_without"]
"""Words by which those with it and those without it are counted together."""
_NO_NAME = re.compile(_WORDS["no_name"], re.IGNORECASE)
"""A piece of a sentence, or a word too general to say what was measured."""


def nameable(text: str) -> bool:
    """Not a number, a p-value, a lone adjective or a piece of a sentence."""
    return bool(re.search(r"[A-Za-z]{2}", text)) and _NO_NAME.search(text) is None


def of_illness(m: Material, text: str) -> bool:
    """Whether it only names the illness ("current asthma"): nothing is linked with itself."""
    named = m.reading.condition_as_named
    return bool(named) and str(named).casefold() in text.casefold()


def said_to_have(m: Material, name: str) -> bool:
    """Whether those who took part are said to have it: counted, selected or called so.

    Not where others took part without it and the study does not set the two side by side.
    """
    people = m.reading.participants
    if people.controls is None and _stands(m, _AND_WITHOUT, name):
        return False
    if people.patients or people.with_illness or m.brief.kind == "protocol":
        return _told_of_people(m, name)
    if m.quotes("people_with_illness", "people_with_illness.counted"):
        return True
    if m.brief.kind in ("survey", "cohort") and _stands(m, _WITHOUT, name):
        return False
    return _stands(m, _HAVE, name)


_PEOPLE = _WORDS["people"]


def _told_of_people(m: Material, name: str) -> bool:
    """Whether title or abstract speak of people with the illness, by any of its names.

    "A trial in 40 infected patients, to prevent asthma" counts no people with asthma.
    """
    spelled = [n.pattern for n in m.condition.illnesses_in(name)] or [re.escape(name)]
    held = texts(m.record).values()
    spelled += [rf"(?-i:\b{form}\b)" for form in sorted(_short_forms("|".join(spelled), held))]
    return any(
        pattern.search(text)
        for illness in spelled
        for pattern in (people_with(illness), _people_of_its_clinic(illness))
        for text in held
    )


def _short_forms(illness: str, held: Iterable[str]) -> set[str]:
    """The short forms that a text gives the illness, in brackets behind a name of it."""
    named = re.compile(rf"(?:{illness})\s?\((?P<form>[A-Z][A-Z\d]{{1,9}})\)", re.IGNORECASE)
    return {found["form"] for text in held for found in named.finditer(text)}


@lru_cache(maxsize=256)
def _people_of_its_clinic(illness: str) -> re.Pattern[str]:
    """Those whom a clinic or group for the illness sees: "40 adults from the asthma clinic"."""
    words = _WORDS["of_its_clinic"].replace("PEOPLE", _PEOPLE)
    return re.compile(words.replace("ILLNESS", f"(?:{illness})"), re.IGNORECASE)


@lru_cache(maxsize=256)
def people_with(illness: str) -> re.Pattern[str]:
    """Words that tell of people with the illness: "adults who report asthma", "asthma patients"."""
    return re.compile(
        rf"{_PEOPLE}\b(?:[ ,(]+[\w-]+){{0,5}}[ ,(]+(?:with|had|having|has|of|from|experienc\w+|"
        rf"report\w*|develop\w*|for)(?: [\w-]+){{0,3}} (?:{illness})|"
        rf"(?:{illness})[\w()/, -]{{0,25}}\b{_PEOPLE}\b",
        re.IGNORECASE,
    )


def _stands(m: Material, pattern: str, name: str) -> bool:
    held = re.compile(pattern.replace("NAME", re.escape(name)), re.IGNORECASE)
    return any(held.search(text) for text in texts(m.record).values())
