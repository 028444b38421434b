"""The pairs of badges that may stand together, and those that may not."""

from __future__ import annotations

from collections.abc import Mapping

from .kinds import NO_FINDINGS

NOT_GRADED = "Not graded"
EXPERIENCE = "People's experience: not graded on this scale"
CONSENSUS = "E0 Consensus"
SYNTHESIS = "E0 Synthesis"
REPLICATED = "E1 Replicated"
MODERATE = "E2 Moderate"
PRELIMINARY = "E3 Preliminary"
LEVELS = (CONSENSUS, SYNTHESIS, REPLICATED, MODERATE, PRELIMINARY, EXPERIENCE, NOT_GRADED)

_TRUSTED = ("Higher confidence", "Moderate confidence")
_ALLOWED: dict[str, tuple[str | None, ...]] = {
    CONSENSUS: (None,),
    SYNTHESIS: _TRUSTED,
    REPLICATED: _TRUSTED,
    MODERATE: _TRUSTED,
    PRELIMINARY: ("Preliminary",),
    EXPERIENCE: (None,),
    NOT_GRADED: (None,),
}


def paired(level: str, certainty: str | None) -> tuple[str, str | None]:
    """Level and certainty brought together, so that only the allowed pairs exist.

    Certainty Preliminary makes the level E3; level E3 is shown with Preliminary.
    """
    if level in (CONSENSUS, EXPERIENCE, NOT_GRADED):
        return level, None
    if level == PRELIMINARY or certainty not in _TRUSTED:
        return PRELIMINARY, "Preliminary"
    return level, certainty


def forbidden(
    values: Mapping[str, str | None], randomised: bool | None, key: str | None
) -> tuple[str, ...]:
    """What is wrong with these badges, each in plain words; empty where nothing is.

    `key` names the badge of the illness's criterion, None where the illness has none.
    """
    found = []
    level, certainty, kind = values.get("level"), values.get("certainty"), values.get("study_type")
    if level is None or certainty not in _ALLOWED.get(level, ()):
        found.append(f"level {level} with certainty {certainty}")
    if level not in (NOT_GRADED, None) and kind in NO_FINDINGS:
        found.append(f"level {level} for a paper that reports no findings ({kind})")
    if kind == "RCT" and randomised is False:
        found.append("study type RCT where the text says that it was not randomised")
    if key is not None and certainty == "Higher confidence":
        value = values.get(key) or ""
        if not value or "unclear" in value or "not required" in value:
            found.append(f"Higher confidence with the criterion badge {value or 'absent'}")
    return tuple(found)
