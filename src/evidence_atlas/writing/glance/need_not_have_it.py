"""The row on the illness where nothing tells that those who took part had it.

It is told of everybody unless the page itself speaks of people with it, they were chosen by its
definition, or a treatment was tried in them: docs/decisions/0049 says why.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ..brief.kinds import OBSERVATIONAL
from ..material import Material
from ..rules import named
from ..said import Said
from ..tables import table
from .ill_in_part import counted
from .illness_row import groups_in, with_names
from .others_without_it import others_without_it

_TABLE = table("subject/illness_row.toml")
_HAD_IT = (*_TABLE["had"], *_TABLE["told_to_have_had"])
_ASKED_OF_ALL = tuple(_TABLE["asked_of_all"])
_SAYS_MORE = re.compile(_TABLE["says_more"])
_OF_THE_STUDY = re.compile(_TABLE["of_the_study"])
_GLOSS = re.compile(r"\([^()]*\)")
_ASKED_OR_LOOKED_AT = frozenset({*OBSERVATIONAL, "interviews", "test", "study"})
"""Who took part in these is whoever was asked or looked at, be it the ill or others."""
_PERHAPS_OF_NOBODY = frozenset({"genes", "test", "study"})
"""Only where people are counted is it sure that these were of people at all."""


def with_who_need_not_have_it(m: Material, rows: list[Said], quick: list[Said]) -> list[Said]:
    """The rows, that on the illness with a word that those who took part need not all have it.

    For a study in which nothing tells that they had: nurses, a clinic's patients or the public may
    be asked about an illness, and the bare name beside their number reads as what they had.
    """
    row = next((s for s in rows if s.about[:1] == ("condition_as_named",)), None)
    of_whom = {s.about[0]: s.text for s in (*rows, *quick) if s.about}
    if (
        row is None
        or m.brief.kind not in _ASKED_OR_LOOKED_AT
        or _SAYS_MORE.search(_GLOSS.sub("", row.text))
    ):
        return rows
    if m.brief.kind in _PERHAPS_OF_NOBODY and counted(m)[0] is None:
        return rows
    bare = _GLOSS.sub("", row.text)
    illnesses = groups_in(m, bare)
    people = of_whom.get("participants")
    said_of_them = m.reading.participants.with_illness or m.reading.case_definitions
    if said_of_them or people is None or not illnesses:
        return rows
    whom = [_of_the_people(people), of_whom.get("who", "")]
    names = m.condition.illnesses_in(bare)
    if any(with_names(_HAD_IT, n.pattern).search(text) for n in names for text in whom):
        return rows
    had = {1: "it", 2: "both"}.get(len(illnesses), "all of these")
    if any(_asked_of_all(m, n.pattern) for n in names):
        return rows
    if any(others_without_it(m, n.name) for n in names):
        text, rule = f"{row.text}; not everyone who took part had {had}", "illness-of-some"
    else:
        text = f"{row.text}; those who took part need not all have {had}"
        rule = "illness-not-said-of-all"
    support = (*row.support, named(rule))
    return [replace(s, text=text, support=support) if s is row else s for s in rows]


def _asked_of_all(m: Material, illness: str) -> bool:
    """Whether the methods tell that nobody could take part without it."""
    asked = with_names(_ASKED_OF_ALL, illness)
    return any(asked.search(s.text) for s in m.reading.sentences if s.role == "methods")


def _of_the_people(opening: str) -> str:
    """The part of Quick's opening that tells of people, without what the study was about."""
    sentences = [s for s in opening.split(". ") if not _OF_THE_STUDY.match(s)]
    return " ".join(sentences).partition("; ")[0]
