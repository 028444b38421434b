"""Results that say again what an earlier sentence told."""

from __future__ import annotations

from collections.abc import Sequence

from evidence_atlas.records import Result
from evidence_atlas.records.cues import cue

from ..text.stems import stems

_LONG_WORD = cue(r"[a-z]{5,}", 0)
_FEWEST, _SAME = 4, 0.7
"""A result is told again where seven in ten of its longer words stand in an earlier one."""


def indices(found: Sequence[Result]) -> set[int]:
    """The results that say again what an earlier sentence told, with no figure of their own."""
    words = [(r.sentence, stems(_LONG_WORD.findall(r.text.lower())), r.numbers) for r in found]
    return {
        i
        for i, (sentence, own, numbers) in enumerate(words)
        if not numbers and len(own) >= _FEWEST
        for before, theirs, _ in words[:i]
        if before < sentence and len(own & theirs) >= _SAME * len(own)
    }
