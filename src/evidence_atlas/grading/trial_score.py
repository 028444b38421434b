"""How likely a record is a randomised trial, from title and abstract alone: a score from 0 to 1.

Rules and words together: the rules' sum for trials, less half of the best other type's, and
the words' likeness (`reading/paper_words.py`). For sorting many records; the badge follows the
rules.
"""

from __future__ import annotations

import math

from evidence_atlas.reading.paper_words import trial_words
from evidence_atlas.records import Reading, Record, texts

from .study_type import rule_sums

_RULES = 0.5
"""What a point of the rules counts in log odds."""
_HIGHEST, _LOWEST = 20.0, -8.0
SENSITIVE, PRECISE = 0.65, 0.98
"""Two named operating points: at or above them a record counts as a trial. Where 57 % are trials,
they keep a sensitivity, or a precision, of 0.95 with one standard error to spare."""


def trial_score(record: Record, reading: Reading) -> float:
    """The score; publication types and MeSH headings of the record count where it has them."""
    return joined(*trial_parts(record, reading))


def joined(words: float, rules: float, weight: float = _RULES) -> float:
    """What words and rules say together."""
    return 1 / (1 + math.exp(-(words + weight * rules)))


def trial_parts(record: Record, reading: Reading) -> tuple[float, float]:
    """What the words say and what the rules say, each by itself."""
    sums = rule_sums(record, reading)
    other = max((v for name, v in sums.items() if name != "RCT"), default=0.0)
    rules = min(_HIGHEST, max(_LOWEST, sums.get("RCT", 0.0) - other / 2))
    known = texts(record)
    return trial_words(known.get("title", ""), known.get("abstract", "")), rules
