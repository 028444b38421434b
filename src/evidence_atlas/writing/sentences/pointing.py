"""Words of a sentence that point at something told elsewhere, where it does not stand."""

from __future__ import annotations

import re

from ..tables import table

_WORDS: dict[str, str] = table("sentences/pointing.toml")

POINTS_BACK = re.compile(_WORDS["points_back"], re.IGNORECASE)
