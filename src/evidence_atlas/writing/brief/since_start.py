"""Whether words set what was found against people's own start, or one treatment against another."""

from __future__ import annotations

import re

from ..tables import table

_TABLE: dict[str, list[str]] = table("brief/since_start.toml")
_START = re.compile("|".join(_TABLE["start"]), re.IGNORECASE)
_EVERY_GROUP = re.compile("|".join(_TABLE["every_group"]), re.IGNORECASE)
_ARMS = re.compile("|".join(_TABLE["arms"]))

_OVER_TIME = re.compile("|".join(_TABLE["over_time"]), re.IGNORECASE)


def time_told(text: str) -> bool:
    """Whether words tell that time went by since the start, or what changed a thing since."""
    return _OVER_TIME.search(text) is not None


def arms_compared(text: str) -> bool:
    """Whether words set one treatment against another, whatever else they tell."""
    return _ARMS.search(text) is not None


def start_told(text: str) -> bool:
    """Whether words name the start that a change is told from, in one group or the whole."""
    return _START.search(text) is not None and not in_every_group(text)


def in_every_group(text: str) -> bool:
    """Whether words tell the same of all groups: "fell in both groups"."""
    return _EVERY_GROUP.search(text) is not None
