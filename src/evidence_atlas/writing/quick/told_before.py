"""A study's subject without what the sentence before it has told: in whom, and in which illness.

"This study looked at 84 nurses with asthma. The study was about sleep in nurses with asthma."
"""

from __future__ import annotations

import re
from dataclasses import replace

from evidence_atlas.records import Condition
from evidence_atlas.records.kept_patterns import compiled

from ..said import Said
from ..tables import table

_TABLE: dict[str, str] = table("quick/told_before.toml")
_SUBJECT = re.compile(_TABLE["subject"])
_IN_WHOM = re.compile(_TABLE["in_whom"], re.IGNORECASE)
_IN_ILLNESS = re.compile(_TABLE["in_illness"], re.IGNORECASE)
_BESIDE_IT = _TABLE["beside_it"]
_ANYBODY = re.compile(_TABLE["anybody"], re.IGNORECASE)
_HANGS = re.compile(_TABLE["hangs"], re.IGNORECASE)
_WATCHED_FOR = re.compile(_TABLE["watched_for"])
_QUOTED = re.compile("“[^”]*”")
_WORD = re.compile(r"[\w'’-]+")


def told_once(condition: Condition, opening: Said) -> Said:
    """The opening, whose second sentence names neither the people nor their illness again."""
    found = _SUBJECT.fullmatch(opening.text)
    if found is None:
        return opening
    # What people were watched for is not what they had.
    told = _WATCHED_FOR.sub("", found["told"])
    of_title = found["lead"].endswith("about ")
    # An aim says in whom: there the authors' words for these people do not stand for ours.
    people = told if of_title else _QUOTED.sub(" ", told)
    about = _without_its_tail(condition, people, found["about"])
    if of_title:
        about = _without_illness_in_front(condition, told, about)
    return replace(opening, text=f"{found['told']}{found['lead']}{about}.")


def _without_its_tail(condition: Condition, told: str, about: str) -> str:
    for tail in (_IN_WHOM, _IN_ILLNESS):
        found = tail.match(about)
        if found is None or not _all_told(condition, told, found["who"]):
            continue
        if tail is _IN_ILLNESS and not condition.illnesses_in(found["who"]):
            continue
        rest = found["rest"].rstrip(" ,")
        if len(rest.split()) > 1 and not _HANGS.search(rest):
            return rest
    return about


def _without_illness_in_front(condition: Condition, told: str, about: str) -> str:
    for name in condition.known_illnesses:
        found = compiled(rf"(?P<it>{name.pattern})(?:{_BESIDE_IT})").match(about)
        if found is not None and _names(condition, told, found["it"]):
            rest = about[found.end() :]
            if len(rest.split()) > 1:
                return rest
    return about


def _names(condition: Condition, told: str, who: str) -> bool:
    """Whether the illnesses of these words are told, and not only by another name in a quote."""
    own = {n.name for n in condition.illnesses_in(who)}
    plain = {n.name for n in condition.illnesses_in(_QUOTED.sub(" ", told))}
    return own <= plain or who.casefold() in told.casefold()


def _all_told(condition: Condition, told: str, who: str) -> bool:
    """Whether the sentence before names these very people, or this illness of theirs."""
    if not _names(condition, told, who):
        return False
    rest, before = who, told.casefold()
    for name in condition.illnesses_in(who):
        rest = compiled(name.pattern).sub(" ", rest)
    words = _WORD.findall(_ANYBODY.sub(" ", rest).casefold())
    if rest == who and not words:
        return False
    return all(re.search(rf"(?<![\w-]){re.escape(w)}(?![\w-])", before) for w in words)
