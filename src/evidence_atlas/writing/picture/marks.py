"""A mark of the picture before its sentence has its id."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from evidence_atlas.records import RuleSupport, Support

from ..material import Piece, rule
from ..said import Said, said
from ..tables import table

TABLE = table("picture/picture.toml")
MARKS: dict[str, str] = TABLE["marks"]
Part = Literal["start", "end", "group", "turn", "finding", "share"]
Way = Literal["up", "down", "level"]


class Absent(Exception):
    """Why there is no picture, in words for an editor."""


@dataclass(frozen=True)
class Drawn:
    """What is drawn, and the sentence that says the same."""

    part: Part
    words: str
    said: Said
    n: int | None = None
    note: str | None = None
    way: Way | None = None


def picture_rule(rule_name: str, **values: str) -> RuleSupport:
    """A rule of picture.toml, its text filled in. Raises KeyError for an unknown name."""
    return rule(rule_name, TABLE["rules"][rule_name].format(**values))


def counted(part: Part, n: int, words: str, note: str, support: tuple[Support, ...]) -> Drawn:
    """So many people (or studies), drawn as a number with words, and told as one sentence."""
    return Drawn(part, words, said(Piece(f"{n:,} {words} {note}", support)), n, note)
