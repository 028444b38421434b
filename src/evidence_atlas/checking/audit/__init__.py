"""Somebody else's summary of an abstract, held against it by the rules of the gate.

Pure: imports the values only. The abstract comes read and graded.
"""

from .judge import audit
from .schema import schema
from .values import Audit, BadgeConflict, Judged, Omission

VERSION = "6"
"""Changed whenever a summary may be judged otherwise than before."""

__all__ = ["Audit", "BadgeConflict", "Judged", "Omission", "VERSION", "audit", "schema"]
