"""Whom the patients were compared with, in plain words where there are some."""

from __future__ import annotations

import re

from evidence_atlas.records import Group, texts
from evidence_atlas.records.kept_patterns import compiled

from ..material import Material
from ..rules import named
from ..tables import table
from ..words.clause import loaded
from ..words.noun_phrases import short, uncapital

_WORDS: dict[str, str] = table("people/control_people.toml")["words"]

_CONTROLS: list[dict[str, str]] = table("people/control_people.toml")["controls"]
CONTROL_RULE, NORMAL_RULE = named("control-people"), named("normal-people")
UNNAMED, HEALTHY, WELL_AGAIN = (
    "people for comparison", "healthy people", "people who had got well",
)  # fmt: skip


_PEOPLE = re.compile(_WORDS["people"], re.IGNORECASE)
_MORE_IS_SAID = re.compile(_WORDS["more_is_said"], re.IGNORECASE)
_HAVE_NOT = frozenset({"without"})


def of_control(m: Material, group: Group) -> str:
    """Its words, and that they lack the illness where the text goes on to say so.

    A name that is cut off before the words that tell it apart would be that of anybody.
    """
    words = control_words(group)
    if words.startswith("healthy") and _had_it_too(m, group):
        return UNNAMED
    if words != uncapital(short(group.name) or ""):
        return words
    more = _more(m, group)
    if more is None:
        return words
    of_it = any(n.name in m.reading.illnesses for n in m.condition.illnesses_in(more["what"]))
    return f"{words} without it" if more["how"].casefold() in _HAVE_NOT and of_it else UNNAMED


def _more(m: Material, group: Group) -> re.Match[str] | None:
    """What the text goes on to say of them behind their name."""
    at = group.quote.text.casefold().find(group.name.casefold())
    end = group.quote.start + at + len(group.name) if at >= 0 else group.quote.end
    return _MORE_IS_SAID.match(texts(m.record).get(group.quote.field, ""), end)


def _had_it_too(m: Material, group: Group) -> bool:
    """Whether those called healthy had had an illness: "healthy adults with a history of it"."""
    more = _more(m, group)
    if more is None or more["how"].casefold() not in _HAD or _NOT_HAD.search(more["what"]):
        return False
    return any(
        compiled(n.pattern).search(_BUT_NOT.split(more["what"])[0])
        for n in m.condition.illnesses_in(more["what"])
    )


_HAD = frozenset({"with", "who", "that"})
_NOT_HAD, _BUT_NOT = (re.compile(_WORDS[n], re.IGNORECASE) for n in ("not_had", "but_not"))
_LEAD = re.compile(_WORDS["lead"], re.IGNORECASE)
_BARE = re.compile(r"(?:the )?controls?", re.IGNORECASE)
_PATIENTS = re.compile(r"\bpatients\Z", re.IGNORECASE)


_KINDS = ("children", "adolescents", "women", "men", "girls", "boys")


def _of_their_kind(plain: str, name: str) -> str:
    """ "Healthy children" of "healthy children", where the atlas's words are of people."""
    kinds = [k for k in _KINDS if re.search(rf"\b{k}\b", name)]
    return plain.replace("people", kinds[0], 1) if len(kinds) == 1 else plain


def control_words(group: Group) -> str:
    """Whom the patients were compared with, in plain words but as named: healthy, sedentary, …"""
    name = group.name.casefold()
    for entry in _CONTROLS:
        if re.search(entry["pattern"], name):
            return _of_their_kind(entry["plain"], name)
    bare = _LEAD.sub("", short(group.name) or "")
    if _BARE.fullmatch(bare):
        return UNNAMED
    named_as = re.sub(r"^(?:the )?those\b", "people", bare, flags=re.I)
    if not _PEOPLE.search(named_as) or loaded(named_as):
        return UNNAMED
    # Beside the ill, patients who are there for comparison would be taken for the ill.
    return uncapital(_PATIENTS.sub("people", named_as))
