"""Frames: sentences with places for facts, which drop what is not known.

A frame is text with `{slot}` for a fact and `[ … {slot} …]` around a clause that goes where
its fact is not stated. A list of frames is tried in order: the first whose facts are all
known is used, so the fullest stands first and the barest last.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from evidence_atlas.records import RuleSupport, Support

from .material import Piece, rule
from .tables import table

FRAMES = table("frames.toml")

_SLOT = re.compile(r"\{(\w+)\}")
_CLAUSE = re.compile(r"\[([^\[\]]*)\]")


def fill(frame: str, slots: Mapping[str, Piece]) -> Piece | None:
    """The frame with its facts, and their support; None where a needed fact is missing."""
    support: list[Support] = []

    def clause(match: re.Match[str]) -> str:
        inner = match.group(1)
        return inner if all(name in slots for name in _SLOT.findall(inner)) else ""

    def slot(match: re.Match[str]) -> str:
        piece = slots[match.group(1)]
        support.extend(piece.support)
        return piece.text

    text = _CLAUSE.sub(clause, frame)
    if any(name not in slots for name in _SLOT.findall(text)):
        return None
    # A fact that ends in a comma, "sleep, among other things,", ends a sentence without it.
    filled = _SLOT.sub(slot, text).removesuffix(",")
    return Piece(filled, tuple(dict.fromkeys(support)))


def first(frames: Iterable[str], slots: Mapping[str, Piece]) -> Piece | None:
    """The first frame that can be filled."""
    for frame in frames:
        filled = fill(frame, slots)
        if filled is not None:
            return filled
    return None


def framed(
    name: str, entry: Mapping[str, Any], use: str, slots: Mapping[str, Piece]
) -> Piece | None:
    """The sentence that `entry` gives for `use`, standing on its facts and on its rule."""
    frames = entry.get(use)
    if not frames:
        return None
    filled = first([frames] if isinstance(frames, str) else frames, slots)
    if filled is None:
        return None
    return Piece(filled.text, (*filled.support, rule(name.replace("_", "-"), entry["rule"])))


def frame_rule(name: str) -> RuleSupport:
    """The rule of a frame as support: "result_part" is known to readers as "result-part"."""
    return rule(name.replace("_", "-"), FRAMES[name]["rule"])
