"""Sentences audited against abstracts that are given as plain text."""

from __future__ import annotations

from typing import get_args

from evidence_atlas.checking.audit.judge import judge
from evidence_atlas.checking.audit.values import Verdict
from evidence_atlas.pipeline.auditing import plain_abstract
from evidence_atlas.records import Condition

from .pages import Study, written

VERDICTS: tuple[Verdict, ...] = get_args(Verdict)


class Auditor:
    """Audits sentences; of several on one text it reads the text once."""

    def __init__(self, condition: Condition) -> None:
        self.condition = condition
        self._last: tuple[str, Study] | None = None

    def verdict(self, text: str, sentence: str, title: str = "") -> Verdict:
        """How the audit judges one sentence beside a text, and its title where it has one."""
        key = f"{title}\n\n{text}" if title else text
        if self._last is None or self._last[0] != key:
            self._last = key, written(plain_abstract(key), self.condition)
        return judge(self._last[1].abstract, sentence).verdict
