"""The research approach: what kind of thing the study looks at, never a judgement of it."""

from __future__ import annotations

from evidence_atlas.records import Grade, Reading, Record
from evidence_atlas.records.cues import Cues

from .passages import find, passages, step
from .patterns import compiled
from .tables import table
from .version import VERSION

_APPROACHES: Cues[tuple[str, str]] = Cues(
    (compiled(a["pattern"]), (a["value"], a["pattern"])) for a in table("approach")["approach"]
)


def approach(record: Record, reading: Reading) -> Grade:
    """The approach whose words the title and abstract use most, the title counting fourfold."""
    where = passages(record, reading)
    scores = [(0, "", "")]
    for finder, (value, pattern) in _APPROACHES.standing(where[0].whole if where else ""):
        score = sum(4 if p.role == "title" else 1 for p in where if p.search(finder))
        scores.append((score, value, pattern))
    score, value, pattern = max(scores, key=lambda s: s[0])
    if not score:
        text = "The words of the title and abstract do not show what the study looks at."
        return Grade(value=None, because=(step("no-words", text),), version=VERSION)
    text = "The title and abstract use words of this approach most."
    return Grade(
        value=value,
        because=(step("words-counted", text, find(pattern, where)),),
        version=VERSION,
        would_change="Other words in the title or abstract would change this badge.",
    )
