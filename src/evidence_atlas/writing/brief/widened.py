"""Whether a result is of a part of the people that a reader could take for all of them."""

from __future__ import annotations

import re

from evidence_atlas.records import Reading, Result

from ..tables import table
from .stayed import finished, started

_TABLE = table("brief/parts.toml")["widened"]
_WHOLE_TOO = re.compile(_TABLE["whole_too"], re.IGNORECASE)
_MORE_AMONG = re.compile(_TABLE["more_among"], re.IGNORECASE)
_BOTH_SIDES = [re.compile(_TABLE[n], re.IGNORECASE) for n in ("with_and_without", "each_of_many")]
_AGAINST_CONTROLS = re.compile(_TABLE["against_controls"], re.IGNORECASE)
_ONLY_WHO = frozenset(_TABLE["only_who"])


def may_be_widened(result: Result, reading: Reading) -> bool:
    """A result of a part of the people; an arm, or those who finished, are no such part."""
    if result.scope != "subgroup" or _an_arm(result, reading):
        return False
    if _MORE_AMONG.search(result.text) is not None:
        return False  # It sets them beside the rest, who are told of too.
    whole = _sentence_of(result, reading)
    if any(told.search(whole) for told in _BOTH_SIDES):
        return False
    if _AGAINST_CONTROLS.search(result.text) is not None and _aimed_at(result, reading):
        return False
    if _of_all_patients(result, reading):
        return False
    return result.n is None or result.n not in (finished(reading), started(reading))


def _sentence_of(result: Result, reading: Reading) -> str:
    """A clause may have lost those whom its sentence names beside them."""
    if result.sentence >= len(reading.sentences):
        return result.text
    return reading.sentences[result.sentence].text


def _aimed_at(result: Result, reading: Reading) -> bool:
    """Whether the aim names those people in all these words: the study is of them."""
    told = set(re.findall(r"[\w-]+", (result.who or "").casefold()))
    aims = " ".join(s.text for s in reading.sentences if s.role == "aim").casefold()
    return bool(told) and told <= {*re.findall(r"[\w-]+", aims), *_ONLY_WHO}


def _of_all_patients(result: Result, reading: Reading) -> bool:
    """Of those who are ill, set against the others: by no more words than the illness has.

    Or told of the whole group and of the part in one sentence.
    """
    if _WHOLE_TOO.search(result.text) is not None:
        return True
    people = reading.participants
    if people.controls is None and not any(g.kind == "controls" for g in people.groups):
        return False
    if result.n is not None and result.n != people.patients:
        return False
    illnesses = " ".join((*reading.illnesses, reading.condition_as_named or ""))
    known = _ONLY_WHO | {*re.findall(r"[\w-]+", illnesses.casefold())}
    told = re.findall(r"[\w-]+", (result.who or "").casefold())
    return bool(told) and known.issuperset(told)


def _an_arm(result: Result, reading: Reading) -> bool:
    """A result told of one arm of a trial, which is a group by plan and no part made later."""
    who = (result.who or "").casefold()
    arms = [g.name for g in reading.participants.groups if g.kind == "arm"]
    names = [n.casefold() for n in (*reading.interventions, *reading.comparators, *arms)]
    return bool(re.search(r"\b(?:group|arm)\b", who)) and any(n in who for n in names)
