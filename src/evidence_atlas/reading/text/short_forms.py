"""What looks like a short form, whether the text gives its name in full or not."""

from __future__ import annotations

import re

LIKE_A_SHORT_FORM = re.compile(r"(?<![\w-])[A-Z][\w-]*[A-Z\d][\w-]*")
"""Capitals within one word: "IL-10", "SF-36", "MWA"."""
