"""The gate: no page is published that says more than its source.

Pure: looks at a page and at what it was written from, and gives flags. Imports the values
only, and never the room that writes.
"""

from .codes import CODES, Code
from .gate import check, held
from .pictures import shown

VERSION = "31"
"""Changed whenever a page may get other flags than before."""

__all__ = ["CODES", "Code", "VERSION", "check", "held", "shown"]
