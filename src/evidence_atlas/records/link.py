"""`Link`: how one study bears on another, and the few facts that others may use of a study."""

from __future__ import annotations

from typing import Literal

from ._base import Value
from .grade import Because

LinkKind = Literal[
    "replicates", "does not replicate", "cites", "corrects", "retracts", "supersedes",
    "preprint of", "version of", "same participants", "reanalyses", "comments on",
    "expresses concern about", "reinstates",
]  # fmt: skip


class Link(Value):
    """`source` bears on `target` (study keys); `target_pmid` where the atlas lacks the target."""

    kind: LinkKind
    source: str
    target: str | None = None
    target_pmid: str | None = None
    because: tuple[Because, ...] = ()

    @property
    def order(self) -> tuple[str, str, str, str]:
        """What links are sorted by."""
        return self.kind, self.source, self.target or "", self.target_pmid or ""


class FindingFacts(Value):
    """A result reduced to what another study's page may say of it."""

    outcome: str
    direction: str
    comparison: str
    scope: str
    primary: bool | None = None


class StudyFacts(Value):
    """Exactly the facts of a study that other studies' pages and levels may use.

    A digest of these is part of the key of whatever uses them.
    """

    key: str
    slug: str
    label: str
    year: int | None
    study_type: str | None
    size: int | None
    criterion: str | None
    record_state: str | None
    authors: tuple[str, ...]
    pmid: str | None = None
    interventions: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    """What was given, each treatment by one name for all its spellings."""
    titled: tuple[str, ...] = ()
    """The condition's treatments that the title names: who looks back on users gave nothing."""
    measures: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    condition: str | None = None
    controlled: bool = False
    smallest_group: int | None = None
    findings: tuple[FindingFacts, ...] = ()
