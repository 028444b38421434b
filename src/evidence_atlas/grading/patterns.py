"""Patterns of the badges' tables, compiled once each."""

from __future__ import annotations

from functools import lru_cache

from evidence_atlas.records.cues import Cue, cue


@lru_cache(maxsize=4096)
def compiled(pattern: str) -> Cue:
    """The pattern, ready to be searched without regard to case."""
    return cue(pattern)
