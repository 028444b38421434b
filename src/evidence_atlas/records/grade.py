"""`Grade`: a badge with its working."""

from __future__ import annotations

from ._base import Value
from .text import Quote

WITHDRAWN = ("Retracted", "Withdrawn")
"""The states of a record of a paper that counts no more."""


class Because(Value):
    """One step of a badge's working.

    `rule` is the rule's name (kebab-case, for machines), `text` says it in plain words,
    `quote` is the place in the source it rests on, if it rests on words.
    """

    rule: str
    text: str
    quote: Quote | None = None


class Grade(Value):
    """A badge: its value in the words of the badge table, why, and what would change it.

    `value` None is an absent badge; `because` then says why it is absent. `contested` and
    `linked` (study keys) belong to the level; `by_definition` and `by_study` to the
    illness's criterion. `alone` is what the study earns by itself, before other badges and
    other studies are taken into account (level and certainty only).
    """

    value: str | None
    because: tuple[Because, ...]
    version: str
    would_change: str | None = None
    contested: bool = False
    linked: tuple[str, ...] = ()
    by_definition: str | None = None
    by_study: str | None = None
    alone: str | None = None


class TopicGrade(Value):
    """The topics of a study, each with the words it rests on."""

    value: tuple[str, ...]
    because: tuple[Because, ...]
    version: str


class Grades(Value):
    """All badges of a study by name.

    Names: level, certainty, study_type, peer_review, review_state, record_state,
    case_definition_quality, approach, context, and the key of the illness's criterion.
    """

    badges: dict[str, Grade]
    topics: TopicGrade

    def value(self, name: str) -> str | None:
        """The value of a badge, None where the badge is absent."""
        badge = self.badges.get(name)
        return badge.value if badge else None
