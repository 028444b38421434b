"""`Flag`: what the gate has to say against a statement or a badge."""

from __future__ import annotations

from typing import Literal

from ._base import Value

Severity = Literal["CRITICAL", "WARNING"]


class Flag(Value):
    """`code` is a kebab-case noun, never renamed; `statement` an id, None for the whole page."""

    code: str
    severity: Severity
    statement: str | None
    detail: str
