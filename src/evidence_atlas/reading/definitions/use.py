"""Whether a definition selected this study's people, and how several are joined."""

from __future__ import annotations

from itertools import pairwise
from typing import Literal

from evidence_atlas.records.cues import Cue, cue

from .. import tables
from ..text.passages import Passage
from .names import BARE, TABLE, Mention, joins, settled

_GAP = r"(?:[^.;]|\bal\.|\d\.\d){0,%d}?\Z"


def _leading(name: str, reach: int) -> Cue:
    """A word of the table from which the definition's name is at most `reach` away."""
    return cue("|".join(f"(?:{p}){_GAP % reach}" for p in tables.load("definitions")[name]))


_LINKED = _leading("linked", 90)
_LINKED_CLOSELY = _leading("linked_closely", 45)
_DISCUSSED_BEFORE = _leading("discussed_before", 60)
_LIST = cue(r"[\s,;/()\d]*(?:the|a)?\s*")
_IN_BRACKETS = cue(r"\((?:[^()]|\([^()]{0,30}\)){0,70}\Z")
_NAME = "§"
"""Stands for a definition's name in patterns that look at both sides of it."""
Join = Literal["and", "or"]
"""All definitions had to be met, or either was enough."""


def selecting(passage: Passage, mentions: list[Mention], illness: Cue) -> list[Mention]:
    """The mentions by which people were taken; a list of names stands or falls together.

    `illness` finds the atlas's own illness.
    """
    text = passage.text
    told = (
        passage.field == "abstract"
        and passage.role in ("methods", "results")
        and TABLE["people"].search(text) is not None
    )
    theirs = any(TABLE[name].search(text) for name in ("people", "whose_diagnosis"))
    theirs = theirs or illness.search(text) is not None
    own_end = _own_ends(text, mentions)
    chosen = [
        _is_used(text[:end], m, theirs) or (told and _is_told(text[:end], m))
        for m, end in zip(mentions, own_end, strict=True)
    ]
    for i, (left, right) in enumerate(pairwise(mentions)):
        between = text[left.end : right.start]
        listed = len(between) <= 40 and (joins(between) or _LIST.fullmatch(between))
        if chosen[i] and listed and not _is_discussed(text, right):
            chosen[i + 1] = True
    for i in range(len(mentions) - 1, 0, -1):
        between = text[mentions[i - 1].end : mentions[i].start]
        if chosen[i] and len(between) <= 40 and joins(between):
            chosen[i - 1] = chosen[i - 1] or not _is_discussed(text, mentions[i - 1])
    return [m for m, use in zip(mentions, chosen, strict=True) if use]


def _own_ends(text: str, mentions: list[Mention]) -> list[int]:
    """Up to where the sentence speaks of each name: not "but not" the next one."""
    ends = []
    for here, after in pairwise(mentions):
        denied = TABLE["denies_the_next"].search(text[here.end : after.start])
        ends.append(here.end + denied.start() if denied else len(text))
    return [*ends, len(text)][: len(mentions)]


def _is_discussed(text: str, m: Mention) -> bool:
    before, after = text[max(0, m.start - 120) : m.start], text[m.end : m.end + 110]
    around = before + _NAME + after
    if TABLE["applied_all_the_same"].search(around):
        return False
    return bool(
        TABLE["spoken_of_around"].search(around)
        or TABLE["discussed"].search(before + text[m.start : m.end] + after[:60])
        or _DISCUSSED_BEFORE.search(before)
        or TABLE["spoken_of"].search(before[-40:])
        or TABLE["kept_out_after"].search(after)
        or TABLE["kept_out_before"].search(before[-70:])
    )


def _is_told(text: str, m: Mention) -> bool:
    """Whether a definition in a sentence on the study's people is not merely discussed."""
    return settled(m.definition) and not _is_discussed(text, m)


def _is_used(text: str, m: Mention, theirs: bool) -> bool:
    """`theirs`: whether the sentence speaks of people, or of the diagnosis that they have."""
    if _is_discussed(text, m):
        return False
    before, after = text[max(0, m.start - 120) : m.start], text[m.end : m.end + 110]
    near = before[-90:] + text[m.start : m.end] + after[:40]
    undated = not settled(m.definition) and m.definition.name not in BARE
    if undated and not TABLE["diagnosed"].search(near):
        return False
    if m.definition.name in BARE:
        if m.definition.name == "self-report" and TABLE["symptoms_only"].search(after):
            return False
        return theirs
    if _LINKED.search(before) or _LINKED_CLOSELY.search(before[-60:]):
        return True
    if TABLE["met_after"].match(after):
        return True
    if TABLE["met_within"].search(before[-40:] + text[m.start : m.end]):
        return True
    return _IN_BRACKETS.search(before) is not None


def joint_across(text: str, before: list[Mention]) -> Join | None:
    """ "They met the one. The other also had to be met." """
    if not before:
        return None
    if TABLE["either_across"].search(text):
        return "or"
    return "and" if TABLE["both_across"].search(text) else None


def joint(text: str, here: list[Mention]) -> Join | None:
    """How the definitions of one sentence are joined: all to be met, or either enough."""
    if TABLE["either_before"].search(text, 0, here[0].start):
        return "or"
    if TABLE["either_after"].search(text[here[0].end :]):
        return "or"
    found: Join | None = None
    if TABLE["both_before"].search(text, 0, here[0].start) or TABLE["both_after"].search(
        text[here[-1].end :]
    ):
        found = "and"
    for left, right in pairwise(here):
        between = text[left.end : right.start]
        if left.definition.name == right.definition.name or len(between) > 130:
            continue
        if TABLE["either"].search(between):
            return "or"
        if found is None and TABLE["other_people"].search(between):
            return "or"
        if found is None and TABLE["both"].search(between):
            found = "and"
    return found
