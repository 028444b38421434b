"""`Ruling`: an editor's decision, kept for ever."""

from __future__ import annotations

from typing import Literal

from ._base import Value

RulingAction = Literal["hold", "release", "review", "merge", "unmerge"]


class Ruling(Value):
    """An input of the moderate stage, never an edit of what was built.

    `target` is a study key (of a merge: the study that stays, with `before` the one that
    goes). `source_hash` is the hash of the source as judged: a review lapses when the
    source changes. `time` is UTC in ISO form.
    """

    target: str
    action: RulingAction
    reason: str
    role: str
    time: str
    source_hash: str
    before: str | None = None
    after: str | None = None
