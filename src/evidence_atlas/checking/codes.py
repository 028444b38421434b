"""The codes of the gate: one a rule, each with its reason and two examples, for readers too."""

from __future__ import annotations

from evidence_atlas.records import Flag, Statement, Value
from evidence_atlas.records.flag import Severity

from .case import table


class Code(Value):
    """A rule of the gate as it is published.

    `passes` and `fails` are examples in words; the tests run both through the gate. `reader` is
    what readers of a held page are told of such a flag; empty for warnings.
    """

    code: str
    severity: Severity
    title: str
    reason: str
    passes: str
    fails: str
    reader: str = ""


_TABLE = table("codes.toml")
CODES: dict[str, Code] = {entry["code"]: Code(**entry) for entry in _TABLE["code"]}
"""Every code by name, in the order in which they are published."""


def flag(code: str, statement: Statement | None, detail: str) -> Flag:
    """A flag of a known code. Raises KeyError for an unknown one."""
    return Flag(
        code=code,
        severity=CODES[code].severity,
        statement=statement.id if statement else None,
        detail=detail if len(detail) <= 400 else detail[:397] + "…",
    )
