"""People with an illness and those beside them, as the picture sets them side by side.

A third group that the text counts too, or a larger number elsewhere, leaves all of them out:
two groups of three would be true and yet mislead.
"""

from __future__ import annotations

import re

from evidence_atlas.records import Group, Quote, quoted, texts

from ..material import Material
from ..people.control_people import control_words
from ..slots import Slots
from ..words.numbers import in_words
from .marks import MARKS, TABLE, Drawn, counted, picture_rule
from .words import A_GROUP, clause_of, group_name, sentence_of, words_of

_ENDS_IN_PEOPLE = re.compile(
    rf"\b{TABLE['findings']['people']}(?: with(?:out)? .+)?$", re.IGNORECASE
)
_WITHOUT = re.compile(TABLE["counting"]["without"], re.IGNORECASE)
_COUNTS = re.compile(TABLE["counting"]["counts"], re.IGNORECASE)
_SMALL_WORDS = [in_words(n) for n in range(100)]
_SMALL = re.compile(
    rf"\b(?:{'|'.join(sorted(_SMALL_WORDS, key=len, reverse=True))})\b", re.IGNORECASE
)
_BARE = frozenset(
    {"patients", "people", "participants", "subjects", "cases", "individuals", "adults"}
)
_PLAIN_CONTROLS = ("healthy people", "people who are not")
_SIDES = (picture_rule("picture-people"), picture_rule("picture-control"))


def compared(m: Material, slots: Slots) -> list[Drawn]:
    """People with an illness and those beside them, or groups that add up to all.

    Empty where they cannot be told apart with certainty, or where there may be more of them.
    """
    p = m.reading.participants
    groups = [g for g in p.groups if g.kind in ("patients", "controls")]
    if not any(g.kind == "controls" for g in groups) or p.analysed not in (None, p.total):
        return []
    if p.patients and p.controls and p.total in (None, p.patients + p.controls):
        return _two(m, slots, [g for g in groups if g.kind == "controls"])
    if not 2 <= len(groups) <= 4 or p.total is None or sum(g.n or 0 for g in groups) != p.total:
        return []
    made = [_side(m, g) for g in groups]
    if None in made or len({d.said.text for d in made if d}) < len(groups):
        return []
    return [d for d in made if d]


def _two(m: Material, slots: Slots, controls: list[Group]) -> list[Drawn]:
    p = m.reading.participants
    ill, q = slots.people("patients"), m.reading.quote("participants.patients")
    beside = m.number("participants.controls", p.controls)
    if ill is None or q is None or not beside or p.patients is None or p.controls is None:
        return []
    if min(p.patients, p.controls) < 2 or _WITHOUT.search(clause_of(m, q)):
        return []
    sizes = [p.patients, *(g.n for g in controls if g.n is not None)]
    if _others_counted(m, [q, *(g.quote for g in controls)], sizes):
        return []
    if _more_elsewhere(m, p.patients, p.controls) or any(_a_ratio(m, g.quote) for g in controls):
        return []
    words = words_of(m, ill, "patients", p.patients)
    if " with " not in words:
        if not re.search(r"\bpatients\b", q.text, re.IGNORECASE):
            return []
        words = "patients"
    made = [counted("group", p.patients, words, MARKS["compared"], (*ill.support, *_SIDES))]
    told = [_side(m, g) for g in controls]
    if len(controls) > 1 and None not in told and sum(g.n or 0 for g in controls) == p.controls:
        return [*made, *(d for d in told if d)]
    only = control_words(controls[0]) if len(controls) == 1 else ""
    name = only if only.startswith(_PLAIN_CONTROLS) else "people for comparison"
    held = (*beside, *(quoted(g.quote) for g in controls), *_SIDES)
    return [*made, counted("group", p.controls, name, MARKS["compared"], held)]


def _counts_in(text: str) -> list[int]:
    """The numbers of people that a text counts, small ones in words too."""
    digits = _SMALL.sub(lambda w: str(_SMALL_WORDS.index(w.group().casefold())), text)
    return [int(n.replace(",", "")) for pair in _COUNTS.findall(digits) for n in pair if n]


def _others_counted(m: Material, quotes: list[Quote], groups: list[int]) -> bool:
    """The sentences that count the groups count further people too."""
    for told in dict.fromkeys(sentence_of(m, q) for q in quotes):
        left = _counts_in(told)
        for n in (*groups, sum(groups)):
            if n in left:
                left.remove(n)
        if left:
            return True
    return False


def _more_elsewhere(m: Material, patients: int, controls: int) -> bool:
    """Somewhere the abstract counts more people than the patients, and not all of them."""
    known = (patients, controls, patients + controls)
    text = texts(m.record).get("abstract", "")
    return any(n > patients and n not in known for n in _counts_in(text))


def _a_ratio(m: Material, q: Quote) -> bool:
    """ "1:5 matched controls" counts nobody."""
    return bool(re.search(r"\d\s?:\s?$", texts(m.record)[q.field][: q.start]))


def _side(m: Material, g: Group) -> Drawn | None:
    """One group of a comparison: its people by their noun, or as a group with a name."""
    if g.n is None or g.n < 2:
        return None
    held = (quoted(g.quote), *_SIDES)
    plain = control_words(g) if g.kind == "controls" else ""
    if plain.startswith((*_PLAIN_CONTROLS, "people for comparison")):
        return counted("group", g.n, plain, MARKS["compared"], held)
    name = group_name(m, g)
    if name is None or name.casefold() in _BARE or _WITHOUT.search(name):
        return None
    if _ENDS_IN_PEOPLE.search(name):
        return counted("group", g.n, name, MARKS["compared"], held)
    frame = MARKS["in_the_group" if A_GROUP.search(name) else "in_a_group"]
    return counted("group", g.n, "people", frame.replace("{name}", name), held)
